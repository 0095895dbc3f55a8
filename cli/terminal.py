"""Styled text on a terminal, without rich, which takes longer to load than a search takes.

Styles are words of `_CODES` with spaces between (ECMA-48, "Select Graphic Rendition"). NO_COLOR and TERM=dumb are
honoured, and COLUMNS goes before the width that the terminal reports.
"""

from __future__ import annotations

import os
import sys

from onrecord.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_CODES = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "reverse": "7",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
}
_USUAL_WIDTH, _NARROWEST = 80, 10

# A stretch of text in one style ("" for none). Whatever comes from the database must have been made visible before.
Run = tuple[str, str]


def width() -> int:
    """The columns of the terminal."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isascii() and stated.isdigit() and int(stated) > 0:
        return int(stated)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH


def painted(runs: Iterable[Run]) -> str:
    """The runs with the codes of their styles, where the terminal takes any."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return "".join(text for text, _ in runs)
    return "".join(
        f"\x1b[{';'.join(_CODES[one] for one in style.split())}m{text}\x1b[0m" if style and text else text
        for text, style in runs
    )


def wrapped(runs: Sequence[Run], columns: int) -> list[list[Run]]:
    """The runs in lines of at most `columns` columns: broken at spaces and line ends, a longer word where it must be."""
    columns = max(columns, _NARROWEST)
    lines: list[list[Run]] = [[]]
    used = 0
    for text, style in _words(runs):
        if text == "\n":
            lines.append([])
            used = 0
            continue
        size = clean.width(text)
        if used + size > columns and used:
            if text == " ":
                lines.append([])
                used = 0
                continue
            _without_last_space(lines[-1])
            lines.append([])
            used = 0
        while size > columns:
            head, text = _split(text, columns)
            lines[-1].append((head, style))
            lines.append([])
            size = clean.width(text)
        if text == " " and not used and len(lines) > 1:
            continue
        lines[-1].append((text, style))
        used += size
    return lines


def _words(runs: Sequence[Run]) -> Iterable[Run]:
    """Single spaces, line ends, and the stretches between them."""
    for text, style in runs:
        offset = 0
        for index, character in enumerate(text):
            if character in " \n":
                if index > offset:
                    yield text[offset:index], style
                yield character, style
                offset = index + 1
        if offset < len(text):
            yield text[offset:], style


def _without_last_space(line: list[Run]) -> None:
    if line and line[-1][0] == " ":
        line.pop()


def _split(text: str, columns: int) -> tuple[str, str]:
    used = 0
    for index, character in enumerate(text):
        used += clean.width(character)
        if used > columns and index:
            return text[:index], text[index:]
    return text, ""
