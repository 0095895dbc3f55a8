"""What a reader sees in the browser."""

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from onrecord.browse import metadata, versions
from onrecord.browse.readonly import make_datasette
from onrecord.db.store import writing

SCRIPT = "<script>alert('x')</script>"
REASON = "The office denies the conversation."
Page = Callable[..., Any]


def tree(response: Any) -> Any:
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def select(node: Any, tag: str, *classes: str, **attributes: str) -> list[Any]:
    """The elements `tag` below `node` that carry all the classes and attributes."""
    return [
        element
        for element in node.iter(tag)
        if set(classes) <= set((element.get("class") or "").split())
        and all(element.get(name) == value for name, value in attributes.items())
    ]


def cells(response: Any, column: str) -> list[str]:
    return [cell.text_content().strip() for cell in select(tree(response), "td", f"col-{column}")]


def test_the_page_of_the_database_leads_to_the_quotes_and_searches(page: Page) -> None:
    base = tree(page("/onrecord"))
    assert select(base, "h1")[0].text_content().strip() == "On the record"
    assert "/onrecord/quotes" in [link.get("href") for link in select(base, "a")]
    form = select(base, "form", "onrecord-search")[0]
    assert form.get("action") == "/-/onrecord/search"
    assert select(form, "input", name="q")
    assert "_memory" not in page("/.json").json()


def test_quotes_are_read_with_their_speaker_chain_and_source(page: Page) -> None:
    response = page("/onrecord/quotes")
    assert "The harbour will open again before the first frost." in cells(response, "text")
    assert cells(response, "speaker")[:3] == ["Ines Falkenau", "Ines Falkenau", "Tobias Ren"]
    assert cells(response, "via")[2] == "Ines Falkenau"
    assert cells(response, "source")[:2] == ["courier-2024", "letter-1911"]


def test_quotes_have_lists_to_choose_from(page: Page) -> None:
    quotes = tree(page("/onrecord/quotes"))
    names = {facet.get("data-column") for facet in select(quotes, "div", "facet-info")}
    assert names == {
        "speaker",
        "source",
        "form",
        "polarity",
        "status",
    }  # nothing was checked, so no list of results
    chosen = next(link for link in select(quotes, "a") if link.text_content() == "disputed")
    assert cells(page(chosen.get("href").removeprefix("http://localhost")), "speaker") == ["Tobias Ren"]


def test_doubt_stands_under_the_wording(page: Page) -> None:
    quotes = tree(page("/onrecord/quotes"))
    doubts = [doubt.text_content() for doubt in select(quotes, "p", "onrecord-doubt")]
    assert doubts == [
        "disputed The office denies the conversation.",
        "misattributed The office denies the conversation.",
    ]


def test_search_finds_a_wording(page: Page) -> None:
    assert cells(page("/onrecord/quotes?_search=HARBOUR+frost"), "key") == ["key0aaaaaa"]
    assert cells(page('/onrecord/quotes?_search="before the first"'), "key") == ["key0aaaaaa"]
    assert cells(page("/onrecord/quotes?_search=inspec*"), "key") == ["key2aaaaaa"]
    assert cells(page("/onrecord/quotes?_search=U.S."), "key") == ["key2aaaaaa"]
    assert cells(page("/onrecord/statements?_search=repaid"), "key") == ["key1aaaaaa"]
    assert cells(page("/onrecord/attributions?_search=repaid"), "form") == ["indirect"]
    assert cells(page("/onrecord/speaker_names?_search=falkenau"), "name") == ["Ines Falkenau"]
    assert cells(page("/onrecord/sources?_search=quay"), "citekey") == ["courier-2024"]


TYPED = (
    '"', "“", "'", "*", "**", "(", ")", "U.S.", "AND", "NOT x", "a OR", "NEAR(", "text:", "^", "-x", "+", "%", "\\",
    "x\x00y", '"a\nb', '"" ""', "😀", "\ud7ff", "{}", " ", SCRIPT, "' OR 1=1 --", "word " * 200,
)  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_whatever_is_typed_is_no_error(page: Page, typed: str) -> None:
    for table in ("quotes", "statements", "sources", "speaker_names"):
        response = page(f"/onrecord/{table}", params={"_search": typed})
        assert response.status_code == 200, response.text


def test_labels_stand_for_foreign_keys_in_tables_and_on_the_page_of_one_row(page: Page) -> None:
    assert cells(page("/onrecord/attributions"), "speaker_id")[0] == "Ines Falkenau"
    assert cells(page("/onrecord/stances"), "claim_id") == ["The quay was inspected."]
    row = page("/onrecord/attributions/3")
    assert cells(row, "speaker_id") == ["Tobias Ren"]
    assert cells(row, "source_id") == ["courier-2024"]
    assert cells(row, "exact") == [
        f"The quay was inspected in the spring, said the U.S. envoy.disputed {REASON}"
    ]
    links = {link.get("href") for link in select(tree(row), "a")}
    assert {"/onrecord/speakers/2", "/onrecord/sources/1", "/onrecord/statements/3"} <= links


def test_links_lead_on(page: Page) -> None:
    quotes = page("/onrecord/quotes")
    links = {link.text_content(): link for link in select(tree(quotes), "a")}
    for text in ("key2aaaaaa", "Tobias Ren", "courier-2024"):
        assert page(links[text].get("href")).status_code == 200
    assert "key2aaaaaa" in page(links["Tobias Ren"].get("href")).text
    outside = links["The quay that nobody inspected"]
    assert outside.get("href") == "https://courier.example/quay?a=1&b=2"
    assert "noreferrer" in outside.get("rel")


PAGES = (
    "/", "/onrecord", "/onrecord/quotes", "/onrecord/quotes?_search=script", "/onrecord/quotes?speaker_slug=speaker-2",
    "/onrecord/attributions", "/onrecord/attributions/4", "/onrecord/statements", "/onrecord/statements/4",
    "/onrecord/speakers", "/onrecord/speakers/3", "/onrecord/sources", "/onrecord/sources/2",
    "/onrecord/speaker_names", "/onrecord/relays", "/onrecord/snapshots", "/onrecord/changes",
    "/onrecord?sql=select+name,title,url+from+speakers,sources",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_hostile_text_is_inert_on_every_page(page: Page, path: str) -> None:
    response = page(path)
    parsed = tree(response)
    assert SCRIPT not in response.text
    assert not [script for script in parsed.iter("script") if "alert" in (script.text or "")]
    for link in parsed.iter("a"):
        assert not (link.get("href") or "").lower().startswith(("javascript:", "data:", "vbscript:"))
    visible_text = "".join(parsed.xpath("//body//text()"))
    assert "\u202e" not in visible_text
    assert "\x1b" not in visible_text


def test_characters_that_hide_or_reorder_are_chips(page: Page) -> None:
    names = select(tree(page("/onrecord/speakers")), "td", "col-name")
    chips = [chip.text_content() for chip in select(names[2], "span", "onrecord-chip")]
    assert len(chips) == 2


def test_the_style_sheet_is_linked_and_served(page: Page) -> None:
    for path in ("/onrecord", "/onrecord/quotes", "/onrecord/attributions/1"):
        links = [link.get("href") for link in select(tree(page(path)), "link", rel="stylesheet")]
        assert "/-/static-plugins/onrecord/onrecord.css" in links
    assert page("/-/static-plugins/onrecord/onrecord.css").status_code == 200


def test_what_is_for_programs_is_hidden_from_the_list_of_tables(page: Page) -> None:
    tables = {table["name"]: table["hidden"] for table in page("/onrecord.json").json()["tables"]}
    hidden = {name for name, is_hidden in tables.items() if is_hidden}
    assert {"alembic_version", "changes", "operations", "statements_fts"} <= hidden
    assert {"statements", "speakers", "sources", "attributions", "claims"} & hidden == set()


def test_every_table_and_column_that_the_metadata_names_exists(filled: Path) -> None:
    described = metadata.for_database()["tables"]
    connection = sqlite3.connect(filled)
    for name, table in described.items():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")}
        assert columns, name
        used = {
            *table.get("columns", {}),
            *table.get("sortable_columns", []),
            *(column for facet in table.get("facets", []) for column in facet.values()),
            *(table[key] for key in ("label_column", "fts_pk") if key in table),
        }
        assert used <= columns, name
    visible = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    connection.close()
    assert {name for name in visible if "_fts" not in name} <= set(described)


def test_every_table_opens(page: Page, filled: Path) -> None:
    connection = sqlite3.connect(filled)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    ]
    # An index without texts of its own depends on no other table's permission.
    indexes = [
        row[0]
        for row in connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql LIKE '%USING fts5%'")
        if "content=''" not in row[1]
    ]
    connection.close()
    for name in names:
        # Datasette 1.0 keeps what the full-text index of another table consists of to itself.
        inside = versions.IS_1 and name.startswith(tuple(f"{index}_" for index in indexes))
        assert page(f"/onrecord/{name}").status_code == (403 if inside else 200), name


def test_exports_keep_the_text_as_it_is(page: Page) -> None:
    rows = page("/onrecord/quotes.json?_shape=array").json()
    assert SCRIPT in rows[3]["text"]
    assert "\u202e" in rows[3]["speaker"]
    assert page("/onrecord/quotes.csv").text.startswith("text,speaker,via,said,")


def test_nothing_can_be_written(page: Page, filled: Path) -> None:
    before = hashlib.sha256(filled.read_bytes()).hexdigest()
    for statement in (
        "insert into tags (name) values ('x')",
        "drop table tags",
        "pragma user_version = 9",
        "vacuum",
    ):
        assert page("/onrecord", params={"sql": statement}).status_code == 400
    for path in PAGES:
        page(path)
    assert hashlib.sha256(filled.read_bytes()).hexdigest() == before


def test_plugins_cannot_get_a_connection_that_writes(filled: Path, kept: Callable[[Any], Any]) -> None:
    datasette = kept(make_datasette(filled))
    database = datasette.get_database("onrecord")
    insert = "INSERT INTO tags (name) VALUES ('x')"
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        asyncio.run(database.execute_write(insert))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        asyncio.run(database.execute_fn(lambda connection: connection.execute(insert)))


def test_what_is_recorded_meanwhile_is_on_the_next_page(page: Page, filled: Path) -> None:
    assert len(page("/onrecord/tags.json?_shape=array").json()) == 1
    with writing(filled, "test") as store:
        store.insert("tags", name="weather")
    assert [row["name"] for row in page("/onrecord/tags.json?_shape=array").json()] == ["harbour", "weather"]
    assert page("/onrecord/tags").headers["cache-control"] == "no-cache"


def test_metadata_is_made_anew_for_every_request(page: Page) -> None:
    first = json.dumps(metadata.for_database(), sort_keys=True)
    for path in PAGES:
        page(path)
    assert json.dumps(metadata.for_database(), sort_keys=True) == first
