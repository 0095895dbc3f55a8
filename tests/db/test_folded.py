"""Folded copies and full-text indexes stay in step, whatever program writes, and however."""

import random
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from factories import quote, source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.db import folded, schema
from onrecord.db.bulk import insert_rows
from onrecord.db.fulltext import INDEXES
from onrecord.db.store import reading, writing
from onrecord.history.undo import take_back
from onrecord.search import search
from onrecord.sources.correct import Corrections, correct_source
from onrecord.speakers.write import add_name, find_speaker
from onrecord.text.wordfold import copy_of

TEXTS = ("pier", "The café", "Ушёл", "ушёл", "Ушёл в море", "ß", "Ærø", "渡轮", "λιμάνι", "е\u0308", "")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("folding") / "empty.db"
    schema.create(path)
    return path


def in_memory(path: Path) -> sqlite3.Connection:
    made = bytearray(path.read_bytes())
    made[18:20] = b"\x01\x01"  # without a log, which there is none of in memory
    db = sqlite3.connect(":memory:")
    db.deserialize(bytes(made))
    return db


def indexes_agree(db: sqlite3.Connection) -> None:
    """Every index is what it would be if it were made anew."""
    for index in INDEXES:
        db.execute(index.check())
        words = f"SELECT term, doc, col, offset FROM {index.name}_words ORDER BY 1, 2, 3, 4"
        db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index.name}_words USING fts5vocab(main, {index.name}, instance)"
        )
        before = db.execute(words).fetchall()
        db.execute(index.rebuild())
        assert db.execute(words).fetchall() == before, index.name


def write(db: sqlite3.Connection, chance: random.Random) -> None:
    """Some change that a program that knows of no copies, or one that does, may make."""
    text, other = chance.choice(TEXTS), chance.choice(TEXTS)
    copy = chance.choice((None, copy_of(text)))
    number = db.execute("SELECT coalesce(max(id), 0) + 1 FROM statements").fetchone()[0]
    row = chance.randint(1, max(number - 1, 1))
    action = chance.randint(0, 9)
    if action <= 2:
        db.execute(
            "INSERT INTO statements(key, text, text_folded, text_key) VALUES (?, ?, ?, '')",
            (f"k{number}", text or "x", copy),
        )
        db.execute(
            "INSERT INTO sources(citekey, type, title, container_title, title_folded) VALUES (?, 'book', ?, ?, ?)",
            (f"s{number}", text or None, other or None, copy),
        )
        db.execute(
            "INSERT INTO attributions(statement_id, speaker_id, source_id, form, wording, wording_folded) "
            "VALUES (?, 1, ?, 'direct', ?, ?)",
            (number, number, text or None, copy),
        )
    elif action == 3:
        db.execute("UPDATE statements SET text = ? WHERE id = ?", (text or "y", row))
        db.execute(
            "UPDATE sources SET title = ?, container_title = ? WHERE id = ?",
            (text or None, other or None, row),
        )
        db.execute("UPDATE attributions SET wording = ? WHERE id = ?", (text or None, row))
    elif action == 4:
        db.execute("UPDATE statements SET text = ?, text_folded = ? WHERE id = ?", (text or "y", copy, row))
        db.execute("UPDATE sources SET title = ?, title_folded = ? WHERE id = ?", (text or None, copy, row))
        db.execute(
            "UPDATE attributions SET wording = ?, wording_folded = ? WHERE id = ?", (text or None, copy, row)
        )
    elif action == 5:
        db.execute("UPDATE statements SET text_folded = ? WHERE id = ?", (copy, row))
        db.execute("UPDATE sources SET container_title_folded = ? WHERE id = ?", (copy, row))
        db.execute("UPDATE attributions SET wording_folded = ? WHERE id = ?", (copy, row))
    elif action == 6:
        db.execute("UPDATE statements SET note = 'x' WHERE id = ?", (row,))
        db.execute("UPDATE sources SET container_title = ? WHERE id = ?", (text or None, row))
        db.execute("UPDATE attributions SET form = 'indirect' WHERE id = ?", (row,))
    elif action == 7:
        db.execute("DELETE FROM attributions WHERE id = ?", (row,))
        db.execute("DELETE FROM statements WHERE id = ?", (row,))
        db.execute("DELETE FROM sources WHERE id = ?", (row,))
    elif action == 8:
        db.execute("INSERT INTO speaker_names(speaker_id, name, name_folded, name_key, kind) VALUES (1, ?, ?, 'k', 'alias') "
                   "ON CONFLICT DO UPDATE SET name_key = 'other'", (text or "z", copy))  # fmt: skip
    else:
        db.execute(
            "UPDATE OR IGNORE speaker_names SET name = ?, name_key = ? WHERE id = ?",
            (text or "z", other, row),
        )


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), recursive=st.booleans(), operation=st.booleans())
def test_no_change_puts_an_index_out_of_step(
    empty: Path, seed: int, recursive: bool, operation: bool
) -> None:
    with closing(in_memory(empty)) as db:
        db.execute(f"PRAGMA recursive_triggers = {recursive}")
        db.execute("INSERT INTO speakers(slug, name, kind) VALUES ('ek', 'Ek', 'person')")
        if operation:
            db.execute("INSERT INTO operations(at, by, command, open) VALUES ('', '', '', 1)")
        chance = random.Random(seed)
        for _ in range(25):
            write(db, chance)
        indexes_agree(db)
        folded.refold(db)
        indexes_agree(db)
        for table, columns in folded.SEARCHED.items():
            for column in columns:
                for text, copy in db.execute(f"SELECT {column}, {column}_folded FROM {table}"):
                    assert copy == (None if text is None else copy_of(text))
        assert folded.refold(db) == 0


def copies(path: Path, table: str, column: str) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT {column}, {column}_folded FROM {table} ORDER BY id").fetchall()


@pytest.fixture
def filled(database: Path) -> Path:
    with writing(database, "fill") as store:
        source(store, None, title="Вечерний маяк", container_title="Ærøposten")
        quote(store, "Корабль ушёл в море", by="Пётр Маяк")
        quote(store, "Корабль уже ушёл", by="Пётр Маяк", of=None)
    return database


def test_what_onrecord_writes_has_its_copy(filled: Path) -> None:
    assert copies(filled, "statements", "text") == [
        ("Корабль ушёл в море", "корабль ушел в море"),
        ("Корабль уже ушёл", "корабль уже ушел"),
    ]
    assert copies(filled, "sources", "title") == [("Вечерний маяк", None)]
    assert copies(filled, "sources", "container_title") == [("Ærøposten", "aeroposten")]
    assert copies(filled, "speaker_names", "name") == [("Пётр Маяк", "петр маяк")]
    with closing(sqlite3.connect(filled)) as db, db:
        insert_rows(db, "statements", ("key", "text", "text_key"), [("a", "pier", ""), ("b", "Ушёл", "")])
        insert_rows(db, "statements", ("key", "text", "text_key"), [("c", "pier", "")])
    assert copies(filled, "statements", "text")[2:] == [("pier", None), ("Ушёл", "ушел"), ("pier", None)]


def test_undo_brings_the_copy_back(filled: Path) -> None:
    with writing(filled, "correct") as store:
        correct_source(store, "dahl-2024", Corrections(container_title="Ærø Posten"))
        add_name(store, find_speaker(store, "Пётр Маяк"), "Пётр Семёнов")
    assert copies(filled, "sources", "container_title") == [("Ærø Posten", "aero posten")]
    with writing(filled, "undo") as store:
        take_back(store, 2)
    assert copies(filled, "sources", "container_title") == [("Ærøposten", "aeroposten")]
    with writing(filled, "undo") as store:
        take_back(store, 1)
    assert copies(filled, "statements", "text") == []
    with writing(filled, "undo again") as store:
        take_back(store, 4)
        assert search(store, "ушел").total == 2
    assert copies(filled, "statements", "text")[0] == ("Корабль ушёл в море", "корабль ушел в море")
    with closing(sqlite3.connect(filled)) as db:
        indexes_agree(db)
        # It follows from the text: no part of the history.
        [(count,)] = db.execute(
            "SELECT count(*) FROM changes WHERE coalesce(before, '') || coalesce(after, '') LIKE '%folded%'"
        )
        assert count == 0


def test_the_same_copy_of_another_text_stays(filled: Path) -> None:
    with writing(filled, "correct") as store:
        correct_source(store, "dahl-2024", Corrections(container_title="ÆRØPOSTEN"))
    assert copies(filled, "sources", "container_title") == [("ÆRØPOSTEN", "aeroposten")]


def test_another_programs_text_is_found_as_sqlite_folds_it(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db, db:
        db.execute("UPDATE statements SET text = 'Шторм ушёл' WHERE id = 1")
        indexes_agree(db)
    assert copies(filled, "statements", "text")[0] == ("Шторм ушёл", None)
    with reading(filled) as store:
        assert search(store, "шторм").total == 1
        assert search(store, "ушел").total == 1
    # What onrecord records next takes notice of it.
    with writing(filled, "look") as store:
        assert search(store, "ушел").total == 2
    with writing(filled, "tag") as store:
        store.insert("tags", name="storm")
    assert copies(filled, "statements", "text")[0] == ("Шторм ушёл", "шторм ушел")
    with closing(sqlite3.connect(filled)) as db:
        indexes_agree(db)


def test_forms_of_unicode(filled: Path) -> None:
    with writing(filled, "fill") as store:
        quote(store, unicodedata.normalize("NFD", "Й стоит у причала"), by="Пётр Маяк")
        assert search(store, unicodedata.normalize("NFC", "й")).total == 1


@pytest.fixture
def memory(empty: Path) -> Iterator[sqlite3.Connection]:
    with closing(in_memory(empty)) as db:
        yield db


def test_a_latin_library_costs_no_bytes(memory: sqlite3.Connection) -> None:
    rows = [(f"k{number}", f"Le café du port n’ouvre pas à l’aube, {number}", "") for number in range(500)]
    insert_rows(memory, "statements", ("key", "text", "text_key"), rows)
    [(held,)] = memory.execute("SELECT count(*) FROM statements WHERE text_folded IS NOT NULL")
    assert held == 0
