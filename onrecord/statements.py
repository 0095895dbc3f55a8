"""One statement with everything known about it: what `show` shows."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import claims, history, lookup
from onrecord.db.models import Attribution, Relay, Snapshot, Span, Statement
from onrecord.history import OperationRecord
from onrecord.records import Json, Quote

# How much of the stored text is shown on each side of the words, in code points.
AROUND = 160


@dataclass(frozen=True)
class Context:
    """The words in their stored text: `pieces` alternate between surroundings and the words (marked)."""

    pieces: tuple[tuple[str, bool], ...]
    captured_at: str

    def as_json(self) -> Json:
        return {
            "captured_at": self.captured_at,
            "pieces": [{"text": text, "marked": marked} for text, marked in self.pieces],
        }


@dataclass(frozen=True)
class StanceRecord:
    """What the statement says of a claim."""

    stance: str
    claim: str
    text: str
    note: str | None

    def as_json(self) -> Json:
        return {"stance": self.stance, "claim": self.claim, "text": self.text, "note": self.note}


@dataclass(frozen=True)
class StatementRecord:
    """A statement, its attributions (the one to cite first), its stances and its history."""

    quotes: tuple[Quote, ...]
    contexts: tuple[Context | None, ...]
    stances: tuple[StanceRecord, ...]
    history: tuple[OperationRecord, ...]

    @property
    def first(self) -> Quote:
        return self.quotes[0]

    def as_json(self) -> Json:
        first = self.first
        attributions: list[Json] = [
            {**quote.as_json(), "context": context.as_json() if context else None}
            for quote, context in zip(self.quotes, self.contexts, strict=True)
        ]
        return {
            **first.as_json(),
            "attributions": attributions,
            "claims": [stance.as_json() for stance in self.stances],
            "history": [operation.as_json() for operation in self.history],
        }


def show(session: Session, reference: str) -> StatementRecord:
    """The statement that KEY or KEY@CITEKEY names; with @, the attributions in that source only."""
    ids = lookup.attribution_ids(session, reference)
    statement = lookup.statement(session, reference.partition("@")[0])
    stances = tuple(
        StanceRecord(stance, claim.key, claim.text, note)
        for stance, claim, note in claims.of_statement(session, statement.id)
    )
    return StatementRecord(
        quotes=tuple(lookup.quotes(session, ids)),
        contexts=tuple(_context(session, one) for one in ids),
        stances=stances,
        history=tuple(history.of_rows(session, _rows(session, statement))),
    )


def _context(session: Session, attribution_id: int) -> Context | None:
    row = session.execute(
        select(Snapshot.text, Snapshot.captured_at)
        .join(Attribution, Attribution.snapshot_id == Snapshot.id)
        .where(Attribution.id == attribution_id)
    ).one_or_none()
    spans = session.execute(
        select(Span.start, Span.end).where(Span.attribution_id == attribution_id).order_by(Span.position)
    ).all()
    if row is None or not spans:
        return None
    text, captured_at = row
    at = max(0, spans[0].start - AROUND)
    pieces: list[tuple[str, bool]] = []
    for start, end in spans:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at : at + AROUND], False))
    return Context(tuple(piece for piece in pieces if piece[0]), captured_at)


def _rows(session: Session, statement: Statement) -> list[tuple[str, int]]:
    """Every row that a statement consists of: (table, id)."""
    attributions = session.scalars(
        select(Attribution.id).where(Attribution.statement_id == statement.id)
    ).all()
    rows = [("statements", statement.id), *(("attributions", one) for one in attributions)]
    for model in (Span, Relay):
        rows += [
            (model.__tablename__, one)
            for one in session.scalars(select(model.id).where(model.attribution_id.in_(attributions)))
        ]
    return rows
