"""onrecord list offices"""

from __future__ import annotations

from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import SPEAKERS, Command, option

COMMAND = Command(
    option("--by", help="Held by this speaker.", metavar="SPEAKER", complete=SPEAKERS),
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list offices  ·  onrecord list offices --by sergei-shoigu --json",
)


def run(*, by: str | None, limit: int | None, database: str | None, as_json: bool) -> None:
    """List offices that speakers held: name (SPEAKER/TITLE), holder, title, start, end, source, note."""
    from onrecord.speakers.offices import offices
    from onrecord.speakers.queries import speaker_id

    with asking(database) as reader:
        found = offices(reader, None if by is None else speaker_id(reader, by))
    tell(
        found,
        limit,
        as_json=as_json,
        heading=("office", "speaker", "title", "time", "source", "note"),
        line=lambda office: (
            office.ref,
            office.speaker_name,
            office.title,
            office.time,
            office.source,
            office.note,
        ),
        document=lambda office: office.as_json(),
        none=("offices", "Add one with: onrecord add office SPEAKER TITLE"),
    )
