"""Text files line by line, whoever wrote them: UTF-8 with or without a byte order mark, and no line without an end."""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.text.clean import one_line

# The longest line that is read, in bytes: a stored copy of a book with its original fits.
LONGEST_LINE = 256 << 20
# How many objects and lists stand inside each other, at most. Python's own limit is 1,000 calls, and whoever reads a
# stored item needs a few for each.
DEEPEST = 100


def lines(stream: BinaryIO, name: str, longest: int = LONGEST_LINE) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, each with its end; only a line feed ends one.

    A byte that is not UTF-8 is a lone surrogate (U+DC80 to U+DCFF). InputError: a line is longer than `longest` bytes, or
    the file is UTF-16.
    """
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            raise InputError(f"{one_line(name)}, line {number}: it is longer than {longest:,} bytes.")
        if number == 1:
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise InputError(f"{one_line(name)} is UTF-16. Save it as UTF-8.")
            line = line.removeprefix(b"\xef\xbb\xbf")
        yield number, line.decode("utf-8", "surrogateescape")


def is_too_deep(value: object) -> bool:
    """Whether a JSON value is nested more deeply than `DEEPEST`; found without recursion."""
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True
