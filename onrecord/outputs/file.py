"""One file, written beside its place and put there when all of it is on the disk."""

from __future__ import annotations

import errno
import io
import os

from onrecord.errors import ConflictError, Hint, InputError
from onrecord.model.light import contextmanager, suppress
from onrecord.outputs import target as targets
from onrecord.outputs import unfinished
from onrecord.outputs.guard import Guard
from onrecord.outputs.stream import Stream
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from onrecord.outputs.guard import Place
    from onrecord.outputs.target import Target

# What file systems without hard links (FAT, some in a network) say to one.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES)


@contextmanager
def written(
    place: Place, *, force: bool, guard: Guard | None = None, hint: Hint = targets.REPLACE
) -> Iterator[BinaryIO]:
    """A stream that becomes the file `place` when all is well, and nothing otherwise.

    A file that is there is replaced only with `force`, keeps its permissions, and stays as it was until the new one is
    complete; behind a link it is the file that the link leads to. Devices, pipes and /dev/fd/N are written to as they are, and
    it is no error that the reader of a pipe goes away.
    Errors: see `target.of`; ConflictError too where a file came into the way meanwhile.
    """
    target = targets.of(place, guard or Guard(), force=force, hint=hint)
    try:
        if target.stream:
            with io.BufferedWriter(_opened(target)) as stream:
                yield stream
            return
        with _draft(target) as draft:
            with _made(draft, target.old) as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            _put(draft, target, hint)
    except OSError as error:
        raise InputError(f"{one_line(target.name)} cannot be written: {error.strerror or error}.") from None


def write(
    place: Place, data: bytes, *, force: bool, guard: Guard | None = None, hint: Hint = targets.REPLACE
) -> None:
    """`data` as the file `place`: see `written`."""
    with written(place, force=force, guard=guard, hint=hint) as stream:
        stream.write(data)


def put_new(draft: Place, path: Place) -> None:
    """Puts a finished file where none is. FileExistsError: there is one."""
    try:
        os.link(draft, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Whoever makes the name has it; then the file takes its place.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
        os.replace(draft, path)
    sync_folder(os.path.dirname(path))


def sync_folder(folder: Place) -> None:
    """Has the names in a folder ("" for the current one) written to the disk, where that can be asked for."""
    with suppress(OSError):
        descriptor = os.open(folder or os.curdir, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_like(path: Place, copy: Place) -> None:
    """Has a copy belong to whom the other belongs, with its permissions: who may read the one may read the other, and nobody else."""
    status = os.stat(path)
    with suppress(OSError):  # only root gives files away
        if (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
            os.chown(copy, status.st_uid, status.st_gid)
    os.chmod(copy, status.st_mode & 0o7777)


def _opened(target: Target) -> Stream:
    if target.descriptor is not None:
        descriptor = os.dup(target.descriptor)
    else:
        descriptor = os.open(target.path, os.O_WRONLY | os.O_NOCTTY | os.O_CLOEXEC)
    stream = Stream(descriptor, "wb")
    stream.fails = True
    return stream


@contextmanager
def _draft(target: Target) -> Iterator[str]:
    draft = unfinished.beside(os.path.dirname(target.path))
    try:
        yield draft
    finally:
        with suppress(FileNotFoundError):
            os.unlink(draft)


def _made(draft: str, old: os.stat_result | None) -> BinaryIO:
    """The new file, with the owner and the permissions of the old one, or those that the umask leaves."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC
    descriptor = os.open(draft, flags, 0o666 if old is None else 0o600)
    if old is not None:
        with suppress(OSError):  # only root gives files away
            if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
                os.fchown(descriptor, old.st_uid, old.st_gid)
        os.fchmod(descriptor, old.st_mode & 0o777)
    return os.fdopen(descriptor, "wb")


def _put(draft: str, target: Target, hint: Hint) -> None:
    if target.old is not None:
        os.replace(draft, target.path)
        sync_folder(os.path.dirname(target.path))
        return
    try:
        put_new(draft, target.path)
    except FileExistsError:
        raise ConflictError(f"{one_line(target.name)} exists already.", hint=hint) from None
