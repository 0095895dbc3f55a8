"""A passage of a draft looked up in a text: as it stands, without the writer's stop, without a reporter's clause inside."""

from __future__ import annotations

from onrecord.check.inserted import without_clauses
from onrecord.check.stitched import joined_from_afar
from onrecord.errors import InputError
from onrecord.matching import Match, Outcome, Prepared, Span, find
from onrecord.matching.places import holds_words


def looked_up(source: Prepared, wording: str, cue: str, within: Span | None = None) -> Match:
    match = _whole(source, wording, cue, within)
    if stands(match):
        return match
    # The reporter's clause inside the writer's marks is none of the speaker's words.
    tried = [_whole(source, bare, cue, within) for bare in without_clauses(wording)]
    near = [match_without for match_without in tried if match_without.outcome is not Outcome.absent]
    return next(
        filter(stands, near), min(near, key=lambda match_without: len(match_without.diff), default=match)
    )


def _whole(source: Prepared, wording: str, cue: str, within: Span | None) -> Match:
    try:
        match = find(source, wording, within=within, cue=cue)
        unstopped = wording.rstrip().rstrip(".,")
        if not stands(match) and unstopped != wording.rstrip() and holds_words(unstopped):
            # The stop inside the marks is the writer's, as Americans set it.
            other = find(source, unstopped, within=within, cue=cue)
            if stands(other):
                return other
        if match.outcome is Outcome.altered and (graver := joined_from_afar(source, wording)) is not None:
            return graver
        bare = wording.rstrip('.,;:!?…”’»" ')
        if match.outcome is Outcome.altered and match.diff and bare != wording:
            # Stops at the end tell nothing beside words that differ.
            other = find(source, bare, within=within, cue=cue)
            return other if other.outcome is Outcome.altered and other.diff else match
        return match
    except InputError as error:
        return Match(Outcome.absent, warnings=(error.message.rstrip("."),))


def stands(match: Match) -> bool:
    return match.verified or match.outcome is Outcome.ambiguous
