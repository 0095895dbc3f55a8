"""What a new text says of the statements of its source, kept at once, so that no citation goes by the old one."""

from __future__ import annotations

from onrecord.cli.options import asking, database_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.statements.verify import Check


def judge_again(database: str | None, citekey: str) -> list[Check]:
    """Checks the statements of a source against its newest text and keeps what is found."""
    from onrecord.db import observations
    from onrecord.statements import verify

    found: dict[str, list[int]] = {}
    checks = []
    with asking(database) as reader:
        ids = verify.named(reader, (), (citekey,))
        for one, check in zip(ids, verify.check(reader, ids), strict=True):
            found.setdefault(str(check.outcome), []).append(one)
            checks.append(check)
    if found:
        observations.keep(database_file(database), found)
    return checks


def counted(checks: Sequence[Check]) -> str:
    """ "3 checked: 2 exact, 1 drifted."; empty where there was nothing to check."""
    counts: dict[str, int] = {}
    for check in checks:
        counts[str(check.outcome)] = counts.get(str(check.outcome), 0) + 1
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    return f"{len(checks)} checked: {told}." if told else ""
