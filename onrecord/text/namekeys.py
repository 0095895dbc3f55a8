"""What the spellings of one name have in common.

A key brings together spellings of the same name in the usual romanisations (BGN/PCGN, ISO 9, newspaper usage), never
two names that merely sound or look alike: Shoigu, Shoygu and Шойгу have one key, Kim Jong-un and Kim Jong-il two,
Charles II and Charles III two, and Kim with a Cyrillic К is not Kim.
"""

from __future__ import annotations

import unicodedata

from onrecord.model.light import lru_cache
from onrecord.text.clean import normalized
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

# Over the romanised, lower-case word; each brings together spellings of one sound in one source language: what must be
# in the word for the pattern to fit (any of these; ^ is its beginning), the pattern (None: just these), what stands instead.
_VARIANTS: tuple[tuple[tuple[str, ...], Pattern[str] | None, str], ...] = (
    (("'", "’", "ʼ", "ʹ", "ʺ", "`"), None, ""),
    (("x",), None, "ks"),
    (("y",), None, "i"),
    (("ii",), lazy("ii+"), "i"),
    (("^ie",), lazy("^ie"), "e"),
    (("shio", "zhio", "chio"), lazy("(?<=[szc]h)io"), "e"),
    (("^elts", "^elc"), lazy("^eltsin|^elcin"), "eltsin"),
    # Umlauts written out, where an e follows the vowel in front of a consonant: Mueller, Schroeder, Jaeger.
    (("ue",), lazy("(?<=[b-df-hj-np-tv-z])ue(?=[b-df-hj-np-tv-z])"), "u"),
    (("oe",), lazy("(?<=[b-df-hj-np-tv-z])oe(?=[b-df-hjkm-np-tv-z])"), "o"),
    (("ae",), lazy("(?<=[b-df-hj-np-tv-z])ae(?=[b-df-hjkm-np-tv-z])"), "a"),
)
# Roman numerals, also those that only add (IIII, XIIII): the number of their strokes is what they say.
_NUMERAL = lazy("m*(?:cm|cd|d?c*)(?:xc|xl|l?x*)(?:ix|iv|v?i*)")
_STROKES, _DIGITS = ("ii",), frozenset("mdclxvi")
_OTHER = lazy("[^a-z0-9]+")
# Names whose letters are plainly of one script: most of them, and the long way takes twice as long.
_ONE_SCRIPT = lazy(
    "[\\x00-\xb4\xb6-\u024f]+|[\\x00-@\u0400-\u04ff]+|[\\x00-@\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+"
)
# What comes along at the ends of copied text. Marks that turn the direction of the text are not among them.
_AT_ENDS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


def name_key(name: str) -> str:
    """The words of a name, romanised and folded, with spelling variants brought together, one space between them."""
    return " ".join(name_words(name))


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of `name_key`. A word of a name has the same key alone as within it,
    unless something invisible stands at an end of it, which is nothing at the ends of the whole name."""
    if name.isascii() or _ONE_SCRIPT.fullmatch(name):
        return tuple(_plain_words(name))
    # Its tables are not needed for names in ASCII.
    from onrecord.text.scripts import is_odd

    return tuple(
        [
            word
            for part in parts(name)
            for word in ((_spelled_out(part),) if is_odd(part) else _plain_words(part))
        ]
    )


def parts(name: str) -> list[str]:
    """The pieces of a name between white space and punctuation marks, as printed."""
    from onrecord.text.scripts import INVISIBLE

    return "".join(
        [
            " " if _separates(character) and not INVISIBLE.match(character) else character
            for character in name.strip().strip(_AT_ENDS)
        ]
    ).split()


def is_numeral(word: str) -> bool:
    """Whether a word, in Latin letters, is a Roman numeral: "III", "XIV", and "I" and "Mix" too."""
    return word.isascii() and _NUMERAL.fullmatch(word.lower()) is not None and bool(word)


def _plain_words(name: str) -> Iterator[str]:
    plain = name if name.isascii() else normalized("NFKC", name)
    for word in plain.translate(_DIVIDED).split():
        yield from _word_key(word).split()


def _separates(character: str) -> bool:
    return _DIVIDED[ord(character)] == " "


class _Divided(dict[int, str]):
    """A character by its code, a space for what stands between words; made out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        separates = unicodedata.category(character)[0] in "ZPC" and character not in "'’ʼʹʺ`"
        self[code] = found = " " if separates else character
        return found


_DIVIDED = _Divided()


def _word_key(word: str) -> str:
    letters = (word if word.isascii() else _romanised(word)).lower()
    # A single letter is an initial, and no spelling of another.
    if len(letters) > 1:
        numeral = _DIGITS.issuperset(letters) and _NUMERAL.fullmatch(letters)
        for needed, pattern, replacement in _VARIANTS:
            for one in needed:
                if one not in f"^{letters}" or (numeral and needed == _STROKES):
                    continue
                if pattern is None:
                    letters = letters.replace(one, replacement)
                else:
                    letters = pattern.sub(replacement, letters)
    return letters if letters.isalnum() else _OTHER.sub(" ", letters)


def _romanised(word: str) -> str:
    from onrecord.text.romanised import romanised

    return romanised(word)


def _spelled_out(word: str) -> str:
    """The key of a word that is no spelling of what it looks like: each letter that is not ASCII by its number."""
    return "".join(
        [
            letter if letter.isascii() else f"u{ord(letter):04x}"
            for letter in normalized("NFC", word).lower()
            if letter.isalnum() or not letter.isascii()
        ]
    )
