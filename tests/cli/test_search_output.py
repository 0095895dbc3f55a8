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


def test_what_has_no_language_on_record_is_not_left_out_in_silence(started: Run) -> None:
    started("add", "quote", "We sail.", "--by", "olof-ek", "--in", "ek-1962", "--lang", "en-GB")
    told = started("search", "we", "--lang", "en")
    assert told.stdout.count("\n") == 1
    assert told.stderr == "Left out, with no language on record: 3. To have them too, add --lang und.\n"
    every = started("search", "we", "--lang", "en", "--lang", "und")
    assert (every.stdout.count("\n"), every.stderr) == (4, "")
    assert started("search", "dawn", "--lang", "und", "--count").stdout == "1\n"
    assert started("search", "we", "--lang", "de", "--json").stderr == ""


def test_texts_without_a_language_are_not_left_out_in_silence(started: Run) -> None:
    for name, more in (("plain", ()), ("british", ("--lang", "en-GB"))):
        started("add", "source", "-", "--citekey", name, *more, input=f"The {name} pilot steers the harbour.")
    found = started("search", "--in-texts", "pilot", "--lang", "en")
    assert found.stdout.count("\n") == 1 and "no language on record: 1." in found.stderr
    assert started("search", "--in-texts", "pilot", "--lang", "en", "--lang", "und").stdout.count("\n") == 2
