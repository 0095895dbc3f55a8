"""CSL-JSON taken in: works, and the quotations of onrecord's own export."""

import json
from io import BytesIO
from pathlib import Path

import factories
import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.store import writing
from onrecord.errors import InputError
from onrecord.exchange.bibliography.csljson import looks_like, read
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry

WORK = {"id": "ek-1999", "type": "book", "title": "Harbours", "author": [{"family": "Ek", "given": "Olof"}]}


def entries(document: object) -> list[Entry]:
    return list(read(BytesIO(json.dumps(document).encode()), "library.json"))


def test_works_and_their_quotations() -> None:
    told = {
        "text": "We sail.",
        "speaker": "Ane Lind",
        "via": ["HNA"],
        "said": "2021-03",
        "locator_label": "page",
        "locator": "7",
    }
    item = {
        **WORK,
        "custom": {"own": 1, "archive_url": "https://archive.example/1", "quotations": [told, {"text": " "}]},
    }
    source, quote, refused = entries([item])
    assert isinstance(source, SourceEntry) and isinstance(quote, QuoteEntry) and isinstance(refused, Refused)
    assert source.csl == {**WORK, "custom": {"own": 1}} and source.archive_url == "https://archive.example/1"
    assert (quote.text, quote.said, quote.locator, quote.source) == ("We sail.", "2021-03", "7", source)
    assert (
        quote.speaker and quote.speaker.name == "Ane Lind" and [hop.name.name for hop in quote.via] == ["HNA"]
    )
    assert refused.where == "item 1 (ek-1999), quotation 2"


@pytest.mark.parametrize("document", [{}, 3, "x", {"items": 1}, None])
def test_what_is_no_csl_json(document: object) -> None:
    with pytest.raises(InputError, match=r"library.json is not CSL-JSON"):
        entries(document)


def test_what_is_no_item_is_refused_and_the_next_one_read() -> None:
    first, second = entries([{"type": "book"}, WORK])
    assert isinstance(first, Refused) and isinstance(second, SourceEntry)


def test_the_export_comes_back_as_it_was(run: Run, database: Path, tmp_path: Path) -> None:
    with writing(database, "test") as store:
        factories.source(store, text=None, authors=("Quist, Berit",), issued="2024-03-05", url="https://coastal.example/1",
                         archive_url="https://archive.example/1", type="article-magazine")  # fmt: skip
        store.update("sources", 1, csl={"note": "Read twice."})
        factories.quote(
            store, "The ferry will sail at dawn.", said="2024-03-04", place="Tallvik", unverified=True
        )
    run("export", "-o", "out.json")
    assert looks_like((tmp_path / "out.json").read_bytes())
    run("init", "other.db")
    run("import", "out.json", "--db", "other.db")
    run("export", "-o", "again.json", "--db", "other.db")
    first, again = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("out.json", "again.json"))
    assert again == first
    assert " 0 added" in f" {run('import', 'out.json', '--db', 'other.db').stdout.splitlines()[-1]}"


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
    )
)
def test_any_json_gives_entries_or_one_sentence(document: object) -> None:
    try:
        assert all(isinstance(one, SourceEntry | QuoteEntry | Refused) for one in entries([document]))
    except InputError as error:
        assert error.message
