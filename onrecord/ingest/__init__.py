"""Reading sources: bytes in, document out. No database here.

`read_file`, `read_stdin` and `read_url` (or `fetch` and `read_bytes`) give a `Document`: the readable text of a
plain text, a Markdown file or a web page, with the metadata that it states about itself. Whatever cannot be
read raises `onrecord.errors.InputError` with one sentence.
"""

from onrecord.ingest.document import Author, Document, Metadata, Origin, Place, Turn
from onrecord.ingest.fetch import Fetched, FetchError, fetch
from onrecord.ingest.read import MAX_BYTES, read_bytes, read_file, read_stdin, read_url

__all__ = [
    "MAX_BYTES",
    "Author",
    "Document",
    "FetchError",
    "Fetched",
    "Metadata",
    "Origin",
    "Place",
    "Turn",
    "fetch",
    "read_bytes",
    "read_file",
    "read_stdin",
    "read_url",
]
