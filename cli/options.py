"""The options and arguments that several commands share, and the database they mean."""

import os
import shlex
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.app import database_file
from onrecord.cli.quick import recorded
from onrecord.db import files
from onrecord.db import reader as readers
from onrecord.db.explaining import explaining
from onrecord.errors import InputError, OnrecordError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from onrecord.db.reader import Reader

# What the history keeps of a command line, in characters.
LONGEST_COMMAND = 2_000
COMMON = "Common options"


def database_path(given: Path | None, ctx: typer.Context | None = None) -> Path:
    """The database that this command line means: its own --db, the one before the command, or the usual places."""
    if given is None:
        found = (ctx or _context()).find_root().obj
        given = found if isinstance(found, Path) else None
    return given if given is not None else Path(files.locate(None, os.environ, Path.cwd()))


def refuse_database(database: Path | None, *inputs: str | None) -> None:
    """InputError where the database that is meant, or its log, is given as something to read: SQLite alone opens it."""
    path = database_path(database)
    for given in inputs:
        if given and files.is_part(given, path):
            raise InputError(
                f"{one_line(given)} is the database itself, or its log: it is nothing to read from."
            )


def _context() -> Any:
    from typer._click.globals import get_current_context

    return get_current_context()


@contextmanager
def reading(database: Path | None) -> "Iterator[Session]":
    """A read-only session on the database that is meant."""
    from onrecord.db import engine

    with engine.reading(database_path(database)) as session:
        yield session


@contextmanager
def asking(database: Path | None) -> "Iterator[Reader]":
    """A plain reader of the database that is meant, for what only reads: it takes no mapper to start."""
    path = database_path(database)
    with explaining(path), readers.opened(str(path)) as reader:
        yield reader


@contextmanager
def writing(database: Path | None) -> "Iterator[Session]":
    """One operation on the database that is meant; the history shows the command line."""
    from onrecord.db import engine

    with engine.writing(database_path(database), command_line()) as session:
        yield session
    _tell_of_names(session)


@contextmanager
def changing(database: Path | None, *, rehearse: bool) -> "Iterator[Session]":
    """`writing`, or with `rehearse` the same without keeping anything."""
    if rehearse:
        from onrecord.db import engine

        with engine.rehearsing(database_path(database)) as session:
            yield session
        _tell_of_names(session)
    else:
        with writing(database) as session:
            yield session


def _tell_of_names(session: "Session") -> None:
    if session.info:
        from onrecord import speakers
        from onrecord.cli.output import remark

        for said in speakers.remarks(session):
            remark(f"{said}.")


def command_line() -> str:
    """What was typed, as a shell would read it again."""
    words = [word.encode("utf-8", "replace").decode() for word in sys.argv[1:]]
    return f"onrecord {shlex.join(words)}"[:LONGEST_COMMAND]


# --- completion ------------------------------------------------------------------------------------------------


def _completing(*asked: str) -> Callable[[typer.Context, str], list[str]]:
    """Completion by what is on record: of `asked` columns ("speakers.slug"), one after the other."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            return recorded.values(str(database_path(ctx.params.get("database"), ctx)), asked, incomplete)
        except (
            OnrecordError,
            sqlite3.Error,
        ):  # no database, no completions: never a message in the middle of a line
            return []

    # For the table of `onrecord.cli.quick`, which answers the same without Typer.
    complete.asked = asked  # type: ignore[attr-defined]
    return complete


Key = Annotated[
    str,
    typer.Argument(
        metavar="KEY",
        help="A statement (KEY, or its first letters), or one attribution of it (KEY@CITEKEY).",
        autocompletion=_completing("statements.key"),
        show_default=False,
    ),
]
Keys = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[KEY]...",
        help="Statements (KEY) or attributions (KEY@CITEKEY); - reads them from standard input.",
        autocompletion=_completing("statements.key"),
        show_default=False,
    ),
]
Named = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A statement (KEY), an attribution (KEY@CITEKEY), a claim, a source (citekey) or a speaker (slug).",
        autocompletion=_completing("statements.key", "claims.key", "sources.citekey", "speakers.slug"),
        show_default=False,
    ),
]
complete_speaker = _completing("speakers.slug")
complete_source = _completing("sources.citekey")
complete_claim = _completing("claims.key")
complete_tag = _completing("tags.name")
complete_key = _completing("statements.key")

Database = Annotated[
    Path | None,
    typer.Option(
        "--db",
        parser=database_file,
        metavar="FILE",
        help="The database. Default: ONRECORD_DB, else the nearest onrecord.db, else your data folder.",
        show_default=False,
        rich_help_panel=COMMON,
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON, for other programs.", rich_help_panel=COMMON)
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=0,
        help="How many at most; 0 is all. Default: 20 on a terminal, all in a pipe.",
        show_default=False,
    ),
]
ListLimit = Annotated[
    int | None,
    typer.Option("--limit", min=0, help="How many at most. Default: all.", show_default=False),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")]
