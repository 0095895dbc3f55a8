"""CSL-JSON: valid whatever stands in the fields, with the doubts where people see them."""

import json

from cite.conftest import Reader
from cite.factories import BRANDT, HNA, OKORO, by, organisation, person, quote, source, via
from cite.nasty import NASTY
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cite.cited import cite
from onrecord.cite.csl import clean

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
VARIABLES = st.sampled_from(
    ["author", "editor", "issued", "accessed", "page", "note", "custom", "title", "id", "type"]
)


def test_an_item_is_whole() -> None:
    made = json.loads(
        cite(
            [quote(via=[via(HNA)], translator=OKORO, status="disputed", status_reason="who knows")],
            format="csljson",
        )
    )
    assert made == [
        {
            "id": "brandt-2021",
            "type": "article-magazine",
            "title": "The ferry that the harbour forgot",
            "container-title": "Coastal Review",
            "URL": "https://coastal.example/ferry",
            "language": "en",
            "issued": {"date-parts": [[2021, 3, 14]]},
            "author": [{"family": "Brandt", "given": "Mirela"}],
            "note": "[“The quay will open again before the autumn storms.” (Irina Vassilenko): "
            "Attribution disputed: who knows.]",
            "custom": {
                "quotations": [
                    {
                        "ref": "k7xq2mabcd@brandt-2021",
                        "text": "The quay will open again before the autumn storms.",
                        "speaker": "Irina Vassilenko",
                        "form": "direct",
                        "via": ["HNA"],
                        "locator_label": "paragraph",
                        "locator": "12",
                        "status": "disputed",
                        "status_reason": "who knows",
                        "rank": "normal",
                        "check_result": "exact",
                        "translator": "Tobias Okoro",
                    }
                ],
            },
        }
    ]


def test_nothing_imported_is_lost_and_columns_win() -> None:
    imported: dict[str, object] = {
        "id": "old",
        "type": "book",
        "title": "Old",
        "volume": 3,
        "note": "Kept.\nPMID: 12",
        "editor": [{"family": "Roe", "given": "J.", "non-dropping-particle": "de"}],
        "categories": ["a"],
        "custom": {"own": {"x": 1}},
        "abstract": None,
    }
    item = json.loads(cite([quote(source=source(csl=imported))], format="csljson"))[0]
    assert (item["id"], item["type"], item["title"]) == (
        "brandt-2021", "article-magazine", "The ferry that the harbour forgot"
    )  # fmt: skip
    assert {name: item[name] for name in ("volume", "note", "editor", "categories")} == {
        name: imported[name] for name in ("volume", "note", "editor", "categories")
    }
    assert item["custom"]["own"] == {"x": 1}
    assert "abstract" not in item


def test_a_reason_cannot_set_a_field(read_back: Reader) -> None:
    doubted = quote(
        status="disputed",
        status_reason="{:title: Forged}\ntitle: Forged",
        source=source(csl={"note": "PMID: 12"}),
    )
    made = cite([doubted], format="csljson")
    assert json.loads(made)[0]["note"].split("\n")[0] == "PMID: 12"
    assert read_back(made, "csljson")[0]["title"] == "The ferry that the harbour forgot"


def test_pandoc_reads_every_nasty_item(read_back: Reader) -> None:
    quotes = [
        quote(
            text,
            key=f"key{number}",
            source=source(
                f"n{number}", title=text, creators=by(organisation(text), person(text, text, text))
            ),
        )
        for number, text in enumerate(NASTY)
    ]
    read = read_back(cite(quotes, format="csljson"), "csljson")
    assert [item["id"] for item in read] == [f"n{number}" for number in range(len(NASTY))]
    for text, item in zip(NASTY, read, strict=True):
        authors = item["author"]
        assert isinstance(authors, list)
        assert len(authors) == 2
        assert authors[0]["literal"].replace("’", "'") == clean(text).replace(
            "’", "'"
        )  # pandoc curls apostrophes


def test_each_source_comes_once_with_its_quotations() -> None:
    made = json.loads(
        cite([quote(), quote("Other.", speaker=BRANDT, key="bbbbbbbbbb"), quote()], format="csljson")
    )
    assert [len(item["custom"]["quotations"]) for item in made] == [2]
    assert json.loads(cite([], format="csljson")) == []


@settings(deadline=None)
@given(st.dictionaries(VARIABLES | st.text(max_size=8), JSON, max_size=5))
def test_whatever_was_stored_becomes_a_valid_item(stored: dict[str, object]) -> None:
    made = cite([quote(source=source(csl=stored, creators=()))], format="csljson")
    made.encode()  # no lone surrogate
    item = json.loads(made, parse_constant=lambda constant: (_ for _ in ()).throw(ValueError(constant)))[0]
    assert item["id"] == "brandt-2021"
    for role in ("author", "editor"):
        for name in item.get(role, []):
            assert {"family", "literal"} & name.keys()
            assert all(isinstance(part, str) and part for part in name.values())
    assert "null" not in json.dumps({key: value for key, value in item.items() if value is None})
    assert None not in item.values()
