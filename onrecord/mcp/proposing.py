"""The tool `propose`: quotations for a person to review. It adds to the proposals of a source, and to nothing else."""

from __future__ import annotations

from onrecord.db.store import writing
from onrecord.errors import InputError, OnrecordError
from onrecord.extract import Mention, Proposal
from onrecord.matching import Match, Outcome, find, prepared, render_diff
from onrecord.mcp.answer import Answer, data, label
from onrecord.mcp.told import source_head
from onrecord.sources import captures, queries
from onrecord.text import marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.mcp.asking import Asking

# Far below what is ever accepted without being looked at.
CONFIDENCE = 0.1
ENGINE = "assistant"
# What stands in the copy word for word.
_STANDS = frozenset({Outcome.exact, Outcome.typographic, Outcome.interrupted})


def run(asking: Asking, answer: Answer, *, source: str, quotes: Sequence[Mapping[str, str]]) -> None:
    """Keeps what stands in the newest copy, and tells what does not; either way nothing is recorded."""
    from onrecord.proposals.store import store_proposals

    with writing(asking.path, f"onrecord mcp: propose {label(source)}") as store:
        number = queries.source_id(store, source)
        record = queries.source_records(store, [number])[number]
        text = captures.copy(store, record.citekey).text
        taken: list[Proposal] = []
        refused: list[tuple[str, str]] = []
        for group, one in enumerate(quotes):
            asking.go_on()
            try:
                taken += _proposals(text, one, group, label(asking.client))
            except OnrecordError as error:
                refused.append((one["wording"], error.message))
        stored = store_proposals(store, record.citekey, text, taken, engine=ENGINE)
    answer.put(
        source_head(record),
        f"{stored.new} new for review, {stored.known} known already, {stored.rejected} rejected before, {len(refused)} refused. "
        "Nothing is recorded before a person accepts it (onrecord review).",
    )
    for wording, reason in refused:
        if not answer.put(
            f"refused: {reason.partition(chr(10))[0]}", data(wording), *map(data, reason.split("\n")[1:])
        ):
            answer.close("More were refused; they do not fit into max_chars.")
            break


def _proposals(text: str, given: Mapping[str, str], group: int, client: str) -> list[Proposal]:
    """The stretches of one quotation. InputError: it does not stand there word for word, or nobody is named."""
    speaker = " ".join(given["speaker"].split())
    if not speaker:
        raise InputError("Nobody is named as the speaker.")
    match = find(
        prepared(text),
        marks.strip_outer_marks(given["wording"].strip()),
        prefix=given.get("prefix", ""),
        suffix=given.get("suffix", ""),
        cue=given.get("cue", ""),
    )
    if match.outcome not in _STANDS:
        raise InputError(_refusal(match))
    at = text.find(speaker)
    return [
        Proposal(
            start=span.start,
            end=span.end,
            form=marks.form_of(text, span.start, span.end),
            speaker=Mention(speaker, at, at + len(speaker), speaker)
            if at >= 0
            else Mention(speaker, None, None, speaker),
            cue=given.get("cue") or None,
            group=group,
            confidence=CONFIDENCE,
            reason=f"proposed by an assistant{f' ({client})' if client else ''}; nobody has looked at it",
            polarity=given.get("polarity", "asserted"),  # type: ignore[arg-type]
        )
        for span in match.spans
    ]


def _refusal(match: Match) -> str:
    if match.outcome is Outcome.ambiguous:
        return f"it stands in {len(match.places)} places; say which by prefix or suffix"
    if match.diff:
        return f"it is {match.outcome}; the nearest passage, [-as it stands there-] {{+as it was given+}}:\n{render_diff(match.diff)}"
    return f"it does not stand there word for word ({match.outcome})"
