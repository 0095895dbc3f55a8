"""What pages show as files to take along: which kinds there are, and what each page selects."""

from collections.abc import Collection, Iterator, Mapping

from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.errors import NotFoundError
from onrecord.exchange.formats import pieces
from onrecord.exchange.selection import Selection
from onrecord.formats import FORMATS, PageFile
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries

# By the end of the address, or of the file's name.
EXPORTS: Mapping[str, PageFile] = {one.page.extension: one.page for one in FORMATS if one.page}
_FORMATS = {one.page.extension: one for one in FORMATS if one.page}
# The attributions of what is meant: {} is SQL for its numbers, or for the keys of statements.
ATTRIBUTIONS: Mapping[str, str] = {
    "attribution": "SELECT id FROM attributions WHERE id IN ({})",
    "statement": "SELECT id FROM attributions WHERE statement_id IN ({})",
    "key": "SELECT id FROM attributions WHERE statement_id IN (SELECT id FROM statements WHERE key IN ({}))",
    "speaker": (
        "SELECT id FROM attributions WHERE speaker_id IN (SELECT id FROM speakers WHERE coalesce(merged_into_id, id)"
        " IN (SELECT coalesce(merged_into_id, id) FROM speakers WHERE id IN ({})))"
    ),
    "source": "SELECT id FROM attributions WHERE source_id IN ({})",
    "claim": (
        "SELECT id FROM attributions WHERE statement_id IN (SELECT statement_id FROM stances WHERE claim_id IN ({}))"
    ),
    "tag": (
        "SELECT id FROM attributions WHERE statement_id IN (SELECT statement_id FROM statement_tags WHERE tag_id IN ({}))"
    ),
}
# How many attributions there are, and whether there are sources without any.
_EXTENT = (
    "SELECT (SELECT count(*) FROM attributions),"
    " EXISTS (SELECT 1 FROM sources WHERE id NOT IN (SELECT source_id FROM attributions))"
)


def written(extension: str, selected: Selection) -> Iterator[str]:
    """The text of a file that ends so, piece by piece."""
    return pieces(_FORMATS[extension])(selected)


def selection(reader: Reader, attributions: Collection[int], sources: Collection[int] = ()) -> Selection:
    """These attributions, and these sources whether or not anything is quoted from them."""
    [(everything, lone)] = reader.rows(_EXTENT)
    if len(attributions) == everything and not lone:
        return Selection(reader)  # which is read without a list of all its numbers
    return Selection.of(reader, attributions=attributions, sources=sources)


def shown_on(page: str, name: str, reader: Reader) -> Selection:
    """What the page called `name` shows; `page` is "quote", "source", "speaker" or "claim".

    NotFoundError: there is none; AmbiguousError: there are several.
    """
    if page == "quote":
        return Selection.of(reader, attributions=statement_queries.attribution_ids(reader, name))
    if page == "source":
        number: int | None = source_queries.source_id(reader, name)
    elif page == "claim":
        number = claim_queries.claim_id(reader, name)
    else:
        number = reader.value("SELECT id FROM speakers WHERE slug = ?", (name,))
    if number is None:
        raise NotFoundError(f"There is no {page} {name!r}.")
    attributions = reader.column(ATTRIBUTIONS[page].format("?"), (number,))
    selected = selection(reader, attributions, [number] if page == "source" else [])
    if page == "claim":
        selected.claim_ids[number] = None
    return selected
