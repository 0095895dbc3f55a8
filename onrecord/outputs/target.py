"""What the name of an output stands for: a new file, one that is there, or a stream that somebody reads from."""

from __future__ import annotations

import os
import stat

from onrecord.errors import NO_NAME, ConflictError, Hint, InputError
from onrecord.model.record import record
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.outputs.guard import Guard, Place

_DESCRIPTOR = lazy(r"/(?:dev|proc/(?:self|\d+))/fd/(\d+)")
_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
# How a file that is there already comes to be replaced.
REPLACE = Hint("replace")


@record()
class Target:
    """`name` as it was given. `path` is where a file goes, links followed; `old` its status where one is there.

    Of a stream `descriptor` is the one that it has in this process; else it is to be opened by its name.
    """

    name: str
    path: str
    old: os.stat_result | None = None
    stream: bool = False
    descriptor: int | None = None


def of(place: Place, guard: Guard, *, force: bool, hint: Hint = REPLACE) -> Target:
    """The target that `place` names. Nothing is made or opened for writing.

    ConflictError: it is what the guard refuses, a folder, a disk or a socket, or there already and not `force` (`hint` is
    how it is replaced). InputError: nothing can be written there.
    """
    name = os.fspath(place)
    shown = one_line(name)
    if not name:
        raise InputError(NO_NAME)
    if name == "-":
        raise InputError("- is standard output, where this does not go. Name a file.")
    if (descriptor := _descriptor(name)) is not None:
        guard.refuse_descriptor(descriptor, name)
        return Target(name, name, stream=True, descriptor=descriptor)
    try:
        real = os.path.realpath(name)
        status = os.stat(name)
    except FileNotFoundError:
        return _new(name, real, guard)
    except ValueError:
        raise InputError(f"{shown} is not a file name.") from None
    except OSError as error:
        raise InputError(f"{shown} cannot be written: {error.strerror}.") from None
    kind = status.st_mode
    if stat.S_ISDIR(kind):
        raise ConflictError(f"{shown} is a folder. Name a file.")
    if stat.S_ISCHR(kind) or stat.S_ISFIFO(kind):
        return Target(name, name, stream=True)
    if not stat.S_ISREG(kind):
        raise ConflictError(f"{shown} is a {'disk' if stat.S_ISBLK(kind) else 'socket'}. Name a file.")
    guard.refuse(name)
    if not force:
        raise ConflictError(f"{shown} exists already.", hint=hint)
    return Target(name, real, status)


def _new(name: str, real: str, guard: Guard) -> Target:
    shown = one_line(name)
    if os.path.lexists(name):
        # Written through it, a file would come to be where nobody asked for one.
        raise ConflictError(f"{shown} is a link to what is not there. Name the file itself.")
    guard.refuse(name)
    folder = real if name.endswith(os.sep) else os.path.dirname(real)
    if not os.path.isdir(folder):
        raise InputError(f"{shown} cannot be written: there is no folder {one_line(folder)}.")
    return Target(name, real)


def _descriptor(name: str) -> int | None:
    """The open file that a name such as /dev/fd/63 or /dev/stdout means, where this process has it."""
    match = _DESCRIPTOR.fullmatch(name)
    number = int(match[1]) if match else _STREAMS.get(name)
    if number is None or (match and not _own(name)):
        return None
    return number


def _own(name: str) -> bool:
    return name.startswith(("/dev/", "/proc/self/", f"/proc/{os.getpid()}/"))
