"""Compiled regular expressions from one process to the next, a file each.

What is kept is what `re` hands to the engine in C, which looks through it before it takes it. It holds for one version of
Python alone, so every version has a folder of its own. This is a help and no more: where a file cannot be read or written,
is damaged, or Python has changed its inner names, the pattern is compiled as ever and nobody is told.
"""

from __future__ import annotations

import sys

from onrecord.model import kept
from onrecord.model.light import cache, import_module, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Pattern
    from typing import Any, AnyStr

    # What the engine is made from: pattern, flags, code, number of groups, groups by name, names by group.
    Parts = tuple[str | bytes, int, list[int], int, dict[str, int], tuple[str | None, ...]]
# What may go wrong with a damaged file, or another Python than those that are known.
_AMISS = (OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, RuntimeError, OverflowError)


def pattern(text: AnyStr, root: Callable[[], str]) -> Pattern[AnyStr] | None:
    """The pattern compiled, out of the file that was kept or after keeping it below `root()`; None where that fails.

    re.error: it is no regular expression.
    """
    path = _path(text, root)
    if path is None:
        return None
    made: Pattern[AnyStr] | None = _read(path, text) or _made_and_written(path, text)
    return made


def _path(text: str | bytes, root: Callable[[], str]) -> str | None:
    """The file of a pattern; None where this is no Python whose engine is known."""
    folder = _folder(root)
    if folder is None:
        return None
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b"\0" + text
    # Two patterns of one name do no harm: each file says whose it is.
    return f"{folder}/{import_module('_imp').source_hash(1, data).hex()}"


@cache
def _folder(root: Callable[[], str]) -> str | None:
    if sys.implementation.name != "cpython":
        return None
    try:
        # The engine's own number, and the whole version: tables of Unicode go into the code.
        return f"{root()}/patterns/{sys.implementation.cache_tag}-{sys.hexversion:x}-{import_module('_sre').MAGIC}"
    except _AMISS:
        return None


def _read(path: str, text: str | bytes) -> Any:
    import marshal

    try:
        with open(path, "rb") as file:
            parts = marshal.loads(file.read())  # noqa: S302  (in a folder of the user's own)
        return _engine(parts) if parts[0] == text else None
    except _AMISS:
        return None


def _made_and_written(path: str, text: str | bytes) -> Any:
    try:
        parts = _parts(text)
        pattern = _engine(parts)
    except _AMISS:
        return None
    if not sys.dont_write_bytecode:  # who wants no files of Python's wants none of these
        with suppress(*_AMISS):
            import marshal

            kept.write(path, marshal.dumps(parts))
    return pattern


def _parts(text: str | bytes) -> Parts:
    """As `re` makes them; AttributeError or ImportError where it makes them otherwise."""
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(text, 0)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code: list[int] = [int(number) for number in compiler._code(parsed, 0)]
    return text, int(state.flags), code, state.groups - 1, state.groupdict, tuple(names)


def _engine(parts: Parts) -> Any:
    return import_module("_sre").compile(*parts)
