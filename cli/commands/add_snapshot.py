"""onrecord add snapshot"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, recording, refuse_database
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import SOURCES, Command, argument, flag, option
from onrecord.errors import UsageError

EXAMPLES = """Examples:

onrecord add snapshot smith-2023

onrecord add snapshot smith-2023 saved.html --captured 2024-03-14 --archive-url https://archive.example/1/page"""


COMMAND = Command(
    argument("citekey", help="The source.", required=True, complete=SOURCES),
    argument("file", help="The later copy. Default: fetch the source's address.", metavar="[FILE|URL|-]"),
    option("--captured", help="When the copy was made: a day, or a UTC time. Default: now.", metavar="TIME"),
    option("--archive-url", help="Where an archive keeps this copy.", metavar="URL"),
    flag("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    citekey: str,
    file: str | None,
    captured: str | None,
    archive_url: str | None,
    allow_private: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Store a later copy of a source, and check its statements. Earlier copies stay; verify and diff show what drifted.

    A text that is already stored is not stored twice; that the source had it again is recorded.
    """
    from onrecord.cli.output import counted
    from onrecord.cli.reading_input import document, reading_as_json
    from onrecord.proposals import queries as proposal_queries
    from onrecord.sources import captures
    from onrecord.sources.copies import add_snapshot
    from onrecord.statements.judge import judge_source

    refuse_database(database, file)
    place = file or _address(citekey, database)
    read = document(place, allow_private=allow_private)
    with recording(database) as store:
        added = add_snapshot(store, citekey, read, captured=captured, archive_url=archive_url)
        newest = captures.copy(store, citekey).number
        proposed = bool(proposal_queries.proposals(store, citekey))
        checks = judge_source(store, citekey) if added.captured and added.number == newest else []
    if as_json:
        kept = {"created": added.new_text, "captured": added.captured, "copy": added.number, "newest": newest}
        drifted = [check.quote.ref for check in checks if check.failed]
        print_json({**added.source.as_json(), **kept, "drifted": drifted, **reading_as_json(read)})
        return
    if not added.captured:
        say(f"Nothing added: copy {added.number} of {citekey} has the same text, and is its newest.")
        return
    if added.new_text:
        stored = f"Stored copy {added.number} of {citekey}."
    else:
        stored = f"Recorded another capture of copy {added.number} of {citekey}: the text is stored already."
    if added.number != newest:
        say(
            f"{stored} It is older than copy {newest}, which stays the newest. "
            f"Ask it: onrecord verify --in {citekey} --copy {added.number}"
        )
        return
    say(f"{stored} {counted(checks)}".rstrip())
    if not proposed:
        remark(f"See who says what in it: onrecord ingest {citekey}")
    if any(check.failed for check in checks):
        say(f"What changed: onrecord diff {citekey}")


def _address(citekey: str, database: str | None) -> str:
    from onrecord.sources.queries import source_named

    with asking(database) as reader:
        source = source_named(reader, citekey)
    if source is None or source.url is None:
        raise UsageError(f"{citekey} has no address. Give the file or the address of the copy.")
    return source.url
