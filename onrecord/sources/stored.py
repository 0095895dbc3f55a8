"""A stored copy of a source as a document, to be read again."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.record import replace
from onrecord.sources import captures
from onrecord.sources import queries as source_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.ingest.document import Document


def document(reader: Reader, citekey: str) -> Document:
    """The newest stored copy of a source, with what is recorded of the source in place of what it says of itself.

    NotFoundError: there is no such source, or no copy of it.
    """
    import zlib

    from onrecord.ingest.document import Author, Document, Metadata
    from onrecord.ingest.read import read_bytes
    from onrecord.ingest.transcript import turns_in

    copy = captures.copy(reader, citekey)
    record = source_queries.source_records(reader, [source_queries.source_id(reader, citekey)])
    [source] = record.values()
    media_type, extractor, original = reader.rows(
        "SELECT media_type, extractor, original FROM snapshots WHERE id = ?", (copy.id,)
    )[0]
    data = zlib.decompress(original) if original is not None else copy.text.encode()
    authors = [creator for creator in source.creators if creator.role == "author"]
    stated = Metadata(
        title=source.title,
        authors=tuple([Author(author.named_as or author.speaker.name) for author in authors]),
        issued=source.issued,
        url=source.url,
    )
    try:
        again = read_bytes(data, name=citekey, media_type=media_type, url=source.url)
    except InputError:
        again = None
    if (
        again is not None and again.text == copy.text
    ):  # what a format says of turns is not kept beside the text
        return replace(again, metadata=stated)
    turns = turns_in(copy.text) if media_type == "text/plain" else ()
    return Document(copy.text, media_type, extractor, data, stated, turns=turns)
