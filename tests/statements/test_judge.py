"""One function decides: what `add` says of a record is what `verify` says of it, and a person's acceptance is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import recorded
from factories import new_database, quote, source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.db.store import Store, writing
from onrecord.errors import Hint, OnrecordError, UsageError, WordingError
from onrecord.history.undo import take_back
from onrecord.matching import ACCEPTABLE, VERIFIED, Outcome
from onrecord.model import vocabulary
from onrecord.statements import queries as statement_queries
from onrecord.statements import verify
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits

SPOKEN = [
    "we",
    "will",
    "open",
    "the",
    "quay",
    "never",
    "if",
    "it",
    "rains",
    "1,000",
    "l’eau",
    "ofﬁce",
    "in\nMay",
]
TYPED = [
    "we",
    "will",
    "open",
    "the",
    "quay",
    "never",
    "if",
    "it",
    "rains",
    "1,000",
    "l'eau",
    "office",
    "in May",
    "…",
    "[it]",
]
SENTENCES = st.lists(
    st.lists(st.sampled_from(SPOKEN), min_size=2, max_size=6).map(" ".join), min_size=2, max_size=4
)
CLAUSES = st.sampled_from(
    [",” she said, “", ",” said Ann Berg. “", ".” Bo Ek was angry. “", ".”\n\n“", " and "]
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str]:
    """A text with a quotation, broken off by this and that, and a wording made of its parts."""
    parts = draw(SENTENCES)
    text = parts[0] + "".join(draw(CLAUSES) + part for part in parts[1:])
    joints = st.sampled_from([" ", " … ", ", ", ". ", " [the quay] "])
    chosen = [draw(st.sampled_from(parts)) for _ in range(draw(st.integers(1, 3)))]
    typed = chosen[0].replace("’", "'").replace("ﬁ", "fi") + "".join(
        draw(joints) + part for part in chosen[1:]
    )
    if draw(st.booleans()):
        typed = " ".join(draw(st.lists(st.sampled_from(TYPED), min_size=1, max_size=8)))
    return f"“{text},” she added.\n", typed


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=articles(), form=st.sampled_from([None, "direct", "mixed"]), unverified=st.booleans())
def test_add_and_verify_never_disagree(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[str, str], form: str | None, unverified: bool
) -> None:
    text, typed = made
    path = tmp_path_factory.mktemp("agree") / "onrecord.db"
    new_database(path)
    with writing(path, "test") as store:
        source(store, text)
        try:
            added = quote(store, typed, form=form, unverified=unverified)
        except OnrecordError:
            return
        (check,) = verify.check(store, statement_queries.attribution_ids(store, added.quote.ref))
        if form != "indirect" and added.quote.form != "indirect":
            assert str(check.outcome) == added.quote.check_result
        assert unverified or check.outcome in VERIFIED or check.outcome is Outcome.not_checkable


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        source(opened, "“I would never, under any terms, sell the quay,” said Ingrid Dahl.\n")
        yield opened


INVERTED = "I would … sell the quay"


def test_an_inverted_wording_is_refused_and_a_person_may_accept_it(store: Store) -> None:
    with pytest.raises(WordingError, match=r"inverted .*“never”") as refused:
        quote(store, INVERTED)
    assert refused.value.hint == Hint("accept_missing")
    added = quote(store, INVERTED, accept="she said so an hour later").quote
    assert (added.check_result, added.accepted) == ("inverted", "she said so an hour later")
    assert not added.failed
    (check,) = verify.check(store, statement_queries.attribution_ids(store, added.ref))
    assert (check.outcome, check.failed, check.accepted) == (Outcome.inverted, False, True)


def test_acceptance_is_given_and_taken_back_afterwards(store: Store) -> None:
    ref = quote(store, INVERTED, unverified=True).quote.ref
    edit_quote(store, ref, Edits(accept="she said so"))
    (accepted,) = recorded.quotes(store, ref)
    assert accepted.accepted == "she said so"
    assert len(accepted.spans) == 2
    edit_quote(store, ref, Edits(accept=""))
    (again,) = recorded.quotes(store, ref)
    assert again.accepted is None
    assert again.failed


@pytest.mark.parametrize(
    "wording", ["I would never, under any terms, sell the quay", "I would sell the quay"]
)
def test_there_is_nothing_to_accept_of_any_other(store: Store, wording: str) -> None:
    with pytest.raises((UsageError, WordingError)):
        quote(store, wording, accept="why not")
    with pytest.raises(UsageError, match="needs a reason"):
        quote(store, INVERTED, accept=" ")


def test_undo_takes_an_acceptance_back(database: Path) -> None:
    with writing(database, "add") as store:
        source(store, "“I would never, under any terms, sell the quay,” said Ingrid Dahl.\n")
        ref = quote(store, INVERTED, unverified=True).quote.ref
    with writing(database, "edit") as store:
        edit_quote(store, ref, Edits(accept="she said so"))
    with writing(database, "undo") as store:
        take_back(store, None)
        (quoted,) = recorded.quotes(store, ref)
        assert quoted.accepted is None


def test_the_tables_and_the_matching_know_the_same_outcomes() -> None:
    assert set(vocabulary.VERIFIED) - {"drifted"} == set(map(str, VERIFIED))
    assert set(vocabulary.ACCEPTABLE) == set(map(str, ACCEPTABLE))
    assert set(map(str, Outcome)) <= set(vocabulary.CHECK_RESULTS)
