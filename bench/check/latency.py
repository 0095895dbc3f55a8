"""How long `onrecord check` takes for a draft with 20 quotations: `python -m bench.check.latency [1000 20000] [--keep FOLDER]`.

Each line is the median of some runs of the command, each a process of its own, with the most memory that one took.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.check.articles import Archive, make
from onrecord.db.sqlite import sqlite3

QUOTATIONS = 20
RUNS = 3


@dataclass(frozen=True)
class Run:
    """A run of the command: seconds on the clock and of the processor, and the most memory, in bytes."""

    seconds: float
    processor: float
    memory: int


def prepared(folder: Path, number: int) -> tuple[Path, Path]:
    """A database with so many articles and a draft about them, made where they are not there yet."""
    database, draft = folder / f"articles-{number}.db", folder / f"draft-{number}.md"
    if not draft.exists():
        database.unlink(missing_ok=True)
        archive: Archive = make(database, number)
        draft.write_text(archive.draft(QUOTATIONS), "utf-8")
    return database, draft


def run(*words: str | Path) -> Run:
    """One run of `onrecord …`, which may find something wrong."""
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(process.stderr.read().decode() if process.stderr else "")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def sizes(database: Path) -> tuple[int, int]:
    """The bytes of the stored texts, and of the index over them."""
    with closing(sqlite3.connect(database)) as connection:
        [(texts,)] = connection.execute("SELECT total(length(CAST(text AS BLOB))) FROM snapshots")
        [(index,)] = connection.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'snapshots_fts%' OR name LIKE '%snapshots_searched%'"
        )
    return int(texts), int(index)


def main() -> None:
    """Prints a line for each number of articles."""
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="*", type=int, default=[1_000, 20_000])
    parser.add_argument("--keep", type=Path, help="a folder for the databases, to be used again")
    asked = parser.parse_args()
    print(
        "| articles | text, MB | index, bytes a MB of text | check, s | of the processor, s | memory, MB "
        "| search --in-texts, of the processor, s |\n|---:|---:|---:|---:|---:|---:|---:|"
    )
    with tempfile.TemporaryDirectory() as made:
        folder = asked.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for number in asked.numbers:
            database, draft = prepared(folder, number)
            texts, index = sizes(database)
            checks = [run("check", draft, "--db", database) for _ in range(RUNS)]
            # Two that stand in most passages: what takes longest.
            words = draft.read_text("utf-8").split()[2:4]
            searches = [
                run("search", "--in-texts", *words, "--limit", "20", "--db", database) for _ in range(RUNS)
            ]
            print(
                f"| {number:,} | {texts / 1e6:.1f} | {index / (texts / 1e6):,.0f} "
                f"| {median(one.seconds for one in checks):.2f} | {median(one.processor for one in checks):.2f} "
                f"| {max(one.memory for one in checks) / 1e6:.0f} | {median(one.processor for one in searches):.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
