"""The table of a language made ready for looking words up in it."""

from functools import cache, cached_property
from importlib import import_module

from onrecord.extract.languages.table import Table

# What a word may be, as bits that are added up.
SAYS, QUOTES, PARTICIPLE, GERUND, AUXILIARY, URGES = 1, 2, 4, 8, 16, 32
FINITE = SAYS | QUOTES
CODES = ("de", "fr", "es", "it", "pt", "pl", "ru", "uk", "nl", "sv", "da", "no", "zh", "ja", "ko", "ar", "tr")
# Hostile texts have more words than any language.
_MOST_KEPT = 20_000

_DECLINED, _LONGEST_CASE = ("pl", "ru", "uk"), 3
# The article hangs on the noun.
_SUFFIXED = ("sv", "da", "no")


class Lexicon:
    """The words of a table as sets, and what each verb may be."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.code = table.code
        self.verbs: dict[str, int] = {}
        for words, kind in ((table.says, SAYS), (table.quotes, QUOTES), (table.urges, URGES)):
            for entry in words.split():
                self._enter(entry, kind)
        for words, kind in (
            (table.participles, PARTICIPLE),
            (table.gerunds, GERUND),
            (table.auxiliaries, AUXILIARY),
        ):
            for word in words.split():
                self.verbs[word] = self.verbs.get(word, 0) | kind
        self.articles = _set(table.articles)
        self.of = _set(table.of)
        self.particles = _set(table.particles_of_names)
        self.titles = _set(table.titles)
        self.men, self.women = _set(table.men), _set(table.women)
        self.given_names = self.men | self.women
        self.prepositions = _set(table.prepositions)
        self.conjunctions = _set(table.conjunctions)
        self.relatives = _set(table.relatives)
        self.times = _set(table.times)
        self.skipped = _set(table.adverbs) | self.times
        self.he, self.she, self.they = _set(table.he), _set(table.she), _set(table.they)
        self.first = _set(table.first)
        self.clitics = _set(table.clitics)
        self.pronouns = self.he | self.she | self.they | self.first
        self.that, self.whether = _set(table.that), _set(table.whether)
        self.claimed = _phrases(table.claimed)
        self.to_do = _set(table.to_do)
        self.hearsay, self.convinced = _set(table.hearsay), _set(table.convinced)
        self.own_account = _phrases(table.own_account)
        self.out_of, self.emerges = _set(table.out_of), _set(table.emerges)
        self.from_where = _set(table.from_where)
        self.as_, self.so = _set(table.as_), _set(table.so)
        self.reflexives = _set(table.reflexives)
        self.separable = _set(table.particles)
        self.subjunctive = _set(table.subjunctive)
        self.today, self.yesterday = _set(table.today), _set(table.yesterday)
        self.coming, self.other_days = _set(table.coming), _set(table.other_days)
        self.groups = _set(table.groups)
        self.where = _set(table.where)
        self.infinitive = _set(table.infinitive)
        self.behind = _set(table.according_behind)
        self.according = _phrases(table.according)
        self.according_his = _phrases(table.according_his)
        self.this = _set(table.this)
        self.abbreviations = _set(table.abbreviations)
        self.sayings = _set(table.sayings)
        self.nobody = _set(table.nobody)
        self.suffixes = frozenset(table.suffixes.split())
        self.role_words = frozenset(table.roles.split())
        self.role_endings = tuple(self.role_words)
        self.longest_suffixes = tuple(sorted(self.suffixes | self.role_words, key=len, reverse=True))
        self._roles = _Endings(table.roles)
        self._organisations = _Endings(table.organisations)
        self.again = _Endings(table.again)
        self._his, self._hers = _Endings(table.his), _Endings(table.hers)
        self._gender: dict[str, str] = {}

    def _enter(self, entry: str, kind: int) -> None:
        if "+" in entry:
            stem, name = entry.split("+")
            finite, participle, gerund = self.table.endings[name]
            forms = [(kind, finite), (PARTICIPLE | kind & URGES, participle), (GERUND, gerund)]
        else:
            stem, *rest = entry.split("/")
            forms = [(kind, " ".join(rest))]
            self._add(stem, kind)
        for meaning, endings in forms:
            for ending in endings.split():
                before, _, behind = ending.rpartition("~")
                self._add(before + stem + behind, meaning)

    def _add(self, word: str, kind: int) -> None:
        word = word.replace("_", " ").lower()
        self.verbs[word] = self.verbs.get(word, 0) | kind

    def kind(self, word: str) -> int:
        """The bits of what a word in lower case may be; 0 for one that is no verb of saying."""
        known = self.verbs.get(word)
        if known is None and "-" in word:  # queixou-se, disse-lhe
            known = self.verbs.get(word.partition("-")[0], 0) & FINITE
        return known or 0

    def is_role(self, word: str) -> bool:
        """Whether a word in lower case says what somebody is."""
        if word in self._roles or word in self._his or word in self._hers:
            return True
        if self.table.nouns_upper and (
            (word[-1:] == "s" and (word[:-1] in self._roles or word.removesuffix("es") in self._roles))
            or (word[-2:] == "en" and word[:-2] in self._roles)
            or (word[-1:] == "n" and word[:-1] in self._roles)
        ):
            return True  # des Ingenieurs, des Präsidenten, des Geologen
        if self.code in _SUFFIXED and any(
            word.endswith(end) and word.removesuffix(end) in self._roles for end in ("en", "n", "et")
        ):
            return True  # borgmästaren, ordføreren, statsråden
        return "-" in word and (
            word.partition("-")[0] in self._roles or word.rpartition("-")[2] in self._roles
        )  # secretário-geral, oud-wethouder

    @cached_property
    def according_words(self) -> frozenset[str]:
        """Each word of the phrases for "according to"."""
        return frozenset(
            word
            for phrases in self.according.values()
            for phrase in phrases
            for word in phrase
            if len(word) > 3
        )

    @cached_property
    def _role_stems(self) -> frozenset[str]:
        return frozenset(
            role[:-1] if role[-1] in "аяьaой" else role for role in self.role_words if len(role) > 4
        )

    def is_declined_role(self, word: str) -> bool:
        """Whether a word in lower case is a role in any case, in languages with cases: badaczki, геолога."""
        if self.code not in _DECLINED:
            return False
        return any(word[:-cut] in self._role_stems for cut in range(1, _LONGEST_CASE + 1))

    def is_organisation(self, word: str) -> bool:
        """Whether a word in lower case is one of the names of organisations."""
        if word in self._organisations and word not in self._roles:
            return True
        return (
            self.table.nouns_upper and word[-1:] == "s" and word[:-1] in self._organisations
        )  # des Verbands

    def gender(self, word: str) -> str:
        """m, f, or nothing: whom a given name, a title or a role tells to be a man or a woman."""
        if word not in self._gender:
            if len(self._gender) > _MOST_KEPT:
                self._gender.clear()
            woman = word in self.women or word in self._hers
            man = word in self.men or word in self._his
            self._gender[word] = "" if woman == man else "f" if woman else "m"
        return self._gender[word]

    @cached_property
    def months(self) -> dict[str, int]:
        """The number of each month, by every form of its name."""
        return {
            form: number
            for number, forms in enumerate(self.table.months.split(), 1)
            for form in forms.split("/")
        }

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """The number of each day of the week, Monday 0, by every form of its name."""
        return {
            form: number
            for number, forms in enumerate(self.table.weekdays.split())
            for form in forms.split("/")
        }


class _Endings:
    """Words, and endings of words: `*minister` is every word that ends so."""

    def __init__(self, words: str) -> None:
        each = words.lower().split()
        self._words = frozenset(word.removeprefix("*") for word in each)
        self._endings = tuple(word[1:] for word in each if word.startswith("*") and len(word) > 3)

    def __contains__(self, word: str) -> bool:
        return word in self._words or (bool(self._endings) and word.endswith(self._endings))


def _set(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.lower().split())


def _phrases(words: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in words.lower().split():
        parts = tuple(part for word in entry.split("_") for part in _elided(word))
        for last in _CONTRACTED if len(parts) > 1 and parts[-1] in ("de", "di") else parts[-1:]:
            by_first.setdefault(parts[0], []).append((*parts[:-1], last))
    return {first: tuple(sorted(every, key=len, reverse=True)) for first, every in by_first.items()}


# "in the opinion of" joins with the article that follows.
_CONTRACTED = "de di d' del do da dos das du des della dello dell' dei degli delle".split()


def _elided(word: str) -> list[str]:
    head, mark, rest = word.partition("'")
    return [head + mark, rest] if mark and rest else [word]


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language; none at all for one without a table."""
    if code not in CODES:
        return Lexicon(Table(code=code, name=code))
    return Lexicon(import_module(f"onrecord.extract.languages.{code}").TABLE)
