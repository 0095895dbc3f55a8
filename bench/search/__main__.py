"""Makes the data, asks every system that is installed, and writes bench/results/search.md."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles

from bench.keeping import RESULTS as RESULTS_FOLDER
from bench.keeping import Figures, keep, read
from bench.search import asking, data
from bench.search.asking import CLASSES, RUNS, SLOW_MS, SLOW_RUNS, made_before, say_made
from bench.search.systems import SYSTEMS

RESULTS = RESULTS_FOLDER / "search.md"


def measure(number: int, folder: Path, chosen: Collection[str]) -> Figures:
    """Milliseconds by system and class on so many statements: median, 95th percentile, runs.

    Systems that are not measured anew keep the figures they have.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "onrecord.db"
    asked = _prepared(path, number)
    found: dict[str, dict[str, list[float]]] = read("search").get(number, {}).get("systems", {})
    earlier = set(found)
    for key in chosen:
        name, run, programs = SYSTEMS[key]
        if missing := [one for one in programs if shutil.which(one) is None]:
            print(f"{name}: not measured, without {', '.join(missing)}", file=sys.stderr)
            continue
        print(f"{number:,} statements: {name}", file=sys.stderr, flush=True)
        times = run(path, asked, number)
        earlier.discard(name)
        found[name] = {
            one: [median(each), quantiles(each, n=20)[-1], len(each)] for one, each in times.items()
        }
    systems = {one.name: found[one.name] for one in SYSTEMS.values() if one.name in found}
    return {
        "bytes": path.stat().st_size / number, "time of the": asking.chosen[0], "tantivy": metadata.version("tantivy"),
        "earlier": sorted(earlier & {*systems}), "systems": systems,
    }  # fmt: skip


def _prepared(path: Path, number: int) -> data.Queries:
    """What to ask the database of so many statements, which is made unless an earlier run has made it."""
    told = path.with_name("queries.json")
    if made_before(path):
        return data.Queries(**json.loads(told.read_text(encoding="utf-8")))
    for one in path.parent.glob(f"{path.name}*"):
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink()
    print(f"{number:,} statements: the data", file=sys.stderr, flush=True)
    asked = data.make(path, number)
    told.write_text(json.dumps(asdict(asked)), encoding="utf-8")
    say_made(path)
    return asked


def _section(number: int, figures: Figures) -> str:
    head = (
        f"## {number:,} statements\n\nThe file takes {figures['bytes']:.0f} bytes a statement, FTS5's index included. "
        f"Measured on {figures['day']}: {figures['machine']}, Python {figures['python']}, SQLite {figures['sqlite']}, "
        f"tantivy {figures['tantivy']}; the time of the {figures.get('time of the', 'clock')}."
    )
    if figures.get("time of the") == "processor":
        head += (
            " The machine did other things at the same time, which slows all of them: compare the columns."
        )
    if figures.get("earlier"):
        head += f" Of an earlier day, and by the clock: {', '.join(figures['earlier'])}."
    systems = figures["systems"]
    return f"{head}\n\n{_table(systems)}\n\n{_ratios(systems)}\n"


def _table(systems: Figures) -> str:
    lines = [f"| p50 / p95, ms | {' | '.join(systems)} |", f"|---|{'---|' * len(systems)}"]
    for name in CLASSES:
        lines.append(f"| {name} | {' | '.join(_cell(one.get(name)) for one in systems.values())} |")
    return "\n".join(lines)


def _cell(figures: list[float] | None) -> str:
    if figures is None:
        return "–"
    middle, high, *runs = figures
    few = f" ({runs[0]} runs)" if runs and runs[0] < RUNS else ""
    return f"{middle:.2f} / {high:.2f}{few}"


def _ratios(systems: Figures) -> str:
    """A table for each engine of ours, beside all others."""
    peers = [name for name in systems if not name.startswith("onrecord")]
    tables = []
    for ours in (name for name in systems if name.startswith("onrecord") and peers):
        lines = [f"| p50 of {ours} ÷ | {' | '.join(peers)} |", f"|---|{'---|' * len(peers)}"]
        for name in CLASSES:
            cells = (
                f"{systems[ours][name][0] / systems[peer][name][0]:.1f}" if name in systems[peer] else "–"
                for peer in peers
            )
            lines.append(f"| {name} | {' | '.join(cells)} |")
        tables.append("\n".join(lines))
    return "\n\n".join(tables)


def _systems(typed: str) -> list[str]:
    wanted = typed.split(",")
    if unknown := [one for one in wanted if one not in SYSTEMS]:
        raise argparse.ArgumentTypeError(f"There is no {', '.join(unknown)}; there are {', '.join(SYSTEMS)}.")
    return wanted


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument(
        "numbers",
        nargs="*",
        type=int,
        default=[100_000],
        help="how many statements (also: 1000000 5000000)",
    )
    parser.add_argument("--systems", type=_systems, default=list(SYSTEMS), help=",".join(SYSTEMS))
    parser.add_argument(
        "--cpu",
        action="store_true",
        help="measure the time of the processor, where the machine does other things too",
    )
    parser.add_argument("--keep", type=Path, help="a folder where the data stay, for the next run to use")
    given = parser.parse_args()
    asking.chosen[:] = ["processor" if given.cpu else "clock"]
    kept = read("search")
    for number in given.numbers:
        with tempfile.TemporaryDirectory(prefix="bench-search-") as passing:
            folder = (given.keep or Path(passing)).absolute() / str(number)
            kept = keep("search", number, measure(number, folder, given.systems))
        _write(kept)
    print(RESULTS)


def _write(kept: Mapping[int, Figures]) -> None:
    sections = [_section(number, figures) for number, figures in kept.items()]
    RESULTS.write_text(
        f"""# Search

The twenty best hits of each kind of search; {RUNS} runs after one to warm up, {SLOW_RUNS} where one takes more than
{SLOW_MS // 1000} s. Made by `python -m bench.search`. The words are made up and as unequally frequent as those of English.

`onrecord` is all of what a search does in the process, with other forms of the words, names, titles, the count of all hits
and the records of those shown. FTS5, tantivy, PostgreSQL and sqlite-utils find ids or addresses alone, best first. Datasette
answers over HTTP in the order of ids, unranked; `–` is what took it longer than the 5 s it was given. ripgrep counts lines
of JSON in a process of its own, unranked; a range of dates it is not asked for. Xapian is what notmuch finds mail in. tantivy
with count tells, as onrecord does, how many hits there are in all. `onrecord search, a process` is the command with its start
(with an index beside the file), beside that of an interpreter that loads sqlite3.

The goals, at a million: with an index 1.3 × tantivy with count and 2 ms; without, 50 ms for two common words, a speaker and a
1 % word, 150 for a common word, 200 with a date, twice FTS5 for a phrase, 300 for a stopword.

{chr(10).join(sections)}""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
