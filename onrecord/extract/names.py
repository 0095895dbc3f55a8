"""Who a name stands for, inside one text: the fullest form in which the text gives it."""

from onrecord.extract.cast import Cast, Entity, Kind, past_titles, runs_in
from onrecord.extract.paragraph import Paragraph
from onrecord.extract.people import ORGANISATION_WORDS, PLACES, PLURAL_HEADS, ROLES, TITLES, is_person
from onrecord.extract.resolved import Resolved
from onrecord.extract.words import DETERMINERS, PREPOSITIONS
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

_ARTICLE = lazy(r"(?i)^(?:the|a|an)\s+")
_UNRESOLVED = 0.15
# One word that names a person or an organisation; how many words behind it may tell which.
EITHER, ONE_WORD = 0.7, "by one word, which may be the name of a person or of an organisation"
_TELLING = 25
_HIS = frozenset("he she his her him who himself herself".split())
_ITS = frozenset("it its which itself".split())
_NEXT = _ITS | _HIS | frozenset("they their them themselves we our".split())
# "One of them, Ann Lee, said"
_INDEFINITE = frozenset(["one", "another"])
_OWNERS = frozenset("my our his her its their your".split())
# Behind these every noun has a capital.
_GERMAN = frozenset("der die das ein eine".split())
# In front of a description, in the languages of the quotations.
_ARTICLES = frozenset(
    "the a an le la les un une el los las una il lo o os um uma der die das ein eine de het een".split()
)


def without_article(name: str) -> str:
    """A name or description without an article at its head."""
    return _ARTICLE.sub("", name)


class Names:
    """Tells who the names of one text stand for."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast

    def named(self, printed: str) -> str:
        """The fullest form of a name that stands alone, as before a turn: "PENCE" may be Mike Pence."""
        entity = self.cast.called(printed)
        return entity.name if entity is not None and not self.cast.namesakes(printed) else printed

    def _named(
        self, words: Paragraph, first: int, last: int, apposition: tuple[int, int] | None
    ) -> Resolved | None:
        """A mention with a name in it: "Defense Minister Sergey Shoygu", "Mr. Burman", "KCNA"."""
        low = words.low
        # "Len Burman of the Tax Policy Center" is Len Burman.
        end = next(
            (
                index
                for index in range(first + 1, last)
                if low[index] in PREPOSITIONS or low[index] in ("who", "(", ",")
            ),
            last,
        )
        runs = list(runs_in(words, first, end))
        named = self._by_name(words, first, end, runs[-1]) if runs and runs[-1][1] == end else None
        if named is not None and named.entity is not None and named.kind == "person":
            return named
        # Only "the minister, Ann Lee," is explained by a name; "Lee, Park and Choi" are three.
        describes = low[first] in _INDEFINITE or (
            (low[first] in _ARTICLES | _OWNERS) and (low[first] in _GERMAN or not words.upper[end - 1])
        )
        if (
            apposition is not None
            and (
                describes or any(low[index] in ROLES or low[index] in TITLES for index in range(first, last))
            )
            and (entity := self._at_head(words, apposition)) is not None
            and (entity.kind == "person" or low[end - 1] in ORGANISATION_WORDS)
        ):
            return self._as(entity, 0.9, "named beside the description")
        if named is not None and named.entity is not None:
            return named
        # "the Republic of Korea's Foreign Ministry"
        if (
            end < last
            and low[end] == "of"
            and not is_person(low[end - 1])
            and low[end - 1] not in PLURAL_HEADS
            and any(words.upper[first:last])
            and any(low[index] in ORGANISATION_WORDS for index in range(first, last))
        ):
            return Resolved(self._phrase(words, first, last), "organisation", False, 0.9, "by name")
        return named

    def _by_name(self, words: Paragraph, first: int, end: int, run: tuple[int, int]) -> Resolved | None:
        """The name at the end of a mention."""
        begin, last = run
        start, titles = past_titles(words, begin, last)
        if start >= last:
            return None
        at_head = begin == first or (begin == first + 1 and words.low[first] in DETERMINERS)
        entity = self.cast.called(self.cast.name_of(words, start, last), titles) or self.cast.called(
            self.cast.name_of(words, begin, last)
        )
        if entity is not None and (entity.kind == "person" or at_head):
            if self.cast.namesakes(self.cast.name_of(words, start, last)):
                return self._as(entity, 0.4, "by a name that several have")
            return self._as(entity, 0.95, "by name")
        if at_head and not self._is_plain_plural(words, first, end):
            name = _ARTICLE.sub("", self.cast.name_of(words, first, end))
            if not titles and self._is_lone_name(words, first, end) and not self._is_of_person(words, first):
                return Resolved(name, "person", False, EITHER, ONE_WORD, either=True)
            person = bool(titles) or self._is_lone_name(words, first, end)
            return Resolved(name, "person" if person else "organisation", False, 0.9, "by name")
        return None

    def _is_of_person(self, words: Paragraph, index: int) -> bool:
        """Whether the text tells that the one word at `index` names a person: a given name, "Ellingham, 54, …", "Ellingham … he"."""
        low = words.low
        if low[index] in MALE_NAMES or low[index] in FEMALE_NAMES:
            return True
        behind = range(index + 1, min(index + _TELLING, len(words)))
        if (
            len(behind) > 1
            and low[index + 1] == ","
            and (low[index + 2].isdigit() or is_person(low[index + 2]))
        ):
            return True
        return next((low[k] in _HIS for k in behind if low[k] in _HIS or low[k] in _ITS), False)

    def _is_lone_name(self, words: Paragraph, first: int, last: int) -> bool:
        """Whether this is "Ellingham", one word that no list has for an organisation or a place: as a rule a family name."""
        word = words.low[first].removesuffix("'s").removesuffix("’s")
        name = self.cast.name_of(words, first, last)
        return (
            last - first == 1
            and name[1:].islower()
            and word not in ORGANISATION_WORDS
            and word not in PLACES
            and not is_organisation(name)
        )

    def _is_plain_plural(self, words: Paragraph, first: int, last: int) -> bool:
        """Whether this is "Officials", "Critics", with a capital only because a sentence begins."""
        word = words.low[first]
        return (
            last - first == 1
            and not word.endswith("'s")
            and words.begins_sentence(first)
            and (word.endswith("s") or word in PLURAL_HEADS)
            and word not in ORGANISATION_WORDS
            and word not in PLACES
            and not is_organisation(self.cast.name_of(words, first, last))
            and not self._has_capital_elsewhere(words, first)
            and not self._is_it(words, first)
        )

    def _is_it(self, words: Paragraph, index: int) -> bool:
        """Whether the next pronoun in the sentence stands for one thing: "Paris said it would not pay"."""
        _, high = words.sentence_at(index)
        return next((words.low[k] in _ITS for k in range(index + 1, high) if words.low[k] in _NEXT), False)

    def _has_capital_elsewhere(self, words: Paragraph, index: int) -> bool:
        """Whether the text has the word with a capital inside a sentence, too: "shares of Barclays"."""
        name = self.text[words.starts[index] : words.ends[index]]
        offset = self.text.find(f" {name}")
        while offset >= 0:
            if (
                self.text[offset - 1 : offset].islower()
                and not self.text[offset + 1 + len(name) :][:1].isalnum()
            ):
                return True
            offset = self.text.find(f" {name}", offset + 1)
        return False

    def _at_head(self, words: Paragraph, part: tuple[int, int]) -> Entity | None:
        """Whose name a part of a sentence begins with."""
        first, last = next(iter(runs_in(words, *part)), (0, 0))
        start, _ = past_titles(words, first, last)
        if first != part[0] or start >= last:
            return None
        return self.cast.called(self.cast.name_of(words, start, last))

    def _unresolved(self, pronoun: str, kind: Kind, reason: str) -> Resolved:
        return Resolved(pronoun, kind, True, _UNRESOLVED, reason, unresolved=True)

    def _as(self, entity: Entity, confidence: float, reason: str) -> Resolved:
        return Resolved(_ARTICLE.sub("", entity.name), entity.kind, False, confidence, reason, entity)

    def _phrase(self, words: Paragraph, first: int, last: int) -> str:
        """The words as printed, in one line, without an article at their head."""
        return _ARTICLE.sub("", " ".join(self.text[words.starts[first] : words.ends[last - 1]].split()))
