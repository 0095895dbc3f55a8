"""Runs extraction over the sentences and prints a table, a row a language; ends with status 1 where a denial is lost."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.extract import ENGINES, extract

HERE = Path(__file__).parent
_SECTION = re.compile(r"\[(?P<language>[a-z]+)\]\s*")
_DENIAL = re.compile(r"(?P<polarity>denied|not_said|asked)\s+(?P<text>.+)")
# So many plain assertions in a hundred and twenty may come out as denials.
MOST_LOST = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its language, and what it expresses."""

    language: str
    polarity: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction proposes of a sentence: the polarities of the proposals, in their order."""

    sentence: Sentence
    polarities: tuple[str, ...]

    @property
    def asserted(self) -> bool:
        """Whether a denial comes out as an assertion."""
        return self.sentence.polarity != "asserted" and "asserted" in self.polarities

    @property
    def right(self) -> bool:
        """Whether something is proposed, with the right polarity each time."""
        return bool(self.polarities) and set(self.polarities) == {self.sentence.polarity}

    @property
    def lost(self) -> bool:
        """Whether a plain assertion comes out as anything else."""
        return self.sentence.polarity == "asserted" and set(self.polarities) - {"asserted"} != set()


def sentences(path: Path, *, plain: bool) -> Iterator[Sentence]:
    """The sentences of a file. ValueError, with its number, for a line that cannot be read."""
    language = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if section := _SECTION.fullmatch(line):
            language = section["language"]
            continue
        denial = None if plain else _DENIAL.fullmatch(line)
        if not language or (denial is None and not plain):
            raise ValueError(
                f"Line {number} of {path}: a denial is written as POLARITY SENTENCE, below [language]."
            )
        yield Sentence(
            language, denial["polarity"] if denial else "asserted", denial["text"] if denial else line
        )


def found(sentences_: Sequence[Sentence], engine: str) -> list[Found]:
    """What an engine proposes of each sentence."""
    return [
        Found(one, tuple(proposal.polarity for proposal in extract(one.text, engine=engine)))
        for one in sentences_
    ]


def table(rows: Sequence[Found]) -> str:
    """A row a language: denials that came out as assertions, were proposed rightly, not at all; and plain ones lost."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        count = counts.setdefault(row.sentence.language, Counter())
        kind = "plain" if row.sentence.polarity == "asserted" else "denials"
        count[kind] += 1
        count[f"{kind} proposed"] += bool(row.polarities)
        count["asserted"] += row.asserted
        count["right"] += row.right and kind == "denials"
        count["lost"] += row.lost
    columns = ("denials", "asserted", "denials proposed", "right", "plain", "plain proposed", "lost")
    headings = (
        "denials",
        "come out as said",
        "proposed",
        "rightly",
        "plain",
        "proposed",
        "come out as denied",
    )
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    lines = ["| language | " + " | ".join(headings) + " |", "|---" * (len(columns) + 1) + "|"]
    for language, count in [*counts.items(), ("all", total)]:
        lines.append(f"| {language} | " + " | ".join(str(count[column]) for column in columns) + " |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.polarity", description=__doc__)
    parser.add_argument("denials", nargs="?", type=Path, default=HERE / "denials.txt")
    parser.add_argument("plain", nargs="?", type=Path, default=HERE / "plain.txt")
    parser.add_argument("--engine", choices=ENGINES, default="rules")
    given = parser.parse_args(arguments)
    asked = [*sentences(given.denials, plain=False), *sentences(given.plain, plain=True)]
    rows = found(asked, given.engine)
    print(f"Engine {given.engine}\n\n{table(rows)}")
    for row in rows:
        if (
            row.asserted
            or row.lost
            or (row.polarities and not row.right and row.sentence.polarity != "asserted")
        ):
            print(f"{row.sentence.polarity} -> {', '.join(row.polarities)}: {row.sentence.text}")
    return int(any(row.asserted for row in rows) or sum(row.lost for row in rows) > MOST_LOST)


if __name__ == "__main__":
    sys.exit(main())
