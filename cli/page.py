"""What a page says of a command, of a group of commands, or of onrecord itself, before anything draws it."""

from __future__ import annotations

from onrecord.cli import contents
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.cli.spec import Command, Parameter


@record()
class Row:
    """An argument, an option or a command: how it is written, what stands for its value (FILE), what it is for.

    `path`: of a command, the whole of its name ("add quote").
    """

    names: tuple[str, ...]
    value: str
    about: str
    path: str = ""


@record()
class Page:
    """A page: `path` is "add quote", or "" for onrecord itself; `usage` what stands behind that.

    The last of the sections are the options. `heading`: Example, or Examples.
    """

    path: str
    summary: str
    usage: str
    paragraphs: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
    heading: str
    examples: tuple[str, ...]

    @property
    def command(self) -> str:
        """What is typed: onrecord add quote."""
        return f"onrecord {self.path}".rstrip()

    @property
    def name(self) -> str:
        """The same as the name of a page: onrecord-add-quote."""
        return self.command.replace(" ", "-")


def pages() -> Iterator[Page]:
    """All of them: onrecord first, a group before what it holds."""
    yield page("")
    for name in contents.COMMANDS:
        yield page(name)
        for noun in contents.GROUPS.get(name, ()):
            yield page(f"{name} {noun}")


def page(path: str) -> Page:
    """That of a command, of a group, or of onrecord itself ("")."""
    return _group(path) if path in contents.GROUPS else _command(path)


def _command(path: str) -> Page:
    _, entry, _ = contents.find(path.split())
    assert entry is not None
    module = contents.loaded(entry)
    command = module.COMMAND
    arguments = tuple(
        Row((_placeholder(argument),), "", _told(argument))
        for argument in command.arguments()
        if argument.help
    )
    sections = [("Arguments", arguments)] if arguments else []
    sections += [(title, _options(options)) for title, options in _panels_of(command).items()]
    heading, examples = _examples(command.examples)
    return Page(
        path,
        entry.summary,
        " ".join(usage(command)),
        tuple(contents.paragraphs(module)),
        tuple(sections),
        heading,
        tuple(examples),
    )


def _group(path: str) -> Page:
    panels: dict[str, list[Row]] = {}
    for name, entry in contents.GROUPS[path].items():
        whole = f"{path} {name}".strip()
        panels.setdefault(entry.panel, []).append(Row((f"onrecord {whole}",), "", entry.summary, whole))
    sections = [(title, tuple(rows)) for title, rows in panels.items()]
    if path == "config":
        from onrecord.settings.keys import KEYS

        sections.append(("Settings", tuple(Row((key.name,), "", key.help) for key in KEYS.values())))
    options = [contents.HELP] if path else [*contents.ROOT.parameters, contents.HELP]
    about = [contents.COMMANDS[path].summary, contents.NOTES.get(path, "")] if path else contents.ABOUT
    return Page(
        path,
        contents.COMMANDS[path].summary if path else contents.ABOUT[0].partition(":")[0],
        "[OPTIONS] COMMAND [ARGS]...",
        tuple(filter(None, about)),
        (*sections, ("Options", _options(options))),
        "",
        (),
    )


def _options(options: Sequence[Parameter]) -> tuple[Row, ...]:
    return tuple(Row(option.flags, option.shown(), _told(option)) for option in options)


def usage(command: Command) -> list[str]:
    """What stands behind the name of a command: [OPTIONS] KEY [TAG]..."""
    return ["[OPTIONS]", *[_placeholder(argument) for argument in command.arguments()]]


def _placeholder(parameter: Parameter) -> str:
    """What stands for an argument in a usage line: KEY, [TAG]..."""
    shown = parameter.metavar or f"{parameter.shown()}{'...' if parameter.many else ''}"
    return shown if parameter.required or shown.startswith("[") else f"[{shown}]"


def _told(parameter: Parameter) -> str:
    """What a parameter is for, with its variable, its default, and whether it must be given."""
    notes = []
    if parameter.setting:
        notes.append(f"[setting: {parameter.setting}]")
    if parameter.default_shown and parameter.default not in (None, False):
        notes.append(f"[default: {parameter.default}]")
    if parameter.required and parameter.flags:
        notes.append("[required]")
    return " ".join([parameter.help, *notes])


def _panels_of(command: Command) -> Mapping[str, Sequence[Parameter]]:
    """The options by the titles they stand under, --help the last of all."""
    panels: dict[str, list[Parameter]] = {"Options": []}
    for option in command.options():
        panels.setdefault(option.panel or "Options", []).append(option)
    *_, last = panels
    panels[last].append(contents.HELP)
    return panels


def _examples(text: str) -> tuple[str, Sequence[str]]:
    """The heading of a command's examples ("Example", "Examples"), and a line for each."""
    heading, _, rest = text.partition(":")
    return heading, [line.strip() for line in rest.replace("  ·  ", "\n").splitlines() if line.strip()]
