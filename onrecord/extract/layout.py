"""The paragraphs of a text, its headings, and the words of an English paragraph."""

from collections.abc import Iterator

from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import NOT_NAMES
from onrecord.extract.sentence_borders import sentences
from onrecord.extract.words import FINITE, SUBJECT_PRONOUNS
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.marks import pairs_in
from onrecord.text.patterns import lazy

_TOKEN = lazy(
    r"[A-Za-z]+(?=[ ,\n])|"  # most words, told at once; each of the others may be one of several kinds
    # The endings of "he's", "they've" and, in texts that were cut into words, "Malaysia 's" are words of their own.
    r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou|I|[Ww]ho|[Tt]hat|[Tt]here|[Ww]hat)(?=['’](?:s|re|ve|ll|d|m)\b)"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?"  # U.S., p.m., J.F.K
    r"|[^\W\d_]-[A-Z]\w*\.(?:[A-Z]\.)*"  # R-S.C., D-Wis.
    r"|\d+(?:[.,:]\d+)*\w*(?:-[^\W\d_]+)*"
    r"|\w+(?:[-‑'’]\w+)*"
    r"|--+|\.\.\.+|[^\w\s]"
)
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st rep reps sen sens gov govs gen lt col sgt maj capt cmdr adm rev hon jr sr vs inc ltd corp co "
    "no dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun approx est fig "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt "
    "wash wis wyo".split()
)
# "Martin Luther King, Jr.": the comma is part of the name.
_GENERATIONS = frozenset("jr jr. sr sr.".split())
# What may be a part of the word or the name before it.
_JOINED = _GENERATIONS | {",", "."}
# What makes a capital "I" a number: "Queen Elizabeth I", "Elizabeth I, who", "Elizabeth I's"; and what begins a sentence
# in front of a verb, unless the verb is one of the first person.
_RULING = frozenset(
    "king queen pope tsar tsarina czar emperor empress kaiser sultan shah prince princess duke archduke patriarch saint".split()
)
_NO_RULERS = NOT_NAMES | frozenset(
    "where everything nothing something sometimes maybe perhaps well today yesterday tomorrow".split()
)
_BEHIND_A_NUMBER = frozenset(
    "'s , . ; : ) ( ! ? – — of the who whose whom and or in at on by from with for as to".split()
)
_FIRST_PERSON_VERBS = frozenset(
    "am have do 'm 've 'll 'd was think know believe say mean will would should could can".split()
)
# "I" of a ruler and "A" of "Panel A" are written as initials are, which no rule takes for a pronoun or an article.
# "May" and "Will" where they are names, which no list has for verbs or months.
_AS_NAME = {"may": "May", "will": "Will"}
_BEFORE_MAY = frozenset("mrs mrs. mr mr. ms ms. miss lady minister secretary leader".split())
_AS_NUMBER = {"i": "i.", "a": "a."}
_LETTERED = frozenset(
    "panel group committee section division unit team chamber board company brigade court ward plan block working".split()
)
_ENDS = frozenset(".!?…")
_STOPS = _ENDS | frozenset("”\"»’':")
_BLANK_LINE = lazy(r"\n[^\S\n]*\n\s*")
# What shows nothing: a line of these is blank as one of white space is.
_UNSEEN = "\u00ad\u200b\ufeff"
_LINE = lazy(r"[^\n]+")


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines, and the lines of a block unless it is running text broken at a margin."""
    offset = 0
    separators = [match.span() for match in _BLANK_LINE.finditer(text)]
    for begin, end in [*separators, (len(text), len(text))]:
        if offset < begin:
            yield from _lines(text, offset, begin)
        offset = end


def _lines(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    lines = [match.span() for match in _LINE.finditer(text, low, high) if match[0].strip().strip(_UNSEEN)]
    if len(lines) < 2:
        yield from lines
        return
    longest = max(end - start for start, end in lines)
    headings = {number: None for number in range(len(lines) - 1) if _is_heading(text, lines, number, longest)}
    lengths = [end - start for number, (start, end) in enumerate(lines[:-1]) if number not in headings] or [0]
    even = min(lengths) >= 40 and max(lengths) <= 100 and max(lengths) - min(lengths) <= 30
    # A line that begins with a small letter goes on with the sentence of the line before.
    going_on = sum(text[start:end].lstrip()[:1].islower() for start, end in lines[1:])
    if not even and going_on * 3 < len(lines) - 1:
        yield from lines
        return
    first = 0
    for number in headings:
        if number > first:
            yield lines[first][0], lines[number - 1][1]
        yield lines[number]
        first = number + 1
    yield lines[first][0], lines[-1][1]


def _is_heading(text: str, lines: list[tuple[int, int]], number: int, longest: int) -> bool:
    """Whether a line of running text stands for itself: short, without a stop, between a sentence's end and a beginning."""
    line = text[slice(*lines[number])].strip()
    before = text[slice(*lines[number - 1])].rstrip() if number else "."
    after = text[slice(*lines[number + 1])].lstrip()
    return (
        len(line) * 5 < longest * 3
        and before[-1:] in _STOPS
        and line[-1:].isalnum()
        and line[:1].isupper()
        and not after[:1].islower()
    )


def paragraph(text: str, start: int, end: int) -> Paragraph:
    """The words, quotations and sentences of `text[start:end]`."""
    marks = pairs_in(text, start, end)
    words = Paragraph(start, end, [], [], [], [], {}, [])
    index = start
    for pair in marks:
        if pair.start < index:
            continue
        _tokenize(text, index, pair.start, words)
        words.quotes[len(words.low)] = pair
        words.starts.append(pair.start)
        words.ends.append(pair.end)
        words.low.append(QUOTE)
        words.upper.append(False)
        index = pair.end
    _tokenize(text, index, end, words)
    words.sentences = sentences(text, words)
    for index, low in enumerate(words.low):
        if low in _AS_NUMBER and words.upper[index] and index and _counts(words, index):
            words.low[index] = _AS_NUMBER[low]
        elif low in _AS_NAME and words.upper[index] and _is_name(words, index):
            words.low[index] = _AS_NAME[low]
    return words


def _is_name(words: Paragraph, index: int) -> bool:
    """Whether "May" and "Will" are parts of a name: "Theresa May", "Mrs. May", "Will Smith said"."""
    low, upper = words.low, words.upper
    if low[index] == "may":
        before = low[index - 1] if index else ""
        return before in FEMALE_NAMES or before in MALE_NAMES or before in _BEFORE_MAY
    behind = low[index + 2] if index + 2 < len(low) else "?"
    named = (
        index + 1 < len(low)
        and upper[index + 1]
        and low[index + 1].isalpha()
        and low[index + 1] not in SUBJECT_PRONOUNS
    )
    return (
        named
        and not upper[index + 2 if index + 2 < len(low) else index + 1]
        and (behind in FINITE or behind in CUES or behind == ",")
    )


def _counts(words: Paragraph, index: int) -> bool:
    """Whether the word "I" or "A" behind another one counts it: "Elizabeth I", "Panel A"."""
    low, name = words.low, index - 1
    after = low[index + 1] if index + 1 < len(low) else "."
    if not words.upper[name] or not low[name].isalpha() or words.begins_sentence(index):
        return False
    if low[index] == "a":
        return low[name] in _LETTERED
    if after in _FIRST_PERSON_VERBS or low[name] in _NO_RULERS:
        return False
    # "John Paul I" has two names in front of the number.
    two = name > 0 and words.upper[name - 1] and low[name - 1] not in _RULING | _NO_RULERS
    first = name - two
    before = low[first - 1] if first else QUOTE
    return after in _BEHIND_A_NUMBER or before in _RULING or before == QUOTE or words.begins_sentence(first)


def _tokenize(text: str, start: int, end: int, into: Paragraph) -> None:
    tokens = list(_TOKEN.finditer(text, start, end))
    words = [token[0] for token in tokens]
    starts = [token.start() for token in tokens]
    ends = [token.end() for token in tokens]
    tokens.clear()  # of a paragraph of a megabyte they take more memory than all else
    low = [word.lower() for word in words]
    upper = [word[0].isupper() for word in words]
    dropped = _drop_joined(low, starts, ends, upper) if not _JOINED.isdisjoint(low) else set()
    if "’" in text[start:end]:
        low = [word.replace("’", "'") for word in low]
    if dropped:
        kept = [index for index in range(len(low)) if index not in dropped]
        starts, ends = [starts[index] for index in kept], [ends[index] for index in kept]
        low, upper = [low[index] for index in kept], [upper[index] for index in kept]
    into.starts += starts
    into.ends += ends
    into.low += low
    into.upper += upper


def _drop_joined(low: list[str], starts: list[int], ends: list[int], upper: list[bool]) -> set[int]:
    """Joins the stop of "Mr." to its word and finds the comma of "King, Jr.,": the words that are none of their own."""
    dropped: set[int] = set()
    before = second = -1  # the word before, and the one before that, of those that are kept
    for index, word in enumerate(low):
        if word in _JOINED and before >= 0:
            named = second >= 0 and upper[second]
            if word == "," and low[before] in _GENERATIONS and named:
                dropped.add(index)
                continue
            if word == "." and ends[before] == starts[index] and _is_abbreviation(low[before], upper[before]):
                ends[before] = ends[index]  # "Mr.", "Sen."
                dropped.add(index)
                continue
            if word in _GENERATIONS and low[before] == "," and named:
                dropped.add(before)
                before = second
        before, second = index, before
    return dropped


def _is_abbreviation(low: str, upper: bool) -> bool:
    return upper and (low in _ABBREVIATED or len(low) == 1)
