"""What the end of a file's name promises to the programs that will read it."""

from __future__ import annotations

from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection


# What other programs take for something that no format of onrecord is.
_ELSE = frozenset(
    "pdf doc docx dot odt ott pages epub mobi ps djvu xls xlsx ods ppt pptx odp key enl enw "
    "db sqlite sqlite3 zip gz bz2 xz zst 7z tar rar png jpg jpeg gif webp svg tif tiff mp3 mp4 wav exe py js css".split()
)


def ending(name: str) -> str:
    """The end of a file's name in lower case, without the dot; "" where it has none."""
    last = name.rpartition("/")[2].lower()
    return last.rpartition(".")[2] if "." in last[1:] else ""


def refuse_misnamed(name: str, format: str, own: Collection[str], known: Collection[str]) -> None:
    """UsageError where files whose names end as `name` does hold something else than `format`, which ends in `own`.

    `known` are the endings of all formats. An ending that nobody knows is no promise.
    """
    end = ending(name)
    if end not in own and (end in known or end in _ELSE):
        best = next(iter(own), None)
        better = f": name one that ends in .{best}" if best else ""
        raise UsageError(f"A file that ends in .{end} does not hold {format}{better}.")
