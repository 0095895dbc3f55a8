"""Who a mention stands for, inside one text: full names, roles, acronyms and pronouns.

A name stands for the fullest form in which the text gives it; a pronoun or a role for the nearest person it can
agree with. Everything is decided from the text before the mention, except that a person may be introduced in
full only later.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from onrecord.ingest.extract import subjects
from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.people import (
    DOCUMENTS,
    FEMALE_NAMES,
    FEMALE_TITLES,
    MALE_NAMES,
    MALE_TITLES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    PLURAL_HEADS,
    ROLES,
    SPEECH_NOUNS,
    TITLES,
)
from onrecord.ingest.extract.words import DETERMINERS, FINITE, PREPOSITIONS
from onrecord.text.names import name_key

Kind = Literal["person", "organisation", "group", "office"]
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE_END = re.compile(r"\s?['’]s?$")
_HYPHENATED_GIVEN = re.compile(r"[^\W\d_]+[-‑][^\W\d_]+")


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name. `positions` are where it is named, in ascending order."""

    name: str
    kind: Kind
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    positions: list[int] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a mention stands for. `entity` is None for somebody without a name in the text."""

    canonical: str
    kind: Kind
    unnamed: bool
    confidence: float
    reason: str
    entity: Entity | None = None


class Cast:
    """The people and organisations that a text names."""

    def __init__(self, text: str, paragraphs: Iterable[Paragraph]) -> None:
        self.text = text
        self.entities: list[Entity] = []
        self._by_key: dict[str, Entity] = {}
        self._by_family: dict[str, list[Entity]] = {}
        self._acronyms: dict[str, Entity] = {}
        self._people: list[tuple[int, Entity, bool]] = []
        runs = []
        for words in paragraphs:
            runs += [(words, first, last) for first, last in _runs(words)]
        # Full names first, so that a family name alone finds its person wherever it stands.
        short = []
        for words, first, last in runs:
            if not self._full(words, first, last):
                short.append((words, first, last))
        for words, first, last in short:
            self._short(words, first, last)
        self._people.sort(key=lambda one: one[0])

    # Collecting names

    def _full(self, words: Paragraph, first: int, last: int) -> bool:
        """Enters a run of capitalised words as a full name; False if it is a single name or none."""
        start, titles = _past_titles(words, first, last)
        if start >= last:
            return True
        low = words.low
        name = self.text[words.starts[start] : words.ends[last - 1]]
        name = _POSSESSIVE_END.sub("", name)
        if last - start == 1:
            return False
        organisation = any(low[k] in ORGANISATION_WORDS for k in range(first, last))
        if not organisation and last - start > 5:
            return True
        kind: Kind = "organisation" if organisation else "person"
        if organisation:
            name = _POSSESSIVE_END.sub("", self.text[words.starts[first] : words.ends[last - 1]])
            titles = []
        entity = self._enter(name, kind, words.starts[first])
        self._describe(entity, words, first, start, last, titles)
        if kind == "organisation":
            self._acronym(entity, words, first, last)
        return True

    def _enter(self, name: str, kind: Kind, position: int) -> Entity:
        key = name_key(name)
        entity = self._by_key.get(key)
        if entity is None:
            entity = Entity(name, kind)
            self.entities.append(entity)
            self._by_key[key] = entity
            if kind == "person":
                for family in _families(key, name):
                    self._by_family.setdefault(family, []).append(entity)
        entity.positions.append(position)
        return entity

    def _describe(
        self, entity: Entity, words: Paragraph, first: int, start: int, last: int, titles: list[str]
    ) -> None:
        low = words.low
        possessive = low[last - 1].endswith(("'s", "s'")) or (last < len(low) and low[last] in ("'s", "'"))
        at_head = not possessive and (
            any(first == head for head, _ in words.sentences)
            or (first > 0 and low[first - 1] in (",", QUOTE, "that"))
        )
        verb = low[last] if last < len(low) else ""
        subject = at_head or (not possessive and (verb in FINITE or verb.endswith("ed")))
        if entity.kind == "person":
            self._people.append((words.starts[first], entity, subject))
            if subject:
                entity.subjects.append(words.starts[first])
        entity.roles |= {title for title in titles if title in ROLES}
        given = low[start]
        if not entity.gender:
            if any(title in MALE_TITLES for title in titles) or given in MALE_NAMES:
                entity.gender = "m"
            elif any(title in FEMALE_TITLES for title in titles) or given in FEMALE_NAMES:
                entity.gender = "f"
        # "Antony Blinken, the U.S. Secretary of State," and "the Secretary of State, Antony Blinken"
        if last + 1 < len(low) and low[last] == ",":
            for at in range(last + 1, min(last + 14, len(low))):
                if low[at] in (",", QUOTE, ".") or low[at] in FINITE:
                    break
                if low[at] in ROLES:
                    entity.roles.add(low[at])
                if not entity.gender and low[at] in MALE_TITLES:
                    entity.gender = "m"
                if not entity.gender and low[at] in FEMALE_TITLES - {"her"}:
                    entity.gender = "f"
        if first < 2 or low[first - 1] != ",":
            return
        for at in range(first - 2, max(-1, first - 12), -1):
            if (
                low[at] in (",", QUOTE, ".")
                or low[at] in FINITE
                or (low[at].endswith("ed") and not words.upper[at])
            ):
                break
            if low[at] in ROLES:
                entity.roles.add(low[at])

    def _acronym(self, entity: Entity, words: Paragraph, first: int, last: int) -> None:
        low = words.low
        if last + 2 < len(low) and low[last] == "(" and low[last + 2] == ")" and words.upper[last + 1]:
            self._acronyms[low[last + 1]] = entity
            return
        letters = "".join(low[k][0] for k in range(first, last) if words.upper[k])
        if len(letters) > 2:
            self._acronyms.setdefault(letters, entity)

    def _short(self, words: Paragraph, first: int, last: int) -> None:
        """Enters a single name: a family name of somebody known, an acronym, or a name of its own."""
        start, titles = _past_titles(words, first, last)
        word = _POSSESSIVE_END.sub("", words.low[start])
        if word in NOT_NAMES:
            return
        raw = _POSSESSIVE_END.sub("", self.text[words.starts[start] : words.ends[start]])
        position = words.starts[first]
        if word in self._acronyms:
            self._acronyms[word].positions.append(position)
            return
        known = self._by_family.get(name_key(raw))
        if known:
            entity = self._nearest_of(known, position)
            entity.positions.append(position)
        elif titles or (raw.isupper() and len(raw) > 1):
            kind: Kind = "person" if titles else "organisation"
            entity = self._enter(raw, kind, position)
            if kind == "person":
                self._by_family.setdefault(name_key(raw), []).append(entity)
        else:
            return
        if entity.kind == "person":
            self._describe(entity, words, first, start, last, titles)

    def _nearest_of(self, entities: list[Entity], position: int) -> Entity:
        before = [entity for entity in entities if entity.positions and entity.positions[0] <= position]
        return (
            max(before, key=lambda entity: max(p for p in entity.positions if p <= position))
            if before
            else entities[0]
        )

    # Resolving

    def resolve(
        self,
        words: Paragraph,
        first: int,
        last: int,
        *,
        apposition: tuple[int, int] | None = None,
        previous: "Resolved | None" = None,
        previous_at: int = -1,
        author: str | None = None,
    ) -> Resolved:
        """Who the words from `first` to `last` stand for.

        `apposition` is what explains them ("the minister, Ann Lee, …"); `previous` is who spoke last, at
        `previous_at`.
        """
        low = words.low
        position = words.starts[first]
        head = low[first]
        if last - first == 1 and head in ("i", "we", "me", "my"):
            if author:
                return Resolved(author, "person", False, 0.8, "the author speaks in the first person")
            return Resolved(self._text(words, first, last), "person", True, 0.4, "the first person")
        if head in ("he", "she", "him", "his", "her") and (
            last - first == 1 or low[last - 1] in SPEECH_NOUNS
        ):
            return self._pronoun(
                "m" if head in ("he", "him", "his") else "f", words, first, previous, previous_at
            )
        if head in ("who", "whom", "which", "that") or (
            last - first > 1 and low[last - 1] in ("whom", "which")
        ):
            return self._relative(words, first, previous)
        if head in ("it", "they", "their", "its", "them") and (
            last - first == 1 or low[last - 1] in SPEECH_NOUNS
        ):
            return self._plural(words, first, previous, previous_at)
        if named := self._named(words, first, last, apposition):
            return named
        if pointed := self._role(words, first, last, previous, previous_at):
            return pointed
        return self._described(words, first, last)

    def named(self, printed: str) -> str:
        """The fullest form of a name that stands alone, as before a turn: "PENCE" may be Mike Pence."""
        key = name_key(printed)
        entity = self._by_key.get(key)
        if entity is None and (known := self._by_family.get(key)):
            entity = known[0]
        return entity.name if entity is not None else printed

    def _text(self, words: Paragraph, first: int, last: int) -> str:
        return " ".join(self.text[words.starts[first] : words.ends[last - 1]].split())

    def _named(
        self, words: Paragraph, first: int, last: int, apposition: tuple[int, int] | None
    ) -> Resolved | None:
        """A mention with a name in it: "Defense Minister Sergey Shoygu", "Mr. Burman", "KCNA"."""
        low = words.low
        end = last
        # "Len Burman of the Tax Policy Center" is Len Burman.
        for at in range(first + 1, last):
            if low[at] in PREPOSITIONS or low[at] in ("who", "(", ","):
                end = at
                break
        if apposition is not None and not any(
            low[k] in ROLES or low[k] in TITLES for k in range(first, last)
        ):
            apposition = None  # only "the minister, Ann Lee," is explained by a name
        runs = [(a, b) for a, b in _runs(words, first, end)]
        found = self._from_run(words, first, end, *runs[-1]) if runs and runs[-1][1] >= end else None
        if found is not None and found.entity is not None and found.kind == "person":
            return found
        if apposition is not None and (person := self._person_in(words, apposition)) is not None:
            return self._as(person, 0.9, "named beside the description")
        if end < last and any(low[k] in ORGANISATION_WORDS for k in range(first, last)):
            text = _ARTICLE.sub("", self._text(words, first, last), 1)
            if (
                low[end] == "of"
                and (found is None or found.entity is None)
                and any(words.upper[first:last])
                and low[end - 1] not in PLURAL_HEADS
            ):
                return Resolved(text, "organisation", False, 0.8, "by name")
        return found

    def _person_in(self, words: Paragraph, part: tuple[int, int]) -> Entity | None:
        """The person who is named at the head of a part of a sentence."""
        for first, last in _runs(words, *part):
            start, _ = _past_titles(words, first, last)
            if first != part[0] or start >= last:
                return None
            name = _POSSESSIVE_END.sub("", self.text[words.starts[start] : words.ends[last - 1]])
            entity = self._by_key.get(name_key(name))
            return entity if entity is not None and entity.kind == "person" else None
        return None

    def _from_run(self, words: Paragraph, first: int, end: int, a: int, b: int) -> Resolved | None:
        low = words.low
        start, titles = _past_titles(words, a, b)
        if start < b:
            name = _POSSESSIVE_END.sub("", self.text[words.starts[start] : words.ends[b - 1]])
            whole = _POSSESSIVE_END.sub("", self.text[words.starts[a] : words.ends[b - 1]])
            entity = self._by_key.get(name_key(name)) or self._by_key.get(name_key(whole))
            if entity is None and b - start == 1:
                word = _POSSESSIVE_END.sub("", low[start])
                entity = self._acronyms.get(word)
                if entity is None and (known := self._by_family.get(name_key(name))):
                    entity = self._nearest_of(known, words.starts[a])
            if entity is not None and (entity.kind == "person" or a == first or low[first] in DETERMINERS):
                if entity.kind == "organisation" and a > first + 1:
                    return None
                return self._as(entity, 0.95, "by name")
            if b >= end and (a == first or low[first] in DETERMINERS) and a <= first + 1:
                kind: Kind = "person" if titles else "organisation"
                text = _ARTICLE.sub("", self._text(words, first, end), 1)
                return Resolved(_POSSESSIVE_END.sub("", text), kind, False, 0.8, "by name")
        return None

    def _as(self, entity: Entity, confidence: float, reason: str) -> Resolved:
        return Resolved(_ARTICLE.sub("", entity.name, 1), entity.kind, False, confidence, reason, entity)

    def _pronoun(
        self, gender: str, words: Paragraph, at: int, previous: "Resolved | None", previous_at: int
    ) -> Resolved:
        position = words.starts[at]
        sentence = next((words.starts[low] for low, high in words.sentences if low <= at < high), words.start)
        here: list[tuple[int, Entity, bool]] = []
        near: list[tuple[int, Entity, bool]] = []
        for where, entity, subject in self._people:
            if where >= position:
                break
            if entity.gender not in ("", gender):
                continue
            if where >= sentence:
                here.append((where, entity, subject))
            elif where >= position - 2500:
                near.append((where, entity, subject))
        subjects_here = [one for one in here if one[2]]
        if subjects_here:
            return self._as(subjects_here[-1][1], 0.8, "the person named before in the sentence")
        fits = (
            previous is not None
            and previous.entity is not None
            and previous.entity.kind == "person"
            and previous.entity.gender in ("", gender)
        )
        subjects_near = [one for one in near if one[2]]
        if fits and previous is not None and previous.entity is not None:
            later = [one for one in subjects_near if one[0] > previous_at and one[1] is not previous.entity]
            if not later:
                return self._as(previous.entity, 0.8, "the one who spoke last")
            return self._as(later[-1][1], 0.65, "the person last named as a subject")
        if (
            previous is not None
            and previous.entity is None
            and previous.kind == "person"
            and position - previous_at < 600
        ):
            if not [one for one in subjects_near if one[0] > previous_at]:
                return Resolved(
                    previous.canonical, previous.kind, previous.unnamed, 0.6, "the one who spoke last"
                )
        if subjects_near:
            return self._as(subjects_near[-1][1], 0.65, "the person last named as a subject")
        if here or near:
            return self._as((here or near)[-1][1], 0.5, "the person named last")
        return Resolved(self._text(words, at, at + 1), "person", True, 0.2, "nobody before fits the pronoun")

    def _relative(self, words: Paragraph, at: int, previous: "Resolved | None") -> Resolved:
        low = words.low
        last = at
        while last > 0 and (low[last - 1] in (",", "of", "many", "some") or low[last - 1] in PREPOSITIONS):
            last -= 1
        first = max((low_ for low_, high in words.sentences if low_ <= at < high), default=0)
        start = subjects.phrase_start(words, last, first) if last > first else None
        if start is None:
            return Resolved(
                self._text(words, at, at + 1),
                "person",
                True,
                0.3,
                "what the pronoun stands for cannot be told",
            )
        return self.resolve(words, start, last, previous=previous)

    def _plural(self, words: Paragraph, at: int, previous: "Resolved | None", previous_at: int) -> Resolved:
        low = words.low
        it = low[at] in ("it", "its")
        if not it and (group := self._group_before(words, at)) is not None:
            return group
        if previous is not None and (previous.kind != "person" or (not it and previous.unnamed)):
            return Resolved(
                previous.canonical,
                previous.kind,
                previous.unnamed,
                0.7,
                "the one who spoke last",
                previous.entity,
            )
        wanted: Kind = "organisation"
        position = words.starts[at]
        before = [
            (p, entity)
            for entity in self.entities
            if entity.kind == wanted
            for p in entity.positions
            if position - 1500 < p < position
        ]
        if before:
            return self._as(max(before, key=lambda one: one[0])[1], 0.5, "the organisation named last")
        if previous is not None:
            return Resolved(
                previous.canonical,
                previous.kind,
                previous.unnamed,
                0.4,
                "the one who spoke last",
                previous.entity,
            )
        return Resolved(self._text(words, at, at + 1), "group", True, 0.2, "nobody before fits the pronoun")

    def _group_before(self, words: Paragraph, at: int) -> Resolved | None:
        """The plural subject of a sentence before, for "they" and "their"."""
        for low, high in [one for one in words.sentences if one[0] < at][-2:][::-1]:
            limit = min(high, at)
            who = subjects.of_clause(words, low, limit)
            if who is None or who[1] >= limit:
                continue
            head = words.low[who[1] - 1]
            if head in ("they", "it", "he", "she", "i", "we"):
                continue
            if head.endswith("s") or head in PLURAL_HEADS:
                return self._described(words, *who)
        return None

    def _role(
        self, words: Paragraph, first: int, last: int, previous: "Resolved | None", previous_at: int
    ) -> Resolved | None:
        """ "the minister", "the DPRK leader", "the report": a definite description of somebody known."""
        low = words.low
        if low[first] not in ("the", "this") and not (words.upper[last - 1] and low[last - 1] in ROLES):
            return None
        position = words.starts[first]
        end = next((k for k in range(first + 1, last) if low[k] in PREPOSITIONS), last)
        head = low[end - 1]
        if head in DOCUMENTS:
            if previous is not None and position - previous_at < 1500:
                return Resolved(
                    previous.canonical,
                    previous.kind,
                    previous.unnamed,
                    0.6,
                    f"whoever issued the {head}",
                    previous.entity,
                )
            return None
        if head not in ROLES:
            if head in ORGANISATION_WORDS and end == last and last - first == 2:
                before = [
                    (p, entity)
                    for entity in self.entities
                    if entity.kind == "organisation" and head in entity.name.lower().split()
                    for p in entity.positions
                    if p < position
                ]
                if before:
                    return self._as(max(before, key=lambda one: one[0])[1], 0.7, f"the {head} named before")
                if previous is not None and previous.kind == "organisation" and previous.entity is not None:
                    return self._as(previous.entity, 0.5, "the organisation that spoke last")
            return None
        people = [(p, e) for p, e, _ in self._people if p < position]
        with_role = [(p, e) for p, e in people if head in e.roles]
        if with_role:
            return self._as(with_role[-1][1], 0.7, f"the {head} named before")
        subjects_ = [
            (p, e)
            for p, e, subject in self._people
            if p < position and subject and not e.roles and position - p < 4000
        ]
        if subjects_:
            return self._as(subjects_[-1][1], 0.45, f"no other {head} is named")
        return None

    def _described(self, words: Paragraph, first: int, last: int) -> Resolved:
        """Somebody without a name: the phrase itself."""
        low = words.low
        end = next((k for k in range(first + 1, last) if low[k] in PREPOSITIONS or low[k] == "who"), last)
        head = low[end - 1]
        text = _ARTICLE.sub("", self._text(words, first, last), 1)
        if low[first] == "more" and words.upper[first]:
            text = text.split(" ", 1)[-1]
        named = any(words.upper[first + (low[first] in DETERMINERS) : end])
        if head not in PLURAL_HEADS and (head in ORGANISATION_WORDS or (named and words.upper[end - 1])):
            return Resolved(text, "organisation", False, 0.75, "by name" if named else "as described")
        if (head.endswith("s") and not head.endswith("ss")) or head in PLURAL_HEADS:
            return Resolved(text, "group", True, 0.7, "not named")
        return Resolved(text, "person", True, 0.7, "not named")


def _families(key: str, name: str) -> list[str]:
    """The words of a person's name by which alone he or she may be called: the family name, wherever it stands."""
    parts = key.split()
    words = name.split()
    found = [parts[-1]] if parts else []
    if len(words) == 2 and _HYPHENATED_GIVEN.fullmatch(words[1]):
        found = [parts[0]]
    elif len(words) == 3 and len(parts) >= 3 and words[-1].lower() in ("jr.", "jr", "sr.", "ii", "iii"):
        found = [parts[1]]
    # People are also called by their given names, in features and of the famous.
    if len(parts) > 1:
        found.append(parts[0])
    return found


def _runs(words: Paragraph, low: int = 0, high: int | None = None) -> Iterable[tuple[int, int]]:
    """Runs of capitalised words that may be names, as ranges of words; "of" and "the" join within organisations."""
    count = len(words) if high is None else high
    lows, uppers = words.low, words.upper
    at = low
    while at < count:
        if not uppers[at] or lows[at] in NOT_NAMES:
            at += 1
            continue
        first = at
        at += 1
        while at < count:
            if lows[at - 1].endswith(("'s", "s'")):
                break
            if uppers[at] and lows[at] not in NOT_NAMES:
                at += 1
            elif lows[at] in PARTICLES and at + 1 < count and uppers[at + 1]:
                at += 2
            elif lows[at] in ("of", "for", "and", "on") and _joins(words, at, count):
                at += 2 if uppers[at + 1] else 3
            else:
                break
        yield first, at


def _joins(words: Paragraph, at: int, count: int) -> bool:
    """Whether "Department of State", "Institute for the Study of War" go on at the preposition at word `at`."""
    lows, uppers = words.low, words.upper
    before = lows[at - 1]
    if lows[at] in ("and", "on", "for"):
        return (
            before in ORGANISATION_WORDS
            and at + 1 < count
            and uppers[at + 1]
            and lows[at + 1] not in NOT_NAMES
            and lows[at] != "and"
        )
    following = at + 1
    if following < count and lows[following] == "the":
        following += 1
    if following >= count or not uppers[following] or lows[following] in NOT_NAMES - {"the"}:
        return False
    return before in ORGANISATION_WORDS or before in TITLES


def _past_titles(words: Paragraph, first: int, last: int) -> tuple[int, list[str]]:
    """Where the name begins behind its titles, and the titles."""
    low = words.low
    if all(low[at] in TITLES for at in range(first, last)):
        return last, list(low[first:last])
    behind = max((at + 1 for at in range(first, last - 1) if low[at] in TITLES), default=first)
    return behind, [low[at] for at in range(first, behind) if low[at] in TITLES]
