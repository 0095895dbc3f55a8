"""Names of people and organisations: their parts, and what the spellings of one name have in common.

A key brings together spellings of the same name in the usual romanisations (BGN/PCGN, ISO 9, newspaper usage), never
two names that merely sound alike: Shoigu, Shoygu and Шойгу have one key, Kim Jong-un and Kim Jong-il two.
"""

import re
import unicodedata
from dataclasses import dataclass

from anyascii import anyascii

_PARTICLES = frozenset(
    [
        "af",
        "al",
        "ap",
        "av",
        "bin",
        "bint",
        "da",
        "dal",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "op",
        "ter",
        "van",
        "vom",
        "von",
        "zu",
        "zum",
        "zur",
    ]
)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|PhD|MD)\.?", re.IGNORECASE)
_HANGUL_OR_HAN = re.compile(r"[\uac00-\ud7a3\u4e00-\u9fff]{2,4}")
# "Kim Jong-un": one syllable, then a given name of two joined by a hyphen, the second in lower case.
_FAMILY_FIRST = re.compile(r"[A-Z][a-z]?[aeiouy]+[a-z]{0,2} [A-Z][a-z]+-[a-z]+")

# Over the romanised, lower-case word; each brings together spellings of one sound in one source language.
_VARIANTS = (
    (re.compile("['’ʼʹʺ`]"), ""),
    (re.compile("x"), "ks"),
    (re.compile("y"), "i"),
    (re.compile("ii+"), "i"),
    (re.compile("^ie"), "e"),
    (re.compile("(?<=[szc]h)io"), "e"),
    (re.compile("^eltsin|^elcin"), "eltsin"),
    # Umlauts written out, where an e follows the vowel in front of a consonant: Mueller, Schroeder, Jaeger.
    (re.compile("(?<=[b-df-hj-np-tv-z])ue(?=[b-df-hj-np-tv-z])"), "u"),
    (re.compile("(?<=[b-df-hj-np-tv-z])oe(?=[b-df-hjkm-np-tv-z])"), "o"),
    (re.compile("(?<=[b-df-hj-np-tv-z])ae(?=[b-df-hjkm-np-tv-z])"), "a"),
)
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "HANGUL": "Hang",
    "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva", "THAI": "Thai", "BENGALI": "Beng", "ETHIOPIC": "Ethi", "TAMIL": "Taml",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in reading order, and its parts where they can be told."""

    name: str
    family: str | None
    given: str | None


def parse_author(text: str) -> PersonName:
    """ "Family, Given", or a plain name whose family name is told by position, particles and a few conventions."""
    text = " ".join(text.split())
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given and not _SUFFIX.fullmatch(given):
        order = f"{family} {given}" if _FAMILY_FIRST.fullmatch(f"{family} {given}") else f"{given} {family}"
        return PersonName(order, family, given)
    words = family.split()
    if len(words) < 2:
        if _HANGUL_OR_HAN.fullmatch(text):
            return PersonName(text, text[0], text[1:])
        return PersonName(text, text or None, None)
    if _FAMILY_FIRST.fullmatch(family):
        return PersonName(text, words[0], words[1])
    first = len(words) - 1
    while first > 1 and (_SUFFIX.fullmatch(words[first]) or words[first - 1].lower() in _PARTICLES):
        first -= 1
    names = [word for word in words[first:] if not _SUFFIX.fullmatch(word)]
    return PersonName(text, " ".join(names) or words[-1], " ".join(words[:first]) or None)


def name_key(name: str) -> str:
    """The words of a name, romanised and folded, with spelling variants brought together, one space between them."""
    return " ".join(name_words(name))


def name_words(name: str) -> tuple[str, ...]:
    """The words of `name_key`. A word of a name has the same key alone as within it."""
    plain = "".join(
        " " if _separates(character) else character for character in unicodedata.normalize("NFKC", name)
    )
    keyed = (_word_key(word) for word in plain.split())
    return tuple(part for word in keyed for part in word.split())


def _separates(character: str) -> bool:
    return unicodedata.category(character)[0] in "ZPC" and character not in "'’ʼʹʺ`"


def _word_key(word: str) -> str:
    letters = anyascii(word).lower()
    # A single letter is an initial, and no spelling of another.
    for pattern, replacement in _VARIANTS if len(letters) > 1 else ():
        letters = pattern.sub(replacement, letters)
    return re.sub("[^a-z0-9]+", " ", letters)


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of the first letter whose script is known here; None without one."""
    for character in text:
        if character.isalpha():
            script = _SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0])
            if script:
                return script
    return None
