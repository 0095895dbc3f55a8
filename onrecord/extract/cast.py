"""The people and organisations that a text names, and where it names them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.extract.lexicon import CUES, NOUNISH
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import (
    FEMALE_TITLES,
    MALE_TITLES,
    MEN,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_ENDINGS,
    PLACES,
    ROLES,
    TITLES,
    WOMEN,
    is_person,
)
from onrecord.extract.words import DETERMINERS, FINITE
from onrecord.model.record import fresh, mutable
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.namekeys import is_numeral, name_key
from onrecord.text.ordinals import counted, told_apart
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

Kind = Literal["person", "organisation", "group", "office"]

_POSSESSIVE_END = lazy(r"\s?['’]s?$")
_HYPHENATED_GIVEN = lazy(r"[^\W\d_]+[-‑][^\W\d_]+")
_GENERATIONS = frozenset("jr jr. sr sr.".split())
_EPITHET = lazy(
    r"(?i) the (?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|elder|younger|great|terrible|bald|bold|fat|good|pious|wise|lionheart)$"
)
# Longer runs of capitalised words are headlines.
_LONGEST_NAME = 5
# What the learned and the honoured put behind their names.
_LETTERS_BEHIND = frozenset("kc qc mp msp mep obe mbe cbe phd md frs".split())


@mutable
class Entity:
    """Somebody or something with a name. `gender` is m, f or unknown; `roles` are words such as "minister"."""

    name: str
    kind: Kind
    gender: str = ""
    roles: set[str] = fresh(default_factory=set)
    full_mentions: int = 0


class Naming(NamedTuple):
    """One place where an entity is named; `subject`: as the subject of a clause, as far as that can be told."""

    position: int
    entity: Entity
    subject: bool


class Cast:
    """Everybody who is named in a text. Positions are code points of the text."""

    def __init__(self, text: str, paragraphs: Iterable[Paragraph]) -> None:
        self.text = text
        self._by_key: dict[str, Entity] = {}
        self._by_family: dict[str, list[Entity]] = {}
        self._acronyms: dict[str, Entity] = {}
        self._people: list[Naming] = []
        self._organisations: list[Naming] = []
        single: list[tuple[Paragraph, int, int]] = []
        # Full names first, so that a family name alone finds its person wherever it stands.
        for words in paragraphs:
            if _is_headline(words):
                continue
            for first, last in runs_in(words):
                if not self._enter_full(words, first, last):
                    single.append((words, first, last))
        for words, first, last in single:
            self._enter_single(words, first, last)
        self._people.sort(key=lambda naming: naming.position)
        self._organisations.sort(key=lambda naming: naming.position)

    def people_before(self, position: int, reach: int) -> Sequence[Naming]:
        """Where people are named in the `reach` characters before a position, in order."""
        return _window(self._people, position, reach)

    def organisations_before(self, position: int, reach: int) -> Sequence[Naming]:
        """Where organisations are named in the `reach` characters before a position, in order."""
        return _window(self._organisations, position, reach)

    def called(self, name: str, titles: Sequence[str] = ()) -> Entity | None:
        """Who goes by a name: the full one, an acronym, or a family name.

        Of several with one family name it is the one whom the text names most: relatives are given in full.
        `titles` rule out those of the other sex.
        """
        key = name_key(name)
        known_as = self._by_key.get(key) or self._acronyms.get(name.lower())
        if known_as is None and (known := self._by_family.get(key)):
            known_as = _most_named(known, titles)
        return known_as

    def namesakes(self, name: str) -> bool:
        """Whether a name is that of several who are told apart by a number only, so that nobody knows which it is."""
        key = name_key(name)
        if key in self._by_key:
            return False
        return told_apart(person.name for person in self._by_family.get(key, ()))

    def name_of(self, words: Paragraph, first: int, last: int) -> str:
        """The words as a name: in one line, without a possessive ending."""
        name = " ".join(self.text[words.starts[first] : words.ends[last - 1]].split())
        return _POSSESSIVE_END.sub("", name) if "'" in name or "’" in name else name

    def _enter_full(self, words: Paragraph, first: int, last: int) -> bool:
        """Enters a run of capitalised words as a full name; False if it is a single word."""
        start, titles = past_titles(words, first, last)
        if start >= last:
            return True
        if last - start == 1:
            return False
        low = words.low
        if words.starts[first] and self.text[words.starts[first] : words.ends[last - 1]].isupper():
            return True  # the place a report is dated from
        if any(low[index] in ORGANISATION_WORDS for index in range(start, last)) or is_organisation(
            self.name_of(words, start, last)
        ):
            entity = self._enter(self.name_of(words, first, last), "organisation", words.starts[first])
            self._enter_acronym(entity, words, first, last)
        elif low[start] in PLACES or (low[last - 1] in PLACE_ENDINGS and not _gender([low[start]])):
            self._enter(self.name_of(words, first, last), "organisation", words.starts[first])
        elif last - start <= _LONGEST_NAME:
            bare = last - (low[last - 1] in _LETTERS_BEHIND and last - start > 2)
            entity = self._enter(self.name_of(words, start, bare), "person", words.starts[first])
            if bare < last:
                self._by_key.setdefault(name_key(self.name_of(words, start, last)), entity)
            self._describe(entity, words, first, last, titles)
        return True

    def _enter_single(self, words: Paragraph, first: int, last: int) -> None:
        """Enters a single name: a family name of somebody known, an acronym, or a name of its own."""
        start, titles = past_titles(words, first, last)
        name = self.name_of(words, start, start + 1)
        if name.lower() in NOT_NAMES:
            return
        position = words.starts[first]
        acronym = self._acronyms.get(name.lower())
        known = self._by_family.get(name_key(name))
        if acronym is not None:
            entity = acronym
            self._organisations.append(Naming(position, entity, False))
        elif known:
            entity = _most_named(known, titles)
        elif (
            titles
            or (_gender([name.lower()]) and not words.begins_sentence(first))
            or (name[1:].islower() and _explains_somebody(words, first, last))
        ):
            entity = self._enter(name, "person", position)
            self._by_family.setdefault(name_key(name), []).append(entity)
        elif name.isupper() and len(name) > 1:
            entity = self._enter(name, "organisation", position)
        else:
            return
        if entity.kind == "person":
            self._describe(entity, words, first, last, titles)

    def _enter(self, name: str, kind: Kind, position: int) -> Entity:
        key = name_key(name)
        entity = self._by_key.get(key)
        if entity is None:
            entity = self._by_key[key] = Entity(name, kind)
            if kind == "person":
                for alone in _called_alone(key, name):
                    self._by_family.setdefault(alone, []).append(entity)
        entity.full_mentions += 1
        if entity.kind == "organisation":
            self._organisations.append(Naming(position, entity, False))
        return entity

    def _enter_acronym(self, entity: Entity, words: Paragraph, first: int, last: int) -> None:
        low = words.low
        if last + 2 < len(low) and low[last] == "(" and low[last + 2] == ")" and words.upper[last + 1]:
            self._acronyms[low[last + 1]] = entity
            return
        if (
            last + 2 < len(low)
            and low[last] == low[last + 2] == ","
            and self.text[words.starts[last + 1] : words.ends[last + 1]].isupper()
        ):
            self._acronyms[low[last + 1]] = entity  # "the Nordavian Press Agency, NAP,"
            return
        initials = "".join(low[index][0] for index in range(first, last) if words.upper[index])
        if len(initials) > 2:
            self._acronyms.setdefault(initials, entity)

    def _describe(self, entity: Entity, words: Paragraph, first: int, last: int, titles: list[str]) -> None:
        """Keeps what stands beside a person's name: titles, appositions, and whether it is a subject."""
        low = words.low
        entity.roles |= {title for title in titles if title in ROLES}
        self._people.append(Naming(words.starts[first], entity, _is_subject(words, first, last)))
        if not entity.gender:
            start, _ = past_titles(words, first, last)
            entity.gender = _gender([*titles, low[start]]) or _gender_by_ending(low[start:last])
        if last + 1 < len(low) and low[last] == ",":
            # "Ann Lee, the minister of finance, …"
            for index in range(last + 1, min(last + 14, len(low))):
                if low[index] in (",", QUOTE, ".") or low[index] in FINITE:
                    break
                entity.roles |= {low[index]} & ROLES
                if not entity.gender and low[index] != "her":
                    entity.gender = _gender([low[index]])
        if first >= 2 and low[first - 1] == ",":
            # "the minister of finance, Ann Lee"; "her brother, Rui"
            if not entity.gender:
                entity.gender = "m" if low[first - 2] in MEN else "f" if low[first - 2] in WOMEN else ""
            for index in range(first - 2, max(-1, first - 12), -1):
                if low[index] in (",", QUOTE, ".") or low[index] in FINITE or _is_past(words, index):
                    break
                entity.roles |= {low[index]} & ROLES


def _window(namings: list[Naming], position: int, reach: int) -> Sequence[Naming]:
    first = bisect_left(namings, position - reach, key=lambda naming: naming.position)
    return namings[first : bisect_left(namings, position, lo=first, key=lambda naming: naming.position)]


def _most_named(entities: list[Entity], titles: Sequence[str]) -> Entity:
    gender = _gender(titles)
    fitting = [entity for entity in entities if not gender or entity.gender in ("", gender)]
    return max(fitting or entities, key=lambda entity: entity.full_mentions)


def _is_headline(words: Paragraph) -> bool:
    """Whether most of many words are capitalised, so that capitals tell nothing of names."""
    if words.quotes:
        return False
    count = sum([word[0].isalpha() for word in words.low])
    return count > 6 and sum(words.upper) * 3 > count * 2


def _is_past(words: Paragraph, index: int) -> bool:
    return words.low[index].endswith("ed") and not words.upper[index]


def _is_subject(words: Paragraph, first: int, last: int) -> bool:
    low = words.low
    following = low[last] if last < len(low) else ""
    if low[last - 1].endswith(("'s", "s'")) or following in ("'s", "'"):
        return False
    return (
        words.begins_sentence(first)
        or (first > 0 and low[first - 1] in (",", QUOTE, "that"))
        or following in FINITE
        or following.endswith("ed")
    )


def _gender(words: Iterable[str]) -> str:
    for word in words:
        if word in MALE_TITLES or word in MALE_NAMES:
            return "m"
        if word in FEMALE_TITLES or word in FEMALE_NAMES:
            return "f"
    return ""


def _gender_by_ending(name: list[str]) -> str:
    """Given names in -a are mostly women's in Europe, and family names in -ova, -ska and the like always are."""
    family = _POSSESSIVE_END.sub("", name[-1])
    if len(name) > 1 and (name[0].endswith("a") or family.endswith(("ova", "eva", "ska", "skaya"))):
        return "f"
    return ""


def _counts(word: str) -> bool:
    """Whether a word in lower case tells apart those of one name: "iii", "jr."; "xi" and "vi" are names too."""
    return word in _GENERATIONS or (
        len(word) > 1 and set(word) <= set("ivx") and word not in ("xi", "vi") and is_numeral(word)
    )


def _is_number(word: str) -> bool:
    """Whether a word as printed is a number, or a letter by which nobody is called."""
    return word.isupper() and (len(word.rstrip(".")) == 1 or is_numeral(word))


def _called_alone(key: str, name: str) -> list[str]:
    """The keys of the words by which alone a person may be called: the family name, wherever it stands, and the given one."""
    parts, words = key.split(), name.split()
    if _EPITHET.search(name):
        parts, words = list(counted(name).words), words[:-2]
    if len(parts) < 2:
        return parts
    if len(words) == 2 and _HYPHENATED_GIVEN.fullmatch(words[1]):  # Kim Jong-un
        return [parts[0]]
    while len(parts) > 1 and len(words) > 1 and (_counts(words[-1].lower()) or _is_number(words[-1])):
        parts, words = parts[:-1], words[:-1]
    return [parts[-1], parts[0]] if len(parts) > 1 else parts


def past_titles(words: Paragraph, first: int, last: int) -> tuple[int, list[str]]:
    """Where the name begins behind its titles, and the titles; `last` if there are only titles."""
    low = words.low
    if TITLES.isdisjoint(low[first:last]):
        return first + _begins_with_noun(words, first, last), []
    if all(low[index] in TITLES for index in range(first, last)):
        return last, low[first:last]
    if low[last - 1] in ORGANISATION_WORDS:
        return first, []  # "the Interior Ministry", "the Justice Department"
    # "Martin Luther King Jr.": what counts those of a name is no name behind a title.
    end = last - 1
    while end > first and _counts(low[end]):
        end -= 1
    behind = max((index + 1 for index in range(first, end) if low[index] in TITLES), default=first)
    return behind, [low[index] for index in range(first, behind) if low[index] in TITLES]


def _explains_somebody(words: Paragraph, first: int, last: int) -> bool:
    """Whether a name of one word stands between commas behind what somebody is: "my guide, Tenzin, laughed"."""
    low = words.low
    if first < 3 or last >= len(low) or low[first - 1] != "," or low[last] != ",":
        return False
    return is_person(low[first - 2]) and not words.upper[first - 2] and low[first - 3] in DETERMINERS


def _begins_with_noun(words: Paragraph, first: int, last: int) -> bool:
    """Whether the first word of a run has its capital from the sentence: "Firefighter Ann Lee", "Glaciologist Bo Quist"."""
    word = words.low[first]
    given = words.low[first + 1] if first + 1 < last else ""
    return (
        last - first > 2
        and (is_person(word) or word.startswith("co-") or given in MALE_NAMES or given in FEMALE_NAMES)
        and word not in ORGANISATION_WORDS
        and word not in PLACES
        and word not in MALE_NAMES
        and word not in FEMALE_NAMES
        and words.begins_sentence(first)
    )


def runs_in(words: Paragraph, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that may be names, as ranges of words; "of" and "for" join within organisations."""
    count = len(words) if high is None else high
    lows, uppers = words.low, words.upper
    index = low
    while index < count:
        if not uppers[index] or lows[index] in NOT_NAMES or _is_verb(words, index):
            index += 1
            continue
        first = index
        index += 1
        while index < count and not lows[index - 1].endswith(("'s", "s'")):
            if uppers[index] and lows[index] not in NOT_NAMES:
                index += 1
            elif index + 1 < count and _joins_the_next(words, index):
                index += 2
            elif lows[index] in ("of", "for", "on") and (after := _joined(words, index, count)) is not None:
                index = after
            else:
                break
        yield first, index


def _is_verb(words: Paragraph, index: int) -> bool:
    """Whether a verb of saying begins a sentence: "Added Lee, “…”"."""
    known = CUES.get(words.low[index])
    return (
        known is not None
        and known[1] == "past"
        and words.low[index] not in NOUNISH
        and words.begins_sentence(index)
    )


def _joins_the_next(words: Paragraph, index: int) -> bool:
    """Whether a small word is part of a name with the next: "von", or "the" of "Henry the Eighth", "Henry the 8th"."""
    word = words.low[index + 1]
    if words.low[index] in PARTICLES and words.upper[index + 1]:
        return True
    told_apart_by_it = words.low[index] == "the" and (words.upper[index + 1] or word[0].isdigit())
    return told_apart_by_it and _EPITHET.fullmatch(f" the {word}") is not None


def _joined(words: Paragraph, index: int, count: int) -> int | None:
    """Behind "of State", "for the Study of War" at word `index`, where they go on with a name; None where they do not."""
    lows, uppers = words.low, words.upper
    if lows[index - 1] not in ORGANISATION_WORDS and (lows[index] != "of" or lows[index - 1] not in TITLES):
        return None
    following = index + 1
    if lows[index] == "of" and following < count and lows[following] == "the":
        following += 1
    if following >= count or not uppers[following] or lows[following] in NOT_NAMES:
        return None
    return following + 1
