"""Frames of a table as regular expressions, and the letters of Arabic and Korean as these have to be looked for."""

import re
from collections.abc import Callable
from functools import cache

from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.languages.table import Table
from onrecord.text.patterns import lazy

# Signs of vowels, the stretching of a line, and marks of direction, which stand between letters of Arabic.
_MARKS = "\u0640\u064b-\u0652\u0670\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
_MARKED = lazy(f"[{_MARKS}]")
_LETTERS = {"أ": "[أا]", "إ": "[إا]", "ى": "[ىي]", "آ": "[آا]"}
_FIRST_SYLLABLE, _LAST_SYLLABLE, _WITH_ONE_VOWEL = 0xAC00, 0xD7A3, 28


def filled(entry: str, table: Table, *, vowelled: bool = False) -> str:
    """A frame of a table as a regular expression; `vowelled` for texts in which marks stand between letters."""
    pattern = (
        entry.replace("NAME", f"(?P<name>{table.name_pattern})")
        .replace("BETWEEN", table.between)
        .replace("SAYS", f"(?P<cue>{_any_of(table.says)})")
        .replace("ROLE", f"(?:{_any_of(f'{table.roles} {table.suffixes} {table.organisations}')})")
        .replace("SAID", "(?P<said>.{3,}?)")
    )
    if table.code == "ko":
        return pattern.replace("TOPIC", _topic())
    return _arabic(pattern, vowelled) if table.code == "ar" else pattern


def is_vowelled(text: str, start: int, end: int, known: Lexicon) -> bool:
    """Whether marks stand between the letters of `text[start:end]`."""
    return known.code == "ar" and _MARKED.search(text, start, end) is not None


def without_marks(name: str) -> str:
    """A name in Arabic without the signs of its vowels."""
    return _MARKED.sub("", name)


@cache
def _any_of(words: str) -> str:
    each = sorted({word.replace("_", " ") for word in words.split()}, key=len, reverse=True)
    return "|".join(map(re.escape, each))


@cache
def _topic() -> str:
    """The particles behind a subject: 는 and 가 behind a vowel, 은 and 이 behind a consonant, so that 소설가 is no 소설."""
    syllables = range(_FIRST_SYLLABLE, _LAST_SYLLABLE + 1)
    is_open: Callable[[int], bool] = lambda code: (code - _FIRST_SYLLABLE) % _WITH_ONE_VOWEL == 0
    vowel = "".join(chr(code) for code in syllables if is_open(code))
    consonant = "".join(chr(code) for code in syllables if not is_open(code))
    return f"(?:(?<![{consonant}])(?:는|가)|(?<![{vowel}])(?:은|이)|도|께서는?)"


def _arabic(pattern: str, vowelled: bool) -> str:
    """With أ as أ or ا, and with marks behind every letter outside of sets."""
    parts: list[str] = []
    inside = escaped = False
    for character in pattern:
        letter = "\u0621" <= character <= "\u064a" and not inside and not escaped
        inside = inside if escaped else character == "[" or (inside and character != "]")
        if letter:
            folded = _LETTERS.get(character, character)
            parts.append(f"(?:{folded}[{_MARKS}]*)" if vowelled else folded)
        elif vowelled and escaped and character == "s" and not inside:
            parts[-1:] = [f"(?:\\s[{_MARKS}]*)"]
        else:
            parts.append(character)
        escaped = character == "\\" and not escaped
    return "".join(parts)
