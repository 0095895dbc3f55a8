"""Quotations that no cue in their own sentence attributes: who goes on speaking, who signs, and what is no statement."""

import re

from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.sentence import Report
from onrecord.ingest.extract.words import DASHES

_TURN = re.compile(r"[\"“«]?\s*([A-Z][A-Z.'’-]*[A-Z.](?: [A-Z][A-Z.'’-]*){0,4}):\s+(?=\S)")


def uncovered(words: Paragraph, reports: list[Report]) -> list[int]:
    """The quotations of a paragraph, as words, that belong to no report."""
    covered = [piece for report in reports for piece in report.pieces]
    return [at for at in words.quotes if not any(first <= at < last for first, last in covered)]


def stands_alone(words: Paragraph, at: int) -> bool:
    """Whether the quotation is a sentence of its own, with nothing but marks beside it."""
    for low, high in words.sentences:
        if low <= at < high:
            return all(words.low[k] == QUOTE or not words.low[k][0].isalnum() for k in range(low, high))
    return False


def signed(words: Paragraph) -> Report | None:
    """A paragraph that is a quotation and, behind a dash, the name of its author: “…” — Ann Lee"""
    low = words.low
    count = len(low)
    while count and not low[count - 1][0].isalnum() and low[count - 1] != QUOTE:
        count -= 1
    if count < 3 or low[0] != QUOTE or low[1] not in DASHES:
        return None
    name = range(2, count)
    if len(name) > 12 or not words.upper[2] or any(low[k] == QUOTE for k in name):
        return None
    last = next((k for k in name if low[k] == ","), count)
    if sum(words.upper[2:last]) * 2 < last - 2:
        return None
    return Report([(0, 1)], (2, last), (1, 2), "signed", 0.9)


def turn(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The name and the words of a paragraph of a transcript, "NAME: words", as ranges of the text."""
    found = _TURN.match(text, start, end)
    if found is None:
        return None
    last = end
    while last > found.end() and (text[last - 1].isspace() or text[last - 1] in '"”»'):
        last -= 1
    return (found.span(1), (found.end(), last)) if last > found.end() else None


def just_before(words: Paragraph, at: int, reports: list[Report]) -> Report | None:
    """The report of the sentence right before a quotation that stands alone: "…, Lee said. “It was late.”" """
    for index, (low, high) in enumerate(words.sentences):
        if low <= at < high and index:
            first, last = words.sentences[index - 1]
            inside = [
                report
                for report in reports
                if first <= report.cue[0] < last and report.frame in ("tag", "inverted")
            ]
            return inside[-1] if inside else None
    return None


def apposition(words: Paragraph, after: int) -> tuple[int, int] | None:
    """What stands between commas behind a noun phrase that ends before word `after`: its explanation."""
    low = words.low
    if after + 1 >= len(low) or low[after] != ",":
        return None
    for at in range(after + 1, min(after + 16, len(low))):
        if low[at] in (",", QUOTE, ";", ".", ":"):
            return (after + 1, at) if at > after + 1 else None
    return None
