"""Quotations that no cue in their own sentence attributes: who goes on speaking, and what is no statement."""

from onrecord.ingest.extract.frames import Report
from onrecord.ingest.extract.layout import QUOTE, Paragraph


def uncovered(words: Paragraph, reports: list[Report]) -> list[int]:
    """The quotations of a paragraph, as words, that belong to no report."""
    covered = [piece for report in reports for piece in report.pieces]
    return [at for at in words.quotes if not any(first <= at < last for first, last in covered)]


def stands_alone(words: Paragraph, at: int) -> bool:
    """Whether the quotation is a sentence of its own, or begins one that it fills up to a dash and a name."""
    for low, high in words.sentences:
        if low <= at < high:
            return all(words.low[k] == QUOTE or not words.low[k][0].isalnum() for k in range(low, high))
    return False
