"""Scores every system that is installed and writes bench/results/extraction.md."""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from bench.extraction import own, reliability
from bench.extraction.predict import NOT_INSTALLED
from bench.extraction.systems import SYSTEMS

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "evaluation" / "extraction"
RESULTS = ROOT / "bench" / "results" / "extraction.md"

# What is taken from the scorer's report, and the heading it gets.
_FIGURE = r"[\d.]+"
FIGURES = {
    "direct F1": rf"^overlap>=0\.9\s+direct .*F1 ({_FIGURE})",
    "direct exact F1": rf"^exact\s+direct .*F1 ({_FIGURE})",
    "CORE F1": rf"^overlap>=0\.9\s+CORE .*F1 ({_FIGURE})",
    "CORE P": rf"^overlap>=0\.9\s+CORE\s+P ({_FIGURE})",
    "mixed F1": rf"^overlap>=0\.9\s+mixed .*F1 ({_FIGURE})",
    "indirect F1": rf"^overlap>=0\.9\s+indirect .*F1 ({_FIGURE})",
    "speaker mention right": rf"^overlap>=0\.9\s+speaker mention .*?: all ({_FIGURE})",
    "canonical speaker right": rf"^overlap>=0\.9\s+canonical speaker .*?: ({_FIGURE})",
}


def figures(report: str) -> dict[str, str]:
    """The figures of a scorer's report by heading, as printed; an en dash for one that it does not give."""
    found = {}
    for heading, pattern in FIGURES.items():
        match = re.search(pattern, report, re.MULTILINE)
        found[heading] = match[1] if match else "–"
    return found


def table(rows: Mapping[str, Mapping[str, str]]) -> str:
    """A Markdown table: a row a system, a column a figure."""
    headings = [*FIGURES, "words/s"]
    lines = ["| " + " | ".join(["system", *headings]) + " |", "|---" * (len(headings) + 1) + "|"]
    lines += ["| " + " | ".join([name, *(row[one] for one in headings)]) + " |" for name, row in rows.items()]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """What it ran on: the processor and the version of Python."""
    try:
        model = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        model = None
    name = model[1].strip() if model else platform.machine()
    return f"{name}, {os.cpu_count()} cores; {platform.python_implementation()} {platform.python_version()}"


def measure(system: str, data: Path, folder: Path) -> dict[str, str] | None:
    """One system's row; None where it is not installed."""
    predictions = folder / "predictions.jsonl"
    run = subprocess.run(
        [sys.executable, "-m", "bench.extraction.predict", system, data / "gold.jsonl", predictions],
        cwd=ROOT,
        # Libraries that start threads of their own would not be on one core.
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if run.returncode == NOT_INSTALLED:
        return None
    run.check_returncode()
    told = json.loads(run.stdout)
    report = subprocess.run(
        [sys.executable, data / "score.py", data / "gold.jsonl", predictions],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    return {**figures(report), "words/s": f"{told['words_per_second']:,.0f}", "release": told["release"]}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.extraction", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=DATA, help="where gold.jsonl and score.py are"
    )
    parser.add_argument("--out", type=Path, default=RESULTS, help="the Markdown file to write")
    parser.add_argument(
        "--own", action="store_true", help="score our own sentences and articles, language by language"
    )
    parser.add_argument(
        "--reliability",
        action="store_true",
        help="print how often proposals are right, by confidence and by rule",
    )
    given = parser.parse_args()
    if given.own:
        print(own.report(), end="")
        return 0
    data = given.folder.resolve()
    missing = [name for name in ("gold.jsonl", "score.py") if not (data / name).is_file()]
    if missing:
        print(
            f"{given.folder} has no {' and no '.join(missing)}: name the folder of the data.", file=sys.stderr
        )
        return 1
    if given.reliability:
        print(reliability.report(data))
        return 0
    rows = {}
    releases = []
    with tempfile.TemporaryDirectory() as folder:
        for system in SYSTEMS:
            row = measure(system, data, Path(folder))
            if row is None:
                print(f"{system}: not installed, left out.", file=sys.stderr)
                continue
            releases += [row.pop("release")]
            rows[system] = row
    used = "; ".join([machine(), *filter(None, releases)])
    text = (
        "# Extraction\n\n"
        f"{table(rows)}\n"
        "F1 at an overlap of at least 0.9 of the characters, unless it says exact; CORE is direct and mixed statements and "
        "indirect ones with a\nverb of saying. Speakers: of the statements matched. Words per second of processor time, the median of "
        "three runs after one to warm up. Not held out: the\nrules were developed with these articles in view, so on others expect less.\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}. {used}.\n"
    )
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
