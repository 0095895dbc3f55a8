"""The same commands as a Typer application, made from their tables: for mistakes, help and the scripts of completion."""

from __future__ import annotations

from inspect import Parameter as FunctionParameter
from inspect import Signature
from math import isfinite
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from onrecord import __version__
from onrecord.cli import completion, contents, dispatch, help, page
from onrecord.cli.spec import LARGEST, Command, Parameter
from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


_TYPES: dict[str, type] = {
    "text": str,
    "file": str,
    "whole": int,
    "decimal": float,
    "language": str,
    "flag": bool,
}

_CONTEXT: dict[str, Any] = {"help_option_names": list(contents.HELP.flags)}


# What people type for the place of words, and how --locator says it.
_PLACES = {
    "--page": "9", "--pages": "9-11", "--paragraph": '"para. 9"', "--line": '"line 9"', "--chapter": '"ch. 9"',
    "--timestamp": "00:12:05",
}  # fmt: skip


class _Command(TyperCommand):
    """A command that has its help from the table."""

    table: Command
    path: str

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help.text(self.path))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return page.usage(self.table)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        unseen = {flag for parameter in self.table.parameters for flag in parameter.hidden}
        return [one for one in super().shell_complete(ctx, incomplete) if one.value not in unseen]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if self.table.dashed and (name := dispatch.unknown_option(self.table, args)):
            raise UsageError(f"There is no option {name}. See: onrecord {self.path} --help")
        words = list(args)
        if self.table.dashed:
            args = _sorted(self.table, args)
        try:
            rest = super().parse_args(ctx, args)
        except Exception as error:
            # The class is that of click, or of the copy of it that Typer may bring along.
            told: Any = error
            match type(error).__name__:
                case "MissingParameter":
                    self._refuse_missing(words)
                case "NoSuchOption" if told.option_name in _PLACES and self._has("--locator"):
                    raise UsageError(
                        f"There is no option {told.option_name}. Where the words stand is said with --locator, such as "
                        f"--locator {_PLACES[told.option_name]}. See: onrecord {self.path} --help"
                    ) from None
                case "BadParameter":
                    self._refuse_number(told.param.name, told.message.partition(" is not ")[0].strip("'"))
            raise
        for parameter in self.table.parameters:
            value = ctx.params.get(parameter.name)
            if parameter.closed and value is not None and value not in parameter.complete:
                name = " or ".join(parameter.flags) or parameter.shown()
                raise UsageError(
                    f"{name} takes one of {', '.join(parameter.complete)}, not {value!r}. See: onrecord {self.path} --help"
                )
            # No bound keeps out what is not a number.
            if parameter.kind == "decimal" and isinstance(value, float) and not isfinite(value):
                self._refuse_number(parameter.name, str(value))
            if parameter.kind == "language" and value:
                several = isinstance(value, list | tuple)
                ctx.params[parameter.name] = [_tag(one) for one in value] if several else _tag(value)
        return rest

    def _has(self, flag: str) -> bool:
        return any(flag in option.spellings for option in self.table.options())

    def _refuse_missing(self, words: Sequence[str]) -> None:
        """UsageError where several options are missing: all of them are named at once."""
        given = {word.partition("=")[0] for word in words}
        missing = [
            option
            for option in self.table.options()
            if option.required and given.isdisjoint(option.spellings)
        ]
        if len(missing) > 1:
            named = " and ".join(f"{one.flags[0]} {one.shown()}" for one in missing)
            raise UsageError(f"Give {named} too. See: onrecord {self.path} --help")

    def _refuse_number(self, parameter: str, typed: str) -> None:
        """UsageError where what is not a number, or too small or large a one, is given for one."""
        wanted = next((one for one in self.table.parameters if one.name == parameter), None)
        if wanted is None or wanted.kind not in ("whole", "decimal"):
            return
        number = "a whole number" if wanted.kind == "whole" else "a number"
        least, most = wanted.least, wanted.most
        if least is None and wanted.kind == "whole":
            least = 0
        if least is not None:
            most = LARGEST if most is None and len(typed) > len(str(LARGEST)) else most
            number += f" from {least:g} to {most:,}" if most is not None else f", {least:g} or more"
        elif most is not None:
            number += f" up to {most:g}"
        name = " or ".join(wanted.flags) or wanted.shown()
        raise UsageError(f"{name} takes {number}, not {typed!r}. See: onrecord {self.path} --help")


def _tag(typed: str) -> str:
    """The language that is meant; what is only spaces means none. InputError where it is none."""
    from onrecord.text.languages import typed as tag_of

    return tag_of(typed) if typed.strip() else typed


def _sorted(table: Command, words: Sequence[str]) -> list[str]:
    """The options in front, then the arguments behind "--": "-minded" is a word, and no letters that run together."""
    by_flag = {flag: one for one in (*table.parameters, contents.HELP) for flag in one.spellings}
    options: list[str] = []
    arguments: list[str] = []
    rest = list(words)[::-1]
    while rest:
        word = rest.pop()
        if word == "--":
            arguments += rest[::-1]
            break
        flag = word.partition("=")[0] if word.startswith("--") else word
        known = by_flag.get(flag)
        if known is not None:
            options.append(word)
            if known.kind != "flag" and flag == word and rest:
                options.append(rest.pop())
        elif word[:2] in by_flag and word[2:].isdigit():
            options.append(word)
        else:
            arguments.append(word)
    return [*options, "--", *arguments] if arguments else options


class _Group(TyperGroup):
    """A group that knows its commands' names and summaries, and loads a command only to run it."""

    path = ""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        # What is suggested for a typing error; never run.
        self.commands = {
            name: TyperCommand(name, help=entry.summary) for name, entry in contents.GROUPS[self.path].items()
        }

    def list_commands(self, ctx: Any) -> list[str]:
        return list(contents.GROUPS[self.path])

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        name, entry, _ = contents.find([*self.path.split(), cmd_name])
        if entry is not None:
            return made(name, entry)
        if self.path or cmd_name not in contents.GROUPS:
            return None
        summary = contents.COMMANDS[cmd_name].summary
        return typer.main.get_command(_group(type("_Inner", (_Group,), {"path": cmd_name}), summary))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help.text(self.path))


def _group(cls: type[_Group], summary: str) -> typer.Typer:
    group = typer.Typer(
        cls=cls,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings=_CONTEXT,
    )
    group.callback(help=summary)(lambda: None)
    return group


def made(path: str, entry: contents.Entry) -> Any:
    """The command of an entry, as Typer has it."""
    module = contents.loaded(entry)
    table: Command = module.COMMAND

    def run(context: typer.Context, **values: Any) -> None:
        module.run(**dispatch.checked(table, values, context.find_root().obj))

    own = FunctionParameter("context", FunctionParameter.KEYWORD_ONLY, annotation=typer.Context)
    listed = [own, *map(_parameter, table.parameters)]
    function: Any = run
    function.__signature__ = Signature(listed)
    function.__annotations__ = {one.name: one.annotation for one in listed}
    single = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    settings = {**_CONTEXT, **({"ignore_unknown_options": True} if table.dashed else {})}
    single.command(cls=_Command, context_settings=settings)(function)
    command: Any = typer.main.get_command(single)
    command.name = path.rpartition(" ")[2]
    command.table, command.path = table, path
    return command


def _parameter(parameter: Parameter) -> FunctionParameter:
    type_: Any = _TYPES[parameter.kind]
    if parameter.many:
        type_ = list[type_]
    details: dict[str, Any] = {"help": parameter.help, "metavar": parameter.metavar or None}
    if parameter.kind in ("whole", "decimal"):
        details |= {"min": parameter.least, "max": parameter.most}
    if parameter.kind == "whole":
        details |= {name: bound for name, bound in (("min", 0), ("max", LARGEST)) if details[name] is None}
    if parameter.complete:
        details["autocompletion"] = _completion(parameter)
    typer_parameter = (
        typer.Option(*parameter.spellings, **details) if parameter.flags else typer.Argument(**details)
    )
    default = None if parameter.setting else parameter.default
    if default is None and not parameter.required:
        type_ = type_ | None
    return FunctionParameter(
        parameter.name,
        FunctionParameter.KEYWORD_ONLY,
        annotation=Annotated[type_, typer_parameter],
        **({} if parameter.required else {"default": default}),
    )


def _completion(parameter: Parameter) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        database = ctx.params.get("database") or ctx.find_root().params.get("database")
        return completion.values(parameter.complete, incomplete, database)

    return complete


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_CONTEXT,
)


@app.callback(help=contents.ABOUT[0])
def onrecord(
    ctx: typer.Context,
    database: Annotated[
        str | None, typer.Option("--db", metavar="FILE", help=contents.DATABASE_HELP, show_default=False)
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    ctx.obj = database


def parameters(path: str, entry: contents.Entry) -> Sequence[Any]:
    """What Typer makes of the table of a command."""
    return tuple(made(path, entry).params)
