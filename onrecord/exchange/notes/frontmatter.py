"""The fields at the top of a note: YAML between two lines of hyphens.

Written in the JSON subset of YAML 1.2, line by line so that people can edit it. Read with the types of JSON alone: a day
stays the text that it is, and `no` is a word. Anchors are refused: a note of a few lines could mean gigabytes.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from onrecord.errors import InputError
from onrecord.model.records import Json
from onrecord.text.patterns import lazy

FENCE = "---"
LARGEST = 1 << 20
_OTHER_TYPES = ("true", "false", "null")
_PLAIN_NAME = lazy(r"[A-Za-z_][A-Za-z0-9_-]*")


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """YAML with the types of JSON (YAML 1.2.2, section 10.2), and without anchors."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise InputError("it points at another place of itself (*).")
        return super().compose_node(parent, index)


for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("null", "null|~|", ["n", "~", ""]),
    ("int", r"-?(?:0|[1-9]\d*)", "-0123456789"),
    ("float", r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", lazy(f"(?a)(?:{_pattern})$"), _first)


def split(note: str) -> tuple[str, str] | None:
    """The front matter, without its fences, and the rest of the note; None where it has none."""
    lines = note.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in (FENCE, "..."):
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
    return None


def read(text: str) -> Json:
    """The fields. InputError: it is larger than `LARGEST`, not YAML, or no mapping; the message says why only."""
    if len(text) > LARGEST:
        raise InputError(f"its front matter is larger than {LARGEST >> 20} MiB.")
    try:
        fields = yaml.load(text, _Loader)  # noqa: S506  (a loader of JSON's types alone)
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise InputError(
            f"its front matter is not YAML: {error.problem or 'it cannot be read'}{line}."
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InputError("its front matter cannot be read as YAML.") from None
    if not isinstance(fields, dict) or not all(isinstance(name, str) for name in fields):
        raise InputError("its front matter is not a list of fields.")
    return fields


def write(fields: Json) -> str:
    """The front matter with its fences and a line end. Fields without a value are left out."""
    lines = [
        line
        for name, value in fields.items()
        if value not in (None, [], {})
        for line in _member(name, value, "")
    ]
    return "\n".join([FENCE, *lines, FENCE, ""])


def _member(name: str, value: object, indent: str) -> Iterator[str]:
    plain = _PLAIN_NAME.fullmatch(name) and name not in _OTHER_TYPES
    head = f"{indent}{name if plain else _scalar(name)}:"
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        yield head
        for one in value:
            first = True
            for inner, held in one.items():
                for line in _member(inner, held, f"{indent}    "):
                    yield f"{indent}  - {line[len(indent) + 4 :]}" if first else line
                    first = False
            if first:
                yield f"{indent}  - {{}}"
    elif isinstance(value, list) and value:
        yield head
        yield from (f"{indent}  - {_scalar(one)}" for one in value)
    else:
        yield f"{head} {_scalar(value)}"


def _scalar(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # What YAML does not count as printable (section 5.1), or some readers take for a line end.
    return "".join(one if one.isprintable() or one == " " else _escaped(one) for one in written)


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
