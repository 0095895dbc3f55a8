"""onrecord verdict"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, complete_claim, complete_source, complete_speaker, writing
from onrecord.cli.output import print_json, say
from onrecord.errors import UsageError

app = single()

EXAMPLES = """Examples:

onrecord verdict c-4hd2 False --by "Harbour Facts" --in harbour-facts-2024 --date 2024-04-01

onrecord verdict c-4hd2 "Mostly true" --by berit-quist --rating 4 --worst 1 --best 5

onrecord verdict c-4hd2 --by "Harbour Facts" --in harbour-facts-2024 --none"""


@app.command(epilog=EXAMPLES)
def verdict(
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="The claim.", autocompletion=complete_claim, show_default=False),
    ],
    by: Annotated[
        str, typer.Option(help="Who examined it.", autocompletion=complete_speaker, show_default=False)
    ],
    words: Annotated[
        str | None,
        typer.Argument(
            metavar="[VERDICT]", help="What they found, in their own words (“False”).", show_default=False
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="CITEKEY",
            help="The source the verdict stands in.",
            autocompletion=complete_source,
            show_default=False,
        ),
    ] = None,
    rating: Annotated[float | None, typer.Option(help="The rating, a number.", show_default=False)] = None,
    worst: Annotated[
        float | None, typer.Option(help="The worst rating of their scale.", show_default=False)
    ] = None,
    best: Annotated[
        float | None, typer.Option(help="The best rating of their scale.", show_default=False)
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="EDTF", help="When it was published.", show_default=False)
    ] = None,
    new_speaker: Annotated[
        bool,
        typer.Option("--new-speaker", help="Add the reviewer as an organisation where nobody is called so."),
    ] = False,
    none: Annotated[bool, typer.Option("--none", help="Take the verdict back.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Record what somebody who examined a claim found. onrecord itself never judges."""
    from onrecord import claims, verdicts
    from onrecord.verdicts import VerdictFields

    if none == bool(words):
        raise UsageError('Give either the VERDICT, such as "False", or --none.')
    with writing(database) as session:
        found = claims.find(session, claim)
        if words:
            given = VerdictFields(
                by=by,
                verdict=words,
                source=source,
                rating=rating,
                worst=worst,
                best=best,
                published=date,
                new_speaker=new_speaker,
            )
            verdicts.give(session, found, given)
        else:
            verdicts.take_back(session, found, by, source)
        record = claims.record(session, found)
    if as_json:
        print_json([record.as_json()])
    else:
        say(f"{by}: {words or 'no verdict'} on {record.key}: {record.text}")
