"""The entry point: small, so that a command starts without loading the others. Errors become exit codes here."""

from __future__ import annotations

import os
import sys

from onrecord import __version__
from onrecord.cli import quick
from onrecord.errors import AmbiguousError, OnrecordError, WordingError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Runs the command line and ends the process: 0 done, 1 it could not be done, 2 it was asked wrongly."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its escape; it is never a reason to fail.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    if sys.argv[1:] == ["--version"]:
        print(f"onrecord {__version__}")
        sys.exit(0)

    try:
        if quick.answered(sys.argv[1:], os.environ):
            sys.stdout.flush()
            sys.stderr.flush()
            # Nothing is open any more, and taking the interpreter down in order takes as long as a search.
            os._exit(0)
        from onrecord.cli.app import app

        app(prog_name="onrecord")
    except OnrecordError as error:
        _explain(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader went away (`| head`). Nothing more can be said, and nothing went wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        print("Stopped; nothing was recorded.", file=sys.stderr)
        sys.exit(130)
    sys.exit(0)


def _explain(error: OnrecordError) -> None:
    from onrecord.cli.output import for_stream

    lines = [f"Error: {error.message}"]
    if isinstance(error, AmbiguousError):
        lines += [f"  {candidate}" for candidate in error.candidates]
    if isinstance(error, WordingError) and error.diff:
        lines += ["The nearest passage, [-as the source has it-] {+as it was given+}:", f"  {error.diff}"]
    for line in lines:
        print(for_stream(line, sys.stderr), file=sys.stderr)
