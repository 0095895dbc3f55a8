"""onrecord list sources"""

from __future__ import annotations

from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import Command
from onrecord.text.markup import plain

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list sources --json",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List sources: citekey, date, authors, title, stored copies, type, number of quotations."""
    from onrecord.sources import queries as source_queries

    with asking(database) as reader:
        records = source_queries.sources(reader)
        quoted = source_queries.quotes_of_each(reader)
    tell(
        records,
        limit,
        as_json=as_json,
        heading=("citekey", "issued", "authors", "title", "copies", "type", "quotes"),
        line=lambda source: (
            source.citekey,
            source.issued,
            "; ".join(creator.speaker.name for creator in source.creators),
            source.title and plain(source.title),
            str(len(source.snapshots)),
            source.type,
            str(quoted.get(source.citekey, 0)),
        ),
        document=lambda source: source.as_json(),
        none=("sources", "Add one with: onrecord ingest FILE|URL"),
    )
