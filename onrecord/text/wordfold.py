"""The words of a text as a search compares them: one folding for what is on record and for what is typed.

Compatibility forms are the letters they stand for (NFKC, Unicode Standard Annex 15: ﬁ, ｗｉｄｅ, 𝐛𝐨𝐥𝐝, ㎞), case is gone, digits
of every script are those of ASCII. Gone is what readers leave out in writing, script by script:

- Latin and Greek: every mark (é ő ế, ά ῆ); ø æ œ ß ł đ ð ħ ŧ þ ı are o ae oe ss l d d h t th i; ς is σ.
- Cyrillic: ё is е, stress marks are gone. й ї ў ќ ѓ and their like are letters of their own.
- Hebrew: points and accents. Arabic: vowel signs, the tatweel, hamza on its carriers (أ إ آ ؤ ئ are ا و ي), the wasla;
  ة is ه, ى and the Persian and Urdu ی ک ہ are ي ك ه. Syriac: points. Devanagari: the nukta, which print often lacks.
- Anywhere else marks are letters: the vowel signs of India and Southeast Asia, the voicing marks of kana.
- Soft hyphens, joiners and direction marks are gone. An apostrophe divides words, as a space does, whatever its shape.

A static copy is searched in JavaScript, which folds by the same rules (`folding.js`); a test holds the two together.
"""

from __future__ import annotations

import unicodedata

from onrecord.model.light import cache, lru_cache
from onrecord.text.clean import is_composed, normalized
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

# What stands for a letter where its decomposition does not say so.
_LETTERS = {
    **dict(zip("øđðħłŧıȷς", "oddhltijσ", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "þ": "th",
    **dict(zip("ىیکہةٱۀ", "ييكههاه", strict=True)),
    **dict.fromkeys("ʹʺʾʿˈˌـ", ""),
    **dict.fromkeys("ʻʼʽ", " "),
}
# The insides of character classes. Marks that readers leave out:
_LEFT_OUT = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u0898-\u089f\u08ca-\u08ff\u093c\u0951-\u0954\u135d-\u135f\u180b-\u180f\u1ab0-\u1aff\u1cd0-\u1cf9\u1dc0-\u1dff"
    "\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff\u302a-\u302f\ua66f-\ua67d\ua69e\ua69f\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0100-\U000e01ef"
)
# Characters that show nothing:
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f"
)
# Characters that SQLite's unicode61 folds as this module does, so that a text of them needs no folded copy. Latin,
# Greek and Cyrillic; Hebrew and Arabic; India and Thailand; punctuation and signs; China, Japan and Korea:
_PLAIN = (
    "\x01-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf-\xc5\xc7-\xcf\xd1-\xd7\xd9-\xdd\xe0-\xe5\xe7-\xef\xf1-\xf7\xf9-\xfd"
    "\xff-\u010f\u0112-\u0125\u0128-\u0130\u0134-\u013e\u0143-\u0148\u014a-\u0151\u0154-\u0165\u0168-\u017e\u1e00-\u1e99"
    "\u1ea0-\u1ef9\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c1\u03c3-\u03c9\u0402-\u040c\u040e-\u044f\u0452-\u045c\u045e-\u0481"
    "\u05be\u05d0-\u05ea\u05f3\u05f4\u060c\u061b\u061f\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a"
    "\u0901-\u0928\u092a-\u0930\u0932\u0933\u0935-\u0939\u093d-\u094d\u0964\u0965\u0b82-\u0bd7\u0c01-\u0c4d\u0c82\u0c83\u0c85-\u0ccd"
    "\u0d02-\u0d4d\u0e01-\u0e32\u0e34-\u0e3a\u0e40-\u0e4e"
    "\u2000-\u200a\u2010-\u2029\u202f-\u205f\u20a0-\u20a7\u20a9-\u20b9\u2190-\u2328\u2500-\u26ff"
    "\u3000-\u3029\u3030\u303d\u3041-\u3096\u309d\u309e\u30a0-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U00020000-\U0002a6df"
)
# Scripts that put no spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ARABIC = "\u0620-\u06ff\u0750-\u077f"
# A joiner that divides the parts of a Persian word; elsewhere it only shapes letters.
_DIVIDES = lazy(f"(?<=[{_ARABIC}])\u200c(?=[{_ARABIC}])")

# What becomes of each character of ASCII, by its code: a small letter or digit, else a space.
_ASCII = "".join([chr(code).lower() if chr(code).isalnum() else " " for code in range(128)])


class _Table(dict[int, str]):
    """What becomes of a character, by its code; made out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_TABLE = _Table()


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order. Folding them again changes nothing."""
    if text.isascii():
        return text.translate(_ASCII).split()
    return _translated(_divided(text)).split()


def copy_of(text: str) -> str | None:
    """What is to be indexed instead of `text`: its folded words; None where FTS5's unicode61 folds it just so."""
    if text.isascii():
        return None
    plain = is_composed(text) and not _none_of(_PLAIN).search(text)
    # Where words have no edges, a search looks for stretches of letters: they must be there in lower case.
    if plain and (text.lower() == text or not is_unspaced(text)):
        return None
    return " ".join(words(text))


def is_unspaced(text: str) -> bool:
    """Whether some of it is in a script that puts no spaces between words."""
    return not text.isascii() and _one_of(UNSPACED).search(text) is not None


def spans(text: str) -> list[tuple[int, int, str]]:
    """The words of a text with their places: start, end (exclusive), folded word."""
    if text.isascii():
        return list(_between_spaces(text.translate(_ASCII)))
    letters, starts, ends = placed(text)
    return [(starts[start], ends[end - 1], word) for start, end, word in _between_spaces(letters)]


def _between_spaces(letters: str) -> Iterator[tuple[int, int, str]]:
    end = 0
    for word in letters.split(" "):
        if word:
            start = letters.index(word, end)
            end = start + len(word)
            yield start, end, word


def placed(text: str) -> tuple[str, list[int], list[int]]:
    """`text` folded, one space or more between words, and where each of its characters comes from: start and end."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    text = _divided(text)
    index = 0
    while index < len(text):
        end = index + 1
        while end < len(text) and _continues(text[end]):
            end += 1
        folded = _cluster(text[index:end])
        letters.append(folded)
        starts += [index] * len(folded)
        ends += [end] * len(folded)
        index = end
    return "".join(letters), starts, ends


def _divided(text: str) -> str:
    return _DIVIDES.sub(" ", text) if "\u200c" in text else text


def _translated(text: str) -> str:
    return normalized("NFC", normalized("NFKC", text).translate(_TABLE))


_cluster = lru_cache(maxsize=4096)(_translated)


def _folded(character: str) -> str:
    """What a character of a text in NFKC stands for; a space where it divides words."""
    lower = character.lower()
    if "\u0400" <= lower <= "\u052f" and lower not in "ѐёѝ" and lower.isalpha():
        return lower
    return unicodedata.normalize("NFC", "".join(map(_part, unicodedata.normalize("NFKD", lower))))


def _part(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] in "MC" and _one_of(_LEFT_OUT if category[0] == "M" else _INVISIBLE).match(character):
        return ""
    # What is not assigned yet may be a letter tomorrow, and FTS5 takes it for one.
    is_letter = category[0] in "LNM" or category in ("Co", "Cn")
    return character if is_letter and ord(character) & 0xFFFE != 0xFFFE else " "


@lru_cache(maxsize=4096)
def _continues(character: str) -> bool:
    """Whether it belongs to the character before it: a mark, or the vowel or final of a Korean syllable."""
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"


@cache
def _one_of(characters: str) -> Pattern[str]:
    return lazy(f"[{characters}]")


@cache
def _none_of(characters: str) -> Pattern[str]:
    return lazy(f"[^{characters}]")
