"""onrecord list speakers"""

from __future__ import annotations

from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list speakers",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the speakers: slug, kind, number of statements, names."""
    from onrecord.speakers import queries as speaker_queries

    with asking(database) as reader:
        records = speaker_queries.speakers(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
        tell_cut(len(shown), len(records))
        return
    print_rows(
        ("slug", "kind", "statements", "names"),
        [
            (
                record.slug,
                f"{record.kind}, unnamed" if record.unnamed else record.kind,
                str(record.statements),
                "; ".join(name.name for name in record.names) or record.name,
            )
            for record in shown
        ],
    )
    tell_cut(len(shown), len(records))
