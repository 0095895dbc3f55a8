"""What is said by whoever a clause with "as" refers to: "…, as the Gazette reported", "As Ann Lee said, …"."""

from onrecord.extract import phrases, several, subjects
from onrecord.extract.carried import with_carriers
from onrecord.extract.labelled import Labelled
from onrecord.extract.lexicon import CUES, TAG
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.sentence import Report
from onrecord.extract.words import QUESTION, SUBJECT_PRONOUNS

Range = tuple[int, int]

# Verbs of which what stands beside "as X …" is the report.
_TOLD = frozenset(
    "report say note write announce reveal explain argue warn observe state point put tweet".split()
)
_LEAST_WORDS = 4
_FURTHEST = 12
_SURE = 0.75


def reports_in(text: str, words: Paragraph, low: int, high: int) -> list[Report]:
    """The reports of the sentence from word `low` to word `high`, in the order of their cues, then those inside them."""
    inside = words.low[low:high]
    if QUOTE not in inside and Referred.TRIGGERS.isdisjoint(inside):
        return []
    sentence = Referred(text, words, low, high)
    return with_carriers(words, sentence.reports() + sentence.nested(), sentence.end)


class Referred(Labelled):
    """A sentence in which a clause with "as" may say who reports the rest."""

    TRIGGERS = Labelled.TRIGGERS | {"as"}

    def _at(self, index: int) -> Report | None:
        report = super()._at(index)
        return self._as(index) if report is None and self.words.low[index] == "as" else report

    def _as(self, index: int) -> Report | None:
        """ "…, as X reported", "As X reported, …", "…, as reported by X"."""
        low = self.words.low
        quoted = index > self.low and low[index - 1] == QUOTE and self._closes_with_comma(index - 1)
        if index != self.low and low[index - 1] != "," and not quoted:
            return None
        clause = self._as_said(index) or self._as_said_by(index)
        if clause is None:
            return None
        who, cue, after = clause
        who = several.after(self.words, who, self.end)
        if index == self.low:
            start = after + 1
            if start >= self.end or low[after] != ",":
                return None
            return self._referred((start, self._content_end(start)), who, cue)
        if self._passes_on(index - 1):
            self.reported[-1].via.append((who, cue))
            return None
        last = index if quoted else index - 1
        piece = (self._left(last), last)
        if after < self.end and (tag := self._tagged(after + 1)) is not None:
            speaker, said = tag
            report = self._referred(piece, speaker, said)
            if report is not None:
                report.via.append((who, cue))
            return report
        return self._referred(piece, who, cue) if after >= self.end else None

    def _referred(self, piece: Range, who: Range, cue: Range) -> Report | None:
        first, last = piece
        low = self.words.low
        clause = last - first >= _LEAST_WORDS and self._is_clause(first, last) and low[first] not in QUESTION
        quoted = last - first == 1 and low[first] == QUOTE
        return Report([piece], who, cue, "referred", _SURE) if clause or quoted else None

    def _as_said(self, index: int) -> tuple[Range, Range, int] | None:
        """Who, the verb, and where the clause ends of "as X (first) reported (on Monday)"."""
        low = self.words.low
        near = range(index + 2, min(index + _FURTHEST, self.end))
        verb = next((k for k in near if low[k] in CUES and not self.words.upper[k]), None)
        if verb is None:
            return None
        subject = subjects.before(self.words, verb, index + 1)
        known = CUES[low[verb]]
        if subject is None or subject.first != index + 1 or low[index + 1] in ("i", "we", "you"):
            return None
        if known[0] not in _TOLD or known[1] not in ("past", "s") or TAG not in known[2]:
            return None
        who = subject.first, subject.last
        after = self._past_adjuncts(verb + 1)
        return (who, (verb, verb + 1), after) if after >= self.end or low[after] == "," else None

    def _as_said_by(self, index: int) -> tuple[Range, Range, int] | None:
        """The same of "as (first) reported by X"."""
        low = self.words.low
        verb = index + 1 + (low[index + 1 : index + 2] == ["first"])
        known = CUES.get(low[verb]) if verb + 2 < self.end else None
        if known is None or known[0] not in _TOLD or known[1] != "past" or low[verb + 1] != "by":
            return None
        who = phrases.after(self.words, verb + 2, self.end)
        if who is None or who[0] > verb + 2 or low[who[0]] in SUBJECT_PRONOUNS:
            return None
        return (who, (verb, verb + 2), who[1]) if who[1] >= self.end or low[who[1]] == "," else None

    def _passes_on(self, comma: int) -> bool:
        """Whether the comma stands right behind the tag of the report before: "…, Lee said, as the Gazette reported"."""
        if not self.reported:
            return False
        last = self.reported[-1]
        ends = max(last.cue[1], last.speaker[1] if last.speaker else 0)
        return ends == comma and last.frame in ("tag", "inverted")

    def _tagged(self, index: int) -> tuple[Range, Range] | None:
        """Who, and the verb, of "the mayor said" at the sentence's end."""
        if index >= self.end or not self._tag_at(index):
            return None
        verb = next((k for k in range(index + 1, self.end) if self.words.low[k] in CUES), None)
        subject = subjects.before(self.words, verb, index) if verb is not None else None
        return ((subject.first, subject.last), (verb, verb + 1)) if subject and verb is not None else None
