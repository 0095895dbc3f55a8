"""Who answers in an interview whose labels say it in short, once, or not at all; and what is narration between the answers."""

import pytest

from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes


def page(title: str, *paragraphs: str) -> Document:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    source = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return read_bytes(source.encode(), name="a.html")


def said(document: Document) -> list[tuple[str, str]]:
    return [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns]


@pytest.mark.parametrize(
    ("title", "above", "answers"),
    [
        ("Q&amp;A with Ada Brink, warden", "Ada Brink wrote back the same day.", "Ada Brink"),
        ("Questions for weaver Ada Brink", "She wrote back the same day.", "Ada Brink"),
        ("Fragen an Ada Brink", "Sie antwortete am selben Tag.", "Ada Brink"),
        ("The last loom", "Ada Brink weaves. Ada Brink answered the questions of Per Sund.", "Ada Brink"),
        ("The last loom", "Ada Brink answered the questions of Per Sund.", None),
    ],
)
def test_letters_of_questions_and_answers_are_those_of_whom_the_title_names(
    title: str, above: str, answers: str | None
) -> None:
    read = page(title, above, "Q: Is it slow?", "A: It is slow.", "Q: And dear?", "A: Very dear, too.")
    assert [who for who, _ in said(read)][1::2] == [answers or "A"] * 2


@pytest.mark.parametrize(
    ("title", "above", "question", "answers"),
    [
        ("„Holz vergisst nichts“", "Die Tischlerin Ada Brink über Holz. Ein Gespräch.", "Frau Brink, warum Holz?", "Ada Brink"),
        ("« Le bois n'oublie pas »", "Ada Brink, menuisière. Entretien.", "Madame Brink, pourquoi le bois ?", "Ada Brink"),
        ("Интервью с ткачихой Анной Беловой", "Анна Белова ткёт сорок лет.", "Почему ткань?", "Анна Белова"),
        ("Ткань помнит", "Анна Белова ткёт сорок лет. Интервью.", "Анна Петровна, почему ткань?", "Анна Белова"),
    ],
)  # fmt: skip
def test_whom_the_questions_address_answers_them(title: str, above: str, question: str, answers: str) -> None:
    asked = [f"<b>{words}</b>" for words in (question, "Was kostet es?", "Und dann?")]
    read = page(title, above, asked[0], "Eins zwei drei.", asked[1], "Vier fünf.", asked[2], "Sechs.")
    assert said(read) == [(answers, "Eins zwei drei."), (answers, "Vier fünf."), (answers, "Sechs.")]


def test_last_names_behind_full_ones_are_short_for_them() -> None:
    read = page(
        "Two smiths",
        "<b>Ada Brink:</b> I heat it.",
        "<b>Olu Sand:</b> And I strike.",
        "<b>Post:</b> Who decides?",
        "<b>Brink:</b> The iron does.",
        "<b>Post:</b> And at home?",
        "<b>Sand:</b> She does.",
    )
    assert [who for who, _ in said(read)] == [
        "Ada Brink",
        "Olu Sand",
        "Post",
        "Ada Brink",
        "Post",
        "Olu Sand",
    ]


def test_initials_with_stops_are_no_full_name() -> None:
    read = page(
        "Entretien avec Ada Brink, forgeronne",
        "Propos recueillis par Luc Sand.",
        "<b>Luc Sand :</b> C'est lent ?",
        "<b>Ada Brink :</b> C'est lent.",
        "<b>L. S. :</b> Et cher ?",
        "<b>A. B. :</b> Très cher.",
    )
    assert [who for who, _ in said(read)] == ["Luc Sand", "Ada Brink", "Luc Sand", "Ada Brink"]


def test_a_paragraph_in_italics_between_the_turns_is_narration() -> None:
    read = page(
        "A walk",
        "<b>Post:</b> Here?",
        "<b>Ada Brink:</b> Right here.",
        "I meant it.",
        "<em>She stops under the tree.</em>",
        "And nowhere else.",
        "<b>Post:</b> Why?",
        "<b>Ada Brink:</b> The shade.",
    )
    assert said(read)[1:3] == [
        ("Ada Brink", "Right here.\n\nI meant it."),
        ("Ada Brink", "And nowhere else."),
    ]
