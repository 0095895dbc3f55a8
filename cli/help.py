"""Help, drawn from the tables of the commands."""

from __future__ import annotations

import sys

from onrecord.cli import contents
from onrecord.cli import page as pages
from onrecord.cli.terminal import Run, painted, width, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.cli.page import Page

# Narrower than this the frames are still drawn so wide.
NARROWEST = 40
# A name that is longer than this has its help below it.
_LONGEST_NAME = 30
Line = list[Run]


def asked(words: Sequence[str]) -> str | None:
    """The path of the command ("add quote") whose help a plain line asks for; None where it asks for none."""
    if not words or words[-1] not in contents.HELP.flags:
        return None
    name, entry, taken = contents.find(words[:-1])
    if len(words) != taken + 1 or (entry is None and name not in contents.GROUPS):
        return None
    return name


def tell(path: str) -> None:
    """Prints the help of a command, of a group, or of onrecord itself ("")."""
    if not sys.stdout.isatty():
        print(plain(path), end="")
        return
    from onrecord.cli.pager import show

    show(text(path))


def text(path: str) -> str:
    """The help of a command, of a group, or of onrecord itself (""), styled; for whatever is printed to a terminal."""
    return "".join(f"{painted(line)}\n" for line in _lines(path, max(width(), NARROWEST)))


def plain(path: str) -> str:
    """The same without styles."""
    return "".join(
        f"{''.join([text for text, _ in line])}\n" for line in _lines(path, max(width(), NARROWEST))
    )


def _lines(path: str, wide: int) -> list[Line]:
    page = pages.page(path)
    lines = _head(f"{page.command} {page.usage}", page.paragraphs, wide)
    if path not in contents.GROUPS:
        for title, rows in page.sections:
            lines += _panel(title, [(", ".join(row.names), row.value, row.about) for row in rows], wide)
        return [*lines, *_examples(page, wide)]
    *panels, (title, options) = page.sections
    lines += _panel(
        title, [(", ".join(option.names), option.value, option.about) for option in options], wide
    )
    # One column for the names of all panels, so that the eye goes straight down.
    column = max(map(len, contents.GROUPS[path]))
    for title, rows in panels:
        named = [(row.path.rpartition(" ")[2] or row.names[0], "", row.about) for row in rows]
        lines += _panel(title, named, wide, column if rows[0].path else 0)
    return lines


def _head(usage: str, paragraphs: Sequence[str], wide: int) -> list[Line]:
    lines: list[Line] = []
    for line in wrapped([("Usage: ", "bold yellow"), (usage, "bold")], wide - 2):
        lines.append([(" ", ""), *line])
    for number, paragraph in enumerate(paragraphs):
        lines.append([])
        lines += [[(" ", ""), *line] for line in wrapped([(paragraph, "dim" if number else "")], wide - 2)]
    return [*lines, []]


def _panel(title: str, rows: Sequence[tuple[str, str, str]], wide: int, column: int = 0) -> list[Line]:
    """Names, their values and help, in a frame."""
    if not rows:
        return []
    sizes = [len(name) + len(value) + (1 if value else 0) for name, value, _ in rows]
    column = column or max([size for size in sizes if size <= _LONGEST_NAME], default=_LONGEST_NAME)
    inner = wide - 4
    lines: list[Line] = [[(f"╭─ {title} ".ljust(wide - 1, "─") + "╮", "dim")]]
    for (name, value, about), size in zip(rows, sizes, strict=True):
        left: Line = [(name, "bold cyan"), *([(f" {value}", "bold yellow")] if value else [])]
        helped = wrapped([(about, "")], inner - column - 2)
        if size > column:
            lines.append(_framed(left, wide))
            left, size = [], 0
        for number, line in enumerate(helped):
            before: Line = (
                [*left, (" " * (column + 2 - size), "")] if not number else [(" " * (column + 2), "")]
            )
            lines.append(_framed([*before, *line], wide))
    lines.append([("╰" + "─" * (wide - 2) + "╯", "dim")])
    return lines


def _framed(line: Line, wide: int) -> Line:
    size = sum([len(text) for text, _ in line])
    return [("│", "dim"), (" ", ""), *line, (" " * (wide - 3 - size), ""), ("│", "dim")]


def _examples(page: Page, wide: int) -> list[Line]:
    """Examples as they are typed: what is wider than the terminal is for the terminal to break."""
    if not page.examples:
        return []
    return [[], [(f" {page.heading}:", "dim")], *[[("   ", ""), (line, "")] for line in page.examples]]
