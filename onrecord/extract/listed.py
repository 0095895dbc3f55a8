"""Who else is named in front of a name, in a list or before "and": "Bo Quist, Ann Lee and Tom Berg"."""

from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import NOT_NAMES, PLACES, is_human
from onrecord.extract.words import (
    ADVERBS,
    CLAUSE_OPENERS,
    DASHES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
)

_NOBODY = TIMES | PREPOSITIONS | NOT_NAMES | ADVERBS | CLAUSE_OPENERS
_FURTHEST = 40
_OPENS = frozenset([QUOTE, "that", ";", ":", *DASHES])


def before(words: Paragraph, first: int, last: int, low: int) -> int:
    """Where those begin who are named in front of the words `first` to `last`: "Bo Quist, (Ann Lee and Tom Berg) said"."""
    low = max(low, first - _FURTHEST)
    at, in_full = first, True
    in_list = any(word in ("and", "&", "or") for word in words.low[first:last])
    while at - 1 > low:
        end = _before_join(words, at, low)
        in_list = in_list or end < at
        if end == at and not (in_list and words.low[at - 1] == ","):
            break
        end -= words.low[end - 1] == ","
        item = _item_before(words, end, low)
        if item is None:
            break
        at = item
        in_full = in_full and end - at > 1 and words.upper[at] and words.low[at] not in PLACES
    if at == low or words.low[at - 1] in _OPENS:
        return at
    # All or none: "In Oslo, Norway, Ann Lee and Tom Berg said" is told of two.
    return at if words.low[at - 1] == "," and in_full else first


def _before_join(words: Paragraph, at: int, low: int) -> int:
    """Where the words begin that join somebody to word `at`: "and", "and, later,", "as well as"; else `at` itself."""
    if (
        at - 4 > low
        and words.low[at - 1] == words.low[at - 3] == ","
        and words.low[at - 2] in TIMES | ADVERBS
    ):
        at -= 3
    if words.low[at - 1] in ("and", "&", "or"):
        return at - 1
    return at - 3 if words.low[max(low, at - 3) : at] == ["as", "well", "as"] else at


def _item_before(words: Paragraph, end: int, low: int) -> int | None:
    """Where a name or a description of somebody begins that ends before word `end`."""
    if end <= low:
        return None
    if words.low[end - 1] in SUBJECT_PRONOUNS:
        return end - 1
    end = _before_apposition(words, end, low)
    at = end
    while at > low and (words.upper[at - 1] or words.low[at - 1].endswith(".")):
        at -= 1
    if at < end:
        if words.low[at] in _NOBODY:
            return None
        return at - 1 if at > low and words.low[at - 1] in ("the", "a", "an") else at
    # "the mayor", "her deputy"
    while at > low and at > end - 6 and words.low[at - 1].isalpha() and words.low[at - 1] not in DETERMINERS:
        at -= 1
    if at == low or words.low[at - 1] not in DETERMINERS or not is_human(words.low[end - 1]):
        return None
    return at - 1


def _before_apposition(words: Paragraph, end: int, low: int) -> int:
    """Where a name ends that is explained up to word `end`: "Ann Lee, a member of the board"."""
    for at in range(end - 2, low, -1):
        word = words.low[at]
        if word == "," and words.upper[at - 1] and words.low[at + 1] in DETERMINERS:
            return at
        if word in _OPENS or word == "," or word in FINITE or word in SUBJECT_PRONOUNS:
            break
    return end
