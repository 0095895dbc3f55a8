"""Help, drawn from the tables of the commands."""

from __future__ import annotations

import sys

from onrecord.cli import contents
from onrecord.cli.terminal import Run, painted, width, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.cli.spec import Command, Parameter

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
    if path in contents.GROUPS:
        return _group(path, wide)
    entry = contents.find(path.split())[1]
    assert entry is not None
    module = contents.loaded(entry)
    command = module.COMMAND
    lines = _head(" ".join(["onrecord", path, *usage(command)]), contents.paragraphs(module), wide)
    arguments = [(placeholder(one), "", told(one)) for one in command.arguments() if one.help]
    lines += _panel("Arguments", arguments, wide)
    for title, options in panels_of(command).items():
        lines += _panel(title, [(", ".join(one.flags), value_of(one), told(one)) for one in options], wide)
    return [*lines, *_examples(command.examples, wide)]


def _group(path: str, wide: int) -> list[Line]:
    about = (
        [contents.COMMANDS[path].summary, *filter(None, [contents.NOTES.get(path)])]
        if path
        else list(contents.ABOUT)
    )
    lines = _head(f"onrecord{f' {path}' if path else ''} [OPTIONS] COMMAND [ARGS]...", about, wide)
    options = [contents.HELP] if path else [*contents.ROOT.parameters, contents.HELP]
    lines += _panel("Options", [(", ".join(one.flags), value_of(one), told(one)) for one in options], wide)
    panels: dict[str, list[tuple[str, str, str]]] = {}
    for name, entry in contents.GROUPS[path].items():
        panels.setdefault(entry.panel, []).append((name, "", entry.summary))
    # One column for the names of all panels, so that the eye goes straight down.
    column = max(map(len, contents.GROUPS[path]))
    for title, rows in panels.items():
        lines += _panel(title, rows, wide, column)
    if path == "config":
        from onrecord.settings.keys import KEYS

        lines += _panel("Settings", [(one.name, "", one.help) for one in KEYS.values()], wide)
    return lines


def _head(usage: str, paragraphs: Sequence[str], wide: int) -> list[Line]:
    lines: list[Line] = []
    for line in wrapped([("Usage: ", "bold yellow"), (usage, "bold")], wide - 2):
        lines.append([(" ", ""), *line])
    for number, paragraph in enumerate(paragraphs):
        lines.append([])
        lines += [[(" ", ""), *line] for line in wrapped([(paragraph, "dim" if number else "")], wide - 2)]
    return [*lines, []]


def panels_of(command: Command) -> Mapping[str, Sequence[Parameter]]:
    """The options by the titles they stand under, --help the last of all."""
    panels: dict[str, list[Parameter]] = {"Options": []}
    for one in command.options():
        panels.setdefault(one.panel or "Options", []).append(one)
    *_, last = panels
    panels[last].append(contents.HELP)
    return panels


def usage(command: Command) -> list[str]:
    """What stands behind the name of a command: [OPTIONS] KEY [TAG]..."""
    return ["[OPTIONS]", *[placeholder(one) for one in command.arguments()]]


def placeholder(one: Parameter) -> str:
    """What stands for an argument in a usage line: KEY, [TAG]..."""
    shown = one.metavar or (f"{one.name.upper()}..." if one.many else one.name.upper())
    return shown if one.required or shown.startswith("[") else f"[{shown}]"


def value_of(one: Parameter) -> str:
    """What stands for the value of an option, "" where it takes none: FILE."""
    if one.kind == "flag":
        return ""
    return one.metavar or {"whole": "NUMBER", "decimal": "NUMBER", "file": "FILE"}.get(one.kind, "TEXT")


def told(one: Parameter) -> str:
    """What a parameter is for, with its variable, its default, and whether it must be given."""
    notes = []
    if one.setting:
        notes.append(f"[setting: {one.setting}]")
    if one.default_shown and one.default not in (None, False):
        notes.append(f"[default: {one.default}]")
    if one.required and one.flags:
        notes.append("[required]")
    return " ".join([one.help, *notes])


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


def examples(text: str) -> tuple[str, Sequence[str]]:
    """The heading of a command's examples ("Example", "Examples"), and a line for each."""
    heading, _, rest = text.partition(":")
    return heading, [line.strip() for line in rest.replace("  ·  ", "\n").splitlines() if line.strip()]


def _examples(text: str, wide: int) -> list[Line]:
    """Examples as they are typed: what is wider than the terminal is for the terminal to break."""
    heading, lines = examples(text)
    return [[], [(f" {heading}:", "dim")], *[[("   ", ""), (line, "")] for line in lines]] if lines else []
