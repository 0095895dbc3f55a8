"""From a text to proposals, by rules: sentences, cues, quotations that go on, and who everybody is."""

from dataclasses import dataclass, field, replace

from onrecord.extract import (
    abroad,
    datewords,
    denials,
    labelled,
    layout,
    never,
    quotations,
    settled,
    several,
    whose,
)
from onrecord.extract import (
    confidence as sure,
)
from onrecord.extract.cast import Cast
from onrecord.extract.dates import Dates
from onrecord.extract.layout import QUOTE, Paragraph
from onrecord.extract.proposal import Form, Hop, Mention, Proposal
from onrecord.extract.resolve import Resolved, Resolver, Spoken
from onrecord.extract.sentence import Report
from onrecord.matching.lexicon import languages_of
from onrecord.model.polarities import NOT_ASSERTED
from onrecord.text.ordinals import counted, told_apart
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Polarity, Reading

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
    "disowned": "a claim that is called untrue",
    "noun": "a clause after a noun of denying",
    "object": "the object of a verb of saying",
    "according to": "according to somebody",
    "inside": "a clause of saying inside the marks",
    "signed": "a quotation with its author behind a dash",
    "goes on": "the quotation goes on",
    "over paragraphs": "the quotation goes on from the paragraph before",
    "block": "after a colon",
    "turn": "a turn of a transcript",
    "noun of saying": "after a noun of saying",
    "rare": "beside a verb that may be one of saying",
    "unsourced": "nobody is said to speak",
    "marks": "marks only: nobody is said to speak",
    "about": "whom the sentence before is about",
    "dialogue": "a dialogue behind dashes",
    "subjunctive": "reported speech by the form of the verb",
    "before a colon": "after a name and a colon",
}
# Of quotations that no clause outside reports.
_WITHOUT_CUE = frozenset(["goes on", "over paragraphs", "unsourced", "marks"])
# Characters that tell the language of a paragraph.
_TELLING = 1_500
_EXPRESSES = {"denied": "denies", "not_said": "does not say", "asked": "asks"}
_POSSESSIVE = lazy("['’]s?$")
# Fewer turns are notes and headings.
_LEAST_TURNS = 3
# How sure a quotation is of which only words that cannot speak stand before the verb.
_UNSAID = 0.4
_MARKS_ONLY = 0.3


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody who speaks: the mention, who that is, and the words that say so.

    `until` is where what they say ends, in the text; `reporting` where the words stand that report it; `reading` what
    these words express (None: that it is said).
    """

    group: int
    until: int
    mention: Mention | None = None
    who: Resolved | None = None
    cue: Range | None = None
    via: tuple[Hop, ...] = ()
    reporting: Range | None = None
    reading: Reading | None = None
    form: Form | None = None
    said: tuple[str, datewords.Basis] | None = None  # in languages other than English
    elsewhere: bool = False

    def polarity(self, form: Form) -> Polarity:
        """Whether they assert what is given in this form, deny it, do not say it or ask it."""
        return self.reading.of(form) if self.reading is not None else "asserted"

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
    polarity: Polarity
    plain: bool = True


@dataclass(slots=True)
class _Part:
    """What a paragraph gives, while it is put together."""

    words: Paragraph
    reports: list[Report]
    voices: dict[int, _Voice] = field(default_factory=dict)
    items: list[_Item] = field(default_factory=list)
    told: dict[int, Report] = field(default_factory=dict)  # by the group of the voice

    def languages(self, text: str) -> tuple[str, ...]:
        """The languages that the paragraph may be in."""
        if isinstance(self.words, abroad.Laid):
            return (self.words.code,)
        return languages_of(text[self.words.start : self.words.end][:_TELLING])

    def quotes_unsaid(self, voice: _Voice) -> bool:
        """Whether words of this voice stand in quotation marks that were not said by it."""
        return any(
            item.voice is voice and item.form == "direct" and item.polarity != "asserted"
            for item in self.items
        )


def _distinct(reports: list[Report]) -> list[Report]:
    """Each report once: a sentence may be read as a whole and within what somebody else says of it."""
    seen = {(one.cue, one.speaker, *one.pieces): one for one in reversed(reports)}
    return [one for one in reports if seen[one.cue, one.speaker, *one.pieces] is one]


def propose(
    text: str, author: str | None = None, issued: str | None = None, language: str | None = None
) -> list[Proposal]:
    """The attributed statements that rules find in `text`, in its order."""
    return Extraction(text, author, language).run(issued)


class Extraction:
    """One text on its way to proposals. `author` is who says "I" in it, `language` what it is in (None: as it seems)."""

    def __init__(self, text: str, author: str | None, language: str | None = None) -> None:
        self.text = text
        bounds = list(layout.paragraphs_of(text))
        turns = {start: turn for start, end in bounds if (turn := quotations.turn(text, start, end))}
        self._turns = turns if len(turns) >= _LEAST_TURNS else {}
        self._labels = {text[slice(*name)] for name, _ in self._turns.values()}
        self.paragraphs = abroad.paragraphs(text, bounds, language)
        elsewhere = [words for words in self.paragraphs if isinstance(words, abroad.Laid)]
        english = [words for words in self.paragraphs if not isinstance(words, abroad.Laid)]
        self.resolver = Resolver(text, Cast(text, english), author, english)
        self.abroad = abroad.Who(text, elsewhere, author)
        self._issued: datewords.Issued | None = None
        self._items: list[_Item] = []
        self._groups = 0
        self._unsaid: frozenset[int] = (
            frozenset()
        )  # quotations that nobody is said to have spoken, or that are no speech
        self._last: Spoken | None = None
        self._block: _Voice | None = None  # whose words follow in the next paragraph, after a colon
        self._open: _Voice | None = None  # whose quotation was not closed at the end of the paragraph

    def run(self, issued: str | None) -> list[Proposal]:
        """The proposals in the order of the text."""
        self._issued = datewords.issued_on(issued)
        for words in self.paragraphs:
            if words.start in self._turns:
                self._add_turn(*self._turns[words.start])
            elif words.low:
                self._add(words, self._settled(words, self.reports_of(words)))
        dates = Dates(self.text, issued, [item.span for item in self._items], self.paragraphs)
        return [self._proposal(item, dates) for item in self._items]

    def reports_of(self, words: Paragraph) -> list[Report]:
        """What the sentences of a paragraph report."""
        if isinstance(words, abroad.Laid):
            signature = quotations.signed(self.text, words)
            return [signature] if signature else [*abroad.reports_of(self.text, words)]
        if signature := quotations.signed(self.text, words):
            return [signature]
        found: list[Report] = []
        for low, high in words.sentences:
            found += labelled.reports_in(self.text, words, low, high)
        return found

    def _settled(self, words: Paragraph, reports: list[Report]) -> list[Report]:
        """The reports as they are meant, each with what it expresses; without those of which nobody is the speaker."""
        if isinstance(words, abroad.Laid):
            return abroad.settled(self.text, words, reports)
        before = list(reports)
        found = [
            report
            for report in (settled.settled(words, one) for one in reports)
            if report is not None
            and not denials.is_nobody(self.text, words, report)
            and not denials.is_yet_to_be_said(words, report)
        ]
        for report in found:
            report.reading = denials.reading(self.text, words, report)
            report.speaker = several.whole(words, whose.trimmed(self.text, words, report), report.cue)
            if report.speaker is not None and never.is_nobody(words, *report.speaker):
                self._leave_unsaid(words, report)
            denials.weaken(words, report)
        found = [
            report
            for report in _distinct(found)
            if (report.pieces or report.opens_block) and denials.may_be_told(report)
        ]
        denials.pass_on(words, found)
        self._unsaid = quotations.left_out(words, before, found)
        return found

    def _leave_unsaid(self, words: Paragraph, report: Report) -> None:
        """Takes the speaker from a report, for whom the text has no words, and all that is not quoted."""
        report.speaker = None
        report.pieces = [
            piece for piece in report.pieces if piece[1] - piece[0] == 1 and words.low[piece[0]] == QUOTE
        ]
        report.confidence = min(report.confidence, _UNSAID)

    def _add_turn(self, name: Range, content: Range) -> None:
        printed = self.text[slice(*name)]
        mention = Mention(
            printed, *name, printed if self._is_shared(printed) else self.resolver.named(printed)
        )
        voice = _Voice(self._next_group(), content[1], mention, cue=(name[1], name[1] + 1))
        self._items.append(_Item(content, "direct", voice, "turn", 0.9, "asserted"))
        self._last = self._block = self._open = None

    def _is_shared(self, label: str) -> bool:
        """Whether several labels of turns are this one with a number: "HENRY" beside "HENRY VII" and "HENRY VIII"."""
        wanted = set(counted(label).words)
        return not counted(label).number and told_apart(
            one for one in self._labels if wanted <= set(counted(one).words)
        )

    def _add(self, words: Paragraph, reports: list[Report]) -> None:
        part = _Part(words, reports)
        for report in reports:
            voice = self._voice(words, report)
            if (
                voice.who is not None
                and voice.who.unresolved
                and never.is_relative(words, *report.speaker or (0, 0))
            ):
                self._leave_unsaid(words, report)
                voice = replace(voice, mention=None, who=None)
            part.voices[id(report)] = voice
            part.told[voice.group] = report
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
            elif isinstance(words, abroad.Laid) and at not in alone:
                if self._is_marked(words, at):
                    self._say(
                        part, (at, at + 1), _Voice(self._next_group(), -1, elsewhere=True), "marks", 0.3
                    )
            elif at in alone:
                said_before = quotations.just_before(words, at, part.reports)
                if before is None and said_before is not None:
                    before = part.voices[id(said_before)]
                self._say_alone(part, at, before)
            elif quotations.is_statement(self.text, words, at) and not quotations.is_doubted(
                self.text, words, at, part.languages(self.text)
            ):
                self._say_of_nobody(part, at, "marks", _MARKS_ONLY)

    def _is_marked(self, words: abroad.Laid, at: int) -> bool:
        """Whether a quotation that nobody is said to say is one all the same, and the words around it do not deny it."""
        doubted = quotations.is_doubted(self.text, words, at, (words.code,))
        return not doubted and abroad.marks_only(self.text, words, at)

    def _say_alone(self, part: _Part, at: int, before: _Voice | None) -> None:
        whole = (at, at + 1)
        if before is not None:
            told = part.told.get(before.group)
            self._say(part, whole, before, "goes on", min(0.85, told.confidence) if told else 0.85)
        elif at == 0 and self._open is not None:
            self._say(part, whole, self._open, "over paragraphs", 0.8)
        elif at == 0 and self._block is not None:
            self._say(part, whole, self._block, "block", 0.9)
        elif isinstance(part.words, abroad.Laid):
            if self._is_marked(part.words, at):
                voice = self._about(part.words, at) or _Voice(self._next_group(), -1, elsewhere=True)
                self._say(part, whole, voice, "about" if voice.mention else "marks", 0.4)
        elif at == 0:
            self._say_of_nobody(part, at, "unsourced", 0.4)
        else:
            self._say_of_nobody(part, at, "marks", _MARKS_ONLY)

    def _say_of_nobody(self, part: _Part, at: int, frame: str, confidence: float) -> None:
        if at not in self._unsaid and quotations.is_statement(self.text, part.words, at):
            self._say(part, (at, at + 1), _Voice(self._next_group(), -1), frame, confidence)

    def _say(self, part: _Part, piece: Range, voice: _Voice, frame: str, confidence: float) -> None:
        span = quotations.span_of(self.text, part.words, piece)
        if span is not None:
            form = voice.form or quotations.form_of(self.text, part.words, piece)
            goes_on = frame == "goes on" and form == "direct" and not part.quotes_unsaid(voice)
            completes = form == "direct" and quotations.completes(self.text, part.words, piece, voice.cue)
            polarity: Polarity = "asserted" if goes_on else voice.polarity("mixed" if completes else form)
            spans = [span]
            # Where a clause outside reports it, one inside is the speaker's own.
            if form == "direct" and frame in _WITHOUT_CUE:
                spans = quotations.without_incises(self.text, span, part.languages(self.text))
                if voice.mention is None and (name := quotations.named_inside(self.text, spans)):
                    printed = self.text[slice(*name)]
                    voice = replace(voice, mention=Mention(printed, *name, self.resolver.named(printed)))
                    frame, confidence = "inside", 0.8
            told = part.told.get(voice.group)
            plain = (
                form == "direct"
                or isinstance(part.words, abroad.Laid)
                or sure.is_plain(part.words, piece, told.cue if told else (len(part.words),) * 2)
            )
            cue = self.text[slice(*voice.cue)].split()[:1] if voice.cue else []
            if frame == "urging" and not plain:
                return  # these were wrong more often than right
            if not isinstance(part.words, abroad.Laid):
                confidence = sure.expected(form, frame, plain, cue[0].lower() if cue else "", confidence)
            part.items += [_Item(one, form, voice, frame, confidence, polarity, plain) for one in spans]

    def _voice(self, words: Paragraph, report: Report) -> _Voice:
        group = self._next_group()
        ends = [words.ends[last - 1] for _, last in report.pieces]
        cue = words.range_of(report.cue)
        if report.reading is not None and report.reading.polarity != "asserted":
            cue = (report.reading.start, report.reading.end)
        if isinstance(words, abroad.Laid):
            return self._voice_abroad(words, report, _Voice(group, max(ends, default=cue[1]), cue=cue))
        if report.speaker is None:
            return _Voice(group, max(ends, default=cue[1]), cue=cue, reporting=cue, reading=report.reading)
        codes = denials.languages_of(words, report)
        mention, who = self._mention(
            words, report.speaker, codes, possessive=report.frame in ("noun", "noun of saying")
        )
        hops = []
        for passer, passing in report.via:
            relay, _ = self._mention(words, passer, codes)
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
            report.reading,
        )

    def _voice_abroad(self, words: abroad.Laid, report: Report, voice: _Voice) -> _Voice:
        form = report.form if isinstance(report, abroad.Told) else None
        beside = [report.cue, *([report.speaker] if report.speaker else [])]
        reporting = min(first for first, _ in beside), max(last for _, last in beside)
        when = abroad.said(self.text, words, reporting, report.pieces, self._issued)
        voice = replace(
            voice, reporting=voice.cue, reading=report.reading, form=form, said=when, elsewhere=True
        )
        who = self.abroad.speaker(words, report, self._last)
        if who is None or voice.cue is None:
            return voice
        if report.speaker is None:
            return replace(voice, mention=Mention(who.canonical, None, None, who.canonical), who=who)
        start, end = words.range_of(report.speaker)
        return replace(
            voice,
            until=max(voice.until, end),
            mention=Mention(self.text[start:end], start, end, who.canonical),
            who=who,
            reporting=(min(start, voice.cue[0]), max(end, voice.cue[1])),
        )

    def _about(self, words: abroad.Laid, at: int) -> _Voice | None:
        """The person whom the sentence before a quotation is about."""
        found = self.abroad.topic(words, at)
        if found is None:
            return None
        place, who = found
        mention = Mention(self.text[slice(*place)], *place, who.canonical)
        return _Voice(self._next_group(), words.ends[at], mention, who, elsewhere=True)

    def _mention(
        self, words: Paragraph, who: Range, codes: tuple[str, ...], *, possessive: bool = False
    ) -> tuple[Mention, Resolved]:
        start, end = words.range_of(who)
        resolved = self.resolver.together(
            words,
            several.parts(words, who, codes, self.resolver.cast),
            apposition=quotations.apposition(words, who[1]),
            previous=self._last,
        )
        if possessive:
            last = words.low[who[1] - 1]
            end -= len(last) - len(last.removesuffix("'s").removesuffix("'"))
            name = _POSSESSIVE.sub("", resolved.canonical)
            resolved = replace(resolved, canonical=name, unnamed=resolved.unnamed and not words.upper[who[0]])
        elif resolved.entity is not None and resolved.kind == "person" and not resolved.several:
            end = min(end, words.ends[whose.without_tail(words, *who) - 1])
        return Mention(self.text[start:end], start, end, resolved.canonical, resolved.unresolved), resolved

    def _next_group(self) -> int:
        self._groups += 1
        return self._groups

    def _proposal(self, item: _Item, dates: Dates) -> Proposal:
        voice, who = item.voice, item.voice.who
        told = voice.said if voice.elsewhere else dates.said(*item.span, reporting=voice.reporting)
        said, basis = told or (None, None)
        reasons = [_REASONS[item.frame]]
        confidence = item.confidence
        if not item.plain:
            reasons.append("where it begins or ends is not certain")
        if who is not None:
            reasons.append(who.reason)
            # A speaker who is only guessed makes the whole a guess.
            confidence = min(confidence, 0.4 + 0.6 * who.confidence)
            if who.several:  # one speaker of this name, or two of their own: a person decides
                confidence = min(confidence, NOT_ASSERTED)
        if item.polarity != "asserted":
            confidence = min(confidence, NOT_ASSERTED)
            reasons.insert(0, _EXPRESSES[item.polarity])
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
            polarity=item.polarity,
        )
