"""Who signs a block quotation: behind a dash at its end, in a paragraph within it, or in the one right behind it."""

from __future__ import annotations

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASH = r"(?:[—–―]{1,3}|-{2,3})"
_AT_END = lazy(r"\s*(?:\n|^)[ \t]*[—–―-]{1,3}[ \t]*(?P<who>[^\n—–―]{2,120})\s*\Z")
_IN_LINE = lazy(rf"(?P<stop>\S)\s+{_DASH}\s*(?P<who>[^\s—–―][^\n—–―]{{1,120}})\Z")
_OWN_LINE = lazy(rf"[^\S\n]*{_DASH}[^\S\n]*(?P<who>[^\n—–―]{{2,120}})(?=\n|\Z)")
_BETWEEN = lazy(rf"\n[^\S\n]*\n[^\S\n]*{_DASH}[^\S\n]*(?P<who>[^\n—–―]{{2,120}})(?=\n[^\S\n]*\n)")
_BEHIND = lazy(rf"[^\S\n]*\n\s*{_DASH}[^\S\n]*(?P<who>[^\n—–―]{{2,120}})(?=\n|\Z)")
# A dash and a name, in characters.
_LONGEST = 160
_STOPS = '.!?…”"»“’。！？」'


def is_signature(line: str) -> bool:
    """Whether a line is a dash and a name."""
    match = _OWN_LINE.match(line.strip())
    return match is not None and match.end() == len(line.strip()) and bool(_name(match["who"]))


def signed_blocks(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str | None]]:
    """The block quotations of a text without their signatures: start, end, and who signs. A block with several signatures is
    several quotations."""
    for low, high in blocks:
        start = low
        for match in _BETWEEN.finditer(text, low, high):
            if _name(match["who"]) and text[start : match.start()].strip():
                yield start, match.start(), _bare(match["who"])
                start = match.end()
        if text[start:high].strip():
            yield _signed(text, start, high)


def _signed(text: str, low: int, high: int) -> tuple[int, int, str | None]:
    end = low + len(text[low:high].rstrip())
    first = max(low, end - _LONGEST)
    match = _AT_END.search(text, first, end)
    if match and text[low : match.start()].strip():
        return low, match.start(), _bare(match["who"])
    match = _IN_LINE.search(text, first, end)
    # Without a stop in front of it, a single word is more likely the end of a sentence.
    if match and (name := _name(match["who"])) and (match["stop"] in _STOPS or " " in name):
        return low, match.end("stop"), _bare(match["who"])
    if (behind := _BEHIND.match(text, end)) and _name(behind["who"]):
        return low, high, _bare(behind["who"])
    return low, high, None


def _bare(who: str) -> str:
    return who.strip(" .")


def _name(who: str) -> str:
    from onrecord.ingest.quoted_blocks import signed_by

    return "" if who.rstrip().endswith(("!", "?", "…", ":")) else signed_by(who)
