"""A cue of denying beside words in quotation marks: what the source has the speaker do with them is told by its text."""

from pathlib import Path

import pytest
from factories import quote, source

from onrecord.db.store import writing
from onrecord.statements import queries
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.undecided import undecided

TEXT = """Brandt denied that he had “threatened anybody with dismissal”.

“I took nothing from the till,” Brandt denied.

Brandt bestritt, „jemandem gedroht“ zu haben.
"""


@pytest.mark.parametrize(
    ("wording", "cue", "polarity"),
    [
        ("threatened anybody with dismissal", "denied", "denied"),
        ("threatened anybody with dismissal", None, "denied"),
        ("I took nothing from the till", "denied", "asserted"),
        ("jemandem gedroht", "bestritt", "denied"),
    ],
)
def test_the_text_tells_what_the_cue_leaves_open(
    database: Path, wording: str, cue: str | None, polarity: str
) -> None:
    with writing(database, "test") as store:
        source(store, TEXT)
        added = quote(store, wording, "Tobias Brandt", cue=cue)
        assert added.quote.polarity == polarity
        assert undecided(store) == []


def test_what_was_recorded_otherwise_is_told_and_a_cue_that_is_edited_is_read_in_its_text(
    database: Path,
) -> None:
    with writing(database, "test") as store:
        source(store, TEXT)
        ref = quote(
            store, "threatened anybody with dismissal", "Tobias Brandt", polarity="asserted"
        ).quote.ref
        store.execute("UPDATE attributions SET polarity_basis = NULL, cue = 'denied'")
        assert [(told.quote.ref, told.says) for told in undecided(store)] == [(ref, "denied")]
        store.execute("UPDATE attributions SET cue = 'said'")
        edit_quote(store, ref, Edits(cue="denied"))
        [edited] = queries.quotes(store, queries.attribution_ids(store, ref))
        assert edited.polarity == "denied"
