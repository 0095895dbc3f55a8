"""One claim with everything recorded: who is for it and against it, verdicts, origins. What the page of a claim shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import claims, lookup, origins, positions
from onrecord.dating import DAY, SPAN
from onrecord.db.models import Attribution, Source, Stance, Statement
from onrecord.db.reader import of
from onrecord.db.rows import Claim
from onrecord.db.words import STANCES
from onrecord.origins import Origins
from onrecord.positions import Position, RelatedClaim, VerdictRecord
from onrecord.records import SpeakerRef
from onrecord.text.periods import Period, periods

MOST_A_SIDE = 50


@dataclass(frozen=True, slots=True)
class Side:
    """Those who take a stance on a claim: the first MOST_A_SIDE of `statements`, the earliest first."""

    stance: str
    positions: tuple[Position, ...]
    statements: int
    origins: Origins


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """A claim with a side for each of STANCES, and a time line with a series for each.

    `undated` counts the statements without any date; `wavering` are speakers on more than one side.
    """

    id: int
    key: str
    text: str
    note: str | None
    sides: tuple[Side, ...]
    time_line: tuple[Period, ...]
    undated: int
    wavering: tuple[SpeakerRef, ...]
    related: tuple[RelatedClaim, ...]
    verdicts: tuple[VerdictRecord, ...]


_Row = tuple[int, str, str | None, int | None, int | None]


def read(session: Session, wanted: str) -> Debate:
    """The claim with this key, or an unambiguous beginning of it. NotFoundError or AmbiguousError otherwise."""
    claim = claims.find(session, wanted)
    rows = _rows(session, claim)
    return Debate(
        id=claim.id,
        key=claim.key,
        text=claim.text,
        note=claim.note,
        sides=tuple(_side(session, claim, stance, rows) for stance in STANCES),
        time_line=periods(
            [(day, STANCES.index(stance)) for _, stance, _, day, _ in rows if day is not None],
            len(STANCES),
            exact=max((span for *_, span in rows if span), default=1),
        ),
        undated=sum(day is None for _, _, _, day, _ in rows),
        wavering=_wavering(session, claim),
        related=tuple(positions.related(of(session), claim.id)),
        verdicts=tuple(positions.verdicts(of(session), claim.id)),
    )


def _rows(session: Session, claim: Claim) -> list[_Row]:
    """Statement, stance, note, day and span of every position, the earliest first, those without a date last."""
    found = session.execute(
        select(Stance.statement_id, Stance.stance, Stance.note, DAY, SPAN)
        .join(Statement, Statement.id == Stance.statement_id)
        .join(Attribution, Attribution.statement_id == Statement.id)
        .join(Source, Source.id == Attribution.source_id)
        .where(Stance.claim_id == claim.id)
        .group_by(Stance.id)
        .order_by(DAY.asc().nulls_last(), Stance.id)
    )
    return list(found.all())


def _side(session: Session, claim: Claim, stance: str, rows: Sequence[_Row]) -> Side:
    taken = [row for row in rows if row[1] == stance]
    shown = taken[:MOST_A_SIDE]
    quotes = lookup.quotes(session, lookup.cited_first(session, [row[0] for row in shown]))
    return Side(
        stance,
        tuple(Position(stance, row[2], quote) for row, quote in zip(shown, quotes, strict=True)),
        len(taken),
        origins.of(
            session,
            select(Stance.statement_id).where(Stance.claim_id == claim.id, Stance.stance == stance),
        ),
    )


def _wavering(session: Session, claim: Claim) -> tuple[SpeakerRef, ...]:
    rows = session.execute(
        select(Attribution.speaker_id, Stance.stance)
        .join(Stance, Stance.statement_id == Attribution.statement_id)
        .where(Stance.claim_id == claim.id, Attribution.status != "misattributed")
        .distinct()
    ).all()
    people = lookup.speaker_refs(session, {speaker for speaker, _ in rows})
    sides: dict[str, set[str]] = {}
    for speaker, stance in rows:
        sides.setdefault(people[speaker].slug, set()).add(stance)
    found = {ref.slug: ref for ref in people.values() if len(sides[ref.slug]) > 1}
    return tuple(found[slug] for slug in sorted(found))
