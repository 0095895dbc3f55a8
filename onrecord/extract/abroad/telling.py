"""Which language a text is in, and each of its paragraphs: told by its commonest words and its letters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.extract.abroad.lexicon import CODES, lexicon
from onrecord.extract.lexicon import CUES
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from onrecord.matching.lexicon import CYRILLIC, read_words
from onrecord.text.patterns import lazy

# Languages in Latin letters that are told apart; those without a table are known so that they are taken for no other.
_LATIN = "en de fr es it pt pl nl sv da no tr cs sk ro hu fi ca hr".split()
_WITHOUT_RULES = {
    "cs": "Czech", "sk": "Slovak", "ro": "Romanian", "hu": "Hungarian", "fi": "Finnish", "ca": "Catalan", "hr": "Croatian",
}  # fmt: skip
_WORD = lazy(r"[^\W\d_]+")
_COMMON = lazy(r"\[common\]\s([^\[]*)")
_KANA = lazy("[\u3041-\u30ff]")
_HANGUL = lazy("[\uac00-\ud7a3]")
_HAN = lazy("[\u4e00-\u9fff]")
_ARABIC = lazy("[\u0620-\u064a]")
_CYRILLIC = lazy("[\u0400-\u04ff]")
# Of the Arabic script, letters that only Persian and Urdu have.
_NOT_ARABIC = lazy("[پچژگکیٹڈںے]")
# Of all scripts between Latin letters and the East of Asia; those that are known are looked for first.
_ELSEWHERE = lazy("[\u0370-\u1cff\u1f00-\u1fff]")
# The ending of a case behind a name: Filiz'e, Ankara'da
_TURKISH = lazy(r"\b[A-ZÇĞİÖŞÜ]\w{2,}['’](?:[yns]?[aeıiuü]|[dt][ae]n?|n?[ıiuü]n|l[ae])\b")
_TURKISH_CASE = 4
# Pronouns behind a verb: prová-lo, disse-lhe, queixou-se
_PORTUGUESE = lazy(r"[áêôí]-l[oa]s?\b|\w-(?:se|lhes?)\b")
# Characters of a paragraph, and of the beginning of a text, that are looked at.
_PARAGRAPH, _TEXT = 1200, 6000
# A paragraph has another language than its text where its own words are so many, and those of the text's so much fewer.
_LEAST = 3
# Where no language is worth more, the words of the tables are looked at, too.
_SURE = 12
# So many words of a text tell that it is English without a look at other languages.
_MANY = 80
# Letters and words that tell languages with many common words from one another.
_OWN = {
    "pl": "ąćęłńśźż",
    "de": "ß",
    "es": "ñ¿¡",
    "pt": "ãõâê",
    "tr": "ğış",
    "sv": "",
    "da": "æ",
    "uk": "іїєґ",
    "ru": "ыэъё",
    "cs": "ěřů",
    "ro": "țășş",
    "hu": "őű",
}


def of_text(text: str) -> str:
    """The language of a text, as two letters; English where nothing tells."""
    part = text[:_TEXT]
    return "en" if _is_plainly_english(part) else _told(part, "")


def without_rules(text: str) -> str | None:
    """What is known of the language of a text that there are no rules for: its name, or the script; None: there are rules."""
    code = of_text(text)
    if code == "en" or code in CODES:
        return None
    if code in _WITHOUT_RULES:
        return _WITHOUT_RULES[code]
    letter = _ELSEWHERE.search(text[:_TEXT])
    script = unicodedata.name(letter[0], "").partition(" ")[0].title() if letter else ""
    other = "Persian, Urdu or another" if script == "Arabic" else "a"
    return f"{other} language in {script} letters" if script else "a language unknown to it"


def of_paragraph(text: str, start: int, end: int, whole: str) -> str:
    """The language of `text[start:end]` in a text whose language is `whole`."""
    part = text[start : min(end, start + _PARAGRAPH)]
    if not any(map(str.isalpha, part)):
        return whole
    if whole == "en" and _is_english(part):
        return whole
    return _told(part, whole)


@cache
def _common(languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, list[str]] = {}
    for language in languages:
        common = _COMMON.search(read_words(language))
        for word in common[1].split() if common else ():
            by_word.setdefault(word, []).append(language)
    return {word: tuple(every) for word, every in by_word.items()}


_ENGLISH = frozenset(
    "the of and to a in that is was he for it with as his on be at by i this had not are but from or have an they which she were "
    "said her has been their who will would".split()
)


_ENGLISH_WORDS = (
    frozenset(CUES)
    | AUXILIARIES
    | ADVERBS
    | SUBJECT_PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | CLAUSE_OPENERS
    | {"and", "any"}
)


def _is_english(part: str) -> bool:
    """Whether no closer look is needed: every eighth word is one of the commonest of English, or there are few words."""
    words = part.lower().split()
    return sum(map(_ENGLISH.__contains__, words)) * 8 >= len(words)


def _is_plainly_english(part: str) -> bool:
    """Whether every fourth of many words is one of the commonest of English, and every fortieth "the"."""
    words = part.lower().split()
    common = sum(map(_ENGLISH.__contains__, words))
    return len(words) >= _MANY and common * 4 >= len(words) and words.count("the") * 40 >= len(words)


def _told(part: str, expected: str) -> str:
    if not part.isascii():
        script = _by_script(part)
        if script == "cyrillic":
            return _by_words(part, CYRILLIC, expected if expected in CYRILLIC else "", "ru")
        if script is not None:
            return script
    return _by_words(part, _LATIN, expected if expected in _LATIN else "")


def _by_script(part: str) -> str | None:
    """The language that the script tells, "cyrillic", or None for Latin letters."""
    latin = len(re.findall("[A-Za-z]", part))
    kana, han = len(_KANA.findall(part)), len(_HAN.findall(part))
    if kana + han > latin / 2 and kana + han:
        return "ja" if kana * 8 > han else "zh"
    if len(_HANGUL.findall(part)) > latin / 2:
        return "ko"
    if (arabic := len(_ARABIC.findall(part))) > latin / 2:
        return "other" if len(_NOT_ARABIC.findall(part)) * 20 > arabic else "ar"
    if len(_CYRILLIC.findall(part)) > latin / 2:
        return "cyrillic"
    return "other" if len(_ELSEWHERE.findall(part)) > latin / 2 else None


def _by_words(part: str, languages: Sequence[str], expected: str, default: str = "en") -> str:
    folded = part.lower()
    common = _common(tuple(languages))
    weights: dict[str, float] = dict.fromkeys(languages, 0.0)
    for word, count in Counter(_WORD.findall(folded)).items():
        known = common.get(word, ())
        for language in known:
            weights[language] += count / len(known) + count
    for language, letters in _OWN.items():
        if language in languages and letters:
            weights[language] += sum(map(folded.count, letters)) * 2
    if "tr" in weights and ("'" in part or "’" in part):
        weights["tr"] += _TURKISH_CASE * len(_TURKISH.findall(part))
    if "pt" in weights and "-" in folded:
        weights["pt"] += 2 * len(_PORTUGUESE.findall(folded))
    if expected and 0 < weights.get(expected, 0) == max(weights.values()):
        return expected
    if max(weights.values()) < _SURE:
        _weigh_by_tables(_WORD.findall(folded), weights)
    if not any(weights.values()):
        return expected or default
    best, most = max(weights.items(), key=lambda pair: pair[1])
    if best == expected or (expected and (most < _LEAST or most < 1.5 * weights.get(expected, 0))):
        return expected
    # Nearly as many English words: those of another language are names, or stand in both.
    return "en" if weights.get("en", 0) * 1.2 >= most else best


def _weigh_by_tables(words: Sequence[str], weights: dict[str, float]) -> None:
    """Adds what the tables of the languages know of the words of a short text; verbs of saying count most."""
    for word in words:
        for language, weight in _weights_of(word):
            if language in weights:
                weights[language] += weight


@lru_cache(maxsize=20_000)
def _weights_of(word: str) -> tuple[tuple[str, int], ...]:
    """What a word says for each language that knows it."""
    weights = [("en", (word in _ENGLISH_WORDS) + (word in CUES))]
    for language in CODES:
        table = lexicon(language)
        small = (table.pronouns, table.skipped, table.articles, table.prepositions)
        # Names cross borders, but less so from one of these to the other.
        named = (language in CYRILLIC and word in table.given_names) or word in table.according_words
        weights.append((language, 2 * (word in table.verbs) + named + sum(word in entry for entry in small)))
    return tuple([entry for entry in weights if entry[1]])
