"""Archived copies: where they are, of what, and when they were made."""

from onrecord.cite.csl import clean
from onrecord.model.record import record
from onrecord.model.records import SourceRecord
from onrecord.text.urls import archived_on
from onrecord.text.wrapped import meant


@record()
class Archived:
    """The address of a copy; the day it was made (ISO) and the address it was made of, where the address tells."""

    url: str
    date: str | None
    original: str | None


def of(source: SourceRecord) -> Archived | None:
    """The archived copy of a source."""
    url = clean(source.archive_url or "")
    if not url:
        return None
    page = meant(url)
    return Archived(url, archived_on(url), page.url if page.url != url else None)
