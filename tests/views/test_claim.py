"""A claim with everything recorded of it."""

from pathlib import Path

import factories
import pytest

from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, link_claims, take_stance
from onrecord.db.store import Store, reading, writing
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.views.claim import MOST_A_SIDE, Debate, debate_on

CLAIM = "The mole was shut."


def hold(store: Store, stance: str, text: str, by: str = "Runa Vik", **fields: object) -> None:
    key = factories.quote(store, text, by, unverified=True, **fields).quote.key
    take_stance(store, key, find_claim(store, CLAIM).key, stance)


@pytest.fixture
def mole(database: Path) -> Path:
    with writing(database, "test") as store:
        factories.source(store, None, issued="2024-03-02")
        add_claim(store, CLAIM, "By night.")
        hold(store, "asserts", "It was shut at ten.", said="2024-02-22")
        hold(store, "asserts", "It was shut at nine.", "Odd Berg", said="2024-02-20")
        hold(store, "denies", "It was open.", "Odd Berg")
    return database


def read(path: Path, wanted: str = CLAIM) -> Debate:
    with reading(path) as reader:
        return debate_on(reader, wanted)


def test_the_sides_stand_apart_each_the_earliest_first(mole: Path) -> None:
    debate = read(mole)
    assert (debate.text, debate.note) == (CLAIM, "By night.")
    assert [(side.stance, [position.quote.text for position in side.positions]) for side in debate.sides] == [
        ("asserts", ["It was shut at nine.", "It was shut at ten."]),
        ("denies", ["It was open."]),
        ("questions", []),
    ]
    assert [side.origins.sources for side in debate.sides] == [1, 1, 0]


def test_who_stands_on_two_sides_is_named(mole: Path) -> None:
    assert [one.name for one in read(mole).wavering] == ["Odd Berg"]


def test_the_time_line_has_a_series_for_each_stance(mole: Path) -> None:
    used = {one.when: one.counts for one in read(mole).time_line if one.total}
    assert used == {"2024-02-20": (1, 0, 0), "2024-02-22": (1, 0, 0), "2024-03-02": (0, 1, 0)}


def test_who_denies_the_words_that_assert_a_claim_is_against_it(mole: Path) -> None:
    """Where a person takes the denial for one; what is taken the other way counts for nothing, as before."""
    with writing(mole, "more") as store:
        hold(
            store,
            "denies",
            "The mole was shut",
            "Iris Dahl",
            polarity="denied",
            said="2024-02-19",
            form="indirect",
        )
        hold(store, "asserts", "The mole was closed at night", "Lars Moe", polarity="denied", form="indirect")
        hold(store, "questions", "Whether it was shut", "Iris Dahl", polarity="asked", form="indirect")
    debate = read(mole)
    weights = {side.stance: side.weight for side in debate.sides}
    assert [
        (weights[stance].statements, weights[stance].unsaid) for stance in ("asserts", "denies", "questions")
    ] == [(3, 1), (2, 0), (1, 0)]
    earliest = weights["denies"].earliest
    assert earliest is not None and earliest.speaker.name == "Iris Dahl"
    assert weights["denies"].unnamed == ()


def test_a_crowded_side_shows_its_beginning(mole: Path) -> None:
    with writing(mole, "test") as store:
        for number in range(MOST_A_SIDE + 5):
            hold(store, "questions", f"Was it shut at {number}?", f"Voice {number}")
    side = read(mole).sides[2]
    assert (len(side.positions), side.statements) == (MOST_A_SIDE, MOST_A_SIDE + 5)


def test_verdicts_and_other_claims_are_there(mole: Path) -> None:
    with writing(mole, "test") as store:
        other, _ = add_claim(store, "The mole was open.")
        link_claims(store, other.key, find_claim(store, CLAIM).key, "contradicts")
        give_verdict(
            store,
            find_claim(store, CLAIM),
            VerdictFields(by="Fact Desk", verdict="True", new_speaker=True),
        )
    debate = read(mole)
    assert [(one.kind, one.text) for one in debate.related] == [("contradicts", "The mole was open.")]
    assert [(one.reviewer.name, one.verdict) for one in debate.verdicts] == [("Fact Desk", "True")]


def test_a_claim_without_statements_can_be_read(database: Path) -> None:
    with writing(database, "test") as store:
        add_claim(store, CLAIM)
    debate = read(database)
    assert [side.statements for side in debate.sides] == [0, 0, 0]
    assert debate.time_line == ()


def test_keys_may_be_abbreviated_and_must_name_one(mole: Path) -> None:
    key = read(mole).key
    assert read(mole, key[:-1]).key == key
    with pytest.raises(NotFoundError):
        read(mole, "c-nothing")
    with writing(mole, "test") as store:
        for number in range(3):
            claim = find_claim(store, add_claim(store, f"Claim {number}.")[0].key)
            store.execute("UPDATE claims SET key = ? WHERE id = ?", (f"c-same{number}", claim.id))
    with pytest.raises(AmbiguousError):
        read(mole, "c-same")
