"""Where the turns of an interview begin and end: labels that are short later on, and the author's words around them."""

from pathlib import Path

import pytest

from onrecord.ingest.read import read_file

TURNS = [
    ("Port News", "Will the bridge hold?"),
    ("Ann Lee", "I said last year that it would hold. We told the board that it was new."),
    ("Port News", "Who says so?"),
    ("Ann Lee", "You say it is old. “It is fine,” the mayor told me."),
]
ABOVE = "Ann Lee has run the port of Eastport since 2015. Port News spoke to her on Monday about the bridge."
BELOW = "The bridge was opened in 1990 and is 300 metres long. Mayor Bo Quist said on Tuesday that it would close."
# Printed for the second answer; the others are printed in full.
LABELS = ["Port News", "Ann Lee", "Port News", "Lee"]


def _markdown() -> str:
    turns = "\n\n".join(f"**{label}:** {words}" for label, (_, words) in zip(LABELS, TURNS, strict=True))
    return f"# “It will hold”\n\n{ABOVE}\n\n{turns}\n\n{BELOW}\n"


def _plain() -> str:
    return _markdown().replace("**", "").replace("# ", "")


def _page() -> str:
    turns = "".join(
        f"<p><strong>{label}:</strong> {words}</p>" for label, (_, words) in zip(LABELS, TURNS, strict=True)
    )
    return f"<html><body><article><h1>“It will hold”</h1><p>{ABOVE}</p>{turns}<p>{BELOW}</p></article></body></html>"


def _terms() -> str:
    turns = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in TURNS)
    above = "Port News spoke to Ann Lee, the port director, on Monday about the old bridge of Eastport."
    return f"<html><body><article><p>{above}</p><dl>{turns}</dl><p>{BELOW}</p></article></body></html>"


def _turns(path: Path, text: str) -> list[tuple[str, str]]:
    path.write_text(text, encoding="utf-8")
    read = read_file(path)
    return [(turn.speaker, read.text[turn.start : turn.end]) for turn in read.turns]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", _markdown()), ("a.txt", _plain()), ("a.html", _page()), ("terms.html", _terms())],
    ids=["Markdown", "plain", "page", "terms"],
)
def test_an_interview_between_its_author_s_words(tmp_path: Path, name: str, text: str) -> None:
    assert _turns(tmp_path / name, text) == TURNS


def test_an_answer_goes_on_below(tmp_path: Path) -> None:
    going_on = "It was hard, but we did it."
    text = _markdown().replace(TURNS[3][1], f"{TURNS[3][1]}\n\n{going_on}")
    assert _turns(tmp_path / "a.md", text.replace(TURNS[1][1], f"{TURNS[1][1]}\n\n{going_on}"))[-1] == (
        "Ann Lee",
        f"{TURNS[3][1]}\n\n{going_on}",
    )


def test_letters_end_above_the_author_s_words_too(tmp_path: Path) -> None:
    text = f"{ABOVE}\n\nQ: Will it hold?\n\nA: I said that it would.\n\nQ: Who says so?\n\nA: You do.\n\n{BELOW}\n"
    assert _turns(tmp_path / "a.txt", text)[-1] == ("A", "You do.")
