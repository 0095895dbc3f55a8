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
        at = (
            behind
            if behind < self.end and low[behind] in _READ_IN
            else self.phrases.clause_start(cue[0], self.low)
        )
        if low[at] not in _READ_IN or at + 1 >= self.end:
            return None
        return self.phrases.read(at + 1, cue[0] if at < cue[0] else self.end)

    def _apposed_before(self, at: int) -> Range | None:
        """ "Der Bürgermeister von Plön, Jan Brodersen, sagte": who stands before a verb at word `at`, with nothing but a comma pair."""
        low, first = self.words.low, max(self.low, self.free)
        if at - 1 <= first or low[at - 1] != "," or not self.phrases.begins(first, at):
            return None
        who = self.phrases.read(first, at)
        if who is None or who[1] + 1 >= at or low[who[1]] != "," or not self.words.upper[who[1] + 1]:
            return None
        name = self.phrases.read(who[1] + 1, at)
        return self.phrases.before(at, first) if name is not None and name[1] == at - 1 else None

    def _office_before(self, at: int) -> Range | None:
        """ "В полиции сообщили": the office at the head of the clause."""
        start = self.phrases.clause_start(at, max(self.low, self.free))
        if start >= at or self.words.low[start] not in self.lexicon.where:
            return None
        office = self._office(start)
        return office if office is not None and office[1] <= at else None

    def _subject_behind(self, cue: Range, beside: bool) -> Range | None:
        at = cue[1]
        low = self.words.low
        # "a-t-il déclaré" has its pronoun inside the verb.
        inside = next((k for k in range(*cue) if low[k] in self.lexicon.pronouns and k > cue[0]), None)
        if inside is not None and low[inside] not in self.lexicon.reflexives:
            return inside, inside + 1
        while at < self.end and low[at] in self.lexicon.reflexives and low[at] not in self.lexicon.pronouns:
            at += 1
        if at < self.end and low[at] in self.lexicon.where and self.lexicon.where:
            office = self._office(at)
            if office is not None and beside:
                return office
        return self.phrases.after(at, self.end)

    def _office_behind(self, at: int) -> Range | None:
        """ "уточнили в министерстве": the office right behind a verb at the sentence's end."""
        if at >= self.end or self.words.low[at] not in self.lexicon.where:
            return None
        office = self._office(at)
        return office if office is not None and self._ends_tag(office[1]) else None

    def _speaker_so_far(self, at: int) -> Range | None:
        """Who speaks in the report before, else the subject of the sentence, for a verb joined by "and"."""
        for report in reversed(self.found):
            if report.speaker is not None and report.frame != "according to":
                return report.speaker
        low = self.words.low
        joined = at > self.low and (low[at - 1] in self.lexicon.conjunctions or low[at - 1] == ",")
        if not joined:
            return None
        first = self.low
        while first < at and not self.phrases.begins(first, at):
            past = self.phrases.past_adjunct(first, at)
            if past is None:
                return None
            first = past
        return self.phrases.read(first, at) if first < at else None

    def _is_relative(self, at: int) -> bool:
        low = self.words.low
        return at - 2 > self.low and low[at - 1] in self.lexicon.relatives and low[at - 2] == ","

    def _antecedent(self, at: int) -> Range | None:
        """Who "who" is."""
        comma = at - 2
        return self.phrases.before(comma, max(self.low, self.free))
