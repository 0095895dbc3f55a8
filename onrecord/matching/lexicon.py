"""Words by which the matching understands a little of a language: files of `words/`, one a language.

A file has sections, `[name]`, of entries with white space between them: a word in lower case, with `"` for an apostrophe;
several words joined by `_`; or, after `~`, a regular expression that is looked for in the folded text, for endings and for
languages that set no spaces.

- common: by which a text's language is told
- negation; sense: what else may turn the sense, such as conditions, reservations, and words that give it to somebody
- saying: verbs of a reporting clause; going on: those of them that say that the same speaker goes on
- pronoun: who may stand beside them; and: words with which no reporting clause begins
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from onrecord.text.fold import UNSPACED, fold

LATIN = "en fr de es it pt nl sv da no pl cs tr fi hu ro ca".split()
CYRILLIC = "ru uk".split()
LANGUAGES = (*LATIN, *CYRILLIC, "ar", "he", "el", "zh", "ja", "ko")

_WORD = re.compile(r'\w+(?:["-]\w+)*')
_NOT_LATIN = re.compile("[\u0370-\u1dff\u2e80-\U0003ffff]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_SECTION = re.compile(r"^\[([a-z ]+)\]$", re.MULTILINE)
# Arabic and Hebrew write "and", "that" and the like as a part of the next word.
_PREFIXES = {"ar": ("و", "ف", "وس", "س"), "he": ("ו", "ש", "כש", "וש")}
_SCRIPTS = (
    ("\u0370", "\u03ff", ("el",)),
    ("\u0400", "\u052f", tuple(CYRILLIC)),
    ("\u0590", "\u05ff", ("he",)),
    ("\u0600", "\u06ff", ("ar",)),
    ("\u3040", "\u30ff", ("ja",)),
    ("\uac00", "\ud7a3", ("ko",)),
)
# The words of one language among those of another: its names, a quoted phrase.
_LEAST_SHARE = 0.6
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one section: single words, several words with a space between them, and patterns."""

    words: frozenset[str]
    phrases: tuple[str, ...]
    pattern: re.Pattern[str] | None

    def found(self, words: "Words", language: str) -> Iterator[tuple[int, str]]:
        """Which entries stand among `words`, as they stand there, with their places (order is all they are for)."""
        for at, word, parts in words.each:
            if (
                word in self.words
                or not self.words.isdisjoint(parts)
                or (
                    language in _PREFIXES
                    and any(word.removeprefix(prefix) in self.words for prefix in _PREFIXES[language])
                )
            ):
                yield at, word
        for phrase in self.phrases:
            at = max(words.spaced.find(f" {phrase} "), words.parted.find(f" {phrase} "))
            if at >= 0:
                yield at, phrase
        if self.pattern is not None:
            for found in self.pattern.finditer(words.folded):
                if found[0]:
                    yield found.start(), found[0]


class Words:
    """A stretch of text made ready to be looked through; `each`: place, word, the parts of a word that is joined."""

    def __init__(self, text: str) -> None:
        self.printed = fold(text).joined()
        self.folded = self.printed.lower()
        self.each = [
            (found.start(), found[0], tuple(re.split('["-]', found[0])) if not found[0].isalnum() else ())
            for found in _WORD.finditer(self.folded)
        ]

    @cached_property
    def spaced(self) -> str:
        return f" {' '.join(word for _, word, _ in self.each)} "

    @cached_property
    def parted(self) -> str:
        return f" {' '.join(part for _, word, parts in self.each for part in parts or (word,))} "


@cache
def lexicon(language: str) -> dict[str, Section]:
    """The sections of a language."""
    text = files("onrecord.matching").joinpath("words", f"{language}.txt").read_text("utf-8")
    _, *parts = _SECTION.split(text)
    return {name: _section(entries) for name, entries in zip(parts[::2], parts[1::2], strict=True)}


def _section(entries: str) -> Section:
    given = entries.split()
    patterns = [one[1:].replace("_", " ") for one in given if one.startswith("~")]
    plain = [one.replace("_", " ") for one in given if not one.startswith("~")]
    return Section(
        words=frozenset(one for one in plain if " " not in one),
        phrases=tuple(one for one in plain if " " in one),
        pattern=re.compile("|".join(patterns)) if patterns else None,
    )


def found(section: str, words: Words, languages: Sequence[str]) -> list[str]:
    """The entries of a section, in any of the languages, that stand among `words`, in their order."""
    places = {
        (at, entry)
        for language in languages
        for at, entry in lexicon(language)[section].found(words, language)
    }
    return list(dict.fromkeys(entry for _, entry in sorted(places)))


@lru_cache(maxsize=256)
def languages_of(text: str) -> tuple[str, ...]:
    """The languages that a text may be in, all those of its script where its words do not tell."""
    folded = text.lower()
    possible: list[str] = []
    if not text.isascii() and _NOT_LATIN.search(folded):
        scripts = [languages for first, last, languages in _SCRIPTS if re.search(f"[{first}-{last}]", folded)]
        possible = [language for languages in scripts for language in languages]
        if "ja" not in possible and _UNSPACED.search(folded):
            possible += ["zh", "ja"]
    if re.search(r"[a-zß-ɏ]", folded):
        possible += _latin(folded)
    return tuple(possible) or LANGUAGES


def _latin(folded: str) -> Sequence[str]:
    counts: Counter[str] = Counter()
    languages_by_word = _common()
    for word, count in Counter(re.findall(r"[^\W\d_]+", folded)).items():
        for language in languages_by_word.get(word, ()):
            counts[language] += count
    best = max(counts.values(), default=0)
    if best < _LEAST_WORDS:
        return LATIN
    return [language for language in LATIN if counts[language] >= _LEAST_SHARE * best]


@lru_cache(maxsize=1)
def _common() -> dict[str, list[str]]:
    """The languages in which a word is a common one."""
    found: dict[str, list[str]] = {}
    for language in LATIN:
        for word in lexicon(language)["common"].words:
            found.setdefault(word, []).append(language)
    return found
