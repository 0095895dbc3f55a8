"""What a sentence reports: around each cue, who says it and which words of the sentence are what is said."""

from dataclasses import dataclass, field

from onrecord.ingest.extract import subjects
from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.lexicon import (
    CLAUSE,
    CUES,
    EXPRESS,
    INFINITIVE,
    NAMING,
    OBJECT,
    PERSON,
    PHRASED,
    PHRASES,
    TAG,
    THAT,
    URGING,
)
from onrecord.ingest.extract.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DASHES,
    DETERMINERS,
    FINITE,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    WEEKDAYS,
)

_BE = frozenset("is are was were be been being am".split())
_SUBORDINATE = frozenset("when while after as if because since before until although though whereas once".split())
_QUESTION = frozenset("whether if how why what who where when".split())
_ENDS = frozenset(".!?…")
_MODALS = frozenset("could may might should can must couldn't shouldn't cannot".split())
_REFLEXIVE = frozenset("themselves himself herself itself".split())
_PRIVATE = frozenset("think believe hope fear find show expect worry feel know wonder rule".split())
_NO_SUBJECT = PREPOSITIONS - {"for", "about", "around", "over", "under"} | ADVERBS - {"now", "all", "once", "both", "each", "maybe", "perhaps", "even", "then"} | {"and", "or", "but", "to"}
# Forms of verbs that are as often nouns.
_NOUNISH = frozenset(
    "claim claims comment comments report reports note notes state states demand demands call calls remark remarks promise "
    "promises estimate estimates post posts charge charges hope hopes fear fears show shows praise blame label labels "
    "pledge pledges vow vows joke jokes response caution stress slam slams brand brands cry cries read laugh laughs lament laments question questions "
    "rule rules ridicule rebuke sigh rant rants quip echo".split()
)
_OCCASIONS = frozenset(
    "statement interview speech email e-mail letter tweet post message briefing call rally conference report memo "
    "television radio twitter facebook news release op-ed column debate hearing event town hall appearance remarks "
    "meeting text blog time reporters phone telephone response".split()
)


@dataclass(slots=True)
class Report:
    """Words that somebody says, as ranges of words of one paragraph; `speaker` and `cue` likewise."""

    pieces: list[tuple[int, int]]
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    frame: str
    confidence: float
    opens_block: bool = False
    # Who passes it on, nearest to the speaker first, each with its cue.
    via: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def reports_in(text: str, words: Paragraph, low: int, high: int) -> list[Report]:
    """The reports of the sentence from word `low` to word `high`, in the order of their cues."""
    sentence = _Sentence(text, words, low, high)
    return sentence.reports() + sentence.nested()


class _Sentence:
    def __init__(self, text: str, words: Paragraph, low: int, high: int) -> None:
        self.text = text
        self.words = words
        self.low = low
        self.high = high
        end = high
        while end > low and (words.low[end - 1] in _ENDS or words.low[end - 1] in ")]" and end - 2 >= low and words.low[end - 2] in _ENDS):
            end -= 1
        self.end = end
        self.found: list[Report] = []
        capitals = sum(words.upper[low:end])
        self.headline = capitals * 2 > end - low
        self.free = low  # words before this one belong to an earlier report

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
                inside = _Sentence(self.text, self.words, first, last)
                for report in inside.reports():
                    if report.speaker is not None and self._passes_on(report, first):
                        report.via.append((outer.speaker, outer.cue))
                        report.confidence = round(report.confidence * 0.8, 2)
                        found.append(report)
        return found

    def _passes_on(self, inner: Report, first: int) -> bool:
        """Whether somebody else is told to have said something, not that the speaker thinks or knows it."""
        low = self.words.low
        if inner.speaker is None or inner.frame not in ("that", "clause", "quotation", "tag", "inverted", "according to"):
            return False
        who = low[inner.speaker[0]]
        return CUES.get(low[inner.cue[0]], ("",))[0] not in _PRIVATE and who not in SUBJECT_PRONOUNS and who not in ("who", "which", "that")

    # The frames

    def _according(self, at: int) -> Report | None:
        words, low = self.words, self.words.low
        who = subjects.after(words, at + 2, self.end)
        if who is None:
            return None
        after = who[1]
        before = at - 1 if at > self.low and low[at - 1] == "," else at
        if before <= max(self.low, self.free) or all(low[k] in ADVERBS | {"and", "but"} for k in range(self.low, at)):
            comma = self._comma(after)
            if comma is None:
                return None
            start = comma + 1
            if start < self.end and low[start] in ("during", "after", "before", "in", "at", "on") and (clause := subjects.of_clause(words, start, self.end)) is None:
                inner = self._first_subject(start)
                start = inner if inner is not None else start
            piece = (start, self._content_end(start))
            pieces = [piece] if piece[1] > piece[0] + 2 or piece[1] > piece[0] and low[piece[0]] == QUOTE else []
        else:
            pieces = [(self._left(before), before)]
            if after < self.end and low[after] == "," and self._is_clause(after + 1, self.end) and low[after + 1] not in ("who", "which", "a", "an", "the"):
                pieces.append((after + 1, self._content_end(after + 1)))
        return Report(pieces, who, (at, at + 2), "according to", 0.85) if pieces else None

    def _verb(self, at: int, right: int, form: str, frames: frozenset[str]) -> Report | None:
        words, low = self.words, self.words.low
        if at > self.low and (low[at - 1] in DETERMINERS or low[at - 1] in ("'s", "to") and form != "base") and not words.upper[at]:
            reflexive = low[at - 1] == "to" and at - 2 >= self.low and low[at - 2] in _REFLEXIVE
            if not reflexive and low[at - 1] not in ("all", "both", "that", "some", "many", "this", "others", "several", "most", "one"):
                return None
        if words.upper[at] and at > self.low and not self.headline:
            return None
        if low[at] in _NOUNISH and at > self.low and low[at - 1].endswith(("'s", "s'")):
            return None
        if TAG in frames and form in ("past", "s") and (report := self._inverted(at, right, frames)):
            return report
        if form == "ing":
            return self._participle(at, right, frames)
        subject = subjects.before(words, at, max(self.low, self.free - 1) if False else self.low)
        if subject is not None and subject.first < self.free:
            subject = None if subject.last <= self.free else subject
        verb, negated = subjects.verb_group(words, at, self.low)
        if form == "past" and any(low[k] in _BE for k in range(verb, at)):
            return None
        if form == "base" and not any(low[k] in AUXILIARIES or low[k] == "to" for k in range(verb, at)) and not self._plural(subject):
            return None
        if negated or any(low[k] in _MODALS for k in range(verb, at)):
            return None
        if subject is not None and low[at] in _NOUNISH and form == "s":
            first = subject.first
            if not (words.upper[first] or low[first] in DETERMINERS or low[first] in SUBJECT_PRONOUNS or low[first] in ("who", "which", "that")):
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
            return low[subject.first - 1].endswith("s") or low[subject.first - 2].endswith("s") or subject.last - subject.first > 1
        if subject.last - subject.first == 1 and head in SUBJECT_PRONOUNS:
            return head in ("i", "we", "they", "you")
        return (
            head.endswith("s")
            or head in ("people", "many", "some", "others", "who", "which", "both", "few", "most", "police", "men", "women", "media", "team", "them", "whom")
            or "and" in low[subject.first : subject.last]
            or any(low[k] in ("many", "some", "most", "several", "few", "two", "three", "these") for k in range(subject.first, subject.last))
            or (not self.words.upper[subject.last - 1] and any(low[k].endswith("s") and not self.words.upper[k] for k in range(subject.first, subject.last)))
        )

    def _inverted(self, at: int, right: int, frames: frozenset[str]) -> Report | None:
        """ "…, said X" """
        words, low = self.words, self.words.low
        if at == self.low and words.upper[at]:
            who = subjects.after(words, right, self.end)
            if who is None or who[1] >= self.end or low[who[1]] != ":":
                return None
            return Report([(who[1] + 1, self._content_end(who[1] + 1, whole=True))], who, (at, right), "inverted", 0.9) if who[1] + 1 < self.end else None
        if at <= self.free or not (low[at - 1] == "," or low[at - 1] == QUOTE or low[at - 1] in DASHES):
            return None
        start = right
        if start < self.end and (low[start] == "," or low[start] == ":" or low[start] == QUOTE):
            return None
        if words.low[at] in ("told", "tells"):
            return None
        if start >= self.end or low[start] in PREPOSITIONS or low[start] in CLAUSE_OPENERS or low[start] == "to" or low[start] in ADVERBS:
            return None
        if low[at - 1] != QUOTE and not words.upper[start] and low[start] not in DETERMINERS and low[start] not in SUBJECT_PRONOUNS and not any(words.upper[start:start + 6]):
            return None
        who = subjects.after(words, start, self.end)
        if who is None:
            return None
        # "X, the mayor, said Y would come" has a clause behind it, with a subject before the comma.
        if low[at - 1] != QUOTE and (
            (who[1] < self.end and (low[who[1]] in FINITE or low[who[1]] in CUES))
            or any(
                (low[k] in CUES or low[k].endswith("ed")) and not words.upper[k] and (low[k] not in _NOUNISH or CUES[low[k]][1] == "base")
                for k in range(who[0] + 1, who[1])
            )
        ):
            return None
        if low[at - 1] != QUOTE and who[1] < self.end and low[who[1]] != "," and subjects.before(words, at, self.low) is not None:
            return None
        left = self._left(at - 1 if low[at - 1] != QUOTE else at)
        last = at - 1 if low[at - 1] != QUOTE else at
        if last <= left:
            return None
        pieces = [(left, last)]
        pieces += self._resumed(self._past_apposition(who[1]))
        return Report(pieces, who, (at, right), "inverted", 0.9)

    def _tag(self, subject: subjects.Subject, at: int, right: int, frames: frozenset[str]) -> Report | None:
        """ "…, X said" and "…, X said, …" """
        low = self.words.low
        begin = subject.clause
        if begin <= max(self.low, self.free):
            return None
        mark = low[begin - 1]
        if not (mark == "," or mark == QUOTE or mark in DASHES):
            return None
        after = right
        if PERSON in frames:
            person = subjects.after(self.words, right, self.end)
            if person is not None and not (low[right] in ("that",)):
                after = person[1]
        ended = self._past_adjuncts(after)
        closed = mark == QUOTE and self._closes_for_tag(begin - 1)
        if ended < self.end and low[ended] not in (",", ";", ")") and low[ended] not in DASHES and low[ended] != QUOTE:
            if not closed or low[ended] in ("that", ":"):
                return None
            ended = self._past_apposition(ended)
        elif closed:
            ended = self._past_apposition(ended)
        if ended < self.end and low[ended] == QUOTE and mark != QUOTE:
            return None
        if mark != QUOTE and ended + 1 < self.end and low[ended + 1] == QUOTE and self._begins_upper(ended + 1):
            return None  # "On the debate stage, Trump boasted, “That makes me smart.”"
        last = begin if mark == QUOTE else begin - 1
        left = self._left(last)
        if last <= left and (inner := self._told_before(last)) is not None:
            # "Clinton said she knew, the source added": what the source says is all of it.
            inner.via.append(((subject.first, subject.last), (at, right)))
            return Report([(self.low, last)], (subject.first, subject.last), (at, right), "tag", 0.7)
        if last <= left:
            return None
        if mark == QUOTE and last - 2 >= left and low[last - 2] == ":":
            left = last - 1
        if mark != QUOTE and low[last - 1] != QUOTE:
            introduces = low[left] in PREPOSITIONS or low[left] in _SUBORDINATE or low[left].endswith("ing") or low[left] in ADVERBS
            if introduces and not self._is_clause(left, last):
                pieces = self._resumed(ended)
                return Report(pieces, (subject.first, subject.last), (at, right), "tag", 0.7) if pieces else None
        pieces = [(left, last), *self._resumed(ended)]
        return Report(pieces, (subject.first, subject.last), (at, right), "tag", 0.9)

    def _first_subject(self, start: int) -> int | None:
        """Past an introduction without a comma, "during their conversation the leader …", to its subject."""
        low = self.words.low
        for at in range(start + 2, min(start + 8, self.end)):
            if low[at] in ("the", "he", "she", "they") and low[at - 1] not in PREPOSITIONS:
                return at
        return None

    def _told_before(self, last: int) -> Report | None:
        """The report at the sentence's head whose content ends at word `last`."""
        if len(self.found) == 1 and self.found[0].pieces and self.found[0].pieces[-1][1] == last and self.found[0].speaker is not None:
            return self.found[0]
        return None

    def _closes_for_tag(self, at: int) -> bool:
        """Whether the quotation at word `at` ends as before "she said": with a comma, or a mark of its own."""
        pair = self.words.quotes[at]
        inside = self.text[slice(*pair.inside)].rstrip(" \u00a0’'”\"")
        after = self.text[pair.end : pair.end + 1]
        return inside[-1:] in (",", "!", "?", "-", "—", "–", "…", ".") or after == ","

    def _closes_with_comma(self, at: int) -> bool:
        return self.text[slice(*self.words.quotes[at].inside)].rstrip(" ’'”\"").endswith(",")

    def _begins_upper(self, at: int) -> bool:
        return self.text[self.words.quotes[at].inside[0] :][:1].isupper()

    def _resumed(self, at: int) -> list[tuple[int, int]]:
        """What goes on after "…, X said, …"."""
        low = self.words.low
        if at < self.end and low[at] == QUOTE:
            return [(at, self._content_end(at))]
        if at + 1 >= self.end or low[at] != ",":
            return []
        start = at + 1
        if low[start] == "that":
            start += 1
        if low[start] in ("and", "but", "or") and start + 1 < self.end and low[start + 1] == QUOTE:
            start += 1
        if low[start] == QUOTE:
            return [(start, self._content_end(start))]
        if low[start] in ("who", "which", "but", "and", "although", "though", "while", "as", "when", "where", "whose", "or", "a", "an"):
            return []
        if low[start].endswith("ing") or low[start] in PREPOSITIONS:
            return []
        if low[start] in FINITE or low[start].endswith("ed"):
            return [(start, self._content_end(start))]
        if low[start] in CUES or not self._is_clause(start, self.end):
            return []
        return [(start, self._content_end(start))]

    def _frontal(self, who: tuple[int, int] | None, clause: int, at: int, right: int, frames: frozenset[str], bonus: float = 0.0) -> Report | None:
        low = self.words.low
        if right >= self.end:
            return None
        content = self._content(right, frames)
        if content is None:
            return None
        start, frame, confidence = content
        subordinate = clause - 1 >= self.low and low[clause - 1] in _SUBORDINATE or low[clause] in _SUBORDINATE
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

    def _coordinated(self, at: int, right: int, verb: int, form: str, frames: frozenset[str]) -> Report | None:
        """ "… and stressed that …": the subject is that of the report before, or of the clause."""
        low = self.words.low
        if verb <= self.low:
            return None
        joint = low[verb - 1]
        if joint not in ("and", "but", "or", "then", ","):
            return None
        if form == "base" and not any(low[k] in AUXILIARIES for k in range(verb, at)):
            if not (self.found and self.found[-1].speaker):
                return None
        last = self.found[-1] if self.found else None
        if last is not None and last.frame == "according to" and last.pieces and last.pieces[0][0] > last.cue[0]:
            # "According to KCNA, the leader praised X and expressed confidence that …"
            who = subjects.of_clause(self.words, last.pieces[0][0], verb - 1)
            report = self._frontal(who, verb, at, right, frames) if who is not None else None
            if report is not None and last.speaker is not None:
                report.via.append((last.speaker, last.cue))
            return report
        if last is not None and last.speaker is not None:
            who = last.speaker
        else:
            who = subjects.of_clause(self.words, self.low, verb - 1)
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
        if any(low[k] in _BE for k in range(verb, at)):
            subject = subjects.before(self.words, at, self.low)
            if subject is None:
                return None
            if TAG in frames and (report := self._tag(subject, at, right, frames)):
                return report
            return self._frontal((subject.first, subject.last), subject.clause, at, right, frames)
        joint = low[verb - 1] if verb > self.low else ""
        if joint == "to" and verb - 2 >= self.low and low[verb - 2] in _REFLEXIVE:
            joint = ","
        if joint == "as":
            return self._quoted_as(verb - 1, at, right, frames)
        quotes_next = right < self.end and (low[right] == QUOTE or (low[right] in (",", ":") and right + 1 < self.end and low[right + 1] == QUOTE))
        if quotes_next and joint not in (",", "and", "by", "while", "after", "before") and joint not in DASHES:
            subject = subjects.before(self.words, at, self.low)
            if subject is not None:
                return self._frontal((subject.first, subject.last), subject.clause, at, right, frames)
        if low[at] in ("saying", "arguing", "claiming", "asserting", "alleging", "suggesting", "announcing", "accusing") and joint[:1].isalnum():
            joint = ","
        if joint not in (",", "and", "by", "statement", "tweet", "email", "letter", "tweets", "message", "speech", "post", "report", "in", "after", "before", "while") and joint not in DASHES and joint != QUOTE:
            return None
        if self.found and self.found[-1].speaker is not None:
            who: tuple[int, int] | None = self.found[-1].speaker
        else:
            who = subjects.of_clause(self.words, self.low, verb - 1)
        if who is None:
            return None
        return self._frontal(who, verb, at, right, frames)

    def _quoted_as(self, as_: int, at: int, right: int, frames: frozenset[str]) -> Report | None:
        """ "KCNA quoted Kim as saying", "Kim was quoted (by KCNA) as saying" """
        words, low = self.words, self.words.low
        quoted = next((k for k in range(as_ - 1, max(self.low, as_ - 12), -1) if low[k] in ("quoted", "cited", "quotes", "cites", "quoting", "citing")), None)
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

    # What is said

    def _content(self, right: int, frames: frozenset[str]) -> tuple[int, str, float] | None:
        """Where what is said begins after the cue, by which frame, and how sure that is."""
        low = self.words.low
        if low[right] in ("for", "of", "about", "against", "with") and NAMING not in frames and URGING not in frames and PERSON not in frames:
            that = self._that_ahead(right)
            if that is None:
                ahead = self._quotation_ahead(right) if TAG in frames else None
                return (ahead, "quotation", 0.8) if ahead is not None else None
        if EXPRESS in frames:
            return self._after_noun(right)
        if PERSON in frames and (found := self._after_person(right)) is not None:
            return found
        if NAMING in frames and (low[right] not in PREPOSITIONS):
            ahead = range(right, min(right + 25, self.end))
            if any(low[k] == QUOTE or low[k] == "as" or (low[k] in ("a", "an") and k > right) for k in ahead):
                return right, "naming", 0.75
            if OBJECT not in frames and not (low[right] in ("it", "him", "her", "them", "himself")):
                return None
        if URGING in frames and low[right] not in PREPOSITIONS | {"to"} and low[right] not in ADVERBS:
            if any(low[k] in ("to", "of") for k in range(right, min(right + 20, self.end))):
                return right, "urging", 0.7
        start = self._past_adjuncts(right)
        if start >= self.end:
            return None
        word = low[start]
        if word == ":":
            if CLAUSE not in frames and not (start + 1 >= self.end or low[start + 1] == QUOTE):
                return None
            return start + 1, "colon", 0.95
        if word == ",":
            if start + 1 < self.end and low[start + 1] == QUOTE:
                return start + 1, "quotation", 0.95
            if start + 1 < self.end and low[start + 1] == "that":
                return start + 2, "that", 0.8
            if TAG in frames and (ahead := self._quotation_ahead(right)) is not None:
                return ahead, "quotation", 0.8
            return None
        if CLAUSE in frames or TAG in frames:
            if word == QUOTE:
                return start, "quotation", 0.9
            if word in DASHES and start + 1 < self.end and low[start + 1] == QUOTE:
                return start + 1, "quotation", 0.9
        if INFINITIVE in frames and word == "to":
            return start, "infinitive", 0.75
        if CLAUSE in frames or PERSON in frames or THAT in frames:
            if word == "that" and start + 1 < self.end and not (low[start + 1] in FINITE and start + 2 >= self.end):
                return start + (2 if low[start + 1] == "," else 1), "that", 0.9
            if (that := self._that_ahead(start)) is not None:
                return that + 1, "that", 0.85
            if word in _QUESTION:
                return start, "question", 0.6
        if TAG in frames and (ahead := self._quotation_ahead(right)) is not None:
            return ahead, "quotation", 0.85
        if CLAUSE in frames and word in SUBJECT_PRONOUNS and start + 1 < self.end:
            return start, "clause", 0.8
        if CLAUSE in frames and self._is_clause(start, self.end) and word not in _NO_SUBJECT:
            if word in SUBJECT_PRONOUNS or word in DETERMINERS or word == "there" or self._clause_near(start):
                return start, "clause", 0.8
        if OBJECT in frames and (word in DETERMINERS or self.words.upper[start] or word == QUOTE or word not in PREPOSITIONS | ADVERBS | {"to", "and", "or", "as"} | TIMES):
            return start, "object", 0.5
        return None

    def _after_noun(self, right: int) -> tuple[int, str, float] | None:
        """Behind "expressed (his deep) concern": a clause, a quotation, or what the noun is about."""
        low = self.words.low
        for at in range(right + 1, min(right + 8, self.end)):
            word = low[at]
            if word == "that":
                return at + 1, "that", 0.85
            if word == QUOTE:
                return at, "quotation", 0.85
            if word in (":", ","):
                if at + 1 < self.end and low[at + 1] == QUOTE:
                    return at + 1, "quotation", 0.9
                return None
            if word in ("for", "about", "over") and at + 1 < self.end:
                return at + 1, "object", 0.6
            if word in SUBJECT_PRONOUNS or word in FINITE:
                return None
        return None

    def _after_person(self, right: int) -> tuple[int, str, float] | None:
        low = self.words.low
        if low[right] == QUOTE or low[right] in PREPOSITIONS or low[right] in ("that", ",", ":"):
            return None
        at = right
        while at < self.end:
            word = low[at]
            if word == QUOTE and any(low[k] == "that" for k in range(at + 1, min(at + 6, self.end))):
                at += 1  # "told CNN's “Morning Show” on Friday that"
                continue
            if word == QUOTE or word in (",", ":", "that", "to", "how", "what", "why", "whether") or (at > right and (word in SUBJECT_PRONOUNS or word in FINITE)):
                break
            if at > right + 1 and word in DETERMINERS and low[at - 1] not in PREPOSITIONS | {"and", "of"}:
                break
            if at == right and word in SUBJECT_PRONOUNS and word not in ("it", "you"):
                return None
            if at > right and (word in WEEKDAYS or word in ("on", "in", "at", "during", "last", "this", "earlier")):
                break
            at += 1
        if at == right or at >= self.end:
            return None
        at = self._past_adjuncts(at)
        if at >= self.end:
            return None
        word = low[at]
        if word == ":":
            return at + 1, "colon", 0.95
        if word == ",":
            return (at + 1, "quotation", 0.95) if at + 1 < self.end and low[at + 1] == QUOTE else None
        if word == QUOTE:
            return at, "quotation", 0.9
        if word == "that":
            return at + 1, "that", 0.9
        if (that := self._that_ahead(at)) is not None:
            return that + 1, "that", 0.85
        if word == "to":
            return right, "urging", 0.6
        if word in _QUESTION:
            return at, "question", 0.6
        if word in SUBJECT_PRONOUNS or word in DETERMINERS or self.words.upper[at]:
            if self._is_clause(at, self.end):
                return at, "clause", 0.8
        if word in FINITE and at - 1 > right:
            return None
        return None

    def _quotation_ahead(self, start: int) -> int | None:
        """The quotation behind a comma or colon that "said of the plan during the debate" leads up to."""
        low = self.words.low
        for at in range(start, min(start + 25, self.end)):
            word = low[at]
            if word == QUOTE:
                return at if low[at - 1] in (",", ":") else None
            if word in (";", "that") or word in SUBJECT_PRONOUNS or word in AUXILIARIES:
                return None
            if word in CUES and CUES[word][1] in ("past", "s") and not self.words.upper[at]:
                return None
        return None

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
        if first < last - 3 and low[first + 2] == "," and low[first] in ("in", "for") and low[first + 1] in ("addition", "fact", "example", "instance", "short"):
            first += 3
        return first

    def _is_clause(self, start: int, end: int) -> bool:
        words = self.words
        for at in range(start + 1, end):
            word = words.low[at]
            if word in FINITE or word == QUOTE or (word in CUES and CUES[word][1] != "ing" and not words.upper[at]) or (word.endswith("ed") and not words.upper[at]):
                return True
        return False

    def _clause_near(self, start: int) -> bool:
        """Whether a verb comes soon, before a comma: "said Democrats are", not "said Thursday in Ohio"."""
        words = self.words
        for at in range(start + 1, min(start + 14, self.end)):
            word = words.low[at]
            if word in ("who", "which", ":", ";"):
                return False
            if word in FINITE or word == QUOTE or ((word.endswith(("ed", "s")) or word in CUES) and not words.upper[at]):
                return True
        return False

    def _comma(self, start: int) -> int | None:
        low = self.words.low
        for at in range(start, min(start + 30, self.end)):
            if low[at] == ",":
                return at
        return None

    def _that_ahead(self, start: int) -> int | None:
        """The "that" behind "said Monday at a rally in Ohio": only adverbials stand between."""
        low = self.words.low
        if not (low[start] in PREPOSITIONS or low[start] in TIMES or low[start] in ADVERBS or low[start] in ("to",)):
            return None
        for at in range(start, min(start + 16, self.end)):
            word = low[at]
            if word == "that":
                return at
            if word == QUOTE or word in ",;:" or word in AUXILIARIES or word in SUBJECT_PRONOUNS:
                return None
        return None

    def _past_adjuncts(self, at: int) -> int:
        """Past adverbs, times and occasions: "said later Friday in a statement on Twitter"."""
        words, low = self.words, self.words.low
        while at < self.end:
            word = low[at]
            following = low[at + 1] if at + 1 < self.end else ""
            if word in WEEKDAYS or word in ("today", "yesterday", "afterward", "later", "recently", "earlier", "previously", "again", "flatly", "bluntly", "tonight", "wednesday's"):
                at += 1
                if at < self.end and low[at] in ("morning", "afternoon", "evening", "night"):
                    at += 1
            elif word.endswith("ly") and not words.upper[at] and following and (following in (":", ",", "that") or following == QUOTE):
                at += 1
            elif word in ("last", "this", "earlier", "late", "early") and following in TIMES and following not in ("this", "that", "last", "next"):
                at += 2
            elif word in ("on", "in", "by") and (following in WEEKDAYS or following in MONTHS or following in ("twitter", "facebook", "tuesday", "air")):
                at += 2
                while at < self.end and (low[at][0].isdigit() or low[at] in ("morning", "afternoon", "evening", "night")):
                    at += 1
            elif word == "to" and following in ("reporters", "cnn", "journalists"):
                at += 2
            elif word in ("via", "by", "in", "at", "during", "on", "through") and (ended := self._occasion(at)) is not None:
                at = ended
            else:
                return at
        return at

    def _occasion(self, at: int) -> int | None:
        """Past "in a statement", "at a rally in Ohio", "during an interview with CNN's Wolf Blitzer"."""
        words, low = self.words, self.words.low
        end = at + 1
        while end < min(at + 8, self.end) and low[end] not in _OCCASIONS:
            if low[end] == QUOTE or low[end] in ",;:" or low[end] in SUBJECT_PRONOUNS or low[end] in FINITE or low[end] == "that":
                return None
            end += 1
        if end >= min(at + 8, self.end):
            return None
        while end < self.end and low[end] in _OCCASIONS:
            end += 1
        while end + 1 < self.end and low[end] in ("with", "in", "to", "on", "at", "from", "for", "of") and (words.upper[end + 1] or low[end + 1] in ("reporters", "the", "a")):
            end += 1
            if low[end] in ("the", "a"):
                end += 1
            first = end
            while end < self.end and (words.upper[end] and low[end] not in SUBJECT_PRONOUNS and (low[end] not in WEEKDAYS) or low[end] == "reporters" or end == first):
                end += 1
        return end

    def _end_of_adverbial(self, at: int) -> int:
        """To the comma or the quotation that ends "as he left the stage in Ohio"."""
        low = self.words.low
        while at < self.end and low[at] not in (",", ";") and low[at] != QUOTE:
            at += 1
        return at

    def _past_apposition(self, at: int) -> int:
        """Past ", the mayor of Ohio" and "in an interview" to the comma or quotation after which a quotation goes on."""
        low = self.words.low
        while at < self.end:
            if low[at] == "," and at + 1 < self.end and (
                low[at + 1] == QUOTE
                or (low[at + 1] in ("and", "but", "or") and at + 2 < self.end and low[at + 2] == QUOTE)
            ):
                return at
            at += 1
        return at

    def _content_end(self, start: int, *, subordinate: bool = False, whole: bool = False) -> int:
        """Where what is said ends: with the sentence, or where the reporter speaks again."""
        words, low = self.words, self.words.low
        if low[start] == QUOTE and (whole or self._closes_for_tag(start)):
            return start + 1
        depth = 0
        for at in range(start, self.end):
            word = low[at]
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
                if depth < 0:
                    return at
            if at == start:
                continue
            if word == ";":
                return at
            previous = low[at - 1]
            comma = word == ","
            if word == QUOTE and at + 1 < self.end and self._closes_with_comma(at) and low[at + 1] != ",":
                comma, at = True, at + 1
                following = low[at]
                if following in ("but", "though", "although", "while", "whereas", "according") or (
                    following in CUES and CUES[following][1] == "ing"
                ) or (following in ("and", "even") and self._reports_again(at + 1)):
                    return at
            elif comma:
                if subordinate:
                    return at
                following = low[at + 1] if at + 1 < self.end else ""
                if following in CUES and CUES[following][1] == "ing":
                    return at
                if following in ("but", "though", "although", "while", "whereas"):
                    return at
                if following == "according":
                    return at
                if following in ("and", "even") and self._reports_again(at + 2):
                    return at
                if following and self._tag_at(at + 1):
                    return at
            elif word == "according" and at + 1 < self.end and low[at + 1] == "to":
                return at
            elif word in ("and", "but") and at + 1 < self.end:
                ahead = at + 1
                while ahead < self.end and (low[ahead] in ADVERBS or low[ahead].endswith("ly") or low[ahead] in ("has", "have", "had")):
                    ahead += 1
                if ahead < self.end and low[ahead] in CUES and CUES[low[ahead]][1] in ("past", "s") and CUES[low[ahead]][0] not in _PRIVATE and not words.upper[ahead] and self._cue_continues(ahead):
                    return at - 1 if previous == "," else at
                if self._reports_again(at + 1, near=True):
                    return at - 1 if previous == "," else at
        return self.end

    def _object_end(self, start: int, end: int) -> int:
        """A noun phrase ends before a dash, or a comma with a clause of its own behind it."""
        low = self.words.low
        for at in range(start + 1, end - 1):
            if low[at] in DASHES and low[at] != "-":
                return at
            if low[at] == "," and (low[at + 1] in ("which", "who", "whose", "as", "when", "where", "further") or low[at + 1].endswith("ing")):
                return at
        return end

    def _cue_continues(self, at: int) -> bool:
        """Whether something can be said after the cue at word `at`."""
        low = self.words.low
        return at + 1 < self.end and low[at + 1] not in (",", "and", "by") and (low[at] not in _NOUNISH or CUES[low[at]][1] == "past" or low[at + 1] == "that")

    def _name_end(self, start: int, end: int) -> int:
        """What something is called ends with its quotation, unless the phrase plainly goes on."""
        low = self.words.low
        for at in range(start, end - 1):
            if low[at] == QUOTE and (
                self._closes_with_comma(at)
                or low[at + 1] == ","
                or low[at + 1] in CLAUSE_OPENERS
                or low[at + 1] in TIMES
                or low[at + 1] in ("on", "in", "at", "during", "before", "after", "—")
            ):
                return at + 1
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

    def _tag_at(self, at: int) -> bool:
        """Whether "he said", "the source added" stands here, closing the sentence."""
        low = self.words.low
        if low[at] in SUBJECT_PRONOUNS and at + 1 < self.end and low[at + 1] in CUES and (at + 2 >= self.end or low[at + 2] == ","):
            return True
        last = self.end - 1
        if last - at > 8 or last <= at or low[last] not in CUES:
            return False
        _, form, frames = CUES[low[last]]
        if TAG not in frames or form not in ("past", "s") or low[last] in _NOUNISH:
            return False
        subject = subjects.before(self.words, last, at)
        return subject is not None and subject.first == at
