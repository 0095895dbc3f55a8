"""The folder that a static copy is written to: what it must not replace, and how it takes the place of an earlier one."""

from contextlib import AbstractContextManager
from pathlib import Path

from onrecord.errors import ConflictError, Hint
from onrecord.outputs.folder import place_of, replaced
from onrecord.outputs.guard import Guard
from onrecord.outputs.published import MANIFEST, is_published
from onrecord.publish.earlier import KEPT
from onrecord.publish.host import HOME, LISTS, SEARCH
from onrecord.text.clean import one_line

SITEMAP = "sitemap.xml"
# Everything of this name in the folder of a copy is publish's own.
MADE = {HOME, *LISTS.values(), SEARCH, SITEMAP, MANIFEST, KEPT} | {
    "static", "search", "data", "quote", "trace", "source", "speaker", "claim",
}  # fmt: skip
# What every copy has, and hardly any other folder.
_SIGNS = (HOME, SEARCH, "static/finding.js", "data/statements.jsonl")


def check_target(target: Path, guard: Guard, *, force: bool) -> None:
    """Refuses what a copy must not replace: ConflictError, or InputError where there is no folder to put it in.

    What no publish made is never replaced. `force`: a copy without its manifest is one, if it has nothing else in it.
    """
    place = place_of(target)
    guard.refuse_folder(target)
    if not place.exists() or not any(place.iterdir()) or is_published(place):
        return
    shown = one_line(str(target))
    if not _looks_like_ours(place):
        raise ConflictError(
            f"{shown} holds files that no publish made. Name another folder, or empty this one first."
        )
    if not force:
        raise ConflictError(f"{shown} is a copy without its {MANIFEST}.", hint=Hint("replace"))


def replacing(target: Path) -> AbstractContextManager[Path]:
    """An empty folder that takes the place of `target` when all is well, and is gone otherwise.

    What people put beside the pages of an earlier copy (CNAME, .git, robots.txt) stays there.
    """
    return replaced(target, keeping=lambda name: name not in MADE)


def _looks_like_ours(place: Path) -> bool:
    names = {path.name for path in place.iterdir()}
    return names <= MADE and all((place / sign).is_file() for sign in _SIGNS)
