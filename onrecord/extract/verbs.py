"""Whether a word that may be a cue is a verb here, of which somebody is the subject, and tells that something was said."""

from onrecord.extract import phrases
from onrecord.extract.beside import Beside
from onrecord.extract.lexicon import CUES, NOUNISH
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.subjects import Subject
from onrecord.extract.words import (
    AUXILIARIES,
    BE,
    COMMA_LIKE,
    DETERMINERS,
    FINITE,
    MODALS,
    PLURALS,
    PREPOSITIONS,
    PRONOUN_DETERMINERS,
    QUANTITIES,
    REFLEXIVE,
    RELATIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
)
from onrecord.model.record import record

Range = tuple[int, int]


@record()
class Cue:
    """A cue in a sentence: the words `index` to `right`, the form of its verb, and the frames it may stand in."""

    index: int
    right: int
    form: str
    frames: frozenset[str]

    @property
    def range(self) -> Range:
        return self.index, self.right


class Verbs(Beside):
    """A sentence in which can be told which cues are verbs that report something."""

    def _is_said_by_several(self, cue: Cue) -> bool:
        """Whether "…, say critics" stands here, with a plural behind the verb."""
        words, low = self.words, self.words.low
        if cue.right >= self.end or (low[cue.index - 1] != "," and low[cue.index - 1] != QUOTE):
            return False
        who = phrases.after(words, cue.right, self.end)
        if who is None or low[who[0]] in SUBJECT_PRONOUNS - {"they"}:
            return False
        last = next((k for k in range(who[0] + 1, who[1]) if low[k] in PREPOSITIONS), who[1])
        head = low[last - 1]
        return (
            (head.endswith("s") and not head.endswith(("ss", "'s")))
            or head in PLURALS
            or "and" in low[who[0] : who[1]]
        )

    def _is_no_verb(self, cue: Cue) -> bool:
        """Whether the cue is a noun or a name here: "the claims", "Lee's report", "United States"."""
        words, low = self.words, self.words.low
        if cue.index == self.low:
            return False
        before = low[cue.index - 1]
        if words.upper[cue.index]:
            return not self.headline
        if low[cue.index] in NOUNISH and (before.endswith(("'s", "s'")) or self._is_of_phrase(cue)):
            return True
        if before in DETERMINERS:
            behind = low[cue.right] if cue.right < self.end else ","
            counts = before in QUANTITIES and (behind in COMMA_LIKE or behind in (QUOTE, "that"))
            return before not in PRONOUN_DETERMINERS and not counts  # "a mother of three replied, …"
        if before == "to" and cue.form != "base":
            return not (cue.index - 2 >= self.low and low[cue.index - 2] in REFLEXIVE)
        if before == "'s" and cue.index - 2 >= self.low and low[cue.index - 2] in SUBJECT_PRONOUNS:
            return False  # "he's claiming"
        return before == "'s" and cue.form != "base"

    def _is_of_phrase(self, cue: Cue) -> bool:
        """Whether a noun phrase that began before holds the word: "a New York Times report", "Lee's early-morning tweets",
        "32% of Republican claims"."""
        low = self.words.low
        before = low[cue.index - 1]
        if (
            cue.index - 3 >= self.low
            and low[cue.index - 2] == "of"
            and cue.form == "s"
            and self.words.upper[cue.index - 1]
        ):
            return (
                low[cue.index - 3] == "%"
                or low[cue.index - 3][0].isdigit()
                or low[cue.index - 3] in QUANTITIES
            )
        for index in range(cue.index - 2, max(self.low, cue.index - 5), -1):
            word = low[index]
            if not word[0].isalnum() or word in CUES or word in FINITE:
                return False
            if word in ("a", "an"):
                return cue.form == "base"
            if word.endswith(("'s", "s'")):
                single = cue.form == "base" and not before.endswith("s") and before not in PLURALS
                return (
                    single or "-" in before or before in ("last", "latest", "first", "own", "recent", "new")
                )
        return False

    def _is_told_as_fact(self, cue: Cue, verb: int, subject: Subject | None) -> bool:
        """Whether the verb group, from word `verb` on, tells that something was said: no passive, no "could say"."""
        words, low = self.words, self.words.low
        group = low[verb : cue.index]
        if cue.form == "past" and not BE.isdisjoint(group):
            return False
        if not MODALS.isdisjoint(group):
            return False
        if cue.form == "base" and subject is not None:
            auxiliary = "to" in group or not AUXILIARIES.isdisjoint(group)
            return auxiliary or self._is_plural(subject)
        if cue.form == "s" and subject is not None and low[cue.index] in NOUNISH:
            first = low[subject.first]
            return (
                words.upper[subject.first]
                or first in DETERMINERS
                or first in SUBJECT_PRONOUNS
                or first in RELATIVE_PRONOUNS
            )
        return True

    def _is_plural(self, subject: Subject) -> bool:
        words, low = self.words, self.words.low
        last = next(
            (k for k in range(subject.first + 1, subject.last) if low[k] in PREPOSITIONS), subject.last
        )
        inside = low[subject.first : last if last - subject.first > 0 else subject.last]
        head = inside[-1]
        if head in RELATIVE_PRONOUNS:
            before = low[max(0, subject.first - 2) : subject.first]
            return len(inside) > 1 or any(word.endswith("s") for word in before)
        if len(inside) == 1 and head in SUBJECT_PRONOUNS:
            return head in ("i", "we", "they", "you")
        if head.endswith("s") or head in PLURALS or "and" in inside or not QUANTITIES.isdisjoint(inside):
            return True
        # "some of the people in the room say"
        return not words.upper[subject.last - 1] and any(
            low[index].endswith("s") and not words.upper[index]
            for index in range(subject.first, subject.last)
        )
