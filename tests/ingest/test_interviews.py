"""Interviews without labels: the questions are bold, or headings, and the answers are those of the one who is named."""

import pytest

from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes

SPANISH = (
    "«El puerto no se vende»: entrevista con Rosalía Ferrán",
    "Rosalía Ferrán dirige desde hace diez años la cofradía. La recibe a este diario en su despacho del muelle viejo.",
    [
        (
            "¿Por qué se opone a la venta?",
            "Porque el puerto es de quien madruga. Lo compraron nuestros abuelos.",
        ),
        ("¿Ha hablado con el alcalde?", "Dos veces. Las dos me escuchó y las dos se olvidó."),
        ("¿Y si insisten?", "Entonces nos verán en la bocana, con todos los barcos."),
    ],
    "Rosalía Ferrán",
)
ENGLISH = (
    "“Salt remembers”: Dagny Holt on thirty years in the pans",
    "Dagny Holt, 61, is the last salt maker of Ostrey. She spoke to Bram Kessel in her kitchen.",
    [
        ("How did you begin?", "My aunt handed me a rake and told me not to come back until dark."),
        ("Tell us of the northern pan.", "It was the best of them, and I sold it for a tractor."),
        ("Do you regret it?", "Every spring. The tractor does not run."),
    ],
    "Dagny Holt",
)
RUSSIAN = (
    "Вера Носова: «Лёд не спрашивает»",
    "Гидролог Вера Носова сорок лет следит за льдом на реке. Интервью записано весной.",
    [
        ("Когда вскроется река?", "Когда захочет. Мы только считаем дни и смотрим на воду."),
        ("Вам не страшно?", "Страшно тому, кто выходит без палки."),
        ("Что изменилось?", "Раньше нас слушали, а теперь нас показывают."),
    ],
    "Вера Носова",
)
INTERVIEWS = {"es": SPANISH, "en": ENGLISH, "ru": RUSSIAN}
Given = tuple[str, str, list[tuple[str, str]], str]


def page(given: Given, opening: str, closing: str, below: str = "") -> Document:
    title, above, parts, _ = given
    body = "".join(f"{opening}{question}{closing}<p>{answer}</p>" for question, answer in parts)
    source = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{above}</p>{body}{below}</article></body></html>"
    return read_bytes(source.encode(), name="a.html")


def said(read: Document) -> list[tuple[str, str]]:
    return [(turn.speaker, read.text[turn.start : turn.end]) for turn in read.turns]


@pytest.mark.parametrize("language", INTERVIEWS)
@pytest.mark.parametrize(
    ("opening", "closing"),
    [("<p><strong>", "</strong></p>"), ("<p><b><i>", "</i></b></p>"), ("<h3>", "</h3>")],
    ids=["strong", "bold-italic", "heading"],
)
def test_answers_below_emphasised_questions_are_whose_interview_it_is(
    language: str, opening: str, closing: str
) -> None:
    given = INTERVIEWS[language]
    assert said(page(given, opening, closing)) == [(given[3], answer) for _, answer in given[2]]


@pytest.mark.parametrize("language", INTERVIEWS)
def test_the_same_in_markdown(language: str) -> None:
    title, above, parts, name = INTERVIEWS[language]
    source = f"# {title}\n\n{above}\n\n" + "".join(f"**{asks}**\n\n{answer}\n\n" for asks, answer in parts)
    assert said(read_bytes(source.encode(), name="a.md")) == [(name, answer) for _, answer in parts]


def test_what_is_said_of_them_at_the_end_is_none_of_their_words() -> None:
    read = page(ENGLISH, "<p><b>", "</b></p>", "<p>“Salt”, by Dagny Holt, is published in May.</p>")
    assert said(read)[-1] == ("Dagny Holt", "Every spring. The tractor does not run.")


TITLE, ABOVE, PARTS, NAME = ENGLISH


@pytest.mark.parametrize(
    "given",
    [
        (TITLE, "Dagny Holt, 61, is the last salt maker of Ostrey.", PARTS, NAME),
        (TITLE, ABOVE, [*PARTS, ("What happens next?", "Then Holt will close the pans, the town says.")] * 2, NAME),
        ("Dagny Holt and Bo Quist on salt", f"{ABOVE} Bo Quist was there too.", PARTS, NAME),
        ("Thirty years in the pans", ABOVE, PARTS, NAME),
        (TITLE, ABOVE, PARTS[:2], NAME),
    ],
    ids=["no-interview", "speaks-of-her", "two-people", "nobody", "two-questions"],
)  # fmt: skip
def test_what_may_be_no_interview_is_given_to_nobody(given: Given) -> None:
    assert said(page(given, "<p><b>", "</b></p>")) == []


@pytest.mark.parametrize("colon", ["{}:**", "{}**:"])
def test_two_emphasised_names_in_front_of_all_paragraphs_are_a_talk(colon: str) -> None:
    def turns(*said: tuple[str, str]) -> list[str]:
        source = "# The weir\n\n" + "\n\n".join(f"**{colon.format(who)} {words}" for who, words in said)
        return [turn.speaker for turn in read_bytes(source.encode(), name="a.md").turns]

    assert turns(("Anna Moe", "It holds."), ("Ivo Brandt", "Who paid?")) == ["Anna Moe", "Ivo Brandt"]
    assert turns(("Opening Hours", "Nine to five."), ("Ticket Prices", "Two euro.")) == []
