"""Regular expressions that cost nothing until they are used, and little then.

A command that answers at once loads hundreds of them and uses a few; compiling the rest takes longer than the answer, and
so does loading `re` where none is used. Those that are used are kept compiled where `keep_in` says: the next process takes
them from there, as Python does its own modules.

    >>> _DIGITS = lazy(r"[0-9]+")
    >>> _DIGITS.findall("12 of 30")
    ['12', '30']
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Pattern
    from typing import Any, AnyStr

_folder: Callable[[], str] | None = None


class _Lazy:
    """Stands for a compiled pattern: each attribute that is asked for is kept, so that it is looked up here once."""

    def __init__(self, pattern: Any) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        attribute: object = getattr(compiled(self.pattern), name)
        self.__dict__[name] = attribute
        return attribute


def lazy(pattern: AnyStr) -> Pattern[AnyStr]:
    """The pattern, compiled at its first use. Flags stand in it: (?i), (?m), (?x). re.error comes at that use too."""
    return _Lazy(pattern)  # type: ignore[return-value]


def keep_in(folder: Callable[[], str]) -> None:
    """Has compiled patterns kept in files of the folder, which is asked for at the first one and made when needed."""
    global _folder
    _folder = folder


def folder() -> str | None:
    """Where patterns are kept; None where they are not."""
    return None if _folder is None else _folder()


def compiled(pattern: AnyStr) -> Pattern[AnyStr]:
    """The pattern compiled now, or before by another process. Only for patterns of the program: each is kept for good."""
    if _folder is not None:
        from onrecord.text import kept_patterns

        kept = kept_patterns.pattern(pattern, _folder)
        if kept is not None:
            return kept
    import re

    return re.compile(pattern)
