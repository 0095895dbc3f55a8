"""On what sources disagree: each planted conflict is found, what is none is not, and a decision is remembered."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from factories import quote, source

from onrecord.db.store import Store, writing
from onrecord.errors import ConflictError, InputError
from onrecord.history.undo import take_back
from onrecord.statements.conflicts import Conflict, conflicts
from onrecord.statements.decide import deprecate, let_stand, prefer
from onrecord.statements.queries import quotes

WORDS = "We will not give the harbour to anybody who asks for it"
SOURCES = {"courier": "2023-08-01", "echo": "2023-08-02", "times": "2023-09-01"}


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        for citekey, issued in SOURCES.items():
            source(opened, None, citekey=citekey, title=citekey, issued=issued)
        yield opened


def said(store: Store, citekey: str, words: str = WORDS, by: str = "Ingrid Dahl", **more: object) -> str:
    """Records it and returns KEY@CITEKEY."""
    return quote(store, words, by=by, source=citekey, **more).quote.ref


def told(store: Store, **more: object) -> list[tuple[str, list[str]]]:
    found = conflicts(store, **more)  # type: ignore[arg-type]
    return [(conflict.about, [side.value for side in conflict.sides]) for conflict in found]


def test_dates_conflict_only_where_they_share_no_day(store: Store) -> None:
    said(store, "courier", said="2023-07-26")
    said(store, "echo", said="2023-07")
    assert told(store) == []
    said(store, "times", said="2023-07-27")
    assert told(store) == [("date", ["2023-07-26", "2023-07-27"])]


def test_words_cannot_be_printed_before_they_were_said(store: Store) -> None:
    said(store, "courier")
    said(store, "times", said="2023-08-20")
    assert told(store) == [("date", ["published 2023-08-01", "2023-08-20"])]


def test_a_place_within_a_place_is_no_other(store: Store) -> None:
    said(store, "courier", place="Skell")
    said(store, "echo", place="Skell, Harrow Bay")
    assert told(store) == []
    said(store, "times", place="Oslo")
    assert told(store) == [("place", ["Skell", "Skell, Harrow Bay", "Oslo"])]


def test_the_same_words_of_two_speakers(store: Store) -> None:
    said(store, "courier")
    said(store, "echo", by="Olof Ek")
    said(store, "times", words="No comment", by="Olof Ek")
    said(store, "courier", words="No comment")
    assert told(store) == [("speaker", ["Ingrid Dahl", "Olof Ek"])]


def test_figures_and_wordings_of_one_occasion(store: Store) -> None:
    twelve = "The harbour has cost this town twelve million crowns and not one crown less"
    said(store, "courier", words=twelve, said="2023-07-26", place="Skell")
    said(store, "echo", words=twelve.replace("twelve", "fourteen"), said="2023-07-26", place="Skell")
    said(store, "courier", said="2023-07-26", place="Skell")
    said(store, "times", words=WORDS.replace("will not give", "will give"), said="2023-07-26", place="Skell")
    assert [about for about, _ in told(store)] == ["figure", "wording"]


def test_what_was_said_on_two_days_is_no_conflict_of_wordings(store: Store) -> None:
    said(store, "courier", said="2023-07-26")
    said(store, "times", words=WORDS.replace("will not give", "will give"), said="2023-08-26")
    assert told(store) == []


def test_a_decision_is_remembered_until_another_source_disagrees(store: Store) -> None:
    right = said(store, "courier", said="2023-07-26")
    wrong = said(store, "echo", said="2023-07-27")
    found = prefer(store, right, "the transcript has this date")
    assert (found.ref, found.about) == (right, ("date",))
    assert told(store) == []
    [known] = conflicts(store, decided=True)
    assert known.reasons == ("the transcript has this date",)
    [first] = quotes(store, [known.pairs[0][0]])
    assert (first.rank, first.rank_reason) == ("preferred", "the transcript has this date")
    said(store, "times", said="2023-07-28")
    [again] = conflicts(store)
    assert {side.value for side in again.sides} == {"2023-07-26", "2023-07-27", "2023-07-28"}
    other = prefer(store, wrong, "on second thoughts")
    assert other.before == (right,)
    [now] = conflicts(store, decided=True)
    assert now.reasons == ("on second thoughts",)
    assert store.rows("SELECT decision, reason FROM decisions WHERE first_id = 1 AND second_id = 2") == [
        ("second", "on second thoughts")
    ]


def test_what_was_found_wrong_disagrees_with_nobody(store: Store) -> None:
    said(store, "courier", said="2023-07-26")
    said(store, "echo", said="2023-07-27")
    right = said(store, "times", said="2023-07-27")
    assert prefer(store, right, "the transcript has this date").about == ("date",)
    assert told(store) == []
    assert told(store, decided=True) == [("date", ["2023-07-26", "2023-07-27"])]


def test_any_attribution_of_a_speaker_may_be_preferred(store: Store) -> None:
    said(store, "courier", by="Johan Quist")
    said(store, "echo")
    right = said(store, "times")
    assert prefer(store, right, "she wrote it down").about == ("speaker",)
    assert told(store) == []


def test_what_is_deprecated_or_misattributed_conflicts_with_nothing(store: Store) -> None:
    said(store, "courier", said="2023-07-26")
    wrong = said(store, "echo", said="2023-07-27")
    said(store, "times", said="2023-07-28", status="misattributed", reason="another speech")
    assert deprecate(store, wrong, "corrected on 3 August").about == ("date",)
    assert told(store) == []
    with pytest.raises(InputError, match="needs a reason"):
        prefer(store, wrong, " ")


def test_all_sides_may_stand(store: Store) -> None:
    key = said(store, "courier", said="2023-07-26").partition("@")[0]
    said(store, "echo", said="2023-07-27")
    let_stand(store, key, "said on both days")
    assert told(store) == []
    prefer(store, f"{key}@echo", "the transcript has this date")
    let_stand(store, key, "said on both days after all")
    [known] = conflicts(store, decided=True)
    assert known.reasons == ("said on both days after all",)
    assert not store.rows("SELECT 1 FROM attributions WHERE rank <> 'normal'")
    prefer(store, f"{key}@echo", "the transcript has this date", "date")
    let_stand(store, key, "said on both days", "date")
    assert not store.rows("SELECT 1 FROM attributions WHERE rank <> 'normal'")
    alone = said(store, "times", "The tide will tell us more").partition("@")[0]
    with pytest.raises(ConflictError, match=f"do not disagree on {alone}"):
        let_stand(store, alone, "said on both days")


def test_near_wordings_are_compared_in_every_source(store: Store) -> None:
    """Not by the source alone that is cited first: another may tell of the same occasion."""
    said(store, "courier", "We closed three of the seven harbour bridges that morning")
    said(store, "echo", "We closed three of the seven harbour bridges that morning", place="Eastport")
    said(store, "times", "We closed five of the seven harbour bridges that morning", place="Eastport")
    assert told(store) == [
        (
            "figure",
            [
                "We closed three of the seven harbour bridges that morning",
                "We closed five of the seven harbour bridges that morning",
            ],
        )
    ]


def test_a_decision_is_taken_back_whole(database: Path) -> None:
    with writing(database, "fill") as store:
        for citekey, issued in SOURCES.items():
            source(store, None, citekey=citekey, title=citekey, issued=issued)
        right = said(store, "courier", said="2023-07-26")
        said(store, "echo", said="2023-07-27")
    with writing(database, "decide") as store:
        before: list[Conflict] = conflicts(store)
        prefer(store, right, "the transcript")
    with writing(database, "undo") as store:
        take_back(store, None)
        assert conflicts(store) == before
        assert not store.rows("SELECT 1 FROM attributions WHERE rank <> 'normal'")


def test_the_commands_show_decide_and_remember(database: Path, run: Run) -> None:
    with writing(database, "fill") as store:
        for citekey, issued in SOURCES.items():
            source(store, None, citekey=citekey, title=citekey, issued=issued)
        right = said(store, "courier", said="2023-07-26")
        wrong = said(store, "echo", said="2023-07-27")
    key = right.partition("@")[0]
    lines = run("conflicts", "--db", database).stdout.splitlines()
    assert [line.split("\t")[:4] for line in lines] == [
        ["date", key, "2023-07-26", right],
        ["date", key, "2023-07-27", wrong],
    ]
    [shown] = json.loads(run("conflicts", key, "--about", "date", "--json", "--db", database).stdout)
    assert (shown["open"], shown["sides"][1]) == (True, {"value": "2023-07-27", "refs": [wrong]})
    assert "Missing option" in run("prefer", right, "--db", database, code=2).stderr
    done = run("prefer", right, "--reason", "the transcript", "--db", database)
    assert done.stdout == f"Preferred {right}: date settled.\n"
    assert run("conflicts", "--db", database).stdout == ""
    assert run("conflicts", "--decided", "--db", database).stdout.splitlines()[0].endswith("\tthe transcript")
    run("undo", "--db", database)
    done = run("deprecate", wrong, "--reason", "a misprint", "--db", database)
    assert done.stdout == f"Deprecated {wrong}: date settled.\n"
    assert "a misprint" in run("cite", wrong, "--db", database).stdout
