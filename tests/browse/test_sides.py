"""Who asserts, who denies and who questions a claim: no page and no file tells programs otherwise."""

import asyncio
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories
import recorded
from cite import factories as cited

from onrecord.browse.readonly import make_datasette
from onrecord.cite.formats import claimreview
from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.db.store import reading, writing
from onrecord.exchange.annotations import schemaorg, schemaorg_graph
from onrecord.exchange.entries import ClaimEntry
from onrecord.exchange.selection import Selection
from onrecord.model.vocabulary import POLARITIES, STANCES, STATUSES
from onrecord.pages import links
from onrecord.publish.host import file_of
from onrecord.publish.write import publish, wanted

Page = Callable[..., Any]
# Each of the harbour's people has something to say of the same claim; the first alone makes it.
SAID: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("The gate was locked all night.", "asserts", {}),
    ("Nobody locked the gate.", "denies", {}),
    ("Was the gate locked?", "questions", {}),
    ("the gate had been locked", "asserts", {"form": "indirect", "polarity": "denied", "cue": "denied that"}),
    ("whether the gate was locked", "asserts", {"form": "indirect", "polarity": "asked", "cue": "asked"}),
    ("I locked the gate myself.", "asserts", {"status": "misattributed", "reason": "Another man said so."}),
)  # fmt: skip


@pytest.fixture
def gate(database: Path) -> tuple[str, list[str]]:
    """A claim with a verdict, and six statements on it; gives its key, and theirs."""
    with writing(database, "test") as store:
        factories.source(store, None, citekey="dahl-2024", url="https://check.example/gate")
        claim = add_claim(store, "The gate was locked.")[0]
        keys = []
        for number, (text, stance, fields) in enumerate(SAID):
            polarity = fields.get("polarity", "asserted")
            others = {name: value for name, value in fields.items() if name != "polarity"}
            added = factories.quote(store, text, by=f"Speaker {number}", **others)
            store.update("attributions", recorded.attribution(store, added.quote.ref).id, polarity=polarity)
            take_stance(store, added.quote.key, claim.key, stance)
            keys.append(added.quote.key)
        give_verdict(
            store,
            find_claim(store, claim.key),
            VerdictFields(
                by="Tallvik Fact Desk",
                verdict="False",
                source="dahl-2024",
                published="2024-03~",
                new_speaker=True,
            ),
        )
    return claim.key, keys


@pytest.fixture
def page(database: Path, kept: Callable[[Any], Any]) -> Page:
    import asyncio

    from onrecord.browse.readonly import make_datasette

    datasette = kept(make_datasette(database))
    return lambda path: asyncio.run(datasette.client.get(path)).text


def reviews(page: str) -> list[dict[str, Any]]:
    (data,) = html.fromstring(page).xpath("//script[@type='application/ld+json']/text()")
    return [one for one in json.loads(data)["@graph"] if one["@type"] == "ClaimReview"]


def appearances(review: dict[str, Any]) -> list[str]:
    return [
        one["@id"].rpartition("/")[2].partition("@")[0]
        for one in review["itemReviewed"].get("appearance", [])
    ]


def test_a_claim_appears_only_where_somebody_makes_it(gate: tuple[str, list[str]], page: Page) -> None:
    claim, keys = gate
    (review,) = reviews(page(f"/-/claim/{claim}"))
    assert appearances(review) == [keys[0]]
    for number, key in enumerate(keys):
        (review,) = reviews(page(f"/-/quote/{key}"))
        assert appearances(review) == ([key] if number == 0 else [])
        assert review["claimReviewed"] == "The gate was locked."
        assert review["url"] == "https://check.example/gate"
        # schema.org knows days, months and years; "about" it does not.
        assert "datePublished" not in review


def test_a_published_copy_says_the_same(gate: tuple[str, list[str]], database: Path, tmp_path: Path) -> None:
    claim, keys = gate
    folder = tmp_path / "copy"
    folder.mkdir()
    with reading(database) as reader:
        list(publish(reader, folder, wanted("Gate", "https://copy.example", ["apa"])))
    (review,) = reviews((folder / file_of(links.claim_at(claim))).read_text("utf-8"))
    assert len(review["itemReviewed"]["appearance"]) == 1
    assert keys[0] in review["itemReviewed"]["appearance"][0]["@id"]
    for key in keys[1:]:
        (review,) = reviews((folder / file_of(links.quote_at(key))).read_text("utf-8"))
        assert "appearance" not in review["itemReviewed"]


def exported(database: Path) -> bytes:
    written = BytesIO()
    with reading(database) as reader:
        written.writelines(piece.encode() for piece in schemaorg_graph.pieces(Selection(reader)))
    return written.getvalue()


def test_an_export_says_the_same_and_gives_every_side_back(
    gate: tuple[str, list[str]], database: Path
) -> None:
    _, keys = gate
    data = exported(database)
    nodes = json.loads(data)["@graph"]
    (claim,) = (one for one in nodes if one["@type"] == "Claim" and "appearance" in one)
    assert [one["@id"].partition(":onrecord:")[2].partition("@")[0] for one in claim["appearance"]] == [
        keys[0]
    ]
    read = list(schemaorg.read(BytesIO(data), "gate.jsonld"))
    (entry,) = (one for one in read if isinstance(one, ClaimEntry) and one.stances and not one.reviews)
    assert {(stance, quote.text) for stance, quote in entry.stances} == {
        (stance, text) for text, stance, _ in SAID
    }
    (verdict,) = (one.reviews[0] for one in read if isinstance(one, ClaimEntry) and one.reviews)
    assert verdict.published == "2024-03~"


@given(st.sampled_from(STANCES), st.sampled_from(POLARITIES), st.sampled_from(STATUSES))
def test_nothing_but_an_assertion_is_an_appearance(stance: str, polarity: str, status: str) -> None:
    made = claimreview.appears_in(stance, cited.quote(polarity=polarity, status=status))
    assert made is ((stance, polarity) == ("asserts", "asserted") and status != "misattributed")


def test_a_source_holds_no_quotation_of_who_denies(database: Path, page: Page) -> None:
    with writing(database, "test") as store:
        factories.source(store)
        said = factories.quote(store, "Nobody who bought a ticket will be left on the pier,")
        denied = factories.quote(store, "Nobody asked us,", by="Ida Lund", form="direct", cue="denied")
        store.update("attributions", recorded.attribution(store, denied.quote.ref).id, polarity="denied")
    (data,) = html.fromstring(page("/-/source/dahl-2024")).xpath(
        "//script[@type='application/ld+json']/text()"
    )
    (node,) = json.loads(data)["@graph"]
    assert [one["@id"].rpartition("/")[2].partition("@")[0] for one in node["hasPart"]] == [said.quote.key]


@pytest.mark.parametrize("place", ["statements", "statements/4", "attributions", "stances", "stances/4"])
def test_no_table_shows_a_denied_wording_without_its_denial(
    gate: tuple[str, list[str]], page: Page, database: Path, place: str
) -> None:
    answer = page(f"/{database.stem}/{place}")
    cells = [" ".join(one.text_content().split()) for one in html.fromstring(answer).xpath("//td")]
    shown = [one for one in cells if "the gate had been locked" in one]
    assert shown and all(one.startswith("denied: ") for one in shown)


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("table", ["statements", "attributions", "quotes"])
def test_no_table_shows_what_drifted_or_was_accepted_without_saying_so(
    database: Path, public: bool, table: str
) -> None:
    with writing(database, "test") as store:
        factories.source(store, "“Nobody asked us,” Dahl said. “I would never support it,” she said.")
        gone = factories.quote(store, "Nobody asked us,", by="Dahl", form="direct")
        factories.quote(store, "I would … support it", by="Dahl", form="direct", accept="She means it so")
        store.update("attributions", recorded.attribution(store, gone.quote.ref).id, check_result="drifted")

    async def asked() -> str:
        datasette = make_datasette(database, public=public)
        return str((await datasette.client.get(f"/{database.stem}/{table}")).text)

    told = " ".join(html.fromstring(asyncio.run(asked())).text_content().split())
    assert "It stood so in the copy of " in told
    assert "Accepted: She means it so" in told
