"""onrecord list quotes"""

from __future__ import annotations

from onrecord.cli.commands import search
from onrecord.cli.spec import Command

COMMAND = Command(
    *search.COMMAND.parameters,
    examples="Examples:  onrecord list quotes --by Shoigu  ·  onrecord list quotes --tag sanctions --json",
    dashed=True,
)
run = search.run
