"""Quotations that no verb leads to: “Lee's reply: …”, “Ann Lee, Harbour Gazette: …”."""

from onrecord.extract import noun_phrases, phrases, subjects
from onrecord.extract.cast import past_titles, runs_in
from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import PLACES, is_human
from onrecord.extract.rare import Rare
from onrecord.extract.sentence import Report
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    FINITE,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES

_NOUNS = frozenset(
    "reply answer response verdict message comment remark retort reaction conclusion warning explanation advice assessment "
    "statement tweet post words word take view quip rejoinder conclusion motto mantra plea appeal promise question".split()
)
_CITES = frozenset("quoted quotes cited cites".split())
_FURTHEST = 5
_LONGEST_LABEL = 14
# How sure a label is that begins with a given name, and any other.
_NAMED, _SHAPED = 0.75, 0.55
_BY_CLAUSE = 0.55
_LEAST, _LEAST_TOLD = 2, 4
# Behind the name in a caption: "Ida Falk outside Ward 9: “…”".
_PLACED = frozenset("outside inside at in on with near beside".split())
_LONGEST_OFFICE, _LONGEST_NAME = 6, 3
# What stands before a colon at the head of a headline and is nobody.
_HEADINGS = frozenset(
    "breaking update exclusive opinion analysis review watch video photo photos live letters letter editorial comment interview "
    "explainer fact check correction profile obituary recap preview report study poll survey news sport politics business".split()
)


def reports_in(text: str, words: Paragraph, low: int, high: int) -> list[Report]:
    """The reports of the sentence from word `low` to word `high`, in the order of their cues, then those inside them."""
    sentence = Labelled(text, words, low, high)
    return sentence.reports() + sentence.nested()


class Labelled(Rare):
    """A sentence in which a noun of saying or a name with a colon may lead to a quotation."""

    def _may_begin_beside_quotes(self, word: str) -> bool:
        return word == ":" or word in _NOUNS or super()._may_begin_beside_quotes(word)

    def _at(self, index: int) -> Report | None:
        report = super()._at(index)
        if report is not None or not self.has_quotes:
            return report
        word = self.words.low[index]
        if word in _NOUNS:
            return self._noun(index)
        if word == ":":
            return (
                self._what_was_said(index)
                or self._label(index)
                or self._label_of_office(index)
                or self._led_by_clause(index)
                or self._label_of_headline(index)
            )
        return None

    def _noun(self, index: int) -> Report | None:
        """ "Lee's succinct reply: “…”", "His answer was blunt: “…”", "the verdict of the mayor: “…”" """
        low = self.words.low
        who: tuple[int, int] | None = None
        right = index + 1
        if right < self.end and low[right] in ("of", "from", "by"):
            who = phrases.after(self.words, right + 1, self.end)
            right = who[1] if who is not None else right
        owner = index - 1
        while who is None and owner >= max(self.low, index - _FURTHEST) and not self.words.upper[owner]:
            if low[owner] in POSSESSIVES or low[owner].endswith(("'s", "s'")) or not low[owner].isalpha():
                break
            owner -= 1
        if who is None and owner >= self.low:
            if low[owner] in POSSESSIVES:
                who = (owner, owner + 1)
            elif low[owner].endswith(("'s", "s'")):
                first = noun_phrases.phrase_start(self.words, owner + 1, self.low)
                who = (first, owner + 1) if first is not None else None
        quotation = self._led_to(right)
        if who is None or quotation is None or who[0] < self.free:
            return None
        return Report([(quotation, quotation + 1)], who, (index, index + 1), "noun of saying", 0.75)

    def _led_to(self, index: int) -> int | None:
        """The quotation behind ":" , "was blunt:", "to the board was simple:" """
        low = self.words.low
        for right in range(index, min(index + 2 * _FURTHEST, self.end - 1)):
            if low[right] == QUOTE or low[right] in ";—" or (low[right] in CUES and low[right] not in BE):
                return None
            if low[right] in (":", ",") and low[right + 1] == QUOTE:
                said = low[right] == ":" or any(low[k] in BE for k in range(index, right))
                long = self.is_long(right + 1) or (low[right] == ":" and self.is_speech(right + 1, _LEAST))
                led = said and long and not self.is_tagged(right + 1)
                return right + 1 if led else None
        return None

    def _label_of_office(self, index: int) -> Report | None:
        """ "Mayor: ‘…’", "Flood victims: “…”", "Union leader Mo Fenwick: “…”": who somebody is, and perhaps a name."""
        words, low = self.words, self.words.low
        count = index - self.low
        if (
            not 0 < count <= _LONGEST_OFFICE
            or low[index + 1 : index + 2] != [QUOTE]
            or not self.is_long(index + 1)
        ):
            return None
        label = range(self.low, index)
        if any(not low[k][0].isalpha() or low[k] in FINITE | PREPOSITIONS | SUBJECT_PRONOUNS for k in label):
            return None
        name = next((k for k in label if k > self.low and words.upper[k]), index)
        noun = name - 1
        if name < index and not all(words.upper[name:index]):
            return None
        if not is_human(low[noun]) or (name == index and not self._opens_paragraph()):
            return None
        who = (name if name < index else self.low, index)
        return Report([(index + 1, index + 2)], who, (index, index + 1), "before a colon", _NAMED)

    def _label_of_headline(self, index: int) -> Report | None:
        """ "Lee: Quist must ‘get out of the way’ of reform": a headline of what somebody says, partly quoted."""
        words, low = self.words, self.words.low
        label = range(self.low, index)
        if self.low or self.high != len(words) or not 0 < index <= _LONGEST_NAME or index + 1 >= self.end:
            return None
        if low[index + 1] == QUOTE or QUOTE not in low[index + 1 : self.end]:
            return None
        if any(not words.upper[k] or low[k] in PLACES or low[k] in _HEADINGS for k in label):
            return None
        return Report([(index + 1, self.end)], (0, index), (index, index + 1), "before a colon", _SHAPED)

    def _what_was_said(self, index: int) -> Report | None:
        """ "What Lee said was: “…”" """
        low = self.words.low
        if (
            low[self.low] != "what"
            or low[index + 1 : index + 2] != [QUOTE]
            or low[index - 1] not in BE
            or index - self.low < _LEAST_TOLD
        ):
            return None
        verb = next(
            (
                k
                for k in range(self.low + 2, index - 1)
                if low[k] in CUES and CUES[low[k]][1] in ("past", "s")
            ),
            None,
        )
        subject = subjects.before(self.words, verb, self.low + 1) if verb is not None else None
        if verb is None or subject is None or subject.negated or subject.first != self.low + 1:
            return None
        return Report([(index + 1, index + 2)], (subject.first, subject.last), (verb, verb + 1), "colon", 0.9)

    def _opens_paragraph(self) -> bool:
        return self.low == 0

    def _led_by_clause(self, index: int) -> Report | None:
        """ "Lee was blunt about the gap: “…”": a clause about somebody that leads to a quotation, which ends the sentence."""
        low = self.words.low
        if self.reported or index + 2 != self.end or low[index + 1] != QUOTE or not self.is_speech(index + 1):
            return None
        who = phrases.of_clause(self.words, self.low, index)
        if who is None or QUOTE in low[self.low : index] or not self._is_somebody(who):
            return None
        head = low[who[0]]
        if head in ("you", "we", "there") or low[who[1]] in NEGATIONS:
            return None
        report = Report([(index + 1, index + 2)], who, (index, index + 1), "before a colon", _BY_CLAUSE)
        cites = who[1]
        if low[cites] in _CITES and cites + 1 < index and all(self.words.upper[cites + 1 : index]):
            report.speaker = (cites + 1, index)  # "Ann Lee quoted Otto Kern: “…”"
            report.via.append((who, (cites, cites + 1)))
        return report

    def is_speech(self, index: int, least: int = 3) -> bool:
        """Whether the quotation at word `index` is a sentence of somebody's: long enough, and not capitalised as titles are."""
        inside = self.text[slice(*self.words.quotes[index].inside)].split()
        longer = [word for word in inside if len(word) > 3 and word[0].isalpha()]
        titled = bool(longer) and all(word[0].isupper() for word in longer)
        return len(inside) >= least and self._begins_upper(index) and not (titled or self._is_title(index))

    def _label(self, index: int) -> Report | None:
        """ "Ann Lee, Harbour Gazette: “…”": a name, and perhaps who that is, with nothing before it and no verb."""
        words, low = self.words, self.words.low
        if (
            index + 1 >= self.end
            or low[index + 1] != QUOTE
            or index - self.low > _LONGEST_LABEL
            or not self.is_long(index + 1)
        ):
            return None
        label = range(self.low, index)
        if any(
            low[k] in FINITE | AUXILIARIES | SUBJECT_PRONOUNS or (low[k] in CUES and not words.upper[k])
            for k in label
        ):
            return None
        if self.is_tagged(index + 1) or any(low[k].endswith("ed") and not words.upper[k] for k in label):
            return None
        run = next(iter(runs_in(words, self.low, index)), None)
        if run is None or run[0] != self.low or low[self.low] in ADVERBS:
            return None
        start, titles = past_titles(words, *run)
        if start >= run[1] or not (titles or run[1] - start > 1) or run[1] - start > 4:
            return None
        behind = (",", "(", "and", "&", "of", *(_PLACED if self._opens_paragraph() else ()))
        if run[1] < index and low[run[1]] not in behind:
            return None
        named = bool(titles) or low[start] in MALE_NAMES or low[start] in FEMALE_NAMES
        end = index if any(low[k] in ("and", "&") for k in label) else run[1]
        return Report(
            [(index + 1, index + 2)],
            (self.low, end),
            (index, index + 1),
            "before a colon",
            _NAMED if named else _SHAPED,
        )
