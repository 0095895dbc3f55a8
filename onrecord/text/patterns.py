"""Regular expressions that cost nothing until they are used.

A command that answers at once loads a hundred of them and uses a few; compiling the rest takes longer than the answer, and
so does loading `re` where none is used.

    >>> _DIGITS = lazy(r"[0-9]+")
    >>> _DIGITS.findall("12 of 30")
    ['12', '30']
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern


class _Lazy:
    """Stands for a compiled pattern: each attribute that is asked for is kept, so that it is looked up here once."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        import re

        found: object = getattr(re.compile(self.pattern), name)
        self.__dict__[name] = found
        return found


def lazy(pattern: str) -> Pattern[str]:
    """The pattern, compiled at its first use. Flags stand in it: (?i), (?m), (?x). re.error comes at that use too."""
    return _Lazy(pattern)  # type: ignore[return-value]
