"""Other plugins of Datasette beside this one: `make test-neighbours`, for they load themselves into every Datasette."""

import asyncio
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any, NamedTuple

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")
# Not imported: a plugin that comes before Datasette is registered before it has its hooks.
if find_spec("datasette_graphql") is None:
    pytest.skip("The other plugins are not here: make test-neighbours", allow_module_level=True)

import reading_room
from datasette.app import Datasette
from lxml import html

from onrecord.browse.readonly import make_datasette

NEIGHBOURS = {
    "datasette-block-robots", "datasette-cluster-map", "datasette-copyable", "datasette-export-notebook", "datasette-graphql",
    "datasette-json-html", "datasette-search-all", "datasette-vega",
}  # fmt: skip
TABLES = [
    "/DB", *(one.replace("onrecord", "DB") for one in reading_room.WHOLE), "/DB/spans", "/DB/attributions/1", "/DB/sources/1",
]  # fmt: skip
Page = Callable[[str], Any]


class Served(NamedTuple):
    """A Datasette on the newsroom's database, and the keys in it."""

    datasette: Any
    keys: dict[str, str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Served]]:
    """Plain Datasette, and the one that `onrecord browse` starts, each on a file of its own name.

    Of a module each: what is known of a database is kept by datasette-graphql under its name.
    """
    folder = tmp_path_factory.mktemp("beside")
    made: dict[str, Served] = {}
    for name in ("plain", "browsed"):
        path = folder / f"{name}.db"
        keys = reading_room.newsroom(path)
        started = Datasette([str(path)]) if name == "plain" else make_datasette(path)
        made[name] = Served(started, keys)
    yield made
    for one in made.values():
        for database in one.datasette.databases.values():
            database.close()
        one.datasette.executor.shutdown()


@pytest.fixture(params=["plain", "browsed"])
def page(request: pytest.FixtureRequest, served: dict[str, Served]) -> Page:
    """Fetches a page; DB in its address stands for the name of the database, KEY and CLAIM for keys in it."""
    datasette, keys = served[request.param]
    names = {"DB": request.param, "KEY": keys["ferry"], "CLAIM": keys["claim"]}

    def get(path: str) -> Any:
        for name, meant in names.items():
            path = path.replace(name, meant)
        return asyncio.run(datasette.client.get(path))

    return get


def test_all_of_them_are_loaded(page: Page) -> None:
    loaded = {one["name"] for one in page("/-/plugins.json").json()}
    assert loaded >= {*NEIGHBOURS, "onrecord"}


@pytest.mark.parametrize("path", TABLES)
def test_every_table_can_be_read(page: Page, path: str) -> None:
    for address in (path, f"{path}.json"):
        response = page(address)
        assert response.status_code == 200, response.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "{attributions{nodes{statement_id{text}speaker_id{name}spans_list{nodes{start}}}}}",
            {
                "statement_id": {"text": reading_room.MASTER},
                "speaker_id": {"name": "Olaf Brekke"},
                "spans_list": {"nodes": [{"start": 204}]},
            },
        ),
        ("{quotes{nodes{speaker}}}", {"speaker": "Ingrid Dahl"}),
        (
            "{reviews{nodes{verdict claim_id{text}reviewer_id{name}}}}",
            {
                "verdict": "Mostly true",
                "claim_id": {"text": "Everybody with a ticket sails."},
                "reviewer_id": {"name": "Tallvik Fact Desk"},
            },
        ),
    ],
)
def test_graphql_follows_the_tables(page: Page, query: str, found: dict[str, Any]) -> None:
    response = page(f"/graphql/DB?query={query}")
    assert response.status_code == 200, response.text
    (table,) = response.json()["data"].values()
    assert found in table["nodes"]


def test_search_all_keeps_its_address_and_ours_has_its_own(page: Page) -> None:
    assert "onrecord/pages.css" not in page("/-/search?q=ferry").text
    ours = page("/-/onrecord/search?q=ferry")
    assert "waits for nobody" in ours.text
    home = html.fromstring(page("/").text)
    assert home.xpath("//form[@role='search']/@action") == ["/-/onrecord/search"]


@pytest.mark.parametrize(
    "path", ["/", "/-/onrecord", "/-/quote/KEY", "/-/source/dahl-2024", "/-/claim/CLAIM"]
)
def test_our_pages_are_what_they_are_without_them(page: Page, path: str) -> None:
    response = page(path)
    assert response.status_code == 200
    assert response.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        ("/robots.txt", "User-agent: *"),
        ("/DB/quotes.copyable", "The ferry waits"),
        ("/DB/attributions.Notebook", "attributions"),
        ("/DB/quotes.bib", "@"),
        ("/DB/quotes.csv", "The ferry waits"),
    ],
)
def test_formats_of_both_sides_are_to_be_had(page: Page, path: str, piece: str) -> None:
    response = page(path)
    assert response.status_code == 200, response.text
    assert piece in response.text
