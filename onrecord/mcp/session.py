"""What a client asks, and the answers: the handshake where its version has one, tools, resources."""

from __future__ import annotations

from onrecord import __version__
from onrecord.errors import AmbiguousError, OnrecordError
from onrecord.mcp import protocol
from onrecord.mcp.asking import Asking, Cancelled
from onrecord.mcp.offers import INSTRUCTIONS, PROPOSING, READING, Tool
from onrecord.mcp.protocol import INVALID_PARAMS, METHOD_NOT_FOUND, Fault, Message, repeated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from onrecord.model.records import Json

SERVER: Json = {"name": "onrecord", "title": "onrecord", "version": __version__}
# What may be kept for how long, in milliseconds: tools stay what they are as long as the server runs.
_FRESH = {"tools/list": 3_600_000, "server/discover": 3_600_000}
_CACHEABLE = ("tools/list", "resources/list", "resources/templates/list", "resources/read", "server/discover")


class Session:
    """One client. `propose`: whether it may hand in proposals for review, which is all that anybody may change."""

    def __init__(self, path: str, *, propose: bool = False) -> None:
        self.path = path
        self.tools: dict[str, Tool] = {one.name: one for one in (READING + PROPOSING if propose else READING)}
        self.version: str | None = None
        self.client = ""

    def answer(self, value: object, waits: Callable[[], bool] = lambda: True) -> Json | list[Json] | None:
        """The answer to the JSON of one line; None where there is to be none."""
        if isinstance(value, list) and self.version == protocol.WITH_BATCHES:
            return self._batch(value, waits)
        if protocol.is_answer(value):
            return None
        id = protocol.id_of(value)
        try:
            message = protocol.message(value)
            if message.id is None:
                return None
            return protocol.result(message.id, self._result(message, waits))
        except Fault as fault:
            return protocol.error(id, fault)
        except Cancelled:
            return None
        except Exception as error:  # noqa: BLE001  (one request must not end the others)
            return protocol.error(
                id, Fault(protocol.INTERNAL_ERROR, f"It failed inside ({type(error).__name__}).")
            )

    def _batch(self, messages: list[object], waits: Callable[[], bool]) -> Json | list[Json] | None:
        if not messages:
            return protocol.error(None, Fault(protocol.INVALID_REQUEST, "A list of messages is not empty."))
        answers = []
        for message in messages:
            if isinstance(message, dict) and message.get("method") == "initialize":
                refused = Fault(protocol.INVALID_REQUEST, "initialize stands alone, in no list.")
                answers.append(protocol.error(protocol.id_of(message), refused))
                continue
            found = self.answer(message, waits) if not isinstance(message, list) else _no_message()
            if isinstance(found, dict):
                answers.append(found)
        return answers or None

    def _result(self, message: Message, waits: Callable[[], bool]) -> Json:
        if message.method == "initialize":
            return self._initialized(message.params)
        modern, client = self._era(message)
        asking = Asking(self.path, client, waits)
        match message.method:
            case "ping" if not modern:
                return {}
            case "server/discover" if modern:
                versions = [*protocol.WITHOUT_HANDSHAKE, *protocol.WITH_HANDSHAKE[::-1]]
                answer: Json = {**self._about(), "supportedVersions": versions}
            case "tools/list":
                _only_page(message.params)
                answer = {"tools": [tool.as_json() for tool in self.tools.values()]}
            case "tools/call":
                answer = self._called(message.params, asking)
            case "resources/list" | "resources/templates/list" | "resources/read":
                from onrecord.mcp import resources

                answer = resources.answered(message, asking, modern=modern)
            case _:
                raise Fault(METHOD_NOT_FOUND, f"There is no method {repeated(message.method)}.")
        return _complete(message.method, answer) if modern else answer

    def _about(self) -> Json:
        return {"capabilities": {"tools": {}, "resources": {}}, "instructions": INSTRUCTIONS}

    def _initialized(self, params: dict[str, Any]) -> Json:
        asked, client = params.get("protocolVersion"), params.get("clientInfo")
        if not isinstance(asked, str) or not isinstance(params.get("capabilities"), dict):
            raise Fault(INVALID_PARAMS, "initialize says its protocolVersion and its capabilities.")
        if not isinstance(client, dict) or not isinstance(client.get("name"), str):
            raise Fault(INVALID_PARAMS, "initialize says in clientInfo the name of the client.")
        self.version = asked if asked in protocol.WITH_HANDSHAKE else protocol.WITH_HANDSHAKE[-1]
        self.client = client["name"]
        return {"protocolVersion": self.version, "serverInfo": SERVER, **self._about()}

    def _era(self, message: Message) -> tuple[bool, str]:
        """Whether a request says itself which version it is of, and the name of its client. Fault: it cannot be answered."""
        meta = message.params.get("_meta")
        meta = meta if isinstance(meta, dict) else {}
        asked = meta.get(protocol.VERSION_KEY)
        if asked is None:
            if self.version is None and message.method != "ping":
                raise Fault(
                    INVALID_PARAMS,
                    f"Begin with initialize, or say the version in _meta ({protocol.VERSION_KEY}).",
                )
            return False, self.client
        if asked in protocol.WITH_HANDSHAKE and self.version is not None:
            return False, self.client
        if asked not in protocol.WITHOUT_HANDSHAKE:
            supported = [*protocol.WITHOUT_HANDSHAKE, *protocol.WITH_HANDSHAKE[::-1]]
            named = asked if isinstance(asked, str) else ""
            about = {"supported": supported, "requested": named[:100]}
            raise Fault(protocol.UNSUPPORTED_VERSION, "This version of the protocol is not supported.", about)
        if not isinstance(meta.get(protocol.CAPABILITIES_KEY), dict):
            raise Fault(INVALID_PARAMS, f"_meta lacks {protocol.CAPABILITIES_KEY}.")
        client = meta.get(protocol.CLIENT_KEY)
        name = client.get("name") if isinstance(client, dict) else None
        return True, name if isinstance(name, str) else ""

    def _called(self, params: dict[str, Any], asking: Asking) -> Json:
        name, arguments = params.get("name"), params.get("arguments", {})
        if not isinstance(name, str) or not isinstance(arguments, dict | None):
            raise Fault(INVALID_PARAMS, "A call says the name of a tool, and its arguments as an object.")
        tool = self.tools.get(name)
        if tool is None:
            raise Fault(INVALID_PARAMS, f"There is no tool {repeated(name)}. Tools: {', '.join(self.tools)}.")
        text, failed = called(tool, arguments or {}, asking)
        return {"content": [{"type": "text", "text": text}], "isError": failed}


def called(tool: Tool, arguments: dict[str, Any], asking: Asking) -> tuple[str, bool]:
    """What a tool answers, and whether that is why it could not. Fault: the arguments are not those that it takes."""
    try:
        return _run(tool, arguments, asking), False
    except OnrecordError as error:
        lines = [error.message]
        if isinstance(error, AmbiguousError):
            lines += [f"- {candidate}" for candidate in error.candidates[:20]]
        return "\n".join(lines), True


def _run(tool: Tool, passed: dict[str, Any], asking: Asking) -> str:
    from importlib import import_module

    from onrecord.db.reports import explaining
    from onrecord.mcp.answer import Answer
    from onrecord.mcp.arguments import taken

    arguments = taken(tool.schema, passed)
    answer = Answer(arguments.pop("max_chars"))
    function = getattr(import_module(f"onrecord.mcp.{tool.module}"), tool.function)
    with explaining(asking.path):
        function(asking, answer, **arguments)
    return answer.text


def _complete(method: str, answer: Json) -> Json:
    """A result as versions without a handshake have it."""
    kept: Json = {"ttlMs": _FRESH.get(method, 0), "cacheScope": "private"} if method in _CACHEABLE else {}
    return {**answer, **kept, "resultType": "complete", "_meta": {protocol.SERVER_KEY: SERVER}}


def _only_page(params: dict[str, Any]) -> None:
    if params.get("cursor") is not None:
        raise Fault(INVALID_PARAMS, "There is no such page: the tools are listed on one.")


def _no_message() -> Json:
    return protocol.error(None, Fault(protocol.INVALID_REQUEST, "A message is a JSON object."))
