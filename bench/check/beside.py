"""What `check` says of both sets of drafts, and what other programs let pass: `python -m bench.check.beside [FOLDER]`.

FOLDER keeps the environments of the other packages (default: a temporary one). Writes bench/results/check-beside.md.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.check import __main__ as first
from bench.check import measured_second as second
from bench.check.material import LANGUAGES
from bench.check.second import DESKS
from bench.matching import peers
from bench.matching.cases import Case
from onrecord.check import markdown
from onrecord.check.passages import passages_of

RESULTS = Path(__file__).parents[1] / "results" / "check-beside.md"
NOTHING = "Nothing of this is said in it."
# What a program can tell that knows wordings and sources, and what only one that knows who speaks.
OF_WORDS = ("altered", "inverted", "stitched", "not-found", "wrong-place")
# Besides onrecord's own reading, these take a wording and a text.
_LEFT_OUT = ("xrad",)
Counts = Counter[tuple[str, bool]]


@dataclass(frozen=True)
class Draft:
    """A draft by what should be said of it; the wordings in it, and the text of the source that it cites, or else has."""

    kind: str
    wordings: tuple[str, ...]
    source: str


def drafts_of(number: int) -> Iterator[Draft]:
    """The drafts of the first set or the second."""
    if number == 1:
        made = ((first.article(one), first.drafts(one)) for one in LANGUAGES)
    else:
        made = ((second.article(one), second.drafts(one)) for one in DESKS)
    for article, drafts in made:
        for kind, draft in drafts:
            wordings = [one.compared for one in passages_of(markdown.read(draft))]
            honest = kind in (first.HONEST, second.HONEST)
            source = NOTHING if kind == "wrong-place" else article
            said = tuple([one for one in wordings if one != "It was a hard winter"])
            yield Draft("honest" if honest else kind, said, source)


def passed(drafts: Sequence[Draft], answers: Sequence[bool]) -> Counts:
    """How many of each kind have every wording accepted, and how many not."""
    found: Counts = Counter()
    rest = iter(answers)
    for draft in drafts:
        found[draft.kind, all(next(rest) for _ in draft.wordings)] += 1
    return found


def own(number: int) -> Counts:
    """The same of onrecord, which is asked about the draft and not about wordings."""
    told = first.measured() if number == 1 else second.measured()
    found: Counts = Counter()
    for (kind, said), count in told.items():
        honest = kind in (first.HONEST, second.HONEST)
        found["honest" if honest else kind, said in second.ACCEPTED] += count
    return found


def row(name: str, sets: Sequence[Counts]) -> str:
    """A line of the table."""
    cells: list[str] = []
    for found in sets:
        kinds = {kind for kind, _ in found}
        for wanted in (("honest",), OF_WORDS, tuple(kinds - {"honest", *OF_WORDS})):
            yes = sum(found[kind, True] for kind in wanted)
            every = yes + sum(found[kind, False] for kind in wanted)
            cells.append(f"{yes} of {every}")
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Measures, prints and writes."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    sets = [list(drafts_of(number)) for number in (1, 2)]
    rows = [row("onrecord check", [own(1), own(2)])]
    left_out: list[str] = []
    for package in (one for one in peers.PACKAGES if one not in _LEFT_OUT):
        try:
            version = peers.version(folder, package)
            found = []
            for drafts in sets:
                asked = [
                    Case("", "", True, draft.source, wording)
                    for draft in drafts
                    for wording in draft.wordings
                ]
                found.append(passed(drafts, peers.verdicts(folder, package, asked)))
        except ConnectionError as error:
            left_out.append(f"{error}.")
            continue
        rows.append(row(f"{package} {version}", found))
    text = "\n".join([*_HEAD, *rows, "", *_FOOT, *left_out, ""])
    RESULTS.write_text(text, "utf-8")
    print(text)


_HEAD = [
    "# What passes a check?",
    "",
    (
        "`python -m bench.check.beside`: drafts with one quotation each, in six languages (first set) and in five, of which four are others "
        "(second set, with quotations that are broken off, shortened and bracketed). Of each kind of draft the number that passes: honest ones "
        "should, planted faults should not. *Words*: altered, inverted, stitched, invented, or not in the source that is cited. *Who*: given "
        "to somebody else, or denied there."
    ),
    "",
    "| program | first set: honest | words | who | second set: honest | words | who |",
    "|---|---|---|---|---|---|---|",
]
_FOOT = [
    (
        "onrecord is asked about the whole draft. The other programs take a wording and a text, and are given each wording of the draft, without "
        "its marks, and the text of the source; none of them knows who speaks, so that the column *who* is no fault of theirs, nor are the 14 of the first set: right words that the draft has denied. citefact's own command "
        "reads PDFs by author and year: the comparison it makes of a quotation with a text is asked."
    ),
    "",
    (
        "The first set is what `check` was written with. The second was written when the code was there, by somebody who knew it, before it was run on it: "
        "at that first run 109 of 110 faults were told by their very kind, none passed, and 96 of 100 honest quotations were accepted. The four "
        "that were not stood behind one Polish idiom with a negation, and what they taught is in the code since; the row above is of today."
    ),
]


if __name__ == "__main__":
    main()
