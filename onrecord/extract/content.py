"""Where what is said begins after its cue."""

from onrecord.extract import phrases
from onrecord.extract.content_end import ContentEnd
from onrecord.extract.lexicon import (
    AS,
    CLAUSE,
    CUES,
    EXPRESS,
    FOR,
    INFINITIVE,
    NAMING,
    OBJECT,
    PERSON,
    TAG,
    THAT,
    URGING,
)
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.people import is_human
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    FINITE,
    NO_SUBJECT,
    PREPOSITIONS,
    QUESTION,
    SUBJECT_PRONOUNS,
    TIMES,
    WEEKDAYS,
)

# Where what is said begins, by which frame, and how sure that is.
_Found = tuple[int, str, float]
_BEFORE_MARKS = frozenset("a an the being one its his her their our".split())
_SOMEBODY = frozenset(
    "there anybody anyone everybody everyone nobody somebody someone everything nothing something anything".split()
)
_OF_DOING, _SHORT_ING = frozenset("report admit deny recall remember describe confess".split()), 4
_ARTICLES, _SAY = frozenset(["the", "their", "its", "his", "her"]), frozenset(["say", "says", "said"])
_CLAUSE_LENGTH = 6
_OF_IT = frozenset("for of on about over against at to with".split())
_SUBJECTS = DETERMINERS | SUBJECT_PRONOUNS | frozenset(["there", "if", "when", "what", "people", ","])


# How far before a participle "with" stands.
_FURTHEST_WITH = 12


class Content(ContentEnd):
    """A sentence in which the words that are said can be told from the reporter's own."""

    def _with_whom(self, verb: int) -> tuple[int, int] | None:
        """Whoever is named before a participle: ", with Ann Lee saying that …"."""
        low = self.words.low
        behind = range(verb - 1, max(self.low, verb - _FURTHEST_WITH), -1)
        leads = next((index for index in behind if low[index] == "with"), None)
        if leads is None or (leads > self.low and low[leads - 1] != "," and low[leads - 1] not in DASHES):
            return None
        who = phrases.after(self.words, leads + 1, verb)
        return who if who is not None and who[1] == verb else None

    def _content(self, right: int, frames: frozenset[str]) -> _Found | None:
        """Where what is said begins after the cue, by which frame, and how sure that is."""
        low = self.words.low
        if (
            low[right] in ("for", "of", "about", "against", "with")
            and frames.isdisjoint((NAMING, URGING, PERSON, FOR))
            and self._that_ahead(right) is None
        ):
            return self._quotation_on(right, 0.8) if TAG in frames else None
        if EXPRESS in frames:
            return self._after_noun(right)
        if AS in frames or FOR in frames:
            heads = frozenset(["as"] if AS in frames else []) | (_OF_IT if FOR in frames else frozenset())
            if self._quoted_behind(heads, right, self.end) is not None:
                return right + (low[right] in heads), "naming", 0.75
            if PERSON not in frames or QUOTE not in low[right : self.end]:
                return None
        if PERSON in frames and (frame := self._after_person(right)) is not None:
            return frame
        if NAMING in frames:
            if (frame := self._named(right)) is not None:
                return frame
            if (
                low[right] not in PREPOSITIONS
                and OBJECT not in frames
                and low[right] not in ("it", "him", "her", "them", "himself")
            ):
                return None
        if (
            URGING in frames
            and low[right] not in PREPOSITIONS | (ADVERBS - {"both", "each"}) | {"to", "not"}
            and any(low[k] in ("to", "of") for k in range(right, min(right + 20, self.end)))
        ):
            return right, "urging", 0.7
        start = self._past_adjuncts(right)
        if start >= self.end:
            return None
        if low[start] in (":", ","):
            return self._after_mark(start, right, frames)
        return self._after_adjuncts(start, right, frames)

    def _quotation_on(self, right: int, sure: float) -> _Found | None:
        ahead = self._quotation_ahead(right)
        return (ahead, "quotation", sure) if ahead is not None else None

    def _as_quoted(self, start: int, last: int) -> int | None:
        """The quotation behind "as" or "as a", before any comma: "mocked the plan as “a joke”"; None where there is none."""
        return self._quoted_behind(frozenset(["as"]), start, last)

    def _quoted_behind(self, heads: frozenset[str], start: int, last: int) -> int | None:
        low = self.words.low
        for index in range(start, min(start + 20, last - 1)):
            if low[index] in (",", ";", ":", QUOTE) or low[index] in CUES:
                return None
            if low[index] in heads:
                behind = index + 1 + (low[index + 1] in _BEFORE_MARKS)
                if behind < last and low[behind] == QUOTE:
                    return behind
                if low[index] == "as":
                    return None
        return None

    def _named(self, right: int) -> _Found | None:
        """Behind "called (him a coward)", "described it as"."""
        low = self.words.low
        if low[right] == "as" and right + 1 < self.end and low[right + 1] == QUOTE:
            return right + 1, "naming", 0.75
        if low[right] in PREPOSITIONS:
            return None
        span = range(right, min(right + 25, self.end))
        if not any(low[k] in (QUOTE, "as") or (low[k] in ("a", "an") and k > right) for k in span):
            return None
        if low[right] in ("it", "him", "her", "them", "us", "me") and low[right + 1] != "as":
            return right + 1, "naming", 0.75
        return right, "naming", 0.75

    def _after_mark(self, start: int, right: int, frames: frozenset[str]) -> _Found | None:
        """Behind a colon or a comma."""
        low = self.words.low
        following = low[start + 1] if start + 1 < self.end else ""
        if low[start] == ":":
            if CLAUSE not in frames and following not in ("", QUOTE):
                return None
            return start + 1, "colon", 0.95
        if following == QUOTE:
            return start + 1, "quotation", 0.95
        if following == "that":
            return start + 2, "that", 0.8
        if CLAUSE in frames and (that := self._that_behind_aside(start)) is not None:
            return that + 1, "that", 0.75
        return self._quotation_on(right, 0.8) if TAG in frames else None

    def _that_behind_aside(self, comma: int) -> int | None:
        """The "that" behind an aside: "insists, most recently in an interview, that …"."""
        low = self.words.low
        second = next(
            (k for k in range(comma + 1, min(comma + 18, self.end - 1)) if low[k] == "," or low[k] == QUOTE),
            None,
        )
        if second is None or low[second] == QUOTE or low[second + 1] != "that":
            return None
        return second + 1

    def _after_adjuncts(self, start: int, right: int, frames: frozenset[str]) -> _Found | None:
        """At a word that is no mark, behind "on Monday", "in a statement" """
        low = self.words.low
        word = low[start]
        verb = CUES.get(low[right - 1], ("",))[0]
        if verb == "cite" and self._is_cited(start):
            return None
        if CLAUSE in frames or TAG in frames:
            if word == QUOTE:
                return None if self._is_title(start) else (start, "quotation", 0.9)
            if word in DASHES and start + 1 < self.end and low[start + 1] == QUOTE:
                return start + 1, "quotation", 0.9
        if INFINITIVE in frames and word == "to":
            return start, "infinitive", 0.75
        if not frames.isdisjoint((CLAUSE, PERSON, THAT)) and (report := self._subordinate(start)) is not None:
            return report
        if TAG in frames and (report := self._quotation_on(right, 0.85)) is not None:
            return report
        if CLAUSE in frames and self._is_bare_clause(start):
            return start, "clause", 0.8
        if verb in _OF_DOING and self._does(start):
            return start, "infinitive", 0.6
        if OBJECT in frames and (
            word in DETERMINERS
            or self.words.upper[start]
            or word == QUOTE
            or word not in PREPOSITIONS | ADVERBS | {"to", "and", "or", "as"} | TIMES
        ):
            return start, "object", 0.5
        return None

    def _does(self, start: int) -> bool:
        """Whether "(ever) meeting the banker" begins here: what somebody admits, denies or reports doing."""
        low = self.words.low
        index = start + (low[start] in ("ever", "having"))
        if index + 1 >= self.end:
            return False
        return (low[index] in CUES and CUES[low[index]][1] == "ing") or (
            low[index].endswith("ing") and len(low[index]) > _SHORT_ING and not self.words.upper[index]
        )

    def _is_cited(self, start: int) -> bool:
        """Whether people, and not grounds, are cited: "citing two officials"."""
        low = self.words.low
        last = next(
            (k for k in range(start + 1, self.end) if low[k] in PREPOSITIONS or not low[k][0].isalnum()),
            self.end,
        )
        near = [
            word
            for word in low[max(start, last - 2) : last]
            if not word.endswith("ing") and word not in DETERMINERS
        ]
        return any(is_human(word) for word in near)

    def _subordinate(self, start: int) -> _Found | None:
        """A clause with "that", at once or further on, or an indirect question."""
        low = self.words.low
        if (
            low[start] == "that"
            and start + 1 < self.end
            and not (low[start + 1] in FINITE and start + 2 >= self.end)
            and not self._points(start)
        ):
            return start + (2 if low[start + 1] == "," else 1), "that", 0.9
        if low[start] == "that" and self._points(start):
            return None
        if (that := self._that_ahead(start)) is not None:
            return that + 1, "that", 0.85
        return (start, "question", 0.6) if low[start] in QUESTION else None

    def _points(self, index: int) -> bool:
        """Whether the "that" at word `index` points at a noun and begins no clause: "asked that question again"."""
        words, low = self.words, self.words.low
        first = index + 1
        if first >= self.end or words.upper[first] or not low[first].isalpha() or low[first] in _SUBJECTS:
            return False
        if low[first].endswith("s"):
            return False
        return not any(
            low[k] in FINITE
            or low[k] in AUXILIARIES
            or low[k] == QUOTE
            or (low[k] in CUES and not self._is_noun_here(k))
            or (
                low[k].endswith(("ed", "s"))
                and low[k] not in _SUBJECTS | PREPOSITIONS | ADVERBS
                and not words.upper[k]
            )
            for k in range(first + 1, min(first + 14, self.end))
        )

    def _is_bare_clause(self, start: int) -> bool:
        """Whether a clause without "that" begins here."""
        word = self.words.low[start]
        if word in SUBJECT_PRONOUNS and start + 1 < self.end:
            return True
        if word in _ARTICLES and self.words.low[start - 1] in _SAY and self.end - start >= _CLAUSE_LENGTH:
            return True  # "say the lorries start at four"
        return (
            word not in NO_SUBJECT
            and self._is_clause(start, self._before_aside(start))
            and (word in DETERMINERS or word in _SOMEBODY or self._clause_near(start))
        )

    def _before_aside(self, start: int) -> int:
        """Where what begins at word `start` ends before a last ", which …"; the sentence's end where there is none."""
        low = self.words.low
        comma = self._comma(start)
        if comma is None or comma + 1 >= self.end or low[comma + 1] not in ("which", "who", "whose"):
            return self.end
        return self.end if self._comma(comma + 1) is not None else comma

    def _after_noun(self, right: int) -> _Found | None:
        """Behind "expressed (his deep) concern": a clause, a quotation, or what the noun is about."""
        low = self.words.low
        for index in range(right + 1, min(right + 8, self.end)):
            word = low[index]
            if word == "that":
                return index + 1, "that", 0.85
            if word == QUOTE:
                return index, "quotation", 0.85
            if word in (":", ","):
                if index + 1 < self.end and low[index + 1] == QUOTE:
                    return index + 1, "quotation", 0.9
                return None
            if word in ("for", "about", "over") and index + 1 < self.end:
                return index + 1, "object", 0.6
            if word in SUBJECT_PRONOUNS or word in FINITE:
                return None
        return None

    def _after_person(self, right: int) -> _Found | None:
        """Behind "told reporters (on Monday)"."""
        index = self._person_end(right)
        if index is None or index == right or index >= self.end:
            return None
        index = self._past_adjuncts(index)
        if index >= self.end:
            return None
        low = self.words.low
        word = low[index]
        if word == ":":
            return index + 1, "colon", 0.95
        if word == ",":
            return (
                (index + 1, "quotation", 0.95) if index + 1 < self.end and low[index + 1] == QUOTE else None
            )
        if word == QUOTE:
            return index, "quotation", 0.9
        if word == "that" and not self._points(index):
            return index + 1, "that", 0.9
        if word != "that" and (that := self._that_ahead(index)) is not None:
            return that + 1, "that", 0.85
        if word == "to":
            return right, "urging", 0.6
        if word in QUESTION:
            return index, "question", 0.6
        if (word in SUBJECT_PRONOUNS or word in DETERMINERS or self.words.upper[index]) and self._is_clause(
            index, self.end
        ):
            return index, "clause", 0.8
        return None

    def _person_end(self, right: int) -> int | None:
        """Where the name of who was told ends; None where nobody is named behind the cue."""
        low = self.words.low
        if low[right] == QUOTE or low[right] in PREPOSITIONS or low[right] in ("that", ",", ":", "not", "to"):
            return None
        if low[right] in SUBJECT_PRONOUNS and low[right] not in ("it", "you"):
            return None
        index = right
        while index < self.end:
            word = low[index]
            if word == QUOTE and any(low[k] == "that" for k in range(index + 1, min(index + 6, self.end))):
                index += 1  # "told CNN's “Morning Show” on Friday that"
                continue
            if word == QUOTE or word in (",", ":", "that", "to", "how", "what", "why", "whether", "if"):
                break
            if index > right and (
                word in SUBJECT_PRONOUNS
                or word in FINITE
                or (
                    word in DETERMINERS
                    and (
                        low[index - 1] not in PREPOSITIONS | DETERMINERS | {"and"}
                        or (low[index - 1] == "her" and index - 1 == right)
                    )
                )
                or word in WEEKDAYS
                or word in ("on", "in", "at", "during", "last", "this", "earlier")
            ):
                break
            index += 1
        return index
