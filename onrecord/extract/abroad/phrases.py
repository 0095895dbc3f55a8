"""Noun phrases that name whoever speaks, read forwards by the words of a language."""

from onrecord.extract.abroad import affiliation, never, verbforms
from onrecord.extract.abroad.laying import DASHES, Laid
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, Lexicon
from onrecord.extract.paragraph import QUOTE

Range = tuple[int, int]

_LONGEST = 14
# Adverbs, days and "in an interview" between a verb and its subject.
_MOST_SKIPPED = 12
_MARKS = frozenset(",;:.!?…()[]") | DASHES | {QUOTE}

# An adverbial at the head of a clause puts the subject behind the verb.
VERB_SECOND = frozenset("de nl sv da no".split())


_EPITHETS = frozenset(  # Karl der Dritte, Karel de Grote
    "erste zweite dritte vierte fünfte sechste siebte achte neunte große grosse kleine jüngere ältere kühne eerste tweede derde "
    "vierde vijfde grote stoute".split()
)


# Whom one tells it in German.
_DATIVES = frozenset(["dem", "einem", "ihm", "ihnen"])
# Adjectives in the genitive.
_GENITIVES = ("ej", "ego", "ych", "ich")


class Phrases:
    """One paragraph's noun phrases."""

    def __init__(self, words: Laid, lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self.low = words.low
        self.upper = words.upper

    def is_word(self, index: int) -> bool:
        """Whether there is a word at a place, and no mark."""
        return self.low[index][0].isalnum() or self.low[index][-1:] == "'"

    def begins(self, index: int, end: int) -> bool:
        """Whether a noun phrase that may speak begins here."""
        if index >= end or not self.is_word(index):
            return False
        word, lexicon = self.low[index], self.lexicon
        if word in lexicon.articles and index + 1 < end and self.low[index + 1] in lexicon.times:
            return False  # "este martes"
        if never.is_nobody(word, self.low[index + 1] if index + 1 < end else "", lexicon):
            return False
        if word in lexicon.pronouns or word in lexicon.articles or word in lexicon.titles:
            return True
        if word in lexicon.times or word[0].isdigit():
            return False
        if (
            word in lexicon.prepositions
            or word in lexicon.conjunctions
            or word in lexicon.that | lexicon.whether
        ):
            return False
        if word in lexicon.skipped and word not in lexicon.given_names:
            return False
        return (
            self.upper[index]
            or lexicon.is_role(word)
            or lexicon.is_organisation(word)
            or word in lexicon.groups
            or self._leads_to_role(index, end)
        )

    def _leads_to_role(self, index: int, end: int) -> bool:
        """Whether an adjective stands here, with a role or a name right behind: "главный врач", "tamtejszy proboszcz"."""
        if not verbforms.may_lead(self.low[index], self.lexicon):
            return False
        for ahead in range(index + 1, min(index + 3, end)):
            word = self.low[ahead]
            if (
                not self.is_word(ahead)
                or word in self.lexicon.articles  # "taglia corto il sindaco"
                or word in self.lexicon.prepositions
                or word in self.lexicon.conjunctions
            ):
                return False
            if (
                self.lexicon.is_role(word)
                or self.lexicon.is_organisation(word)
                or word in self.lexicon.groups
            ):
                return True
        return False

    def after(self, index: int, end: int) -> Range | None:
        """The noun phrase behind a verb, past adverbs, days and the like; None if there is none up to word `end`."""
        limit = min(end, index + _MOST_SKIPPED)
        while index < limit:
            if (
                self.low[index] in _DATIVES
                and self.lexicon.code == "de"
                and (whom := self.read(index, end)) is not None
            ):
                index = whom[1]  # "sagte dem NDR Jan Brodersen": whom it is told
                continue
            if self.begins(index, end):
                return self.read(index, end)
            if self._leads_to_name(index, end):
                return self.read(index, end)
            past = self.past_adjunct(index, end)
            if past is None:
                return None
            index = past
        return None

    def _leads_to_name(self, index: int, end: int) -> bool:
        """Whether a word that no list has stands before a full name: "aldus brandweercommandant Igor Mulder"."""
        word, lexicon = self.low[index], self.lexicon
        other = (
            lexicon.prepositions | lexicon.conjunctions | lexicon.skipped | lexicon.reflexives | lexicon.that
        )
        return (
            index + 2 < end
            and self.is_word(index)
            and self.upper[index + 1]
            and self.upper[index + 2]
            and self.is_word(index + 1)
            and self.is_word(index + 2)
            and not lexicon.kind(word)
            and word not in other
            and word not in lexicon.separable
            and not word[0].isdigit()
            and self.low[index + 1] not in lexicon.times
        )

    def past_adjunct(self, index: int, end: int) -> int | None:
        """Past one adverb, day, number, or a preposition and what belongs to it."""
        word = self.low[index]
        if word in self.lexicon.articles and index + 1 < end and self.low[index + 1] in self.lexicon.times:
            return index + 2
        if word in self.lexicon.skipped or word in self.lexicon.reflexives or word[0].isdigit():
            return index + 1
        if word not in self.lexicon.prepositions:
            # "заявил журналистам мэр": whoever is told it, by the ending of the word.
            lowered = self.is_word(index) and not self.upper[index] and not self.lexicon.kind(word)
            return (
                index + 1 if lowered and word not in self.lexicon.that | self.lexicon.conjunctions else None
            )
        index += 1
        while index < end and self.low[index] in self.lexicon.articles:
            index += 1
        if index < end and index in self.words.titles:
            return index + 1  # "w rozmowie z „Kurierem”"
        if index >= end or not self.is_word(index):
            return None
        index += 1
        while index < end and (
            self.low[index] in self.lexicon.times
            or self.low[index][0].isdigit()
            or (self.upper[index] and self.upper[index - 1])
        ):
            index += 1
        return index

    def read(self, first: int, end: int, *, head_ends: bool = False) -> Range | None:
        """The noun phrase that begins at word `first`; `head_ends`: no genitive follows a role or an organisation."""
        low, upper, lexicon = self.low, self.upper, self.lexicon
        if low[first] in lexicon.pronouns and low[first] not in lexicon.articles:
            return first, first + 1
        if low[first] in lexicon.pronouns and (first + 1 >= end or not self._goes_on_as_noun(first + 1, end)):
            return first, first + 1
        index, named = first, False
        while index < min(end, first + _LONGEST):
            word = low[index]
            if not self.is_word(index):
                closing = self._past_brackets(index, end)
                if closing is not None:
                    index = closing
                    continue
                if word in "&/" and named and index + 1 < end and upper[index + 1]:
                    index += 2
                    continue
                break
            if upper[index] and word not in lexicon.times:
                named = named or self._is_name(index)
                index += 1
                continue
            if word.isdigit() and index > first and not upper[index - 1]:
                break  # "heeft het bedrijf 300 klanten"
            if index > first and (self._stops(index, end, named, head_ends) or never.is_time(word, lexicon)):
                break
            index += 1
        while index > first and (
            (low[index - 1] in lexicon.prepositions and not upper[index - 1])
            or low[index - 1] in lexicon.particles
            or low[index - 1] in lexicon.articles
            or low[index - 1] in lexicon.conjunctions
        ):
            index -= 1
        return (first, index) if index > first else None

    def _past_brackets(self, index: int, end: int) -> int | None:
        """Behind a bracket in front of a name: "le maire (PS) Jean Petit"."""
        if self.low[index] != "(":
            return None
        closing = next((k for k in range(index + 1, min(index + 6, end)) if self.low[k] == ")"), None)
        goes_on = closing is not None and closing + 1 < end and self.upper[closing + 1]
        return closing + 1 if closing is not None and goes_on else None

    def _goes_on_as_noun(self, index: int, end: int) -> bool:
        word = self.low[index]
        return self.is_word(index) and (
            self.upper[index] or self.lexicon.is_role(word) or self._leads_to_role(index, end)
        )

    def _is_name(self, index: int) -> bool:
        """Whether a word with a capital is part of a proper name, after which no genitive can follow."""
        if not self.lexicon.table.nouns_upper:
            if self.low[index] in self.lexicon.articles or self.low[index] in self.lexicon.prepositions:
                return False
            if index + 1 < len(self.low) and self._is_head(index + 1) and not self.upper[index + 1]:
                return False  # an adjective at the head of a sentence
            return not self._is_head(index)
        before = self.low[index - 1] if index else ""
        return (
            self.low[index] not in self.lexicon.articles
            and not self.lexicon.is_role(self.low[index])
            and not self.lexicon.is_organisation(self.low[index])
            and before not in self.lexicon.articles
        )

    def _is_head(self, index: int) -> bool:
        word = self.low[index]
        return self.lexicon.is_role(word) or self.lexicon.is_organisation(word) or word in self.lexicon.groups

    def _stops(self, index: int, end: int, named: bool, head_ends: bool) -> bool:
        """Whether the phrase ends before a word without a capital."""
        word, lexicon = self.low[index], self.lexicon
        # "Dedicke der Agentur" is told to somebody; "von der Leyen" is a name.
        joins = (
            not lexicon.table.nouns_upper
            or word not in lexicon.articles
            or self.low[index - 1] in lexicon.particles
            or (index + 1 < end and self.low[index + 1] in _EPITHETS)
        )
        if word in lexicon.particles and joins and named and self._leads_on(index, end):
            return False
        if named and lexicon.table.nouns_upper and affiliation.begins(self.words, lexicon, index, end):
            return False
        if word in lexicon.conjunctions:
            # "Anna Keller und Max Holm", "Polizei und Feuerwehr"
            joins = (
                index + 1 < end
                and self.upper[index + 1]
                and self.upper[index - 1]
                and self.low[index] in _AND
            )
            return not joins
        if verbforms.ends_phrase(self.low, self.upper, index, lexicon):
            return True
        if verbforms.goes_on_as_source(self.low, index, lexicon):
            return False
        if word in lexicon.of or (word[-1:] == "'" and word not in lexicon.articles):
            follows = index + 1 < end and self.is_word(index + 1) and self.low[index + 1] not in lexicon.times
            return not follows or (named and lexicon.table.nouns_upper)
        if head_ends and (self._is_head(index - 1) or self._behind_genitive(index)):
            return True
        if word in lexicon.separable and (index + 1 == end or self.low[index + 1] in _MARKS):
            return True  # "liet het ministerie weten"
        if word in lexicon.articles:
            if named and affiliation.begins(self.words, lexicon, index - 1, end):
                return False
            if (
                self.low[index - 1] in lexicon.articles
                and not named
                and index + 1 < end
                and self._is_head(index + 1)
            ):
                return False  # "l'ex assessore", "la sua portavoce"
            return named or self.low[index - 1] not in lexicon.of | {"all'"}
        if named or (
            lexicon.table.nouns_upper
            and self.upper[index - 1]
            and self.low[index - 1] not in lexicon.articles
        ):
            return True
        return (
            word in lexicon.prepositions
            or word in lexicon.that
            or word in lexicon.relatives
            or word in lexicon.skipped
            or bool(lexicon.kind(word) & (FINITE | AUXILIARY) and not lexicon.is_role(word))
        )

    def _leads_on(self, index: int, end: int) -> bool:
        """Whether small words up to one with a capital are inside a name: "von der Heyde"."""
        behind = index + 1
        if behind < end and not self.upper[behind] and self.low[behind] in self.lexicon.particles:
            behind += 1
        if self.lexicon.table.nouns_upper and affiliation.begins(self.words, self.lexicon, index, end):
            return False
        return behind < end and self.upper[behind]

    def _behind_genitive(self, index: int) -> bool:
        """Whether a noun phrase in the genitive ends before a word that has no ending of it: "Według straży pożarnej ogień …"."""
        if self.lexicon.code != "pl" or self.upper[index - 1]:
            return False
        if verbforms.stands_alone(self.low[index - 1], self.low[index]) or (
            self.low[index - 1].endswith("ów") and self.lexicon.is_role(self.low[index])
        ):
            return True  # "Według policjantów kierowca jechał"
        agrees = [self.low[k].endswith(_GENITIVES) for k in (index - 2, index - 1, index) if k >= 0]
        return len(agrees) == 3 and agrees[1] and not agrees[0] and not agrees[2]

    def before(self, index: int, low: int) -> Range | None:
        """The subject in front of a verb at word `index`, in the sentence that begins at word `low`."""
        start = self.clause_start(index, low)
        if start >= index:
            # "X, who leads it, said": past what the commas hold, to the noun phrase before them.
            return self._before_comma(index, low)
        for first in range(start, index):
            if self.begins(first, index):
                who = self.read(first, index)
                if who is None:
                    return None
                return who if who[1] >= index or self._reaches(who[1], index) else None
            if first - start > _MOST_SKIPPED or self.past_adjunct(first, index) is None:
                return None
            if self.low[first] in self.lexicon.prepositions:
                return None if self.lexicon.code in VERB_SECOND else self._past(first, index)
        return None

    def _past(self, first: int, index: int) -> Range | None:
        """The subject behind an adverbial at the head: "En mayo el alcalde dijo"."""
        past = self.past_adjunct(first, index)
        while past is not None and past < index:
            if self.begins(past, index):
                who = self.read(past, index)
                return who if who is not None and self._reaches(who[1], index) else None
            past = self.past_adjunct(past, index)
        return None

    def _reaches(self, last: int, index: int) -> bool:
        """Whether only adverbs, auxiliaries and prepositional phrases stand between a subject and its verb."""
        steps = 0
        while last < index:
            word = self.low[last]
            if word in _MARKS or word in self.lexicon.conjunctions or word in self.lexicon.that:
                return False
            steps += 1
            last += 1
        return steps <= _MOST_SKIPPED

    def clause_start(self, index: int, low: int) -> int:
        """Where the clause begins that word `index` stands in, in the sentence that begins at word `low`."""
        start = index
        while (
            start > low and self.low[start - 1] not in _MARKS and self.low[start - 1] not in self.lexicon.that
        ):
            if self.low[start - 1] in self.lexicon.conjunctions and start < index:
                joins = (
                    self.low[start - 1] in _AND and self.upper[start] and start >= 2 and self.upper[start - 2]
                )
                if not joins:
                    break
            start -= 1
        return start

    def _before_comma(self, index: int, low: int) -> Range | None:
        """The noun phrase of "X, the mayor, said", "X, who knows it, said"; the name of "the mayor, X, said"."""
        if index <= low or self.low[index - 1] not in (",", ")"):
            return None
        opening = "(" if self.low[index - 1] == ")" else ","
        inner = index - 2
        while inner > low and self.low[inner] != opening and self.low[inner] != QUOTE and inner > index - 25:
            inner -= 1
        if inner <= low or self.low[inner] != opening:
            return None
        apposed = (
            self.after(inner + 1, index - 1)
            if self.upper[inner + 1] and not self.lexicon.is_role(self.low[inner + 1])
            else None
        )
        start = self.clause_start(inner, low)
        if self.low[start] in self.lexicon.prepositions and self.lexicon.code in VERB_SECOND:
            return apposed  # "Auf die Frage, ob …, antwortete Ann Lee"
        for first in range(start, inner):
            if self.begins(first, inner):
                who = self.read(first, inner)
                described = who is not None and not any(
                    self._is_name(k) and self.upper[k] for k in range(*who)
                )
                if apposed is not None and described and apposed[1] == index - 1:
                    return apposed
                return who if who is not None and who[1] <= inner else apposed
            if self.past_adjunct(first, inner) is None:
                return apposed
        return apposed


_AND = frozenset("und et y e ed i и й та en och og".split())
