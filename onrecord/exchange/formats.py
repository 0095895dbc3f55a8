"""The formats of records, by name, by the end of a file's name and by what stands in it; how to write what is selected."""

from __future__ import annotations

from importlib import import_module

from onrecord.errors import NO_NAME, Hint, InputError, UsageError
from onrecord.formats import FORMATS as ALL
from onrecord.formats import Format
from onrecord.outputs import endings
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, BinaryIO

    from onrecord.exchange.selection import Pieces, Selection, Writer

# How much of a file its format may be told by, in bytes.
HEAD = 65_536
# The element that an XML file is.
_ROOT = lazy(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}\?>\s*(?:<!--[\s\S]{0,5000}?-->\s*|<!DOCTYPE[^>\[]{0,500}>\s*|<\?[^>]{0,500}\?>\s*){0,20}<([^\s<>/]{1,80})"
)


# How a running Zotero is named in place of a file.
ZOTERO = "zotero:"


def is_zotero(file: str) -> bool:
    """Whether what is to be imported is a running Zotero and no file."""
    return file[: len(ZOTERO)].lower() == ZOTERO


# What is taken in or given out as records; a citation is written by `onrecord.cite`.
FORMATS: tuple[Format, ...] = tuple([one for one in ALL if one.reader or one.pieces or one.writer])


def load(reference: str) -> Callable[..., Any]:
    """The function that "module:function" means."""
    module, _, function = reference.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(f"onrecord.exchange.{module}"), function)
    return loaded


def readable(formats: Sequence[Format] = FORMATS) -> list[Format]:
    """The formats that can be imported."""
    return [one for one in formats if one.reader]


def writable(formats: Sequence[Format] = FORMATS) -> list[Format]:
    """The formats that can be exported to."""
    return [one for one in formats if one.writer or one.pieces]


def pieces(format: Format) -> Pieces:
    """What writes a format that is text, for whoever sends it on while it is made. UsageError: it is none."""
    if format.pieces is None:
        raise UsageError(f"{format.name} is not written piece by piece.")
    return load(format.pieces)


def writer(format: Format) -> Writer:
    """What writes a format that is written."""
    if format.pieces is None:
        return load(format.writer or "")
    made = pieces(format)

    def write(selection: Selection, out: BinaryIO) -> None:
        out.writelines(piece.encode() for piece in made(selection))

    return write


def to_read(
    name: str, head: bytes | None, asked: str | None = None, formats: Sequence[Format] = FORMATS
) -> Format:
    """The format of a file: the one asked for, else by the end of its name, else by its first bytes.

    `head` None: it is a folder. UsageError: the format asked for cannot be read. InputError: nothing tells the
    format.
    """
    among = readable(formats)
    if asked is not None:
        return _asked(asked, among, "read")
    among = [one for one in among if one.folder == (head is None)]
    ending = _ending(name, among)
    fitting = [one for one in among if ending in one.extensions] if ending else among
    if ending and len(fitting) == 1:
        return fitting[0]
    if head is None and len(fitting) == 1:
        return fitting[0]
    for one in fitting:
        if one.signature and head is not None and load(one.signature)(head[:HEAD]):
            return one
    plain = next((one for one in fitting if not one.signature), None) if ending else None
    if plain is not None:
        return plain
    if head == b"":
        raise InputError(f"{one_line(name) or 'Standard input'} is empty.")
    root = _ROOT.match(head or b"")
    what = f": it is XML of <{one_line(root[1].decode('utf-8', 'replace'))}>" if root else ""
    raise InputError(
        f"Nothing tells the format of {one_line(name) or 'standard input'}{what}.",
        hint=Hint("say_which_format", formats=", ".join(one.name for one in readable(formats))),
    )


def to_write(name: str, asked: str | None = None, formats: Sequence[Format] = FORMATS) -> Format:
    """The format to write: the one asked for, else the first with the end of the file's name.

    UsageError: it cannot be written, nothing tells it, or files whose names end so hold something else.
    """
    among = writable(formats)
    if asked is not None:
        format_asked = _asked(asked, among, "written")
        if not format_asked.folder:
            known = {endings.ending(f"x.{end}") for one in formats for end in one.extensions}
            endings.refuse_misnamed(
                name,
                format_asked.name,
                [endings.ending(f"x.{end}") for end in format_asked.extensions],
                known,
            )
        return format_asked
    if not name:
        raise UsageError(NO_NAME)
    ending = _ending(name, among)
    fitting = next((one for one in among if ending in one.extensions), None)
    if fitting is None:
        raise UsageError(
            f"Nothing tells the format of {one_line(name)}.",
            hint=Hint("say_which_format", formats=", ".join(one.name for one in among)),
        )
    return fitting


def _asked(asked: str, among: Sequence[Format], done: str) -> Format:
    format_named = next((one for one in among if one.name == asked.lower()), None)
    if format_named is None:
        names = ", ".join(one.name for one in among)
        raise UsageError(f"{asked!r} is not a format that can be {done}. Formats: {names}.")
    return format_named


def _ending(name: str, among: Sequence[Format]) -> str | None:
    """The longest of the extensions that the name ends in."""
    lower = name.lower()
    fitting = [end for one in among for end in one.extensions if lower.endswith(f".{end}")]
    return max(fitting, key=len, default=None)
