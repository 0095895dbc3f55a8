"""Who passes on a quotation, named behind its speaker: "“…,” said Ann Lee, quoted in the Quay Post"."""

from onrecord.extract import phrases
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.sentence import Report

_PASSED_ON = frozenset("quoted cited carried reported published".split())
_SPEECH = frozenset("remarks comments words statement".split())


def with_carriers(words: Paragraph, reports: list[Report], high: int) -> list[Report]:
    """The reports, those of quotations with whoever is said behind the speaker to pass them on."""
    for report in reports:
        beside = report.frame in ("inverted", "tag") and report.speaker is not None and not report.via
        if beside and any(words.low[first] == QUOTE for first, _ in report.pieces):
            _add(words, report, high)
    return reports


def _add(words: Paragraph, report: Report, high: int) -> None:
    low = words.low
    index = report.cue[1]
    if report.speaker is not None:
        first, last = report.speaker
        # "said Ann Lee in remarks carried by …"
        last = next((k for k in range(first + 1, last - 1) if low[k] == "in" and low[k + 1] in _SPEECH), last)
        report.speaker = first, last
        index = max(index, last)
    skipped = 0
    while index < high and skipped < 4 and (low[index] in (",", "as", "in") or low[index] in _SPEECH):
        index, skipped = index + 1, skipped + 1
    if not skipped or index + 2 >= high or low[index] not in _PASSED_ON or low[index + 1] not in ("by", "in"):
        return
    who = phrases.after(words, index + 2, high)
    if who is not None and any(words.upper[who[0] : who[1]]):
        report.via.append((who, (index, index + 1)))
