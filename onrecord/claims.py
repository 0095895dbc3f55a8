"""Claims: propositions in neutral words, what statements say of them, and how they bear on each other."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from onrecord import lookup, verdicts
from onrecord.db.models import Claim, ClaimLink, Stance, Statement
from onrecord.db.words import CLAIM_LINKS, STANCES
from onrecord.errors import AmbiguousError, ConflictError, InputError, NotFoundError, UsageError
from onrecord.records import Json, Quote
from onrecord.text import fold, slugs
from onrecord.text.clean import check_input
from onrecord.verdicts import VerdictRecord


@dataclass(frozen=True)
class Position:
    """What a statement says of a claim; `quote` is the attribution to cite for it."""

    stance: str
    note: str | None
    quote: Quote

    def as_json(self) -> Json:
        return {"stance": self.stance, "note": self.note, **self.quote.as_json()}


@dataclass(frozen=True)
class RelatedClaim:
    """A claim that this one contradicts or supports, or that supports this one."""

    kind: str
    key: str
    text: str

    def as_json(self) -> Json:
        return {"kind": self.kind, "claim": self.key, "text": self.text}


@dataclass(frozen=True)
class ClaimRecord:
    """A claim with everything that is said of it."""

    key: str
    text: str
    note: str | None
    positions: tuple[Position, ...]
    related: tuple[RelatedClaim, ...]
    verdicts: tuple[VerdictRecord, ...] = ()

    def having(self, stance: str) -> list[Position]:
        """The positions that take this stance."""
        return [position for position in self.positions if position.stance == stance]

    def as_json(self) -> Json:
        return {
            "claim": self.key,
            "text": self.text,
            "note": self.note,
            **{stance: [one.as_json() for one in self.having(stance)] for stance in STANCES},
            "links": [one.as_json() for one in self.related],
            "verdicts": [one.as_json() for one in self.verdicts],
        }


def add(session: Session, text: str, note: str | None = None) -> tuple[ClaimRecord, bool]:
    """Adds a claim; False where it is recorded already."""
    wording = " ".join(check_input(text, "the claim").split())
    if not any(character.isalnum() for character in wording):
        raise InputError("The claim holds no letter or digit.")
    known = session.scalars(select(Claim).where(Claim.text == wording)).one_or_none()
    if known is not None:
        return record(session, known), False
    claim = Claim(
        key=_new_key(session, wording), text=wording, note=check_input(note, "the note") if note else None
    )
    session.add(claim)
    session.flush()
    return record(session, claim), True


def _new_key(session: Session, wording: str) -> str:
    # The prefix keeps claims and statements apart on the command line.
    length = 6
    while True:
        key = "c-" + slugs.statement_key(fold.identity_fold(wording), "", None, length=length)
        if session.scalar(select(Claim.id).where(Claim.key == key)) is None:
            return key
        length += 1


def find(session: Session, wanted: str) -> Claim:
    """The claim with this key, or an unambiguous beginning of it, or this very wording."""
    exactly = session.scalars(
        select(Claim).where(or_(Claim.key == wanted.lower(), Claim.text == " ".join(wanted.split())))
    ).first()
    if exactly is not None:
        return exactly
    several = session.scalars(
        select(Claim).where(Claim.key.startswith(wanted.lower(), autoescape=True)).limit(6)
    ).all()
    if len(wanted) < 4 or not several:
        raise NotFoundError(f"There is no claim {wanted!r}. See: onrecord list claims")
    if len(several) > 1:
        raise AmbiguousError(
            f"{wanted!r} abbreviates several claims.", [f"{c.key} {c.text}" for c in several]
        )
    return several[0]


def take_stance(
    session: Session, key: str, claim_name: str, stance: str | None, note: str | None = None
) -> ClaimRecord:
    """Records what a statement says of a claim, instead of what it said before; None takes it away."""
    if stance is not None and stance not in STANCES:
        raise UsageError(f"{stance!r} is not a stance. Choose from: {', '.join(STANCES)}.")
    statement, claim = lookup.statement(session, key.partition("@")[0]), find(session, claim_name)
    known = session.scalars(
        select(Stance).where(Stance.statement_id == statement.id, Stance.claim_id == claim.id)
    ).one_or_none()
    checked = (check_input(note, "the note") or None) if note is not None else None
    if stance is None:
        if known is None:
            raise NotFoundError(f"{statement.key} takes no stance on {claim.key}.")
        session.delete(known)
    elif known is None:
        session.add(Stance(statement_id=statement.id, claim_id=claim.id, stance=stance, note=checked))
    else:
        known.stance = stance
        known.note = checked if note is not None else known.note
    session.flush()
    return record(session, claim)


def link(session: Session, first: str, second: str, kind: str) -> ClaimRecord:
    """Records that `first` contradicts or supports `second`. A contradiction holds in both directions."""
    if kind not in CLAIM_LINKS:
        raise UsageError(f"{kind!r} is not a link. Choose from: {', '.join(CLAIM_LINKS)}.")
    one, other = find(session, first), find(session, second)
    if one.id == other.id:
        raise ConflictError("A claim cannot be linked to itself.")
    pairs = [(one.id, other.id)] + ([(other.id, one.id)] if kind == "contradicts" else [])
    if not any(_linked(session, pair, kind) for pair in pairs):
        session.add(ClaimLink(from_id=one.id, to_id=other.id, kind=kind))
        session.flush()
    return record(session, one)


def _linked(session: Session, pair: tuple[int, int], kind: str) -> bool:
    found = session.scalar(
        select(ClaimLink.id).where(
            ClaimLink.from_id == pair[0], ClaimLink.to_id == pair[1], ClaimLink.kind == kind
        )
    )
    return found is not None


def record(session: Session, claim: Claim) -> ClaimRecord:
    """The claim, who asserts, denies and questions it, and the claims it bears on."""
    positions = []
    for stance, key in session.execute(
        select(Stance, Statement.key)
        .join(Statement, Statement.id == Stance.statement_id)
        .where(Stance.claim_id == claim.id)
        .order_by(Stance.id)
    ):
        quote = lookup.quotes(session, lookup.attribution_ids(session, key)[:1])
        positions.append(Position(stance.stance, stance.note, quote[0]))
    return ClaimRecord(
        claim.key,
        claim.text,
        claim.note,
        tuple(positions),
        tuple(related(session, claim)),
        tuple(verdicts.of_claim(session, claim.id)),
    )


def related(session: Session, claim: Claim) -> list[RelatedClaim]:
    """The claims that a claim contradicts, supports or is supported by, in the order of recording."""
    other = aliased(Claim)
    rows = session.execute(
        select(ClaimLink.kind, ClaimLink.from_id, other.key, other.text)
        .join(
            other,
            or_(
                (ClaimLink.from_id == claim.id) & (other.id == ClaimLink.to_id),
                (ClaimLink.to_id == claim.id) & (other.id == ClaimLink.from_id),
            ),
        )
        .order_by(ClaimLink.id)
    )
    return [
        RelatedClaim("supported by" if kind == "supports" and source != claim.id else kind, key, text)
        for kind, source, key, text in rows
    ]


def of_statement(session: Session, statement_id: int) -> list[tuple[str, Claim, str | None]]:
    """The stances a statement takes: stance, claim, note."""
    rows = session.execute(
        select(Stance.stance, Claim, Stance.note)
        .join(Claim, Claim.id == Stance.claim_id)
        .where(Stance.statement_id == statement_id)
        .order_by(Stance.id)
    )
    return [(stance, claim, note) for stance, claim, note in rows]


def all_records(session: Session) -> list[ClaimRecord]:
    """Every claim, in the order of recording."""
    return [record(session, claim) for claim in session.scalars(select(Claim).order_by(Claim.id))]


def remove(session: Session, claim: Claim) -> list[str]:
    """Removes a claim. ConflictError while statements, other claims or verdicts are linked to it."""
    stances = session.scalars(
        select(Statement.key)
        .join(Stance, Stance.statement_id == Statement.id)
        .where(Stance.claim_id == claim.id)
    ).all()
    links = [one.key for one in related(session, claim)]
    judged = [f"the verdict of {one.reviewer.name}" for one in verdicts.of_claim(session, claim.id)]
    if stances or links or judged:
        raise ConflictError(
            f"{claim.key} is needed by {', '.join([*stances, *links, *judged])}. Take back those first."
        )
    session.delete(claim)
    session.flush()
    return [f"claim {claim.key}"]
