"""Who a mention stands for, inside one text: full names, roles, acronyms and pronouns.

A name stands for the fullest form in which the text gives it; a pronoun or a role for the nearest person it can
agree with. Everything is decided from the text before the mention, except that a person may be introduced in
full only later.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.extract import phrases, several, subjects
from onrecord.extract.cast import Cast, Entity, Kind, Naming, past_titles, runs_in
from onrecord.extract.issuers import Issuers
from onrecord.extract.layout import Paragraph
from onrecord.extract.people import (
    DOCUMENTS,
    ISSUED,
    LEADING_ROLES,
    ORGANISATION_WORDS,
    PLACES,
    PLURAL_HEADS,
    ROLES,
    SPEECH_NOUNS,
    THINGS,
    TITLES,
    is_person,
)
from onrecord.extract.words import DETERMINERS, PREPOSITIONS
from onrecord.text.ordinals import told_apart
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

_ARTICLE = lazy(r"(?i)^(?:the|a|an)\s+")
_FIRST_PERSON = frozenset("i we me my our".split())
_MALE, _FEMALE = frozenset("he him his".split()), frozenset("she her".split())
_NEUTER, _PLURAL = frozenset("it its".split()), frozenset("they them their".split())
_RELATIVE = frozenset("who whom which that".split())
_PRONOUNS = _FIRST_PERSON | _MALE | _FEMALE | _NEUTER | _PLURAL
# Nobody in particular.
_LOOSE = frozenset("you both all each another either neither".split())
_UNRESOLVED = 0.15
# How far back, in characters, somebody is looked for.
_PERSON_REACH, _ORGANISATION_REACH, _ROLE_REACH, _DOCUMENT_REACH, _UNNAMED_REACH = (
    2500,
    1500,
    40_000,
    1500,
    600,
)
_UNTITLED_REACH = 4000

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


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a mention stands for. `entity` is None for somebody without a name in the text.

    `several`: it stands for several who speak together, each of whom `canonical` names. `unresolved`: it is a pronoun, and
    nobody can tell whose; `canonical` is the pronoun.
    """

    canonical: str
    kind: Kind
    unnamed: bool
    confidence: float
    reason: str
    entity: Entity | None = None
    several: bool = False
    unresolved: bool = False

    def again(self, confidence: float, reason: str) -> "Resolved":
        """The same one, for another reason."""
        return replace(self, confidence=confidence, reason=reason)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke last, and where in the text what they said ended."""

    who: Resolved
    until: int


class Resolver:
    """Tells who the mentions of one text stand for. `author` is who says "I" in it."""

    def __init__(self, text: str, cast: Cast, author: str | None, paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.cast = cast
        self.author = author
        self._paragraphs = paragraphs

    @cached_property
    def issuers(self) -> Issuers:
        """Who made the documents of the text; looked for when one of them speaks."""
        return Issuers(self._paragraphs)

    def together(
        self,
        words: Paragraph,
        parts: list[tuple[int, int]],
        *,
        apposition: tuple[int, int] | None = None,
        previous: Spoken | None = None,
    ) -> Resolved:
        """Who one speaker, or several who speak together, stand for, a range of words each."""
        if len(parts) == 1:
            return self.resolve(words, *parts[0], apposition=apposition, previous=previous)
        each = [
            self.resolve(
                words,
                *part,
                apposition=apposition if part is parts[-1] else None,
                previous=previous,
            )
            for part in parts
        ]
        join = several.join_of(words, *parts[-2:])
        names = list(dict.fromkeys(one.canonical for one in each))
        return Resolved(
            f"{', '.join(names[:-1])} {join} {names[-1]}" if len(names) > 1 else names[0],
            "group",
            all(one.unnamed for one in each),
            min(one.confidence for one in each),
            "several who speak together",
            several=True,
        )

    def resolve(
        self,
        words: Paragraph,
        first: int,
        last: int,
        *,
        apposition: tuple[int, int] | None = None,
        previous: Spoken | None = None,
    ) -> Resolved:
        """Who the words from `first` to `last` stand for.

        `apposition` is what explains them ("the minister, Ann Lee, …").
        """
        low = words.low
        head = low[first]
        if head in _RELATIVE or (last - first > 1 and low[last - 1] in _RELATIVE):
            return self._relative(words, first, previous)
        # "his words", "their estimates": whose they are says who speaks.
        if head in _PRONOUNS and (last - first == 1 or low[last - 1] in SPEECH_NOUNS):
            if head in _FIRST_PERSON:
                return self._author("I" if head == "i" else head)
            if head in _MALE | _FEMALE:
                return self._person(words, first, "m" if head in _MALE else "f", previous)
            return self._others(words, first, previous)
        if last - first == 1 and head in _LOOSE:
            kind: Kind = "person" if head == "you" else "group"
            return self._unresolved(head, kind, "whom the pronoun stands for cannot be told")
        return (
            self._issuer(words, first, last)
            or self._named(words, first, last, apposition)
            or self._pointed_at(words, first, last, previous)
            or self._described(words, first, last)
        )

    def named(self, printed: str) -> str:
        """The fullest form of a name that stands alone, as before a turn: "PENCE" may be Mike Pence."""
        entity = self.cast.called(printed)
        return entity.name if entity is not None and not self.cast.namesakes(printed) else printed

    def _author(self, pronoun: str) -> Resolved:
        if self.author:
            return Resolved(self.author, "person", False, 0.8, "the author speaks in the first person")
        return self._unresolved(pronoun, "person", "the first person, of an unknown author")

    def _unresolved(self, pronoun: str, kind: Kind, reason: str) -> Resolved:
        return Resolved(pronoun, kind, True, _UNRESOLVED, reason, unresolved=True)

    def _as(self, entity: Entity, confidence: float, reason: str) -> Resolved:
        return Resolved(_ARTICLE.sub("", entity.name), entity.kind, False, confidence, reason, entity)

    def _phrase(self, words: Paragraph, first: int, last: int) -> str:
        """The words as printed, in one line, without an article at their head."""
        return _ARTICLE.sub("", " ".join(self.text[words.starts[first] : words.ends[last - 1]].split()))

    # Names

    def _named(
        self, words: Paragraph, first: int, last: int, apposition: tuple[int, int] | None
    ) -> Resolved | None:
        """A mention with a name in it: "Defense Minister Sergey Shoygu", "Mr. Burman", "KCNA"."""
        low = words.low
        # "Len Burman of the Tax Policy Center" is Len Burman.
        end = next(
            (at for at in range(first + 1, last) if low[at] in PREPOSITIONS or low[at] in ("who", "(", ",")),
            last,
        )
        runs = list(runs_in(words, first, end))
        found = self._by_name(words, first, end, runs[-1]) if runs and runs[-1][1] == end else None
        if found is not None and found.entity is not None and found.kind == "person":
            return found
        # Only "the minister, Ann Lee," is explained by a name; "Lee, Park and Choi" are three.
        describes = low[first] in _ARTICLES | _OWNERS and (low[first] in _GERMAN or not words.upper[end - 1])
        if (
            apposition is not None
            and (describes or any(low[at] in ROLES or low[at] in TITLES for at in range(first, last)))
            and (entity := self._at_head(words, apposition)) is not None
            and (entity.kind == "person" or low[end - 1] in ORGANISATION_WORDS)
        ):
            return self._as(entity, 0.9, "named beside the description")
        if found is not None and found.entity is not None:
            return found
        # "the Republic of Korea's Foreign Ministry"
        if (
            end < last
            and low[end] == "of"
            and not is_person(low[end - 1])
            and low[end - 1] not in PLURAL_HEADS
            and any(words.upper[first:last])
            and any(low[at] in ORGANISATION_WORDS for at in range(first, last))
        ):
            return Resolved(self._phrase(words, first, last), "organisation", False, 0.9, "by name")
        return found

    def _issuer(self, words: Paragraph, first: int, last: int) -> Resolved | None:
        """Who made a document: "a report by the National Audit Office"."""
        low = words.low
        by = next(
            (at for at in range(first + 1, min(last + 1, len(words))) if low[at] in ("by", "of", "from")),
            None,
        )
        if by is None or low[by - 1] not in DOCUMENTS or by + 1 >= len(words):
            return None
        begin = by + 1 + (low[by + 1] in DETERMINERS)
        run = next(iter(runs_in(words, begin, min(begin + 8, len(words)))), None)
        if run is None or run[0] != begin or (low[by] == "of" and run[1] > last):
            return None
        who = several.after(words, (begin, run[1]), len(words))
        parts = several.parts(words, who, ("en",), self.cast)
        found = self._by_name(words, begin, run[1], run) if len(parts) == 1 else self.together(words, parts)
        return found.again(0.8, f"whose {low[by - 1]} it is") if found is not None else None

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
            person = bool(titles) or self._is_lone_name(words, first, end)
            return Resolved(name, "person" if person else "organisation", False, 0.9, "by name")
        return None

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
        )

    def _at_head(self, words: Paragraph, part: tuple[int, int]) -> Entity | None:
        """Whose name a part of a sentence begins with."""
        first, last = next(iter(runs_in(words, *part)), (0, 0))
        start, _ = past_titles(words, first, last)
        if first != part[0] or start >= last:
            return None
        return self.cast.called(self.cast.name_of(words, start, last))

    # Pronouns

    def _person(self, words: Paragraph, at: int, gender: str, previous: Spoken | None) -> Resolved:
        position = words.starts[at]
        near = [
            naming
            for naming in self.cast.people_before(position, _PERSON_REACH)
            if naming.entity.gender in ("", gender)
        ]
        subjects_ = [naming for naming in near if naming.subject]
        sentence = words.starts[words.sentence_at(at)[0]]
        if subjects_ and subjects_[-1].position >= sentence:
            return self._as(subjects_[-1].entity, 0.8, "the person named before in the sentence")
        here = [naming.entity for naming in near if naming.position >= sentence]
        if here and here.count(here[0]) == len(here) and (previous is None or previous.until < words.start):
            return self._as(here[0], 0.6, "the only person named before in the sentence")
        if previous is not None and previous.who.kind == "person":
            spoke = previous.who.entity
            later = [naming for naming in subjects_ if naming.position > previous.until]
            if spoke is not None and spoke.gender in ("", gender):
                others = [naming for naming in later if naming.entity is not spoke]
                if not others:
                    return previous.who.again(0.9, "the one who spoke last")
                return self._as(others[-1].entity, 0.65, "the person last named as a subject")
            if (
                spoke is None
                and previous.who.confidence > 0.5
                and not later
                and position - previous.until < _UNNAMED_REACH
            ):
                return previous.who.again(0.6, "the one who spoke last")
        if subjects_:
            return self._as(subjects_[-1].entity, 0.65, "the person last named as a subject")
        if near:
            return self._as(near[-1].entity, 0.5, "the person named last")
        return self._unresolved(words.low[at], "person", "nobody before fits the pronoun")

    def _others(self, words: Paragraph, at: int, previous: Spoken | None) -> Resolved:
        """ "it", "they", "their": a group or an organisation."""
        plural = words.low[at] in _PLURAL
        if plural and (group := self._group_before(words, at)) is not None:
            return group
        if previous is not None and (previous.who.kind != "person" or (plural and previous.who.unnamed)):
            return previous.who.again(0.7, "the one who spoke last")
        if before := self.cast.organisations_before(words.starts[at], _ORGANISATION_REACH):
            return self._as(before[-1].entity, 0.5, "the organisation named last")
        if previous is not None:
            return previous.who.again(0.4, "the one who spoke last")
        return self._unresolved(words.low[at], "group", "nobody before fits the pronoun")

    def _group_before(self, words: Paragraph, at: int) -> Resolved | None:
        """The plural subject of this sentence or the one before, for "they" and "their"."""
        here = words.sentence_index(at)
        for low, high in reversed(words.sentences[max(0, here - 1) : here + 1]):
            who = phrases.of_clause(words, low, min(high, at)) if low < at else None
            if who is None or who[1] >= min(high, at):
                continue
            parts = several.parts(words, who, ("en",), self.cast)
            if len(parts) > 1:
                return self.together(words, parts)
            head = words.low[who[1] - 1]
            if head not in _PRONOUNS and (head.endswith("s") or head in PLURAL_HEADS):
                return self._described(words, *who)
        return None

    def _relative(self, words: Paragraph, at: int, previous: Spoken | None) -> Resolved:
        """The noun before "who", "which", "many of whom"."""
        low = words.low
        last = at
        while last > 0 and (low[last - 1] in (",", "many", "some") or low[last - 1] in PREPOSITIONS):
            last -= 1
        sentence = words.sentence_at(at)[0]
        start = subjects.phrase_start(words, last, sentence) if last > sentence else None
        if start is None or low[start] in _RELATIVE:
            return self._unresolved(low[at], "person", "what the pronoun stands for cannot be told")
        if not any(words.upper[start:last]):
            # "… forced to pay an architect who said": from the last article on.
            start = max((k for k in range(start, last) if low[k] in DETERMINERS), default=start)
        return self.resolve(words, start, last, previous=previous)

    # Descriptions

    def _pointed_at(
        self, words: Paragraph, first: int, last: int, previous: Spoken | None
    ) -> Resolved | None:
        """ "the minister", "the DPRK leader", "the report": a definite description of somebody known."""
        low = words.low
        if low[first] not in ("the", "this") and not (words.upper[last - 1] and low[last - 1] in ROLES):
            return None
        position = words.starts[first]
        end = next((at for at in range(first + 1, last) if low[at] in PREPOSITIONS), last)
        head = low[end - 1]
        if head in DOCUMENTS or head in ISSUED:
            return self._made(head, position, previous)
        if head in ROLES:
            return self._in_role(head, position)
        if head in ORGANISATION_WORDS and end == last and last - first == 2:
            before: list[Naming] = [
                naming
                for naming in self.cast.organisations_before(position, _ROLE_REACH)
                if head in naming.entity.name.lower().split()
            ]
            if before:
                return self._as(before[-1].entity, 0.7, f"the {head} named before")
            if (
                previous is not None
                and previous.who.kind == "organisation"
                and previous.who.entity is not None
            ):
                return previous.who.again(0.5, "the organisation that spoke last")
        return None

    def _made(self, kind: str, position: int, previous: Spoken | None) -> Resolved | None:
        """Who made "the report", where the text says so; else an organisation that has just spoken may have."""
        if (found := self.issuers.before(kind, position)) is not None:
            words, who = found
            made = self.together(words, several.parts(words, who, ("en",), self.cast), previous=previous)
            if not made.unresolved:
                return made.again(min(made.confidence, 0.6), f"whose {kind} it is")
        if previous is None or position - previous.until >= _DOCUMENT_REACH:
            return None
        return (
            previous.who.again(0.5, f"may have issued the {kind}")
            if previous.who.kind == "organisation"
            else None
        )

    def _in_role(self, role: str, position: int) -> Resolved | None:
        people = self.cast.people_before(position, _ROLE_REACH)
        for naming in reversed(people):
            if role in naming.entity.roles:
                if told_apart(one.entity.name for one in people if role in one.entity.roles):
                    return self._as(naming.entity, 0.4, f"a {role} of a name that several have")
                return self._as(naming.entity, 0.7, f"the {role} named before")
        if role not in LEADING_ROLES:
            return None
        for naming in reversed(people):
            if position - naming.position >= _UNTITLED_REACH:
                break
            if naming.subject and not naming.entity.roles:
                return self._as(naming.entity, 0.45, f"no other {role} is named")
        return None

    def _described(self, words: Paragraph, first: int, last: int) -> Resolved:
        """Somebody without a name: the phrase itself."""
        low = words.low
        end = next((at for at in range(first + 1, last) if low[at] in PREPOSITIONS or low[at] == "who"), last)
        head = low[end - 1].removesuffix("'s")
        # "More level-headed analysts" at the head of a sentence
        text = self._phrase(words, first + (low[first] == "more" and last - first > 1), last)
        named = any(words.upper[first + (low[first] in DETERMINERS) : end])
        named = named and not self._is_plain_plural(words, first, last)
        if head in THINGS or head in DOCUMENTS or head in ISSUED:
            return Resolved(text, "organisation", True, 0.5, "a document, or a thing")
        if head not in PLURAL_HEADS and (head in ORGANISATION_WORDS or (named and words.upper[end - 1])):
            return Resolved(text, "organisation", False, 0.75, "by name" if named else "as described")
        if (head.endswith("s") and not head.endswith("ss")) or head in PLURAL_HEADS:
            return Resolved(text, "group", True, 0.7, "not named")
        return Resolved(text, "person", True, 0.7 if is_person(head) else 0.5, "not named")
