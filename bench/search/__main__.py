"""Makes the data, asks every system that is installed, and writes bench/results/search.md."""

import argparse
import platform
import shutil
import sqlite3
import sys
import tempfile
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles

from bench.search import data
from bench.search.systems import CLASSES, RUNS, SYSTEMS, Times
from onrecord.search.scale import state

RESULTS = Path(__file__).parents[1] / "results" / "search.md"


def measure(number: int) -> str:
    """The section of the results on so many statements."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        path = Path(folder) / "onrecord.db"
        asked = data.make(path, number)
        times: dict[str, Times] = {}
        for name, (run, programs) in SYSTEMS.items():
            if missing := [one for one in programs if shutil.which(one) is None]:
                print(f"{name}: not measured, without {', '.join(missing)}", file=sys.stderr)
                continue
            print(f"{number:,} statements: {name}", file=sys.stderr, flush=True)
            times[name] = run(path, asked, number)
        beside = state.folder_of(path)
        shutil.rmtree(beside, ignore_errors=True)
        size = path.stat().st_size / number
    head = f"## {number:,} statements\n\nThe file takes {size:.0f} bytes a statement, FTS5's index included."
    return f"{head}\n\n{_table(times)}\n\n{_ratios(times)}\n"


def _table(times: dict[str, Times]) -> str:
    lines = [f"| p50 / p95, ms | {' | '.join(times)} |", f"|---|{'---|' * len(times)}"]
    for name in CLASSES:
        cells = (f"{median(one[name]):.2f} / {_p95(one[name]):.2f}" for one in times.values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _ratios(times: dict[str, Times]) -> str:
    ours = [name for name in times if name.startswith("onrecord")]
    peers = [name for name in times if not name.startswith("onrecord")]
    heads = [f"{one} ÷ {peer}" for one in ours for peer in peers]
    lines = [f"| p50, ratio | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for name in CLASSES:
        cells = (
            f"{median(times[one][name]) / median(times[peer][name]):.1f}" for one in ours for peer in peers
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument(
        "numbers",
        nargs="*",
        type=int,
        default=[100_000, 1_000_000],
        help="how many statements (also: 5000000)",
    )
    sections = [measure(number) for number in parser.parse_args().numbers]
    version = metadata.version("tantivy")
    RESULTS.write_text(
        f"""# Search

The twenty best hits of each kind of search; {RUNS} runs after one to warm up. Made by `python -m bench.search` on
{datetime.now(UTC):%Y-%m-%d}: {platform.machine()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, tantivy {version}.
The words are made up and as unequally frequent as those of English; `onrecord` is all of what a search does in the
process, with other forms of the words, names, titles, the count of all hits and the records of those shown; the others
find ids or addresses alone.

{chr(10).join(sections)}""",
        encoding="utf-8",
    )
    print(RESULTS)


if __name__ == "__main__":
    main()
