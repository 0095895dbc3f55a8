"""A copy that is written again: what changed is made anew and nothing else, and it is the copy that a first run would write."""

import os
import random
import shutil
import sqlite3
from collections import deque
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

import factories
import reading_room

from onrecord.cite import cited
from onrecord.db.store import reading, writing
from onrecord.errors import OnrecordError
from onrecord.model.records import Quote
from onrecord.pages import cite_box
from onrecord.publish.earlier import KEPT
from onrecord.publish.made_of import MadeOf
from onrecord.publish.write import publish, wanted

ASKED = wanted("On the record", "https://archive.example/", ("apa",))
# What pages of a copy read and do not show: the history is for those who keep the database.
UNSHOWN = {"changes", "operations", "sqlite_sequence", "sqlite_master", "json_each"}
OWNED = ("speaker_names", "creators", "captures", "spans", "relays", "checks", "statement_tags", "statement_links", "stances",
         "reviews", "claim_links", "offices", "citekey_aliases")  # fmt: skip
EDITED = ("statements", "attributions", "sources", "speakers", "claims", "tags", *OWNED)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """The newsroom, with what else pages tell: links, offices, a merge, a chain of sources."""
    path = tmp_path / "onrecord.db"
    reading_room.newsroom(path)
    with writing(path, "onrecord add …") as store:
        factories.source(store, None, citekey="digest-2024", title="A digest", issued="2024-06-10")
        store.connection.execute(
            "INSERT INTO statement_links(from_id, to_id, kind) SELECT max(id), min(id), 'variant_of' FROM statements"
        )
        store.connection.execute(
            "INSERT INTO offices(speaker_id, title, title_key, since, since_min, since_max, source_id)"
            " SELECT min(speaker_id), 'mayor', 'mayor', '2020', 737425, 737790, 1 FROM attributions"
        )
        store.connection.execute(
            "INSERT INTO attributions(statement_id, speaker_id, source_id, form, quoted_from_id)"
            " SELECT statement_id, speaker_id, (SELECT max(id) FROM sources), 'indirect', id FROM attributions ORDER BY id LIMIT 1"
        )
        store.connection.execute(
            "INSERT INTO speakers(slug, name, kind, merged_into_id)"
            " SELECT 'the-mayor', 'The mayor', 'person', speaker_id FROM attributions ORDER BY id LIMIT 1"
        )
    return path


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Citations that show everything an engine is given, without one."""

    def each(quotes: Sequence[Quote], style: str) -> list[tuple[cite_box.Piece, ...]]:
        return [(cite_box.Piece("citation", style, str(quote.as_json())),) for quote in quotes]

    monkeypatch.setattr(cite_box, "pieces_of_each", each)
    monkeypatch.setattr(cited, "cite", lambda quotes, **_: str([one.as_json() for one in quotes]))


def written(database: Path, folder: Path, before: Path | None = None) -> dict[str, bytes]:
    folder.mkdir()
    with reading(database) as reader:
        deque(publish(reader, folder, ASKED, before), maxlen=0)
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("manifest.json", KEPT)
    }


def edit(db: sqlite3.Connection, chance: random.Random) -> bool:
    """Changes, adds or removes something by chance, as any program may; False where the database refuses it."""
    table = chance.choice(EDITED)
    ids = [row[0] for row in db.execute(f"SELECT id FROM {table}")]
    if not ids:
        return False
    row, other = chance.choice(ids), chance.choice(ids)
    columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})") if name != "id"]
    column = chance.choice(columns)
    value = db.execute(f'SELECT "{column}" FROM {table} WHERE id = ?', (row,)).fetchone()[0]
    to: Any = chance.choice(
        [
            None,
            f"{value or 'More'} still",
            value + 1 if isinstance(value, int) else "2021-02-03",
            "deprecated",
            "altered",
            "disputed",
            db.execute(f'SELECT "{column}" FROM {table} WHERE id = ?', (other,)).fetchone()[0],
        ]
    )
    way = chance.random()
    try:
        if way < 0.75:
            db.execute(f'UPDATE {table} SET "{column}" = ? WHERE id = ?', (to, row))
        elif way < 0.9:
            listed = ", ".join(f'"{name}"' for name in columns)
            put = ", ".join("?" if name == column else f'"{name}"' for name in columns)
            db.execute(f"INSERT INTO {table}({listed}) SELECT {put} FROM {table} WHERE id = ?", (to, row))
        else:
            db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
    except sqlite3.Error:
        return False
    return True


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize("seed", range(24))
def test_a_copy_written_again_is_the_copy_written_anew(
    seed: int, room: Path, tmp_path: Path, exhaustive: bool
) -> None:
    if seed >= 2 and not exhaustive:
        pytest.skip("exhaustive: make test-long")
    chance = random.Random(seed)
    before = tmp_path / "first"
    written(room, before)
    for number in range(8):
        kept = tmp_path / "kept.db"
        shutil.copyfile(room, kept)
        with closing(sqlite3.connect(room)) as db:
            db.execute("PRAGMA foreign_keys = ON")
            while not edit(db, chance):
                pass
            db.commit()
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        try:
            anew = written(room, tmp_path / f"anew-{number}")
        except (OnrecordError, ValueError, TypeError, LookupError, AttributeError):
            # A value that no command writes, of which no first copy can be made either.
            shutil.copyfile(kept, room)
            continue
        again = tmp_path / f"again-{number}"
        assert written(room, again, before) == anew
        before = again


@pytest.mark.usefixtures("plainly")
def test_pages_read_nothing_that_they_are_not_known_by(room: Path, tmp_path: Path) -> None:
    def noting(columns: set[tuple[str, str]], connection: sqlite3.Connection) -> None:
        def note(action: int, table: str | None, column: str | None, *_: object) -> int:
            if action == sqlite3.SQLITE_READ and table and column:
                columns.add((table, column))
            return sqlite3.SQLITE_OK

        connection.set_authorizer(note)

    known: set[tuple[str, str]] = set()
    read: set[tuple[str, str]] = set()
    with reading(room) as reader:
        noting(known, reader.connection)
        MadeOf(reader)
    (tmp_path / "site").mkdir()
    with reading(room) as reader:
        noting(read, reader.connection)
        deque(publish(reader, tmp_path / "site", ASKED), maxlen=0)
    assert ("statements", "text") in read
    assert {one for one in read - known if one[0] not in UNSHOWN} == set()


def test_only_what_changed_is_written(run: Run, tmp_path: Path) -> None:
    keys = reading_room.newsroom(tmp_path / "onrecord.db")
    run("publish", "site")
    site = tmp_path / "site"
    pages = {path: path.stat().st_ino for path in site.rglob("*.html")}
    run("tag", keys["master"], "weather")
    run("publish", "site")
    ferry, master = (site / "quote" / f"{keys[name]}.html" for name in ("ferry", "master"))
    assert ferry.stat().st_ino == pages[ferry]
    assert master.stat().st_ino != pages[master]
    assert "weather" in master.read_text(encoding="utf-8")
    run("publish", "fresh")
    assert contents(site) == contents(tmp_path / "fresh")
    run("publish", "site", "--title", "Another title")
    assert "Another title" in ferry.read_text(encoding="utf-8")


def test_what_is_not_as_it_was_written_is_made_again(run: Run, tmp_path: Path) -> None:
    keys = reading_room.newsroom(tmp_path / "onrecord.db")
    run("publish", "site")
    site = tmp_path / "site"
    known = contents(site)
    ferry, master, source = (f"quote/{keys['ferry']}", f"quote/{keys['master']}", "source/dahl-2024")
    (site / f"{ferry}.html").write_text("<p>Mine", encoding="utf-8")
    (site / f"{master}.ris").unlink()
    (tmp_path / "elsewhere.bib").write_bytes(known[f"{source}.bib"])
    (site / f"{source}.bib").unlink()
    (site / f"{source}.bib").symlink_to(tmp_path / "elsewhere.bib")
    (site / "data" / "library.md").write_bytes(known["data/library.md"][::-1])
    # As after a copy to another machine: only the times are new.
    os.utime(site / "speaker" / "ingrid-dahl.html", (1, 1))
    run("publish", "site")
    assert contents(site) == known
    assert not (site / f"{source}.bib").is_symlink()
    assert (site / "speaker" / "ingrid-dahl.html").stat().st_mtime == 1


@pytest.mark.parametrize("noted", ["{", '{"made_with": 1}', "[" * 100_000])
def test_notes_that_cannot_be_read_are_none(run: Run, tmp_path: Path, noted: str) -> None:
    reading_room.newsroom(tmp_path / "onrecord.db")
    run("publish", "site")
    known = contents(tmp_path / "site")
    (tmp_path / "site" / KEPT).write_text(noted, encoding="utf-8")
    run("publish", "site")
    assert contents(tmp_path / "site") == known


def test_notes_of_others_lead_nowhere_else(run: Run, tmp_path: Path) -> None:
    reading_room.newsroom(tmp_path / "onrecord.db")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    run("publish", "site")
    notes = tmp_path / "site" / KEPT
    known = contents(tmp_path / "site")
    notes.write_text(
        notes.read_text("utf-8").replace('"source/dahl-2024.html":[', '"../secret.html":['), "utf-8"
    )
    run("publish", "site")
    assert contents(tmp_path / "site") == known
