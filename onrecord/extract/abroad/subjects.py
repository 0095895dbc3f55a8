"""Whose verb a verb of saying is: the subject before it or behind it, an office, a document, whoever spoke before."""

from onrecord.extract.abroad.according import According

Range = tuple[int, int]

_READS, _READ_IN = frozenset(["heißt", "hieß"]), frozenset(["in", "im", "laut"])


class Subjects(According):
    """A sentence in which somebody is looked for who does what a verb says."""

    def _document(self, cue: Range) -> Range | None:
        """What is read from: "In dem Schreiben heißt es: …", "“…”, heißt es in dem Schreiben"."""
        low = self.words.low
        if self.lexicon.code != "de" or low[cue[0]] not in _READS or low[cue[1] : cue[1] + 1] != ["es"]:
            return None
        behind = cue[1] + 1
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
        if who is None or who[1] + 1 >= index or low[who[1]] != "," or not self.words.upper[who[1] + 1]:
            return None
        name = self.phrases.read(who[1] + 1, index)
        return self.phrases.before(index, first) if name is not None and name[1] == index - 1 else None

    def _office_before(self, index: int) -> Range | None:
        """ "В полиции сообщили": the office at the head of the clause."""
        start = self.phrases.clause_start(index, max(self.low, self.free))
        if start >= index or self.words.low[start] not in self.lexicon.where:
            return None
        office = self._office(start)
        return office if office is not None and office[1] <= index else None

    def _paper(self, first: int, end: int) -> Range | None:
        """A paper in quotation marks that fills the place of a subject: "wie der „Bote“ berichtet"."""
        paper = self.phrases.titled(first, end)
        return paper if paper is not None and paper[1] == end else None

    def _subject_behind(self, cue: Range, beside: bool) -> Range | None:
        index = cue[1]
        low = self.words.low
        paper = self.phrases.titled(index, self.end)
        if (
            paper is not None
            and (
                low[index] in self.lexicon.articles
                or not self.lexicon.as_.isdisjoint(low[max(self.low, cue[0] - 2) : cue[0]])
                or low[cue[0] - 1] == ","
            )
            and self._ends_tag(paper[1])
        ):
            return paper  # "…, berichtet der „Bote“", "как сообщает «Вестник»"
        # "a-t-il déclaré" has its pronoun inside the verb.
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
        return self.phrases.after(index, self.end)

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
