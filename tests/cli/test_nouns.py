"""Every noun is named by one word that `list` prints, and each verb takes that word, or the noun and its parts."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Prepared, Run

from onrecord.cli import completion
from onrecord.cli.named import NOUNS, one, several
from onrecord.errors import UsageError
from onrecord.names import KINDS

TABLES = (
    "statements", "attributions", "sources", "creators", "speakers", "speaker_names", "claims", "stances", "claim_links",
    "statement_links", "reviews", "tags", "statement_tags", "offices",
)  # fmt: skip


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


@pytest.fixture
def names(prepared: Prepared) -> dict[str, str]:
    """A database that has one of each noun, and what each is called."""
    return {**prepared(_one_of_each)}


def _one_of_each(run: Run, folder: Path) -> dict[str, str]:
    run("init")
    run("add", "source", "--title", "Letters", "--author", "Ek, Olof", "--date", "1962")
    run("add", "quote", "We sail at dawn.", "--by", "Olof Ek", "--in", "ek-1962")
    run("add", "speaker", "Fact Desk", "--kind", "organisation")
    key = json.loads(run("list", "quotes", "--json").stdout)[0]["key"]
    first, second = [
        json.loads(run("add", "claim", text, "--json").stdout)["key"]
        for text in ("They sailed.", "They stayed.")
    ]
    run("add", "stance", key, first, "--asserts")
    run("add", "link", first, second, "--contradicts")
    run("add", "verdict", first, "False", "--by", "fact-desk", "--rating", "2", "--worst", "1", "--best", "5")
    run("add", "tag", key, "open sea")
    run("add", "office", "olof-ek", "harbour pilot", "--since", "1960")
    return {
        "statement": key, "attribution": f"{key}@ek-1962", "source": "ek-1962", "speaker": "olof-ek", "claim": first,
        "stance": f"{key}/{first}", "link": f"{first}/{second}", "verdict": f"{first}/fact-desk", "tag": "open sea",
        "office": "olof-ek/harbour-pilot",
    }  # fmt: skip


EDITS = {
    "statement": ["--place", "Tallvik"], "attribution": ["--locator", "p. 3"], "source": ["--title", "Notes"],
    "speaker": ["--description", "a pilot"], "claim": ["--note", "both say so"], "stance": ["--denies"],
    "link": ["--supports"], "verdict": ["--verdict", "True", "--rating", "5"], "tag": ["--name", "harbour"],
    "office": ["--until", "1965"],
}  # fmt: skip
OWN = {
    "source": "citekey", "speaker": "slug", "tag": "tag", "stance": "ref", "link": "ref", "verdict": "ref", "attribution": "ref", "office": "ref",
}  # fmt: skip


@pytest.mark.parametrize("noun", KINDS)
def test_list_show_edit_history_and_undo_take_every_noun(
    noun: str, names: dict[str, str], run: Run, tmp_path: Path
) -> None:
    name, path = names[noun], tmp_path / "onrecord.db"
    listed = [line.split("\t")[0] for line in run("list", f"{noun}s").stdout.splitlines()]
    assert name in listed
    shown = json.loads(run("show", name, "--json").stdout)
    assert shown[OWN.get(noun, "key")] == name
    assert run("show", noun, name, "--json").stdout == run("show", name, "--json").stdout
    before = dump(path)
    edited = json.loads(run("edit", name, *EDITS[noun], "--json").stdout)
    assert edited["changed"] and edited["dry_run"] is False
    assert dump(path) != before
    now = "harbour" if noun == "tag" else name
    assert "edit" in run("history", now).stdout.splitlines()[0]
    told = run("undo", now).stdout
    assert f"The last operation on {now} that stands is" in told and "onrecord edit" in told
    assert dump(path) == before


@pytest.mark.parametrize("noun", ["stance", "link", "verdict", "tag", "attribution", "statement", "office"])
def test_what_was_removed_has_a_history_and_comes_back_by_its_name(
    noun: str, names: dict[str, str], run: Run, tmp_path: Path
) -> None:
    name, path = names[noun], tmp_path / "onrecord.db"
    if noun in ("attribution", "statement"):
        run("rm", names["stance"])
    before = dump(path)
    assert f"Removed {noun} {name}" in run("rm", noun, name).stdout
    assert "rm" in run("history", name).stdout.splitlines()[0]
    run("show", name, code=1)
    run("undo", name)
    assert dump(path) == before


def test_the_noun_says_which_is_meant(names: dict[str, str], run: Run) -> None:
    run("add", "tag", names["statement"], "olof-ek")
    told = run("show", "olof-ek", code=1).stderr
    assert "speaker olof-ek" in told and "tag olof-ek" in told
    assert json.loads(run("show", "tag", "olof-ek", "--json").stdout)["statements"] == 1
    assert json.loads(run("show", "speaker", "olof-ek", "--json").stdout)["kind"] == "person"
    run("rm", "tag", "olof-ek")
    assert run("show", "olof-ek").stdout


def test_a_stance_a_link_and_a_verdict_are_named_as_they_were_added(names: dict[str, str], run: Run) -> None:
    key, claim = names["statement"], names["claim"]
    other = names["link"].partition("/")[2]
    assert json.loads(run("show", "stance", key[:6], claim, "--json").stdout)["stance"] == "asserts"
    # A contradiction holds in both directions.
    assert json.loads(run("show", "link", other, claim, "--json").stdout)["ref"] == names["link"]
    run("add", "verdict", claim, "True", "--by", "fact-desk", "--in", "ek-1962")
    assert (
        json.loads(run("show", "verdict", claim, "fact-desk", "ek-1962", "--json").stdout)["verdict"]
        == "True"
    )
    assert json.loads(run("show", names["verdict"], "--json").stdout)["source"] is None
    run("add", "link", claim, other, "--supports")
    assert f"{names['link']}.2 supports" in run("show", names["link"], code=1).stderr
    run("rm", f"{names['link']}.2")
    told = run("rm", claim, code=1).stderr
    assert all(names[noun] in told for noun in ("stance", "link", "verdict")) and "--cascade" in told


@pytest.mark.parametrize(
    ("noun", "options", "said"),
    [
        ("stance", [], "--asserts"),
        ("stance", ["--asserts", "--denies"], "one of"),
        ("verdict", ["--rating", "9"], "not on the scale"),
        ("verdict", ["--rating", "many"], "is not a number"),
        ("verdict", ["--worst", ""], "whole scale"),
        ("verdict", ["--verdict", " "], "is empty"),
        ("tag", ["--name", " "], "cannot be empty"),
        ("tag", ["--title", "x"], "has no --title"),
        ("link", ["--contradicts"], ""),
    ],
)
def test_what_an_edit_cannot_be_is_refused_and_nothing_is_lost(
    noun: str, options: list[str], said: str, names: dict[str, str], run: Run, tmp_path: Path
) -> None:
    before = dump(tmp_path / "onrecord.db")
    code = 0 if not said else 2 if noun == "stance" or "--title" in options else 1
    assert said in run("edit", names[noun], *options, code=code).stderr
    assert dump(tmp_path / "onrecord.db") == before


def test_an_undoing_that_others_stand_on_is_refused_in_words(
    names: dict[str, str], run: Run, tmp_path: Path
) -> None:
    run("edit", names["source"], "--title", "Notes")
    run("edit", names["source"], "--title", "Notes and letters")
    number = run("history", names["source"]).stdout.splitlines()[1].split("\t")[0]
    told = run("undo", number, code=1).stderr
    assert "has since changed source ek-1962" in told and "onrecord undo" in told
    run("undo", names["source"])
    assert json.loads(run("show", names["source"], "--json").stdout)["title"] == "Notes"
    assert "Nothing is called" in run("undo", "nobody", code=1).stderr


def test_a_name_may_hold_the_signs_that_join_others(names: dict[str, str], run: Run, tmp_path: Path) -> None:
    run("edit", "ek-1962", "--citekey", "DBLP:journals/ek")
    run("add", "tag", names["statement"], "a/b", "x@y", "17", "Ρόδος")
    ref = f"{names['statement']}@DBLP:journals/ek"
    before = dump(tmp_path / "onrecord.db")
    for name in (ref, "DBLP:journals/ek"):
        assert json.loads(run("show", name, "--json").stdout)
        assert "edit" in run("history", name).stdout or name == ref
    for tag in ("a/b", "x@y", "Ρόδος"):
        assert json.loads(run("show", tag, "--json").stdout)["tag"] == tag
        run("rm", tag)
        run("undo", tag)
    assert run("history", "tag", "17").stdout != ""
    run("rm", names["stance"], ref)
    run("undo", ref)
    assert dump(tmp_path / "onrecord.db") == before
    for nothing in ("a/c", "/", "x/", "", "nope@ek"):
        assert "Error: " in run("show", nothing, code=1).stderr


def test_names_are_completed_of_every_noun(
    names: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "onrecord.db"))

    def completed(words: list[str], incomplete: str) -> list[str]:
        return [value for value, _ in completion._found(words, incomplete)]

    for noun, name in names.items():
        start = name[:-2] if noun in ("stance", "link", "verdict", "attribution", "office") else name[:3]
        assert name in completed(["show"], start)
        assert completed(["rm", noun], start) == [name] or noun == "claim"
        assert noun in completed(["edit"], noun[:2])
    assert completed(["history", "tag"], "") == ["open sea"]
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "none.db"))
    assert completed(["show"], "") == []


def test_the_words_of_a_name() -> None:
    assert one(["tag"]) == ("tag", None)
    assert one(["tag", "open", "sea"]) == ("open sea", "tag")
    assert one(["quote", "k7xq"]) == ("k7xq", "statement")
    assert one(["verdict", "c-1", "desk", "ek-1962"]) == ("c-1/desk@ek-1962", "verdict")
    assert several(["tag", "a", "b", "a"]) == [("a", "tag"), ("b", "tag")]
    assert several(["stance", "k", "c"]) == [("k/c", "stance")]
    assert several(["link", "a/b", "c/d"]) == [("a/b", "link"), ("c/d", "link")]
    assert several(["x", "tag"]) == [("x", None), ("tag", None)]
    for wrong in (["a", "b"], ["stance", "a", "b", "c"], ["link", "a/b", "c"]):
        with pytest.raises(UsageError):
            one(wrong)
    assert set(NOUNS.values()) == set(KINDS)
