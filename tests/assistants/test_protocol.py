"""Messages: every one is answered as JSON-RPC and the Model Context Protocol ask, whatever comes in."""

import json
import random
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.mcp import protocol
from onrecord.mcp.session import Session
from onrecord.mcp.stdio import LONGEST_LINE, serve

BEGIN = {
    "jsonrpc": "2.0",
    "id": "begin",
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
META = {
    protocol.VERSION_KEY: "2026-07-28",
    protocol.CAPABILITIES_KEY: {},
    protocol.CLIENT_KEY: {"name": "test", "version": "1"},
}


def talk(path: Path, *messages: object, begin: bool = True) -> list[Any]:
    """What is answered to messages (JSON, or lines as they are)."""
    lines = [BEGIN, *messages] if begin else list(messages)
    data = b"".join(one if isinstance(one, bytes) else json.dumps(one).encode() + b"\n" for one in lines)
    out = BytesIO()
    serve(Session(str(path)), BytesIO(data), out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    return answers[1:] if begin else answers


def request(method: str, id: object = 1, **params: object) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": id, "method": method, "params": params}


def code(answer: Any) -> int:
    assert set(answer) == {"jsonrpc", "id", "error"} and set(answer["error"]) <= {"code", "message", "data"}
    return int(answer["error"]["code"])


@pytest.mark.parametrize("asked", [*protocol.WITH_HANDSHAKE, "1999-01-01", "2026-07-28"])
def test_a_handshake_settles_the_version(asked: str, database: Path) -> None:
    begin = {**BEGIN, "params": {**BEGIN["params"], "protocolVersion": asked}}  # type: ignore[dict-item]
    found, listed = talk(database, begin, request("tools/list"), begin=False)
    assert found["result"]["protocolVersion"] == (asked if asked in protocol.WITH_HANDSHAKE else "2025-11-25")
    assert found["result"]["capabilities"] == {"tools": {}, "resources": {}}
    assert {one["name"] for one in listed["result"]["tools"]} == {
        "search", "show", "verify_quote", "check_text", "cite", "sources", "text_of",
    }  # fmt: skip
    assert all(one["annotations"]["readOnlyHint"] for one in listed["result"]["tools"])


def test_later_versions_need_no_handshake(database: Path) -> None:
    found, listed, pinged, unknown = talk(
        database,
        request("server/discover", _meta=META),
        request("tools/list", 2, _meta=META),
        request("ping", 3, _meta=META),
        request("tools/list", 4, _meta={**META, protocol.VERSION_KEY: "2030-01-01"}),
        begin=False,
    )
    assert found["result"]["supportedVersions"][0] == "2026-07-28"
    for one in (found, listed):
        assert one["result"]["resultType"] == "complete" and one["result"]["cacheScope"] == "private"
        assert one["result"]["_meta"][protocol.SERVER_KEY]["name"] == "onrecord"
    assert code(pinged) == protocol.METHOD_NOT_FOUND
    assert code(unknown) == protocol.UNSUPPORTED_VERSION
    assert unknown["error"]["data"]["requested"] == "2030-01-01"


def test_nothing_is_told_before_the_version_is_known(database: Path) -> None:
    listed, lacking, pinged = talk(
        database,
        request("tools/list"),
        request("tools/list", 2, _meta={protocol.VERSION_KEY: "2026-07-28"}),
        request("ping", 3),
        begin=False,
    )
    assert code(listed) == code(lacking) == protocol.INVALID_PARAMS
    assert pinged == {"jsonrpc": "2.0", "id": 3, "result": {}}


FAULTS = [
    (b"\n", None, None),
    (b"nothing\n", None, protocol.PARSE_ERROR),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "ping"', None, protocol.PARSE_ERROR),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "pi\xff"}\n', None, protocol.PARSE_ERROR),
    (b"[" * 100_000 + b"\n", None, protocol.PARSE_ERROR),
    (b'{"jsonrpc": "2.0", "id": NaN, "method": "ping"}\n', None, protocol.PARSE_ERROR),
    (b'{"jsonrpc": "2.0", "id": 1e999, "method": "ping"}\n', None, protocol.INVALID_REQUEST),
    (b'{"jsonrpc": "2.0", "id": ' + b"9" * 5_000 + b', "method": "ping"}\n', None, protocol.PARSE_ERROR),
    (b"[]\n", None, protocol.INVALID_REQUEST),
    (b"7\n", None, protocol.INVALID_REQUEST),
    ({"id": 1, "method": "ping"}, 1, protocol.INVALID_REQUEST),
    ({"jsonrpc": "2.0", "id": True, "method": "ping"}, None, protocol.INVALID_REQUEST),
    ({"jsonrpc": "2.0", "id": None, "method": "ping"}, None, protocol.INVALID_REQUEST),
    ({"jsonrpc": "2.0", "id": "x", "method": 4}, "x", protocol.INVALID_REQUEST),
    ({"jsonrpc": "2.0", "id": "x", "method": "ping", "params": []}, "x", protocol.INVALID_PARAMS),
    (request("no/such\n> method", 5), 5, protocol.METHOD_NOT_FOUND),
    (request("tools/call", 6, name="delete_everything"), 6, protocol.INVALID_PARAMS),
    (request("tools/call", 6, name="propose", arguments={}), 6, protocol.INVALID_PARAMS),
    (request("tools/call", 6, name="search", arguments=[]), 6, protocol.INVALID_PARAMS),
    (request("tools/list", 7, cursor="x"), 7, protocol.INVALID_PARAMS),
    (request("resources/list", 7, cursor="source.x"), 7, protocol.INVALID_PARAMS),
    (request("resources/read", 7, uri="file:///etc/passwd"), 7, protocol.RESOURCE_NOT_FOUND),
    (request("resources/read", 7, _meta=META, uri="onrecord://source/%00"), 7, protocol.INVALID_PARAMS),
    (request("initialize", 8, protocolVersion=3), 8, protocol.INVALID_PARAMS),
    ({"jsonrpc": "2.0", "method": "no/such"}, None, None),
    ({"jsonrpc": "2.0", "id": 1, "result": {}}, None, None),
    ({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 99}}, None, None),
]  # fmt: skip


@pytest.mark.parametrize("sent, id, expected", FAULTS)
def test_what_is_no_message_is_answered_with_the_error_for_it(
    sent: object, id: object, expected: int | None, database: Path
) -> None:
    answers = talk(database, sent)
    assert [(one["id"], code(one)) for one in answers] == ([] if expected is None else [(id, expected)])
    # And the session goes on.
    ended = sent if not isinstance(sent, bytes) or sent.endswith(b"\n") else sent + b"\n"
    assert talk(database, ended, request("ping", 77))[-1] == {"jsonrpc": "2.0", "id": 77, "result": {}}


def test_a_line_without_end_is_passed_over(database: Path) -> None:
    endless = b'{"jsonrpc": "2.0", "id": 1, "method": "' + b"x" * LONGEST_LINE + b'"}\n'
    first, second = talk(database, endless, request("ping", 2))
    assert (first["id"], code(first), second["id"]) == (None, protocol.INVALID_REQUEST, 2)


def test_lists_of_messages_belong_to_one_version(database: Path) -> None:
    listed = [request("ping"), {"jsonrpc": "2.0", "method": "x"}, BEGIN, [], 3]
    [refused] = talk(database, listed)
    assert code(refused) == protocol.INVALID_REQUEST
    begin = {**BEGIN, "params": {**BEGIN["params"], "protocolVersion": "2025-03-26"}}  # type: ignore[dict-item]
    _, answers, empty = talk(database, begin, listed, [], begin=False)
    assert [one["id"] for one in answers] == [1, "begin", None, None]
    assert code(empty) == protocol.INVALID_REQUEST


class _Slow:
    """Input that goes on only when the server works on what came before."""

    def __init__(self, first: bytes, rest: bytes, gate: Event) -> None:
        self.lines, self.rest, self.gate = first.splitlines(keepends=True), [rest, b""], gate

    def readline(self, limit: int) -> bytes:
        if self.lines:
            return self.lines.pop(0)
        self.gate.wait(60)
        return self.rest.pop(0)


def test_what_is_cancelled_is_stopped_and_not_answered(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, gate, stopped = Session(str(database)), Event(), []
    answer = session.answer

    def slow(given: Any, waits: Any) -> Any:
        if given.get("id") != 1:
            return answer(given, waits)
        gate.set()
        while waits():
            pass
        stopped.append(given["id"])
        return answer(given, waits)

    monkeypatch.setattr(session, "answer", slow)
    lines = [
        json.dumps(one).encode() + b"\n" for one in (BEGIN, request("tools/list", 1), request("ping", 2))
    ]
    cancel = {
        "jsonrpc": "2.0",
        "method": "notifications/cancelled",
        "params": {"requestId": 1, "reason": "enough"},
    }
    out = BytesIO()
    serve(session, _Slow(b"".join(lines), json.dumps(cancel).encode() + b"\n", gate), out)  # type: ignore[arg-type]
    assert [json.loads(one)["id"] for one in out.getvalue().splitlines()] == ["begin", 2]
    assert stopped == [1]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=6,
)
METHODS = (
    "ping", "tools/list", "tools/call", "resources/list", "resources/read", "resources/templates/list", "prompts/list",
    "initialize", "server/discover", "logging/setLevel", "notifications/cancelled", "notifications/initialized", "",
)  # fmt: skip
TOOLS = ("search", "show", "sources", "text_of", "cite", "verify_quote", "check_text", "propose")
NAMES = (
    "name",
    "arguments",
    "uri",
    "cursor",
    "_meta",
    "words",
    "limit",
    "key",
    "keys",
    "max_chars",
    "source",
    "wording",
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "jsonrpc": st.just("2.0") | VALUES,
            "id": st.integers(0, 9) | st.text(max_size=3) | VALUES,
            "method": st.sampled_from(METHODS) | VALUES,
            "params": st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4) | VALUES,
        },
    )
)
@settings(max_examples=60)
def test_any_json_is_answered_once_or_not_at_all_as_it_asks(made: dict[str, Any]) -> None:
    session = Session("/nowhere/onrecord.db")
    session.answer(BEGIN)
    check_answer(made, session.answer(made))


def check_answer(sent: Any, answer: Any) -> None:
    """Whether an answer is what the protocol asks for; mistakes of arguments and of the database are told by the tool."""
    json.loads(protocol.written(answer))
    asks = isinstance(sent, dict) and sent.get("jsonrpc") == "2.0" and isinstance(sent.get("method"), str)
    answers = isinstance(sent, dict) and "method" not in sent and ("result" in sent or "error" in sent)
    if answers or (asks and "id" not in sent):
        assert answer is None
    else:
        assert answer["jsonrpc"] == "2.0" and ("result" in answer) != ("error" in answer)
        assert answer["id"] == protocol.id_of(sent)
        assert (
            "error" not in answer
            or answer["error"]["code"] != protocol.INTERNAL_ERROR
            or "nowhere" in str(answer)
        )


def test_a_thousand_messages_at_once_are_all_answered(database: Path) -> None:
    chance = random.Random(2026)
    sent: list[bytes] = []
    expected: list[object] = []
    for number in range(1_000):
        line = json.dumps(
            request(
                chance.choice(["ping", "tools/list", "no/such", "resources/list", "tools/call"]),
                number,
                name=chance.choice(TOOLS),
                arguments={chance.choice(NAMES): chance.choice([1, "x", None, ["y"], {"z": 2}])},
            )
        ).encode()
        match chance.randrange(4):
            case 0:  # half a line, which no JSON is
                sent.append(line[: chance.randrange(1, len(line))] + b"\n")
                expected.append(None)
            case 1:  # garbage
                noise = bytes(chance.randrange(1, 256) for _ in range(chance.randrange(1, 60)))
                sent.append(b"\xff" + noise.replace(b"\n", b"").replace(b"\r", b"") + b"\n")
                expected.append(None)
            case _:
                sent.append(line + b"\n")
                expected.append(number)
    answers = talk(database, *sent)
    assert [one["id"] for one in answers] == expected
    for one in answers:
        assert "result" in one or code(one) in (
            protocol.PARSE_ERROR,
            protocol.METHOD_NOT_FOUND,
            protocol.INVALID_PARAMS,
        )
