"""Runs the cases of ../shared/cases, or of --folder, by their own commands, and says of each whether the right value came out.

A case without a check of its own is no right one. The exit code is 1 where any is wrong.
"""

import argparse
import subprocess
from pathlib import Path

from bench.cases.checks import CHECKS
from bench.cases.expected import Case, read
from bench.cases.trial import trial

FOLDER = Path(__file__).parents[3] / "shared" / "cases"


def main() -> None:
    """Prints a line a case, what is wrong and what came out under it, and a total."""
    options = argparse.ArgumentParser(prog="python -m bench.cases", description=__doc__.splitlines()[0])
    options.add_argument("--folder", type=Path, default=FOLDER, help="Where the cases are, a folder each.")
    options.add_argument(
        "--verbose", action="store_true", help="Print what the commands of right ones print, too."
    )
    options.add_argument("names", nargs="*", metavar="NAME", help="Only those whose names begin so.")
    given = options.parse_args()
    folders = sorted(found.parent for found in given.folder.glob("*/expected.txt"))
    if not folders:
        options.exit(2, f"There are no cases in {given.folder}.\n")
    names = tuple(given.names)
    wrong = 0
    cases = [read(folder) for folder in folders if not names or folder.name.startswith(names)]
    for case in cases:
        complaints, printed = tried(case)
        wrong += bool(complaints)
        print(f"{'wrong' if complaints else 'right'}  {case.name}", flush=True)
        for complaint in complaints:
            print(f"       {complaint}")
        if complaints or given.verbose:
            print("".join(f"         | {line}\n" for line in printed.splitlines()), end="")
    print(f"{len(cases) - wrong} of {len(cases)} right.")
    raise SystemExit(1 if wrong else 0)


def tried(case: Case) -> tuple[list[str], str]:
    """What is wrong with what a case leads to, in words, and all that its commands printed."""
    check = CHECKS.get(case.name)
    if check is None:
        return ["there is no check for it in bench/cases/checks"], ""
    try:
        with trial(case) as made:
            complaints = list(check(made))
            if "Traceback (most recent call last)" in made.printed:
                complaints.append("a traceback")
            return complaints, made.printed
    except subprocess.TimeoutExpired as error:
        return [f"not done after {error.timeout:.0f} seconds: {error.cmd[-1]}"], ""
