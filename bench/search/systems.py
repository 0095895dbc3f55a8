"""The systems that are measured: each opens its data and answers the same questions, twenty best hits."""

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bench.search import data
from bench.search.data import Queries
from onrecord.db.engine import reading
from onrecord.db.reader import of
from onrecord.search import Filters, search
from onrecord.search.scale import state
from onrecord.search.scale.building import bring_up
from onrecord.text import edtf

RUNS, LIMIT = 20, 20
CLASSES = (
    "rare word", "1 % word", "common word", "stopword", "two common words", "phrase", "speaker + common word",
    "date + common word",
)  # fmt: skip
Times = Mapping[str, list[float]]  # milliseconds by class


def _timed(actions: Mapping[str, Callable[[], object]]) -> Times:
    times: dict[str, list[float]] = {}
    for name, action in actions.items():
        action()
        times[name] = []
        for _ in range(RUNS):
            started = time.perf_counter()
            action()
            times[name].append((time.perf_counter() - started) * 1000)
    return times


def _typed(asked: Queries) -> list[tuple[str, Filters]]:
    since = "-".join(f"{part:02}" for part in edtf.from_day_number(asked.since))
    words = [asked.rare, asked.seldom, asked.common, asked.stopword, f"{asked.common} {asked.second}"]
    narrowed = [(asked.common, Filters(by=asked.speaker)), (asked.common, Filters(since=since))]
    return [*((one, Filters()) for one in words), (f'"{asked.phrase}"', Filters()), *narrowed]


def _onrecord(path: Path, asked: Queries) -> Times:
    """The whole of `search`: the words read and widened, hits ranked, counted, and read as records."""
    with reading(path) as session:
        typed = _typed(asked)
        return _timed(
            {
                name: (lambda words=words, filters=filters: search(session, words, filters, limit=LIMIT))
                for name, (words, filters) in zip(CLASSES, typed, strict=True)
            }
        )


def onrecord_fts5(path: Path, asked: Queries, number: int) -> Times:
    """onrecord without an index beside the file."""
    shutil.rmtree(state.folder_of(path), ignore_errors=True)
    return _onrecord(path, asked)


def onrecord_tantivy(path: Path, asked: Queries, number: int) -> Times:
    """onrecord with one."""
    with reading(path) as session:
        for _ in bring_up(of(session)):
            pass
    return _onrecord(path, asked)


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
        return _timed(
            {
                name: (lambda one=one, values=values: db.execute(one, values).fetchall())
                for name, (one, values) in zip(CLASSES, sql, strict=True)
            }
        )


def tantivy(path: Path, asked: Queries, number: int) -> Times:
    """tantivy alone, with the fields that these questions need. Document addresses only."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    builder.add_unsigned_field("speaker", indexed=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    made = builder.build()
    folder = path.parent / "tantivy"
    folder.mkdir()
    index = tantivy.Index(made, str(folder))
    writer = index.writer(128_000_000, 1)
    for batch in data.statements(number):
        for _, text, speaker, _, day in batch:
            document = tantivy.Document()
            document.add_text("text", text)
            document.add_unsigned("speaker", speaker)
            document.add_integer("day", day)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
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
    return _timed(
        {
            name: (lambda one=one: searcher.search(one, LIMIT, count=False))
            for name, one in zip(CLASSES, queries, strict=True)
        }
    )


def postgresql(path: Path, asked: Queries, number: int) -> Times:
    """PostgreSQL with a stored tsvector and a GIN index, ranked by ts_rank, over one connection. Ids only."""
    ranked = (
        "SELECT id FROM statements, {query} AS q WHERE words @@ q {filter} ORDER BY ts_rank(words, q) DESC LIMIT "
        f"{LIMIT}"
    )

    def ask(words: str, narrowed: str = "") -> str:
        return ranked.format(query=f"plainto_tsquery('simple', '{words}')", filter=narrowed)

    sql = [
        *map(ask, (asked.rare, asked.seldom, asked.common, asked.stopword, f"{asked.common} {asked.second}")),
        ranked.format(query=f"phraseto_tsquery('simple', '{asked.phrase}')", filter=""),
        ask(asked.common, f"AND speaker = {asked.speaker_id}"),
        ask(asked.common, f"AND day >= {asked.since}"),
    ]
    with _server(path.parent / "postgresql") as psql:
        rows = path.parent / "rows.tsv"
        with rows.open("w") as file:
            for some in data.statements(number):
                file.writelines(f"{one}\t{text}\t{speaker}\t{day}\n" for one, text, speaker, _, day in some)
        rows.chmod(0o644)
        psql("CREATE TABLE statements(id int PRIMARY KEY, text text, speaker int, day int)")
        psql(f"\\copy statements FROM '{rows}'\n")
        rows.unlink()
        psql(
            "ALTER TABLE statements ADD words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED;"
            "CREATE INDEX ON statements USING gin(words); CREATE INDEX ON statements(speaker);"
            "CREATE INDEX ON statements(day); VACUUM ANALYZE statements;"
        )
        times = {}
        for name, one in zip(CLASSES, sql, strict=True):
            told = psql("\\timing on\n" + f"{one};\n" * (RUNS + 1))
            times[name] = [float(found) for found in re.findall(r"^Time: ([\d.]+) ms", told, re.MULTILINE)][
                1:
            ]
        return times


@contextmanager
def _server(folder: Path) -> Iterator[Callable[[str], str]]:
    """A server of its own on a free port of the loopback; gives what runs SQL. As root it runs as `postgres`."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder.mkdir()
    if user:
        shutil.chown(folder, "postgres")
        # Its data are in a temporary folder of root's, which nobody else may pass.
        folder.parent.chmod(0o711)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data_folder = folder / "data"
    programs = Path(shutil.which("initdb") or "initdb").parent

    def start(*words: str | Path) -> None:
        subprocess.run([*user, *map(str, words)], check=True, capture_output=True, cwd=folder)

    def psql(sql: str) -> str:
        command = [
            *user, shutil.which("psql") or "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(folder), "-p", str(port),
            "-d", "postgres",
        ]  # fmt: skip
        done = subprocess.run(command, input=sql, check=True, capture_output=True, text=True, cwd=folder)
        return done.stdout

    start(programs / "initdb", "-D", data_folder, "--auth=trust", "--no-sync")
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off -c shared_buffers=1GB -c max_wal_size=4GB -c maintenance_work_mem=512MB"
    subprocess.run(
        [*user, str(programs / "pg_ctl"), "-D", str(data_folder), "-w", "-l", str(folder / "log"), "-o", settings, "start"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    try:
        yield psql
    finally:
        start(programs / "pg_ctl", "-D", data_folder, "-m", "immediate", "stop")


SYSTEMS: Mapping[str, tuple[Callable[[Path, Queries, int], Times], tuple[str, ...]]] = {
    "onrecord, FTS5": (onrecord_fts5, ()),
    "onrecord, tantivy": (onrecord_tantivy, ()),
    "FTS5 alone": (fts5, ()),
    "tantivy alone": (tantivy, ()),
    "PostgreSQL": (postgresql, ("initdb", "pg_ctl", "psql")),
}
