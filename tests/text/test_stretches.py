"""Cutting a text by ranges that overlap and hold each other, and into parts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.locators import Paragraphs
from onrecord.text.stretches import parts, stretches

OFFSETS = st.integers(0, 30)
RANGES = st.lists(st.tuples(OFFSETS, OFFSETS, st.integers(1, 9)), max_size=12)


@given(st.integers(0, 15), st.integers(0, 15), RANGES, st.lists(OFFSETS, max_size=5))
def test_they_join_up_and_know_what_lies_over_them(
    start: int, length: int, ranges: list[tuple[int, int, int]], cuts: list[int]
) -> None:
    found = stretches(start, start + length, ranges, cuts)
    covered = [place for one in found for place in range(one.start, one.end)]
    assert covered == list(range(start, start + length))
    for one in found:
        over = [
            (last - first, owner) for first, last, owner in ranges if first <= one.start and one.end <= last
        ]
        assert one.depth == len(over)
        assert one.inner == (min(over)[1] if over else None)
        assert not [cut for cut in cuts if one.start < cut < one.end]


def test_the_inner_of_two_is_the_shorter() -> None:
    assert stretches(0, 9, [(0, 9, 1), (3, 6, 2)]) == [(0, 3, 1, 1), (3, 6, 2, 2), (6, 9, 1, 1)]


@given(st.text("ab \n", max_size=200), st.integers(1, 40))
def test_parts_hold_every_paragraph_once(text: str, size: int) -> None:
    paragraphs = Paragraphs(text)
    found = parts(text, paragraphs, size)
    assert all(0 < end - start <= size for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())
    for number in range(1, len(paragraphs) + 1):
        start, end = paragraphs.range_of(number)
        if end - start <= size:
            assert any(first <= start and end <= last for first, last in found)
