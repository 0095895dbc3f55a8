"""Every error that onrecord raises on purpose.

OnrecordError              something cannot be done; the message is one sentence: what is wrong, where, what to do
├── UsageError             the request itself is wrong (exit code 2)
├── InputError             a file, page, date, name or text given by the user cannot be used
├── NotFoundError          a key, slug, citekey or operation names nothing
├── AmbiguousError         a name, key or wording means several things; `candidates` lists them
├── ConflictError          it would contradict, or is needed by, what is already recorded
├── WordingError           a wording does not stand in the stored text; `diff` shows the nearest passage
└── DatabaseError          the database file cannot be used

The command line turns them into exit codes in one place (`onrecord.cli.main`).
"""

from __future__ import annotations

from collections.abc import Sequence

# An unset variable of a shell: as a path it would mean the folder one is in.
NO_NAME = "The name of the file is empty. Is the variable set that it comes from?"


class OnrecordError(Exception):
    """The root: everything raised on purpose derives from it. `exit_code` is for the command line."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(OnrecordError):
    """The request itself is wrong: an option's value, or options that do not go together."""

    exit_code = 2


class InputError(OnrecordError):
    """What was given (a file, a page, a date, a name, a text) cannot be used as it is."""


class NotFoundError(OnrecordError):
    """A key, slug, citekey or operation that names nothing."""


class AmbiguousError(OnrecordError):
    """What was given means several things, and onrecord does not guess."""

    def __init__(self, message: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class ConflictError(OnrecordError):
    """What was asked contradicts what is recorded, or others depend on it."""


class WordingError(OnrecordError):
    """A wording does not stand in the stored text. `diff` shows the nearest passage, where there is one."""

    def __init__(self, message: str, diff: str | None = None) -> None:
        super().__init__(message)
        self.diff = diff


class DatabaseError(OnrecordError):
    """The database file cannot be opened, read or written."""
