"""Tables that are made from files of the program, from one process to the next: to read and sort them anew takes longer than most answers.

Where compiled expressions are kept (`patterns.keep_in`), a file each. It says which files the table was made from and how
they stood, and holds for one version of Python. This is a help and no more: what cannot be read is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys

from onrecord.model import kept
from onrecord.model.light import suppress
from onrecord.text import patterns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar

    T = TypeVar("T")

_AMISS = (OSError, EOFError, ValueError, TypeError)


def table(name: str, files: Sequence[str], make: Callable[[], T]) -> T:
    """What `make` gives, of nothing but what `marshal` writes, and of nothing but these files: kept until one of them changes."""
    folder = patterns.folder()
    if folder is None:
        return make()
    path = f"{folder}/tables/{sys.implementation.cache_tag}-{sys.hexversion:x}/{name}"
    try:
        state = [(file, *_state(file)) for file in files]
    except OSError:  # in an archive
        return make()
    with suppress(*_AMISS), open(path, "rb") as stream:
        of, table = marshal.loads(stream.read())  # noqa: S302  (in a folder of the user's own)
        if of == state:
            found: T = table
            return found
    made: Any = make()
    if not sys.dont_write_bytecode:  # who wants no files of Python's wants none of these
        with suppress(*_AMISS):
            kept.write(path, marshal.dumps((state, made)))
    result: T = made
    return result


def _state(file: str) -> tuple[int, int]:
    status = os.stat(file)
    return status.st_mtime_ns, status.st_size
