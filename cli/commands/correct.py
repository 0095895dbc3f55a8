"""onrecord correct"""

from __future__ import annotations

from onrecord.cli import source_options as options
from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SOURCES, Command, argument
from onrecord.text.markup import plain

EXAMPLES = """Examples:

onrecord correct smith-2023 --title "Ferries and fog" --date 2023-08-08

onrecord correct smith-2023 --citekey smithFerries2023     (its quotations follow; undo brings the old one back)

onrecord correct smith-2023 --author "Smith, Ann" --author "{Harbour Facts}" --url ''"""


COMMAND = Command(
    argument("source", help="The source.", metavar="CITEKEY", required=True, complete=SOURCES),
    *options.DETAILS,
    options.LANG,
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    source: str,
    citekey: str | None,
    type_: str | None,
    title: str | None,
    author: list[str] | None,
    container: str | None,
    publisher: str | None,
    date: str | None,
    accessed: str | None,
    url: str | None,
    archive_url: str | None,
    lang: str | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Correct the details of a source. An empty value removes a detail; stored copies never change."""
    from onrecord.sources.correct import Corrections, correct_source

    corrections = Corrections(
        citekey=citekey,
        type=type_,
        title=title,
        authors=tuple(author) if author else None,
        container_title=container,
        publisher=publisher,
        issued=date,
        accessed=accessed,
        url=url,
        archive_url=archive_url,
        language=lang,
    )
    with recording(database, rehearse=dry_run) as store:
        record, changed = correct_source(store, source, corrections)
    if as_json:
        print_json({**record.as_json(), "changed": changed, "dry_run": dry_run})
    elif changed:
        say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {source}")
        say(f"  {record.citekey}: {plain(record.title or 'untitled')}")
        say(options.described(record))
    else:
        say(f"Nothing changed: {source} is recorded so.")
