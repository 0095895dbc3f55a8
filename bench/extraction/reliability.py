"""How often proposals are right in extent and speaker, by what they call their confidence and by the rule they rest on.

`python -m bench.extraction --reliability [FOLDER]`. Articles are put into five parts; the lowest and the highest figure of a
part beside the whole tell how much a rule depends on single articles.
"""

import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.extract import extract
from onrecord.proposals.decide import CONFIDENT

PARTS = 5
_OVERLAP = 0.9
# Fewer in a part tell nothing.
_LEAST_IN_PART = 5
# A kind of which the other articles have fewer is not judged by them.
_LEAST_IN_OTHERS = 10


@dataclass(slots=True)
class Count:
    """Proposals, the sum of their confidence, and how many are right, by parts of the articles."""

    said: float = 0.0
    number: list[int] = field(default_factory=lambda: [0] * PARTS)
    right: list[int] = field(default_factory=lambda: [0] * PARTS)

    def add(self, part: int, confidence: float, right: bool) -> None:
        self.said += confidence
        self.number[part] += 1
        self.right[part] += right

    def row(self, name: str) -> str:
        """A row of a Markdown table: name, number, mean confidence, share that is right, and that of the parts."""
        total = sum(self.number)
        each = max(total, 1)
        shares = [
            right / number
            for right, number in zip(self.right, self.number, strict=True)
            if number >= _LEAST_IN_PART
        ]
        spread = f"{min(shares):.2f}–{max(shares):.2f}" if len(shares) > 1 else "–"
        return f"| {name} | {total} | {self.said / each:.2f} | {sum(self.right) / each:.2f} | {spread} |"


def report(folder: Path, find: Callable[[str], Iterable[Any]] = extract) -> str:
    """Two tables in Markdown over the articles of `folder`/gold.jsonl, judged by its score.py."""
    scorer = _scorer(folder / "score.py")
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    found = {article["id"]: [one.as_json() for one in find(article["text"])] for article in gold}
    *_, pairs = scorer.ev(gold, found, _OVERLAP)
    right = {id(pair[1]) for pair in pairs if not pair[0].get("speaker_text") or scorer.spk_ok(*pair[:2])}
    bands: dict[str, Count] = defaultdict(Count)
    rules: dict[str, Count] = defaultdict(Count)
    taken, every = Count(), 0
    judged: list[Judged] = []
    for number, article in enumerate(gold):
        for one in found[article["id"]]:
            every += 1
            part, sure, is_right = number % PARTS, one["confidence"], id(one) in right
            rules[f"{one['form']}: {one['reason'].split('; ')[0]}"].add(part, sure, is_right)
            if one["polarity"] == "asserted":
                judged.append(Judged(number, (one["form"], one["reason"].split("; ")[0], sure), is_right))
                low = min(int(sure * 10), 9) / 10
                bands[f"{low:.1f}–{low + 0.1:.1f}"].add(part, sure, is_right)
                if sure >= CONFIDENT:
                    taken.add(part, sure, is_right)
    head = "| {} | proposals | confidence | right | in fifths of the articles |\n|---|---|---|---|---|\n"
    share = sum(taken.number) / every
    return (
        head.format("called")
        + "\n".join(bands[name].row(name) for name in sorted(bands, reverse=True))
        + f"\n{taken.row(f'--accept confident ({share:.0%} of all)')}\n"
        + f"{left_out(judged, every)}\n\n"
        + head.format("form: rule")
        + "\n".join(rules[name].row(name) for name in sorted(rules))
        + "\n"
    )


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal of an article: its kind (form, rule, confidence), and whether it is right."""

    article: int
    kind: tuple[str, str, float]
    right: bool


def left_out(judged: list[Judged], every: int) -> str:
    """A row for what would be taken of each article if confidence were the share that is right in all the other articles."""
    number: dict[tuple[str, str, float], Counter[int]] = defaultdict(Counter)
    right: dict[tuple[str, str, float], Counter[int]] = defaultdict(Counter)
    for one in judged:
        number[one.kind][one.article] += 1
        right[one.kind][one.article] += one.right
    taken = Count()
    for one in judged:
        others = number[one.kind].total() - number[one.kind][one.article]
        if others < _LEAST_IN_OTHERS:
            continue
        expected = (right[one.kind].total() - right[one.kind][one.article]) / others
        if expected >= CONFIDENT:
            taken.add(one.article % PARTS, expected, one.right)
    return taken.row(f"each article by all the others ({sum(taken.number) / every:.0%} of all)")
