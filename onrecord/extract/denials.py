"""What the clause around a cue expresses: that somebody says something, denies it, does not say it, or asks it."""

from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.sentence import Report
from onrecord.extract.settled import DISOWNED
from onrecord.extract.words import DASHES, NEGATIONS
from onrecord.text import polarity
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Reading
from onrecord.text.polarity.reader import Lexicon

Range = tuple[int, int]

_ENDS_CLAUSE = frozenset(",;:()[]，；：（）") | DASHES | {QUOTE}
# What joins two clauses, so that a negation in one says nothing of the other.
JOINS = frozenset(
    "und aber sondern indem wobei woraufhin et mais y e pero ed ma mas maar en waarbij terwijl och men og ale i а и но й та але".split()
)
_JOINS = {"en": frozenset(["and", "but"]), "elsewhere": JOINS - {"i"}}
# How many words of what is said are looked at, for what begins in them: "said nothing", "denied access".
_AHEAD = 6
_LONGEST_BEFORE, _LONGEST_BEHIND = 40, 8
_TOLD_CLAUSE = frozenset(["that", "clause", "question", "colon", "tag", "inverted"])
_NO_CLAUSE = frozenset(["object", "infinitive", "urging", "naming"])
# "… was quoted by no one as saying": who said it is said by nobody.
_BY_NOBODY = lazy(r"(?i)\b(?:by|to) (?:no[- ]?one|nobody|none of|neither|no (?!longer|means)\w+)\b")
_YET = frozenset(["will", "shall", "'ll", "’ll"])
_RELATIVE = frozenset(["who", "which", "that", "whose", "whom"])
_MYSELF = frozenset(["i", "we"])
_ALREADY = frozenset("later then eventually on afterwards subsequently".split())
# What would be said is no statement that was made, as often as not.
_WOULD_BE = 0.5
# "… what experts describe as", within what is said, is told by the reporter.
_ASIDE = frozenset("what which as who than".split())
# "No. 10" and "No 10" are somebody.
_NUMBERED = lazy(r"(?i)No\.?\s*\d")


def languages_of(words: Paragraph, report: Report) -> tuple[str, ...]:
    """The language of a paragraph."""
    return (words.code,) if words.code in polarity.LANGUAGES else ("en",)


def reading(text: str, words: Paragraph, report: Report) -> Reading:
    """What the clause around the cue of a report expresses; places are those of the text."""
    codes = languages_of(words, report)
    expressed: Reading | None = None
    for code in codes:
        expressed = _read(text, words, report, polarity.lexicon(code), "en" if code == "en" else "elsewhere")
        if expressed.polarity != "asserted":
            break
    assert expressed is not None
    return expressed


def _read(text: str, words: Paragraph, report: Report, lexicon: Lexicon, joins: str) -> Reading:
    low, high = words.sentence_at(report.cue[0])
    first = _first(words, report.cue[0], low, _JOINS[joins])
    if first > low and lexicon.that.match(f" {words.low[first]} ", 1):
        # The clause depends on the one before it: "Es stimmt nicht, dass sie sagte: …"
        first = _first(words, max(low, first - 1), low, _JOINS[joins])
    behind = [piece for piece in report.pieces if piece[0] >= report.cue[1]]
    if behind:
        content = min(behind)[0]
        last = _up_to_quotation(words, content, min(content + _AHEAD, max(piece[1] for piece in behind)))
        limit = words.starts[content]
    else:
        last = _last(words, report.cue[1], min(high, report.cue[1] + _LONGEST_BEHIND))
        limit = words.ends[last - 1]
    start, end = words.starts[first], words.ends[last - 1]
    cue = words.range_of(report.cue)
    content = min(behind, default=report.cue)[0]
    # Before "…, she asked" stands a question, whatever it begins with.
    wording = text[words.starts[content] : words.ends[min(content + _AHEAD, high) - 1]] if behind else None
    told = lexicon.read(
        text[start:end], (cue[0] - start, cue[1] - start), wording=wording, limit=limit - start
    )
    if report.frame == DISOWNED or (report.frame == "according to" and words.low[report.cue[0]] == "not"):
        return Reading("denied", False, *cue)
    if told.polarity == "asserted" and report.cue[1] - report.cue[0] > 2:
        # A clause of its own: "said she could not confirm".
        alone = lexicon.read(text[cue[0] : cue[1]])
        return Reading(alone.polarity, alone.of_saying, alone.start + cue[0], alone.end + cue[0])
    if (
        told.polarity == "asserted"
        and joins == "en"
        and _BY_NOBODY.search(text, _behind_speaker(words, report), cue[1])
    ):
        return Reading("not_said", True, *cue)
    if told.polarity == "asserted" and _is_negated_before_aside(words, report.cue[0], low):
        return Reading("not_said", True, *cue)
    return Reading(told.polarity, told.of_saying, told.start + start, told.end + start)


def _behind_speaker(words: Paragraph, report: Report) -> int:
    """Where the words begin that stand between the speaker and the cue; the cue itself where the speaker is behind it."""
    before = report.speaker is not None and report.speaker[1] <= report.cue[0]
    return words.ends[report.speaker[1] - 1] if report.speaker and before else words.starts[report.cue[0]]


def is_yet_to_be_said(words: Paragraph, report: Report) -> bool:
    """Whether it is still to be said: "will say on Monday", "is going to tell". "I will say that …" says it."""
    if report.speaker is not None and words.low[report.speaker[0]] in _MYSELF:
        return False
    before = _auxiliaries(words, report)
    going = report.speaker is not None and words.low[report.speaker[0]] == "going"
    return going or not _YET.isdisjoint(before) or " going to " in f" {' '.join(before)} "


def weaken(words: Paragraph, report: Report) -> None:
    """Makes a report of what somebody "would say" no more than a guess; "would later say" tells of the past."""
    before = _auxiliaries(words, report)
    if "would" in before and _ALREADY.isdisjoint(before):
        report.confidence = min(report.confidence, _WOULD_BE)


def _auxiliaries(words: Paragraph, report: Report) -> list[str]:
    """The words between the speaker and the end of the cue, "has", "will not"; those of a clause of their own are none, and "Will" is a name."""
    if report.speaker is None or report.speaker[1] > report.cue[0]:
        return []
    first = _first(words, report.cue[0], report.speaker[1], _JOINS["en"])
    between = [words.low[place] for place in range(first, report.cue[1]) if not words.upper[place]]
    return between if _RELATIVE.isdisjoint(between) else []


def _is_negated_before_aside(words: Paragraph, index: int, low: int) -> bool:
    """ "had not, she stressed, said that …": the clause between the commas does not part the negation from its verb."""
    if index - 1 <= low or words.low[index - 1] != ",":
        return False
    for back in range(index - 2, max(low, index - _LONGEST_BEHIND), -1):
        if words.low[back] == ",":
            return words.low[back - 1] in NEGATIONS
        if words.low[back] in _ENDS_CLAUSE:
            return False
    return False


def _first(words: Paragraph, index: int, low: int, joins: frozenset[str]) -> int:
    """Where the clause begins that word `index` stands in."""
    low = max(low, index - _LONGEST_BEFORE)
    while index > low and words.low[index - 1] not in _ENDS_CLAUSE and words.low[index - 1] not in joins:
        index -= 1
    return index


def _last(words: Paragraph, index: int, high: int) -> int:
    """Where the clause ends that goes on at word `index`."""
    while index < high and words.low[index] not in _ENDS_CLAUSE and words.low[index] not in ".!?…":
        index += 1
    return index


def _up_to_quotation(words: Paragraph, first: int, last: int) -> int:
    return next((index for index in range(first, last) if words.low[index] == QUOTE), last)


def is_nobody(text: str, words: Paragraph, report: Report) -> bool:
    """Whether it is told that nobody said something: "no minister", "none of the pilots", "few people"."""
    if report.speaker is None:
        return False
    start, end = words.range_of(report.speaker)
    who = text[start:end]
    if _NUMBERED.match(who):
        return False
    for code in languages_of(words, report):
        lexicon = polarity.lexicon(code)
        if not lexicon.may_be_nobody(who):
            continue
        line = lexicon.line(who).text
        match = lexicon.nobody.match(line, 1)
        if match is not None and not lexicon.affirming.match(line, 1):
            return True
    return False


def may_be_told(report: Report) -> bool:
    """Whether a report is worth telling: what is not said only where it is a clause, a question or a quotation."""
    if report.doubted and (report.reading is None or report.reading.polarity == "asserted"):
        return False
    return report.reading is None or report.reading.polarity != "not_said" or report.frame not in _NO_CLAUSE


def pass_on(words: Paragraph, reports: list[Report]) -> None:
    """Let whoever speaks within what somebody else of the sentence denies, does not say or asks express just that."""
    by_sentence: dict[int, list[Report]] = {}
    for report in reports:
        by_sentence.setdefault(words.sentence_index(report.cue[0]), []).append(report)
    for together in by_sentence.values():
        for outer in together:
            told = outer.frame in _TOLD_CLAUSE
            if told and outer.reading is not None and outer.reading.polarity != "asserted":
                for inner in together:
                    _pass_on(words, inner, outer, outer.reading)


def _pass_on(words: Paragraph, inner: Report, outer: Report, denied: Reading) -> None:
    if inner is outer or inner.reading is None or inner.reading.polarity != "asserted":
        return
    aside = inner.speaker is not None and words.low[inner.speaker[0] - 1] in _ASIDE
    if not aside and any(first <= inner.cue[0] < last for first, last in outer.pieces):
        inner.reading = Reading(denied.polarity, True, inner.reading.start, inner.reading.end)
