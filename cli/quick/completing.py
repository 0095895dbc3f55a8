"""Tab completion in bash, zsh and fish, from the table of all commands and from what is on record.

What is printed is what Typer prints for the scripts that `--install-completion` leaves with the shell.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from onrecord.cli.quick import LeftToTheCommand, database_of, recorded
from onrecord.cli.quick.table import COMMANDS, GROUPS, OPTIONS
from onrecord.errors import OnrecordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.quick.table import Command, Help, Values

# A line with any of these is for a shell's grammar to read.
_QUOTED = frozenset("'\"\\")


def completions(environ: Mapping[str, str]) -> str:
    """What a shell is told; LeftToTheCommand for other shells, and for lines that are not plain words."""
    shell = environ["_ONRECORD_COMPLETE"].removeprefix("complete_")
    if shell == "bash":
        line = environ.get("COMP_WORDS", "")
        position = environ.get("COMP_CWORD", "")
        words, at = line.split(), int(position) if position.isdigit() else 0
        before, incomplete = words[1:at], words[at] if at < len(words) else ""
    elif shell in ("zsh", "fish"):
        line = environ.get("_TYPER_COMPLETE_ARGS", "")
        before = line.split()[1:]
        incomplete = before.pop() if before and not line.endswith(" ") else ""
    else:
        raise LeftToTheCommand
    if not _QUOTED.isdisjoint(line):
        raise LeftToTheCommand
    found = _found(before, incomplete, environ)
    if shell == "bash":
        return "\n".join(value for value, _ in found)
    if shell == "zsh":
        return _for_zsh(found)
    if environ.get("_TYPER_COMPLETE_FISH_ACTION") != "get-args":
        raise LeftToTheCommand  # it asks by exit status
    return "\n".join(f"{value}\t{' '.join(told.split())}" if told else value for value, told in found)


def _for_zsh(found: Sequence[tuple[str, Help]]) -> str:
    def escaped(text: str) -> str:
        for letter, written in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
            text = text.replace(letter, written)
        return text

    if not found:
        return "_files"
    lines = [
        f'"{escaped(value)}":"{escaped(told)}"' if told else f'"{escaped(value)}"' for value, told in found
    ]
    return f"_arguments '*: :(({chr(10).join(lines)}))'"


def _found(before: Sequence[str], incomplete: str, environ: Mapping[str, str]) -> list[tuple[str, Help]]:
    """The completions, each with its help."""
    words = list(before)
    database: str | None = None
    if words[:1] == ["--db"]:
        database = words[1] if len(words) > 1 else None
        words = words[2:]
    listed = GROUPS[""]
    path = ""
    while words and (name := f"{path} {words[0]}".strip()) in GROUPS:
        path, listed = name, GROUPS[name]
        words.pop(0)
    if not words:
        if before[-1:] == ["--db"]:
            return []
        if incomplete.startswith("-"):
            return [one for one in OPTIONS[path] if one[0].startswith(incomplete)]
        return [(name, told) for name, told in listed.items() if name.startswith(incomplete)]
    command = COMMANDS.get(f"{path} {words[0]}".strip())
    if command is None:
        return []
    return _within(command, words[1:], incomplete, database, environ)


def _within(
    command: Command, words: Sequence[str], incomplete: str, database: str | None, environ: Mapping[str, str]
) -> list[tuple[str, Help]]:
    options, arguments = command
    takes = {name: values for names, _, _, values in options for name in names}
    given: set[str] = set()
    rest = list(words)
    place = 0
    while rest:
        word = rest.pop(0)
        if word.startswith("-") and word != "-":
            if word not in takes:
                raise LeftToTheCommand  # a value behind "=", several letters, words after "--", a mistake
            given.add(word)
            if takes[word] is None:
                continue
            if not rest:
                return _values(takes[word], incomplete, database, environ)
            value = rest.pop(0)
            database = value if word == "--db" else database
        else:
            place += 1
    if incomplete and not incomplete[0].isalnum():
        if "=" in incomplete:
            raise LeftToTheCommand
        return [
            (name, told)
            for names, told, several, _ in options
            if several or given.isdisjoint(names)
            for name in names
            if name.startswith(incomplete)
        ]
    if not arguments or (place >= len(arguments) and arguments[-1][1] is False):
        return []
    return _values(arguments[min(place, len(arguments) - 1)][0], incomplete, database, environ)


def _values(
    values: Values, incomplete: str, database: str | None, environ: Mapping[str, str]
) -> list[tuple[str, Help]]:
    if values == "elsewhere":
        raise LeftToTheCommand
    if not isinstance(values, tuple):
        return []
    if not values or "." not in values[0]:
        return [(one, None) for one in values if one.startswith(incomplete)]
    try:
        found = recorded.values(database_of(database, environ), values, incomplete)
    except (OnrecordError, sqlite3.Error, OSError):
        return []
    return [(one, None) for one in found if one.isprintable()]
