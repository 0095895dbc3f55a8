"""What may be given as the text of a source."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from onrecord.text.urls import is_web_url

if TYPE_CHECKING:
    from onrecord.ingest.document import Document

    # A file, a web address, or what `onrecord.ingest` has read.
    Readable = str | os.PathLike[str] | Document


def document(readable: Readable) -> tuple[Document, bool]:
    """What was read, and whether it was fetched from the web. InputError: it cannot be."""
    from onrecord.ingest.document import Document
    from onrecord.ingest.read import read_file, read_url

    if isinstance(readable, Document):
        return readable, False
    name = os.fspath(readable)
    if is_web_url(name):
        return read_url(name), True
    return read_file(name), False
