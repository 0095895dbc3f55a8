"""onrecord list attributions"""

from __future__ import annotations

from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows, remark
from onrecord.cli.plain import in_words, place
from onrecord.cli.spec import SOURCES, SPEAKERS, Command, option
from onrecord.db.reader import array

COMMAND = Command(
    option(
        "--in",
        help="In this source. Repeatable.",
        name="source",
        metavar="CITEKEY",
        many=True,
        complete=SOURCES,
    ),
    option("--by", help="To this speaker. Repeatable.", metavar="SPEAKER", many=True, complete=SPEAKERS),
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list attributions --in smith-2023  ·  onrecord list attributions --json",
)


def run(
    *, source: list[str] | None, by: list[str] | None, limit: int | None, database: str | None, as_json: bool
) -> None:
    """List attributions: name (KEY@CITEKEY), form, place, outcome of the last check, speaker, wording."""
    from onrecord.sources.queries import source_id
    from onrecord.speakers.queries import same_as, speaker_id
    from onrecord.statements import queries as statement_queries

    with asking(database) as reader:
        among = "IN (SELECT value FROM json_each(?))"
        sources = [source_id(reader, one) for one in source or ()]
        speakers = [number for one in by or () for number in same_as(reader, speaker_id(reader, one))]
        ids = reader.column(
            f"SELECT id FROM attributions WHERE (? OR source_id {among}) AND (? OR speaker_id {among}) ORDER BY id",
            (not sources, array(sources), not speakers, array(speakers)),
        )
        shown = cut(ids, limit or None)
        quotes = statement_queries.quotes(reader, shown)
    if as_json:
        print_json(quote.as_json() for quote in quotes)
    else:
        print_rows(
            ("attribution", "form", "where", "outcome", "speaker", "wording"),
            [
                (
                    quote.ref,
                    quote.form,
                    place(quote),
                    in_words(quote.check_result),
                    quote.speaker.name,
                    quote.shown,
                )
                for quote in quotes
            ],
        )
    if not ids and not as_json:
        remark(
            "Nothing found."
            if sources or speakers
            else "There are no attributions on record. Record one with: onrecord ingest FILE|URL"
        )
    tell_cut(len(shown), len(ids))
