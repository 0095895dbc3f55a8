"""Who stands beside a cue: the noun phrase before it, or after it."""

from onrecord.extract import listed, never
from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DASHES,
    DETERMINERS,
    FINITE,
    MONTHS,
    NEGATIONS,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
)
from onrecord.model.record import record

LONGEST = 40
RELATIVE = frozenset(["who", "which", "whom"])
CLOSED = CLAUSE_OPENERS | PREPOSITIONS | FINITE | frozenset(["and", "to"])
_GOING = frozenset("go goes going went gone".split())
# Before "to say" of what was said all the same: "used to say", "likes to say", "was quick to say".
_LEADING_TO = frozenset(
    "went continued continues appeared seemed going used likes liked loves loved tends tended proceeded hastened rushed "
    "hurried paused".split()
)
_QUICK = frozenset("quick keen careful eager happy".split())
LEADING = frozenset(
    "but and yet so however meanwhile still then also instead now here there later earlier indeed nevertheless nonetheless "
    "moreover furthermore additionally finally first second third firstly secondly thirdly separately similarly for".split()
)


@record()
class Subject:
    """The words `first` to `last` (exclusive) that say who; `verb` is where the verb group begins.

    `negated`: the verb is denied ("did not say"). `clause` is where the clause with the subject begins. The words
    from `last` to `verb` are an apposition, if there are any.
    """

    first: int
    last: int
    verb: int
    clause: int
    negated: bool


def verb_group(words: Paragraph, cue: int, low: int) -> tuple[int, bool]:
    """Where the auxiliaries and adverbs before the cue begin, and whether one of them denies it."""
    negated = False
    index = cue
    while index > low:
        word = words.low[index - 1]
        if (
            word in AUXILIARIES
            or word in ADVERBS
            or word == "neither"
            or (word.endswith("ly") and not words.upper[index - 1])
        ):
            negated = negated or word in NEGATIONS or word == "neither"
            index -= 1
        elif (
            word == "to"
            and index - 2 > low
            and words.low[index - 2] == "on"
            and words.low[index - 3] in _GOING
        ):
            index -= 3  # "went on to explain"
        elif (
            word == "to"
            and index - 1 > low
            and (
                words.low[index - 2] in _LEADING_TO
                or (words.low[index - 2] in _QUICK and words.low[index - 3] in BE)
            )
        ):
            index -= 1 if words.low[index - 2] == "going" else 3 if words.low[index - 2] in _QUICK else 2
        else:
            break
    return index, negated


def before(words: Paragraph, cue: int, low: int) -> Subject | None:
    """The subject before the cue at word `cue`, not reaching before word `low`."""
    verb, negated = verb_group(words, cue, low)
    if (
        words.low[verb] in ("both", "all")
        and verb < cue
        and (verb == low or words.low[verb - 1] in (",", QUOTE))
    ):
        return Subject(verb, verb + 1, verb + 1, verb, negated)
    last = verb
    if last <= low:
        return None
    if _is_complement(words, verb, cue, low):
        # "He denied ever saying", "has denied having said": whose denial it is.
        return before(words, last - 1, low)
    previous = words.low[last - 1]
    if previous in (")", "]"):
        opening = _opening(words, last - 1, low)
        if opening is None or opening <= low:
            return None
        last, previous = opening, words.low[opening - 1]
    if previous in RELATIVE:
        first = last - 1
        if first - 2 >= low and words.low[first - 1] == "of":  # many of whom
            first -= 2
        return Subject(first, last, verb, first, negated)
    if (
        previous == "that"
        and last - 2 >= low
        and is_wordlike(words.low[last - 2])
        and words.low[last - 2] not in CUES
        and words.low[last - 2] not in CLOSED
    ):
        return Subject(last - 1, last, verb, last - 1, negated)
    if previous == "," or previous in DASHES:
        return _around_apposition(words, last - 1, verb, low, negated)
    if previous == QUOTE or not is_wordlike(previous):
        return None
    if previous in SUBJECT_PRONOUNS:
        return Subject(last - 1, last, verb, last - 1, negated)
    last = _without_time(words, last, low)
    start = phrase_start(words, last, low)
    if start is None or start >= last or never.is_time(words, start, last):
        return None
    start = listed.before(words, start, last, low)
    return Subject(start, last, verb, start, negated)


def _is_complement(words: Paragraph, verb: int, cue: int, low: int) -> bool:
    """Whether the cue completes a verb of saying that stands right before its group: "denied (ever) saying"."""
    known, outer = CUES.get(words.low[cue], ("", ""))[1], CUES.get(words.low[verb - 1], ("", ""))[1]
    if outer not in ("past", "s", "base") or (known != "ing" and "having" not in words.low[verb:cue]):
        return False
    alone = verb - 1 == low or words.low[verb - 2] not in DETERMINERS
    return alone and (verb - 1 == low or not words.upper[verb - 1])


def _without_time(words: Paragraph, last: int, low: int) -> int:
    """Where a subject ends before "this month", "on Tuesday", "earlier": words that belong to the verb."""
    index = last
    while index - 1 > low and (
        words.low[index - 1] in TIMES or (words.low[index - 1] in MONTHS and words.upper[index - 1])
    ):
        index -= 1
    if index < last and index - 1 > low and words.low[index - 1] in ("on", "in", "by"):
        index -= 1
    return index


def is_wordlike(word: str) -> bool:
    return word[0].isalnum() or word[0] in "@#$%&'"


def _opening(words: Paragraph, closing: int, low: int) -> int | None:
    for index in range(closing - 1, max(low, closing - LONGEST) - 1, -1):
        if words.low[index] in "([":
            return index
    return None


def phrase_start(words: Paragraph, last: int, low: int) -> int | None:
    """Where the noun phrase begins that ends before word `last`; None if these words are no noun phrase."""
    index = last
    bottom = max(low, last - LONGEST)
    relative = None
    while index > bottom:
        word = words.low[index - 1]
        if word == QUOTE or not is_wordlike(word):
            if word in ")]" and (opening := _opening(words, index - 1, bottom)) is not None:
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
    first = _without_leading(words, index, head_ends)
    if first is None or first >= head_ends:
        return None
    if not _is_noun_phrase(words, first, head_ends):
        return None
    return first


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


def _without_leading(words: Paragraph, first: int, last: int) -> int | None:
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


def _introduces(words: Paragraph, first: int, last: int) -> bool:
    """Whether a stretch up to a comma leads to the subject, and cannot be it: "In a statement", "Last week"."""
    head = words.low[first]
    if head.endswith("ing") and last - first > 1:
        return True
    if head in PREPOSITIONS or head in CLAUSE_OPENERS or head in LEADING or head in ADVERBS:
        return True
    return never.is_time(words, first, last)


def _describes_name(words: Paragraph, first: int, comma: int) -> bool:
    """Whether "the mayor, Ann Lee" stands from word `first` to the comma: a description, and a name behind it."""
    middle = next((index for index in range(first, comma) if words.low[index] == ","), None)
    if middle is None or middle + 1 >= comma:
        return False
    plain = not any(words.low[k] in FINITE or words.low[k] in SUBJECT_PRONOUNS for k in range(first, comma))
    opens = words.low[first] in DETERMINERS or words.upper[first]
    return plain and opens and (words.upper[middle + 1] or words.low[middle + 1] in DETERMINERS)


def _holds_clause(words: Paragraph, start: int, end: int) -> bool:
    return end - start > 1 and any(
        words.low[index] in FINITE or words.low[index] in SUBJECT_PRONOUNS
        for index in range(start, end)
        if not words.upper[index]
    )


def _opens(words: Paragraph, comma: int, low: int) -> int:
    """Where the stretch begins, at a quotation or a mark stronger than that at word `comma`, that ends there."""
    mark, begin, bottom = words.low[comma], comma, max(low, comma - LONGEST)
    while begin > bottom:
        word = words.low[begin - 1]
        if word == QUOTE or word in ";:" or (word in DASHES and mark == ","):
            break
        begin -= 1
    return begin


def _around_apposition(words: Paragraph, comma: int, verb: int, low: int, negated: bool) -> Subject | None:
    """The subject before "…, the minister of France, said"; the cue follows the comma or dash at word `comma`."""
    first = _opens(words, comma, low)
    # An introduction ("In a statement, X, the mayor, said") is not the subject.
    while first < comma:
        end = first
        while end < comma and words.low[end] != "," and words.low[end] not in DASHES:
            if words.low[end] == "(":
                while end < comma and words.low[end] != ")":
                    end += 1
            end += 1
        if end >= comma:
            return None
        head = words.low[first]
        if _introduces(words, first, end):
            if head in LEADING and end - first > 1:
                first += 1
                continue
            if head in CLAUSE_OPENERS and head in ("that", "but", "while") and end - first > 1:
                first += 1
                continue
            # "On May 14 the agency, …": the subject is in the same stretch, behind the date.
            within = _without_leading(words, first, end) if head in PREPOSITIONS else None
            if within is None or words.low[within] in CLOSED:
                first = end + 1
                continue
            start = within
        else:
            phrase_begin = phrase_start(words, end, first)
            start = phrase_begin if phrase_begin is not None else end
        if start > first and _holds_clause(words, first, end) and _describes_name(words, end + 1, comma):
            start = end
        if start == end or _holds_clause(words, start, end):
            if not _describes_name(words, end + 1, comma):
                return None
            first = end + 1  # "The bridge has been closed, the mayor, Ann Lee, said"
            continue
        if not (words.upper[start] or words.low[start] in DETERMINERS or any(words.upper[start:end])):
            return None
        return Subject(start, end, verb, first, negated)
    return None
