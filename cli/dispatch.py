"""Runs a command whose line is plain, by the table of its parameters and without Typer.

What is not plain (help in the middle, a mistake, letters run together) is left to Typer, which is made from the same
table and explains. Where this answers, Typer would give the same values.
"""

from __future__ import annotations

from onrecord.cli import contents, spec
from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from onrecord.cli.spec import Command, Parameter


_DIGITS = len(str(spec.LARGEST))


def found(words: Sequence[str]) -> Callable[[], None] | None:
    """What runs the command line; None where Typer is to read it. UsageError for a value that no command takes."""
    rest, database = after_options(words)
    _, entry, taken = contents.find(rest)
    if entry is None:
        return None
    module = contents.loaded(entry)
    command: Command = module.COMMAND
    values = read(command, rest[taken:])
    if values is None:
        return None
    values = checked(command, values, database)
    run: Callable[..., None] = module.run
    return lambda: run(**values)


def ordered(words: Sequence[str]) -> list[str]:
    """The line with the command in front, where options of it stand before its name or before its noun: list --json speakers.

    The line as it is where it names none that takes them.
    """
    rest, _ = after_options(words)
    before = list(words[: len(words) - len(rest)])
    group = rest[:1] if rest and rest[0] in contents.GROUPS else []
    behind = rest[len(group) :]
    if (
        not behind
        or not behind[0].startswith("-")
        or behind[0] in (contents.HELP.spellings if group else _ROOT)
    ):
        return list(words)
    for index, word in enumerate(behind):
        path, entry, taken = contents.find([*group, word, *behind[index + 1 :]])
        if word == "--":
            break
        if entry is None or not path or taken == len(group):
            continue
        command: Command = contents.loaded(entry).COMMAND
        if _are_options(command, behind[:index]):
            named = [*group, *behind[index : index + taken - len(group)]]
            return [*before, *named, *behind[:index], *behind[index + taken - len(group) :]]
    if not group and _are_options(contents.loaded(contents.HIDDEN["status"]).COMMAND, behind):
        return [*before, "status", *behind]
    return list(words)


_ROOT = {flag for one in (*contents.ROOT.parameters, contents.HELP) for flag in one.spellings}


def _are_options(command: Command, words: Sequence[str]) -> bool:
    """Whether these are options of the command and their values, and nothing else."""
    by_flag = {flag: one for one in command.options() for flag in one.spellings}
    rest = list(words)[::-1]
    while rest:
        flag, equals, _ = rest.pop().partition("=")
        option = by_flag.get(flag)
        if option is None:
            return False
        if option.kind != "flag" and not equals:
            if not rest:
                return False
            rest.pop()
    return True


def name_of(words: Sequence[str]) -> str:
    """The command that a line asks for ("add quote"), whatever stands before it; "" where it names none."""
    return contents.find(after_options(words)[0])[0]


def checked(command: Command, values: Mapping[str, Any], database: str | None) -> dict[str, Any]:
    """The values, with the --db that stood before the command and what people have settled.

    UsageError where the name of a file is empty; InputError where what is settled can be nothing.
    """
    complete = dict(values)
    if command.acts:
        from onrecord.cli.plain import hush

        hush(complete.pop(spec.QUIET.name, False))
    elif complete.pop(spec.UNREMARKED.name, False):
        from onrecord.cli.plain import hush_remarks

        hush_remarks()
    if complete.get("database", "") is None:
        complete["database"] = database
    for parameter in command.parameters:
        if parameter.kind == "file" and complete[parameter.name] == "":
            raise UsageError(
                f"The name of the {parameter.name} is empty. Is the variable set that it comes from?"
            )
    for parameter in command.parameters:
        if parameter.setting and complete[parameter.name] is None:
            from onrecord.cli.options import settled

            value = settled(parameter.setting, complete.get("database"))
            complete[parameter.name] = parameter.default if value is None else value
    return complete


def read(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """A value for every parameter, None for what may be settled; None for a line that is not plain, or wrong."""
    by_flag = {flag: parameter for parameter in command.parameters for flag in parameter.spellings}
    values: dict[str, Any] = {}
    arguments: list[str] = []
    rest = list(words)[::-1]
    while rest:
        word = rest.pop()
        if word == "--":
            arguments += rest[::-1]
            break
        if not word.startswith("-") or word == "-":
            arguments.append(word)
            continue
        flag, equals, text = word.partition("=") if word.startswith("--") else (word, "", "")
        option = by_flag.get(flag)
        if option is None:
            # Letters that run together ("-n5") and help are for Typer.
            if not command.dashed or word.startswith("--") or word == "-h" or _runs_together(word, by_flag):
                return None
            arguments.append(word)
        elif option.kind == "flag":
            if equals:
                return None
            values[option.name] = True
        else:
            if not equals:
                if not rest:
                    return None
                text = rest.pop()
            if not _put(values, option, text):
                return None
    if not _placed(values, command, arguments):
        return None
    return _completed(values, command)


def _runs_together(word: str, by_flag: Mapping[str, Parameter]) -> bool:
    """Whether it is an option of one letter with its number behind: -n5."""
    return word[:2] in by_flag and word[2:].isdigit()


def unknown_option(command: Command, words: Sequence[str]) -> str | None:
    """The first word in front of a "--" that looks like a long option and is none."""
    by_flag = {flag: parameter for parameter in command.parameters for flag in parameter.spellings}
    rest = list(words)[::-1]
    while rest:
        word = rest.pop()
        if word == "--":
            return None
        flag, equals, _ = word.partition("=")
        option = by_flag.get(flag)
        if option is None and len(word) > 2 and word.startswith("--") and word != "--help":
            return flag
        if option is not None and option.kind != "flag" and not equals and rest:
            rest.pop()
    return None


def after_options(words: Sequence[str]) -> tuple[Sequence[str], str | None]:
    """The words after a --db in front, and its value."""
    if words[:1] == ["--db"] and len(words) > 1:
        return words[2:], words[1]
    if words and words[0].startswith("--db="):
        return words[1:], words[0][len("--db=") :]
    return words, None


def _put(values: dict[str, Any], parameter: Parameter, text: str) -> bool:
    """Whether the text is a value of the parameter; then it is put there."""
    value = _value(parameter, text)
    if value is None:
        return False
    if parameter.many:
        values.setdefault(parameter.name, []).append(value)
    else:
        values[parameter.name] = value
    return True


def _value(parameter: Parameter, text: str) -> Any:
    if parameter.closed and text not in parameter.complete:
        return None
    if parameter.kind == "whole":
        # Other ways to write a number are for Typer to read.
        if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
            return None
        return _within(parameter, int(text))
    if parameter.kind == "decimal":
        whole, _, part = text.partition(".")
        if not (text.isascii() and whole.isdigit() and (part or "0").isdigit() and len(text) < 16):
            return None
        return _within(parameter, float(text))
    if parameter.kind == "language" and text.strip():
        from onrecord.text.languages import tag

        return tag(text)
    return text


def _within(parameter: Parameter, number: float) -> float | None:
    below = parameter.least is not None and number < parameter.least
    above = parameter.most is not None and number > parameter.most
    return None if below or above else number


def _placed(values: dict[str, Any], command: Command, words: Sequence[str]) -> bool:
    """Whether the words without an option are as many as the arguments take; then they are put there."""
    rest = list(words)
    for argument in command.arguments():
        if argument.many:
            for word in rest:
                if not _put(values, argument, word):
                    return False
            rest = []
        elif rest and not _put(values, argument, rest.pop(0)):
            return False
    return not rest


def _completed(values: dict[str, Any], command: Command) -> dict[str, Any] | None:
    for parameter in command.parameters:
        if parameter.name in values:
            continue
        if parameter.required:
            return None
        values[parameter.name] = None if parameter.setting else parameter.default
    return values
