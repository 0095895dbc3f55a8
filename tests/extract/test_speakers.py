"""Who is proposed as a speaker can be one: no time, no pronoun that points nowhere, nobody who merely stands nearby."""

import pytest

from onrecord.extract import NOT_ASSERTED, Proposal, extract
from onrecord.proposals.decide import CONFIDENT

WHO = {
    "last week": (
        "Last week, the port director, Ann Lee, recommended that the bridge be closed.",
        "the port director",
        "Ann Lee",
    ),
    "two days later": (
        "Two days later, the port director, Ann Lee, said the bridge would hold.",
        "the port director",
        "Ann Lee",
    ),
    "last year, with the name first": (
        "Last year, Bo Quist, the mayor, told reporters that it would hold.",
        "Bo Quist",
        "Bo Quist",
    ),
    "the paper called after times": (
        "“It is old,” the Times wrote.",
        "the Times",
        "Times",
    ),
    "where it was written": (
        "“The bridge will hold,” Anna Keller on Twitter said.",
        "Anna Keller",
        "Anna Keller",
    ),
    "where it was written, in German": (
        "„Die Brücke hält noch Jahre“, sagte Anna Keller auf Twitter.",
        "Anna Keller",
        "Anna Keller",
    ),
    "a talk, in German": (
        "„Die Brücke hält noch Jahre“, sagte Anna Keller im Gespräch mit dem Spiegel.",
        "Anna Keller",
        "Anna Keller",
    ),
    "an office with its holder": (
        "The chair of the Eastport Harbour Board, Margaret Ellingham, said the bridge would hold.",
        "The chair of the Eastport Harbour Board",
        "Margaret Ellingham",
    ),
    "whose report it was": (
        "The National Audit Office published a report. Ann Lee rejected it. The report said the bridge was unsafe.",
        "The report",
        "National Audit Office",
    ),
    "whose letter it was": (
        "In a letter from Greenpeace the mayor was warned. Ann Lee came. The letter said the bridge was unsafe.",
        "The letter",
        "Greenpeace",
    ),
    "a possessive": (
        "The board's study is late. Ann Lee spoke first. Port Watch's study came out. The study found that it was unsafe.",
        "The study",
        "Port Watch",
    ),
    "a heading in running text": (
        (
            "Storm Damage\nAnn Lee, who is the mayor of Oslo and its former harbour master, said on\n"
            "Monday that the bridge would hold for as long as anybody could need it, and\nthat it was new."
        ),
        "Ann Lee",
        "Ann Lee",
    ),
}


def _last(text: str) -> Proposal:
    return extract(text)[-1]


@pytest.mark.parametrize(("text", "printed", "who"), WHO.values(), ids=WHO)
def test_who_speaks(text: str, printed: str, who: str) -> None:
    speaker = _last(text).speaker
    assert speaker is not None
    assert (speaker.text, speaker.canonical) == (printed, who)


def test_an_office_without_a_name_is_a_person() -> None:
    one = _last("The chair of the Eastport Harbour Board said the bridge would hold.")
    assert (one.kind, one.unnamed) == ("person", True)


@pytest.mark.parametrize("document", ["report", "letter", "study", "statement"])
def test_a_document_is_nobody_who_stands_nearby(document: str) -> None:
    one = _last(f"“It is safe,” said Ann Lee. The {document} said the bridge was unsafe.")
    assert one.speaker is not None
    assert (one.speaker.canonical, one.unnamed) == (document, True)
    assert one.confidence < 0.8


@pytest.mark.parametrize("pronoun", ["I", "You", "They", "He", "She", "We", "Both"])
def test_a_pronoun_of_nobody_known_stays_one(pronoun: str) -> None:
    one = _last(f"“The bridge will hold for years,” {pronoun.lower() if pronoun != 'I' else pronoun} said.")
    given = one.as_json()
    assert (given["speaker_text"], given["speaker_canonical"]) == (
        pronoun if pronoun == "I" else pronoun.lower(),
        None,
    )
    assert (given["unresolved"], one.unnamed, one.confidence < NOT_ASSERTED) == (True, True, True)


@pytest.mark.parametrize(
    "text", ["Which says that the bridge is old.", "Last week said that the bridge is old."]
)
def test_nothing_is_said_by_what_cannot_speak(text: str) -> None:
    assert not extract(text)


@pytest.mark.parametrize(
    ("name", "kind", "confident"),
    [
        ("Ellingham", "organisation", False),
        ("Unilever", "organisation", False),
        ("Margaret", "person", True),
        ("Ellingham, 54,", "person", True),
        ("Ellingham, a shopkeeper who lost everything,", "person", True),
        ("Reuters", "organisation", True),
        ("KCNA", "organisation", True),
        ("France", "organisation", True),
    ],
)
def test_one_word_may_name_a_person_or_an_organisation(name: str, kind: str, confident: bool) -> None:
    text = f"The council met on Tuesday.\n\n“We will rebuild the wall before winter,” {name} said.\n"
    [one] = extract(text)
    assert one.speaker is not None
    assert (one.speaker.canonical, one.kind, one.confidence >= CONFIDENT) == (
        name.partition(",")[0],
        kind,
        confident,
    )


def test_a_pronoun_tells_that_one_word_is_a_person() -> None:
    text = "“The wall will hold,” Ellingham said on Monday of the plan.\n\n“It will be rebuilt,” she said.\n"
    assert [one.kind for one in extract(text)] == ["organisation", "person"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Danone a annoncé que l'usine fermerait.", "organisation"),
        ("Le maire Dupont a annoncé que l'usine fermerait.", "person"),
        ("«Мы закроем этот завод», — сообщил Газпром.", "organisation"),
        ("«Мы закроем этот завод», — сообщил директор Лаптев.", "person"),
        ("„Wir schließen das Werk in Ahlen“, teilte Henkel mit.", "organisation"),
    ],
)
def test_one_word_in_other_languages(text: str, kind: str) -> None:
    [one] = extract(text)
    assert one.kind == kind
    assert kind == "person" or one.confidence < CONFIDENT


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Selon Le Monde, la ministre a quitté Paris.", "Le Monde"),
        ("Según El País, el puente cerrará en mayo.", "El País"),
        ("Secondo La Repubblica, il ponte chiuderà.", "La Repubblica"),
    ],
)
def test_the_article_of_a_newspaper_is_part_of_its_name(text: str, paper: str) -> None:
    [one] = extract(text)
    assert (one.speaker and one.speaker.canonical, one.kind) == (paper, "organisation")


@pytest.mark.parametrize(
    "text", ["„Das Tor bleibt heute zu“, sagte er.", "« Le pont fermera en mai », a-t-il dit."]
)
def test_a_pronoun_that_fits_nobody_is_unresolved_in_other_languages_too(text: str) -> None:
    [one] = extract(text)
    given = one.as_json()
    assert (given["speaker_canonical"], given["unresolved"], one.unnamed) == (None, True, True)


@pytest.mark.parametrize(
    ("text", "who", "kind"),
    [
        ("“We will not raise taxes,” the Prime Minister told reporters.", "Prime Minister", "office"),
        ("The Governor of Texas said he would sign it.", "Governor of Texas", "office"),
        ("The Chief Constable said the officers had acted well.", "Chief Constable", "office"),
        ("The Attorney General said that charges would follow.", "Attorney General", "office"),
        ("The Supreme Court said the law was void.", "Supreme Court", "organisation"),
        ("According to the Met Office, it will rain.", "Met Office", "organisation"),
        ("Two weeks ago Tesco said that sales rose.", "Tesco", "organisation"),
        ("Amnesty International said the arrests were unlawful.", "Amnesty International", "organisation"),
        ("Number 10 said the minister had full confidence.", "Number 10", "organisation"),
        ("Paris said it would not pay.", "Paris", "organisation"),
    ],
)
def test_an_office_is_neither_a_person_s_name_nor_an_organisation(text: str, who: str, kind: str) -> None:
    found = [one for one in extract(text) if one.speaker is not None]
    assert [(one.speaker.canonical, one.kind) for one in found if one.speaker] == [(who, kind)]


def test_it_is_the_organisation_that_the_sentence_before_is_about() -> None:
    text = "The Home Office said the plan stood. The Treasury denied a split. “There is no plan for that,” it said."
    assert [one.speaker.canonical for one in extract(text) if one.speaker and one.form == "direct"] == [
        "Treasury"
    ]


def test_he_is_the_unnamed_person_whom_the_sentence_before_is_about() -> None:
    text = "A harbour spokesman declined to comment. “We have seen the reports,” he said."
    assert [one.speaker.canonical for one in extract(text) if one.speaker and one.form == "direct"] == [
        "harbour spokesman"
    ]
