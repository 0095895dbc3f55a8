"""Recording what a source has a speaker do with the words: assert them, deny them, not say them, ask them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from factories import quote, source
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.db.engine import writing
from onrecord.db.reader import of
from onrecord.errors import UsageError
from onrecord.model.records import Quote
from onrecord.statements.add import note_of_cue
from onrecord.statements.edit import Edits, edit_quote
from onrecord.statements.undecided import undecided

TEXT = "Ann Lund denied that the fog was thick. “I saw nothing,” she denied. She did not say “the fog is thick”.\n"


@pytest.fixture
def session(database: Path) -> Iterator[Session]:
    with writing(database, "test") as opened:
        source(opened, TEXT)
        yield opened


def record(session: Session, reference: str) -> Quote:
    (only,) = lookup.quotes(session, lookup.attribution_ids(session, reference))
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
    session: Session, text: str, form: str | None, cue: str | None, polarity: str
) -> None:
    added = quote(session, text, by="Ann Lund", form=form, cue=cue)
    assert (added.quote.polarity, added.quote.polarity_basis) == (polarity, None)
    assert (added.notes == (note_of_cue(cue or "", polarity),)) == (polarity != "asserted")


def test_what_a_person_says_wins_and_is_remembered(session: Session) -> None:
    added = quote(
        session, "the fog was thick", by="Ann Lund", form="indirect", cue="denied", polarity="asserted"
    )
    assert (added.quote.polarity, added.quote.polarity_basis) == ("asserted", "stated")
    assert added.notes == ()
    edit_quote(session, added.quote.ref, Edits(cue="refuted"))
    assert record(session, added.quote.ref).polarity == "asserted"


def test_another_cue_says_something_else_until_a_person_decides(session: Session) -> None:
    ref = quote(session, "the fog was thick", by="Ann Lund", form="indirect", cue="said").quote.ref
    edit_quote(session, ref, Edits(cue="denied"))
    assert record(session, ref).polarity == "denied"
    edit_quote(session, ref, Edits(form="direct"))
    assert record(session, ref).polarity == "asserted"
    edit_quote(session, ref, Edits(polarity="denied"))
    edit_quote(session, ref, Edits(cue="said", form="indirect"))
    assert (record(session, ref).polarity, record(session, ref).polarity_basis) == ("denied", "stated")


def test_recording_it_again_otherwise_says_what_is_recorded(session: Session) -> None:
    quote(session, "the fog was thick", by="Ann Lund", form="indirect", cue="denied")
    again = quote(session, "the fog was thick", by="Ann Lund", form="indirect", polarity="asserted")
    assert not again.new_attribution and again.notes == ("it is recorded already", "it is recorded as denied")


@pytest.mark.parametrize("change", [lambda one: quote(one, "the fog was thick", by="Ann Lund", polarity="no"), lambda one: edit_quote(
    one, quote(one, "the fog was thick", by="Ann Lund").quote.ref, Edits(polarity="no"),
)])  # fmt: skip
def test_another_polarity_is_refused(session: Session, change: object) -> None:
    with pytest.raises(UsageError, match="'no' is not a polarity"):
        change(session)  # type: ignore[operator]


def older(session: Session, **fields: object) -> str:
    """An attribution as it was recorded before polarity was known."""
    ref = quote(session, "the fog was thick", by="Ann Lund", form="indirect", **fields).quote.ref
    session.execute(sql("UPDATE attributions SET polarity = 'asserted'"))
    return ref


def test_records_whose_cue_says_the_opposite_wait_for_a_person(session: Session) -> None:
    ref = older(session, cue="denied")
    other = quote(session, "I saw nothing", by="Ann Lund", cue="denied").quote.ref
    (one,) = undecided(of(session))
    assert (one.quote.ref, one.says) == (ref, "denied")
    assert undecided(of(session), lookup.attribution_ids(session, other)) == []
    edit_quote(session, ref, Edits(polarity="asserted"))
    assert undecided(of(session)) == []


def test_what_is_asked_of_somebody_is_no_question(session: Session) -> None:
    older(session, cue="asked")
    assert undecided(of(session)) == []


def test_verify_names_them_until_they_are_decided(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fog.txt").write_text(TEXT, encoding="utf-8")
    run("init")
    run("add", "source", "fog.txt", "--citekey", "lund-2025", "--title", "Fog")
    added = run(
        "add", "quote", "the fog was thick", "--by", "Ann Lund", "--new-speaker", "--in", "lund-2025",
        "--form", "indirect", "--cue", "denied",
    )  # fmt: skip
    assert "its cue “denied” makes it denied; --polarity says otherwise" in added.stderr
    assert run("verify", "--all").stderr == "1 checked: 1 not_checkable.\n"
    database = next(tmp_path.rglob("*.db"))
    with writing(database, "an older version") as session:
        session.execute(sql("UPDATE attributions SET polarity = 'asserted'"))
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
