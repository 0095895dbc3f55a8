"""What is said without quotation marks, in languages that are read by patterns: whole sentences against the table's `clauses`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from onrecord.extract.abroad import filling, patterns
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon, lexicon
from onrecord.extract.abroad.told import Told
from onrecord.text.patterns import lazy

Range = tuple[int, int]

# A quotation is one letter of no script here, as often as it is long, so that places stay the same.
QUOTED = "\ue000"
# Behind "X “…” derken," somebody else speaks, in Turkish.
_STOPS = lazy("[。！？\n]+|\\bderken,(?=\\s)|(?<=[^\\d\\s.])[.!?؟]+(?=\\s|$)|[!?؟](?=\\s|$)")
# Verbs of rebutting: the particle in front tells what is said against something from what it is said against.
_REBUTS = lazy("反論|反駁|一蹴|반박|일축")
_QUOTATIVE = lazy("(?:など)?と\\Z|(?:이?라)?고\\s*\\Z")
_LONGEST = 240
_SURE = {"clause": 0.7, "according to": 0.7}


def reports_of(text: str, words: Laid, known: Lexicon) -> list[Told]:
    """What the sentences of a paragraph give as said in other words, each with whoever is named in it."""
    reports: list[Told] = []
    vowelled = filling.is_vowelled(text, words.start, words.end, known)
    for start, sentence in _sentences(text, words, patterns.body_start(text, words, known)):
        for pattern in _patterns(known.code, vowelled):
            match = pattern.match(sentence)
            if match is None or match["said"][:1] == QUOTED or not _speaks(match["said"]):
                continue
            report = _told(text, words, known, match, start)
            if report is not None:
                reports.append(_inner(text, words, known, report, match, start) or report)
                break
    return reports


def _inner(
    text: str, words: Laid, known: Lexicon, outer: Told, match: re.Match[str], start: int
) -> Told | None:
    """What somebody says in the words that are passed on: "据潮汐社报道，王立表示……"."""
    if outer.frame != "according to" or outer.speaker is None:
        return None
    for pattern in _patterns(known.code, filling.is_vowelled(text, words.start, words.end, known)):
        inside = None if "by" in pattern.groupindex else pattern.match(match["said"])
        if inside is None or inside["said"][:1] == QUOTED or not _speaks(inside["said"]):
            continue
        report = _told(text, words, known, inside, start + match.start("said"))
        if report is not None and report.speaker is not None:
            report.passed_on_by = outer
            return report
    return None


def _speaks(said: str) -> bool:
    return any(character.isalnum() for character in said.replace(QUOTED, ""))


def _told(text: str, words: Laid, known: Lexicon, match: re.Match[str], start: int) -> Told | None:
    piece = _words_in(words, *_moved(match.span("said"), start))
    cue = patterns.words_at(words, *_moved(_with_particle(match), start))
    if piece is None or cue is None:
        return None
    frame = "according to" if "by" in match.re.groupindex else "clause"
    report = Told([piece], None, cue, frame, _SURE[frame], language=known.code)
    return (
        report
        if patterns.name_speaker(text, words, known, report, _moved(match.span("name"), start))
        else None
    )


def _with_particle(match: re.Match[str]) -> Range:
    """The cue, with the particle in front that makes what is said the speaker's own words: "と反論した", "고 반박했다"."""
    begin, end = match.span("cue")
    if not _REBUTS.match(match["cue"]):
        return begin, end
    particle = _QUOTATIVE.search(match.string[match.end("said") : begin])
    return (match.end("said") + particle.start() if particle else begin), end


def _moved(span: Range, by: int) -> Range:
    return span[0] + by, span[1] + by


def _words_in(words: Laid, start: int, end: int) -> Range | None:
    """The words of a stretch of the text; None where there are none."""
    first, last = bisect_left(words.starts, start), bisect_right(words.ends, end)
    return (first, last) if first < last else None


def _sentences(text: str, words: Laid, begin: int) -> Iterator[tuple[int, str]]:
    """Each sentence with its place, without white space around it and the stop behind it."""
    parts, offset = [], begin
    for place in sorted(words.quotes):
        pair = words.quotes[place]
        if pair.start < offset:
            continue
        parts += [text[offset : pair.start], QUOTED * (pair.end - pair.start)]
        offset = pair.end
    masked = "".join([*parts, text[offset : words.end]])
    offset = 0
    for stop in (*_STOPS.finditer(masked), None):
        end = stop.start() if stop else len(masked)
        sentence = masked[offset:end]
        bare_sentence = sentence.lstrip(" \t　" + QUOTED if sentence[:1] == QUOTED else " \t　")
        if 0 < len(bare_sentence) <= _LONGEST:
            yield begin + end - len(bare_sentence), bare_sentence.rstrip()
        offset = stop.end() if stop else end


@cache
def _patterns(code: str, vowelled: bool) -> tuple[re.Pattern[str], ...]:
    """The clauses of a language as they are looked for."""
    table = lexicon(code).table
    return tuple(
        [re.compile(filling.filled(entry, table, vowelled=vowelled) + r"\Z") for entry in table.clauses]
    )
