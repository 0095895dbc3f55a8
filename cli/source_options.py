"""The options that say what a source is, for the commands that add one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.output import say
from onrecord.db.words import SOURCE_TYPES
from onrecord.records import SourceRecord

Type = Annotated[
    str | None,
    typer.Option(
        "--type",
        metavar="CSL-TYPE",
        help="What it is: article-newspaper, book, speech, interview … Default: what the page says, "
        "else webpage for an address and document for a file.",
        autocompletion=lambda: list(SOURCE_TYPES),
        show_default=False,
    ),
]
Title = Annotated[str | None, typer.Option("--title", help="Its title.", show_default=False)]
Author = Annotated[
    list[str] | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help='"Family, Given" or a plain name; an organisation in braces: "{KCNA}". Repeatable.',
        show_default=False,
    ),
]
Container = Annotated[
    str | None,
    typer.Option("--container", help="The paper, journal, site or book it appeared in.", show_default=False),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="EDTF",
        help="When it appeared: 2023-08-08, 2023-08, 2023, 1850~ …",
        show_default=False,
    ),
]
Url = Annotated[
    str | None, typer.Option("--url", help="Its address, where it was read from a file.", show_default=False)
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="Its language: en, ru, ko …", show_default=False),
]
Citekey = Annotated[
    str | None,
    typer.Option(
        "--citekey", help="The name it is cited by. Default: made from author and year.", show_default=False
    ),
]
CitekeyFormat = Annotated[
    str | None,
    typer.Option(
        "--citekey-format",
        metavar="FORMULA",
        help="How citekeys are made, as in Better BibTeX: auth.lower + shorttitle(3,3) + year.",
        envvar="ONRECORD_CITEKEY_FORMAT",
        show_envvar=True,
        show_default=False,
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
]
if TYPE_CHECKING:
    from onrecord.sources import AddedSource


def tell(added: "AddedSource") -> None:
    """Says what adding a source did."""
    record = added.record
    if not added.created:
        say(f"Nothing added: this is {record.citekey}, {added.because}.")
        return
    say(f"Added source {record.citekey}: {record.title or 'untitled'}", "green")
    say(described(record))
    for copy in record.snapshots:
        say(f"  stored copy: {copy.characters:,} characters by {copy.extractor}, sha256 {copy.sha256[:12]}…")
    for author in added.authors:
        say(f"  author: {author.name} ({'new speaker' if author.created else 'known speaker'} {author.slug})")


def described(record: SourceRecord) -> str:
    """What a source is, in an indented line."""
    return f"  {_listed([record.type, record.issued, record.container_title, record.url])}"


def _listed(details: Sequence[str | None]) -> str:
    return " · ".join(detail for detail in details if detail)
