"""The tools that are offered through datasette-mcp: the official SDK's server and client, in one process."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")
mcp = pytest.importorskip("mcp", reason="the official client of the Model Context Protocol is not installed")

from datasette.app import Datasette
from mcp.server.mcpserver import MCPServer

from onrecord import browse
from onrecord.mcp.offers import READING


def with_client(datasette: Datasette, use: Callable[[Any], Awaitable[None]]) -> None:
    async def main() -> None:
        # A server does this before its first request; Datasette 1.0 knows no permissions until then.
        await datasette.invoke_startup()
        server = MCPServer("datasette")
        # As datasette-mcp calls it: the hook of the package that Datasette has loaded.
        browse.register_mcp_tools(datasette, server)
        async with mcp.Client(server) as client:
            await use(client)

    asyncio.run(main())


def test_an_assistant_searches_and_verifies_through_datasette(filled: Path) -> None:
    async def use(client: Any) -> None:
        tools = {one.name: one for one in (await client.list_tools()).tools}
        assert set(tools) == {f"onrecord_{one.name}" for one in READING}
        schema = tools["onrecord_verify_quote"].input_schema
        assert schema["required"] == ["wording"] and "database" in schema["properties"]
        [found] = (await client.call_tool("onrecord_search", {"words": "", "limit": 1})).content
        assert found.text.startswith("[")
        verified = await client.call_tool(
            "onrecord_verify_quote", {"wording": "Nobody wrote these words down."}
        )
        assert "verdict: not_found" in verified.content[0].text
        for arguments in ({}, {"wording": 3}, {"wording": "a b c", "database": "another"}):
            assert (await client.call_tool("onrecord_verify_quote", arguments)).is_error

    with_client(Datasette([str(filled)]), use)


def test_who_may_not_see_the_database_is_not_answered(filled: Path) -> None:
    async def use(client: Any) -> None:
        answer = await client.call_tool("onrecord_search", {"words": ""})
        assert answer.is_error and "not for you to see" in answer.content[0].text

    with_client(Datasette([str(filled)], metadata={"allow": {"id": "root"}}), use)
