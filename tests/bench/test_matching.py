"""The battery of wordings: large and varied enough, and every answer right."""

import pytest

from bench.matching.cases import Case, cases
from bench.matching.mutations import mutations
from onrecord.errors import OnrecordError
from onrecord.matching import Outcome, find, prepared

BATTERY = list(cases())


def verified(source: str, wording: str) -> bool:
    try:
        return find(prepared(source), wording).verified
    except OnrecordError:
        return False


def test_it_is_large_and_in_many_languages() -> None:
    assert len(BATTERY) >= 200
    assert len({case.language for case in BATTERY}) >= 20
    for genuine in (True, False):
        assert len([case for case in BATTERY if case.genuine is genuine]) >= 100


@pytest.mark.parametrize("language", sorted({case.language for case in BATTERY}))
def test_genuine_wordings_are_accepted_and_falsified_ones_refused(language: str) -> None:
    wrong = [
        (case.kind, case.wording)
        for case in BATTERY
        if case.language == language and verified(case.source, case.wording) is not case.genuine
    ]
    assert wrong == []


def test_no_mutation_of_a_true_quotation_is_verified() -> None:
    literal: list[Case] = [
        case
        for case in BATTERY
        if case.genuine
        and "…" not in case.wording
        and "..." not in case.wording
        and find(prepared(case.source), case.wording).outcome in (Outcome.exact, Outcome.typographic)
    ]
    for mutation in mutations(literal, 300, seed=1):
        assert not (mutation.false and verified(mutation.case.source, mutation.wording)), mutation
