"""From a text to proposals, by rules: sentences, cues, quotations that go on, and who everybody is."""

from dataclasses import dataclass

from onrecord.ingest.extract import frames, layout, quotations
from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.proposal import Hop, Mention, Proposal
from onrecord.ingest.extract.resolve import Cast, Resolved
from onrecord.ingest.extract.sentence import Report
from onrecord.text.marks import form_of

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks, as the text has it and as it was resolved; `at` is where what they say ends."""

    mention: Mention | None
    resolved: Resolved | None
    cue: str | None
    cue_start: int | None
    via: tuple[Hop, ...]
    group: int
    at: int


class Extraction:
    """One text on its way to proposals."""

    def __init__(self, text: str, author: str | None) -> None:
        self.text = text
        self.author = author
        self.proposals: list[Proposal] = []
        self._group = 0
        self._last: _Voice | None = None  # who spoke last
        self._block: _Voice | None = None  # whose words follow in the next paragraph, after a colon
        self._open: _Voice | None = None  # whose quotation was not closed at the end of the paragraph

    def run(self) -> list[Proposal]:
        """The proposals in the order of the text."""
        bounds = list(layout.paragraphs_of(self.text))
        turns = {start: turn for start, end in bounds if (turn := quotations.turn(self.text, start, end))}
        if len(turns) < 3:
            turns = {}
        paragraphs = [layout.paragraph(self.text, start, end) for start, end in bounds]
        self.cast = Cast(self.text, paragraphs)
        for words in paragraphs:
            if words.start in turns:
                self._turn(*turns[words.start])
            elif words.low:
                self._paragraph(words)
        return self.proposals

    def _turn(self, name: Range, content: Range) -> None:
        self._group += 1
        printed = self.text[slice(*name)]
        mention = Mention(printed, *name, self.cast.named(printed))
        self.proposals.append(
            Proposal(
                start=content[0], end=content[1], form="direct", speaker=mention, cue=":", group=self._group,
                confidence=0.9, reason="a turn of a transcript",
            )
        )  # fmt: skip
        self._last = self._block = self._open = None

    def _paragraph(self, words: Paragraph) -> None:
        found: list[tuple[Range, _Voice, float, str]] = []
        reports = self._reports(words)
        voices: dict[int, _Voice] = {}
        owner: dict[int, Report] = {}
        for report in reports:
            voice = self._voice(words, report)
            voices[id(report)] = voice
            for piece in report.pieces:
                if span := self._span(words, piece):
                    found.append((span, voice, report.confidence, report.frame))
                for at in range(*piece):
                    if words.low[at] == QUOTE:
                        owner.setdefault(at, report)
        found += self._going_on(words, reports, voices, owner)
        if self._block is not None and not words.quotes and not reports:
            if span := self._span(words, (0, len(words))):
                found.append((span, self._block, 0.6, "after a colon"))
        found.sort(key=lambda one: one[0])
        for span, voice, confidence, frame in found:
            self._propose(span, voice, confidence, frame)
        self._block = voices[id(reports[-1])] if reports and reports[-1].opens_block else None
        if found:
            self._last = max((voice for _, voice, _, _ in found), key=lambda voice: voice.at)
        last_quote = max(words.quotes, default=-1)
        unclosed = last_quote >= 0 and words.quotes[last_quote].closing is None and found
        self._open = found[-1][1] if unclosed else None

    def _reports(self, words: Paragraph) -> list[Report]:
        if signature := quotations.signed(words):
            return [signature]
        found: list[Report] = []
        for low, high in words.sentences:
            found += frames.reports_in(self.text, words, low, high)
        return found

    def _going_on(
        self, words: Paragraph, reports: list[Report], voices: dict[int, _Voice], owner: dict[int, Report]
    ) -> list[tuple[Range, _Voice, float, str]]:
        """Quotations without a cue of their own: somebody goes on speaking, or nobody says who speaks."""
        found: list[tuple[Range, _Voice, float, str]] = []
        before: _Voice | None = None
        for at in words.quotes:
            if at in owner:
                before = voices[id(owner[at])]
                continue
            if not quotations.stands_alone(words, at) or (span := self._span(words, (at, at + 1))) is None:
                continue
            if before is None and (report := quotations.just_before(words, at, reports)) is not None:
                before = voices[id(report)]
            if before is not None:
                found.append((span, before, 0.85, "goes on"))
            elif at == 0 and self._open is not None:
                found.append((span, self._open, 0.8, "goes on over paragraphs"))
            elif at == 0 and self._block is not None:
                found.append((span, self._block, 0.9, "after a colon"))
            elif at == 0 and len(self.text[slice(*span)].split()) > 3:
                self._group += 1
                nobody = _Voice(None, None, None, None, (), self._group, -1)
                found.append((span, nobody, 0.4, "unsourced"))
        return found

    def _voice(self, words: Paragraph, report: Report) -> _Voice:
        self._group += 1
        cue = self.text[words.starts[report.cue[0]] : words.ends[report.cue[1] - 1]]
        cue_start = words.starts[report.cue[0]]
        if report.speaker is None:
            return _Voice(None, None, cue, cue_start, (), self._group, cue_start)
        mention, resolved = self._mention(words, report.speaker)
        hops = []
        for who, hop_cue in report.via:
            passer, _ = self._mention(words, who)
            if passer.canonical != mention.canonical:
                hops.append(Hop(passer, self.text[words.starts[hop_cue[0]] : words.ends[hop_cue[1] - 1]]))
        until = max([words.ends[report.speaker[1] - 1], *(words.ends[last - 1] for _, last in report.pieces)])
        voice = _Voice(mention, resolved, cue, cue_start, tuple(hops), self._group, until)
        self._last = voice
        return voice

    def _mention(self, words: Paragraph, who: Range) -> tuple[Mention, Resolved]:
        start, end = words.starts[who[0]], words.ends[who[1] - 1]
        resolved = self.cast.resolve(
            words,
            *who,
            apposition=quotations.apposition(words, who[1]),
            previous=self._last.resolved if self._last else None,
            previous_at=self._last.at if self._last else -1,
            author=self.author,
        )
        return Mention(self.text[start:end], start, end, resolved.canonical), resolved

    def _propose(self, span: Range, voice: _Voice, confidence: float, frame: str) -> None:
        resolved = voice.resolved
        reason = _REASONS[frame]
        if resolved is not None:
            reason = f"{reason}; {resolved.reason}"
            confidence = round(min(confidence, 0.4 + 0.6 * resolved.confidence), 2)
        self.proposals.append(
            Proposal(
                start=span[0],
                end=span[1],
                form=form_of(self.text, *span),
                speaker=voice.mention,
                cue=voice.cue,
                cue_start=voice.cue_start,
                via=voice.via,
                group=voice.group,
                confidence=confidence,
                reason=reason,
                kind=resolved.kind if resolved else "person",
                unnamed=resolved.unnamed if resolved else False,
            )
        )

    def _span(self, words: Paragraph, piece: Range) -> Range | None:
        """The piece as a range of the text, without the quotation marks around the whole and without blanks."""
        first, last = piece
        if first >= last:
            return None
        start, end = words.starts[first], words.ends[last - 1]
        if last - first == 1 and words.low[first] == QUOTE:
            start, end = words.quotes[first].inside
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return (start, end) if any(character.isalnum() for character in self.text[start:end]) else None


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
    "goes on over paragraphs": "the quotation goes on from the paragraph before",
    "after a colon": "after a colon",
    "unsourced": "nobody is said to speak",
}


def propose(text: str, author: str | None = None) -> list[Proposal]:
    """The attributed statements that rules find in `text`, in its order."""
    return Extraction(text, author).run()
