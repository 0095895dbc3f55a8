"""onrecord list sources"""

from __future__ import annotations

from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command
from onrecord.text.markup import plain

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list sources --json",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the sources: citekey, date, authors, title, stored copies, type, quotations."""
    from onrecord.sources import queries as source_queries

    with asking(database) as reader:
        records = source_queries.sources(reader)
        quoted = source_queries.quotes_of_each(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
        tell_cut(len(shown), len(records))
        return
    print_rows(
        ("citekey", "issued", "authors", "title", "copies", "type", "quotes"),
        [
            (
                record.citekey,
                record.issued,
                "; ".join(creator.speaker.name for creator in record.creators),
                record.title and plain(record.title),
                str(len(record.snapshots)),
                record.type,
                str(quoted.get(record.citekey, 0)),
            )
            for record in shown
        ],
    )
    tell_cut(len(shown), len(records))
