"""onrecord cite"""

from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord import lookup
from onrecord.cite import FORMATS, format_items, read_items, styles
from onrecord.cite import cite as make_citations
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Keys, reading
from onrecord.cli.output import print_json, say
from onrecord.cli.reading_input import named
from onrecord.errors import UsageError
from onrecord.records import Json, Quote

app = single()

EXAMPLES = """Examples:

onrecord cite k7xq2m

onrecord cite k7xq2m k9ab3c@smith-2023 --style chicago-notes-bibliography

onrecord cite k7xq2m --format bibtex > quotes.bib

onrecord search --by Doe | onrecord cite - --format ris

onrecord cite --items library.json --style ieee --as bibliography"""


@app.command(epilog=EXAMPLES)
def cite(
    keys: Keys = None,
    style: Annotated[
        str,
        typer.Option(
            metavar="CSL-ID",
            help="apa, chicago-notes-bibliography, modern-language-association, any other CSL style, or a .csl file.",
            autocompletion=lambda: ["apa", "chicago-notes-bibliography", "modern-language-association"],
        ),
    ] = "apa",
    format_: Annotated[
        str,
        typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.", autocompletion=lambda: list(FORMATS)),
    ] = "text",
    force: Annotated[
        bool, typer.Option("--force", help="Cite also what failed verification, with a mark.")
    ] = False,
    items: Annotated[
        str | None,
        typer.Option(
            "--items",
            metavar="FILE",
            help="Format the items of a CSL-JSON file instead, without a database; - reads standard input.",
        ),
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="With --items: citation (a line an item) or bibliography (one list, as the style sorts it).",
            autocompletion=lambda: ["citation", "bibliography"],
        ),
    ] = None,
    each: Annotated[
        bool,
        typer.Option("--each", help="With --as bibliography: every item alone, a line each, in their order."),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Cite quotations. What came through others is cited as such; doubt is printed in every format.

    KEY cites the preferred attribution of a statement, else the earliest; KEY@CITEKEY the one in that source.
    """
    if items is not None:
        if keys:
            raise UsageError("Give either KEYs or --items, not both.")
        lines = _formatted(items, style, format_, as_ or "bibliography", each)
        if as_json:
            record: Json = {"style": style, "format": format_, "lines": lines}
            print_json(record)
        elif lines:
            say("\n".join(lines))
        return
    if as_ is not None or each:
        raise UsageError("--as and --each go with --items FILE.")
    references = named(keys)
    if not references:
        raise UsageError("Say what to cite: one or more KEYs.")
    if format_ not in FORMATS:
        raise UsageError(f"{format_!r} is not a format. Formats: {', '.join(FORMATS)}.")
    with reading(database) as session:
        ids = [lookup.attribution_ids(session, key)[0] for key in references]
        quotes = lookup.quotes(session, ids)
    if as_json:
        print_json(
            {
                **quote.as_json(),
                "style": style,
                "format": format_,
                "citation": _cited([quote], style, format_, force),
            }
            for quote in quotes
        )
    else:
        say(_cited(quotes, style, format_, force))


def _formatted(given: str, style: str, format_: str, as_: str, each: bool) -> list[str]:
    if as_ not in ("citation", "bibliography"):
        raise UsageError(f"{as_!r} is not a way to cite. Ways: citation, bibliography.")
    if each and as_ != "bibliography":
        raise UsageError("--each goes with --as bibliography.")
    return format_items(read_items(given), styles.load(style), as_=as_, format=format_, each=each)


def _cited(quotes: Sequence[Quote], style: str, format_: str, force: bool) -> str:
    return make_citations(quotes, style=style, format=format_, force=force)
