"""The second list of the search page: passages of stored texts with the words that were looked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.db.time_limit import TooLong, time_limit
from onrecord.pages.search_asked import LAST_PAGE, PAGE
from onrecord.search import texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.pages.search_asked import Asked
    from onrecord.search.texts import Passage

# Below the statements that were found.
FEW = 5
SECONDS = 3.0
TOO_LONG = "Looking through the stored texts takes too long here. Add a word or a source."
# What is known of the source of a passage: all other filters are about statements.
_FILTERS = frozenset(("source", "since", "until", "lang"))
# What statements are sorted by that passages do not have.
_SORTS = {"said": "oldest"}


@dataclass(frozen=True)
class InTexts:
    """Some passages of all that fit, those of `page` (0: the first few), or in `slow` why there are none."""

    passages: tuple[Passage, ...] = ()
    total: int = 0
    page: int = 0
    slow: str = ""

    @property
    def pages(self) -> int:
        """How many pages can be turned to."""
        return min(LAST_PAGE, -(-self.total // PAGE))

    @property
    def first(self) -> int:
        """The number of the first of them among all."""
        return max(0, self.page - 1) * PAGE + 1


def in_texts(reader: Reader, asked: Asked) -> InTexts | None:
    """What stands in stored texts; None where nothing is looked for there."""
    if not asked.query.wanted or asked.narrowed.keys() - _FILTERS or (asked.page > 1 and not asked.texts):
        return None
    page = int(asked.texts or 0)
    narrowed = texts.Filters(
        source=asked.source or None,
        since=asked.since or None,
        until=asked.until or None,
        language=asked.lang or None,
    )
    try:
        with time_limit(reader, SECONDS, TOO_LONG):
            match = texts.search(
                reader,
                asked.q,
                narrowed,
                sort=_SORTS.get(asked.order, asked.order),
                limit=PAGE if page else FEW,
                offset=max(0, page - 1) * PAGE,
            )
    except TooLong as error:
        return InTexts(slow=str(error), page=page)
    return InTexts(tuple(match.passages), match.total, page)
