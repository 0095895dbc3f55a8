"""Offices and their time: recorded, named, changed, taken back; who was the minister then, and what pages and citations say of it."""

import json
from pathlib import Path

import pytest
from conftest import Run
from factories import quote, source

from onrecord.db.store import Store, writing
from onrecord.errors import InputError, NotFoundError
from onrecord.search import search_all
from onrecord.search.filters import Filters
from onrecord.speakers.hold import OfficeFields, add_office, edit_office, remove_office
from onrecord.speakers.offices import holders, office_id, offices
from onrecord.speakers.write import add_speaker, find_speaker, merge_speakers

TITLE = "minister of defence"


def fill(store: Store) -> None:
    source(store, None, citekey="courier", issued="2025-01-01")
    for name, since, until in (
        ("Sergei Shoigu", "2012-11-06", "2024-05-12"),
        ("Andrei Belousov", "2024-05-14", None),
    ):
        holder = add_speaker(store, name)
        add_office(store, holder, OfficeFields(title=TITLE, since=since, until=until))
    for by, said in (
        ("Sergei Shoigu", "2019-03-05"),
        ("Andrei Belousov", "2024-12"),
        ("Sergei Shoigu", "2024-05"),
    ):
        quote(store, f"The line at the river holds in {said}", by=by, source="courier", said=said)


def said_by(store: Store, by: str) -> set[str]:
    return {hit.quote.speaker.name for hit in search_all(store, "", Filters(by=by))[2]}


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("minister of defence@2019", {"Sergei Shoigu"}),
        ("Defense Minister@2025-06", {"Andrei Belousov"}),
        ("minister@2024", {"Sergei Shoigu", "Andrei Belousov"}),
        ("the minister of defence@2012-11-06", {"Sergei Shoigu"}),
    ],
)
def test_the_minister_is_whoever_it_was_then(database: Path, asked: str, names: set[str]) -> None:
    with writing(database, "test") as store:
        fill(store)
        assert said_by(store, asked) == names


def test_nobody_held_it_then(database: Path) -> None:
    with writing(database, "test") as store:
        fill(store)
        for asked in (
            "minister of defence@2001",
            "minister of finance@2019",
            "minister of defence@2024-05-13",
        ):
            with pytest.raises(NotFoundError, match="Nobody is recorded as"):
                said_by(store, asked)


def test_a_title_that_a_source_prints_beside_a_name_counts_on_that_day(database: Path) -> None:
    with writing(database, "test") as store:
        source(store, None, citekey="courier", issued="2025-01-01")
        add_speaker(store, "Ingrid Dahl")
        quote(
            store, "The harbour is closed", by="Ingrid Dahl", source="courier", said="2021-02-03",
            named_as="Harbour Minister Ingrid Dahl",
        )  # fmt: skip
        assert said_by(store, "harbour minister@2021") == {"Ingrid Dahl"}
        assert holders(store, "harbour minister", 1, 2) == []
        assert not holders(store, "Dahl", None, None)


def test_what_somebody_was_then_is_said_only_where_it_is_certain(database: Path) -> None:
    with writing(database, "test") as store:
        fill(store)
        told = {hit.quote.said: hit.quote.office for hit in search_all(store, "", Filters())[2]}
    # In May 2024 the office ended: some of its days are not his.
    assert told == {"2019-03-05": f"then {TITLE}", "2024-12": TITLE, "2024-05": None}


def test_an_office_follows_a_merge_and_is_changed_and_removed(database: Path) -> None:
    with writing(database, "test") as store:
        fill(store)
        shoigu = find_speaker(store, "Sergei Shoigu")
        twin = add_speaker(store, "S. K. Shoigu")
        add_office(store, twin, OfficeFields(title="governor", since="2012-05", until="2012-11"))
        merge_speakers(store, twin, shoigu)
        assert [one.ref for one in offices(store, shoigu.id)] == [
            "sergei-shoigu/governor", "sergei-shoigu/minister-of-defence",
        ]  # fmt: skip
        assert said_by(store, "governor@2012-06") == {"Sergei Shoigu"}
        number = office_id(store, "sergei-shoigu/governor")
        assert edit_office(store, number, OfficeFields(title="Governor of the region", until="")) == [
            "title",
            "until",
        ]
        [changed] = [one for one in offices(store) if one.title.startswith("Governor")]
        assert changed.time == "since 2012-05"
        assert remove_office(store, number) == ["office sergei-shoigu/governor-of-the-region"]
        again = add_office(store, shoigu, OfficeFields(title=TITLE, since="2012-11-06", until="2024-05-12"))
        assert (again.ref, len(offices(store))) == ("sergei-shoigu/minister-of-defence", 2)


def test_the_doctor_sees_and_mends_what_follows_from_a_title_and_a_date(database: Path, run: Run) -> None:
    with writing(database, "fill") as store:
        fill(store)
    with writing(database, "harm") as store:
        before = store.rows("SELECT * FROM offices ORDER BY id")
        store.execute("UPDATE offices SET title_key = 'x', since_min = 1 WHERE id = 1")
    run("doctor", "--repair", "--db", database)
    with writing(database, "look") as store:
        assert store.rows("SELECT * FROM offices ORDER BY id") == before


def test_what_cannot_be_an_office_is_refused(database: Path) -> None:
    with writing(database, "test") as store:
        holder = add_speaker(store, "Ingrid Dahl")
        for fields, why in (
            (OfficeFields(title=" "), "needs a title"),
            (OfficeFields(title="mayor", since="2020", until="2019"), "cannot end before it begins"),
            (OfficeFields(title="mayor", since="in spring"), "in spring"),
        ):
            with pytest.raises(InputError, match=why):
                add_office(store, holder, fields)
        assert offices(store) == []


def test_the_commands_name_show_cite_and_take_back(database: Path, run: Run) -> None:
    with writing(database, "fill") as store:
        fill(store)
    ref = "sergei-shoigu/minister-of-defence"
    db = ("--db", database)
    assert run("list", "offices", "--by", "sergei-shoigu", *db).stdout.split("\t")[0] == ref
    assert "minister of defence, 2012-11-06 to 2024-05-12" in run("show", "sergei-shoigu", *db).stdout
    assert json.loads(run("show", ref, "--json", *db).stdout)["until"] == "2024-05-12"
    cited = run(
        "cite",
        "--by",
        "minister of defence@2019",
        "--since",
        "2019",
        "--until",
        "2019",
        "--style",
        "news",
        *db,
    ).stdout
    assert "Sergei Shoigu, then minister of defence, said on 5 March 2019" in cited
    assert run("edit", ref, "--until", "2024-05", *db).stdout.startswith(f"Changed until of {ref}\n")
    assert "is an office, which has no --form" in run("edit", ref, "--form", "direct", *db, code=2).stderr
    assert "The line at the river" in run("export", ref, "--format", "jsonl", *db).stdout
    run("rm", "office", "sergei-shoigu", "minister-of-defence", *db)
    assert "onrecord rm office" in run("history", ref, *db).stdout
    run("undo", ref, *db)
    assert ref in run("list", "offices", *db).stdout
