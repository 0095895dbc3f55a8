"""What a name on the command line names: a statement, one of its attributions, a claim, a source or a speaker."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Select, delete, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from onrecord import claims, lookup, quotes, speakers
from onrecord.db.models import (
    Attribution,
    Claim,
    Creator,
    Proposal,
    Relay,
    Review,
    Snapshot,
    Source,
    Speaker,
    SpeakerName,
    Statement,
)
from onrecord.errors import AmbiguousError, ConflictError, NotFoundError, OnrecordError

Kind = Literal["statement", "attribution", "claim", "source", "speaker"]


@dataclass(frozen=True)
class Target:
    """What was named, and by which of its own names."""

    kind: Kind
    name: str


def find(session: Session, name: str) -> Target:
    """What `name` names. Exact names come before abbreviations and spellings; AmbiguousError where two kinds fit."""
    if "@" in name:
        lookup.attribution_ids(session, name)
        return Target("attribution", name)
    columns: tuple[tuple[Kind, InstrumentedAttribute[str]], ...] = (
        ("statement", Statement.key),
        ("claim", Claim.key),
        ("source", Source.citekey),
        ("speaker", Speaker.slug),
    )
    exact = [
        Target(kind, name)
        for kind, column in columns
        if session.scalar(select(func.count()).where(column == name))
    ]
    found = exact or _loosely(session, name)
    if not found:
        raise NotFoundError(f"Nothing is called {name!r}: no statement, claim, source or speaker.")
    if len(found) > 1:
        raise AmbiguousError(f"{name!r} names several things.", [f"{one.kind} {one.name}" for one in found])
    return found[0]


def _loosely(session: Session, name: str) -> list[Target]:
    found: list[Target] = []
    ways: tuple[tuple[Kind, Callable[[], str]], ...] = (
        ("statement", lambda: lookup.statement(session, name).key),
        ("claim", lambda: claims.find(session, name).key),
        ("speaker", lambda: speakers.find(session, name).slug),
    )
    for kind, resolve in ways:
        try:
            found.append(Target(kind, resolve()))
        except AmbiguousError:
            raise
        except OnrecordError:
            continue
    return found


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
    copied = select(Snapshot.id).where(Snapshot.source_id == source.id)
    session.execute(delete(Proposal).where(Proposal.snapshot_id.in_(copied)))
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
