"""What `check` says of the fifth set: `python -m bench.check.measured_fifth [--verbose]`.

Titles, terms of trades and courts, names and words meant otherwise from many rooms of a newspaper, and beside them quotations of one
to six words, each with somebody who says them, by whatever verb. None of them stands in a stored text.
"""

import sys
from pathlib import Path

from bench.check.measured_fourth import measured, summary

FOLDER = Path(__file__).parent / "fifth"


def main() -> None:
    for path in sorted(FOLDER.glob("*.txt")):
        print(f"{path.stem}: {summary(measured(path, verbose='--verbose' in sys.argv))}")


if __name__ == "__main__":
    main()
