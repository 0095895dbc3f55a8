"""The options and arguments that several commands share, and the database they mean."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from onrecord.db import engine
from onrecord.db.models import Claim, Source, Speaker, Statement, Tag
from onrecord.errors import OnrecordError

# What the history keeps of a command line, in characters.
LONGEST_COMMAND = 2_000
COMMON = "Common options"


def database_path(given: Path | None, ctx: typer.Context | None = None) -> Path:
    """The database that this command line means: its own --db, the one before the command, or the usual places."""
    if given is None:
        found = (ctx or _context()).find_root().obj
        given = found if isinstance(found, Path) else None
    return engine.locate(given, os.environ, Path.cwd())


def _context() -> Any:
    from typer._click.globals import get_current_context

    return get_current_context()


@contextmanager
def reading(database: Path | None) -> Iterator[Session]:
    """A read-only session on the database that is meant."""
    with engine.reading(database_path(database)) as session:
        yield session


@contextmanager
def writing(database: Path | None) -> Iterator[Session]:
    """One operation on the database that is meant; the history shows the command line."""
    with engine.writing(database_path(database), command_line()) as session:
        yield session


@contextmanager
def changing(database: Path | None, *, rehearse: bool) -> Iterator[Session]:
    """`writing`, or with `rehearse` the same without keeping anything."""
    if rehearse:
        with engine.rehearsing(database_path(database)) as session:
            yield session
    else:
        with writing(database) as session:
            yield session


def command_line() -> str:
    """What was typed, as a shell would read it again."""
    words = [word.encode("utf-8", "replace").decode() for word in sys.argv[1:]]
    return f"onrecord {shlex.join(words)}"[:LONGEST_COMMAND]


# --- completion ------------------------------------------------------------------------------------------------


def _completing(*columns: InstrumentedAttribute[str]) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            with engine.reading(database_path(ctx.params.get("database"), ctx)) as session:
                return [
                    value
                    for column in columns
                    for value in session.scalars(
                        select(column)
                        .where(column.startswith(incomplete, autoescape=True))
                        .order_by(column)
                        .limit(50)
                    )
                ]
        except OnrecordError:  # no database, no completions: never a message in the middle of a line
            return []

    return complete


Key = Annotated[
    str,
    typer.Argument(
        metavar="KEY",
        help="A statement (KEY, or its first letters), or one attribution of it (KEY@CITEKEY).",
        autocompletion=_completing(Statement.key),
        show_default=False,
    ),
]
Keys = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[KEY]...",
        help="Statements (KEY) or attributions (KEY@CITEKEY); - reads them from standard input.",
        autocompletion=_completing(Statement.key),
        show_default=False,
    ),
]
Named = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A statement (KEY), an attribution (KEY@CITEKEY), a claim, a source (citekey) or a speaker (slug).",
        autocompletion=_completing(Statement.key, Claim.key, Source.citekey, Speaker.slug),
        show_default=False,
    ),
]
complete_speaker = _completing(Speaker.slug)
complete_source = _completing(Source.citekey)
complete_claim = _completing(Claim.key)
complete_tag = _completing(Tag.name)
complete_key = _completing(Statement.key)

Database = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="FILE",
        help="The database. Default: ONRECORD_DB, else the nearest onrecord.db, else your data folder.",
        show_default=False,
        rich_help_panel=COMMON,
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON, for other programs.", rich_help_panel=COMMON)
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")]
