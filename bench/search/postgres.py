"""PostgreSQL, on a server of its own for as long as it is measured."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.search import data
from bench.search.asking import CLASSES, LIMIT, Times, made_before, runs_after, say_made
from bench.search.data import Queries


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
    folder = path.parent / "postgresql"
    with _server(folder) as psql:
        if not made_before(folder):
            psql(_lines(number))
            say_made(folder)
        times = {}
        for name, one in zip(CLASSES, sql, strict=True):
            first, *_ = _milliseconds(psql(["\\timing on\n", f"{one};\n"]))
            told = psql(["\\timing on\n", f"{one};\n" * (runs_after(first) + 1)])
            times[name] = _milliseconds(told)[1:]
        return times


def _lines(number: int) -> Iterator[str]:
    """What makes the table, a batch at a time."""
    yield "DROP TABLE IF EXISTS statements; CREATE TABLE statements(id int PRIMARY KEY, text text, speaker int, day int);\n"
    yield "COPY statements FROM stdin;\n"
    for batch in data.statements(number):
        yield "".join(f"{one}\t{text}\t{speaker}\t{day}\n" for one, text, speaker, _, day in batch)
    yield "\\.\n"
    yield (
        "SET maintenance_work_mem = '512MB';"
        "ALTER TABLE statements ADD words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED;"
        "CREATE INDEX ON statements USING gin(words); CREATE INDEX ON statements(speaker);"
        "CREATE INDEX ON statements(day); VACUUM ANALYZE statements;\n"
    )


def _milliseconds(told: str) -> list[float]:
    return [float(found) for found in re.findall(r"^Time: ([\d.]+) ms", told, re.MULTILINE)]


@contextmanager
def _server(folder: Path) -> Iterator[Callable[[Iterable[str]], str]]:
    """A server of its own on a free port of the loopback; gives what runs SQL. As root it runs as `postgres`."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder.mkdir(exist_ok=True)
    if user:
        shutil.chown(folder, "postgres")
        # Its data are in folders of root's, which nobody else may pass.
        for one in (folder.parent, folder.parent.parent):
            one.chmod(one.stat().st_mode | 0o111)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data_folder = folder / "data"
    programs = Path(shutil.which("initdb") or "initdb").parent

    def start(*words: str | Path) -> None:
        subprocess.run([*user, *map(str, words)], check=True, capture_output=True, cwd=folder)

    def psql(sql: Iterable[str]) -> str:
        command = [
            *user, shutil.which("psql") or "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(folder), "-p", str(port),
            "-d", "postgres",
        ]  # fmt: skip
        with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=told, text=True, cwd=folder)
            assert process.stdin is not None
            with process.stdin as into:
                for one in sql:
                    into.write(one)
            if process.wait():
                raise SystemExit("PostgreSQL refused what it was asked; see above.")
            told.seek(0)
            return told.read()

    if not data_folder.exists():
        start(programs / "initdb", "-D", data_folder, "--auth=trust", "--no-sync")
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off -c shared_buffers=1GB -c max_wal_size=4GB"
    subprocess.run(
        [*user, str(programs / "pg_ctl"), "-D", str(data_folder), "-w", "-l", str(folder / "log"), "-o", settings, "start"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    try:
        yield psql
    finally:
        start(programs / "pg_ctl", "-D", data_folder, "-m", "fast", "-w", "-t", "300", "stop")
