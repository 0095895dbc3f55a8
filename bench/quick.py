"""Which commands have become slower, in three minutes and on any machine: `python -m bench.quick`, `--keep` to record.

The commands of `bench.startup` but for the slowest, on its small database, by the instructions they take (valgrind, Debian's package),
relative to `python -c "import sqlite3"` in this environment. Ends with 1 where a command takes a tenth more than was recorded last,
or more than 20 x. Figures of another version of Python are not compared: it takes other steps for the same.
"""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench import startup
from bench.keeping import RESULTS, keep

# Of the commands of `bench.startup`, those of goals up to this; and how much more than before is told.
GOAL, MORE = 4.0, 1.1
# × of the base that no command may take.
MOST = 20.0


def measured(programs: Path, only: str) -> dict[str, float]:
    """Instructions by command, × of the base."""
    goals = startup.GOALS
    commands = [line for goal, lines in goals.items() if goal <= GOAL for line in lines]
    with tempfile.TemporaryDirectory(prefix="bench-quick-") as name:
        folder = Path(name)
        startup.demonstrate(programs, folder)
        asked = [startup.base(programs), *startup.ours(programs, only, commands)]
        counts = [startup.counted(one, folder) for one in asked]
    base, *rest = counts
    if base is None:
        raise SystemExit("There is nothing to count instructions with: install valgrind.")
    return {one.name: round(count / base, 3) for one, count in zip(asked[1:], rest, strict=True) if count}


def slower(before: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """A line for each command that takes more than a tenth more than before, or more than any may."""
    return [
        f"{name}: {before.get(name, MOST):.2f} x {'before' if name in before else 'at most'}, {times:.2f} x now"
        for name, times in now.items()
        if times > min(MORE * before.get(name, MOST), MOST)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.quick", description=__doc__)
    parser.add_argument(
        "--programs", type=Path, default=Path(sys.executable).parent, help="an environment's bin"
    )
    parser.add_argument("--only", default="", help="commands in which this regular expression is found")
    parser.add_argument(
        "--keep", action="store_true", help="record the figures, for the next run to compare with"
    )
    given = parser.parse_args()
    now = measured(given.programs, given.only)
    path = RESULTS / "quick.json"
    recorded = json.loads(path.read_text(encoding="utf-8"))["1"] if path.exists() else {}
    same = recorded.get("python", "").split(".")[:2] == platform.python_version().split(".")[:2]
    kept = recorded["instructions"] if same else {}
    for name, times in now.items():
        print(f"{times:7.2f} x  {name}")
    told = slower(kept, now)
    if not kept:
        print("\nNothing was recorded with this Python to compare with: --keep records it.", *told, sep="\n")
    else:
        print(
            "\nSlower than was recorded:" if told else "\nNothing takes a tenth more than was recorded.",
            *told,
            sep="\n",
        )
    if given.keep:
        keep("quick", 1, {"instructions": {**kept, **now}})
    return 1 if told and not given.keep else 0


if __name__ == "__main__":
    sys.exit(main())
