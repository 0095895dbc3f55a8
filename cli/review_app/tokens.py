"""Moving through a text by words and marks, for spans that a person sets with keys. Offsets are code points."""

import re

# Scripts without spaces go letter by letter; every mark is a step of its own.
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\w\s]"
)
# No word is longer; looking back further would make a step cost as much as the text is long.
_BACK = 400


def end_after(text: str, offset: int) -> int:
    """The end of the first token that ends after `offset`; the end of the text where there is none."""
    match = _TOKEN.search(text, offset)
    return match.end() if match else len(text)


def start_after(text: str, offset: int) -> int:
    """The start of the first token that begins after `offset`; the end of the text where there is none."""
    here = _TOKEN.match(text, offset)
    match = _TOKEN.search(text, here.end() if here else offset)
    return match.start() if match else len(text)


def start_before(text: str, offset: int) -> int:
    """The start of the last token that begins before `offset`; 0 where there is none."""
    floor = max(0, offset - _BACK)
    starts = [match.start() for match in _TOKEN.finditer(text, floor, offset)]
    return starts[-1] if starts else floor


def end_before(text: str, offset: int) -> int:
    """The end of the last token that ends before `offset`; 0 where there is none."""
    floor = max(0, offset - _BACK)
    ends = [match.end() for match in _TOKEN.finditer(text, floor, offset) if match.end() < offset]
    return ends[-1] if ends else floor


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def moved(stretches: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Stretches with another beginning and end: inner breaks stay, stretches beyond the new ends go."""
    kept = [stretch for stretch in stretches if stretch[1] > start and stretch[0] < end]
    if not kept:
        return ((start, end),)
    kept[0] = (start, kept[0][1])
    kept[-1] = (kept[-1][0], end)
    return tuple(kept)
