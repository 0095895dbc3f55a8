"""What is wrong with a quotation, in one place for every page."""

from onrecord.browse import cells
from onrecord.model.records import Quote


def doubts(quote: Quote) -> list[tuple[str, str]]:
    """What is wrong with an attribution, each with its reason."""
    checked = cells.checked_words(quote.check_result, quote.seen)
    if quote.accepted is not None:
        checked = f"{checked or cells.LEFT_OUT} Accepted: {quote.accepted}"
    found = (
        (quote.status, quote.status_reason),
        (quote.rank, quote.rank_reason),
        (quote.check_result, checked),
    )
    accepted = quote.check_result if quote.accepted is not None else None
    return [
        (value, reason or "")
        for value, reason in found
        if value and (value in cells.BAD or value in cells.DOUBTFUL or value == accepted)
    ]
