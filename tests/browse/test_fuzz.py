"""Whatever the plugin's own addresses are asked for: a page, or one sentence that says what is wrong."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_from_bytes

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import payloads
import reading_room

from onrecord.browse import plugin
from onrecord.browse.readonly import make_datasette

PARAMETERS = (
    "style", "other", "format", "q", "part", "para", "show", "copy", "in", "page", "from", "to", "when", "sort", "by", "via", "source", "form", "since", "until", "tag", "lang",
    "status", "verified", "lists", "_size", "_next", "x",
)  # fmt: skip
ODD = (
    "", "0", "-1", "1", "999999999999999999999", "1.5", "٣", "NaN", "null", "true", "apa", "text", "docx", "..", "../..",
    "/etc/passwd", "%", "%00", "%2F", "%ff%fe", "\x00", "\x1b[31m", "\ud7ff", "😀" * 50, "a" * 5000, "@", "@@", "a@b@c",
    "aaaa", "zzzzzzzzzz", "c-", "*", '"', "'; DROP TABLE statements; --", "x" * 300 + ".2",
)  # fmt: skip


def routes() -> list[str]:
    """The plugin's addresses, each with braces where a name stands."""
    found = []
    for pattern, _ in plugin.register_routes():
        one = re.sub(r"\(\?P<extension>(\w+)[^)]*\)", r"\1", pattern)
        one = re.sub(r"\(\?P<\w+>\[\^/\]\+\)", "{}", one)
        choice = re.search(r"\(\?P<\w+>([^()]*)\)", one)
        for name in choice[1].split("|") if choice else ("",):
            path = one if choice is None else one.replace(choice[0], name)
            found.append(path.replace("\\", "").strip("^$"))
    assert not [one for one in found if set("()[]?") & set(one)]
    return found


def requests(keys: dict[str, str], number: int, seed: int) -> Iterator[str]:
    """Paths with queries, half of them near to real ones."""
    chance = random.Random(seed)
    known = [*keys.values(), "dahl-2024", "letter-2024", "ingrid-dahl", "olaf-brekke", "tallvik-fact-desk"]

    def value() -> str:
        kind = chance.randrange(6)
        if kind < 2:
            return quote(chance.choice(known), safe="")
        if kind == 2:
            return quote(
                f"{chance.choice(known)}{chance.choice('@.~')}{chance.choice((*known, *ODD))}"[:2000],
                safe="@",
            )
        if kind == 3:
            return quote(chance.choice((*ODD, *payloads.PAYLOADS)), safe="")
        if kind == 4:
            return quote_from_bytes(chance.randbytes(chance.randrange(1, 24)), safe="")
        word = chance.choice(known)
        at = chance.randrange(len(word))
        return quote(word[:at] + chr(chance.randrange(32, 0x3000)) + word[at + 1 :], safe="")

    paths = routes()
    for _ in range(number):
        # A name that is empty or only dots makes another address of it, which is not the plugin's.
        path = re.sub(r"\{\}", lambda _: value().strip(".") or "none", chance.choice(paths))
        query = "&".join(f"{chance.choice(PARAMETERS)}={value()}" for _ in range(chance.randrange(4)))
        yield f"{path}?{query}" if query else path


@pytest.mark.parametrize("number", [200, pytest.param(10_000, marks=pytest.mark.long)])
def test_every_answer_is_a_page_or_a_sentence(
    tmp_path: Path, kept: Callable[[Any], Any], number: int
) -> None:
    database = tmp_path / "onrecord.db"
    keys = reading_room.newsroom(database)
    datasette = kept(make_datasette(database))
    statuses: Counter[int] = Counter()
    wrong = []

    async def ask() -> None:
        for path in requests(keys, number, seed=number):
            response = await datasette.client.get(path)
            statuses[response.status_code] += 1
            plain = (
                response.headers["content-type"].startswith("text/plain") and response.text.count("\n") == 1
            )
            # A search that cannot be made says why beside the form.
            explained = plain or (response.status_code == 400 and 'role="alert"' in response.text)
            if response.status_code not in (200, 302) and not (
                response.status_code in (400, 404) and explained
            ):
                wrong.append((path[:200], response.status_code, response.text[:200]))

    asyncio.run(ask())
    assert not wrong
    # Not all of them are refused at the door.
    assert statuses[200] > number / 20
