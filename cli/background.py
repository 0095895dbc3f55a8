"""Has the index beside a large file made, or caught up, by a process of its own once something was recorded.

It is in nobody's way: it begins when the command is done, has no streams and the lowest priority, never takes SQLite's lock for
writing, and gives up where anything is amiss. A search that comes before it is done is answered as without an index.
"""

from __future__ import annotations

import os
import sys
from time import monotonic, sleep

from onrecord import settings
from onrecord.db import index_lock
from onrecord.errors import OnrecordError
from onrecord.model.light import suppress

# Above what a shell numbers the files that it opens.
_ABOVE_STREAMS, _MOST_FILES = 10, 65_536
# Seconds between two rounds, at least: whoever records line after line is not indexed line by line.
_PAUSE = 0.5


def perhaps(database: str) -> None:
    """Starts the process where people want it, and none is at it."""
    with suppress(OSError, ValueError, OnrecordError):
        if _is_wanted() and sys.executable:
            lock = index_lock.take(database)
            if lock is not None:
                _start(os.path.realpath(database), lock)


def _is_wanted() -> bool:
    setting = settings.stated("auto-index")
    return setting is None or setting.value is True


def _start(database: str, lock: int) -> None:
    """Hands the lock over to a process that nobody waits for."""
    from fcntl import F_DUPFD, fcntl

    # An argument of a command that was started without streams may stand where a stream will be.
    handed_over = fcntl(lock, F_DUPFD, _ABOVE_STREAMS)
    try:
        os.posix_spawn(
            sys.executable,
            # Not from the current folder: a module may lie there that calls itself as one of ours.
            [sys.executable, "-P", "-m", __name__, database, str(handed_over)],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
        )
    except BaseException:
        os.close(handed_over)
        index_lock.give_back(database, lock)
        raise
    os.close(handed_over)
    os.close(lock)


def _main(database: str, lock: int) -> None:
    """What the process does; a failure is nobody's to hear of, and leaves the index to be made another time."""
    with suppress(Exception):
        _stand_back(lock)
        try:
            _keep_up(database, lock)
        finally:
            _empty_log(database)
    os._exit(0)


def _stand_back(lock: int) -> None:
    """Leaves the terminal, the folder and the files of whoever started it, and lets everything else go first."""
    with suppress(OSError):
        os.setsid()
    os.chdir("/")
    os.closerange(3, lock)
    os.closerange(lock + 1, _MOST_FILES)
    os.nice(19)
    with suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
        file.write("1000")  # the first to go where memory runs out


def _keep_up(database: str, lock: int) -> None:
    """Goes on until nothing is behind: whoever recorded something meanwhile has left it to this process."""
    held: int | None = lock
    while held is not None:
        began = monotonic()
        try:
            goes_on = _bring_up(database, held)
        finally:
            index_lock.give_back(database, held)
        if not goes_on or not _is_behind(database):
            return
        sleep(max(_PAUSE, monotonic() - began))
        held = index_lock.take(database)


def _bring_up(database: str, lock: int) -> bool:
    """One round; False where somebody wants the index gone, or the disk has no room for it."""
    from onrecord.db import reader as readers
    from onrecord.search.index.build import bring_up

    if not _is_room(database):
        return False
    with readers.opened(database) as reader:
        for _ in bring_up(reader, in_place=True):
            if not index_lock.is_held(database, lock):
                return False
            # No state of the file is held for long, so that its log can be emptied meanwhile.
            reader.connection.execute("COMMIT")
            reader.connection.execute("BEGIN")
    return True


def _empty_log(database: str) -> None:
    """Takes the log away that a command leaves which ends while this process reads: SQLite does so with the last connection that may write."""
    from onrecord.db import files

    log = files.parts(database)[1]
    if os.path.exists(log):
        connection = files.connect(files.uri(database, "rw"))
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        finally:
            connection.close()


def _is_behind(database: str) -> bool:
    from onrecord.db import reader as readers
    from onrecord.search.index import state

    with readers.opened(database) as reader:
        return state.problem(reader, state.read(f"{database}.index", reader)) is not None


def _is_room(database: str) -> bool:
    """Whether the disk has room for an index, which takes less than the file."""
    disk = os.statvfs(os.path.dirname(database))
    return disk.f_bavail * disk.f_frsize > os.stat(database).st_size


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
