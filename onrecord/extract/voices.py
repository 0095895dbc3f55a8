"""Who is reported to speak: the voices of a text, each with the words that say so."""

from onrecord.extract import abroad, datewords, denials, quotations, several, whose
from onrecord.extract.cast import Cast
from onrecord.extract.paragraph import Paragraph
from onrecord.extract.proposal import Form, Hop, Mention
from onrecord.extract.resolve import Resolver
from onrecord.extract.resolved import Resolved, Spoken
from onrecord.extract.sentence import Report
from onrecord.model.record import record, replace
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Polarity, Reading

Range = tuple[int, int]

_POSSESSIVE = lazy("['’]s?$")


@record()
class Voice:
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


def _is_owner(words: Paragraph, report: Report) -> bool:
    """Whether the speaker is told as whose words or account it is: "Lee's reply", "in Lee's view"."""
    if report.frame == "according to" and report.speaker is not None:
        return words.low[report.speaker[1] - 1].endswith(("'s", "s'"))
    return report.frame in ("noun", "noun of saying")


class Voices:
    """The voices of one text. `author` is who says "I" in it."""

    def __init__(self, text: str, author: str | None, paragraphs: list[Paragraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        elsewhere = [words for words in paragraphs if isinstance(words, abroad.Laid)]
        english = [words for words in paragraphs if not isinstance(words, abroad.Laid)]
        self.resolver = Resolver(text, Cast(text, english), author, english)
        self.abroad = abroad.Who(text, elsewhere, author)
        self._issued: datewords.Issued | None = None
        self._groups = 0
        self._last: Spoken | None = None

    def _voice(self, words: Paragraph, report: Report) -> Voice:
        group = self._next_group()
        ends = [words.ends[last - 1] for _, last in report.pieces]
        cue = words.range_of(report.cue)
        if report.reading is not None and report.reading.polarity != "asserted":
            cue = (report.reading.start, report.reading.end)
        if isinstance(words, abroad.Laid):
            return self._voice_abroad(words, report, Voice(group, max(ends, default=cue[1]), cue=cue))
        if report.speaker is None:
            return Voice(group, max(ends, default=cue[1]), cue=cue, reporting=cue, reading=report.reading)
        codes = denials.languages_of(words, report)
        mention, who = self._mention(words, report.speaker, codes, possessive=_is_owner(words, report))
        hops = []
        for passer, passing in report.via:
            relay, _ = self._mention(words, passer, codes)
            if relay.canonical != mention.canonical:
                hops.append(Hop(relay, self.text[slice(*words.range_of(passing))]))
        start, end = words.range_of(report.speaker)
        return Voice(
            group,
            max([end, *ends]),
            mention,
            who,
            cue,
            tuple(hops),
            (min(start, cue[0]), max(end, cue[1])),
            report.reading,
        )

    def _voice_abroad(self, words: abroad.Laid, report: Report, voice: Voice) -> Voice:
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
            via=self._hop_abroad(words, report, who.canonical),
            until=max(voice.until, end),
            mention=Mention(self.text[start:end], start, end, who.canonical, who.unresolved),
            who=who,
            reporting=(min(start, voice.cue[0]), max(end, voice.cue[1])),
        )

    def _hop_abroad(self, words: abroad.Laid, report: Report, speaker: str) -> tuple[Hop, ...]:
        outer = report.passed_on_by if isinstance(report, abroad.Told) else None
        who = self.abroad.speaker(words, outer, None) if outer is not None else None
        if outer is None or outer.speaker is None or who is None or who.canonical == speaker:
            return ()
        start, end = words.range_of(outer.speaker)
        relay = Mention(self.text[start:end], start, end, who.canonical, who.unresolved)
        return (Hop(relay, self.text[slice(*words.range_of(outer.cue))]),)

    def _about(self, words: abroad.Laid, index: int) -> Voice | None:
        """The person whom the sentence before a quotation is about."""
        topic = self.abroad.topic(words, index)
        if topic is None:
            return None
        place, who = topic
        mention = Mention(self.text[slice(*place)], *place, who.canonical)
        return Voice(self._next_group(), words.ends[index], mention, who, elsewhere=True)

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
