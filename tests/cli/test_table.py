"""The table of commands by itself: each verb takes each noun, and one thing is called and explained in one way everywhere."""

import inspect
import io
import re
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.cli import contents, dispatch, page, plain, spec
from onrecord.cli.named import NOUNS
from onrecord.cli.spec import Command, Parameter
from onrecord.errors import OnrecordError
from onrecord.names import KINDS

EVERY = {
    f"{group} {name}".strip(): contents.loaded(entry)
    for group, entries in contents.GROUPS.items()
    for name, entry in entries.items()
    if name not in contents.GROUPS
}
OPTIONS = [(path, one) for path, module in EVERY.items() for one in module.COMMAND.options()]
FLAGS = sorted({flag for _, one in OPTIONS for flag in one.flags})


@pytest.mark.parametrize("noun", KINDS)
@pytest.mark.parametrize("verb", ["show", "edit", "rm", "history", "undo"])
def test_each_verb_takes_each_noun(verb: str, noun: str) -> None:
    command: Command = EVERY[verb].COMMAND
    [named] = command.arguments()
    assert named.many and named.complete is spec.ANYTHING and "[NOUN] NAME" in named.shown()
    assert dispatch.read(command, [noun, "x"]) is not None
    assert set(spec.OF_NOUN[noun]) <= set(spec.ANYTHING)


@pytest.mark.parametrize("noun", [*KINDS, *NOUNS])
@pytest.mark.parametrize(("verb", "ending"), [("add", ""), ("list", "s")])
def test_each_noun_is_added_and_listed(verb: str, ending: str, noun: str) -> None:
    name, entry, taken = contents.find([verb, noun + ending])
    assert entry is not None and taken == 2 and name.startswith(f"{verb} ")


def test_each_noun_has_options_of_its_own() -> None:
    from onrecord.cli.commands import edit

    known = {one.name for one in edit.COMMAND.options()}
    for noun, options in edit._OF.items():
        assert options and {one.name for one in options} <= known, noun
    assert {*edit._OF, "attribution"} == set(KINDS)


@pytest.mark.parametrize("flag", FLAGS)
def test_one_option_is_spelt_and_shown_in_one_way(flag: str) -> None:
    """Where a command has it, it has all its spellings, and what stands for its value says the same."""
    found = {(one.flags, one.shown()) for _, one in OPTIONS if flag in one.flags}
    assert len(found) == 1, {path: (*one.flags, one.shown()) for path, one in OPTIONS if flag in one.flags}


@pytest.mark.parametrize("name", ["by", "source", "tag"])
def test_what_chooses_quotations_may_be_given_several_times(name: str) -> None:
    for path in ("search", "list quotes", "list attributions", "cite", "verify"):
        for one in EVERY[path].COMMAND.options():
            assert one.many or one.name != name, path


# What people expect of a letter, and of what all commands share.
SPELT = {
    "source": ("--in",), "by": ("--by",), "lang": ("--lang",), "citekey": ("--citekey",), "limit": ("--limit", "-n"),
    "quiet": ("--quiet", "-q"), "verbose": ("--verbose", "-v"), "output": ("--output", "-o"), "as_json": ("--json",),
    "database": ("--db",), "format_": ("--format",), "dry_run": ("--dry-run",), "yes": ("--yes", "-y"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPELT)
def test_one_meaning_has_one_name(name: str) -> None:
    assert {one.flags for _, one in OPTIONS if one.name == name} == {SPELT[name]}
    assert contents.HELP.flags == ("--help", "-h")


@pytest.mark.parametrize(
    ("path", "former", "now"),
    [
        ("review", "--to", "--output"),
        ("ingest", "--to", "--output"),
        ("cite", "--copy", "--clipboard"),
        ("add quote", "--accept", "--accept-reason"),
        ("edit", "--accept", "--accept-reason"),
    ],
)
def test_a_former_name_is_understood_and_not_shown(path: str, former: str, now: str) -> None:
    [one] = [one for one in EVERY[path].COMMAND.options() if now in one.flags]
    assert former in one.hidden and former not in one.flags


def test_no_letter_and_no_former_name_means_two_things() -> None:
    for path, module in EVERY.items():
        spellings = [one for each in module.COMMAND.options() for one in each.spellings]
        assert len(spellings) == len(set(spellings)), path


# A word in capitals; an argument may be left out, and may be many.
FORM = re.compile(r"\[?[A-Z]+(@[A-Z]+|=[A-Z]+|\.\.[A-Z]|(\|[A-Z]+|\|-)*)\]?(\.\.\.)?")
PHRASES = {"[NOUN] NAME", "[NOUN] NAME...", "[OPERATION | [NOUN] NAME]"}


@pytest.mark.parametrize("path", EVERY)
def test_help_has_one_form(path: str) -> None:
    for one in EVERY[path].COMMAND.parameters:
        if one.kind != "flag":
            assert one.shown() in PHRASES or FORM.fullmatch(one.shown()), f"{path}: {one.shown()}"
        assert (
            one.help[0] in "'\"" or one.help[0].isupper() or one.help.partition(" ")[0].rstrip(",").islower()
        )
        assert one.help.rstrip('”")')[-1] in ".…", f"{path} {one.name}: {one.help}"
        assert not re.search(r"\{[a-z]", one.help), "what stands for a value is in capitals, without braces"
    assert page.usage(EVERY[path].COMMAND)[0] == "[OPTIONS]"


@pytest.mark.parametrize("path", EVERY)
def test_what_records_can_be_quiet(path: str) -> None:
    module = EVERY[path]
    if "recording(" in inspect.getsource(module) or path in (
        "import",
        "export",
        "cite",
        "publish",
        "init",
        "index",
    ):
        assert any(one.name == "quiet" for one in module.COMMAND.options())
    if path in ("export", "cite", "text", "diff", "review", "ingest"):
        assert any("-o" in one.flags for one in module.COMMAND.options())


class Terminal(io.TextIOWrapper):
    """A stream that says that a person is looking."""

    def __init__(self) -> None:
        self.written = io.BytesIO()
        super().__init__(self.written, encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        return True


# The commands of a day at the desk, in an order in which each can do its work.
DAY = [
    "init", "ingest a.txt --citekey courier --engine rules", "ingest a.txt --engine rules", "review courier --accept confident",
    "status", "add source --title Letters --author Ek,Olof --date 1962", "add quote Words --by Olof-Ek --in ek-1962 --new-speaker",
    "add snapshot courier b.txt", "verify --all", "verify --in courier", "add claim Ferries-sail", "list quotes", "list sources",
    "list claims", "list tags", "search ferry", "search nothing-like-it", "show courier", "text courier", "diff courier",
    "edit ek-1962 --title Notes", "history", "history courier", "cite --all", "rm courier", "rm ek-1962 --cascade --yes",
    "undo", "undo ek-1962", "review", "where", "export -o all.jsonl", "import all.jsonl", "migrate",
]  # fmt: skip


def test_on_a_terminal_a_command_ends_with_at_most_one_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "“The ferry waits for nobody,” Ingrid Dahl said at noon on the pier."
    (tmp_path / "a.txt").write_text(said)
    (tmp_path / "b.txt").write_text(f"{said} She left.")
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("ONRECORD_DB", raising=False)
    monkeypatch.setenv("TERM", "dumb")
    advised: dict[str, list[str]] = {}
    for line in DAY:
        words = line.split()
        monkeypatch.setattr("sys.argv", ["onrecord", *words])
        monkeypatch.setattr("sys.stdout", shown := Terminal())
        monkeypatch.setattr("sys.stderr", told := Terminal())
        start = dispatch.found(words)
        assert start is not None, line
        with suppress(SystemExit, OnrecordError):  # a refusal has one hint by its making
            start()
        # What the history quotes was typed before, and is no advice.
        lines = [
            one
            for one in (shown.written.getvalue() + told.written.getvalue()).decode().splitlines()
            if not re.search(r"\dZ", one)
        ]
        steps = re.findall(r"\bonrecord [a-z]+", "\n".join(lines))
        assert len(steps) <= 1, f"{line}: {steps}"
        advised[line] = steps
    # That there were any shows that the commands were run.
    assert advised["review"] == ["onrecord review"] and advised["verify --all"] == []
    assert sum(map(len, advised.values())) >= 5, advised


@pytest.mark.parametrize("line", ["add claim Ferries-sail -q", "edit c-1 --note x --quiet"])
def test_quiet_is_seen_to_where_the_line_is_read(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "_hushed", False)
    name, entry, taken = contents.find(line.split())
    assert entry is not None, name
    command: Command = contents.loaded(entry).COMMAND
    values = dispatch.read(command, line.split()[taken:])
    assert values is not None and values["quiet"] is True
    assert "quiet" not in dispatch.checked(command, values, None) and plain.hushed()
    # The next command in the same process speaks again.
    assert "quiet" not in dispatch.checked(command, {**values, "quiet": False}, None) and not plain.hushed()


def test_what_is_quiet_says_nothing_but_what_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(plain, "_hushed", True)
    plain.say("Added.")
    plain.remark("Written.", done=True)
    assert capsys.readouterr() == ("", "")
    plain.say("Would remove it.", loud=True)
    plain.remark("Note: it is unnamed.")
    assert capsys.readouterr() == ("Would remove it.\n", "Note: it is unnamed.\n")


def test_what_stands_for_a_value_follows_from_what_it_may_be() -> None:
    assert Parameter(name="x", flags=("--x",), help="X.", complete=spec.SPEAKERS).shown() == "SPEAKER"
    assert Parameter(name="x", flags=("--x",), help="X.", complete=("a", "b")).shown() == "WORD"
    assert Parameter(name="x", flags=("--x",), help="X.", kind="whole").shown() == "N"
    assert Parameter(name="x", flags=(), help="X.").shown() == "X"
