"""Names of people and organisations: their parts, and the script they are written in. Their keys are in `namekeys`."""

from __future__ import annotations

import re
import unicodedata

from onrecord.frozen import record
from onrecord.text.namekeys import name_key, name_words

__all__ = ["PersonName", "name_key", "name_words", "parse_author", "script_of"]

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
_HANGUL_OR_HAN = r"[\uac00-\ud7a3\u4e00-\u9fff]{2,4}"
# "Kim Jong-un": one syllable, then a given name of two joined by a hyphen, the second in lower case.
_FAMILY_FIRST = r"[A-Z][a-z]?[aeiouy]+[a-z]{0,2} [A-Z][a-z]+-[a-z]+"

_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "HANGUL": "Hang",
    "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva", "THAI": "Thai", "BENGALI": "Beng", "ETHIOPIC": "Ethi", "TAMIL": "Taml",
}  # fmt: skip


@record()
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
        order = (
            f"{family} {given}" if re.fullmatch(_FAMILY_FIRST, f"{family} {given}") else f"{given} {family}"
        )
        return PersonName(order, family, given)
    words = family.split()
    if len(words) < 2:
        if re.fullmatch(_HANGUL_OR_HAN, text):
            return PersonName(text, text[0], text[1:])
        return PersonName(text, text or None, None)
    if re.fullmatch(_FAMILY_FIRST, family):
        return PersonName(text, words[0], words[1])
    first = len(words) - 1
    while first > 1 and (_SUFFIX.fullmatch(words[first]) or words[first - 1].lower() in _PARTICLES):
        first -= 1
    names = [word for word in words[first:] if not _SUFFIX.fullmatch(word)]
    return PersonName(text, " ".join(names) or words[-1], " ".join(words[:first]) or None)


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of the first letter whose script is known here; None without one."""
    for character in text:
        if character.isalpha():
            script = _SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0])
            if script:
                return script
    return None
