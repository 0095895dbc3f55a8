"""Checking statements and keeping what is found in the same transaction, so that no citation goes by an old outcome."""

from __future__ import annotations

from onrecord.db import observations
from onrecord.statements import verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store
    from onrecord.statements.verify import Check


def judge(store: Store, ids: Sequence[int], *, everything: bool = False) -> list[Check]:
    """Checks attributions against the newest copies of their sources; `everything`: they are all that can be checked."""
    outcomes: dict[str, list[int]] = {}
    checks = []
    for attribution, check in zip(ids, verify.check(store, ids), strict=True):
        outcomes.setdefault(str(check.outcome), []).append(attribution)
        checks.append(check)
    observations.keep_in(store.connection, outcomes, of_all=everything)
    return checks


def judge_source(store: Store, citekey: str) -> list[Check]:
    """The same of everything that a source is recorded for."""
    return judge(store, verify.named(store, (), (citekey,)))
