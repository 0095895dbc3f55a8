"""What `show` shows, with and without Typer."""

from __future__ import annotations

from onrecord.cli import long_view
from onrecord.db.reader import Reader, array
from onrecord.model.records import Json
from onrecord.names import find_target
from onrecord.sources import captures
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries
from onrecord.views.statement import show_statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.names import Kind


def found(reader: Reader, name: str, kind: Kind | None = None) -> tuple[Json, Callable[[], None]]:
    """What `name` names, as JSON, and what prints it for people. NotFoundError and AmbiguousError as `find_target`."""
    target = find_target(reader, name, kind=kind)
    if target.kind in ("stance", "link", "verdict", "office", "tag"):
        from onrecord.cli import shown_small

        return shown_small.found(reader, target)
    if target.kind == "claim":
        from onrecord.cli import shown_claim

        return shown_claim.found(reader, target.name)
    if target.kind == "source":
        number = source_queries.source_id(reader, target.name)
        source = source_queries.source_records(reader, [number])[number]
        said = statement_queries.quotes(
            reader, reader.column("SELECT id FROM attributions WHERE source_id = ? ORDER BY id", (number,))
        )
        seen = captures.captures(reader, target.name)
        document = {
            **source.as_json(),
            "captures": [capture.as_json() for capture in seen],
            "quotes": [quote.as_json() for quote in said],
        }
        return document, lambda: long_view.source(source, seen, said)
    if target.kind == "speaker":
        from onrecord.speakers.offices import offices

        speaker = speaker_queries.speaker_record(reader, speaker_queries.speaker_id(reader, target.name))
        same = speaker_queries.same_as(reader, speaker_queries.speaker_id(reader, target.name))
        by = statement_queries.quotes(
            reader,
            reader.column(
                "SELECT id FROM attributions WHERE speaker_id IN (SELECT value FROM json_each(?)) ORDER BY id",
                (array(same),),
            ),
        )
        held = offices(reader, same[0])
        told = {
            **speaker.as_json(),
            "offices": [office.as_json() for office in held],
            "quotes": [quote.as_json() for quote in by],
        }
        return told, lambda: long_view.speaker(speaker, by, held)
    statement = show_statement(reader, target.name)
    return statement.as_json(), lambda: long_view.statement(statement)
