"""The few questions that checks ask, each answered by what is wrong."""

from collections.abc import Iterator, Sequence
from typing import Any


def same(what: str, came: Any, right: Any) -> Iterator[str]:
    """Nothing where two values are equal."""
    if came != right:
        yield f"{what}: {came!r}, right is {right!r}"


def holds(what: str, text: str, *wanted: str) -> Iterator[str]:
    """Nothing where a text holds all of these, in this order."""
    place = 0
    for words in wanted:
        found = text.find(words, place)
        if found < 0:
            yield f"{what}: {words!r} does not stand there, or not in its place"
            continue
        place = found + len(words)


def lacks(what: str, text: str, *unwanted: str) -> Iterator[str]:
    """Nothing where a text holds none of these."""
    for words in unwanted:
        if words in text:
            yield f"{what}: {words!r} stands there"


def folded(text: str) -> str:
    """With runs of white space as one space."""
    return " ".join(text.split())


def confident(proposals: Sequence[dict[str, Any]], at_least: float = 0.8) -> list[dict[str, Any]]:
    """The proposals that `--accept confident` would record."""
    return [one for one in proposals if one["confidence"] >= at_least]
