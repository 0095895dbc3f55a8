"""Reports as they are meant: what the words of saying express, and none of which nobody is the speaker."""

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.sentence import Report


def settled(text: str, words: Laid, reports: list[Report]) -> list[Report]:
    """The reports with what each expresses, without those that tell that nobody said something."""
    from onrecord.extract import denials

    found = []
    for report in reports:
        if denials.is_nobody(text, words, report):
            continue
        if report.frame not in ("subjunctive", "signed", "before a colon", "according to", "dialogue"):
            report.reading = denials.reading(text, words, report)
        if denials.may_be_told(report):
            found.append(report)
    denials.pass_on(words, found)
    return found
