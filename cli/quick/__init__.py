"""The commands that must be there before the finger leaves the key: search, show, cite, and tab completion.

They are answered without Typer, rich and SQLAlchemy, whose loading takes ten times as long as the answer. What is asked
in any way but the usual ones, and everything that goes wrong, is left to the command itself: it explains.
"""

from __future__ import annotations

import os
import sqlite3

from onrecord.errors import OnrecordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class LeftToTheCommand(Exception):
    """What was asked is answered by the command itself."""


def answered(words: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Whether the command line was answered here; if not, nothing has been printed."""
    if "_ONRECORD_COMPLETE" in environ:
        return _completed(environ)
    command, rest, database = _command(words)
    if command not in ("search", "show", "cite", "--help"):
        return False
    try:
        if words == ["--help"]:
            from onrecord.cli.quick import helping

            tell = helping.answer(environ)
            tell()
            return True
        if command == "search":
            from onrecord.cli.quick.searching import answer
        elif command == "show":
            from onrecord.cli.quick.showing import answer
        else:
            from onrecord.cli.quick.citing import answer
        tell = answer(rest, database, environ)
    except (LeftToTheCommand, OnrecordError, sqlite3.Error, UnicodeError):
        return False
    tell()
    return True


def _completed(environ: Mapping[str, str]) -> bool:
    from onrecord.cli.quick import completing

    try:
        lines = completing.completions(environ)
    except LeftToTheCommand:
        return False
    if lines:
        print(lines)
    return True


def _command(words: Sequence[str]) -> tuple[str, Sequence[str], str | None]:
    """The command, what follows it, and the --db before it."""
    if words[:1] == ["--db"] and len(words) > 2:
        return words[2], words[3:], words[1]
    if words and words[0].startswith("--db="):
        return (words[1] if len(words) > 1 else ""), words[2:], words[0][len("--db=") :]
    return (words[0] if words else ""), words[1:], None


def command_of(words: Sequence[str]) -> str:
    """The command that a command line asks for, whatever stands before it; "" where that cannot be told so easily."""
    return _command(words)[0]


def database_of(given: str | None, environ: Mapping[str, str]) -> str:
    """The file that is meant, as `onrecord.cli.options.database_path` has it."""
    from onrecord.db import files

    return files.locate(given, environ, os.getcwd())
