"""Whatever was done and taken back leaves the tables as they were."""

import sqlite3
from pathlib import Path

import pytest
import recorded
from factories import ARTICLE, quote, source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indexed import assert_indexed
from proposals.proposing import proposal

from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.db import schema
from onrecord.db.store import Store, reading, writing
from onrecord.doctor import seals
from onrecord.errors import ConflictError, Hint, NotFoundError, OnrecordError
from onrecord.history import queries as history_queries
from onrecord.history.undo import take_back
from onrecord.names import find_target
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import accept_confident, reject_proposal
from onrecord.proposals.edit import ProposalEdits, change_proposal
from onrecord.proposals.store import store_proposals
from onrecord.remove import remove_target
from onrecord.speakers.write import add_name, add_speaker, find_speaker, merge_speakers
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import RelayFields
from onrecord.statements.tag import tag_statement

TABLES = (
    "speakers", "speaker_names", "sources", "snapshots", "creators", "statements", "attributions", "spans", "relays",
    "tags", "statement_tags", "claims", "stances", "claim_links", "statement_links", "judgements", "decisions", "offices", "proposals",
)  # fmt: skip


def tables(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything recorded, history left out; each index agrees with its table."""
    assert_indexed(database)
    with sqlite3.connect(database) as connection:
        for index in ("statements", "speaker_names", "sources"):
            connection.execute(f"INSERT INTO {index}_fts({index}_fts, rank) VALUES ('integrity-check', 1)")
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES
        }


def furnish(database: Path) -> list[str]:
    """Some sources, speakers, quotations and claims; returns the keys of the statements."""
    with writing(database, "furnish") as store:
        source(store)
        source(store, None, title="A letter", citekey="letter", authors=("Ek, Olof",))
        keys = [
            quote(store, "Nobody who bought a ticket will be left on the pier").quote.key,
            quote(
                store, "would rather close the port than risk a crew", "the harbour master",
                via=(RelayFields(speaker="Coastal Wire", cue="according to"),), tags=("safety",),
            ).quote.key,
            quote(store, "Nobody asked us", "a deckhand", unnamed=True).quote.key,
            quote(store, "We sail on Monday.", "Olof Ek", source="letter", said="1912-03").quote.key,
        ]  # fmt: skip
        claim, _ = add_claim(store, "The ferry sails at dawn.")
        take_stance(store, keys[0], claim.key, "asserts")
        found = [
            proposal("Nobody ever asks us.", "a deckhand", text=ARTICLE, group=1, unnamed=True),
            proposal(
                "sees no reason\nfor alarm", "the harbour master", text=ARTICLE, form="indirect", group=2
            ),
        ]
        store_proposals(store, "dahl-2024", ARTICLE, found, engine="rules 1")
    return keys


def edit_text(store: Store, keys: list[str]) -> None:
    edit_quote(store, keys[0], Edits(text="Nobody who bought a ticket will be left"))


def edit_doubt(store: Store, keys: list[str]) -> None:
    edit_quote(store, keys[1], Edits(status="disputed", reason="he denies it", via=(), note="ask again"))


def edit_date(store: Store, keys: list[str]) -> None:
    edit_quote(store, keys[3], Edits(said="1912~", locator="p. 3", rank="preferred"))


def retag(store: Store, keys: list[str]) -> None:
    tag_statement(store, recorded.statement(store, keys[1]).id, ["fog", "crew"], ["safety"])


def remove_statement(store: Store, keys: list[str]) -> None:
    remove_target(store, find_target(store, keys[2]))


def remove_attribution(store: Store, keys: list[str]) -> None:
    remove_target(store, find_target(store, f"{keys[1]}@dahl-2024"))


def remove_source_with_all_in_it(store: Store, keys: list[str]) -> None:
    remove_target(store, find_target(store, keys[3]))
    remove_target(store, find_target(store, "letter"))


def merge(store: Store, keys: list[str]) -> None:
    merge_speakers(store, find_speaker(store, "olof-ek"), find_speaker(store, "the harbour master"))


def merge_twice(store: Store, keys: list[str]) -> None:
    merge(store, keys)
    merge_speakers(store, find_speaker(store, "the harbour master"), find_speaker(store, "ingrid-dahl"))


def rename(store: Store, keys: list[str]) -> None:
    add_name(store, find_speaker(store, "ingrid-dahl"), "Ingrid Dahl Berg", kind="preferred")


def change_stance(store: Store, keys: list[str]) -> None:
    claim = find_claim(store, "The ferry sails at dawn.").key
    take_stance(store, keys[0], claim, "questions", "she only hopes so")


def drop_claim(store: Store, keys: list[str]) -> None:
    claim = find_claim(store, "The ferry sails at dawn.").key
    take_stance(store, keys[0], claim, None)
    remove_target(store, find_target(store, claim))


def add_more(store: Store, keys: list[str]) -> None:
    source(store, "Another day. “All is well,” wrote Dahl.", title="Another", citekey="another")
    quote(store, "All is well", "Dahl", source="another")


def accept_the_confident(store: Store, keys: list[str]) -> None:
    accept_confident(store, "dahl-2024")


def decide_one_by_one(store: Store, keys: list[str]) -> None:
    one, other = proposal_queries.proposals(store, "dahl-2024")
    reject_proposal(store, one.id)
    change_proposal(store, other.id, ProposalEdits(speaker="Dahl", said="2024-03"))


def assert_sealed(database: Path) -> None:
    """That every seal is still the one of what was recorded then, whatever was done to it since."""
    with reading(database) as store:
        assert list(seals.seen(store)) == []
        assert store.value("SELECT max(last_change) FROM seals") == store.value("SELECT max(id) FROM changes")


ACTIONS = (
    edit_text, edit_doubt, edit_date, retag, remove_statement, remove_attribution, remove_source_with_all_in_it,
    merge, merge_twice, rename, change_stance, drop_claim, add_more, accept_the_confident,
    decide_one_by_one,
)  # fmt: skip


@pytest.mark.parametrize("many", [1000, 1])
@pytest.mark.parametrize("action", ACTIONS)
def test_taken_back_it_never_happened(
    database: Path, action: object, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`many`: also where every row counts as one of many, which go and come back together."""
    monkeypatch.setattr("onrecord.db.undo.MANY", many)
    keys = furnish(database)
    before = tables(database)
    with writing(database, "act") as store:
        action(store, keys)  # type: ignore[operator]
    after = tables(database)
    assert after != before
    with writing(database, "undo") as store:
        take_back(store, None)
    assert tables(database) == before
    with writing(database, "redo") as store:
        last = history_queries.operations(store, limit=1)[0]
        take_back(store, last.id)
    assert tables(database) == after
    assert_sealed(database)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=st.lists(st.sampled_from(ACTIONS), max_size=6), many=st.sampled_from([1000, 1]))
def test_any_series_of_operations_can_be_taken_back_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, actions: list[object], many: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("onrecord.db.undo.MANY", many)
        patched.setattr("onrecord.db.gone.TOGETHER", 2)
        _taken_back_one_by_one(tmp_path_factory, actions)


def _taken_back_one_by_one(tmp_path_factory: pytest.TempPathFactory, actions: list[object]) -> None:
    database = tmp_path_factory.mktemp("history") / "onrecord.db"
    schema.create(database)
    keys = furnish(database)
    states = [tables(database)]
    for action in actions:
        try:
            with writing(database, "act") as store:
                action(store, keys)  # type: ignore[operator]
        except OnrecordError:  # what it needs is gone by now: then nothing has happened
            assert tables(database) == states[-1]
            continue
        if (now := tables(database)) != states[-1]:
            states.append(now)
    while len(states) > 1:
        assert tables(database) == states.pop()
        with writing(database, "undo") as store:
            take_back(store, None)
    assert tables(database) == states[0]
    assert_sealed(database)


def test_what_others_built_on_is_not_taken_back(database: Path) -> None:
    keys = furnish(database)
    with writing(database, "edit") as store:
        edit_doubt(store, keys)
    before = tables(database)
    with pytest.raises(ConflictError, match="operation 2"), writing(database, "undo") as store:
        take_back(store, 1)
    assert tables(database) == before


def test_a_name_that_another_has_by_now_does_not_come_back(database: Path) -> None:
    with writing(database, "1") as store:
        source(store, None)
    with writing(database, "2") as store:
        remove_target(store, find_target(store, "dahl-2024"))
    with writing(database, "3") as store:
        source(store, None, title="Another")
    before = tables(database)
    with (
        pytest.raises(ConflictError, match="another source has citekey 'dahl-2024' by now"),
        writing(database, "undo") as store,
    ):
        take_back(store, 2)
    assert tables(database) == before


def test_what_needs_a_row_that_is_gone_does_not_come_back(database: Path) -> None:
    with writing(database, "1") as store:
        source(store, None)
    with writing(database, "2") as store:
        quote(store, "The ferry sails")
    for operation in (2, 1):  # which are operations 3 and 4
        with writing(database, "undo") as store:
            take_back(store, operation)
    sentence = "needs source dahl-2024, which operation 4 has since removed"
    with pytest.raises(ConflictError, match=sentence), writing(database, "undo") as store:
        take_back(store, 3)


def test_a_merge_does_not_come_back_into_a_circle(database: Path) -> None:
    with writing(database, "1") as store:
        one, other = add_speaker(store, "Ann Dahl"), add_speaker(store, "Bo Quist")
    with writing(database, "2") as store:
        merge_speakers(store, one, other)
    with writing(database, "undo") as store:
        take_back(store, 2)
    with writing(database, "4") as store:
        merge_speakers(store, other, one)
    with pytest.raises(ConflictError, match="cannot be taken back"), writing(database, "undo") as store:
        take_back(store, 3)


def test_nothing_is_taken_back_twice(database: Path) -> None:
    furnish(database)
    with writing(database, "undo") as store:
        take_back(store, 1)
    with (
        pytest.raises(ConflictError, match=r"was taken back by operation 2\.$") as refused,
        writing(database, "undo") as store,
    ):
        take_back(store, 1)
    assert refused.value.hint == Hint("undo_that", operation=2)
    with pytest.raises(NotFoundError, match="nothing to undo"), writing(database, "undo") as store:
        take_back(store, None)


def test_an_operation_that_changes_nothing_leaves_no_trace(database: Path) -> None:
    furnish(database)
    with writing(database, "again") as store:
        source(store)
        quote(store, "Nobody asked us", "a deckhand", unnamed=True)
    with writing(database, "look") as store:
        assert [one.command for one in history_queries.operations(store)] == ["furnish"]


def test_one_operation_takes_back_one_other(database: Path) -> None:
    """Which it is stands in the history, once: to take back two is two operations."""
    with writing(database, "1") as store:
        source(store, None)
    with writing(database, "2") as store:
        add_speaker(store, "Ann Dahl")
    before = tables(database)
    with (
        pytest.raises(ConflictError, match="takes back operation 2 already"),
        writing(database, "undo") as store,
    ):
        take_back(store, 2)
        take_back(store, 1)
    assert tables(database) == before


def test_what_was_done_again_is_the_latest_once_more(database: Path) -> None:
    with writing(database, "1") as store:
        source(store, None)
    with writing(database, "2") as store:
        add_speaker(store, "Ann Dahl")
    taken = []
    for number in (None, 3, None, None):
        with writing(database, "undo") as store:
            taken.append(take_back(store, number).id)
    assert taken == [2, 3, 2, 1]
    with pytest.raises(NotFoundError, match="nothing to undo"), writing(database, "undo") as store:
        take_back(store, None)


def test_what_stands_in_the_way_is_named(database: Path) -> None:
    with writing(database, "1") as store:
        source(store)
    with writing(database, "2") as store:
        ref = quote(store, "Nobody who bought a ticket will be left on the pier").quote.ref
    with writing(database, "3") as store:
        edit_quote(store, ref, Edits(note="ask again"))
    for number, later in ((1, 2), (2, 3)):
        with (
            pytest.raises(ConflictError, match=f"operation {later}") as refused,
            writing(database, "undo") as store,
        ):
            take_back(store, number)
        assert refused.value.hint == Hint("undo_first", operation=later)
    # From the last to the first nothing is in the way.
    for number in (3, 2, 1):
        with writing(database, "undo") as store:
            assert take_back(store, number).id == number
    # Nor is what was done and taken back again: the first may come back alone, then the second.
    for number in (6, 5):
        with writing(database, "undo") as store:
            take_back(store, number)
    with writing(database, "look") as store:
        (again,) = recorded.quotes(store, ref)
        assert (again.note, again.check_result) == (None, "typographic")


def test_what_an_operation_made_may_go_with_what_it_pointed_there(database: Path) -> None:
    """A row that is given back its former state pointed elsewhere then, and stands in nobody's way."""
    with writing(database, "1") as store:
        ann = add_speaker(store, "Ann Dahl")
    before = tables(database)
    with writing(database, "2") as store:
        merge_speakers(store, ann, add_speaker(store, "Anna Dahl"))
    with writing(database, "undo") as store:
        take_back(store, 2)
    assert tables(database) == before
    # Pointed there by an operation of its own, it does, and that operation is the one to take back first.
    with writing(database, "4") as store:
        other = add_speaker(store, "Anna Dahl")
    with writing(database, "5") as store:
        merge_speakers(store, ann, other)
    with (
        pytest.raises(
            ConflictError, match="speaker ann-dahl, changed by operation 5, depends on it"
        ) as refused,
        writing(database, "undo") as store,
    ):
        take_back(store, 4)
    assert refused.value.hint == Hint("undo_first", operation=5)


def test_what_never_had_a_copy_comes_back_without_one(database: Path) -> None:
    """Where a table is empty, what points at none of its rows needs none of them."""
    with writing(database, "1") as store:
        source(store, None)
        key = quote(store, "The ferry sails").quote.key
    before = tables(database)
    with writing(database, "2") as store:
        assert not store.value("SELECT count(*) FROM snapshots")
        remove_target(store, find_target(store, key))
    with writing(database, "undo") as store:
        take_back(store, 2)
    assert tables(database) == before


def test_what_was_taken_back_comes_again_only_after_what_stood_below_it(database: Path) -> None:
    with writing(database, "1") as store:
        source(store, None)
    for title in ("Once", "Twice"):  # operations 2 and 3
        with writing(database, title) as store:
            store.update("sources", 1, title=title)
    for number in (3, 2):  # operations 4 and 5
        with writing(database, "undo") as store:
            take_back(store, number)
    with (
        pytest.raises(ConflictError, match="operation 5 has since changed source dahl-2024") as refused,
        writing(database, "undo") as store,
    ):
        take_back(store, 4)
    assert refused.value.hint == Hint("undo_first", operation=5)
    for number, title in ((5, "Once"), (4, "Twice")):
        with writing(database, "undo") as store:
            take_back(store, number)
            assert store.value("SELECT title FROM sources") == title
