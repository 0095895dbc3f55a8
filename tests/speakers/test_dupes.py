"""Speakers that may be one: suggested once, judged by a person, remembered, merged and split again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from factories import quote, source

from onrecord.db.store import Store, reading, writing
from onrecord.errors import ConflictError, NotFoundError, UsageError
from onrecord.history.undo import take_back
from onrecord.speakers.dupes import dupes
from onrecord.speakers.judge import forget, judge
from onrecord.speakers.write import add_name, add_speaker, find_speaker, merge_speakers

PEOPLE = [
    "Sergei Shoigu", "Сергей Кужугетович Шойгу", "Kim Jong-un", "김정은", "Kim Jong-il", "Charles II", "Charles III",
    "Ingrid Dahl", "Anwar Sadat", "أنور السادات",
]  # fmt: skip
PLANTED = {
    frozenset(("Sergei Shoigu", "Сергей Кужугетович Шойгу")),
    frozenset(("Kim Jong-un", "김정은")),
    frozenset(("Anwar Sadat", "أنور السادات")),
}


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        for name in PEOPLE:
            add_speaker(opened, name)
        yield opened


def named(store: Store, **more: object) -> set[frozenset[str]]:
    return {frozenset((one.first.name, one.second.name)) for one in dupes(store, **more)}  # type: ignore[arg-type]


def test_each_planted_pair_is_found_and_nothing_else(store: Store) -> None:
    assert named(store) == PLANTED
    assert named(store, of=find_speaker(store, "Kim Jong-un").id) == {frozenset(("Kim Jong-un", "김정은"))}


def test_a_judgement_is_remembered_and_replaced(store: Store) -> None:
    one, other = find_speaker(store, "Kim Jong-un"), find_speaker(store, "김정은")
    judge(store, other, one, "unsure", "one source alone")
    assert named(store) == PLANTED - {frozenset((one.name, other.name))}
    [found] = dupes(store, judged=True)
    assert (found.judgement, found.judged_because) == ("unsure", "one source alone")
    judge(store, one, other, "same")
    # They are one and not merged yet: that is still to be done.
    assert named(store) == PLANTED
    forget(store, one, other)
    assert not dupes(store, judged=True)
    with pytest.raises(NotFoundError, match="Nobody has judged"):
        forget(store, one, other)


def test_who_was_found_different_is_not_merged(store: Store) -> None:
    one, other, third = (find_speaker(store, name) for name in ("Kim Jong-un", "김정은", "Kim Jong-il"))
    judge(store, one, other, "different", "another of that name")
    with pytest.raises(ConflictError, match="found to be different \\(another of that name\\)") as refused:
        merge_speakers(store, one, other)
    assert refused.value.hint is not None
    # A judgement goes on holding of whom somebody was merged into.
    merge_speakers(store, other, third)
    with pytest.raises(ConflictError, match="found to be different"):
        merge_speakers(store, find_speaker(store, "Kim Jong-un"), third)
    with pytest.raises(UsageError, match="is not a judgement"):
        judge(store, one, third, "perhaps")
    with pytest.raises(ConflictError, match="are one speaker"):
        judge(store, find_speaker(store, other.slug), third, "same")


def test_homonyms_are_pairs_and_the_names_of_many_are_held_back(store: Store) -> None:
    add_speaker(store, "Ingrid Dahl", slug="ingrid-dahl-of-oslo")
    add_speaker(store, "Zhang Wei")
    add_speaker(store, "张伟", slug="zhang-wei-2")
    same = [one for one in dupes(store) if one.score == 1.0]
    assert [(one.first.name, one.reason) for one in same] == [("Ingrid Dahl", "same name")]
    assert frozenset(("Zhang Wei", "张伟")) not in named(store)
    assert frozenset(("Zhang Wei", "张伟")) in named(store, least=0.5)


def test_unnamed_speakers_and_two_items_of_wikidata_are_no_pair(store: Store) -> None:
    add_speaker(store, "a senior official", unnamed=True)
    add_speaker(store, "a senior official", unnamed=True)
    add_speaker(store, "Olof Ek", wikidata_id="Q1")
    add_speaker(store, "O. Ek", wikidata_id="Q2")
    assert named(store) == PLANTED


def test_what_two_share_is_told(store: Store) -> None:
    source(store, None, citekey="courier-2024")
    for by in ("Sergei Shoigu", "Сергей Кужугетович Шойгу"):
        quote(store, f"The ferry waits for {len(by)}", source="courier-2024", by=by)
    [found] = [one for one in dupes(store) if one.shared]
    assert (found.shared.sources, found.statements) == (("courier-2024",), (1, 1))


def test_another_name_brings_two_together(store: Store) -> None:
    add_name(store, find_speaker(store, "Ingrid Dahl"), "Ingrid Berg", kind="former")
    add_speaker(store, "I. Berg")
    assert frozenset(("Ingrid Dahl", "I. Berg")) in named(store)


def test_organisations_of_the_same_words_are_pairs(store: Store) -> None:
    add_speaker(store, "The Ministry of Defence", kind="organisation")
    add_speaker(store, "Defence Ministry", kind="organisation")
    assert frozenset(("The Ministry of Defence", "Defence Ministry")) in named(store)


def test_a_merge_and_its_judgement_are_taken_back_together(database: Path, run: Run) -> None:
    with writing(database, "fill") as store:
        for name in PEOPLE[:2]:
            add_speaker(store, name)
    with reading(database) as reader:
        before = reader.rows("SELECT * FROM speakers"), reader.rows("SELECT * FROM speaker_names")
        [pair] = dupes(reader)
    run(
        "speakers",
        "same",
        pair.first.slug,
        pair.second.slug,
        "--merge",
        "--reason",
        "same office",
        "--db",
        database,
    )
    with reading(database) as reader:
        assert not dupes(reader)
    with writing(database, "undo") as store:
        take_back(store, None)
    with reading(database) as reader:
        assert (reader.rows("SELECT * FROM speakers"), reader.rows("SELECT * FROM speaker_names")) == before
        assert not reader.rows("SELECT * FROM judgements")
        assert dupes(reader) == [pair]


def test_the_command_tells_pairs_as_lines_and_as_json(database: Path, run: Run) -> None:
    for name in ("Sergei Shoigu", "S. Shoigu"):
        run("add", "speaker", name, "--db", database)
    assert run("speakers", "dupes", "--db", database).stdout.split("\t")[:4] == [
        "0.75", "sergei-shoigu (Sergei Shoigu, 0)", "s-shoigu (S. Shoigu, 0)", "initials fit",
    ]  # fmt: skip
    [told] = json.loads(run("speakers", "dupes", "--json", "--db", database).stdout)
    assert (told["first"]["slug"], told["score"], told["shared"]["sources"]) == ("sergei-shoigu", 0.75, [])
    done = run("speakers", "different", "s-shoigu", "sergei-shoigu", "--db", database)
    assert done.stdout == "s-shoigu and sergei-shoigu are two. They are not suggested again.\n"
    none = run("speakers", "dupes", "--db", database)
    assert (none.stdout, none.stderr.split(".")[0]) == (
        "",
        "There are no speakers that look like one on record",
    )
    refused = run("merge", "s-shoigu", "sergei-shoigu", "--db", database, code=1)
    assert "onrecord speakers same s-shoigu sergei-shoigu --merge" in refused.stderr
    run("speakers", "forget", "s-shoigu", "sergei-shoigu", "--db", database)
    assert run("speakers", "dupes", "--db", database).stdout
