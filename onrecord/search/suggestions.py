"""Whom somebody may have meant whose words find nothing: speakers on record with a name like it."""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.model.record import record
from onrecord.search.filters import Filters, conditions
from onrecord.search.names import Widened, widen
from onrecord.search.plans import plan
from onrecord.search.query import Query, Term, fts, tokens
from onrecord.search.sqlite import count
from onrecord.search.together import names_a_source

MOST = 3


@record()
class Suggestion:
    """A name on record in place of what was typed, and how many statements the search would find with it."""

    typed: str
    name: str
    count: int


def suggestions(reader: Reader, query: Query, filters: Filters) -> list[Suggestion]:
    """At most `MOST`, the likeliest first. Each finds something; what is a name on record already is left alone."""
    # Only a search that found nothing needs it.
    from onrecord.speakers.suggest import Known

    known, narrowed = Known(reader), conditions(reader, filters)
    widened: dict[Term, Widened] = {}
    lost = [term for term in query.wanted if not _may_be_found(reader, term, widened)]
    found: list[Suggestion] = []
    for meant, rest in _stretches(query):
        # What is found nowhere is not found with a name either.
        if any(term in lost for term in rest) or widen(reader, meant).speaker_ids:
            continue
        for candidate in known.candidates(meant.text):
            other = Query((Term(tokens(candidate.speaker.name)), *rest), query.unwanted)
            number = count(reader, plan(reader, other, narrowed, widened)) if other.wanted[0].words else 0
            if number and all(candidate.speaker.name != one.name for one in found):
                found.append(Suggestion(meant.text, candidate.speaker.name, number))
        if found:
            break
    return found[:MOST]


def _may_be_found(reader: Reader, term: Term, widened: dict[Term, Widened]) -> bool:
    """False where a term stands in no wording and in no name or source."""
    meaning = widened[term] = widen(reader, term)
    if term.inside or meaning.speaker_ids or names_a_source(reader, term):
        return True
    forms = [form for several in meaning.forms.values() for form in several]
    anything = " OR ".join(dict.fromkeys(map(fts, (*meaning.spellings, *forms))))
    return any(
        reader.value(f"SELECT EXISTS (SELECT 1 FROM {index} WHERE {index} MATCH ?)", (anything,))
        for index in ("statements_fts", "attributions_fts")
    )


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
