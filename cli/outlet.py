"""Where what is cited goes: to a file, on the clipboard, or to standard output."""

from __future__ import annotations

import sys
from io import StringIO

from onrecord.cli.plain import remark, say
from onrecord.errors import Hint, UsageError
from onrecord.model.light import contextmanager, redirect_stdout
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.outputs.guard import Guard

REPLACE = Hint("replace_output")


class Outlet:
    """`output` is a file (None: standard output), which is replaced only with `force`; `copy`: to the clipboard too.

    `database` and `inputs` are never written over. ConflictError and InputError, at once, where the file cannot be
    written.
    """

    def __init__(
        self,
        output: str | None,
        *,
        copy: bool,
        force: bool,
        database: str,
        inputs: Sequence[str],
        hint: Hint = REPLACE,
    ) -> None:
        self._hint = hint
        self.output = output
        self.copy = copy
        self._force = force
        self._guard: Guard | None = None
        if output is not None:
            from onrecord.outputs import target
            from onrecord.outputs.guard import Guard

            self._guard = Guard(database, inputs)
            target.of(output, self._guard, force=force, hint=hint)

    def put(self, data: bytes, *, binary: bool) -> None:
        """Text gets its last line end. UsageError: what is not text does not go to a terminal."""
        if self.output is not None and self._guard is not None:
            from onrecord.outputs.file import write

            whole = data.rstrip(b"\n") + b"\n" if data and not binary else data
            write(self.output, whole, force=self._force, guard=self._guard, hint=self._hint)
            remark(f"Written to {one_line(self.output)}.", done=True)
        elif binary:
            if sys.stdout.isatty():
                raise UsageError(
                    "A document of this format does not go to a terminal: write it to a file with -o FILE."
                )
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            say(data.decode(), loud=True)
        if self.copy:
            from onrecord.cli.clipboard import copy

            remark(copy(data.decode()))


@contextmanager
def printed_to(output: str | None, *, force: bool, database: str) -> Iterator[None]:
    """What is printed meanwhile goes to this file, as it goes into a pipe; to standard output where it is "-" or None.

    ConflictError and InputError, before anything is printed, where the file cannot be written; where it raises, nothing is.
    """
    if output in (None, "-"):
        yield
        return
    outlet = Outlet(output, copy=False, force=force, database=database, inputs=(), hint=Hint("replace"))
    with redirect_stdout(StringIO()) as made:
        yield
    outlet.put(made.getvalue().encode(), binary=False)
