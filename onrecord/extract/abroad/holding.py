"""Frames without a verb of saying: who is convinced of something, what emerges from a document, what is somebody's own account."""

from onrecord.extract.abroad.subjects import Subjects
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE

Range = tuple[int, int]

# How far behind "emerges" the clause may begin, and how far behind "by its own account" the subject.
_NEAR = 8
_LEAST = 3
_BEING = frozenset(
    "est était s'est es está estaba estuvo mostró muestra mostrou-se mostra-se é está estava è era si mostra detto ist sei war zeigt "
    "is was ervan toonde jest był była są был была остаётся був була залишається dit se s'".split()
)


class Holding(Subjects):
    """A sentence whose cue may be no verb of saying."""

    def _verbless(self, index: int) -> Told | None:
        """The report of a cue at word `index` that is none of a verb of saying."""
        word, lexicon = self.words.low[index], self.lexicon
        if word in lexicon.convinced:
            return self._convinced(index)
        if word in lexicon.emerges:
            return self._emerging(index)
        return self._own_account(index) if word in lexicon.own_account else None

    def _convinced(self, index: int) -> Told | None:
        """ "is convinced that …", with nothing between the adjective and the clause."""
        low = self.words.low
        behind = index + 1
        while behind < self.end and (low[behind] in ("de", "do", "da", "di") or low[behind] == ","):
            behind += 1
        if behind + 1 >= self.end or low[behind] not in self.lexicon.that:
            return None
        verb = index
        while verb > self.low + 1 and (
            low[verb - 1] in _BEING or low[verb - 1] in self.lexicon.skipped | self.lexicon.reflexives
        ):
            verb -= 1
        who = self._apposed_before(verb) or self.phrases.before(verb, max(self.low, self.free))
        if who is None or verb == index:
            return None
        first = behind + 1
        return self._told([(first, self._content_end(first))], who, (index, index + 1), "that", 0.75)

    def _emerging(self, index: int) -> Told | None:
        """ "From the report it emerges that …", "Il ressort du rapport que …": the document says it."""
        low, lexicon = self.words.low, self.lexicon
        that = next(
            (k for k in range(index + 1, min(self.end, index + _NEAR)) if low[k] in lexicon.that), None
        )
        if that is None or that + 1 >= self.end:
            return None
        start = self.phrases.clause_start(index, self.low)
        if low[start] in lexicon.out_of and start + 1 < index:
            verb = index - (low[index - 1] in self.lexicon.reflexives)
            document = self.phrases.read(start + 1, verb)
        elif low[index + 1] in lexicon.out_of and index + 2 < that:
            document = self.phrases.read(index + 2, that)
        else:
            return None
        if document is None or not self._is_document(document):
            return None
        report = self._told(
            [(that + 1, self._content_end(that + 1))], document, (index, index + 1), "that", 0.75
        )
        report.oblique = True
        return report

    def _is_document(self, who: Range) -> bool:
        low, lexicon = self.words.low, self.lexicon
        return any(lexicon.is_organisation(low[k]) or lexicon.is_role(low[k]) for k in range(*who)) or (
            lexicon.table.nouns_upper and self.words.upper[who[1] - 1]
        )

    def _own_account(self, index: int) -> Told | None:
        """ "The club has, by its own account, 300 members": its subject says what the sentence says."""
        low = self.words.low
        cue = self._phrase_at(index, self.lexicon.own_account)
        if cue is None or QUOTE in low[self.low : self.end]:
            return None
        before = self._left(index)
        if before < index:
            who = self.phrases.before(index, before)
            pieces = [(before, index), (cue[1], self._content_end(cue[1]))] if cue[1] < self.end else []
        else:
            begins = (
                k for k in range(cue[1], min(self.end, cue[1] + _NEAR)) if self.phrases.begins(k, self.end)
            )
            first = next(begins, None)
            who = self.phrases.read(first, self.end) if first is not None else None
            start = cue[1] + (low[cue[1] : cue[1] + 1] == [","])
            pieces = [(start, self._content_end(start))] if start < self.end else []
        if who is None or not self._may_be_somebody(who) or sum(b - a for a, b in pieces) < _LEAST:
            return None
        return self._told(pieces, who, cue, "according to", 0.7)
