"""Archived copies: where they are, of what, and when they were made."""

import re

from onrecord.cite.csl import clean
from onrecord.model.record import record
from onrecord.model.records import SourceRecord
from onrecord.text.urls import archived_on

# The Wayback Machine and what follows its addresses: …/web/20210314120000/https://…
_ORIGINAL = re.compile(r"https?://[^/]+/(?:[^/]+/)*\d{8,14}(?:[a-z]{2}_)?/(https?://.+)")


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
    original = _ORIGINAL.fullmatch(url)
    return Archived(url, archived_on(url), original[1] if original else None)
