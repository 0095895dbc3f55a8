"""Hostile text: what a terminal must not obey, what a database must not be given, what a spreadsheet must not run.

Invisible characters follow Unicode's General_Category (Cc, Cf, Zl, Zp, Cs); bidi controls are those of UAX #9.
"""

from __future__ import annotations

import unicodedata

from onrecord.errors import InputError
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match
    from typing import Literal

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
# In characters: how much is brought into its form at a time, and how far is looked for a place where it may be divided.
_AT_ONCE, _NEAR = 1_000, 64


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


# Of a name, in characters: the longest names of offices and committees have three hundred.
LONGEST_NAME = 1_000


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


def check_name(text: str, what: str) -> str:
    """A name as `check_input` gives it. InputError: it is none, or longer than `LONGEST_NAME`."""
    if len(text) > LONGEST_NAME:
        raise InputError(
            f"{what[:1].upper()}{what[1:]} has {len(text):,} characters; {LONGEST_NAME:,} are the most."
        )
    return check_input(text, what)


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


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form; only behind a thousand marks in a row may it be another one than Unicode's.

    Python compares each mark behind a letter with those before it: a hundred thousand of them would take minutes.

    >>> normalized("NFC", "e" + chr(0x301)), normalized("NFKD", "ﬁ")
    ('é', 'fi')
    """
    if len(text) <= _AT_ONCE or text.isascii():
        return unicodedata.normalize(form, text)
    return "".join([unicodedata.normalize(form, part) for part in _parts(text)])


def is_composed(text: str) -> bool:
    """Whether a text is in NFC."""
    if len(text) <= _AT_ONCE:
        return unicodedata.is_normalized("NFC", text)
    return text.isascii() or all(unicodedata.is_normalized("NFC", part) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = _place(text, start + _AT_ONCE)
        yield text[start:end]
        start = end


def _place(text: str, at: int) -> int:
    """The next place from `at` on where two parts have the forms that they have together; one near it where there is none."""
    for place in range(at, min(at + _NEAR, len(text))):
        if _begins(text[place]):
            return place
    return min(at + _NEAR, len(text))


def _begins(character: str) -> bool:
    """Whether no form joins a character to those before it: letters and digits, but for the vowels and finals of Hangul, and the
    half-width marks of kana."""
    if character.isascii():
        return True
    if (
        "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
        or "\uff9e" <= character <= "\uffdc"
    ):
        return False
    return unicodedata.category(character)[0] in "LN"
