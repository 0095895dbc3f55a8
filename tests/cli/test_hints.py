"""What the command line says to do about an error: every step has its words, and they name what there is."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import contents
from onrecord.cli.hints import WORDINGS, told, worded
from onrecord.errors import (
    AmbiguousError,
    ConflictError,
    DatabaseError,
    Hint,
    InputError,
    NotFoundError,
    OnrecordError,
    UsageError,
    WordingError,
)

PACKAGE = Path(onrecord.__file__).parent
FLAGS = {
    f"{group} {name}".strip(): {
        flag for one in contents.loaded(entry).COMMAND.options() for flag in one.flags
    }
    for group, entries in contents.GROUPS.items()
    for name, entry in entries.items()
    if name not in contents.GROUPS
}
ANY_FLAG = {"--db"}.union(*FLAGS.values())
# A command with all that follows it: an example ends with the sentence, or where words go on after a comma or a bracket.
COMMAND = re.compile(r"\bonrecord ([a-z].*?)(?=[,;(]|\.$|$)")
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")


@cache
def hints() -> list[tuple[str, ast.Call, ast.Call | None]]:
    """Every hint that is made in the source: where, how, and the error that it is given to."""
    found: list[tuple[str, ast.Call, ast.Call | None]] = []
    for folder in ("", "cli", "db"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            source = path.read_text("utf-8")
            if "Hint(" not in source:
                continue
            calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
            given = {
                id(keyword.value): call
                for call in calls
                for keyword in call.keywords
                if keyword.arg == "hint"
            }
            found += [
                (f"{path.name}:{call.lineno}", call, given.get(id(call)))
                for call in calls
                if isinstance(call.func, ast.Name) and call.func.id == "Hint"
            ]
    return found


def fields(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name is not None}


def test_every_hint_in_the_source_can_be_worded_and_every_wording_is_used() -> None:
    used = set()
    for where, call, _ in hints():
        assert len(call.args) == 1 and isinstance(call.args[0], ast.Constant), where
        step = str(call.args[0].value)
        assert step in WORDINGS, where
        assert {one.arg for one in call.keywords} == fields(dict(WORDINGS)[step]), where  # type: ignore[index]
        used.add(step)
    assert used == set(WORDINGS)


def test_the_message_of_an_error_with_a_hint_is_a_sentence_by_itself() -> None:
    seen = 0
    for where, _, error in hints():
        if error is None or not error.args:
            continue
        message = error.args[0]
        last = message.values[-1] if isinstance(message, ast.JoinedStr) else message
        if isinstance(last, ast.Constant):
            seen += 1
            assert str(last.value).endswith((".", "?")), where
    assert seen > 40


@pytest.mark.parametrize("wording", WORDINGS.values())
def test_a_wording_names_commands_and_options_that_there_are(wording: str) -> None:
    rest = wording
    for command in COMMAND.finditer(wording):
        path, entry, length = contents.find(command[1].split())
        assert entry is not None or path in contents.GROUPS, command[0]
        assert length
        options = set(OPTION.findall(command[1]))
        assert options <= FLAGS.get(path, set()), command[0]
        rest = rest.replace(command[0], "")
    named = set(OPTION.findall(rest)) - {"-force"}
    assert named <= ANY_FLAG, named
    assert "onrecord " in wording or named or "onrecord-force" in wording


def test_a_hint_follows_the_message_or_goes_on_with_its_sentence() -> None:
    assert told("Nothing.", None) == "Nothing."
    assert told("There is no tag.", Hint("list_tags")) == "There is no tag. See: onrecord list tags"
    asked = Hint("sort_otherwise")
    assert (
        told("It knows no style.", asked) == "It knows no style: use --sort given, date, speaker or source."
    )
    assert worded(asked) == "Use --sort given, date, speaker or source."
    assert worded(None) is None


def test_what_a_hint_is_about_is_printed_as_it_is() -> None:
    odd = "{0} {citekey!r} %s $(x)"
    assert told("None.", Hint("show", name=odd)) == f"None. See: onrecord show {odd}"


@pytest.mark.parametrize(
    "kind", [OnrecordError, UsageError, InputError, NotFoundError, ConflictError, DatabaseError]
)
def test_an_error_reads_as_its_message_alone(kind: type[OnrecordError]) -> None:
    error = kind("There is no tag.", hint=Hint("list_tags"))
    assert str(error) == error.message == "There is no tag."
    assert error.hint == Hint("list_tags") != Hint("list_claims")
    assert kind("There is no tag.").hint is None


def test_an_error_of_several_parts_has_its_hint_too() -> None:
    several = AmbiguousError("Which?", ["a", "b"], hint=Hint("show", name="a"))
    assert (several.message, several.candidates, several.hint) == (
        "Which?",
        ("a", "b"),
        Hint("show", name="a"),
    )
    wording = WordingError("Not there.", "[-a-]", hint=Hint("record_unverified"))
    assert (wording.message, wording.diff, wording.hint) == ("Not there.", "[-a-]", Hint("record_unverified"))
    assert repr(several.hint) == "Hint('show', name='a')"
