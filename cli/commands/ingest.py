"""onrecord ingest"""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import review_options as deciding
from onrecord.cli import source_options as options
from onrecord.cli.app import single
from onrecord.cli.extracting import Engine
from onrecord.cli.options import AsJson, Database, DryRun, changing, database_path, reading, refuse_database
from onrecord.cli.output import print_json, remark
from onrecord.errors import OnrecordError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.cli.ingesting import Reading as Read

app = single()

EXAMPLES = """Examples:

onrecord ingest article.html

onrecord ingest https://example.org/article --accept confident

onrecord ingest interview.txt --author "Doe, Jane" --date 2023-08-08 --to review.md

onrecord ingest --from review.md"""


@app.command(epilog=EXAMPLES)
def ingest(
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|URL|-]...", help="What to read and store.", show_default=False),
    ] = None,
    accept: deciding.Accept = None,
    threshold: deciding.Threshold = 0.8,
    to: deciding.To = None,
    from_: deciding.From = None,
    force: deciding.Force = False,
    engine: Engine = None,
    type_: options.Type = None,
    title: options.Title = None,
    author: options.Author = None,
    container: options.Container = None,
    date: options.Published = None,
    url: options.Url = None,
    lang: options.Lang = None,
    citekey: options.Citekey = None,
    citekey_format: options.CitekeyFormat = None,
    allow_private: options.AllowPrivate = False,
    dry_run: DryRun = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Store a source and propose the statements that it attributes to somebody, for review.

    Nothing is recorded as said by anybody until it is accepted. Reading a source again proposes nothing twice, and
    what was rejected stays rejected.
    """
    from onrecord import review
    from onrecord.cli import review_steps as steps
    from onrecord.cli.ingesting import Reading
    from onrecord.cli.review_steps import Done, Request
    from onrecord.cli.reviewing import possible
    from onrecord.cli.reviewing import review as show
    from onrecord.cli.stopping import standing
    from onrecord.cli.streams import once
    from onrecord.outputs.guard import Guard
    from onrecord.sources import SourceFields

    guard = Guard(database_path(database), [*([from_] if from_ != to and from_ else []), *(given or [])])
    request = Request(accept, threshold, to, from_, guard, force)
    request.check()
    given = given or []
    once(*given, from_)
    if not given and from_ is None:
        raise UsageError("Say what to read: a FILE, a URL, or - for standard input.")
    if len(given) > 1 and any((title, url, citekey)):
        raise UsageError("--title, --url and --citekey are for one source: give them one by one.")
    fields = SourceFields(
        type=type_,
        title=title,
        authors=tuple(author or ()),
        container_title=container,
        issued=date,
        url=url,
        language=lang,
        citekey=citekey,
        citekey_format=citekey_format,
    )
    refuse_database(database, *given, from_)
    file = steps.read_file(from_)
    read: list[Reading] = []
    with standing(lambda: _what_stands(read, given, dry_run=dry_run)):
        for name in given:
            try:
                made = Reading(
                    database, name, fields, engine, request, allow_private=allow_private, dry_run=dry_run
                )
            except OnrecordError:
                if read and not dry_run:
                    remark(_what_stands(read, given, dry_run=dry_run))
                raise
            read.append(made)
    done = Done(sweep=read[0].swept if len(read) == 1 else None)
    if file is not None or (accept and not dry_run):
        with changing(database, rehearse=dry_run) as session:
            done = steps.decide(session, request, [] if dry_run else [one.citekey for one in read], file)
    if not dry_run:
        with reading(database) as session:
            for one in read:
                one.proposals = review.proposals(session, one.citekey)
            if to is not None:
                steps.write_file(session, request, [one.citekey for one in read if one.proposals])
    if to == "-":
        return
    if as_json:
        print_json([{**one.as_json(), **done.as_json()} for one in read] or [done.as_json()])
        return
    for one in read:
        one.tell(quiet=to is not None)
    steps.tell(done, dry_run=dry_run)
    undecided = [one.citekey for one in read if any(found.state == "open" for found in one.proposals)]
    if undecided and possible() and not (accept or to is not None or file is not None or dry_run):
        show(database, undecided[0])


def _what_stands(read: "Sequence[Read]", given: "Sequence[str]", *, dry_run: bool) -> str:
    if dry_run or not read:
        return "nothing was recorded."
    names = ", ".join(one.citekey for one in read)
    return (
        f"{len(read)} of {len(given)} were stored, with what was proposed of them: {names}. "
        "The same command goes on, and proposes nothing twice."
    )
