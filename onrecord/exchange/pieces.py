"""What is selected as the text of one format, piece by piece, for whoever sends it on while it is made."""

from collections.abc import Iterator

from onrecord import cite
from onrecord.cite.formats import jsonld
from onrecord.errors import UsageError
from onrecord.exchange.selection import Selection
from onrecord.model.records import Quote
from onrecord.text import embedded

RECORDS = ("bibtex", "ris", "csljson")
FORMATS = (*RECORDS, "jsonld", "markdown")
# Quotations for one run of the citation engine.
_CITED_AT_ONCE = 200


def pieces(selection: Selection, format: str, style: str = "apa") -> Iterator[str]:
    """The pieces; joined they are the whole, with its last line end. Nothing of what has been given is kept.

    "bibtex", "ris" and "csljson" have a record a source; "jsonld" and "markdown" a quotation each, the latter cited in
    `style`. UsageError for any other format.
    """
    if format not in FORMATS:
        raise UsageError(f"{format!r} is not one of: {', '.join(FORMATS)}.")
    if format in RECORDS:
        yield from cite.records(
            (cite.Work(source, tuple(quotes)) for source, quotes in selection.by_source()), format
        )
    elif format == "jsonld":
        yield from _linked_data(selection)
    else:
        yield from _markdown(selection, style)
    yield "\n"


def _linked_data(selection: Selection) -> Iterator[str]:
    yield '{"@context": "https://schema.org", "@graph": ['
    separator = "\n"
    for quotes in selection.statements():
        for quote in quotes:
            yield separator + embedded.dumps(jsonld.quotation(quote))
            separator = ",\n"
    yield "\n]}"


def _markdown(selection: Selection, style: str) -> Iterator[str]:
    separator = ""
    for quotes in _batches(selection):
        yield separator + cite.cite(quotes, style=style, format="markdown", as_="blockquote", force=True)
        separator = "\n\n"


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
