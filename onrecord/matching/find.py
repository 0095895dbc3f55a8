"""Does a wording stand in a source? The matching contract, in the order in which it is tried."""

from collections.abc import Sequence

from onrecord.errors import InputError
from onrecord.matching import elided, places
from onrecord.matching.chains import MOST_PLACES, Find, Placement, place
from onrecord.matching.context import Context, cut_words
from onrecord.matching.nearest import nearest
from onrecord.matching.outcome import Match, Outcome, Span
from onrecord.matching.places import Needle, Places
from onrecord.matching.prepared import Prepared

_FROM_BAD_TO_WORSE = (Outcome.exact, Outcome.typographic, Outcome.elided, Outcome.altered, Outcome.absent)


def find(
    source: Prepared, wording: str, *, prefix: str = "", suffix: str = "", within: Span | None = None
) -> Match:
    """How one wording, quoted directly, stands in `source`.

    `prefix` and `suffix` are what stood before and after it when it was recorded: where there are several places,
    they decide if exactly one fits. Only places inside `within` count. InputError: the wording holds no letter
    and no digit.
    """
    return _find(source, [Needle(wording)], Context(prefix, suffix), within)


def find_fragments(
    source: Prepared,
    fragments: Sequence[str],
    *,
    prefix: str = "",
    suffix: str = "",
    within: Span | None = None,
) -> Match:
    """How the quoted fragments of a mixed quotation stand in `source`: in this order, close together.

    The outcome is that of the fragment that matches worst. `prefix` stands before the first fragment, `suffix`
    after the last. InputError: there is no fragment, or one without letters and digits.
    """
    if not fragments:
        raise InputError("No fragment was given: say which parts of the wording are quoted.")
    return _find(source, [Needle(one) for one in fragments], Context(prefix, suffix), within)


def _find(source: Prepared, needles: Sequence[Needle], context: Context, within: Span | None) -> Match:
    bounds = within or Span(0, len(source.text))
    found = _verified(source, needles, context, bounds)
    if found is not None:
        return found
    elsewhere = within is not None and _verified(source, needles, context, Span(0, len(source.text)))
    warnings = ("it stands in the source, but not in the part given",) if elsewhere else ()
    return _unverified(source, needles, bounds, warnings)


def _verified(source: Prepared, needles: Sequence[Needle], context: Context, within: Span) -> Match | None:
    """Exact, typographic, elided or ambiguous; None if the wording does not stand there at all."""
    levels: tuple[tuple[Outcome, Find], ...] = (
        (Outcome.exact, places.exact),
        (Outcome.typographic, places.typographic if len(needles) == 1 else _either),
    )
    for outcome, look in levels:
        placement = place(source, needles, look, within, context)
        if placement:
            return _match(source, outcome, placement)
    parts, gaps = _split(source, needles, within)
    if not parts:
        return None
    placement = place(source, parts, _either, within, context)
    return _match(source, Outcome.elided, placement, gaps) if placement else None


def _either(source: Prepared, needle: Needle, within: Span) -> Places:
    """Folded places and those equal code point for code point, which may end inside a letter."""
    folded, exact = places.typographic(source, needle, within), places.exact(source, needle, within)
    spans = sorted({*folded.spans, *exact.spans})
    return Places(spans, folded.complete and exact.complete)


def _split(source: Prepared, needles: Sequence[Needle], within: Span) -> tuple[list[Needle], frozenset[int]]:
    """The needles, those split at their ellipses that do not stand in the source as they are.

    And after which of the results there was an ellipsis. Nothing if nothing could be split.
    """
    parts: list[Needle] = []
    gaps: set[int] = set()
    split = False
    for needle in needles:
        pieces = elided.fragments(needle.raw)
        if pieces and (len(needles) == 1 or not _either(source, needle, within).spans):
            split = True
            gaps |= set(range(len(parts), len(parts) + len(pieces) - 1))
            parts += [Needle(piece) for piece in pieces]
        else:
            parts.append(needle)
    return (parts, frozenset(gaps)) if split else ([], frozenset())


def _match(
    source: Prepared, outcome: Outcome, placement: Placement, gaps: frozenset[int] = frozenset()
) -> Match:
    chain = placement.chosen
    if chain is None:
        shown = placement.candidates[:MOST_PLACES]
        more = len(placement.candidates) > MOST_PLACES
        warnings = (f"there are more than {MOST_PLACES} places; the first are given",) if more else ()
        return Match(Outcome.ambiguous, places=shown, warnings=warnings)
    left_out, negation = elided.left_out(source.text, chain, gaps)
    return Match(
        outcome,
        spans=chain,
        left_out=left_out,
        negation_dropped=negation,
        warnings=cut_words(source.text, chain),
    )


def _unverified(
    source: Prepared, needles: Sequence[Needle], within: Span, warnings: tuple[str, ...]
) -> Match:
    if len(needles) == 1:
        passage = nearest(source, needles[0], within)
        if passage is None:
            return Match(Outcome.absent, warnings=warnings)
        return Match(Outcome.altered, nearest=passage.span, diff=passage.diff, warnings=warnings)
    alone = [_find(source, [needle], Context("", ""), within) for needle in needles]
    failed = [match for match in alone if match.outcome in (Outcome.altered, Outcome.absent)]
    if not failed:
        apart = "its parts stand in the source, but not in this order and close together"
        return Match(Outcome.altered, warnings=(*warnings, apart))
    worst = max(failed, key=lambda match: _FROM_BAD_TO_WORSE.index(match.outcome))
    return Match(worst.outcome, nearest=worst.nearest, diff=worst.diff, warnings=(*warnings, *worst.warnings))
