"""Copies of a source, when each was captured, and what changed between them."""

from pathlib import Path

import factories
import pytest

from onrecord.db import observations
from onrecord.db.kept_rows import Capture, Check
from onrecord.db.store import reading, writing
from onrecord.errors import InputError, NotFoundError
from onrecord.history.undo import take_back
from onrecord.ingest.read import read_bytes
from onrecord.sources import captures
from onrecord.sources.copies import AddedCopy, add_snapshot
from onrecord.statements.marks import compare_copies

FIRST = """The bridge

“I took nothing from the builders,” Ida Berg said. Jonas Weir said the repair would cost
84 million and “not a penny more”.

The board met on Monday."""
SECOND = FIRST.replace("84 million", "91 million")


def later(database: Path, text: str, **options: str) -> AddedCopy:
    with writing(database, "later") as store:
        return add_snapshot(store, "dahl-2024", read_bytes(text.encode(), name="a.txt"), **options)


@pytest.fixture
def bridge(database: Path) -> Path:
    with writing(database, "fill") as store:
        factories.source(store, FIRST)
        factories.quote(store, "I took nothing from the builders", by="Ida Berg")
        factories.quote(store, "84 million and “not a penny more”", by="Jonas Weir")
    return database


def test_a_page_that_returns_to_its_first_text_is_three_captures_of_two_copies(bridge: Path) -> None:
    assert later(bridge, SECOND).number == 2
    again = later(bridge, FIRST)
    assert (again.number, again.new_text, again.captured) == (1, False, True)
    with reading(bridge) as reader:
        assert [one.copy for one in captures.captures(reader, "dahl-2024")] == [1, 2, 1]
        assert captures.copy(reader, "dahl-2024").number == 1
    unchanged = later(bridge, FIRST)
    assert not unchanged.captured


def test_an_older_copy_that_is_found_later_is_not_the_newest(bridge: Path) -> None:
    later(bridge, SECOND, captured="2019-03-14", archive_url="https://archive.example/1")
    with reading(bridge) as reader:
        assert captures.copy(reader, "dahl-2024").number == 1
        first = captures.captures(reader, "dahl-2024")[0]
        assert (first.captured_at, first.archive_url, first.copy) == (
            "2019-03-14T00:00:00Z", "https://archive.example/1", 2,
        )  # fmt: skip


@pytest.mark.parametrize("given", ["tomorrow", "2024-13-01", "2999-01-01", ""])
def test_a_day_that_is_none_or_lies_ahead_is_refused(bridge: Path, given: str) -> None:
    with pytest.raises(InputError):
        later(bridge, SECOND, captured=given)
    with reading(bridge) as store:
        assert len(store.all(Capture)) == 1


def test_what_changed_is_told_with_the_statements_that_it_touches(bridge: Path) -> None:
    later(bridge, SECOND)
    with reading(bridge) as store:
        compared = compare_copies(store, "dahl-2024")
    kinds = [change.kind for change in compared.changes]
    assert kinds == ["same", "changed", "same"]
    [changed] = [change for change in compared.changes if change.kind == "changed"]
    words = [
        (p.kind, (compared.old.text[slice(*p.old)] or compared.new.text[slice(*p.new)]).strip())
        for p in changed.pieces
    ]
    assert ("removed", "84") in words
    assert ("added", "91") in words
    [touched] = compared.touched()
    with reading(bridge) as store:
        row = store.value("SELECT key FROM statements ORDER BY id DESC LIMIT 1")
    assert touched.ref == f"{row}@dahl-2024"
    # Ida Berg's words stand in the newest copy too, though they were recorded from the first.
    assert [mark.ref for mark in compared.new_marks] == [compared.old_marks[0].ref]


def test_there_is_nothing_to_compare_with_one_copy_or_with_one_that_is_not_there(bridge: Path) -> None:
    with reading(bridge) as store:
        with pytest.raises(NotFoundError, match="one stored copy"):
            compare_copies(store, "dahl-2024")
        with pytest.raises(NotFoundError, match="no copy 7"):
            captures.copy(store, "dahl-2024", 7)


def test_every_finding_is_kept_and_undo_takes_back_what_rested_on_a_copy(bridge: Path) -> None:
    def outcomes() -> list[str | None]:
        with reading(bridge) as store:
            return store.column("SELECT check_result FROM attributions ORDER BY id")

    def log() -> list[tuple[int, int | None, str]]:
        with reading(bridge) as store:
            return [(row.attribution_id, row.snapshot_id, row.outcome) for row in store.all(Check)]

    assert outcomes() == ["exact", "exact"]
    assert log() == [(1, 1, "exact"), (2, 1, "exact")]
    later(bridge, "The bridge is gone.")
    observations.keep(str(bridge), {"absent": [1, 2]})
    observations.keep(str(bridge), {"absent": [1, 2]})
    assert log()[2:] == [(1, 2, "absent"), (2, 2, "absent")]
    with writing(bridge, "undo") as store:
        take_back(store, 2)
    assert outcomes() == ["exact", "exact"]
    assert log() == [(1, 1, "exact"), (2, 1, "exact")]


def test_what_was_judged_by_a_copy_that_is_taken_back_is_judged_no_more(database: Path) -> None:
    with writing(database, "fill") as store:
        factories.source(store, None)
        factories.quote(store, "The bridge is safe")
    later(database, "The bridge is gone.")
    observations.keep(str(database), {"absent": [1]})
    with writing(database, "undo") as store:
        take_back(store, 2)
    with reading(database) as store:
        assert store.column("SELECT check_result FROM attributions") == ["not_checkable"]
