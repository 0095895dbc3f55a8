"""COinS and data blocks: programs read them as they were meant, whatever a source is called."""

import json
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

from markupsafe import Markup

from onrecord.model.records import CreatorRecord, SourceRecord, SpeakerRef
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.pages import coins, linked_data

ANYTHING = st.text(st.characters(), max_size=40)


def work(**fields: Any) -> SourceRecord:
    given: dict[str, Any] = {
        "citekey": "dahl-2024", "type": "article-journal", "title": "Ferries & fog = 50% + more",
        "container_title": "Harbour Studies", "publisher": None, "issued": "2024-03-02", "url": "https://hs.example/1",
        "archive_url": None, "accessed": None, "language": "en", "csl": {"DOI": "10.5555/12345", "volume": "7"},
        "creators": (
            CreatorRecord(role="author", speaker=_speaker("Ingrid Dahl", "person", "Dahl", "Ingrid"), named_as=None),
            CreatorRecord(role="author", speaker=_speaker("Tallvik Port Office", "organisation"), named_as=None),
        ),
        **fields,
    }  # fmt: skip
    return SourceRecord(**given)


def _speaker(name: str, kind: str, family: str | None = None, first: str | None = None) -> SpeakerRef:
    return SpeakerRef(slug=name.lower(), name=name, kind=kind, unnamed=False, family=family, given=first)


def read(span: Markup) -> list[tuple[str, str]]:
    """The pairs of a COinS span, as whoever reads the page gets them."""
    (found,) = html.fromstring(f"<div>{span}</div>").iter("span")
    assert found.get("class") == "Z3988"
    assert not found.text
    return parse_qsl(found.get("title"), strict_parsing=True)


def test_a_work_is_read_off_its_span() -> None:
    pairs = read(coins.span(work()))
    fields = dict(pairs)
    assert fields["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:dc"
    assert fields["rft.type"] == "journalArticle"
    assert fields["rft.title"] == "Ferries & fog = 50% + more"
    assert fields["rft.source"] == "Harbour Studies"
    assert fields["rft.date"] == "2024-03-02"
    assert [value for name, value in pairs if name == "rft.identifier"] == [
        "urn:doi:10.5555/12345", "https://hs.example/1",
    ]  # fmt: skip
    assert ("rft.au", "Dahl, Ingrid") in pairs
    assert ("rft.aucorp", "Tallvik Port Office") in pairs


def test_the_type_comes_after_the_title() -> None:
    """Zotero's openurl.js takes the title of what it knows as a journal article for the journal's."""
    names = [name for name, _ in read(coins.span(work()))]
    assert names.index("rft.type") > names.index("rft.title")


@pytest.mark.parametrize("type_", SOURCE_TYPES)
def test_every_type_of_source_has_one_of_zotero(type_: str) -> None:
    assert dict(read(coins.span(work(type=type_))))["rft.type"].isalpha()


@given(title=ANYTHING, url=ANYTHING)
def test_whatever_a_source_is_called_the_span_holds(title: str, url: str) -> None:
    fields = dict(read(coins.span(work(title=title, url=f"javascript:{url}", csl=None))))
    assert "rft.identifier" not in fields
    assert fields["rft.title"]


@given(st.dictionaries(ANYTHING, ANYTHING | st.lists(ANYTHING), max_size=4))
def test_whatever_a_data_block_holds_it_stays_one(data: dict[str, Any]) -> None:
    written = linked_data.script(data)
    (found,) = html.fromstring(f"<div>{written}</div>").iter("script")
    assert json.loads(found.text) == json.loads(json.dumps(data))
    assert written.isascii()


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "]]>&amp;"]
)
def test_nothing_ends_a_data_block_early(text: str) -> None:
    written = str(linked_data.script({"text": text}))
    inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside)["text"] == text
