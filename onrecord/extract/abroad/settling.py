"""Reports as they are meant: what the words of saying express, and none of which nobody is the speaker."""

from __future__ import annotations

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.sentence import Report
from onrecord.text import polarity
from onrecord.text.polarity import Reading

# Frames whose cue is no verb of saying.
_WITHOUT_VERB = ("subjunctive", "signed", "before a colon", "according to", "dialogue")


def settled(text: str, words: Laid, reports: list[Report]) -> list[Report]:
    """The reports with what each expresses, without those that tell that nobody said something."""
    from onrecord.extract import denials

    found = []
    for report in reports:
        if denials.is_nobody(text, words, report):
            continue
        if report.frame not in _WITHOUT_VERB:
            report.reading = denials.reading(text, words, report)
        if (led := _led_in(text, words, report)) is not None:
            report.reading = led
        if denials.may_be_told(report):
            found.append(report)
    denials.pass_on(words, found)
    return found


def _led_in(text: str, words: Laid, report: Report) -> Reading | None:
    """What the sentence expresses in front of what is said, where that denies or asks and the cue is part of it.

    "a rejeté l'accusation selon laquelle …", "desmintió haber dicho: …", "wollte wissen, ob …": the cue alone does not tell.
    """
    if words.code not in polarity.LANGUAGES or not report.pieces:
        return None
    if report.reading is not None and report.reading.polarity != "asserted" and report.reading.of_saying:
        return None
    low, _ = words.sentence_at(report.cue[0])
    first = min(report.pieces)[0]
    until = report.cue[1] if report.frame == "according to" else first
    if report.frame == "subjunctive" and report.speaker is None and first == low:
        until = report.cue[1]  # "Lee wollte wissen, ob es so sei": all of it was taken for what is said
    elif until <= low or until > first:
        return None
    start = words.starts[low]
    found = polarity.lexicon(words.code).read(text[start : words.ends[until - 1]])
    place = words.range_of(report.cue)
    verbless = report.frame in _WITHOUT_VERB
    # What somebody else did not do, or did not want, stands before a verb of saying as well.
    if found.polarity not in ("denied", "asked") or not (
        verbless or found.start + start <= place[0] < found.end + start
    ):
        return None
    return Reading(found.polarity, found.of_saying, found.start + start, found.end + start)
