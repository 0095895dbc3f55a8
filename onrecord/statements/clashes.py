"""Whether what two attributions give cannot both be right: their dates, places, figures, wordings and speakers.

Partial dates are intervals, and only those that have no day in common clash.
"""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text.wordfold import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@record()
class Printed:
    """An attribution with all that sources may disagree on."""

    id: int
    statement: int
    key: str
    speaker: int
    unnamed: int
    form: str
    language: str | None
    wording: str
    said: str | None
    said_min: int | None
    said_max: int | None
    place: str | None
    issued: str | None
    issued_min: int | None
    issued_max: int | None


def near_figures_clash(first: Printed, second: Printed) -> bool:
    """Whether two statements of one occasion differ in a figure."""
    return _apart(first, second) and figures_clash(first, second)


def near_wordings_clash(first: Printed, second: Printed) -> bool:
    """Whether two statements of one occasion are worded otherwise."""
    return _apart(first, second) and wordings_clash(first, second)


def _apart(first: Printed, second: Printed) -> bool:
    return first.statement != second.statement and _same_occasion(first, second)


def _same_occasion(first: Printed, second: Printed) -> bool:
    """Whether two may have been said at once: by one speaker, and by no date or place apart; one of both must be known."""
    if first.speaker != second.speaker or dates_clash(first, second) or places_clash(first, second):
        return False
    return bool((first.said and second.said) or (first.place and second.place))


def date_of(printed: Printed) -> str:
    return printed.said or f"published {printed.issued}"


def dates_clash(first: Printed, second: Printed) -> bool:
    """Whether two dates have no day in common, or words were printed before they were said."""
    if first.said and second.said:
        return _before(first.said_max, second.said_min) or _before(second.said_max, first.said_min)
    for dated, printed in ((first, second), (second, first)):
        if dated.said and not printed.said and printed.issued:
            return _before(printed.issued_max, dated.said_min)
    return False


def _before(last: int | None, first: int | None) -> bool:
    return last is not None and first is not None and last < first


def places_clash(first: Printed, second: Printed) -> bool:
    """Whether neither place may be in the other, by their words: "Pyongyang" is no other than "Pyongyang, North Korea"."""
    from onrecord.text.namekeys import name_words

    if not first.place or not second.place:
        return False
    mine, theirs = set(name_words(first.place)), set(name_words(second.place))
    return not (mine <= theirs or theirs <= mine)


def statements_clash(first: Printed, second: Printed) -> bool:
    """Whether two statements are given to different speakers; those of one statement are compared by themselves."""
    return first.statement != second.statement and speakers_clash(first, second)


def speakers_clash(first: Printed, second: Printed) -> bool:
    return first.speaker != second.speaker and not first.unnamed and not second.unnamed


def _worded(first: Printed, second: Printed) -> bool:
    """Whether the words of two can be compared: both are given in quotation marks, and in one language."""
    if "indirect" in (first.form, second.form) or _language(first) != _language(second):
        return False
    return words(first.wording) != words(second.wording)


def _language(one: Printed) -> str:
    """Without its region: British and American English can be compared."""
    return (one.language or "").partition("-")[0]


def figures_clash(first: Printed, second: Printed) -> bool:
    return _worded(first, second) and "figure" in _changes(first, second)


def wordings_clash(first: Printed, second: Printed) -> bool:
    """Whether words stand against words: what one merely leaves out is a part of the other, unless the sense hangs on it."""
    if not _worded(first, second) or "figure" in _changes(first, second):
        return False
    mine, theirs = words(first.wording), words(second.wording)
    return bool(_changes(first, second)) or not (_part_of(mine, theirs) or _part_of(theirs, mine))


def _changes(first: Printed, second: Printed) -> set[str]:
    from onrecord.matching.reworded import reworded

    found = reworded(first.wording, second.wording)
    return {change.kind for change in found.changes}


def _part_of(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words stand in the others in this order."""
    rest = iter(others)
    return all(word in rest for word in some)
