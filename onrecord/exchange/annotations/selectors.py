"""The selectors of the Web Annotation Data Model: https://www.w3.org/TR/annotation-model/#selectors."""

from collections.abc import Iterator

from onrecord.exchange.annotations.values import nodes, types
from onrecord.model.record import record
from onrecord.model.records import Json

# Selectors that refine each other, at most; real ones have two or three.
_MOST = 100
_MOST_PAGES, _LONGEST = 1_000_000, 1_000_000


@record(kw_only=True)
class Selected:
    """The words that a TextQuoteSelector names, with those around them."""

    exact: str
    prefix: str | None
    suffix: str | None


def selected(target: Json) -> Selected | None:
    """The words that a target selects; the most refined ones, None where its selectors quote nothing."""
    selected_text = None
    for one in _all(target):
        exact = one.get("exact")
        if "TextQuoteSelector" in types(one) and isinstance(exact, str) and exact.strip():
            prefix, suffix = one.get("prefix"), one.get("suffix")
            selected_text = Selected(
                exact=exact,
                prefix=prefix if isinstance(prefix, str) and prefix else None,
                suffix=suffix if isinstance(suffix, str) and suffix else None,
            )
    return selected_text


def position(target: Json) -> int | None:
    """Where the words of a target are said to begin, as code points of its text."""
    for one in _all(target):
        start = one.get("start")
        if "TextPositionSelector" in types(one) and isinstance(start, int) and not isinstance(start, bool):
            return start
    return None


def page(target: Json) -> tuple[str | None, int | None]:
    """The printed page of a target and its number in the file, counted from 0, as Hypothesis tells them of a PDF; None each where it does not."""
    for one in _all(target):
        if "PageSelector" in types(one):
            label, index = one.get("label"), one.get("index")
            number = (
                index
                if isinstance(index, int) and not isinstance(index, bool) and 0 <= index < _MOST_PAGES
                else None
            )
            printed = " ".join(str(label).split()) if isinstance(label, str | int) else ""
            return printed or (str(number + 1) if number is not None else None), number
    return None, None


def seconds(target: Json) -> str | None:
    """Where in a recording a target begins, as a time code; None where it says nothing of it."""
    for one in _all(target):
        if "MediaTimeSelector" in types(one):
            start = one.get("start")
            if isinstance(start, int | float) and not isinstance(start, bool) and 0 <= start < _LONGEST:
                whole = int(start)
                return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    return None


def _all(target: Json) -> Iterator[Json]:
    """The selectors, each before those that refine it; alternatives in reverse order, so that the first is last."""
    waiting = list(nodes(target.get("selector")))[:_MOST]
    for _ in range(_MOST):
        if not waiting:
            return
        one = waiting.pop()
        yield one
        waiting += list(nodes(one.get("refinedBy")))[:_MOST]
