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
    index, in_full = first, True
    in_list = any(word in ("and", "&", "or") for word in words.low[first:last])
    while index - 1 > low:
        end = _before_join(words, index, low)
        in_list = in_list or end < index
        if end == index and not (in_list and words.low[index - 1] == ","):
            break
        end -= words.low[end - 1] == ","
        item = _item_before(words, end, low)
        if item is None:
            break
        index = item
        in_full = in_full and end - index > 1 and words.upper[index] and words.low[index] not in PLACES
    if index == low or words.low[index - 1] in _OPENS:
        return index
    # All or none: "In Oslo, Norway, Ann Lee and Tom Berg said" is told of two.
    return index if words.low[index - 1] == "," and in_full else first


def _before_join(words: Paragraph, index: int, low: int) -> int:
    """Where the words begin that join somebody to word `index`: "and", "and, later,", "as well as"; else `index` itself."""
    if (
        index - 4 > low
        and words.low[index - 1] == words.low[index - 3] == ","
        and words.low[index - 2] in TIMES | ADVERBS
    ):
        index -= 3
    if words.low[index - 1] in ("and", "&", "or"):
        return index - 1
    return index - 3 if words.low[max(low, index - 3) : index] == ["as", "well", "as"] else index


def _item_before(words: Paragraph, end: int, low: int) -> int | None:
    """Where a name or a description of somebody begins that ends before word `end`."""
    if end <= low:
        return None
    if words.low[end - 1] in SUBJECT_PRONOUNS:
        return end - 1
    end = _before_apposition(words, end, low)
    index = end
    while index > low and (words.upper[index - 1] or words.low[index - 1].endswith(".")):
        index -= 1
    if index < end:
        if words.low[index] in _NOBODY:
            return None
        return index - 1 if index > low and words.low[index - 1] in ("the", "a", "an") else index
    # "the mayor", "her deputy"
    while (
        index > low
        and index > end - 6
        and words.low[index - 1].isalpha()
        and words.low[index - 1] not in DETERMINERS
    ):
        index -= 1
    if index == low or words.low[index - 1] not in DETERMINERS or not is_human(words.low[end - 1]):
        return None
    return index - 1


def _before_apposition(words: Paragraph, end: int, low: int) -> int:
    """Where a name ends that is explained up to word `end`: "Ann Lee, a member of the board"."""
    for index in range(end - 2, low, -1):
        word = words.low[index]
        if word == "," and words.upper[index - 1] and words.low[index + 1] in DETERMINERS:
            return index
        if word in _OPENS or word == "," or word in FINITE or word in SUBJECT_PRONOUNS:
            break
    return end
