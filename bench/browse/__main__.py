"""Makes the data, starts each server on it, and writes bench/results/browse.md."""

import argparse
import json
import os
import platform
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles

from bench.browse.servers import SERVERS, paths, running, timed
from bench.search import data
from onrecord.db.files import SCHEMA_VERSION
from onrecord.db.store import reading
from onrecord.search.index.build import bring_up

RESULTS = Path(__file__).parents[1] / "results" / "browse.md"
STATEMENTS_OF_SOURCE = 200


def prepared(path: Path, number: int) -> dict[str, str]:
    """The words to ask for; makes the database at `path`, its index and a source with 200 statements where missing."""
    words = path.with_name(f"{path.name}.queries.json")
    if not path.exists():
        asked = data.make(path, number)
        words.write_text(json.dumps(asdict(asked)), encoding="utf-8")
    with closing(sqlite3.connect(path)) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA_VERSION:
            sys.exit(f"{path} has schema {version}; this onrecord has {SCHEMA_VERSION}. Take another --db.")
        if not db.execute("SELECT 1 FROM sources WHERE citekey = 'long-source'").fetchone():
            _add_source(db)
    with reading(path) as store:
        for _ in bring_up(store):
            pass
    found: dict[str, str] = json.loads(words.read_text(encoding="utf-8"))
    return found


def _add_source(db: sqlite3.Connection) -> None:
    """A source whose stored text has statements in it, one after the other."""
    rows = db.execute(
        "SELECT id, text FROM statements ORDER BY id LIMIT ?", (STATEMENTS_OF_SOURCE,)
    ).fetchall()
    text, places = "", []
    for one, wording in rows:
        text += "Somebody said: "
        places.append((one, len(text), len(text) + len(wording)))
        text += f"{wording}.\n\n"
    with db:
        source = db.execute(
            "INSERT INTO sources(citekey, type, title) VALUES ('long-source', 'report', 'A long report')"
        ).lastrowid
        copy = db.execute(
            "INSERT INTO snapshots(source_id, captured_at, sha256, media_type, text, extractor) "
            "VALUES (?, '2024-01-01T00:00:00Z', ?, 'text/plain', ?, 'plain')",
            (source, "0" * 64, text),
        ).lastrowid
        for one, start, end in places:
            attribution = db.execute(
                "INSERT INTO attributions(statement_id, speaker_id, source_id, snapshot_id, form, exact) "
                "VALUES (?, 1, ?, ?, 'direct', ?)",
                (one, source, copy, text[start:end]),
            ).lastrowid
            db.execute(
                'INSERT INTO spans(attribution_id, position, start, "end", quoted) VALUES (?, 0, ?, ?, 1)',
                (attribution, start, end),
            )


def measure(path: Path, number: int, runs: int) -> str:
    """The section of the results on so many statements."""
    asked = prepared(path, number)
    times: dict[str, dict[str, str]] = {}
    for server in SERVERS:
        with running(server, path) as address:
            for name, asked_paths in paths(server, path.stem, asked).items():
                print(f"{number:,} statements: {server}: {name}", file=sys.stderr, flush=True)
                taken, worst = timed(address, asked_paths, runs)
                times.setdefault(name, {})[server] = _cell(taken, worst)
    lines = [f"| p50 / p95, ms | {' | '.join(SERVERS)} |", f"|---|{'---|' * len(SERVERS)}"]
    lines += [
        f"| {name} | {' | '.join(cells.get(server, '–') for server in SERVERS)} |"
        for name, cells in times.items()
    ]
    about = (
        f"{runs} requests for each figure, on {datetime.now(UTC):%Y-%m-%d}; load of the machine over the last quarter of "
        f"an hour: {os.getloadavg()[2]:.1f}."
    )
    return f"## {number:,} statements\n\n{about}\n\n" + "\n".join(lines) + "\n"


def _kept(measured: Sequence[int]) -> list[str]:
    """The sections of the results that were not measured anew."""
    if not RESULTS.exists():
        return []
    sections = RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]
    anew = tuple(f"{number:,} " for number in measured)
    return [f"## {one.rstrip()}\n" for one in sections if not one.startswith(anew)]


def _cell(taken: list[float], worst: int) -> str:
    said = f"{median(taken):.0f} / {quantiles(taken, n=20)[-1]:.0f}"
    return said if worst < 400 else f"{said} (status {worst})"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.browse", description=__doc__)
    parser.add_argument("--rows", type=int, action="append", help="how many statements; may be repeated")
    parser.add_argument("--runs", type=int, default=40, help="requests for each figure, after one to warm up")
    parser.add_argument("--folder", type=Path, default=Path(), help="where the databases are, or are made")
    options = parser.parse_args()
    numbers = options.rows or [100_000, 1_000_000]
    sections = _kept(numbers) + [
        measure(options.folder / f"browse-{_short(number)}.db", number, options.runs) for number in numbers
    ]
    sections.sort(key=lambda one: int(one.split()[1].replace(",", "")))
    RESULTS.write_text(
        f"""# Browsing

Whole pages over HTTP from a server on the same computer, one request after the other, after one to warm up. Made by
`python -m bench.browse`: {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, Datasette
{metadata.version("datasette")}; with an index beside the file (tantivy {metadata.version("tantivy")}).

`Datasette` has no settings and does not know onrecord; `tuned` does not suggest facets and has limits of time. Both search the
wordings alone, in the view of quotations; `onrecord browse` searches wordings, names and sources on its search page. What it
counts is kept until the file changes: the first page after that takes longer than these figures say.

{chr(10).join(sections)}""",
        encoding="utf-8",
    )
    print(RESULTS)


def _short(number: int) -> str:
    for size, letter in ((1_000_000, "m"), (1_000, "k")):
        if number % size == 0:
            return f"{number // size}{letter}"
    return str(number)


if __name__ == "__main__":
    main()
