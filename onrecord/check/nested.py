"""Words that a recorded speaker quotes in turn: they stand in marks of their own among the speaker's words."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check import within
from onrecord.check.passage import Passage
from onrecord.check.texts import Copy
from onrecord.matching import Match
from onrecord.model.records import Quote
from onrecord.text import marks

# What leads to somebody's words; a term in marks has none of them in front.
_LEADS = (":", ",", "：", "，")


def quoted_in_turn(match: Match, quote: Quote, copy: Copy | None, passage: Passage) -> Iterator[str]:
    """What is wrong where the speaker on record quotes the words, and the draft does not say so."""
    chain = match.spans or (match.places[0] if match.places else ())
    if copy is None or not chain or not quote.spans or quote.form == "mixed":
        return
    first, last = copy.ready.speech.paragraphs[copy.ready.speech.paragraph_at(chain[0].start)]
    low, high = max(first, quote.spans[0].start), min(last, quote.spans[-1].end)
    for pair in marks.pairs_in(copy.text, low, high):
        start, end = pair.inside
        leads = copy.text[low : pair.start].rstrip().endswith(_LEADS)
        if (
            leads
            and start <= chain[0].start
            and chain[-1].end <= end
            and not within.is_quoting(passage.outside)
        ):
            yield f"{quote.speaker.name} quotes these words there: see whose they are"
            return
