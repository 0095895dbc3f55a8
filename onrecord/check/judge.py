"""The judgement of a draft's passages, against the record first and then against the stored copies.

What the record knows of a place goes before what a text seems to say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from onrecord.check import candidates, paraphrase, titles
from onrecord.check.aside import may_be_meant_otherwise
from onrecord.check.compared import (
    Finding,
    asked_whether,
    beside,
    cut_condition,
    doubts_of,
    framed_in,
    in_its_case,
    in_place,
    inside_paraphrase,
    negated_before,
    negation_in_front,
)
from onrecord.check.decision import decide, differing
from onrecord.check.draft import Cite, Draft
from onrecord.check.evidence import is_mentioned
from onrecord.check.expressed import polarity_of
from onrecord.check.frames import Voice, of_name, same_voice
from onrecord.check.looked_up import looked_up, stands
from onrecord.check.nested import quoted_in_turn
from onrecord.check.passage import LEAST_WORDS, Passage
from onrecord.check.passages import passages_of
from onrecord.check.people import People, Same, same_name, same_office
from onrecord.check.placed import Cited, resolved
from onrecord.check.texts import Copies, Copy
from onrecord.check.verdict import Kind, Report, Verdict
from onrecord.check.whose import Told, told_by
from onrecord.db.reader import Reader
from onrecord.matching import Match, Outcome, Prepared, Span, told
from onrecord.model.record import replace
from onrecord.model.records import Quote
from onrecord.statements import queries as statement_queries
from onrecord.text.fold import text_key

_NOT_SAID = ("denied", "not_said")


def check(
    reader: Reader, draft: Draft, *, ignored: Sequence[str] = (), go_on: Callable[[], None] = lambda: None
) -> Report:
    """The verdicts on a draft. `ignored` are wordings that are not judged. `go_on` is called now and then, and may raise."""
    passages = passages_of(draft)
    left_out = {text_key(wording) for wording in ignored}
    kept = [passage for passage in passages if text_key(passage.wording) not in left_out]
    judged = [passage for passage in kept if not (passage.is_mention or passage.is_title)]
    told = verdicts(reader, judged, go_on)
    named = titles.of_sources(reader, kept)
    left = tuple(verdict for verdict in told if not _is_apart(verdict, named))
    judged_at = {verdict.passage.start for verdict in left}
    apart = [passage for passage in kept if passage.start not in judged_at]
    titled = sum(passage.start in named or (passage.is_title and not passage.is_mention) for passage in apart)
    return Report(
        left,
        mentions=len(apart) - titled,
        titles=titled,
        ignored=len(passages) - len(kept),
        notes=(*(() if draft.tells_blocks else (_NO_BLOCKS,)), *draft.notes),
    )


def _is_apart(verdict: Verdict, named: Collection[int]) -> bool:
    """Whether what was found of a passage says that it is no quotation: the title of a source that stands as nobody's words, or
    few words that stand nowhere."""
    if verdict.passage.start in named:
        return verdict.ref is None and (not verdict.passage.attributed or verdict.kind in _AS_A_TITLE)
    if verdict.kind is Kind.not_found:
        return may_be_meant_otherwise(verdict.passage)
    # A word or two stand in many a text by chance.
    return verdict.ref is None and verdict.passage.words < LEAST_WORDS and is_mentioned(verdict.passage)


# What is said of a title that is given to somebody: it stands in the text of its source, as nobody's words, or nowhere.
_AS_A_TITLE = (Kind.doubtful, Kind.not_found, Kind.wrong_place, Kind.altered)
_NO_BLOCKS = "its format does not tell block quotations: only those in quotation marks were looked up"


def verdicts(
    reader: Reader, passages: Sequence[Passage], go_on: Callable[[], None] = lambda: None
) -> list[Verdict]:
    """The verdict on each passage. `go_on` is called before each step of what takes long, and may raise."""
    checking = _Checking(reader)
    first = []
    for passage in passages:
        go_on()
        first.append(list(checking.by_record(passage)))
    open_ = [
        number for number, findings in enumerate(first) if not checking.is_settled(passages[number], findings)
    ]
    texts = candidates.copies(reader, [passages[number] for number in open_], go_on)
    for number, snapshots in zip(open_, texts, strict=True):
        go_on()
        first[number] += checking.by_texts(passages[number], snapshots, first[number])
    return [
        decide(checking.cited(passage), passage, findings)
        for passage, findings in zip(passages, first, strict=True)
    ]


class _Checking:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.people = People(reader)
        self.copies = Copies(reader)
        self._cited: dict[tuple[Cite, ...], Cited] = {}

    def cited(self, passage: Passage) -> Cited:
        """What the citations beside a passage stand for."""
        if passage.cites not in self._cited:
            self._cited[passage.cites] = resolved(self.reader, passage.cites)
        return self._cited[passage.cites]

    # --- the record ----------------------------------------------------------------------------------------------

    def by_record(self, passage: Passage) -> Iterator[Finding]:
        """How a passage stands to each recorded attribution that it may be."""
        ids = candidates.recorded(self.reader, passage)
        cited = self.cited(passage)
        ids = list(dict.fromkeys([*cited.attributions, *ids]))
        copies = self.copies.of(ids)
        rows = [attribution for attribution in ids if attribution in copies]
        for attribution, quote in zip(rows, statement_queries.quotes(self.reader, rows), strict=True):
            recorded, newest = copies[attribution]
            finding = self._recorded(passage, quote, recorded, newest)
            if finding is not None:
                yield finding

    def _recorded(
        self, passage: Passage, quote: Quote, recorded: int | None, newest: int | None
    ) -> Finding | None:
        if recorded is None or not quote.spans:
            match = looked_up(Prepared(quote.text), passage.compared, quote.cue or "")
            if newest is not None and quote.form != "indirect":
                # Recorded without its place: the text has the last word.
                there = self.copies.get(newest)
                match = looked_up(there.ready, passage.compared, quote.cue or "")
                return self._finding(passage, quote, there, match, ())
            return self._finding(passage, quote, None, match, ())
        copy = self.copies.get(recorded)
        low, high = quote.spans[0].start, quote.spans[-1].end
        match = looked_up(copy.ready, passage.compared, quote.cue or "", Span(low, high))
        if not stands(match):
            # A stop behind the place may be part of what is quoted.
            wider = Span(low, min(high + 2, len(copy.text)))
            more = looked_up(copy.ready, passage.compared, quote.cue or "", wider)
            match = more if stands(more) else match
        drifted = ""
        if stands(match) and newest is not None and newest != recorded:
            now = looked_up(self.copies.get(newest).ready, passage.compared, quote.cue or "")
            if not stands(now):
                drifted = (
                    f"it stood in an earlier copy of {quote.source.citekey}, and stands in the newest no more"
                )
        return self._finding(passage, quote, copy, match, (drifted,) if drifted else ())

    def _finding(
        self, passage: Passage, quote: Quote, copy: Copy | None, match: Match, doubts: tuple[str, ...]
    ) -> Finding | None:
        person = self.people.of_slug(quote.speaker.slug, quote.speaker.name, unnamed=quote.speaker.unnamed)
        base = Finding(
            match=match,
            citekey=quote.source.citekey,
            quote=quote,
            copy=copy,
            speaker=quote.speaker.name,
            speaker_id=person.id,
            text=copy.text if copy else quote.text,
            paraphrase=paraphrase.of_quote(quote, copy),
        )
        authors = [creator.named_as or creator.speaker.name for creator in quote.source.creators]
        also = [quote.named_as] if quote.named_as else []
        if match.outcome is Outcome.absent:
            return None
        same = self.people.compare(passage, person, also, authors)
        if not stands(match):
            return self._hidden(passage, base, quote) or differing(base, same)
        doubts = (
            *doubts,
            *doubts_of(quote, copy),
            *in_place(match, quote),
            *quoted_in_turn(match, quote, copy, passage),
        )
        return self._settled(passage, base, same, quote.polarity, doubts)

    def _hidden(self, passage: Passage, base: Finding, quote: Quote) -> Finding | None:
        """What a first letter of another case hides: that it is graver than that."""
        if not (bare := in_its_case(passage.compared, base.match)) or (range_ := base.range) is None:
            return None
        source = base.copy.ready if base.copy else Prepared(base.text)
        match = looked_up(source, bare, quote.cue or "", Span(*range_))
        if not stands(match):
            return None
        hidden = self._finding(passage, quote, base.copy, match, ())
        return hidden if hidden is not None and hidden.kind.gravity < Kind.altered.gravity else None

    def _settled(
        self, passage: Passage, base: Finding, same: Same, polarity: str, doubts: tuple[str, ...]
    ) -> Finding:
        """What it comes to where the words stand."""
        sure = same in (Same.yes, Same.unsaid)
        polarity = inside_paraphrase(base, passage, polarity)
        denies, told_as = polarity in _NOT_SAID, passage.polarity in _NOT_SAID
        if denies and not told_as:
            return base.of(Kind.denied, sure=sure)
        if same is Same.no:
            return base.of(Kind.other_speaker, sure=True)
        if told_as and not denies and not negation_in_front(base, passage):
            what = "the draft has it denied or not said, and the source has it said"
            return base.of(Kind.inverted, what, sure=sure)
        if clipped := negated_before(base, passage):
            return base.of(Kind.inverted, clipped, sure=sure)
        if passage.joins and (broken := self._broken(passage, base)):
            return base.of(Kind.stitched, broken, sure=sure)
        if polarity == "asked" and passage.polarity != "asked":
            doubts = (*doubts, "the source has it as a question, or as something asked")
        if cut := asked_whether(base, passage) or framed_in(base, passage) or cut_condition(base, passage):
            doubts = (*doubts, cut)
        if same in (Same.unclear, Same.foreign):
            doubts = (*doubts, f"who speaks could not be told in the draft: see that it is {base.speaker}")
        if doubts:
            return base.of(Kind.doubtful, *doubts, sure=sure)
        return base.of(Kind.verified if base.quote is not None else Kind.unrecorded, sure=sure)

    def _broken(self, passage: Passage, base: Finding) -> str:
        """What is wrong with a quotation that its reporting clause breaks off: its parts belong to several."""
        parts = [part.strip(",;—–- ") for part in passage.joins]
        source = base.copy.ready if base.copy else Prepared(base.text)
        # In one piece, as the draft makes believe, or with the speaker's own words left out in between.
        tried = [looked_up(source, between.join(parts), "") for between in (" ", ", ", "; ", " — ", " … ")]
        if any(map(stands, tried)):
            return ""
        return "; ".join(told(tried[-1])) or "its parts are not of one and the same quotation"

    # --- the stored copies ---------------------------------------------------------------------------------------

    def is_settled(self, passage: Passage, findings: Sequence[Finding]) -> bool:
        """Whether the stored copies need not be asked."""
        cited = self.cited(passage)
        good = [finding for finding in findings if finding.kind is Kind.verified]
        covered = {finding.citekey for finding in good}
        return bool(good) and (
            not cited.given or (bool(covered & cited.citekeys) and cited.checkable <= covered)
        )

    def by_texts(
        self, passage: Passage, snapshots: Sequence[int], recorded: Sequence[Finding]
    ) -> list[Finding]:
        """How a passage stands to stored copies, those of cited sources first; what the record says of one goes before."""
        known = {finding.citekey for finding in recorded if finding.stands}
        cited = self.cited(passage)
        first = [
            snapshot_id for source in cited.sources if (snapshot_id := self.copies.newest(source)) is not None
        ]
        findings = []
        for snapshot in dict.fromkeys([*first, *snapshots]):
            copy = self.copies.get(snapshot)
            if copy.citekey not in known and (finding := self._in_text(passage, copy)) is not None:
                findings.append(finding)
        return findings

    def _in_text(self, passage: Passage, copy: Copy) -> Finding | None:
        match = looked_up(copy.ready, passage.compared, "")
        base = Finding(
            match=match,
            citekey=copy.citekey,
            quote=None,
            copy=copy,
            speaker=None,
            speaker_id=None,
            text=copy.text,
        )
        if match.outcome is Outcome.absent:
            return None
        if not stands(match):
            place = base.range
            if place is not None and (bare := in_its_case(passage.compared, match)):
                other = looked_up(copy.ready, bare, "", Span(*place))
                if stands(other):
                    hidden = self._at_place(passage, replace(base, match=other), copy, *place)
                    if hidden.kind.gravity < Kind.altered.gravity:
                        return hidden
            there = told_by(copy, *place) if place else None
            if place is None or there is None or there.who is None:
                return differing(base, Same.unsaid)
            return differing(base.at(*place, there.who), self._same(passage, there))
        chains = [match.spans] if match.spans else list(match.places)
        findings = [self._at_place(passage, base, copy, chain[0].start, chain[-1].end) for chain in chains]
        # Of several places the best counts: the draft means one of them.
        best = max(findings, key=lambda finding: (finding.kind.gravity, finding.sure))
        drifted = self.copies.newest(copy.source) != copy.id
        if drifted and best.kind is Kind.unrecorded:
            return best.of(
                Kind.doubtful, f"it stands in an earlier copy of {copy.citekey}, not in the newest"
            )
        return best

    def _at_place(self, passage: Passage, base: Finding, copy: Copy, start: int, end: int) -> Finding:
        there = told_by(copy, start, end)
        speaker, proposal = there.who, there.proposal
        quoted = copy.is_quoted(start, end)
        polarity = (
            proposal.polarity
            if proposal and proposal.speaker
            else polarity_of(*copy.sentence(start, end), copy.text[start:end])
        )
        here = base.at(start, end, speaker)
        if quoted and proposal and proposal.form == "mixed":
            here = replace(here, paraphrase=(proposal.start, proposal.end))
        if speaker is None:
            same = Same.unclear if passage.speaker else Same.unsaid
            if passage.speaker and not quoted:
                what = "the words stand in the text as its own, and nothing there gives them to anybody"
                return self._settled(passage, here, Same.unsaid, polarity, (what,)).of_unsure()
            label = copy.label_of(start) if passage.speaker and quoted else None
            if label and same_name(passage.speaker or "", label) is not Same.yes:
                what = f"the source has “{label}:” in front of it: see that it is {passage.speaker}"
                return self._settled(passage, here, Same.unsaid, polarity, (what,)).of_unsure()
            return self._settled(passage, here, Same.unsaid, polarity, ()).of_unsure(same is Same.unclear)
        doubts = tuple(beside(copy, start, end, speaker, passage)) if quoted else ()
        return self._settled(passage, here, self._same(passage, there), polarity, doubts)

    def _same(self, passage: Passage, there: Told) -> Same:
        named, speaker = passage.speaker, there.who
        if named is None or speaker is None:
            return Same.unsaid
        mine, other = self.people.ids(named), self.people.ids(speaker)
        if mine and other and not passage.role_only:
            return Same.yes if mine & other else Same.no
        if there.framed is not None and of_name(named) is not None:
            same = same_voice(Voice(named, named=not passage.role_only), there.framed)
            return Same.unclear if same is None else Same.yes if same else Same.no
        if passage.role_only:
            return Same.yes if same_office(named, speaker) else Same.unclear
        return same_name(named, speaker)
