"""JSON lines, one by one: each with its number, as an object or as a sentence that says why it is none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from onrecord.errors import InputError
from onrecord.exchange.bulk.unread import marked, mended
from onrecord.text.clean import one_line

# No quotation is as long as this, and no article.
LONGEST = 16 << 20


class Line(NamedTuple):
    """A line of a file, as it stands there. `damaged` are the fields in which bytes cannot be read."""

    number: int
    text: bytes
    damaged: tuple[str, ...] = ()


# Divides a file into rows: the stream, its name, and the codec of its text (None: nothing shows it).
Rows = Callable[[BinaryIO, str, str | None], Iterator[tuple[Line, dict[str, Any] | str]]]


def rows(stream: BinaryIO, name: str, codec: str | None) -> Iterator[tuple[Line, dict[str, Any] | str]]:
    """The lines that are not empty. InputError: the file `name` is damaged from some line on."""
    number = 0
    try:
        while text := stream.readline(LONGEST + 1):
            number += 1
            if len(text) > LONGEST:
                raise InputError(f"{one_line(name)}, line {number} is longer than {LONGEST >> 20} MiB.")
            if text.strip():
                yield _row(number, text, codec)
    except Exception as error:
        if not is_damage(error):
            raise
        raise damaged(name, number, error) from None


def is_damage(error: Exception) -> bool:
    """Whether this is what unpacking and reading raise; Zstandard's is of a package that may not be there."""
    return isinstance(error, (OSError, EOFError, ValueError)) or type(error).__module__.startswith(
        "zstandard"
    )


def damaged(name: str, number: int, error: Exception) -> InputError:
    """That a file cannot be read beyond a line."""
    return InputError(f"{one_line(name)} is damaged after line {number}: {one_line(str(error))}.")


def _row(number: int, text: bytes, codec: str | None) -> tuple[Line, dict[str, Any] | str]:
    try:
        # What every line is but a damaged one; a byte-order mark may begin the first.
        return Line(number, text), _object(text.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        if codec is None:
            return Line(number, text), f"it is not UTF-8: byte {error.start + 1} cannot be read."
    read, is_damaged = mended(text.decode(codec, "surrogateescape"))
    found = _object(read)
    fields = marked(found) if is_damaged and isinstance(found, dict) else ()
    return Line(number, text, fields), found


def _object(text: str) -> dict[str, Any] | str:
    try:
        value = _value(text.strip(_BLANKS))
    except json.JSONDecodeError as error:
        return f"it is not JSON: {error.msg}."
    except (ValueError, RecursionError):
        return "it is not JSON."
    return value if isinstance(value, dict) else "it is no JSON object."


def _value(text: str) -> object:
    """What `json.loads` reads, at half of its cost for a line: it looks for white space around by regular expressions."""
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        return json.loads(text)
    return value if end == len(text) else json.loads(text)


_BLANKS = " \t\n\r"
_scan: Callable[[str, int], tuple[object, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
