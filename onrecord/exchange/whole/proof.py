"""Whether wordings from a file that are said to be verified stand where they are said to stand."""

from __future__ import annotations

from onrecord.db.clock import now
from onrecord.db.reader import array
from onrecord.matching import VERIFIED, Outcome, Place, Recorded
from onrecord.matching.judgement import is_plain
from onrecord.statements import verify
from onrecord.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.store import Store

# What a later check than the one at recording says of a wording that stood somewhere, it says of one that was verified.
_SAID_VERIFIED = frozenset((*map(str, VERIFIED), "drifted"))
_AMONG = "IN (SELECT value FROM json_each(?))"
BATCH = 500


def disproved(store: Store, ids: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """Those of the attributions that are not what they are said to be: reference, said, found; the latter is kept.

    Only what does not stand code point for code point at its own place in its own copy is looked for again.
    """
    for first in range(0, len(ids), BATCH):
        doubtful = _doubtful(store, ids[first : first + BATCH])
        for row_id, check in zip(doubtful, verify.check(store, list(doubtful)), strict=True):
            # Other words than it shows cannot be how it was printed.
            printed = check.quote.exact
            forged = printed is not None and fold.text_key(printed) != fold.text_key(check.quote.text)
            outcome = str(Outcome.altered if forged else check.outcome)
            if outcome != doubtful[row_id]:
                store.update("attributions", row_id, check_result=outcome, checked_at=now())
                yield check.quote.ref, doubtful[row_id], outcome


def _doubtful(store: Store, ids: Sequence[int]) -> dict[int, str]:
    """Those said to be verified, and as what, without those that stand at their own places as they are said to."""
    wanted = (array(ids),)
    spans: dict[int, list[tuple[int, int, bool]]] = {}
    for owner, start, end, quoted in store.rows(
        f'SELECT attribution_id, start, "end", quoted FROM spans WHERE attribution_id {_AMONG} '
        "ORDER BY attribution_id, position",
        wanted,
    ):
        spans.setdefault(owner, []).append((start, end, bool(quoted)))
    rows = store.rows(
        f"""
        SELECT a.id, a.form, a.check_result, a.snapshot_id, coalesce(a.wording, statements.text), a.exact, a.polarity
          FROM attributions AS a JOIN statements ON statements.id = a.statement_id
         WHERE a.id {_AMONG} ORDER BY a.snapshot_id, a.id""",
        wanted,
    )
    doubtful: dict[int, str] = {}
    held: tuple[int | None, str] = (None, "")
    for row_id, form, said, snapshot_id, wording, printed, polarity in rows:
        if said not in _SAID_VERIFIED:
            continue
        if snapshot_id is not None and snapshot_id != held[0]:
            held = (
                snapshot_id,
                store.value("SELECT text FROM snapshots WHERE id = ?", (snapshot_id,)) or "",
            )
        text = held[1] if snapshot_id is not None else ""
        places = tuple(Place(*span, printed="") for span in spans.get(row_id, ()) if span[1] <= len(text))
        as_printed = printed in (None, wording)
        recorded = Recorded(wording, form, places, polarity=polarity)
        if said != Outcome.exact or not as_printed or not is_plain(text, recorded):
            doubtful[row_id] = said
    return doubtful
