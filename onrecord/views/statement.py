"""One statement with everything known about it: what `show` shows."""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.history import parts
from onrecord.history.queries import OperationRecord
from onrecord.model.record import Told, record
from onrecord.model.records import Json, Quote
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.statement_links import LinkedStatement

# How much of the stored text is shown on each side of the words, in code points.
AROUND = 160


@record()
class Context:
    """The words in their stored text: `pieces` alternate between surroundings and the words (marked).

    `before` and `after` tell whether the text goes on there; the surroundings end with whole words.
    """

    pieces: tuple[tuple[str, bool], ...]
    captured_at: str
    before: bool
    after: bool

    @property
    def printed(self) -> tuple[tuple[str, bool], ...]:
        """The pieces for a page: where lines were only full they run on, and … stands where the text goes on."""
        from onrecord.text.stretches import flows

        paragraphs = "".join(text for text, _ in self.pieces).split("\n\n")
        # Of the first line only the end is here, which says nothing of how long it was.
        judged = [paragraphs[0].partition("\n")[2] if self.before else paragraphs[0], *paragraphs[1:]]
        shown = "\n\n".join(
            paragraph.replace("\n", " ") if flows(known) else paragraph
            for paragraph, known in zip(paragraphs, judged, strict=True)
        )
        printed, end = [("… ", False)] if self.before else [], 0
        for text, marked in self.pieces:
            printed.append((shown[end : end + len(text)], marked))
            end += len(text)
        return (*printed, (" …", False)) if self.after else tuple(printed)

    def as_json(self) -> Json:
        return {
            "captured_at": self.captured_at,
            "pieces": [{"text": text, "marked": marked} for text, marked in self.pieces],
        }


@record()
class CheckRecord(Told):
    """What a verification found first, or found to be otherwise than before: the outcome in a copy, by its number."""

    outcome: str
    copy: int | None
    at: str


@record()
class StanceRecord(Told):
    """What the statement says of a claim."""

    stance: str
    claim: str
    text: str
    note: str | None


@record()
class StatementRecord:
    """A statement, its attributions (the one to cite first), its stances, the statements it is linked with and its history."""

    quotes: tuple[Quote, ...]
    contexts: tuple[Context | None, ...]
    checks: tuple[tuple[CheckRecord, ...], ...]
    stances: tuple[StanceRecord, ...]
    links: tuple[LinkedStatement, ...]
    history: tuple[OperationRecord, ...]

    @property
    def first(self) -> Quote:
        return self.quotes[0]

    def as_json(self) -> Json:
        first = self.first
        attributions: list[Json] = [
            {
                **quote.as_json(),
                "context": context.as_json() if context else None,
                "checks": [check.as_json() for check in checks],
            }
            for quote, context, checks in zip(self.quotes, self.contexts, self.checks, strict=True)
        ]
        return {
            **first.as_json(),
            "attributions": attributions,
            "links": [link.as_json() for link in self.links],
            "claims": [stance.as_json() for stance in self.stances],
            "history": [operation.as_json() for operation in self.history],
        }


_STANCES = """
SELECT stances.stance, claims.key, claims.text, stances.note FROM stances
  JOIN claims ON claims.id = stances.claim_id WHERE stances.statement_id = ? ORDER BY stances.id"""


def show_statement(reader: Reader, reference: str) -> StatementRecord:
    """The statement that KEY or KEY@CITEKEY names; with @, the attributions in that source only."""
    ids = statement_queries.attribution_ids(reader, reference)
    statement = statement_queries.statement_id(reader, reference.partition("@")[0])
    return StatementRecord(
        quotes=tuple(statement_queries.pointed(reader, statement_queries.quotes(reader, ids))),
        contexts=tuple([_context(reader, one) for one in ids]),
        checks=tuple([_checks(reader, one) for one in ids]),
        stances=tuple([StanceRecord(*row) for row in reader.rows(_STANCES, (statement,))]),
        links=tuple(_linked(reader, statement)),
        history=tuple(parts.touching(reader, parts.rows_of(reader, "statements", [statement], gone=False))),
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
    begins = first = _before_a_word(text, spans[0][0])
    pieces: list[tuple[str, bool]] = []
    for start, end in spans:
        pieces += [(text[begins:start], False), (text[start:end], True)]
        begins = end
    last = _after_a_word(text, begins)
    pieces.append((text[begins:last], False))
    return Context(
        tuple([piece for piece in pieces if piece[0]]),
        captured_at,
        before=first > 0,
        after=last < len(text),
    )


_CHECKS = """
SELECT ch.outcome, (SELECT count(*) FROM snapshots AS twin WHERE twin.source_id = sn.source_id AND twin.id <= sn.id), ch.at
  FROM checks AS ch LEFT JOIN snapshots AS sn ON sn.id = ch.snapshot_id WHERE ch.attribution_id = ? ORDER BY ch.id"""


def _checks(reader: Reader, attribution: int) -> tuple[CheckRecord, ...]:
    return tuple(
        [CheckRecord(outcome, copy or None, at) for outcome, copy, at in reader.rows(_CHECKS, (attribution,))]
    )


def _before_a_word(text: str, start: int) -> int:
    """Where the surroundings before `start` begin: with a word, where one begins within reach."""
    furthest = max(0, start - AROUND)
    index = furthest
    while 0 < index < start and not text[index - 1].isspace():
        index += 1
    return index if index < start else furthest


def _after_a_word(text: str, end: int) -> int:
    """Where the surroundings after `end` stop: with a word, where one ends within reach."""
    furthest = min(len(text), end + AROUND)
    index = furthest
    while end < index < len(text) and not text[index].isspace():
        index -= 1
    return index if index > end else furthest


def _linked(reader: Reader, statement: int) -> list[LinkedStatement]:
    """The statements that this one is linked with; most are with none."""
    if not reader.value(
        "SELECT EXISTS (SELECT 1 FROM statement_links WHERE ? IN (from_id, to_id))", (statement,)
    ):
        return []
    from onrecord.statements.links import linked_with

    return linked_with(reader, statement)
