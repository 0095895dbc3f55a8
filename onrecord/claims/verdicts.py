"""Verdicts: what somebody who examined a claim found (schema.org `ClaimReview`). onrecord records them, and makes none."""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.db.reader import array
from onrecord.db.rows import Claim, Speaker
from onrecord.errors import Hint, InputError, NotFoundError
from onrecord.model.claim_records import VerdictRecord
from onrecord.model.record import record
from onrecord.sources import queries as source_queries
from onrecord.speakers.write import find_or_add_speaker, find_speaker, same_speakers
from onrecord.text import dates
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store


@record(kw_only=True)
class VerdictFields:
    """What somebody says of a verdict. `rating` stands on the scale `worst` to `best`; `published` is EDTF."""

    by: str
    verdict: str
    source: str | None = None
    rating: float | None = None
    worst: float | None = None
    best: float | None = None
    published: str | None = None
    new_speaker: bool = False
    kind: str = "organisation"


def give_verdict(store: Store, claim: Claim, fields: VerdictFields) -> VerdictRecord:
    """Records a verdict, instead of the one that the same reviewer gave in the same source before.

    InputError: the rating has no scale or lies outside it, or the date is not EDTF.
    """
    verdict = " ".join(check_input(fields.verdict, "the verdict").split())
    if not verdict:
        raise InputError("The verdict is empty: give the reviewer's own words, such as “False”.")
    check_scale(fields)
    published = dates.typed(fields.published).text if fields.published else None
    reviewer = find_or_add_speaker(store, fields.by, create=fields.new_speaker, kind=fields.kind).speaker
    source_id = source_queries.source_id(store, fields.source) if fields.source else None
    values = {
        "verdict": verdict, "rating": fields.rating, "worst": fields.worst, "best": fields.best, "published": published,
    }  # fmt: skip
    review = _given(store, claim, reviewer, source_id)
    if review is None:
        store.insert("reviews", claim_id=claim.id, reviewer_id=reviewer.id, source_id=source_id, **values)
    else:
        store.update("reviews", review, **values)
    citekey = store.value("SELECT citekey FROM sources WHERE id = ?", (source_id,))
    return next(
        verdict
        for verdict in claim_queries.verdicts(store, claim.id)
        if (verdict.reviewer.slug, verdict.source) == (reviewer.slug, citekey)
    )


def take_back_verdict(store: Store, claim: Claim, by: str, source: str | None) -> None:
    """Removes a verdict. NotFoundError where this reviewer gave none there."""
    reviewer = find_speaker(store, by)
    review = _given(store, claim, reviewer, source_queries.source_id(store, source) if source else None)
    if review is None:
        where = f" in {source}" if source else ""
        raise NotFoundError(
            f"{reviewer.name} gave no verdict on {claim.key}{where}.", hint=Hint("show", name=claim.key)
        )
    store.delete("reviews", review)


def _given(store: Store, claim: Claim, reviewer: Speaker, source_id: int | None) -> int | None:
    review: int | None = store.value(
        "SELECT id FROM reviews WHERE claim_id = ? AND source_id IS ? "
        "AND reviewer_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (claim.id, source_id, array(same_speakers(store, reviewer))),
    )
    return review


def check_scale(fields: VerdictFields) -> None:
    """InputError: the rating has no scale or lies outside it, or the scale is upside down."""
    rating, worst, best = fields.rating, fields.worst, fields.best
    if (worst is None) != (best is None) or (rating is not None and worst is None):
        raise InputError("A rating needs its whole scale: give the rating, the worst and the best there is.")
    if worst is not None and best is not None:
        if not worst < best:
            raise InputError(f"The scale from {worst:g} to {best:g} is upside down: the worst comes first.")
        if rating is not None and not worst <= rating <= best:
            raise InputError(f"The rating {rating:g} is not on the scale from {worst:g} to {best:g}.")
