"""The selectors of the Web Annotation Data Model: https://www.w3.org/TR/annotation-model/#selectors."""

from collections.abc import Iterator

from onrecord.exchange.annotations.values import nodes, types
from onrecord.model.record import record
from onrecord.model.records import Json

# Selectors that refine each other, at most; real ones have two or three.
_MOST = 100


@record(kw_only=True)
class Selected:
    """The words that a TextQuoteSelector names, with those around them."""

    exact: str
    prefix: str | None
    suffix: str | None


def selected(target: Json) -> Selected | None:
    """The words that a target selects; the most refined ones, None where its selectors quote nothing."""
    found = None
    for one in _all(target):
        exact = one.get("exact")
        if "TextQuoteSelector" in types(one) and isinstance(exact, str) and exact.strip():
            prefix, suffix = one.get("prefix"), one.get("suffix")
            found = Selected(
                exact=exact,
                prefix=prefix if isinstance(prefix, str) and prefix else None,
                suffix=suffix if isinstance(suffix, str) and suffix else None,
            )
    return found


def _all(target: Json) -> Iterator[Json]:
    """The selectors, each before those that refine it; alternatives in reverse order, so that the first is last."""
    waiting = list(nodes(target.get("selector")))[:_MOST]
    for _ in range(_MOST):
        if not waiting:
            return
        one = waiting.pop()
        yield one
        waiting += list(nodes(one.get("refinedBy")))[:_MOST]
