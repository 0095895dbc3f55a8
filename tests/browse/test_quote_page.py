"""The page of one statement, as a reader gets it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord.browse import metadata
from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import find_claim, take_stance
from onrecord.db.store import writing

Page = Callable[..., Any]


def text_of(response: Any) -> str:
    assert response.status_code == 200, response.text
    return " ".join(html.fromstring(response.text).text_content().split())


def test_it_says_who_where_and_what_is_in_doubt(page: Page) -> None:
    shown = text_of(page("/-/quote/key2aaaaaa"))
    assert "The quay was inspected in the spring, said the U.S. envoy." in shown
    assert "Tobias Ren, as reported by Ines Falkenau, in The quay that nobody inspected" in shown
    assert "disputed The office denies the conversation." in shown
    assert shown.index("In doubt") < shown.index("Tobias Ren, as reported by")
    assert "asserts: The quay was inspected." in shown


def test_nothing_is_in_doubt_where_nothing_is(page: Page) -> None:
    assert "In doubt" not in text_of(page("/-/quote/key0aaaaaa"))


def test_the_words_are_marked_in_the_stored_text(database: Path, page: Page) -> None:
    with writing(database, "test") as store:
        factories.source(store, "Fog held us. “The ferry waits for nobody,” Ingrid Dahl said at noon.")
        added = factories.quote(store, "The ferry waits for nobody")
    found = html.fromstring(page(f"/-/quote/{added.quote.key}").text)
    assert [mark.text_content() for mark in found.iter("mark")] == ["The ferry waits for nobody"]
    passage = next(one for one in found.iter("p") if one.get("class") == "passage")
    assert passage.text_content().startswith("Fog held us.")


def test_keys_in_the_table_lead_to_it(page: Page) -> None:
    links = [link.get("href") for link in html.fromstring(page("/onrecord/quotes").text).iter("a")]
    assert "/-/quote/key0aaaaaa" in links


def test_choosing_a_style_keeps_to_the_source_that_was_asked_for(page: Page) -> None:
    found = html.fromstring(page("/-/quote/key0aaaaaa@courier-2024").text)
    assert [form.get("action") for form in found.xpath("//form[not(@role)]")] == [
        "/-/quote/key0aaaaaa@courier-2024#cite",
        None,
    ]


def test_hostile_text_neither_runs_nor_reorders(page: Page) -> None:
    response = page("/-/quote/key3aaaaaa@letter-1911")
    assert response.status_code == 200
    scripts = list(html.fromstring(response.text).iter("script"))
    assert [one.get("src") or one.get("type") for one in scripts] == [
        "/-/static-plugins/onrecord/pages.js",
        "application/ld+json",
    ]
    assert "javascript:" not in [
        link.get("href", "")[:11] for link in html.fromstring(response.text).iter("a")
    ]
    assert "\u202e" not in response.text
    assert "\x1b" not in response.text
    assert "unsafe" not in response.headers["content-security-policy"]
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("zzzzzzzzzz", 404),
        ("%00%FF%22%3Cscript%3E", 404),
        ("key0aaaaaa@nowhere", 404),
        ("key0aaaaaa@letter-1911.9999", 404),
        ("key0aaaaaa?style=/etc/passwd", 400),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(page: Page, path: str, status: int) -> None:
    response = page(f"/-/quote/{path}")
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/plain")
    assert response.text.count("\n") == 1


def test_who_may_not_see_the_database_does_not_see_the_page(filled: Path, kept: Callable[[Any], Any]) -> None:
    import asyncio

    from datasette.app import Datasette

    private = {"databases": {filled.stem: {"tables": {"snapshots": {"allow": False}}}}}
    datasette = kept(Datasette([str(filled)], metadata=private, settings=metadata.settings(public=False)))
    assert asyncio.run(datasette.client.get("/-/quote/key0aaaaaa")).status_code == 404


def test_it_says_what_the_sources_give_differently_and_which_is_the_first(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        for number, (citekey, issued) in enumerate((("late", "2024-03"), ("early", "2024-02-01"))):
            factories.source(store, None, citekey=citekey, title=f"The {citekey} paper", issued=issued)
            added = factories.quote(
                store, "The mole is shut.", source=citekey, said=f"2024-01-{number + 1:02}", unverified=True
            )
        claim = find_claim(store, "claim1")
        take_stance(store, added.quote.key, claim.key, "denies")
        give_verdict(store, claim, VerdictFields(by="Fact Desk", verdict="Unproven", new_speaker=True))
    key = added.quote.key
    shown = text_of(page(f"/-/quote/{key}"))
    assert "2 sources, 2 origins. First known occurrence: The early paper, 1 February 2024." in shown
    assert "Dates, as the sources differ" in shown
    assert "2 January 2024 in early" in shown
    assert "denies: The quay was inspected. Unproven says Fact Desk" in shown
    one = html.fromstring(page(f"/-/quote/{key}@late").text)
    assert f"/-/quote/{key}" in one.xpath("//a[text()='All 2 sources of this statement']/@href")
