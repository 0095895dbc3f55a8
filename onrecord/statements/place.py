"""Where a wording stands in the stored text of its source, and what follows from that."""

from __future__ import annotations

from onrecord.db.kept_rows import Snapshot
from onrecord.errors import AmbiguousError, Hint, InputError, UsageError, WordingError
from onrecord.matching import (
    ACCEPTABLE,
    Match,
    Outcome,
    Place,
    Recorded,
    Span,
    find,
    find_fragments,
    judge,
    prepared,
    render_diff,
    told,
)
from onrecord.model.record import record
from onrecord.statements.printed import wording_at
from onrecord.text import compatible, marks
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Locator, Locators

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


# How much of the surroundings is kept on each side, in code points: enough to tell two places apart.
CONTEXT = 48

AS_PRINTED = "typed with other marks, dashes or spaces than the source has; recorded as it is printed"


@record()
class Quoted:
    """A stretch of the stored text, and whether it stands in quotation marks."""

    start: int
    end: int
    quoted: bool


@record()
class At:
    """A known place: the id of a snapshot, and stretches of its text in ascending order, end exclusive."""

    snapshot_id: int
    stretches: tuple[tuple[int, int], ...]


@record()
class Placement:
    """What looking a wording up has given. Without a place, `spans` is empty and the other fields are None.

    `outcome` is what `verify` will say of the record. `accepted`: why a person lets it pass all the same.
    """

    form: str
    outcome: Outcome
    wording: str
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    spans: tuple[Quoted, ...] = ()
    locator: Locator | None = None
    accepted: str | None = None
    notes: tuple[str, ...] = ()


def place_quote(
    wording: str,
    snapshot: Snapshot | None,
    *,
    citekey: str,
    form: str | None,
    fragments: Sequence[str],
    locator: Locator | None,
    unverified: bool,
    accept: str | None = None,
    cue: str | None = None,
    polarity: str = "asserted",
) -> Placement:
    """Looks `wording` up in the snapshot under the matching contract.

    `form` None: it follows from the quotation marks around the place found. `fragments` are the parts of the
    wording that are quoted; none given, those in quotation marks inside it. A `locator` decides between
    several places. WordingError where the wording is not there, AmbiguousError where it is in several places,
    unless `unverified`: then it is recorded without a place, with that outcome. `accept` is a person's reason to let an
    elided or inverted wording pass; UsageError where there is nothing of the kind to accept. `polarity` is what the source has
    the speaker do with the words: only what is asserted must not be cut out of a clause that negates it.
    """
    bare = marks.strip_outer_marks(wording)
    if snapshot is None:
        no_acceptance(accept, Outcome.not_checkable)
        return Placement(
            form=form or _form_as_typed(wording, fragments),
            outcome=Outcome.not_checkable,
            wording=bare,
            exact=bare,
            notes=(f"{citekey} has no stored text: its quotations are not checkable",),
        )
    looked_up = _LookedUp(snapshot, cue or "", accept, polarity)
    whole = looked_up.decided(
        find(looked_up.source, bare, cue=cue or ""),
        locator,
        lambda span: find(looked_up.source, bare, within=span, cue=cue or ""),
    )
    if looked_up.passes(whole) and not (fragments and form not in (None, "mixed")):
        return _unless_cut(looked_up.found(bare, whole, form, fragments), citekey, unverified=unverified)
    if form == "indirect":
        no_acceptance(accept, Outcome.not_checkable)
        return Placement(form="indirect", outcome=Outcome.not_checkable, wording=bare)
    quoted = tuple(fragments) or marks.quoted_fragments(bare)
    if quoted and form in (None, "mixed"):
        parts = looked_up.decided(
            find_fragments(looked_up.source, quoted, cue=cue or ""),
            locator,
            lambda span: find_fragments(looked_up.source, quoted, within=span, cue=cue or ""),
        )
        if looked_up.passes(parts):
            return _unless_cut(looked_up.found_fragments(bare, parts), citekey, unverified=unverified)
        whole = parts
    if not unverified:
        _refuse(snapshot.text, looked_up.locators, whole, citekey)
    no_acceptance(accept, whole.outcome)
    return Placement(form=form or _form_as_typed(wording, quoted), outcome=whole.outcome, wording=bare)


def place_at(
    snapshot: Snapshot,
    place: At,
    form: str | None,
    *,
    accept: str | None = None,
    cue: str | None = None,
    polarity: str = "asserted",
) -> Placement:
    """What stands at a place that is known: nothing is looked for, so that nothing can be ambiguous.

    InputError where the place lies outside the text, holds no words, or where a mixed form has no quoted part.
    """
    text, after = snapshot.text, 0
    for start, end in place.stretches:
        if not after <= start < end <= len(text):
            raise InputError(f"{start}-{end} is not a place in a text of {len(text)} characters.")
        after = end
    bare = wording_at(text, place.stretches)
    if not any(character.isalnum() for character in bare):
        raise InputError("At that place stand no letters and no digits.")
    several = len(place.stretches) > 1
    spans = tuple(Span(start, end) for start, end in place.stretches)
    match = Match(Outcome.elided if several else Outcome.exact, spans=spans)
    return _LookedUp(snapshot, cue or "", accept, polarity).found(bare, match, form, ())


def _form_in(text: str, spans: Sequence[Span]) -> str:
    """The form in which the source gives the words: those between two spans do not count."""
    forms = {marks.form_of(text, span.start, span.end) for span in spans}
    return forms.pop() if len(forms) == 1 else "mixed"


def _form_as_typed(wording: str, fragments: Sequence[str]) -> str:
    bare = marks.strip_outer_marks(wording)
    return "mixed" if fragments or marks.quoted_fragments(bare) else "direct"


class _LookedUp:
    """A stored text in which a wording is looked up, and what becomes of what was found."""

    def __init__(self, snapshot: Snapshot, cue: str, accept: str | None, polarity: str) -> None:
        self.text = snapshot.text
        self.source = prepared(snapshot.text)
        self.locators = Locators(snapshot.text, snapshot.places)
        self.cue = cue
        self.accept = accept
        self.polarity = polarity

    def decided(self, match: Match, locator: Locator | None, find_in: Callable[[Span], Match]) -> Match:
        """Where the wording stands in several places, the one that begins at the locator."""
        if match.outcome is not Outcome.ambiguous or locator is None:
            return match
        there = [
            Span(spans[0].start, spans[-1].end)
            for spans in match.places
            if self.locators.at(spans[0].start) == locator
        ]
        return find_in(there[0]) if len(there) == 1 else match

    def passes(self, match: Match) -> bool:
        """Whether it is verified, or a person accepts it."""
        return match.verified or (self.accept is not None and match.outcome in ACCEPTABLE)

    def found(self, bare: str, match: Match, form: str | None, fragments: Sequence[str]) -> Placement:
        """The record of a wording that stands there as a whole."""
        text = self.text
        first, last = match.spans[0].start, match.spans[-1].end
        chosen = form or ("mixed" if fragments else _form_in(text, match.spans))
        if chosen == "mixed":
            spans = _mixed_spans(text, match.spans, fragments)
            if not any(span.quoted for span in spans):
                raise InputError(
                    "No part of this wording stands in quotation marks in the source.",
                    hint=Hint("say_quoted"),
                )
        else:
            spans = tuple(Quoted(span.start, span.end, chosen == "direct") for span in match.spans)
        as_typed = match.outcome not in (Outcome.exact, Outcome.typographic) or len(match.spans) > 1
        return self._judged(
            form=chosen,
            wording=bare if as_typed else _readable(text[first:last], bare),
            exact=bare if as_typed else text[first:last],
            spans=spans,
            typed=match,
        )

    def found_fragments(self, bare: str, match: Match) -> Placement:
        """The record of a mixed wording of which the quoted parts stand there."""
        spans = tuple(Quoted(span.start, span.end, True) for span in match.spans)
        return self._judged(form="mixed", wording=bare, exact=None, spans=spans, typed=match)

    def _judged(
        self, *, form: str, wording: str, exact: str | None, spans: tuple[Quoted, ...], typed: Match
    ) -> Placement:
        first, last = spans[0].start, spans[-1].end
        prefix, suffix = self.text[max(0, first - CONTEXT) : first], self.text[last : last + CONTEXT]
        places = tuple(
            Place(span.start, span.end, span.quoted, self.text[span.start : span.end]) for span in spans
        )
        recorded = Recorded(wording, form, places, prefix, suffix, self.cue, self.polarity)
        match = judge(self.source, recorded, own=True)
        no_acceptance(self.accept, match.outcome)
        notes = told(match) if form != "indirect" else ()
        if match.outcome is Outcome.exact and typed.outcome is Outcome.typographic:
            notes = (*notes, AS_PRINTED)
        return Placement(
            form=form,
            outcome=match.outcome,
            wording=wording,
            exact=exact,
            prefix=prefix,
            suffix=suffix,
            spans=spans,
            locator=self.locators.at(first),
            accepted=self.accept,
            notes=notes,
        )


def _unless_cut(placed: Placement, citekey: str, *, unverified: bool) -> Placement:
    """WordingError where a wording stands there, cut out of a clause that negates it, and nobody accepts that."""
    if placed.outcome is Outcome.inverted and placed.accepted is None and not unverified:
        message = f"This wording is inverted in {citekey}: {'; '.join(placed.notes)}."
        raise WordingError(message, hint=Hint("accept_missing"))
    return placed


def no_acceptance(accept: str | None, outcome: Outcome) -> None:
    """UsageError: a reason is given to accept what needs none or cannot be accepted."""
    if accept is not None and outcome not in ACCEPTABLE:
        raise UsageError(
            f"This wording is {outcome}, and only one that leaves words out, elided or inverted, is accepted with a reason.",
            hint=Hint("leave_out_acceptance"),
        )


def _mixed_spans(text: str, spans: Sequence[Span], fragments: Sequence[str]) -> tuple[Quoted, ...]:
    """The stretches of a mixed quotation, quoted and unquoted in turn, without the marks between them."""
    pieces: list[Quoted] = []
    for span in spans:
        quoted = (
            _fragment_ranges(text, span, fragments)
            if fragments
            else marks.quoted_parts(text, span.start, span.end)
        )
        offset = span.start
        for start, end in quoted:
            pieces += [*_unquoted(text, offset, start), Quoted(start, end, True)]
            offset = end
        pieces += _unquoted(text, offset, span.end)
    return tuple(pieces)


def _unquoted(text: str, start: int, end: int) -> list[Quoted]:
    """The words between quoted parts; nothing where there are only marks and spaces."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return [Quoted(start, end, False)] if start < end else []


def _fragment_ranges(text: str, span: Span, fragments: Sequence[str]) -> list[tuple[int, int]]:
    match = find_fragments(
        prepared(text), [marks.strip_outer_marks(fragment) for fragment in fragments], within=span
    )
    if not match.verified:
        raise WordingError(
            "The parts that are said to be quoted do not stand inside the wording in this order.",
            render_diff(match.diff) if match.diff else None,
            hint=Hint("correct_quoted"),
        )
    return [(found.start, found.end) for found in match.spans]


def _readable(printed: str, typed: str) -> str:
    """The wording as printed, in one line; where the print breaks words or joins letters, as typed."""
    if "\u00ad" in printed or "-\n" in printed or compatible.made_plain(printed) != printed:
        return typed
    return " ".join(printed.split())


def _refuse(text: str, locators: Locators, match: Match, citekey: str) -> None:
    if match.outcome is Outcome.ambiguous:
        places = [
            f"{format_locator(*locators.at(spans[0].start))}: "
            + " ".join(text[max(0, spans[0].start - CONTEXT) : spans[-1].end + CONTEXT].split())
            for spans in match.places
        ]
        raise AmbiguousError(
            f"The wording stands in several places of {citekey}.",
            places,
            hint=Hint("say_place", locator=places[0].partition(":")[0]),
        )
    if match.outcome in (Outcome.inverted, Outcome.stitched):
        message = f"This wording is {match.outcome} in {citekey}: {'; '.join(told(match))}."
        if match.outcome is Outcome.stitched:
            raise WordingError(f"{message} Record each quotation by itself.")
        raise WordingError(message, hint=Hint("accept_missing"))
    near = match.diff or match.outcome is Outcome.altered
    because = f" ({'; '.join(told(match))})" if told(match) else ""
    raise WordingError(
        f"This wording does not stand in the stored text of {citekey}{'' if near else ', nor anything near it'}{because}.",
        render_diff(match.diff) if match.diff else None,
        hint=Hint("record_unverified"),
    )
