"""Where a wording stands in the stored text of its source, and what follows from that."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.db.models import Snapshot
from onrecord.errors import AmbiguousError, InputError, WordingError
from onrecord.matching import Match, Outcome, Prepared, Span, find, find_fragments, render_diff
from onrecord.text import marks
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Locator, Locators

# How much of the surroundings is kept on each side, in code points: enough to tell two places apart.
CONTEXT = 48

# What stands for the words between the stretches of an interrupted wording.
ELLIPSIS = "…"

_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")

VERIFIED = frozenset({Outcome.exact, Outcome.typographic, Outcome.elided})


@dataclass(frozen=True)
class Quoted:
    """A stretch of the stored text, and whether it stands in quotation marks."""

    start: int
    end: int
    quoted: bool


@dataclass(frozen=True)
class At:
    """A known place: the id of a snapshot, and stretches of its text in ascending order, end exclusive."""

    snapshot_id: int
    stretches: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Placement:
    """What looking a wording up has given. Without a place, `spans` is empty and the other fields are None."""

    form: str
    outcome: Outcome
    wording: str
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    spans: tuple[Quoted, ...] = ()
    locator: Locator | None = None
    notes: tuple[str, ...] = ()


def place(
    wording: str,
    snapshot: Snapshot | None,
    *,
    citekey: str,
    form: str | None,
    fragments: Sequence[str],
    locator: Locator | None,
    unverified: bool,
) -> Placement:
    """Looks `wording` up in the snapshot under the matching contract.

    `form` None: it follows from the quotation marks around the place found. `fragments` are the parts of the
    wording that are quoted; none given, those in quotation marks inside it. A `locator` decides between
    several places. WordingError where the wording is not there, AmbiguousError where it is in several places,
    unless `unverified`: then it is recorded without a place, with that outcome.
    """
    bare = marks.strip_outer_marks(wording)
    if snapshot is None:
        return Placement(
            form=form or _form_as_typed(wording, fragments),
            outcome=Outcome.not_checkable,
            wording=bare,
            exact=bare,
            notes=(f"{citekey} has no stored text: its quotations are not checkable",),
        )
    source, locators = Prepared(snapshot.text), Locators(snapshot.text, snapshot.places)
    whole = _decided(locators, find(source, bare), locator, lambda span: find(source, bare, within=span))
    if whole.outcome in VERIFIED and not (fragments and form not in (None, "mixed")):
        return _found(snapshot.text, locators, bare, whole, form, fragments)
    if form == "indirect":
        return Placement(form="indirect", outcome=Outcome.not_checkable, wording=bare)
    quoted = tuple(fragments) or marks.quoted_fragments(bare)
    if quoted and form in (None, "mixed"):
        parts = _decided(
            locators,
            find_fragments(source, quoted),
            locator,
            lambda span: find_fragments(source, quoted, within=span),
        )
        if parts.outcome in VERIFIED:
            return _found_fragments(snapshot.text, locators, bare, parts)
        whole = parts
    if not unverified:
        _refuse(snapshot.text, locators, whole, citekey)
    return Placement(form=form or _form_as_typed(wording, quoted), outcome=whole.outcome, wording=bare)


def place_at(snapshot: Snapshot, at: At, form: str | None) -> Placement:
    """What stands at a place that is known: nothing is looked for, so that nothing can be ambiguous.

    InputError where the place lies outside the text, holds no words, or where a mixed form has no quoted part.
    """
    text, after = snapshot.text, 0
    for start, end in at.stretches:
        if not after <= start < end <= len(text):
            raise InputError(f"{start}-{end} is no place in a text of {len(text)} characters.")
        after = end
    bare = wording_at(text, at.stretches)
    if not any(character.isalnum() for character in bare):
        raise InputError("At that place stand no letters and no digits.")
    several = len(at.stretches) > 1
    spans = tuple(Span(start, end) for start, end in at.stretches)
    match = Match(Outcome.elided if several else Outcome.exact, spans=spans)
    return _found(text, Locators(text, snapshot.places), bare, match, form, ())


def wording_at(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The words that stand in these stretches, in one line; an ellipsis stands for what is between two of them."""
    return f" {ELLIPSIS} ".join(_unbroken(text[start:end]) for start, end in stretches)


def _unbroken(printed: str) -> str:
    """One line, without the hyphens that only the line's end asked for."""
    joined = _LINE_END_HYPHEN.sub("", printed.replace("\u00ad", ""))
    return " ".join(joined.split())


def _form_as_typed(wording: str, fragments: Sequence[str]) -> str:
    bare = marks.strip_outer_marks(wording)
    return "mixed" if fragments or marks.quoted_fragments(bare) else "direct"


def _decided(
    locators: Locators, match: Match, locator: Locator | None, find_in: Callable[[Span], Match]
) -> Match:
    """Where the wording stands in several places, the one that begins at the locator."""
    if match.outcome is not Outcome.ambiguous or locator is None:
        return match
    there = [
        Span(spans[0].start, spans[-1].end)
        for spans in match.places
        if locators.at(spans[0].start) == locator
    ]
    return find_in(there[0]) if len(there) == 1 else match


def _found(
    text: str, locators: Locators, bare: str, match: Match, form: str | None, fragments: Sequence[str]
) -> Placement:
    first, last = match.spans[0].start, match.spans[-1].end
    chosen = form or ("mixed" if fragments else marks.form_of(text, first, last))
    if chosen == "mixed":
        spans = _mixed_spans(text, match.spans, fragments)
        if not any(span.quoted for span in spans):
            raise InputError(
                "No part of this wording stands in quotation marks in the source. "
                "Say which part is quoted with --quoted, or give --form direct or --form indirect."
            )
    else:
        spans = tuple(Quoted(span.start, span.end, chosen == "direct") for span in match.spans)
    elided = len(match.spans) > 1
    return Placement(
        form=chosen,
        outcome=Outcome.not_checkable if chosen == "indirect" else match.outcome,
        wording=bare if elided else _readable(text[first:last], bare),
        exact=bare if elided else text[first:last],
        prefix=text[max(0, first - CONTEXT) : first],
        suffix=text[last : last + CONTEXT],
        spans=spans,
        locator=locators.at(first),
        notes=_remarks(match),
    )


def _found_fragments(text: str, locators: Locators, bare: str, match: Match) -> Placement:
    first, last = match.spans[0].start, match.spans[-1].end
    return Placement(
        form="mixed",
        outcome=match.outcome,
        wording=bare,
        prefix=text[max(0, first - CONTEXT) : first],
        suffix=text[last : last + CONTEXT],
        spans=tuple(Quoted(span.start, span.end, True) for span in match.spans),
        locator=locators.at(first),
        notes=_remarks(match),
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
        at = span.start
        for start, end in quoted:
            pieces += [*_unquoted(text, at, start), Quoted(start, end, True)]
            at = end
        pieces += _unquoted(text, at, span.end)
    return tuple(pieces)


def _unquoted(text: str, start: int, end: int) -> list[Quoted]:
    """The words between quoted parts; nothing where there are only marks and spaces."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return [Quoted(start, end, False)] if start < end else []


def _fragment_ranges(text: str, span: Span, fragments: Sequence[str]) -> list[tuple[int, int]]:
    match = find_fragments(Prepared(text), [marks.strip_outer_marks(one) for one in fragments], within=span)
    if match.outcome not in VERIFIED:
        raise WordingError(
            "What --quoted names does not stand inside the wording in this order.",
            render_diff(match.diff) if match.diff else None,
        )
    return [(found.start, found.end) for found in match.spans]


def _readable(printed: str, typed: str) -> str:
    """The wording as printed, in one line; where the print breaks words, as typed."""
    if "\u00ad" in printed or "-\n" in printed:
        return typed
    return " ".join(printed.split())


def _remarks(match: Match) -> tuple[str, ...]:
    remarks = list(match.warnings)
    remarks += [f"left out: “{' '.join(left.split())}”" for left in match.left_out]
    if match.negation_dropped:
        remarks.append("what was left out holds a negation: read it again")
    return tuple(remarks)


def _refuse(text: str, locators: Locators, match: Match, citekey: str) -> None:
    if match.outcome is Outcome.ambiguous:
        places = [
            f"{format_locator(*locators.at(spans[0].start))}: "
            + " ".join(text[max(0, spans[0].start - CONTEXT) : spans[-1].end + CONTEXT].split())
            for spans in match.places
        ]
        raise AmbiguousError(
            f"The wording stands in several places of {citekey}. "
            f'Give more of it, or say which with --locator, such as "{places[0].partition(":")[0]}".',
            places,
        )
    raise WordingError(
        f"This wording does not stand in the stored text of {citekey}{'' if match.diff else ', nor anything near it'}. "
        "Correct it, or record it as it is with --unverified.",
        render_diff(match.diff) if match.diff else None,
    )
