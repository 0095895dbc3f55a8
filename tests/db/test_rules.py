"""What the file itself refuses or records, whatever program writes to it."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.db import history

ROWS = """
INSERT INTO speakers(slug, name, kind) VALUES ('ann', 'Ann', 'person'), ('anne', 'Anne', 'person'), ('bo', 'Bo', 'person');
INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (1, 'Ann', 'ann', 'preferred');
INSERT INTO sources(citekey, type, title) VALUES ('one', 'book', 'Of piers'), ('two', 'book', 'Of cranes');
INSERT INTO snapshots(source_id, captured_at, sha256, media_type, text, extractor)
  VALUES (1, '2024-01-01T00:00:00Z', printf('%064d', 1), 'text/plain', 'The pier holds.', 'text');
INSERT INTO statements(key, text, text_key) VALUES ('aaaaaaaaaa', 'The pier holds.', 'k');
INSERT INTO attributions(statement_id, speaker_id, source_id, form) VALUES (1, 1, 1, 'direct');
INSERT INTO spans(attribution_id, position, start, "end", quoted) VALUES (1, 1, 0, 15, 1);
INSERT INTO proposals(snapshot_id, place_key, text_key, stretches, form, speaker_kind, unnamed, via, confidence, reason, engine,
                      state, attribution_id)
  VALUES (1, '0-15', 'k', '[[0, 15]]', 'direct', 'person', 0, '[]', 0.9, 'a verb', 'rules 1', 'accepted', 1);
"""


@pytest.fixture
def file(database: Path) -> Iterator[sqlite3.Connection]:
    """The database as another program would open it: plain sqlite3, foreign keys on."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(ROWS)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM speakers WHERE id = 1",
        "DELETE FROM sources WHERE id = 1",
        "DELETE FROM statements",
        "DELETE FROM attributions",
        "UPDATE snapshots SET text = 'The pier falls.'",
        "UPDATE statements SET key = 'bbbbbbbbbb'",
        "UPDATE attributions SET form = 'hearsay'",
        "UPDATE attributions SET snapshot_id = 1, source_id = 2",
        "UPDATE attributions SET locator = '12'",
        "UPDATE attributions SET status = 'disputed'",
        "UPDATE attributions SET status = 'misattributed', status_reason = ''",
        "UPDATE attributions SET rank = 'deprecated'",
        "UPDATE attributions SET said_min = 5, said_max = 4",
        "UPDATE attributions SET quoted_from_id = 1",
        "UPDATE spans SET start = 15",
        "UPDATE speakers SET merged_into_id = 1 WHERE id = 1",
        "UPDATE speakers SET wikidata_id = 'Berlin'",
        "INSERT INTO sources(citekey, type) VALUES ('one', 'book')",
        "INSERT INTO sources(citekey, type) VALUES ('three', 'rumour')",
        "INSERT INTO relays(attribution_id, hop, speaker_id) VALUES (1, 0, 1)",
        "DELETE FROM snapshots",
        "UPDATE proposals SET state = 'open'",
        "UPDATE proposals SET state = 'maybe'",
        "UPDATE proposals SET attribution_id = NULL",
        "UPDATE proposals SET confidence = 1.5",
        "UPDATE proposals SET stretches = '[[0'",
        "UPDATE proposals SET speaker_start = 3",
        "UPDATE proposals SET snapshot_id = 7",
        (
            "INSERT INTO proposals SELECT 2, snapshot_id, place_key, text_key, stretches, form, polarity, NULL, NULL, NULL, NULL, NULL, "
            "'person', 0, NULL, '[]', NULL, NULL, 0.1, 'again', 'rules 2', 'open', NULL FROM proposals"
        ),
    ],
)
def test_what_may_not_be(file: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        file.execute(statement)


def test_a_merge_goes_to_an_unmerged_speaker_only(file: sqlite3.Connection) -> None:
    file.execute("UPDATE speakers SET merged_into_id = 1 WHERE id = 2")
    for statement in (
        "UPDATE speakers SET merged_into_id = 2 WHERE id = 3",
        "UPDATE speakers SET merged_into_id = 3 WHERE id = 1",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="unmerged"):
            file.execute(statement)


def test_another_programs_writing_is_recorded_too(file: sqlite3.Connection) -> None:
    file.execute("UPDATE statements SET note = 'checked by hand'")
    file.execute("DELETE FROM spans")
    rows = file.execute(
        "SELECT operation_id, kind, table_name, row_id, before, after FROM changes WHERE kind <> 'insert'"
    ).fetchall()
    assert [row[:4] for row in rows] == [(None, "update", "statements", 1), (None, "delete", "spans", 1)]
    assert json.loads(rows[0][4])["note"] is None
    assert json.loads(rows[0][5])["note"] == "checked by hand"
    assert json.loads(rows[1][4]) == {
        "id": 1, "attribution_id": 1, "position": 1, "start": 0, "end": 15, "quoted": 1,
    }  # fmt: skip


def test_what_another_program_inserts_is_recorded_row_by_row_or_as_a_run(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM changes")
    file.execute("INSERT INTO tags(name) VALUES ('a'), ('b'), ('c')")
    file.execute("INSERT INTO tags(id, name) VALUES (9000, 'd')")
    file.execute("INSERT INTO tags(id, name) VALUES (17, 'e')")
    file.execute("INSERT OR IGNORE INTO tags(id, name) VALUES (17, 'f')")
    file.execute("INSERT INTO claims(key, text) VALUES ('c-a', 'It rains.')")
    file.execute("INSERT INTO tags(name) VALUES ('g')")
    rows = file.execute("SELECT operation_id, kind, table_name, row_id, last_row_id, before FROM changes")
    assert rows.fetchall() == [
        (None, "insert", "tags", 1, 3, None),
        (None, "insert", "tags", 9000, 9000, None),
        (None, "insert", "tags", 17, 17, None),
        (None, "insert", "claims", 1, 1, None),
        (None, "insert", "tags", 9001, 9001, None),
    ]


def test_a_check_is_not_an_edit(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM changes")
    file.execute("UPDATE attributions SET check_result = 'exact', checked_at = '2024-01-01T00:00:00Z'")
    assert file.execute("SELECT count(*) FROM changes").fetchone() == (0,)


def test_what_another_program_sets_to_what_it_is_is_no_edit(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM changes")
    columns = [row[1] for row in file.execute("PRAGMA table_info(attributions)")]
    same = ", ".join(f"{column} = {column}" for column in columns if not column.startswith("check"))
    file.execute(f"UPDATE attributions SET {same}")
    file.execute(
        f"UPDATE attributions SET {same}, check_result = 'exact', checked_at = '2024-01-01T00:00:00Z'"
    )
    file.execute("UPDATE statements SET text_folded = 'the pier holds'")
    assert file.execute("SELECT count(*) FROM changes").fetchone() == (0,)
    file.execute("UPDATE attributions SET accepted_reason = 'so', check_result = 'absent'")
    [(before, after)] = file.execute("SELECT before, after FROM changes WHERE kind = 'update'")
    assert list(json.loads(before)) == [column for column in columns if not column.endswith("_folded")]
    differing = [column for column, value in json.loads(after).items() if json.loads(before)[column] != value]
    assert differing == ["check_result", "accepted_reason"]


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_every_table_keeps_what_another_program_does(file: sqlite3.Connection, recursive: str) -> None:
    """Each row made, changed and taken away, with a new number, and the history has it as it was each time."""
    file.execute("PRAGMA foreign_keys = OFF")
    file.execute("PRAGMA ignore_check_constraints = ON")
    file.execute(f"PRAGMA recursive_triggers = {recursive}")
    for table in history.RECORDED:
        columns = {
            name: kind for _, name, kind, *_ in file.execute(f"PRAGMA table_info({table})")
            if not name.endswith("_folded") and kind != "BLOB"
        }  # fmt: skip
        file.execute("DELETE FROM changes")
        row: dict[str, Any] = {
            name: number if "CHAR" not in kind else f"{name} “{number}”\n"
            for number, (name, kind) in enumerate(columns.items(), 900)
        }
        row |= {"merged_into_id": None} if table == "speakers" else {}
        row |= {"check_result": None, "checked_at": None} if table == "attributions" else {}
        named = ", ".join(f'"{name}"' for name in columns)
        file.execute(
            f"INSERT INTO {table}({named}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
        )
        expected: list[tuple[Any, ...]] = [("insert", 900, None, None)]
        if table != "snapshots":
            file.execute(f"UPDATE {table} SET id = 901 WHERE id = 900")
            expected.append(("update", 900, row, row | {"id": 901}))
            row = row | {"id": 901}
        file.execute(f"DELETE FROM {table} WHERE id = ?", (row["id"],))
        expected.append(("delete", row["id"], row, None))
        kept = file.execute(
            "SELECT kind, row_id, before, after FROM changes WHERE table_name = ? ORDER BY id", (table,)
        )
        assert [
            (kind, number, *(None if text is None else json.loads(text) for text in both))
            for kind, number, *both in kept
        ] == expected


def test_ids_are_never_used_twice(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM spans")
    file.execute('INSERT INTO spans(attribution_id, position, start, "end", quoted) VALUES (1, 1, 0, 3, 1)')
    assert file.execute("SELECT id FROM spans").fetchall() == [(2,)]


def test_full_text_follows_every_change(file: sqlite3.Connection) -> None:
    def finds(index: str, word: str) -> bool:
        return file.execute(f"SELECT 1 FROM {index} WHERE {index} MATCH ?", (word,)).fetchone() is not None

    assert (
        finds("statements_fts", "PIER")
        and finds("speaker_names_fts", "ann")
        and finds("sources_fts", "cranes")
    )
    file.execute("UPDATE sources SET title = 'Of ropes' WHERE id = 2")
    assert finds("sources_fts", "ropes") and not finds("sources_fts", "cranes")
    file.execute("DELETE FROM sources WHERE id = 2")
    assert not finds("sources_fts", "ropes")
    for index in ("statements", "speaker_names", "sources"):
        file.execute(f"INSERT INTO {index}_fts({index}_fts, rank) VALUES ('integrity-check', 1)")
