"""Who stands beside a cue: the noun phrase before it, or after it."""

from onrecord.extract import listed, never, second_clauses
from onrecord.extract.lexicon import CUES
from onrecord.extract.noun_phrases import (
    CLOSED,
    LEADING,
    LONGEST,
    RELATIVE,
    bracket_before,
    is_wordlike,
    phrase_start,
    without_leading,
)
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
    PREPOSITIONS,
    REFLEXIVE,
    SUBJECT_PRONOUNS,
    TIMES,
)
from onrecord.model.record import record

# Pronouns with one form for who does something and whom it is done to.
_OBJECTS = frozenset(["it", "you"])
_GOING = frozenset("go goes going went gone".split())
# Before "to say" of what was said all the same: "used to say", "likes to say", "was quick to say".
_LEADING_TO = frozenset(
    "went continued continues appeared seemed going used likes liked loves loved tends tended proceeded hastened rushed "
    "hurried paused".split()
)
_QUICK = frozenset("quick keen careful eager happy".split())


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
    if words.low[last - 1] in REFLEXIVE and last - 2 >= low and is_wordlike(words.low[last - 2]):
        last -= 1  # "the mayor herself said"
    previous = words.low[last - 1]
    if previous in (")", "]"):
        opening = bracket_before(words, last - 1, low)
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
        within = _around_object(words, last, low)
        return Subject(
            last - 1 if within is None else within,
            last,
            verb,
            last - 1 if within is None else within,
            negated,
        )
    last = _without_time(words, last, low)
    start = phrase_start(words, last, low)
    if start is None or start >= last or never.is_time(words, start, last):
        return None
    start = listed.before(words, start, last, low)
    return Subject(start, last, verb, start, negated)


def _around_object(words: Paragraph, last: int, low: int) -> int | None:
    """Where "the keeper who found it" begins, whose last word is no subject of its own; None where it is one."""
    verb = last - 2
    if words.low[last - 1] not in _OBJECTS or verb - 1 <= low or words.low[verb - 1] not in RELATIVE:
        return None
    return phrase_start(words, last - 1, low)


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
    first = second_clauses.begin(words, first, comma) or first
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
            within = without_leading(words, first, end) if head in PREPOSITIONS else None
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
