"""Who is named by a mention, in languages other than English: people and organisations, by full names, family names and papers."""

from itertools import islice

from onrecord.extract.abroad import affiliation, bare, cases, heads
from onrecord.extract.abroad.cast import MOST_PEOPLE, Cast
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.cast import Entity
from onrecord.extract.names import EITHER, ONE_WORD
from onrecord.extract.resolved import Resolved
from onrecord.text.ordinals import told_apart
from onrecord.text.patterns import lazy

# Behind a German article in the genitive.
OF_GERMAN = frozenset(["des", "eines"])


# "die 91-jährige Emmi Kolb"
_AGED = lazy(r"\d+-jährigen?r?")


class Named(Cast):
    """Tells whom names stand for."""

    def _plainly(self, words: Laid, name: str) -> Resolved:
        """A name in a language that is read by patterns; a family name stands for the full one before it."""
        organisation = any(name.endswith(word) for word in words.lexicon.table.organisations.split())
        if bare.is_unnamed(name, words.lexicon):
            return Resolved(name, "person", True, 0.7, "not named")
        if organisation:
            return Resolved(name, "organisation", False, 0.85, "by name", self._people.get(name))
        known = self._people.get(name)
        if known is None:
            begins = words.lexicon.table.joined or words.code == "ko"
            known = next(
                (
                    person
                    for person in islice(self._people.values(), MOST_PEOPLE)
                    if (person.name.startswith(name) if begins else name in person.name.split())
                    and not bare.holds_role(person.name, words.lexicon)
                ),
                None,
            ) or Entity(name, "person")
            self._people[name] = known
        return Resolved(known.name, "person", False, 0.85, "by name", known)

    def _named(
        self, words: Laid, lexicon: Lexicon, first: int, last: int, oblique: bool, place: bool = False
    ) -> Resolved | None:
        last = affiliation.without(words, lexicon, first, last)
        printed_name = self.name_in(words, lexicon, first, last)
        if printed_name is None:
            return None
        start, end = printed_name
        low = words.low
        if lexicon.table.nouns_upper and end - start == 2 and self._is_family_name_alone(words, start):
            end -= 1  # "kündigte Lis Revision an"
        head = first + (low[first] in lexicon.articles and not lexicon.is_role(low[first]))
        if not self._is_person_of(words, lexicon, head, start, end) and any(
            lexicon.is_organisation(low[k]) for k in range(head, end)
        ):
            name = self._printed(words, head, end)
            if oblique:
                name = cases.description_in_first_case(name, lexicon.code, place=place)
                name = cases.without_genitive(name) if low[first] in OF_GERMAN else name
            return Resolved(name, "organisation", not any(words.upper[head:end]), 0.85, "by name")
        printed = self._printed(words, start, end)
        if heads.is_titled_by_article(words, lexicon, first, start) and low[end - 1] not in self._by_part:
            return Resolved(self._printed(words, first, end), "organisation", False, 0.8, "by name")
        if lexicon.table.nouns_upper and low[first] in lexicon.articles:
            named = any(self._is_given(low[k], lexicon) for k in range(start, end))
            if not named and not any(
                lexicon.is_role(low[k]) or low[k] in lexicon.titles or _AGED.fullmatch(low[k])
                for k in range(first, start)
            ):
                return None  # any two nouns
        if end - start == 1 and heads.tells_of_what(words, lexicon, head, start):
            return None
        if end - start == 1:
            return self._single(words, lexicon, first, start, printed, oblique)
        name = cases.name_in_first_case(printed, lexicon.code, lexicon.gender) if oblique else printed
        if oblique and lexicon.code in ("pl", "ru", "uk"):
            known = next(
                (
                    person
                    for person in islice(self._people.values(), MOST_PEOPLE)
                    if self._is_given(person.name.split()[0].casefold(), lexicon)
                    and cases.is_same_name(person.name, name)
                ),
                None,
            )
            if known is not None:
                return Resolved(known.name, "person", False, 0.9, "by name", known)
        entity = self._people.get(name.casefold()) or self._person(name, lexicon, words, start)
        return Resolved(entity.name if not oblique else name, "person", False, 0.95, "by name", entity)

    def _is_family_name_alone(self, words: Laid, index: int) -> bool:
        """Whether the word is somebody's family name, and what follows another noun."""
        known = self._by_part.get(words.low[index])
        printed = self._printed(words, index, index + 2).casefold()
        return (
            bool(known)
            and printed not in self._people
            and not self._is_given(words.low[index], words.lexicon)
        )

    def _is_person_of(self, words: Laid, lexicon: Lexicon, head: int, start: int, end: int) -> bool:
        """Whether somebody is named behind an organisation: "the police spokeswoman Ann Lee"."""
        given_name = words.low[start]
        base = cases.name_in_first_case(self._printed(words, start, end), lexicon.code, lexicon.gender)
        known = (
            self._is_given(given_name, lexicon)
            or self._is_given(base.split()[0].lower(), lexicon)
            or (head < start and heads.names_head(words, lexicon, head, start))
        )
        return (
            end - start > 1
            and known
            and not any(lexicon.is_organisation(words.low[k]) for k in range(start, end))
        )

    def _single(
        self, words: Laid, lexicon: Lexicon, first: int, head: int, printed: str, oblique: bool
    ) -> Resolved | None:
        """A family name alone, an acronym, or in German any noun."""
        name = cases.name_in_first_case(printed, lexicon.code, lexicon.gender) if oblique else printed
        for key in (printed.casefold(), name.casefold(), printed.casefold().removesuffix("s")):
            if known := self._by_part.get(key):
                gender = next((g for k in range(first, head) if (g := lexicon.gender(words.low[k]))), "")
                fitting = [person for person in known if not gender or person.gender in ("", gender)] or known
                best = max(fitting, key=lambda person: person.full_mentions)
                if len(fitting) > 1 and told_apart(person.name for person in fitting):
                    return Resolved(best.name, "person", False, 0.4, "by a name that several have", best)
                return Resolved(best.name, "person", False, 0.9, "by name", best)
        if printed.casefold() in lexicon.groups:
            return None
        titled = any(
            words.low[k] in lexicon.titles or lexicon.is_role(words.low[k]) for k in range(first, head)
        )
        given = self._is_given(printed.casefold(), lexicon)
        if (
            titled
            and not given
            and not oblique
            and head > first
            and cases.may_be_place(printed, lexicon.code)
        ):
            return None  # "мер Кременця"
        if lexicon.table.nouns_upper and not titled:
            if words.low[first] in lexicon.articles:
                return None
            if printed.isupper() and len(printed) > 1:
                return Resolved(printed, "organisation", False, 0.7, "by name")
            if head != first or lexicon.is_organisation(words.low[head]) or words.low[head] in lexicon.groups:
                return None
        if printed.isupper() and len(printed) > 1:
            return Resolved(printed, "organisation", False, 0.85, "by name")
        entity = self._person(name, lexicon)
        if titled or self._is_given(printed.casefold(), lexicon):
            return Resolved(name, "person", False, 0.85, "by name", entity)
        return Resolved(name, "person", False, EITHER, ONE_WORD, entity, either=True)
