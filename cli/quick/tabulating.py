"""The table that completion reads, made from the commands themselves: `python -m onrecord.cli.quick.tabulating`.

The result is kept as `table.py`, because asking Typer takes longer than a finger stays on the key; a test makes it anew
and compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer._completion_classes import _sanitize_help_text
from typer.core import TyperOption
from typer.utils import get_params_from_function

from onrecord.cli import app as contents

HEADER = '''"""Every command with its options and arguments, for completion and the first help.

Made by `python -m onrecord.cli.quick.tabulating`, which says what the fields are; not written by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

# Help may be missing. Values: None for a flag, "" where nothing completes, "elsewhere" where only the command knows,
# else the words to choose from, or the columns of what is on record ("speakers.slug").
Help = str | None
Values = tuple[str, ...] | str | None
# ABOUT, METAVARS and PANELS are what `onrecord --help` shows besides.
# Options: their names, help, whether they may be repeated, their values. Arguments: values, whether the last repeats.
Command = tuple[tuple[tuple[tuple[str, ...], Help, bool, Values], ...], tuple[tuple[Values, bool], ...]]

'''


def source() -> str:
    """The text of `table.py`, before the formatter."""
    root = typer.main.get_command(contents.app)
    groups: dict[str, Mapping[str, str | None]] = {}
    options: dict[str, tuple[tuple[str, str | None], ...]] = {}
    commands: dict[str, object] = {}
    _walk("", root, None, groups, options, commands)
    parts = (
        ("GROUPS: Mapping[str, Mapping[str, Help]]", groups),
        ("OPTIONS: Mapping[str, tuple[tuple[str, Help], ...]]", options),
        ("COMMANDS: Mapping[str, Command]", commands),
        ("ABOUT: tuple[str, ...]", _paragraphs(root.help or "")),
        ("METAVARS: Mapping[str, str]", _metavars(root)),
        ("PANELS: Mapping[str, tuple[str, ...]]", _panels()),
    )
    return HEADER + "\n".join(f"{name} = {value!r}" for name, value in parts)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in text.split("\n\n") if one.strip())


def _metavars(root: Any) -> dict[str, str]:
    context = typer.Context(root, info_name="onrecord")
    return {one.opts[0]: one.make_metavar(ctx=context) for one in root.get_params(context) if not one.is_flag}


def _panels() -> dict[str, tuple[str, ...]]:
    panels: dict[str, tuple[str, ...]] = {}
    for name, entry in contents.COMMANDS.items():
        panels[entry.panel or ""] = (*panels.get(entry.panel or "", ()), name)
    return panels


def _walk(
    path: str,
    command: Any,
    callback: Callable[..., Any] | None,
    groups: dict[str, Mapping[str, str | None]],
    options: dict[str, tuple[tuple[str, str | None], ...]],
    commands: dict[str, object],
) -> None:
    context = typer.Context(command, info_name=path or "onrecord")
    params = command.get_params(context)
    entries: Mapping[str, contents.Entry] | None = getattr(command, "entries", None)
    if entries is None:
        commands[path] = _command(params, callback)
        return
    groups[path] = {name: _told(entry.summary) for name, entry in entries.items()}
    options[path] = tuple(
        (name, _told(one.help))
        for one in params
        if isinstance(one, TyperOption)
        for name in (*one.opts, *one.secondary_opts)
    )
    for name in entries:
        inner = command.get_command(context, name)
        _walk(f"{path} {name}".strip(), inner, getattr(inner, "callback", None), groups, options, commands)


def _command(params: Any, callback: Callable[..., Any] | None) -> object:
    completing = {}
    for name, meta in get_params_from_function(callback).items() if callback else ():
        completing[name] = getattr(meta.default, "autocompletion", None)
    options, arguments = [], []
    for one in params:
        if isinstance(one, TyperOption):
            if not one.hidden:
                values = None if one.is_flag else _values(completing.get(str(one.name)))
                options.append(
                    ((*one.opts, *one.secondary_opts), _told(one.help), bool(one.multiple), values)
                )
        else:
            arguments.append((_values(completing.get(str(one.name))), one.nargs == -1))
    return tuple(options), tuple(arguments)


def _told(text: str | None) -> str | None:
    # Typer breaks it into lines of the width that the terminal has.
    return " ".join(_sanitize_help_text(text).split()) if text else None


def _values(function: Any) -> tuple[str, ...] | str:
    if function is None:
        return ""
    if asked := getattr(function, "asked", None):
        return tuple(asked)
    if function.__code__.co_argcount:
        return "elsewhere"
    return tuple(function())


if __name__ == "__main__":
    print(source())
