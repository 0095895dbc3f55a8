"""Cues beside what is said: "…, she said", "…, said the mayor", "according to the mayor, …"."""

from onrecord.extract import phrases, several, subjects
from onrecord.extract.accounts import Accounts
from onrecord.extract.lexicon import (
    CLAUSE,
    CUES,
    FOR,
    NOUNISH,
    PERSON,
    PRIVATE,
    TAG,
)
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.sentence import Report
from onrecord.extract.words import (
    ADVERBS,
    CLAUSE_OPENERS,
    DASHES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATE,
)

# How far behind a name a quotation may stand, past ", QC,", in words.
_FURTHEST_ASIDE = 8


# "…, says union", at the end of a headline.
_SHORT = 4


class Beside(Accounts):
    """A sentence with clauses of saying put beside, into or behind what is said."""

    def _inverted(self, index: int, right: int) -> Report | None:
        """ "…, said X", and "Said X: …" """
        words, low = self.words, self.words.low
        if low[index] in ("told", "tells") or right >= self.end:
            return None
        if index == self.low and words.upper[index]:
            return self._inverted_at_head(index, right)
        last = self._end_before(index)
        if index <= self.free or (last == index and low[index - 1] != QUOTE):
            return None
        after_quotation = low[last - 1] == QUOTE
        if not after_quotation and CUES.get(low[index], ("",))[0] in PRIVATE:
            return None
        if not self._may_be_speaker(right, after_quotation):
            return None
        who = phrases.after(words, right, self.end)
        if who is None or (not after_quotation and self._is_followed_by_clause(index, who)):
            return None
        left = self._left(last)
        if last <= left or not self._may_be_said(left, last, index):
            return None
        if not after_quotation and low[left + 1 : left + 2] == [","] and low[left + 2] in PREPOSITIONS:
            return None  # "Fenn, of no fixed address, admitted two thefts"
        who = several.after(words, who, self.end)
        if after_quotation and low[last - 2] == "," and self._introduces(left, last - 2):
            left = last - 1  # "As for the cost, “…,” said Lee"
        return Report(
            [(left, last), *self._resumed(self._past_apposition(who[1]))],
            who,
            (index, right),
            "inverted",
            0.9,
        )

    def _may_be_said(self, first: int, last: int, cue: int) -> bool:
        """Whether the cue fits what stands before it: people laugh and cry quotations, not clauses."""
        if any(self.words.low[index] == QUOTE for index in range(first, last)):
            return True
        verb, _, frames = CUES.get(self.words.low[cue], ("", "", frozenset([CLAUSE])))
        # "Hall got up, thanked Ann Lee": whom he thanked, not who said that he got up.
        return CLAUSE in frames or (PERSON in frames and FOR not in frames) or verb == "continue"

    def _inverted_at_head(self, index: int, right: int) -> Report | None:
        """ "Said X: “…”" """
        who = phrases.after(self.words, right, self.end)
        who = several.after(self.words, who, self.end) if who is not None else None
        if who is None or who[1] + 1 >= self.end:
            return None
        start = self._behind_head(who[1])
        if start is None:
            return None
        return Report([(start, self._content_end(start, whole=True))], who, (index, right), "inverted", 0.9)

    def _behind_head(self, index: int) -> int | None:
        """Where the words begin behind "Said X:", "Added his wife, Joan,"; `index` is where X ends."""
        low = self.words.low
        if low[index] == ":":
            return index + 1
        near = range(index, min(index + _FURTHEST_ASIDE, self.end - 1)) if low[index] == "," else range(0)
        for mark in near:
            if low[mark] in (",", ":") and low[mark + 1] == QUOTE:
                return mark + 1
            if low[mark] in FINITE or low[mark] == QUOTE:
                break
        return None

    def _end_before(self, index: int) -> int:
        """Where what is said ends before the comma or dash in front of word `index`; `index` itself if there is none."""
        low = self.words.low
        last = index
        while last - 1 > self.low and (low[last - 1] == "," or low[last - 1] in DASHES):
            last -= 1
        return last

    def _may_be_speaker(self, start: int, after_quotation: bool) -> bool:
        """Whether a noun phrase may begin here that says who speaks."""
        words, low = self.words, self.words.low
        word = low[start]
        if word in (",", ":", "to") or word == QUOTE:
            return False
        if word in PREPOSITIONS or word in CLAUSE_OPENERS or word in ADVERBS:
            return False
        if word.endswith("ly") and not words.upper[start]:
            return False
        return (
            after_quotation
            or word in DETERMINERS
            or word in SUBJECT_PRONOUNS
            or any(words.upper[start : start + 6])
            or (self.end == len(words) and self.end - start < _SHORT and word.isalpha())
        )

    def _is_followed_by_clause(self, index: int, who: tuple[int, int]) -> bool:
        """Whether "X, the mayor, said Y would come" stands here: the speaker is before the cue, a clause behind it."""
        words, low = self.words, self.words.low
        after = low[who[1]] if who[1] < self.end else ""
        if after in FINITE or after in CUES:
            return True
        for k in range(who[0] + 1, who[1]):
            verb = low[k] in CUES and (low[k] not in NOUNISH or CUES[low[k]][1] == "base")
            if (verb or low[k].endswith("ed")) and not words.upper[k]:
                return True
        return bool(after) and after != "," and subjects.before(words, index, self.low) is not None

    def _tag(
        self, subject: subjects.Subject, index: int, right: int, frames: frozenset[str]
    ) -> Report | None:
        """ "…, X said" and "…, X said, …" """
        low = self.words.low
        begin = subject.clause
        if begin <= max(self.low, self.free):
            return None
        if low[subject.first] == "who" and low[begin - 1] != QUOTE:
            return None  # "the mayor, who did not say much, …"
        mark = low[begin - 1]
        if not (mark == "," or mark == QUOTE or mark in DASHES):
            return None
        ended = self._tag_end(mark, begin, right, frames)
        if ended is None:
            return None
        last = begin if mark == QUOTE else begin - 1
        left = self._left(last)
        if last <= left and (inner := self._told_before(last)) is not None:
            # "Clinton said she knew, the source added": what the source says is all of it.
            inner.via.append(((subject.first, subject.last), (index, right)))
            whole = [(self.low, last), *self._resumed(ended)]
            return Report(whole, (subject.first, subject.last), (index, right), "tag", 0.7)
        if last <= left:
            return None
        if mark == QUOTE and last - 2 >= left and low[last - 2] == ":":
            left = last - 1
        if mark == QUOTE and self._leads_with_title(left, last, right):
            return None
        if mark != QUOTE and low[last - 1] != QUOTE and self._introduces(left, last):
            pieces = self._resumed(ended)
            return (
                Report(pieces, (subject.first, subject.last), (index, right), "tag", 0.7) if pieces else None
            )
        if not self._may_be_said(left, last, index):
            return None
        pieces = [(left, last), *self._resumed(ended)]
        return Report(pieces, (subject.first, subject.last), (index, right), "tag", 0.9)

    def _leads_with_title(self, left: int, last: int, right: int) -> bool:
        """Whether a title ends what leads up to the clause: "On “Fox News Sunday,” X said he …"."""
        low = self.words.low
        if last - 1 <= left or low[left] not in PREPOSITIONS or self._is_clause(left, last - 1):
            return False
        inside = self.text[slice(*self.words.quotes[last - 1].inside)].split()
        longer = [word for word in inside if len(word) > 3 and word[0].isalpha()]
        behind = self._past_adjuncts(right)
        goes_on = behind < self.end and low[behind][0].isalnum()
        return goes_on and bool(longer) and all(word[0].isupper() for word in longer)

    def _tag_end(self, mark: str, begin: int, right: int, frames: frozenset[str]) -> int | None:
        """Where "X said" behind a `mark` ends, with whom it was said to and when; None where it is no tag."""
        low = self.words.low
        after = right
        if PERSON in frames:
            person = phrases.after(self.words, right, self.end)
            if person is not None and low[right] != "that":
                after = person[1]
        ended = self._past_adjuncts(after)
        closed = mark == QUOTE and self._closes_for_tag(begin - 1)
        goes_on = ended < self.end and low[ended] not in (",", ";", ")", QUOTE) and low[ended] not in DASHES
        if goes_on and (not closed or low[ended] in ("that", ":")):
            return None
        if goes_on or closed:
            ended = self._past_apposition(ended)
        if mark == QUOTE:
            return ended
        if ended < self.end and low[ended] == QUOTE:
            return None
        if ended + 1 < self.end and low[ended + 1] == QUOTE and self._begins_upper(ended + 1):
            return None  # "On the debate stage, Trump boasted, “That makes me smart.”"
        return ended

    def _introduces(self, left: int, last: int) -> bool:
        """Whether what stands before the tag only leads up to it: "In an interview, X said, …"."""
        word = self.words.low[left]
        if word == "asked":
            return True
        leads = word in PREPOSITIONS or word in SUBORDINATE or word.endswith("ing") or word in ADVERBS
        return leads and not self._is_clause(left, last)

    def _resumed(self, index: int) -> list[tuple[int, int]]:
        """What goes on after "…, X said, …"."""
        low = self.words.low
        if index < self.end and low[index] == QUOTE:
            return [(index, self._content_end(index))]
        if index + 1 >= self.end or low[index] != ",":
            return []
        start = index + 1
        if low[start] == "that":
            start += 1
        if low[start] in ("and", "but", "or"):
            behind = start + (2 if start + 1 < self.end and low[start + 1] == "still" else 1)
            start = behind if behind < self.end and low[behind] == QUOTE else start
        if low[start] == QUOTE:
            return [(start, self._content_end(start))] if not self._has_own_tag(start) else []
        if low[start] in (
            "who",
            "which",
            "but",
            "and",
            "although",
            "though",
            "while",
            "as",
            "when",
            "where",
            "whose",
            "or",
            "a",
            "an",
        ):
            return []
        if low[start].endswith("ing") or low[start] in PREPOSITIONS:
            return []
        if low[start] in FINITE or low[start].endswith("ed"):
            return [(start, self._content_end(start))]
        if low[start] in CUES or not self._is_clause(start, self.end):
            return []
        return [(start, self._content_end(start))]

    def _has_own_tag(self, index: int) -> bool:
        """Whether the quotation at word `index` has somebody else behind it: "…, said X, and “…,” said Y"."""
        low = self.words.low
        known = CUES.get(low[index + 1]) if index + 2 < self.end else None
        if known is None or known[1] not in ("past", "s") or TAG not in known[2]:
            return False
        return self._may_be_speaker(index + 2, True)

    def _told_before(self, last: int) -> Report | None:
        """The report at the sentence's head whose content ends at word `last`."""
        if (
            len(self.reported) == 1
            and self.reported[0].pieces
            and self.reported[0].pieces[-1][1] == last
            and self.reported[0].speaker is not None
        ):
            return self.reported[0]
        return None

    def _past_apposition(self, index: int) -> int:
        """Past ", the mayor of Ohio" and "in an interview" to the comma or quotation after which a quotation goes on."""
        low = self.words.low
        while index < self.end:
            if (
                low[index] == ","
                and index + 1 < self.end
                and (
                    low[index + 1] == QUOTE
                    or (
                        low[index + 1] in ("and", "but", "or")
                        and index + 2 < self.end
                        and low[index + 2] == QUOTE
                    )
                )
            ):
                return index
            index += 1
        return index
