"""onrecord add claim"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import Command, argument, option

COMMAND = Command(
    argument(
        "text", help="The proposition, in neutral words; - is standard input.", metavar="TEXT", required=True
    ),
    option("--note", help="A note."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples='Example:  onrecord add claim "The delegation left on July 27." --note "dates disagree"',
)


def run(*, text: str, note: str | None, database: str | None, as_json: bool) -> None:
    """Add a proposition that can be true or false."""
    from onrecord.claims.alike import alike
    from onrecord.claims.write import add_claim, find_claim
    from onrecord.cli.reading_input import wording

    words = wording(text)  # before others have to wait for it
    with recording(database) as store:
        record, created = add_claim(store, words, note)
        near = alike(store, find_claim(store, record.key).id) if created else []
    if as_json:
        print_json({**record.as_json(), "created": created, "alike": [one.as_json() for one in near]})
    elif created:
        say(f"Added claim {record.key}: {record.text}", "green")
    else:
        say(f"Nothing added: that is claim {record.key} already.")
    for one in near:
        opposed = ", or its opposite" if one.opposed else ""
        remark(f"Worded nearly alike: {one.key}: {one.text} (The same claim{opposed}?)")
