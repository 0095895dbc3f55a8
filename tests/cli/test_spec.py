"""One table for each command: what reads a plain line by it and what Typer makes of it have the same values."""

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cli import contents, dispatch, typer_app
from onrecord.cli import plain as printed
from onrecord.cli.spec import Command, Parameter
from onrecord.errors import UsageError

EVERY = [
    (f"{group} {name}".strip(), entry)
    for group, entries in contents.GROUPS.items()
    for name, entry in entries.items()
    if name not in contents.GROUPS
]
FLAGS = {
    path: [flag for one in contents.loaded(entry).COMMAND.options() for flag in one.flags]
    for path, entry in EVERY
}
# Words that a person may type anywhere: numbers, names, beginnings of options, nothing at all.
WORDS = [
    "",
    "-",
    "--",
    "-x",
    "-5",
    "7",
    "1.5",
    "0",
    "99999999",
    "k7xq2m",
    "-o",
    "--json",
    "--db",
    "--db=",
    "--x=1",
    "direct",
]


@pytest.fixture(autouse=True, scope="module")
def as_it_was() -> Iterator[None]:
    """Lines with -q make the process that reads them quiet; those after it are not to be."""
    kept = printed._hushed, printed._unremarked
    yield
    printed._hushed, printed._unremarked = kept


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command, and words for it: its own options with likely values, and others in between."""
    path = draw(st.sampled_from(sorted(FLAGS)))
    flags = FLAGS[path]
    pieces = st.one_of(
        st.sampled_from(flags).map(lambda flag: [flag]),
        st.tuples(st.sampled_from(flags), st.sampled_from(WORDS)).map(list),
        st.tuples(st.sampled_from(flags), st.sampled_from(WORDS)).map(lambda pair: [f"{pair[0]}={pair[1]}"]),
        st.sampled_from(WORDS).map(lambda word: [word]),
    )
    return path, [word for piece in draw(st.lists(pieces, max_size=6)) for word in piece]


def by_typer(path: str, words: list[str]) -> dict[str, Any] | str | None:
    """The values that a command started by Typer has, or why it is refused; None where Typer itself refuses the line."""
    entry = contents.find(path.split())[1]
    assert entry is not None
    module = contents.loaded(entry)
    started: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "run", lambda **values: started.append(values))
        try:
            typer_app.made(path, entry).main(list(words), prog_name="onrecord", standalone_mode=False)
        except UsageError as error:
            return error.message
        except typer.Exit:
            return None
        except Exception as error:
            if type(error).__module__.startswith(("typer", "click")):
                return None
            raise
    return started[0] if started else None


def at_once(path: str, words: list[str]) -> dict[str, Any] | str | None:
    """The same without Typer; None for a line that is left to it."""
    entry = contents.find(path.split())[1]
    assert entry is not None
    command: Command = contents.loaded(entry).COMMAND
    values = dispatch.read(command, words)
    try:
        return None if values is None else dispatch.checked(command, values, None)
    except UsageError as error:
        return error.message


@settings(max_examples=400)
@given(lines())
def test_where_a_plain_line_is_read_typer_gives_the_same_values(line: tuple[str, list[str]]) -> None:
    path, words = line
    values = at_once(path, words)
    if values is not None:
        assert by_typer(path, words) == values


@pytest.mark.parametrize(("path", "entry"), EVERY, ids=[path for path, _ in EVERY])
def test_a_command_takes_what_its_table_says(path: str, entry: contents.Entry) -> None:
    module = contents.loaded(entry)
    command: Command = module.COMMAND
    takes = dict(inspect.signature(module.run).parameters)
    # What has a default is for other callers than the command line.
    takes = {name: one for name, one in takes.items() if one.default is inspect.Parameter.empty}
    named = [name for name, one in takes.items() if one.kind is not inspect.Parameter.VAR_KEYWORD]
    # What is seen to before the function.
    kept = "quiet" if command.acts else "unremarked"
    given = [one.name for one in command.parameters if one.name != kept]
    assert given == named if len(named) == len(takes) else set(named) <= set(given)
    flags = [flag for one in command.parameters for flag in one.flags]
    assert len(flags) == len(set(flags))
    assert not any(one.many for one in list(command.arguments())[:-1]), (
        "only the last argument takes several words"
    )
    for name, words in plain(command):
        assert dispatch.read(command, words) is not None, f"{path}: {name}"


@pytest.mark.parametrize(("path", "entry"), EVERY, ids=[path for path, _ in EVERY])
def test_no_whole_number_is_larger_than_sqlite_holds(path: str, entry: contents.Entry) -> None:
    command: Command = contents.loaded(entry).COMMAND
    bounds = {one.name: one.type for one in typer_app.parameters(path, entry)}
    for one in command.parameters:
        if one.kind == "whole":
            bound = bounds[one.name]
            assert 0 <= bound.min <= bound.max < 2**62
            assert dispatch.read(command, [*one.flags[:1], str(2**63)]) is None


def plain(command: Command) -> Iterator[tuple[str, list[str]]]:
    """For each option a line that has what is required, and it."""
    needed = [word for one in command.parameters if one.required for word in typed(one)]
    for one in command.options():
        yield one.name, [*needed, *([] if one.required else typed(one))]


def typed(one: Parameter) -> list[str]:
    if one.kind == "flag":
        return [one.flags[0]]
    value = {"whole": str(int(one.least or 1)), "decimal": "0.5", "language": "de"}.get(one.kind, "x")
    if one.closed:
        value = one.complete[0]
    return [*one.flags[:1], value]
