"""`add snapshot` checks what is recorded of its source at once, so that nothing is cited by the text that is gone."""

import json
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.db.store import writing

FIRST = """The bridge

“The bridge is safe,” said Ida Berg on Monday.
"""


@pytest.fixture
def bridge(database: Path) -> Path:
    with writing(database, "fill") as store:
        factories.source(store, FIRST, citekey="bridge")
        factories.quote(store, "The bridge is safe", by="Ida Berg", source="bridge")
    return database


def test_what_drifted_is_known_at_once(bridge: Path, run: Run, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(FIRST.replace("is safe", "is quite safe"), encoding="utf-8")
    stored = run("add", "snapshot", "bridge", later, "--db", bridge)
    assert "1 checked: 1 drifted." in stored.stdout
    [found] = json.loads(run("search", "bridge", "--json", "--db", bridge).stdout)
    assert found["check_result"] == "drifted"
    assert "since changed" in run("cite", found["ref"], "--db", bridge).stdout
    for asked in (("search", "bridge"), ("show", found["key"])):
        told = run(*asked, "--db", bridge).stdout.casefold()
        assert f"drifted: as in the copy of {found['seen'][:10]}; since changed" in told
    run("undo", "--db", bridge)
    assert "since changed" not in run("cite", found["ref"], "--db", bridge).stdout


def test_an_older_copy_judges_nothing_and_is_named_where_it_is_asked(
    bridge: Path, run: Run, tmp_path: Path
) -> None:
    older = tmp_path / "older.txt"
    older.write_text(FIRST.replace("is safe", "is quite safe"), encoding="utf-8")
    stored = run("add", "snapshot", "bridge", older, "--captured", "2001-03-14", "--db", bridge)
    assert "older than copy 1, which stays the newest" in stored.stdout
    asked = run("verify", "--in", "bridge", "--copy", "2", "--db", bridge, code=1)
    assert "altered in copy 2." in asked.stderr
    assert "newest" not in asked.stderr


def test_without_a_file_the_source_s_own_address_is_asked(bridge: Path, run: Run) -> None:
    told = run("add", "snapshot", "bridge", "--db", bridge, code=2).stderr
    assert "bridge has no address. Give the file or the address of the copy." in told
    run("edit", "bridge", "--url", "http://127.0.0.1:9/bridge", "--db", bridge)
    assert "127.0.0.1" in run("add", "snapshot", "bridge", "--db", bridge, code=1).stderr
