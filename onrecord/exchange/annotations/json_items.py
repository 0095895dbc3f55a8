"""JSON of any length, item by item: the elements of its long lists one after the other, and what stands around them last.

A feed of a hundred thousand reviews is one document, or as many lines; neither is held in memory.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.values import parsed
from onrecord.exchange.bulk.unread import begun, mended
from onrecord.exchange.entries import Noted
from onrecord.exchange.texts import field_in_json, notes, read_text
from onrecord.model.record import record
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

# The longest item, in characters: no review and no quotation is as long.
LONGEST = 64 << 20
# Up to this size, in bytes, a file is decoded as a whole, so that each place that cannot be read is named.
_SMALL = 4 << 20
_PIECE = 1 << 20
# Places that are named one by one.
_NAMED = 20
# A string, or what opens and closes; possessive, so that a string that never ends is looked at once.
_TOKEN = lazy(r'(?s)"(?:[^"\\]++|\\.)*+(")?|[\[\]{}]')
# What may stand between values: RFC 8259, and RFC 7464's separators.
_BETWEEN = lazy(r"[ \t\r\n\x1e]*")
_PLAIN = lazy(r"[^\s,\]}\[{\":\x1e]+")
_CONTAINERS = {"{": 1, "[": 1, "}": -1, "]": -1}


@record(kw_only=True)
class Item:
    """A value with the line where it begins; `within` is the field of the document whose list holds it, None for none.

    `broken` says, where it is no JSON, why.
    """

    line: int
    value: object = None
    within: str | None = None
    broken: str | None = None


def items(stream: BinaryIO, name: str, lists: frozenset[str]) -> Iterator[Item | Noted]:
    """The elements of a list that is the whole document, or the value of one of the fields `lists` of one that is an object;
    then what is left of the object. Values may follow each other, as in JSON lines.

    InputError: it is not JSON, ends in the middle, or holds an item of more than `LONGEST` characters.
    """
    start = stream.tell()
    is_small = len(stream.read(_SMALL + 1)) <= _SMALL
    stream.seek(start)
    if is_small:
        read = read_text(stream, name)
        yield from notes(read, field_in_json)
        yield from _Scanner(iter((read.text,)), name, lists).items()
        return
    named = 0
    for item in _Scanner(_pieces(stream, name), name, lists).items():
        named += isinstance(item, Noted)
        if not isinstance(item, Noted) or named <= _NAMED:
            yield item


def _pieces(stream: BinaryIO, name: str) -> Iterator[str]:
    again, codec = begun(stream, name)
    decoder = codecs.getincrementaldecoder(codec or "utf-8")(errors="surrogateescape")
    first = True
    try:
        while data := again.read(_PIECE):
            text = decoder.decode(data)
            yield text.removeprefix("\ufeff") if first else text
            first = False
        yield decoder.decode(b"", final=True)
    except UnicodeError:
        raise InputError(f"{one_line(name)} cannot be read as {codec}.") from None


class _Scanner:
    """The text, of which no more is held than the item that is looked at."""

    def __init__(self, pieces: Iterator[str], name: str, lists: frozenset[str]) -> None:
        self._pieces = pieces
        self._name = one_line(name)
        self._lists = lists
        self._text = ""
        self._at = 0
        self._line = 1
        self._counted = 0

    def items(self) -> Iterator[Item | Noted]:
        any_ = False
        while opening := self._next():
            any_ = True
            if opening == "[":
                yield from self._elements(None)
            elif opening == "{":
                yield from self._members()
            else:
                raise self._error("a value that is not an object")
        if not any_:
            raise InputError(f"{self._name} is not JSON: it is empty.")

    def _elements(self, within: str | None) -> Iterator[Item | Noted]:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            yield from self._item(within)
            following = self._next()
            self._at += 1
            if following == "]":
                return
            if following != ",":
                raise self._error("no comma between two items")

    def _members(self) -> Iterator[Item | Noted]:
        line = self._lines()
        self._at += 1
        rest: dict[str, object] = {}
        following = self._next()
        while following != "}":
            if following != '"':
                raise self._error("a field without a name")
            field = str(parsed(self._value(), self._name))
            if self._next() != ":":
                raise self._error("a field without a value")
            self._at += 1
            if self._next() == "[" and field in self._lists:
                yield from self._elements(field)
            else:
                text, damaged = mended(self._value())
                if damaged:
                    yield self._noted()
                rest[field] = parsed(text, f"{self._name}, line {self._lines()}")
            following = self._next()
            if following == ",":
                self._at += 1
                following = self._next()
            elif following != "}":
                raise self._error("no comma between two fields")
        self._at += 1
        if rest:
            yield Item(line=line, value=rest)

    def _item(self, within: str | None) -> Iterator[Item | Noted]:
        if not self._next():
            raise self._ends()
        line = self._lines()
        text, damaged = mended(self._value())
        if damaged:
            yield self._noted()
        try:
            yield Item(line=line, value=parsed(text, "it"), within=within)
        except InputError as error:
            yield Item(line=line, within=within, broken=error.message)

    def _noted(self) -> Noted:
        return Noted(where=f"line {self._lines()}", reason="bytes that cannot be read are kept as \ufffd")

    def _next(self) -> str:
        """The character that comes next, white space passed over; "" at the end."""
        while True:
            self._at = _BETWEEN.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(self._at):
                return ""

    def _value(self) -> str:
        """The text of the value that begins here."""
        if not self._next():
            raise self._ends()
        depth, start, index = 0, self._at, self._at
        if self._text[start] not in '[{"':
            return self._scalar()
        while True:
            match = _TOKEN.search(self._text, index)
            if match is None or (match[0][0] == '"' and match[1] is None):
                # What is held is at least doubled, so that a long string is looked through a few times only.
                back = (match.start() if match else len(self._text)) - start
                if not self._more(start):
                    raise self._ends()
                start, index = 0, back
                continue
            index = match.end()
            depth += _CONTAINERS.get(match[0], 0)
            if depth == 0:
                self._at = index
                return self._text[start:index]

    def _scalar(self) -> str:
        while True:
            match = _PLAIN.match(self._text, self._at)
            if match is None:
                raise self._error("a value that is none")
            if match.end() < len(self._text) or not self._more(self._at):
                self._at = match.end()
                return match[0]

    def _more(self, kept: int) -> bool:
        """Reads on; what stands before `kept` is let go, and `_at` moves with the rest. False at the end."""
        self._line = self._lines()
        held = len(self._text) - kept
        if held > LONGEST:
            raise InputError(
                f"{self._name}, line {self._line}: an item is longer than {LONGEST >> 20} million characters."
            )
        wanted = max(1, held // _PIECE)
        more = "".join(islice((piece for piece in self._pieces if piece), wanted))
        self._text = self._text[kept:] + more
        self._at = self._counted = 0
        return bool(more)

    def _lines(self) -> int:
        """The line that the reading is in."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _error(self, what: str) -> InputError:
        if self._at >= len(self._text) and not self._more(self._at):
            return self._ends()
        return InputError(f"{self._name} is not JSON: {what} in line {self._lines()}.")

    def _ends(self) -> InputError:
        return InputError(f"{self._name} is not JSON: it ends in the middle, in line {self._lines()}.")


def objects(value: object) -> Iterator[dict[str, Any]]:
    """All objects within a value, at whatever depth."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
