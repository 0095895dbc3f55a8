"""Which scripts the letters of a word are from, and words in which one letter passes for another.

The method is that of Unicode Technical Standard #39, "Unicode Security Mechanisms", section 5.2: a word is fit when it
is "Highly Restrictive", that is in one script, or in Latin letters with Han and Kana (Japanese), Han and Bopomofo, or
Han and Hangul. Each word stands for itself, so that a brand in Latin letters beside Cyrillic words, an initial in
another script, or a Roman numeral is nothing to remark.
"""

from __future__ import annotations

import unicodedata

from onrecord.model.light import lru_cache
from onrecord.text.clean import normalized
from onrecord.text.patterns import lazy

_CODES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "HANGUL": "Hang",
    "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva", "THAI": "Thai", "BENGALI": "Beng", "ETHIOPIC": "Ethi", "TAMIL": "Taml",
}  # fmt: skip
# What the Unicode name of a letter begins with that belongs to several scripts, or to none.
_SHARED = frozenset("MODIFIER IDEOGRAPHIC KATAKANA-HIRAGANA VERTICAL FEMININE MASCULINE".split())
_WITH_LATIN_AND_HAN = ({"HIRAGANA", "KATAKANA"}, {"BOPOMOFO"}, {"HANGUL"})
# Scripts that are written without joiners and other characters that show nothing.
_PLAIN = frozenset("LATIN CYRILLIC GREEK ARMENIAN GEORGIAN CHEROKEE COPTIC".split())
_SHOWN = {"CJK": "Chinese"}

# Characters that show nothing: Unicode's Default_Ignorable_Code_Point, and a blank that is no space. The soft hyphen is
# not among them, since it shows where a word may be broken.
_INVISIBLE = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")  # of these, those that Unicode calls letters
INVISIBLE = lazy(f"[{_INVISIBLE}]")
# Letters of formulas, in circles and in squares, small capitals, raised and lowered ones: marked so by Unicode, or named.
_DRESSED = frozenset(["<font>", "<circle>", "<square>", "<super>", "<sub>"])
_DRESSED_NAME = lazy(
    "SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN|REGIONAL INDICATOR|PARENTHESIZED LATIN"
)
_ORDINALS = "ªº"

# Letters that look like others (from "confusables.txt" of the same standard, those that stand in names), and those.
_LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјкмнорстухԁԛԝһѵӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγηικνορτυχϲՕՍՏօսհոցղɑɡıᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ",
    "ABESIJKMHOPCTYXYGQWaesijkmhopctyxdqwhvlABEZHIKMNOPTYXaynikvoptuxcOUSouhngnagiabcdeghijklmnoprtuvwyz",
)
_LOOK_ALIKE.update({first + at: ord("a") + at for first in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)})
_AS_THIN_OR_ROUND = str.maketrans("i1|0", "lllo")


@lru_cache(maxsize=4096)
def look(name: str) -> str:
    """What a name looks like: names with one look are taken for each other ("Кim", "Kim", "K1m").

    A skeleton as in section 4 of the standard, coarser: without case, marks and what is neither letter nor digit.
    """
    plain = (
        normalized("NFKD", name if _shows(name) else INVISIBLE.sub("", name)).translate(_LOOK_ALIKE).lower()
    )
    letters = "".join([one for one in plain if one.isalnum()]).translate(_AS_THIN_OR_ROUND)
    return letters.replace("rn", "m").replace("vv", "w")


def _shows(name: str) -> bool:
    """Whether each character is a letter, a digit or what stands between them in names: most names, and it is soon seen."""
    return all(one.isalnum() or one in " .'’-" for one in name) and _FILLERS.isdisjoint(name)


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of the first letter whose script is known here; None without one."""
    for character in text:
        if character.isalpha():
            script = _CODES.get(unicodedata.name(character, "").partition(" ")[0])
            if script:
                return script
    return None


def is_odd(word: str) -> bool:
    """Whether a word is no spelling of what it looks like.

    It mixes scripts or letters of two widths, has letters of formulas or in circles, or holds characters that show
    nothing, in a script that needs none. `word` has neither white space nor hyphens in it: each part stands for itself.
    """
    return not word.isascii() and (not _is_fit(scripts_of(word)) or _is_dressed(word) or _hides(word))


def said_of(word: str) -> str:
    """What is odd about an odd word: "“Кim” mixes Cyrillic and Latin letters"."""
    shown = INVISIBLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", word)
    if _hides(word):
        return f"“{shown}” holds a character that shows nothing"
    scripts = sorted(scripts_of(word))
    if not _is_fit(frozenset(scripts)):
        names = [_SHOWN.get(script, script.capitalize()) for script in scripts]
        return f"“{shown}” mixes {', '.join(names[:-1])} and {names[-1]} letters"
    return f"“{shown}” has letters of another shape"


@lru_cache(maxsize=4096)
def scripts_of(word: str) -> frozenset[str]:
    """The scripts of the letters of a word, as Unicode names letters: {"LATIN", "CJK"}."""
    names = [
        unicodedata.name(character, "").partition(" ")[0]
        for character in normalized("NFKC", word)
        if character.isalpha()
    ]
    return frozenset(name for name in names if name and name not in _SHARED)


def _is_fit(scripts: frozenset[str]) -> bool:
    others = scripts - {"LATIN", "CJK"}
    return len(scripts) < 2 or any(others <= allowed for allowed in _WITH_LATIN_AND_HAN)


def _is_dressed(word: str) -> bool:
    """Whether letters pass for plain ones by their shape: "𝐊im", and "Ｋim", in which one is wide and others are not."""
    widths = set()
    for character in normalized("NFC", word):
        tag = unicodedata.decomposition(character).partition(" ")[0]
        plain = unicodedata.normalize("NFKC", character)
        if tag in _DRESSED and character not in _ORDINALS and (plain.isalpha() or tag == "<font>"):
            return True
        if not character.isascii() and _DRESSED_NAME.search(unicodedata.name(character, "")):
            return True
        if plain.isascii() and plain.isalpha():
            widths.add(tag == "<wide>")
    return len(widths) > 1


def _hides(word: str) -> bool:
    return INVISIBLE.search(word) is not None and not scripts_of(word).isdisjoint(_PLAIN)
