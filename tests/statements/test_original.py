"""Somebody quoted from a work of his own: nobody passed it on, and the work is where it comes from."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from factories import quote, source

from onrecord.cite.attribution import beside_speaker
from onrecord.cite.cited import FORMATS, cite
from onrecord.db.store import reading, writing
from onrecord.errors import InputError
from onrecord.model.records import Quote
from onrecord.statements import queries
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import RelayFields
from onrecord.views.trace import trace

Run = Callable[..., CompletedProcess[str]]
WORDS = "A harbour without a light is a rock with a name"


@pytest.fixture
def quoted(database: Path) -> tuple[Path, str]:
    """Two papers that quote a poem, one of them through an agency; its key."""
    with writing(database, "fill") as store:
        source(store, None, title="Tides", citekey="tides-1931", issued="1931", type="book")
        source(store, None, title="The Courier", citekey="courier-2019", issued="2019")
        source(store, None, title="The Herald", citekey="herald-2020", issued="2020")
        key = quote(store, WORDS, source="courier-2019", original="tides-1931").quote.key
        hop = RelayFields(speaker="Coastal Wire")
        quote(store, WORDS, source="herald-2020", original="tides-1931", via=(hop,))
    return database, key


def quotes(path: Path, key: str) -> list[Quote]:
    with reading(path) as store:
        return queries.quotes(store, queries.attribution_ids(store, key))


def test_the_work_is_named_and_the_speaker_passes_nothing_on(quoted: tuple[Path, str]) -> None:
    first, second = quotes(*quoted)
    assert first.original is not None and first.original.citekey == "tides-1931"
    assert first.passed_on == () and [one.speaker.name for one in second.passed_on] == ["Coastal Wire"]
    assert beside_speaker(first) == ["in Tides"] and beside_speaker(second) == [
        "in Tides",
        "via Coastal Wire",
    ]


def test_the_view_says_so_too(quoted: tuple[Path, str]) -> None:
    with closing(sqlite3.connect(quoted[0])) as connection:
        via = connection.execute("SELECT via FROM quotes ORDER BY id").fetchall()
        assert via == [(None,), ("Coastal Wire",)]
        # An unnamed source that passes on what an unnamed source said is none and the same.
        connection.execute("UPDATE relays SET cited_source_id = NULL")
        connection.execute("UPDATE speakers SET unnamed = 1")
        assert connection.execute("SELECT via FROM quotes WHERE id = 1").fetchall() == [("Ingrid Dahl",)]


@pytest.mark.parametrize("format", [name for name, one in FORMATS.items() if not one.binary])
def test_no_format_has_it_through_the_speaker(quoted: tuple[Path, str], format: str) -> None:
    told = cite(quotes(*quoted), format=format)
    assert "via Ingrid Dahl" not in told and "by Ingrid Dahl, via" not in told


def test_it_comes_from_the_work(quoted: tuple[Path, str]) -> None:
    path, key = quoted
    with reading(path) as store:
        found = trace(store, key)
    assert ("through", "Ingrid Dahl") not in {(one.how, one.origin) for one in found.steps}
    assert ("citing", "tides-1931") in {(one.how, one.origin) for one in found.steps}
    assert [one.citekey or (one.speaker and one.speaker.name) for one in found.origins.origins] == [
        "tides-1931",
        "Coastal Wire",
    ]


def test_edit_gives_it_takes_it_away_and_keeps_the_others(quoted: tuple[Path, str]) -> None:
    path, key = quoted
    ref = f"{key}@herald-2020"

    def edited(**edits: object) -> Quote:
        with writing(path, "edit") as store:
            edit_quote(store, ref, Edits(**edits))  # type: ignore[arg-type]
        return quotes(path, ref)[0]

    assert edited(original="").original is None
    changed = edited(original="courier-2019")
    assert changed.original is not None and changed.original.citekey == "courier-2019"
    assert [one.speaker.name for one in changed.via] == ["Ingrid Dahl", "Coastal Wire"]
    through = edited(via=(RelayFields(speaker="Coastal Wire", cue="reported"),))
    assert through.original is not None and through.passed_on[0].cue == "reported"
    with writing(path, "speaker") as store:
        quote(store, "Another.", "Mara Lind", source="courier-2019")
    other = edited(by="Mara Lind")
    assert other.original is not None and other.original.citekey == "courier-2019"
    assert [one.speaker.name for one in other.passed_on] == ["Coastal Wire"]


def test_the_command(quoted: tuple[Path, str], run: Run) -> None:
    path, _ = quoted
    line = (
        "--db",
        path,
        "add",
        "quote",
        "The sea has no doors",
        "--by",
        "Ingrid Dahl",
        "--in",
        "courier-2019",
    )
    key = json.loads(run(*line, "--original", "tides-1931", "--json").stdout)["key"]
    told = run("--db", path, "show", key).stdout
    assert "original: tides-1931" in told and "via" not in told
    run("--db", path, "edit", key, "--original", "")
    assert "original: " not in run("--db", path, "show", key).stdout
    other = [word if word != "The sea has no doors" else "The tide has no master" for word in line]
    assert "no source" in run(*other, "--original", "nothing-like-it", code=1).stderr


def test_no_source_is_the_original_of_what_stands_in_it(quoted: tuple[Path, str]) -> None:
    path, key = quoted
    with writing(path, "test") as store:
        with pytest.raises(InputError, match="would quote itself"):
            quote(store, "The sea keeps no promise", source="tides-1931", original="tides-1931")
        with pytest.raises(InputError, match="would quote itself"):
            edit_quote(store, f"{key}@courier-2019", Edits(original="courier-2019"))
    assert [one.original and one.original.citekey for one in quotes(path, key)] == ["tides-1931"] * 2
