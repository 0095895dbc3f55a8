"""Fragments in order and close together: every way to place them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from onrecord.matching.outcome import Chain, Span
from onrecord.matching.places import Needle, Places, frequency
from onrecord.matching.prepared import Prepared
from onrecord.model.record import record

# Of an ambiguous wording, how many places are given.
MOST_PLACES = 20


@record()
class Limits:
    """What may stand between two fragments, in code points and words."""

    characters: int
    words: int


# One long sentence or two, not another passage.
ELLIPSIS = Limits(1_000, 100)
BRACKET = Limits(200, 12)

Find = Callable[[int, Span], Places]


def columns(
    source: Prepared, needles: Sequence[Needle], find: Find, within: Span
) -> tuple[list[list[Span]], bool]:
    """For each fragment, where it stands in reach of the rarest one; and whether that is all of them.

    `find` is asked for the places of a fragment, by its number, in a part of the source.
    """
    if len(needles) == 1:
        places = find(0, within)
        return [places.spans], places.complete
    rarest = min(range(len(needles)), key=lambda number: frequency(source, needles[number], within))
    anchors = find(rarest, within)
    complete = anchors.complete
    # Four times their length, so that soft hyphens and line ends in the source cannot push a fragment out of reach.
    reach = sum(4 * len(needle.raw) + ELLIPSIS.characters for needle in needles)
    windows: list[Span] = []
    for span in anchors.spans:
        start, end = max(within.start, span.start - reach), min(within.end, span.end + reach)
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, end)
        else:
            windows.append(Span(start, end))
    spans: list[list[Span]] = []
    for number in range(len(needles)):
        if number == rarest:
            spans.append(anchors.spans)
            continue
        column: list[Span] = []
        for window in windows:
            places = find(number, window)
            column += places.spans
            complete = complete and places.complete
        spans.append(column)
    return spans, complete


def chains(text: str, columns: Sequence[Sequence[Span]], limits: Sequence[Limits]) -> Iterator[Chain]:
    """Every way to take one span of each column, in order, without overlap and with gaps within their limits.

    Columns are sorted. The cost is that of the spans, their logarithm, and what is taken from the iterator.
    """
    kept = [list(columns[-1])]
    for column, limit in zip(reversed(columns[:-1]), reversed(limits), strict=True):
        after = kept[0]
        starts = [span.start for span in after]
        # The nearest follower leaves out the least: if it is too far, so is every other.
        kept.insert(0, [span for span in column if _has_follower(text, span, after, starts, limit)])
    starts_of = [[span.start for span in column] for column in kept]
    stack: list[Chain] = [(span,) for span in reversed(kept[0])]
    while stack:
        chain = stack.pop()
        depth = len(chain)
        if depth == len(kept):
            yield chain
            continue
        followers: list[Chain] = []
        for at in range(bisect_left(starts_of[depth], chain[-1].end), len(kept[depth])):
            span = kept[depth][at]
            if not _close(text, chain[-1], span, limits[depth - 1]):
                break
            followers.append((*chain, span))
        stack += reversed(followers)


def _has_follower(text: str, span: Span, after: Sequence[Span], starts: Sequence[int], limit: Limits) -> bool:
    at = bisect_left(starts, span.end)
    return at < len(after) and _close(text, span, after[at], limit)


def _close(text: str, span: Span, other: Span, limit: Limits) -> bool:
    gap = other.start - span.end
    if gap > limit.characters:
        return False
    return gap <= limit.words or len(text[span.end : other.start].split()) <= limit.words
