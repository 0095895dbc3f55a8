"""onrecord cite"""

from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord import lookup
from onrecord.cite import FORMATS
from onrecord.cite import cite as make_citations
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Keys, reading
from onrecord.cli.output import print_json, say
from onrecord.cli.reading_input import named
from onrecord.errors import UsageError
from onrecord.records import Quote

app = single()

EXAMPLES = """Examples:

onrecord cite k7xq2m

onrecord cite k7xq2m k9ab3c@smith-2023 --style chicago-notes-bibliography

onrecord cite k7xq2m --format bibtex > quotes.bib

onrecord search --by Doe | onrecord cite - --format ris"""


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
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Cite quotations. What came through others is cited as such; doubt is printed in every format.

    KEY cites the preferred attribution of a statement, else the earliest; KEY@CITEKEY the one in that source.
    """
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


def _cited(quotes: Sequence[Quote], style: str, format_: str, force: bool) -> str:
    return make_citations(quotes, style=style, format=format_, force=force)
