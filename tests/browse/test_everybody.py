"""What everybody may see (`onrecord browse --public`): the pages and tables of the reading room, and nothing else at all."""

import asyncio
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import reading_room
from asking import Answer, ask
from lxml import html

from onrecord.browse import versions
from onrecord.browse.everybody import TABLES
from onrecord.browse.readonly import make_datasette
from onrecord.browse.server import application
from onrecord.db.store import reading, writing
from onrecord.ingest.read import read_bytes
from onrecord.pages.exports import EXPORTS
from onrecord.sources.copies import add_snapshot

Ask = Callable[..., Answer]
# Each stands in one place that is not for everybody.
COMMAND = "onrecord add source --from /home/secretlogin/draft.html"
LONG_TEXT = "The harbour office kept a secretparagraph that nobody quotes.\n\n" * 3
PROPOSED = "secretproposal"
SECRETS = ("secretlogin", "secretparagraph", PROPOSED)
# Beside the database's own tables.
PAGES = {
    "/", "/-/onrecord", "/-/onrecord/search", "/-/cite-styles", "/favicon.ico", "/onrecord", "/onrecord.json",
    *(f"/-/onrecord/search.{one}" for one in EXPORTS),
}  # fmt: skip
KINDS = ("quote", "cite", "source", "speaker", "claim")
FORMATS = ("", ".json", ".csv", *(f".{one}" for one in EXPORTS))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The newsroom with a secret in every table that is not shown; gives its keys."""
    path = tmp_path_factory.mktemp("public") / "onrecord.db"
    keys = reading_room.newsroom(path)
    with writing(path, COMMAND) as store:
        page = f"<html><title>Fog</title><body><p>{LONG_TEXT}</p></body></html>".encode()
        add_snapshot(store, "dahl-2024", read_bytes(LONG_TEXT.encode(), name="draft.txt"))
        copy = add_snapshot(store, "letter-2024", read_bytes(page, name="draft.html"))
        snapshot = store.value("SELECT max(id) FROM snapshots")
        assert copy is not None
        store.insert("proposals", 
                snapshot_id=snapshot, place_key="1", text_key="1", stretches=[[4, 18]], form="direct", speaker=PROPOSED,
                speaker_kind="person", unnamed=False, via=[], confidence=0.5, reason=PROPOSED, engine="rules",
            )  # fmt: skip
    with reading(path) as store:
        whole = "\n".join(
            str(row)
            for table in ("operations", "snapshots", "proposals")
            for row in store.rows(f"SELECT * FROM {table}")
        )
    assert all(secret in whole for secret in SECRETS)
    return path, keys


@pytest.fixture(scope="module")
def get(room: tuple[Path, dict[str, str]]) -> Ask:
    return partial(ask, application(room[0], "127.0.0.1", public=True))


def tables(path: Path) -> list[str]:
    with reading(path) as store:
        return list(store.column("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"))


def is_shown(path: str) -> bool:
    """Whether everybody may see an address: said here once more, from what the documentation promises."""
    if path in PAGES or re.fullmatch(r"/-/static(-plugins/onrecord)?/[^/]+", path):
        return True
    if re.fullmatch(rf"/-/({'|'.join(KINDS)})/[^/]+", path):
        return True
    one = re.fullmatch(r"/onrecord/(\w+)(/\d+)?((?:\.\w+)?)", path)
    return one is not None and one[1] in TABLES and one[3] in FORMATS and not (one[2] and one[1] == "quotes")


def written(tree: Any, values: dict[str, list[str]], names: dict[int, str]) -> list[str]:
    """Addresses that a route (parsed) takes: each named part with each of its values, what may be left out both ways."""
    made = [""]
    for kind, what in tree:
        if kind is kinds.LITERAL:
            parts = [chr(what)]
        elif kind is kinds.SUBPATTERN and names.get(what[0]) in values:
            parts = values[names[what[0]]]
        elif kind is kinds.SUBPATTERN:
            parts = written(what[3], values, names)
        elif kind is kinds.BRANCH:
            parts = [one for branch in what[1] for one in written(branch, values, names)]
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            parts = written(what[2], values, names)
            parts = [*([""] if what[0] == 0 else []), *parts]
        elif kind is kinds.AT:
            parts = [""]
        else:
            parts = ["x"]
        made = [before + part for before, part in product(made, parts)]
    return made


def routes(path: Path, keys: dict[str, str]) -> Iterator[str]:
    """Every address that Datasette registers, for every table there is."""
    values = {
        "database": ["onrecord", "_memory", "_internal", "nowhere"],
        "table": [*tables(path), "sqlite_master", "pragma_table_list", "nowhere"],
        "query": [*tables(path)],
        "pks": ["1", "1,2"],
        "format": ["json", "csv", "blob", "bib"],
        "extension": ["bib"],
        "reference": [keys["ferry"], f"{keys['ferry']}@dahl-2024", "nowhere"],
        "citekey": ["dahl-2024", "letter-2024"],
        "slug": ["ingrid-dahl"],
        "key": [keys["claim"]],
        "path": ["app.css", "pages.css", "../metadata.py", "x/y"],
    }
    datasette = make_datasette(path)
    for route, _ in datasette._routes():
        pattern = route if isinstance(route, str) else route.pattern
        groups = {number: name for name, number in re.compile(pattern).groupindex.items()}
        yield from written(parser.parse(pattern), values, groups)


def test_of_all_routes_only_those_of_the_reading_room_are_answered(
    room: tuple[Path, dict[str, str]], get: Ask
) -> None:
    path, keys = room
    wrong, shown = [], set()
    found = sorted(set(routes(path, keys)))
    assert {
        "/-/databases.json",
        "/onrecord/operations.csv",
        "/onrecord.db",
        "/-/versions",
        "/onrecord/snapshots/1.blob",
    } <= {*found}
    for address in found:
        answer = get(address)
        if (answer.status == 200) > is_shown(address) or answer.status not in (200, 302, 400, 403, 404):
            wrong.append((address, answer.status))
        if answer.status == 200:
            shown.add(address)
        assert not [secret for secret in SECRETS if secret in answer.text], address
    assert not wrong
    assert shown >= {
        "/",
        "/onrecord",
        "/onrecord/quotes.csv",
        "/onrecord/sources/1.bib",
        "/-/source/dahl-2024",
    }


@pytest.mark.parametrize("most", [60, pytest.param(2_000, marks=pytest.mark.long)])
def test_what_the_reading_room_links_can_be_read_and_keeps_its_secrets(get: Ask, most: int) -> None:
    seen: dict[str, int] = {}
    asked = ["/"]
    while asked and len(seen) < most:
        address = asked.pop(0)
        if address in seen:
            continue
        answer = get(address)
        seen[address] = answer.status
        assert not [secret for secret in SECRETS if secret in answer.text], address
        if answer.status == 200 and answer.headers["content-type"].startswith("text/html"):
            for link in html.fromstring(answer.text).xpath("//@href | //@src | //@action"):
                parts = urlsplit(urljoin(f"http://localhost{address}", link))
                if parts.netloc == "localhost":
                    asked.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    # Datasette 1.0 links it from each of its pages.
    assert [one for one, status in seen.items() if status != 200] == (
        ["/onrecord/-/schema"] if versions.IS_1 else []
    )


@pytest.mark.parametrize(
    "asked",
    [
        "sql=select+*+from+operations",
        "_where=1=1",
        "_where=exists(select+1+from+snapshots+where+text+like+'%25secret%25')",
        '_through={"table":"snapshots","column":"text","value":"x"}',
        "_fts_table=statements_fts&_search=x",
        "_fts_pk=id&_search=x",
        "_searchmode=raw&_search=x",
        "_extra=query",
        "_extras=foreign_key_tables",
        "_trace=1",
        "_timelimit=99999",
        "_format=blob&_blob_column=text",
        "_blob_column=text",
        "_facet_array=text",
        "_internal=1",
        "%5Fwhere=1=1",
        "x=1&_where=1=1",
        "_where",
    ],
)
def test_no_parameter_reaches_beyond_a_table(get: Ask, asked: str) -> None:
    for path in (
        "/onrecord/sources",
        "/onrecord/sources.json",
        "/onrecord/sources/1",
        "/onrecord",
        "/",
        "/-/source/dahl-2024",
    ):
        assert get(f"{path}?{asked}").status == 403, path


@pytest.mark.parametrize(
    "asked",
    [
        "_search=ferry", "_search_text=ferry", "_facet=form", "_sort=id", "_sort_desc=id", "_size=1", "_col=form", "_nocol=cue",
        "form=direct", "form__in=direct,mixed", "id__gt=1", "_labels=on", "_nocount=1", "_next=1",
    ],
)  # fmt: skip
def test_tables_can_be_searched_sorted_and_narrowed(get: Ask, asked: str) -> None:
    for path in ("/onrecord/attributions", "/onrecord/attributions.json", "/onrecord/attributions.csv"):
        assert get(f"{path}?{asked}").status == 200, path


@pytest.mark.parametrize(
    "address",
    [
        "/onrecord/operations", "/ONRECORD/operations", "//onrecord/operations", "/onrecord//operations", "/onrecord/operations/",
        "/onrecord/%6Fperations", "/onrecord/~6Fperations", "/%6Fnrecord/quotes", "/onrecord/quotes/../operations", "/onrecord/quotes%2F1",
        "/onrecord/QUOTES", "/onrecord/snapshots.csv?_stream=on", "/onrecord/statements_fts", "/onrecord/statements_fts_data",
        "/onrecord/sqlite_master", "/onrecord/spans", "/-/", "/-/metadata.json", "/-/metadata", "/-/settings", "/-/threads.json",
        "/-/actor.json", "/-/permissions", "/-/allow-debug", "/-/messages", "/-/patterns", "/-/logout", "/-/auth-token", "/.json",
        "/-/jump.json", "/-/schema", "/onrecord/-/query?sql=select+1", "/onrecord/-/schema", "/onrecord/-/queries", "/graphql",
        "/-/static/../metadata.py", "/-/static-plugins/onrecord/../plugin.py", "/-/static-plugins/other/x.js", "/onrecord/quotes/1",
        "/onrecord/tags/1.blob", "/onrecord/tags/1/-/update", "/-/quote/a/b", "/\xe9", "/onrecord/tags\n", "",
    ],
)  # fmt: skip
def test_everything_else_is_one_sentence(get: Ask, address: str) -> None:
    answer = get(address)
    assert answer.status == 404
    assert answer.text.count("\n") == 1
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_is_sent(get: Ask, method: str) -> None:
    for path in ("/", "/onrecord/tags", "/onrecord/tags/-/insert", "/graphql"):
        assert get(path, method).status == 405


def test_pages_leave_out_whole_texts_and_the_history(room: tuple[Path, dict[str, str]], get: Ask) -> None:
    _, keys = room
    quote = html.fromstring(get(f"/-/quote/{keys['ferry']}").text)
    # The passage around it, as in a published copy.
    assert quote.xpath("//p[@class='passage']//mark")
    assert not quote.xpath("//section[@aria-labelledby='history']")
    assert not [one for one in quote.xpath("//a/@href") if "show=" in one]
    for asked in ("", "?part=1", "?para=1", f"?show={keys['ferry']}", "?copy=00000000"):
        source = get(f"/-/source/dahl-2024{asked}")
        assert source.status == 200
        found = html.fromstring(source.text)
        assert not found.xpath("//div[@class='para']")
        assert reading_room.FERRY in found.text_content()
        assert "The stored text is not shown here" in found.text_content()
        assert not [one for one in found.xpath("//a/@href") if "copy=" in one or "para=" in one]


def test_stored_texts_are_not_searched(get: Ask) -> None:
    for asked in ("q=nobody", f"q={LONG_TEXT.split()[0]}", "q=nobody&texts=1"):
        found = html.fromstring(get(f"/-/onrecord/search?{asked}").text)
        assert not found.xpath("//section[@id='texts']") and "stored texts" not in found.text_content()


def test_exports_are_those_of_the_pages(room: tuple[Path, dict[str, str]], get: Ask) -> None:
    _, keys = room
    for address in (f"/-/quote/{keys['ferry']}.bib", "/-/source/dahl-2024.bib", "/onrecord/quotes.bib?form=direct",
                    "/onrecord/sources/1.bib", "/-/onrecord/search.bib?q=nobody"):  # fmt: skip
        answer = get(address)
        assert (answer.status, "@article" in answer.text or "@" in answer.text) == (200, True), address


def test_the_search_is_found_where_it_stood_before(get: Ask) -> None:
    answer = get("/-/search?q=nobody+asked")
    assert (answer.status, answer.headers["location"]) == (302, "/-/onrecord/search?q=nobody+asked")


def test_sqlite_itself_refuses_every_other_table(room: tuple[Path, dict[str, str]]) -> None:
    datasette = make_datasette(room[0], public=True)
    database = datasette.databases["onrecord"]

    def rows(sql: str) -> list[Any]:
        return [tuple(row) for row in asyncio.run(database.execute(sql, log_sql_errors=False)).rows]

    for name in tables(room[0]):
        if name in TABLES:
            assert rows(f'select * from "{name}"') is not None
            assert rows(f'select count(*) from "{name}"')
        elif "_fts" not in name and not name.endswith("_searched"):
            for sql in (f'select * from "{name}"', f'select count(*) from "{name}"', f'select 1 from tags, "{name}"',
                        f'select (select max(rowid) from "{name}")', f'with x as (select * from "{name}") select 1 from x'):  # fmt: skip
                with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
                    rows(sql)
    with pytest.raises(sqlite3.DatabaseError):
        rows("select snippet(snapshots) from snapshots")
    for sql in ("attach ':memory:' as x", "insert into tags (name) values ('x')", "delete from tags"):
        with pytest.raises(sqlite3.DatabaseError):
            asyncio.run(database.execute_fn(lambda connection, sql=sql: connection.execute(sql)))


def test_datasette_names_no_other_table(room: tuple[Path, dict[str, str]], get: Ask) -> None:
    listed = json.loads(get("/onrecord.json").text)
    hidden = {name for name in tables(room[0]) if name not in TABLES}
    named = {one["name"] for one in listed["tables"] if not one["hidden"]}
    assert named | {"quotes"} == TABLES
    keys = json.dumps([one["foreign_keys"] for one in listed["tables"] if not one["hidden"]])
    assert not [name for name in hidden if f'"{name}"' in keys]
    assert [one["name"] for one in listed["views"]] == ["quotes"]
