"""A reporter's wording of what somebody said, of which only a part stands in marks: "he had never said “we can do without it”"."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text import marks
from onrecord.text.signs import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.check.texts import Copy
    from onrecord.model.records import Quote


@record()
class Reporters:
    """The reporter's words around a part in marks, in front of it and behind it; `inside` is where that part stands."""

    before: str
    after: str
    inside: tuple[int, int]

    @property
    def outside(self) -> str:
        return f"{self.before} {self.after}"


def of_quote(quote: Quote, copy: Copy | None) -> tuple[int, int] | None:
    """Where a recorded paraphrase begins and ends in what it is compared with."""
    if quote.form != "mixed":
        return None
    if copy is None:
        return 0, len(quote.text)
    return (quote.spans[0].start, quote.spans[-1].end) if quote.spans else None


def reporters(text: str, paraphrase: tuple[int, int], place: tuple[int, int]) -> Reporters | None:
    """What of a paraphrase stands around the marks that hold a place; None: no marks in it do."""
    low, high = paraphrase
    pairs = marks.pairs_in(text, low, high)
    # A stop or a mark at its edges may be counted to either.
    holding = [
        pair
        for pair in pairs
        if pair.start - 1 <= place[0] and place[1] <= pair.end + 1 and pair.start >= low
    ]
    if not holding:
        return None
    pair = holding[-1]
    others = [other.inside for other in pairs if other is not pair]
    return Reporters(
        _without(text, low, pair.start, others).rstrip(MARKS + " "),
        _without(text, pair.end, high, others).lstrip(MARKS),
        pair.inside,
    )


def _without(text: str, low: int, high: int, quoted: list[tuple[int, int]]) -> str:
    """A range of a text without the words in its marks."""
    pieces, behind = [], low
    for start, end in quoted:
        if low <= start and end <= high:
            pieces.append(text[behind:start])
            behind = end
    return "".join([*pieces, text[behind:high]])
