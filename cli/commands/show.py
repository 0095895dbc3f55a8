"""onrecord show"""

from __future__ import annotations

from onrecord.cli.named import one
from onrecord.cli.options import AS_JSON, DATABASE, NAMED, asking
from onrecord.cli.output import print_json
from onrecord.cli.spec import Command

COMMAND = Command(
    NAMED,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord show k7xq2m  ·  onrecord show k7xq2m@smith-2023  ·  onrecord show smith-2023 --json  ·  onrecord show tag sanctions  ·  onrecord show k7xq2m/c-4hd2ab",
)


def run(*, name: list[str], database: str | None, as_json: bool) -> None:
    """Show everything known about one thing, of any noun."""
    from onrecord.cli import shown  # completion and help have no use for it

    with asking(database) as reader:
        as_document, print_it = shown.found(reader, *one(name))
    if as_json:
        print_json(as_document())
    else:
        print_it()
