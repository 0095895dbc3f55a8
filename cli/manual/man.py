"""Pages for `man`: onrecord(1), onrecord-search(1), onrecord-add-quote(1) …

python -m onrecord.cli.manual.man FOLDER writes them into FOLDER. Building the wheel does so, with nothing but Python in
place: the pages go into share/man/man1.
"""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord import __version__
from onrecord.cli import pandoc_filter
from onrecord.cli.manual.roff import as_typed, bold, escaped, italic, request
from onrecord.cli.page import Page, Row, pages
from onrecord.settings import variable_of
from onrecord.settings.keys import KEYS

_STATUS = (
    ("0", "It was done; of a check: everything is in order."),
    ("1", "It could not be done, or a check found something: the message says what."),
    ("2", "The command line was wrong. Nothing was done."),
)
_VARIABLES = (
    ("ONRECORD_CONFIG", "The file of your settings."),
    ("PAGER", "What shows a text that is longer than the terminal. Default: less."),
    ("NO_COLOR", "Where it is set, nothing is coloured."),
)


def files() -> dict[str, str]:
    """Every page by the name of its file."""
    every = list(pages())
    made = {f"{page.name}.1": text(page, every) for page in every}
    made["onrecord-pandoc.1"] = _pandoc()
    return made


def text(page: Page, every: list[Page]) -> str:
    """A page, in roff."""
    lines = [
        *_head(page.name, page.summary),
        request("SH", "SYNOPSIS"),
        f"{bold(page.command)} {italic(page.usage)}",
        request("SH", "DESCRIPTION"),
    ]
    for number, paragraph in enumerate(page.paragraphs):
        lines += [".PP"] if number else []
        lines.append(escaped(paragraph))
    for title, rows in page.sections:
        lines.append(request("SH", title.upper()))
        for row in rows:
            lines += _row(row)
    if page.examples:
        lines += [request("SH", "EXAMPLES"), *as_typed(page.examples)]
    if not page.path:
        lines += _paragraphs("ENVIRONMENT", [*_settings(), *_VARIABLES])
    lines += _paragraphs("EXIT STATUS", _STATUS)
    return _whole([*lines, *_see_also(page, every)])


def _head(name: str, summary: str) -> list[str]:
    # No date: the same version gives the same page, whenever it is built.
    return [
        request("TH", name.upper(), "1", "", f"onrecord {__version__}", "onrecord"),
        ".nh",
        ".ad l",
        request("SH", "NAME"),
        f"{escaped(name)} \\- {escaped(summary.rstrip('.'))}",
    ]


def _row(row: Row) -> list[str]:
    head = bold(row.names[0])
    for name in row.names[1:]:
        head += f", {bold(name)}"
    if row.value:
        head += f" {italic(row.value)}"
    return [".TP", head, escaped(row.about)]


def _paragraphs(title: str, pairs: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[str]:
    lines = [request("SH", title)]
    for name, about in pairs:
        lines += [".TP", bold(name), escaped(about)]
    return lines


def _settings() -> list[tuple[str, str]]:
    """The variables that stand for settings."""
    return [(variable_of(key.name), key.help) for key in KEYS.values()]


def _see_also(page: Page, every: list[Page]) -> list[str]:
    """The page above, and those below or beside it."""
    if not page.path:
        names = [other.name for other in every if other.path] + ["onrecord-pandoc"]
    else:
        group = page.path.partition(" ")[0]
        names = ["onrecord", *(other.name for other in every if other.path.partition(" ")[0] == group)]
        names.remove(page.name)
    return [
        request("SH", "SEE ALSO"),
        ", ".join(f"{bold(name)}(1)" for name in names),
    ]


def _pandoc() -> str:
    lines = [*_head("onrecord-pandoc", "Put quotations and citations into a document that pandoc reads")]
    usage, _, rest = pandoc_filter.HELP.partition("\n\n")
    lines += [request("SH", "SYNOPSIS"), bold(usage.removeprefix("Usage: ")), request("SH", "DESCRIPTION")]
    lines += as_typed(tuple(rest.rstrip("\n").split("\n")))
    return _whole([*lines, request("SH", "SEE ALSO"), f"{bold('onrecord')}(1), {bold('pandoc')}(1)"])


def _whole(lines: list[str]) -> str:
    return "\n".join(['.\\" Made from the tables of the commands.', *lines, ""])


def main() -> None:
    """Writes every page into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in files().items():
        (folder / name).write_text(page, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
