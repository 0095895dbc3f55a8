"""Removing what was named, with what is part of it, and nothing that others need."""

from sqlalchemy import ColumnElement, Select, delete, func, or_, select
from sqlalchemy.orm import Session

from onrecord import claims, lookup, quotes
from onrecord.db.models import (
    Attribution,
    Capture,
    CitekeyAlias,
    Claim,
    Creator,
    Proposal,
    Relay,
    Review,
    Snapshot,
    Source,
    Speaker,
    SpeakerName,
)
from onrecord.errors import ConflictError
from onrecord.targets import Target


def remove(session: Session, target: Target) -> list[str]:
    """Removes what was named and what is part of it; returns what was removed, in words.

    ConflictError while other records depend on it: they are named.
    """
    match target.kind:
        case "statement":
            return quotes.remove_statement(session, lookup.statement(session, target.name))
        case "attribution":
            return quotes.remove_attribution(session, lookup.one_attribution(session, target.name))
        case "claim":
            return claims.remove(session, claims.find(session, target.name))
        case "source":
            return _remove_source(session, lookup.source(session, target.name))
        case "speaker":
            return _remove_speaker(session, target.name)


def _remove_source(session: Session, source: Source) -> list[str]:
    cited = select(Relay.attribution_id).where(Relay.cited_source_id == source.id)
    _refuse(
        session,
        f"The source {source.citekey}",
        select(Attribution.id).where(or_(Attribution.source_id == source.id, Attribution.id.in_(cited))),
    )
    _refuse_judged(session, f"The source {source.citekey}", Review.source_id == source.id)
    copies = session.scalar(select(func.count()).where(Snapshot.source_id == source.id)) or 0
    session.execute(delete(Creator).where(Creator.source_id == source.id))
    session.execute(delete(CitekeyAlias).where(CitekeyAlias.source_id == source.id))
    copied = select(Snapshot.id).where(Snapshot.source_id == source.id)
    session.execute(delete(Proposal).where(Proposal.snapshot_id.in_(copied)))
    session.execute(delete(Capture).where(Capture.source_id == source.id))
    session.execute(delete(Snapshot).where(Snapshot.source_id == source.id))
    session.delete(source)
    session.flush()
    stored = f" with {copies} stored {'copy' if copies == 1 else 'copies'}" if copies else ""
    return [f"source {source.citekey}{stored}"]


def _remove_speaker(session: Session, slug: str) -> list[str]:
    speaker = session.scalars(select(Speaker).where(Speaker.slug == slug)).one()
    through = select(Relay.attribution_id).where(Relay.speaker_id == speaker.id)
    _refuse(
        session,
        f"The speaker {slug}",
        select(Attribution.id).where(
            or_(
                Attribution.speaker_id == speaker.id,
                Attribution.translator_id == speaker.id,
                Attribution.id.in_(through),
            )
        ),
    )
    _refuse_judged(session, f"The speaker {slug}", Review.reviewer_id == speaker.id)
    made = session.scalars(
        select(Source.citekey)
        .join(Creator, Creator.source_id == Source.id)
        .where(Creator.speaker_id == speaker.id)
    ).all()
    merged = session.scalars(select(Speaker.slug).where(Speaker.merged_into_id == speaker.id)).all()
    if made or merged:
        raise ConflictError(f"The speaker {slug} is needed by {_some([*made, *merged])}.")
    session.execute(delete(SpeakerName).where(SpeakerName.speaker_id == speaker.id))
    session.delete(speaker)
    session.flush()
    return [f"speaker {slug}"]


def _refuse_judged(session: Session, what: str, dependents: ColumnElement[bool]) -> None:
    keys = session.scalars(
        select(Claim.key).join(Review, Review.claim_id == Claim.id).where(dependents)
    ).all()
    if keys:
        raise ConflictError(f"{what} is needed by verdicts on {_some(list(keys))}. Take those back first.")


def _refuse(session: Session, what: str, dependents: Select[int]) -> None:
    ids = list(session.scalars(dependents))
    if ids:
        refs = [quote.ref for quote in lookup.quotes(session, ids[:6])]
        raise ConflictError(f"{what} is needed by {_some(refs)}. Remove or change those first.")


def _some(names: list[str]) -> str:
    return ", ".join(names[:5]) + (" and more" if len(names) > 5 else "")
