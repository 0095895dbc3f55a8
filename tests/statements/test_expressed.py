"""Words that a text has somebody deny, or not say, are recorded as that where neither a cue nor a polarity is given."""

import json
from pathlib import Path
from urllib.parse import quote as quoted

import pytest
from conftest import Run
from factories import quote, source
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.store import writing
from onrecord.statements.expressed import expressed_at

WORDS = "The lighthouse is a ruin and should be sold."
AROUND = [
    ("denied", 'In March, Riis denied having said: "{}" He left.'),
    ("denied", "Riis has denied ever saying “{}”"),
    ("denied", "He denied that he had said “{}” to anybody."),
    ("denied", "The storm passed.\n\nRiis denied having said:\n\n“{}”\n\nThe council met."),
    ("not_said", "Riis never said “{}”"),
    ("not_said", "Der Vogt des Ortes hat vor dem Rat der Stadt nie gesagt: „{}“"),
    ("asserted", "Riis said: “{}”"),
    ("asserted", "Riis denied the charge. “{}” he said."),
    ("asserted", "Riis denied the charge and said: “{}”"),
    ("asserted", "Riis never tired of saying: “{}”"),
    ("asserted", "Riis said: “{}” Hagen denied that."),
    ("asserted", "Hagen did not come.\n\n“{}”\n\nRiis denied nothing."),
    ("asserted", "{}"),
]


@pytest.mark.parametrize(("polarity", "around"), AROUND)
def test_it_is_what_the_clause_around_the_words_expresses(polarity: str, around: str) -> None:
    start = around.index("{}")
    assert expressed_at(around.format(WORDS), start, start + len(WORDS)) == polarity
    # A link to a selection may leave out the stop.
    assert expressed_at(around.format(WORDS), start, start + len(WORDS) - 1) == polarity


@given(st.text(max_size=60), st.text(min_size=1, max_size=40), st.text(max_size=60))
def test_any_text_can_be_read(before: str, words: str, behind: str) -> None:
    text = f"{before}“{words}”{behind}"
    start = len(before) + 1
    assert expressed_at(text, start, start + len(words)) in ("asserted", "denied", "not_said", "asked")


def test_a_polarity_or_a_cue_that_is_given_wins(database: Path) -> None:
    with writing(database, "test") as store:
        source(store, f"Riis denied having said: “{WORDS}”\n")
        added = quote(store, WORDS, by="Jonas Riis", polarity="asserted")
        assert (added.quote.polarity, added.quote.polarity_basis, added.notes) == ("asserted", "stated", ())
        by_cue = quote(store, WORDS, by="Rolf Hagen", cue="said")
        assert by_cue.quote.polarity == "asserted"
        assert by_cue.notes == (
            "the source seems to have Rolf Hagen deny it: recorded as asserted, because of the cue “said”",
        )
        read = quote(store, WORDS, by="Ann Lund")
        assert (read.quote.polarity, read.quote.polarity_basis) == ("denied", None)
        assert read.notes == ("the source has Ann Lund deny it: recorded as denied",)


def test_the_commands_say_that_it_is_denied(run: Run, tmp_path: Path) -> None:
    run("init")
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><article><p>Hagen denied having said: “{WORDS}”</p></article></body></html>"
    )
    link = f"https://news.example/hagen#:~:text={quoted(WORDS)}"
    clipped = run("clip", link, "--file", page, "--citekey", "page", "--by", "Rolf Hagen", "--new-speaker")
    added = run("add", "quote", WORDS, "--by", "Jonas Riis", "--new-speaker", "--in", "page")
    for told, who in ((clipped, "Rolf Hagen"), (added, "Jonas Riis")):
        assert f"the source has {who} deny it: recorded as denied; --polarity says otherwise" in " ".join(
            told.stderr.split()
        )
    recorded = json.loads(run("list", "quotes", "--json").stdout)
    assert [one["polarity"] for one in recorded] == ["denied", "denied"]
