"""The files of an import and an export: opened whatever they are, written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ConflictError, InputError
from onrecord.exchange.bulk.opening import is_packed
from onrecord.exchange.bulk.opening import opened as packed
from onrecord.text.clean import one_line


@contextmanager
def opened(given: str, standard_input: BinaryIO) -> Iterator[BinaryIO]:
    """The file, unpacked, or standard input for `-`, so that its beginning can be looked at first. InputError otherwise."""
    if given == "-":
        # A pipe cannot be read twice: it is kept in a file while it is needed.
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(standard_input, copy)
            copy.seek(0)
            yield copy
        return
    try:
        with Path(given).open("rb") as stream:
            if stream.seekable() and is_packed(stream.peek(4)):
                with packed(given, standard_input) as (unpacked, _, _), tempfile.TemporaryFile() as copy:
                    shutil.copyfileobj(unpacked, copy)
                    copy.seek(0)
                    yield copy
                return
            if not stream.seekable():
                with tempfile.TemporaryFile() as copy:
                    shutil.copyfileobj(stream, copy)
                    copy.seek(0)
                    yield copy
                return
            yield stream
    except OSError as error:
        raise InputError(f"{one_line(given)} cannot be read: {error.strerror}.") from None


@contextmanager
def written(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A stream that becomes the file when all is well, and nothing otherwise. ConflictError: it exists already."""
    refuse_existing(path, force=force)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:100]}-", dir=path.parent)
    except OSError as error:
        raise InputError(f"{one_line(str(path))} cannot be written: {error.strerror}.") from None
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
        draft.chmod(_mode(path))
        _publish(draft, path, force=force)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise InputError(f"{one_line(str(path))} cannot be written: {error.strerror}.") from None
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def written_folder(path: Path, *, force: bool) -> Iterator[Path]:
    """An empty folder whose notes, when all is well, take their places in `path`; other files there are left alone.

    A note that is there already and ends in a line that marks the end of what is written keeps what stands below it;
    one that would not change is not touched. ConflictError: a file is in the way that has no such line, unless
    `force`; or `path` is no folder.
    """
    if path.exists() and not path.is_dir():
        raise ConflictError(f"{one_line(str(path))} is a file. Name a folder.")
    try:
        draft = Path(tempfile.mkdtemp(prefix=f".{path.name[:100]}-", dir=path.parent))
    except OSError as error:
        raise InputError(f"{one_line(str(path))} cannot be written: {error.strerror}.") from None
    try:
        yield draft
        placed = [(one, path / one.relative_to(draft)) for one in sorted(draft.rglob("*")) if one.is_file()]
        changed = [(one, place) for one, place in placed if _joined(one, place, force=force)]
        for one, place in changed:
            place.parent.mkdir(parents=True, exist_ok=True)
            one.chmod(_mode(place))
            one.replace(place)
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"{one_line(str(path))} cannot be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _joined(new: Path, place: Path, *, force: bool) -> bool:
    """Puts below a new note what people wrote below the old one; False where nothing would change."""
    if not os.path.lexists(place):
        return True
    written = new.read_bytes()
    mark = written.rstrip(b"\n").rpartition(b"\n")[2]
    held = place.read_bytes() if place.is_file() and not place.is_symlink() else b""
    above, found, below = held.replace(b"\r\n", b"\n").partition(mark + b"\n")
    if not found and above.endswith(mark):
        above, found = above.removesuffix(mark), mark
    if not found and not force:
        raise ConflictError(f"{one_line(str(place))} was not written by an export. Replace it with --force.")
    joined = written + below
    if joined == held:
        return False
    new.write_bytes(joined)
    return True


def refuse_existing(path: Path, *, force: bool) -> None:
    """ConflictError where a file is in the way and may not be replaced."""
    if path.is_dir():
        raise ConflictError(f"{one_line(str(path))} is a folder. Name a file.")
    if path.exists() and not force:
        raise ConflictError(f"{one_line(str(path))} exists already. Replace it with --force.")


def _publish(draft: Path, path: Path, *, force: bool) -> None:
    if force:
        draft.replace(path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise ConflictError(f"{one_line(str(path))} exists already. Replace it with --force.") from None


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
