"""Where what is cited goes: to a file, on the clipboard, or to standard output."""

import sys
from dataclasses import dataclass

from onrecord.cli.output import remark, say
from onrecord.errors import UsageError
from onrecord.outputs import target
from onrecord.outputs.file import write
from onrecord.outputs.guard import Guard
from onrecord.text.clean import one_line

REMEDY = "--replace"


@dataclass(frozen=True)
class Outlet:
    """`output` is a file (None: standard output), which is replaced only with `force`; `copy`: to the clipboard too.

    ConflictError and InputError, at once, where the file cannot be written.
    """

    output: str | None
    copy: bool
    force: bool
    guard: Guard

    def __post_init__(self) -> None:
        if self.output is not None:
            target.of(self.output, self.guard, force=self.force, remedy=REMEDY)

    def put(self, data: bytes, *, binary: bool) -> None:
        """Text gets its last line end. UsageError: what is not text does not go to a terminal."""
        if self.output is not None:
            whole = data.rstrip(b"\n") + b"\n" if data and not binary else data
            write(self.output, whole, force=self.force, guard=self.guard, remedy=REMEDY)
            remark(f"Written to {one_line(self.output)}.")
        elif binary:
            if sys.stdout.isatty():
                raise UsageError(
                    "A document of this format does not go to a terminal: write it to a file with -o FILE."
                )
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            say(data.decode())
        if self.copy:
            from onrecord.cli.clipboard import copy

            remark(copy(data.decode()))
