"""Whether wordings from a file that are said to be verified stand where they are said to stand."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from onrecord import verify
from onrecord.db.clock import now
from onrecord.db.models import Attribution, Snapshot, Span, Statement
from onrecord.matching import VERIFIED, Outcome, Place, Recorded
from onrecord.matching.judging import is_plain
from onrecord.text import fold

# What a later check than the one at recording says of a wording that stood somewhere, it says of one that was verified.
_SAID_VERIFIED = [*map(str, VERIFIED), "drifted"]
BATCH = 500


def disproved(session: Session, ids: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """Those of the attributions that are not what they are said to be: reference, said, found; the latter is kept.

    Only what does not stand code point for code point at its own place in its own copy is looked for again.
    """
    for first in range(0, len(ids), BATCH):
        doubtful = _doubtful(session, ids[first : first + BATCH])
        for one, found in zip(doubtful, verify.check(session, list(doubtful)), strict=True):
            # Other words than it shows cannot be how it was printed.
            printed = found.quote.exact
            forged = printed is not None and fold.text_key(printed) != fold.text_key(found.quote.text)
            outcome = str(Outcome.altered if forged else found.outcome)
            if outcome != doubtful[one]:
                session.execute(
                    update(Attribution)
                    .where(Attribution.id == one)
                    .values(check_result=outcome, checked_at=now())
                )
                yield found.quote.ref, doubtful[one], outcome


def _doubtful(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """Those said to be verified, and as what, without those that stand at their own places as they are said to."""
    spans: dict[int, list[tuple[int, int, bool]]] = {}
    for owner, start, end, quoted in session.execute(
        select(Span.attribution_id, Span.start, Span.end, Span.quoted)
        .where(Span.attribution_id.in_(ids))
        .order_by(Span.attribution_id, Span.position)
    ):
        spans.setdefault(owner, []).append((start, end, quoted))
    rows = session.execute(
        select(
            Attribution.id,
            Attribution.form,
            Attribution.check_result,
            Attribution.snapshot_id,
            func.coalesce(Attribution.wording, Statement.text),
            Attribution.exact,
        )
        .join(Statement, Statement.id == Attribution.statement_id)
        .where(Attribution.id.in_(ids), Attribution.check_result.in_(_SAID_VERIFIED))
        .order_by(Attribution.snapshot_id, Attribution.id)
    )
    doubtful: dict[int, str] = {}
    held: tuple[int | None, str] = (None, "")
    for one, form, said, snapshot_id, wording, printed in rows:
        if snapshot_id is not None and snapshot_id != held[0]:
            held = (
                snapshot_id,
                session.scalar(select(Snapshot.text).where(Snapshot.id == snapshot_id)) or "",
            )
        text = held[1] if snapshot_id is not None else ""
        places = tuple(Place(*span, printed="") for span in spans.get(one, ()) if span[1] <= len(text))
        as_printed = printed in (None, wording)
        if said != Outcome.exact or not as_printed or not is_plain(text, Recorded(wording, form, places)):
            doubtful[one] = said or ""
    return doubtful
