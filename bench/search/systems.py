"""The systems that are measured: each opens its data and answers the same questions, twenty best hits."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from bench.search import data
from bench.search.asking import CLASSES, LIMIT, Times, made_before, say_made, timed
from bench.search.data import Queries
from bench.search.peers import SYSTEM_PYTHON, datasette, ripgrep, sqlite_utils, xapian
from bench.search.postgres import postgresql
from onrecord.db.store import reading
from onrecord.search import Filters, search
from onrecord.search.index import state
from onrecord.search.index.build import bring_up
from onrecord.text import edtf


class System(NamedTuple):
    """What is measured, by the name that the table calls it; and the programs that it cannot do without."""

    name: str
    run: Callable[[Path, Queries, int], Times]
    programs: tuple[str, ...] = ()


def _typed(asked: Queries) -> list[tuple[str, Filters]]:
    since = "-".join(f"{part:02}" for part in edtf.from_day_number(asked.since))
    words = [asked.rare, asked.seldom, asked.common, asked.stopword, f"{asked.common} {asked.second}"]
    narrowed = [(asked.common, Filters(by=asked.speaker)), (asked.common, Filters(since=since))]
    return [*((one, Filters()) for one in words), (f'"{asked.phrase}"', Filters()), *narrowed]


def _onrecord(path: Path, asked: Queries) -> Times:
    """The whole of `search`: the words read and widened, hits ranked, counted, and read as records."""
    with reading(path) as store:
        typed = _typed(asked)
        return timed(
            {
                name: (lambda words=words, filters=filters: search(store, words, filters, limit=LIMIT))
                for name, (words, filters) in zip(CLASSES, typed, strict=True)
            }
        )


def onrecord_fts5(path: Path, asked: Queries, number: int) -> Times:
    """onrecord without an index beside the file."""
    beside = Path(state.folder_of(path))
    away = beside.with_suffix(".away")
    if not beside.exists():
        return _onrecord(path, asked)
    beside.rename(away)
    try:
        return _onrecord(path, asked)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        away.rename(beside)


def onrecord_tantivy(path: Path, asked: Queries, number: int) -> Times:
    """onrecord with one."""
    with reading(path) as store:
        for _ in bring_up(store):
            pass
    return _onrecord(path, asked)


def command(path: Path, asked: Queries, number: int) -> Times:
    """The command `onrecord search`, a process of its own, in a pipe; with an index beside the file where there is one."""
    program = [sys.executable, "-c", "from onrecord.cli.main import main; main()", "search"]
    since = "-".join(f"{part:02}" for part in edtf.from_day_number(asked.since))
    words = [[asked.rare], [asked.seldom], [asked.common], [asked.stopword], [asked.common, asked.second]]
    words += [[f'"{asked.phrase}"'], [asked.common, "--by", asked.speaker], [asked.common, "--since", since]]
    tail = ["--limit", str(LIMIT), "--db", str(path)]
    return timed(
        {
            name: lambda typed=typed: subprocess.run(
                [*program, *typed, *tail], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            for name, typed in zip(CLASSES, words, strict=True)
        }
    )


def start(path: Path, asked: Queries, number: int) -> Times:
    """What every command begins with: an interpreter that loads sqlite3."""
    return timed(
        {
            name: lambda: subprocess.run([sys.executable, "-c", "import sqlite3"], check=True)
            for name in CLASSES[:1]
        }
    )


def fts5(path: Path, asked: Queries, number: int) -> Times:
    """SQLite alone: scored in a subquery, joined to the filters. Ids only."""
    scored = (
        "SELECT rowid AS id, bm25(statements_fts) AS score FROM statements_fts WHERE statements_fts MATCH ?"
    )
    joined = f"SELECT id FROM ({scored}) JOIN attributions USING(id) JOIN statements USING(id) WHERE "
    end = f" ORDER BY score LIMIT {LIMIT}"
    plain = f"SELECT id FROM ({scored}){end}"
    sql = [
        *((plain, (f'"{one}"',)) for one in (asked.rare, asked.seldom, asked.common, asked.stopword)),
        (plain, (f'"{asked.common}" "{asked.second}"',)),
        (plain, (f'"{asked.phrase}"',)),
        (joined + "speaker_id = ?" + end, (f'"{asked.common}"', asked.speaker_id)),
        (joined + "statements.said_min >= ?" + end, (f'"{asked.common}"', asked.since)),
    ]
    with closing(sqlite3.connect(path)) as db:
        return timed(
            {
                name: (lambda one=one, values=values: db.execute(one, values).fetchall())
                for name, (one, values) in zip(CLASSES, sql, strict=True)
            }
        )


def tantivy(path: Path, asked: Queries, number: int) -> Times:
    """tantivy alone, with the fields that these questions need. Document addresses only."""
    return _tantivy(path, asked, number, is_counted=False)


def tantivy_counted(path: Path, asked: Queries, number: int) -> Times:
    """The same, and the number of all hits, as onrecord tells it: every one has to be looked at."""
    return _tantivy(path, asked, number, is_counted=True)


def _tantivy(path: Path, asked: Queries, number: int, *, is_counted: bool) -> Times:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    builder.add_unsigned_field("speaker", indexed=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    made = builder.build()
    folder = path.parent / "tantivy"
    if not made_before(folder):
        folder.mkdir()
        writer = tantivy.Index(made, str(folder)).writer(128_000_000, 1)
        for batch in data.statements(number):
            for _, text, speaker, _, day in batch:
                document = tantivy.Document()
                document.add_text("text", text)
                document.add_unsigned("speaker", speaker)
                document.add_integer("day", day)
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        say_made(folder)
    index = tantivy.Index(made, str(folder))
    index.reload()
    searcher, query, must = index.searcher(), tantivy.Query, tantivy.Occur.Must

    def word(one: str) -> Any:
        return query.term_query(made, "text", one)

    def both(*parts: Any) -> Any:
        return query.boolean_query([(must, one) for one in parts])

    queries = [
        *map(word, (asked.rare, asked.seldom, asked.common, asked.stopword)),
        both(word(asked.common), word(asked.second)),
        query.phrase_query(made, "text", asked.phrase.split()),
        both(word(asked.common), query.term_query(made, "speaker", asked.speaker_id)),
        both(
            word(asked.common), query.range_query(made, "day", tantivy.FieldType.Integer, asked.since, None)
        ),
    ]
    return timed(
        {
            name: (lambda one=one: searcher.search(one, LIMIT, count=is_counted))
            for name, one in zip(CLASSES, queries, strict=True)
        }
    )


SYSTEMS: Mapping[str, System] = {
    "onrecord": System("onrecord, tantivy", onrecord_tantivy),
    "onrecord-fts5": System("onrecord, FTS5", onrecord_fts5),
    "command": System("onrecord search, a process", command),
    "start": System('python -c "import sqlite3"', start),
    "fts5": System("FTS5 alone", fts5),
    "tantivy": System("tantivy alone", tantivy),
    "tantivy-counted": System("tantivy with count", tantivy_counted),
    "xapian": System("Xapian", xapian, (SYSTEM_PYTHON,)),
    "postgresql": System("PostgreSQL", postgresql, ("initdb", "pg_ctl", "psql")),
    "sqlite-utils": System("sqlite-utils", sqlite_utils),
    "datasette": System("Datasette", datasette),
    "ripgrep": System("ripgrep", ripgrep, ("rg",)),
}
