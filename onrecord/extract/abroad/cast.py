"""The people whom a text in another language names."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from onrecord.extract.abroad import cases
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.cast import Entity
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES

Range = tuple[int, int]

_REACH = 3000
_LONGEST_NAME = 5
MOST_PEOPLE = 200
# Family names that end as roles do.
_FAMILIES = ("mann", "meister", "bauer", "fischer", "vater", "wirt", "richter")


class Cast:
    """Everybody whom paragraphs in languages other than English name."""

    def __init__(self, text: str, paragraphs: Iterable[Laid], author: str | None) -> None:
        self.text = text
        self.author = author
        self._people: dict[str, Entity] = {}
        self._by_part: dict[str, list[Entity]] = {}
        self._namings: list[tuple[int, Entity]] = []
        for words in paragraphs:
            self._enter_all(words, words.lexicon)
        self._namings.sort(key=lambda naming: naming[0])

    def _enter_all(self, words: Laid, lexicon: Lexicon) -> None:
        """Enters every full name of a paragraph; a single word counts where its person is known by then."""
        index, count = 0, len(words)
        is_headline = (
            sum(words.upper) * 3 > count * 2 and not lexicon.table.nouns_upper and count > _LONGEST_NAME
        )
        if is_headline:
            return
        while index < count:
            if not words.upper[index] or not words.low[index][0].isalpha():
                index += 1
                continue
            first = index
            index += 1
            while index < count and (words.upper[index] or self._joins(words, lexicon, index)):
                index += 1
            self._enter_run(words, lexicon, first, index)

    def _joins(self, words: Laid, lexicon: Lexicon, index: int) -> bool:
        after = index + 1
        if words.low[index] not in lexicon.particles or after >= len(words):
            return False
        return words.upper[after] or (
            words.low[after] in lexicon.particles and after + 1 < len(words) and words.upper[after + 1]
        )

    def _enter_run(self, words: Laid, lexicon: Lexicon, first: int, last: int) -> None:
        if lexicon.table.nouns_upper:
            given_name = next((k for k in range(first, last) if self._is_given(words.low[k], lexicon)), None)
            if given_name is None:
                titled = last - first == 3 and lexicon.is_role(words.low[first])
                first = first + 1 if titled else last - 1  # "Pfarrerin Dorothee Kling"
            elif last - given_name > 3:
                first, last = given_name, given_name + 2
            else:
                first = given_name
        name = self.name_in(words, lexicon, first, last)
        if name is None:
            return
        start, end = name
        printed = self._printed(words, start, end)
        if end - start == 1:
            known = self._by_part.get(printed.casefold())
            if known:
                self._namings.append((words.starts[start], known[-1]))
            return
        if (
            any(lexicon.is_organisation(words.low[k]) for k in range(start, end))
            or end - start > _LONGEST_NAME
        ):
            return
        entity = self._person(printed, lexicon, words, start)
        self._namings.append((words.starts[start], entity))

    def _is_given(self, word: str, lexicon: Lexicon) -> bool:
        parts = word.split("-")
        return any(
            part in lexicon.given_names or part in MALE_NAMES or part in FEMALE_NAMES
            for part in (word, parts[0])
        )

    def _person(self, name: str, lexicon: Lexicon, words: Laid | None = None, index: int = 0) -> Entity:
        key = name.casefold()
        entity = self._people.get(key)
        if entity is None:
            declined = lexicon.code in ("pl", "ru", "uk")
            for known in [*islice(self._people.values(), MOST_PEOPLE)] if declined else []:
                if cases.is_same_name(known.name, name):
                    if self._is_given(name.split()[0].casefold(), lexicon) and not self._is_given(
                        known.name.split()[0].casefold(), lexicon
                    ):
                        known.name = name
                        self._know(known, name)
                    self._people[key] = known
                    return known
            entity = self._people[key] = Entity(name, "person")
            entity.gender = self._gender(name, lexicon)
            self._know(entity, name)
        if words is not None:
            self._describe(entity, lexicon, words, index)
        entity.full_mentions += 1
        return entity

    def _know(self, entity: Entity, name: str) -> None:
        parts = name.casefold().split()
        self._by_part.setdefault(parts[-1], []).append(entity)
        if len(parts) > 2:
            self._by_part.setdefault(" ".join(parts[1:]), []).append(entity)
        if len(parts) > 1:
            self._by_part.setdefault(parts[0], []).append(entity)

    def _describe(self, entity: Entity, lexicon: Lexicon, words: Laid, index: int) -> None:
        """Keeps the roles that stand beside a name, before it or behind its comma."""
        low = words.low
        last = index
        while last < len(low) and words.upper[last]:
            last += 1
        behind = (
            range(last + 1, min(last + 5, len(low))) if last < len(low) and low[last] == "," else range(0)
        )
        for k in (*range(max(0, index - 6), index), *behind):
            if lexicon.is_role(low[k]):
                entity.roles.add(low[k])
                entity.gender = entity.gender or lexicon.gender(low[k])

    def _gender(self, name: str, lexicon: Lexicon) -> str:
        given_name, *rest = name.casefold().split()
        known = lexicon.gender(given_name) or (
            "m" if given_name in MALE_NAMES else "f" if given_name in FEMALE_NAMES else ""
        )
        if known or lexicon.code in ("de", "fr", "nl"):
            return known
        family = rest[-1] if rest else ""
        if family.endswith(
            ("ова", "ева", "ина", "ская", "ska", "cka", "ська", "cька")
        ) or given_name.endswith(("a", "а", "я")):
            return "f"
        return "m" if given_name.endswith(("o", "й")) else ""

    def name_in(self, words: Laid, lexicon: Lexicon, first: int, last: int) -> Range | None:
        """The proper name at the end of a noun phrase, without titles and roles; None where there is none."""
        end = last
        low, upper = words.low, words.upper
        start = end
        while start > first and (
            (upper[start - 1] and low[start - 1] not in lexicon.times)
            or (start < end and low[start - 1] in lexicon.particles and start - 1 > first)
        ):
            start -= 1
        while start < end and (not upper[start] or not low[start][0].isalpha()):
            start += 1
        if start >= end:
            return None
        while start < end and (
            low[start] in lexicon.titles
            or (lexicon.is_role(low[start]) and not self._is_family_name(lexicon, low, first, start, end))
            or (low[start] in lexicon.articles and not self._begins_name(words, lexicon, first, start))
            or low[start] in lexicon.skipped
            or (low[start] in lexicon.prepositions and not self._begins_name(words, lexicon, first, start))
            or low[start] in lexicon.conjunctions
            or (
                bool(lexicon.kind(low[start])) and end - start > 1 and not self._is_given(low[start], lexicon)
            )
        ):
            start += 1
        if start >= end:
            return None
        joint = start
        while joint > first and low[joint - 1] in lexicon.articles and low[joint - 1] not in lexicon.of:
            joint -= 1
        if (
            joint > first
            and (low[joint - 1] in lexicon.of or low[joint - 1][-1:] == "'")
            and any(
                lexicon.is_role(low[k]) or lexicon.is_organisation(low[k]) for k in range(first, joint - 1)
            )
        ):
            # "the minister of Finance", but "ministro dell'Economia Fabrizio Donati"
            given_name = next((k for k in range(start + 1, end - 1) if self._is_given(low[k], lexicon)), None)
            if given_name is None and (
                end - start < 3
                or not all(upper[start:end])
                or any(lexicon.is_organisation(low[k]) for k in range(start, end))
            ):
                return None
            start = given_name if given_name is not None else end - 2
        if lexicon.table.nouns_upper:
            start = self._surname_first(words, lexicon, start, end)
        elif end - start > 2 and not self._is_given(low[start], lexicon):
            # "MSZ Paweł Wroński": a name begins with a given name
            start = next((k for k in range(start, end - 1) if self._is_given(low[k], lexicon)), start)
        return start, end

    def _is_family_name(self, lexicon: Lexicon, low: list[str], first: int, start: int, end: int) -> bool:
        """Whether a German word that ends as a role does is a name by itself: "sagte Hollmann"."""
        alone = lexicon.table.nouns_upper and start == end - 1
        return alone and (
            (start == first and low[start].endswith(_FAMILIES))
            or (start > first and low[start] in self._by_part)
        )

    def _begins_name(self, words: Laid, lexicon: Lexicon, first: int, index: int) -> bool:
        """Whether "Van", "De" or "La" with a capital inside a phrase begins a family name: "minister Van der Velde"."""
        return (
            index > first
            and words.upper[index]
            and words.low[index] in lexicon.particles
            and lexicon.is_role(words.low[index - 1])
        )

    def _surname_first(self, words: Laid, lexicon: Lexicon, start: int, end: int) -> int:
        """Where a name begins among words that all have capitals: "Statiker Jens Albers"."""
        given_name = next((k for k in range(start, end) if self._is_given(words.low[k], lexicon)), None)
        if given_name is not None:
            return given_name
        return max(start, end - 2)

    def _printed(self, words: Laid, start: int, end: int) -> str:
        return " ".join(self.text[words.starts[start] : words.ends[end - 1]].split())

    def _before(self, position: int) -> list[tuple[int, Entity]]:
        last = bisect_left(self._namings, position, key=lambda naming: naming[0])
        first = bisect_left(self._namings, position - _REACH, hi=last, key=lambda naming: naming[0])
        return self._namings[first:last]
