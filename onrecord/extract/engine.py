"""From a text to proposals, by rules: sentences, cues, quotations that go on, and who everybody is."""

from onrecord.extract import (
    abroad,
    datewords,
    denials,
    layout,
    never,
    quotations,
    referred,
    repeated,
    settled,
    several,
    whose,
)
from onrecord.extract import (
    confidence as sure,
)
from onrecord.extract.dates import Dates
from onrecord.extract.items import Item, proposal_of
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.proposal import Mention, Proposal
from onrecord.extract.sentence import Report
from onrecord.extract.voices import Range, Voice, Voices
from onrecord.matching.lexicon import languages_of
from onrecord.model.record import fresh, mutable, replace
from onrecord.text.ordinals import counted, told_apart
from onrecord.text.polarity import Polarity

# Of quotations that no clause outside reports.
_WITHOUT_CUE = frozenset(["goes on", "over paragraphs", "unsourced", "marks"])
_OVER = 0.75
# Characters that tell the language of a paragraph.
_TELLING = 1_500
# Fewer turns are notes and headings.
_LEAST_TURNS = 3
# How sure a quotation is of which only words that cannot speak stand before the verb.
_UNSAID = 0.4
_MARKS_ONLY, _UNSOURCED, _ABOUT = 0.3, 0.2, 0.5
# A description of nobody plainly human is no surer.
_UNSURE = 0.5


@mutable
class _Part:
    """What a paragraph gives, while it is put together."""

    words: Paragraph
    reports: list[Report]
    voices: dict[int, Voice] = fresh(default_factory=dict)
    items: list[Item] = fresh(default_factory=list)
    told: dict[int, Report] = fresh(default_factory=dict)  # by the group of the voice

    def languages(self, text: str) -> tuple[str, ...]:
        """The languages that the paragraph may be in."""
        if isinstance(self.words, abroad.Laid):
            return (self.words.code,)
        return languages_of(text[self.words.start : self.words.end][:_TELLING])

    def quotes_unsaid(self, voice: Voice) -> bool:
        """Whether words of this voice stand in quotation marks that were not said by it."""
        return any(
            item.voice is voice and item.form == "direct" and item.polarity != "asserted"
            for item in self.items
        )


def _distinct(reports: list[Report]) -> list[Report]:
    """Each report once: a sentence may be read as a whole and within what somebody else says of it."""
    seen = {(report.cue, report.speaker, *report.pieces): report for report in reversed(reports)}
    return [report for report in reports if seen[report.cue, report.speaker, *report.pieces] is report]


def propose(
    text: str, author: str | None = None, issued: str | None = None, language: str | None = None
) -> list[Proposal]:
    """The attributed statements that rules find in `text`, in its order."""
    return Extraction(text, author, language).run(issued)


class Extraction(Voices):
    """One text on its way to proposals. `author` is who says "I" in it, `language` what it is in (None: as it seems)."""

    def __init__(self, text: str, author: str | None, language: str | None = None) -> None:
        bounds = list(layout.paragraphs_of(text))
        super().__init__(text, author, abroad.paragraphs(text, bounds, language))
        turns = {start: turn for start, end in bounds if (turn := quotations.turn(text, start, end))}
        self._turns = turns if len(turns) >= _LEAST_TURNS else {}
        self._labels = {text[slice(*name)] for name, _ in self._turns.values()}
        self._items: list[Item] = []
        # Quotations that nobody is said to have spoken, or that are no speech.
        self._unsaid: frozenset[int] = frozenset()
        self._block: Voice | None = None  # whose words follow in the next paragraph, after a colon
        self._waiting = (
            0  # so many items before are the paragraphs of a quotation of which nobody is told yet
        )
        self._open: Voice | None = None  # whose quotation was not closed at the end of the paragraph

    def run(self, issued: str | None) -> list[Proposal]:
        """The proposals in the order of the text."""
        self._issued = datewords.issued_on(issued)
        for words in self.paragraphs:
            if words.start in self._turns:
                self._add_turn(*self._turns[words.start])
            elif words.low:
                self._add(words, self._settled(words, self.reports_of(words)))
        self._items = repeated.with_speakers(self.text, self._items)
        dates = Dates(self.text, issued, [item.span for item in self._items], self.paragraphs)
        return [proposal_of(self.text, item, dates) for item in self._items]

    def reports_of(self, words: Paragraph) -> list[Report]:
        """What the sentences of a paragraph report."""
        if isinstance(words, abroad.Laid):
            signature = quotations.signed(self.text, words)
            return [signature] if signature else [*abroad.reports_of(self.text, words)]
        if signature := quotations.signed(self.text, words):
            return [signature]
        reports: list[Report] = []
        for low, high in words.sentences:
            reports += referred.reports_in(self.text, words, low, high)
        return reports

    def _settled(self, words: Paragraph, reports: list[Report]) -> list[Report]:
        """The reports as they are meant, each with what it expresses; without those of which nobody is the speaker."""
        if isinstance(words, abroad.Laid):
            return abroad.settled(self.text, words, reports)
        before = list(reports)
        kept = [
            report
            for report in (settled.settled(words, unsettled) for unsettled in reports)
            if report is not None
            and not denials.is_nobody(self.text, words, report)
            and not denials.is_yet_to_be_said(words, report)
        ]
        for report in kept:
            report.reading = denials.reading(self.text, words, report)
            report.speaker = several.whole(words, whose.trimmed(self.text, words, report), report.cue)
            if report.speaker is not None and never.is_nobody(words, *report.speaker):
                self._leave_unsaid(words, report)
            denials.weaken(words, report)
        kept = [
            report
            for report in _distinct(kept)
            if (report.pieces or report.opens_block) and denials.may_be_told(report)
        ]
        denials.pass_on(words, kept)
        self._unsaid = quotations.left_out(words, before, kept)
        return kept

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
        voice = Voice(self._next_group(), content[1], mention, cue=(name[1], name[1] + 1))
        self._items.append(Item(content, "direct", voice, "turn", 0.9, "asserted"))
        self._last = self._block = self._open = None

    def _is_shared(self, label: str) -> bool:
        """Whether several labels of turns are this one with a number: "HENRY" beside "HENRY VII" and "HENRY VIII"."""
        wanted = set(counted(label).words)
        return not counted(label).number and told_apart(
            other for other in self._labels if wanted <= set(counted(other).words)
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
        self._tell_before(part)
        if part.items:
            final = max((item.voice for item in part.items), key=lambda voice: voice.until)
            self._last = final.spoken or self._last
        unclosed = bool(words.quotes) and words.quotes[max(words.quotes)].closing is None
        self._open = part.items[-1].voice if unclosed and part.items else None
        if not unclosed or (part.items and part.items[-1].voice.mention is not None):
            self._waiting = 0
        elif len(words.quotes) == 1 and words.low[0] == QUOTE and part.items:
            self._waiting += 1

    def _tell_before(self, part: _Part) -> None:
        """Gives paragraphs of a quotation that has gone on until here to whoever is said to speak in this one."""
        first = part.items[0] if part.items else None
        if not self._waiting or first is None or part.words.low[0] != QUOTE:
            return
        pair = part.words.quotes[0]
        if first.voice.mention is None or first.frame in _WITHOUT_CUE or first.span[0] > pair.end:
            return
        before = len(self._items) - len(part.items)
        for number in range(before - self._waiting, before):
            item = self._items[number]
            self._items[number] = replace(item, voice=first.voice, frame="over paragraphs", confidence=_OVER)

    def _go_on(self, part: _Part) -> None:
        """Quotations without a cue of their own: somebody goes on speaking, or nobody says who speaks."""
        words = part.words
        owners = {
            index: report
            for report in reversed(part.reports)
            for piece in report.pieces
            for index in range(*piece)
            if words.low[index] == QUOTE
        }
        alone = frozenset(quotations.standing_alone(words))
        before: Voice | None = None
        for index in words.quotes:
            if index in owners:
                before = part.voices[id(owners[index])]
            elif isinstance(words, abroad.Laid) and index not in alone:
                if abroad.marks_only(self.text, words, index):
                    self._say(part, (index, index + 1), self._nobody(part, index), "marks", 0.3)
            elif index in alone:
                said_before = quotations.just_before(words, index, part.reports)
                if before is None and said_before is not None:
                    before = part.voices[id(said_before)]
                self._say_alone(part, index, before)
            elif quotations.is_statement(self.text, words, index):
                self._say_of_nobody(part, index, "marks", _MARKS_ONLY)
            elif index not in self._unsaid and quotations.is_part(self.text, words, index):
                # The marks show no more than a part of what is said, so the clause around it is proposed with it.
                clause = (quotations.clause_start(words, index), index + 1)
                told = quotations.beside(words, clause[0], part.reports)
                voice = part.voices[id(told)] if told is not None else self._nobody(part, index)
                self._say(part, clause, voice, "goes on" if told is not None else "marks", _UNSOURCED)

    def _nobody(self, part: _Part, index: int) -> Voice:
        """The voice of a quotation at word `index` that nobody is said to speak; the words around it may deny that it was said."""
        doubt = quotations.doubt(self.text, part.words, index, part.languages(self.text))
        return Voice(self._next_group(), -1, reading=doubt, elsewhere=isinstance(part.words, abroad.Laid))

    def _say_alone(self, part: _Part, index: int, before: Voice | None) -> None:
        whole = (index, index + 1)
        if before is not None:
            told = part.told.get(before.group)
            self._say(part, whole, before, "goes on", min(0.85, told.confidence) if told else 0.85)
        elif index == 0 and self._open is not None:
            self._say(part, whole, self._open, "over paragraphs", 0.8)
        elif index == 0 and self._block is not None:
            self._say(part, whole, self._block, "block", 0.9)
        elif isinstance(part.words, abroad.Laid):
            if abroad.marks_only(self.text, part.words, index):
                voice = self._nobody(part, index)
                if voice.reading is None:
                    voice = self._about(part.words, index) or voice
                self._say(part, whole, voice, "about" if voice.mention else "marks", 0.4)
        elif index == 0:
            self._say_of_nobody(part, index, "unsourced", _UNSOURCED)
        elif (somebody := self._about_before(part, index)) is not None:
            self._say(part, whole, somebody, "about", _ABOUT)
        else:
            self._say_of_nobody(part, index, "marks", _MARKS_ONLY)

    def _about_before(self, part: _Part, index: int) -> Voice | None:
        """The person whom the sentence before the quotation at word `index` is about, where the quotation may be theirs."""
        is_open = index not in self._unsaid and quotations.is_statement(self.text, part.words, index)
        if not is_open or self._nobody(part, index).reading is not None:
            return None
        who = quotations.subject_before(part.words, index)
        if (
            who is None
            or quotations.is_doubted_beside(self.text, part.words, index)
            or never.is_nobody(part.words, *who)
        ):
            return None
        mention, resolved = self._mention(part.words, who, ("en",))
        guessed = resolved.entity is None and resolved.confidence <= _UNSURE
        if resolved.kind != "person" or resolved.unresolved or resolved.several or guessed:
            return None
        return Voice(self._next_group(), part.words.ends[index], mention, resolved)

    def _say_of_nobody(self, part: _Part, index: int, frame: str, confidence: float) -> None:
        if index not in self._unsaid and quotations.is_statement(self.text, part.words, index):
            self._say(part, (index, index + 1), self._nobody(part, index), frame, confidence)

    def _say(self, part: _Part, piece: Range, voice: Voice, frame: str, confidence: float) -> None:
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
            cue = self.text[slice(*voice.cue)].split()[:1] if voice.cue else []
            first = cue[0].lower() if cue else ""
            plain = (
                form == "direct"
                or isinstance(part.words, abroad.Laid)
                or sure.is_plain(part.words, piece, told.cue if told else (len(part.words),) * 2)
                or sure.ends_plainly(part.words, piece, frame, first)
            )
            if frame == "urging" and not plain and form == "indirect":
                return  # these were wrong more often than right
            if not isinstance(part.words, abroad.Laid):
                confidence = sure.expected(form, frame, plain, first, confidence)
            part.items += [
                Item(stretch, form, voice, frame, confidence, polarity, plain) for stretch in spans
            ]
