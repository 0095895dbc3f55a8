"""Making text fragments: the shortest pointer to a place of a text that no other place answers first."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text.fragments import TextDirective, page, surely_parts
from onrecord.text.patterns import lazy
from onrecord.text.signs import DASHES, ELLIPSES, MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# As browsers do: what is longer is pointed to by its first and its last words.
_LONGEST = 300
# Fewer words than these stand elsewhere on a page soon (in a menu, a headline) and take their surroundings along.
_FEW_WORDS, _FEW_CHARACTERS = 4, 24
# How many words are tried, in turn, as context and as the ends of a range.
_TRIED = (4, 8, 16, 40)
# In which order surroundings are tried: before the words, behind them.
_CONTEXT_FIRST = ((True, True), (True, False), (False, True), (False, False))
_WORDS_FIRST = ((False, False), (True, False), (False, True), (True, True))
# Where a browser's block may end: a line of the stored text, a cell of a row.
_EDGE = lazy(r"\s*\n\s*| \| ")
_AROUND = f" \t\n\r\f\v\u00a0{MARKS}{DASHES}{ELLIPSES}".replace("`", "")
_WORD = lazy(r"\S+")


@record()
class _Stretch:
    start: int
    end: int


def pointer(text: str, start: int, end: int) -> TextDirective | None:
    """A directive that `Page.find` and browsers follow to `text[start:end]`, less marks and spaces at its ends.

    None where there are no words, or where no surroundings tell the place from an earlier one.
    """
    core = _core(text, start, end)
    if core is None:
        return None
    shown = page(text)
    for wanted in _candidates(text, core):
        if shown.find(wanted) == (core.start, core.end):
            return wanted
    return None


def core_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place that `pointer` points to, or None where there are no words."""
    core = _core(text, start, end)
    return None if core is None else (core.start, core.end)


def _core(text: str, start: int, end: int) -> _Stretch | None:
    marked = text[start : start + 1] in MARKS
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        # "the sailors’" ends in an apostrophe, unless a mark opens there too.
        if not marked and text[end - 1] in "'’" and text[end - 2 : end - 1].isalpha():
            break
        end -= 1
    return _Stretch(start, end) if any(one.isalnum() for one in text[start:end]) else None


def _candidates(text: str, core: _Stretch) -> Iterator[TextDirective]:
    words = text[core.start : core.end]
    open_start, open_end = not surely_parts(text, core.start), not surely_parts(text, core.end)
    few = len(words.split()) < _FEW_WORDS or len(words) < _FEW_CHARACTERS
    for count in _TRIED:
        terms = _terms(text, core, count)
        if terms is None:
            continue
        for beyond in (False, True):
            for has_prefix, has_suffix in _CONTEXT_FIRST if few else _WORDS_FIRST:
                prefix = _before(text, core.start, count, beyond) if has_prefix else None
                suffix = _after(text, core.end, count, beyond) if has_suffix else None
                if (open_start and prefix is None) or (open_end and suffix is None):
                    continue
                yield TextDirective(*terms, prefix, suffix)


def _terms(text: str, core: _Stretch, count: int) -> tuple[str, str | None] | None:
    """The words themselves, or the first and the last of them where they are long or go over the end of a block."""
    words = text[core.start : core.end]
    # Most wordings stand in one block: they need no expression.
    several = "\n" in words or " | " in words
    edges = list(_EDGE.finditer(text, core.start, core.end)) if several else []
    if not edges and len(words) <= _LONGEST:
        return words, None
    first_block = edges[0].start() if edges else core.end
    last_block = edges[-1].end() if edges else core.start
    first = _ends(text, _Stretch(core.start, first_block), count)
    last = _starts(text, _Stretch(last_block, core.end), count)
    if first is None or last is None or first >= last:
        return (words, None) if not edges else None
    return text[core.start : first], text[last : core.end]


def _ends(text: str, within: _Stretch, count: int) -> int | None:
    """The end of the first `count` words, where a browser sees the end of a word too."""
    for number, word in enumerate(_WORD.finditer(text, within.start, within.end), 1):
        if number >= count and surely_parts(text, word.end()):
            return word.end()
    return within.end if surely_parts(text, within.end) else None


def _starts(text: str, within: _Stretch, count: int) -> int | None:
    """The beginning of the last `count` words."""
    words = [word.start() for word in _WORD.finditer(text, within.start, within.end)]
    sure = [index for index in words if surely_parts(text, index)]
    return sure[max(0, len(sure) - count)] if sure else None


def _before(text: str, offset: int, count: int, beyond: bool) -> str | None:
    """The words before a place, of its own block, or else of the one before."""
    low = max(0, offset - 60 * count)
    edges = list(_EDGE.finditer(text, low, offset))
    block = _Stretch(edges[-1].end() if edges else low, offset)
    if not text[block.start : offset].strip() and beyond and edges and "|" not in edges[-1][0]:
        block = _Stretch(edges[-2].end() if len(edges) > 1 else low, edges[-1].start())
    start = _starts(text, block, count)
    return (text[start : block.end].strip() or None) if start is not None else None


def _after(text: str, offset: int, count: int, beyond: bool) -> str | None:
    """The words behind a place, of its own block, or else of the next one."""
    high = min(len(text), offset + 60 * count)
    edges = list(_EDGE.finditer(text, offset, high))
    block = _Stretch(offset, edges[0].start() if edges else high)
    if not text[offset : block.end].strip() and beyond and edges and "|" not in edges[0][0]:
        block = _Stretch(edges[0].end(), edges[1].start() if len(edges) > 1 else high)
    end = _ends(text, block, count)
    return (text[block.start : end].strip() or None) if end is not None else None
