"""The shorter ways through SQLite give what the long way gives."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from factories import new_database

from onrecord.db.store import Store, reading
from onrecord.model.record import replace
from onrecord.search import Filters, plans, sqlite, together
from onrecord.search.filters import conditions
from onrecord.search.plans import Plan, plan
from onrecord.search.query import parse
from onrecord.search.sqlite import SORTS

# The last of them have the same wording: no score tells them apart.
STATEMENTS, ALIKE = 1500, 300


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Statements that share words; some are attributed twice and some, as other programs may leave them, not at all.

    Some sources word them otherwise. Nothing is written there.
    """
    path = tmp_path_factory.mktemp("engine") / "onrecord.db"
    fill(path)
    with reading(path) as store:
        yield store


@pytest.fixture(scope="module")
def unworded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same, but no source words anything otherwise."""
    path = tmp_path_factory.mktemp("unworded") / "onrecord.db"
    fill(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE attributions SET wording = NULL")
    with reading(path) as store:
        yield store


def fill(database: Path) -> None:
    new_database(database)
    chance = random.Random(5)
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("INSERT INTO speakers(slug, name, kind) VALUES ('ek', 'Olof Ek', 'person')")
        db.execute(
            "INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (1, 'Olof Ek', 'olof ek', 'preferred')"
        )
        for number in range(3):
            db.execute(
                "INSERT INTO sources(citekey, type, issued, issued_min, issued_max) VALUES (?, 'book', '0001', ?, ?)",
                (f"log-{number}", number, 9 - number),
            )
        for one in range(1, STATEMENTS + 1):
            words = chance.choices(
                ("pier", "piers", "pieces", "fog", "ship"), (8, 2, 3, 5, 9), k=chance.randint(1, 30)
            )
            text = "knot" if one > STATEMENTS - ALIKE else " ".join(words)
            db.execute(
                "INSERT INTO statements(id, key, text, text_key) VALUES (?, ?, ?, '')",
                (one, f"k{one}", text),
            )
            for _ in range(chance.choice((0, 1, 1, 1, 1, 2))):
                day, rank = chance.choice((None, 2, 5)), chance.choice(("normal", "normal", "preferred"))
                own = (
                    chance.choice(("fog", "the pier", "lost", "ship in fog"))
                    if chance.random() < 0.1
                    else None
                )
                db.execute(
                    "INSERT INTO attributions(statement_id, speaker_id, source_id, form, rank, said, said_min, said_max, "
                    "wording) VALUES (?, 1, ?, 'direct', ?, ?, ?, ?, ?)",
                    (one, chance.randint(1, 3), rank, day and "0001", day, day, own),
                )


def planned(store: Store, typed: str) -> Plan:
    return plan(store, parse(typed), conditions(store, Filters()))


@pytest.mark.parametrize(
    "typed", ["pier", "pie*", '"ship"', "fog", '"fog ship"', "absent", "lost", "Ek", "knot"]
)
def test_the_best_of_a_word_are_those_of_all_hits_in_order(store: Store, typed: str) -> None:
    plain = planned(store, typed)
    assert plain.is_plain
    # A condition that everything meets: now it is not a word alone.
    longer = replace(plain, clauses=(*plain.clauses, "1"), together=None)
    whole = sqlite.rows(store, longer, sort="relevance", limit=STATEMENTS, offset=0)
    assert len(whole) == sqlite.count(store, plain)
    for offset in (0, 20, 130, 500, 1240):
        page = sqlite.rows(store, plain, sort="relevance", limit=20, offset=offset)
        assert page == whole[offset : offset + 20]


NARROWED = [
    Filters(),
    Filters(source="log-1"),
    Filters(by="ek", source=("log-0", "log-2")),
    Filters(since="0001-01-04"),
    Filters(status="sourced", until="0001-01-03"),
    Filters(unverified=True),
]


@pytest.mark.parametrize("filters", NARROWED, ids=str)
@pytest.mark.parametrize(
    "typed", ["fog pier", "fog pie* -pieces", '"fog ship" piers', "knot", "ship absent", "ship"]
)
def test_words_asked_for_together_are_found_as_each_alone(
    unworded: Store, typed: str, filters: Filters, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = parse(typed)
    all_words = plan(unworded, query, conditions(unworded, filters))
    monkeypatch.setattr(plans, "expression", lambda *_: None)
    each = plan(unworded, query, conditions(unworded, filters))
    assert (all_words.together is None, each.together is None) == (False, True)
    assert sqlite.count(unworded, all_words) == sqlite.count(unworded, each)
    for sort in ("relevance", "newest", "added"):
        whole = sqlite.rows(unworded, each, sort=sort, limit=STATEMENTS, offset=0)
        for offset in (0, 7, 300):
            page = sqlite.rows(unworded, all_words, sort=sort, limit=20, offset=offset)
            assert page == whole[offset : offset + 20]


@pytest.mark.parametrize("typed", ["ship", "ship pier"])
def test_what_nearly_every_statement_has_is_ranked_among_those_recorded_last(
    unworded: Store, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = sqlite.rows(unworded, planned(unworded, typed), sort="relevance", limit=STATEMENTS, offset=0)
    monkeypatch.setattr(together, "RANKED", 700)
    first = STATEMENTS + 1 - 700
    newest = sqlite.rows(unworded, planned(unworded, typed), sort="newest", limit=STATEMENTS, offset=0)
    expected = [row for row in ranked if row.statement_id >= first]
    expected += [row for row in newest if row.statement_id < first]
    assert 256 < len([row for row in expected if row.score]) < len(expected) == len(ranked)
    for offset in (0, 60, 200, 400, len(expected) - 5):
        page = sqlite.rows(unworded, planned(unworded, typed), sort="relevance", limit=20, offset=offset)
        assert page == expected[offset : offset + 20]
    # A filter leaves so much out that all of the rest is ranked.
    by = plan(unworded, parse(typed), conditions(unworded, Filters(by="ek")))
    assert sqlite.rows(unworded, by, sort="relevance", limit=9, offset=0) == ranked[:9]


@pytest.mark.parametrize("typed", ["Ek fog", "log-1 fog", "fog lost"])
def test_words_that_may_stand_elsewhere_are_looked_for_one_by_one(store: Store, typed: str) -> None:
    assert planned(store, typed).together is None


@pytest.mark.parametrize("typed", ["pier fog", "pier -fog"])
def test_of_several_words_the_best_of_one_are_not_taken(store: Store, typed: str) -> None:
    assert not planned(store, typed).is_plain


@pytest.mark.parametrize("sort", SORTS)
def test_everything_comes_in_the_order_of_its_filters(store: Store, sort: str) -> None:
    everything = planned(store, "")
    longer = replace(everything, clauses=("1",))
    whole = sqlite.rows(store, longer, sort=sort, limit=-1, offset=0)
    assert len(whole) == sqlite.count(store, everything) < STATEMENTS
    for offset in (0, 40, 1000):
        assert (
            sqlite.rows(store, everything, sort=sort, limit=20, offset=offset) == whole[offset : offset + 20]
        )
