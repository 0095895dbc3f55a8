"""What a sentence reports: around each cue, who says it and which words of the sentence are what is said."""

from typing import ClassVar

from onrecord.extract import noun_phrases, phrases, subjects
from onrecord.extract.accounts import ACCOUNTS
from onrecord.extract.lexicon import CUES, PHRASED, PHRASES, TAG
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.sentence import Report
from onrecord.extract.subjects import Subject
from onrecord.extract.verbs import Cue, Verbs
from onrecord.extract.words import (
    AUXILIARIES,
    BE,
    COMMA_LIKE,
    DASHES,
    DETERMINERS,
    FINITE,
    POSSESSIVES,
    PREPOSITIONS,
    REFLEXIVE,
    SUBJECT_PRONOUNS,
    SUBORDINATE,
)

Range = tuple[int, int]

_LONGEST_HEAD = 25
_FURTHEST_BELOW, _NEAREST = 8, 5
_TOLD = frozenset("me him us them you reporters".split())
_IS = BE | {"'s", "'re", "'m", "’s", "’re", "’m"}
_QUOTED = frozenset("quoted cited quotes cites quoting citing".split())
# Participles that need no comma: "a series of tweets saying that …".
_FREE_PARTICIPLES = frozenset(
    "saying arguing claiming asserting alleging suggesting announcing accusing".split()
)
_BEFORE_PARTICIPLE = frozenset(
    "and by in after before while statement tweet tweets email letter message speech post report".split()
)


class Frames(Verbs):
    """A sentence whose cues are tried one after the other, each with the frames it may stand in."""

    # The words with which a cue begins; at any other nothing is looked for, but what `_may_begin_beside_quotes` says.
    TRIGGERS: ClassVar[frozenset[str]] = frozenset(
        ["according", "per", *ACCOUNTS, *CUES, *(first for first, _ in PHRASES)]
    )

    def _may_begin_beside_quotes(self, word: str) -> bool:
        """Whether the word may be a cue in a sentence with a quotation, though it is none of the `TRIGGERS`."""
        return False

    def reports(self) -> list[Report]:
        """What the sentence itself reports."""
        low = self.words.low
        quoted = QUOTE in low[self.low : self.end]
        behind = self.low
        for index in range(self.low, self.end):
            word = low[index]
            if index < behind or (
                word not in self.TRIGGERS
                and not (quoted and self._may_begin_beside_quotes(word))
                and not (index == self.low and word in ("to", "the"))
            ):
                continue
            if (word in _QUOTED and self._says_below(index)) or (quoted and self._tells_below(index)):
                continue
            report = self._at(index)
            if report is None:
                continue
            self.reported.append(report)
            self.free = max([self.free, report.cue[1], *(piece[1] for piece in report.pieces)])
            if report.frame == "inverted" and report.speaker is not None:
                self.free = max(self.free, report.speaker[1])
            behind = self.free
        return self.reported

    def _at(self, index: int) -> Report | None:
        """The report whose cue is word `index`."""
        low = self.words.low
        word, following = low[index], low[index + 1] if index + 1 < self.end else ""
        report: Report | None = None
        if word == "according" and following == "to":
            report = self._according(index, index + 2)
        elif word in ACCOUNTS and following == "of":
            report = self._in_words_of(index)
        elif word in ACCOUNTS:
            report = self._in_whose_view(index)
        elif word == "per":
            report = self._per(index)
        elif index == self.low and word in ("to", "the", "as"):
            report = self._tells_it(index)
        elif word in PHRASED and (word, following) in PHRASES:
            report = self._verb(Cue(index, index + 2, *PHRASES[word, following][1:]))
        if report is None and word in CUES:
            report = self._verb(self._joined(Cue(index, index + 1, *CUES[word][1:])))
        return report

    def _joined(self, cue: Cue) -> Cue:
        """ "confirm or deny", "confirmed nor denied": two verbs of one clause, whose second says what may follow."""
        low = self.words.low
        if cue.right + 1 < self.end and low[cue.right] in ("or", "nor"):
            other = CUES.get(low[cue.right + 1])
            if other is not None and other[1] == cue.form:
                return Cue(cue.index, cue.right + 2, cue.form, other[2])
        return cue

    def _verb(self, cue: Cue) -> Report | None:
        index = cue.index
        if self._is_no_verb(cue):
            return None
        may_stand_behind = cue.form in ("past", "s") or (cue.form == "base" and self._is_said_by_several(cue))
        if TAG in cue.frames and may_stand_behind and (report := self._inverted(index, cue.right)):
            return report
        if cue.form == "ing":
            return self._participle(cue)
        subject = subjects.before(self.words, index, self.low)
        if subject is not None and subject.last <= self.free:
            subject = None
        verb, negated = subjects.verb_group(self.words, index, self.low)
        if not negated and not self._is_told_as_fact(cue, verb, subject):
            return None
        if subject is None:
            return self._coordinated(cue, verb)
        return self._told(cue, subject)

    def _told(self, cue: Cue, subject: Subject) -> Report | None:
        """The cue with its subject: beside what is said, or before it."""
        if TAG in cue.frames and (report := self._tag(subject, cue.index, cue.right, cue.frames)):
            return report
        return self._frontal((subject.first, subject.last), subject.clause, cue)

    def _frontal(self, who: Range | None, clause: int, cue: Cue) -> Report | None:
        """The cue before what is said; `clause` is where the clause with its subject begins."""
        low = self.words.low
        if cue.right >= self.end:
            return None
        if (
            who is not None
            and low[who[0]] in ("who", "which")
            and (end := self._aside_end(who[0], cue)) is not None
        ):
            return self._within(end, who, clause, cue)
        content = self._content(cue.right, cue.frames)
        if content is None:
            return None
        start, frame, confidence = content
        if start >= self.end:
            return Report([], who, cue.range, frame, 0.9, True) if frame == "colon" else None
        before = low[clause - 1] if clause > self.low else ""
        subordinate = before in SUBORDINATE or low[clause] in SUBORDINATE
        end = self._content_end(start, subordinate=subordinate, whole=frame == "colon")
        if frame == "object":
            end = self._object_end(start, end)
            if (quoted := self._as_quoted(start, end)) is not None:
                end = self._name_end(quoted, end)
        elif frame == "naming":
            end = self._name_end(start, end)
        return Report([(start, end)], who, cue.range, frame, confidence) if end > start else None

    def _aside_end(self, index: int, cue: Cue) -> int | None:
        """The comma that closes a relative clause in a sentence: "Holm, who wrote the report, said …"."""
        low = self.words.low
        if index <= self.low or low[index - 1] != ",":
            return None
        comma = next((k for k in range(cue.right, self.end) if low[k] == ","), None)
        if comma is None or comma + 1 >= self.end:
            return None
        after = low[comma + 1]
        return (
            comma
            if after in CUES or after in AUXILIARIES or after in FINITE or after.endswith("ed")
            else None
        )

    def _within(self, end: int, who: Range, clause: int, cue: Cue) -> Report | None:
        """The report of a clause that ends at word `end`, whatever follows."""
        whole, self.end = self.end, end
        try:
            return self._frontal(who, clause, cue)
        finally:
            self.end = whole

    def _coordinated(self, cue: Cue, verb: int) -> Report | None:
        """ "… and stressed that …": the subject is that of the report before, or of the clause."""
        low = self.words.low
        if verb <= self.low or low[verb - 1] not in ("and", "but", "or", "then", ","):
            return None
        last = self.reported[-1] if self.reported else None
        bare = cue.form == "base" and AUXILIARIES.isdisjoint(low[verb : cue.index])
        if bare and (last is None or last.speaker is None):
            return None
        if last is not None and last.speaker and last.frame == "according to" and self._stands_first(last):
            # "According to KCNA, the leader praised X and expressed confidence that …"
            who = phrases.of_clause(self.words, last.pieces[0][0], verb - 1)
            report = self._frontal(who, verb, cue) if who is not None else None
            if report is not None:
                report.via.append((last.speaker, last.cue))
            return report
        who = self._speaker_so_far(verb - 1)
        return self._frontal(who, verb, cue) if who is not None else None

    def _stands_first(self, report: Report) -> bool:
        return bool(report.pieces) and report.pieces[0][0] > report.cue[0]

    def _speaker_so_far(self, before: int) -> Range | None:
        """Who speaks in the report before, else the subject of the sentence up to word `before`."""
        if self.reported and self.reported[-1].speaker is not None:
            return self.reported[-1].speaker
        return phrases.of_clause(self.words, self.low, before)

    def _participle(self, cue: Cue) -> Report | None:
        """ "…, adding that …", "is calling for …", "quoted as saying …" """
        low = self.words.low
        verb, _ = subjects.verb_group(self.words, cue.index, self.low)
        if cue.index == self.low:
            return self._participle_at_head(cue)
        if not _IS.isdisjoint(low[verb : cue.index]):
            subject = subjects.before(self.words, cue.index, self.low)
            return self._told(cue, subject) if subject is not None else None
        joint = low[verb - 1] if verb > self.low else ""
        if joint == "as":
            return self._quoted_as(cue, verb - 1)
        if (with_whom := self._with_whom(verb)) is not None:
            return self._frontal(with_whom, verb, cue)
        joined = joint == "," or joint in _BEFORE_PARTICIPLE or joint in DASHES
        if not joined and (self._quotes_next(cue.right) or self._quotes_behind_person(cue.right)):
            # "footage of Ann Lee asking, “…”"
            subject = subjects.before(self.words, cue.index, self.low)
            if subject is not None:
                first = noun_phrases.behind_verb(self.words, subject.first, subject.last)
                return self._frontal((first, subject.last), subject.clause, cue)
        reflexive = joint == "to" and verb - 2 >= self.low and low[verb - 2] in REFLEXIVE
        free = low[cue.index] in _FREE_PARTICIPLES and joint[:1].isalnum()
        if not (joined or joint == QUOTE or reflexive or free):
            return None
        who = self._speaker_so_far(verb - 1)
        return self._frontal(who, verb, cue) if who is not None else None

    def _participle_at_head(self, cue: Cue) -> Report | None:
        """ "Calling the plan “madness,” Lee left", "Arguing that it leaked, the mayor closed it": the subject is behind it."""
        low = self.words.low
        for index in range(cue.right + 1, min(cue.right + _LONGEST_HEAD, self.end - 1)):
            quoted = low[index] == QUOTE and self._closes_with_comma(index)
            if not quoted and low[index] != ",":
                continue
            who = phrases.of_clause(self.words, index + 1, self.end)
            if (
                who is not None
                and who[0] == index + 1
                and (
                    self.words.upper[who[0]] or low[who[0]] in DETERMINERS or low[who[0]] in SUBJECT_PRONOUNS
                )
            ):
                return self._within(index + quoted, who, self.low, cue)
        return None

    def _quotes_next(self, right: int) -> bool:
        low = self.words.low
        index = right + 1 if right < self.end and low[right] in COMMA_LIKE else right
        return index < self.end and low[index] == QUOTE

    def _quotes_behind_person(self, right: int) -> bool:
        """ "telling her: “…”" """
        low = self.words.low
        told = right < self.end and (low[right] in _TOLD or low[right] == "her")
        return told and self._quotes_next(right + 1)

    def _says_below(self, index: int) -> bool:
        """Whether "as saying" follows, which tells who speaks: "KCNA cited Kim as saying"."""
        low = self.words.low
        return any(
            low[as_] == "as" and CUES.get(low[as_ + 1], ("", ""))[1] == "ing"
            for as_ in range(index + 1, min(index + 12, self.end - 1))
        )

    def _tells_below(self, index: int) -> bool:
        """Whether somebody else leads to a quotation right behind the verb: "Kolb recalls (her father telling her: “…”)"."""
        low = self.words.low
        if low[index] not in CUES:
            return False
        for k in range(index + 2, min(index + _FURTHEST_BELOW, self.end - 1)):
            word = low[k]
            is_told = word in FINITE or CUES.get(word, ("", ""))[1] in ("past", "s")
            if word == QUOTE or word in ",;:" or word in PREPOSITIONS or word == "and" or is_told:
                return False
            if word in CUES and CUES[word][1] == "ing":
                near = low[k + 1 : min(k + _NEAREST, self.end)]
                return QUOTE in near and all(
                    after in (QUOTE, ":", ",") or after in POSSESSIVES or after in _TOLD
                    for after in near[: near.index(QUOTE)]
                )
        return False

    def _beside_or_behind(self, who: subjects.Subject, clause: int, cue: Cue) -> Report | None:
        """ "“…,” KCNA quoted Kim as saying", or "KCNA quoted Kim as saying …" """
        return self._tag(who, cue.index, cue.right, cue.frames) or self._frontal(
            (who.first, who.last), clause, cue
        )

    def _quoted_as(self, cue: Cue, as_: int) -> Report | None:
        """ "KCNA quoted Kim as saying", "Kim was quoted (by KCNA) as saying" """
        low = self.words.low
        behind = range(as_ - 1, max(self.low, as_ - 12), -1)
        quoted = next((index for index in behind if low[index] in _QUOTED), None)
        if quoted is None:
            return None
        subject = subjects.before(self.words, quoted, self.low)
        passer: Range | None = None
        if quoted + 1 == as_ or low[quoted + 1] == "by":
            if subject is None:
                return None
            report = self._beside_or_behind(subject, subject.clause, cue)
            if quoted + 2 < as_:
                passer = (quoted + 2, as_)
        else:
            clause = subject.clause if subject is not None else quoted
            who = subjects.before(self.words, as_, quoted + 1)
            first, last = (who.first, who.last) if who is not None else (quoted + 1, as_)
            report = self._beside_or_behind(
                subjects.Subject(first, last, quoted, clause, negated=False), quoted, cue
            )
            passer = (subject.first, subject.last) if subject is not None else None
        if report is not None and passer is not None:
            report.via.append((passer, (quoted, quoted + 1)))
        return report
