"""One statement with everything known about it: what `show` shows."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import finding, past
from onrecord.db.reader import Reader, array, of
from onrecord.frozen import record
from onrecord.past import OperationRecord
from onrecord.records import Json, Quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# How much of the stored text is shown on each side of the words, in code points.
AROUND = 160


@record()
class Context:
    """The words in their stored text: `pieces` alternate between surroundings and the words (marked)."""

    pieces: tuple[tuple[str, bool], ...]
    captured_at: str

    def as_json(self) -> Json:
        return {
            "captured_at": self.captured_at,
            "pieces": [{"text": text, "marked": marked} for text, marked in self.pieces],
        }


@record()
class StanceRecord:
    """What the statement says of a claim."""

    stance: str
    claim: str
    text: str
    note: str | None

    def as_json(self) -> Json:
        return {"stance": self.stance, "claim": self.claim, "text": self.text, "note": self.note}


@record()
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


_STANCES = """
SELECT stances.stance, claims.key, claims.text, stances.note FROM stances
  JOIN claims ON claims.id = stances.claim_id WHERE stances.statement_id = ? ORDER BY stances.id"""


def show(asked: Session | Reader, reference: str) -> StatementRecord:
    """The statement that KEY or KEY@CITEKEY names; with @, the attributions in that source only."""
    reader = of(asked)
    ids = finding.attribution_ids(reader, reference)
    statement = finding.statement_id(reader, reference.partition("@")[0])
    return StatementRecord(
        quotes=tuple(finding.quotes(reader, ids)),
        contexts=tuple([_context(reader, one) for one in ids]),
        stances=tuple([StanceRecord(*row) for row in reader.rows(_STANCES, (statement,))]),
        history=tuple(past.of_rows(reader, _rows(reader, statement))),
    )


def _context(reader: Reader, attribution: int) -> Context | None:
    stored = reader.rows(
        "SELECT snapshots.text, snapshots.captured_at FROM attributions "
        "JOIN snapshots ON snapshots.id = attributions.snapshot_id WHERE attributions.id = ?",
        (attribution,),
    )
    spans = reader.rows(
        'SELECT start, "end" FROM spans WHERE attribution_id = ? ORDER BY position', (attribution,)
    )
    if not stored or not spans:
        return None
    text, captured_at = stored[0]
    at = max(0, spans[0][0] - AROUND)
    pieces: list[tuple[str, bool]] = []
    for start, end in spans:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at : at + AROUND], False))
    return Context(tuple([piece for piece in pieces if piece[0]]), captured_at)


def _rows(reader: Reader, statement: int) -> Sequence[tuple[str, int]]:
    """Every row that a statement consists of: (table, id)."""
    attributions = reader.column("SELECT id FROM attributions WHERE statement_id = ?", (statement,))
    rows = [("statements", statement), *(("attributions", one) for one in attributions)]
    for table in ("spans", "relays"):
        parts = reader.column(
            f"SELECT id FROM {table} WHERE attribution_id IN (SELECT value FROM json_each(?))",
            (array(attributions),),
        )
        rows += [(table, one) for one in parts]
    return rows
