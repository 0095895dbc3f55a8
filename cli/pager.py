"""Long text on a terminal: through a pager where it does not fit, as git shows it."""

from __future__ import annotations

import os
import sys

_NOT_FOUND = (126, 127)  # what a shell says of a program that it cannot run


def show(text: str) -> None:
    """Prints a text; where it has more lines than the terminal, PAGER (or less) shows it."""
    pager = os.environ.get("PAGER", "less")
    if pager in ("", "cat") or not sys.stdin.isatty() or text.count("\n") < _rows():
        print(text, end="")
        return
    import subprocess

    # F: end at once what fits after all; R: colours as they are; X: leave it on the screen.
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    sys.stdout.flush()
    # A shell reads it, as git has it: PAGER may hold options.
    done = subprocess.run(pager, shell=True, input=text.encode(), env=environment, check=False)  # noqa: S602  (the user's own setting)
    if done.returncode in _NOT_FOUND:
        print(text, end="")


def _rows() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines or 24
    except (OSError, ValueError):
        return 24
