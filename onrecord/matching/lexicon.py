"""Words by which the matching understands a little of a language: files of `words/`, one a language.

A file has sections, `[name]`, of entries with white space between them: a word in lower case, with `"` for an apostrophe;
several words joined by `_`; or, after `~`, a regular expression that is looked for in the folded text, for endings and for
languages that set no spaces.

- common: by which, and by its negations, a text's language is told
- negation; sense: what else may turn the sense, such as conditions, reservations, and words that give it to somebody
- saying: verbs of a reporting clause; going on: those of them that say that the same speaker goes on
- pronoun: who may stand beside them; and: words with which no reporting clause begins
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from onrecord.model.record import record
from onrecord.text.fold import fold
from onrecord.text.kept_tables import table
from onrecord.text.patterns import lazy
from onrecord.text.signs import UNSPACED

_WORDS = os.path.join(os.path.dirname(__file__), "words")
# Asked of a text in Latin letters that is too short to tell its language.
_FIRST = "en fr de es it pt nl sv da no pl cs tr fi hu ro ca".split()
LATIN = [*_FIRST, *"sk sl hr sq et lv lt is af eu ga cy gl id vi tl sw az eo la".split()]
CYRILLIC = "ru uk be bg sr mk kk".split()
ARABIC = "ar fa ur".split()
LANGUAGES = (*LATIN, *CYRILLIC, *ARABIC, *"he el hy ka hi bn ta th zh ja ko".split())

_WORD = lazy(r'\w+(?:["-]\w+)*')
# The vowels that Arabic and Hebrew mostly leave out.
_VOWELS = lazy("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]+")
# How else people write the letters of a language: "și" is often "şi".
_SPELT = {
    "ar": str.maketrans("أإآى", "اااي"),
    "fa": str.maketrans("یک", "يك"),
    "ur": str.maketrans("یک", "يك"),
    "ro": str.maketrans("șț", "şţ"),
    "ru": str.maketrans("ё", "е"),
}
_NOT_LATIN = lazy("[\u0370-\u1dff\u2e80-\U0003ffff]")
_UNSPACED = lazy(f"[{UNSPACED}]")
_SECTION = lazy(r"(?m)^\[([a-z ]+)\]$")
# Arabic and Hebrew write "and", "that" and the like as a part of the next word.
_PREFIXES = {"ar": ("و", "ف", "وس", "س"), "he": ("ו", "ש", "כש", "וש")}
_SCRIPTS = (
    ("\u0370", "\u03ff", ("el",)),
    ("\u0400", "\u052f", tuple(CYRILLIC)),
    ("\u0530", "\u058f", ("hy",)),
    ("\u0590", "\u05ff", ("he",)),
    ("\u0600", "\u06ff", tuple(ARABIC)),
    ("\u0900", "\u097f", ("hi",)),
    ("\u0980", "\u09ff", ("bn",)),
    ("\u0b80", "\u0bff", ("ta",)),
    ("\u0e00", "\u0e7f", ("th",)),
    ("\u10a0", "\u10ff", ("ka",)),
    ("\u3040", "\u30ff", ("ja",)),
    ("\uac00", "\ud7a3", ("ko",)),
)
# Letters that only some of the languages of a script have.
_OWN_LETTERS = {"fa": "پچژگکی", "ur": "ٹڈڑںےہھ", "ar": "يكةىإأ"}
# What stands in no language of the lexicon: scripts without a file, and letters of Pashto, Kurdish, Bashkir and the like.
_KNOWN_SCRIPTS = lazy(
    "[A-Za-zªºÀ-ʯ\u0370-\u052f\u0531-\u06ff\u0900-\u09ff\u0b80-\u0bff\u0e00-\u0e7f\u10a0-\u11ff\u1c90-\u1cbf"
    "\u1e00-\u1fff\u2c60-\u2c7f\u2e80-\u318f\u3190-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufb4f\ufb50-\ufefc"
    "\uff21-\uff9f\U0001d400-\U0001eebb\U00020000-\U0003ffff]"
)
_STRANGE = lazy("[\u067c\u0689\u0693\u06bc\u06d0\u06cd\u069a\u0696\u06c6\u06ce\u06b5\u0695ҡҙҫ]")
_LETTER = lazy(r"[^\W\d_]")
# In a text of so many different words in a known language more than this share are among its common ones.
_ENOUGH_WORDS, _UNKNOWN_SHARE = 15, 0.06
# The words of one language among those of another: its names, a quoted phrase. A word of several tells each a part.
_LEAST_SHARE = 0.6
_LEAST_WORDS = 3
# A word that no more have tells a language by itself.
_FEW_LANGUAGES = 3


# A section as it is kept: its words, phrases, leads and patterns.
_Parts = tuple[frozenset[str], tuple[str, ...], frozenset[str], tuple[str, ...]]


@record()
class Section:
    """The entries of one section: single words, several words with a space between them (`leads`: the first of each), and
    patterns."""

    words: frozenset[str]
    phrases: tuple[str, ...]
    leads: frozenset[str]
    patterns: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """One for all of the patterns, made when it is first asked for."""
        return _pattern(self.patterns) if self.patterns else None

    def found(self, words: "Words", language: str) -> Iterator[tuple[int, str]]:
        """Which entries stand among `words`, as they stand there, with their places (order is all they are for)."""
        # Most sections of most languages have no word in common with a clause.
        each = words.each if language in _PREFIXES or not self.words.isdisjoint(words.known) else ()
        for index, word, parts in each:
            if (
                word in self.words
                or not self.words.isdisjoint(parts)
                or (
                    language in _PREFIXES
                    and any(word.removeprefix(prefix) in self.words for prefix in _PREFIXES[language])
                )
            ):
                yield index, word
        for phrase in self.phrases if not self.leads.isdisjoint(words.known) else ():
            index = max(words.spaced.find(f" {phrase} "), words.parted.find(f" {phrase} "))
            if index >= 0:
                yield index, phrase
        if self.patterns:
            for match in _pattern(self.patterns).finditer(words.folded):
                if match[0]:
                    yield match.start(), match[0]


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


class Words:
    """A stretch of text made ready to be looked through; `each`: place, word, the parts of a word that is joined."""

    def __init__(self, text: str) -> None:
        self.printed = _VOWELS.sub("", fold(text).joined())
        self.folded = self.printed.replace("\u0130", "i").lower()
        self.each = [
            (match.start(), match[0], tuple(re.split('["-]', match[0])) if not match[0].isalnum() else ())
            for match in _WORD.finditer(self.folded)
        ]

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word, and every part of one that is joined."""
        return frozenset(
            [*(word for _, word, _ in self.each), *(part for _, _, parts in self.each for part in parts)]
        )

    @cached_property
    def spaced(self) -> str:
        return f" {' '.join(word for _, word, _ in self.each)} "

    @cached_property
    def parted(self) -> str:
        return f" {' '.join(part for _, word, parts in self.each for part in parts or (word,))} "


def read_words(name: str) -> str:
    """One of the files of words."""
    with open(_file(name), encoding="utf-8") as file:
        return file.read()


def _file(name: str) -> str:
    return os.path.join(_WORDS, f"{name}.txt")


@cache
def lexicon(language: str) -> dict[str, Section]:
    """The sections of a language."""
    parts = table(f"words-{language}", (__file__, _file(language)), lambda: _sections(language))
    return {name: Section(*section) for name, section in parts.items()}


def _sections(language: str) -> dict[str, _Parts]:
    _, *parts = _SECTION.split(read_words(language))
    spelt = _SPELT.get(language, {})
    return {name: _section(entries, spelt) for name, entries in zip(parts[::2], parts[1::2], strict=True)}


def _section(entries: str, spelt: Mapping[int, int]) -> _Parts:
    words = entries.split()
    words += [
        one for entry in words if not entry.startswith("~") and (one := entry.translate(spelt)) != entry
    ]
    patterns = [word[1:].replace("_", " ") for word in words if word.startswith("~")]
    plain = [word.replace("_", " ") for word in words if not word.startswith("~")]
    return (
        frozenset(one for one in plain if " " not in one),
        tuple(one for one in plain if " " in one),
        frozenset(one.partition(" ")[0] for one in plain if " " in one),
        tuple(patterns),
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
        for languages in scripts:
            possible += _told_apart(folded, languages)
        if "ja" not in possible and _UNSPACED.search(folded):
            possible += ["zh", "ja"]
    if re.search(r"[a-zß-ɏ]", folded):
        possible += _by_common_words(folded, LATIN, _FIRST)
    return tuple(possible) or LANGUAGES


@lru_cache(maxsize=4096)
def common_words(text: str) -> frozenset[str]:
    """The little words of the languages that a text is in, as they stand in the lexicon."""
    return frozenset().union(*(lexicon(language)["common"].words for language in languages_of(text)))


@lru_cache(maxsize=256)
def is_known(text: str) -> bool:
    """Whether a text may be in one of the languages: else nobody knows which of its words negate."""
    letters = _LETTER.findall(text)
    if sum(1 for letter in letters if not _KNOWN_SCRIPTS.match(letter) or _STRANGE.match(letter)) * 20 > len(
        letters
    ):
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    latin = [word for word in words if word[0] < "\u0370"]
    if len(set(latin)) < _ENOUGH_WORDS or len(latin) < len(words) / 2:
        return True
    by_word = _common()
    counts = Counter(language for word in latin for language in by_word.get(word, ()))
    return max(counts.values(), default=0) > _UNKNOWN_SHARE * len(latin)


def _told_apart(folded: str, languages: Sequence[str]) -> Sequence[str]:
    """Of the languages of one script, those that the text may be in."""
    if len(languages) == 1:
        return languages
    if languages[0] != "ar":
        return _by_common_words(folded, languages, languages)
    own = {language: sum(map(folded.count, letters)) for language, letters in _OWN_LETTERS.items()}
    if own["ur"] > own["ar"]:
        return ["ur"]
    return [
        *(["ar"] if own["ar"] >= own["fa"] else []),
        *(["fa"] if own["fa"] else []),
        *(["ur"] if own["ur"] else []),
    ]


def _by_common_words(folded: str, languages: Sequence[str], otherwise: Sequence[str]) -> Sequence[str]:
    """Those of the languages whose common words are many in the text; where these are few, `otherwise` and each that a word tells."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = dict.fromkeys(languages, 0.0)
    told: set[str] = set()
    languages_by_word = _common()
    for word, count in Counter(re.findall(r"[^\W\d_]+", folded)).items():
        of_word = languages_by_word.get(word, [])
        for language in weights.keys() & of_word:
            counts[language] += count
            weights[language] += count / len(of_word)
        if len(of_word) <= _FEW_LANGUAGES:
            told.update(of_word)
    most = max(counts.values(), default=0)
    if most < _LEAST_WORDS:
        return [language for language in languages if language in otherwise or language in told]
    best = max(weights.values())
    return [
        language
        for language in languages
        if weights[language] >= _LEAST_SHARE * best or counts[language] == most
    ]


@lru_cache(maxsize=1)
def _common() -> dict[str, list[str]]:
    """The languages in which a word is a common one: a negation is, too."""
    files = [_file(language) for language in (*LATIN, *CYRILLIC)]
    return table("common-words", (__file__, *files), _made_common)


def _made_common() -> dict[str, list[str]]:
    by_word: dict[str, list[str]] = {}
    for language in (*LATIN, *CYRILLIC):
        for word in lexicon(language)["common"].words | lexicon(language)["negation"].words:
            by_word.setdefault(word, []).append(language)
    return by_word
