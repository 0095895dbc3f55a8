"""The options that `ingest` and `review` share."""

from __future__ import annotations

from onrecord.cli.spec import flag, option

ACCEPT = option(
    "--accept",
    help="Accept proposals above the threshold; anything that would be a guess stays open.",
    metavar="WORD",
    complete=("confident",),
)
THRESHOLD = option(
    "--threshold",
    help="The confidence that --accept requires, from 0 to 1.",
    metavar="NUMBER",
    kind="decimal",
    default=0.9,
)
TO = option(
    "--output",
    "-o",
    help="Write the proposals to a text file to edit; - is standard output.",
    name="to",
    metavar="FILE",
    hidden=("--to",),
)
FROM = option(
    "--from",
    help="Apply such a text file, all of it or nothing; - is standard input.",
    name="from_",
    metavar="FILE",
)
EDIT = flag("--edit", help="Decide in your editor: the file is applied when you close it.")
PLAIN = flag(
    "--plain",
    help="Ask in plain lines, one question at a time: for screen readers, plain terminals and pipes.",
)
SPEAKERS_OF = option(
    "--speakers",
    help="Name a label of the source in all its open proposals: 'SPEAKER_00=Ann Lee'. Repeatable.",
    metavar="LABEL=NAME",
    many=True,
)
FORCE = flag("--force", help="Overwrite the --output file if it exists.")
