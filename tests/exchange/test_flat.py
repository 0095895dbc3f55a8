"""The flat copy: what an export into it leaves is what a new one would have, and it is safe to look at."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import factories
import pytest
from conftest import Run

from onrecord import sqlite_utils_plugin
from onrecord.claims.write import add_claim, take_stance
from onrecord.db import store
from onrecord.errors import ConflictError, OnrecordError
from onrecord.exchange.transfer import export
from onrecord.names import find_target
from onrecord.remove import remove_target
from onrecord.speakers.write import find_speaker, merge_speakers
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import RelayFields

TABLES = ("speakers", "sources", "claims", "quotes", "stances")


@pytest.fixture
def filled(database: Path) -> tuple[Path, list[str]]:
    """A database with a chain, a denial, a claim, a source without quotations; and the keys of its statements."""
    with store.writing(database, "fill") as writer:
        factories.source(writer)
        factories.source(writer, None, title="A letter", citekey="letter")
        keys = [
            factories.quote(writer, "Nobody who bought a ticket will be left on the pier", tags=("fog",)),
            factories.quote(
                writer, "would rather close the port than risk a crew", "the harbour master",
                via=(RelayFields(speaker="Coastal Wire", cue="according to"),),
            ),
            factories.quote(writer, "the fog lifts when it lifts", form="indirect", cue="denied", unverified=True),
        ]  # fmt: skip
        claim, _ = add_claim(writer, "The ferry sails at dawn.")
        take_stance(writer, keys[0].quote.key, claim.key, "asserts")
    return database, [added.quote.key for added in keys]


def exported(database: Path, copy: Path, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    with store.reading(database) as reader:
        export(reader, names, str(copy), BytesIO(), format="sqlite")
    with closing(sqlite3.connect(copy)) as made:
        for table in ("quotes", "speakers", "sources", "claims"):
            made.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
        assert made.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table: made.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES}


def edit(writer: store.Store, keys: list[str]) -> None:
    edit_quote(writer, keys[0], Edits(said="1912~", note="ask again"))


def remove(writer: store.Store, keys: list[str]) -> None:
    remove_target(writer, find_target(writer, keys[1]))
    remove_target(writer, find_target(writer, "letter"))


def merge(writer: store.Store, keys: list[str]) -> None:
    merge_speakers(writer, find_speaker(writer, "the harbour master"), find_speaker(writer, "ingrid-dahl"))


def more(writer: store.Store, keys: list[str]) -> None:
    factories.quote(writer, "Nobody asked us", "a deckhand")


@pytest.mark.parametrize("change", [edit, remove, merge, more])
def test_it_is_kept_up_as_a_new_one_would_be_made(
    filled: tuple[Path, list[str]], tmp_path: Path, change: Callable[..., None]
) -> None:
    database, keys = filled
    before = exported(database, tmp_path / "kept.db")
    assert exported(database, tmp_path / "kept.db") == before
    with store.writing(database, "change") as writer:
        change(writer, keys)
    kept = exported(database, tmp_path / "kept.db")
    assert kept == exported(database, tmp_path / "new.db") != before


def test_only_what_differs_is_written(filled: tuple[Path, list[str]], tmp_path: Path) -> None:
    database, keys = filled
    copy = tmp_path / "copy.db"
    exported(database, copy)
    with closing(sqlite3.connect(copy)) as made, made:
        made.execute("CREATE TABLE touched (ref)")
        made.execute(
            "CREATE TRIGGER watch AFTER UPDATE ON quotes BEGIN INSERT INTO touched VALUES (new.key); END"
        )
    with store.writing(database, "change") as writer:
        edit(writer, keys)
    exported(database, copy)
    with closing(sqlite3.connect(copy)) as made:
        assert set(made.execute("SELECT ref FROM touched")) == {(keys[0],)}


def test_a_denial_says_so_and_is_found(filled: tuple[Path, list[str]], tmp_path: Path) -> None:
    rows = exported(filled[0], tmp_path / "copy.db", filled[1][2])
    assert [row[2] for row in rows["quotes"]] == ["denied: the fog lifts when it lifts"]
    found = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", "search", tmp_path / "copy.db", "quotes", "lifts", "-c", "polarity"],
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    assert found.stdout.strip() == '[{"polarity": "denied"}]'


def test_nothing_else_is_written_over(filled: tuple[Path, list[str]], tmp_path: Path) -> None:
    database = filled[0]
    (tmp_path / "letter.db").write_text("Dear Ingrid")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE quotes (a)")
    before = {path: path.read_bytes() for path in (tmp_path / "letter.db", tmp_path / "other.db")}
    for path in (database, *before):
        with store.reading(database) as reader, pytest.raises(ConflictError):
            export(reader, (), str(path), BytesIO(), format="sqlite", force=True)
    for bad in (tmp_path / "nowhere" / "copy.db", "-"):
        with store.reading(database) as reader, pytest.raises(OnrecordError):
            export(reader, (), str(bad), BytesIO(), format="sqlite")
    assert {path: path.read_bytes() for path in before} == before
    exported(database, tmp_path / "copy.db")
    (tmp_path / "copy.db").rename(tmp_path / "copy.jsonl")
    with store.reading(database) as reader, pytest.raises(ConflictError):
        export(reader, (), str(tmp_path / "copy.jsonl"), BytesIO(), format="jsonl", force=True)


@pytest.mark.parametrize("name", ["/dev/full", "folder", "flat.db/"])
def test_what_is_no_file_is_named(filled: tuple[Path, list[str]], tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with store.reading(filled[0]) as reader:
        export(reader, (), str(tmp_path / "flat.db"), BytesIO(), format="sqlite")
        with pytest.raises(ConflictError, match="is not a file that holds a database"):
            # Joined as text: a path forgets the slash at the end.
            export(
                reader, (), name if name.startswith("/") else f"{tmp_path}/{name}", BytesIO(), format="sqlite"
            )


def test_on_the_command_line(filled: tuple[Path, list[str]], run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        assert "A flat copy" in run("export", "-o", "copy.sqlite", "--db", filled[0]).stderr
    assert "name one with --output" in run("export", "--format", "sqlite", "--db", filled[0], code=2).stderr
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == ["copy.sqlite"]


def test_the_functions_of_the_plugin() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        sqlite_utils_plugin.prepare_connection(connection)
        assert connection.execute(
            "SELECT onrecord_name_key('Шойгу') = onrecord_name_key('Shoygu'), onrecord_fold('Ёлка'), onrecord_fold('fog'), "
            "onrecord_latest('2024-02') - onrecord_earliest('2024-02'), onrecord_earliest('some day'), onrecord_fold(NULL)"
        ).fetchone() == (1, "елка", "fog", 28, None, None)
