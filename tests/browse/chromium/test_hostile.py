"""Text that hopes to run, in every field of every page: none does, in a real browser."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import payloads
import reading_room

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog


# Tables show every payload by itself; the pages of single records all of them at once or, in a long run, one by one.
TOGETHER = " ".join(payloads.PAYLOADS)


@pytest.mark.parametrize(
    "records",
    [1, pytest.param(1 + len(payloads.PAYLOADS), marks=pytest.mark.long)],
    ids=["together", "one by one"],
)
def test_no_payload_runs(chromium: "Browser", tmp_path: Path, records: int) -> None:
    database = tmp_path / "onrecord.db"
    pages = reading_room.hostile(database, [TOGETHER, *payloads.PAYLOADS])
    paths = list(chain.from_iterable(pages[:records]))
    searches = [f"/-/onrecord/search?{urlencode({'q': one})}" for one in ("alert", *payloads.PAYLOADS[::6])]
    ran: list[str] = []
    tab = chromium.new_page()

    def dialog(shown: "Dialog") -> None:
        ran.append(f"{tab.url}: dialog {shown.message}")
        shown.dismiss()

    def said(message: "ConsoleMessage") -> None:
        # What the content security policy had to stop was not escaped.
        if message.type == "error":
            ran.append(f"{tab.url}: {message.text}")

    tab.on("dialog", dialog)
    tab.on("console", said)
    tab.on("pageerror", lambda error: ran.append(f"{tab.url}: {error}"))
    with reading_room.served(database) as address:
        for path in [
            *paths,
            *searches,
            *reading_room.TABLES,
            *(f"{table}?_size=max" for table in reading_room.WHOLE),
        ]:
            tab.goto(f"{address}{path}", wait_until="load")
        tab.goto(f"{address}{paths[0]}", wait_until="networkidle")
    tab.close()
    assert not ran
