"""A sentence to be looked at, and what can be told of its words by looking ahead."""

from onrecord.extract import never
from onrecord.extract.lexicon import CUES, NOUNISH
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    MONTHS,
    OCCASIONS,
    PLAIN_VERBS,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    WEEKDAYS,
)
from onrecord.model.record import fresh, mutable
from onrecord.text.polarity import Reading

ENDS = frozenset(".!?…")


@mutable
class Report:
    """Words that somebody says, as ranges of words of one paragraph; `speaker` and `cue` likewise."""

    pieces: list[tuple[int, int]]
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    frame: str
    confidence: float
    opens_block: bool = False
    # Who passes it on, nearest to the speaker first, each with its cue.
    via: list[tuple[tuple[int, int], tuple[int, int]]] = fresh(default_factory=list)
    # What the clause of saying expresses, once that is known.
    reading: Reading | None = None
    # A parser sees it negated, only possible or wrongly told: asserted it is not, whatever the words say.
    doubted: bool = False


class Sentence:
    """Words `low` to `end` of a paragraph, its closing stops left aside."""

    def __init__(self, text: str, words: Paragraph, low: int, high: int) -> None:
        self.text = text
        self.words = words
        self.low = low
        self.high = high
        end = high
        while end > low and (
            words.low[end - 1] in ENDS
            or (words.low[end - 1] in ")]" and end - 2 >= low and words.low[end - 2] in ENDS)
        ):
            end -= 1
        self.end = end
        self.reported: list[Report] = []
        capitals = sum(words.upper[low:end])
        self.headline = capitals * 2 > end - low
        self.free = low  # words before this one belong to an earlier report

    def _is_clause(self, start: int, end: int) -> bool:
        words = self.words
        for index in range(start + 1, end):
            word = words.low[index]
            if (
                word in FINITE
                or word == QUOTE
                or (word in PLAIN_VERBS and self._is_behind_plural(index))
                or (
                    (word.endswith("ed") or (word in CUES and CUES[word][1] != "ing"))
                    and not words.upper[index]
                    and not self._is_noun_here(index)
                )
            ):
                return True
        return False

    def _is_behind_plural(self, index: int) -> bool:
        low = self.words.low
        before = index - 1 - (low[index - 1] in ADVERBS)
        return low[before] in PLURALS or (
            low[before].endswith("s") and not low[before].endswith(("ss", "'s"))
        )

    def _is_noun_here(self, index: int) -> bool:
        """Whether a word that may be a verb is a noun: "the report", "Lee's claims"."""
        low = self.words.low
        return low[index] in NOUNISH and (
            low[index - 1] in DETERMINERS or low[index - 1].endswith(("'s", "s'"))
        )

    def _clause_near(self, start: int) -> bool:
        """Whether a verb comes soon, before a comma: "said Democrats are", not "said Thursday in Ohio"."""
        words = self.words
        for index in range(start + 1, min(start + 14, self.end)):
            word = words.low[index]
            if word in ("who", "which", ":", ";"):
                return False
            if (
                word in FINITE
                or word == QUOTE
                or ((word.endswith(("ed", "s")) or word in CUES) and not words.upper[index])
            ):
                return True
        return False

    def _comma(self, start: int) -> int | None:
        low = self.words.low
        for index in range(start, min(start + 30, self.end)):
            if low[index] == ",":
                return index
        return None

    def _that_ahead(self, start: int) -> int | None:
        """The "that" behind "said Monday at a rally in Ohio": only adverbials stand between."""
        low = self.words.low
        if not (
            low[start] in PREPOSITIONS
            or low[start] in TIMES
            or low[start] in ADVERBS
            or low[start] in ("to",)
        ):
            return None
        for index in range(start, min(start + 16, self.end)):
            word = low[index]
            if word == "that":
                told = CUES.get(low[index - 1], ("", ""))[1] in ("past", "s")
                return None if told and index - 1 > start else index  # another verb's
            if word == QUOTE or word in ",;:" or word in AUXILIARIES or word in SUBJECT_PRONOUNS:
                return None
        return None

    def _quotation_ahead(self, start: int) -> int | None:
        """The quotation behind a comma or colon that "said of the plan during the debate" leads up to."""
        low = self.words.low
        for index in range(start, min(start + 25, self.end)):
            word = low[index]
            if word == QUOTE:
                return index if low[index - 1] in (",", ":") else None
            if word in (";", "that") or word in SUBJECT_PRONOUNS or word in AUXILIARIES:
                return None
            if word in CUES and CUES[word][1] in ("past", "s") and not self.words.upper[index]:
                return None
            if (
                word in CUES
                and CUES[word][1] == "ing"
                and index > start
                and low[index - 1] not in PREPOSITIONS
            ):
                return None  # "denied the report, adding: “…”", "recalled her father saying: “…”": the participle's
        return None

    def _past_adjuncts(self, index: int) -> int:
        """Past adverbs, times and occasions: "said later Friday in a statement on Twitter"."""
        words, low = self.words, self.words.low
        while index < self.end:
            word = low[index]
            following = low[index + 1] if index + 1 < self.end else ""
            if word in WEEKDAYS or word in (
                "today",
                "yesterday",
                "afterward",
                "later",
                "recently",
                "earlier",
                "previously",
                "again",
                "flatly",
                "bluntly",
                "tonight",
                "wednesday's",
            ):
                index += 1
                if index < self.end and low[index] in ("morning", "afternoon", "evening", "night"):
                    index += 1
            elif (
                word.endswith("ly")
                and not words.upper[index]
                and following
                and (following in (":", ",", "that") or following == QUOTE)
            ):
                index += 1
            elif (
                word in ("last", "this", "earlier", "late", "early")
                and following in TIMES
                and following not in ("this", "that", "last", "next")
            ):
                index += 2
            elif word in ("on", "in", "by") and (
                following in WEEKDAYS
                or following in MONTHS
                or following in ("twitter", "facebook", "tuesday", "air")
            ):
                index += 2
                while index < self.end and (
                    low[index][0].isdigit() or low[index] in ("morning", "afternoon", "evening", "night")
                ):
                    index += 1
            elif (
                word in ("after", "before", "following")
                and following in DETERMINERS
                and index + 3 < self.end
                and low[index + 2].isalpha()
                and (low[index + 3] in SUBJECT_PRONOUNS or low[index + 3] == "that")
            ):
                index += 3
            elif word == "to" and following in ("reporters", "cnn", "journalists"):
                index += 2
            elif (
                word in ("via", "by", "in", "at", "during", "on", "through")
                and (ended := self._occasion(index)) is not None
            ) or (ended := self._long_ago(index)) is not None:
                index = ended
            else:
                return index
        return index

    def _long_ago(self, index: int) -> int | None:
        """Past "two weeks ago", "a day earlier", "last week"."""
        low = self.words.low
        if low[index] not in DETERMINERS and not low[index][0].isdigit():
            return None
        for end in range(index + 2, min(index + 5, self.end)):
            if low[end - 1] in ("ago", "earlier", "later", "before"):
                return end if never.is_time(self.words, index, end) else None
        return None

    def _occasion(self, index: int) -> int | None:
        """Past "in a statement", "at a rally in Ohio", "during an interview with CNN's Wolf Blitzer"."""
        words, low = self.words, self.words.low
        end = index + 1
        while end < min(index + 8, self.end) and low[end] not in OCCASIONS:
            if (
                low[end] == QUOTE
                or low[end] in ",;:"
                or low[end] in SUBJECT_PRONOUNS
                or low[end] in FINITE
                or low[end] == "that"
            ):
                return None
            end += 1
        if end >= min(index + 8, self.end):
            return None
        while end < self.end and low[end] in OCCASIONS:
            end += 1
        while (
            end + 1 < self.end
            and low[end] in ("with", "in", "to", "on", "at", "from", "for", "of")
            and (words.upper[end + 1] or low[end + 1] in ("reporters", "the", "a"))
        ):
            end += 1
            if low[end] in ("the", "a"):
                end += 1
            first = end
            while end < self.end and (
                (words.upper[end] and low[end] not in SUBJECT_PRONOUNS and (low[end] not in WEEKDAYS))
                or low[end] == "reporters"
                or end == first
            ):
                end += 1
        return end

    def _closes_for_tag(self, index: int) -> bool:
        """Whether the quotation at word `index` ends as before "she said": with a comma, or a mark of its own."""
        pair = self.words.quotes[index]
        inside = self.text[slice(*pair.inside)].rstrip(" \u00a0’'”\"")
        after = self.text[pair.end : pair.end + 1]
        return inside[-1:] in (",", "!", "?", "-", "—", "–", "…", ".") or after == ","

    def _closes_with_comma(self, index: int) -> bool:
        return self.text[slice(*self.words.quotes[index].inside)].rstrip(" ’'”\"").endswith(",")

    def _begins_upper(self, index: int) -> bool:
        return self.text[self.words.quotes[index].inside[0] :][:1].isupper()

    def _is_title(self, index: int) -> bool:
        """Whether the quotation at word `index` is the name of a work: “Over the River”, every longer word capitalised."""
        named = self.text[slice(*self.words.quotes[index].inside)].split()
        if len(named) < 2 or not named[-1][-1].isalnum():
            return False
        return all(word[0].isupper() or len(word) < 4 for word in named) and named[-1][0].isupper()
