"""Noun phrases read forwards: behind a cue, and at the head of a clause."""

from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.subjects import CLOSED, LEADING, LONGEST, RELATIVE, is_wordlike
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


def after(words: Paragraph, at: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins at word `at`, up to word `high`: the subject of "said X", the X of "according to X"."""
    first = at
    if first < high and (
        words.low[first] in TIMES - {"this", "that", "last", "next"}
        or words.low[first] in MONTHS - {"may", "march"}
    ):
        return None
    while at < high and at - first < LONGEST:
        word = words.low[at]
        if word == "(":
            closing = _closing(words, at, high)
            if closing is None:
                break
            at = closing + 1
            continue
        if word == QUOTE or not is_wordlike(word):
            if word in ("&", "/") and at > first:
                at += 1
                continue
            break
        if at > first and word == "and" and _joins(words, at + 1, high):
            at += 1
            continue
        if (at > first and _goes_no_further(words, at, high)) or (
            word in PREPOSITIONS and word not in _INSIDE
        ):
            break
        if word in SUBJECT_PRONOUNS:
            return (first, at + 1) if at == first else (first, at)
        at += 1
    if at == first:
        return None
    head = words.low[first]
    if head in CLOSED and not words.upper[first]:
        return None
    if not (
        words.upper[first]
        or head in DETERMINERS
        or head in OTHER_PRONOUNS
        or any(words.upper[first:at])
        or head.isalpha()
    ):
        return None
    return first, at


def _joins(words: Paragraph, at: int, high: int) -> bool:
    """Whether a second name, and no clause, begins at word `at`, behind "and"."""
    return (
        at < high and (words.upper[at] or words.low[at] in DETERMINERS) and not verb_follows(words, at, high)
    )


def _goes_no_further(words: Paragraph, at: int, high: int) -> bool:
    """Whether a noun phrase that has begun ends before word `at`."""
    word = words.low[at]
    if (
        word in FINITE
        and words.upper[at]
        and at + 1 < high
        and words.upper[at + 1]
        and not words.upper[at - 1]
    ):
        return False  # "the Met Office"
    if word in FINITE or word in CLAUSE_OPENERS or word in RELATIVE or word in SUBJECT_PRONOUNS:
        return True
    if word in ("and", "to") or word in WEEKDAYS | {"last", "this", "earlier", "yesterday", "today", "later"}:
        return True
    following = words.low[at + 1] if at + 1 < high else ""
    return word in ("in", "at", "on", "with", "from") and (
        not following
        or following in ("a", "an", "his", "her", "their", "response", "may", "august")
        or following in MONTHS
        or following[0].isdigit()
    )


def _closing(words: Paragraph, at: int, high: int) -> int | None:
    """Where the parenthesis that opens at word `at` is closed."""
    return next((k for k in range(at, high) if words.low[k] == ")"), None)


def verb_follows(words: Paragraph, at: int, high: int) -> bool:
    """Whether a clause with its own verb begins at word `at`."""
    for ahead in range(at, min(at + 6, high)):
        word = words.low[ahead]
        if word in FINITE or (word in CUES and CUES[word][1] == "past"):
            return True
        if not is_wordlike(word):
            return False
    return False


def of_clause(words: Paragraph, low: int, high: int) -> tuple[int, int] | None:
    """The subject with which the clause from word `low` begins, for "…, saying that": None if it cannot be told."""
    at = low
    # Past introductions up to their comma.
    while at < high:
        head = words.low[at]
        if (
            head in LEADING
            or head in ADVERBS
            or (head.endswith("ly") and not words.upper[at + 1 if at + 1 < high else at])
            or head == ","
        ):
            at += 1
            continue
        if (
            head in PREPOSITIONS
            or head in CLAUSE_OPENERS
            or (head.endswith(("ing", "ed")) and at + 1 < high and not words.upper[at + 1])
        ):
            comma = at
            while comma < high and words.low[comma] != ",":
                comma += 1
            if comma >= high:
                return None
            at = comma + 1
            continue
        break
    if at >= high or not is_wordlike(words.low[at]) or words.low[at] == QUOTE:
        return None
    if words.low[at] in SUBJECT_PRONOUNS:
        return at, at + 1
    first = at
    while at < high and at - first < LONGEST:
        word = words.low[at]
        if word == "(":
            closing = _closing(words, at, high)
            if closing is None:
                break
            at = closing + 1
            continue
        if word == QUOTE or not is_wordlike(word):
            break
        if word in REFLEXIVE and at - 1 > first:
            return first, at - 1  # "analysts confine themselves": the verb is the word before
        if (
            at > first
            and not words.upper[at]
            and (
                word in FINITE
                or word in RELATIVE
                or (word in CUES and word not in ("report", "claim", "note", "state", "post", "charge"))
                or (word.endswith(("ed", "ly")) and "-" not in word)
                or word in ADVERBS
            )
        ):
            break
        at += 1
    return (first, at) if at > first and at < high else None
