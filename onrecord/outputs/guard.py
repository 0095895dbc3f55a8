"""What no output of a command may take the place of, whatever is forced: the database in use, and what was read."""

from __future__ import annotations

import os
import stat

from onrecord.errors import ConflictError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


# What SQLite keeps beside a database (sqlite.org/tempfiles.html).
COMPANIONS = ("-wal", "-shm", "-journal")
# What `onrecord index` keeps there.
INDEX = ".index"
# Of a database, a log of either byte order and a rollback journal (sqlite.org/fileformat2.html, 1.3, 3, 4.1).
_MAGIC = (
    b"SQLite format 3\x00",
    b"\x37\x7f\x06\x82",
    b"\x37\x7f\x06\x83",
    b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7",
)

# The application_id of a flat copy that an export keeps up: "OnRf".
FLAT_COPY = 0x4F6E5266
# Where it stands in the header (sqlite.org/fileformat2.html, 1.3).
_APPLICATION = slice(68, 72)

Place = str | os.PathLike[str]


class Guard:
    """The files that one command must not write over; they are told by device and inode, and by their real paths.

    `database` is the file in use, or that would be in use; `inputs` are the files that the command reads, "-" and web
    addresses among them, which are no files. What stands behind standard input is always one of them.
    """

    def __init__(self, database: Place | None = None, inputs: Iterable[Place] = ()) -> None:
        self._database = _real(database) if database is not None else None
        self._inputs = [_real(path) for path in inputs if str(path) not in ("", "-")]

    def refuse(self, path: Place, *, but_flat_copies: bool = False) -> None:
        """ConflictError where `path` is one of these files, or any other SQLite database."""
        real = _real(path)
        self._refuse(os.fspath(path), real, _identity(real))
        if but_flat_copies and _is_flat_copy(real):
            return
        if _is_sqlite(real) or any(
            _is_sqlite(real.removesuffix(end)) for end in COMPANIONS if real.endswith(end)
        ):
            raise ConflictError(
                f"{one_line(os.fspath(path))} is an SQLite database, or a part of one: nothing is written over it. "
                "Name another file."
            )

    def refuse_descriptor(self, descriptor: int, name: Place) -> None:
        """The same of a file that is open already and called `name`."""
        self._refuse(os.fspath(name), None, _identity(descriptor))

    def refuse_folder(self, path: Place) -> None:
        """ConflictError where the folder `path` holds the database, an input or the current folder, or is one of those that
        no command makes: a home folder, a mount point, the index of the database.
        """
        from pathlib import Path

        real = Path(_real(path))
        held = [Path(one) for one in (self._database, *self._inputs) if one is not None]
        if real == Path.cwd() or any(real in one.parents for one in (Path.cwd(), *held)):
            raise ConflictError(
                f"{one_line(os.fspath(path))} holds what nothing is written over. Name a folder of its own."
            )
        what = None
        if real == _home():
            what = "your home folder"
        elif os.path.ismount(real):
            what = "where a file system begins"
        elif self._database is not None and os.fspath(real) == self._database + INDEX:
            what = "the index of the database"
        if what is not None:
            raise ConflictError(f"{one_line(os.fspath(path))} is {what}. Name a folder of its own.")

    def _refuse(self, name: str, real: str | None, identity: tuple[int, int] | None) -> None:
        shown = one_line(name)
        if self._database is not None:
            for end in ("", *COMPANIONS):
                kept = self._database + end
                if real == kept or _same(identity, kept):
                    what = "the database" if not end else "a part of the database"
                    raise ConflictError(f"{shown} is {what}: nothing is written over it. Name another file.")
            if real is not None and real.startswith(self._database + INDEX + os.sep):
                raise ConflictError(f"{shown} is a part of the index. Name another file.")
        for path in self._inputs:
            if real == path or _same(identity, path) or _within(real, path):
                raise ConflictError(f"{shown} is read by this command. Name another file.")
        if identity is not None and identity == _identity(0):
            raise ConflictError(f"{shown} is read by this command. Name another file.")


def _is_flat_copy(real: str) -> bool:
    try:
        with open(real, "rb") as file:
            head = file.read(_APPLICATION.stop)
    except OSError:
        return False
    return head.startswith(_MAGIC[0]) and int.from_bytes(head[_APPLICATION], "big") == FLAT_COPY


def _real(place: Place) -> str:
    try:
        return os.path.realpath(place)
    except ValueError:  # NUL in it: no file can have the name
        return os.fspath(place)


def _identity(place: str | int) -> tuple[int, int] | None:
    """Device and inode of a regular file; None for everything else."""
    try:
        status = os.fstat(place) if isinstance(place, int) else os.stat(place)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _same(identity: tuple[int, int] | None, other: str) -> bool:
    return identity is not None and identity == _identity(other)


def _within(real: str | None, folder: str) -> bool:
    return real is not None and real.startswith(folder + os.sep) and os.path.lexists(real)


def _home() -> Path | None:
    from pathlib import Path

    try:
        return Path(os.path.realpath(Path.home()))
    except RuntimeError:  # no home
        return None


def _is_sqlite(path: str) -> bool:
    # Closing any descriptor of a file drops the locks that this process has on it: whoever asks has made sure that it is
    # not the database in use.
    if _identity(path) is None:
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(16)
    except OSError:
        return False
    return head.startswith(_MAGIC)
