"""The engine's package, and what its scores are made with."""

from __future__ import annotations

from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

# What no language tag is.
NONE = "\0"


def tantivy() -> Any:
    """The engine's package; UsageError where it is not installed."""
    try:
        import tantivy
    except ImportError:
        raise UsageError("An index beside the file takes tantivy. Run: pip install tantivy") from None
    return tantivy


def measures(searcher: Any, schema: Any, words: Iterable[str]) -> tuple[float, float] | None:
    """How many documents an index has, deleted ones too, and how long their wordings are on average, in words.

    Read off the explanation of a score; None where none of the words is in any wording.
    """
    for word in words:
        query = tantivy().Query.term_query(schema, "wording", word)
        for _, address in searcher.search(query, 1, count=False).hits:
            import json

            explained = json.loads(query.explain(searcher, address).to_json())
            return _number(explained, "N, total number of docs"), _number(explained, "avgdl, ")
    return None


def _number(explanation: dict[str, Any], what: str) -> float:
    """The number that an explanation of a score calls `what`."""
    pending = [explanation]
    while pending:
        part = pending.pop()
        if part["description"].startswith(what):
            return float(part["value"])
        pending += part.get("details", ())
    raise AssertionError(f"tantivy no longer explains {what!r}")
