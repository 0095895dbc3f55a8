"""From the names that people type to rows of the mapped tables, for whoever changes them; `finding` is for reading.

Everything here takes a session, and sees what it has not written yet.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from onrecord.db.models import Attribution, Snapshot, Source, Statement
from onrecord.db.observations import newest_copy
from onrecord.db.reader import of
from onrecord.errors import AmbiguousError
from onrecord.model.records import Quote, SourceRecord, SpeakerRef
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries
from onrecord.statements.queries import split_ordinal

__all__ = [
    "attribution_ids",
    "newest_snapshot",
    "one_attribution",
    "quotes",
    "references",
    "source",
    "source_records",
    "speaker_refs",
    "split_ordinal",
    "statement",
]


def source(session: Session, citekey: str) -> Source:
    """The source with this citekey; NotFoundError otherwise."""
    return session.get_one(Source, source_queries.source_id(of(session), citekey))


def statement(session: Session, key: str) -> Statement:
    """The statement that `key` names or abbreviates; NotFoundError or AmbiguousError otherwise."""
    return session.get_one(Statement, statement_queries.statement_id(of(session), key))


def one_attribution(session: Session, reference: str) -> Attribution:
    """The one attribution that `reference` names; AmbiguousError where a KEY has several."""
    ids = attribution_ids(session, reference)
    if len(ids) != 1:
        raise AmbiguousError(
            f"{reference} has {len(ids)} attributions. Name one.",
            [quote.ref for quote in quotes(session, ids)],
        )
    return session.get_one(Attribution, ids[0])


def newest_snapshot(session: Session, source_id: int) -> Snapshot | None:
    """The latest stored copy of a source."""
    newest = of(session).value(f"SELECT {newest_copy(':source')}", {"source": source_id})
    return session.get_one(Snapshot, newest) if newest is not None else None


def attribution_ids(session: Session, reference: str) -> list[int]:
    """The attributions that KEY, KEY@CITEKEY or KEY@CITEKEY.2 names, the one to cite first."""
    return statement_queries.attribution_ids(of(session), reference)


def quotes(session: Session, ids: Sequence[int]) -> list[Quote]:
    """The records of the attributions with these ids, in this order; unknown ids are left out."""
    return statement_queries.quotes(of(session), ids)


def references(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """KEY@CITEKEY of each attribution, with its number where the source gives the statement twice."""
    return statement_queries.references(of(session), ids)


def speaker_refs(session: Session, ids: Iterable[int]) -> dict[int, SpeakerRef]:
    """Speakers by id, each resolved to the one it was merged into."""
    return speaker_queries.speaker_refs(of(session), ids)


def source_records(session: Session, ids: Iterable[int]) -> dict[int, SourceRecord]:
    """Sources by id, with creators and stored copies."""
    return source_queries.source_records(of(session), ids)
