"""What is settled, as commands use it: whether there is such a style, locale, formula or program."""

from __future__ import annotations

import os

from onrecord.errors import InputError, OnrecordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.settings.reading import Stated

NEWS = "news"


def usable(key: str, stated: Stated) -> str:
    """The value as an option would give it. InputError, with the place it is settled in: there is nothing of that name."""
    from onrecord.text.clean import one_line

    try:
        return known(key, str(stated.value))
    except OnrecordError as error:
        raise InputError(f"{one_line(stated.place)}: {error.message}", hint=error.hint) from None


def known(key: str, value: str) -> str:
    """The same for a value alone: an alias of a style as its name, a file by its whole path."""
    if key == "style":
        return _style(value)
    if key == "locale":
        from onrecord.cite.locales import known_locale

        return known_locale(value)
    if key == "citekey-format":
        from onrecord.text import citekeys

        citekeys.make(value, citekeys.Facts())
    if key == "editor":
        from onrecord.cli.editor import command

        command(value)
    return value


def _style(value: str) -> str:
    if value.lower() == NEWS:
        return NEWS
    from onrecord.cite import styles

    if value.endswith(".csl"):
        value = os.path.abspath(os.path.expanduser(value))
        styles.load(value)
    elif styles.file_of(value) is None:
        return styles.load(value).id  # a title, or what explains why there is none
    return styles.meant(value) or value
