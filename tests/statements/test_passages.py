"""Where a source is a web page with a stored copy, everything that links it for a statement links to the very words."""

import json
from io import BytesIO
from pathlib import Path

import pytest

import onrecord
from onrecord.cite.cited import cite
from onrecord.db.store import reading, writing
from onrecord.exchange.transfer import export
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields
from onrecord.statements.passages import pointed

PAGE = """<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p>Ida Berg said: “We open the bridge in spring.” Nobody in the harbour town believed her.</p>
<p>A year later Ida Berg said again (laughing): “We open the bridge in spring.” This time they did.</p></article></body></html>"""
SAID = "We open the bridge in spring."
LINK = "https://news.example/bridge#:~:text="


@pytest.fixture
def key(database: Path) -> str:
    with writing(database, "test") as store:
        page = read_bytes(PAGE.encode(), name="bridge.html", media_type="text/html", url=None)
        add_source(store, SourceFields(url="https://news.example/bridge", citekey="bridge"), page)
        text = read_bytes(PAGE.encode(), name="bridge.html", media_type="text/html", url=None).text.replace(
            "Bridge", "Pier"
        )
        plain = read_bytes(text.encode(), name="pier.txt", media_type="text/plain", url=None)
        add_source(store, SourceFields(url="https://news.example/pier", citekey="pier", as_new=True), plain)
        fields = QuoteFields(text=SAID, by="Ida Berg", source="bridge", locator="para. 3", new_speaker=True)
        key = add_quote(store, fields).quote.key
        add_quote(store, QuoteFields(text=SAID, by="Ida Berg", source="pier", locator="para. 3"))
    return key


def test_the_later_of_two_equal_passages_is_pointed_to(database: Path, key: str) -> None:
    db = onrecord.open(database)
    page, text = db.statements.quote(f"{key}@bridge"), db.statements.quote(f"{key}@pier")
    assert page.passage is not None and "laughing" in page.passage and page.passage.isascii()
    assert text.passage is None
    for format, as_ in (
        ("html", "blockquote"),
        ("markdown", "blockquote"),
        ("jsonld", "citation"),
        ("text", "card"),
    ):
        made = cite([page], format=format, as_=as_).replace("\\", "")
        assert LINK in made and "laughing" in made, format
    assert LINK in cite([page], style="news")
    for format in ("bibtex", "ris", "csljson"):
        assert ":~:" not in cite([page], format=format).replace("\\", "")
    assert ":~:" not in cite([page], format="html", as_="bibliography")
    made = cite([page], format="markdown", as_="blockquote")
    assert made.count(LINK) == 1 and "(laughing" not in made.partition("](")[2].partition("\n")[0]


def test_annotations_hold_the_fragment_and_keep_the_plain_address(database: Path, key: str) -> None:
    kept = BytesIO()
    with reading(database) as reader:
        export(reader, [f"{key}@bridge"], "-", kept, format="webannotation")
        assert pointed(reader, []) == []
    [one] = json.loads(kept.getvalue())["first"]["items"]
    assert one["target"]["source"] == "https://news.example/bridge"
    [selector] = [each for each in one["target"]["selector"] if each["type"] == "FragmentSelector"]
    assert selector["value"].startswith(":~:text=") and "laughing" in selector["value"]
