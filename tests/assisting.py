"""Asking the tools of `onrecord mcp` without a process."""

from pathlib import Path
from typing import Any

from onrecord.mcp.session import Session


def session(path: Path, *, propose: bool = False) -> Session:
    made = Session(str(path), propose=propose)
    params = {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }
    made.answer({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params})
    return made


def asked(path: Path, method: str, propose: bool = False, **params: object) -> dict[str, Any]:
    answer = session(path, propose=propose).answer(
        {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    )
    assert isinstance(answer, dict) and "result" in answer, answer
    return answer["result"]  # type: ignore[return-value]


def call(path: Path, tool: str, *, error: bool = False, propose: bool = False, **arguments: Any) -> str:
    result = asked(path, "tools/call", propose, name=tool, arguments=arguments)
    assert result["isError"] is error, result
    text: str = result["content"][0]["text"]
    return text
