"""Standard output and standard error as a Unix program has them: the reader goes away, the disk is full, they are closed.

What cannot be written any more is remembered here and said once, at the end: a command that changes something does its work
whether or not anybody reads what it prints, and has the exit code that it would have had. One that only reads stops.
"""

from __future__ import annotations

import errno
import io
import os
import sys

from onrecord.errors import InputError, UsageError
from onrecord.outputs.stream import Closed, Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

    from _typeshed import WriteableBuffer

_output: Stream | None = None
_input_closed = _input_taken = False


def prepare() -> None:
    """Puts streams that fail in order into the place of the interpreter's; a closed one is opened on nothing.

    What a process opens next would else be given the number of a standard stream.
    """
    global _output, _input_closed
    if sys.stdin is None:
        _input_closed = True
        _open_on_nothing(0)
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
    _output, sys.stdout = _made(1, sys.stdout)
    _, sys.stderr = _made(2, sys.stderr)


def _made(number: int, stream: TextIO | None) -> tuple[Stream, TextIO]:
    if stream is None:
        _open_on_nothing(number)
    raw = (Closed if stream is None else Stream)(number, "wb", closefd=False)
    shown = io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding="utf-8" if stream is None else stream.encoding,
        # A terminal that cannot show a letter shows its escape; it is never a reason to fail.
        errors="backslashreplace",
        line_buffering=number == 2 or raw.isatty(),
        write_through=getattr(stream, "write_through", False),
    )
    return raw, shown


def _open_on_nothing(number: int) -> None:
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)


def stop_when_lost() -> None:
    """From now on it is an error where the result cannot be written: nothing but the result was asked for."""
    if _output is not None:
        _output.stops = True


def end() -> None:
    """From now on nothing is written to standard output: whoever stopped the command may not be reading it."""
    if _output is not None:
        _output.ended = True


def lost() -> bool:
    """Whether something of the result did not arrive."""
    return _output is not None and _output.lost is not None


def standard_input() -> BinaryIO:
    """What is read from for `-`. UsageError the second time: there is nothing left then. InputError: it is closed."""
    global _input_taken
    if _input_taken:
        raise UsageError(TWICE)
    _input_taken = True
    if _input_closed:
        raise InputError("Standard input is closed, and - reads from it.")
    return io.BufferedReader(_Input(0, closefd=False))


def once(*files: str | None) -> None:
    """UsageError where more than one of these is `-`, before anything is done."""
    if files.count("-") > 1:
        raise UsageError(TWICE)


TWICE = "Standard input can be read only once: give - in one place."


class _Input(io.FileIO):
    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        with _reading():
            return super().readinto(buffer)

    def readall(self) -> bytes:
        with _reading():
            return super().readall()


class _reading:
    """Says what cannot be read; without contextlib, which a command that reads nothing does not need."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, OSError):
            raise InputError(f"Standard input cannot be read: {error.strerror}.") from None


def finish(code: int) -> int:
    """Writes what is left; the exit code, `code` where all is well or where the reader went away (`| head`)."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            continue  # remembered
    problem = _output.lost if _output is not None else None
    if problem is None:
        return code
    if problem.errno == errno.EPIPE:
        # Nothing more can be said, and nothing went wrong.
        return 0 if _output is not None and _output.stops else code
    print(f"Error: The result cannot be written: {problem.strerror}.", file=sys.stderr, flush=True)
    return code or 1
