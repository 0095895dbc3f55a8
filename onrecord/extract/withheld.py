"""What somebody denies, does not say or asks, where no verb of saying stands free: "declined to say whether …"."""

import re
from functools import cache

from onrecord.extract import noun_phrases, phrases, subjects
from onrecord.extract.disowned import CLAIMS
from onrecord.extract.lexicon import CUES
from onrecord.extract.nested import Nested
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.sentence import Report
from onrecord.extract.settled import DENYING
from onrecord.extract.verbs import Cue
from onrecord.extract.words import ADVERBS, BE, DETERMINERS, POSSESSIVES, QUESTION, SUBJECT_PRONOUNS
from onrecord.text import polarity
from onrecord.text.polarity.phrases import folded

Range = tuple[int, int]

# How many words are looked back over for what holds back the verb of saying, or asks the question.
_BACK = 12
_LONGEST_AGENT = 14
_LEAST_ASKED = 3
_NO_VERBS = frozenset("question questions doubt doubts query queries puzzle".split())
# Said of things as well as of people, or no act of saying.
_NO_ACTS = frozenset("uncertain unclear unsure refusal failure decision".split())
_NOUNS = frozenset("denial denials rejection rejections refutation dismissal repudiation".split())
# What may stand between "declined to comment" and "whether".
_ABOUT = r"(?:(?:on|about|over|as|to|of|regarding|concerning|the|a|any|question|questions|issue|reporters|journalists) )*"


@cache
def _holding() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to a verb of saying that is held back, and to a question that is asked or left open."""
    english = polarity.lexicon("en")
    held = english.holding_back.pattern
    linked = english.linking
    saying = english.saying.pattern
    before_verb = re.compile(rf"(?:{held}){linked}\Z")
    before_question = re.compile(
        rf"(?P<verb>{english.withholding.pattern}|{english.asking.pattern}|(?:{held}){linked}(?:{saying})) {_ABOUT}\Z"
    )
    return before_verb, before_question


def reports_in(text: str, words: Paragraph, low: int, high: int) -> list[Report]:
    """The reports of the sentence from word `low` to word `high`, in the order of their cues, then those inside them."""
    sentence = Withheld(text, words, low, high)
    return sentence.reports() + sentence.nested()


class Withheld(Nested):
    """A sentence in which verbs of saying may be held back, and denials be nouns and passives."""

    TRIGGERS = Nested.TRIGGERS | QUESTION | _NOUNS

    def _at(self, index: int) -> Report | None:
        report = super()._at(index)
        if report is not None:
            return report
        word = self.words.low[index]
        if word in QUESTION:
            return self._question(index)
        known = CUES.get(word)
        if known is None:
            return self._denial(index) if word in _NOUNS else None
        if known[0] in DENYING:
            report = self._denied_as(index) or self._denied_beside(index)
            if report is not None:
                return report
        if known[1] in ("base", "ing") and index > self.low:
            return self._held_back(Cue(index, index + 1, *known[1:]))
        if known[1] == "past" and known[0] in DENYING:
            return self._denied_passively(index)
        return None

    def _behind(self, pattern: re.Pattern[str], index: int) -> Range | None:
        """The words that a pattern finds right before word `index`; of its group `verb`, where it has one."""
        first = max(self.low, self.free, index - _BACK)
        for back in range(index - 1, first - 1, -1):
            if self.words.low[back] == QUOTE or self.words.low[back] in ",;:()—–":
                first = back + 1
                break
        if first >= index:
            return None
        if not self._may_hold_back(first, index):
            return None
        start = self.words.starts[first]
        line = polarity.lexicon("en").line(self.text[start : self.words.ends[index - 1]])
        match = pattern.search(line.text)
        if match is None:
            return None
        part = match.span("verb") if "verb" in pattern.groupindex else match.span()
        begin, end = line.place_of(*part)
        inside = [k for k in range(first, index) if begin <= self.words.starts[k] - start < end]
        return (inside[0], inside[-1] + 1) if inside else None

    def _may_hold_back(self, first: int, last: int) -> bool:
        """False only where no word from `first` to `last` holds anything back or asks; to look for the patterns takes longer."""
        return polarity.lexicon("en").withheld.may_be_in(folded(" ".join(self.words.low[first:last])))

    def _held_back(self, cue: Cue) -> Report | None:
        """ "declined to say that …", "stopped short of claiming that …" """
        held = self._behind(_holding()[0], cue.index)
        if held is None:
            return None
        subject = subjects.before(self.words, held[0], self.low)
        who: Range | None
        if subject is not None and subject.last > self.free:
            after_quotation = subject.clause > self.low and self.words.low[subject.clause - 1] == QUOTE
            who = (subject.first, subject.last)
            report = self._told(cue, subject) if after_quotation else self._frontal(who, subject.clause, cue)
        else:
            who = self._speaker_so_far(held[0])
            report = self._frontal(who, held[0], cue) if who is not None else None
        return report if report is not None and self._is_plainly_said(report) else None

    def _is_plainly_said(self, report: Report) -> bool:
        """Whether what is held back is a clause or a quotation, and no object: "declined to answer fully"."""
        if report.frame != "clause":
            return report.frame in ("that", "question", "quotation", "colon", "tag")
        first = self.words.low[report.pieces[0][0]]
        return first in DETERMINERS or first in SUBJECT_PRONOUNS

    def _question(self, index: int) -> Report | None:
        """ "declined to comment on whether …", "wanted to know how …": `index` is the word that asks."""
        if (asked := self._asked_by(index)) is not None:
            return asked
        held = self._behind(_holding()[1], index)
        if held is None or index + 1 >= self.end:
            return None
        subject = subjects.before(self.words, held[0], self.low)
        who: Range | None
        if subject is not None and subject.last > self.free:
            who = (subject.first, subject.last)
        else:
            who = self._speaker_so_far(held[0])
        if who is None or self.words.low[who[0]] == "it" or self._is_noun(held, who):
            return None
        end = self._content_end(index)
        return Report([(index, end)], who, held, "question", 0.6) if end > index else None

    def _asked_by(self, index: int) -> Report | None:
        """ "Asked by the coroner whether …, Dobbs said": `index` is the word behind who asks."""
        low = self.words.low
        if self.low + 2 >= index or low[self.low : self.low + 2] != ["asked", "by"]:
            return None
        who = phrases.after(self.words, self.low + 2, index)
        comma = self._comma(index)
        if who is None or who[1] != index or comma is None or comma - index < _LEAST_ASKED:
            return None
        return Report([(index, comma)], who, (self.low, self.low + 1), "question", 0.6)

    def _is_noun(self, asking: Range, who: Range) -> bool:
        """Whether "questions", "doubts" is no verb here: only a name or a pronoun right before it makes it one."""
        low, upper = self.words.low, self.words.upper
        if low[asking[0]] in _NO_ACTS:
            return True
        if low[asking[0]] not in _NO_VERBS:
            return False
        return who[1] != asking[0] or not (upper[who[1] - 1] or low[who[0]] in SUBJECT_PRONOUNS)

    def _denied_passively(self, index: int) -> Report | None:
        """ "It was denied by Lee that …", "Claims that … were denied by Lee", "Denied by Lee: …" """
        low = self.words.low
        after = index + 1
        while after < self.end and (low[after] in ADVERBS or low[after].endswith("ly")):
            after += 1
        if after >= self.end or low[after] != "by":
            return None
        who = phrases.after(self.words, after + 1, min(self.end, after + _LONGEST_AGENT))
        if who is None:
            return None
        if index == self.low:
            if who[1] + 1 >= self.end or low[who[1]] != ":":
                return None
            content = (who[1] + 1, self.end)
            return Report([content], who, (index, index + 1), "colon", 0.8)
        verb, _ = subjects.verb_group(self.words, index, self.low)
        if BE.isdisjoint(low[verb:index]) and not any(
            word in ("wasn't", "weren't") for word in low[verb:index]
        ):
            return None
        that = next((k for k in range(who[1], min(self.end, who[1] + 6)) if low[k] == "that"), None)
        if verb > self.low and low[verb - 1] == "it" and that is not None:
            return Report([(that + 1, self._content_end(that + 1))], who, (index, index + 1), "that", 0.8)
        claim = next(
            (
                k
                for k in range(max(self.low, self.free), verb - 2)
                if (low[k] in CLAIMS or low[k].removesuffix("s") in CLAIMS) and low[k + 1] == "that"
            ),
            None,
        )
        return (
            Report([(claim + 2, verb)], who, (index, index + 1), "that", 0.7) if claim is not None else None
        )

    def _denied_as(self, index: int) -> Report | None:
        """ "dismissed as false the reports that …" """
        low = self.words.low
        if index + 2 >= self.end or low[index + 1] != "as":
            return None
        that = next((k for k in range(index + 2, min(self.end - 1, index + _BACK)) if low[k] == "that"), None)
        subject = subjects.before(self.words, index, self.low)
        if that is None or subject is None or subject.last <= self.free:
            return None
        piece = (that + 1, self._content_end(that + 1))
        return Report([piece], (subject.first, subject.last), (index, index + 1), "that", 0.7)

    def _denied_beside(self, index: int) -> Report | None:
        """ "…, which Lee disputes", "…, a claim Lee has rejected" """
        low = self.words.low
        subject = subjects.before(self.words, index, self.low)
        if subject is None or subject.clause <= max(self.low, self.free) or low[subject.clause - 1] != ",":
            return None
        first = low[subject.first]
        claim = first in DETERMINERS and subject.last - subject.first > 2 and low[subject.first + 1] in CLAIMS
        if not (claim or (first in ("which", "something") and subject.last - subject.first > 1)):
            return None
        last = subject.clause - 1
        left = self._left(last)
        if last <= left:
            return None
        return Report([(left, last)], (subject.first, subject.last), (index, index + 1), "tag", 0.7)

    def _denial(self, index: int) -> Report | None:
        """ "Lee's denial that …", "her rejection of the claim that …", "a denial by Lee that …" """
        low = self.words.low
        that = next(
            (k for k in range(index + 1, min(self.end, index + _LONGEST_AGENT)) if low[k] == "that"), None
        )
        if that is None or that + 1 >= self.end:
            return None
        who: Range | None = None
        owner = index - 1
        while owner > self.low and (low[owner] in ADVERBS or low[owner] in _SORTS):
            owner -= 1
        if owner >= self.low and low[owner].endswith(("'s", "s'")):
            first = noun_phrases.phrase_start(self.words, owner + 1, self.low)
            who = (first, owner + 1) if first is not None else None
        elif owner >= self.low and low[owner] in POSSESSIVES - {"its", "our", "my", "your"}:
            who = (owner, owner + 1)
        elif low[index + 1] == "by":
            who = phrases.after(self.words, index + 2, that)
        if who is None or who[0] < self.free:
            return None
        end = self._end_of_noun_clause(that + 1)
        return Report([(that + 1, end)], who, (index, index + 1), "noun", 0.6) if end > that + 1 else None

    def _end_of_noun_clause(self, start: int) -> int:
        """Where a clause behind a noun ends: before the second verb of the sentence's own, as far as words tell."""
        low = self.words.low
        end = self._content_end(start, subordinate=True)
        return next((k for k in range(start, end) if low[k] in _ENDS_NOUN_CLAUSE), end)


_SORTS = frozenset(
    "flat repeated categorical public official earlier initial firm strong emphatic outright blanket previous latest recent".split()
)
# "Lee's denial that the board lied came late": what comes behind is told of the denial.
_ENDS_NOUN_CLAUSE = frozenset(
    "came comes drew draws surprised convinced satisfied raised raises led contradicts contradicted follows followed rang".split()
)
