"""From what somebody else gives to proposals: found, checked, and told from what our own rules propose too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import get_args

from onrecord.errors import InputError
from onrecord.extract.names import without_article
from onrecord.extract.outside.checked import Text, is_polarity
from onrecord.extract.outside.given import Given, Rejected, shortened
from onrecord.extract.outside.places import Chain, Distance, Found, NotThere, gap, place_of
from onrecord.extract.proposal import Kind, Mention, Proposal
from onrecord.ingest.labels import is_placeholder
from onrecord.model.polarities import NOT_ASSERTED
from onrecord.model.record import record, replace
from onrecord.text import edtf
from onrecord.text.namekeys import name_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.ingest.document import Document

# Nobody is surer than this of what only somebody else says, nor of one without a speaker.
MOST_CONFIDENT = NOT_ASSERTED
_WITHOUT_SPEAKER = 0.4
_UNTOLD = 0.5
_KINDS: tuple[Kind, ...] = get_args(Kind)
# From this share of common letters on, two places are about the same words.
_ABOUT_SAME = 0.5


@record()
class Taken:
    """What came of proposals from outside.

    `agreed` are our own rules' proposals, where they say the very same: place, speaker, polarity. `others` stand in the
    text, and only whoever gave them says what they say of it. `rejected` do not stand there. Groups are those of each list.
    """

    agreed: tuple[Proposal, ...]
    others: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...]

    @property
    def stands(self) -> int:
        """How many statements were found."""
        return sum(
            len({proposal.group for proposal in proposals}) for proposals in (self.agreed, self.others)
        )


def taken(
    document: Document,
    statements: Iterable[Given],
    own: Sequence[Proposal],
    *,
    author: str | None = None,
    by: str = "given by another program",
) -> Taken:
    """What of `statements` stands in the document; `own` is what our rules propose of it, and `by` says who gives it."""
    stated = document.metadata.authors
    text = Text(document, author or (stated[0].name if len(stated) == 1 else None))
    ours = _Own(document.text, own)
    agreed: dict[int, list[Proposal]] = {}
    others: list[Proposal] = []
    rejected: list[Rejected] = []
    places: set[Chain] = set()
    for number, statement in enumerate(statements, 1):
        try:
            place = place_of(text.source, statement, _nearest(text, statement))
        except NotThere as why:
            rejected.append(Rejected(where=statement.where, text=statement.shown, reason=str(why)))
            continue
        if place.chain in places:
            continue
        places.add(place.chain)
        proposals = _proposals(text, statement, place, ours, number, by)
        same = ours.of(place.chain)
        if same and _agree(proposals[0], same):
            agreed[same[0].group] = same
        else:
            others += proposals
    return Taken(tuple(part for group in agreed.values() for part in group), tuple(others), tuple(rejected))


class _Own:
    """Our rules' proposals by their place."""

    def __init__(self, text: str, own: Sequence[Proposal]) -> None:
        self._text = text
        groups: defaultdict[int, list[Proposal]] = defaultdict(list)
        for proposal in own:
            groups[proposal.group].append(proposal)
        self._places = {
            self._words([(proposal.start, proposal.end) for proposal in group]): group
            for group in groups.values()
        }
        self._all = list(own)

    def of(self, chain: Chain) -> list[Proposal]:
        """The proposals of the one statement that is of these very words."""
        return self._places.get(self._words([(span.start, span.end) for span in chain]), [])

    def about(self, chain: Chain) -> Proposal | None:
        """One that is about the same words."""
        start, end = chain[0].start, chain[-1].end
        for proposal in self._all:
            common = min(end, proposal.end) - max(start, proposal.start)
            if common > 0 and common / (max(end, proposal.end) - min(start, proposal.start)) >= _ABOUT_SAME:
                return proposal
        return None

    def _words(self, stretches: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """The stretches from their first letter to their last."""
        covered: list[tuple[int, int]] = []
        for start, end in sorted(stretches):
            while start < end and not self._text[start].isalnum():
                start += 1
            while start < end and not self._text[end - 1].isalnum():
                end -= 1
            covered.append((start, end))
        return tuple(covered)


def _nearest(text: Text, statement: Given) -> Distance | None:
    """Where nobody says which of several places is meant: that which is nearest to a mention of the speaker."""
    mentions = text.mentions(statement.speaker)
    if not mentions:
        return None
    return lambda chain: min(gap(mention, chain[0].start, chain[-1].end) for mention in mentions)


def _proposals(text: Text, statement: Given, place: Found, ours: _Own, group: int, by: str) -> list[Proposal]:
    chain = place.chain
    notes = [by]
    about = ours.about(chain)
    speaker = text.speaker(statement.speaker, chain) if statement.speaker is not None else None
    if statement.speaker is not None and speaker is None:
        notes.append(f"the text does not name {shortened(statement.speaker.full)}")
    told = about.speaker if about is not None else None
    same = speaker is not None and told is not None and _is_one(told, speaker)
    if speaker is not None and told is not None and not same:
        notes.append(f"by the rules it is said by {shortened(told.canonical)}")
    form = text.form(chain)
    if about is not None and about.form == "direct" and ours.of(chain):
        form = "direct"
    if statement.form is not None and statement.form != form:
        notes.append(f"given as {shortened(statement.form)}, but {_FORMS[form]}")
    cue = text.cue(statement.cue, chain) if statement.cue else None
    polarity = text.polarity(statement, cue, form)
    if polarity == "asserted" and about is not None and about.polarity != "asserted":
        polarity = about.polarity
    if not is_polarity(statement.polarity):
        notes.append(f"given as {shortened(statement.polarity or '')}, which is no polarity")
    via, lost = text.hops(statement, chain)
    notes += [f"the text does not name {word}" for word in lost]
    if place.others:
        notes.append(f"the words stand {place.others + 1} times, and nothing tells which is meant")
    confidence = min(_UNTOLD if statement.confidence is None else statement.confidence, MOST_CONFIDENT)
    if speaker is None:
        confidence = min(confidence, _WITHOUT_SPEAKER)
    kind: Kind = next((word for word in _KINDS if word == statement.kind), "person")
    unnamed = statement.unnamed or (speaker is not None and _is_no_name(speaker.canonical))
    if about is not None and same:
        kind, unnamed = about.kind, about.unnamed
    said = _date(statement.said)
    proposal = Proposal(
        start=chain[0].start,
        end=chain[0].end,
        form=form,
        speaker=speaker,
        cue=text.document.text[cue.start : cue.end] if cue is not None else None,
        cue_start=cue.start if cue is not None else None,
        via=via,
        group=group,
        confidence=round(confidence, 2),
        reason="; ".join(notes),
        kind=kind,
        unnamed=unnamed,
        said=said,
        said_basis=("stated" if statement.said_basis == "stated" else "inferred") if said else None,
        polarity=polarity,
    )
    return [replace(proposal, start=span.start, end=span.end) for span in chain]


_FORMS = {
    "direct": "the text has it in direct speech",
    "mixed": "the text has a part of it in quotation marks",
    "indirect": "no marks and no turn say so",
}


def _agree(proposal: Proposal, own: Sequence[Proposal]) -> bool:
    """Whether both say the same of it: who speaks, through whom, and whether it is asserted."""
    leading = next((other for other in own if other.speaker), own[0])
    if proposal.speaker is None or leading.speaker is None:
        return False
    polarity = next((other.polarity for other in own if other.polarity != "asserted"), "asserted")
    return (
        _is_one(proposal.speaker, leading.speaker)
        and [name_words(hop.speaker.canonical) for hop in proposal.via]
        == [name_words(hop.speaker.canonical) for hop in leading.via]
        and proposal.polarity == polarity
    )


def _is_one(speaker: Mention, other: Mention) -> bool:
    """Whether two mentions have the same name, but for an article before it."""
    first, second = (name_words(without_article(mention.canonical)) for mention in (speaker, other))
    return first == second


def _is_no_name(name: str) -> bool:
    """Whether it is a label, or in small letters throughout: "SPEAKER_00", "a deckhand"."""
    return is_placeholder(name) or (name == name.lower() and name != name.upper())


def _date(wanted: str | None) -> str | None:
    """A date as it is kept; None for what is none."""
    if wanted is None:
        return None
    try:
        return edtf.parse(wanted.strip()).text
    except InputError:
        return None
