"""A stored text cut into passages, and what of each is indexed: what a search in stored texts looks through.

A passage is a paragraph. One whose sentence goes on in the next (over the end of a page, or of a line that was full) is one
passage with it; a long one is cut where a sentence ends. Offsets are Unicode code points, ends exclusive.

Whoever changes what is said here makes the index anew, in a migration of its own.
"""

from __future__ import annotations

from onrecord.text.locators import Paragraphs
from onrecord.text.patterns import lazy
from onrecord.text.wordfold import UNSPACED, copy_of, is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# In code points.
LONGEST = 2_000
# From this length on a line may have ended because it was full.
FULL_LINE = 50
_ENDS = frozenset(".!?…。！？:：\"”»’')]")
_GOES_ON = frozenset(",;-‐–—،，、")
_SENTENCE = lazy(r"(?:[.!?…]['\"”’»)\]]*\s+|[。！？]['\"”’»）」』]*|\n)")
_BROKEN = lazy(r"([^\W\d_]+)[-‐\u00ad]\n\s*([^\W\d_]+)")
_LETTER = lazy(f"[{UNSPACED}]")


def passages(text: str) -> list[tuple[int, int]]:
    """Where the passages of a text are, in its order; all that is between them is white space."""
    paragraphs = Paragraphs(text)
    joined: list[tuple[int, int]] = []
    for start, end in paragraphs.ranges():
        if joined and end - joined[-1][0] <= LONGEST and _goes_on(text, joined[-1][1], start, paragraphs):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [part for start, end in joined for part in _cut(text, start, end)]


def indexed(passage: str) -> str:
    """What of a passage goes into the index: its words, folded where FTS5 does not fold them so.

    In scripts without spaces every letter is a word, so that any stretch of them is found as a phrase. A word that is
    broken at the end of a line stands there in one piece too.
    """
    if "\n" in passage and (whole := [f"{one}{other}" for one, other in _BROKEN.findall(passage)]):
        passage = f"{passage}\n{' '.join(whole)}"
    words = copy_of(passage)
    if words is None:
        words = passage
    return apart(words) if is_unspaced(words) else words


def apart(words: str) -> str:
    """Words with every letter of a script without spaces by itself."""
    return _LETTER.sub(r" \g<0> ", words)


def _goes_on(text: str, end: int, start: int, paragraphs: Paragraphs) -> bool:
    """Whether what ends in front of `end` goes on at `start`, where the next paragraph begins."""
    last = text[end - 1]
    if paragraphs.are_lines:
        line = text.rfind("\n", 0, end) + 1
        return last in "-‐" or (end - line >= FULL_LINE and last not in _ENDS)
    return (last.isalnum() or last in _GOES_ON) and text[start].islower()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        least, most = start + LONGEST // 2, start + LONGEST
        stops = [match.end() for match in _SENTENCE.finditer(text, least, most)]
        at = stops[-1] if stops else text.rfind(" ", least, most) + 1 or most
        yield start, start + len(text[start:at].rstrip())
        start = at
        while text[start].isspace():
            start += 1
    yield start, end
