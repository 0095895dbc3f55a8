"""onrecord add source"""

from typing import Annotated

import typer

from onrecord.cli import source_options as options
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, refuse_database, writing
from onrecord.cli.output import print_json

app = single()

EXAMPLES = """Examples:

onrecord add source article.html

onrecord add source https://example.org/speech --date 2023-07-26

onrecord add source notes.txt --type article-magazine --title "A Visit" --author "Doe, Jane" --date 2023-08

onrecord add source --type book --title "Memoirs" --author "{Foreign Ministry}" --date 1962

curl -s https://example.org/a.html | onrecord add source - --citekey example-2023"""


@app.command(epilog=EXAMPLES)
def source(
    given: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE|URL|-]",
            help="The text to store. Without it the source is recorded, but its quotations are not checkable.",
            show_default=False,
        ),
    ] = None,
    type_: options.Type = None,
    title: options.Title = None,
    author: options.Author = None,
    container: options.Container = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.", show_default=False)] = None,
    date: options.Published = None,
    url: options.Url = None,
    archive_url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address of an archived copy.", show_default=False)
    ] = None,
    lang: options.Lang = None,
    citekey: options.Citekey = None,
    citekey_format: options.CitekeyFormat = None,
    allow_private: options.AllowPrivate = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Add a source, with its text as a stored copy that never changes.

    Read are plain text, Markdown, HTML, PDF, Word (docx), e-mail, subtitles (VTT, SRT), transcripts and TEI; pages and times
    become locators.

    What the page states of itself (title, author, date …) is filled in; options win over it. Authors become
    speakers.
    """
    from onrecord import sources
    from onrecord.cli.reading_input import document, is_address, reading_as_json
    from onrecord.sources import SourceFields

    refuse_database(database, given)
    fetched = given is not None and is_address(given)
    read = document(given, allow_private=allow_private) if given is not None else None
    fields = SourceFields(
        type=type_,
        title=title,
        authors=tuple(author or ()),
        container_title=container,
        publisher=publisher,
        issued=date,
        url=url,
        archive_url=archive_url,
        language=lang,
        citekey=citekey,
        citekey_format=citekey_format,
    )
    with writing(database) as session:
        added = sources.add(session, fields, read, fetched=fetched)
    if as_json:
        print_json([{**added.record.as_json(), "created": added.created, **reading_as_json(read)}])
    else:
        options.tell(added)
