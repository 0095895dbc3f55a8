"""What is written in schema.org's words comes back whole: quotations, claims, verdicts."""

import json
from pathlib import Path
from typing import Any

import factories
import pytest
from conftest import Run

from onrecord.db.store import writing
from onrecord.statements.fields import RelayFields


@pytest.fixture
def filled(database: Path, run: Run) -> Path:
    """A chain, a paraphrase, a doubt, a denial, a question, verdicts with and without a source, and hostile text."""
    with writing(database, "test") as store:
        factories.source(store)
        factories.source(
            store,
            None,
            citekey="facts-2024",
            title="Checked </script><script>",
            url="https://facts.example/9",
        )
        first = factories.quote(store, "Nobody who bought a ticket will be left on the pier", locator="p. 3")
        second = factories.quote(
            store,
            "the port is never closed",
            by="Olof Ek",
            form="indirect",
            status="disputed",
            reason="He denies it.",
            via=(RelayFields(speaker="Coastal Wire", cue="according to"),),
            tags=("harbour",),
            said="2024-03-02",
        )
        third = factories.quote(
            store, "Who left \u202ethe pier\u2028open?", by="Ida Lund", source="facts-2024"
        )
    claim = json.loads(run("add", "claim", "The port closes.", "--db", database, "--json").stdout)
    key = str(claim["key"])
    for stance, quote in (("--asserts", first), ("--denies", second), ("--questions", third)):
        run("stance", quote.quote.key, key, stance, "--db", database)
    run("verdict", key, "Mostly false", "--by", "Fact Desk", "--new-speaker", "--in", "facts-2024", "--rating", "2",
        "--worst", "1", "--best", "5", "--date", "2024-04-01", "--db", database)  # fmt: skip
    run("verdict", key, "True", "--by", "Fact Desk", "--db", database)
    return database


def graph(path: Path) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    return nodes


def test_it_comes_back_whole(filled: Path, run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first.schema.jsonld", tmp_path / "second.schema.jsonld"
    run("export", "-o", first, "--db", filled)
    run("init", tmp_path / "other.db")
    run("import", first, "--db", tmp_path / "other.db")
    run("export", "-o", second, "--db", tmp_path / "other.db")
    assert second.read_bytes() == first.read_bytes()
    again = json.loads(run("import", first, "--db", tmp_path / "other.db", "--json").stdout)
    assert {one["did"] for one in again} == {"known"}


def test_it_says_what_schema_org_asks_for(filled: Path, run: Run, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "all.schema.jsonld", "--db", filled)
    nodes = graph(tmp_path / "all.schema.jsonld")
    kinds = [one["@type"] for one in nodes]
    assert kinds == ["Quotation", "Quotation", "Quotation", "Claim", "ClaimReview", "ClaimReview"]
    assert (
        "disputed: He denies it." in nodes[1]["description"].lower()
        or "He denies it." in nodes[1]["description"]
    )
    claim, review = nodes[3], nodes[4]
    assert claim["appearance"] == [{"@id": nodes[0]["@id"]}]
    assert claim["onrecord:deniedBy"] == [{"@id": nodes[1]["@id"]}]
    assert review["itemReviewed"] == {"@id": claim["@id"]}
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "Mostly false", "ratingValue": 2.0, "bestRating": 5.0, "worstRating": 1.0,
    }  # fmt: skip
    assert (review["url"], review["datePublished"]) == ("https://facts.example/9", "2024-04-01")


def test_one_claim_takes_along_what_bears_on_it(filled: Path, run: Run, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "all.schema.jsonld", "--db", filled)
    key = graph(tmp_path / "all.schema.jsonld")[3]["identifier"]
    run("export", key, "-o", tmp_path / "one.schema.jsonld", "--db", filled)
    assert graph(tmp_path / "one.schema.jsonld") == graph(tmp_path / "all.schema.jsonld")


def test_others_read_it_without_our_words(filled: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "all.schema.jsonld"
    run("export", "-o", path, "--db", filled)
    plain = [
        {name: value for name, value in one.items() if not name.startswith("onrecord:")}
        for one in graph(path)
    ]
    path.write_text(json.dumps({"@context": "https://schema.org", "@graph": plain}), encoding="utf-8")
    run("init", tmp_path / "other.db")
    run("import", path, "--db", tmp_path / "other.db")
    found = json.loads(run("search", "pier", "--db", tmp_path / "other.db", "--json").stdout)
    assert "Ingrid Dahl" in {one["speaker"] for one in found}
