"""What is kept until the file changes."""

import shutil
from pathlib import Path

from onrecord.browse.remembered import MOST, remembered, version
from onrecord.db.store import reading, writing


def tags(path: Path) -> int:
    with reading(path) as store:
        return int(store.value("SELECT count(*) FROM tags"))


def test_it_is_made_once_until_somebody_records_something(database: Path) -> None:
    made = []

    def count() -> int:
        made.append(tags(database))
        return made[-1]

    assert [remembered(database, "tags", count) for _ in range(3)] == [0, 0, 0]
    with writing(database, "test") as store:
        store.insert("tags", name="fog")
    assert [remembered(database, "tags", count) for _ in range(3)] == [1, 1, 1]
    assert made == [0, 1]


def test_what_it_depends_on_tells_answers_apart(database: Path) -> None:
    assert remembered(database, ("a", 1), lambda: "first") == "first"
    assert remembered(database, ("a", 2), lambda: "second") == "second"
    assert remembered(database, ("a", 1), lambda: "never asked") == "first"


def test_nothing_recorded_while_it_was_made_is_missed(database: Path) -> None:
    def meanwhile() -> int:
        before = tags(database)
        with writing(database, "test") as store:
            store.insert("tags", name="fog")
        return before

    assert remembered(database, "tags", meanwhile) == 0
    assert remembered(database, "tags", lambda: tags(database)) == 1


def test_another_file_in_its_place_is_another_one(database: Path) -> None:
    other = database.with_name("other.db")
    shutil.copy(database, other)
    before = version(database)
    remembered(database, "tags", lambda: tags(database))
    with writing(other, "test") as store:
        store.insert("tags", name="fog")
    with writing(other, "test") as store:
        store.rows("SELECT 1")
    shutil.move(other, database)
    assert version(database) != before


def test_the_longest_unasked_goes_first(database: Path) -> None:
    for one in range(MOST + 1):
        remembered(database, one, lambda: "kept")
    assert remembered(database, MOST, lambda: "made anew") == "kept"
    assert remembered(database, 0, lambda: "made anew") == "made anew"
