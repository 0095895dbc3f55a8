"""Files of settings, read: TOML of a few lines, each `key = value`."""

from __future__ import annotations

from onrecord.errors import Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.settings.keys import KEYS, checked, checked_beside, key_of, unknown
from onrecord.text.clean import one_line
from onrecord.text.unread import unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.settings.keys import Value

LARGEST = 64 << 10  # bytes


@record()
class Stated:
    """A value and where it is from: `origin` is "environment", "folder", "user" or "default", `place` the variable or file."""

    value: Value
    origin: str
    place: str


@record()
class Problem:
    """Why a file is not TOML; `line` is 0 where it cannot be said."""

    told: str
    line: int


# What was passed over in the files that were read, for whoever talks to the user; each once.
noticed: dict[str, None] = {}


def text_of(path: str) -> str:
    """A file's text. InputError: it cannot be read, is too large or is no UTF-8."""
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise unread(path, error) from None
    if len(content) > LARGEST:
        raise InputError(f"{one_line(path)} is larger than 64 KiB: that is not a settings file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(f"{one_line(path)}, line {line}: it is not UTF-8.") from None


def parsed(text: str) -> Mapping[str, object] | Problem:
    """What a text says as TOML, or why it says nothing."""
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        return Problem("it is nested too deep", 0)
    except ValueError as error:  # also a number of more digits than Python reads
        told, _, place = str(error).partition(" (at ")
        words = place.rstrip(")").replace(",", "").split()
        if words[:1] == ["line"] and words[1].isdigit():
            line = int(words[1])
        else:
            line = len(text.rstrip().splitlines()) if place else 0
        return Problem(told[:1].lower() + told[1:], line)


def read(path: str) -> Mapping[str, object]:
    """What the file says, known or not; nothing where there is no file. InputError: it is not TOML, with the line."""
    from onrecord.settings import is_file

    if not is_file(path):
        return {}
    values = parsed(text_of(path))
    if isinstance(values, Problem):
        line = f", line {values.line}" if values.line else ""
        raise InputError(
            f"{one_line(path)}{line}: this is not TOML ({values.told}).", hint=Hint("mend_settings")
        )
    return values


def stated(key: str, variable: tuple[str, str] | None, beside: str | None, own: str) -> Stated | None:
    """What is settled of `key`: in the variable (its name and value), the file beside a database, or the user's own.

    InputError: a value is none of the key's, or a file is not TOML.
    """
    if variable is not None:
        name, text = variable
        return Stated(_value(key, text, name), "environment", name)
    if beside is not None and (found := _beside(key, beside)) is not None:
        return Stated(found, "folder", beside)
    given = read(own)
    _notice(one_line(own), given)
    return Stated(_value(key, given[key], own), "user", own) if key in given else None


def _beside(key: str, path: str) -> Value | None:
    """What the file beside a database says, where it may say it."""
    values = read(path)
    _notice(one_line(path), values)
    for name in values:
        if name in KEYS and not KEYS[name].beside:
            told = f"{name} is taken from your own settings only, and passed over here."
            noticed[f"{one_line(path)}: {told}"] = None
    if key not in values or not KEYS[key].beside:
        return None
    try:
        return checked_beside(KEYS[key], checked(KEYS[key], values[key]))
    except UsageError as error:
        raise InputError(f"{one_line(path)}: {error.message}") from None


def problem_of(name: str, value: object, *, beside: bool) -> str | None:
    """What is wrong with a line of a file; None where nothing is."""
    if name not in KEYS:
        return unknown(name)
    try:
        settled = checked(KEYS[name], value)
        if beside:
            checked_beside(KEYS[name], settled)
    except UsageError as error:
        return error.message
    return None


def _value(key: str, value: object, place: str) -> Value:
    try:
        return checked(key_of(key), value)
    except UsageError as error:
        raise InputError(f"{one_line(place)}: {error.message}") from None


def _notice(path: str, keys: Iterable[str]) -> None:
    for name in keys:
        if name not in KEYS:
            noticed[f"{path}: {unknown(name)}"] = None
