"""The balance of a claim: who asserts, denies and questions it, on what that rests, and what other claims add to it."""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.db.reader import array
from onrecord.model.light import defaultdict
from onrecord.model.record import record
from onrecord.model.vocabulary import STANCES
from onrecord.statements import queries as statement_queries
from onrecord.views import origins
from onrecord.views.dates import DAY
from onrecord.views.trace_days import day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.claim_records import VerdictRecord
    from onrecord.model.records import Json, Quote
    from onrecord.views.origins import Origins

    Row = tuple[str, int, int, int, int | None, int | None]

_AMONG = "SELECT value FROM json_each(?)"
# Whose attribution counts: who asserts the words, and who denies or asks them where the statement is taken to deny or to question the claim.
_SAID = (
    "a.polarity = CASE WHEN a.polarity = 'denied' AND stances.stance = 'denies' THEN 'denied' "
    "WHEN a.polarity = 'asked' AND stances.stance = 'questions' THEN 'asked' ELSE 'asserted' END"
)
# What a speaker may do with the words on each side, beside asserting them.
_ALSO = {"denies": "denied", "questions": "asked"}
# Statements of a claim, the earliest first: whether anybody is said to have said it, whether anybody with a name vouches for it, and
# the day by which it certainly was.
_ROWS = f"""
SELECT stances.stance, stances.statement_id,
       max(CASE WHEN a.status <> 'misattributed' AND {_SAID} THEN 1 ELSE 0 END),
       max(CASE WHEN a.status = 'misattributed' OR NOT ({_SAID}) OR sp.unnamed OR EXISTS (
             SELECT 1 FROM relays AS r JOIN speakers AS hop ON hop.id = r.speaker_id
              WHERE r.attribution_id = a.id AND hop.unnamed) THEN 0 ELSE 1 END),
       min(coalesce(a.said_max, CASE WHEN a.status = 'misattributed' THEN NULL ELSE st.said_max END, so.issued_max)), {DAY} AS day
  FROM stances JOIN statements AS st ON st.id = stances.statement_id
  JOIN attributions AS a ON a.statement_id = st.id JOIN sources AS so ON so.id = a.source_id
  JOIN speakers AS sp ON sp.id = a.speaker_id
 WHERE stances.claim_id = ? GROUP BY stances.id, stances.stance, stances.statement_id
 ORDER BY day ASC NULLS LAST, stances.id"""


@record()
class Bearing:
    """What statements on another claim say of this one: those that take `stance` on that claim speak for this one ("asserts") or
    against it ("denies"), as `side` says."""

    kind: str
    claim: str
    text: str
    stance: str
    side: str
    statements: int
    origins: Origins

    def as_json(self) -> Json:
        return {
            "kind": self.kind,
            "claim": self.claim,
            "text": self.text,
            "stance": self.stance,
            "statements": self.statements,
            "sources": self.origins.sources,
            "origins": len(self.origins.origins),
        }


@record()
class Weight:
    """One side of a claim. `statements` take the stance; of these, `unsaid` nobody is said to have said: they count for nothing else.

    `unnamed` are the keys of those that unnamed sources alone vouch for. `earliest` is what was certainly said before any other, as far as there are dates. `in_all` are the origins
    together with those of `bearings`.
    """

    stance: str
    statements: int
    unsaid: int
    unnamed: tuple[str, ...]
    origins: Origins
    earliest: Quote | None
    bearings: tuple[Bearing, ...]
    in_all: Origins

    @property
    def on_unnamed_alone(self) -> bool:
        """Whether everything on this side rests on unnamed sources."""
        return bool(self.unnamed) and len(self.unnamed) == self.statements - self.unsaid

    def as_json(self) -> Json:
        earliest = self.earliest
        return {
            "statements": self.statements,
            "unsaid": self.unsaid,
            "on_unnamed_sources_alone": list(self.unnamed),
            "sources": self.origins.sources,
            "origins": len(self.origins.origins),
            "earliest": None
            if earliest is None
            else {
                "ref": earliest.ref,
                "speaker": earliest.speaker.name,
                "said": earliest.said,
                "issued": earliest.source.issued,
            },
            "from_other_claims": [bearing.as_json() for bearing in self.bearings],
            "sources_in_all": self.in_all.sources,
            "origins_in_all": len(self.in_all.origins),
        }


@record()
class Balance:
    """Both sides of a claim and those who ask, in the order of STANCES, and the verdicts."""

    sides: tuple[Weight, ...]
    verdicts: tuple[VerdictRecord, ...]

    @property
    def disagreeing(self) -> bool:
        """Whether the verdicts disagree: their places on their scales, or else their words."""
        shares = [verdict.share for verdict in self.verdicts]
        known = [share for share in shares if share is not None]
        if len(known) == len(shares):
            return bool(known) and max(known) - min(known) > _APART
        return len({verdict.verdict.casefold() for verdict in self.verdicts}) > 1

    @property
    def open(self) -> bool:
        """Whether the claim is not settled: nobody gave a verdict, or the verdicts disagree."""
        return not self.verdicts or self.disagreeing

    def as_json(self) -> Json:
        return {
            "open": self.open,
            "verdicts_disagree": self.disagreeing,
            **{side.stance: side.as_json() for side in self.sides},
        }


_NEVER = 1 << 62
# Of two verdicts that agree, so much of their scales may lie between.
_APART = 0.2
# Of another claim: how it bears on this one, the stance on it, and the side here that this strengthens.
_FOLLOWS = {
    "contradicts": (("asserts", "denies"),),
    "supported by": (("asserts", "asserts"),),
    "supports": (("denies", "denies"),),
}


def balance_of(reader: Reader, claim: int) -> Balance:
    """The balance of the claim with this number."""
    counted, rows = _counted(reader, claim)
    bearings, others = _bearings(reader, claim)
    sides = []
    for stance in STANCES:
        mine = [row for row in rows if row[0] == stance]
        more = [statement for bearing in others[stance] for statement in bearing]
        sides.append(
            Weight(
                stance=stance,
                statements=len(mine),
                unsaid=sum(not said for _, _, said, *_ in mine),
                unnamed=_keys(reader, [one for _, one, said, named, *_ in mine if said and not named]),
                origins=_origins(reader, counted[stance]),
                earliest=_earliest(reader, mine),
                bearings=tuple([bearing for bearing in bearings if bearing.side == stance]),
                in_all=_origins(reader, [*counted[stance], *more]),
            )
        )
    return Balance(tuple(sides), tuple(claim_queries.verdicts(reader, claim)))


def _counted(reader: Reader, claim: int) -> tuple[Mapping[str, list[int]], Sequence[Row]]:
    """The statements of each stance that somebody is said to have said; and all rows."""
    rows: list[Row] = reader.rows(_ROWS, (claim,))
    counted: defaultdict[str, list[int]] = defaultdict(list)
    for stance, statement, said, *_ in rows:
        if said:
            counted[stance].append(statement)
    return counted, rows


def _bearings(reader: Reader, claim: int) -> tuple[list[Bearing], Mapping[str, list[list[int]]]]:
    """What other claims add, and the statements of it by the side that they strengthen."""
    bearings: list[Bearing] = []
    statements: defaultdict[str, list[list[int]]] = defaultdict(list)
    for other in claim_queries.related(reader, claim):
        counted, _ = _counted(reader, claim_queries.claim_id(reader, other.key))
        for stance, side in _FOLLOWS[other.kind]:
            if there := counted[stance]:
                statements[side].append(there)
                bearings.append(
                    Bearing(
                        other.kind, other.key, other.text, stance, side, len(there), _origins(reader, there)
                    )
                )
    return bearings, statements


def _origins(reader: Reader, statements: Sequence[int]) -> Origins:
    return origins.of(reader, _AMONG, (array(statements),))


def _earliest(reader: Reader, rows: Sequence[Row]) -> Quote | None:
    """Of what is said, what certainly was said before any other, as the report that appeared first gives it."""
    dated = [(by, one) for _, one, said, _, by, _ in rows if said and by is not None]
    if not dated:
        return None
    statement = min(dated)[1]
    quotes = statement_queries.quotes(
        reader, [one for _, one in statement_queries.citing(reader, [statement])]
    )
    counted = [
        quote
        for quote in quotes
        if quote.status != "misattributed" and quote.polarity in ("asserted", _ALSO.get(rows[0][0]))
    ]
    return min(counted, key=lambda quote: day(quote.said or quote.source.issued) or _NEVER)


def _keys(reader: Reader, statements: Sequence[int]) -> tuple[str, ...]:
    if not statements:
        return ()
    keys = dict(reader.rows(f"SELECT id, key FROM statements WHERE id IN ({_AMONG})", (array(statements),)))
    return tuple([keys[statement] for statement in statements])
