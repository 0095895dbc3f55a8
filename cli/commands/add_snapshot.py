"""onrecord add snapshot"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, asking, complete_source, refuse_database, writing
from onrecord.cli.output import print_json, say

app = single()


EXAMPLES = """Examples:

onrecord add snapshot smith-2023 https://example.org/article

onrecord add snapshot smith-2023 saved.html --captured 2024-03-14 --archive-url https://archive.example/1/page"""


@app.command(epilog=EXAMPLES)
def snapshot(
    citekey: Annotated[
        str, typer.Argument(help="The source.", autocompletion=complete_source, show_default=False)
    ],
    given: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="The later copy.", show_default=False)],
    captured: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When the copy was made: a day, or a time in UTC. Default: now.",
            show_default=False,
        ),
    ] = None,
    archive_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where an archive keeps this copy.", show_default=False),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Store another copy of a source, and check its statements. The earlier ones stay; verify and diff tell what drifted.

    A text that is stored already is not stored twice; that the source had it again is recorded.
    """
    from onrecord import captures, sources
    from onrecord.cli.reading_input import document, reading_as_json
    from onrecord.cli.rejudging import counted, judge_again

    refuse_database(database, given)
    read = document(given, allow_private=allow_private)
    with writing(database) as session:
        added = sources.add_snapshot(session, citekey, read, captured=captured, archive_url=archive_url)
    with asking(database) as reader:
        newest = captures.copy(reader, citekey).number
    checks = judge_again(database, citekey) if added.captured and added.number == newest else []
    if as_json:
        kept = {"created": added.new_text, "captured": added.captured, "copy": added.number, "newest": newest}
        drifted = [check.quote.ref for check in checks if check.failed]
        print_json([{**added.source.as_json(), **kept, "drifted": drifted, **reading_as_json(read)}])
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
    if any(check.failed for check in checks):
        say(f"What changed: onrecord verify --in {citekey}, or onrecord diff {citekey}")
