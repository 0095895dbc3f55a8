"""The index beside the file gives what FTS5 gives, or says that it cannot."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from factories import new_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.db.store import Store, reading
from onrecord.search import Filters, engines, notice, search, sqlite, together
from onrecord.search.filters import conditions
from onrecord.search.index import ask, build, state
from onrecord.search.index.build import Built, bring_up
from onrecord.search.plans import plan
from onrecord.search.query import parse
from onrecord.text.names import name_key
from onrecord.text.wordfold import copy_of

# Few words, so that they meet: inflected, accented, Cyrillic, names, and letters that SQLite folds and Python does not.
WORDS = (
    "pier piers fog Fog mined mining mine café cafe ship Häuser haus туман Ek Dahl Quist ﬁsh İs ß x".split()
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
# So many that a page is a small part of what is found.
MANY = 1200
people = ("Olof Ek", "Ingrid Dahl", "Johan Quist", "Pier Fog")
statements = st.fixed_dictionaries(
    {
        "text": texts,
        "said": st.sampled_from([None, 1, 5, 9]),
        "tag": st.booleans(),
        "given": st.lists(
            st.fixed_dictionaries(
                {
                    "speaker": st.integers(1, 4),
                    "source": st.integers(1, 3),
                    "form": st.sampled_from(["direct", "indirect"]),
                    "language": st.sampled_from([None, "en", "de", "ru", "xx"]),
                    "wording": st.none() | texts,
                    "said": st.sampled_from([None, 2, 7]),
                    "via": st.sampled_from([None, 1, 2]),
                }
            ),
            min_size=1,
            max_size=3,
        ),
    }
)
typed = st.lists(
    st.sampled_from([*WORDS, '"pier fog"', '"fog fog"', '"mine"', "-fog", "-Ek", "min*", "log-1", "Harbour"]),
    min_size=1,
    max_size=3,
).map(" ".join)
filters = st.builds(
    Filters,
    by=st.sampled_from([None, None, "Olof Ek", "Ingrid Dahl"]),
    via=st.sampled_from([None, None, None, "Olof Ek"]),
    source=st.sampled_from([None, None, None, "log-1"]),
    form=st.sampled_from([None, None, "direct"]),
    since=st.sampled_from([None, None, "0001-01-05"]),
    until=st.sampled_from([None, None, "0001-01-05"]),
    tag=st.sampled_from([None, None, None, "kept"]),
    language=st.sampled_from([None, None, None, "de"]),
    unverified=st.sampled_from([False, False, False, True]),
    verified=st.sampled_from([False, False, False, True]),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with four speakers, the last two of them one, and three sources."""
    path = tmp_path_factory.mktemp("scale") / "empty.db"
    new_database(path)
    with closing(sqlite3.connect(path)) as db, db:
        for number, name in enumerate(people, 1):
            db.execute(
                "INSERT INTO speakers(slug, name, kind, merged_into_id) VALUES (?, ?, 'person', ?)",
                (f"s{number}", name, 3 if number == 4 else None),
            )
            db.execute(
                "INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (?, ?, ?, 'preferred')",
                (number, name, name_key(name)),
            )
        for number, title in enumerate(("Harbour log", "Fog and mine", None), 1):
            db.execute(
                "INSERT INTO sources(citekey, type, title, issued, issued_min, issued_max, language) "
                "VALUES (?, 'book', ?, '0001', 3, 8, ?)",
                (f"log-{number}", title, "de" if number == 3 else None),
            )
        db.execute("INSERT INTO tags(name) VALUES ('kept')")
    return path


def insert(db: sqlite3.Connection, said: dict[str, Any]) -> None:
    """A statement with its attributions, as another program might write it."""
    number = db.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'statements'"
    ).fetchone()[0]
    day = said["said"]
    one = db.execute(
        "INSERT INTO statements(key, text, text_folded, text_key, said, said_min, said_max) VALUES (?, ?, ?, '', ?, ?, ?)",
        (f"k{number}", said["text"], copy_of(said["text"]), day and "0001", day, day),
    ).lastrowid
    if said["tag"]:
        db.execute("INSERT INTO statement_tags(statement_id, tag_id) VALUES (?, 1)", (one,))
    for given_ in said["given"]:
        day = given_["said"]
        attribution = db.execute(
            "INSERT INTO attributions(statement_id, speaker_id, source_id, form, said, said_min, said_max, language, wording, "
            "wording_folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                one,
                given_["speaker"],
                given_["source"],
                given_["form"],
                day and "0001",
                day,
                day,
                given_["language"],
                given_["wording"],
                copy_of(given_["wording"] or ""),
            ),
        ).lastrowid
        if given_["via"]:
            db.execute(
                "INSERT INTO relays(attribution_id, hop, speaker_id) VALUES (?, 1, ?)",
                (attribution, given_["via"]),
            )


def brought_up(store: Store) -> Built:
    [built] = [one for one in bring_up(store) if isinstance(one, Built)]
    return built


def same_answers(store: Store, typed: str, narrowed: Filters, limit: int, offset: int) -> bool:
    """Whether the index answered; its answer is FTS5's, with ties in any order."""
    beside, problem = ask.ready(store)
    assert beside is not None and problem is None
    planned = plan(store, parse(typed), conditions(store, narrowed))
    theirs = beside.rows(planned, sort="relevance", limit=limit, offset=offset)
    number = beside.count(planned)
    assert number in (None, sqlite.count(store, planned))
    if theirs is None:
        return False
    ours = sqlite.rows(store, planned, sort="relevance", limit=limit, offset=offset)
    assert [row.score for row in theirs] == pytest.approx([row.score for row in ours], rel=1e-9)
    for mine, other in zip(ours, theirs, strict=True):
        # Equal but for the last bits of their scores: then either may come first.
        assert mine.attribution_id == other.attribution_id or mine.score == pytest.approx(
            other.score, rel=1e-9
        )
    if number is not None and number <= limit and not offset:
        assert {row.attribution_id for row in theirs} == {row.attribution_id for row in ours}
    return True


# An example takes as long as four of others do.
@settings(suppress_health_check=list(HealthCheck), max_examples=settings().max_examples // 4)
@given(
    first=st.lists(statements, min_size=1, max_size=12),
    later=st.lists(statements, max_size=4),
    asked=st.lists(st.tuples(typed, filters, st.integers(1, 6), st.integers(0, 4)), min_size=1, max_size=8),
    chance=st.randoms(use_true_random=False),
)
def test_both_engines_find_the_same_in_the_same_order(
    empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
    first: list[dict[str, Any]],
    later: list[dict[str, Any]],
    asked: Sequence[tuple[str, Filters, int, int]],
    chance: random.Random,
) -> None:
    path = tmp_path_factory.mktemp("both") / "onrecord.db"
    shutil.copy(empty, path)
    with closing(sqlite3.connect(path)) as db, db:
        for said in first:
            insert(db, said)
    with reading(path) as store:
        assert brought_up(store).done == "built"
        for one in asked:
            same_answers(store, *one)
    with closing(sqlite3.connect(path)) as db, db:
        for said in later:
            insert(db, said)
        change(db, chance)
    with reading(path) as store:
        assert ask.ready(store)[0] is None
        # Without a history, an index knows its database by the first statement.
        assert brought_up(store).done in ("caught up", "built")
        assert brought_up(store).done == "in step"
        for one in asked:
            same_answers(store, *one)
    shutil.rmtree(path.parent)


def change(db: sqlite3.Connection, chance: random.Random) -> None:
    """Rows changed and deleted here and there."""
    ids = [one for (one,) in db.execute("SELECT id FROM attributions ORDER BY id")]
    db.execute("UPDATE sources SET title = 'Pier and ship' WHERE id = ?", (chance.randint(1, 3),))
    db.execute("UPDATE statements SET text = 'mined the pier' WHERE id = ?", (chance.choice(ids),))
    db.execute("UPDATE attributions SET wording = 'fog and ship' WHERE id = ?", (chance.choice(ids),))
    db.execute("UPDATE attributions SET speaker_id = 2 WHERE id = ?", (chance.choice(ids),))
    db.execute("DELETE FROM statement_tags WHERE statement_id = ?", (chance.choice(ids),))
    gone = chance.choice(ids)
    db.execute("DELETE FROM relays WHERE attribution_id = ?", (gone,))
    db.execute("DELETE FROM attributions WHERE id = ?", (gone,))
    db.execute("DELETE FROM statement_tags WHERE statement_id NOT IN (SELECT statement_id FROM attributions)")
    db.execute("DELETE FROM statements WHERE id NOT IN (SELECT statement_id FROM attributions)")


@pytest.fixture(params=[0.0, 0.02], ids=["worded as the statement", "worded otherwise too"])
def filled(empty: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Many statements of one attribution each, of which some sources have another wording."""
    path = tmp_path / "filled" / "onrecord.db"
    path.parent.mkdir()
    path.write_bytes(many(empty, request.param))
    yield path


@cache
def many(empty: Path, worded: float) -> bytes:
    path = empty.with_name(f"{worded}.db")
    shutil.copy(empty, path)
    chance = random.Random(7)
    with closing(sqlite3.connect(path)) as db, db:
        for _ in range(MANY):
            words = chance.choices(WORDS, weights=range(len(WORDS), 0, -1), k=chance.randint(3, 70))
            given_ = {
                "speaker": chance.randint(1, 4),
                "source": 1,
                "form": "direct",
                "said": None,
                "via": None,
                "language": None,
                "wording": chance.choice(WORDS) if chance.random() < worded else None,
            }
            said = {"text": " ".join(words), "said": None, "tag": False, "given": [given_]}
            insert(db, said)
    return path.read_bytes()


def test_the_index_answers_what_it_is_for(filled: Path) -> None:
    with reading(filled) as store:
        brought_up(store)
        for words in ("pier", "fog", "ship", "fog mine", '"pier fog"', "туман", "fog -ship"):
            for narrowed in (Filters(), Filters(by="Olof Ek"), Filters(until="0001-01-05")):
                for offset in (0, 120):
                    assert same_answers(store, words, narrowed, 20, offset), (words, narrowed, offset)


@pytest.mark.parametrize("words", ["pier", "pier fog", "pier mined"])
def test_both_rank_what_nearly_every_statement_has_among_those_recorded_last(
    empty: Path, tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "onrecord.db"
    path.write_bytes(many(empty, 0.0))
    with closing(sqlite3.connect(path)) as db, db:
        # No name has one of the words.
        db.execute("UPDATE speaker_names SET name = 'Nobody', name_key = 'nobody' WHERE speaker_id = 4")
        db.execute("UPDATE sources SET title = NULL, container_title = NULL, language = NULL")
        db.execute("UPDATE attributions SET language = NULL")
    monkeypatch.setattr(together, "RANKED", 500)
    monkeypatch.setattr(ask, "RANKED", 500)
    with reading(path) as store:
        brought_up(store)
        planned = plan(store, parse(words), conditions(store, Filters()))
        assert planned.together is not None
        assert planned.together.ranked_from() == MANY + 1 - 500
        assert same_answers(store, words, Filters(), 20, 0)
        assert same_answers(store, words, Filters(by="Olof Ek"), 20, 0)


def test_an_index_of_before_that_says_nothing_of_its_documents_is_used(filled: Path) -> None:
    with reading(filled) as store:
        brought_up(store)
        kept = state.folder_of(filled) / "state.json"
        said = json.loads(kept.read_text())
        assert said["documents"] == MANY and 30 < said["average"] < 40
        kept.write_text(json.dumps({**said, "documents": None, "average": None}))
        for words in ("pier", "fog mine", '"pier fog"'):
            assert same_answers(store, words, Filters(), 20, 0)


def test_an_index_that_cannot_be_used_is_noticed_and_never_asked(filled: Path, run: Run) -> None:
    def told() -> str:
        with reading(filled) as store:
            usable = state.folder_of(filled).exists() and notice(store) is None
            assert isinstance(engines.of(store)[0], ask.Beside) == usable
            search(store, "pier")
            return str(notice(store) or "")

    assert told() == ""  # there is none
    assert json.loads(run("index", "--db", filled, "--json").stdout)["done"] == "built"
    assert told() == ""
    folder = state.folder_of(filled)
    with closing(sqlite3.connect(filled)) as db, db:
        db.execute("UPDATE statements SET text = 'pier' WHERE id = 1")
    assert "behind" in told()
    assert "behind" in run("search", "quartz", "--db", filled).stderr
    assert (
        run("index", "--db", filled).stdout == f"The index is caught up: 1 read; {MANY:,} statements in it.\n"
    )
    assert told() == ""
    assert run("index", "--db", filled).stdout == f"The index is in step: {MANY:,} statements in it.\n"

    kept = (folder / "state.json").read_text()
    (folder / "state.json").unlink()
    assert "half-built" in told()
    (folder / "state.json").write_text(kept.replace('"identity": "', '"identity": "0'))
    assert "of another database" in told()
    (folder / "state.json").write_text(kept.replace("schema ", "schema 9"))
    assert "of another onrecord" in told()
    assert json.loads(run("index", "--db", filled, "--json").stdout)["done"] == "built"
    assert told() == ""
    shutil.rmtree(folder)
    assert told() == ""


def test_what_onrecord_does_is_caught_up_with(run: Run) -> None:
    run("init")
    run("add", "source", "--title", "Memoirs", "--author", "Ek, Olof", "--date", "1962")
    run("add", "quote", "We sail at dawn.", "--by", "Ek", "--in", "ek-1962")
    run("index")
    steps = (
        ("add", "quote", "We sail at noon.", "--by", "Ek", "--in", "ek-1962"),
        ("undo",),
        ("undo",),
        ("add", "quote", "They sail at noon.", "--by", "Ingrid Dahl", "--in", "ek-1962", "--new-speaker"),
        ("merge", "ingrid-dahl", "olof-ek"),
    )
    for words in steps:
        run(*words)
        behind = run("search", "sail")
        assert "Run: onrecord index" in behind.stderr
        run("index")
        there = run("search", "sail")
        assert (there.stdout, there.stderr) == (behind.stdout, "")


@given(
    st.lists(st.one_of(st.none(), st.integers(-(2**62), 2**62), st.text()), min_size=1, max_size=4).map(tuple)
)
def test_a_row_is_told_as_json_tells_it(row: tuple[str | int | None, ...]) -> None:
    assert state._as_json(row) == json.dumps(list(row))


@pytest.mark.parametrize(
    "written", ["", "null", "[1, 2]", "{", '{"form": "x"}', '{"sequences": 5}', '"\\ud800"']
)
def test_what_is_no_state_is_none(empty: Path, tmp_path: Path, written: str) -> None:
    (tmp_path / "state.json").write_text(written)
    with reading(empty) as store:
        assert state.read(tmp_path) is state.read(tmp_path, store) is None


def test_a_state_is_read_by_sqlite_as_by_json(filled: Path) -> None:
    with reading(filled) as store:
        kept = brought_up(store).state
        folder = state.folder_of(filled)
        assert state.read(folder) == state.read(folder, store) == kept


@given(changed=st.lists(statements, min_size=2, max_size=6), words=typed)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_what_is_recorded_while_it_is_written_leaves_it_behind(
    empty: Path, changed: list[dict[str, Any]], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty.with_name("meanwhile.db")
    shutil.copy(empty, path)
    shutil.rmtree(state.folder_of(path), ignore_errors=True)
    monkeypatch.setattr(build, "BATCH", 1)
    first, *later = changed
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        insert(db, first)
        insert(db, first)
        with reading(path) as store:
            for _ in bring_up(store, in_place=True):
                store.connection.execute("COMMIT")
                if later:
                    insert(db, later.pop())
                    db.execute("UPDATE statements SET text = text || ' fog' WHERE id = 1")
                store.connection.execute("BEGIN")
            assert state.problem(store, state.read(state.folder_of(path))) == "behind"
            assert ask.ready(store)[0] is None
            assert brought_up(store).done == "caught up"
            same_answers(store, words, Filters(), 20, 0)
