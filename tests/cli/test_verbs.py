"""One verb a deed: what each does to each noun, under every name that it has."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Prepared, Run

from onrecord.cli import contents
from onrecord.cli.quote_options import place_word
from onrecord.text.locators import parse_locator


@pytest.fixture
def started(run: Run, prepared: Prepared) -> Run:
    """Two quotations of a book by two speakers, one of them tagged and taking a stance on a claim."""
    prepared(_two_quotations)
    return run


def _two_quotations(run: Run, folder: Path) -> None:
    run("init")
    run("add", "source", "--title", "Memoirs", "--author", "Carew, Thomas", "--date", "1962")
    run("add", "quote", "We sail at dawn.", "--by", "Thomas Carew", "--in", "carew-1962")
    run("add", "quote", "We sank.", "--by", "Margaret Ellingham", "--in", "carew-1962", "--new-speaker")
    claim = json.loads(run("add", "claim", "They sailed.", "--json").stdout)["key"]
    run("add", "stance", key(run), claim, "--asserts")
    run("add", "tag", key(run), "sea")


def key(run: Run) -> str:
    return str(json.loads(run("list", "quotes", "--by", "thomas-carew", "--json").stdout)[0]["key"])


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row but those of the history and of the indexes."""
    tables = (
        "statements",
        "attributions",
        "sources",
        "speakers",
        "speaker_names",
        "claims",
        "stances",
        "statement_tags",
    )
    with closing(sqlite3.connect(path)) as db:
        return {one: db.execute(f"SELECT * FROM {one} ORDER BY id").fetchall() for one in tables}


# The name, its options, and what `show` then has.
EDITS = [
    ("margaret-ellingham", ["--kind", "organisation"], "kind", "organisation"),
    ("margaret-ellingham", ["--name", "Ellingham, Maud"], "name", "Maud Ellingham"),
    ("margaret-ellingham", ["--description", "a singer"], "description", "a singer"),
    ("margaret-ellingham", ["--wikidata", "q42"], "wikidata_id", "Q42"),
    ("carew-1962", ["--title", "Letters"], "title", "Letters"),
    ("carew-1962", ["--lang", "en"], "language", "en"),
    ("{claim}", ["--text", "They sailed at dawn."], "text", "They sailed at dawn."),
    ("{claim}", ["--note", "both say so"], "note", "both say so"),
    ("{key}", ["--text", "We sail at noon."], "text", "We sail at noon."),
    ("{key}@carew-1962", ["--locator", "214"], "locator", "214"),
]


@pytest.mark.parametrize(("name", "options", "field", "value"), EDITS)
def test_edit_changes_every_noun_and_undo_takes_it_back(
    name: str, options: list[str], field: str, value: str, started: Run, tmp_path: Path
) -> None:
    claim = started("list", "claims").stdout.split()[0]
    name = name.format(key=key(started), claim=claim)
    path = tmp_path / "onrecord.db"
    before = dump(path)
    started("edit", name, *options)
    assert json.loads(started("show", name, "--json").stdout)[field] == value
    assert dump(path) != before
    started("undo")
    assert dump(path) == before


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("margaret-ellingham", ["--title", "x"]),
        ("carew-1962", ["--kind", "group"]),
        ("{claim}", ["--by", "x"]),
    ],
)
def test_an_option_of_another_noun_is_refused(name: str, options: list[str], started: Run) -> None:
    claim = started("list", "claims").stdout.split()[0]
    told = started("edit", name.format(claim=claim), *options, code=2).stderr
    assert f"has no {options[0]}. " in told and " It has: --" in told


def test_a_former_name_still_finds_the_speaker(started: Run) -> None:
    started("edit", "margaret-ellingham", "--name", "Maud Ellingham", "--slug", "maud")
    assert json.loads(started("show", "Margaret Ellingham", "--json").stdout)["slug"] == "maud"
    started("edit", "maud", "--name", "Margaret Ellingham")  # a name that it has becomes the first again
    names = json.loads(started("show", "maud", "--json").stdout)["names"]
    assert [one["name"] for one in names if one["kind"] == "preferred"] == ["Margaret Ellingham"]


def test_rm_takes_whole_names_only(started: Run, tmp_path: Path) -> None:
    before = dump(tmp_path / "onrecord.db")
    for loose in (
        "carew",
        "Thomas Carew",
        key(started)[:6],
        f"{key(started)[:6]}@carew-1962",
        "They sailed.",
    ):
        told = started("rm", loose, code=1).stderr
        assert "not a full name" in told or "whole key" in told
    assert dump(tmp_path / "onrecord.db") == before


def test_rm_of_several_is_one_operation_and_all_or_nothing(started: Run, tmp_path: Path) -> None:
    before = dump(tmp_path / "onrecord.db")
    second = json.loads(started("list", "quotes", "--by", "margaret-ellingham", "--json").stdout)[0]["key"]
    started("rm", second, "carew-1962", code=1)
    assert dump(tmp_path / "onrecord.db") == before
    started("rm", second, "margaret-ellingham")
    assert "margaret" not in started("list", "speakers").stdout
    started("undo")
    assert dump(tmp_path / "onrecord.db") == before


@pytest.mark.parametrize("name", ["carew-1962", "margaret-ellingham", "{claim}"])
def test_a_cascade_says_what_goes_and_comes_back(name: str, started: Run, tmp_path: Path) -> None:
    claim = started("list", "claims").stdout.split()[0]
    name = name.format(claim=claim)
    started("add", "claim", "The island was inhabited")
    started("add", "stance", key(started), claim, "--asserts")
    started(
        "add", "link", claim, started("list", "claims").stdout.splitlines()[1].split()[0], "--contradicts"
    )
    started("add", "verdict", claim, "False", "--by", "margaret-ellingham", "--in", "carew-1962")
    before = dump(tmp_path / "onrecord.db")
    assert "--cascade" in started("rm", name, code=1).stderr
    assert "--yes" in started("rm", name, "--cascade", code=2).stderr  # nobody is there to ask
    would = started("rm", name, "--cascade", "--dry-run").stdout
    assert dump(tmp_path / "onrecord.db") == before
    done = started("rm", name, "--cascade", "--yes").stdout
    assert would.replace("Would remove", "Removed") == done.replace("Bring it back with: onrecord undo\n", "")
    started("undo")
    assert dump(tmp_path / "onrecord.db") == before


# Other names of a command, and what each asks for.
ALIASES = [
    ("list statements", "list quotes"), ("add statement", "add quote"),
    ("tag", "add tag"), ("stance", "add stance"), ("link", "add link"), ("verdict", "add verdict"),
]  # fmt: skip


@pytest.mark.parametrize(("alias", "name"), ALIASES)
def test_another_name_is_the_same_command_and_is_not_listed(alias: str, name: str) -> None:
    assert contents.find(alias.split())[1] == contents.find(name.split())[1]
    group, _, word = alias.rpartition(" ")
    assert word not in contents.GROUPS[group]


def test_list_quotes_is_search(started: Run) -> None:
    for words in (["--by", "thomas-carew"], ["sail"], ["--count"], ["-n", "1"]):
        assert started("list", "statements", *words).stdout == started("search", *words).stdout


@pytest.mark.parametrize(
    "words",
    [["-h"], ["search", "-h"], ["tag", "-h"], ["add", "-h"], ["list", "quotes", "-h"], ["search", "x", "-h"]],
)
def test_short_help_is_help(words: list[str], run: Run) -> None:
    assert run(*words).stdout == run(*words[:-1], "--help").stdout != ""


@pytest.mark.parametrize("words", [[], ["search"], ["add", "quote"], ["list"]])
def test_help_as_a_word(words: list[str], run: Run) -> None:
    assert run("help", *words).stdout == run(*words, "--help").stdout != ""


def test_repeated_filters_add_up(started: Run) -> None:
    both = started("search", "--by", "thomas-carew", "--by", "margaret-ellingham", "--count")
    assert both.stdout == "2\n"
    cited = started("cite", "--by", "thomas-carew", "--by", "margaret-ellingham", "--json")
    assert len(json.loads(cited.stdout)) == 2
    assert started("search", "--tag", "sea", "--form", "direct", "--form", "mixed", "--count").stdout == "1\n"


def test_a_short_option_is_an_option_and_a_negated_letter_is_told(started: Run) -> None:
    assert len(started("search", "-n", "1", "we").stdout.splitlines()) == 1
    assert len(started("search", "-n1", "we").stdout.splitlines()) == 1
    assert "-x is taken as a word" in started("search", "-x", "we").stderr
    assert started("search", "we", "-sank", "--count").stdout == "1\n"
    assert "no word to look for" in started("search", "!!!").stderr


@pytest.mark.parametrize(
    "line",
    [
        ("list", "--json", "speakers"),
        ("--json", "list", "speakers"),
        ("list", "-n", "0", "--json", "speakers"),
    ],
)
def test_options_may_stand_before_the_noun_and_the_command(started: Run, line: tuple[str, ...]) -> None:
    assert started(*line).stdout == started("list", "speakers", "--json").stdout
    assert started("--json").stdout == started("status", "--json").stdout
    assert "No such option: --foo" in started("list", "--foo", "speakers", code=2).stderr
    assert started("--by", "thomas-carew", "list", "quotes", "--count").stdout == "1\n"


def test_quiet_keeps_back_what_is_said_beside_an_answer(started: Run) -> None:
    assert started("list", "quotes", "nowhere").stderr == "Nothing found.\n"
    for line in (
        ("list", "quotes", "-q", "nowhere"),
        ("-q", "list", "quotes", "nowhere"),
        ("search", "-q", "nowhere"),
        ("list", "-q", "claims"),
    ):
        assert started(*line).stderr == ""
    assert "no speaker" in started("search", "-q", "--by", "nobody", code=1).stderr


@pytest.mark.parametrize(
    "noun", ["claims", "tags", "stances", "links", "verdicts", "sources", "speakers", "attributions"]
)
def test_an_empty_list_says_so_beside_it(run: Run, noun: str) -> None:
    run("init")
    told = run("list", noun)
    assert told.stdout == "" and told.stderr.startswith(f"There are no {noun} on record. ")
    assert "onrecord add" in told.stderr or "onrecord ingest" in told.stderr
    assert run("list", noun, "--json").stdout == "[]\n"


def test_people_read_words_and_programs_the_values_of_the_tables(started: Run) -> None:
    started("add", "quote", "They sank it.", "--by", "thomas-carew", "--in", "carew-1962", "--form", "indirect", "--unverified",
            "--medium", "press-conference", "--polarity", "not-said")  # fmt: skip
    told = started("search", "sank it").stdout + started("verify", "--all", "-v").stdout
    assert "not checkable" in told and "not_checkable" not in told
    [found] = [one for one in json.loads(started("search", "sank it", "--json").stdout) if one["medium"]]
    assert (found["check_result"], found["medium"]) == ("not_checkable", "press_conference")
    assert "press conference" in started("show", found["key"]).stdout


def test_what_is_missing_is_named_at_once(started: Run) -> None:
    told = started("add", "quote", "Words.", code=2).stderr
    assert "--by SPEAKER" in told and "--in CITEKEY" in told


@pytest.mark.parametrize(
    ("typed", "read"),
    [("214", ("page", "214")), ("S. 214", ("page", "214")), ("p214", ("page", "214")), ("pp. 3–5", ("page", "3-5")),
     ("3-5", ("page", "3-5")), ("t=1:02", ("timestamp", "00:01:02")), ("para. 4", ("paragraph", "4")),
     ("00:12:05", ("timestamp", "00:12:05")), ("iv", ("page", "iv")), ("XII–XIV", ("page", "XII-XIV")), ("A3", ("page", "A3")),
     ("12a", ("page", "12a")), ("4v", ("folio", "4v")), ("Kap. 2", ("chapter", "2"))],
)  # fmt: skip
def test_a_place_as_people_write_it(typed: str, read: tuple[str, str]) -> None:
    assert tuple(parse_locator(place_word(typed) or "")) == read


def test_without_a_command_the_status_is_shown(run: Run, tmp_path: Path) -> None:
    run("init")
    assert "0 statements" in run().stdout
    (tmp_path / "a.txt").write_text("“The ferry waits for nobody,” Ingrid Dahl said at noon on the pier.")
    run("ingest", "a.txt", "--citekey", "courier", "--engine", "rules")
    told = json.loads(run("status", "--json").stdout)
    assert told["waiting"] == [{"source": "courier", "proposals": 1}] and told["last"]["operation"] >= 1
    assert "1 waits for review: courier (1)" in run().stdout


def test_the_history_of_an_operation_names_what_it_changed(started: Run) -> None:
    started("edit", "carew-1962", "--date", "1963")
    number = started("history", "--limit", "1").stdout.split("\t")[0]
    told = [line.split("\t") for line in started("history", number).stdout.splitlines()]
    assert ["changed", "source carew-1962", "issued", "1962", "1963"] in told
    assert not any("min" in row[2] or "max" in row[2] for row in told)
    changes = json.loads(started("history", number, "--json").stdout)["changes"]
    fields = {one["field"] for change in changes for one in change["fields"]}
    assert {"issued_min", "issued_max"} <= fields
    statement = json.loads(started("search", "sank", "--json").stdout)[0]["key"]
    started("rm", statement, "--yes")
    number = started("history", "--limit", "1").stdout.split("\t")[0]
    assert "removed\tstatement " in started("history", number).stdout
    started("undo")
    number = started("history", "--limit", "1").stdout.split("\t")[0]
    assert f"added\tstatement {statement}\t" in started("history", number).stdout


def test_two_kinds_of_speakers_are_merged_only_when_somebody_says_so(started: Run) -> None:
    started("add", "speaker", "Harbour Board", "--kind", "organisation")
    refused = started("merge", "thomas-carew", "harbour-board", code=2).stderr
    assert "Thomas Carew is a person, and Harbour Board is an organisation" in refused and "--yes" in refused
    rehearsed = started("merge", "thomas-carew", "harbour-board", "--dry-run")
    assert "Would merge" in rehearsed.stdout and "is an organisation" in rehearsed.stderr
    assert "Merged thomas-carew" in started("merge", "thomas-carew", "harbour-board", "--yes").stdout
    for slug, item in (("a-b", "Q1"), ("a-c", "Q2")):
        started("add", "speaker", "A. B.", "--slug", slug, "--wikidata", item)
    assert "Q1 and Q2" in started("merge", "a-b", "a-c", code=2).stderr


def test_fields_may_be_called_as_other_programs_call_them(started: Run) -> None:
    started("edit", "carew-1962", "--container-title", "The Quay", "--issued", "1963", "--language", "en")
    source = json.loads(started("show", "carew-1962", "--json").stdout)
    assert (source["container_title"], source["issued"], source["language"]) == ("The Quay", "1963", "en")
    refused = started("edit", "thomas-carew", "--type", "person", code=2).stderr
    assert "is a speaker, which has no --type. Did you mean --kind?" in refused
    refused = started("import", "x.csv", "--map", "date=Tag", code=2).stderr
    assert "Did you mean said (when it was said) or issued" in refused


def test_a_bibliography_is_counted_in_works(started: Run, tmp_path: Path) -> None:
    told = started("cite", "--all", "--as", "bibliography", "-o", "works.md").stderr
    assert "1 work, of 2 quotations." in told
    assert "1 work, of 2 quotations." in started("cite", "--all", "-o", "works.bib").stderr
