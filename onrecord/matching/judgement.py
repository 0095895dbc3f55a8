"""The one decision about a recorded wording: how it stands in one stored text."""

from collections.abc import Sequence

from onrecord.errors import InputError
from onrecord.matching import edges
from onrecord.matching.cut import cut_off
from onrecord.matching.find import find, find_fragments
from onrecord.matching.outcome import Chain, Match, Outcome, Span
from onrecord.matching.places import holds_words
from onrecord.matching.prepared import Prepared
from onrecord.matching.sense import holds_negation
from onrecord.model.record import record, replace
from onrecord.text import marks
from onrecord.text.fold import fold

NOTHING_TO_COMPARE = "indirect speech: there are no words to compare"
AROUND = "only its quoted parts stand in the source: the words around them do not"
REWORDED = "its wording does not hold the parts that were recorded as quoted"


@record()
class Place:
    """A stretch of a stored text, end exclusive, whether it is quoted, and what is printed there."""

    start: int
    end: int
    quoted: bool
    printed: str


@record()
class Recorded:
    """What is judged: the wording that is shown of an occurrence, in its form, with what is kept of its place.

    `places` are where it was recorded, in ascending order; `prefix` and `suffix` what stood around all of them; `cue` the
    word that reports it; `polarity` what the source has the speaker do with the words.
    """

    wording: str
    form: str
    places: tuple[Place, ...] = ()
    prefix: str = ""
    suffix: str = ""
    cue: str = ""
    polarity: str = "asserted"


def judge(source: Prepared, recorded: Recorded, *, own: bool) -> Match:
    """How a recorded wording stands in a stored text; `own`: the one that its places point into.

    Everything that says of a wording that it is verified asks here. Nothing is raised: a wording that cannot be looked up
    is absent, and the warning says why.
    """
    if recorded.form == "indirect":
        return Match(Outcome.not_checkable, warnings=(NOTHING_TO_COMPARE,))
    try:
        return _sense(source.text, recorded, _judge(source, recorded, own=own))
    except InputError as error:
        return Match(Outcome.absent, warnings=(error.message.rstrip("."),))


def is_plain(text: str, recorded: Recorded) -> bool:
    """Whether a wording stands at its own place, code point for code point and cutting nothing: `judge` calls that exact,
    and needs not look for it."""
    if recorded.form != "direct" or len(recorded.places) != 1:
        return False
    start, end = recorded.places[0].start, recorded.places[0].end
    wording = recorded.wording
    return (
        end - start == len(wording)
        and text.startswith(wording, start)
        and edges.is_whole(text, Span(start, end))
        and holds_words(wording)
        and _sense(text, recorded, Match(Outcome.exact, spans=_chain(recorded.places))).verified
    )


def _sense(text: str, recorded: Recorded, match: Match) -> Match:
    """The match as inverted where what is recorded as asserted is cut out of a clause that negates it."""
    if recorded.polarity != "asserted" or (recorded.form == "mixed" and holds_negation(recorded.wording)):
        return match
    return cut_off(text, match)


def _is_plain_but_for_typography(text: str, recorded: Recorded) -> bool:
    """The same for a wording that is equal at its place once both are folded; then the source need not be."""
    if recorded.form != "direct" or len(recorded.places) != 1 or not holds_words(recorded.wording):
        return False
    place = recorded.places[0]
    printed, typed = text[place.start : place.end], fold(recorded.wording)
    if not printed[:1].isalnum() or not printed[-1:].isalnum():
        return False  # how marks and stops at the edges are folded hangs on what stands around them
    return fold(printed).text == typed.text and edges.is_whole(text, Span(place.start, place.end))


def _judge(source: Prepared, recorded: Recorded, *, own: bool) -> Match:
    if own:
        if is_plain(source.text, recorded):
            return Match(Outcome.exact, spans=_chain(recorded.places))
        if _is_plain_but_for_typography(source.text, recorded):
            return Match(Outcome.typographic, spans=_chain(recorded.places))
    whole = find(
        source,
        recorded.wording,
        prefix=recorded.prefix,
        suffix=recorded.suffix,
        chain=_chain(recorded.places) if own else (),
        cue=recorded.cue,
    )
    if recorded.form != "mixed" or whole.verified:
        return whole
    quoted = [place for place in recorded.places if place.quoted]
    fragments: Sequence[str] = marks.quoted_fragments(recorded.wording)
    if not fragments:
        fragments = [place.printed for place in quoted]
        if not fragments:
            return whole
        if not _holds(recorded.wording, fragments):
            return replace(whole, outcome=Outcome.altered, spans=(), warnings=(*whole.warnings, REWORDED))
    # The kept surroundings are those of the first and last place; they say nothing about a fragment further inside.
    first, last = recorded.places[:1], recorded.places[-1:]
    parts = find_fragments(
        source,
        fragments,
        prefix=recorded.prefix if first and first[0].quoted else "",
        suffix=recorded.suffix if last and last[0].quoted else "",
        chain=_chain(quoted) if own else (),
        cue=recorded.cue,
    )
    return replace(parts, around_changed=True) if parts.verified else parts


def _chain(places: Sequence[Place]) -> Chain:
    return tuple(Span(place.start, place.end) for place in places)


def _holds(wording: str, fragments: Sequence[str]) -> bool:
    return find_fragments(Prepared(wording), fragments).verified or all(
        find(Prepared(wording), fragment).outcome in (Outcome.exact, Outcome.typographic, Outcome.ambiguous)
        for fragment in fragments
    )
