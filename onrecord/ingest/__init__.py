"""Reading sources: bytes in, document out. No database here.

`read_file`, `read_stdin` and `read_url` (or `fetch.fetch` and `read_bytes`) give a `Document`: the readable text of a
plain text, a Markdown file or a web page, with the metadata that it states about itself. Whatever cannot be
read raises `onrecord.errors.InputError` with one sentence.
"""

from onrecord.ingest.document import Author, Document, Metadata, Origin, Place, Turn
from onrecord.ingest.read import MAX_BYTES, read_bytes, read_file, read_stdin, read_url

__all__ = [
    "MAX_BYTES",
    "Author",
    "Document",
    "Metadata",
    "Origin",
    "Place",
    "Turn",
    "read_bytes",
    "read_file",
    "read_stdin",
    "read_url",
]
