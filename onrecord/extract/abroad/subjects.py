"""Whose verb a verb of saying is: the subject before it or behind it, an office, a document, whoever spoke before."""

from onrecord.extract.abroad import papers
from onrecord.extract.abroad.according import According
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, Lexicon

Range = tuple[int, int]

_READS, _HEARD = frozenset(["heißt", "hieß"]), frozenset(["verlautet", "verlautete"])
_READ_IN = frozenset("in im laut aus von vom vonseiten seitens bei beim".split())
# Between commas behind a subject: "por su parte", "à son tour", "в свою очередь".
_LONGEST_ASIDE = 6
_SHORTEST_NOUN = 3


_INFINITIVE_FOLLOWS = ("fr", "es", "pt")


def is_bare_noun(words: Laid, lexicon: Lexicon, index: int) -> bool:
    """Whether a word without a capital may be who speaks, by itself; adverbs end in a vowel that such nouns seldom have."""
    word = words.low[index]
    other = lexicon.skipped | lexicon.pronouns | lexicon.prepositions | lexicon.conjunctions | lexicon.that
    return (
        word.isalpha()
        and not words.upper[index]
        and len(word) > _SHORTEST_NOUN
        and word not in other | lexicon.reflexives | lexicon.relatives
        and not lexicon.kind(word)
        and not word.endswith(
            ("о", "е", "и", "у", "ю", "ом", "ам", "ях", "ах", "o", "e", "ie", "ą", "ę", "om", "ach", "у", "і")
        )
    )


class Subjects(According):
    """A sentence in which somebody is looked for who does what a verb says."""

    def _document(self, cue: Range) -> Range | None:
        """What is read from: "In dem Schreiben heißt es: …", "“…”, heißt es in dem Schreiben"."""
        low = self.words.low
        if self.lexicon.code != "de":
            return None
        heard = low[cue[0]] in _HEARD
        if not heard and (low[cue[0]] not in _READS or low[cue[1] : cue[1] + 1] != ["es"]):
            return None
        behind = cue[1] + (not heard)
        index = (
            behind
            if behind < self.end and low[behind] in _READ_IN
            else self.phrases.clause_start(cue[0], self.low)
        )
        if low[index] not in _READ_IN or index + 1 >= self.end:
            return None
        return self.phrases.read(index + 1, cue[0] if index < cue[0] else self.end)

    def _apposed_before(self, index: int) -> Range | None:
        """ "Der Bürgermeister von Plön, Jan Brodersen, sagte": who stands before a verb at word `index`, with nothing but a comma pair."""
        low, first = self.words.low, max(self.low, self.free)
        if index - 1 <= first or low[index - 1] != "," or not self.phrases.begins(first, index):
            return None
        who = self.phrases.read(first, index)
        if who is None or who[1] + 1 >= index or low[who[1]] != ",":
            return None
        if self._is_aside(who[1] + 1, index - 1) and self._may_be_somebody(who):
            return who
        if not self.words.upper[who[1] + 1]:
            return None
        name = self.phrases.read(who[1] + 1, index)
        return self.phrases.before(index, first) if name is not None and name[1] == index - 1 else None

    def _is_aside(self, first: int, last: int) -> bool:
        """Whether only a prepositional phrase or an adverb stands between two commas: "por su parte"."""
        low, lexicon = self.words.low, self.lexicon
        if not 0 < last - first <= _LONGEST_ASIDE or (
            low[first] not in lexicon.prepositions and low[first] not in lexicon.skipped
        ):
            return False
        return not any(
            lexicon.kind(low[k]) & (FINITE | AUXILIARY)
            or low[k] in lexicon.subjunctive
            or not self.phrases.is_word(k)
            for k in range(first, last)
        )

    def _office_before(self, index: int) -> Range | None:
        """ "В полиции сообщили": the office at the head of the clause."""
        start = self.phrases.clause_start(index, max(self.low, self.free))
        if start >= index or self.words.low[start] not in self.lexicon.where:
            return None
        office = self._office(start)
        return office if office is not None and office[1] <= index else None

    def _is_heard(self, cue: Range) -> bool:
        """Whether ", hieß es" ends the sentence: whoever spoke last says it."""
        heard = self.lexicon.code == "de" and self.words.low[cue[0] : cue[1] + 1] in (
            ["hieß", "es"],
            ["heißt", "es"],
        )
        return heard and self._is_alone(cue[1] + 1)

    def _paper(self, first: int, end: int) -> Range | None:
        """A paper in quotation marks that fills the place of a subject: "wie der „Bote“ berichtet"."""
        paper = papers.titled(self.words, first, end)
        return paper if paper is not None and paper[1] == end else None

    def _subject_behind(self, cue: Range, beside: bool) -> Range | None:
        index = cue[1]
        low = self.words.low
        paper = papers.titled(self.words, index, self.end)
        if (
            paper is not None
            and (
                low[index] in self.lexicon.articles
                or not self.lexicon.as_.isdisjoint(low[max(self.low, cue[0] - 2) : cue[0]])
                or low[cue[0] - 1] == ","
            )
            and self._ends_tag(paper[1])
            and not self.phrases.begins(paper[1], self.end)
        ):
            return paper  # "…, berichtet der „Bote“", "как сообщает «Вестник»"
        if paper == (index, index + 1) and self.phrases.begins(paper[1], self.end):
            index += 1  # "рассказал «Вестнику» тренер Олег Лис": whom it is told
        # "a-t-il déclaré" has its pronoun inside the verb.
        if (
            index < self.end
            and self.lexicon.code in _INFINITIVE_FOLLOWS
            and low[index] in self.lexicon.infinitive
        ):
            return None  # "dijo desconocer el contenido"
        inside = next((k for k in range(*cue) if low[k] in self.lexicon.pronouns and k > cue[0]), None)
        if inside is not None and low[inside] not in self.lexicon.reflexives:
            return inside, inside + 1
        while (
            index < self.end
            and low[index] in self.lexicon.reflexives
            and low[index] not in self.lexicon.pronouns
            and low[index] not in self.lexicon.articles  # "insistió la comisionada"
        ):
            index += 1
        if index < self.end and low[index] in self.lexicon.where and self.lexicon.where:
            office = self._office(index)
            if office is not None and beside:
                return office
        return (
            self.phrases.after(index, self.end)
            or self._bare_noun(index)
            or self._bare_noun_behind(index, beside)
            or self._past_aside(index)
        )

    def _past_aside(self, index: int) -> Range | None:
        """ "a lancé, sourire aux lèvres, le chanteur X": who speaks stands behind what the commas hold."""
        low = self.words.low
        if index >= self.end or low[index] != ",":
            return None
        comma = next(
            (k for k in range(index + 1, min(self.end, index + 2 + _LONGEST_ASIDE)) if low[k] == ","), None
        )
        if comma is None or not self.phrases.begins(comma + 1, self.end):
            return None
        aside = range(index + 1, comma)
        if not all(self.phrases.is_word(k) and not self.words.upper[k] for k in aside):
            return None
        who = self.phrases.read(comma + 1, self.end)
        return who if who is not None and self._may_be_somebody(who) and self._ends_tag(who[1]) else None

    def _bare_noun(self, index: int) -> Range | None:
        """ "сказала старушка", "mówi hodowca": one word between a verb and a mark, in languages without articles."""
        if self.lexicon.code not in ("pl", "ru", "uk") or index >= self.end:
            return None
        ends = index + 1 >= self.end or not self.phrases.is_word(index + 1)
        return (index, index + 1) if ends and is_bare_noun(self.words, self.lexicon, index) else None

    def _bare_noun_behind(self, index: int, beside: bool) -> Range | None:
        """ "«…», кричит из окна автомобилистка": one word behind where it happens."""
        if not beside or index >= self.end or self.words.low[index] not in self.lexicon.prepositions:
            return None
        past = self.phrases.past_adjunct(index, self.end)
        return self._bare_noun(past) if past is not None else None

    def _office_behind(self, index: int) -> Range | None:
        """ "уточнили в министерстве": the office right behind a verb at the sentence's end."""
        if index >= self.end or self.words.low[index] not in self.lexicon.where:
            return None
        office = self._office(index)
        return office if office is not None and self._ends_tag(office[1]) else None

    def _speaker_so_far(self, index: int) -> Range | None:
        """Who speaks in the report before, else the subject of the sentence, for a verb joined by "and"."""
        for report in reversed(self.reported):
            if report.speaker is not None and report.frame != "according to":
                return report.speaker
        low = self.words.low
        joined = index > self.low and (low[index - 1] in self.lexicon.conjunctions or low[index - 1] == ",")
        if not joined:
            return None
        first = self.low
        while first < index and not self.phrases.begins(first, index):
            past = self.phrases.past_adjunct(first, index)
            if past is None:
                return None
            first = past
        return self.phrases.read(first, index) if first < index else None

    def _is_relative(self, index: int) -> bool:
        low = self.words.low
        return index - 2 > self.low and low[index - 1] in self.lexicon.relatives and low[index - 2] == ","

    def _antecedent(self, index: int) -> Range | None:
        """Who "who" is."""
        comma = index - 2
        return self.phrases.before(comma, max(self.low, self.free))
