"""Narration between the turns of an interview, and below the last one, is nobody's words; what may be narration is never sure."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from onrecord.extract.turns import proposals_of
from onrecord.ingest.read import read_bytes

Talk = list[tuple[str, str]]
TALK: Talk = [
    ("Jan Roth", "When did the mill stop?"),
    ("Mona Berg", "In the spring, on a Tuesday."),
    ("Jan Roth", "Who told you?"),
    ("Mona Berg", "Nobody did. The wheel stood still."),
]
RUNNING: Talk = [
    ("Jan Roth", "When did the mill stop?"),
    ("Mona Berg", "In the spring."),
    ("", "I heard it from the kitchen. My bread was in the oven."),
    ("Jan Roth", "Who told you?"),
    ("Mona Berg", "Nobody did."),
    ("", "We went down to look, and the wheel stood still."),
    ("Jan Roth", "And now?"),
    ("Mona Berg", "Now it turns again."),
]


def markdown(talk: Talk) -> tuple[bytes, str]:
    return "\n\n".join(f"**{who}:** {words}" if who else words for who, words in talk).encode(), "a.md"


def plain(talk: Talk) -> tuple[bytes, str]:
    return "\n\n".join(f"{who}: {words}" if who else words for who, words in talk).encode(), "a.txt"


def lines(talk: Talk) -> tuple[bytes, str]:
    return plain(talk)[0].replace(b"\n\n", b"\n"), "a.txt"


def page(talk: Talk) -> tuple[bytes, str]:
    body = "".join(f"<p><b>{who}:</b> {words}</p>" if who else f"<p>{words}</p>" for who, words in talk)
    return f"<html><body><article>{body}</article></body></html>".encode(), "a.html"


def word(talk: Talk) -> tuple[bytes, str]:
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in plain(talk)[0].decode().split("\n\n")
    )
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{paragraphs}</w:body></w:document>",
        )
    return data.getvalue(), "a.docx"


FORMATS = (markdown, plain, lines, page, word)
Format = Callable[[Talk], tuple[bytes, str]]


def sure_and_unsure(written: Format, talk: Talk) -> tuple[str, str]:
    data, name = written(talk)
    read = read_bytes(data, name=name)
    assert len(read.turns) >= len([who for who, _ in talk if who])
    said = {True: "", False: ""}
    for one in proposals_of(read):
        said[one.confidence >= 0.9] += read.text[one.start : one.end] + "\n\n"
    return said[True], said[False]


NARRATION = (
    "The interview took place in March.",
    "This conversation has been edited for length and clarity.",
    "Mona Berg lives by the weir with her two dogs.",
    "Berg, 61, ran the mill for thirty years.",
    "Jan Roth is a writer in Norport.",
    "Photo: Ida Falk",
    "Pictures by Ida Falk",
    "Subscribe to our newsletter",
    "Write to us at desk@gazette.example.",
    "© The Gazette",
    "Correction: An earlier version gave the wrong year.",
    "Das Interview führte Jan Roth.",
    "Foto: Ida Falk",
    "Propos recueillis par Jan Roth",
    "Rozmawiał: Jan Roth",
    "Беседовал Ян Рот",
)
STAGE = (
    "She laughs.",
    "He pauses and looks out of the window.",
    "Sie lacht und schenkt Tee nach.",
    "Elle rit.",
    "Она смеётся.",
)
NOBODY_KNOWS = ("It went on for an hour.", "The waiter brings coffee.", "There is a long silence.")


@pytest.mark.parametrize("written", FORMATS)
@pytest.mark.parametrize("talk", [TALK, RUNNING], ids=["short", "running"])
def test_what_stands_below_the_last_turn_is_nobodys_words(written: Format, talk: Talk) -> None:
    for narration in NARRATION + STAGE:
        sure, unsure = sure_and_unsure(written, [*talk, ("", narration)])
        assert narration not in sure + unsure
        assert all(words in sure for who, words in talk if who)


@pytest.mark.parametrize("written", FORMATS)
def test_a_stage_direction_between_turns_is_nobodys_words(written: Format) -> None:
    for narration in STAGE:
        sure, unsure = sure_and_unsure(written, [*TALK[:2], ("", narration), *TALK[2:]])
        assert narration not in sure + unsure


@pytest.mark.parametrize("written", FORMATS)
@pytest.mark.parametrize("talk", [TALK, RUNNING], ids=["short", "running"])
def test_what_may_be_narration_is_never_sure(written: Format, talk: Talk) -> None:
    for narration in NOBODY_KNOWS:
        assert narration not in sure_and_unsure(written, [*talk, ("", narration)])[0]
    for narration in NOBODY_KNOWS:
        assert narration not in sure_and_unsure(written, [*TALK[:2], ("", narration), *TALK[2:]])[0]


@pytest.mark.parametrize("written", FORMATS)
def test_answers_that_run_on_are_the_speakers_own(written: Format) -> None:
    running = [*RUNNING, ("", "I sleep better for it. My sister does not.")]
    sure, unsure = sure_and_unsure(written, running)
    assert all(words in sure for _, words in running) and not unsure


def test_what_no_margin_lets_begin_a_line_is_no_paragraph_of_its_own() -> None:
    broken = (
        plain(TALK)[0].replace(b"\n\n", b"\n").replace(b" on a", b"\non a").replace(b" stood", b"\nstood")
    )
    read = read_bytes(broken, name="a.txt")
    assert [read.text[turn.start : turn.end].replace("\n", " ") for turn in read.turns] == [
        words for _, words in TALK
    ]


def test_below_answers_to_bold_questions_it_is_the_same() -> None:
    asked = (
        ("How did you begin?", "My aunt gave me a rake."),
        ("Were you good?", "No. I was tall."),
        ("And now?", "I stoop."),
    )
    body = "\n\n".join(f"**{question}**\n\n{answer}" for question, answer in asked)
    source = f"# “Tall”: an interview with Dagny Holt\n\nDagny Holt is a salt maker.\n\n{body}\n\nThis interview has been edited.\n"
    read = read_bytes(source.encode(), name="a.md")
    assert [read.text[turn.start : turn.end] for turn in read.turns] == [answer for _, answer in asked]


COMMENTS = (
    "We asked the council for comment. It did not answer.",
    "The ministry has not replied to our questions.",
    "The owner of the weir declined to comment.",
    "Wir baten den Eigentümer um eine Stellungnahme.",
    "La mairie n'a pas répondu à nos questions.",
    "Министерство не ответило на наш запрос.",
)


@pytest.mark.parametrize("written", FORMATS)
@pytest.mark.parametrize("talk", [TALK, RUNNING])
def test_others_who_were_asked_are_none_of_the_speakers_words(written: Format, talk: Talk) -> None:
    for words in COMMENTS:
        sure, _ = sure_and_unsure(written, [*talk, ("", "Her neighbours tell it another way."), ("", words)])
        assert words not in sure
        if talk is TALK:
            assert "another way" not in sure


@pytest.mark.parametrize("written", FORMATS)
def test_we_below_the_last_turn_is_not_sure_to_be_the_speaker(written: Format) -> None:
    below = "We went back to the weir a year later, and found the door locked."
    sure, _ = sure_and_unsure(written, [*TALK, ("", below)])
    assert below not in sure
