"""One claim with everything recorded: who is for it and against it, verdicts, origins. What the page of a claim shows."""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.claims.alike import alike
from onrecord.model.claim_records import Position
from onrecord.model.record import record
from onrecord.model.vocabulary import STANCES
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.periods import periods
from onrecord.views.balance import balance_of
from onrecord.views.dates import DAY, SPAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.claim_records import AlikeClaim, RelatedClaim, VerdictRecord
    from onrecord.model.records import SpeakerRef
    from onrecord.text.periods import Period
    from onrecord.views.balance import Balance, Weight
    from onrecord.views.origins import Origins

    # Statement, stance, note, day and span.
    Taken = tuple[int, str, str | None, int | None, int | None]

MOST_A_SIDE = 50


@record()
class Side:
    """Those who take a stance on a claim: the first MOST_A_SIDE of `statements`, the earliest first; and what they weigh."""

    stance: str
    positions: tuple[Position, ...]
    weight: Weight

    @property
    def statements(self) -> int:
        return self.weight.statements

    @property
    def origins(self) -> Origins:
        return self.weight.origins


@record(kw_only=True)
class Debate:
    """A claim with a side for each of STANCES, and a time line with a series for each.

    `undated` counts the statements without any date; `wavering` are speakers on more than one side; `alike` are claims worded
    nearly like it and not linked with it.
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
    alike: tuple[AlikeClaim, ...]
    balance: Balance

    @property
    def verdicts(self) -> tuple[VerdictRecord, ...]:
        return self.balance.verdicts


def debate_on(reader: Reader, wanted: str) -> Debate:
    """The claim with this key, or an unambiguous beginning of it. NotFoundError or AmbiguousError otherwise."""
    claim = claim_queries.claim_id(reader, wanted)
    [(key, text, note)] = reader.rows("SELECT key, text, note FROM claims WHERE id = ?", (claim,))
    rows = _rows(reader, claim)
    balance = balance_of(reader, claim)
    return Debate(
        id=claim,
        key=key,
        text=text,
        note=note,
        sides=tuple([_side(reader, weight, rows) for weight in balance.sides]),
        time_line=periods(
            [(day, STANCES.index(stance)) for _, stance, _, day, _ in rows if day is not None],
            len(STANCES),
            exact=max((span for *_, span in rows if span), default=1),
        ),
        undated=sum(day is None for _, _, _, day, _ in rows),
        wavering=_wavering(reader, claim),
        related=tuple(claim_queries.related(reader, claim)),
        alike=tuple(alike(reader, claim)),
        balance=balance,
    )


_ROWS = f"""
SELECT stances.statement_id, stances.stance, stances.note, {DAY} AS day, {SPAN}
  FROM stances JOIN statements AS st ON st.id = stances.statement_id
  JOIN attributions AS a ON a.statement_id = st.id JOIN sources AS so ON so.id = a.source_id
 WHERE stances.claim_id = ? GROUP BY stances.id ORDER BY day ASC NULLS LAST, stances.id"""


def _rows(reader: Reader, claim: int) -> list[Taken]:
    """Every position, the earliest first, those without a date last."""
    return reader.rows(_ROWS, (claim,))


def _side(reader: Reader, weight: Weight, rows: Sequence[Taken]) -> Side:
    stance = weight.stance
    taken = [row for row in rows if row[1] == stance]
    shown = taken[:MOST_A_SIDE]
    quotes = statement_queries.quotes(
        reader, statement_queries.cited_first(reader, [row[0] for row in shown])
    )
    return Side(
        stance,
        tuple([Position(stance, row[2], quote) for row, quote in zip(shown, quotes, strict=True)]),
        weight,
    )


def _wavering(reader: Reader, claim: int) -> tuple[SpeakerRef, ...]:
    rows = reader.rows(
        "SELECT DISTINCT attributions.speaker_id, stances.stance "
        "FROM attributions JOIN stances ON stances.statement_id = attributions.statement_id "
        "WHERE stances.claim_id = ? AND attributions.status <> 'misattributed'",
        (claim,),
    )
    refs = speaker_queries.speaker_refs(reader, {speaker for speaker, _ in rows})
    sides: dict[str, set[str]] = {}
    for speaker, stance in rows:
        sides.setdefault(refs[speaker].slug, set()).add(stance)
    both = {ref.slug: ref for ref in refs.values() if len(sides[ref.slug]) > 1}
    return tuple([both[slug] for slug in sorted(both)])
