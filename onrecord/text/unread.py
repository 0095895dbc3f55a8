"""What is said of a file that cannot be read: the same wherever one is named."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.text.clean import one_line


def unread(name: str, error: OSError | ValueError | EOFError) -> InputError:
    """The error for whoever named the file. A ValueError is of a name with a NUL in it, which no file can have."""
    shown = one_line(name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError(f"There is no file {shown}.")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{shown} is a folder; give one file.")
    if isinstance(error, ValueError):
        return InputError(f"{shown} is not a file name.")
    why = getattr(error, "strerror", None) or str(error)
    return InputError(f"{shown} cannot be read: {why[:1].lower()}{why[1:]}.")
