"""How often proposals are right in extent and speaker, by what they call their confidence and by the rule they rest on.

`python -m bench.extraction --reliability [FOLDER]`. Articles are put into five parts; the lowest and the highest figure of a
part beside the whole tell how much a rule depends on single articles.
"""

import importlib.util
import json
from collections import defaultdict
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
        shares = [
            right / number
            for right, number in zip(self.right, self.number, strict=True)
            if number >= _LEAST_IN_PART
        ]
        spread = f"{min(shares):.2f}–{max(shares):.2f}" if len(shares) > 1 else "–"
        return f"| {name} | {total} | {self.said / total:.2f} | {sum(self.right) / total:.2f} | {spread} |"


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
    for number, article in enumerate(gold):
        for one in found[article["id"]]:
            every += 1
            part, sure, is_right = number % PARTS, one["confidence"], id(one) in right
            rules[f"{one['form']}: {one['reason'].split('; ')[0]}"].add(part, sure, is_right)
            if one["polarity"] == "asserted":
                low = min(int(sure * 10), 9) / 10
                bands[f"{low:.1f}–{low + 0.1:.1f}"].add(part, sure, is_right)
                if sure >= CONFIDENT:
                    taken.add(part, sure, is_right)
    head = "| {} | proposals | confidence | right | in fifths of the articles |\n|---|---|---|---|---|\n"
    share = sum(taken.number) / every
    return (
        head.format("called")
        + "\n".join(bands[name].row(name) for name in sorted(bands, reverse=True))
        + f"\n{taken.row(f'--accept confident ({share:.0%} of all)')}\n\n"
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
