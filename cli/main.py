"""The entry point: small, so that a command starts without loading the others. Errors become exit codes here."""

import os
import sys
from typing import NoReturn

from onrecord import __version__
from onrecord.errors import AmbiguousError, OnrecordError, WordingError


def main() -> NoReturn:
    """Runs the command line and ends the process: 0 done, 1 it could not be done, 2 it was asked wrongly."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its escape; it is never a reason to fail.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    if sys.argv[1:] == ["--version"]:
        print(f"onrecord {__version__}")
        sys.exit(0)
    from onrecord.cli.app import app

    try:
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
