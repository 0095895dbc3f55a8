"""What `show` shows, with and without Typer."""

from __future__ import annotations

from onrecord.cli import long_view
from onrecord.db.reader import Reader, array
from onrecord.names import find_target
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.long_view import Shown
    from onrecord.names import Kind


def found(reader: Reader, name: str, kind: Kind | None = None) -> Shown:
    """What `name` names. NotFoundError and AmbiguousError as `find_target`."""
    target = find_target(reader, name, kind=kind)
    # Each of them loads what it is made of, and none what the others are.
    if target.kind in ("stance", "link", "verdict", "office", "tag"):
        from onrecord.cli import shown_small

        return shown_small.found(reader, target)
    if target.kind == "claim":
        from onrecord.cli import shown_claim

        return shown_claim.found(reader, target.name)
    if target.kind == "source":
        return _source(reader, target.name)
    if target.kind == "speaker":
        return _speaker(reader, target.name)
    from onrecord.views.statement import show_statement

    statement = show_statement(reader, target.name)
    return statement.as_json, lambda: long_view.statement(statement)


def _source(reader: Reader, citekey: str) -> Shown:
    from onrecord.sources import captures, queries

    number = queries.source_id(reader, citekey)
    source = queries.source_records(reader, [number])[number]
    said = statement_queries.quotes(
        reader, reader.column("SELECT id FROM attributions WHERE source_id = ? ORDER BY id", (number,))
    )
    seen = captures.captures(reader, citekey)
    return lambda: {
        **source.as_json(),
        "captures": [capture.as_json() for capture in seen],
        "quotes": [quote.as_json() for quote in said],
    }, lambda: long_view.source(source, seen, said)


def _speaker(reader: Reader, slug: str) -> Shown:
    from onrecord.speakers import queries
    from onrecord.speakers.offices import offices

    speaker = queries.speaker_record(reader, queries.speaker_id(reader, slug))
    same = queries.same_as(reader, queries.speaker_id(reader, slug))
    by = statement_queries.quotes(
        reader,
        reader.column(
            "SELECT id FROM attributions WHERE speaker_id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (array(same),),
        ),
    )
    held = offices(reader, same[0])
    return lambda: {
        **speaker.as_json(),
        "offices": [office.as_json() for office in held],
        "quotes": [quote.as_json() for quote in by],
    }, lambda: long_view.speaker(speaker, by, held)
