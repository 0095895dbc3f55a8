"""What `check` says of the fourth set: `python -m bench.check.measured_fourth [--verbose] [FILE]`. The fifth is read by it too.

Titles, names, slogans, words mentioned and words meant otherwise, which are to be counted and not judged, and quotations that
look like them, which are. None of them stands in a stored text.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.check.measured_third import Draft, make
from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db import reader as readers

FOLDER = Path(__file__).parent / "fourth"
NOT_JUDGED, JUDGED = "not-judged", "judged"


def drafts(path: Path) -> Iterator[Draft]:
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, text = line.partition(" | ")
            yield Draft(kind, text)


def measured(path: Path, *, verbose: bool = False) -> Counter[tuple[str, bool]]:
    """How many drafts of each kind there are, by whether all is as it should be: no passage judged, or one at least."""
    told: Counter[tuple[str, bool]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "onrecord.db"
        make(database)
        with readers.opened(str(database)) as reader:
            for draft in drafts(path):
                verdicts = check(reader, markdown.read(draft.text)).verdicts
                is_right = bool(verdicts) == (draft.kind == JUDGED)
                told[draft.kind, is_right] += 1
                if verbose and not is_right:
                    said = "; ".join(f"{one.kind.value}: {one.sentence}" for one in verdicts)
                    print(f"{draft.kind}: {draft.text} -> {said or 'not judged'}")
    return told


def summary(told: Counter[tuple[str, bool]]) -> str:
    """The figures in a line."""
    titles = told[NOT_JUDGED, True] + told[NOT_JUDGED, False]
    quotations = told[JUDGED, True] + told[JUDGED, False]
    judged, passed_over = told[NOT_JUDGED, False], told[JUDGED, False]
    return (
        f"titles and words meant otherwise: {titles}, judged {judged} ({judged / max(1, titles):.1%}); "
        f"quotations that look like them: {quotations}, not judged {passed_over} ({passed_over / max(1, quotations):.1%})"
    )


def main() -> None:
    given = [Path(one) for one in sys.argv[1:] if not one.startswith("--")]
    for path in given or sorted(FOLDER.glob("*.txt")):
        print(f"{path.stem}: {summary(measured(path, verbose='--verbose' in sys.argv))}")


if __name__ == "__main__":
    main()
