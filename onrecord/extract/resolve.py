"""Who a mention stands for, inside one text: full names, roles, acronyms and pronouns.

A name stands for the fullest form in which the text gives it; a pronoun or a role for the nearest person it can
agree with. Everything is decided from the text before the mention, except that a person may be introduced in
full only later.
"""

from collections.abc import Sequence
from functools import cached_property

from onrecord.extract import genders, noun_phrases, phrases, several
from onrecord.extract.cast import Cast, Kind, Naming, runs_in
from onrecord.extract.issuers import Issuers
from onrecord.extract.names import Names
from onrecord.extract.paragraph import Paragraph
from onrecord.extract.people import (
    DOCUMENTS,
    ISSUED,
    LEADING_ROLES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLURAL_HEADS,
    ROLES,
    SPEECH_NOUNS,
    THINGS,
    is_person,
)
from onrecord.extract.resolved import Resolved, Spoken
from onrecord.extract.words import DETERMINERS, PREPOSITIONS
from onrecord.model.record import replace
from onrecord.text.ordinals import told_apart

_FIRST_PERSON = frozenset("i we me my our".split())
_MALE, _FEMALE = frozenset("he him his".split()), frozenset("she her".split())
_NEUTER, _PLURAL = frozenset("it its".split()), frozenset("they them their".split())
_RELATIVE = frozenset("who whom which that".split())
_PRONOUNS = _FIRST_PERSON | _MALE | _FEMALE | _NEUTER | _PLURAL
# Nobody in particular.
_LOOSE = frozenset("you both all each another either neither".split())
# How far back, in characters, somebody is looked for.
_PERSON_REACH, _ORGANISATION_REACH, _ROLE_REACH, _DOCUMENT_REACH, _UNNAMED_REACH = (
    2500,
    1500,
    40_000,
    1500,
    600,
)
_UNTITLED_REACH = 4000
# How sure a description of people is that names nobody: it is who speaks, in the words of the text.
_DESCRIBED = 0.85


class Resolver(Names):
    """Tells who the mentions of one text stand for. `author` is who says "I" in it."""

    def __init__(self, text: str, cast: Cast, author: str | None, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__(text, cast)
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
        names = list(dict.fromkeys(member.canonical for member in each))
        return Resolved(
            f"{', '.join(names[:-1])} {join} {names[-1]}" if len(names) > 1 else names[0],
            "group",
            all(member.unnamed for member in each),
            min(member.confidence for member in each),
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

    def _author(self, pronoun: str) -> Resolved:
        if self.author:
            return Resolved(self.author, "person", False, 0.8, "the author speaks in the first person")
        return self._unresolved(pronoun, "person", "the first person, of an unknown author")

    def _issuer(self, words: Paragraph, first: int, last: int) -> Resolved | None:
        """Who made a document: "a report by the National Audit Office"."""
        low = words.low
        by = next(
            (
                index
                for index in range(first + 1, min(last + 1, len(words)))
                if low[index] in ("by", "of", "from")
            ),
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
        issuer = self._by_name(words, begin, run[1], run) if len(parts) == 1 else self.together(words, parts)
        return issuer.again(0.8, f"whose {low[by - 1]} it is") if issuer is not None else None

    # Pronouns

    def _person(self, words: Paragraph, index: int, gender: str, previous: Spoken | None) -> Resolved:
        position = words.starts[index]
        near = [
            naming
            for naming in self.cast.people_before(position, _PERSON_REACH)
            if naming.entity.gender in ("", gender)
        ]
        subjects_ = genders.of_gender(words, [naming for naming in near if naming.subject], gender)
        sentence = words.starts[words.sentence_at(index)[0]]
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
                and words.starts[words.sentences[max(0, words.sentence_index(index) - 1)][0]] > previous.until
            ):
                another = self._somebody_before(words, index, gender)
                if another is not None:
                    return another
            if (
                spoke is None
                and genders.may_be(previous.who.canonical, gender)
                and previous.who.confidence > 0.5
                and not later
                and position - previous.until < _UNNAMED_REACH
            ):
                return replace(previous.who.again(0.6, "the one who spoke last"), either=False)
        if subjects_:
            return self._as(subjects_[-1].entity, 0.65, "the person last named as a subject")
        if near:
            return self._as(near[-1].entity, 0.5, "the person named last")
        return self._somebody_before(words, index, gender) or self._unresolved(
            words.low[index], "person", "nobody before fits the pronoun"
        )

    def _somebody_before(self, words: Paragraph, index: int, gender: str) -> Resolved | None:
        """The unnamed person with whom the sentence before begins: "A Kremlin spokesman declined to comment. “…,” he said."."""
        here = words.sentence_index(index)
        if not here:
            return None
        low, high = words.sentences[here - 1]
        who = phrases.of_clause(words, low, high)
        if who is None or who[1] >= high or (who[1] - who[0] == 1 and words.low[who[0]] in _PRONOUNS):
            return None
        named = words.upper[who[0]] and words.low[who[0]] not in NOT_NAMES and self._is_lone_name(words, *who)
        if named and not self._is_plain_plural(words, *who):
            name = self._phrase(words, *who)
            return Resolved(name, "person", False, 0.55, "whom the sentence before is about")
        if not is_person(words.low[who[1] - 1]) or not genders.may_be(self._phrase(words, *who), gender):
            return None
        explained = (who[1] + 1, high) if words.low[who[1]] == "," else None
        somebody = self.resolve(words, *who, apposition=explained)
        return somebody.again(0.6, "whom the sentence before is about") if somebody.kind == "person" else None

    def _others(self, words: Paragraph, index: int, previous: Spoken | None) -> Resolved:
        """ "it", "they", "their": a group or an organisation."""
        plural = words.low[index] in _PLURAL
        if not plural and (named := self._organisation_before(words, index, previous)) is not None:
            return named
        if plural and (group := self._group_before(words, index)) is not None:
            return group
        if previous is not None and (
            previous.who.proposed_kind != "person" or (plural and previous.who.unnamed)
        ):
            return previous.who.again(0.7, "the one who spoke last")
        if before := self.cast.organisations_before(words.starts[index], _ORGANISATION_REACH):
            return self._as(before[-1].entity, 0.5, "the organisation named last")
        if previous is not None:
            return previous.who.again(0.4, "the one who spoke last")
        return self._unresolved(words.low[index], "group", "nobody before fits the pronoun")

    def _organisation_before(self, words: Paragraph, index: int, previous: Spoken | None) -> Resolved | None:
        """The organisation that the sentence before begins with, for "it": "The Treasury denied this. “…”, it said."."""
        here = words.sentence_index(index)
        if not here:
            return None
        low, high = words.sentences[here - 1]
        if previous is not None and words.starts[low] < previous.until:
            return None
        who = phrases.of_clause(words, low, high)
        if who is None or who[1] >= high or words.low[who[0]] in _PRONOUNS:
            return None
        organisation = self.resolve(words, *who)
        fits = organisation.proposed_kind == "organisation" and not organisation.unnamed
        return organisation.again(0.6, "whom the sentence before is about") if fits else None

    def _group_before(self, words: Paragraph, index: int) -> Resolved | None:
        """The plural subject of this sentence or the one before, for "they" and "their"."""
        here = words.sentence_index(index)
        for low, high in reversed(words.sentences[max(0, here - 1) : here + 1]):
            who = phrases.of_clause(words, low, min(high, index)) if low < index else None
            if who is None or who[1] >= min(high, index):
                continue
            if (
                not _is_plural(words.low[who[1] - 1])
                and who[1] - who[0] > 1
                and _is_plural(words.low[who[1] - 2])
            ):
                who = who[0], who[1] - 1  # "The authors disagree": no list has the verb
            parts = several.parts(words, who, ("en",), self.cast)
            if len(parts) > 1:
                return self.together(words, parts)
            head = words.low[who[1] - 1]
            if _is_plural(head):
                return self._described(words, *who)
        return None

    def _relative(self, words: Paragraph, index: int, previous: Spoken | None) -> Resolved:
        """The noun before "who", "which", "many of whom"."""
        low = words.low
        last = index
        while last > 0 and (low[last - 1] in (",", "many", "some") or low[last - 1] in PREPOSITIONS):
            last -= 1
        sentence = words.sentence_at(index)[0]
        start = noun_phrases.phrase_start(words, last, sentence) if last > sentence else None
        if start is None or low[start] in _RELATIVE:
            return self._unresolved(low[index], "person", "what the pronoun stands for cannot be told")
        start = noun_phrases.behind_verb(words, start, last)
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
        end = next((index for index in range(first + 1, last) if low[index] in PREPOSITIONS), last)
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
        if (issuer := self.issuers.before(kind, position)) is not None:
            words, who = issuer
            maker = self.together(words, several.parts(words, who, ("en",), self.cast), previous=previous)
            if not maker.unresolved:
                return maker.again(min(maker.confidence, 0.6), f"whose {kind} it is")
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
                if told_apart(holder.entity.name for holder in people if role in holder.entity.roles):
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
        end = next(
            (index for index in range(first + 1, last) if low[index] in PREPOSITIONS or low[index] == "who"),
            last,
        )
        head = low[end - 1].removesuffix("'s")
        # "More level-headed analysts" at the head of a sentence
        text = self._phrase(words, first + (low[first] == "more" and last - first > 1), last)
        named = any(words.upper[first + (low[first] in DETERMINERS) : end])
        named = named and not self._is_plain_plural(words, first, last)
        if named and low[first] in ("number", "no", "no.") and last - first == 2 and low[last - 1] == "10":
            return Resolved(text, "organisation", False, 0.85, "by name")
        if words.upper[end - 1] and head in ROLES and head != "general":
            return Resolved(text, "person", False, 0.85, "an office", office=True)
        if (
            head == "general"
            and end - first > 1
            and low[end - 2] in ROLES | {"secretary", "surgeon", "solicitor"}
        ):
            return Resolved(text, "person", False, 0.75, "an office", office=True)
        if head in THINGS or head in DOCUMENTS or head in ISSUED:
            return Resolved(text, "organisation", True, 0.5, "a document, or a thing")
        if head not in PLURAL_HEADS and (head in ORGANISATION_WORDS or (named and words.upper[end - 1])):
            return Resolved(text, "organisation", False, 0.75, "by name" if named else "as described")
        if (head.endswith("s") and not head.endswith("ss")) or head in PLURAL_HEADS:
            return Resolved(text, "group", True, _DESCRIBED, "not named")
        return Resolved(text, "person", True, _DESCRIBED if is_person(head) else 0.5, "not named")


def _is_plural(word: str) -> bool:
    return (
        word not in _PRONOUNS
        and (word.endswith("s") or word in PLURAL_HEADS)
        and not word.endswith(("ss", "'s"))
    )
