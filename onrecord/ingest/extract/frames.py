"""What a sentence reports: around each cue, who says it and which words of the sentence are what is said."""

from onrecord.ingest.extract import phrases, subjects
from onrecord.ingest.extract.beside import Beside
from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.lexicon import (
    CUES,
    NOUNISH,
    PHRASED,
    PHRASES,
    PRIVATE,
    TAG,
)
from onrecord.ingest.extract.sentence import Report
from onrecord.ingest.extract.words import (
    AUXILIARIES,
    BE,
    DASHES,
    DETERMINERS,
    MODALS,
    REFLEXIVE,
    SUBJECT_PRONOUNS,
    SUBORDINATE,
)


def reports_in(text: str, words: Paragraph, low: int, high: int) -> list[Report]:
    """The reports of the sentence from word `low` to word `high`, in the order of their cues."""
    sentence = Frames(text, words, low, high)
    return sentence.reports() + sentence.nested()


class Frames(Beside):
    """A sentence whose cues are tried one after the other, each with the frames it may stand in."""

    def reports(self) -> list[Report]:
        low = self.words.low
        at = self.low
        while at < self.end:
            word = low[at]
            report: Report | None = None
            if word == "according" and at + 1 < self.end and low[at + 1] == "to":
                report = self._according(at)
            elif word in PHRASED and at + 1 < self.end and (word, low[at + 1]) in PHRASES:
                report = self._verb(at, at + 2, *PHRASES[word, low[at + 1]][1:])
            if report is None and word in CUES:
                _, form, frames = CUES[word]
                report = self._verb(at, at + 1, form, frames)
            if report is None:
                at += 1
                continue
            self.found.append(report)
            last = max([report.cue[1], *(piece[1] for piece in report.pieces)])
            self.free = max(self.free, last)
            at = max(at + 1, self.free)
        return self.found

    def nested(self) -> list[Report]:
        """Reports inside what is reported: "KCNA reported that Kim said …" gives Kim, passed on by KCNA."""
        found: list[Report] = []
        for outer in self.found:
            if outer.speaker is None:
                continue
            for first, last in outer.pieces:
                if last - first < 5 or (first <= outer.cue[0] and last > outer.cue[0]):
                    continue
                inside = Frames(self.text, self.words, first, last)
                for report in inside.reports():
                    if report.speaker is not None and self._passes_on(report, first):
                        report.via.append((outer.speaker, outer.cue))
                        report.confidence = round(report.confidence * 0.8, 2)
                        found.append(report)
        return found

    def _passes_on(self, inner: Report, first: int) -> bool:
        """Whether somebody else is told to have said something, not that the speaker thinks or knows it."""
        low = self.words.low
        if inner.speaker is None or inner.frame not in (
            "that",
            "clause",
            "quotation",
            "tag",
            "inverted",
            "naming",
            "according to",
        ):
            return False
        who = low[inner.speaker[0]]
        return (
            CUES.get(low[inner.cue[0]], ("",))[0] not in PRIVATE
            and who not in SUBJECT_PRONOUNS
            and who not in ("who", "which", "that")
        )

    def _verb(self, at: int, right: int, form: str, frames: frozenset[str]) -> Report | None:
        words, low = self.words, self.words.low
        if (
            at > self.low
            and (low[at - 1] in DETERMINERS or (low[at - 1] in ("'s", "to") and form != "base"))
            and not words.upper[at]
        ):
            reflexive = low[at - 1] == "to" and at - 2 >= self.low and low[at - 2] in REFLEXIVE
            if not reflexive and low[at - 1] not in (
                "all",
                "both",
                "that",
                "some",
                "many",
                "this",
                "others",
                "several",
                "most",
                "one",
            ):
                return None
        if words.upper[at] and at > self.low and not self.headline:
            return None
        if low[at] in NOUNISH and at > self.low and low[at - 1].endswith(("'s", "s'")):
            return None
        if TAG in frames and form in ("past", "s") and (report := self._inverted(at, right)):
            return report
        if form == "ing":
            return self._participle(at, right, frames)
        subject = subjects.before(words, at, max(self.low, self.free - 1) if False else self.low)
        if subject is not None and subject.first < self.free:
            subject = None if subject.last <= self.free else subject
        verb, negated = subjects.verb_group(words, at, self.low)
        if form == "past" and any(low[k] in BE for k in range(verb, at)):
            return None
        if (
            form == "base"
            and not any(low[k] in AUXILIARIES or low[k] == "to" for k in range(verb, at))
            and not self._plural(subject)
        ):
            return None
        if negated or any(low[k] in MODALS for k in range(verb, at)):
            return None
        if subject is not None and low[at] in NOUNISH and form == "s":
            first = subject.first
            if not (
                words.upper[first]
                or low[first] in DETERMINERS
                or low[first] in SUBJECT_PRONOUNS
                or low[first] in ("who", "which", "that")
            ):
                return None
        if subject is None:
            return self._coordinated(at, right, verb, form, frames)
        if TAG in frames and (report := self._tag(subject, at, right, frames)):
            return report
        return self._frontal((subject.first, subject.last), subject.clause, at, right, frames)

    def _plural(self, subject: subjects.Subject | None) -> bool:
        if subject is None:
            return True
        low = self.words.low
        head = low[subject.last - 1]
        if head in ("that", "who", "which", "whom"):
            return (
                low[subject.first - 1].endswith("s")
                or low[subject.first - 2].endswith("s")
                or subject.last - subject.first > 1
            )
        if subject.last - subject.first == 1 and head in SUBJECT_PRONOUNS:
            return head in ("i", "we", "they", "you")
        return (
            head.endswith("s")
            or head
            in (
                "people",
                "many",
                "some",
                "others",
                "who",
                "which",
                "both",
                "few",
                "most",
                "police",
                "men",
                "women",
                "media",
                "team",
                "them",
                "whom",
            )
            or "and" in low[subject.first : subject.last]
            or any(
                low[k] in ("many", "some", "most", "several", "few", "two", "three", "these")
                for k in range(subject.first, subject.last)
            )
            or (
                not self.words.upper[subject.last - 1]
                and any(
                    low[k].endswith("s") and not self.words.upper[k]
                    for k in range(subject.first, subject.last)
                )
            )
        )

    def _frontal(
        self,
        who: tuple[int, int] | None,
        clause: int,
        at: int,
        right: int,
        frames: frozenset[str],
        bonus: float = 0.0,
    ) -> Report | None:
        low = self.words.low
        if right >= self.end:
            return None
        content = self._content(right, frames)
        if content is None:
            return None
        start, frame, confidence = content
        subordinate = (clause - 1 >= self.low and low[clause - 1] in SUBORDINATE) or low[
            clause
        ] in SUBORDINATE
        if start >= self.high or start >= self.end:
            return Report([], who, (at, right), "colon", 0.9, True) if frame == "colon" else None
        end = self._content_end(start, subordinate=subordinate, whole=frame == "colon")
        if frame == "object":
            end = self._object_end(start, end)
        if frame == "naming":
            end = self._name_end(start, end)
        if end <= start:
            return None
        return Report([(start, end)], who, (at, right), frame, confidence)

    def _coordinated(
        self, at: int, right: int, verb: int, form: str, frames: frozenset[str]
    ) -> Report | None:
        """ "… and stressed that …": the subject is that of the report before, or of the clause."""
        low = self.words.low
        if verb <= self.low:
            return None
        joint = low[verb - 1]
        if joint not in ("and", "but", "or", "then", ","):
            return None
        last = self.found[-1] if self.found else None
        bare = form == "base" and not any(low[k] in AUXILIARIES for k in range(verb, at))
        if bare and (last is None or last.speaker is None):
            return None
        if (
            last is not None
            and last.frame == "according to"
            and last.pieces
            and last.pieces[0][0] > last.cue[0]
        ):
            # "According to KCNA, the leader praised X and expressed confidence that …"
            who = phrases.of_clause(self.words, last.pieces[0][0], verb - 1)
            report = self._frontal(who, verb, at, right, frames) if who is not None else None
            if report is not None and last.speaker is not None:
                report.via.append((last.speaker, last.cue))
            return report
        if last is not None and last.speaker is not None:
            who = last.speaker
        else:
            who = phrases.of_clause(self.words, self.low, verb - 1)
            if who is None:
                return None
        return self._frontal(who, verb, at, right, frames)

    def _participle(self, at: int, right: int, frames: frozenset[str]) -> Report | None:
        low = self.words.low
        if at == self.low:
            return None
        verb, negated = subjects.verb_group(self.words, at, self.low)
        if negated:
            return None
        if any(low[k] in BE for k in range(verb, at)):
            subject = subjects.before(self.words, at, self.low)
            if subject is None:
                return None
            if TAG in frames and (report := self._tag(subject, at, right, frames)):
                return report
            return self._frontal((subject.first, subject.last), subject.clause, at, right, frames)
        joint = low[verb - 1] if verb > self.low else ""
        if joint == "to" and verb - 2 >= self.low and low[verb - 2] in REFLEXIVE:
            joint = ","
        if joint == "as":
            return self._quoted_as(verb - 1, at, right, frames)
        quotes_next = right < self.end and (
            low[right] == QUOTE
            or (low[right] in (",", ":") and right + 1 < self.end and low[right + 1] == QUOTE)
        )
        if (
            quotes_next
            and joint not in (",", "and", "by", "while", "after", "before")
            and joint not in DASHES
        ):
            subject = subjects.before(self.words, at, self.low)
            if subject is not None:
                return self._frontal((subject.first, subject.last), subject.clause, at, right, frames)
        if (
            low[at]
            in (
                "saying",
                "arguing",
                "claiming",
                "asserting",
                "alleging",
                "suggesting",
                "announcing",
                "accusing",
            )
            and joint[:1].isalnum()
        ):
            joint = ","
        if (
            joint
            not in (
                ",",
                "and",
                "by",
                "statement",
                "tweet",
                "email",
                "letter",
                "tweets",
                "message",
                "speech",
                "post",
                "report",
                "in",
                "after",
                "before",
                "while",
            )
            and joint not in DASHES
            and joint != QUOTE
        ):
            return None
        if self.found and self.found[-1].speaker is not None:
            who: tuple[int, int] | None = self.found[-1].speaker
        else:
            who = phrases.of_clause(self.words, self.low, verb - 1)
        if who is None:
            return None
        return self._frontal(who, verb, at, right, frames)

    def _quoted_as(self, as_: int, at: int, right: int, frames: frozenset[str]) -> Report | None:
        """ "KCNA quoted Kim as saying", "Kim was quoted (by KCNA) as saying" """
        words, low = self.words, self.words.low
        quoted = next(
            (
                k
                for k in range(as_ - 1, max(self.low, as_ - 12), -1)
                if low[k] in ("quoted", "cited", "quotes", "cites", "quoting", "citing")
            ),
            None,
        )
        if quoted is None:
            return None
        subject = subjects.before(words, quoted, self.low)
        between = (quoted + 1, as_)
        if between[1] == between[0] or low[between[0]] == "by":
            if subject is None:
                return None
            report = self._frontal((subject.first, subject.last), subject.clause, at, right, frames)
            passer = (between[0] + 1, between[1])
        else:
            report = self._frontal(between, quoted, at, right, frames)
            passer = (subject.first, subject.last) if subject is not None else (0, 0)
        if report is not None and passer[1] > passer[0]:
            report.via.append((passer, (quoted, quoted + 1)))
        return report
