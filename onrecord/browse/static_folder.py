"""The folder that a static copy is written to: what it must not replace, and how it takes the place of an earlier one."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import ConflictError, InputError
from onrecord.text.clean import one_line

# The file by which a folder is known to be a copy: its "made_by".
MANIFEST = "manifest.json"
MADE_BY = "onrecord publish"


def check_target(target: Path, database: Path, *, force: bool) -> None:
    """Refuses what a copy must not replace: ConflictError, or InputError where there is no folder to put it in."""
    shown = one_line(str(target))
    if target.exists() and not target.is_dir():
        raise ConflictError(f"{shown} is a file. Name a folder.")
    if target.is_dir():
        here = target.resolve()
        if here == Path.cwd() or here in Path.cwd().parents or here in database.resolve().parents:
            raise ConflictError(f"{shown} holds what a copy must not replace. Name a folder of its own.")
        if any(target.iterdir()) and not _is_ours(target) and not force:
            raise ConflictError(
                f"{shown} holds files that no publish made. Name another folder, or replace it with --force."
            )
    elif not target.parent.is_dir():
        raise InputError(f"There is no folder {one_line(str(target.parent))} to put it in.")


def _is_ours(target: Path) -> bool:
    try:
        manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.get("made_by") == MADE_BY


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """An empty folder that takes the place of `target` when all is well, and is gone otherwise."""
    target = target.resolve()
    try:
        draft = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}-", dir=target.parent))
    except OSError as error:
        raise InputError(f"{one_line(str(target))} cannot be written: {error.strerror}.") from None
    before = draft.with_name(draft.name + "-before")
    try:
        yield draft
        draft.chmod(target.stat().st_mode if target.exists() else 0o755)
        if target.exists():
            target.rename(before)
        try:
            draft.rename(target)
        except OSError:
            if before.exists():
                before.rename(target)
            raise
    except OSError as error:
        raise InputError(f"{one_line(str(target))} cannot be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        # Where neither could be put in its place, the earlier copy is all there is.
        if target.exists():
            shutil.rmtree(before, ignore_errors=True)
