"""What is wrong with a quotation, in one place for every page."""

from onrecord.browse import cells
from onrecord.records import Quote


def doubts(quote: Quote) -> list[tuple[str, str]]:
    """What is wrong with an attribution, each with its reason."""
    found = (
        (quote.status, quote.status_reason),
        (quote.rank, quote.rank_reason),
        (quote.check_result, cells.CHECKED.get(quote.check_result or "")),
    )
    return [(value, reason or "") for value, reason in found if value in cells.BAD or value in cells.DOUBTFUL]
