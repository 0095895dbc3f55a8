"""Files that only help, and that nobody misses: the databases used lately, compiled expressions, tables made from others."""

from __future__ import annotations

import os

from onrecord.model.light import suppress


def write(path: str, data: bytes) -> None:
    """Writes the file whole or not at all, for the user alone, and makes its folder. OSError where it cannot be."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    draft = f"{path}.{os.getpid()}"
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        os.replace(draft, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise
