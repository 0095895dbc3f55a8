"""Attributions whose cue says the opposite of what is recorded, until a person decides: asserted, though its cue is "denied"."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.db.reader import Reader
from onrecord.model.record import record
from onrecord.model.records import Quote
from onrecord.statements import queries as statement_queries
from onrecord.statements.expressed import as_expressed
from onrecord.text.polarity import of_cue

_CUES = """
SELECT DISTINCT cue, language, form, polarity FROM attributions WHERE polarity_basis IS NULL AND cue IS NOT NULL"""
_ROWS = """
SELECT a.id, coalesce(a.wording, st.text) FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id
 WHERE a.polarity_basis IS NULL AND a.cue = ? AND a.language IS ? AND a.form = ? AND a.polarity = ? ORDER BY a.id"""


@record()
class Undecided:
    """An attribution, and what its cue expresses."""

    quote: Quote
    says: str


def undecided(reader: Reader, ids: Collection[int] | None = None) -> list[Undecided]:
    """Those among `ids` (None: among all), in the order of their ids."""
    wanted = set(ids) if ids is not None else None
    says: dict[int, str] = {}
    for cue, language, form, polarity in reader.rows(_CUES):
        # There are few cues and many wordings: these are looked at only where the cue alone does not settle it.
        if form != "indirect" and polarity == "asserted" and _may_deny(cue, language, form):
            for attribution, _ in reader.rows(_ROWS, (cue, language, form, polarity)):
                if wanted is None or attribution in wanted:
                    told = as_expressed(reader, attribution, form)
                    if told != "asserted":
                        says[attribution] = told
            continue
        if of_cue(cue, language=language, form=form) in ("asserted", polarity):
            continue
        for attribution, wording in reader.rows(_ROWS, (cue, language, form, polarity)):
            expressed = of_cue(cue, language=language, form=form, wording=wording)
            if (wanted is None or attribution in wanted) and expressed not in ("asserted", polarity):
                says[attribution] = expressed
    attributions = sorted(says)
    quotes = [
        quote
        for first in range(0, len(attributions), 500)
        for quote in statement_queries.quotes(reader, attributions[first : first + 500])
    ]
    return [
        Undecided(quote, says[attribution]) for attribution, quote in zip(attributions, quotes, strict=True)
    ]


def _may_deny(cue: str, language: str | None, form: str) -> bool:
    """Whether a cue denies what is not in quotation marks, and tells nothing of what is."""
    return (
        of_cue(cue, language=language, form=form) == "asserted"
        and of_cue(cue, language=language, form="indirect") != "asserted"
    )


__all__ = ["Undecided", "undecided"]
