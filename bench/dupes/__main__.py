"""`python -m bench.dupes`: how many of the pairs of names are told right, and how long a crowd takes; writes bench/results/dupes.md.

`--peer PYTHON` names an interpreter that has nomenklatura, which compares names with rigour: its scores stand beside.
"""

import argparse
import json
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.dupes.crowd import names
from bench.dupes.pairs import Pair, pairs
from bench.keeping import RESULTS
from onrecord.speakers import blocks
from onrecord.text.prepared_names import prepared
from onrecord.text.same_person import LIKELY, likeness

PAGE = RESULTS / "dupes.md"
PEER = Path(__file__).parent / "peer.py"
# From which score on these suggest a pair: as they come, and where the half that is tuned on goes best.
USUAL = 0.7


def ours(every: Sequence[Pair]) -> list[float]:
    """The likelihood of each pair; 0 where the two names share no key, so that they are never compared."""
    return [_score(one) for one in every]


def _score(pair: Pair) -> float:
    found = likeness(pair.first, pair.second)
    first, second = (_comparable(name) for name in (pair.first, pair.second))
    return found.score if found and not first.isdisjoint(second) else 0.0


def _comparable(name: str) -> set[str]:
    return {f"i{key[1:]}" if key[0] == "." else key for key in blocks.keys(prepared(name))}


def peers(every: Sequence[Pair], python: str) -> dict[str, list[float]]:
    given = "".join(json.dumps([one.first, one.second]) + "\n" for one in every)
    done = subprocess.run([python, str(PEER)], input=given, capture_output=True, text=True, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def figures(every: Sequence[Pair], scores: Sequence[float], least: float) -> tuple[float, float]:
    """Precision and recall."""
    told = [one for one, score in zip(every, scores, strict=True) if score >= least]
    right = sum(one.same for one in told)
    return right / (len(told) or 1), right / (sum(one.same for one in every) or 1)


def best(every: Sequence[Pair], scores: Sequence[float]) -> float:
    """The score from which on the worse of precision and recall is best."""
    return max(sorted(set(scores)), key=lambda least: min(figures(every, scores, least)))


def _half(
    every: Sequence[Pair], scores: Sequence[float], *, held_out: bool
) -> tuple[list[Pair], list[float]]:
    chosen = [(one, score) for one, score in zip(every, scores, strict=True) if one.held_out is held_out]
    return [one for one, _ in chosen], [score for _, score in chosen]


def _row(name: str, every: Sequence[Pair], scores: Sequence[float], least: float) -> str:
    cells = []
    for held_out in (False, True):
        precision, recall = figures(*_half(every, scores, held_out=held_out), least)
        cells += [f"{precision:.3f}", f"{recall:.3f}"]
    return f"| {name} | {least:.2f} | {' | '.join(cells)} |"


def _crowd(size: int) -> tuple[int, int, float]:
    """How many names, pairs compared, seconds of computing."""
    people = list(enumerate(dict.fromkeys(names(size))))
    started, compared = time.process_time(), 0
    for one, other in blocks.pairs(people):
        likeness(people[one][1], people[other][1])
        compared += 1
    return len(people), compared, time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has nomenklatura")
    parser.add_argument(
        "--crowd", type=int, default=0, metavar="N", help="look through so many made-up names"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list what is told wrong in the half that is tuned on"
    )
    given = parser.parse_args()
    every = pairs()
    scores = ours(every)
    same = sum(one.same for one in every)
    lines = [
        "# Pairs of names: one person or two",
        "",
        f"{len(every)} pairs of names of people in public life (`bench/dupes/pairs.txt`), {same} of one person and "
        + f"{len(every) - same} of two. {sum(one.held_out for one in every)} of them were held out: nothing was tuned on them.",
        "",
        "| | from | precision, tuned | recall, tuned | precision, held out | recall, held out |",
        "|---|---|---|---|---|---|",
        _row("onrecord speakers dupes", every, scores, LIKELY),
    ]
    if given.peer:
        for name, theirs in peers(every, given.peer).items():
            lines.append(_row(f"nomenklatura {name}", every, theirs, USUAL))
            lines.append(
                _row(f"nomenklatura {name}", every, theirs, best(*_half(every, theirs, held_out=False)))
            )
    lines += ["", "| what a pair tries | pairs | precision | recall |", "|---|---|---|---|"]
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(every):
        kinds[one.tries].append(at)
    for kind, places in kinds.items():
        precision, recall = figures([every[at] for at in places], [scores[at] for at in places], LIKELY)
        some = any(every[at].same for at in places)
        wrong = sum(scores[at] >= LIKELY and not every[at].same for at in places)
        cells = f"{precision:.2f} | {recall:.2f}" if some else f"{wrong} taken for one | "
        lines.append(f"| {kind} | {len(places)} | {cells} |")
    if given.crowd:
        people, compared, seconds = _crowd(given.crowd)
        lines += [
            "",
            f"{people:,} made-up names: {compared:,} pairs compared, {seconds:.0f} s of computing on one core.",
        ]
    if given.errors:
        for one, score in zip(every, scores, strict=True):
            if not one.held_out and (score >= LIKELY) is not one.same:
                print("same" if one.same else "two", one.tries, one.first, one.second, score, sep=" | ")
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
