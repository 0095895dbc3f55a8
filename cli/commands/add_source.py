"""onrecord add source"""

from typing import Annotated

import typer

from onrecord import sources
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, writing
from onrecord.cli.output import print_json, say
from onrecord.cli.reading_input import document, is_address
from onrecord.db.words import SOURCE_TYPES
from onrecord.sources import AddedSource, SourceFields

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
    type_: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="CSL-TYPE",
            help="What it is: article-newspaper, book, speech, interview … Default: what the page says, "
            "else webpage for an address and document for a file.",
            autocompletion=lambda: list(SOURCE_TYPES),
            show_default=False,
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.", show_default=False)] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help='"Family, Given" or a plain name; an organisation in braces: "{KCNA}". Repeatable.',
            show_default=False,
        ),
    ] = None,
    container: Annotated[
        str | None, typer.Option(help="The paper, journal, site or book it appeared in.", show_default=False)
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.", show_default=False)] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="EDTF", help="When it appeared: 2023-08-08, 2023-08, 2023, 1850~ …", show_default=False
        ),
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Its address, where it was read from a file.", show_default=False)
    ] = None,
    archive_url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address of an archived copy.", show_default=False)
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Its language: en, ru, ko …", show_default=False)
    ] = None,
    citekey: Annotated[
        str | None,
        typer.Option(help="The name it is cited by. Default: made from author and year.", show_default=False),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Add a source, with its text as a stored copy that never changes.

    What the page states of itself (title, author, date …) is filled in; options win over it. Authors become
    speakers.
    """
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
    )
    with writing(database) as session:
        added = sources.add(session, fields, read, fetched=fetched)
    if as_json:
        print_json([{**added.record.as_json(), "created": added.created}])
    else:
        _tell(added)


def _tell(added: AddedSource) -> None:
    record = added.record
    if not added.created:
        say(f"Nothing added: this is {record.citekey}, {added.because}.")
        return
    say(f"Added source {record.citekey}: {record.title or 'untitled'}", "green")
    details = [record.type, record.issued, record.container_title, record.url]
    say(f"  {' · '.join(detail for detail in details if detail)}")
    for copy in record.snapshots:
        say(f"  stored copy: {copy.characters:,} characters by {copy.extractor}, sha256 {copy.sha256[:12]}…")
    for author in added.authors:
        say(f"  author: {author.name} ({'new speaker' if author.created else 'known speaker'} {author.slug})")
