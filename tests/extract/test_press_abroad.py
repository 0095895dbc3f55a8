"""Turns of the press in other languages than English: who says what, by the kind of turn."""

import pytest

from onrecord.extract import extract

Said = list[tuple[str | None, str, str]]


def _who_says(language: str, text: str) -> Said:
    return [
        (
            proposal.speaker.canonical if proposal.speaker else None,
            proposal.polarity,
            text[proposal.start : proposal.end],
        )
        for proposal in extract(text, language=language)
    ]


PAPERS = [
    (
        "de",
        "Laut „Hafenblatt“ ist die Brücke seit Mai gesperrt.",
        "Hafenblatt",
        "ist die Brücke seit Mai gesperrt",
    ),
    (
        "de",
        "Nach Informationen des „Küstenboten“ prüft der Rat den Vertrag.",
        "Küstenboten",
        "prüft der Rat den Vertrag",
    ),
    ("de", "Wie der „Sundbote“ berichtet, ist die Brücke gesperrt.", "Sundbote", "ist die Brücke gesperrt"),
    ("de", "Die Brücke ist gesperrt, schreibt der „Sundbote“.", "Sundbote", "Die Brücke ist gesperrt"),
    ("fr", "Selon « Le Goéland », le pont est fermé.", "Le Goéland", "le pont est fermé"),
    ("fr", "Comme l'a révélé « Le Goéland », le pont est fermé.", "Le Goéland", "le pont est fermé"),
    ("es", "El puente está cerrado, según el diario «La Gaviota».", "La Gaviota", "El puente está cerrado"),
    ("it", "Secondo «Il Gabbiano», il ponte è chiuso.", "Il Gabbiano", "il ponte è chiuso"),
    ("pt", "A ponte está fechada, noticiou o jornal “A Gaivota”.", "A Gaivota", "A ponte está fechada"),
    ("nl", "De brug is dicht, meldt dagblad ‘De Meeuw’.", "De Meeuw", "De brug is dicht"),
    ("pl", "Według „Gazety Morskiej” most jest zamknięty.", "Gazeta Morska", "most jest zamknięty"),
    ("ru", "По данным «Вестника», мост закрыт.", "Вестник", "мост закрыт"),
    ("ru", "Как пишет газета «Чайка», мост закрыт.", "Чайка", "мост закрыт"),
    ("uk", "Як пише «Чайка», міст закритий.", "Чайка", "міст закритий"),
]


@pytest.mark.parametrize(("language", "text", "speaker", "said"), PAPERS)
def test_papers_that_are_named_in_quotation_marks_may_say_it(
    language: str, text: str, speaker: str, said: str
) -> None:
    assert _who_says(language, text) == [(speaker, "asserted", said)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die „Katastrophe“ nannte der Minister ein Unglück."),
        ("fr", "Le film « Le Goéland » sort mercredi."),
        ("es", "La obra «La Gaviota» se estrena el jueves."),
    ],
)
def test_other_words_in_quotation_marks_are_no_papers(language: str, text: str) -> None:
    assert _who_says(language, text) == []


FROM_WHERE = [
    (
        "de",
        "Nach Ansicht von Karin Holt von der Universität Kiel sinken die Preise.",
        "Karin Holt",
        "sinken die Preise",
    ),
    (
        "de",
        "Karin Holt vom Institut für Meereskunde sagt, dass die Preise sinken.",
        "Karin Holt",
        "die Preise sinken",
    ),
    (
        "fr",
        "Selon Jean Vidal, de l'université de Lyon, les prix baissent.",
        "Jean Vidal",
        "les prix baissent",
    ),
    ("es", "Según Ana Ruiz, de la Universidad de Vigo, los precios bajan.", "Ana Ruiz", "los precios bajan"),
    ("it", "Secondo Mario Conti dell'Università di Pisa, i prezzi calano.", "Mario Conti", "i prezzi calano"),
    ("pt", "Segundo Ana Reis, da Universidade do Porto, os preços caem.", "Ana Reis", "os preços caem"),
    ("nl", "Volgens Jan Smit van de Universiteit Utrecht dalen de prijzen.", "Jan Smit", "dalen de prijzen"),
    ("pl", "Piotr Lis z Uniwersytetu Gdańskiego twierdzi, że ceny spadają.", "Piotr Lis", "ceny spadają"),
    ("pl", "W ocenie Piotra Lisa z Instytutu Ekonomii ceny spadają.", "Piotr Lis", "ceny spadają"),
    ("ru", "По мнению Анны Петровой из Института экономики, цены падают.", "Анна Петрова", "цены падают"),
    ("uk", "На думку Анни Петренко з Інституту економіки, ціни падають.", "Анна Петренко", "ціни падають"),
]


@pytest.mark.parametrize(("language", "text", "speaker", "said"), FROM_WHERE)
def test_where_somebody_is_from_is_no_part_of_the_name(
    language: str, text: str, speaker: str, said: str
) -> None:
    assert _who_says(language, text) == [(speaker, "asserted", said)]


LED_UP = [
    ("de", "Torhüter Lennart Voss war bedient: „Wir haben geschlafen, alle elf.“", "Lennart Voss"),
    ("de", "Hart fiel das Urteil von Seewacht aus: „Das ist ein Skandal für die Küste.“", "Seewacht"),
    ("fr", "Le gardien Basile Roux ne décolère pas : « On a dormi tout le match. »", "Basile Roux"),
    ("es", "La consejera no se mordió la lengua: «No habrá ni un euro más.»", "consejera"),
    ("it", "Durissimo il commento di Costaviva: «Un favore a chi costruisce ancora.»", "Costaviva"),
    ("pt", "O guarda-redes Rui Gomes não poupou ninguém: «Faltou-nos tudo, até vergonha.»", "Rui Gomes"),
    ("pl", "Trener nie krył złości: „To był najgorszy mecz sezonu.”", "Trener"),
    ("ru", "Тренер не скрывал злости: «Это был худший матч сезона».", "Тренер"),
    ("uk", "Тренер не приховував злості: «Це був найгірший матч сезону».", "Тренер"),
    (
        "nl",
        "Keeper Sjoerd Kuipers wond er geen doekjes om: ‘Dit was de slechtste wedstrijd.’",
        "Sjoerd Kuipers",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), LED_UP)
def test_whoever_a_clause_is_about_speaks_behind_its_colon(language: str, text: str, speaker: str) -> None:
    [(who, polarity, _)] = _who_says(language, text)
    assert (who, polarity) == (speaker, "asserted")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Trainer hat das nie gesagt: „Wir haben verloren, und das war gut.“"),
        ("de", "Kein Trainer freut sich: „Wir haben verloren, und das war gut.“"),
        ("fr", "La maire n'a jamais dit : « On a dormi tout le match. »"),
        ("es", "El técnico no negó: «No habrá ni un euro más.»"),
        ("pt", "O treinador não confirmou: «Faltou-nos tudo, até vergonha.»"),
    ],
)
def test_what_is_not_said_is_not_said_behind_a_colon_either(language: str, text: str) -> None:
    assert [polarity for _, polarity, _ in _who_says(language, text)] == ["not_said"]


ASKED_BEFORE = [
    ("de", "Auf Nachfrage räumte der Minister ein, dass Betten fehlten.", "Betten fehlten"),
    ("de", "Gefragt nach seinen Plänen erklärte der Minister, dass er bleibe.", "er bleibe"),
    ("es", "Preguntado por su futuro, el ministro respondió que seguirá.", "seguirá"),
    ("es", "A preguntas de los periodistas, el ministro aseguró que seguirá.", "seguirá"),
    ("pt", "Questionado sobre o futuro, o ministro respondeu que fica.", "fica"),
    ("pl", "Zapytany o przyszłość, minister odpowiedział, że zostaje.", "zostaje"),
    ("uk", "На запитання про майбутнє міністр відповів, що залишається.", "залишається"),
    ("nl", "Gevraagd naar zijn toekomst zegt de minister dat hij blijft.", "hij blijft"),
]


@pytest.mark.parametrize(("language", "text", "said"), ASKED_BEFORE)
def test_an_answer_to_a_question_is_asserted(language: str, text: str, said: str) -> None:
    [(who, *proposed)] = _who_says(language, text)
    assert proposed == ["asserted", said]
    assert who in ("Minister", "ministro", "minister", "міністр")


HEARD = [
    (
        "de",
        "Die Löscharbeiten dauerten bis zum Morgen, hieß es von der Feuerwehr.",
        "Feuerwehr",
        "Die Löscharbeiten dauerten bis zum Morgen",
    ),
    ("de", "Aus dem Ministerium hieß es, man prüfe die Lage.", "Ministerium", "man prüfe die Lage"),
    ("fr", "De l'aveu même du directeur, le toit n'était plus sûr.", "directeur", "le toit n'était plus sûr"),
    ("nl", "Aldus de rechtbank was er sprake van bedrog.", "rechtbank", "was er sprake van bedrog"),
    ("nl", "Naar eigen zeggen heeft het bedrijf 300 klanten.", "bedrijf", "heeft het bedrijf 300 klanten"),
    ("de", "Nach eigenen Angaben hat der Verein 300 Mitglieder.", "Verein", "hat der Verein 300 Mitglieder"),
    (
        "de",
        "Einem Bericht des „Sundboten“ zufolge will der Investor aussteigen.",
        "Sundboten",
        "will der Investor aussteigen",
    ),
    ("de", "Aus dem Bericht geht hervor, dass die Rohre rosten.", "Bericht", "die Rohre rosten"),
    ("fr", "Il ressort du rapport que les tuyaux rouillent.", "rapport", "les tuyaux rouillent"),
    ("es", "Del informe se desprende que las tuberías se oxidan.", "informe", "las tuberías se oxidan"),
    ("it", "Dalla relazione emerge che i tubi sono arrugginiti.", "relazione", "i tubi sono arrugginiti"),
    (
        "pt",
        "Do relatório consta que os canos estão enferrujados.",
        "relatório",
        "os canos estão enferrujados",
    ),
    ("nl", "Uit het rapport blijkt dat de leidingen roesten.", "rapport", "de leidingen roesten"),
    (
        "pl",
        "Z komunikatu ministerstwa wynika, że rury rdzewieją.",
        "komunikat ministerstwa",
        "rury rdzewieją",
    ),
    ("ru", "Из отчёта следует, что трубы ржавеют.", "отчёт", "трубы ржавеют"),
    ("uk", "Зі звіту випливає, що труби іржавіють.", "звіт", "труби іржавіють"),
]
CONVINCED = [
    ("de", "Der Bürgermeister ist überzeugt, dass der Deich hält.", "Bürgermeister", "der Deich hält"),
    ("fr", "Le maire est convaincu que la digue tiendra.", "maire", "la digue tiendra"),
    (
        "es",
        "El alcalde de Vado, Ginés Roca, se mostró convencido de que el dique aguantará.",
        "Ginés Roca",
        "el dique aguantará",
    ),
    ("it", "Il sindaco è convinto che la diga terrà.", "sindaco", "la diga terrà"),
    ("pt", "O prefeito mostrou-se convencido de que o dique aguenta.", "prefeito", "o dique aguenta"),
    ("nl", "De burgemeester is ervan overtuigd dat de dijk houdt.", "burgemeester", "de dijk houdt"),
    ("pl", "Burmistrz jest przekonany, że wał wytrzyma.", "Burmistrz", "wał wytrzyma"),
    ("uk", "Мер переконаний, що дамба витримає.", "Мер", "дамба витримає"),
]
OTHER_CLAUSES = [
    (
        "es",
        "Cifuentes, por su parte, dijo desconocer el acuerdo entero.",
        "Cifuentes",
        "desconocer el acuerdo entero",
    ),
    (
        "es",
        "El Ayuntamiento informó de que el corte durará tres días.",
        "Ayuntamiento",
        "el corte durará tres días",
    ),
    ("fr", "Le suspect affirme ne pas connaître la victime.", "suspect", "ne pas connaître la victime"),
    ("pt", "O suspeito disse não conhecer a vítima.", "suspeito", "não conhecer a vítima"),
    ("it", "L'ex sindaco ha detto che il ponte tiene.", "ex sindaco", "il ponte tiene"),
    (
        "nl",
        "De verdachte verklaarde niets meer te weten van die avond.",
        "verdachte",
        "niets meer te weten van die avond",
    ),
    ("ru", "Соседи говорят, мол, он и мухи не обидит.", "Соседи", "он и мухи не обидит"),
    ("uk", "Сусіди кажуть, мовляв, він нікого не чіпав.", "Сусіди", "він нікого не чіпав"),
    (
        "de",
        "Er sei krank gewesen, hatte der Angeklagte erklären lassen.",
        "Angeklagte",
        "Er sei krank gewesen",
    ),
    (
        "de",
        "Dass die Brücke gesperrt werde, kündigte der Landrat an.",
        "Landrat",
        "die Brücke gesperrt werde",
    ),
    (
        "de",
        "Es werde keinen Abbau geben, teilte eine Sprecherin der Nachrichtenagentur mit.",
        "Sprecherin",
        "Es werde keinen Abbau geben",
    ),
]
WHO_IS_CALLED = [
    ("uk", "За словами Василя Гордійчука, міст відкриють.", "Василь Гордійчук", "міст відкриють"),
    ("pl", "Według ustaleń śledczych auto jechało za szybko.", "śledczy", "auto jechało za szybko"),
    ("ru", "В компании подчеркнули, что сбой устранён.", "компания", "сбой устранён"),
    ("ru", "Как рассказал «Чайке» тренер Вадим Гущин, команда устала.", "Вадим Гущин", "команда устала"),
    (
        "es",
        "Según la alcaldesa, Nubia Carrasco, el parque abrirá en junio.",
        "Nubia Carrasco",
        "el parque abrirá en junio",
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "said"), HEARD + CONVINCED + OTHER_CLAUSES + WHO_IS_CALLED
)
def test_clauses_and_phrases_in_which_somebody_says_something(
    language: str, text: str, speaker: str, said: str
) -> None:
    assert _who_says(language, text) == [(speaker, "asserted", said)]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "said"),
    [
        (
            "de",
            "Dass der Fonds leer sei, dementierte Sprecherin Uta Lemke.",
            "Uta Lemke",
            "der Fonds leer sei",
        ),
        (
            "nl",
            "Dat het fonds leeg is, ontkent woordvoerder Piet Bakker.",
            "Piet Bakker",
            "het fonds leeg is",
        ),
        ("pl", "Minister zaprzeczył, jakoby znał wykonawcę.", "Minister", "znał wykonawcę"),
        ("fr", "La défense conteste que l'accusé ait été présent.", "défense", "l'accusé ait été présent"),
    ],
)
def test_what_is_denied_in_such_clauses_is_denied(language: str, text: str, speaker: str, said: str) -> None:
    assert _who_says(language, text) == [(speaker, "denied", said)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Werftarbeiter protestieren in Kiel – Konzern: Kein Stellenabbau in diesem Jahr"),
        ("de", "Der Anwalt ist nicht überzeugt, und der Rat wartet."),
        ("fr", "Le pont est convaincu de rien."),
        ("ru", "Из этого следует только одно."),
    ],
)
def test_what_nobody_says_in_such_clauses_is_not_proposed(language: str, text: str) -> None:
    assert _who_says(language, text) == []


def test_quoted_words_that_are_a_part_of_the_sentence_go_on_with_it() -> None:
    text = "Man werde, so Landrat Ewald Thiessen, „keinen Meter“ Deich preisgeben."
    assert _who_says("de", text) == [
        ("Ewald Thiessen", "asserted", "Man werde"),
        ("Ewald Thiessen", "asserted", "„keinen Meter“ Deich preisgeben"),
    ]


SPOKEN_OF_AGAIN = [
    (
        "de",
        "Kapitän Timo Eberlein wurde deutlicher. „Das war nichts“, schimpfte der Mittelfeldspieler.",
        "Timo Eberlein",
    ),
    (
        "de",
        "Anwohnerin Gesine Fokken sieht das anders. „Passiert ist nichts“, sagt die 67-Jährige.",
        "Gesine Fokken",
    ),
    ("fr", "Maud Delattre signe un premier roman. « C'est une lettre », confie l'autrice.", "Maud Delattre"),
    ("es", "Iker Solano volvió al equipo. «Ha sido un año duro», admite el delantero.", "Iker Solano"),
    (
        "it",
        "Massimo Grandi cambia modulo. «Abbiamo buttato due punti», ammette il tecnico.",
        "Massimo Grandi",
    ),
    (
        "pl",
        "Kacper Wójtowicz wrócił do składu. – To był mój mecz – cieszył się bramkarz.",
        "Kacper Wójtowicz",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN_OF_AGAIN)
def test_what_somebody_is_called_again_stands_for_whom_the_sentence_before_is_about(
    language: str, text: str, speaker: str
) -> None:
    [proposal] = extract(text, language=language)
    assert proposal.speaker is not None and proposal.speaker.canonical == speaker
    assert proposal.confidence < 0.9


def test_an_office_is_not_taken_for_whom_the_sentence_before_is_about() -> None:
    text = "Timo Eberlein ging früh. „Das prüfen wir“, sagte der Minister."
    assert _who_says("de", text) == [("Minister", "asserted", "Das prüfen wir")]


def test_a_spokesman_is_the_one_who_was_described_more_fully() -> None:
    text = "Ein Polizeisprecher teilte mit, die Halle sei leer. Das Feuer sei aus, sagte der Sprecher."
    assert [who for who, _, _ in _who_says("de", text)] == ["Polizeisprecher", "Polizeisprecher"]


WHO_STANDS_BEHIND = [
    ("fr", "« Je plaide coupable », a lancé, sourire aux lèvres, le chanteur Nordine Vial.", "Nordine Vial"),
    ("pl", "„Będziemy walczyć” – zapewniła w rozmowie z „Mewą” Magdalena Stec.", "Magdalena Stec"),
    ("it", "«Ho perso tutto», ripete l'uomo, seduto sul molo.", "uomo"),
    ("ru", "— Ничего не видела, — повторяет женщина.", "женщина"),
    ("uk", "– Нічого не бачила, – повторює жінка.", "жінка"),
    ("pl", "Zdaniem eksperta złoty się umocni.", "ekspert"),
    ("ru", "По мнению эксперта, рубль ослабнет.", "эксперт"),
    ("uk", "На думку експерта, гривня ослабне.", "експерт"),
    ("ru", "Как утверждает Павел Громов из Политехнического университета, дамба слаба.", "Павел Громов"),
    ("it", "Fonti del ministero riferiscono che la riforma slitta.", "Fonti del ministero"),
    ("pt", "Fontes da empresa adiantam que o negócio está fechado.", "Fontes da empresa"),
    ("de", "Der Verband kritisierte, der Roman zeichne ein Zerrbild.", "Verband"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), WHO_STANDS_BEHIND)
def test_who_stands_behind_asides_and_in_the_genitive(language: str, text: str, speaker: str) -> None:
    [(who, polarity, _)] = _who_says(language, text)
    assert (who, polarity) == (speaker, "asserted")


def test_an_infinitive_behind_a_modal_verb_is_no_verb_of_saying() -> None:
    text = "„Hier wurde weggeschaut“, kritisierte Lorenz Haber. Der Rat müsse erklären, warum nichts geschah."
    assert _who_says("de", text)[1:] == [
        ("Lorenz Haber", "asserted", "Der Rat müsse erklären, warum nichts geschah."),
    ]


@pytest.mark.parametrize("rows", [PAPERS, FROM_WHERE, LED_UP, ASKED_BEFORE, HEARD, CONVINCED, OTHER_CLAUSES])
def test_no_sentence_that_is_cut_anywhere_raises(rows: list[tuple[str, ...]]) -> None:
    for language, text, *_ in rows:
        words = text.split()
        for count in range(1, len(words)):
            for piece in (" ".join(words[:count]), " ".join(words[count:])):
                for proposal in extract(piece, language=language):
                    assert 0 <= proposal.start < proposal.end <= len(piece)
