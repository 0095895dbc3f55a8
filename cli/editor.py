"""The editor of whoever sits here: the setting, else VISUAL, else EDITOR, else one that most machines have."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess

from onrecord import settings
from onrecord.errors import InputError, UsageError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_USUAL = ("sensible-editor", "nano", "vim", "vi", "emacs")


def command(typed: str) -> list[str]:
    """An editor with its options, as words. UsageError: they are none, or there is no such program."""
    try:
        words = shlex.split(typed)
    except ValueError:
        words = []
    if not words:
        raise UsageError(
            f"{typed[:80]!r} is no command: write a program and its options, such as 'code --wait'."
        )
    words[0] = os.path.expanduser(words[0])
    if os.sep in words[0] and not os.path.isabs(words[0]):
        raise UsageError(
            f"{words[0][:80]!r} depends on the folder one is in: give the whole path of the program."
        )
    if shutil.which(words[0]) is None:
        raise UsageError(f"There is no program {words[0][:80]!r} on this machine to edit with.")
    return words


def chosen() -> list[str]:
    """The editor to start. InputError: there is none, or what is settled is none."""
    # Never what stands beside a database: whoever sent it would choose a program to run.
    if found := settings.stated("editor"):
        return _from(found.place, str(found.value))
    return unsettled()


def unsettled() -> list[str]:
    """The same without a look at the settings."""
    for name in ("VISUAL", "EDITOR"):
        if os.environ.get(name, "").strip():
            return _from(name, os.environ[name])
    for name in _USUAL:
        if shutil.which(name):
            return [name]
    raise InputError("No editor is known. Say which with: onrecord config set editor PROGRAM")


def _from(place: str, typed: str) -> list[str]:
    try:
        return command(typed)
    except UsageError as error:
        raise InputError(f"{one_line(place)}: {error.message}") from None


def edit(path: str, editor: Sequence[str] | None = None) -> None:
    """Opens a file and waits until the editor ends. InputError: it cannot be started, or failed."""
    words = [*(editor or chosen()), os.path.abspath(path)]
    try:
        code = subprocess.run(words, check=False).returncode
    except OSError as error:
        raise InputError(f"{words[0]} cannot be started: {error.strerror}.") from None
    if code:
        raise InputError(f"{words[0]} ended with {code}: nothing was done with {path}.")
