"""What is wrong with a quotation, in one place for every page."""

from onrecord.model.records import Quote
from onrecord.text.edtf import humanise, parse

# What is wrong with a quotation, and what a reader should look at himself.
BAD = ("misattributed", "stitched", "inverted", "altered", "absent", "deprecated")
DOUBTFUL = ("disputed", "ambiguous", "drifted")
GOOD = ("exact", "typographic", "interrupted")
CHECKED = {
    "drifted": "It stood so in the copy that it was recorded from; the source has since changed.",
    "stitched": "It joins words of different quotations.",
    "inverted": "What it leaves out or puts in brackets may turn the sense.",
    "altered": "The stored text of the source has other words.",
    "absent": "The stored text of the source has nothing like it.",
    "ambiguous": "It stands in several places of the source.",
}
LEFT_OUT = "Words are left out."


def checked_words(result: str | None, seen: str | None) -> str:
    """What a check result means, and of what day the copy is that the source has drifted from; mostly empty."""
    if result == "drifted" and seen:
        day = humanise(parse(seen[:10]))
        return f"It stood so in the copy of {day} that it was recorded from; the source has since changed."
    return CHECKED.get(result or "", "")


def doubts_of(quote: Quote) -> list[tuple[str, str]]:
    """What is wrong with an attribution, each with its reason."""
    checked = checked_words(quote.check_result, quote.seen)
    if quote.accepted is not None:
        checked = f"{checked or LEFT_OUT} Accepted: {quote.accepted}"
    doubts = (
        (quote.status, quote.status_reason),
        (quote.rank, quote.rank_reason),
        (quote.check_result, checked),
    )
    accepted = quote.check_result if quote.accepted is not None else None
    return [
        (value, reason or "")
        for value, reason in doubts
        if value and (value in BAD or value in DOUBTFUL or value == accepted)
    ]
