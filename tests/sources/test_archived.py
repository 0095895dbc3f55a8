"""A copy in an archive is kept as that of the page it was made of."""

import json
from pathlib import Path

import pytest
from conftest import Run

from onrecord.db.store import reading, writing
from onrecord.ingest.fetch import Fetched
from onrecord.ingest.read import read_fetched
from onrecord.sources import captures
from onrecord.sources.add import AddedSource, SourceFields, add_source
from onrecord.sources.copies import add_snapshot

PAGE = "https://quay.example/fog"
COPY = f"https://web.archive.org/web/20210402101112/{PAGE}"
HTML = "<html><head><title>Fog holds ferries</title>{}</head><body><article>" + "<p>No ferry left.</p>" * 30


def fetched(database: Path, url: str, head: str = "") -> AddedSource:
    document = read_fetched(Fetched(HTML.format(head).encode(), url, "text/html", "utf-8"))
    with writing(database, "ingest") as store:
        return add_source(store, SourceFields(), document, fetched=True)


@pytest.mark.parametrize(
    ("url", "head", "page", "archive", "at"),
    [
        (COPY, "", PAGE, COPY, "2021-04-02T10:11:12Z"),
        (COPY, f'<link rel="canonical" href="{COPY}">', PAGE, COPY, "2021-04-02T10:11:12Z"),
        (COPY, f'<link rel="canonical" href="{PAGE}?id=7">', f"{PAGE}?id=7", COPY, "2021-04-02T10:11:12Z"),
        (
            "https://archive.ph/x1Y2z",
            f'<link rel="canonical" href="https://archive.today/2021.04.02-101112/{PAGE}">',
            PAGE, f"https://archive.today/2021.04.02-101112/{PAGE}", "2021-04-02T10:11:12Z",
        ),
        ("https://via.hypothes.is/" + PAGE, "", PAGE, None, None),
        ("https://m.quay.example/amp/fog", f'<link rel="canonical" href="{PAGE}">', PAGE, None, None),
        (
            "https://quay-example.cdn.ampproject.org/c/s/amp.quay.example/fog",
            f'<link rel="canonical" href="{PAGE}">', PAGE, None, None,
        ),
        ("https://perma.cc/AB12-CD34", "", "https://perma.cc/AB12-CD34", None, None),
        (COPY, '<link rel="canonical" href="https://elsewhere.example/">', PAGE, COPY, "2021-04-02T10:11:12Z"),
    ],
)  # fmt: skip
def test_what_was_fetched_from_an_archive(
    database: Path, url: str, head: str, page: str, archive: str | None, at: str | None
) -> None:
    added = fetched(database, url, head)
    assert (added.record.url, added.record.archive_url) == (page, archive)
    with reading(database) as reader:
        [capture] = captures.captures(reader, added.record.citekey)
    assert capture.archive_url == archive
    assert at is None or capture.captured_at == at


def test_an_archived_copy_of_a_known_page_is_known_by_it(database: Path, run: Run) -> None:
    run("add", "source", "--title", "Fog", "--url", PAGE, "--citekey", "fog", "--db", database)
    assert (
        "Nothing added: this is fog"
        in run("add", "source", "--url", COPY, "--title", "Fog", "--db", database).stdout
    )
    run("edit", "fog", "--url", f"https://archive.ph/20220102030405/{PAGE}/2", "--db", database)
    source = json.loads(run("show", "fog", "--db", database, "--json").stdout)
    assert (source["url"], source["archive_url"]) == (
        f"{PAGE}/2",
        f"https://archive.ph/20220102030405/{PAGE}/2",
    )


def test_a_later_copy_from_an_archive_was_made_when_the_archive_says(database: Path) -> None:
    added = fetched(database, PAGE)
    older = read_fetched(Fetched(HTML.format("").replace("No", "One").encode(), COPY, "text/html", "utf-8"))
    with writing(database, "add snapshot") as store:
        add_snapshot(store, added.record.citekey, older)
    with reading(database) as reader:
        first = captures.captures(reader, added.record.citekey)[0]
    assert (first.captured_at, first.archive_url) == ("2021-04-02T10:11:12Z", COPY)


def test_imported_addresses_of_archives_and_proxies(database: Path, tmp_path: Path, run: Run) -> None:
    items = [
        {"id": "a", "type": "webpage", "title": "Fog", "URL": COPY},
        {"id": "b", "type": "webpage", "title": "Fog", "URL": f"https://via.hypothes.is/{PAGE}"},
    ]
    (tmp_path / "items.json").write_text(json.dumps(items))
    assert "1 added, 1 known" in run("import", "items.json", "--db", database).stdout
    source = json.loads(run("show", "a", "--db", database, "--json").stdout)
    assert (source["url"], source["archive_url"]) == (PAGE, COPY)


def test_a_page_of_a_pdf_that_hypothesis_tells(database: Path, tmp_path: Path, run: Run) -> None:
    def annotation(words: str, *more: dict[str, object]) -> dict[str, object]:
        quote = {"type": "TextQuoteSelector", "exact": words, "prefix": "", "suffix": ""}
        return {
            "uri": "https://via.hypothes.is/https://quay.example/fog.pdf",
            "document": {"title": ["Fog"]},
            "target": [{"source": PAGE, "selector": [*more, quote]}],
        }

    rows = [
        annotation("No ferry left.", {"type": "PageSelector", "index": 13, "label": "xii"}),
        annotation("The bell rang.", {"type": "PageSelector", "index": 3}),
        annotation("It lifts.", {"type": "MediaTimeSelector", "start": 3725.5, "end": 3730}),
        annotation("Nobody came.", {"type": "PageSelector", "index": "x", "label": None}),
    ]
    (tmp_path / "a.json").write_text(json.dumps({"rows": rows}))
    run("import", "a.json", "--by", "Ingrid Dahl", "--db", database)
    found = json.loads(run("search", "--by", "Ingrid Dahl", "--db", database, "--json").stdout)
    assert {(one["text"], one["locator_label"], one["locator"], one["page_index"]) for one in found} == {
        ("No ferry left.", "page", "xii", 13),
        ("The bell rang.", "page", "4", 3),
        ("It lifts.", "timestamp", "01:02:05", None),
        ("Nobody came.", None, None, None),
    }
    sources = json.loads(run("list", "sources", "--db", database, "--json").stdout)
    assert [one["url"] for one in sources] == ["https://quay.example/fog.pdf"]
