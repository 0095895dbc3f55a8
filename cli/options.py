"""The options and arguments that several commands share, and the database they mean."""

from __future__ import annotations

import os
import sys

from onrecord import settings
from onrecord.cli.contents import DATABASE_HELP
from onrecord.cli.spec import ANYTHING, STATEMENTS, argument, flag, option
from onrecord.db import files
from onrecord.db import reader as readers
from onrecord.db.reports import explaining
from onrecord.errors import InputError, UsageError
from onrecord.model.light import contextmanager
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store
    from onrecord.errors import DatabaseError

# What the history keeps of a command line, in characters.
LONGEST_COMMAND = 2_000
# Who changes or removes more rows than this has a backup made first.
_MANY = 100
COMMON = "Common options"


def database_file(file: str | None) -> str:
    """The path of the database that a command line means: what it names, or the usual places."""
    return files.locate(file, os.environ, os.getcwd())


def settled(key: str, database: str | None) -> str | None:
    """What people have settled of `key` (`onrecord.settings`), as an option would give it; None where they have not."""
    setting = settings.stated(key, database_file(database))
    if setting is None:
        return None
    from onrecord.cli.settled import usable

    return usable(key, setting)


def csl_style(database: str | None, usual: str) -> str:
    """The settled style where it is one of CSL's, for what knows no other; else `usual`."""
    value = settled("style", database)
    return usual if value is None or value == "news" else value


def database_path(file: str | None) -> Path:
    """The same as a path."""
    from pathlib import Path

    return Path(database_file(file))


def refuse_database(database: str | None, *inputs: str | None) -> None:
    """InputError where the database that is meant, or its log, is given as something to read: SQLite alone opens it."""
    for given in inputs:
        if given and files.is_part(given, database_file(database)):
            raise InputError(
                f"{one_line(given)} is the database itself, or its log: it is nothing to read from."
            )


@contextmanager
def asking(database: str | None) -> Iterator[Reader]:
    """A plain reader of the database that is meant, for what only reads."""
    path = database_file(database)
    with explaining(path), readers.opened(path) as reader:
        if told := readers.disturbed(path, reader.connection):
            _warn(told)
        _remember(path)
        yield reader


def _remember(path: str) -> None:
    """Has a database named where none is found; mostly it is the one of the last time already."""
    if settings.used_last() != os.fsencode(os.path.realpath(path)):
        from onrecord.cli import recent

        recent.note(path)


def _warn(told: DatabaseError) -> None:
    from onrecord.cli.hints import told as in_words
    from onrecord.cli.output import remark

    remark(
        f"{in_words(str(told), told.hint)}. Until then outcomes of checks may be older than the wordings beside them.",
        loud=True,
    )


@contextmanager
def recording(
    database: str | None,
    *,
    rehearse: bool = False,
    command: str | None = None,
    backup: str = "",
    backs_up: bool = True,
    many: bool = False,
) -> Iterator[Store]:
    """One operation on the database that is meant, kept unless it is a rehearsal; the history shows `command`, else the command line.

    What it is before is backed up where `backup` says what it does, or where much is changed, unless it must not be kept (`backs_up`).
    """
    from onrecord.db import store as stores

    path = database_file(database)
    with stores.writing(path, command or command_line(), rehearse=rehearse, many=many) as store:
        _remember(path)
        yield store
        if backs_up and not rehearse and (backup or store.connection.total_changes > _MANY):
            _back_up(path, store, backup)
    _tell_of_names(store)


def _back_up(path: str, store: Store, what: str) -> None:
    """Keeps what stood there before: nothing of the operation is committed yet, and a reader sees nothing of it."""
    changed = (
        "SELECT sum(last_row_id - row_id + 1) FROM changes JOIN operations ON operations.id = operation_id AND open "
        "WHERE kind <> 'insert'"
    )
    if what or (store.value(changed) or 0) > _MANY:
        from onrecord.db import kept

        kept.before(path, what or "change")


def _tell_of_names(store: Store) -> None:
    if store.info:
        from onrecord.cli.output import remark
        from onrecord.speakers.write import remarks_on_names

        for said in remarks_on_names(store):
            remark(f"{said}.")


def command_line(*words: str) -> str:
    """What was typed (or `words`), as a shell would read it again."""
    words = tuple([word.encode("utf-8", "replace").decode() for word in words or sys.argv[1:]])
    return f"onrecord {' '.join(map(shell_word, words))}"[:LONGEST_COMMAND]


def shell_word(word: str) -> str:
    """A word as a shell must be given it; as `shlex.quote` has it, which loads `re` to see whether it must be quoted."""
    plain = word.isascii() and all(letter.isalnum() or letter in "_@%+=:,./-" for letter in word)
    return word if word and plain else "'" + word.replace("'", "'\"'\"'") + "'"


def asked_by_nobody() -> bool:
    """Whether no person is there to be asked something."""
    return not (sys.stdin.isatty() and sys.stdout.isatty())


def confirm(told: str, question: str, *, refused: str, alone: str = "") -> None:
    """Says what is at stake and asks for a yes. UsageError: `refused` without one; what is told and `alone` where nobody is there."""
    from onrecord.cli.plain import say

    if asked_by_nobody():
        raise UsageError(f"{told} {alone}".rstrip())
    say(told, loud=True)
    print(f"{question} [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError(refused)


KEY = argument(
    "key",
    help="A statement (KEY, or its first letters), or one attribution of it (KEY@CITEKEY).",
    metavar="KEY",
    required=True,
    complete=STATEMENTS,
)
KEYS = argument(
    "keys",
    help="Statements (KEY) or attributions (KEY@CITEKEY); - reads them from standard input.",
    metavar="[KEY]...",
    many=True,
    complete=STATEMENTS,
)
NAMED = argument(
    "name",
    help="A statement (KEY), attribution (KEY@CITEKEY), source (citekey), speaker (slug), claim, stance (KEY/CLAIM), link "
    "(KEY/KEY, CLAIM/CLAIM), verdict (CLAIM/REVIEWER), office (SPEAKER/TITLE) or tag; its NOUN in front says which is meant: tag sanctions.",
    metavar="[NOUN] NAME",
    many=True,
    required=True,
    complete=ANYTHING,
)

DATABASE = option(
    "--db",
    help=DATABASE_HELP,
    name="database",
    metavar="FILE",
    kind="file",
    panel=COMMON,
)
AS_JSON = flag("--json", help="Print JSON, for other programs.", name="as_json", panel=COMMON)
LIMIT = option(
    "--limit",
    "-n",
    help="Show at most this many; 0 shows all. Default: 20 on a terminal, all in a pipe.",
    kind="whole",
    least=0,
)
LIST_LIMIT = option("--limit", "-n", help="Show at most this many. Default: all.", kind="whole", least=0)
OUTPUT = option("--output", "-o", help="Write to this file. Default: -, standard output.", metavar="FILE")
REPLACING = flag("--force", help="Overwrite the --output file if it exists.")
DRY_RUN = flag("--dry-run", help="Show what would happen, and change nothing.")
