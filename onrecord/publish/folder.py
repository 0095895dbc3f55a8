"""The folder that a static copy is written to: what it must not replace, and how it takes the place of an earlier one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import ConflictError, Hint
from onrecord.outputs.folder import place_of, replaced
from onrecord.outputs.guard import Guard
from onrecord.outputs.published import MANIFEST, is_published
from onrecord.publish.earlier import KEPT, files_written
from onrecord.publish.host import HOME, LISTS, SEARCH
from onrecord.text.clean import one_line

SITEMAP = "sitemap.xml"
# Everything of this name in the folder of a copy is publish's own.
MADE = {HOME, *LISTS.values(), SEARCH, SITEMAP, MANIFEST, KEPT} | {
    "static", "search", "data", "quote", "trace", "source", "speaker", "claim",
}  # fmt: skip
# Where a copy is to be put, these may stand before it: they make a folder a checkout, or say where a server has it.
_BEFORE_A_COPY = "CNAME"
# What every copy has, and hardly any other folder.
_SIGNS = (HOME, SEARCH, "static/finding.js", "data/statements.jsonl")


def check_target(target: Path, guard: Guard, *, force: bool) -> None:
    """Refuses what a copy must not replace: ConflictError, or InputError where there is no folder to put it in.

    What no publish made is never replaced. `force`: a copy without its manifest is one, if it has nothing else in it.
    """
    place = place_of(target)
    guard.refuse_folder(target)
    if not place.exists() or is_published(place):
        return
    if all(path.name.startswith(".") or path.name == _BEFORE_A_COPY for path in place.iterdir()):
        return
    shown = one_line(str(target))
    if not _looks_like_ours(place):
        raise ConflictError(
            f"{shown} holds files that no publish made. Name another folder, or empty this one first."
        )
    if not force:
        raise ConflictError(f"{shown} is a copy without its {MANIFEST}.", hint=Hint("replace"))


@contextmanager
def replacing(target: Path, *, force: bool) -> Iterator[Path]:
    """An empty folder that takes the place of `target` when all is well, and is gone otherwise.

    What publish did not write stays there: beside the pages (CNAME, .git, robots.txt) and in the folders of the pages.
    ConflictError: the earlier copy has lost the list of what was written, and something in its folders may be of others,
    unless `force`; or the new copy has a file where something of others stands.
    """
    place = place_of(target)
    written = files_written(place)
    folders = {parent.as_posix() for name in written or () for parent in Path(name).parents}
    # Every copy has these, listed or not.
    known = {MANIFEST, KEPT, *folders, *(written or ())}

    def is_of_others(name: str) -> bool:
        if written is not None:
            return name not in known
        if name.partition("/")[0] not in MADE:
            return True
        path = place / name
        if not (force or os.path.lexists(draft / name) or (path.is_dir() and not path.is_symlink())):
            raise ConflictError(
                f"{one_line(str(target / name))} may be yours or of an earlier copy: without its {KEPT} nothing tells. "
                "Move it first.",
                hint=Hint("replace"),
            )
        return False

    with replaced(target, keeping=is_of_others) as draft:
        yield draft


def _looks_like_ours(place: Path) -> bool:
    names = {path.name for path in place.iterdir()}
    return names <= MADE and all((place / sign).is_file() for sign in _SIGNS)
