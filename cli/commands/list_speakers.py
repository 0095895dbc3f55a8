"""onrecord list speakers"""

from __future__ import annotations

from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import Command

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list speakers",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List speakers: slug, kind, number of statements, names."""
    from onrecord.speakers import queries as speaker_queries

    with asking(database) as reader:
        tell(
            speaker_queries.speakers(reader),
            limit,
            as_json=as_json,
            heading=("slug", "kind", "statements", "names"),
            line=lambda speaker: (
                speaker.slug,
                f"{speaker.kind}, unnamed" if speaker.unnamed else speaker.kind,
                str(speaker.statements),
                "; ".join(name.name for name in speaker.names) or speaker.name,
            ),
            document=lambda speaker: speaker.as_json(),
            none=("speakers", "Add one with: onrecord add speaker NAME"),
            total=speaker_queries.count(reader),
        )
