"""Verdicts: what somebody who examined a claim found (schema.org `ClaimReview`). onrecord records them, and makes none."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import lookup, positions, speakers
from onrecord.db.models import Claim, Review, Source, Speaker
from onrecord.db.reader import of
from onrecord.errors import InputError, NotFoundError
from onrecord.positions import VerdictRecord
from onrecord.text import edtf
from onrecord.text.clean import check_input


@dataclass(frozen=True, kw_only=True)
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


def give(session: Session, claim: Claim, fields: VerdictFields) -> VerdictRecord:
    """Records a verdict, instead of the one that the same reviewer gave in the same source before.

    InputError: the rating has no scale or lies outside it, or the date is not EDTF.
    """
    verdict = " ".join(check_input(fields.verdict, "the verdict").split())
    if not verdict:
        raise InputError("The verdict is empty: give the reviewer's own words, such as “False”.")
    _check_scale(fields)
    published = edtf.parse(fields.published).text if fields.published else None
    reviewer = speakers.find_or_create(
        session, fields.by, create=fields.new_speaker, kind=fields.kind
    ).speaker
    source = lookup.source(session, fields.source) if fields.source else None
    review = _given(session, claim, reviewer, source)
    if review is None:
        review = Review(claim_id=claim.id, reviewer_id=reviewer.id, source_id=source.id if source else None)
        session.add(review)
    review.verdict = verdict
    review.rating, review.worst, review.best = fields.rating, fields.worst, fields.best
    review.published = published
    session.flush()
    return next(one for one in positions.verdicts(of(session), claim.id) if _same(one, reviewer, source))


def take_back(session: Session, claim: Claim, by: str, source: str | None) -> None:
    """Removes a verdict. NotFoundError where this reviewer gave none there."""
    reviewer = speakers.find(session, by)
    review = _given(session, claim, reviewer, lookup.source(session, source) if source else None)
    if review is None:
        where = f" in {source}" if source else ""
        raise NotFoundError(
            f"{reviewer.name} gave no verdict on {claim.key}{where}. See: onrecord show {claim.key}"
        )
    session.delete(review)
    session.flush()


def _given(session: Session, claim: Claim, reviewer: Speaker, source: Source | None) -> Review | None:
    return session.scalars(
        select(Review).where(
            Review.claim_id == claim.id,
            Review.reviewer_id.in_(speakers.same_as(session, reviewer)),
            Review.source_id == source.id if source else Review.source_id.is_(None),
        )
    ).first()


def _same(one: VerdictRecord, reviewer: Speaker, source: Source | None) -> bool:
    return one.reviewer.slug == reviewer.slug and one.source == (source.citekey if source else None)


def _check_scale(fields: VerdictFields) -> None:
    rating, worst, best = fields.rating, fields.worst, fields.best
    if (worst is None) != (best is None) or (rating is not None and worst is None):
        raise InputError("A rating needs its whole scale: give the rating, the worst and the best there is.")
    if worst is not None and best is not None:
        if not worst < best:
            raise InputError(f"The scale from {worst:g} to {best:g} is upside down: the worst comes first.")
        if rating is not None and not worst <= rating <= best:
            raise InputError(f"The rating {rating:g} is not on the scale from {worst:g} to {best:g}.")
