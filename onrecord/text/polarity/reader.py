"""What a clause of saying expresses: read by the phrases of one language."""

from __future__ import annotations

import re
from functools import cache, cached_property

from onrecord.model.record import record
from onrecord.text.patterns import compiled
from onrecord.text.polarity.phrases import (
    SPACE,
    Hints,
    Line,
    Phrases,
    Vocabulary,
    folded,
    spaced,
    unspaced,
)
from onrecord.text.polarity.table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Polarity = Literal["asserted", "denied", "not_said", "asked"]
else:
    Polarity = str

# Stands for words that look like a denial and are none; no phrase holds it.
_MASK = "\x00"
# How many words a clause has at most between what denies it and its own verb.
_LONGEST_SUBJECT = 12


@record()
class Reading:
    """What a clause of saying expresses.

    `of_saying`: it is the saying itself that is denied or held back (did not say, denied having said), which holds for
    words in quotation marks too. The text from `start` to `end` says so.
    """

    polarity: Polarity
    of_saying: bool
    start: int
    end: int

    def of(self, form: str) -> Polarity:
        """The polarity of words in this form: people who deny something in direct speech assert what they say."""
        return self.polarity if form != "direct" or self.of_saying else "asserted"


class Lexicon:
    """The phrases of one language, each kind made ready when it is first looked for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.joined = table.joined
        self.denying = Phrases(table.denying, table)
        self.disbelieving = Phrases(table.disbelieving, table)
        self.withholding = Phrases(table.withholding, table)
        self.holding_back = Phrases(table.holding_back, table)
        self.asking = Phrases(table.asking, table)
        self.asking_if = Phrases(table.asking_if, table)
        self.questions = Phrases(table.questions, table)
        self.saying = Phrases(table.saying, table)
        self.negations = Phrases(table.negations, table)
        self.nobody = Phrases(table.nobody, table)
        self.affirming = Phrases(table.affirming, table)
        self.adding = Phrases(table.adding, table)
        self.that = Phrases(table.that, table)
        self.between = Phrases(table.between, table)
        self._known = (
            self.denying, self.withholding, self.holding_back, self.asking, self.asking_if, self.saying,
            self.negations, self.nobody, self.affirming, self.that,
        )  # fmt: skip

    @cached_property
    def auxiliaries(self) -> re.Pattern[str]:
        return compiled(rf" (?:{Phrases(self._table.auxiliaries, self._table).pattern} )+\Z")

    @cached_property
    def linking(self) -> str:
        """What stands between a negation and its verb, to be a part of a pattern."""
        words = self._linking_words
        return words if self.joined else f" {words}"

    @cached_property
    def _linking_words(self) -> str:
        return rf"(?:{self.between.pattern}{'' if self.joined else ' '})*"

    @cached_property
    def _linking(self) -> re.Pattern[str]:
        return compiled(rf"{self.linking}\Z")

    @cached_property
    def _window_before(self) -> re.Pattern[str]:
        return compiled(rf" (?:\w[^ ]* ){{0,{self._table.before}}}{self._linking_words}\Z")

    @cached_property
    def _window_after(self) -> re.Pattern[str]:
        return compiled(rf" (?:\w[^ ]* ){{0,{max(self._table.after, 0)}}}\Z")

    @cached_property
    def _clause(self) -> re.Pattern[str]:
        if not self._table.that:
            return compiled(r"(?!)")
        return compiled(rf"(?:{self.that.pattern}) (?:\w[^ ]* ){{0,{_LONGEST_SUBJECT}}}\Z")

    @cached_property
    def _between_alone(self) -> re.Pattern[str]:
        return compiled(rf"(?<= )(?:{self.between.pattern})(?= )")

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._table)

    def may_know(self, text: str) -> bool:
        """False only where no phrase of this language stands in the text; says so quickly of most texts."""
        return self._vocabulary.may_occur(self.line(text))

    def may_be_more(self, text: str) -> bool:
        """False only where nothing in a text denies, holds back or asks; says so quickly of most texts."""
        return self.joined or self._telling.may_be_in(folded(text))

    @cached_property
    def _telling(self) -> Hints:
        return Hints(
            self.denying,
            self.withholding,
            self.holding_back,
            self.negations,
            self.nobody,
            self.asking,
            self.asking_if,
        )

    def may_be_nobody(self, text: str) -> bool:
        """False only where no word for nobody stands in a text."""
        return self.joined or self._nobody.may_be_in(folded(text))

    @cached_property
    def _nobody(self) -> Hints:
        return Hints(self.nobody)

    @cached_property
    def withheld(self) -> Hints:
        """What a text holds something of where something is held back or asked in it."""
        return Hints(self.holding_back, self.withholding, self.asking)

    def line(self, text: str) -> Line:
        """The text as these phrases are looked for in it."""
        return unspaced(text) if self.joined else spaced(text)

    def begins_question(self, wording: str) -> bool:
        """Whether a wording begins like an indirect question."""
        line = self.line(wording).text
        return bool(self.questions.match(line, 1))

    def read(
        self,
        text: str,
        anchor: tuple[int, int] | None = None,
        *,
        wording: str | None = None,
        limit: int | None = None,
    ) -> Reading:
        """What the clause `text` expresses of what is said by the verb at `anchor` in it (None: by all of it).

        `wording` is what is said, as far as it matters whether that is a question. From `limit` on the text is what is
        said, and a negation there is the speaker's.
        """
        if not self.may_be_more(text):
            return Reading("asserted", False, *(anchor or (0, len(text))))
        return _Clause(self, text, anchor, wording, limit).read()

    def known_in(self, text: str) -> int:
        """How many letters of a text belong to phrases of this language, with the spaces between them."""
        line = self.line(text).text
        held = bytearray(len(line))
        for phrases in (*self._known, self._between_alone if self.joined else self.between):
            for match in phrases.finditer(line):
                held[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
        return sum(held)

    def links(self, between: str) -> bool:
        """Whether only auxiliaries, adverbs and their like stand between a negation and a verb."""
        return bool(self._linking.fullmatch(between))

    def reaches(self, between: str) -> bool:
        """Whether a negation reaches the verb behind these words."""
        return self.links(between) if self.joined else bool(self._window_before.fullmatch(between))

    def reaches_back(self, between: str) -> bool:
        """Whether a negation reaches the verb before these words."""
        return self._table.after >= 0 and bool(self._window_after.fullmatch(between))

    def opens_clause(self, between: str) -> bool:
        """Whether these words lead from what is denied to the verb of a clause that depends on it."""
        return bool(self._clause.search(between))


Part = tuple[int, int]


class _Clause:
    """One clause of saying on its way to a reading. Positions are those of its line."""

    def __init__(
        self, lexicon: Lexicon, text: str, anchor: Part | None, wording: str | None, limit: int | None
    ) -> None:
        self.lexicon = lexicon
        self.whole = anchor is None
        self.line = lexicon.line(text)
        self.wording = wording
        self.anchor = (1, max(len(self.line.text) - 1, 1)) if anchor is None else self.line.part_of(*anchor)
        self.place = (0, len(text)) if anchor is None else anchor
        self.limit = len(self.line.text) if limit is None else self.line.part_of(0, limit)[1]
        # Nothing that is said stands behind the verb: "…, said nobody".
        self.ends_it = self.limit >= len(self.line.text) - 1
        # What affirms is put out of sight, so that no negation is found in it; so is a clause before the one that says it.
        self.words = lexicon.affirming.sub(lambda match: _MASK * len(match[0]), self.line.text)
        before = self._own_clause()
        self.words = _MASK * (before - 1) + self.words[before - 1 :] if before else self.words

    def _own_clause(self) -> int:
        """Where the clause begins that says it: behind the comma of "denied the charge, saying"; 0 for the first."""
        for match in self.lexicon.adding.finditer(self.words):
            denied = self.words[: match.start()].removesuffix(" , ")
            own = len(denied) < match.start() and match.end() <= max(self.anchor[1], self.limit)
            # "denied, under oath, saying": what is denied stands behind the aside.
            if own and not self._is_aside(denied):
                return match.start()
        return 0

    def _is_aside(self, before: str) -> bool:
        head, comma, _ = before.rpartition(" , ")
        verbs = self.lexicon.denying.finditer(head + SPACE) if comma else ()
        return any(verb.end() >= len(head) for verb in verbs)

    def read(self) -> Reading:
        return self._denied() or self._withheld() or self._negated() or self._asked() or self._as("asserted")

    def _as(self, polarity: Polarity, part: Part | None = None, *, of_saying: bool = False) -> Reading:
        start, end = self.place
        if part is not None and part[0] < part[1]:
            auxiliaries = self.lexicon.auxiliaries.search(self.words[: part[0]])
            first, last = self.line.place_of(auxiliaries.start() + 1 if auxiliaries else part[0], part[1])
            start, end = min(start, first), max(end, last)
        return Reading(polarity, of_saying, start, end)

    # What denies

    def _denied(self) -> Reading | None:
        for match in self.lexicon.denying.finditer(self.words):
            part = match.span()
            if part[1] > self.limit or not self._concerns(part) or self._is_part_of_holding_back(part):
                continue
            if (negation := self._negation_of(part, denying=True)) or (negation := self._held_back(part)):
                return self._as("not_said", (min(negation[0], part[0]), part[1]), of_saying=True)
            return self._as("denied", part, of_saying=self._denies_saying(part))
        return None

    def _is_part_of_holding_back(self, part: Part) -> bool:
        """Whether the words do not deny but hold back: "se negó" of "se negó a decir"."""
        return any(
            match.start() <= part[0] and part[1] <= match.end()
            for phrases in (self.lexicon.holding_back, self.lexicon.withholding)
            for match in phrases.finditer(self.words)
        )

    def _denies_saying(self, part: Part) -> bool:
        if part[1] <= self.anchor[0]:
            return True
        return self.lexicon.saying.search(self.words, part[1], self.anchor[1] + 1) is not None

    # What is held back

    def _withheld(self) -> Reading | None:
        for match in self.lexicon.withholding.finditer(self.words):
            if match.end() <= self.limit and self._concerns(match.span()):
                return self._as("not_said", match.span(), of_saying=True)
        if held := self._held_back(self.anchor):
            return self._as("not_said", held, of_saying=True)
        return None

    def _held_back(self, part: Part) -> Part | None:
        """What holds back the verb at `part`; of a whole clause, any verb of saying in it."""
        for match in self.lexicon.holding_back.finditer(self.words):
            if self.whole and part == self.anchor:
                verb = self.lexicon.saying.search(self.words, match.end())
                rest = self.words[match.end() :]
                if rest.strip() == "" or (
                    verb and self.lexicon.links(self.words[match.end() : verb.start()])
                ):
                    return match.start(), verb.end() if verb else match.end()
            elif match.end() <= part[0] and self.lexicon.links(self.words[match.end() : part[0]]):
                return match.start(), part[1]
        return None

    # What is negated

    def _negated(self) -> Reading | None:
        negation = self._negation_of(self.anchor)
        if negation is None:
            return None
        disbelieving = self.lexicon.disbelieving
        if disbelieving.search(self.words) if self.whole else disbelieving.match(self.words, self.anchor[0]):
            return self._as("denied", negation)
        return self._as("not_said", negation, of_saying=True)

    def _negation_of(self, part: Part, *, denying: bool = False) -> Part | None:
        """What negates the verb at `part`, or the clause that it stands in; `denying`: that is what denies."""
        whole = self.whole and part == self.anchor
        for match in self.lexicon.negations.finditer(self.words):
            start, end = match.span()
            if denying and part[0] <= start and end <= part[1]:
                continue  # "not true", "pleaded not guilty" deny as a whole
            if whole and (not self.lexicon.joined or self._verb_follows(end)):
                return start, end
            if end <= part[0] and self.lexicon.reaches(self.words[end : part[0]]):
                return start, end
            if part[1] <= start < self.limit and self.lexicon.reaches_back(self.words[part[1] : start]):
                return start, end
            if end <= part[0] and self.lexicon.opens_clause(self.words[end : part[0]]):
                return start, end
        for match in self.lexicon.nobody.finditer(self.words):
            start, end = match.span()
            if start == 1 and (whole or end <= part[0]):
                return start, end
            if self.ends_it and part[1] <= start and self.words[part[1] : start] == " ":
                return start, end
        return None

    def _verb_follows(self, index: int) -> bool:
        """Whether a verb of saying stands at a place of the line, or behind what may stand between."""
        verb = self.lexicon.saying.search(self.words, index)
        return verb is not None and self.lexicon.links(self.words[index : verb.start()])

    # What is asked

    def _asked(self) -> Reading | None:
        for match in self.lexicon.asking.finditer(self.words):
            if self._concerns(match.span()):
                return self._as("asked", match.span())
        for match in self.lexicon.asking_if.finditer(self.words):
            if self._concerns(match.span()) and (
                self.wording is None or self.lexicon.begins_question(self.wording)
            ):
                return self._as("asked", match.span())
        return None

    # Where it stands

    def _concerns(self, part: Part) -> bool:
        """Whether the words at `part` are the verb itself, or lead to it: denied having said, denied that she had said."""
        if part[0] < self.anchor[1] and self.anchor[0] < part[1]:
            return True
        if part[1] > self.anchor[0]:
            return False
        if self.lexicon.links(self.words[part[1] : self.anchor[0]]):
            return True
        return self.lexicon.opens_clause(self.words[part[0] : self.anchor[0]])


@cache
def lexicon_of(table: Table) -> Lexicon:
    """A table's phrases; made once."""
    return Lexicon(table)
