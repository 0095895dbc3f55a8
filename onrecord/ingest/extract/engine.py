"""From a text to proposals, by rules: sentences, cues, quotations that go on, and who everybody is."""

from dataclasses import dataclass, field

from onrecord.ingest.extract import frames, layout, quotations
from onrecord.ingest.extract.cast import Cast
from onrecord.ingest.extract.dates import Dates
from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.proposal import Form, Hop, Mention, Proposal
from onrecord.ingest.extract.resolve import Resolved, Resolver, Spoken
from onrecord.ingest.extract.sentence import Report

Range = tuple[int, int]

_REASONS = {
    "tag": "a clause of saying beside it",
    "inverted": "a clause of saying beside it",
    "clause": "a clause after a verb of saying",
    "that": "a that-clause after a verb of saying",
    "quotation": "a quotation after a verb of saying",
    "colon": "after a verb of saying and a colon",
    "question": "an indirect question",
    "infinitive": "an infinitive after a verb of saying",
    "urging": "what somebody is asked to do",
    "naming": "what something is called",
    "object": "the object of a verb of saying",
    "according to": "according to somebody",
    "signed": "a quotation with its author behind a dash",
    "goes on": "the quotation goes on",
    "over paragraphs": "the quotation goes on from the paragraph before",
    "block": "after a colon",
    "turn": "a turn of a transcript",
    "unsourced": "nobody is said to speak",
}
# Fewer turns are notes and headings.
_LEAST_TURNS = 3
# A quotation of fewer words without a speaker is a heading or a name.
_LEAST_UNSOURCED = 4


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody who speaks: the mention, who that is, and the words that say so.

    `until` is where what they say ends, in the text; `reporting` where the words stand that report it.
    """

    group: int
    until: int
    mention: Mention | None = None
    who: Resolved | None = None
    cue: Range | None = None
    via: tuple[Hop, ...] = ()
    reporting: Range | None = None

    @property
    def spoken(self) -> Spoken | None:
        return Spoken(self.who, self.until) if self.who is not None else None


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch of the text that is said by a voice; `frame` is one of the keys of `_REASONS`."""

    span: Range
    form: Form
    voice: _Voice
    frame: str
    confidence: float


@dataclass(slots=True)
class _Part:
    """What a paragraph gives, while it is put together."""

    words: Paragraph
    reports: list[Report]
    voices: dict[int, _Voice] = field(default_factory=dict)
    items: list[_Item] = field(default_factory=list)


def propose(text: str, author: str | None = None, issued: str | None = None) -> list[Proposal]:
    """The attributed statements that rules find in `text`, in its order."""
    return Extraction(text, author).run(issued)


class Extraction:
    """One text on its way to proposals. `author` is who says "I" in it."""

    def __init__(self, text: str, author: str | None) -> None:
        self.text = text
        bounds = list(layout.paragraphs_of(text))
        turns = {start: turn for start, end in bounds if (turn := quotations.turn(text, start, end))}
        self._turns = turns if len(turns) >= _LEAST_TURNS else {}
        self.paragraphs = [layout.paragraph(text, start, end) for start, end in bounds]
        self.resolver = Resolver(text, Cast(text, self.paragraphs), author)
        self._items: list[_Item] = []
        self._groups = 0
        self._last: Spoken | None = None
        self._block: _Voice | None = None  # whose words follow in the next paragraph, after a colon
        self._open: _Voice | None = None  # whose quotation was not closed at the end of the paragraph

    def run(self, issued: str | None) -> list[Proposal]:
        """The proposals in the order of the text."""
        for words in self.paragraphs:
            if words.start in self._turns:
                self._add_turn(*self._turns[words.start])
            elif words.low:
                self._add(words, self.reports_of(words))
        dates = Dates(self.text, issued, [item.span for item in self._items], self.paragraphs)
        return [self._proposal(item, dates) for item in self._items]

    def reports_of(self, words: Paragraph) -> list[Report]:
        """What the sentences of a paragraph report."""
        if signature := quotations.signed(words):
            return [signature]
        found: list[Report] = []
        for low, high in words.sentences:
            found += frames.reports_in(self.text, words, low, high)
        return found

    def _add_turn(self, name: Range, content: Range) -> None:
        printed = self.text[slice(*name)]
        mention = Mention(printed, *name, self.resolver.named(printed))
        voice = _Voice(self._next_group(), content[1], mention, cue=(name[1], name[1] + 1))
        self._items.append(_Item(content, "direct", voice, "turn", 0.9))
        self._last = self._block = self._open = None

    def _add(self, words: Paragraph, reports: list[Report]) -> None:
        part = _Part(words, reports)
        for report in reports:
            voice = part.voices[id(report)] = self._voice(words, report)
            self._last = voice.spoken or self._last
            for piece in report.pieces:
                self._say(part, piece, voice, report.frame, report.confidence)
        self._go_on(part)
        if self._block is not None and not words.quotes and not reports:
            self._say(part, (0, len(words)), self._block, "block", 0.6)
        part.items.sort(key=lambda item: item.span)
        self._items += part.items
        opens = reports[-1] if reports and reports[-1].opens_block else None
        self._block = part.voices[id(opens)] if opens else None
        if part.items:
            final = max((item.voice for item in part.items), key=lambda voice: voice.until)
            self._last = final.spoken or self._last
        unclosed = bool(words.quotes) and words.quotes[max(words.quotes)].closing is None
        self._open = part.items[-1].voice if unclosed and part.items else None

    def _go_on(self, part: _Part) -> None:
        """Quotations without a cue of their own: somebody goes on speaking, or nobody says who speaks."""
        words = part.words
        owners = {
            at: report
            for report in reversed(part.reports)
            for piece in report.pieces
            for at in range(*piece)
            if words.low[at] == QUOTE
        }
        alone = frozenset(quotations.standing_alone(words))
        before: _Voice | None = None
        for at in words.quotes:
            if at in owners:
                before = part.voices[id(owners[at])]
            elif at in alone:
                said_before = quotations.just_before(words, at, part.reports)
                if before is None and said_before is not None:
                    before = part.voices[id(said_before)]
                self._say_alone(part, at, before)

    def _say_alone(self, part: _Part, at: int, before: _Voice | None) -> None:
        whole = (at, at + 1)
        if before is not None:
            self._say(part, whole, before, "goes on", 0.85)
        elif at == 0 and self._open is not None:
            self._say(part, whole, self._open, "over paragraphs", 0.8)
        elif at == 0 and self._block is not None:
            self._say(part, whole, self._block, "block", 0.9)
        elif at == 0 and len(self.text[slice(*part.words.quotes[at].inside)].split()) >= _LEAST_UNSOURCED:
            self._say(part, whole, _Voice(self._next_group(), -1), "unsourced", 0.4)

    def _say(self, part: _Part, piece: Range, voice: _Voice, frame: str, confidence: float) -> None:
        span = quotations.span_of(self.text, part.words, piece)
        if span is not None:
            form = quotations.form_of(self.text, part.words, piece)
            part.items.append(_Item(span, form, voice, frame, confidence))

    def _voice(self, words: Paragraph, report: Report) -> _Voice:
        group = self._next_group()
        ends = [words.ends[last - 1] for _, last in report.pieces]
        cue = words.range_of(report.cue)
        if report.speaker is None:
            return _Voice(group, max(ends, default=cue[1]), cue=cue, reporting=cue)
        mention, who = self._mention(words, report.speaker)
        hops = []
        for passer, passing in report.via:
            relay, _ = self._mention(words, passer)
            if relay.canonical != mention.canonical:
                hops.append(Hop(relay, self.text[slice(*words.range_of(passing))]))
        start, end = words.range_of(report.speaker)
        return _Voice(
            group,
            max([end, *ends]),
            mention,
            who,
            cue,
            tuple(hops),
            (min(start, cue[0]), max(end, cue[1])),
        )

    def _mention(self, words: Paragraph, who: Range) -> tuple[Mention, Resolved]:
        start, end = words.range_of(who)
        resolved = self.resolver.resolve(
            words, *who, apposition=quotations.apposition(words, who[1]), previous=self._last
        )
        return Mention(self.text[start:end], start, end, resolved.canonical), resolved

    def _next_group(self) -> int:
        self._groups += 1
        return self._groups

    def _proposal(self, item: _Item, dates: Dates) -> Proposal:
        voice, who = item.voice, item.voice.who
        said, basis = dates.said(*item.span, reporting=voice.reporting) or (None, None)
        reasons = [_REASONS[item.frame]]
        confidence = item.confidence
        if who is not None:
            reasons.append(who.reason)
            # A speaker who is only guessed makes the whole a guess.
            confidence = min(confidence, 0.4 + 0.6 * who.confidence)
        return Proposal(
            start=item.span[0],
            end=item.span[1],
            form=item.form,
            speaker=voice.mention,
            cue=self.text[slice(*voice.cue)] if voice.cue else None,
            cue_start=voice.cue[0] if voice.cue else None,
            via=voice.via,
            group=voice.group,
            confidence=round(confidence, 2),
            reason="; ".join(reasons),
            kind=who.kind if who is not None else "person",
            unnamed=who.unnamed if who is not None else False,
            said=said,
            said_basis=basis,
        )
