"""What stands around a place: it decides between several places, and shows where a wording cuts a word."""

import re
import unicodedata
from collections.abc import Iterable

from onrecord.matching.outcome import Chain, Span
from onrecord.text.fold import fold, is_combining, is_unspaced

# Spaces, dashes, marks and dots are left out of the comparison: the recorded surroundings may be cut inside them.
_NOT_COMPARED = re.compile(r'[\s".…-]+')
# Thai to Myanmar (with Tibetan), and Khmer: written without spaces, like Chinese and Japanese.
_OTHER_UNSPACED = ((0x0E00, 0x109F), (0x1780, 0x17FF))
_LONGEST_WORD = 80
_BROKEN_WORD = re.compile(r"[^\W\d_]+[-‐¬\u00ad][^\S\n\r]*[\n\r]\s*[^\W\d_]+")
_INSIDE_WORDS = "'’ʼ-‐‑\u00ad\u200b\u200c\u200d"


class Context:
    """The surroundings of a place as they were recorded; empty ones ask for nothing."""

    def __init__(self, prefix: str, suffix: str) -> None:
        self._prefix, self._suffix = _compared(prefix), _compared(suffix)
        self._reach = 2 * max(len(prefix), len(suffix)) + 64

    def __bool__(self) -> bool:
        return bool(self._prefix or self._suffix)

    def fits_before(self, text: str, start: int) -> bool:
        """Whether the recorded prefix stands before `start`, as far as the text goes back."""
        if not self._prefix:
            return True
        first = max(0, start - self._reach)
        there = _compared(text[first:start])
        return there.endswith(self._prefix) or bool(first == 0 and there and self._prefix.endswith(there))

    def fits_after(self, text: str, end: int) -> bool:
        """Whether the recorded suffix stands after `end`, as far as the text goes on."""
        if not self._suffix:
            return True
        last = min(len(text), end + self._reach)
        there = _compared(text[end:last])
        return there.startswith(self._suffix) or bool(
            last == len(text) and there and self._suffix.startswith(there)
        )


def _compared(surroundings: str) -> str:
    text = _NOT_COMPARED.sub("", fold(surroundings).joined())
    while text and is_combining(text[0]):  # its letter was cut off
        text = text[1:]
    return text


def cut_words(text: str, chain: Chain) -> tuple[str, ...]:
    """A sentence for each span of `chain` that begins or ends inside a word of `text`."""
    return tuple(dict.fromkeys(_cuts(text, chain)))


def _cuts(text: str, chain: Iterable[Span]) -> Iterable[str]:
    for span in chain:
        for edge, verb in ((span.start, "begins"), (span.end, "ends")):
            word = _word_across(text, edge)
            if word:
                yield f"{verb} inside the word “{word}”"


def _word_across(text: str, edge: int) -> str | None:
    """The word that goes on across `edge`; None where there is none, or where words are not set apart by spaces."""
    near = text[max(0, edge - _LONGEST_WORD) : edge + _LONGEST_WORD]
    for broken in _BROKEN_WORD.finditer(near):
        if broken.start() < min(edge, _LONGEST_WORD) < broken.end():
            return "".join(broken[0].split())
    start, end = edge, edge
    while start > 0 and edge - start < _LONGEST_WORD and _goes_on(text, start - 1, edge):
        start -= 1
    while end < len(text) and end - edge < _LONGEST_WORD and _goes_on(text, end, edge):
        end += 1
    while start < edge and not _in_word(text[start]):
        start += 1
    while end > edge and not _in_word(text[end - 1]):
        end -= 1
    return text[start:end] if start < edge < end else None


def _goes_on(text: str, at: int, edge: int) -> bool:
    """Whether the character at `at` belongs to a word: a letter, or a sign between two letters."""
    if _in_word(text[at]):
        return True
    return (
        text[at] in _INSIDE_WORDS
        and 0 < at < len(text) - 1
        and _in_word(text[at - 1])
        and _in_word(text[at + 1])
    )


def _in_word(character: str) -> bool:
    if is_unspaced(character) or any(first <= ord(character) <= last for first, last in _OTHER_UNSPACED):
        return False
    return character.isalnum() or unicodedata.category(character)[0] == "M"
