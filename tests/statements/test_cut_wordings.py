"""A wording that stands there, cut so that its sense turns, is neither recorded nor called verified."""

from pathlib import Path

import pytest
from factories import quote, source

from onrecord.db.store import Store, writing
from onrecord.errors import WordingError
from onrecord.matching import Outcome
from onrecord.statements import queries, verify
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits

TEXT = "“I don’t think that the lock is safe,” Ingrid Kessler told the council.\n"
CUT = "the lock is safe"


def outcome(store: Store, reference: str) -> Outcome:
    [check] = verify.check(store, queries.attribution_ids(store, reference))
    return check.outcome


def test_it_is_refused_unless_somebody_says_why(database: Path) -> None:
    with writing(database, "test") as store:
        source(store, TEXT, citekey="amsel")
        with pytest.raises(WordingError, match="inverted in amsel: left out: “I don’t think that”"):
            quote(store, CUT, "Ingrid Kessler", source="amsel")
        added = quote(store, CUT, "Ingrid Kessler", source="amsel", accept="the piece is about the phrase")
        assert added.quote.check_result == outcome(store, added.quote.ref) == Outcome.inverted
        assert added.quote.accepted_reason == "the piece is about the phrase"


def test_what_is_recorded_as_denied_is_as_it_stands_there(database: Path) -> None:
    with writing(database, "test") as store:
        source(store, TEXT, citekey="amsel")
        added = quote(store, CUT, "Ingrid Kessler", source="amsel", polarity="denied")
        assert outcome(store, added.quote.ref) is Outcome.exact
        edit_quote(store, added.quote.ref, Edits(polarity="asserted"))
        assert (
            queries.quotes(store, queries.attribution_ids(store, added.quote.ref))[0].check_result
            == "inverted"
        )
