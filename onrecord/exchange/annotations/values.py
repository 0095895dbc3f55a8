"""JSON of anybody's: read within bounds, and asked for what should be there without trusting that it is."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Noted
from onrecord.exchange.texts import field_in_json, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line

# The largest JSON document that is read, in bytes: it is held in memory whole.
LARGEST = 256 << 20


def load(stream: BinaryIO, name: str) -> tuple[object, list[Noted]]:
    """The document, and what is to be noted of its reading. InputError: it is larger than `LARGEST`, no text, or not JSON."""
    read = read_text(stream, name, largest=LARGEST)
    return parsed(read.text, name), list(notes(read, field_in_json))


def parsed(document: str, name: str) -> object:
    """A JSON document. InputError: it is none."""
    shown = one_line(name)
    try:
        return json.loads(document, strict=False)
    except json.JSONDecodeError as error:
        raise InputError(f"{shown} is not JSON: {error.msg} in line {error.lineno}.") from None
    except (ValueError, RecursionError):
        raise InputError(f"{shown} holds a number too long or brackets too deep to read.") from None


def as_list(value: object) -> list[object]:
    """What may be one or several, as several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def nodes(value: object) -> Iterator[Json]:
    """The objects among one or several."""
    return (one for one in as_list(value) if isinstance(one, dict))


def text(value: object) -> str | None:
    """The first text that is not empty among one or several, without surrounding white space; JSON-LD may say its language."""
    given = (one.get("@value") if isinstance(one, dict) else one for one in as_list(value))
    return next((one.strip() for one in given if isinstance(one, str) and one.strip()), None)


def types(node: Json) -> set[str]:
    """The types of a JSON-LD node, without their prefixes."""
    named = as_list(node.get("type")) + as_list(node.get("@type"))
    return {
        one.rpartition(":")[2].rpartition("/")[2].rpartition("#")[2] for one in named if isinstance(one, str)
    }
