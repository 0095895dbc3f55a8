"""What a process leaves that is killed in the middle of what it does, between any two things that it asks of the system."""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from types import FrameType


def stopped_at(action: Callable[[], object], number: int) -> int:
    """Does it in a process that kills itself before the `number`th time that it asks SQLite or the system for something.

    Gives how often it asked; 0 where it was killed.
    """
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        asked = 0

        def look(frame: FrameType, event: str, argument: object) -> None:
            nonlocal asked
            owner = getattr(argument, "__self__", None)
            if event == "c_call" and (
                isinstance(owner, sqlite3.Connection | sqlite3.Cursor) or owner is sys.modules["posix"]
            ):
                asked += 1
                if asked == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(look)
        action()
        sys.setprofile(None)
        os.write(send, str(asked).encode())
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    assert bool(told) == (os.waitstatus_to_exitcode(status) == 0)
    return int(told or 0)
