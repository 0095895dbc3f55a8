"""How a passage of a draft and one place that it may come from compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.check import scope, within
from onrecord.check.expressed import polarity_of
from onrecord.check.paraphrase import Reporters, reporters
from onrecord.check.passage import Passage
from onrecord.check.texts import Copy
from onrecord.check.verdict import Kind
from onrecord.matching import Match, Span, rest
from onrecord.matching.cut import negated_in_front
from onrecord.matching.lexicon import languages_of
from onrecord.matching.sense import hangs_on, holds_negation, negated_by_affix
from onrecord.matching.sentences import rest_after, rest_before
from onrecord.model.record import record, replace
from onrecord.model.records import Quote
from onrecord.text.fold import fold
from onrecord.text.patterns import lazy
from onrecord.text.signs import ELLIPSES, MARKS


@record(kw_only=True)
class Finding:
    """A passage against one attribution (`quote`), or one stored copy alone. `text` is what was compared with; `start` and
    `end` the place in it. `sure`: the draft gives it to whom the source gives it, or to nobody. `paraphrase`: where the
    reporter's wording of what was said begins and ends, of which words in marks are a part."""

    match: Match
    citekey: str
    quote: Quote | None
    copy: Copy | None
    speaker: str | None
    speaker_id: int | None
    text: str
    kind: Kind = Kind.not_found
    why: tuple[str, ...] = ()
    sure: bool = True
    place: tuple[int, int] | None = None
    paraphrase: tuple[int, int] | None = None

    @property
    def stands(self) -> bool:
        """Whether its words stand there."""
        return self.match.verified or bool(self.match.places)

    @property
    def range(self) -> tuple[int, int] | None:
        """Where it stands, or the nearest passage."""
        if self.place is not None:
            return self.place
        chain = self.match.spans or (self.match.places[0] if self.match.places else ())
        if chain:
            return chain[0].start, chain[-1].end
        return (self.match.nearest.start, self.match.nearest.end) if self.match.nearest else None

    def of(self, kind: Kind, *why: str, sure: bool | None = None) -> Finding:
        return replace(self, kind=kind, why=why or self.why, sure=self.sure if sure is None else sure)

    def of_unsure(self, unsure: bool = True) -> Finding:
        return replace(self, sure=self.sure and not unsure)

    def at(self, start: int, end: int, speaker: str | None) -> Finding:
        return replace(self, place=(start, end), speaker=speaker)


def in_place(match: Match, quote: Quote) -> Iterator[str]:
    """What is wrong where words of a mixed quotation are quoted that are not its speaker's own."""
    if quote.form != "mixed" or not quote.spans:
        return
    own = [(span.start, span.end) for span in quote.spans if span.quoted]
    chain = match.spans or (match.places[0] if match.places else ())
    # A mark or stop may belong to either.
    if not all(any(low - 1 <= span.start and span.end <= high + 2 for low, high in own) for span in chain):
        yield f"not all of it stands in quotation marks in {quote.source.citekey}: part is the reporter’s wording"


ELLIPSIS = lazy(rf"(?:[\[(]\s*+|(?<!\s)\s++)?(?:[{ELLIPSES}]|\.\s?\.\s?\.)\s*[\])]?")


def close(finding: Finding) -> float:
    """The share of words that an altered wording has in common with the nearest passage, 0 to 1."""
    same = changed = 0
    for part in finding.match.diff:
        # What an ellipsis stands for is not missing.
        drafted = ELLIPSIS.sub("", part.given)
        length = len(drafted) if drafted != part.given else max(len(part.source), len(drafted))
        same, changed = (same + length, changed) if part.kind == "same" else (same, changed + length)
    if finding.match.diff:
        return same / max(1, same + changed)
    return 0.5 if finding.match.spans or finding.match.warnings else 0.0


def hangs_on_a_change(match: Match) -> bool:
    """Whether what differs is a negation, or a word against its opposite."""
    changes = [part for part in match.diff if part.kind != "same"]
    languages = languages_of(" ".join(part.source for part in match.diff))
    return any(
        holds_negation(part.given, languages) != holds_negation(part.source, languages)
        or (part.kind == "changed" and bool(negated_by_affix(part.given, part.source)))
        for part in changes
    )


def in_its_case(wording: str, match: Match) -> str:
    """A wording with its first letter as the source has it, where that is all that differs; else ""."""
    if not case_alone(match):
        return ""
    start = len(wording) - len(wording.lstrip(MARKS))
    return wording[:start] + wording[start : start + 1].swapcase() + wording[start + 1 :]


def case_alone(match: Match) -> bool:
    """Whether nothing differs but whether the first letter is a capital."""
    changes = [part for part in match.diff if part.kind != "same"]
    if len(changes) != 1 or changes[0] is not match.diff[0] or changes[0].kind != "changed":
        return False
    drafted, there = changes[0].given.lstrip(MARKS), changes[0].source.lstrip(MARKS)
    return drafted != there and drafted[:1].lower() == there[:1].lower() and drafted[1:] == there[1:]


# Of a sentence, on each side.
_MOST_REST = 400
_BREAKS = lazy(r"[.,;:!?…—–()\"“”„«»]")


# Words behind a passage among which a condition begins that is its own.
_SOON = 3


def negation_in_front(finding: Finding, passage: Passage) -> str:
    """The words in front of the place, in its clause, that negate it; "" where none do."""
    place = finding.range
    if place is None or (passage.joins and not passage.joins[0].startswith(passage.wording)):
        return ""
    before = _left_out(finding, place)[0]
    wording = finding.text[slice(*place)]
    if clause := negated_in_front(before, wording):
        return clause
    # "It is not true, whatever they say, that …"
    told = scope.held(before, "", wording) if before.strip() else None
    return (
        " ".join(before[told.start :].split())
        if told and told.start is not None and told.polarity == "denied"
        else ""
    )


def negated_before(finding: Finding, passage: Passage) -> str:
    """What is wrong where the words in front of the place, in its clause, negate it, and the draft leaves them out."""
    clause = negation_in_front(finding, passage)
    if not clause:
        return ""
    own = passage.clause
    if own and holds_negation(own, languages_of(own)):
        return ""
    if fold(clause).text in fold(passage.before).text:
        # The draft has these words too.
        return ""
    return f"the source has “{clause}” in front of it, which turns its sense"


# Words that leave open what follows: anywhere in front of it, or right in front.
_WHETHER = {
    "en": lazy(r"(?i)\bwhether\b|\b(?:if|unless|lest)\s*\Z"),
    "de": lazy(r"(?i)\b(?:ob|falls|wenn)\s*\Z"),
    "fr": lazy(r"(?i)\bdout\w+\s+qu(?:e|['’])\s*\Z"),
    "es": lazy(r"(?i)\bdud\w+\s+que\s*\Z"),
    "it": lazy(r"(?i)\bdubit\w+\s+che\s*\Z"),
    "pt": lazy(r"(?i)\bduvid\w+\s+que\s*\Z"),
    "nl": lazy(r"(?i)\bbetwijfel\w*\s+of\s*\Z"),
    "pl": lazy(r"(?i)\bczy\b"),
    "cs": lazy(r"(?i)\b(?:zda|zdali|jestli|pokud)\b"),
    "ru": lazy(r"(?i)\bли\b|\bесли\s*\Z"),
    "uk": lazy(r"(?i)\b(?:чи|якщо)\s*\Z"),
}
# Those that are pronouns or prepositions in a neighbouring language: Spanish "si" and "se", Italian "se" and "si".
_ALIKE = {
    "fr": lazy(r"(?i)\bsi\s*\Z|\bs['’]\s*\Z"),
    "es": lazy(r"(?i)\bsi\s*\Z"),
    "ca": lazy(r"(?i)\bsi\s*\Z"),
    "it": lazy(r"(?i)\bse\s*\Z"),
    "pt": lazy(r"(?i)\bse\s*\Z"),
    "nl": lazy(r"(?i)\bof\s*\Z"),
}


def asked_whether(finding: Finding, passage: Passage) -> str:
    """What is wrong where the source only asks whether it is so, or has it as a condition, and the draft leaves that out."""
    place = finding.range
    if place is None or (passage.joins and not passage.joins[0].startswith(passage.wording)):
        return ""
    clause = _BREAKS.split(_left_out(finding, place)[0])[-1].strip()
    languages = languages_of(finding.text[place[0] - len(clause) : place[1]])
    own = " ".join(passage.before.split()[-8:])
    if not clause or not _leaves_open(clause, languages) or _leaves_open(own, languages_of(own)):
        return ""
    return f"the source has “{clause}” in front of it, which leaves open whether it is so"


def _leaves_open(clause: str, languages: Sequence[str]) -> bool:
    if any(language in _WHETHER and _WHETHER[language].search(clause) for language in languages):
        return True
    return all(language in _ALIKE and _ALIKE[language].search(clause) for language in languages)


def framed_in(finding: Finding, passage: Passage) -> str:
    """What is wrong where the rest of the source's sentence makes the words no assertion of their speaker's."""
    if finding.range is None or passage.joins:
        return ""
    reported = _reporters(finding, finding.range) is not None
    return within.framed(*_left_out(finding, finding.range), passage.outside, reported=reported)


def cut_condition(finding: Finding, passage: Passage) -> str:
    """What is wrong where the rest of the source's sentence, which the draft leaves out, has a word on which the sense may
    hang: a condition, a reservation."""
    place = finding.range
    if place is None or passage.joins:
        return ""
    before, after = _left_out(finding, place)
    wording = finding.text[slice(*place)]
    languages = languages_of(wording)
    own = hangs_on(passage.outside, languages)
    told = scope.condition_around(before, after, wording)
    if told is not None:
        conditions = [told] if told and told.lower() not in passage.outside.lower() else []
    else:
        # Of its own clause, what goes on right behind it: in front of it stand subjects and auxiliary verbs.
        before = before[: len(before) - len(_BREAKS.split(before)[-1])]
        after = " ".join(after.split()[:_SOON])
        conditions = [
            word for word in (*hangs_on(before, languages), *hangs_on(after, languages)) if word not in own
        ]
    if not conditions:
        return ""
    return f"the rest of its sentence is left out, and the sense may hang on “{conditions[0]}” there"


def inside_paraphrase(finding: Finding, passage: Passage, polarity: str) -> str:
    """What the speaker does with words in marks that are a part of a paraphrase, which has `polarity` as a whole: "he had never
    said “…”" is asserted, and what stands in its marks is not. A draft that has the negation too tells it as the source does."""
    place = finding.range
    around = _reporters(finding, place) if place is not None and polarity in ("asserted", "asked") else None
    if place is None or around is None or not around.before.strip():
        return polarity
    told = polarity_of(around.outside, around.before, around.after, finding.text[slice(*place)])
    own = passage.clause
    kept = passage.polarity == "asserted" and own and holds_negation(own, languages_of(own))
    return polarity if kept or told == "asserted" else told


def _reporters(finding: Finding, place: tuple[int, int]) -> Reporters | None:
    return reporters(finding.text, finding.paraphrase, place) if finding.paraphrase else None


def _left_out(finding: Finding, place: tuple[int, int]) -> tuple[str, str]:
    """What of the source's sentence stands in front of a place, and behind it, in the same quotation, or the same paraphrase."""
    start, end = place
    ended = finding.text[end - 1 : end] in (".", "!", "?")
    around = _reporters(finding, place)
    if around is not None:
        first, last = around.inside
        before = finding.text[rest_before(finding.text, start, first) : start]
        whole = len(before.strip()) == len(finding.text[first:start].strip())
        behind = "" if ended else finding.text[end : rest_after(finding.text, end, last)]
        goes_on = not ended and len(behind.strip()) == len(finding.text[end:last].strip())
        return (
            f"{around.before} {before}" if whole else before,
            f"{behind} {around.after}" if goes_on else behind,
        )
    if finding.copy is not None:
        speech = finding.copy.ready.speech
        return rest.before(speech, start), "" if ended else rest.after(speech, Span(start, end))
    low, high = max(0, start - _MOST_REST), min(len(finding.text), end + _MOST_REST)
    first, last = rest_before(finding.text, start, low), rest_after(finding.text, end, high)
    return finding.text[first:start], "" if ended else finding.text[end:last]


def doubts_of(quote: Quote, copy: Copy | None) -> Iterator[str]:
    """What the record itself has against a quotation."""
    if quote.status != "sourced":
        yield f"{quote.status}: {quote.status_reason}"
    if quote.rank == "deprecated":
        yield f"deprecated: {quote.rank_reason}"
    if quote.form == "indirect":
        yield f"{quote.source.citekey} gives it in indirect speech: these are not the speaker’s own words"
    if copy is not None and not copy.intact:
        yield "the stored copy is no longer the text that was hashed: its database was tampered with"
    if copy is None and quote.failed:
        yield "its recorded wording failed verification"


def beside(copy: Copy, start: int, end: int, speaker: str, passage: Passage) -> Iterator[str]:
    """What of the sentence around a quotation the draft has otherwise: that it is quoted, or when it was said."""
    outside, before, after = copy.sentence(start, end)
    if passage.outside.strip() and within.quotes_another(before, after, passage.outside):
        yield f"{speaker} quotes these words there: see whose they are"
    if dated := within.other_year(outside, passage.outside):
        yield dated
    if copy.is_headline(start):
        yield "it stands in the headline, whose words are its editor’s"
