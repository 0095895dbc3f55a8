"""Makes the data, asks every system that is installed, and writes bench/results/search.md."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Collection
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles

from bench.keeping import RESULTS as RESULTS_FOLDER
from bench.keeping import Figures, keep, read
from bench.search import data
from bench.search.systems import CLASSES, RUNS, SYSTEMS
from onrecord.search.scale import state

RESULTS = RESULTS_FOLDER / "search.md"


def measure(number: int, chosen: Collection[str]) -> Figures:
    """What was measured on so many statements: milliseconds by system and class, median and 95th percentile."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        path = Path(folder) / "onrecord.db"
        asked = data.make(path, number)
        size = path.stat().st_size / number
        found: dict[str, dict[str, list[float]]] = {}
        for name, (run, programs) in SYSTEMS.items():
            if name not in chosen:
                continue
            if missing := [one for one in programs if shutil.which(one) is None]:
                print(f"{name}: not measured, without {', '.join(missing)}", file=sys.stderr)
                continue
            print(f"{number:,} statements: {name}", file=sys.stderr, flush=True)
            times = run(path, asked, number)
            found[name] = {one: [median(times[one]), quantiles(times[one], n=20)[-1]] for one in CLASSES}
        shutil.rmtree(state.folder_of(path), ignore_errors=True)
    return {"bytes": size, "tantivy": metadata.version("tantivy"), "systems": found}


def _section(number: int, figures: Figures) -> str:
    head = (
        f"## {number:,} statements\n\nThe file takes {figures['bytes']:.0f} bytes a statement, FTS5's index included. "
        f"Measured on {figures['day']}: {figures['machine']}, Python {figures['python']}, SQLite {figures['sqlite']}, "
        f"tantivy {figures['tantivy']}."
    )
    systems = figures["systems"]
    return f"{head}\n\n{_table(systems)}\n\n{_ratios(systems)}\n"


def _table(systems: Figures) -> str:
    lines = [f"| p50 / p95, ms | {' | '.join(systems)} |", f"|---|{'---|' * len(systems)}"]
    for name in CLASSES:
        cells = (f"{one[name][0]:.2f} / {one[name][1]:.2f}" for one in systems.values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _ratios(systems: Figures) -> str:
    ours = [name for name in systems if name.startswith("onrecord")]
    peers = [name for name in systems if not name.startswith("onrecord")]
    heads = [f"{one} ÷ {peer}" for one in ours for peer in peers]
    lines = [f"| p50, ratio | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for name in CLASSES:
        cells = (f"{systems[one][name][0] / systems[peer][name][0]:.1f}" for one in ours for peer in peers)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument(
        "numbers",
        nargs="*",
        type=int,
        default=[100_000, 1_000_000],
        help="how many statements (also: 5000000)",
    )
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="only this one; repeatable")
    given = parser.parse_args()
    kept = read("search")
    for number in given.numbers:
        kept = keep("search", number, measure(number, given.system or SYSTEMS))
    sections = [_section(number, figures) for number, figures in kept.items()]
    RESULTS.write_text(
        f"""# Search

The twenty best hits of each kind of search; {RUNS} runs after one to warm up. Made by `python -m bench.search`.
The words are made up and as unequally frequent as those of English; `onrecord` is all of what a search does in the
process, with other forms of the words, names, titles, the count of all hits and the records of those shown; the others
find ids or addresses alone.

{chr(10).join(sections)}""",
        encoding="utf-8",
    )
    print(RESULTS)


if __name__ == "__main__":
    main()
