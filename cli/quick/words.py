"""The words of a command line, for commands with few options: what click makes of them, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.cli.quick import LeftToTheCommand
from onrecord.frozen import record


@record()
class Given:
    """What was given: the options by their names without hyphens, flags as "", and the other words in their order."""

    options: Mapping[str, str]
    words: tuple[str, ...]

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A number in plain digits."""
        text = self.options.get(name, str(default))
        if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
            raise LeftToTheCommand
        return int(text)


def read(
    words: Sequence[str], *, valued: Sequence[str], flags: Sequence[str], dashed_words: bool = False
) -> Given:
    """Reads the words. An option may be given once; `dashed_words`: a word may begin with one hyphen.

    LeftToTheCommand for whatever is not so plain.
    """
    options: dict[str, str] = {}
    others: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            others += rest
            break
        if not word.startswith("-") or word == "-" or (dashed_words and not word.startswith("--")):
            others.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not word.startswith("--") or name in options:
            raise LeftToTheCommand
        if name in valued and (equals or rest):
            options[name] = value if equals else rest.pop(0)
        elif name in flags and not equals:
            options[name] = ""
        else:
            raise LeftToTheCommand
    return Given(options, tuple(others))
