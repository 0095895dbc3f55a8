"""Recorded quotations whose words the stored text gives to somebody else than the record does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.check.frames import of_name, same_voice
from onrecord.check.people import People, Same, same_name
from onrecord.check.texts import Copies
from onrecord.check.whose import told_by
from onrecord.db.reader import Reader
from onrecord.extract import Proposal
from onrecord.model.record import record
from onrecord.model.records import Quote
from onrecord.statements import queries as statement_queries

# Of what extraction is less sure of than this, nothing is said.
_SURE = 0.8
# So much of the words must be what is told of: its stops and marks may be cut another way.
_MOST_OF_IT = 0.9
_BATCH = 500


@record()
class Misgiven:
    """A recorded quotation, and to whom its text seems to give the words (None: to nobody else, or it does not tell)."""

    quote: Quote
    told: str | None


def misgiven(reader: Reader, attributions: Sequence[int]) -> Iterator[Misgiven]:
    """Each of these attributions, with whom the text names where that is certainly somebody else.

    Only words that were found in a stored copy are looked at, and none that a person marked as disputed or misattributed.
    """
    copies, people = Copies(reader), People(reader)
    for first in range(0, len(attributions), _BATCH):
        ids = list(attributions[first : first + _BATCH])
        recorded = copies.of(ids)
        quotes = dict(zip(ids, statement_queries.quotes(reader, ids), strict=True))
        # Text by text: a copy is read once, and what is said in it told once.
        for one in sorted(ids, key=lambda one: recorded[one][0] or 0):
            yield Misgiven(quotes[one], _told_otherwise(copies, people, quotes[one], recorded[one][0]))


def _told_otherwise(copies: Copies, people: People, quote: Quote, number: int | None) -> str | None:
    if number is None or not quote.spans or quote.status != "sourced":
        return None
    copy, start, end = copies.get(number), quote.spans[0].start, quote.spans[-1].end
    there = told_by(copy, start, end)
    proposal = there.proposal if there.proposal is not None and there.proposal.speaker else None
    if there.who is None or (proposal is not None and not _is_of_all(proposal, start, end)):
        return None
    speakers = [quote.speaker, *(relay.speaker for relay in quote.via)]
    known = [people.of_slug(one.slug, one.name, unnamed=one.unnamed) for one in speakers]
    if people.ids(there.who) & {one.id for one in known}:
        return None
    names = [name for one in known for name in one.names]
    names += filter(None, [quote.named_as, *(relay.named_as for relay in quote.via)])
    if any(same_name(name, there.who) is not Same.no or _is_same_voice(name, there.who) for name in names):
        return None
    return there.who


def _is_of_all(proposal: Proposal, start: int, end: int) -> bool:
    """Whether it is sure, and about all of the words: whom their speaker quotes among them says only a part."""
    covered = min(proposal.end, end) - max(proposal.start, start)
    return proposal.confidence >= _SURE and covered >= _MOST_OF_IT * (end - start)


def _is_same_voice(name: str, other: str) -> bool:
    mine, theirs = of_name(name), of_name(other)
    return mine is not None and theirs is not None and same_voice(mine, theirs) is not False
