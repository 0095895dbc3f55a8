"""The tools `search` and `sources`."""

from __future__ import annotations

from onrecord.db import reader as readers
from onrecord.errors import UsageError
from onrecord.mcp.answer import Answer, data, label
from onrecord.mcp.told import quotation, source_head, work
from onrecord.text.locator_forms import format_locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.mcp.asking import Asking


def search(
    asking: Asking,
    answer: Answer,
    *,
    words: str,
    limit: int,
    offset: int,
    in_texts: bool = False,
    **filters: Sequence[str] | str | bool,
) -> None:
    """Quotations that fit, the best first; the last line says how many there are and how to go on.

    `in_texts`: passages of stored texts.
    """
    if in_texts:
        _passages(asking, answer, words, limit, offset, filters)
        return
    from onrecord import search as searching
    from onrecord.search import Filters

    with readers.opened(asking.path) as reader:
        chosen = Filters(**filters)  # type: ignore[arg-type]
        page = searching.search(reader, words, chosen, limit=limit, offset=offset)
        meant = [] if page.total else searching.suggest(reader, words, chosen)
    for hit in page.hits:
        known = f"best-known wording:\n{data(hit.quote.best_known)}" if hit.quote.best_known else ""
        if not answer.put(*quotation(hit.quote), known):
            break
    if not page.total:
        answer.put("No citation: nothing on record fits.")
        if meant:
            answer.put(f"On record are these names: {', '.join(label(one.name) for one in meant)}")
    _closed(answer, offset, page.total, "quotations")


def _passages(
    asking: Asking,
    answer: Answer,
    words: str,
    limit: int,
    offset: int,
    filters: Mapping[str, Sequence[str] | str | bool],
) -> None:
    """Passages by their sources, each with its place and what is on record from it."""
    from onrecord.search import texts

    narrowed = {name: value for name, value in filters.items() if value}
    if wrong := sorted(narrowed.keys() - {"source", "since", "until", "language"}):
        raise UsageError(f"Passages of stored texts have no {wrong[0]}: that is about quotations.")
    with readers.opened(asking.path) as reader:
        chosen = texts.Filters(**narrowed)  # type: ignore[arg-type]
        page = texts.search(reader, words, chosen, limit=limit, offset=offset)
    for passage in page.passages:
        newest = "the newest" if passage.newest else "not the newest"
        recorded = ", ".join(map(label, passage.recorded)) or "nothing"
        place = label(format_locator(*passage.locator))
        about = f"{place} · copy {passage.copy}, {newest} · characters {passage.start} to {passage.end} · on record from it: {recorded}"
        shown = "".join(piece.text for piece in passage.snippet)
        if not answer.put(source_head(passage.source), about, data(shown)):
            break
    if not page.total:
        answer.put("No citation: no passage of a stored text fits.")
    _closed(answer, offset, page.total, "passages")


def sources(asking: Asking, answer: Answer, *, words: str, limit: int, offset: int) -> None:
    """Sources by citekey."""
    from onrecord.sources import queries

    wanted = words.casefold().split()
    with readers.opened(asking.path) as reader:
        quotes = queries.quotes_of_each(reader)
        if wanted:
            listed = [
                source
                for source in queries.sources(reader)
                if _fits(f"{source.citekey} {work(source)}".casefold(), wanted)
            ]
            total, page = len(listed), listed[offset : offset + limit]
        else:
            ids = reader.column("SELECT id FROM sources ORDER BY citekey LIMIT ? OFFSET ?", (limit, offset))
            records = queries.source_records(reader, ids)
            total, page = reader.value("SELECT count(*) FROM sources"), [records[one] for one in ids]
    for record in page:
        copies = ", ".join(
            f"{number}: {copy.captured_at[:10]}" for number, copy in enumerate(record.snapshots, 1)
        )
        stored = (
            f"stored copies: {label(copies)}"
            if copies
            else "no stored copy: its quotations cannot be checked"
        )
        if not answer.put(
            source_head(record),
            f"type: {record.type} · quotations: {quotes.get(record.citekey, 0)} · {stored}",
        ):
            break
    if not total:
        answer.put("No citation: no source on record fits.")
    _closed(answer, offset, total, "sources")


def _fits(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)


def _closed(answer: Answer, offset: int, total: int, what: str) -> None:
    """Says how many of all were shown; nothing where that is all of them."""
    shown = min(answer.count, max(0, total - offset))
    if total and not shown:
        answer.close(f"There are {total} {what}, and none beyond offset {offset}.")
    elif total:
        rest = f" For more: offset {offset + shown}." if offset + shown < total else ""
        answer.close(f"{shown} of {total} {what}, from {offset + 1} on.{rest}")
