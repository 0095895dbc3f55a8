"""onrecord speakers forget"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SPEAKERS, Command, argument

COMMAND = Command(
    argument("speaker", help="A slug or a name.", metavar="SPEAKER", required=True, complete=SPEAKERS),
    argument("other", help="The other speaker.", metavar="SPEAKER", required=True, complete=SPEAKERS),
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Example:  onrecord speakers forget zhang-wei zhang-wei-2",
)


def run(*, speaker: str, other: str, database: str | None, as_json: bool) -> None:
    """Forget the judgement on two speakers, so that they are suggested again."""
    from onrecord.speakers.judge import forget
    from onrecord.speakers.write import find_speaker

    with recording(database) as store:
        first, second = find_speaker(store, speaker), find_speaker(store, other)
        forget(store, first, second)
    if as_json:
        print_json({"first": first.slug, "second": second.slug, "judgement": None})
    else:
        say(f"Nothing is known of {first.slug} and {second.slug} any more.")
