"""Verification: does each recorded wording stand in the stored text of its source?

What is checked against is the newest stored copy; where that gives another outcome than the copy the wording was
recorded from, the drift is reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.db.history import now
from onrecord.db.models import Attribution, Snapshot, Statement
from onrecord.matching import Match, Outcome, Prepared, find, find_fragments, render_diff
from onrecord.records import Json, Quote
from onrecord.sources import text_hash
from onrecord.text import fold, marks

FAILED = frozenset({Outcome.altered, Outcome.ambiguous, Outcome.absent})


@dataclass(frozen=True)
class Check:
    """The outcome for one attribution. `before` is the outcome in the copy it was recorded from, where that differs.

    `diff` shows the nearest passage where the wording was altered, `left_out` what an ellipsis stands for.
    """

    quote: Quote
    outcome: Outcome
    before: Outcome | None = None
    diff: str | None = None
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        return self.outcome in FAILED

    def as_json(self) -> Json:
        return {
            "key": self.quote.key,
            "ref": self.quote.ref,
            "text": self.quote.text,
            "speaker": self.quote.speaker.name,
            "source": self.quote.source.citekey,
            "form": self.quote.form,
            "check_result": str(self.outcome),
            "drifted_from": str(self.before) if self.before else None,
            "diff": self.diff,
            "left_out": list(self.left_out),
            "remarks": list(self.remarks),
        }


def attribution_ids(
    session: Session, references: Sequence[str] = (), citekeys: Sequence[str] = ()
) -> list[int]:
    """The attributions to check: those named, those in the named sources; all where nothing is named."""
    if not references and not citekeys:
        return list(session.scalars(select(Attribution.id).order_by(Attribution.source_id, Attribution.id)))
    ids = [one for reference in references for one in lookup.attribution_ids(session, reference)]
    for citekey in citekeys:
        owner = lookup.source(session, citekey)
        ids += session.scalars(
            select(Attribution.id).where(Attribution.source_id == owner.id).order_by(Attribution.id)
        )
    return list(dict.fromkeys(ids))


def check(session: Session, ids: Sequence[int]) -> Iterator[Check]:
    """Checks attributions one by one, in the order given; reads only. Each stored copy is folded once."""
    copies = _Copies(session)
    for first in range(0, len(ids), 500):
        for quote, one in _rows(session, ids[first : first + 500]):
            yield _check_one(session, copies, quote, one)


def note(session: Session, checks: Sequence[Check], ids: Sequence[int]) -> None:
    """Keeps the outcomes beside the attributions, in a session of `engine.observing`."""
    moment = now()
    for one, result in zip(ids, checks, strict=True):
        session.execute(
            update(Attribution)
            .where(Attribution.id == one)
            .values(check_result=str(result.outcome), checked_at=moment)
        )


def _rows(session: Session, ids: Sequence[int]) -> Iterator[tuple[Quote, Attribution]]:
    rows = {one.id: one for one in session.scalars(select(Attribution).where(Attribution.id.in_(ids)))}
    present = [one for one in ids if one in rows]
    for one, quote in zip(present, lookup.quotes(session, present), strict=True):
        yield quote, rows[one]


class _Copies:
    """Stored copies, folded. Attributions come source by source, so that only a few are held at once."""

    HELD = 4

    def __init__(self, session: Session) -> None:
        self.session = session
        self.held: dict[int, tuple[Prepared, bool]] = {}

    def get(self, snapshot_id: int) -> tuple[Prepared, bool]:
        """The copy, and whether its text is still the one that was hashed."""
        if snapshot_id not in self.held:
            if len(self.held) >= self.HELD:
                del self.held[next(iter(self.held))]
            text, sha256 = self.session.execute(
                select(Snapshot.text, Snapshot.sha256).where(Snapshot.id == snapshot_id)
            ).one()
            self.held[snapshot_id] = (Prepared(text), text_hash(text) == sha256)
        return self.held[snapshot_id]


def _check_one(session: Session, copies: _Copies, quote: Quote, one: Attribution) -> Check:
    if quote.form == "indirect":
        return Check(
            quote, Outcome.not_checkable, remarks=("indirect speech: there are no words to compare",)
        )
    newest = session.scalar(
        select(Snapshot.id).where(Snapshot.source_id == one.source_id).order_by(Snapshot.id.desc()).limit(1)
    )
    if newest is None:
        return Check(quote, Outcome.not_checkable, remarks=("its source has no stored text",))
    wording, remarks = _wording(session, quote, one)
    fragments = _fragments(copies, quote, one, wording)
    result = _compare(copies, newest, quote, wording, fragments)
    if one.snapshot_id is not None and one.snapshot_id != newest:
        earlier = _compare(copies, one.snapshot_id, quote, wording, fragments)
        if earlier.outcome != result.outcome:
            result = replace(result, before=earlier.outcome)
    return replace(result, remarks=(*result.remarks, *remarks))


def _wording(session: Session, quote: Quote, one: Attribution) -> tuple[str, tuple[str, ...]]:
    """What must stand in the source: the wording as printed there, unless the statement was changed since."""
    stored_key = session.scalar(select(Statement.text_key).where(Statement.id == one.statement_id))
    text_key = fold.text_key(quote.text)
    if quote.exact is None or text_key != stored_key:
        return quote.text, ()
    if fold.text_key(quote.exact) != text_key:
        return quote.exact, ("this source words it differently from the statement",)
    return quote.exact, ()


def _fragments(copies: _Copies, quote: Quote, one: Attribution, wording: str) -> tuple[str, ...]:
    """The parts of a mixed quotation that are quoted: only those are checked."""
    if quote.form != "mixed":
        return ()
    if one.snapshot_id is not None and any(span.quoted for span in quote.spans):
        text = copies.get(one.snapshot_id)[0].text
        return tuple(text[span.start : span.end] for span in quote.spans if span.quoted)
    return marks.quoted_fragments(wording)


def _compare(
    copies: _Copies, snapshot_id: int, quote: Quote, wording: str, fragments: Sequence[str]
) -> Check:
    source, intact = copies.get(snapshot_id)
    prefix, suffix = quote.prefix or "", quote.suffix or ""
    if fragments:
        match = find_fragments(source, fragments, prefix=_before(quote, prefix), suffix=_after(quote, suffix))
    else:
        match = find(source, wording, prefix=prefix, suffix=suffix)
    remarks = _remarks(match)
    if not intact:
        remarks = (
            "the stored copy is no longer the text that was hashed: its database was tampered with",
            *remarks,
        )
    return Check(
        quote,
        match.outcome if intact else Outcome.altered,
        diff=render_diff(match.diff) if match.diff else None,
        left_out=match.left_out,
        remarks=remarks,
    )


def _before(quote: Quote, prefix: str) -> str:
    """The kept surroundings begin at the first span; they say nothing about a fragment further on."""
    return prefix if quote.spans and quote.spans[0].quoted else ""


def _after(quote: Quote, suffix: str) -> str:
    return suffix if quote.spans and quote.spans[-1].quoted else ""


def _remarks(match: Match) -> tuple[str, ...]:
    dropped = ("what was left out holds a negation: read it again",) if match.negation_dropped else ()
    places = (f"it stands in {len(match.places)} places",) if match.outcome is Outcome.ambiguous else ()
    return (*match.warnings, *dropped, *places)
