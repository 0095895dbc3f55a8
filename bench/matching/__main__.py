"""python -m bench.matching [FOLDER]: the battery and the mutations, for onrecord and the packages beside it.

FOLDER keeps the environments of the other packages (default: a temporary one). Writes bench/results/matching.md.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.matching import peers
from bench.matching.cases import Case, cases
from bench.matching.mutations import SEED, Mutation, mutations
from onrecord.errors import OnrecordError
from onrecord.matching import Outcome, find, prepared

MUTATIONS = 2_000
RESULTS = Path(__file__).parents[1] / "results" / "matching.md"


def main() -> None:
    """Measures, prints and writes."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    battery = list(cases())
    made = list(mutations(_true_ones(battery), MUTATIONS))
    false = [one for one in made if one.false]
    asked = [*battery, *(_as_case(one) for one in false)]
    taken = [("onrecord", [_verified(case) for case in asked])]
    left_out: list[str] = []
    for package in peers.PACKAGES:
        try:
            version = peers.version(folder, package)
            answers = peers.verdicts(folder, package, asked)
        except ConnectionError as error:
            left_out.append(f"{error}.")
            continue
        taken.append((f"{package} {version}", answers))
    table = [_row(name, battery, answers) for name, answers in taken]
    text = _page(battery, made, table, taken, left_out)
    RESULTS.write_text(text, "utf-8")
    print(text)


def _verified(case: Case) -> bool:
    try:
        return find(prepared(case.source), case.wording).verified
    except OnrecordError:
        return False


def _true_ones(battery: Sequence[Case]) -> list[Case]:
    """Genuine wordings that stand in one piece: in these a change is a change, and no ellipsis stands for it."""
    literal = (Outcome.exact, Outcome.typographic)
    return [
        case
        for case in battery
        if case.genuine
        and "…" not in case.wording
        and "..." not in case.wording
        and find(prepared(case.source), case.wording).outcome in literal
    ]


def _as_case(mutation: Mutation) -> Case:
    case = mutation.case
    return Case(case.language, mutation.kind, False, case.source, mutation.wording)


def _row(name: str, battery: Sequence[Case], answers: Sequence[bool]) -> str:
    genuine = [yes for case, yes in zip(battery, answers, strict=False) if case.genuine]
    false = [yes for case, yes in zip(battery, answers, strict=False) if not case.genuine]
    mutated = answers[len(battery) :]
    return (
        f"| {name} | {sum(genuine)} of {len(genuine)} ({sum(genuine) / len(genuine):.1%}) "
        f"| {len(false) - sum(false)} of {len(false)} ({1 - sum(false) / len(false):.1%}) | {sum(mutated)} of {len(mutated)} |"
    )


def _kinds(battery: Sequence[Case], answers: Sequence[bool], *, genuine: bool = False) -> str:
    wrong = Counter(
        case.kind
        for case, yes in zip(battery, answers, strict=False)
        if case.genuine == genuine and yes != genuine
    )
    return ", ".join(f"{kind} {count}" for kind, count in wrong.most_common()) or "nothing"


def _page(
    battery: Sequence[Case],
    made: Sequence[Mutation],
    table: Sequence[str],
    taken: Sequence[tuple[str, Sequence[bool]]],
    left_out: Sequence[str],
) -> str:
    kinds = Counter(case.kind for case in battery if not case.genuine)
    mutated = Counter(one.kind for one in made if one.false)
    true = sum(1 for one in made if not one.false)
    lines = [
        "# Does a wording stand in its source?",
        "",
        (
            f"`python -m bench.matching`: {len(battery)} wordings in {len({case.language for case in battery})} languages, written for "
            "this battery (`bench/matching/battery/`), and machine mutations of those of them that stand in one piece "
            f"(seed {SEED}). Each program says of each wording whether it stands in its source. The battery was written beside the "
            "program that it measures, so that the first row says what holds here, and not how it fares elsewhere."
        ),
        "",
        "| program | genuine accepted | falsified refused | mutations accepted |",
        "|---|---|---|---|",
        *table,
        "",
        f"Falsified: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}.",
        "",
        (
            f"Mutations: {', '.join(f'{kind} {count}' for kind, count in sorted(mutated.items()))}; {true} more left a true quotation "
            "(words dropped at its beginning or end, equal words swapped) and do not count."
        ),
        "",
        "Wordings are given to the other programs without the marks around them. What each takes of the falsified ones:",
        "",
        *(f"- {name}: {_kinds(battery, answers)}" for name, answers in taken),
        "",
        "And what it refuses of the genuine ones:",
        "",
        *(f"- {name}: {_kinds(battery, answers, genuine=True)}" for name, answers in taken),
        *(["", *left_out] if left_out else []),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
