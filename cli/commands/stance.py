"""onrecord stance"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Key, complete_claim, writing
from onrecord.cli.output import print_json, say
from onrecord.errors import UsageError

app = single()


@app.command(epilog='Example:  onrecord stance k7xq2m c-4hd2 --denies --note "dates it to July 27"')
def stance(
    key: Key,
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="The claim.", autocompletion=complete_claim, show_default=False),
    ],
    asserts: Annotated[bool, typer.Option("--asserts", help="The statement says that it is so.")] = False,
    denies: Annotated[bool, typer.Option("--denies", help="The statement says that it is not so.")] = False,
    questions: Annotated[bool, typer.Option("--questions", help="The statement doubts it.")] = False,
    none: Annotated[bool, typer.Option("--none", help="Take the stance back.")] = False,
    note: Annotated[str | None, typer.Option(help="Why it is read so.", show_default=False)] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Say what a statement says of a claim."""
    from onrecord import claims

    chosen = {"asserts": asserts, "denies": denies, "questions": questions, None: none}
    if sum(chosen.values()) != 1:
        raise UsageError("Give one of --asserts, --denies, --questions and --none.")
    taken = next(name for name, given in chosen.items() if given)
    with writing(database) as session:
        record = claims.take_stance(session, key, claim, taken, note)
    if as_json:
        print_json([record.as_json()])
    else:
        say(f"{key} {taken or 'takes no stance on'} {record.key}: {record.text}")
