"""The sentence that a place in a text belongs to. Offsets are Unicode code points, ends exclusive."""

import re

# A full stop between a small letter, a digit or a closing mark and the beginning of something new. An abbreviation
# ("Dr. Lee") is never taken for an end; at worst a passage is a sentence longer.
_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[—–-]*[^\W\d_a-zß-öø-ÿа-яё])|[。！？]+[」』”’）]*|[.!?…]+[\"'”’»)\]]*\Z"
)
_ABBREVIATION = re.compile(r"(?<!\w)(?:[^\W\d_]|[A-Z][a-z]{1,3}|[a-z]\.[a-z]|[Nn]o|U\.S)\.$")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentences that `start` to `end` touches, within their paragraphs, without white space around."""
    before = max((found.end() for found in _PARAGRAPH.finditer(text, 0, start)), default=0)
    after = found.start() if (found := _PARAGRAPH.search(text, end)) else len(text)
    first, last = before, after
    for mark in _END.finditer(text, before, after):
        if _ABBREVIATION.search(text, max(before, mark.start() - 5), mark.start() + 1):
            continue
        if mark.end() <= start:
            first = mark.end()
        elif mark.end() >= end:
            last = mark.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
