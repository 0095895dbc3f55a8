"""Where what is said ends: with the sentence, or where the reporter speaks again."""

from onrecord.extract import subjects
from onrecord.extract.lexicon import CLAUSE, CUES, NOUNISH, PRIVATE, TAG
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.sentence import Sentence
from onrecord.extract.words import ADVERBS, CLAUSE_OPENERS, DASHES, SUBJECT_PRONOUNS, TIMES, WEEKDAYS

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
        for at in range(start, self.end):
            word = low[at]
            depth += (word == "(") - (word == ")")
            if depth < 0:
                return at
            if at == start:
                continue
            if word == ";" or (subordinate and word in DASHES):
                return at
            if word == QUOTE and at + 1 < self.end and self._closes_with_comma(at) and low[at + 1] != ",":
                if self._reporter_after_quotation(at + 1):
                    return at + 1
            elif word == ",":
                if subordinate or self._reporter_after_comma(at + 1):
                    return at
            elif word == "according" and at + 1 < self.end and low[at + 1] == "to":
                return at
            elif word in ("and", "but") and at + 1 < self.end and self._reporter_after_and(at + 1):
                return at - 1 if low[at - 1] == "," else at
        return self.end

    def _reporter_after_quotation(self, at: int) -> bool:
        """Whether the reporter speaks from word `at`, behind a quotation that ends in a comma."""
        following = self.words.low[at]
        return (
            following in (*_CONTRASTS, "according")
            or (following in CUES and CUES[following][1] == "ing")
            or (following in ("and", "even") and self._reports_again(at + 1))
        )

    def _reporter_after_comma(self, at: int) -> bool:
        low = self.words.low
        following = low[at] if at < self.end else ""
        if following in CUES and CUES[following][1] == "ing":
            return True
        if following in _CONTRASTS:
            return True
        if following == "according" or self._says_too(at + (following == "then")):
            return True
        if following in ("and", "even") and (
            self._reports_again(at + 1) or (at + 1 < self.end and low[at + 1] in ("when", "asked"))
        ):
            return True
        return bool(following) and self._tag_at(at)

    def _reporter_after_and(self, at: int) -> bool:
        words, low = self.words, self.words.low
        ahead = at
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
        return self._reports_again(at, near=True)

    def _says_too(self, at: int) -> bool:
        """Whether another verb of saying with the same subject stands here, as in a headline: "denies it, says …"."""
        known = CUES.get(self.words.low[at]) if at < self.end else None
        return (
            known is not None
            and (known[1] == "s" or (known[1] == "past" and self.words.low[at - 1] == "then"))
            and CLAUSE in known[2]
            and self.words.low[at] not in NOUNISH
            and not self.words.upper[at]
        )

    def _object_end(self, start: int, end: int) -> int:
        """A noun phrase ends before a dash, or a comma with a clause of its own behind it."""
        low = self.words.low
        for at in range(start + 1, end - 1):
            if low[at] in DASHES and low[at] != "-":
                return at
            if low[at] == "," and (
                low[at + 1] in ("which", "who", "whose", "as", "when", "where", "further")
                or low[at + 1].endswith("ing")
            ):
                return at
        return end

    def _name_end(self, start: int, end: int) -> int:
        """What something is called ends with its quotation, unless the phrase plainly goes on."""
        low = self.words.low
        for at in range(start, end - 1):
            if low[at] == QUOTE and (
                self._closes_with_comma(at)
                or low[at + 1] == ","
                or low[at + 1] in CLAUSE_OPENERS
                or low[at + 1] in TIMES
                or low[at + 1] in WEEKDAYS
                or low[at + 1] in ("on", "in", "at", "during", "before", "after", "—")
                or (low[at + 1] == "and" and low[min(at + 2, end - 1)] in CUES)
            ):
                return self._list_end(at + 1, end)
        return end

    def _list_end(self, at: int, last: int) -> int:
        """Behind what else it is called: ", a “bully” and “a con”"."""
        low = self.words.low
        end = at
        while at < last:
            while at < last and low[at] in (",", "and", "or", "a", "an"):
                at += 1
            if at >= last or low[at] != QUOTE:
                break
            at = end = at + 1
        return end

    def _reports_again(self, at: int, near: bool = False) -> bool:
        """Whether "he urged", "the mayor said" begins here."""
        low = self.words.low
        if near and not (at < self.end and low[at] in ("he", "she", "they")):
            return False
        for ahead in range(at, min(at + (3 if near else 6), self.end)):
            word = low[ahead]
            if word == QUOTE or word in ",;:":
                return False
            if word in CUES and ahead > at and CUES[word][1] in ("past", "s"):
                return True
        return False

    def _cue_continues(self, at: int) -> bool:
        """Whether something can be said after the cue at word `at`."""
        low = self.words.low
        return (
            at + 1 < self.end
            and (low[at + 1] not in (",", "and", "by") or (at + 2 < self.end and low[at + 2] == QUOTE))
            and (low[at] not in NOUNISH or CUES[low[at]][1] == "past" or low[at + 1] == "that")
        )

    def _tag_at(self, at: int) -> bool:
        """Whether "he said", "the source added" stands here, closing the sentence."""
        low = self.words.low
        if (
            low[at] in SUBJECT_PRONOUNS
            and at + 1 < self.end
            and low[at + 1] in CUES
            and (at + 2 >= self.end or low[at + 2] == ",")
        ):
            return True
        last = self.end - 1
        if last - at > 8 or last <= at or low[last] not in CUES:
            return False
        _, form, frames = CUES[low[last]]
        if TAG not in frames or form not in ("past", "s") or low[last] in NOUNISH:
            return False
        subject = subjects.before(self.words, last, at)
        return subject is not None and subject.first == at
