"""Words that stand where a speaker would and cannot speak: "last week", "two days later", "this", "that"."""

from onrecord.extract.paragraph import Paragraph
from onrecord.extract.words import ADVERBS, DETERMINERS, MONTHS, WEEKDAYS

_SPANS = frozenset(
    "second minute hour day night morning afternoon evening noon midnight week weekend fortnight month year decade "
    "century spring summer autumn fall winter season term moment time".split()
)
_SPANS |= {span + "s" for span in _SPANS} | {"centuries", "today", "yesterday", "tomorrow", "tonight"}
_AROUND = (
    DETERMINERS
    | ADVERBS
    | WEEKDAYS
    | MONTHS
    | frozenset(
        "last this next that past same previous following early late mid earlier later ago before after half "
        "couple dozen only barely almost nearly about around in on at of over within during by until since and or "
        "six seven eight nine ten eleven twelve twenty thirty previous very entire holy new year's christmas easter".split()
    )
)
_POINTING = frozenset(
    "this that these those what such last next earlier later ago late early previously".split()
)
_RELATIVE = frozenset("who whom which that".split())


def is_time(words: Paragraph, first: int, last: int) -> bool:
    """Whether the words say when, and nobody: "last week", "two days later", "early Tuesday", "the summer of 2019"."""
    low = words.low
    told = False
    for index in range(first, last):
        word = low[index].removesuffix("'s").removesuffix("'")
        if not word:
            continue
        if word in _SPANS and words.upper[index] and index > first:
            return False  # "The Times"
        told = told or word in _SPANS or word in WEEKDAYS or (word in MONTHS and words.upper[index])
        if word not in _SPANS and word not in _AROUND and not word[:1].isdigit():
            return False
    return told or (last > first and all(low[index][0].isdigit() for index in range(first, last)))


def is_nobody(words: Paragraph, first: int, last: int) -> bool:
    """Whether the words are a time, or one word that points at something: "this", "that", "last"."""
    if last - first == 1 and words.low[first] in _POINTING:
        return True
    return is_time(words, first, last)


def is_relative(words: Paragraph, first: int, last: int) -> bool:
    """Whether the words are a pronoun that points back at a noun: "who", "which"."""
    return last - first == 1 and words.low[first] in _RELATIVE
