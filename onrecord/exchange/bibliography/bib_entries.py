"""The entries of a .bib file: types, keys and fields as they are written, macros put in; LaTeX is left as it is.

The grammar is BibTeX's (O. Patashnik, "BibTeXing", 1988, and the `btparse` that biber reads with): entries in braces or
parentheses, values in braces or quotation marks, numbers and macros, joined with `#`; every brace counts, a backslash
before it does not matter; what stands outside of entries is a comment. What is broken is told, and the next entry is
read. Time is linear in the length of the file.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.model.record import record
from onrecord.text.patterns import lazy

# What a macro may grow to: one that doubles another thirty times would be a gigabyte.
LONGEST_JOINED = 1_000_000
# All that macros put in is no longer than the file this many times, and some megabytes.
_MOST_PUT_IN = 10

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_SPACE = lazy(r"(?:\s|%[^\n]*(?:\n|$))*+")
_BEGIN = lazy(r"@[ \t\r\n]*([A-Za-z][\w*+-]*)\s*([{(])")
_AT = lazy(r"@(?=[ \t\r\n]*[A-Za-z])")
# Where reading goes on after something broken: entries begin a line.
_NEXT = lazy(r"(?m)^[ \t]*+(?=@[ \t]*[A-Za-z][\w*+-]*\s*[{(])")
# Keys with parentheses are found in braces only: they would end what began with one.
_KEYS = {
    "}": lazy(r"[^\s,={}\"#%]*+(?:[ \t]+[^\s,={}\"#%]++)*+"),
    ")": lazy(r"[^\s,={}()\"#%]*+(?:[ \t]+[^\s,={}()\"#%]++)*+"),
}
_NAME = lazy(r"[^\s,={}\"#%()@]++")
_BARE = lazy(r"[^\s,={}\"#%()@]++")
_BRACE = lazy(r"[{}]")
_QUOTED = lazy(r'[{}"]')
_MORE_FIELDS = lazy(r"\s*,\s*[A-Za-z][\w-]*\s*=")
_TYPES_THAT_MATTER = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc online phdthesis "
    "proceedings report string techreport thesis unpublished".split()
)


@record()
class RawEntry:
    """An entry as it is written. `kind` and the names of the fields are in lower case; the first of a name counts.

    `line` is the line it begins in, from 1.
    """

    line: int
    kind: str
    key: str
    fields: dict[str, str]
    twice: tuple[str, ...] = ()


@record()
class Broken:
    """An entry that cannot be read: the line it begins in, its first words, and why, in a sentence."""

    line: int
    head: str
    reason: str


class _Fault(Exception):
    def __init__(self, at: int, reason: str) -> None:
        self.at = at
        self.reason = reason


@dataclass
class _Found:
    fields: dict[str, str] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)


def entries(text: str) -> Iterator[RawEntry | Broken]:
    """The entries of a file in its order; `@string`, `@preamble` and `@comment` are obeyed and not given."""
    return _Parser(text).entries()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.macros = {month[:3].lower(): month for month in MONTHS}
        self.line_starts = array("Q", [0])
        self.line_starts.extend(found.end() for found in re.finditer("\r\n|\n|\r", text))
        # Set when a brace was not closed before the end of the file: from then on an entry is looked for only up to
        # the next one, so that a file of nothing but open braces is not read to its end for each.
        self.is_careful = False
        self.limit = len(text)
        self.left = _MOST_PUT_IN * len(text) + 4 * LONGEST_JOINED

    def entries(self) -> Iterator[RawEntry | Broken]:
        text = self.text
        while found := _AT.search(text, self.at):
            begin = found.start()
            line_start = self.line_starts[self._line(begin) - 1]
            before = text[line_start : min(begin, line_start + 200)].strip()
            head = _BEGIN.match(text, begin)
            if before.startswith("%"):
                self.at = begin + 1
                continue
            if head is None:
                self.at = begin + 1
                word = re.match(r"@[ \t]*([A-Za-z]+)", text[begin : begin + 100])
                if word and not before and word[1].lower() in _TYPES_THAT_MATTER:
                    yield Broken(self._line(begin), word[0], "After its type a { is missing.")
                continue
            kind = head[1].lower()
            self.limit = self._next_entry(head.end()) if self.is_careful else len(text)
            self.at = head.end()
            try:
                made = self._entry(kind, begin, "}" if head[2] == "{" else ")")
            except _Fault as fault:
                shown = re.split(r"[,\r\n]", text[begin : begin + 60])[0].strip()
                self.at = self._next_entry(head.end())
                line, of_fault = self._line(begin), self._line(fault.at)
                why = fault.reason if of_fault == line else f"Line {of_fault}: {fault.reason}"
                if kind != "comment":
                    yield Broken(line, shown, why)
                continue
            if made is not None:
                yield made

    def _next_entry(self, after: int) -> int:
        found = _NEXT.search(self.text, after)
        return found.end() if found else len(self.text)

    def _line(self, at: int) -> int:
        return bisect_right(self.line_starts, at)

    def _entry(self, kind: str, begin: int, end: str) -> RawEntry | None:
        if kind == "comment":
            self.at = self._closed(self.at) if end == "}" else self._line_end(self.at)
            return None
        if kind == "preamble":
            self._value()
            self._end(end)
            return None
        if kind == "string":
            found = self._fields(end)
            if any(len(value) > LONGEST_JOINED for value in found.fields.values()):
                raise _Fault(begin, f"It is longer than {LONGEST_JOINED:,} characters.")
            self.macros |= found.fields
            return None
        key = self._key(end)
        found = self._fields(end)
        if _MORE_FIELDS.match(self.text, self.at):
            raise _Fault(self.at, "A closing brace ends it before its last field.")
        return RawEntry(self._line(begin), kind, key, found.fields, tuple(found.twice))

    def _line_end(self, at: int) -> int:
        line = self._line(at)
        return self.line_starts[line] if line < len(self.line_starts) else len(self.text)

    def _key(self, end: str) -> str:
        self._space()
        found = _KEYS[end].match(self.text, self.at, self.limit)
        assert found is not None, "it may be empty"
        begin, self.at = self.at, found.end()
        self._space()
        if self.text[self.at : self.at + 1] == "=":
            self.at = begin  # a field stands where the key should
            return ""
        if self.text[self.at : self.at + 1] == ",":
            self.at += 1
        return found[0]

    def _fields(self, end: str) -> _Found:
        found = _Found()
        while True:
            self._space()
            mark = self.text[self.at : self.at + 1] if self.at < self.limit else ""
            if mark == end:
                self.at += 1
                return found
            if mark == ",":
                self.at += 1
                continue
            name = _NAME.match(self.text, self.at, self.limit)
            if name is None:
                raise _Fault(self.at, _unexpected(mark, "the name of a field"))
            self.at = name.end()
            self._space()
            if self.text[self.at : self.at + 1] != "=" or self.at >= self.limit:
                raise _Fault(self.at, f"After {name[0][:40]!r} an = is missing.")
            self.at += 1
            value = self._value()
            key = name[0].lower()
            if key in found.fields:
                found.twice.append(key)
            else:
                found.fields[key] = value

    def _end(self, end: str) -> None:
        self._space()
        if self.text[self.at : self.at + 1] != end:
            raise _Fault(self.at, _unexpected(self.text[self.at : self.at + 1], end))
        self.at += 1

    def _value(self) -> str:
        parts: list[str] = []
        size = 0
        while True:
            self._space()
            parts.append(self._piece())
            self._space()
            if self.text[self.at : self.at + 1] != "#" or self.at >= self.limit:
                return parts[0] if len(parts) == 1 else "".join(parts)
            size += len(parts[-1])
            if size > LONGEST_JOINED:
                raise _Fault(self.at, f"A value is joined to more than {LONGEST_JOINED:,} characters.")
            self.at += 1

    def _piece(self) -> str:
        text, begin = self.text, self.at
        mark = text[begin : begin + 1] if begin < self.limit else ""
        if mark == "{":
            self.at = self._closed(begin + 1)
            return text[begin + 1 : self.at - 1]
        if mark == '"':
            depth = 0
            for found in _QUOTED.finditer(text, begin + 1, self.limit):
                if found[0] == '"':
                    if not depth:
                        self.at = found.end()
                        return text[begin + 1 : self.at - 1]
                elif found[0] == "{":
                    depth += 1
                elif depth:
                    depth -= 1
                else:
                    break
            else:
                self.is_careful = True
            raise _Fault(begin, "A quotation mark is not closed.")
        if mark == ",":
            return ""  # "year = ,": some programs write it so
        bare = _BARE.match(text, begin, self.limit)
        if bare is None:
            raise _Fault(begin, _unexpected(mark, "a value"))
        self.at = bare.end()
        value = self.macros.get(bare[0].lower())
        if value is None:
            return bare[0]
        self.left -= len(value)
        if self.left < 0:
            raise _Fault(begin, f"What macros put in is longer than {_MOST_PUT_IN} times the file.")
        return value

    def _closed(self, at: int) -> int:
        """Where the group that begins before `at` has ended."""
        depth = 1
        for found in _BRACE.finditer(self.text, at, self.limit):
            depth += 1 if found[0] == "{" else -1
            if not depth:
                return found.end()
        self.is_careful = True
        raise _Fault(at - 1, "A brace is not closed.")

    def _space(self) -> None:
        found = _SPACE.match(self.text, self.at, self.limit)
        assert found is not None, "it may be empty"
        self.at = found.end()


def _unexpected(mark: str, wanted: str) -> str:
    # An @ begins the next entry already.
    return "It is not closed." if mark in ("", "@") else f"Instead of {mark!r}, {wanted} is expected."
