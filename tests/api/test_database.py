"""The public Python interface: transactions, and that it says what the command line says."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.db.new_file import create

TEXT = "“The pier will stay,” said Ola Ness.\n"


@pytest.fixture
def database(tmp_path: Path) -> onrecord.Database:
    opened = onrecord.open(tmp_path / "pier.db", create=True)
    (tmp_path / "pier.txt").write_text(TEXT)
    opened.sources.add(tmp_path / "pier.txt", onrecord.SourceFields(citekey="pier-2025", issued="2025"))
    return opened


def record(database: onrecord.Database) -> str:
    added = database.statements.add(
        text="The pier will stay", by="Ola Ness", source="pier-2025", new_speaker=True
    )
    return added.quote.key


def test_each_call_is_an_operation(database: onrecord.Database) -> None:
    key = record(database)
    database.statements.tag(key, "pier")
    commands = [operation.command for operation in database.history.operations()]
    assert commands == [f"python: tag {key}", "python: add quote", "python: add source"]


def test_what_raises_inside_an_operation_leaves_nothing(database: onrecord.Database) -> None:
    def fail() -> None:
        with database.operation("record and fail"):
            record(database)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert database.search("pier").total == 0
    assert [operation.command for operation in database.history.operations()] == ["python: add source"]


def test_who_catches_an_error_inside_an_operation_goes_on_without_it(database: onrecord.Database) -> None:
    with database.operation("try both"):
        with pytest.raises(onrecord.WordingError):
            database.statements.add(
                text="The pier will go", by="Nobody Known", source="pier-2025", new_speaker=True
            )
        record(database)
    assert [speaker.slug for speaker in database.speakers.all()] == ["ola-ness"]


def test_a_rehearsal_shows_and_keeps_nothing(database: onrecord.Database) -> None:
    with database.operation("what if", rehearse=True):
        record(database)
        assert database.search("pier").total == 1
    assert database.search("pier").total == 0


def test_operations_do_not_stand_in_each_other(database: onrecord.Database) -> None:
    with database.operation("outer"), pytest.raises(onrecord.ConflictError):
        database.operation("inner").__enter__()


def test_a_snapshot_is_one_state_and_cannot_be_written(database: onrecord.Database) -> None:
    other = onrecord.open(database.path)
    with database.snapshot():
        assert database.search("pier").total == 0
        record(other)
        assert database.search("pier").total == 0
        with pytest.raises(onrecord.ConflictError):
            database.claims.add("The pier stays")
    assert database.search("pier").total == 1


def test_a_new_copy_judges_what_is_recorded_of_it(database: onrecord.Database) -> None:
    key = record(database)
    changed = database.path.with_name("later.txt")
    changed.write_text("“The pier may stay,” said Ola Ness.\n")
    database.sources.add_copy("pier-2025", changed)
    assert database.statements.quote(key).check_result == "drifted"
    assert [str(check.outcome) for check in database.verify(key)] == ["drifted"]
    assert "since changed" in database.cite(key)
    assert [change.kind for change in database.sources.compare("pier-2025").changes] == ["changed"]


def test_a_proposal_is_corrected_and_accepted(database: onrecord.Database) -> None:
    database.proposals.extract("pier-2025", database.path.with_name("pier.txt"), engine="rules")
    [proposal] = database.proposals.of("pier-2025")
    assert database.proposals.edit(proposal.id, speaker="Ola Ness").speaker == "Ola Ness"
    assert database.proposals.accept(proposal.id).quote.text == "The pier will stay"


def test_a_file_may_be_called_minus(database: onrecord.Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(database.path.parent)
    record(database)
    database.export("-", format="jsonl")
    other = onrecord.open("other.db", create=True)
    assert {outcome.did for outcome in other.import_file("-", format="jsonl")} == {"added"}


def test_verdicts_merging_and_removing(database: onrecord.Database) -> None:
    claim = database.claims.add("The pier is kept")
    verdict = database.claims.give_verdict(claim.key, by="The Pier Desk", verdict="True", new_speaker=True)
    assert verdict.verdict == "True"
    database.speakers.add("O. Ness", slug="o-ness")
    record(database)
    assert database.speakers.merge("o-ness", "ola-ness").slug == "ola-ness"
    with pytest.raises(onrecord.ConflictError):
        database.remove("pier-2025")


def test_opening_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(onrecord.DatabaseError):
        onrecord.open(tmp_path / "nothing.db")
    create(tmp_path / "there.db")
    assert onrecord.open(tmp_path / "there.db", create=True).search().total == 0


def test_an_undoing_keeps_in_memory_how_pages_were(
    database: onrecord.Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    monkeypatch.setattr(
        "onrecord.api.history.take_back", lambda store, _: kept.append(store.value("PRAGMA temp_store"))
    )
    database.history.undo()
    assert kept == [2]


def test_two_undoings_are_two_operations(database: onrecord.Database) -> None:
    for claim in ("The pier is old", "The pier is new"):
        database.claims.add(claim)
    with pytest.raises(onrecord.ConflictError), database.operation("both at once"):
        database.history.undo()
        database.history.undo()
    assert len(database.claims.all()) == 2
    database.history.undo()
    database.history.undo()
    assert database.claims.all() == []


def test_what_came_to_nothing_is_taken_back_once(database: onrecord.Database) -> None:
    with database.operation("there and back"):
        database.remove(database.claims.add("The pier is blue").key)
    assert database.history.undo().command == "there and back"
    assert database.history.undo().command == "python: add source"


def test_another_thread_is_refused(database: onrecord.Database) -> None:
    with ThreadPoolExecutor() as threads, pytest.raises(onrecord.ConflictError, match="another thread"):
        threads.submit(database.claims.add, "The pier is long").result()
    assert database.claims.all() == []


def test_one_text_is_not_several_letters(database: onrecord.Database) -> None:
    key = record(database)
    wrong: Any = "pier"
    for attempt in (
        lambda: database.statements.add(
            text="The pier will stay", by="Ola Ness", source="pier-2025", tags=wrong
        ),
        lambda: database.statements.tag(key, remove=wrong),
        lambda: database.speakers.add("Una Brandt", aliases=wrong),
        lambda: database.verify(sources=wrong),
        lambda: database.sources.add(fields=onrecord.SourceFields(title="Piers", authors=wrong)),
    ):
        with pytest.raises(onrecord.UsageError, match="several values"):
            attempt()


def test_copies_are_numbered_from_one(database: onrecord.Database) -> None:
    key = record(database)
    for number in (0, -1, 2):
        with pytest.raises(onrecord.NotFoundError):
            database.verify(key, copy=number)


def test_every_public_name_is_there() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(onrecord, "nothing")  # noqa: B009  (mypy knows that it is not there)


def test_passages_of_stored_texts_are_found(database: onrecord.Database) -> None:
    key = record(database)
    found = database.sources.search("pier", sources=["pier-2025"], since="2024")
    assert found.total == 1
    [passage] = found.passages
    assert (passage.text, passage.recorded) == (TEXT.strip(), (f"{key}@pier-2025",))
    assert database.sources.search("pier", until="2024").total == 0
    with pytest.raises(onrecord.UsageError):
        database.sources.search("pier", sources="pier-2025")
