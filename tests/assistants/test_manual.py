"""The page of the manual says what is so."""

import json
import re
from pathlib import Path

from assisting import call

from onrecord.check.verdict import Kind
from onrecord.cli import contents, dispatch
from onrecord.mcp import protocol
from onrecord.mcp.answer import USUAL
from onrecord.mcp.offers import LONGEST_TEXT, PROPOSING, READING

PAGE = (Path(__file__).parents[2] / "docs" / "assistants.md").read_text(encoding="utf-8")


def first_column(heading: str) -> list[str]:
    part = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)


def test_it_lists_every_tool_and_every_verdict() -> None:
    assert first_column("What it may do") == [one.name for one in READING]
    assert first_column("The verdicts") == [one.value.replace("-", "_") for one in Kind]
    assert [one.name for one in PROPOSING] == ["propose"]
    assert f"{USUAL:,} characters" in PAGE and f"{LONGEST_TEXT:,} characters" in PAGE
    for version in (protocol.WITH_HANDSHAKE[0], protocol.WITH_HANDSHAKE[-1], *protocol.WITHOUT_HANDSHAKE):
        assert version in PAGE


def test_the_command_that_a_client_is_told_is_one() -> None:
    [block] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    entry = json.loads(block)["mcpServers"]["onrecord"]
    name, found, taken = contents.find(entry["args"])
    assert name == "mcp" and found is not None
    values = dispatch.read(contents.loaded(found).COMMAND, entry["args"][taken:])
    assert values == {"propose": False, "database": "/home/me/harbour/onrecord.db"}


def test_the_answer_that_it_shows_is_given(demo: Path) -> None:
    [block] = re.findall(r"```text\n(.*?)\n```", PAGE, re.DOTALL)
    told = call(demo, "verify_quote", wording="There was talk of the loan, and everybody expected it.")
    today = re.compile(r"outcome: exact on \d{4}-\d\d-\d\d")
    assert today.sub("", told) == today.sub("", block)
