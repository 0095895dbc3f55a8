"""The clipboard: the program of the desktop, else the terminal itself (OSC 52)."""

import base64
import os
import shutil
import subprocess
import sys
from typing import TextIO

from onrecord.errors import OnrecordError

# What each needs to work, as an environment variable; "" means nothing.
_PROGRAMS = (
    ("wl-copy", "WAYLAND_DISPLAY", ("wl-copy",)),
    ("xclip", "DISPLAY", ("xclip", "-selection", "clipboard")),
    ("xsel", "DISPLAY", ("xsel", "--clipboard", "--input")),
    ("pbcopy", "", ("pbcopy",)),
    ("clip.exe", "", ("clip.exe",)),
)
# What most terminals take in one sequence, in bytes of base64.
LONGEST_SEQUENCE = 74_994
SECONDS = 10


def copy(text: str, terminal: TextIO = sys.stderr) -> str:
    """Puts `text` on the clipboard and gives the sentence that says how. OnrecordError: there is no way to."""
    tried = []
    for name, needed, command in _PROGRAMS:
        program = shutil.which(name)
        if program is None or (needed and not os.environ.get(needed)):
            continue
        # Windows reads UTF-16 with its mark.
        data = text.encode("utf-16") if name == "clip.exe" else text.encode()
        try:
            # Some of these stay in the background to serve the clipboard: they must not hold our pipes.
            done = subprocess.run(
                [program, *command[1:]],
                input=data,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            tried.append(name)
            continue
        if done.returncode == 0:
            return f"Copied to the clipboard with {name}."
        tried.append(name)
    if terminal.isatty():
        sequence = base64.b64encode(text.encode()).decode()
        if len(sequence) > LONGEST_SEQUENCE:
            raise OnrecordError(
                "That is too long for the terminal's clipboard: write it to a file with -o FILE."
            )
        terminal.write(f"\x1b]52;c;{sequence}\x07")
        terminal.flush()
        return "Sent to the clipboard of the terminal (OSC 52); some terminals ask first, or ignore it."
    failed = f" ({', '.join(tried)} failed)" if tried else ""
    raise OnrecordError(
        f"There is no clipboard here{failed}: install wl-copy, xclip or xsel, or write to a file with -o FILE."
    )
