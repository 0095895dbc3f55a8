"""A second set of drafts: other languages, other sentences, and quotations that are broken off, shortened and bracketed.

The judge's code was there when it was written and has not been changed for it since; the first set is what that code was
written with. Everything is invented.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What somebody said: whole, in two parts that a clause breaks off, shortened, with the writer's brackets, twice altered,
    and turned into its opposite."""

    text: str
    parts: tuple[str, str]
    elided: str
    bracketed: str
    altered: tuple[str, str]
    inverted: str


@dataclass(frozen=True)
class Desk:
    """A language: who speaks (each says two lines), how its stored text reports ({q}, {s}), how drafts put a whole quotation
    (`frames`) and a broken one ({a}, {b}; `broken`), its marks, and words that nobody said."""

    code: str
    people: tuple[str, str]
    lines: tuple[tuple[Line, Line], tuple[Line, Line]]
    report: str
    frames: tuple[str, str, str]
    broken: str
    marks: tuple[str, str]
    invented: tuple[str, str]


DESKS = (
    Desk(
        "en",
        ("Miriam Calloway", "Desmond Achebe-Ford"),
        (
            (
                Line(
                    "The reservoir was half empty in March, and the water board knew about it for weeks",
                    ("The reservoir was half empty in March", "and the water board knew about it for weeks"),
                    "The reservoir was half empty … and the water board knew about it for weeks",
                    "The reservoir [at Elmsford] was half empty in March, and the water board knew about it for weeks",
                    (
                        "The reservoir was half empty in April, and the water board knew about it for weeks",
                        "The reservoir was half empty in March, and the water board heard about it for weeks",
                    ),
                    "The reservoir was half empty in March, and the water board never knew about it for weeks",
                ),
                Line(
                    "Every household in the valley paid eleven pounds more, while the company paid out forty million",
                    (
                        "Every household in the valley paid eleven pounds more",
                        "while the company paid out forty million",
                    ),
                    "Every household … paid eleven pounds more, while the company paid out forty million",
                    "[E]very household in the valley paid eleven pounds more, while the company paid out forty million",
                    (
                        "Every household in the valley paid twelve pounds more, while the company paid out forty million",
                        "Every household in the county paid eleven pounds more, while the company paid out forty million",
                    ),
                    "Every household in the valley paid eleven pounds more, while the company did not pay out forty million",
                ),
            ),
            (
                Line(
                    "We tested the pumps in daylight, and nobody told us that they fail after dark",
                    ("We tested the pumps in daylight", "and nobody told us that they fail after dark"),
                    "We tested the pumps … and nobody told us that they fail after dark",
                    "We tested the pumps in daylight, and nobody told us that they [the pumps] fail after dark",
                    (
                        "We tested the valves in daylight, and nobody told us that they fail after dark",
                        "We tested the pumps in daylight, and nobody told us that they stop after dark",
                    ),
                    "We tested the pumps in daylight, and somebody told us that they fail after dark",
                ),
                Line(
                    "An inquiry would cost less than the pipes that we have thrown away since the flood",
                    ("An inquiry would cost less", "than the pipes that we have thrown away since the flood"),
                    "An inquiry would cost less than the pipes … since the flood",
                    "An inquiry would cost less than the pipes that we have thrown away since the flood [of 2019]",
                    (
                        "An inquiry would cost less than the pumps that we have thrown away since the flood",
                        "An inquiry would cost more than the pipes that we have thrown away since the flood",
                    ),
                    "An inquiry would not cost less than the pipes that we have thrown away since the flood",
                ),
            ),
        ),
        "Asked about it, {s} answered: {q}.",
        (
            "In a long interview on Tuesday {s} was blunt: {q}.",
            "{q}, {s} told the committee.",
            "“It was a hard winter” is all that others would say, but {s} added: {q}.",
        ),
        "{a}, {s} told the committee, {b}.",
        ("“", "”"),
        (
            "The mayor's cat has been drinking from the chalice",
            "Seventeen violins were found below the runway on Sunday",
        ),
    ),
    Desk(
        "it",
        ("Giulia Ferrante", "Matteo Brusadelli"),
        (
            (
                Line(
                    "Il ponte era chiuso da febbraio, e la provincia lo sapeva da anni",
                    ("Il ponte era chiuso da febbraio", "e la provincia lo sapeva da anni"),
                    "Il ponte era chiuso … e la provincia lo sapeva da anni",
                    "Il ponte [sull’Adda] era chiuso da febbraio, e la provincia lo sapeva da anni",
                    (
                        "Il ponte era chiuso da gennaio, e la provincia lo sapeva da anni",
                        "Il ponte era chiuso da febbraio, e la regione lo sapeva da anni",
                    ),
                    "Il ponte era chiuso da febbraio, e la provincia non lo sapeva da anni",
                ),
                Line(
                    "Ogni famiglia della valle ha pagato undici euro in più per la stessa acqua",
                    ("Ogni famiglia della valle", "ha pagato undici euro in più per la stessa acqua"),
                    "Ogni famiglia … ha pagato undici euro in più per la stessa acqua",
                    "[O]gni famiglia della valle ha pagato undici euro in più per la stessa acqua",
                    (
                        "Ogni famiglia della valle ha pagato dodici euro in più per la stessa acqua",
                        "Ogni famiglia della città ha pagato undici euro in più per la stessa acqua",
                    ),
                    "Ogni famiglia della valle non ha pagato undici euro in più per la stessa acqua",
                ),
            ),
            (
                Line(
                    "Abbiamo provato le pompe di giorno, e nessuno ci ha detto che si fermano la notte",
                    ("Abbiamo provato le pompe di giorno", "e nessuno ci ha detto che si fermano la notte"),
                    "Abbiamo provato le pompe … e nessuno ci ha detto che si fermano la notte",
                    "Abbiamo provato le pompe di giorno, e nessuno ci ha detto che [le pompe] si fermano la notte",
                    (
                        "Abbiamo provato le valvole di giorno, e nessuno ci ha detto che si fermano la notte",
                        "Abbiamo provato le pompe di giorno, e nessuno ci ha scritto che si fermano la notte",
                    ),
                    "Abbiamo provato le pompe di giorno, e qualcuno ci ha detto che non si fermano la notte",
                ),
                Line(
                    "Un’inchiesta costerebbe meno dei tubi che abbiamo buttato dopo l’alluvione",
                    ("Un’inchiesta costerebbe meno", "dei tubi che abbiamo buttato dopo l’alluvione"),
                    "Un’inchiesta costerebbe meno dei tubi … dopo l’alluvione",
                    "Un’inchiesta costerebbe meno dei tubi che abbiamo buttato dopo l’alluvione [del 2019]",
                    (
                        "Un’inchiesta costerebbe meno delle pompe che abbiamo buttato dopo l’alluvione",
                        "Un’inchiesta costerebbe meno dei tubi che abbiamo comprato dopo l’alluvione",
                    ),
                    "Un’inchiesta non costerebbe meno dei tubi che abbiamo buttato dopo l’alluvione",
                ),
            ),
        ),
        "{q}, ha detto {s}.",
        ("{s} è stata chiara: {q}.", "{q}, ha spiegato {s}.", "Secondo {s}, {q}."),
        "{a}, ha detto {s}, {b}.",
        ("«", "»"),
        (
            "Il gatto del sindaco beve dal calice ogni domenica",
            "Sotto la pista sono stati trovati diciassette violini",
        ),
    ),
    Desk(
        "pt",
        ("Helena Quintela", "Rui Sabrosa"),
        (
            (
                Line(
                    "A ponte estava fechada desde fevereiro, e a câmara sabia disso há anos",
                    ("A ponte estava fechada desde fevereiro", "e a câmara sabia disso há anos"),
                    "A ponte estava fechada … e a câmara sabia disso há anos",
                    "A ponte [velha] estava fechada desde fevereiro, e a câmara sabia disso há anos",
                    (
                        "A ponte estava fechada desde janeiro, e a câmara sabia disso há anos",
                        "A ponte estava fechada desde fevereiro, e a empresa sabia disso há anos",
                    ),
                    "A ponte estava fechada desde fevereiro, e a câmara não sabia disso há anos",
                ),
                Line(
                    "Cada família do vale pagou onze euros a mais pela mesma água",
                    ("Cada família do vale", "pagou onze euros a mais pela mesma água"),
                    "Cada família … pagou onze euros a mais pela mesma água",
                    "[C]ada família do vale pagou onze euros a mais pela mesma água",
                    (
                        "Cada família do vale pagou doze euros a mais pela mesma água",
                        "Cada família da vila pagou onze euros a mais pela mesma água",
                    ),
                    "Cada família do vale não pagou onze euros a mais pela mesma água",
                ),
            ),
            (
                Line(
                    "Testámos as bombas de dia, e ninguém nos disse que elas param à noite",
                    ("Testámos as bombas de dia", "e ninguém nos disse que elas param à noite"),
                    "Testámos as bombas … e ninguém nos disse que elas param à noite",
                    "Testámos as bombas de dia, e ninguém nos disse que elas [as bombas] param à noite",
                    (
                        "Testámos as válvulas de dia, e ninguém nos disse que elas param à noite",
                        "Testámos as bombas de dia, e ninguém nos escreveu que elas param à noite",
                    ),
                    "Testámos as bombas de dia, e ninguém nos disse que elas não param à noite",
                ),
                Line(
                    "Um inquérito custaria menos do que os canos que deitámos fora depois da cheia",
                    ("Um inquérito custaria menos", "do que os canos que deitámos fora depois da cheia"),
                    "Um inquérito custaria menos do que os canos … depois da cheia",
                    "Um inquérito custaria menos do que os canos que deitámos fora depois da cheia [de 2019]",
                    (
                        "Um inquérito custaria menos do que os tubos que deitámos fora depois da cheia",
                        "Um inquérito custaria menos do que os canos que comprámos depois da cheia",
                    ),
                    "Um inquérito não custaria menos do que os canos que deitámos fora depois da cheia",
                ),
            ),
        ),
        "{q}, disse {s}.",
        ("{s} foi clara: {q}.", "{q}, afirmou {s}.", "Segundo {s}, {q}."),
        "{a}, disse {s}, {b}.",
        ("“", "”"),
        (
            "O gato do presidente bebe do cálice aos domingos",
            "Debaixo da pista foram encontrados dezassete violinos",
        ),
    ),
    Desk(
        "nl",
        ("Femke Verdonk", "Joris van der Leeuw"),
        (
            (
                Line(
                    "De brug was al sinds februari gesloten, en de provincie wist dat al jaren",
                    ("De brug was al sinds februari gesloten", "en de provincie wist dat al jaren"),
                    "De brug was al … gesloten, en de provincie wist dat al jaren",
                    "De brug [bij Zutphen] was al sinds februari gesloten, en de provincie wist dat al jaren",
                    (
                        "De brug was al sinds januari gesloten, en de provincie wist dat al jaren",
                        "De brug was al sinds februari gesloten, en de gemeente wist dat al jaren",
                    ),
                    "De brug was niet al sinds februari gesloten, en de provincie wist dat al jaren",
                ),
                Line(
                    "Elk gezin in het dal betaalde elf euro meer voor hetzelfde water",
                    ("Elk gezin in het dal", "betaalde elf euro meer voor hetzelfde water"),
                    "Elk gezin … betaalde elf euro meer voor hetzelfde water",
                    "[E]lk gezin in het dal betaalde elf euro meer voor hetzelfde water",
                    (
                        "Elk gezin in het dal betaalde twaalf euro meer voor hetzelfde water",
                        "Elk gezin in het dorp betaalde elf euro meer voor hetzelfde water",
                    ),
                    "Geen gezin in het dal betaalde elf euro meer voor hetzelfde water",
                ),
            ),
            (
                Line(
                    "We hebben de pompen overdag getest, en niemand zei ons dat ze ’s nachts stilvallen",
                    ("We hebben de pompen overdag getest", "en niemand zei ons dat ze ’s nachts stilvallen"),
                    "We hebben de pompen … getest, en niemand zei ons dat ze ’s nachts stilvallen",
                    "We hebben de pompen overdag getest, en niemand zei ons dat ze [de pompen] ’s nachts stilvallen",
                    (
                        "We hebben de kleppen overdag getest, en niemand zei ons dat ze ’s nachts stilvallen",
                        "We hebben de pompen overdag getest, en niemand schreef ons dat ze ’s nachts stilvallen",
                    ),
                    "We hebben de pompen overdag niet getest, en niemand zei ons dat ze ’s nachts stilvallen",
                ),
                Line(
                    "Een onderzoek zou minder kosten dan de buizen die wij na de overstroming hebben weggegooid",
                    (
                        "Een onderzoek zou minder kosten",
                        "dan de buizen die wij na de overstroming hebben weggegooid",
                    ),
                    "Een onderzoek zou minder kosten dan de buizen die wij … hebben weggegooid",
                    "Een onderzoek zou minder kosten dan de buizen die wij na de overstroming [van 2019] hebben weggegooid",
                    (
                        "Een onderzoek zou minder kosten dan de pompen die wij na de overstroming hebben weggegooid",
                        "Een onderzoek zou minder kosten dan de buizen die wij na de overstroming hebben gekocht",
                    ),
                    "Een onderzoek zou niet minder kosten dan de buizen die wij na de overstroming hebben weggegooid",
                ),
            ),
        ),
        "{q}, zei {s}.",
        ("{s} was duidelijk: {q}.", "{q}, aldus {s}.", "Volgens {s} is het zo: {q}."),
        "{a}, zei {s}, {b}.",
        ("‘", "’"),
        (
            "De kat van de burgemeester drinkt op zondag uit de kelk",
            "Onder de landingsbaan zijn zeventien violen gevonden",
        ),
    ),
    Desk(
        "pl",
        ("Agnieszka Borowczyk", "Tomasz Wierzbicki"),
        (
            (
                Line(
                    "Most był zamknięty od lutego, a województwo wiedziało o tym od lat",
                    ("Most był zamknięty od lutego", "a województwo wiedziało o tym od lat"),
                    "Most był zamknięty … a województwo wiedziało o tym od lat",
                    "Most [na Wiśle] był zamknięty od lutego, a województwo wiedziało o tym od lat",
                    (
                        "Most był zamknięty od stycznia, a województwo wiedziało o tym od lat",
                        "Most był zamknięty od lutego, a ministerstwo wiedziało o tym od lat",
                    ),
                    "Most nie był zamknięty od lutego, a województwo wiedziało o tym od lat",
                ),
                Line(
                    "Każda rodzina w dolinie zapłaciła jedenaście złotych więcej za tę samą wodę",
                    ("Każda rodzina w dolinie", "zapłaciła jedenaście złotych więcej za tę samą wodę"),
                    "Każda rodzina … zapłaciła jedenaście złotych więcej za tę samą wodę",
                    "[K]ażda rodzina w dolinie zapłaciła jedenaście złotych więcej za tę samą wodę",
                    (
                        "Każda rodzina w dolinie zapłaciła dwanaście złotych więcej za tę samą wodę",
                        "Każda rodzina w mieście zapłaciła jedenaście złotych więcej za tę samą wodę",
                    ),
                    "Każda rodzina w dolinie nie zapłaciła jedenaście złotych więcej za tę samą wodę",
                ),
            ),
            (
                Line(
                    "Sprawdziliśmy pompy za dnia, i nikt nam nie powiedział, że w nocy stają",
                    ("Sprawdziliśmy pompy za dnia", "i nikt nam nie powiedział, że w nocy stają"),
                    "Sprawdziliśmy pompy … i nikt nam nie powiedział, że w nocy stają",
                    "Sprawdziliśmy pompy za dnia, i nikt nam nie powiedział, że [pompy] w nocy stają",
                    (
                        "Sprawdziliśmy zawory za dnia, i nikt nam nie powiedział, że w nocy stają",
                        "Sprawdziliśmy pompy za dnia, i nikt nam nie napisał, że w nocy stają",
                    ),
                    "Sprawdziliśmy pompy za dnia, i nikt nam nie powiedział, że w nocy nie stają",
                ),
                Line(
                    "Dochodzenie kosztowałoby mniej niż rury, które wyrzuciliśmy po powodzi",
                    ("Dochodzenie kosztowałoby mniej", "niż rury, które wyrzuciliśmy po powodzi"),
                    "Dochodzenie kosztowałoby mniej niż rury … po powodzi",
                    "Dochodzenie kosztowałoby mniej niż rury, które wyrzuciliśmy po powodzi [z 2019 roku]",
                    (
                        "Dochodzenie kosztowałoby mniej niż pompy, które wyrzuciliśmy po powodzi",
                        "Dochodzenie kosztowałoby mniej niż rury, które kupiliśmy po powodzi",
                    ),
                    "Dochodzenie nie kosztowałoby mniej niż rury, które wyrzuciliśmy po powodzi",
                ),
            ),
        ),
        "{q} – powiedziała {s}.",
        ("{s} nie owijała w bawełnę: {q}.", "{q} – stwierdziła {s}.", "Jak mówi {s}, {q}."),
        "{a} – powiedziała {s} – {b}.",
        ("„", "”"),
        (
            "Kot burmistrza pije w niedzielę z kielicha",
            "Pod pasem startowym znaleziono siedemnaście skrzypiec",
        ),
    ),
)
