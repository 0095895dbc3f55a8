"""Folders that are written: made beside their place, and put there when they are complete."""

import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import NO_NAME, ConflictError, Hint, InputError
from onrecord.outputs import unfinished
from onrecord.outputs.exchanged import exchanged
from onrecord.outputs.file import make_like, sync_folder
from onrecord.outputs.guard import Guard, Place
from onrecord.text.clean import one_line


def place_of(place: Place) -> Path:
    """The folder that a name means, links followed, whether it is there or not.

    ConflictError: a file is there, or a link to nothing. InputError: there cannot be such a folder.
    """
    path = Path(place)
    shown = one_line(str(place))
    if not str(place):
        raise InputError(NO_NAME)
    try:
        real = path.resolve()
        if path.is_symlink() and not real.exists():
            raise ConflictError(f"{shown} is a link to what is not there. Name the folder itself.")
        real.lstat()
    except FileNotFoundError:
        if not real.parent.is_dir():
            raise InputError(f"There is no folder {one_line(str(real.parent))} to put it in.") from None
        return real
    except (ValueError, RuntimeError):
        raise InputError(f"{shown} is not a folder name.") from None
    except OSError as error:
        raise InputError(f"{shown} cannot be written: {error.strerror}.") from None
    if not real.is_dir():
        raise ConflictError(f"{shown} is a file. Name a folder.")
    return real


@contextmanager
def replaced(place: Place, *, keeping: Callable[[str], bool] = lambda name: False) -> Iterator[Path]:
    """An empty folder that takes the place of the folder `place` when all is well, and is gone otherwise.

    It gets the permissions of the earlier one, and whatever of it is to be kept: `keeping` is asked for each entry by its path
    in the folder, and what lies in a folder that is kept is not asked for. Where the system can exchange two folders, there is
    one at `place` at every moment. Whether the earlier one may go is for the caller to know. InputError: it cannot be written.
    ConflictError: something else has come to stand where an entry is that is to be kept.
    """
    target = place_of(place)
    try:
        draft = Path(unfinished.beside(target.parent))
        draft.mkdir()
        try:
            yield draft
            if target.exists():
                _keep(target, draft, keeping)
                make_like(target, draft)
                _exchange(draft, target)
            else:
                draft.rename(target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise InputError(f"{one_line(str(target))} cannot be written: {error.strerror or error}.") from None
    sync_folder(target.parent)


def _keep(target: Path, draft: Path, keeping: Callable[[str], bool], below: str = "") -> None:
    """Puts what is to be kept into the draft as well: linked where it can be, so that it stands in both until one of them goes."""
    for path in sorted((target / below).iterdir()):
        name = f"{below}{path.name}"
        copy = draft / name
        if keeping(name):
            if not os.path.lexists(copy) and _has_folders(draft, target, below):
                _link(path, copy)
            elif not _are_same(path, copy):
                raise ConflictError(
                    f"{one_line(str(path))} is yours, and stands where something else is to be written. Move it first."
                )
        elif path.is_dir() and not path.is_symlink():
            _keep(target, draft, keeping, f"{name}/")


def _has_folders(draft: Path, target: Path, below: str) -> bool:
    """Makes the folders in the draft that something kept lies in; False where there is a file instead of one."""
    folder = draft / below
    if not os.path.lexists(folder):
        if not _has_folders(draft, target, f"{below.rstrip('/').rpartition('/')[0]}/".lstrip("/")):
            return False
        folder.mkdir()
        make_like(target / below, folder)
    return folder.is_dir()


def _are_same(path: Path, copy: Path) -> bool:
    plain = all(one.is_file() and not one.is_symlink() for one in (path, copy))
    return plain and filecmp.cmp(path, copy, shallow=False)


def _link(path: Path, copy: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        copy.mkdir()
        for one in path.iterdir():
            _link(one, copy / one.name)
        make_like(path, copy)
        return
    try:
        os.link(path, copy, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, copy, follow_symlinks=False)


def _exchange(draft: Path, target: Path) -> None:
    if exchanged(draft, target):
        return
    before = draft.with_name(f"{draft.name}{unfinished.BEFORE}")
    target.rename(before)
    try:
        draft.rename(target)
    except BaseException:
        before.rename(target)
        raise
    shutil.rmtree(before, ignore_errors=True)


@contextmanager
def merged(place: Place, *, force: bool, guard: Guard) -> Iterator[Path]:
    """An empty folder whose notes, when all is well, take their places in `place`; other files there are left alone.

    A note that is there already and ends in a line that marks the end of what is written keeps what stands below it;
    one that would not change is not touched. ConflictError: a file is in the way that has no such line, unless
    `force`, or that `guard` refuses; or `place` is no folder. A link to a note is replaced, not what it leads to.
    """
    path = place_of(place)
    # Within the folder, if it is there, the notes are on the file system where they belong.
    draft = Path(unfinished.beside(path if path.exists() else path.parent))
    try:
        draft.mkdir()
        try:
            yield draft
            notes = [one for one in sorted(draft.rglob("*")) if one.is_file()]
            placed = [(one, path / one.relative_to(draft)) for one in notes]
            changed = [one for one in placed if _joined(*one, force=force, guard=guard)]
            for note, target in changed:
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.exists():
                    note.chmod(target.stat().st_mode & 0o777)
                note.replace(target)
            path.mkdir(exist_ok=True)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise InputError(f"{one_line(str(path))} cannot be written: {error.strerror}.") from None
    sync_folder(path)


def _joined(new: Path, target: Path, *, force: bool, guard: Guard) -> bool:
    """Puts below a new note what people wrote below the old one; False where nothing would change."""
    guard.refuse(target)
    if not target.exists() and not target.is_symlink():
        return True
    written = new.read_bytes()
    mark = written.rstrip(b"\n").rpartition(b"\n")[2]
    held = target.read_bytes() if target.is_file() and not target.is_symlink() else b""
    above, old_mark, below = held.replace(b"\r\n", b"\n").partition(mark + b"\n")
    if not old_mark and above.endswith(mark):
        above, old_mark = above.removesuffix(mark), mark
    if not old_mark and not force:
        raise ConflictError(f"{one_line(str(target))} was not written by an export.", hint=Hint("replace"))
    joined = written + below
    if joined == held:
        return False
    new.write_bytes(joined)
    return True
