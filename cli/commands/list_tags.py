"""onrecord list tags"""

from __future__ import annotations

from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list tags",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the tags with the number of statements that carry them."""
    from onrecord.statements import queries as statement_queries

    with asking(database) as reader:
        tags = statement_queries.tags(reader)
    shown = cut(tags, limit or None)
    if as_json:
        print_json({"tag": name, "statements": count} for name, count in shown)
        tell_cut(len(shown), len(tags))
        return
    print_rows(("tag", "statements"), [(name, str(count)) for name, count in shown])
    tell_cut(len(shown), len(tags))
