"""Whom somebody may have meant whose words find nothing: speakers on record with a name like it."""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.model.record import record
from onrecord.search.filters import Filters, conditions
from onrecord.search.names import widen
from onrecord.search.plans import plan
from onrecord.search.query import Query, Term, tokens
from onrecord.search.sqlite import count

MOST = 3


@record()
class Suggestion:
    """A name on record in place of what was typed, and how many statements the search would find with it."""

    typed: str
    name: str
    count: int


def suggestions(reader: Reader, query: Query, filters: Filters) -> list[Suggestion]:
    """At most `MOST`, the likeliest first. Each finds something; what is a name on record already is left alone."""
    # It reads every name: only a search that found nothing needs it.
    from onrecord.speakers.suggest import Known

    known, narrowed = Known(reader), conditions(reader, filters)
    found: list[Suggestion] = []
    for meant, rest in _stretches(query):
        if widen(reader, meant).speaker_ids:
            continue
        for candidate in known.candidates(meant.text):
            other = Query((Term(tokens(candidate.speaker.name)), *rest), query.unwanted)
            number = count(reader, plan(reader, other, narrowed)) if other.wanted[0].words else 0
            if number and all(candidate.speaker.name != one.name for one in found):
                found.append(Suggestion(meant.text, candidate.speaker.name, number))
        if found:
            break
    return found[:MOST]


def _stretches(query: Query) -> list[tuple[Term, tuple[Term, ...]]]:
    """What may be a name, the longest first: all words together, then neighbours, then each; and the other terms."""
    wanted = query.wanted
    return [
        (
            Term(tuple(word for term in wanted[first : first + length] for word in term.words)),
            (*wanted[:first], *wanted[first + length :]),
        )
        for length in range(min(len(wanted), 4), 0, -1)
        for first in range(len(wanted) - length + 1)
    ]
