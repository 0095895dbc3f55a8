"""Fragments in order and close together: every way to place them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from onrecord.matching.context import Context
from onrecord.matching.outcome import Chain, Span
from onrecord.matching.places import Needle, Places, frequency
from onrecord.matching.prepared import Prepared

# What may stand between two fragments: one long sentence or two, not another passage.
MOST_LEFT_OUT = 1_000  # code points
MOST_WORDS_LEFT_OUT = 100
# Of an ambiguous wording, how many places are given.
MOST_PLACES = 20

Find = Callable[[Prepared, Needle, Span], Places]


class Placement:
    """How often a sequence of fragments can be placed. `chosen` is set if there is exactly one place."""

    def __init__(self, chosen: Chain | None, candidates: tuple[Chain, ...]) -> None:
        self.chosen = chosen
        self.candidates = candidates

    def __bool__(self) -> bool:
        """Whether it can be placed at all."""
        return bool(self.candidates)


def place(
    source: Prepared, needles: Sequence[Needle], find: Find, within: Span, context: Context
) -> Placement:
    """Places `needles` in order; where there are several ways, `context` decides if it fits exactly one."""
    columns, complete = _columns(source, needles, find, within)
    candidates = _first(chains(source.text, columns), MOST_PLACES + 1)
    if not candidates:
        return Placement(None, ())
    if len(candidates) == 1 and complete:
        return Placement(candidates[0], candidates)
    if context and complete:
        first = [span for span in columns[0] if context.fits_before(source.text, span.start)]
        columns = [first, *columns[1:]]
        columns[-1] = [span for span in columns[-1] if context.fits_after(source.text, span.end)]
        fitting = _first(chains(source.text, columns), 2)
        if len(fitting) == 1:
            return Placement(fitting[0], candidates)
    return Placement(None, candidates)


def _first(found: Iterator[Chain], most: int) -> tuple[Chain, ...]:
    return tuple(chain for chain, _ in zip(found, range(most), strict=False))


def _columns(
    source: Prepared, needles: Sequence[Needle], find: Find, within: Span
) -> tuple[list[list[Span]], bool]:
    """For each fragment, where it stands in reach of the rarest one; and whether that is all of them."""
    if len(needles) == 1:
        places = find(source, needles[0], within)
        return [places.spans], places.complete
    rarest = min(needles, key=lambda needle: frequency(source, needle, within))
    anchors = find(source, rarest, within)
    complete = anchors.complete
    # Four times their length, so that soft hyphens and line ends in the source cannot push a fragment out of reach.
    reach = sum(4 * len(needle.raw) + MOST_LEFT_OUT for needle in needles)
    windows: list[Span] = []
    for span in anchors.spans:
        start, end = max(within.start, span.start - reach), min(within.end, span.end + reach)
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, end)
        else:
            windows.append(Span(start, end))
    columns: list[list[Span]] = []
    for needle in needles:
        if needle is rarest:
            columns.append(anchors.spans)
            continue
        column: list[Span] = []
        for window in windows:
            places = find(source, needle, window)
            column += places.spans
            complete = complete and places.complete
        columns.append(column)
    return columns, complete


def chains(text: str, columns: Sequence[Sequence[Span]]) -> Iterator[Chain]:
    """Every way to take one span of each column, in order, without overlap and with gaps within the limits.

    Columns are sorted. The cost is that of the spans, their logarithm, and what is taken from the iterator.
    """
    kept = [list(columns[-1])]
    for column in reversed(columns[:-1]):
        after = kept[0]
        starts = [span.start for span in after]
        # The nearest follower leaves out the least: if it is too far, so is every other.
        kept.insert(0, [span for span in column if _has_follower(text, span, after, starts)])
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
            if not _close(text, chain[-1], span):
                break
            followers.append((*chain, span))
        stack += reversed(followers)


def _has_follower(text: str, span: Span, after: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, span.end)
    return at < len(after) and _close(text, span, after[at])


def _close(text: str, one: Span, other: Span) -> bool:
    gap = other.start - one.end
    if gap > MOST_LEFT_OUT:
        return False
    return gap <= MOST_WORDS_LEFT_OUT or len(text[one.end : other.start].split()) <= MOST_WORDS_LEFT_OUT
