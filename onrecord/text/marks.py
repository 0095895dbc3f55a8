"""Quotation marks: which stretches of a text stand in them.

A mark opens or closes by what stands around it and by what is open: “ closes „ in German, » opens in Danish and
closes in French. Apostrophes and inch marks are no quotation marks. A quotation whose closing mark is missing runs to
the end of its paragraph; a closing mark without an opening one quotes nothing by itself, because nobody can tell where
it would begin.
"""

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["direct", "mixed", "indirect"]
Range = tuple[int, int]

# Each opening mark with the marks that may close it.
_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    '"': '"”',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞〟",
    "＂": "＂",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "‹": "›",
    "›": "‹›",
}
_CLOSING = frozenset("".join(_CLOSERS.values()))
_SINGLE = frozenset("‘‚'’")
_ANY = re.compile("[" + re.escape("".join(_CLOSERS) + "".join(_CLOSING)) + "]")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")


@dataclass
class _Open:
    mark: str
    at: int


def quoted_ranges(text: str, start: int = 0, end: int | None = None) -> tuple[list[Range], list[int]]:
    """The outermost stretches in quotation marks between two offsets, marks excluded, and the lone closing marks.

    [start, end) is read as whole paragraphs: a quotation never runs from one into the next without a new mark.
    """
    end = len(text) if end is None else end
    ranges: list[Range] = []
    lone: list[int] = []
    position = start
    while position < end:
        found = _PARAGRAPH_END.search(text, position, end)
        stop = found.start() if found else end
        _scan(text, position, stop, ranges, lone)
        position = found.end() if found else end
    return ranges, lone


def _scan(text: str, start: int, stop: int, ranges: list[Range], lone: list[int]) -> None:
    stack: list[_Open] = []
    for found in _ANY.finditer(text, start, stop):
        at, mark = found.start(), found[0]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < stop else " "
        if mark in _SINGLE and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        closing = _closed_by(stack, mark, before)
        if closing is not None:
            opened = stack[closing]
            del stack[closing:]
            if not stack and at > opened.at + 1:
                ranges.append((opened.at + 1, at))
        elif _opens(text, mark, at, stop, before, after):
            stack.append(_Open(mark, at))
        elif (
            mark in _CLOSING
            and mark not in _SINGLE
            and not before.isspace()
            and not (mark == '"' and before.isdigit())
        ):
            lone.append(at)
    if stack and stack[0].at + 1 < stop:
        ranges.append((stack[0].at + 1, stop))


def _closed_by(stack: list[_Open], mark: str, before: str) -> int | None:
    """Which open quotation this mark closes; marks between them were never closed themselves."""
    if before.isspace() and mark not in "»«›‹":
        return None
    for index in range(len(stack) - 1, -1, -1):
        if mark in _CLOSERS[stack[index].mark]:
            return index
    return None


def _opens(text: str, mark: str, at: int, stop: int, before: str, after: str) -> bool:
    if mark not in _CLOSERS or before.isalnum():
        return False
    if after.isspace() and mark not in "«»‹›":
        return False
    if mark in _SINGLE:
        # ’tis and ’90s have no partner further on.
        return _partner(text, _CLOSERS[mark], at + 1, stop)
    return True


def _partner(text: str, closers: str, position: int, stop: int) -> bool:
    for at in range(position, min(stop, position + 2_000)):
        if text[at] in closers and not text[at - 1].isspace():
            after = text[at + 1] if at + 1 < stop else " "
            if not after.isalnum():
                return True
    return False


def form_of(text: str, start: int, end: int) -> Form:
    """The form that the marks around and inside [start, end) say: all of it quoted, a part, or nothing.

    A lone closing mark right behind the stretch makes it direct: its opening mark was forgotten.
    """
    parts, lone = _parts(text, start, end)
    covered = [any(a <= at < b for a, b in parts) for at in range(start, end) if text[at].isalnum()]
    if covered and all(covered):
        return "direct"
    if any(covered):
        return "mixed"
    behind = end
    while behind < len(text) and text[behind] in ".,;:!?…":
        behind += 1
    return "direct" if behind in lone else "indirect"


def quoted_parts(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The stretches inside [start, end) that stand in quotation marks, marks excluded."""
    return tuple(_parts(text, start, end)[0])


def _parts(text: str, start: int, end: int) -> tuple[list[Range], list[int]]:
    first, last = _paragraphs_around(text, start, end)
    ranges, lone = quoted_ranges(text, first, last)
    inside = [(max(a, start), min(b, end)) for a, b in ranges]
    return [(a, b) for a, b in inside if a < b and any(map(str.isalnum, text[a:b]))], lone


def _paragraphs_around(text: str, start: int, end: int) -> Range:
    first = 0
    for found in _PARAGRAPH_END.finditer(text, 0, start):
        first = found.end()
    found_end = _PARAGRAPH_END.search(text, end)
    return first, found_end.start() if found_end else len(text)


def strip_outer_marks(text: str) -> str:
    """`text` without the one pair of marks around all of it."""
    ranges, _ = quoted_ranges(text)
    if len(ranges) == 1:
        start, end = ranges[0]
        outside = text[:start] + text[end:]
        if end < len(text) and not any(map(str.isalnum, outside)):
            return text[start:end].strip()
    return text.strip()


def quoted_fragments(text: str) -> tuple[str, ...]:
    """The parts of a wording that stand in marks: He called it "a farce" and left -> ("a farce",)."""
    ranges, _ = quoted_ranges(text)
    return tuple(text[a:b].strip() for a, b in ranges if any(map(str.isalnum, text[a:b])))
