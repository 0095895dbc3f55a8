"""Every command explains itself, and the table of contents tells the truth about each."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer
from conftest import Run

from onrecord.cli.app import ADD, COMMANDS, LIST, Entry

WHOLE = [(name, entry) for name, entry in COMMANDS.items() if name not in ("add", "list")]
WHOLE += [(f"add {name}", entry) for name, entry in ADD.items()]
WHOLE += [(f"list {name}", entry) for name, entry in LIST.items()]


@pytest.mark.parametrize(("name", "entry"), WHOLE, ids=[name for name, _ in WHOLE])
def test_every_command_has_help_examples_and_json(name: str, entry: Entry) -> None:
    command = typer.main.get_command(import_module(f"onrecord.cli.commands.{entry.module}").app)
    assert command.help and command.help.splitlines()[0].strip()
    assert re.search(rf"Examples?:\s+onrecord {name}", command.epilog or "")
    options = {option for parameter in command.params for option in parameter.opts}
    assert "--json" in options
    if name not in ("demo", "extract", "styles"):  # those do not touch your database
        assert "--db" in options
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name} does not say what it is"


def test_the_table_of_contents(run: Run) -> None:
    told = run("--help").stdout
    for name, entry in COMMANDS.items():
        assert re.search(rf"│ {name}\s+{re.escape(entry.summary)}", told), name
    for group, entries in (("add", ADD), ("list", LIST)):
        told = run(group, "--help").stdout
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
    added = json.loads(run("add", "quote", "We sail.", "--by", "Ek", "--in", "ek-1962", "--json").stdout)[0]
    assert "search" in complete(run, "onrecord se", tmp_path)
    assert complete(run, f"onrecord cite {added['key'][:3]}", tmp_path) == [added["key"]]
    assert complete(run, "onrecord verify --in e", tmp_path) == ["ek-1962"]
    assert complete(run, "onrecord search --by ol", tmp_path) == ["olof-ek"]
    assert complete(run, "onrecord add quote --in e", tmp_path) == ["ek-1962"]


def test_the_version(run: Run) -> None:
    from onrecord import __version__

    assert run("--version").stdout == f"onrecord {__version__}\n"
