"""The tool `propose`: quotations for a person to review. It adds to the proposals of a source, and to nothing else."""

from __future__ import annotations

from onrecord.db import reader as readers
from onrecord.db.store import writing
from onrecord.extract.document import proposed_of
from onrecord.extract.outside.given import Given, GivenName, Rejected
from onrecord.extract.outside.taken import taken
from onrecord.mcp.answer import Answer, data, label
from onrecord.mcp.told import source_head
from onrecord.model.record import replace
from onrecord.proposals.records import GIVEN
from onrecord.proposals.store import store_proposals
from onrecord.sources import queries, stored
from onrecord.text.marks import strip_outer_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.extract import Proposal
    from onrecord.mcp.asking import Asking


def run(asking: Asking, answer: Answer, *, source: str, quotes: Sequence[Mapping[str, str]]) -> None:
    """Keeps what stands in the newest copy, and tells what does not; either way nothing is recorded."""
    with readers.opened(asking.path) as reader:
        number = queries.source_id(reader, source)
        record = queries.source_records(reader, [number])[number]
        document = stored.document(reader, record.citekey)
    own, _ = proposed_of(document, "rules")
    asking.go_on()
    client = label(asking.client)
    by = f"given by an assistant{f' ({client})' if client else ''}; nobody has looked at it"
    proposals = taken(document, [_given(quote, index) for index, quote in enumerate(quotes, 1)], own, by=by)
    # What our own rules say too is kept as given all the same: whoever asked for it is not whom a person trusts.
    groups = max([other.group for other in proposals.others], default=0) + 1
    agreed = [_moved(one, groups) for one in proposals.agreed]
    asking.go_on()
    with writing(asking.path, f"onrecord mcp: propose {label(source)}") as store:
        kept = store_proposals(
            store, record.citekey, document.text, [*proposals.others, *agreed], engine=f"{GIVEN} mcp"
        )
    answer.put(
        source_head(record),
        f"{kept.new} new for review, {kept.known} known already, {kept.rejected} rejected before, {len(proposals.rejected)} refused. "
        "Nothing is recorded before a person accepts it in the review.",
    )
    _tell(answer, proposals.rejected)


def _tell(answer: Answer, rejected: Sequence[Rejected]) -> None:
    for one in rejected:
        if not answer.put(f"refused, {one.where}:", data(one.text), data(one.reason)):
            answer.close("More were refused; they do not fit into max_chars.")
            break


def _given(quote: Mapping[str, str], number: int) -> Given:
    speaker = " ".join(quote["speaker"].split())
    return Given(
        where=f"quote {number}",
        wordings=(strip_outer_marks(quote["wording"].strip()),),
        starts=(None,),
        prefix=quote.get("prefix", ""),
        suffix=quote.get("suffix", ""),
        speaker=GivenName(printed=speaker, full=speaker) if speaker else None,
        cue=quote.get("cue") or None,
        polarity=quote.get("polarity"),
    )


def _moved(proposal: Proposal, by: int) -> Proposal:
    """A proposal in a group that none of the others is in."""
    return replace(proposal, group=proposal.group + by)
