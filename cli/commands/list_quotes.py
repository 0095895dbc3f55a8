"""onrecord list quotes"""

from __future__ import annotations

from onrecord.cli.commands import search
from onrecord.cli.spec import Command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

COMMAND = Command(
    *search.COMMAND.parameters,
    examples="Examples:  onrecord list quotes --by Shoigu  ·  onrecord list quotes --tag sanctions --json",
    dashed=True,
)


def run(**values: Any) -> None:
    search.run(**values, listing=True)


run.__doc__ = search.run.__doc__
