"""Where what is said ends: with the sentence, or where the reporter speaks again."""

from onrecord.extract import subjects
from onrecord.extract.lexicon import CLAUSE, CUES, NOUNISH, PRIVATE, TAG
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.sentence import Sentence
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DASHES,
    NEGATIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    WEEKDAYS,
)

_DECLINING = frozenset("declined refused declines refuses".split())
_COMMENTING = frozenset("comment elaborate specify identify discuss give provide release answer".split())
_NOT_SAID = frozenset("say disclose reveal mention explain".split())
_PASSING_ON = frozenset("citing quoting adding without speaking according".split())
_CONTRASTS = ("but", "though", "although", "while", "whereas")


class ContentEnd(Sentence):
    """A sentence in which can be told where the words that are said end."""

    def _content_end(self, start: int, *, subordinate: bool = False, whole: bool = False) -> int:
        """Where what is said ends: with the sentence, or where the reporter speaks again."""
        low = self.words.low
        if start >= self.end:
            return start
        if low[start] == QUOTE and (whole or self._closes_for_tag(start)):
            return start + 1
        depth = 0
        for index in range(start, self.end):
            word = low[index]
            depth += (word == "(") - (word == ")")
            if depth < 0:
                return index
            if index == start:
                continue
            if word == ";" or (subordinate and word in DASHES):
                return index
            if (
                word == QUOTE
                and index + 1 < self.end
                and self._closes_with_comma(index)
                and low[index + 1] != ","
            ):
                if self._reporter_after_quotation(index + 1):
                    return index + 1
            elif word == ",":
                if subordinate or self._reporter_after_comma(index + 1):
                    return index
            elif word == "according" and index + 1 < self.end and low[index + 1] == "to":
                return index
            elif word in ("and", "but") and index + 1 < self.end and self._reporter_after_and(index + 1):
                return index - 1 if low[index - 1] == "," else index
        return self.end

    def _reporter_after_quotation(self, index: int) -> bool:
        """Whether the reporter speaks from word `index`, behind a quotation that ends in a comma."""
        following = self.words.low[index]
        return (
            following in (*_CONTRASTS, "according")
            or (following in CUES and CUES[following][1] == "ing")
            or (following in ("and", "even") and self._reports_again(index + 1))
        )

    def _reporter_after_comma(self, index: int) -> bool:
        low = self.words.low
        following = low[index] if index < self.end else ""
        if following in CUES and CUES[following][1] == "ing":
            return True
        if following in _CONTRASTS:
            return True
        if following == "according" or self._says_too(index + (following == "then")):
            return True
        if following in ("and", "even") and (
            self._reports_again(index + 1) or (index + 1 < self.end and low[index + 1] in ("when", "asked"))
        ):
            return True
        return bool(following) and self._tag_at(index)

    def _reporter_after_and(self, index: int) -> bool:
        words, low = self.words, self.words.low
        if self._holds_back(index):
            return True
        ahead = index
        while ahead < self.end and (
            low[ahead] in ADVERBS or low[ahead].endswith("ly") or low[ahead] in ("has", "have", "had")
        ):
            ahead += 1
        if (
            ahead < self.end
            and low[ahead] in CUES
            and CUES[low[ahead]][1] in ("past", "s")
            and CUES[low[ahead]][0] not in PRIVATE
            and not words.upper[ahead]
            and self._cue_continues(ahead)
        ):
            return True
        return self._reports_again(index, near=True)

    def _holds_back(self, index: int) -> bool:
        """Whether "would not say", "declined to comment", "did not elaborate" begins here: what the speaker did not do."""
        low = self.words.low
        if low[index] in _DECLINING and index + 2 < self.end and low[index + 1] == "to":
            return low[index + 2] in _COMMENTING or low[index + 2] in CUES
        if index + 2 >= self.end or low[index] not in AUXILIARIES:
            return False
        verb = index + 2 if low[index + 1] in ("not", "never") else index + 1
        negated = verb == index + 2 or low[index] in NEGATIONS
        return negated and (low[verb] in _COMMENTING or low[verb] in _NOT_SAID)

    def _says_too(self, index: int) -> bool:
        """Whether another verb of saying with the same subject stands here, as in a headline: "denies it, says …"."""
        known = CUES.get(self.words.low[index]) if index < self.end else None
        return (
            known is not None
            and (known[1] == "s" or (known[1] == "past" and self.words.low[index - 1] == "then"))
            and CLAUSE in known[2]
            and self.words.low[index] not in NOUNISH
            and not self.words.upper[index]
        )

    def _object_end(self, start: int, end: int) -> int:
        """A noun phrase ends before a dash, or a comma with a clause of its own behind it."""
        low = self.words.low
        for index in range(start + 1, end - 1):
            if low[index] in DASHES and low[index] != "-":
                return index
            if low[index] == "," and (
                low[index + 1] in ("which", "who", "whose", "as", "when", "where", "further")
                or low[index + 1].endswith("ing")
            ):
                return index
        return end

    def _name_end(self, start: int, end: int) -> int:
        """What something is called ends with its quotation, unless the phrase plainly goes on."""
        low = self.words.low
        for index in range(start, end - 1):
            if low[index] == QUOTE and (
                self._closes_with_comma(index)
                or low[index + 1] == ","
                or low[index + 1] in CLAUSE_OPENERS
                or low[index + 1] in TIMES
                or low[index + 1] in WEEKDAYS
                or low[index + 1] in ("on", "in", "at", "during", "before", "after", "—")
                or (low[index + 1] == "and" and low[min(index + 2, end - 1)] in CUES)
            ):
                return self._list_end(index + 1, end)
        return end

    def _list_end(self, index: int, last: int) -> int:
        """Behind what else it is called: ", a “bully” and “a con”"."""
        low = self.words.low
        end = index
        while index < last:
            while index < last and low[index] in (",", "and", "or", "a", "an"):
                index += 1
            if index >= last or low[index] != QUOTE:
                break
            index = end = index + 1
        return end

    def _reports_again(self, index: int, near: bool = False) -> bool:
        """Whether "he urged", "the mayor said" begins here."""
        low = self.words.low
        if near and not (index < self.end and low[index] in ("he", "she", "they")):
            return False
        for ahead in range(index, min(index + (3 if near else 6), self.end)):
            word = low[ahead]
            if word == QUOTE or word in ",;:":
                return False
            if word in CUES and ahead > index and CUES[word][1] in ("past", "s"):
                return True
            if (
                word in CUES
                and ahead > index
                and CUES[word][1] == "ing"
                and low[ahead - 1] in BE
                and not near
            ):
                return True
        return False

    def _cue_continues(self, index: int) -> bool:
        """Whether something can be said after the cue at word `index`."""
        low = self.words.low
        return (
            index + 1 < self.end
            and (
                low[index + 1] not in (",", "and", "by") or (index + 2 < self.end and low[index + 2] == QUOTE)
            )
            and (low[index] not in NOUNISH or CUES[low[index]][1] == "past" or low[index + 1] == "that")
        )

    def _last_before_participle(self, index: int) -> int:
        """The last word of the clause that begins at word `index` where ", citing two people" follows, else of the sentence."""
        low = self.words.low
        for comma in range(index + 2, min(index + 8, self.end - 1)):
            if low[comma] == ",":
                return comma - 1 if low[comma + 1] in _PASSING_ON else self.end - 1
        return self.end - 1

    def _tag_at(self, index: int) -> bool:
        """Whether "he said", "the source added" stands here, closing the sentence."""
        low = self.words.low
        if (
            low[index] in SUBJECT_PRONOUNS
            and index + 1 < self.end
            and low[index + 1] in CUES
            and (index + 2 >= self.end or low[index + 2] == ",")
        ):
            return True
        last = self._last_before_participle(index)
        if last - index > 8 or last <= index or low[last] not in CUES:
            return False
        _, form, frames = CUES[low[last]]
        if TAG not in frames or form not in ("past", "s") or low[last] in NOUNISH:
            return False
        subject = subjects.before(self.words, last, index)
        return subject is not None and subject.first == index
