"""Each kind of fault is planted in a sound database, named, and mended where it can be; a sound one is called sound."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.claims.write import add_claim
from onrecord.cli.doctor_advice import ADVICE
from onrecord.db.store import reading, writing
from onrecord.doctor.examine import faults
from onrecord.doctor.kinds import KINDS
from onrecord.doctor.repair import plan, repair
from onrecord.errors import DatabaseError
from onrecord.history.undo import take_back
from onrecord.statements.fields import RelayFields

Plant = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with something in every table that faults are planted in."""
    path = tmp_path_factory.mktemp("sound") / "onrecord.db"
    factories.new_database(path)
    with writing(path, "fill") as store:
        factories.source(store, url="https://example.org/fog", issued="2024-05-03")
        factories.source(store, None, title="Létters", citekey="letters-1962", issued="1962")
        factories.quote(store, "Nobody who bought a ticket will be left on the pier", said="2024-05-02")
        factories.quote(
            store, "Nobody asked us", by="Johan Quist", via=(RelayFields(speaker="Coastal Wire"),)
        )
        factories.quote(store, "Ничего не будет", by="Шойгу", source="letters-1962")
        store.insert("tags", name="fog")
        add_claim(store, "Somebody asked them.")
    with writing(path, "reword") as store:
        store.execute("UPDATE statements SET note = 'By the quay' WHERE id = 1")
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def planted(sound: Path, tmp_path: Path) -> Callable[[Plant | str], Path]:
    def make(plant: Plant | str) -> Path:
        path = Path(shutil.copy(sound, tmp_path / "onrecord.db"))
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            if isinstance(plant, str):
                quietly(db, plant)
            else:
                plant(db)
        return path

    return make


def quietly(db: sqlite3.Connection, sql: str) -> None:
    """Runs statements while no trigger watches."""
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    away = "".join(f"DROP TRIGGER {name};\n" for name, _ in triggers)
    back = "".join(f"{made};\n" for _, made in triggers)
    # In one piece: sixty changes of the schema, each by itself, take longer than what is tested.
    db.executescript(f"PRAGMA ignore_check_constraints = ON; BEGIN; {away} {sql};\n{back} COMMIT")


def schema_rewritten(db: sqlite3.Connection, sql: str) -> None:
    db.execute("PRAGMA writable_schema = ON")
    db.execute(sql)
    db.execute("PRAGMA writable_schema = RESET")


def without_entries(db: sqlite3.Connection) -> None:
    """An index that misses a row: it is not known while the row is made."""
    row = db.execute(
        "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE name = 'ix_relays_speaker_id'"
    ).fetchone()
    schema_rewritten(db, "DELETE FROM sqlite_master WHERE name = 'ix_relays_speaker_id'")
    quietly(db, "INSERT INTO relays(attribution_id, hop, speaker_id) VALUES (1, 1, 1)")
    db.execute("PRAGMA writable_schema = ON")
    db.execute("INSERT INTO sqlite_master(type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)", row)
    db.execute("PRAGMA writable_schema = RESET")


def damaged(db: sqlite3.Connection) -> None:
    [root] = db.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'ix_changes_operation_id'"
    ).fetchone()
    [name] = db.execute("SELECT file FROM pragma_database_list").fetchone()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    with Path(name).open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))


def twice(db: sqlite3.Connection) -> None:
    quietly(
        db,
        "ALTER TABLE tags RENAME TO old; CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR NOT NULL); "
        "INSERT INTO tags SELECT * FROM old; DROP TABLE old; INSERT INTO tags(name) VALUES ('fog')",
    )


def renamed_text(db: sqlite3.Connection) -> None:
    """A stored text and its digest: what checks found in the one before does not follow from it."""
    text = factories.ARTICLE.replace("Nobody asked us", "Somebody asked us")
    quietly(
        db, f"UPDATE snapshots SET text = '{text}', sha256 = '{hashlib.sha256(text.encode()).hexdigest()}'"
    )


PROPOSAL = (
    "INSERT INTO proposals(snapshot_id, place_key, text_key, stretches, form, speaker_kind, unnamed, via, confidence, reason, engine, state, attribution_id) "
    "VALUES (1, '{0}', 'x', '[[{0}]]', 'direct', 'person', 0, '[]', 0.5, 'x', 'x', '{1}', {2})"
)
FUTURE = "2999-01-01T00:00:00Z"
# By kind: ways in which it comes about.
PLANTS: dict[str, tuple[Plant | str, ...]] = {
    "unreadable": ("PRAGMA application_id = 12345",),
    "application": ("PRAGMA application_id = 0",),
    "damaged": (damaged,),
    "index-entries": (without_entries,),
    "rule": ("UPDATE attributions SET form = 'shouted' WHERE id = 1", "UPDATE sources SET type = 'rumour' WHERE id = 1"),
    "value": (
        "UPDATE statements SET text = CAST(x'FFFE41' AS TEXT) WHERE id = 1",
        "UPDATE spans SET start = 'here' WHERE id = 1",
        "UPDATE sources SET csl = '{' WHERE id = 1",
    ),
    "orphan": (
        lambda db: db.execute("DELETE FROM statements WHERE id = 1"),
        "INSERT INTO statement_tags(statement_id, tag_id) VALUES (1, 77)",
    ),
    "duplicate": (twice,),
    "ids": ("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'statements'",),
    "version": ("UPDATE alembic_version SET version_num = '0003'",),
    "table": (lambda db: db.execute("DROP TABLE proposals"), "ALTER TABLE tags RENAME COLUMN name TO word"),
    "view": ("DROP VIEW quotes",),
    "index": ("DROP INDEX ix_relays_speaker_id",),
    "trigger-gone": (
        lambda db: db.execute("DROP TRIGGER history_speakers_update"),
        lambda db: db.execute("DROP TRIGGER snapshots_are_immutable"),
    ),
    "trigger-changed": (
        lambda db: db.executescript(
            "DROP TRIGGER snapshots_are_immutable; "
            "CREATE TRIGGER snapshots_are_immutable BEFORE UPDATE ON snapshots BEGIN SELECT 1; END"
        ),
    ),
    "trigger-foreign": (
        lambda db: db.execute(
            "CREATE TRIGGER theirs AFTER INSERT ON statements BEGIN UPDATE statements SET text = 'No' WHERE id = new.id; END"
        ),
    ),
    "fulltext": (
        "INSERT INTO snapshots_fts(snapshots_fts) VALUES ('delete-all')",
        "INSERT INTO statements_fts(statements_fts) VALUES ('delete-all')",
        "UPDATE statements SET text = 'Words that nobody indexed' WHERE id = 1",
        "UPDATE speaker_names SET name = 'Karl Nord' WHERE id = 1",
        "UPDATE sources SET container_title = 'Coast' WHERE id = 1",
        "UPDATE attributions SET wording = 'Another one' WHERE id = 1",
    ),
    "folded": ("UPDATE statements SET text = 'ｗｉｄｅ' WHERE id = 1",),
    "search-index": (lambda db: beside(db, ".index", folder=True),),
    "leftover": (lambda db: beside(db, ".backup-unfinished"), lambda db: beside(db, ".restore-unfinished")),
    "permissions": (lambda db: file_of(db).chmod(0o666),),
    "said-days": ("UPDATE attributions SET said_max = 9 + said_max WHERE id = 1", "UPDATE statements SET said = '1999' WHERE id = 1", "UPDATE statements SET said_min = 700000 WHERE id = 2"),
    "issued-days": ("UPDATE sources SET issued_min = NULL WHERE id = 1",),
    "date": ("UPDATE attributions SET said = 'last Tuesday' WHERE id = 2", "UPDATE sources SET accessed = '2024-13-01' WHERE id = 1"),
    "text-key": ("UPDATE statements SET text_key = 'aaaaaaaaaaaaaaaa' WHERE id = 1",),
    "name-key": ("UPDATE speaker_names SET name_key = 'somebody' WHERE id = 1",),
    "url-key": ("UPDATE sources SET url_key = 'example.net' WHERE id = 1",),
    "citekey": ("UPDATE sources SET citekey = 'a}b,\\input{x' WHERE id = 1", "UPDATE sources SET citekey = 'zwei wörter' WHERE id = 1"),
    "citekey-alias": ("INSERT INTO citekey_aliases(source_id, citekey) VALUES (2, 'dahl-2024')", "INSERT INTO citekey_aliases(source_id, citekey) VALUES (2, '{}')"),
    "citekey-case": ("UPDATE sources SET citekey = 'Dahl-2024' WHERE id = 2",),
    "slug": ("UPDATE speakers SET slug = '../etc' WHERE id = 1",),
    "key": ("UPDATE statements SET key = 'KEY' WHERE id = 1", "UPDATE claims SET key = 'claim' WHERE id = 1"),
    "preferred-name": ("DELETE FROM speaker_names WHERE speaker_id = 2", "UPDATE speakers SET name = 'Someone Else' WHERE id = 1"),
    "preferred-twice": ("INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (1, 'Inga', 'inga', 'preferred')",),
    "look-alike": ("INSERT INTO speakers(slug, name, kind) VALUES ('johan-quist-2', 'Јоhan Quist', 'person'); INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (last_insert_rowid(), 'Јоhan Quist', 'x', 'preferred')",),
    "odd-name": ("INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (1, 'Ingrid Dаhl', 'x', 'alias')", "INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (1, 'In' || char(8203) || 'grid', 'x', 'alias')"),
    "control": ("UPDATE sources SET title = 'Fog' || char(27) || '[2J' WHERE id = 1", "UPDATE tags SET name = 'a' || char(8238) || 'b'"),
    "address": ("UPDATE sources SET archive_url = 'javascript:alert(1)' WHERE id = 1", "UPDATE captures SET url = 'file:///etc/passwd'"),
    "wikidata": ("UPDATE speakers SET wikidata_id = 'Q1 OR 1' WHERE id = 1",),
    "merge-chain": ("UPDATE speakers SET merged_into_id = 2 WHERE id = 1; UPDATE speakers SET merged_into_id = 3 WHERE id = 2",),
    "tag-case": ("INSERT INTO tags(name) VALUES ('Fog')",),
    "snapshot-hash": ("UPDATE snapshots SET text = replace(text, 'left', 'right')", "UPDATE snapshots SET sha256 = replace(sha256, substr(sha256, 1, 2), 'zz')"),
    "original": ("UPDATE snapshots SET original = x'00112233'", "UPDATE snapshots SET original = substr(original, 1, length(original) - 6)"),
    "locators": ("""UPDATE snapshots SET places = '[[0,"page","1"],[99999,"page","2"]]'""", """UPDATE snapshots SET places = '[[40,"page","1"],[3,"page","2"]]'"""),
    "span": ("""UPDATE spans SET "end" = 99999 WHERE id = 1""", "UPDATE spans SET start = -4 WHERE id = 1"),
    "span-order": ("UPDATE spans SET position = 3 WHERE id = 1", """INSERT INTO spans(attribution_id, position, start, "end", quoted) VALUES (1, 2, 3, 9, 1)"""),
    "span-alone": ("UPDATE attributions SET snapshot_id = NULL WHERE id = 1",),
    "context": ("UPDATE attributions SET prefix = 'He denied it: ' WHERE id = 1", "UPDATE attributions SET suffix = 'he lied' WHERE id = 1"),
    "outcome": ("UPDATE attributions SET check_result = 'absent' WHERE id = 1", "UPDATE attributions SET check_result = 'exact', checked_at = '2024-01-01T00:00:00Z' WHERE id = 3", renamed_text),
    "capture": ("DELETE FROM captures",),
    "proposal": (PROPOSAL.format("5,99999", "open", "NULL"), PROPOSAL.format("9,5", "open", "NULL")),
    "proposal-of-another": (PROPOSAL.format("5,9", "accepted", "3"),),
    "statement-alone": ("INSERT INTO statements(key, text, text_key) VALUES ('aaaaaaaaaa', 'Alone', 'x')",),
    "hops": ("UPDATE relays SET hop = 2",),
    "quoted-ring": ("UPDATE attributions SET quoted_from_id = 2 WHERE id = 1; UPDATE attributions SET quoted_from_id = 1 WHERE id = 2",),
    "future": (f"UPDATE operations SET at = '{FUTURE}' WHERE id = 1", f"UPDATE captures SET captured_at = '{FUTURE}'", f"UPDATE attributions SET checked_at = '{FUTURE}' WHERE id = 1"),
    "time": ("UPDATE operations SET at = 'yesterday' WHERE id = 1",),
    "open-operation": ("UPDATE operations SET open = 1 WHERE id = 1",),
    "empty-operation": ("DELETE FROM changes WHERE operation_id = 2",),
    "undo-order": ("UPDATE operations SET undoes_id = 2 WHERE id = 1",),
    "change": ("""UPDATE changes SET "before" = '{' WHERE kind = 'update'""", "UPDATE changes SET table_name = 'nowhere' WHERE id = 1"),
    "another-program": (
        lambda db: db.execute("UPDATE statements SET text = 'He never said so' WHERE id = 1"),
        lambda db: db.execute("UPDATE spans SET start = start + 1 WHERE id = 1"),
    ),
    "unrecorded-change": ("UPDATE statements SET note = 'By the sea' WHERE id = 1",),
    "unrecorded-row": ("INSERT INTO tags(id, name) VALUES (40, 'sea'); UPDATE sqlite_sequence SET seq = 40 WHERE name = 'tags'",),
    "seal": ("DELETE FROM seals WHERE id = 1", "UPDATE seals SET content = digest WHERE id = 1", "DELETE FROM seals WHERE id = 2", "UPDATE seals SET digest = content WHERE id = 2"),
    "sealed": (
        "UPDATE statements SET text = 'Everybody who bought a ticket' WHERE id = 2",
        "UPDATE statements SET note = 'By the quay', said = NULL WHERE id = 3",
        "UPDATE speakers SET name = 'Somebody' WHERE id = 2",
        """UPDATE changes SET "before" = replace("before", 'Nobody', 'Everybody') WHERE kind = 'update'""",
        "UPDATE operations SET command = 'nothing' WHERE id = 1",
        """UPDATE operations SET "by" = 'another' WHERE id = 2""",
        "DELETE FROM spans WHERE id = 1",
        "UPDATE snapshots SET original = x'00'",
    ),
    "unrecorded-removal": ("DELETE FROM tags WHERE name = 'fog'",),
}  # fmt: skip


def file_of(db: sqlite3.Connection) -> Path:
    return Path(db.execute("SELECT file FROM pragma_database_list").fetchone()[0])


def beside(db: sqlite3.Connection, end: str, *, folder: bool = False) -> None:
    place = Path(f"{file_of(db)}{end}")
    if folder:
        place.mkdir()
    else:
        place.write_bytes(b"half of it")


def every() -> Iterator[tuple[str, int]]:
    return ((kind, number) for kind, plants in PLANTS.items() for number in range(len(plants)))


def named(path: Path) -> dict[str, str]:
    return {one.kind.name: one.sentence() for one in faults(path)}


def test_a_sound_database_has_no_faults(sound: Path) -> None:
    assert named(sound) == {}


def test_every_kind_is_planted() -> None:
    assert set(PLANTS) == set(KINDS)
    assert len(KINDS) >= 60


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as db:
        tables = (
            "statements",
            "attributions",
            "speakers",
            "speaker_names",
            "sources",
            "snapshots",
            "tags",
            "spans",
            "changes",
        )
        return {one: db.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables}


@pytest.mark.parametrize(("kind", "number"), list(every()))
def test_what_is_planted_is_named_and_mended(
    kind: str, number: int, planted: Callable[[Plant | str], Path]
) -> None:
    path = planted(PLANTS[kind][number])
    before = path.read_bytes()
    found = faults(path)
    assert path.read_bytes() == before
    assert kind in {one.kind.name for one in found}
    told = next(one for one in found if one.kind.name == kind)
    assert told.number >= 1 and "\n" not in told.sentence() and ADVICE[kind]
    if not KINDS[kind].mends or kind == "table":
        return
    had = rows(path)
    assert KINDS[kind].mends in plan(found)
    backup = repair(path, found, "repair")
    assert backup is not None and backup.exists()
    left = named(path)
    assert kind not in left
    now = rows(path)
    assert all(now[one] >= had[one] for one in had), (had, now)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_repair_of_rows_is_one_operation_and_is_taken_back(planted: Callable[[Plant | str], Path]) -> None:
    path = planted(
        "UPDATE sources SET issued_min = NULL WHERE id = 1; UPDATE speaker_names SET name_key = 'x' WHERE id = 1; "
        "UPDATE statements SET text_key = 'y' WHERE id = 1"
    )
    repair(path, faults(path), "onrecord doctor --repair")
    assert named(path) == {}
    with writing(path, "undo") as store:
        assert take_back(store, None).command == "onrecord doctor --repair"
    assert {"issued-days", "name-key", "text-key"} <= set(named(path))


def test_the_command_says_and_mends(planted: Callable[[Plant | str], Path], run: Run) -> None:
    path = planted(
        "UPDATE statements SET text_key = 'y' WHERE id = 1; UPDATE sources SET citekey = 'a b' WHERE id = 1"
    )
    said = run("doctor", "--db", path, code=1).stdout
    assert "fault: The key by which equal wordings" in said and "citekey" in said
    before = path.read_bytes()
    assert (
        "Would make the keys of wordings again"
        in run("doctor", "--repair", "--dry-run", "--db", path, code=1).stdout
    )
    assert path.read_bytes() == before
    told = json.loads(run("doctor", "--repair", "--json", "--db", path, code=1).stdout)
    assert [one["kind"] for one in told["left"]] == ["citekey", "sealed"]
    assert named(Path(told["backup"])).keys() >= {"text-key", "citekey"}
    with reading(path) as store:
        assert store.value("SELECT count(*) FROM statements") == 3


@pytest.mark.parametrize("kind", ["missing", "folder", "older"])
def test_what_cannot_be_looked_over_is_one_sentence(kind: str, sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    if kind == "folder":
        path.mkdir()
    elif kind == "older":
        shutil.copy(sound, path)
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA user_version = 3")
    with pytest.raises(DatabaseError):
        faults(path)
