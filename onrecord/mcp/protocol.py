"""Messages of JSON-RPC 2.0 as the Model Context Protocol has them, and its versions. No streams and no database here.

Versions up to 2025-11-25 begin with a handshake (`initialize`); later ones say with every request which they are of.
"""

from __future__ import annotations

import json

from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from onrecord.model.records import Json

    Id = str | int

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603
# Of versions with a handshake alone.
RESOURCE_NOT_FOUND = -32002
UNSUPPORTED_VERSION = -32022

WITH_HANDSHAKE = ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
WITHOUT_HANDSHAKE = ("2026-07-28",)
# The only one in which several messages may come as a list.
WITH_BATCHES = "2025-03-26"

VERSION_KEY = "io.modelcontextprotocol/protocolVersion"
CAPABILITIES_KEY = "io.modelcontextprotocol/clientCapabilities"
CLIENT_KEY = "io.modelcontextprotocol/clientInfo"
SERVER_KEY = "io.modelcontextprotocol/serverInfo"

# In characters: how much of what was asked an error repeats.
_REPEATED = 80


class Fault(Exception):
    """What is answered with an error of the protocol."""

    def __init__(self, code: int, message: str, data: object = None) -> None:
        super().__init__(message)
        self.code, self.message, self.data = code, message, data


class Message:
    """A request (with an id), or a notification (without)."""

    __slots__ = ("id", "method", "params")

    def __init__(self, id: Id | None, method: str, params: dict[str, Any]) -> None:
        self.id, self.method, self.params = id, method, params


def parsed(line: bytes) -> object:
    """The JSON of a line. Fault: it is none."""
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Fault(PARSE_ERROR, "This line is no JSON in UTF-8.") from None


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is not a number of JSON")


def id_of(value: object) -> Id | None:
    """The id that an answer to `value` must have; None where there is none that may be used."""
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def is_answer(value: object) -> bool:
    """Whether it answers something: nothing was asked here, so that there is nothing to do."""
    return isinstance(value, dict) and "method" not in value and ("result" in value or "error" in value)


def message(value: object) -> Message:
    """The request or notification that one JSON value is. Fault: it is neither."""
    if not isinstance(value, dict):
        raise Fault(INVALID_REQUEST, "A message is a JSON object.")
    if value.get("jsonrpc") != "2.0":
        raise Fault(INVALID_REQUEST, 'A message has "jsonrpc": "2.0".')
    method, params = value.get("method"), value.get("params", {})
    if not isinstance(method, str):
        raise Fault(INVALID_REQUEST, "A message names its method.")
    if "id" in value and id_of(value) is None:
        raise Fault(INVALID_REQUEST, "The id of a request is a string or a whole number.")
    if not isinstance(params, dict):
        if "id" not in value:
            return Message(None, method, {})
        raise Fault(INVALID_PARAMS, "The parameters of a request are a JSON object.")
    return Message(id_of(value), method, params)


def result(id: Id | None, answer: Json) -> Json:
    """The answer to a request that could be met."""
    return {"jsonrpc": "2.0", "id": id, "result": answer}


def error(id: Id | None, fault: Fault) -> Json:
    """The answer to one that could not; its id is null where none could be read."""
    told: Json = {"code": fault.code, "message": fault.message}
    if fault.data is not None:
        told["data"] = fault.data
    return {"jsonrpc": "2.0", "id": id, "error": told}


def written(answer: object) -> bytes:
    """An answer as one line, in ASCII: no character of a text can end it."""
    return json.dumps(answer, separators=(",", ":")).encode() + b"\n"


def repeated(text: str) -> str:
    """Some words of what was asked, as an error may repeat them."""
    shown = one_line(text[: 2 * _REPEATED])
    return repr(shown if len(shown) <= _REPEATED else shown[:_REPEATED] + "…")
