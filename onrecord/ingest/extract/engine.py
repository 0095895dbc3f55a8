"""From a text to proposals."""

from onrecord.ingest.extract import frames, layout, quotations
from onrecord.ingest.extract.frames import Report
from onrecord.ingest.extract.layout import QUOTE, Paragraph
from onrecord.ingest.extract.proposal import Mention, Proposal
from onrecord.text.marks import form_of


def propose(text: str, author: str | None = None, issued: str | None = None) -> list[Proposal]:
    proposals: list[Proposal] = []
    group = 0
    last: tuple[Mention | None, str, int] | None = None
    block: tuple[Mention | None, str] | None = None
    open_quote = False
    paragraphs = list(layout.paragraphs_of(text))
    turns = {start: turn for start, end in paragraphs if (turn := quotations.turn(text, start, end))}
    if len(turns) < 3:
        turns = {}
    for start, end in paragraphs:
        if start in turns:
            (name_start, name_end), (first, past) = turns[start]
            group += 1
            name = text[name_start:name_end]
            proposals.append(Proposal(start=first, end=past, form="direct", speaker=Mention(name, name_start, name_end, name), cue=":", group=group, confidence=0.9, reason="turn"))
            last, block, open_quote = None, None, False
            continue
        words = layout.paragraph(text, start, end)
        if not words.low:
            continue
        found: list[Report] = []
        if signature := quotations.signed(words):
            found.append(signature)
        for low, high in words.sentences if not signature else []:
            found += frames.reports_in(text, words, low, high)
        owners: dict[int, Report] = {at: report for report in found for first, past in report.pieces for at in range(first, past) if words.low[at] == QUOTE}
        items: list[tuple[int, int, Mention | None, str | None, int, float, str]] = []
        used: dict[int, int] = {}
        # Walk in order.
        for report in found:
            group += 1
            used[id(report)] = group
            mention = _mention(text, words, report.speaker)
            cue = text[words.starts[report.cue[0]] : words.ends[report.cue[1] - 1]]
            for piece in report.pieces:
                if span := _span(text, words, piece):
                    items.append((*span, mention, cue, group, report.confidence, report.frame))
        previous: Report | None = None
        for at in words.quotes:
            if at in owners:
                previous = owners[at]
                continue
            alone = quotations.stands_alone(words, at)
            if not alone:
                continue
            span = _span(text, words, (at, at + 1))
            if span is None:
                continue
            if previous is not None:
                items.append((*span, _mention(text, words, previous.speaker), text[words.starts[previous.cue[0]] : words.ends[previous.cue[1] - 1]], used[id(previous)], 0.85, "continued"))
            elif at == 0 and open_quote and last is not None:
                items.append((*span, last[0], last[1], last[2], 0.8, "continued over paragraphs"))
            elif at == 0 and block is not None:
                group += 1
                items.append((*span, block[0], block[1], group, 0.9, "after a colon"))
            elif at == 0 and len(text[slice(*span)].split()) > 3:
                group += 1
                items.append((*span, None, None, group, 0.4, "unsourced"))
        if block is not None and not words.quotes and not found:
            span = _span(text, words, (0, len(words)))
            if span:
                group += 1
                items.append((*span, block[0], block[1], group, 0.6, "block"))
        items.sort(key=lambda item: item[0])
        for first, past, mention, cue, number, confidence, reason in items:
            proposals.append(Proposal(start=first, end=past, form=form_of(text, first, past), speaker=mention, cue=cue, group=number, confidence=confidence, reason=reason))
        block = None
        if found and found[-1].opens_block:
            report = found[-1]
            block = (_mention(text, words, report.speaker), text[words.starts[report.cue[0]] : words.ends[report.cue[1] - 1]])
        if items:
            last = (items[-1][2], items[-1][3] or "", items[-1][4])
        final = max(words.quotes, default=-1)
        open_quote = final >= 0 and words.quotes[final].closing is None and bool(items)
    return proposals


def _mention(text: str, words: Paragraph, who: tuple[int, int] | None) -> Mention | None:
    if who is None:
        return None
    start, end = words.starts[who[0]], words.ends[who[1] - 1]
    return Mention(text[start:end], start, end, text[start:end])


def _span(text: str, words: Paragraph, piece: tuple[int, int]) -> tuple[int, int] | None:
    first, last = piece
    if first >= last:
        return None
    start, end = words.starts[first], words.ends[last - 1]
    if last - first == 1 and words.low[first] == QUOTE:
        start, end = words.quotes[first].inside
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(character.isalnum() for character in text[start:end]) else None
