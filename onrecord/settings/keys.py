"""The settings that there are, what each may be, and which of them may stand beside a database."""

from __future__ import annotations

import os

from onrecord.errors import UsageError
from onrecord.model.record import record
from onrecord.text.clean import one_line, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Value = str | bool


@record()
class Key:
    """One setting. `beside`: harmless, so that a file beside a database may have it. `choices`: nothing else will do.

    `default` is what holds where nothing is settled; `example` stands in messages.
    """

    name: str
    help: str
    example: str
    default: Value | None = None
    choices: tuple[str, ...] = ()
    beside: bool = False
    switch: bool = False


KEYS: Mapping[str, Key] = {
    one.name: one
    for one in (
        Key("style", "The citation style, by its name; beside a database no file.", "apa", "apa", beside=True),
        Key("locale", "The language of months, terms and marks in citations; else the style's.", "de-DE", beside=True),
        Key("citekey-format", "How citekeys are made, as in Better BibTeX.", "auth.lower + year", beside=True),
        Key("database", "The database used where no folder from here upwards has one.", "~/quotes.db"),
        Key("editor", "The program that opens texts to write in; else VISUAL, EDITOR.", "nano"),
        Key("colour", "auto (unless NO_COLOR is set), always, never.", "never", "auto", ("auto", "always", "never")),
        Key("user", "Who your operations are by, in the history; else your login name.", "ma"),
        Key("backups", "The folder of backups; else one in your data folder.", "~/backups"),
        Key("auto-backup", "Whether onrecord makes backups by itself before large changes: true or false.", "false", True, switch=True),
        Key("auto-index", "Whether the index beside a large file is kept up in the background: true or false.", "false", True, switch=True),
        Key("stamp-authority", "The address of the time-stamping authority that is asked for stamps.", "https://tsa.example.org/tsr"),
        Key("recent", "Whether databases used lately are remembered: true or false.", "false", True, switch=True),
    )
}  # fmt: skip
# The history's word for what wrote to the file without onrecord: nobody else signs so.
_RESERVED = "another program"
# They mean the same in every folder.
_PATHS = ("database", "backups")
_LONGEST_USER, _LONGEST = 100, 1_000
_OTHER_WORDS = {
    "color": "colour", "lang": "locale", "language": "locale", "db": "database", "name": "user", "user-name": "user",
    "username": "user", "citation-style": "style", "csl": "style", "history": "recent", "citekey": "citekey-format",
    "pager": "editor", "backup": "backups", "autobackup": "auto-backup", "index": "auto-index",
    "autoindex": "auto-index",
}  # fmt: skip
_SWITCH = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


def key_of(name: str) -> Key:
    """The setting of this name. UsageError: there is none; the nearest is named."""
    if name in KEYS:
        return KEYS[name]
    raise UsageError(f"{unknown(name)} Settings: {', '.join(KEYS)}.")


def unknown(name: str) -> str:
    """That there is no such setting, and which one may be meant."""
    import difflib

    asked = name.strip().casefold().replace("_", "-")
    near = [asked] if asked in KEYS else difflib.get_close_matches(asked, KEYS, n=1)
    meant = _OTHER_WORDS.get(asked) or (near[0] if near else None)
    return f"There is no setting {one_line(name)[:80]!r}." + (f" Did you mean {meant}?" if meant else "")


def checked(key: Key, value: object) -> Value:
    """A value as the setting has it. UsageError: it can be none.

    Only its form is looked at: whether there is such a style or program says whoever uses it.
    """
    if key.switch:
        settled = value if isinstance(value, bool) else _SWITCH.get(str(value).casefold())
        if settled is None or not isinstance(value, bool | str):
            raise UsageError(f"{key.name} is true or false.")
        return settled
    if not isinstance(value, str):
        raise UsageError(f'{key.name} is a text in quotation marks, such as {key.name} = "{key.example}".')
    if not value.strip() or visible(value) != value or len(value) > _LONGEST:
        raise UsageError(
            f"{key.name} is one line of at most {_LONGEST:,} letters, without control characters, such as {key.example}."
        )
    if key.choices and value not in key.choices:
        raise UsageError(f"{key.name} is one of {', '.join(key.choices)}, not {value[:80]!r}.")
    if key.name in _PATHS and not os.path.isabs(os.path.expanduser(value)):
        raise UsageError(
            f"{key.name} is a whole path, from / or ~ on, such as {key.example}: not {value[:80]!r}."
        )
    if key.name == "user" and (len(value) > _LONGEST_USER or value.casefold() == _RESERVED):
        raise UsageError(
            f"user is a name of at most {_LONGEST_USER} letters, and not {_RESERVED!r}, which the history says of others."
        )
    return value


def checked_beside(key: Key, value: Value) -> Value:
    """The same for a value from beside a database. UsageError: it would lead elsewhere."""
    if not key.beside:
        raise UsageError(f"{key.name} is yours alone to settle, not for a file beside a database.")
    if key.name == "style" and ("/" in str(value) or "\\" in str(value) or str(value).endswith(".csl")):
        raise UsageError("Beside a database style is the name of a style, not a file.")
    return value
