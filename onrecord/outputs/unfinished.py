"""What is being written, under a hidden name beside its place, and what is cleared away that a process left which was killed.

    .onrecord-5d0fa9c1-4711-9e2b64f0

The name has a digest of the computer's name and the number of the process: one that runs no longer has no use for it.
"""

from __future__ import annotations

import os
import zlib

from onrecord.model.light import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.outputs.guard import Place

_START = ".onrecord-"
# Behind the name of a folder: the earlier one, out of the way. It may be the only one there is, so nobody clears it away.
BEFORE = "-before"
_mine: set[str] = set()


def beside(folder: Place) -> str:
    """A new hidden name in `folder`, short enough wherever any name is. What killed processes left there is cleared away first."""
    clear_up(folder)
    name = f"{_start()}{os.getpid()}-{os.urandom(4).hex()}"
    _mine.add(name)
    return os.path.join(folder, name)


def clear_up(folder: Place) -> None:
    """Takes away what processes of this computer left in `folder` ("" for the current one) that run no longer."""
    with suppress(OSError):
        for name in os.listdir(folder or os.curdir):
            if name.startswith(_START) and _is_left(name):
                _remove(os.path.join(folder, name))


def _start() -> str:
    return f"{_START}{zlib.crc32(os.fsencode(os.uname().nodename)):08x}-"


def _is_left(name: str) -> bool:
    start = _start()
    number, dash, behind = name[len(start) :].partition("-")
    if not (name.startswith(start) and number.isdecimal() and dash) or behind.endswith(BEFORE):
        return False
    # SQLite puts endings of its own behind the name of a file.
    own = f"{start}{number}-{behind[:8]}"
    return own not in _mine if int(number) == os.getpid() else not _runs(int(number))


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _remove(path: str) -> None:
    with suppress(OSError):
        if os.path.isdir(path) and not os.path.islink(path):
            import shutil

            shutil.rmtree(path, ignore_errors=True)
        else:
            os.unlink(path)
