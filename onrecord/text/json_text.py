"""Values as JSON, two spaces further in for each level: what `json.dumps(value, ensure_ascii=False, indent=2)` writes.

Python's module loads what reads JSON along with what writes it, and for that regular expressions: half as long again as a command
takes that answers at once.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from json.encoder import py_encode_basestring as quoted
    from typing import Any
else:
    try:
        from _json import encode_basestring as quoted
    except ImportError:  # another Python than CPython
        from json.encoder import py_encode_basestring as quoted

_NO_NUMBERS = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}


def written(value: Any, line: str = "\n") -> str:
    """`value` as text; `line` begins each of its lines but the first. TypeError: it holds what JSON has no form for."""
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    inner = line + "  "
    if isinstance(value, dict):
        pairs = [f"{inner}{_name(name)}: {written(held, inner)}" for name, held in value.items()]
        return f"{{{','.join(pairs)}{line}}}" if pairs else "{}"
    if isinstance(value, list | tuple):
        held_there = [inner + written(held, inner) for held in value]
        return f"[{','.join(held_there)}{line}]" if held_there else "[]"
    if isinstance(value, float):
        number = float.__repr__(value)
        return _NO_NUMBERS.get(number, number)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def _name(name: object) -> str:
    return quoted(name if isinstance(name, str) else written(name))
