"""Who speaks, without words of the clause of saying that rules about word order took along: "Lund never said"."""

import re
from functools import cache

from onrecord.extract import denials, phrases
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.sentence import Report
from onrecord.extract.words import ADVERBS, DETERMINERS
from onrecord.text import polarity

Range = tuple[int, int]

# Nobody is named by what these begin; where the verb comes second, who speaks stands behind it.
_BEFORE_VERB = frozenset(
    "auf nach in im am an bei beim vor mit zum zur ohne trotz während bevor nicht gestern heute später dann danach "
    "na op bij met zonder tijdens ondanks voor niet gisteren vandaag later daarna toen "
    "på efter i vid med utan under före inte igår idag senare sedan uden ved før ikke uten etter "
    "à après dans en avec sans malgré pendant avant hier non dopo con senza durante prima ieri "
    "tras después con sin durante antes ayer no após depois com sem antes ontem não "
    "po w na przed bez z podczas nie wczoraj после в на перед без с во не вчера після у без перед з під учора".split()
)
_JOINS = frozenset("und aber et mais y e pero ed ma mas maar en och men og ale a i и но а і й та але".split())


def trimmed(text: str, words: Paragraph, report: Report) -> Range | None:
    """The words of `report.speaker` that name somebody; None where they are none and nobody stands behind the cue."""
    if report.speaker is None:
        return None
    first, last = report.speaker
    codes = denials.languages_of(words, report)
    if report.reading is not None and report.reading.polarity != "asserted":
        last = _before(words, first, last, report.reading.start)
    if codes == ("en",):
        # "Lund regretted (having said …)": after a name that is a verb.
        first = _past_time(words, _past_shouting(text, words, first, last), last)
        behind_name = last - first > 1 and words.upper[last - 2] and not words.upper[last - 1]
        return first, last - 1 if behind_name and words.low[last - 1].endswith("ed") else last
    if words.low[first] in _BEFORE_VERB and (last <= report.cue[0] or not any(words.upper[first:last])):
        return _behind(words, report) or _past_affirming(text, words, (first, last), codes)
    last = without_tail(words, first, last)
    while last - 1 > first and not words.upper[last - 1] and _is_of_cue(words, first, last, text, codes):
        last -= 1
    return first, last


_MOODS = ("ED", "ING", "OUS", "FUL", "KEN", "LESS")
_LEAST_MOOD = 6


def _past_shouting(text: str, words: Paragraph, first: int, last: int) -> int:
    """Where a name begins behind a word that a tabloid shouts: "HEARTBROKEN Ann Lee"."""
    shouted = text[words.starts[first] : words.ends[first]]
    is_mood = shouted.isupper() and len(shouted) >= _LEAST_MOOD and shouted.endswith(_MOODS)
    return (
        first + 1
        if first + 1 < last
        and is_mood
        and not text[words.starts[first + 1] : words.ends[first + 1]].isupper()
        else first
    )


_SPANS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades".split()
)


def _past_time(words: Paragraph, first: int, last: int) -> int:
    """Where a name begins behind what tells when: "Two weeks ago Tesco", "Last week Ann Lee"."""
    low = words.low
    for index in range(first, min(first + 3, last - 1)):
        if low[index] in _SPANS and not words.upper[index] and index > first:
            behind = index + 1 + (low[index + 1] in ("ago", "later", "earlier"))
            return behind if behind < last and (words.upper[behind] or low[behind] in DETERMINERS) else first
    return first


# What stands behind a name and tells where, in what or when it is said: "Anna Keller auf Twitter", "Ann Lee in a letter".
_BEHIND_NAME = frozenset(
    "on in at during via through after before by when while to "
    "auf im beim bei vor gegenüber während nach in am "
    "dans sur lors devant durante ante durante nel nella sul su em na no op tijdens tegen "
    "w podczas dla в на во перед у під під час на".split()
)


def without_tail(words: Paragraph, first: int, last: int) -> int:
    """Where the name of a person ends that begins the words, without a tail such as "on Twitter"."""
    return next(
        (
            index
            for index in range(first + 1, last)
            if words.upper[index - 1] and words.low[index] in _BEHIND_NAME
        ),
        last,
    )


def _before(words: Paragraph, first: int, last: int, start: int) -> int:
    """Where the name ends before the words from `start` on, which deny: "Lund flatly denied"."""
    if start <= words.starts[first]:
        return last
    end = next((index for index in range(first + 1, last) if words.starts[index] >= start), last)
    while (
        end < last and end - 1 > first and (words.low[end - 1] in ADVERBS or words.low[end - 1][-2:] == "ly")
    ):
        end -= 1
    return end


def _is_of_cue(words: Paragraph, first: int, last: int, text: str, codes: tuple[str, ...]) -> bool:
    """Whether the last word negates the verb, or stands between a negation and it."""
    if words.low[last - 1] in _JOINS:
        return True
    tail = text[words.starts[first + 1] : words.ends[last - 1]]
    return any(_tail(code).search(polarity.lexicon(code).line(tail).text) for code in codes)


@cache
def _tail(code: str) -> re.Pattern[str]:
    lexicon = polarity.lexicon(code)
    every = (lexicon.affirming, lexicon.negations, lexicon.nobody, lexicon.between)
    return re.compile("|".join(rf"(?:{pattern.pattern}) \Z" for pattern in every))


def _past_affirming(text: str, words: Paragraph, who: Range, codes: tuple[str, ...]) -> Range | None:
    """Past "Não só" of "Não só Ann Lund"."""
    first, last = who
    for index in range(last - 1, first, -1):
        head = text[words.starts[first] : words.ends[index - 1]]
        for lexicon in map(polarity.lexicon, codes):
            line = lexicon.line(head).text
            match = lexicon.affirming.match(line, 1)
            if words.upper[index] and match is not None and match.end() == len(line) - 1:
                return index, last
    return None


def _behind(words: Paragraph, report: Report) -> Range | None:
    """Who stands right behind the cue: "Nicht ohne Stolz sagte Ann Lund: …"."""
    index = report.cue[1]
    pieces = [piece[0] for piece in report.pieces if piece[0] >= index]
    end = min(pieces, default=index)
    if index >= end or words.low[index] == QUOTE or not words.upper[index]:
        return None
    return phrases.after(words, index, end)
