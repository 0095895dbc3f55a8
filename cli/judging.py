"""What `onrecord speakers same`, `different` and `unsure` have in common."""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SPEAKERS, Command, argument, flag, option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.spec import Parameter

_ONE = argument("speaker", help="A slug or a name.", metavar="SPEAKER", required=True, complete=SPEAKERS)
_OTHER = argument("other", help="The other speaker.", metavar="SPEAKER", required=True, complete=SPEAKERS)
_REASON = option("--reason", help="Why you think so.")
MERGE = flag("--merge", help="Merge the first into the second as well, as onrecord merge does.")


def command(example: str, *more: Parameter) -> Command:
    """The table of one of them."""
    return Command(
        _ONE, _OTHER, _REASON, *more, DATABASE, AS_JSON, acts=True, examples=f"Example:  {example}"
    )


def judged(
    judgement: str,
    speaker: str,
    other: str,
    reason: str | None,
    database: str | None,
    *,
    as_json: bool,
    merge: bool = False,
) -> None:
    """Remembers a judgement of two speakers, merges them where that is asked for, and says so."""
    from onrecord.speakers.judge import judge
    from onrecord.speakers.write import find_speaker, merge_speakers

    with recording(database, backup="merge" if merge else "") as store:
        first, second = find_speaker(store, speaker), find_speaker(store, other)
        record = judge(store, first, second, judgement, reason)
        concerned = merge_speakers(store, first, second) if merge else None
    if as_json:
        print_json({**record.as_json(), "merged": merge})
        return
    said = {"same": "are one", "different": "are two", "unsure": "may be one or two"}[judgement]
    say(f"{record.first} and {record.second} {said}. They are not suggested again.")
    if concerned is not None:
        say(
            f"Merged {record.first} into {record.second}: {concerned} attribution{'s' if concerned != 1 else ''}."
        )
    elif judgement == "same":
        say(f"To make one of them: onrecord merge {record.first} {record.second}")
