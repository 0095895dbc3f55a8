"""onrecord add tag"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, KEY, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import TAGS, Command, argument, option
from onrecord.errors import UsageError

COMMAND = Command(
    KEY,
    argument("tags", help="Tags to add.", metavar="[TAG]...", many=True, complete=TAGS),
    option("--remove", help="A tag to remove. Repeatable.", metavar="TAG", many=True, complete=TAGS),
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord add tag k7xq2m sanctions arms  ·  onrecord add tag k7xq2m --remove arms",
)


def run(
    *, key: str, tags: list[str] | None, remove: list[str] | None, database: str | None, as_json: bool
) -> None:
    """Add tags to a statement, or remove them."""
    from onrecord.db.rows import Statement
    from onrecord.statements import queries as statement_queries
    from onrecord.statements.tag import tag_statement

    if not tags and not remove:
        raise UsageError("Give a TAG to put on, or --remove TAG.")
    with recording(database) as store:
        statement = store.get(Statement, statement_queries.statement_of(store, key))
        carried = tag_statement(store, statement.id, tags or (), remove or ())
    if as_json:
        print_json({"key": statement.key, "tags": list(carried)})
    else:
        say(f"{statement.key}: {', '.join(carried) or 'no tags'}")
