"""What a reader must know beside an outcome, in words."""

from collections.abc import Iterator

from onrecord.matching.judgement import AROUND
from onrecord.matching.outcome import Match, Outcome


def told(match: Match) -> tuple[str, ...]:
    """Sentences, without a full stop: what was left out, what brackets stand for, what breaks the words off, and why a
    wording is not verified."""
    return tuple(dict.fromkeys(_told(match)))


def _told(match: Match) -> Iterator[str]:
    yield from match.warnings
    for left in match.left_out:
        yield f"left out: “{' '.join(left.split())}”"
    for replaced in match.replaced:
        if replaced.text:
            yield f"{replaced.bracket} stands for “{' '.join(replaced.text.split())}”"
        else:
            yield f"{replaced.bracket} is the writer’s own"
    for clause in match.clauses:
        yield f"broken off by “{clause}”"
    if match.hangs_on:
        words = ", ".join(f"“{word}”" for word in match.hangs_on)
        yield f"the sense may hang on {words}"
    if match.around_changed:
        yield AROUND
    if match.outcome is Outcome.ambiguous:
        yield f"it stands in {len(match.places)} places"
