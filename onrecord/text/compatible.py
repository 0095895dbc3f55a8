"""Letters that Unicode keeps for compatibility and that a reader takes for others: ﬁ is f and i, Ａ is A, ﻻ is لا.

Folded are ligatures and digraphs, letters in a font of their own (𝗔), of another width (Ａ, ｶ) or in the shape that they
have inside an Arabic word, and the radicals that PDFs print for Chinese characters. Not folded: digits and numbers of
every kind (², ½, ①, Ⅷ, １), signs (％, №, ℃), and letters set high or low (ª, ⁿ), since they read otherwise.
"""

from __future__ import annotations

import unicodedata

from onrecord.model.light import lru_cache
from onrecord.text.patterns import lazy

# The inside of a character class: every such letter, and some of their neighbours, which `plain` leaves alone.
CANDIDATES = (
    "\u00b5\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u03d0-\u03d2\u03d5\u03d6\u03f0-\u03f2\u03f4\u03f5"
    "\u03f9\u0587\u0675-\u0678\u0e33\u0eb3\u0edc\u0edd\u1e9a\u2102-\u213f\u2145-\u2149\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06"
    "\ufb13-\ufb17\ufb20-\ufb28\ufb4f-\ufdfb\ufe80-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f"
    "\U0001d400-\U0001d7cb\U0001ee00-\U0001eebb"
)
_CANDIDATE = lazy(f"[{CANDIDATES}]")
_SAME_LETTER = frozenset(
    ["<compat>", "<font>", "<isolated>", "<initial>", "<medial>", "<final>", "<wide>", "<narrow>"]
)
# Hangul letters that stand by themselves: made compatible they would join into syllables that nobody wrote.
_HANGUL_LETTERS = ("\u3131", "\u318e")


@lru_cache(maxsize=4096)
def plain(character: str) -> str:
    """The letters that `character` stands for; itself if it is no such letter."""
    decomposition = unicodedata.decomposition(character)
    tag, *codes = decomposition.split() or [""]
    if tag not in _SAME_LETTER or codes[0] in ("0020", "0640"):
        return character
    first, last = _HANGUL_LETTERS
    halfwidth_hangul = "\uffa0" <= character <= "\uffdc"
    if first <= character <= last or halfwidth_hangul:
        return character
    radical = "\u2e80" <= character <= "\u2fdf"
    if unicodedata.category(character)[0] != "L" and not radical:
        return character
    return unicodedata.normalize("NFKC", character)


def made_plain(text: str) -> str:
    """`text` with the letters that such letters stand for."""
    return text if text.isascii() else _CANDIDATE.sub(lambda match: plain(match[0]), text)
