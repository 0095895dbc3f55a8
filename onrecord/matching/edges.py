"""Whether a place begins or ends inside a word of the source, or takes a figure from its sign."""

import re
import unicodedata
from collections.abc import Iterator

from onrecord.matching.outcome import Span
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

# Thai to Myanmar (with Tibetan), and Khmer: written without spaces, like Chinese and Japanese.
_OTHER_UNSPACED = ((0x0E00, 0x109F), (0x1780, 0x17FF))
_LONGEST_WORD = 80
_BROKEN_WORD = lazy(r"[^\W\d_]+[-‐¬\u00ad][^\S\n\r]*[\n\r]\s*[^\W\d_]+")
_INSIDE_WORDS = "'’ʼ-‐‑\u00ad\u200b\u200c\u200d\u2060"
_INSIDE_NUMBERS = ".,:'’٫٬\u2044/–"
_SPACES = " \u00a0\u2009\u202f"
_APOSTROPHES = "'’ʼ"
# Words of their own though they are written together with the next: l’Europe, dell’acqua. Not n’, the negation.
_ELIDED = frozenset(
    "l d s c j m t qu jusqu lorsqu puisqu quoiqu quelqu un dell nell all sull dall quell quest bell sant gl tutt anch "
    "com senz mezz".split()
)
_BEFORE_FIGURES = "-−–+±~≈<>≤≥#№§"
_AFTER_FIGURES = "%‰‱％°′″"
# Where words are not set apart, these still belong to what stands behind them, or before.
_NEGATES_NEXT = "不没沒未非無无否勿"
_NEGATES_BEFORE = lazy(
    r"(?:では|じゃ|で|く|い)?(?:ない|なかっ|なく|ません|ありません)|(?:わ|か|さ|た|な|ま|ら|ば)?(?:ない|なかっ|なけれ)|ませ|ず[にもが、。]|まい(?=[。、」とが])|ぬ(?=[。、」とが])|ざる"
)
# "Not" before a verb in Thai, Lao, Khmer and Burmese.
_NEGATES_NEXT_UNSPACED = lazy(r"(?:ไม่|ไม่ได้|ไม่เคย|อย่า|ห้าม|ไร้|ບໍ່|ຢ່າ|មិន|ពុំ|កុំ|မ)\Z")
# Beside these nothing is cut, whatever stands further away.
_APART_BEFORE = ' “„«‘("'
_APART_AFTER = ' ”“»",.;:!?)'
_CJK_NUMERALS = frozenset("〇零一二三四五六七八九十百千万萬億亿兆两兩0123456789０１２３４５６７８９")


def cuts(text: str, span: Span) -> Iterator[str]:
    """A sentence, without a full stop, for each end of the place that cuts a word or takes a figure from its sign."""
    for edge, verb in ((span.start, "begins"), (span.end, "ends")):
        word = word_across(text, edge)
        if word:
            yield f"{verb} inside the word “{word}”"
    sign = _sign_before(text, span.start)
    if sign:
        yield f"leaves the “{sign}” before the figure out"
    sign = _sign_after(text, span.end)
    if sign:
        yield f"leaves the “{sign}” after the figure out"


def is_whole(text: str, span: Span) -> bool:
    """Whether the place cuts nothing."""
    start, end = span.start, span.end
    # What most places are, and the long way takes twenty times as long.
    apart = (not start or text[start - 1] in _APART_BEFORE) and (
        end == len(text) or text[end] in _APART_AFTER
    )
    figures = text[start].isdigit() or text[end - 1].isdigit()
    return (apart and not figures) or not any(cuts(text, span))


def word_across(text: str, edge: int) -> str | None:
    """The word or figure that goes on across `edge`; None where there is none, or where nothing sets words apart."""
    if not 0 < edge < len(text):
        return None
    near = text[max(0, edge - _LONGEST_WORD) : edge + _LONGEST_WORD]
    for broken in _BROKEN_WORD.finditer(near):
        if broken.start() < min(edge, _LONGEST_WORD) < broken.end():
            return "".join(broken[0].split())
    if is_unspaced(text[edge - 1]) or is_unspaced(text[edge]):
        return _unspaced_across(text, edge)
    if _is_otherwise_unspaced(text[edge]) and (
        negates := _NEGATES_NEXT_UNSPACED.search(near[: min(edge, _LONGEST_WORD)])
    ):
        return negates[0] + text[edge]
    start, end = edge, edge
    while start > 0 and edge - start < _LONGEST_WORD and _goes_on(text, start - 1, edge):
        start -= 1
    while end < len(text) and end - edge < _LONGEST_WORD and _goes_on(text, end, edge):
        end += 1
    while start < edge and not _in_word(text[start]):
        start += 1
    while end > edge and not _in_word(text[end - 1]):
        end -= 1
    if not start < edge < end or _elision(text[start:edge]):
        return None
    return text[start:end]


def letters_before(text: str, start: int) -> str:
    """The letters of a word before `start`, where it goes on there."""
    first = start
    while first and start - first < _LONGEST_WORD and _in_word(text[first - 1]):
        first -= 1
    return text[first:start]


def letters_after(text: str, end: int) -> str:
    """The letters of a word after `end`, where it goes on there."""
    last = end
    while last < len(text) and last - end < _LONGEST_WORD and _in_word(text[last]):
        last += 1
    return text[end:last]


def _elision(before: str) -> bool:
    return before[-1:] in tuple(_APOSTROPHES) and before[:-1].lower().split("-")[-1] in _ELIDED


def _goes_on(text: str, index: int, edge: int) -> bool:
    """Whether the character at `index` belongs to a word: a letter, or a sign between two letters or two digits."""
    if _in_word(text[index]):
        return True
    if not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if text[index] in _INSIDE_NUMBERS and before.isdigit() and after.isdigit():
        return True
    if text[index] in _SPACES and before.isdigit() and after.isdigit():
        return _in_groups(text, index)
    return text[index] in _INSIDE_WORDS and _in_word(before) and _in_word(after)


def _in_groups(text: str, index: int) -> bool:
    """Whether the space at `index` sets groups of three digits apart: 12 000."""
    before = re.search(rf"(?<![\d.,])\d{{1,3}}(?:[{_SPACES}]\d{{3}})*\Z", text[max(0, index - 24) : index])
    after = re.match(r"\d{3}(?!\d)", text[index + 1 : index + 6])
    return before is not None and after is not None


def _is_otherwise_unspaced(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _OTHER_UNSPACED)


def _in_word(character: str) -> bool:
    if is_unspaced(character) or _is_otherwise_unspaced(character):
        return False
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _unspaced_across(text: str, edge: int) -> str | None:
    before, after = text[edge - 1], text[edge]
    if before in _CJK_NUMERALS and after in _CJK_NUMERALS:
        return before + after
    if before in _NEGATES_NEXT and after.isalnum():
        return before + after
    if before.isalnum() and (match := _NEGATES_BEFORE.match(text, edge)):
        return before + match[0]
    return None


def _sign_before(text: str, start: int) -> str | None:
    """The sign that belongs to the figure at `start`."""
    if not text[start].isdigit() or not start:
        return None
    sign, before = text[start - 1], text[start - 2 : start - 1]
    if _is_currency(sign):
        return sign
    if sign in _BEFORE_FIGURES and not (before.isalnum() or (before and sign in "-–" and before in ")]")):
        return sign
    if sign in _SPACES and before and (_is_currency(before) or before in "−±≈<>≤≥"):
        return before
    return None


def _sign_after(text: str, end: int) -> str | None:
    if end >= len(text) or not text[end - 1].isdigit():
        return None
    sign = text[end]
    if sign in _SPACES and end + 1 < len(text):
        sign = text[end + 1]
    return sign if sign in _AFTER_FIGURES or _is_currency(sign) else None


def _is_currency(character: str) -> bool:
    return unicodedata.category(character) == "Sc"
