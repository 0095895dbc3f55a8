"""The options that `ingest` and `review` share."""

from __future__ import annotations

from onrecord.cli.spec import flag, option

ACCEPT = option(
    "--accept",
    help="Accept the proposals above the threshold; what would have to be guessed stays open.",
    metavar="WORD",
    complete=("confident",),
)
THRESHOLD = option(
    "--threshold",
    help="How confident a proposal must be for --accept, from 0 to 1.",
    metavar="NUMBER",
    kind="decimal",
    default=0.9,
)
TO = option(
    "--output",
    "-o",
    help="Write the proposals to a text file, to decide in an editor; - is standard output.",
    name="to",
    metavar="FILE",
    hidden=("--to",),
)
FROM = option(
    "--from",
    help="Do what such a text file says, all of it or nothing; - is standard input.",
    name="from_",
    metavar="FILE",
)
EDIT = flag("--edit", help="Decide in your editor: what the file says when it is closed is done.")
PLAIN = flag(
    "--plain",
    help="Ask in plain lines, one question at a time: for screen readers, plain terminals and pipes.",
)
SPEAKERS_OF = option(
    "--speakers",
    help="Who a label of the source is, in all its open proposals: 'SPEAKER_00=Ann Lee'. Repeatable.",
    metavar="LABEL=NAME",
    many=True,
)
FORCE = flag("--force", help="Replace the file of --output if there is one.")
