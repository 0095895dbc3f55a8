"""Faults planted in drafts in several languages: none of them is ever called verified."""

from collections import Counter

from bench.check import measured_fifth, measured_fourth, measured_second, measured_third
from bench.check.__main__ import HONEST, measured
from bench.check.material import LANGUAGES


def test_no_planted_fault_is_verified_and_what_is_honest_is() -> None:
    told = measured(LANGUAGES)
    assert {
        kind: number for (kind, found), number in told.items() if kind != HONEST and found == HONEST
    } == {}
    assert {found for kind, found in told if kind == HONEST} == {HONEST}
    planted = sum(number for (kind, _), number in told.items() if kind != HONEST)
    right = sum(number for (kind, found), number in told.items() if kind != HONEST and found == kind)
    assert planted > 400
    assert right >= 0.95 * planted


def test_of_the_second_set_none_is_passed_and_the_honest_are() -> None:
    told = measured_second.measured()
    honest = {found for kind, found in told if kind == measured_second.HONEST}
    assert honest <= set(measured_second.ACCEPTED)
    planted = {
        (kind, found): number for (kind, found), number in told.items() if kind != measured_second.HONEST
    }
    assert not any(found in measured_second.ACCEPTED for _, found in planted)
    right = sum(number for (kind, found), number in planted.items() if kind == found)
    assert right >= 0.95 * sum(planted.values()) >= 95


def test_of_the_third_set_none_is_passed_and_the_honest_are() -> None:
    told = measured_third.measured()
    wrong = {one: number for one, number in told.items() if not measured_third.is_right(*one)}
    kinds = {kind for kind, _ in told}
    assert {"honest", "not-judged", "inverted", "denied", "stitched", "other-speaker"} <= kinds
    aside = (measured_third.HONEST, measured_third.NOT_JUDGED)
    assert not [one for one in wrong if one[0] not in aside and one[1] in measured_third.ACCEPTED]
    for group, most in ((aside[:1], 0.02), (aside[1:], 0.03), (kinds - {*aside}, 0.05)):
        every = sum(number for (kind, _), number in told.items() if kind in group)
        assert sum(number for (kind, _), number in wrong.items() if kind in group) <= most * every


def test_titles_are_counted_and_quotations_that_look_like_them_are_judged() -> None:
    told = sum((measured_fourth.measured(path) for path in measured_fourth.FOLDER.glob("*.txt")), Counter())
    assert told[measured_fourth.JUDGED, False] == 0 < told[measured_fourth.JUDGED, True]
    judged, counted = told[measured_fourth.NOT_JUDGED, False], told[measured_fourth.NOT_JUDGED, True]
    assert judged <= 0.04 * (judged + counted)


def test_short_quotations_that_somebody_says_are_judged_and_terms_and_names_are_not() -> None:
    told = sum((measured_fourth.measured(path) for path in measured_fifth.FOLDER.glob("*.txt")), Counter())
    assert told[measured_fourth.JUDGED, False] == 0
    assert told[measured_fourth.JUDGED, True] > 120
    judged, counted = told[measured_fourth.NOT_JUDGED, False], told[measured_fourth.NOT_JUDGED, True]
    assert judged <= 0.04 * (judged + counted)
