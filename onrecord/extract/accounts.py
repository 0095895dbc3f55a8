"""Whose account something is: "according to the mayor, …", "in the words of Ann Lee", "in her view", "per the ministry"."""

from onrecord.extract import phrases, several
from onrecord.extract.content import Content
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.people import DOCUMENTS, ISSUED, is_human, is_person
from onrecord.extract.sentence import Report
from onrecord.extract.words import ADVERBS, DASHES, DETERMINERS, FINITE, POSSESSIVES, PREPOSITIONS

# How far behind a name a quotation may stand, past ", QC,", in words.
_FURTHEST_ASIDE = 8
# What figures and reports are, of which whoever made them is told.
_MADE = frozenset(
    "released published compiled collected issued provided prepared gathered presented submitted posted signed "
    "produced written conducted drafted supplied disclosed announced tabled circulated".split()
)
# "In the words of Ann Lee"
ACCOUNTS = frozenset(
    "words view views opinion eyes judgment judgement estimation telling assessment reckoning account".split()
)
_LEADS = frozenset(["in", "by", "to"])
# What leads up to who tells it, the verb, and what stands behind that.
_TOLD_SO: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("to", "hear"), ("tell",), ("it",)),
    (("the", "way"), ("tells", "tell", "told", "sees", "see", "saw"), ("it",)),
    (("as",), ("tells", "tell", "told", "sees", "see", "saw"), ("it",)),
    (("as", "far", "as"), ("is", "are", "was", "were"), ("concerned",)),
)


class Accounts(Content):
    """A sentence in which a phrase tells whose account it gives."""

    def _in_words_of(self, noun: int) -> Report | None:
        """ "In the words of Ann Lee, …", "…, in the view of Ann Lee"."""
        low = self.words.low
        if noun - 2 < self.low or low[noun - 2 : noun] != ["in", "the"] or low[noun + 1 : noun + 2] != ["of"]:
            return None
        who = phrases.after(self.words, noun + 2, self.end)
        if who is None or not self._may_have_a_view(who):
            return None  # "in the eyes of the law"
        near = range(who[1], min(who[1] + _FURTHEST_ASIDE, self.end))
        quoted = next((index for index in near if low[index] == QUOTE or low[index] in FINITE), None)
        if quoted is not None and low[quoted] == QUOTE and low[quoted - 1] == ",":
            return Report([(quoted, quoted + 1)], who, (noun - 2, noun + 2), "according to", 0.85)
        return self._according(noun - 2, noun + 2)

    def _maker(self, who: tuple[int, int]) -> tuple[int, int]:
        """Whoever made what it is according to: "according to figures released by Ann Lee"."""
        low, by = self.words.low, who[1]
        if by >= self.end or low[by] != "by" or low[by - 1] not in _MADE:
            return who
        return phrases.after(self.words, by + 1, self.end) or who

    def _may_have_a_view(self, who: tuple[int, int]) -> bool:
        low = self.words.low
        head = low[who[1] - 1].removesuffix("'s").removesuffix("'")
        return any(self.words.upper[who[0] : who[1]]) or (low[who[0]] in DETERMINERS and is_person(head))

    def _in_whose_view(self, noun: int) -> Report | None:
        """ "In Lee's view, …", "by his own account, …", "in her words"."""
        low = self.words.low
        owner = noun - 1 - (low[noun - 1] == "own")
        if owner <= self.low or low[noun] == "eyes":
            return None
        if low[owner] in POSSESSIVES and low[owner] not in ("its", "my", "our", "your"):
            first = owner
        elif low[owner].endswith(("'s", "s'")):
            begins = next(
                (
                    k + 1
                    for k in range(owner - 1, max(self.low - 1, owner - _FURTHEST_ASIDE), -1)
                    if low[k] in _LEADS
                ),
                None,
            )
            if begins is None or not self._may_have_a_view((begins, owner + 1)):
                return None
            first = begins
        else:
            return None
        if low[first - 1] not in _LEADS:
            return None
        return self._according_to((first, owner + 1), first - 1, noun + 1, noun + 1)

    def _per(self, index: int) -> Report | None:
        """ "Per the ministry, …", "…, per the ministry"."""
        low, right = self.words.low, index + 1
        if right >= self.end or not low[right][0].isalpha():
            return None
        if index > self.low and low[index - 1] != ",":
            return None
        who = phrases.after(self.words, right, self.end)
        rate = (
            who is not None and who[1] - who[0] == 1 and not self.words.upper[right]
        )  # "Per person, the fare is …"
        if who is None or rate or (who[1] < self.end and low[who[1]] != ",") or not self._may_be_source(who):
            return None
        return self._according(index, right)

    def _may_be_source(self, who: tuple[int, int]) -> bool:
        low, last = self.words.low, who[1] - 1
        single = low[last].removesuffix("s")
        return self.words.upper[last] or is_human(low[last]) or single in DOCUMENTS | ISSUED | {"record"}

    def _tells_it(self, index: int) -> Report | None:
        """ "To hear Lee tell it, …", "The way Lee tells it, …", "As far as Lee is concerned, …"."""
        low = self.words.low
        for head, verbs, behind in _TOLD_SO:
            begin = index + len(head)
            if index != self.low or tuple(low[index:begin]) != head:
                continue
            near = range(begin + 1, min(begin + 2 * _FURTHEST_ASIDE, self.end - len(behind)))
            verb = next((k for k in near if low[k] in verbs), None)
            if verb is None or tuple(low[verb + 1 : verb + 1 + len(behind)]) != behind:
                continue
            after = verb + 1 + len(behind)
            if after < self.end and low[after] == ",":
                return self._according_to((begin, verb), index, after, after)
        return None

    def _according(self, index: int, right: int) -> Report | None:
        who = phrases.after(self.words, right, self.end)
        if who is None:
            return None
        who = several.after(self.words, self._maker(who), self.end)
        return self._according_to(who, index, right, who[1])

    def _according_to(self, who: tuple[int, int], index: int, right: int, after: int) -> Report | None:
        """What is so according to somebody, whom the words from `index` up to word `after` name."""
        words, low = self.words, self.words.low
        before = index - 1 if index > self.low and low[index - 1] == "," else index
        if before <= max(self.low, self.free) or all(
            low[k] in ADVERBS | {"and", "but"} for k in range(self.low, index)
        ):
            comma = self._comma(after)
            if comma is None and not (after < self.end and self._is_clause(after, self.end)):
                return None
            start = self._past_explanation(comma + 1) if comma is not None else after
            if (
                start < self.end
                and low[start] in ("during", "after", "before", "in", "at", "on")
                and phrases.of_clause(words, start, self.end) is None
            ):
                inner = self._first_subject(start)
                start = inner if inner is not None else start
            if start < self.end and low[start] in ("quoting", "citing") and (behind := self._comma(start)):
                start = behind + 1  # "According to the Gazette, quoting the police, …"
            if start < self.end and low[start] in ("who", "which", "whose"):
                return None  # "Not according to Lee, who runs the place."
            piece = (start, self._content_end(start))
            pieces = (
                [piece] if piece[1] > piece[0] + 2 or (piece[1] > piece[0] and low[piece[0]] == QUOTE) else []
            )
        else:
            left = self._left(before)
            if low[left] == "asked":
                return None
            pieces = [(left, before)]
            if (
                after < self.end
                and low[after] == ","
                and self._is_clause(after + 1, self.end)
                and low[after + 1] not in ("who", "which", "a", "an", "the")
            ):
                pieces.append((after + 1, self._content_end(after + 1)))
        return Report(pieces, who, (index, right), "according to", 0.85) if pieces else None

    def _left(self, last: int) -> int:
        """Where what is said before a tag begins."""
        low = self.words.low
        first = max(self.low, self.free)
        while first < last and (low[first] in (",", ";", ":") or low[first] in DASHES):
            first += 1
        if first < last - 1 and low[first] in ("but", "and", "yet", "so", "still", "however", "meanwhile"):
            first += 1
            if low[first] == ",":
                first += 1
        if (
            first < last - 3
            and low[first + 2] == ","
            and low[first] in ("in", "for")
            and low[first + 1] in ("addition", "fact", "example", "instance", "short")
        ):
            first += 3
        return first

    def _past_explanation(self, start: int) -> int:
        """Past "the archivist who catalogued the papers," behind a name, if a clause follows it."""
        low = self.words.low
        comma = self._comma(start)
        if comma is None or low[start] not in (
            "a",
            "an",
            "the",
            "who",
            "which",
            "its",
            "his",
            "her",
            "their",
        ):
            return start
        name_ends = comma + 1
        while name_ends < self.end and self.words.upper[name_ends]:
            name_ends += 1
        if comma + 1 < name_ends < self.end and low[name_ends] == ",":
            return start  # "the mayor of Tallvik, Ingrid Dahl, called …" is the subject of what follows
        inside = range(start, comma)
        relative = any(low[index] in ("who", "which", "whose", "that") for index in inside)
        verb = any(low[index] in FINITE or low[index].endswith("ed") for index in inside)
        return comma + 1 if (relative or not verb) and self._is_clause(comma + 1, self.end) else start

    def _first_subject(self, start: int) -> int | None:
        """Past an introduction without a comma, "during their conversation the leader …", to its subject."""
        low = self.words.low
        for index in range(start + 2, min(start + 8, self.end)):
            if low[index] in ("the", "he", "she", "they") and low[index - 1] not in PREPOSITIONS:
                return index
        return None
