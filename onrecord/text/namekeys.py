"""What the spellings of one name have in common.

A key brings together spellings of the same name in the usual romanisations (BGN/PCGN, ISO 9, newspaper usage), never
two names that merely sound alike: Shoigu, Shoygu and Шойгу have one key, Kim Jong-un and Kim Jong-il two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Over the romanised, lower-case word; each brings together spellings of one sound in one source language: what must be
# in the word for the pattern to fit (any of these), the pattern, what stands instead.
_VARIANTS = (
    (frozenset("'’ʼʹʺ`"), "['’ʼʹʺ`]", ""),
    (frozenset("x"), "x", "ks"),
    (frozenset("y"), "y", "i"),
    (frozenset("i"), "ii+", "i"),
    (frozenset("i"), "^ie", "e"),
    (frozenset("i"), "(?<=[szc]h)io", "e"),
    (frozenset("e"), "^eltsin|^elcin", "eltsin"),
    # Umlauts written out, where an e follows the vowel in front of a consonant: Mueller, Schroeder, Jaeger.
    (frozenset("e"), "(?<=[b-df-hj-np-tv-z])ue(?=[b-df-hj-np-tv-z])", "u"),
    (frozenset("e"), "(?<=[b-df-hj-np-tv-z])oe(?=[b-df-hjkm-np-tv-z])", "o"),
    (frozenset("e"), "(?<=[b-df-hj-np-tv-z])ae(?=[b-df-hjkm-np-tv-z])", "a"),
)


def name_key(name: str) -> str:
    """The words of a name, romanised and folded, with spelling variants brought together, one space between them."""
    return " ".join(name_words(name))


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of `name_key`. A word of a name has the same key alone as within it."""
    plain = "".join(
        [" " if _separates(character) else character for character in unicodedata.normalize("NFKC", name)]
    )
    keyed = [_word_key(word) for word in plain.split()]
    return tuple([part for word in keyed for part in word.split()])


def _separates(character: str) -> bool:
    return unicodedata.category(character)[0] in "ZPC" and character not in "'’ʼʹʺ`"


def _word_key(word: str) -> str:
    letters = _romanised(word).lower()
    # A single letter is an initial, and no spelling of another.
    if len(letters) > 1:
        for needed, pattern, replacement in _VARIANTS:
            if not needed.isdisjoint(letters):
                letters = re.sub(pattern, replacement, letters)
    return letters if letters.isalnum() else re.sub("[^a-z0-9]+", " ", letters)


def _romanised(word: str) -> str:
    if word.isascii():
        return word
    # Its tables take longer to load than all else that a name in Latin letters needs.
    from anyascii import anyascii

    return anyascii(word)
