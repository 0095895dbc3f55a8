"""onrecord ingest"""

from pathlib import Path
from typing import Annotated

import typer

from onrecord import review, sources
from onrecord.cli import review_steps as steps
from onrecord.cli import source_options as options
from onrecord.cli.app import single
from onrecord.cli.extracting import Engine, found_in
from onrecord.cli.options import AsJson, Database, DryRun, changing, reading
from onrecord.cli.output import print_json, remark
from onrecord.cli.reading_input import document, is_address
from onrecord.cli.review_steps import Done, Request
from onrecord.cli.reviewing import possible
from onrecord.cli.reviewing import review as show
from onrecord.errors import UsageError
from onrecord.records import Json
from onrecord.review import Sweep
from onrecord.sources import SourceFields

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
    accept: steps.Accept = None,
    threshold: steps.Threshold = 0.8,
    to: steps.To = None,
    from_: steps.From = None,
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
    request = Request(accept, threshold, to, from_)
    request.check()
    given = given or []
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
    file = steps.read_file(from_)
    read = [
        _Read(database, one, fields, engine, request, allow_private=allow_private, dry_run=dry_run)
        for one in given
    ]
    done = Done(sweep=read[0].swept if len(read) == 1 else None)
    if file is not None or (accept and not dry_run):
        with changing(database, rehearse=dry_run) as session:
            done = steps.decide(session, request, [] if dry_run else [one.citekey for one in read], file)
    if not dry_run:
        with reading(database) as session:
            for one in read:
                one.proposals = review.proposals(session, one.citekey)
            if to is not None:
                steps.write_file(session, to, [one.citekey for one in read if one.proposals])
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


class _Read:
    """One source read, stored (or with `dry_run` not), and what was proposed of it."""

    def __init__(
        self,
        database: Path | None,
        given: str,
        fields: SourceFields,
        engine: str | None,
        request: Request,
        *,
        allow_private: bool,
        dry_run: bool,
    ) -> None:
        text = document(given, allow_private=allow_private)
        author = fields.authors[0].strip("{} ") if len(fields.authors) == 1 else None
        found, made_by = found_in(text, engine, author=author, issued=fields.issued)
        self.dry_run = dry_run
        self.swept: Sweep | None = None
        with changing(database, rehearse=dry_run) as session:
            self.added = sources.add(session, fields, text, fetched=is_address(given))
            self.citekey = self.added.record.citekey
            self.stored = review.propose(session, self.citekey, text.text, found, engine=made_by)
            if dry_run and request.accept:
                self.swept = review.accept_confident(session, self.citekey, threshold=request.threshold)
            self.proposals = review.proposals(session, self.citekey)

    def as_json(self) -> Json:
        return {
            "source": self.citekey,
            "created": self.added.created,
            "new": self.stored.new,
            "known": self.stored.known,
            "still_rejected": self.stored.rejected,
            "proposals": [one.as_json() for one in self.proposals],
            "dry_run": self.dry_run,
        }

    def tell(self, *, quiet: bool) -> None:
        if quiet:
            remark(f"{self.citekey}: {self.stored.new} new, {self.stored.known} known.")
            return
        options.tell(self.added)
        steps.summarise(self.proposals)
        if not self.dry_run:
            steps.how_to_go_on(self.proposals, self.citekey)
