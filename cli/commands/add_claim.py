"""onrecord add claim"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, argument, option

COMMAND = Command(
    argument(
        "text", help="The proposition, in neutral words; - is standard input.", metavar="TEXT", required=True
    ),
    option("--note", help="What to know about it."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples='Example:  onrecord add claim "The delegation left on July 27." --note "dates disagree"',
)


def run(*, text: str, note: str | None, database: str | None, as_json: bool) -> None:
    """Add a proposition that can be true or false."""
    from onrecord.claims.write import add_claim
    from onrecord.cli.reading_input import wording

    words = wording(text)  # before others have to wait for it
    with recording(database) as store:
        record, created = add_claim(store, words, note)
    if as_json:
        print_json({**record.as_json(), "created": created})
    elif created:
        say(f"Added claim {record.key}: {record.text}", "green")
    else:
        say(f"Nothing added: that is claim {record.key} already.")
