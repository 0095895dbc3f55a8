"""What `check` says of the third set: `python -m bench.check.measured_third [--verbose]`.

Drafts in whole sentences, as people write them: the words are part of the writer's own clause, which may stand beside others
that deny something; they are shortened, bracketed, nested, joined, and meant otherwise.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db import new_file
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields

HONEST, NOT_JUDGED = "honest", "not-judged"
ACCEPTED = ("verified", "unrecorded")
FOLDER = Path(__file__).parent / "third"
_SOURCE = re.compile(r"(?m)^\[(?P<key>[\w-]+)\](?: (?P<title>.+))?\n")
_RECORDED = re.compile(r"(?m)^\{(?P<by>[^}]+)\} (?P<words>.+)\n?")


@dataclass(frozen=True)
class Draft:
    """A draft, and what should be said of each passage in it."""

    kind: str
    text: str


def drafts() -> Iterator[Draft]:
    for line in (FOLDER / "drafts.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, text = line.partition(" | ")
            yield Draft(kind, text.replace("\\n", "\n"))


def make(path: Path) -> None:
    """A database of the articles and what is recorded of them."""
    new_file.create(path)
    _, *parts = _SOURCE.split((FOLDER / "articles.txt").read_text("utf-8"))
    with stores.writing(str(path), "bench") as store:
        for key, title, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            text = _RECORDED.sub("", body).strip() + "\n"
            add_source(
                store,
                SourceFields(title=title or text.partition("\n")[0], citekey=key),
                read_bytes(text.encode(), name="article.txt"),
            )
            for found in _RECORDED.finditer(body):
                recorded = QuoteFields(text=found["words"], by=found["by"], source=key, new_speaker=True)
                add_quote(store, recorded)


def measured(*, verbose: bool = False) -> Counter[tuple[str, str]]:
    """How often what should be told was told as what: the gravest of a draft's passages."""
    told: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        make(path)
        with readers.opened(str(path)) as reader:
            for draft in drafts():
                verdicts = check(reader, markdown.read(draft.text)).verdicts
                worst = min(verdicts, key=lambda one: one.kind.gravity, default=None)
                found = worst.kind.value if worst is not None else NOT_JUDGED
                told[draft.kind, found] += 1
                if verbose and not is_right(draft.kind, found):
                    why = worst.sentence if worst is not None else ""
                    print(f"{draft.kind} -> {found}: {draft.text!r}: {why}")
    return told


def is_right(kind: str, found: str) -> bool:
    return found in ACCEPTED if kind == HONEST else found == kind


def summary(told: Counter[tuple[str, str]]) -> str:
    """The figures in a line."""
    honest = sum(number for (kind, _), number in told.items() if kind == HONEST)
    accepted = sum(number for (kind, found), number in told.items() if kind == HONEST and found in ACCEPTED)
    faults = {one: number for one, number in told.items() if one[0] not in (HONEST, NOT_JUDGED)}
    planted = sum(faults.values())
    right = sum(number for (kind, found), number in faults.items() if kind == found)
    passed = sum(number for (_, found), number in faults.items() if found in ACCEPTED)
    aside = {found: number for (kind, found), number in told.items() if kind == NOT_JUDGED}
    judged = sum(number for found, number in aside.items() if found != NOT_JUDGED)
    return (
        f"planted: {planted}, of the right kind {right} ({right / planted:.1%}), passed {passed}; "
        f"honest: {honest}, accepted {accepted} ({accepted / honest:.1%}); "
        f"titles and words meant otherwise: {sum(aside.values())}, judged {judged} ({judged / max(1, sum(aside.values())):.1%})"
    )


def main() -> None:
    print(summary(measured(verbose="--verbose" in sys.argv)))


if __name__ == "__main__":
    main()
