"""Paragraphs, quotations and sentences of a text, as words that rules can walk over.

A quotation is one word here (`QUOTE`): what stands inside it never misleads what is looked for outside.
"""

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.extract.lexicon import CUES
from onrecord.extract.people import NOT_NAMES
from onrecord.extract.words import FINITE, SUBJECT_PRONOUNS
from onrecord.model.record import mutable
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.marks import Pair, pairs_in
from onrecord.text.patterns import lazy

QUOTE = "“”"

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
_STATES = frozenset(
    "ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb. nev. "
    "okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo.".split()
)
# After these a sentence may well end: "… in Seattle, Wash. The …"; with titles it cannot.
_TITLES = frozenset(
    "mr mrs ms dr prof st rep reps sen sens gov govs gen lt col sgt maj capt cmdr adm rev hon vs".split()
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
_DATELINE_ENDS = frozenset(["-", "–", "—", "--", "―"])
_LONGEST_DATELINE = 14
# Longer ones are lists and texts without stops; cutting them keeps the cost of looking ahead linear.
_LONGEST_SENTENCE = 400
_BLANK_LINE = lazy(r"\n[^\S\n]*\n\s*")
_LINE = lazy(r"[^\n]+")


@mutable
class Paragraph:
    """A paragraph's words in parallel lists, and its sentences as ranges of words.

    `starts` and `ends` are code points into the text; `low` holds the words in lower case, `QUOTE` for a
    quotation, whose pair of marks `quotes` gives by the index of its word.
    """

    start: int
    end: int
    starts: list[int]
    ends: list[int]
    low: list[str]
    upper: list[bool]
    quotes: dict[int, Pair]
    sentences: list[tuple[int, int]]

    @property
    def code(self) -> str:
        """The language, as two letters."""
        return "en"

    def __len__(self) -> int:
        return len(self.low)

    def range_of(self, part: tuple[int, int]) -> tuple[int, int]:
        """A range of words as a range of the text."""
        return self.starts[part[0]], self.ends[part[1] - 1]

    def sentence_index(self, at: int) -> int:
        """Which sentence the word at index `at` belongs to."""
        return bisect_right(self.sentences, at, key=lambda sentence: sentence[0]) - 1

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence that the word at index `at` belongs to, as a range of words."""
        return self.sentences[self.sentence_index(at)]

    def begins_sentence(self, at: int) -> bool:
        """Whether a sentence begins with the word at index `at`."""
        return self.sentence_at(at)[0] == at


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines, and the lines of a block unless it is running text broken at a margin."""
    at = 0
    separators = [found.span() for found in _BLANK_LINE.finditer(text)]
    for begin, end in [*separators, (len(text), len(text))]:
        if at < begin:
            yield from _lines(text, at, begin)
        at = end


def _lines(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    lines = [
        found.span() for found in _LINE.finditer(text, low, high) if not text[slice(*found.span())].isspace()
    ]
    if len(lines) < 2:
        yield from lines
        return
    longest = max(end - start for start, end in lines)
    headings = {at: None for at in range(len(lines) - 1) if _is_heading(text, lines, at, longest)}
    lengths = [end - start for at, (start, end) in enumerate(lines[:-1]) if at not in headings] or [0]
    even = min(lengths) >= 40 and max(lengths) <= 100 and max(lengths) - min(lengths) <= 30
    # A line that begins with a small letter goes on with the sentence of the line before.
    going_on = sum(text[start:end].lstrip()[:1].islower() for start, end in lines[1:])
    if not even and going_on * 3 < len(lines) - 1:
        yield from lines
        return
    first = 0
    for at in headings:
        if at > first:
            yield lines[first][0], lines[at - 1][1]
        yield lines[at]
        first = at + 1
    yield lines[first][0], lines[-1][1]


def _is_heading(text: str, lines: list[tuple[int, int]], at: int, longest: int) -> bool:
    """Whether a line of running text stands for itself: short, without a stop, between a sentence's end and a beginning."""
    line = text[slice(*lines[at])].strip()
    before = text[slice(*lines[at - 1])].rstrip() if at else "."
    after = text[slice(*lines[at + 1])].lstrip()
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
    found = Paragraph(start, end, [], [], [], [], {}, [])
    at = start
    for pair in marks:
        if pair.start < at:
            continue
        _tokenize(text, at, pair.start, found)
        found.quotes[len(found.low)] = pair
        found.starts.append(pair.start)
        found.ends.append(pair.end)
        found.low.append(QUOTE)
        found.upper.append(False)
        at = pair.end
    _tokenize(text, at, end, found)
    found.sentences = _sentences(text, found)
    for at, low in enumerate(found.low):
        if low in _AS_NUMBER and found.upper[at] and at and _counts(found, at):
            found.low[at] = _AS_NUMBER[low]
        elif low in _AS_NAME and found.upper[at] and _is_name(found, at):
            found.low[at] = _AS_NAME[low]
    return found


def _is_name(words: Paragraph, at: int) -> bool:
    """Whether "May" and "Will" are parts of a name: "Theresa May", "Mrs. May", "Will Smith said"."""
    low, upper = words.low, words.upper
    if low[at] == "may":
        before = low[at - 1] if at else ""
        return before in FEMALE_NAMES or before in MALE_NAMES or before in _BEFORE_MAY
    behind = low[at + 2] if at + 2 < len(low) else "?"
    named = (
        at + 1 < len(low) and upper[at + 1] and low[at + 1].isalpha() and low[at + 1] not in SUBJECT_PRONOUNS
    )
    return (
        named
        and not upper[at + 2 if at + 2 < len(low) else at + 1]
        and (behind in FINITE or behind in CUES or behind == ",")
    )


def _counts(words: Paragraph, at: int) -> bool:
    """Whether the word "I" or "A" behind another one counts it: "Elizabeth I", "Panel A"."""
    low, name = words.low, at - 1
    after = low[at + 1] if at + 1 < len(low) else "."
    if not words.upper[name] or not low[name].isalpha() or words.begins_sentence(at):
        return False
    if low[at] == "a":
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
    low = [word.lower() for word in words]
    starts = [token.start() for token in tokens]
    ends = [token.end() for token in tokens]
    upper = [word[0].isupper() for word in words]
    dropped = _drop_joined(low, starts, ends, upper) if not _JOINED.isdisjoint(low) else set()
    if "’" in text[start:end]:
        low = [word.replace("’", "'") for word in low]
    if dropped:
        kept = [at for at in range(len(low)) if at not in dropped]
        starts, ends = [starts[at] for at in kept], [ends[at] for at in kept]
        low, upper = [low[at] for at in kept], [upper[at] for at in kept]
    into.starts += starts
    into.ends += ends
    into.low += low
    into.upper += upper


def _drop_joined(low: list[str], starts: list[int], ends: list[int], upper: list[bool]) -> set[int]:
    """Joins the stop of "Mr." to its word and finds the comma of "King, Jr.,": the words that are none of their own."""
    dropped: set[int] = set()
    before = second = -1  # the word before, and the one before that, of those that are kept
    for at, word in enumerate(low):
        if word in _JOINED and before >= 0:
            named = second >= 0 and upper[second]
            if word == "," and low[before] in _GENERATIONS and named:
                dropped.add(at)
                continue
            if word == "." and ends[before] == starts[at] and _is_abbreviation(low[before], upper[before]):
                ends[before] = ends[at]  # "Mr.", "Sen."
                dropped.add(at)
                continue
            if word in _GENERATIONS and low[before] == "," and named:
                dropped.add(before)
                before = second
        before, second = at, before
    return dropped


def _is_abbreviation(low: str, upper: bool) -> bool:
    return upper and (low in _ABBREVIATED or len(low) == 1)


def _sentences(text: str, words: Paragraph) -> list[tuple[int, int]]:
    low, count = words.low, len(words.low)
    found: list[tuple[int, int]] = []
    first = _past_dateline(text, words)
    if first:
        found.append((0, first))
    for at in range(first, count):
        if low[at] == QUOTE:
            ends = _quote_ends_sentence(text, words, at)
        elif low[at] in _ENDS:
            ends = at + 1 == count or _may_begin(words, at + 1)
            # A closing bracket or quotation mark belongs to the sentence before it.
            if ends and at + 1 < count and low[at + 1] in ")]":
                continue
        elif low[at] in ")]" and at and low[at - 1] in _ENDS:
            ends = low[first] in "([" and (at + 1 == count or _may_begin(words, at + 1))
        else:
            ends = (
                at + 1 < count
                and text[words.ends[at] - 1] == "."
                and low[at] not in _TITLES
                and _begins_behind_abbreviation(text, words, at + 1)
            )
        if ends or at - first >= _LONGEST_SENTENCE:
            found.append((first, at + 1))
            first = at + 1
    if first < count:
        found.append((first, count))
    return found


def _past_dateline(text: str, words: Paragraph) -> int:
    """Behind "HEMPSTEAD, N.Y., Sept. 26 (UPI) —" at the head of a paragraph; 0 if there is none."""
    if not words.low or len(words.low[0]) < 3:
        return 0
    if not text[words.starts[0] : words.ends[0]].isupper():
        return _past_agency(text, words)
    for at in range(1, min(_LONGEST_DATELINE, len(words) - 1)):
        if words.low[at] in _DATELINE_ENDS:
            return at + 1
        if words.low[at] == QUOTE or words.low[at] in _ENDS or words.low[at] == ":":
            return 0
    return 0


def _past_agency(text: str, words: Paragraph) -> int:
    """Behind "Oslo (dpa) –", "New York, N.Y. (AP) —"; 0 where no agency stands between a place and a dash."""
    opens = next(
        (at for at in range(1, min(_LONGEST_DATELINE, len(words) - 3)) if words.low[at] == "("), None
    )
    if opens is None or not all(words.upper[at] or words.low[at] == "," for at in range(opens)):
        return 0
    closes = next(
        (at for at in range(opens + 2, min(opens + 6, len(words) - 1)) if words.low[at] == ")"), None
    )
    if closes is None or words.low[closes + 1] not in _DATELINE_ENDS:
        return 0
    return closes + 2


def _may_begin(words: Paragraph, at: int) -> bool:
    return (
        words.upper[at]
        or words.low[at] == QUOTE
        or words.low[at][0].isdigit()
        or words.low[at] in "([—–--•*“”\"'‘«"
        or not words.low[at][0].isascii()
    )


_STARTERS = frozenset(
    "the a an in on at he she it they we i this that these those and but if when while for as his her their its our "
    "according after before with no not there what who nobody everybody somebody everyone someone anyone some many most "
    "all both several another such then now still yet so because since although though unless until once only even also "
    "however meanwhile later earlier last next here how why which whose nor".split()
)


def _begins_behind_abbreviation(text: str, words: Paragraph, at: int) -> bool:
    """Whether a sentence begins with word `at` behind "U.S.", "Fla.": with a function word, with a quotation that is a
    sentence, or, behind ", Fla.", with any capital."""
    if words.low[at] == QUOTE:
        inside = text[slice(*words.quotes[at].inside)].split()
        return len(inside) > 2 and inside[0][:1].isupper()
    if not words.upper[at]:
        return False
    if words.low[at] in _STARTERS:
        return True
    state = words.low[at - 1]
    return (
        at > 2
        and words.low[at - 2] == ","
        and words.upper[at - 3]
        and (state in _STATES or (len(state) == 4 and state[1::2] == ".."))
    )


def _quote_ends_sentence(text: str, words: Paragraph, at: int) -> bool:
    """Whether a sentence ends with the quotation: it closes with a stop, and no "she said" belongs to it."""
    if at + 1 == len(words):
        return False
    inside = text[words.quotes[at].inside[0] : words.quotes[at].inside[1]].rstrip(" ’'”\"")
    if not inside or inside[-1] not in _ENDS:
        return False
    after = at + 1
    if not (words.upper[after] or words.low[after] == QUOTE or not words.low[after][0].isalnum()):
        return False
    if words.low[after] in ",;:—–--)]-" or words.low[after] in _ENDS:
        return False
    if inside[-1] == "." and not inside.endswith("..."):
        return True
    return not _tag_follows(words, after)


def _tag_follows(words: Paragraph, after: int) -> bool:
    """Whether "Trump asked", "the minister said": a short subject with a cue of quoting comes next."""
    from onrecord.extract.lexicon import TAGS

    for at in range(after, min(after + 8, len(words))):
        low = words.low[at]
        if low in _ENDS or low in (QUOTE, "that"):
            return False
        if low.endswith("ed") and not words.upper[at] and at > after and low not in TAGS:
            return at + 1 == len(words) or words.low[at + 1] in _ENDS  # “…!” Ann Lee emailed.
        if low in TAGS and at > after:
            return (
                at + 1 == len(words)
                or words.low[at + 1] in _ENDS
                or words.low[at + 1] in (",", ":", "in", "on", "at", "during", "of", "to")
            )
    return False
