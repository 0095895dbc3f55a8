"""Noun phrases read forwards: behind a cue, and at the head of a clause."""

from onrecord.extract.lexicon import CUES
from onrecord.extract.noun_phrases import CLOSED, LEADING, LONGEST, RELATIVE, is_wordlike
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.words import (
    ADVERBS,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    MONTHS,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    REFLEXIVE,
    SUBJECT_PRONOUNS,
    TIMES,
    WEEKDAYS,
)

# Prepositions that a noun phrase may hold.
_INSIDE = ("of", "for", "with", "at", "from", "in")


def after(words: Paragraph, index: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins at word `index`, up to word `high`: the subject of "said X", the X of "according to X"."""
    first = index
    if first < high and (
        words.low[first] in TIMES - {"this", "that", "last", "next"}
        or words.low[first] in MONTHS - {"may", "march"}
    ):
        return None
    while index < high and index - first < LONGEST:
        word = words.low[index]
        if word == "(":
            closing = _closing(words, index, high)
            if closing is None:
                break
            index = closing + 1
            continue
        if word == QUOTE or not is_wordlike(word):
            if word in ("&", "/") and index > first:
                index += 1
                continue
            break
        if index > first and word == "and" and _joins(words, index + 1, high):
            index += 1
            continue
        if (index > first and _goes_no_further(words, index, high)) or (
            word in PREPOSITIONS and word not in _INSIDE
        ):
            break
        if word in SUBJECT_PRONOUNS:
            return (first, index + 1) if index == first else (first, index)
        index += 1
    if index == first:
        return None
    head = words.low[first]
    if head in CLOSED and not words.upper[first]:
        return None
    if not (
        words.upper[first]
        or head in DETERMINERS
        or head in OTHER_PRONOUNS
        or any(words.upper[first:index])
        or head.isalpha()
    ):
        return None
    return first, index


def _joins(words: Paragraph, index: int, high: int) -> bool:
    """Whether a second name, and no clause, begins at word `index`, behind "and"."""
    return (
        index < high
        and (words.upper[index] or words.low[index] in DETERMINERS)
        and not verb_follows(words, index, high)
    )


def _goes_no_further(words: Paragraph, index: int, high: int) -> bool:
    """Whether a noun phrase that has begun ends before word `index`."""
    word = words.low[index]
    if (
        word in FINITE
        and words.upper[index]
        and index + 1 < high
        and words.upper[index + 1]
        and not words.upper[index - 1]
    ):
        return False  # "the Met Office"
    if word in FINITE or word in CLAUSE_OPENERS or word in RELATIVE or word in SUBJECT_PRONOUNS:
        return True
    if word in ("and", "to") or word in WEEKDAYS | {"last", "this", "earlier", "yesterday", "today", "later"}:
        return True
    following = words.low[index + 1] if index + 1 < high else ""
    return word in ("in", "at", "on", "with", "from") and (
        not following
        or following in ("a", "an", "his", "her", "their", "response", "may", "august")
        or following in MONTHS
        or following[0].isdigit()
    )


def _closing(words: Paragraph, index: int, high: int) -> int | None:
    """Where the parenthesis that opens at word `index` is closed."""
    return next((k for k in range(index, high) if words.low[k] == ")"), None)


def verb_follows(words: Paragraph, index: int, high: int) -> bool:
    """Whether a clause with its own verb begins at word `index`."""
    for ahead in range(index, min(index + 6, high)):
        word = words.low[ahead]
        if word in FINITE or (word in CUES and CUES[word][1] == "past"):
            return True
        if not is_wordlike(word):
            return False
    return False


def of_clause(words: Paragraph, low: int, high: int) -> tuple[int, int] | None:
    """The subject with which the clause from word `low` begins, for "…, saying that": None if it cannot be told."""
    index = low
    # Past introductions up to their comma.
    while index < high:
        head = words.low[index]
        if (
            head in LEADING
            or head in ADVERBS
            or (head.endswith("ly") and not words.upper[index + 1 if index + 1 < high else index])
            or head == ","
        ):
            index += 1
            continue
        if (
            head in PREPOSITIONS
            or head in CLAUSE_OPENERS
            or (head.endswith(("ing", "ed")) and index + 1 < high and not words.upper[index + 1])
        ):
            comma = index
            while comma < high and words.low[comma] != ",":
                comma += 1
            if comma >= high:
                return None
            index = comma + 1
            continue
        break
    if index >= high or not is_wordlike(words.low[index]) or words.low[index] == QUOTE:
        return None
    if words.low[index] in SUBJECT_PRONOUNS:
        return index, index + 1
    first = index
    while index < high and index - first < LONGEST:
        word = words.low[index]
        if word == "(":
            closing = _closing(words, index, high)
            if closing is None:
                break
            index = closing + 1
            continue
        if word == QUOTE or not is_wordlike(word):
            break
        if word in REFLEXIVE and index - 1 > first:
            return first, index - 1  # "analysts confine themselves": the verb is the word before
        if (
            index > first
            and not words.upper[index]
            and (
                word in FINITE
                or word in RELATIVE
                or (word in CUES and word not in ("report", "claim", "note", "state", "post", "charge"))
                or (word.endswith(("ed", "ly")) and "-" not in word)
                or word in ADVERBS
            )
        ):
            break
        index += 1
    return (first, index) if index > first and index < high else None
