"""Recording what a source has a speaker do with the words: assert them, deny them, not say them, ask them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import recorded
from conftest import Run
from factories import quote, source

from onrecord.db.store import Store, writing
from onrecord.errors import UsageError
from onrecord.model.records import Quote
from onrecord.statements import queries as statement_queries
from onrecord.statements.add import note_of_cue
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.undecided import undecided

TEXT = "Ann Lund denied that the fog was thick. “I saw nothing,” she denied. She did not say “the fog is thick”.\n"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        source(opened, TEXT)
        yield opened


def record(store: Store, reference: str) -> Quote:
    (only,) = recorded.quotes(store, reference)
    return only


CUES = [
    ("the fog was thick", "indirect", "denied", "denied"),
    ("the fog was thick", "indirect", "did not say", "not_said"),
    ("the fog was thick", "indirect", "asked whether", "asked"),
    ("the fog was thick", "indirect", "dementierte", "denied"),
    ("the fog was thick", "indirect", "said", "asserted"),
    ("the fog was thick", "indirect", None, "asserted"),
    ("I saw nothing", None, "denied", "asserted"),
    ("the fog is thick", None, "did not say", "not_said"),
]


@pytest.mark.parametrize(("text", "form", "cue", "polarity"), CUES)
def test_the_cue_says_it_and_the_note_says_so(
    store: Store, text: str, form: str | None, cue: str | None, polarity: str
) -> None:
    added = quote(store, text, by="Ann Lund", form=form, cue=cue)
    assert (added.quote.polarity, added.quote.polarity_basis) == (polarity, None)
    assert (added.notes == (note_of_cue(cue or "", polarity),)) == (polarity != "asserted")


def test_what_a_person_says_wins_and_is_remembered(store: Store) -> None:
    added = quote(
        store, "the fog was thick", by="Ann Lund", form="indirect", cue="denied", polarity="asserted"
    )
    assert (added.quote.polarity, added.quote.polarity_basis) == ("asserted", "stated")
    assert added.notes == ()
    edit_quote(store, added.quote.ref, Edits(cue="refuted"))
    assert record(store, added.quote.ref).polarity == "asserted"


def test_another_cue_says_something_else_until_a_person_decides(store: Store) -> None:
    ref = quote(store, "the fog was thick", by="Ann Lund", form="indirect", cue="said").quote.ref
    edit_quote(store, ref, Edits(cue="denied"))
    assert record(store, ref).polarity == "denied"
    edit_quote(store, ref, Edits(form="direct"))
    assert record(store, ref).polarity == "asserted"
    edit_quote(store, ref, Edits(polarity="denied"))
    edit_quote(store, ref, Edits(cue="said", form="indirect"))
    assert (record(store, ref).polarity, record(store, ref).polarity_basis) == ("denied", "stated")


def test_recording_it_again_otherwise_says_what_is_recorded(store: Store) -> None:
    quote(store, "the fog was thick", by="Ann Lund", form="indirect", cue="denied")
    again = quote(store, "the fog was thick", by="Ann Lund", form="indirect", polarity="asserted")
    assert not again.new_attribution and again.notes == ("it is recorded already", "it is recorded as denied")


@pytest.mark.parametrize("change", [lambda one: quote(one, "the fog was thick", by="Ann Lund", polarity="no"), lambda one: edit_quote(
    one, quote(one, "the fog was thick", by="Ann Lund").quote.ref, Edits(polarity="no"),
)])  # fmt: skip
def test_another_polarity_is_refused(store: Store, change: object) -> None:
    with pytest.raises(UsageError, match="'no' is not a polarity"):
        change(store)  # type: ignore[operator]


def older(store: Store, **fields: object) -> str:
    """An attribution as it was recorded before polarity was known."""
    ref = quote(store, "the fog was thick", by="Ann Lund", form="indirect", **fields).quote.ref
    store.execute("UPDATE attributions SET polarity = 'asserted'")
    return ref


def test_records_whose_cue_says_the_opposite_wait_for_a_person(store: Store) -> None:
    ref = older(store, cue="denied")
    other = quote(store, "I saw nothing", by="Ann Lund", cue="denied").quote.ref
    (one,) = undecided(store)
    assert (one.quote.ref, one.says) == (ref, "denied")
    assert undecided(store, statement_queries.attribution_ids(store, other)) == []
    edit_quote(store, ref, Edits(polarity="asserted"))
    assert undecided(store) == []


def test_what_is_asked_of_somebody_is_no_question(store: Store) -> None:
    older(store, cue="asked")
    assert undecided(store) == []


def test_verify_names_them_until_they_are_decided(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fog.txt").write_text(TEXT, encoding="utf-8")
    run("init")
    run("add", "source", "fog.txt", "--citekey", "lund-2025", "--title", "Fog")
    added = run(
        "add", "quote", "the fog was thick", "--by", "Ann Lund", "--new-speaker", "--in", "lund-2025",
        "--form", "indirect", "--cue", "denied",
    )  # fmt: skip
    assert "its cue “denied” makes it denied; --polarity says otherwise" in added.stderr
    assert run("verify", "--all").stderr == "1 checked: 1 not checkable.\n"
    database = next(tmp_path.rglob("*.db"))
    with writing(database, "an older version") as store:
        store.execute("UPDATE attributions SET polarity = 'asserted'")
    told = run("verify", "--all", code=1)
    ref = told.stderr.splitlines()[1].partition(":")[0]
    assert (
        f"{ref}: recorded as asserted, but its cue “denied” says denied. "
        f"Decide: onrecord edit {ref} --polarity denied (or asserted)" in told.stderr
    )
    assert [one["cue_says"] for one in json.loads(run("verify", "--all", "--json", code=1).stdout)] == [
        "denied"
    ]
    assert "Changed polarity" in run("edit", ref, "--polarity", "denied").stdout
    assert [one["cue_says"] for one in json.loads(run("verify", "--all", "--json").stdout)] == [None]
    assert (
        "'no' is not a polarity. Choose from: asserted, denied, not-said, asked."
        in run("edit", ref, "--polarity", "no", code=2).stderr
    )
    run("undo")
    assert "says denied" in run("verify", "--all", code=1).stderr
