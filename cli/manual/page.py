"""What a page says of a command, of a group of commands, or of onrecord itself, before anything draws it."""

from __future__ import annotations

from onrecord.cli import contents, help
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.cli.spec import Parameter


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
    """A page: `path` is "add quote", or "" for onrecord itself; `usage` what stands behind that."""

    path: str
    summary: str
    usage: str
    paragraphs: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
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
    yield _group("")
    for name in contents.COMMANDS:
        if name not in contents.GROUPS:
            yield _command(name)
            continue
        yield _group(name)
        for noun in contents.GROUPS[name]:
            yield _command(f"{name} {noun}")


def variables() -> dict[str, list[str]]:
    """The variables that give values to parameters, with the commands that read them."""
    read: dict[str, list[str]] = {}
    for path, entries in contents.GROUPS.items():
        for name, entry in entries.items():
            if name not in contents.GROUPS:
                for one in contents.loaded(entry).COMMAND.parameters:
                    if one.environ:
                        read.setdefault(one.environ, []).append(f"{path} {name}".strip())
    return read


def _command(path: str) -> Page:
    _, entry, _ = contents.find(path.split())
    assert entry is not None
    module = contents.loaded(entry)
    command = module.COMMAND
    arguments = tuple(
        Row((help.placeholder(one),), "", help.told(one)) for one in command.arguments() if one.help
    )
    sections = [("Arguments", arguments)] if arguments else []
    sections += [(title, _options(options)) for title, options in help.panels_of(command).items()]
    return Page(
        path,
        entry.summary,
        " ".join(help.usage(command)),
        tuple(contents.paragraphs(module)),
        tuple(sections),
        tuple(help.examples(command.examples)[1]),
    )


def _group(path: str) -> Page:
    panels: dict[str, list[Row]] = {}
    for name, entry in contents.GROUPS[path].items():
        whole = f"{path} {name}".strip()
        panels.setdefault(entry.panel, []).append(Row((f"onrecord {whole}",), "", entry.summary, whole))
    options = [contents.HELP] if path else [*contents.ROOT.parameters, contents.HELP]
    sections = [*((title, tuple(rows)) for title, rows in panels.items()), ("Options", _options(options))]
    about = (contents.COMMANDS[path].summary,) if path else contents.ABOUT
    return Page(
        path,
        contents.COMMANDS[path].summary if path else contents.ABOUT[0].partition(":")[0],
        "[OPTIONS] COMMAND [ARGS]...",
        about,
        tuple(sections),
        (),
    )


def _options(options: Sequence[Parameter]) -> tuple[Row, ...]:
    return tuple(Row(one.flags, help.value_of(one), help.told(one)) for one in options)
