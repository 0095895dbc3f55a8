"""Files to take along: whole, readable by the programs they are for, and called what they are."""

import asyncio
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import reading_room
import recorded
import tools

from onrecord.browse import versions
from onrecord.browse.readonly import make_datasette
from onrecord.cite.cited import cite
from onrecord.db import schema
from onrecord.db.store import reading, writing
from onrecord.exchange.annotations import schemaorg
from onrecord.exchange.bibliography import csljson, ris
from onrecord.exchange.entries import QuoteEntry, SourceEntry
from onrecord.pages.exports import EXPORTS

Page = Callable[..., Any]
Keep = Callable[[Any], Any]

MANY = 2_345
TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csljson": "application/vnd.citationstyles.csl+json",
    "jsonld": "application/ld+json",
    "md": "text/markdown; charset=utf-8",
}


@pytest.fixture
def room(tmp_path: Path, kept: Keep) -> tuple[Page, dict[str, str], Path]:
    path = tmp_path / "onrecord.db"
    keys = reading_room.newsroom(path)
    return _fetching(path, kept), keys, path


def _fetching(path: Path, kept: Keep) -> Page:
    datasette = kept(make_datasette(path))
    return lambda address, **options: asyncio.run(
        datasette.client.get(address, follow_redirects=True, **options)
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More statements than Datasette ever gives at once: of two speakers in two sources, and a source without any."""
    path = tmp_path_factory.mktemp("many") / "onrecord.db"
    schema.create(path)
    with writing(path, "test") as store:
        for number in (1, 2):
            store.insert("speakers", slug=f"speaker-{number}", name=f"Speaker {number}", kind="person")
            store.insert("sources", citekey=f"source-{number}", type="book", title=f"Book {number}")
        store.insert("sources", citekey="source-3", type="book", title="Book 3")
        for number in (1, 2):
            name = f"Speaker {number}"
            store.insert(
                "speaker_names", speaker_id=number, name=name, name_key=name.casefold(), kind="preferred"
            )
        for number in range(1, MANY + 1):
            words = f"Sentence number {number} of many{' evenly' if number % 2 == 0 else ''}."
            store.insert("statements", key=f"{number:010}", text=words, text_key=words)
        for number in range(1, MANY + 1):
            owner = 1 + number % 2
            store.insert(
                "attributions", statement_id=number, speaker_id=owner, source_id=owner, form="direct"
            )
    return path


def quotations(response: Any) -> list[str]:
    """The wordings that a RIS file holds as notes."""
    assert response.status_code == 200, response.text
    return [line for line in response.text.splitlines() if line.startswith("N1  - “Sentence number")]


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/onrecord/quotes.ris", MANY),
        ("/onrecord/quotes.ris?_size=10", MANY),
        ("/onrecord/quotes.ris?_size=max&_col=text&_sort=said_min", MANY),
        ("/onrecord/quotes.ris?_next=50", MANY),
        ("/onrecord/attributions.ris", MANY),
        ("/onrecord/statements.ris?_next=50", MANY),
        ("/onrecord/quotes.ris?speaker=Speaker+1", MANY // 2),
        ("/onrecord/quotes.ris?_search=evenly", MANY // 2),
        ("/onrecord/quotes.ris?_search=%22number+7%22", 1),
        ("/onrecord/quotes.ris?id__lte=1500&_nocount=1", 1500),
        ("/onrecord/statements.ris?_where=id+%3E+2000", MANY - 2000),
        ("/onrecord/speakers.ris?slug=speaker-2", MANY - MANY // 2),
        ("/onrecord/sources.ris?citekey=source-1", MANY // 2),
        ("/onrecord/quotes.ris?speaker=nobody", 0),
        ("/onrecord.ris?sql=select+key+from+quotes", MANY),
        (
            "/onrecord.ris?sql=select+statement_id+from+quotes+where+speaker_slug+%3D+:who;&who=speaker-1",
            MANY // 2,
        ),
        ("/onrecord.ris?sql=select+key+from+quotes+where+text+regexp+'evenly[.]$'", MANY // 2),
        ("/onrecord.ris?sql=select+id+as+attribution_id+from+attributions+--+all+of+them", MANY),
        ("/-/source/source-2.ris", MANY - MANY // 2),
        ("/-/speaker/speaker-1.ris", MANY // 2),
        ("/onrecord/attributions/7.ris", 1),
        ("/-/onrecord/search.ris?q=sentence", MANY),
        ("/-/onrecord/search.ris?q=evenly&page=3&sort=newest", MANY // 2),
        ("/-/onrecord/search.ris?q=sentence&by=speaker-1", MANY // 2),
        ("/-/onrecord/search.ris?q=nonesuch", 0),
    ],
)
def test_everything_that_is_found_is_there(many: Path, kept: Keep, address: str, count: int) -> None:
    fetch = _fetching(many, kept)
    assert len(quotations(fetch(address))) == count


def test_sources_come_with_and_without_statements(many: Path, kept: Keep) -> None:
    fetch = _fetching(many, kept)
    assert fetch("/onrecord/sources.ris").text.count("TY  - ") == 3
    assert fetch("/onrecord/quotes.ris").text.count("TY  - ") == 2


@pytest.mark.parametrize("extension", EXPORTS)
def test_files_say_what_they_are(room: tuple[Page, dict[str, str], Path], extension: str) -> None:
    fetch, keys, _ = room
    for address, name in (
        (f"/-/quote/{keys['ferry']}.{extension}", keys["ferry"]),
        (f"/-/source/dahl-2024.{extension}", "dahl-2024"),
        (f"/-/speaker/ingrid-dahl.{extension}", "ingrid-dahl"),
        (f"/-/claim/{keys['claim']}.{extension}", keys["claim"]),
        (f"/-/onrecord/search.{extension}?q=nobody", "search-nobody"),
        (f"/onrecord/quotes.{extension}", "onrecord-quotes"),
        (f"/onrecord.{extension}?sql=select+key+from+quotes", "onrecord-query"),
    ):
        response = fetch(address)
        assert response.status_code == 200
        assert response.headers["content-type"] == TYPES[extension]
        assert response.headers["content-disposition"] == f'attachment; filename="{name}.{extension}"'
        assert response.headers["x-content-type-options"] == "nosniff"
        assert reading_room.FERRY in response.text


def test_biber_and_pandoc_read_the_bibtex(room: tuple[Page, dict[str, str], Path], tmp_path: Path) -> None:
    written = room[0]("/onrecord/quotes.bib").text
    entries = tools.read_with_biber(written, tmp_path)
    assert set(entries) == {"dahl-2024", "letter-2024"}
    assert entries["dahl-2024"]["author"] == "Lindqvist, Marta"
    assert "Attribution disputed" in entries["dahl-2024"]["note"]
    assert [item["id"] for item in tools.read_with_pandoc(written, "bibtex")] == ["dahl-2024", "letter-2024"]


def test_ris_and_csl_json_are_read(room: tuple[Page, dict[str, str], Path]) -> None:
    fetch = room[0]
    written = fetch("/onrecord/quotes.ris")
    titles = ["Ferries and fog", "A letter to the council"]
    assert [item["title"] for item in tools.read_with_pandoc(written.text, "ris")] == titles
    entries = [
        one for one in ris.read(BytesIO(written.content), "quotes.ris") if isinstance(one, SourceEntry)
    ]
    assert [one.csl["title"] for one in entries] == titles
    items = fetch("/onrecord/quotes.csljson")
    assert [one["title"] for one in tools.read_with_pandoc(items.text, "csljson")] == titles
    read = list(csljson.read(BytesIO(items.content), "quotes.csljson"))
    assert reading_room.FERRY in [one.text for one in read if isinstance(one, QuoteEntry)]


def test_linked_data_is_read_in_again(room: tuple[Page, dict[str, str], Path]) -> None:
    fetch, keys, _ = room
    written = fetch("/onrecord/quotes.jsonld")
    entries = [
        one
        for one in schemaorg.read(BytesIO(written.content), "quotes.jsonld")
        if isinstance(one, QuoteEntry)
    ]
    assert [one.text for one in entries][:2] == [reading_room.FERRY, reading_room.MASTER]
    alone = fetch(f"/-/quote/{keys['master']}@dahl-2024.jsonld").json()
    assert [one["identifier"] for one in alone["@graph"]] == [f"{keys['master']}@dahl-2024"]
    about = fetch(f"/-/claim/{keys['claim']}.jsonld").json()
    assert keys["claim"] in [one["identifier"] for one in about["@graph"] if one["@type"] == "Claim"]
    nothing = fetch("/onrecord/quotes.jsonld?speaker=nobody").json()
    assert nothing["@graph"] == []


def test_markdown_is_what_the_command_line_cites(room: tuple[Page, dict[str, str], Path]) -> None:
    fetch, keys, path = room
    with reading(path) as store:
        quotes = recorded.quotes(store, keys["master"])
    expected = cite(quotes, format="markdown", as_="blockquote", force=True)
    assert fetch(f"/-/quote/{keys['master']}.md").text == f"{expected}\n"


def offered(response: Any) -> Iterator[str]:
    """The exports that a page links."""
    for link in html.fromstring(response.text).iter("a"):
        address = (link.get("href") or "").partition("?")[0]
        if address.rpartition(".")[2] in EXPORTS:
            yield link.get("href")


@pytest.mark.parametrize(
    "address",
    [
        "/onrecord/quotes", "/onrecord/statements", "/onrecord/sources?_search=ferries", "/onrecord/claims",
        "/onrecord?sql=select+key+from+quotes", "/-/quote/{ferry}", "/-/source/dahl-2024", "/-/speaker/ingrid-dahl", "/-/claim/{claim}",
        "/-/onrecord/search?q=nobody",
    ],
)  # fmt: skip
def test_pages_with_statements_link_them(room: tuple[Page, dict[str, str], Path], address: str) -> None:
    fetch, keys, _ = room
    found = list(offered(fetch(address.format(**keys))))
    assert [one.partition("?")[0].rpartition(".")[2] for one in found] == list(EXPORTS)
    for one in found:
        assert fetch(one).status_code == 200


@pytest.mark.parametrize("address", ["/onrecord/snapshots", "/onrecord/operations", "/onrecord?sql=select+1"])
def test_pages_without_statements_link_none(room: tuple[Page, dict[str, str], Path], address: str) -> None:
    fetch = room[0]
    assert list(offered(fetch(address))) == []
    path, _, query = address.partition("?")
    assert fetch(f"{path}.bib?{query}").status_code == 400


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/-/quote/zzzzzzzzzz.bib", 404),
        ("/-/quote/{ferry}.exe", 404),
        ("/-/source/nowhere.ris", 404),
        ("/-/speaker/nobody.ris", 404),
        ("/-/onrecord/search.ris", 400),
        ("/-/onrecord/search.ris?q=ferry&by=nobody-at-all", 400),
        ("/onrecord/quotes.bib?_where=nonsense", 400),
        ("/onrecord.bib?sql=select+key+from+nowhere", 400),
        ("/onrecord.bib?sql=drop+table+tags", 400),
    ],
)
def test_what_cannot_be_had_is_said(
    room: tuple[Page, dict[str, str], Path], address: str, status: int
) -> None:
    fetch, keys, _ = room
    assert fetch(address.format(**keys)).status_code == status


def test_a_citekey_that_ends_like_a_file_keeps_its_page(room: tuple[Page, dict[str, str], Path]) -> None:
    fetch, _, path = room
    with writing(path, "test") as store:
        store.insert("sources", citekey="dahl-2024.bib", type="book", title="A book about files")
    assert "A book about files" in fetch("/-/source/dahl-2024.bib").text
    assert fetch("/-/source/dahl-2024.bib.bib").text.startswith("@book{dahl-2024.bib,")
    assert fetch("/-/source/dahl-2024.ris").text.startswith("TY  - NEWS")


def test_a_query_that_takes_too_long_is_stopped(many: Path, kept: Keep) -> None:
    datasette = kept(make_datasette(many, sql_time_limit_ms=100))
    endless = "with recursive n(key) as (select 1 union all select key + 1 from n) select key from n"
    response = asyncio.run(
        datasette.client.get("/onrecord.bib", params={"sql": endless}, follow_redirects=True)
    )
    assert response.status_code == 400
    assert "too long" in response.text


def test_who_may_not_see_all_of_a_record_exports_none(many: Path, kept: Keep) -> None:
    from datasette.app import Datasette

    private = {"databases": {many.stem: {"tables": {"snapshots": {"allow": False}}}}}
    datasette = kept(Datasette([str(many)], metadata=private))
    assert asyncio.run(datasette.client.get("/onrecord/quotes.bib")).status_code == 403
    assert asyncio.run(datasette.client.get("/-/source/source-1.bib")).status_code == 404


def test_other_databases_export_nothing(tmp_path: Path, kept: Keep) -> None:
    import sqlite3

    from datasette.app import Datasette

    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE quotes (id INTEGER, key TEXT); INSERT INTO quotes VALUES (1, 'x')")
    connection.close()
    datasette = kept(Datasette([str(path)]))
    assert asyncio.run(datasette.client.get("/other/quotes.bib")).status_code == 404
    shown = asyncio.run(datasette.client.get("/other/quotes"))
    assert list(offered(shown)) == []


def test_the_values_that_a_query_takes_from_the_server_are_not_made_up(many: Path, kept: Keep) -> None:
    from datasette.app import Datasette

    mine = {"databases": {"onrecord": {"queries": {"mine": "select key from quotes where :_now_epoch > 0"}}}}
    datasette = kept(Datasette([str(many)], **{"config" if versions.IS_1 else "metadata": mine}))
    response = asyncio.run(datasette.client.get("/onrecord/mine.bib"))
    assert response.status_code == 400
    assert "takes values from the server" in response.text
