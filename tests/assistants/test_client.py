"""The official client of the protocol, on the database of the demonstration."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.db.reader import opened

mcp = pytest.importorskip("mcp", reason="the official client of the Model Context Protocol is not installed")

WORDING = "There was no talk of the loan at all, and nobody expected any."


def with_client(database: Path, mode: str, use: Callable[[Any], Awaitable[None]], *options: str) -> None:
    async def main() -> None:
        words = ["-m", "onrecord", "mcp", "--db", str(database), *options]
        server = mcp.StdioServerParameters(
            command=sys.executable, args=words, env={"ONRECORD_CONFIG": "/dev/null"}
        )
        async with mcp.Client(server, mode=mode) as client:
            await use(client)

    asyncio.run(main())


def text_of(answer: Any) -> str:
    [content] = answer.content
    assert content.type == "text"
    return str(content.text)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_searches_verifies_and_cites(mode: str, demo: Path) -> None:
    async def use(client: Any) -> None:
        assert client.protocol_version == ("2026-07-28" if mode == "auto" else "2025-11-25")
        tools = [one.name for one in (await client.list_tools()).tools]
        assert "propose" not in tools and len(tools) == 7
        found = text_of(await client.call_tool("search", {"words": "talk loan"}))
        ref = found[1 : found.index("]")]
        assert ref.endswith("@lindqvist-2024") and f"> {WORDING}" in found
        verified = await client.call_tool(
            "verify_quote", {"wording": WORDING, "speaker": "a senior official"}
        )
        assert text_of(verified).startswith(f"[{ref}] a senior official") and not verified.is_error
        assert "\nverdict: verified · outcome: exact\n" in text_of(verified)
        inverted = text_of(
            await client.call_tool("verify_quote", {"wording": WORDING.replace("no talk", "talk")})
        )
        assert "\nverdict: inverted" in inverted and "[-no-]" in inverted
        cited = text_of(await client.call_tool("cite", {"keys": [ref], "style": "news"}))
        assert cited.startswith(f"[{ref}]") and "a senior official said" in cited
        wrong = await client.call_tool("cite", {"keys": ["nothing"]})
        assert wrong.is_error and "nothing" in text_of(wrong)
        listed = (await client.list_resources()).resources
        read = await client.read_resource(
            next(one.uri for one in listed if ref.partition("@")[0] in str(one.uri))
        )
        assert read.contents[0].text.startswith(f"[{ref}]")

    with_client(demo, mode, use)


def test_a_client_proposes_and_changes_nothing_else(demo: Path) -> None:
    tables = ("statements", "attributions", "speakers", "sources", "snapshots", "claims", "reviews")

    def counted() -> list[int]:
        with opened(str(demo)) as reader:
            return [reader.value(f"SELECT count(*) FROM {one}") for one in tables]

    async def use(client: Any) -> None:
        quotes = [
            {"wording": "The mayor’s office has not answered our questions", "speaker": "Marta Lindqvist"},
            {"wording": "There was talk of the loan", "speaker": "a senior official"},
        ]
        told = text_of(await client.call_tool("propose", {"source": "lindqvist-2024", "quotes": quotes}))
        assert told.startswith("[lindqvist-2024]") and "1 new for review" in told and "1 refused" in told

    before = counted()
    with_client(demo, "auto", use, "--propose")
    assert counted() == before
