"""onrecord add office"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SOURCES, SPEAKERS, Command, argument, option

FROM = option("--since", help="Start date: 2012-11-06, 2012-11, 2012 …", metavar="EDTF")
TO = option("--until", help="End date. Default: the office is still held.", metavar="EDTF")
COMMAND = Command(
    argument("speaker", help="Who held it: slug or name.", required=True, complete=SPEAKERS),
    argument("title", help='The title: "minister of defence".', required=True),
    FROM,
    TO,
    option("--in", help="The source that says so.", name="source", metavar="CITEKEY", complete=SOURCES),
    option("--note", help="A note."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples='Example:  onrecord add office sergei-shoigu "minister of defence" --since 2012-11-06 --until 2024-05-12',
)


def run(
    *,
    speaker: str,
    title: str,
    since: str | None,
    until: str | None,
    source: str | None,
    note: str | None,
    database: str | None,
    as_json: bool,
) -> None:
    """Record who held an office, and when. search --by TITLE@DATE then finds the holder."""
    from onrecord.sources.queries import source_id
    from onrecord.speakers.hold import OfficeFields, add_office
    from onrecord.speakers.write import find_speaker

    with recording(database) as store:
        number = source_id(store, source) if source else None
        fields = OfficeFields(title=title, since=since, until=until, source=number, note=note)
        entry = add_office(store, find_speaker(store, speaker), fields)
    if as_json:
        print_json(entry.as_json())
    else:
        say(f"{entry.ref}: {entry.title}{f', {entry.time}' if entry.time else ''}")
