"""Any script in the letters of ASCII, as a person would type it: one place that knows the package and when to load it."""

from __future__ import annotations

import sys

from onrecord.model.light import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_RAW_DEFLATE = -15


def romanised(text: str) -> str:
    """The text in ASCII letters, case kept; letters nobody has a Latin spelling for are left out."""
    if text.isascii():
        return text
    folder = _tables()
    if folder is None:
        return _by_package()(text)
    spelled = []
    for character in text:
        number = ord(character)
        table = _table(folder, number >> 8) if number > 0x7F else ()
        spelled.append(character if number <= 0x7F else "".join(table[number & 0xFF : (number & 0xFF) + 1]))
    return "".join(spelled)


@cache
def _by_package() -> Callable[[str], str]:
    from anyascii import anyascii

    return anyascii


@cache
def _tables() -> str | None:
    """The folder of the package's tables; None where they do not lie there as they are known, in an archive for instance.

    The package reads them by what reads resources out of archives too, which takes longer to load than a search takes.
    """
    import os

    spec = next((one for finder in sys.meta_path if (one := finder.find_spec("anyascii", None))), None)
    folder = os.path.join(os.path.dirname(spec.origin), "_data") if spec is not None and spec.origin else ""
    return folder if os.path.isfile(os.path.join(folder, "000")) else None


@cache
def _table(folder: str, number: int) -> tuple[str, ...]:
    """The spellings of 256 characters, or of the first of them; empty where none of them has any."""
    import zlib

    try:
        with open(f"{folder}/{number:03x}", "rb") as file:
            return tuple(zlib.decompress(file.read(), _RAW_DEFLATE).decode("ascii").split("\t"))
    except FileNotFoundError:
        return ()
