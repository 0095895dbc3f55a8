"""What `onrecord search` prints beside hits: counts of each value, and whom somebody may have meant."""

import json

import pytest
from conftest import Run


@pytest.fixture
def started(run: Run) -> Run:
    """Two quotations by Olof Ek, one by Ingrid Dahl."""
    run("init")
    run("add", "source", "--title", "Memoirs", "--author", "Ek, Olof", "--date", "1962")
    for text, by in (
        ("We sail at dawn.", "Olof Ek"),
        ("We never sailed.", "Olof Ek"),
        ("We sank.", "Ingrid Dahl"),
    ):
        run("add", "quote", text, "--by", by, "--in", "ek-1962", "--new-speaker")
    return run


def test_facets(started: Run) -> None:
    assert started("search", "we", "--facet", "speaker", "--facet", "year").stdout.splitlines() == [
        "speaker\t2\tolof-ek\tOlof Ek",
        "speaker\t1\tingrid-dahl\tIngrid Dahl",
        "year\t3\t1962\t",
    ]
    assert json.loads(started("search", "dawn", "--facet", "tag", "--json").stdout) == {
        "tag": [{"value": None, "name": None, "count": 1}]
    }
    assert "not a facet" in started("search", "--facet", "colour", code=2).stderr
    assert "Give one" in started("search", "--facet", "year", "--count", code=2).stderr


def test_a_name_that_finds_nothing(started: Run) -> None:
    assert started("search", "Olaf Ek").stderr == "Did you mean Olof Ek (found 2 times)?\n"
    assert started("search", "quartz").stderr == ""
    assert json.loads(started("search", "Olaf Ek", "--json").stdout) == []
