"""What the drafts are made of, by language: two people, what each is on record with, and how drafts in it attribute.

Everything is invented. Each statement comes with a wording that alters it and one that turns its sense.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A statement, a wording that is not it, and one that says the opposite."""

    text: str
    altered: str
    inverted: str


@dataclass(frozen=True)
class Language:
    """`report` has {q} for the words and {s} for who says them in the stored text; `frames` in drafts. `denial` is a sentence
    of the stored text that denies {q}."""

    code: str
    people: tuple[str, str]
    said: tuple[tuple[Said, ...], tuple[Said, ...]]
    marks: tuple[str, str]
    report: str
    frames: tuple[str, ...]
    pronoun: str
    denial: str
    invented: str
    nowhere: str


LANGUAGES = (
    Language(
        "en",
        ("Laura Whitfield", "Thomas Grady"),
        (
            (
                Said(
                    "The council will open three new libraries before the summer",
                    "The council will open four new libraries before the summer",
                    "The council will not open three new libraries before the summer",
                ),
                Said(
                    "Our buses carried two million people to work last winter",
                    "Our trams carried two million people to work last winter",
                    "Our buses never carried two million people to work last winter",
                ),
            ),
            (
                Said(
                    "I have always paid my taxes in this country",
                    "I have always paid my dues in this country",
                    "I have never paid my taxes in this country",
                ),
                Said(
                    "The harbour needs deeper water for the grain ships",
                    "The harbour needs deeper water for the coal ships",
                    "The harbour does not need deeper water for the grain ships",
                ),
            ),
        ),
        ("“", "”"),
        "{q}, {s} said.",
        (
            "{q}, said {s}.",
            "{s} said: {q}.",
            "{s} told reporters that {q}.",
            "According to {s}, {q}.",
            "{q}, as {s} put it last week.",
            "In the words of {s}: {q}.",
            "{s} insisted, {q}.",
            "{s} wrote on the city’s website, {q}, and left.",
        ),
        "{s} spoke for an hour. {q}, she said.",
        "{s} denied that {q}.",
        "The mountain will be painted green by next Tuesday evening",
        "Every fisherman owes his neighbour a dozen silver spoons",
    ),
    Language(
        "de",
        ("Katharina Brandt", "Stefan Hollmann"),
        (
            (
                Said(
                    "Der Stadtrat wird vor dem Sommer drei Büchereien eröffnen",
                    "Der Stadtrat wird vor dem Winter drei Büchereien eröffnen",
                    "Der Stadtrat wird vor dem Sommer keine drei Büchereien eröffnen",
                ),
            ),
            (
                Said(
                    "Ich habe in diesem Land immer meine Steuern bezahlt",
                    "Ich habe in diesem Land immer meine Rechnungen bezahlt",
                    "Ich habe in diesem Land nie meine Steuern bezahlt",
                ),
            ),
        ),
        ("„", "“"),
        "{q}, sagte {s}.",
        (
            "{q}, sagte {s}.",
            "{s} sagte: {q}.",
            "Laut {s} gilt: {q}.",
            "{q}, so {s}.",
            "Nach Angaben von {s} ist klar: {q}.",
        ),
        "{s} kam zuerst. {q}, sagte sie.",
        "{s} bestritt, dass {q}.",
        "Der Berg wird bis nächsten Dienstag grün angestrichen sein",
        "Jeder Fischer schuldet seinem Nachbarn ein Dutzend silberne Löffel",
    ),
    Language(
        "fr",
        ("Hélène Garnier", "Marc Lefort"),
        (
            (
                Said(
                    "Le conseil va ouvrir trois bibliothèques avant la fin de l’été",
                    "Le conseil va ouvrir trois piscines avant la fin de l’été",
                    "Le conseil ne va pas ouvrir trois bibliothèques avant la fin de l’été",
                ),
            ),
            (
                Said(
                    "J’ai toujours payé mes impôts dans ce pays",
                    "J’ai toujours payé mes dettes dans ce pays",
                    "Je n’ai jamais payé mes impôts dans ce pays",
                ),
            ),
        ),
        ("« ", " »"),
        "{q}, a déclaré {s}.",
        (
            "{q}, a dit {s}.",
            "{s} a déclaré : {q}.",
            "Selon {s}, {q}.",
            "D’après {s}, {q}.",
            "{q}, explique {s}.",
        ),
        "{s} était là. {q}, a-t-elle dit.",
        "{s} a nié que {q}.",
        "La montagne sera peinte en vert avant mardi prochain",
        "Chaque pêcheur doit à son voisin une douzaine de cuillères",
    ),
    Language(
        "es",
        ("Lucía Herrero", "Pablo Montes"),
        (
            (
                Said(
                    "El ayuntamiento abrirá tres bibliotecas antes del verano",
                    "El ayuntamiento abrirá tres piscinas antes del verano",
                    "El ayuntamiento no abrirá tres bibliotecas antes del verano",
                ),
            ),
            (
                Said(
                    "Siempre he pagado mis impuestos en este país",
                    "Siempre he pagado mis deudas en este país",
                    "Nunca he pagado mis impuestos en este país",
                ),
            ),
        ),
        ("«", "»"),
        "{q}, dijo {s}.",
        (
            "{q}, dijo {s}.",
            "{s} dijo: {q}.",
            "Según {s}, {q}.",
            "{q}, afirmó {s}.",
            "{s} lo tiene claro: {q}.",
        ),
        "{s} llegó tarde. {q}, dijo.",
        "{s} negó que {q}.",
        "La montaña estará pintada de verde antes del martes",
        "Cada pescador debe a su vecino una docena de cucharas",
    ),
    Language(
        "ru",
        ("Ольга Соколова", "Андрей Зимин"),
        (
            (
                Said(
                    "Городской совет откроет три библиотеки до начала лета",
                    "Городской совет откроет три школы до начала лета",
                    "Городской совет не откроет три библиотеки до начала лета",
                ),
            ),
            (
                Said(
                    "Я всегда платил налоги в этой стране",
                    "Я всегда платил долги в этой стране",
                    "Я никогда не платил налоги в этой стране",
                ),
            ),
        ),
        ("«", "»"),
        "{q}, — заявила {s}.",
        ("{q}, — сказала {s}.", "{s} сказала: {q}.", "По словам {s}, {q}.", "{q}, — подчеркнула {s}."),
        "{s} пришла первой. {q}, — сказала она.",
        "{s} отрицает, что {q}.",
        "Гору покрасят зелёной краской к следующему вторнику",
        "Каждый рыбак должен соседу дюжину серебряных ложек",
    ),
    Language(
        "zh",
        ("王丽华", "陈国强"),
        (
            (
                Said(
                    "市议会将在夏天之前开放三座新图书馆",
                    "市议会将在夏天之前开放五座新图书馆",
                    "市议会将不会在夏天之前开放三座新图书馆",
                ),
            ),
            (Said("我在这个国家一直按时交税", "我在这个国家一直按时还钱", "我在这个国家从不按时交税"),),
        ),
        ("“", "”"),
        "{s}说：{q}。",
        ("{s}说：{q}。", "{q}，{s}表示。", "据{s}说，{q}。"),
        "{s}先到。她说：{q}。",
        "{s}否认{q}。",
        "这座山将在下星期二之前被漆成绿色",
        "每个渔夫都欠邻居十二把银勺子",
    ),
)
