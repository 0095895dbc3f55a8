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
