"""Verbs of no list beside a quotation, where a verb of saying would stand: “…,” gushed Ann Lee; Ann Lee shot back: “…”"""

from onrecord.extract import phrases, several, subjects
from onrecord.extract.lexicon import CUES, TAG, TAGS
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import TITLES, is_human
from onrecord.extract.sentence import Report
from onrecord.extract.withheld import Withheld
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_PAST = frozenset(
    "spat shot went swore wept sang broke cut put threw hit wrote read spoke sent bit rang stuck bet came began drew "
    "held kept led left ran gave took got fought wound".split()
)
_SENT = frozenset("texted emailed messaged cabled telegraphed phoned wired assured reassured".split())
_WHOM = frozenset("him her them us me reporters journalists everybody everyone".split())
_PARTICLES = frozenset("back in out up off on along away forth".split())
_STANDS_BEHIND = PREPOSITIONS | ADVERBS | DASHES | frozenset(",.;:")
# Of what these do, a quotation is what is done, and not what is said.
_OTHERWISE = frozenset(
    "titled entitled named called directed starred released played recorded watched used included featured visited won "
    "appeared contained described published performed staged opened launched produced headlined dubbed born needed wanted "
    "loved liked hated missed designed built created translated signed based played bought sold".split()
)
_SHORTEST = 4
_SURE = 0.6
_LEAST_WORDS = 3


class Rare(Withheld):
    """A sentence in which any verb may be one of saying that stands beside a quotation as those do."""

    def _may_begin_beside_quotes(self, word: str) -> bool:
        return word in _PAST or (word.endswith(("ed", "s")) and len(word) > _SHORTEST)

    def __init__(self, text: str, words: Paragraph, low: int, high: int) -> None:
        super().__init__(text, words, low, high)
        self.has_quotes = QUOTE in words.low[low : self.end]

    def _at(self, index: int) -> Report | None:
        report = super()._at(index)
        if report is not None or not self.has_quotes or index <= self.low:
            return report
        word = self.words.low[index]
        if word in CUES or self.words.upper[index] or word in AUXILIARIES or word in _OTHERWISE:
            return None
        if not Rare._may_begin_beside_quotes(self, word):
            return None
        if word.endswith("s") and not self._is_present(index):
            return None
        right = index + 1
        if right < self.end and self.words.low[right] in _PARTICLES:
            right += 1
        return (
            self._rare_inverted(index, right)
            or self._rare_tag(index, right)
            or (None if word.endswith("s") else self._rare_frontal(index, right))
        )

    def _is_present(self, index: int) -> bool:
        """Whether a word in -s stands where only a verb can, right behind a quotation or a name that follows one."""
        low = self.words.low
        if low[index].endswith(("ss", "us", "'s", "s'")):
            return False
        ends = index + 1 >= self.end or low[index + 1] in _STANDS_BEHIND
        return low[index - 1] == QUOTE or (ends and self.words.upper[index - 1])

    def _rare_inverted(self, index: int, right: int) -> Report | None:
        """“…,” gushed Ann Lee"""
        if not self._is_quoted(index - 1) or index <= self.free or right >= self.end:
            return None
        who = phrases.after(self.words, right, self.end)
        if who is None or not (self._is_somebody(who) or self._is_some_thing(index, who)):
            return None
        if who[1] < self.end and (self.words.low[who[1]] in CUES or self.words.low[who[1]] in FINITE):
            return None  # “…,” retired general Lloyd Newton said
        who = several.after(self.words, who, self.end)
        left = self._left(index)
        return Report([(max(left, index - 1), index)], who, (index, right), "rare", _SURE)

    def _rare_tag(self, index: int, right: int) -> Report | None:
        """“…,” Ann Lee chimed in."""
        low = self.words.low
        subject = subjects.before(self.words, index, self.low)
        if subject is None or subject.clause <= max(self.low, self.free) or subject.negated:
            return None
        if not self._is_quoted(subject.clause - 1) or not self._is_somebody((subject.first, subject.last)):
            return None
        ends = right >= self.end or low[right] in _STANDS_BEHIND or low[right].endswith("ly")
        if not ends and low[index] not in _SENT:
            return None
        first = subject.clause - 1
        return Report(
            [(first, first + 1), *self._resumed(right)],
            (subject.first, subject.last),
            (index, right),
            "rare",
            _SURE,
        )

    def _rare_frontal(self, index: int, right: int) -> Report | None:
        """Ann Lee shot back: “…”, Ann Lee scolded him: “…”"""
        low = self.words.low
        if right + 2 < self.end and low[right] in _WHOM and low[right + 1] == ":":
            right += 1
        elif low[index] in _SENT:  # "texted a friend: “…”"
            near = range(right, min(right + _SHORTEST, self.end - 1))
            right = next((k for k in near if low[k] == ":" and low[k + 1] == QUOTE), right)
        if right + 1 >= self.end or low[right] not in (",", ":") or low[right + 1] != QUOTE:
            return None
        if not self.is_long(right + 1) or not self._begins_upper(right + 1) or self.is_tagged(right + 1):
            return None
        subject = subjects.before(self.words, index, self.low)
        if subject is None or subject.last <= self.free or subject.negated:
            return None
        if not self._is_somebody((subject.first, subject.last)):
            return None
        end = self._content_end(right + 1, whole=low[right] == ":")
        return Report([(right + 1, end)], (subject.first, subject.last), (index, right), "rare", _SURE)

    def _is_some_thing(self, index: int, who: tuple[int, int]) -> bool:
        """Whether what a determined noun does is plainly to say the quotation: “It is coming home!” roared the stands."""
        low = self.words.low
        return low[index - 1] == QUOTE and low[who[0]] in ("the", "a", "an", "one") and low[index] in TAGS

    def _is_quoted(self, index: int) -> bool:
        """Whether word `index` is a quotation that goes on with a clause of saying."""
        return self.words.low[index] == QUOTE and self.is_long(index) and self._is_open(index)

    def _is_open(self, index: int) -> bool:
        pair = self.words.quotes[index]
        inside = self.text[slice(*pair.inside)].rstrip(" \u00a0’'”\"")
        return inside[-1:] in (",", "!", "?", "—", "…") or self.text[pair.end : pair.end + 1] == ","

    def is_tagged(self, index: int) -> bool:
        """Whether a clause of saying stands behind the quotation at word `index`: “…,” she said"""
        low = self.words.low
        near = range(index + 1, min(index + 9, self.end))
        ends = next((k for k in near if low[k] == QUOTE or low[k] in ",;:"), near.stop)
        return self._is_open(index) and any(
            low[k] in CUES and TAG in CUES[low[k]][2] for k in range(index + 1, ends)
        )

    def is_long(self, index: int) -> bool:
        """Whether the quotation at word `index` is long enough for somebody's words, and no title."""
        return len(
            self.text[slice(*self.words.quotes[index].inside)].split()
        ) >= _LEAST_WORDS and not self._is_title(index)

    def _is_somebody(self, who: tuple[int, int]) -> bool:
        """Whether a phrase is a name, a pronoun of a person or what a person is."""
        words, low = self.words, self.words.low
        first, last = who
        if low[first] in SUBJECT_PRONOUNS:
            return low[first] != "it"
        end = next((index for index in range(first + 1, last) if low[index] in PREPOSITIONS), last)
        head = low[end - 1]
        if low[first] in DETERMINERS or low[first] in TITLES:
            return is_human(head) or words.upper[end - 1]
        return words.upper[first] or words.upper[end - 1] or is_human(head)
