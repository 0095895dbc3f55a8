"""What a database holds, by the names that people type: for tests that look at rows."""

from onrecord.db.kept_rows import Snapshot
from onrecord.db.observations import newest_copy as newest
from onrecord.db.reader import Reader
from onrecord.db.rows import Attribution, Source, Statement
from onrecord.model.records import Quote
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries


def source(reader: Reader, citekey: str) -> Source:
    """The source with this citekey; NotFoundError otherwise."""
    return reader.get(Source, source_queries.source_id(reader, citekey))


def statement(reader: Reader, key: str) -> Statement:
    """The statement that `key` names or abbreviates; NotFoundError or AmbiguousError otherwise."""
    return reader.get(Statement, statement_queries.statement_id(reader, key))


def attribution(reader: Reader, reference: str) -> Attribution:
    """The one attribution that `reference` names."""
    (only,) = statement_queries.attribution_ids(reader, reference)
    return reader.get(Attribution, only)


def newest_copy(reader: Reader, source_id: int) -> Snapshot | None:
    """The latest stored copy of a source."""
    number = reader.value(f"SELECT {newest(':source')}", {"source": source_id})
    return reader.get(Snapshot, number) if number is not None else None


def quotes(reader: Reader, reference: str) -> list[Quote]:
    """The records of the attributions that `reference` names, the one to cite first."""
    return statement_queries.quotes(reader, statement_queries.attribution_ids(reader, reference))
