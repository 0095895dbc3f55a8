"""The options that `ingest` and `review` share."""

from typing import Annotated

import typer

Accept = Annotated[
    str | None,
    typer.Option(
        "--accept",
        metavar="confident",
        help="Accept the proposals above the threshold; what would have to be guessed stays open.",
        autocompletion=lambda: ["confident"],
        show_default=False,
    ),
]
Threshold = Annotated[
    float,
    typer.Option("--threshold", metavar="0..1", help="How confident a proposal must be for --accept."),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FILE|-",
        help="Write the proposals to a text file, to decide in an editor.",
        show_default=False,
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE|-",
        help="Do what such a text file says, all of it or nothing.",
        show_default=False,
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace the file of --to if there is one.", show_default=False)
]
