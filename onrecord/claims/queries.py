"""Claims as records: what statements say of them, how they bear on each other, what examining them found; in plain SQL."""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.errors import AmbiguousError, Hint, NotFoundError
from onrecord.model.claim_records import ClaimRecord, Position, RelatedClaim, VerdictRecord
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries


def claim_id(reader: Reader, wanted: str) -> int:
    """The claim with this key, or an unambiguous beginning of it, or this very wording.

    NotFoundError or AmbiguousError otherwise.
    """
    exactly = reader.value(
        "SELECT id FROM claims WHERE key = ? OR text = ? ORDER BY id",
        (wanted.lower(), " ".join(wanted.split())),
    )
    if exactly is not None:
        return int(exactly)
    several = reader.rows(
        "SELECT id, key, text FROM claims WHERE substr(key, 1, length(:start)) = :start LIMIT 6",
        {"start": wanted.lower()},
    )
    if len(wanted) < statement_queries.SHORTEST_ABBREVIATION or not several:
        raise NotFoundError(f"There is no claim {wanted!r}.", hint=Hint("list_claims"))
    if len(several) > 1:
        raise AmbiguousError(
            f"{wanted!r} abbreviates several claims.", [f"{key} {text}" for _, key, text in several]
        )
    return int(several[0][0])


def claim_record(reader: Reader, claim: int) -> ClaimRecord:
    """The claim, who asserts, denies and questions it, and the claims it bears on."""
    [(key, text, note)] = reader.rows("SELECT key, text, note FROM claims WHERE id = ?", (claim,))
    positions = []
    for stance, comment, statement in reader.rows(
        "SELECT stance, stances.note, key FROM stances JOIN statements ON statements.id = stances.statement_id "
        "WHERE claim_id = ? ORDER BY stances.id",
        (claim,),
    ):
        [quote] = statement_queries.quotes(reader, statement_queries.attribution_ids(reader, statement)[:1])
        positions.append(Position(stance, comment, quote))
    return ClaimRecord(
        key, text, note, tuple(positions), tuple(related(reader, claim)), tuple(verdicts(reader, claim))
    )


def claim_records(reader: Reader) -> list[ClaimRecord]:
    """Every claim, in the order of recording."""
    return [claim_record(reader, one) for one in claim_ids(reader)]


def claim_ids(reader: Reader) -> list[int]:
    """Every claim by its id, in the order of recording."""
    return reader.column("SELECT id FROM claims ORDER BY id")


def related(reader: Reader, claim: int) -> list[RelatedClaim]:
    """The claims that a claim contradicts, supports or is supported by, in the order of recording."""
    rows = reader.rows(
        """
        SELECT links.kind, links.from_id, other.key, other.text
          FROM claim_links AS links
          JOIN claims AS other ON (links.from_id = :claim AND other.id = links.to_id)
                               OR (links.to_id = :claim AND other.id = links.from_id)
         ORDER BY links.id""",
        {"claim": claim},
    )
    return [
        RelatedClaim("supported by" if kind == "supports" and source != claim else kind, key, text)
        for kind, source, key, text in rows
    ]


def verdicts(reader: Reader, claim: int) -> list[VerdictRecord]:
    """The verdicts on a claim, in the order in which they were recorded."""
    rows = reader.rows(
        "SELECT reviewer_id, verdict, rating, worst, best, published, citekey FROM reviews "
        "LEFT JOIN sources ON sources.id = reviews.source_id WHERE claim_id = ? ORDER BY reviews.id",
        (claim,),
    )
    reviewers = speaker_queries.speaker_refs(reader, {row[0] for row in rows})
    return [VerdictRecord(reviewers[reviewer], *rest) for reviewer, *rest in rows]
