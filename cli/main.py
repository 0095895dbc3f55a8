"""The entry point: small, so that a command starts without loading the others. Errors become exit codes here."""

from __future__ import annotations

import errno
import gc
import os
import sys

from onrecord.cli import imports

imports.prepare()  # before there is more to import

from onrecord import __version__
from onrecord.cli import dispatch, streams
from onrecord.errors import AmbiguousError, OnrecordError, WordingError
from onrecord.text import patterns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

# Of these nothing is wanted but what they print: they stop when nobody reads it. All others do their work.
_LEAVE_NOTHING = (
    "status",
    "search",
    "whosaid",
    "variants",
    "trace",
    "stats",
    "timeline",
    "show",
    "list",
    "text",
    "history",
    "where",
    "styles",
)
# Of objects that were made and are still there, when Python looks through them for rings that nobody holds. It usually does at 700,
# which is every few modules of a program that is loaded, and a command leaves no rings behind that are worth it.
_OBJECTS = 50_000
# So many statements FTS5 ranks in a few hundredths of a second, whatever the word: up to there no index is worth its room.
_LARGE = 100_000
# What has something to do when the interpreter ends (temporary folders, threads, logs) has loaded one of these.
_WOUND_UP = {"atexit", "threading"}
_ONLY_PRINT = (
    "status",
    "search",
    "whosaid",
    "variants",
    "trace",
    "stats",
    "timeline",
    "show",
    "list",
    "text",
    "cite",
    "styles",
    "extract",
    "export",
    "history",
    "where",
    "mcp",
)


def main() -> NoReturn:
    """Runs the command line and ends the process: 0 done, 1 it could not be done, 2 it was asked wrongly.

    128 and its number where a signal stopped it.
    """
    gc.set_threshold(_OBJECTS, 20, 20)
    streams.prepare()
    patterns.keep_in(_cache_folder)
    _settle_colour()
    _look_at_switches()
    words = sys.argv[1:] = _asked(sys.argv[1:])
    command = dispatch.name_of(words)
    if command.partition(" ")[0] in _ONLY_PRINT:
        streams.stop_when_lost()
    at_once, code = False, 0
    try:
        at_once = _at_once(words, command)
        if not at_once:
            _with_typer()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if code and _signalled():
            code = _stopped(command)
    except KeyboardInterrupt:
        code = _stopped(command)
    except Exception as error:  # noqa: BLE001  (what is no error of ours is raised again)
        code = _stopped(command) if _signalled() else _explained(error)
    _tell_passed_over()
    code = streams.finish(code)
    _keep_index_up()
    if command.partition(" ")[0] in _LEAVE_NOTHING or not _WOUND_UP & sys.modules.keys():
        # Nothing is open any more, and taking the interpreter down in order takes as long as a search.
        os._exit(code)
    sys.exit(code)


def _keep_index_up() -> None:
    """After something was recorded in a large file: see `background`."""
    written = sys.modules.get("onrecord.db.committed")
    statements, database = written.largest() if written is not None else (0, "")
    if statements >= _LARGE and not _signalled():
        from onrecord.cli import background

        background.perhaps(database)


def _cache_folder() -> str:
    from onrecord import settings

    return settings.folder_of("cache")


def _settle_colour() -> None:
    """Has NO_COLOR say what is settled, for all that prints, and for the programs that are started."""
    from onrecord import settings

    try:
        colour = settings.stated("colour")
    except OnrecordError:
        return  # who needs the file says what is wrong with it; without it there is still something to be read
    if colour is not None and colour.value == "never":
        os.environ["NO_COLOR"] = "1"
    elif colour is not None and colour.value == "always":
        os.environ.pop("NO_COLOR", None)


def _look_at_switches() -> None:
    """Notes what is wrong with the variables of settings that stop nobody where they say nothing that can be."""
    for key in ("colour", "auto-backup", "auto-index", "recent"):
        if f"ONRECORD_{key.upper().replace('-', '_')}" in os.environ:
            from onrecord import settings

            try:
                settings.stated(key)
            except OnrecordError as error:
                if (told := error.message).startswith("ONRECORD_"):
                    sys.modules["onrecord.settings.reading"].noticed[told] = None


def _tell_passed_over() -> None:
    """Names what stands in files of settings and is none."""
    reading = sys.modules.get("onrecord.settings.reading")
    for told in reading.noticed if reading is not None else ():
        print(told, file=sys.stderr)


def _asked(words: list[str]) -> list[str]:
    """The line that is meant: "help COMMAND" is "COMMAND --help", and a line without a command asks for the status."""
    if words[:1] == ["help"]:
        return [*words[1:], "--help"]
    if "_ONRECORD_COMPLETE" not in os.environ and not dispatch.after_options(words)[0]:
        return [*words, "status"]
    return words if "_ONRECORD_COMPLETE" in os.environ else dispatch.ordered(words)


def _at_once(words: Sequence[str], command: str) -> bool:
    """Whether the line was answered without Typer."""
    if "_ONRECORD_COMPLETE" in os.environ:
        return _completed()
    if words == ["--version"]:
        print(f"onrecord {__version__}")
        return True
    if words[-1:] in (["--help"], ["-h"]):
        from onrecord.cli import help

        path = help.asked(words)
        if path is not None:
            help.tell(path)
        return path is not None
    if command.partition(" ")[0] not in _LEAVE_NOTHING:
        _catch_signals()
    run = dispatch.found(words)
    if run is not None:
        run()
    return run is not None


def _completed() -> bool:
    from onrecord.cli import completion

    try:
        lines = completion.completions(os.environ)
    except completion.NotPlain:
        return False
    if lines:
        print(lines)
    return True


def _catch_signals() -> None:
    from onrecord.cli import interrupt

    interrupt.catch()


def _with_typer() -> None:
    _catch_signals()
    from onrecord.cli.typer_app import app

    app(prog_name="onrecord")


def _explained(error: Exception) -> int:
    """Says what went wrong; the exit code. What is no error of ours, or of the system's, is raised again."""
    if isinstance(error, OnrecordError):
        _explain(error)
        return error.exit_code
    if streams.lost() and isinstance(error, OSError):
        return 1  # why is said at the end
    if isinstance(error, UnicodeEncodeError) and (odd := _not_utf8()) is not None:
        _explain(OnrecordError(f"{odd} is not valid UTF-8, and nothing on record has such a name."))
        return 1
    if not isinstance(error, OSError):
        damage = _damage()
        if damage is None:
            raise error
        _explain(damage)
        return damage.exit_code
    if error.errno != errno.EPIPE:
        name = f"{error.filename}: " if isinstance(error.filename, str) else ""
        told = f"{name}{error.strerror or error}."
        _explain(
            OnrecordError("The folder you are in was removed. Go to another one." if _nowhere() else told)
        )
    return 1


def _not_utf8() -> str | None:
    """The first word of the command line that is no text, as bytes; a file may have such a name, nothing on record."""
    for word in sys.argv[1:]:
        if any("\ud800" <= letter <= "\udfff" for letter in word):
            return repr(word.encode("utf-8", "surrogateescape"))[1:]
    return None


def _nowhere() -> bool:
    """Whether the current folder was removed meanwhile."""
    try:
        os.getcwd()  # noqa: PTH109  (pathlib takes longer to load than an answer)
    except FileNotFoundError:
        return True
    return False


def _damage() -> OnrecordError | None:
    """What is wrong with the database, where that is what it failed on."""
    files = sys.modules.get("onrecord.db.files")
    if files is None or not files.opened:
        return None
    from onrecord.db import damage

    return damage.found(files.opened[-1])


def _as_it_stands(message: str) -> str:
    """An operation that failed recorded nothing; a command may have ended others before."""
    written = sys.modules.get("onrecord.db.committed")
    if written is None or not written.committed():
        return message
    return message.replace("; nothing was recorded", "; what was recorded before that stands")


def _explain(error: OnrecordError) -> None:
    from onrecord.cli.hints import told
    from onrecord.cli.output import for_stream

    lines = [f"Error: {told(_as_it_stands(error.message), error.hint)}"]
    if isinstance(error, AmbiguousError):
        lines += [f"  {candidate}" for candidate in error.candidates]
    if error.hint is not None and error.hint.step == "make_database":
        from onrecord.cli import recent

        lines += recent.told()
    if isinstance(error, WordingError) and error.diff:
        lines += [
            "What stands nearest to it, with [-what only the source has-] and {+what only you have+}:",
            f"  {error.diff}",
        ]
    for line in lines:
        print(for_stream(line, sys.stderr), file=sys.stderr)


def _signalled() -> bool:
    """Whether a signal was caught: then whatever else went wrong came of it."""
    interrupt = sys.modules.get("onrecord.cli.interrupt")
    return interrupt is not None and interrupt.got() is not None


def _stopped(command: str) -> int:
    """Says what stands; the exit code."""
    from onrecord.cli import interrupt

    streams.end()
    written = sys.modules.get("onrecord.db.committed")
    if written is not None and written.committed():
        usual = "what was recorded before that stands. See: onrecord history"
    else:
        usual = "" if command in _ONLY_PRINT else "nothing was recorded."
    return interrupt.tell(interrupt.said(usual))
