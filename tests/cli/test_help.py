"""Every command explains itself, and the table of contents tells the truth about each."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from conftest import Run

from onrecord.cli import contents, help
from onrecord.cli.contents import ADD, COMMANDS, LIST, Entry

WHOLE = [(name, entry) for name, entry in COMMANDS.items() if name not in ("add", "list")]
WHOLE += [(f"add {name}", entry) for name, entry in ADD.items()]
WHOLE += [(f"list {name}", entry) for name, entry in LIST.items()]


@pytest.mark.parametrize(("name", "entry"), WHOLE, ids=[name for name, _ in WHOLE])
def test_every_command_has_help_examples_and_json(name: str, entry: Entry) -> None:
    module = import_module(f"onrecord.cli.commands.{entry.module}")
    command = module.COMMAND
    assert contents.paragraphs(module)[0]
    assert re.match(rf"Examples?:\s+onrecord {name}", command.examples)
    options = {flag for one in command.parameters for flag in one.flags}
    if name != "mcp":  # which prints nothing else
        assert "--json" in options
    if name not in ("demo", "extract", "styles"):  # those do not touch your database
        assert "--db" in options
    for one in command.parameters:
        assert one.help, f"{name}: {one.name} does not say what it is"


@pytest.mark.parametrize("width", [40, 64, 80, 127])
@pytest.mark.parametrize("name", ["", "add", "list", *[name for name, _ in WHOLE]])
def test_help_shows_everything_within_its_width(
    name: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    told = help.plain(name)
    frame, _, examples = told.rpartition("╯")
    assert all(len(line) <= width for line in frame.splitlines())
    assert "--help" in frame
    entry = contents.find(name.split())[1]
    if entry is not None:
        command = import_module(f"onrecord.cli.commands.{entry.module}").COMMAND
        words = " ".join(re.sub("[│╭╮╰╯─]", " ", frame).split())
        for one in command.parameters:
            assert all(flag in words for flag in one.flags)
            if width >= 80:
                assert " ".join(one.help.split()) in words
        assert examples.split() == command.examples.replace("  ·  ", "\n").split()


def test_help_is_styled_on_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("search", "--help").stdout
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;36m--by\x1b[0m" in help.text("search")
    monkeypatch.setenv("NO_COLOR", "1")
    assert help.text("search") == help.plain("search")


def test_help_asked_for_in_the_middle_is_the_same(run: Run) -> None:
    assert run("tag", "k7xq2m", "--help").stdout == run("tag", "--help").stdout


def test_the_table_of_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    for group, entries in contents.GROUPS.items():
        told = help.plain(group)
        for name, entry in entries.items():
            assert re.search(rf"│ {name}\s+{re.escape(entry.summary)}", told), name


def complete(run: Run, line: str, tmp_path: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord"],
        env={
            "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "_ONRECORD_COMPLETE": "complete_bash",
            "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1),
            **{name: value for name, value in os.environ.items() if name == "PYTHONPATH"},
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


def test_tab_completion(run: Run, tmp_path: Path) -> None:
    assert complete(run, "onrecord show ", tmp_path) == []  # no database: silence, not an error
    run("init")
    run("add", "source", "--title", "Memoirs", "--author", "Ek, Olof", "--date", "1962")
    added = json.loads(run("add", "quote", "We sail.", "--by", "Ek", "--in", "ek-1962", "--json").stdout)
    assert "search" in complete(run, "onrecord se", tmp_path)
    assert complete(run, f"onrecord cite {added['key'][:3]}", tmp_path) == [added["key"]]
    assert complete(run, "onrecord verify --in e", tmp_path) == ["ek-1962"]
    assert complete(run, "onrecord search --by ol", tmp_path) == ["olof-ek"]
    (tmp_path / "more.bib").write_text(
        "@book{Memoirs-of-ek, author={Ek, Olof}, title={Memoirs}, date={1962}}"
    )
    run("import", "more.bib")
    assert complete(run, "onrecord verify --in Mem", tmp_path) == ["Memoirs-of-ek"]
    assert complete(run, "onrecord add quote --in e", tmp_path) == ["ek-1962"]


def test_the_version(run: Run) -> None:
    from onrecord import __version__

    assert run("--version").stdout == f"onrecord {__version__}\n"


@pytest.mark.parametrize("path", ["edit", "correct"])
def test_what_changes_a_record_promises_no_default(path: str) -> None:
    entry = contents.find([path])[1]
    assert entry is not None
    own = [one for one in contents.loaded(entry).COMMAND.options() if one.name != "database"]
    assert [one.flags[0] for one in own if "Default" in one.help or one.default not in (None, False)] == []


def test_the_help_of_init_does_not_promise_a_search_upwards() -> None:
    assert "nearest" not in help.plain("init")
