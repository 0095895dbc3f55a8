"""A copy on PostgreSQL answers whatever reads as the file does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import postgres_server
import pytest
import reading_room

from onrecord.claims import queries as claims
from onrecord.db import dialect, postgres
from onrecord.db import reader as readers
from onrecord.db.base import Base
from onrecord.db.reader import Reader
from onrecord.errors import ConflictError, DatabaseError, UsageError
from onrecord.history import queries as history
from onrecord.proposals import queries as proposals
from onrecord.sources import queries as sources
from onrecord.speakers import queries as speakers
from onrecord.statements import queries as statements
from onrecord.views import changes, claim, origins, overview, source, speaker, statement, status

pytest.importorskip("psycopg", reason="psycopg is not installed: pip install onrecord[postgres]")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with postgres_server.served() as served:
        yield served


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("newsroom") / "onrecord.db"
    reading_room.newsroom(made)
    return made


def answers(reader: Reader) -> Iterator[tuple[str, object]]:
    """What every view and every noun's queries say of all that is recorded."""
    yield "status", status.status(reader)
    yield "counts", overview.counts(reader)
    yield "spread", overview.spread(reader)
    yield "recent", overview.recent(reader, 50)
    ids = reader.column("SELECT id FROM attributions ORDER BY id")
    yield "quotes", statements.quotes(reader, ids)
    yield "references", statements.references(reader, ids)
    yield "tags", statements.tags(reader)
    for key in reader.column("SELECT key FROM statements ORDER BY id"):
        yield f"statement {key}", statement.show_statement(reader, key)
        yield f"origins {key}", origins.of_statement(reader, key)
    for citekey in reader.column("SELECT citekey FROM sources ORDER BY id"):
        yield f"source {citekey}", sources.source_named(reader, citekey)
        for read in (
            source.source_text,
            source.statements_without_text,
            changes.changed_text,
            proposals.opened,
        ):
            yield f"{read.__name__} {citekey}", _said(read, reader, citekey)
    yield "sources", sources.sources(reader)
    yield "quotes of each source", sources.quotes_of_each(reader)
    for slug in reader.column("SELECT slug FROM speakers ORDER BY id"):
        portrait = speaker.portrait_of(reader, slug)
        yield f"speaker {slug}", (portrait, speaker.said_by(reader, portrait))
        yield f"names {slug}", speakers.speaker_record(reader, speakers.speaker_id(reader, slug))
    yield "speakers", list(speakers.speakers(reader))
    yield "claims", claims.claim_records(reader)
    for key in reader.column("SELECT key FROM claims ORDER BY id"):
        yield f"claim {key}", claim.debate_on(reader, key)
    yield "waiting", proposals.waiting(reader)
    yield "history", history.operations(reader, limit=50)
    yield "the view", reader.dicts("SELECT * FROM quotes ORDER BY id")


def _said(read: Any, reader: Reader, citekey: str) -> object:
    try:
        return read(reader, citekey)
    except UsageError as error:
        return error.message
    except Exception as error:  # noqa: BLE001  (the same error must come from both)
        return type(error).__name__, str(error)


def test_a_copy_answers_as_the_file_does(path: Path, address: str) -> None:
    rows = postgres.copy(str(path), address)
    with readers.opened(str(path)) as file, postgres.opened(address) as copy:
        assert rows == sum(file.value(f'SELECT count(*) FROM "{name}"') for name in Base.metadata.tables)
        there = answers(copy)
        number = 0
        for name, said in answers(file):
            assert next(there) == (name, said), name
            number += 1
        assert number >= 40


def test_tables_that_stand_there_are_left_alone(path: Path, address: str) -> None:
    with pytest.raises(ConflictError, match="tables of onrecord already: attributions"):
        postgres.copy(str(path), address)


@pytest.mark.parametrize(
    ("address", "error", "said"),
    [
        ("not an address", UsageError, "is not the address of a database"),
        ("mysql://host/name", UsageError, "begins with postgresql://"),
        ("postgresql:///nothing?host=/nowhere", DatabaseError, "PostgreSQL refuses"),
    ],
)
def test_bad_addresses(path: Path, address: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        postgres.copy(str(path), address)
    with pytest.raises(error, match=said), postgres.opened(address):
        pass


def test_a_reader_cannot_write_and_hides_the_password(path: Path, address: str) -> None:
    with postgres.opened(address.replace("owner@", "owner:secret@")) as copy:
        assert "secret" not in copy.file()
        with pytest.raises(DatabaseError, match="read-only"):
            copy.rows("DELETE FROM tags")


@pytest.mark.parametrize(
    ("sql", "parameters", "written"),
    [
        ("a = ? AND b LIKE '%?'", (1,), "a = %(p1)s AND b LIKE '%%?'"),
        ("a = ?1 OR b = ?1 OR c = :d", {"1": 1, "d": 2}, "a = %(p1)s OR b = %(p1)s OR c = %(d)s"),
        ("a IS NOT b.c AND d IS e AND f IS NOT NULL", (), "a IS DISTINCT FROM b.c AND d IS NOT DISTINCT FROM e AND f IS NOT NULL"),
        ("LIMIT ?", (-1,), "LIMIT nullif(%(p1)s::bigint, -1)"),
        ("IN (SELECT value FROM json_each(?))", ("[1]",), "IN (SELECT value FROM json_each_numbers(%(p1)s))"),
        ("IN (SELECT value FROM json_each(:n))", {"n": '["x"]'}, "IN (SELECT value FROM json_each_texts(%(n)s))"),
        ("FROM json_each(?) AS new", ('{"a": 1}',), "FROM json_each_members(%(p1)s) AS new"),
    ],
)  # fmt: skip
def test_statements_in_the_words_of_postgresql(sql: str, parameters: Any, written: str) -> None:
    assert dialect.translated(sql, parameters)[0] == written
