"""Makes the data, asks every system for what is misremembered, and writes bench/results/whosaid.md."""

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from bench.keeping import RESULTS as RESULTS_FOLDER
from bench.keeping import Figures, keep
from bench.search import data
from bench.search.asking import made_before, say_made
from bench.whosaid import systems
from bench.whosaid.misremembered import Version, texts_of, unrecorded, versions

RESULTS = RESULTS_FOLDER / "whosaid.md"
# The others take longer for a question: they get fewer.
OF_FTS5, OF_TRIGRAMS, OF_EVERYTHING = 100, 20, 20
COMMANDS = 20


def _asked(ask: systems.Ask, asked: Sequence[Version]) -> Figures:
    """How many of these come first and among five; milliseconds, median and 95th percentile, and the median of a processor's."""
    kinds: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    times: list[float] = []
    worked: list[float] = []
    for one in asked:
        started, busy = time.perf_counter(), time.process_time()
        found = list(ask(one.text))
        times.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        counts = kinds[one.kind]
        counts[0] += 1
        counts[1] += found[:1] == [one.statement]
        counts[2] += one.statement in found
    return {
        "kinds": dict(kinds),
        "ms": [median(times), quantiles(times, n=20)[-1]],
        "processor_ms": median(worked),
        "asked": len(asked),
    }


def measure(number: int, questions: int, folder: Path) -> Figures:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "onrecord.db"
    if not made_before(path):
        data.make(path, number)
        say_made(path)
    texts = texts_of(number)
    asked = versions(texts, questions)
    ours = systems.Ours(path)
    found: Figures = {"onrecord whosaid": _asked(ours, asked)}
    unknown: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in unrecorded(texts, questions):
        ours(one.text)
        unknown[one.kind][0] += 1
        unknown[one.kind][1] += ours.confident
    seconds = [systems.command_seconds(path, one.text) for one in asked[:COMMANDS]]
    found["FTS5 alone"] = _asked(systems.fts5(path), asked[:OF_FTS5])
    with tempfile.TemporaryDirectory() as passing:
        found["trigrams alone (FTS5)"] = _asked(systems.trigram(texts, Path(passing)), asked[:OF_TRIGRAMS])
    found["rapidfuzz over everything"] = _asked(systems.fuzz(texts), asked[:OF_EVERYTHING])
    return {
        "systems": found,
        "unknown": dict(unknown),
        "command_ms": median(one for one, _ in seconds) * 1000,
        "command_processor_ms": median(one for _, one in seconds) * 1000,
    }


def _section(number: int, figures: Figures) -> str:
    kinds = list(figures["systems"]["onrecord whosaid"]["kinds"])
    lines = [
        f"## {number:,} statements",
        "",
        f"Measured on {figures['day']}: {figures['machine']}, Python {figures['python']}, SQLite {figures['sqlite']}.",
        "",
        f"| first / among five, % | {' | '.join(kinds)} | all | of | p50 / p95, ms | of processor |",
        "|---|" + "---|" * (len(kinds) + 4),
    ]
    for name, one in figures["systems"].items():
        cells = [_share(one["kinds"].get(kind, [0, 0, 0])) for kind in kinds]
        total = [sum(counts[at] for counts in one["kinds"].values()) for at in range(3)]
        lines.append(
            f"| {name} | {' | '.join(cells)} | {_share(total)} | {one['asked']:,} | {one['ms'][0]:.0f} / {one['ms'][1]:.0f} | {one['processor_ms']:.0f} |"
        )
    unknown = "; ".join(
        f"{kind}: {sure} of {count}" for kind, (count, sure) in sorted(figures["unknown"].items())
    )
    return "\n".join(
        [
            *lines,
            "",
            f"As a command, median of {COMMANDS}: {figures['command_ms']:.0f} ms, {figures['command_processor_ms']:.0f} of them of a processor.",
            f"Wordings on no record that get a sure answer: {unknown}.",
            "",
        ]
    )


def _share(counts: Sequence[int]) -> str:
    number, first, among = counts
    return f"{100 * first / number:.1f} / {100 * among / number:.1f}" if number else "–"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.whosaid", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[100_000], help="how many statements")
    parser.add_argument("--questions", type=int, default=1_000, help="how many versions of each sort")
    parser.add_argument("--keep", type=Path, help="a folder where the data stay, for the next run to use")
    given = parser.parse_args()
    for number in given.numbers:
        with tempfile.TemporaryDirectory(prefix="bench-whosaid-") as passing:
            folder = (given.keep or Path(passing)).absolute() / str(number)
            kept = keep("whosaid", number, measure(number, given.questions, folder))
        RESULTS.write_text(
            "# Half-remembered words\n\nMade by `python -m bench.whosaid`; the statements are those of `bench.search`.\n\n"
            + "\n".join(_section(size, figures) for size, figures in kept.items()),
            encoding="utf-8",
        )
    print(RESULTS)


if __name__ == "__main__":
    main()
