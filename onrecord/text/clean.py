"""Hostile text: what a terminal must not obey, what a database must not be given, what a spreadsheet must not run.

Invisible characters follow Unicode's General_Category (Cc, Cf, Zl, Zp, Cs); bidi controls are those of UAX #9.
"""

from __future__ import annotations

import unicodedata

from onrecord.errors import InputError
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

# ZWNJ, ZWJ and variation selectors are letters' business; tags and the rest of Cf are shown as what they are.
_HARMLESS = frozenset("\u200c\u200d")
_CONTROL = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REFUSED = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Of what str.isprintable says no to.
_SUSPECT = lazy(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Full-width signs calculate where letters are full-width.
_FORMULA = lazy(r"[=+\-@＝＋－＠\t\r\n]")
_NUMBER = lazy(r"[+-]?\d+(?:[.,]\d+)*%?")


def visible(text: str, *, multiline: bool = False) -> str:
    """`text` with every control, bidi and invisible character spelled out (<U+202E>), so that none is obeyed.

    Line ends and tabs stay with `multiline`, and become spaces without. Soft hyphens, which show nothing, go.
    """

    if text.isprintable():
        return text

    def shown(match: Match[str]) -> str:
        character = match[0]
        if character in "\n\t":
            return character if multiline else " "
        return "" if character == "\u00ad" else f"<U+{ord(character):04X}>"

    return _SUSPECT.sub(shown, text)


def one_line(text: str) -> str:
    """`text` visible, in one line, runs of white space as one space."""
    return " ".join(visible(text).split())


def check_input(text: str, what: str) -> str:
    """`text` without surrounding white space, if it can be stored; InputError names `what` cannot.

    Refused are characters that were not readable (lone surrogates) and control characters, NUL among them.
    """
    if text.isprintable() or not _REFUSED.search(text):
        return text.strip()
    for position, character in enumerate(text):
        if "\ud800" <= character <= "\udfff":
            raise InputError(f"In {what}, character {position + 1} is not valid UTF-8.")
        if _CONTROL.match(character):
            name = "NUL" if character == "\0" else f"the control character U+{ord(character):04X}"
            raise InputError(f"In {what}, character {position + 1} is {name}: take it out.")
    return text.strip()


def csv_safe(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection); plain numbers stay as they are."""
    if _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def width(text: str) -> int:
    """The number of terminal columns `text` takes: 2 for wide and full-width letters, 0 for combining marks."""
    columns = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns
