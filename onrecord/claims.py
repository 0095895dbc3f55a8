"""Claims: propositions in neutral words, what statements say of them, and how they bear on each other."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import lookup, positions
from onrecord.db.models import Claim, ClaimLink, Stance, Statement
from onrecord.db.reader import of
from onrecord.db.words import CLAIM_LINKS, STANCES
from onrecord.errors import ConflictError, InputError, NotFoundError, UsageError
from onrecord.positions import ClaimRecord
from onrecord.text import fold, slugs
from onrecord.text.clean import check_input


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
    return session.get_one(Claim, positions.claim_id(of(session), wanted))


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
    return positions.claim_record(of(session), claim.id)


def remove(session: Session, claim: Claim) -> list[str]:
    """Removes a claim. ConflictError while statements, other claims or verdicts are linked to it."""
    stances = session.scalars(
        select(Statement.key)
        .join(Stance, Stance.statement_id == Statement.id)
        .where(Stance.claim_id == claim.id)
    ).all()
    links = [one.key for one in positions.related(of(session), claim.id)]
    judged = [f"the verdict of {one.reviewer.name}" for one in positions.verdicts(of(session), claim.id)]
    if stances or links or judged:
        raise ConflictError(
            f"{claim.key} is needed by {', '.join([*stances, *links, *judged])}. Take back those first."
        )
    session.delete(claim)
    session.flush()
    return [f"claim {claim.key}"]
