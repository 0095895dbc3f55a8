"""What leaves room for other plugins of Datasette, where none is installed: `test_beside_others` tries real ones."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from datasette import hookimpl
from datasette.app import Datasette
from datasette.plugins import pm
from datasette.utils.asgi import Response

from onrecord.browse import metadata, safety

Page = Callable[..., Any]


@contextmanager
def beside(plugin: Any) -> Iterator[None]:
    pm.register(plugin, name="other")
    try:
        yield
    finally:
        pm.unregister(plugin)


class SearchAll:
    """A plugin at the address that datasette-search-all has."""

    __name__ = "Other"

    @hookimpl  # type: ignore[untyped-decorator]
    def register_routes(self) -> list[tuple[str, Any]]:
        return [("/-/search", lambda: Response.text("theirs"))]


@pytest.mark.parametrize("asked", ["", "?q=frost&sort=oldest", "?q=%C3%A9+%22a+b%22"])
@pytest.mark.parametrize("extension", ["", ".bib"])
def test_the_search_is_found_where_it_stood_before(page: Page, extension: str, asked: str) -> None:
    response = page(f"/-/search{extension}{asked}", follow_redirects=False)
    assert response.status_code == 302
    assert response.headers["location"] == f"/-/onrecord/search{extension}{asked}"


def test_below_another_path_too(filled: Path) -> None:
    datasette = Datasette([str(filled)], settings={"base_url": "/room/"})
    response = asyncio.run(datasette.client.get("/-/search?q=frost"))
    assert response.headers["location"] == "/room/-/onrecord/search?q=frost"


def test_whoever_else_has_that_address_keeps_it(filled: Path) -> None:
    with beside(SearchAll()):
        datasette = Datasette([str(filled)])
        assert asyncio.run(datasette.client.get("/-/search?q=frost")).text == "theirs"
        assert "before the first" in asyncio.run(datasette.client.get("/-/onrecord/search?q=frost")).text


def test_no_hidden_table_has_to_do_with_one_that_is_shown(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    keys = connection.execute(
        'SELECT tables.name, keys."table" FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys '
        "WHERE type = 'table'"
    ).fetchall()
    connection.close()
    assert ("spans", "attributions") in keys
    hidden = {name for name, table in metadata.for_database()["tables"].items() if table.get("hidden")}
    assert not [key for key in keys if len({one in hidden for one in key}) == 2]


def test_code_out_of_strings_is_for_scripts_of_other_plugins_alone() -> None:
    assert "'unsafe-eval'" not in safety.policy("n0nce")
    assert "script-src 'self' 'nonce-n0nce'" in safety.policy("n0nce", evaluating=True)
    assert "'unsafe-eval'" in safety.policy("n0nce", evaluating=True).partition("style-src")[0]
