"""Reports inside what is reported: who says what somebody else passes on."""

from __future__ import annotations

from onrecord.extract.frames import Frames
from onrecord.extract.lexicon import CUES, PRIVATE
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.sentence import Report
from onrecord.extract.words import RELATIVE_PRONOUNS, SUBJECT_PRONOUNS

# Frames in which somebody's saying is told by somebody else.
_TOLD = frozenset(["that", "clause", "quotation", "colon", "tag", "inverted", "naming", "according to"])
# Frames of who passes on the rest of the sentence.
_PASSING = frozenset(["according to", "referred"])
_SHORTEST_OUTER = 5
# How sure it is that who passes on somebody's saying says so themselves.
_PASSED_ON = 0.3
# Words in front of whoever is passed on: an article, a day.
_FURTHEST_IN = 2


class Nested(Frames):
    """A sentence whose reports are looked into for reports of their own."""

    def nested(self) -> list[Report]:
        """Reports inside what is reported: "KCNA reported that Kim said …" gives Kim, passed on by KCNA."""
        reports: list[Report] = []
        for outer in list(self.reported):
            for first, last in outer.pieces:
                around_cue = first <= outer.cue[0] < last
                passes_on = outer.frame in _PASSING and first >= outer.cue[1]
                if passes_on and self.words.low[first] == QUOTE and outer is self.reported[-1]:
                    last = self.end  # "According to the Post, “…,” Ann Lee said"
                if outer.speaker is None or around_cue or last - first < _SHORTEST_OUTER - passes_on:
                    continue
                for report in type(self)(self.text, self.words, first, last).reports():
                    if self._is_told(report) or (passes_on and self._is_quoted_in_full(report)):
                        report.via.append((outer.speaker, outer.cue))
                        quoted = passes_on and self._is_quoted_in_full(report)
                        fills = passes_on and self._fills(report, first)
                        report.confidence = round(report.confidence * (1 if quoted or fills else 0.8), 2)
                        reports.append(report)
                        if fills:
                            outer.confidence = min(outer.confidence, _PASSED_ON)
                        if quoted and outer in self.reported:
                            self.reported.remove(outer)
        return reports

    def _fills(self, inner: Report, first: int) -> bool:
        """Whether what is passed on, from word `first`, is no more than that somebody else said something."""
        return inner.speaker is not None and min(inner.speaker[0], inner.cue[0]) <= first + _FURTHEST_IN

    def _is_quoted_in_full(self, inner: Report) -> bool:
        """Whether somebody else is told to have said words in quotation marks."""
        low = self.words.low
        speaker = inner.speaker
        return (
            speaker is not None
            and inner.frame in ("colon", "quotation", "tag", "inverted")
            and all(last - first == 1 and low[first] == QUOTE for first, last in inner.pieces)
            and low[speaker[0]] not in SUBJECT_PRONOUNS
            and low[speaker[0]] not in RELATIVE_PRONOUNS
        )

    def _is_told(self, inner: Report) -> bool:
        """Whether somebody else is told to have said something, not that the speaker thinks or knows it."""
        low = self.words.low
        if inner.speaker is None or inner.frame not in _TOLD:
            return False
        who = low[inner.speaker[0]]
        private = CUES.get(low[inner.cue[0]], ("",))[0] in PRIVATE
        return not private and who not in SUBJECT_PRONOUNS and who not in RELATIVE_PRONOUNS
