"""Noun phrases read backwards: where the one begins that ends before a word."""

from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.words import (
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    MONTHS,
    OTHER_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
)

LONGEST = 40
RELATIVE = frozenset(["who", "which", "whom"])
CLOSED = CLAUSE_OPENERS | PREPOSITIONS | FINITE | frozenset(["and", "to"])
LEADING = frozenset(
    "but and yet so however meanwhile still then also instead now here there later earlier indeed nevertheless nonetheless "
    "moreover furthermore additionally finally first second third firstly secondly thirdly separately similarly for".split()
)


def is_wordlike(word: str) -> bool:
    return word[0].isalnum() or word[0] in "@#$%&'"


def phrase_start(words: Paragraph, last: int, low: int) -> int | None:
    """Where the noun phrase begins that ends before word `last`; None if these words are no noun phrase."""
    index = last
    bottom = max(low, last - LONGEST)
    relative = None
    while index > bottom:
        word = words.low[index - 1]
        if word == QUOTE or not is_wordlike(word):
            if word in ")]" and (opening := bracket_before(words, index - 1, bottom)) is not None:
                index = opening
                continue
            if word == "&" or word == "/":
                index -= 1
                continue
            break
        if word in RELATIVE and index < last:
            relative = index - 1  # "one of the doctors who sent the letter called"
            index -= 1
            continue
        if word in CLAUSE_OPENERS and not (word == "that" and index < last and relative):
            break
        if word in SUBJECT_PRONOUNS:
            if index == last:
                return index - 1
            break
        if word == "and" and not _joins_names(words, index - 1, bottom, last):
            break
        if (
            (word in FINITE or (word in CUES and CUES[word][1] == "past" and not words.upper[index - 1]))
            and index < last
            and not _within_relative(words, index - 1, bottom)
        ):
            break
        index -= 1
    head_ends = relative if relative is not None and relative > index else last
    first = without_leading(words, index, head_ends)
    if first is None or first >= head_ends:
        return None
    if not _is_noun_phrase(words, first, head_ends):
        return None
    return first


def behind_verb(words: Paragraph, start: int, last: int) -> int:
    """Where the noun phrase begins that ends before word `last`, behind a verb: "the archbishop quoted (his predecessor), who …"."""
    low = words.low
    for index in range(last - 1, start, -1):
        opens = low[index] in DETERMINERS or low[index] in POSSESSIVES
        if opens and low[index - 1] not in PREPOSITIONS | DETERMINERS | {"and", "or"}:
            return index
    return start


def _within_relative(words: Paragraph, index: int, bottom: int) -> bool:
    """Whether a "who" or "which" stands shortly before, so that a verb at `index` belongs to its clause."""
    for back in range(index, max(bottom, index - 12), -1):
        word = words.low[back - 1]
        if word in RELATIVE:
            return True
        if word == QUOTE or word in ",;:":
            return False
    return False


def _joins_names(words: Paragraph, index: int, bottom: int, last: int) -> bool:
    """Whether the "and" at word `index` joins two nouns of one subject ("Mr. Grassley and Mr. Leahy")."""
    if index <= bottom or index + 1 >= last:
        return False
    before_, after_ = index - 1, index + 1
    if words.upper[after_] or words.low[after_] in DETERMINERS:
        # Not "… in Ohio and Trump said": a verb before the "and" would have its own subject.
        for back in range(before_, max(bottom, before_ - 10) - 1, -1):
            word = words.low[back]
            if word == QUOTE or not is_wordlike(word) or word in CLAUSE_OPENERS:
                break
            if word in FINITE or (word.endswith("ed") and not words.upper[back]):
                return False
            if word in SUBJECT_PRONOUNS:
                return False
        return words.upper[before_] or words.low[before_] not in CLOSED
    return not words.upper[before_] and is_wordlike(words.low[before_]) and words.low[before_] not in CLOSED


def without_leading(words: Paragraph, first: int, last: int) -> int | None:
    """Past conjunctions, adverbs and phrases such as "In a statement on Monday" at the head of a clause."""
    while first < last and (
        words.low[first] in LEADING
        or words.low[first] == "and"
        or (
            words.low[first].endswith("ly")
            and not words.low[first].endswith("family")
            and words.low[first] != "only"
            and first + 1 < last
        )
        or (
            words.low[first] in TIMES - {"this", "that", "last", "next", "late", "early"} and first + 1 < last
        )
    ):
        first += 1
    if first < last and words.low[first] in PREPOSITIONS:
        # "On Monday Trump", "In Ohio the governor": the subject begins after the phrase's own noun.
        index = first + 1
        seen_noun = False
        while index < last:
            word = words.low[index]
            behind_noun = seen_noun and words.low[index - 1] not in PREPOSITIONS
            if behind_noun and (word in DETERMINERS or word in SUBJECT_PRONOUNS):
                return index
            if (
                seen_noun
                and words.upper[index]
                and not words.upper[index - 1]
                and words.low[index - 1] not in PREPOSITIONS | DETERMINERS
            ):
                return index  # "In an interview Trump"
            if word in TIMES or word in MONTHS or word[0].isdigit():
                seen_noun = True
                if index + 1 < last and (
                    (words.upper[index + 1] and words.low[index + 1] not in TIMES | MONTHS)
                    or words.low[index + 1] in DETERMINERS
                ):
                    return index + 1
            elif word not in DETERMINERS and word not in PREPOSITIONS:
                seen_noun = True
            index += 1
        return None
    return first


def _is_noun_phrase(words: Paragraph, first: int, last: int) -> bool:
    """Whether the words can be a subject: a pronoun, or something with a noun in it and no preposition at its head."""
    head = words.low[first]
    if last - first == 1:
        return (
            head in SUBJECT_PRONOUNS
            or head in OTHER_PRONOUNS
            or words.upper[first]
            or (
                head not in CLOSED
                and head not in DETERMINERS
                and head[0].isalpha()
                and not head.endswith("ly")
            )
        )
    if words.low[last - 1] in CLOSED or words.low[last - 1] in DETERMINERS - {
        "all",
        "both",
        "others",
        "one",
        "two",
        "three",
        "four",
        "five",
    }:
        return False
    return head not in PREPOSITIONS and head not in ("to", "not")


def bracket_before(words: Paragraph, closing: int, low: int) -> int | None:
    for index in range(closing - 1, max(low, closing - LONGEST) - 1, -1):
        if words.low[index] in "([":
            return index
    return None
