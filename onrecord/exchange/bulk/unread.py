"""Bytes in files by the million that cannot be read: what encoding the beginning is in, and where a row has such bytes."""

import io
from typing import Any, BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.bulk.packed import Counted
from onrecord.exchange.texts import decoded
from onrecord.ingest import charsets
from onrecord.text.patterns import lazy

# How much of a file tells its encoding, in bytes.
HEAD = 1 << 20
MARK = "\ufffd"
_ESCAPED = lazy("[\udc80-\udcff]")


def begun(stream: BinaryIO, name: str) -> tuple[BinaryIO, str | None]:
    """The stream again, and the codec of its text: UTF-8, or what the beginning shows; None where nothing does."""
    head = stream.read(HEAD)
    again = io.BufferedReader(Counted(stream, head), HEAD)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):  # as Excel saves "Unicode text"
        return again, "utf-16"
    # A letter may be cut at the end.
    whole = head[: head.rfind(b"\n") + 1] or head
    try:
        return again, charsets.codec(decoded(whole, name).encoding) or "utf-8"
    except InputError:
        return again, None


def mended(text: str) -> tuple[str, bool]:
    """A text with U+FFFD for each byte that was escaped (`surrogateescape`), and whether there was one."""
    if text.isascii() or not _ESCAPED.search(text):
        return text, False
    # As browsers do: one for what may have been one letter.
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), True


def marked(row: dict[str, Any]) -> tuple[str, ...]:
    """The fields that hold U+FFFD, at whatever depth."""
    return tuple(name for name, value in row.items() if _holds(value))


def _holds(value: object) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str) and MARK in item:
            return True
        if isinstance(item, dict | list):
            waiting += item.values() if isinstance(item, dict) else item
    return False
