"""onrecord list tags"""

from __future__ import annotations

from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import Command

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list tags",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List tags, with the number of statements that have them."""
    from onrecord.statements import queries as statement_queries

    with asking(database) as reader:
        tags = statement_queries.tags(reader)
    tell(
        tags,
        limit,
        as_json=as_json,
        heading=("tag", "statements"),
        line=lambda tag: (tag[0], str(tag[1])),
        document=lambda tag: {"tag": tag[0], "statements": tag[1]},
        none=("tags", "Put one on a statement with: onrecord add tag KEY TAG"),
    )
