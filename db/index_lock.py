"""One process at a time makes the index beside a database.

It holds a lock on a file beside the database. The lock belongs to the open file (flock), so that a child may inherit it, and
ends with the last process that has it, however that one ends. Whoever takes the file away asks the holder to give up.
"""

from __future__ import annotations

import os
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock

from onrecord.model.light import suppress
from onrecord.outputs.guard import INDEX

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reports import Place

_ENDING = f"{INDEX}.lock"


def take(database: Place, *, wait: bool = False) -> int | None:
    """The descriptor of the lock; None while another process has it. OSError: no lock can be had there."""
    path, mode = _file_of(database), os.stat(database).st_mode & 0o666
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
        try:
            flock(lock, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        except BaseException:
            os.close(lock)
            raise
        if is_held(database, lock):
            return lock
        os.close(lock)  # its last holder took the file away meanwhile


def is_held(database: Place, lock: int) -> bool:
    """Whether the lock still counts: nobody took its file away."""
    try:
        return os.path.samestat(os.stat(_file_of(database), follow_symlinks=False), os.fstat(lock))
    except OSError:
        return False


def give_back(database: Place, lock: int) -> None:
    """Lets the next one have it."""
    if is_held(database, lock):
        with suppress(OSError):
            os.unlink(_file_of(database))
    os.close(lock)


def is_taken(database: Place) -> bool:
    """Whether a process is making the index."""
    try:
        lock = os.open(_file_of(database), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        flock(lock, LOCK_SH | LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(lock)
    return False


def end_holder(database: Place) -> None:
    """Has whoever makes the index give it up, and waits until that is so."""
    path = _file_of(database)
    with suppress(OSError):
        lock = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            os.unlink(path)
            flock(lock, LOCK_EX)
        finally:
            os.close(lock)


def _file_of(database: Place) -> str:
    return os.path.realpath(database) + _ENDING
