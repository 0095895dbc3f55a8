"""The arguments of a call, by the schema of its tool: only what `offers` uses of JSON Schema is understood here."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.mcp.protocol import repeated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
_NAMES = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


def taken(schema: dict[str, Any], value: object, what: str = "The arguments") -> Any:
    """What was given, if the schema lets it be, with defaults put in. UsageError says what is wrong, and where."""
    kind = schema["type"]
    # 3.0 is a whole number of JSON, and true is none.
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, _KINDS[kind]) or (isinstance(value, bool) and kind != "boolean"):
        raise UsageError(f"{what} must be {_NAMES[kind]}.")
    if isinstance(value, dict):
        return _object(schema, value, what)
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema["maxItems"]:
            raise UsageError(f"{what}: from {schema.get('minItems', 0)} to {schema['maxItems']} are taken.")
        return [taken(schema["items"], one, f"{what}, number {index}") for index, one in enumerate(value, 1)]
    if isinstance(value, str):
        return _text(schema, value, what)
    if kind == "integer" and not schema["minimum"] <= value <= schema["maximum"]:
        raise UsageError(f"{what} must be from {schema['minimum']} to {schema['maximum']}.")
    return value


def _object(schema: dict[str, Any], values: dict[str, Any], what: str) -> dict[str, Any]:
    known: dict[str, Any] = schema["properties"]
    for name in values:
        if name not in known:
            raise UsageError(f"There is no argument {repeated(name)}. Known are: {', '.join(known)}.")
    # What is null was left out.
    there = {name: value for name, value in values.items() if value is not None}
    for name in schema["required"]:
        if name not in there:
            raise UsageError(f"{what}: {name} is missing.")
    defaults = {name: one["default"] for name, one in known.items() if "default" in one}
    return {**defaults, **{name: taken(known[name], value, name) for name, value in there.items()}}


def _text(schema: dict[str, Any], text: str, what: str) -> str:
    if len(text) > schema["maxLength"]:
        raise UsageError(f"{what} is longer than {schema['maxLength']:,} characters.")
    if "enum" in schema and text not in schema["enum"]:
        raise UsageError(f"{what}: {repeated(text)} is none of {', '.join(schema['enum'])}.")
    # Lone halves of a character are no text, and SQLite takes neither them nor NUL.
    return (
        "".join([" " if "\ud800" <= one <= "\udfff" or one == "\0" else one for one in text])
        if not text.isprintable()
        else text
    )
