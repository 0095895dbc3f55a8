"""Scores extraction on the sentences and articles of our own, language by language: `python -m bench.extraction --own`.

They stand in tests/extract/press, whose README says how they are marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.extract import Proposal, extract
from onrecord.text.marks import form_of
from onrecord.text.namekeys import name_key

PRESS = Path(__file__).parents[2] / "tests" / "extract" / "press"
_PART = re.compile(r"^== (before|after|later) ==$", re.MULTILINE)
_TEXT = re.compile(r"^-- (sentence|article) --$", re.MULTILINE)
_MARK = re.compile(r"⟦([^⟦⟧|]*?)(\s*)\|([^⟦⟧]*)⟧")
_POLARITIES = ("denied", "not_said", "asked")
# As many of the characters of two stretches must be common to them.
_OVERLAP = 0.9


@dataclass(frozen=True, slots=True)
class Said:
    """What is marked in a text: `text[start:end]`, said by `speaker` (None: the text does not say by whom)."""

    start: int
    end: int
    speaker: str | None
    form: str
    polarity: str = "asserted"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of a language, without its marks, and what they mark."""

    language: str
    part: str
    kind: str
    text: str
    said: tuple[Said, ...]


def samples(folder: Path = PRESS) -> Iterator[Sample]:
    """Every text of the folder, by language, in the order of the files."""
    for path in sorted(folder.glob("??.txt")):
        pieces = _PART.split(path.read_text(encoding="utf-8"))
        for part, of_part in zip(pieces[1::2], pieces[2::2], strict=True):
            texts = _TEXT.split(of_part)
            for kind, marked in zip(texts[1::2], texts[2::2], strict=True):
                text, said = unmarked(marked.strip())
                yield Sample(path.stem, part, kind, text, tuple(said))


def unmarked(marked: str) -> tuple[str, list[Said]]:
    """A text without marks, and what they mark."""
    text = ""
    found: list[tuple[int, int, list[str]]] = []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        found.append((len(text), len(text) + len(mark[1]), [part.strip() for part in mark[3].split("|")]))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    return text, [
        Said(
            start,
            end,
            None if told[0] == "?" else told[0],
            told[1] if told[1:] and told[1] not in _POLARITIES else form_of(text, start, end),
            told[1] if told[1:] and told[1] in _POLARITIES else "asserted",
        )
        for start, end, told in found
    ]


@dataclass(slots=True)
class Score:
    """Counts over some texts."""

    marked: int = 0
    proposed: int = 0
    found: int = 0
    spoken: int = 0
    sentences: int = 0
    right: int = 0

    def add(self, sample: Sample, proposals: list[Proposal]) -> None:
        """Counts one text. A sentence is right where all that is marked is found with its speaker."""
        said = [one for one in proposals if one.polarity == "asserted"]
        matched = [(mark, next((one for one in proposals if _fits(mark, one)), None)) for mark in sample.said]
        spoken = [one is not None and is_speaker(mark, one) for mark, one in matched]
        self.marked += len(matched)
        self.proposed += len(said) + sum(one is not None and one.polarity != "asserted" for _, one in matched)
        self.found += sum(one is not None for _, one in matched)
        self.spoken += sum(spoken)
        if sample.kind == "sentence":
            self.sentences += 1
            self.right += all(spoken)

    def row(self) -> str:
        recall = self.found / self.marked if self.marked else 0
        precision = self.found / self.proposed if self.proposed else 0
        speaker = self.spoken / self.found if self.found else 0
        return f"{self.right:3}/{self.sentences:<3} {recall:8.2f} {precision:10.2f} {speaker:9.2f}"


def overlap(mark: Said, one: Proposal) -> float:
    """How much of both is common to a marked and a proposed stretch, between 0 and 1."""
    common = min(mark.end, one.end) - max(mark.start, one.start)
    return max(0, common) / (max(mark.end, one.end) - min(mark.start, one.start))


def _fits(mark: Said, one: Proposal) -> bool:
    return one.polarity == mark.polarity and overlap(mark, one) >= _OVERLAP


def is_speaker(mark: Said, one: Proposal) -> bool:
    """Whether a proposal names the speaker that is marked."""
    if mark.speaker is None or one.speaker is None:
        return mark.speaker is None and one.speaker is None
    return name_key(mark.speaker) == name_key(one.speaker.canonical)


def report() -> str:
    """A table: a line a language and part."""
    scores: dict[tuple[str, str], Score] = {}
    for sample in samples():
        scores.setdefault((sample.language, sample.part), Score()).add(sample, extract(sample.text))
    lines = ["language  written  sentences  recall  precision  speaker"]
    lines += [f"{code:9} {part:8} {score.row()}" for (code, part), score in scores.items()]
    return "\n".join(lines) + "\n"
