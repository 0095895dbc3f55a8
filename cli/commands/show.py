"""onrecord show"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from onrecord import claims, lookup, sources, speakers, statements, targets
from onrecord.cli import showing
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Named, reading
from onrecord.cli.output import print_json
from onrecord.records import Json
from onrecord.targets import Target

app = single()


@app.command(
    epilog="Examples:  onrecord show k7xq2m  ·  onrecord show k7xq2m@smith-2023  ·  onrecord show smith-2023 --json"
)
def show(name: Named, database: Database = None, as_json: AsJson = False) -> None:
    """Show one statement, claim, source or speaker with everything known about it."""
    with reading(database) as session:
        document, print_it = _found(session, targets.find(session, name))
    if as_json:
        print_json(document)
    else:
        print_it()


def _found(session: Session, target: Target) -> tuple[Json, Callable[[], None]]:
    match target.kind:
        case "statement" | "attribution":
            statement = statements.show(session, target.name)
            return statement.as_json(), lambda: showing.statement(statement)
        case "claim":
            claim = claims.record(session, claims.find(session, target.name))
            return claim.as_json(), lambda: showing.claim(claim)
        case "source":
            row = lookup.source(session, target.name)
            source = sources.record(session, row)
            said = lookup.quotes(session, sources.attributions_in(session, row))
            document = {**source.as_json(), "quotes": [quote.as_json() for quote in said]}
            return document, lambda: showing.source(source, said)
        case "speaker":
            speaker = speakers.record(session, speakers.find(session, target.name))
            return speaker.as_json(), lambda: showing.speaker(speaker)
