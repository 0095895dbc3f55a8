"""Passages that are the titles of works on record."""

from __future__ import annotations

import re

from onrecord.text.fold import identity_fold
from onrecord.text.patterns import lazy
from onrecord.text.wordfold import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.check.passage import Passage
    from onrecord.db.reader import Reader

_MOST_WORDS = 40
_MOST_ROWS = 50
# Between a title and what stands below it.
_PARTS = lazy(r"\s*(?:[:：.?!]\s|\s[–—-]\s|\s\|\s)\s*")
_FOUND = """
SELECT s.title, s.container_title FROM sources AS s WHERE s.id IN
       (SELECT rowid FROM sources_fts WHERE sources_fts MATCH ? LIMIT ?)"""


def of_sources(reader: Reader, passages: Sequence[Passage]) -> set[int]:
    """Where the passages begin that are the whole title of a source, or of what it appeared in, or the part above or below a colon."""
    return {
        passage.start for passage in passages if not passage.block and _is_title(reader, passage.compared)
    }


def _is_title(reader: Reader, wording: str) -> bool:
    terms = words(wording)
    if not terms or len(terms) > _MOST_WORDS:
        return False
    phrase = '"' + " ".join(terms) + '"'
    wanted = _key(wording)
    for row in reader.rows(_FOUND, (phrase, _MOST_ROWS)):
        for title in filter(None, row):
            if wanted in (_key(title), *map(_key, _PARTS.split(title))):
                return True
    return False


def _key(title: str) -> str:
    return re.sub(r"\W+", " ", identity_fold(title)).strip()
