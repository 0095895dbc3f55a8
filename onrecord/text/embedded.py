"""JSON that people put into a page: nothing in it can end the script that it stands in, or begin anything."""

import json

from onrecord.text.patterns import lazy

# What HTML takes for the end of a script, a comment or a character reference, what JavaScript once took for a line end,
# and halves of characters, which no file can hold. In JSON they stand inside strings only.
_ESCAPED = lazy("[<>&\u2028\u2029\ud800-\udfff]")


def dumps(value: object, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """`value` as JSON; other letters as they are, or `ascii_only` none beyond ASCII. ValueError: a number is none (NaN)."""
    written = json.dumps(value, ensure_ascii=ascii_only, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
