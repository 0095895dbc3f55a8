"""Who is answered at the door, before Datasette is asked anything."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from asking import Answer, ask

from onrecord.browse.door import for_this_computer
from onrecord.browse.server import application


async def echo(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"let in"})


@pytest.fixture
def get() -> Callable[..., Answer]:
    return partial(ask, for_this_computer(echo, frozenset({"localhost", "127.0.0.1", "::1"}), "onrecord"))


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (["localhost"], 200),
        (["LOCALHOST:8001"], 200),
        (["127.0.0.1:8001"], 200),
        (["[::1]:8001"], 200),
        (["rebound.example"], 403),
        (["localhost.rebound.example"], 403),
        (["rebound.example:8001"], 403),
        (["[::2]"], 403),
        ([""], 403),
        (["localhost", "rebound.example"], 403),
        (["127.0.0.1@rebound.example"], 403),
    ],
)
def test_only_its_own_name_is_answered(get: Callable[..., Answer], names: Sequence[str], status: int) -> None:
    assert get("/", headers=[("Host", name) for name in names]).status == status


@pytest.mark.parametrize(
    ("site", "mode", "dest", "status"),
    [
        ("none", "navigate", "document", 200),
        ("same-origin", "cors", "empty", 200),
        ("same-origin", "no-cors", "style", 200),
        # A link on another page, or in another program's window.
        ("cross-site", "navigate", "document", 200),
        ("same-site", "navigate", "document", 200),
        # A page elsewhere that reads, shows or measures what is here.
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "no-cors", "script", 403),
        ("cross-site", "cors", "empty", 403),
        ("cross-site", "navigate", "iframe", 403),
        ("same-site", "cors", "empty", 403),
        ("cross-site", "", "", 403),
    ],
)
def test_pages_of_others_are_not_answered_and_their_links_are_followed(
    get: Callable[..., Answer], site: str, mode: str, dest: str, status: int
) -> None:
    given = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    headers = [(name, value) for name, value in given.items() if value]
    assert get("/onrecord/quotes.json?sql=x", headers=headers).status == status


def test_a_program_without_pages_is_answered(get: Callable[..., Answer]) -> None:
    assert get("/onrecord/quotes.json").text == "let in"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", "/onrecord", 200),
        ("POST", "/onrecord", 405),
        ("POST", "/onrecord/tags/-/insert", 405),
        ("POST", "/-/messages", 405),
        ("POST", "/", 405),
        ("POST", "/graphql", 200),
        ("POST", "/graphql/onrecord", 200),
        ("POST", "/-/mcp", 200),
        ("POST", "/-/mcp/other", 405),
        ("PUT", "/graphql", 405),
        ("DELETE", "/onrecord/tags/1", 405),
    ],
)
def test_nothing_is_sent_but_to_other_plugins(
    get: Callable[..., Answer], method: str, path: str, status: int
) -> None:
    assert get(path, method).status == status
    elsewhere = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ]
    if method == "POST":
        assert get(path, method, headers=elsewhere).status in (403, 405)


def test_for_this_computer_everything_can_be_read(filled: Path) -> None:
    get = partial(ask, application(filled, "127.0.0.1", public=False))
    for path in (
        "/",
        "/onrecord/operations",
        "/onrecord/snapshots.json",
        "/-/versions",
        "/-/source/courier-2024?para=1",
    ):
        assert get(path).status == 200, path
    assert "An article." in get("/-/source/courier-2024").text
    assert get("/", headers=[("Host", "rebound.example")]).status == 403
