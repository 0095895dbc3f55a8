"""What is selected as text for other programs and for people: records a source each, and block quotations."""

from __future__ import annotations

from functools import partial

from onrecord.cite import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exchange.selection import Pieces, Selection
    from onrecord.model.records import Quote

# Quotations for one run of the citation engine.
_CITED_AT_ONCE = 200


def _works(selection: Selection, *, format: str) -> Iterator[str]:
    works = (cited.Work(source, tuple(quotes)) for source, quotes in selection.by_source())
    yield from cited.records(works, format)
    yield "\n"


bibtex: Pieces = partial(_works, format="bibtex")
biblatex: Pieces = partial(_works, format="biblatex")
ris: Pieces = partial(_works, format="ris")
csljson: Pieces = partial(_works, format="csljson")
yaml: Pieces = partial(_works, format="yaml")


def block_quotations(selection: Selection) -> Iterator[str]:
    """Every quotation in Markdown with its citation in APA; a wording that failed verification carries its mark."""
    separator = ""
    for quotes in _batches(selection):
        yield separator + cited.cite(quotes, format="markdown", as_="blockquote", force=True)
        separator = "\n\n"
    yield "\n"


def _batches(selection: Selection) -> Iterator[list[Quote]]:
    # A statement's attributions stay together: their notes are numbered among each other.
    batch: list[Quote] = []
    for quotes in selection.statements():
        batch += quotes
        if len(batch) >= _CITED_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
