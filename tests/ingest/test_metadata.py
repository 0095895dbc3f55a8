"""What a page states about itself, in the order of belief that is documented; nothing else."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.document import Author, Metadata
from onrecord.ingest.metadata import clean, primary_language
from onrecord.ingest.read import read_bytes
from onrecord.text.dates import of_edtf

BODY = (
    "<body><article><p>The last ferry sails on Friday, said the port authority.</p></article></body></html>"
)


def metadata(head: str, *, language: str = "", url: str | None = None) -> Metadata:
    source = f"<!doctype html><html{language}><head>{head}</head>{BODY}"
    return read_bytes(source.encode(), name="page.html", media_type="text/html", url=url).metadata


def json_ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry &amp; strike:\n it ends",
    "author": [
        {"@type": "Person", "name": "Ada Brinkley", "familyName": "Brinkley", "givenName": "Ada"},
        {"@type": "NewsMediaOrganization", "name": "Harbour Wire"},
    ],
    "datePublished": "2024-03-05T23:30:00+01:00",
    "publisher": {"@type": "Organization", "name": "Harbour Media Ltd"},
    "isPartOf": {"@type": ["CreativeWork", "Newspaper"], "name": "The Harbour Daily"},
    "inLanguage": "en-GB",
    "url": "https://harbour.example/2024/ferry",
}


def test_json_ld() -> None:
    assert metadata(json_ld(NEWS)) == Metadata(
        title="Ferry & strike: it ends",
        authors=(
            Author("Ada Brinkley", "Brinkley", "Ada"),
            Author("Harbour Wire", organisation=True),
        ),
        container_title="The Harbour Daily",
        publisher="Harbour Media Ltd",
        issued="2024-03-05",
        url="https://harbour.example/2024/ferry",
        language="en",
        type="article-newspaper",
    )


def test_json_ld_in_a_graph_with_references() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "The Harbour Daily"},
            {"@type": "WebPage", "@id": "#page", "isPartOf": {"@id": "#site"}, "name": "Page"},
            {"@type": "Person", "@id": "#ada", "name": "Ada Brinkley"},
            {
                "@type": "Article",
                "headline": "Ferry strike ends",
                "author": {"@id": "#ada"},
                "isPartOf": {"@id": "#page"},
            },
        ]
    }
    found = metadata(json_ld(graph))
    assert found.title == "Ferry strike ends"
    assert found.authors == (Author("Ada Brinkley"),)
    assert found.container_title == "The Harbour Daily"
    assert found.type is None


def test_open_graph() -> None:
    head = (
        '<title>Ferry strike ends | Harbour</title><meta property="og:title" content="Ferry strike ends">'
        '<meta property="og:site_name" content="The Harbour Daily"><meta property="og:locale" content="en_GB">'
        '<meta property="article:published_time" content="2024-03-05">'
        '<meta property="article:author" content="https://social.example/ada">'
        '<meta name="author" content="By Ada Brinkley"><meta property="og:type" content="article">'
    )
    assert metadata(head) == Metadata(
        title="Ferry strike ends",
        authors=(Author("Ada Brinkley"),),
        container_title="The Harbour Daily",
        issued="2024-03-05",
        language="en",
    )


def test_highwire() -> None:
    head = (
        '<meta name="citation_title" content="On ferries"><meta name="citation_author" content="Brinkley, Ada">'
        '<meta name="citation_author" content="Tomas Veld"><meta name="citation_publication_date" content="2024/3/5">'
        '<meta name="citation_journal_title" content="Journal of Ferries">'
        '<meta name="citation_publisher" content="Harbour Press"><meta name="citation_language" content="en">'
    )
    assert metadata(head) == Metadata(
        title="On ferries",
        authors=(Author("Ada Brinkley", "Brinkley", "Ada"), Author("Tomas Veld")),
        container_title="Journal of Ferries",
        publisher="Harbour Press",
        issued="2024-03-05",
        language="en",
        type="article-journal",
    )


def test_dublin_core_and_html() -> None:
    head = (
        '<meta name="DC.title" content="On ferries"><meta name="DC.creator" content="Veld, Tomas">'
        '<meta name="DCTERMS.issued" content="2024-03"><meta name="DC.publisher" content="Harbour Press">'
        '<link rel="canonical" href="https://harbour.example/ferries">'
    )
    assert metadata(head, language=' lang="de-CH"') == Metadata(
        title="On ferries",
        authors=(Author("Tomas Veld", "Veld", "Tomas"),),
        publisher="Harbour Press",
        issued="2024-03",
        url="https://harbour.example/ferries",
        language="de",
    )


def test_the_first_vocabulary_with_a_usable_value_wins() -> None:
    head = (
        "<title>From title</title>"
        '<meta name="DC.title" content="From Dublin Core"><meta property="og:title" content="From OpenGraph">'
        '<meta name="citation_title" content=" \u200b "><meta name="citation_date" content="2024-02-30">'
        '<meta name="DC.date" content="2023">'
    )
    assert metadata(head).title == "From OpenGraph"
    assert metadata(head).issued == "2023"
    assert metadata(json_ld(NEWS) + head).title == "Ferry & strike: it ends"


def test_a_page_that_states_nothing_has_no_metadata() -> None:
    assert metadata("") == Metadata()
    assert metadata("", url="https://harbour.example/x") == Metadata(url="https://harbour.example/x")


@pytest.mark.parametrize(
    "block",
    [
        *(
            "{",
            "[" * 100_000,
            '{"@type": "NewsArticle"',
            "nonsense",
            '{"a": ' + "9" * 5_000 + "}",
            "null",
            "[[1]]",
        ),
        '{"@type": 5}',
        '{"@type": "NewsArticle", "headline": 5, "author": 7, "publisher": [null], "isPartOf": "x", "url": {}}',
    ],
)
def test_malformed_json_ld_is_as_good_as_none(block: str) -> None:
    found = metadata(f'<script type="application/ld+json">{block}</script><title>Ferry strike ends</title>')
    assert (found.title, found.authors, found.issued) == ("Ferry strike ends", (), None)


def test_json_ld_that_refers_to_itself_ends() -> None:
    loop = {"@type": "Article", "@id": "#a", "isPartOf": {"@type": "PublicationIssue", "@id": "#i"}}
    issue = {"@type": "PublicationIssue", "@id": "#i", "isPartOf": {"@id": "#i"}}
    assert metadata(json_ld(loop, issue)).container_title is None


def test_hostile_values_are_cleaned_or_dropped() -> None:
    hostile = {
        "@type": "NewsArticle",
        "headline": "Calm\u202e\x1b[31m \ud800words\x00",
        "author": ["x" * 5_000, "https://evil.example", "\u200b", "Ada\nBrinkley"],
        "url": "javascript:alert(1)",
        "inLanguage": "English <b>",
    }
    found = metadata(json_ld(hostile) + '<link rel=canonical href="https://user:pw@harbour.example/">')
    assert found == Metadata(
        title="Calm[31m words", authors=(Author("Ada Brinkley"),), type="article-newspaper"
    )


def test_a_fetched_page_cannot_pass_for_one_of_another_host() -> None:
    head = '<link rel="canonical" href="https://other.example/famous">'
    assert metadata(head, url="https://harbour.example/a").url == "https://harbour.example/a"
    head = '<link rel="canonical" href="/b?x=1">'
    assert metadata(head, url="https://www.harbour.example/a").url == "https://www.harbour.example/b?x=1"
    head = '<link rel="canonical" href="https://harbour.example/a">'
    assert metadata(head, url="https://m.harbour.example/a?utm=1").url == "https://harbour.example/a"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-08-08", "2023-08-08"),
        ("2023-08-08T10:00:00Z", "2023-08-08"),
        ("2023-08-08 10:00", "2023-08-08"),
        ("2023/8/8", "2023-08-08"),
        ("2023-08", "2023-08"),
        (" 2023 ", "2023"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("2023-13", None),
        ("2023-00-00", "2023"),
        ("0000", None),
        ("08/08/2023", "2023-08-08"),
        ("March 5, 2024", "2024-03-05"),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("٢٠٢٣", "2023"),
        ("", None),
    ],
)
def test_dates(written: str, expected: str | None) -> None:
    assert of_edtf(written) == expected


@given(st.dates(min_value=date(1971, 1, 1)))
def test_every_day_is_read_as_itself(day: object) -> None:
    assert of_edtf(f"{day}T12:00:00+00:00") == str(day)


@given(st.text(max_size=80))
def test_cleaned_values_are_one_printable_line(value: str) -> None:
    cleaned = clean(value)
    assert cleaned is None or (cleaned == clean(cleaned) and len(cleaned.splitlines()) == 1)
    language = primary_language(value)
    assert language is None or (language.isascii() and len(language) in (2, 3))


ENTRY = {"@type": "BlogPosting", "headline": "Vote begins", "datePublished": "2024-05-03T09:30:00Z"}


@pytest.mark.parametrize(
    ("stated", "authors", "issued"),
    [
        ({"datePublished": "2024-05-02T08:00:00Z", "author": {"name": "Ada Moe"}}, ["Ada Moe"], "2024-05-02"),
        ({"coverageStartTime": "2024-05-02T08:00:00Z", "author": ["Ada Moe"]}, ["Ada Moe"], "2024-05-02"),
        (
            {
                "liveBlogUpdate": [
                    {**ENTRY, "author": [{"name": "Olof Ek"}]},
                    {**ENTRY, "author": {"name": "Ada Moe"}, "datePublished": "2024-05-02T07:00:00Z"},
                    {**ENTRY, "author": {"name": "Olof Ek"}},
                ]
            },
            ["Olof Ek", "Ada Moe"],
            "2024-05-02",
        ),
        ({"@type": ["NewsArticle", "LiveBlogPosting"], "author": [], "dateCreated": "x"}, [], None),
    ],
)
def test_a_live_blog_says_who_writes_it_and_since_when(
    stated: dict[str, object], authors: list[str], issued: str | None
) -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Quay vote: live",
        **stated,
    }
    found = metadata(
        "<html><head><title>Quay vote: live | Coast</title><script type='application/ld+json'>"
        f"{json.dumps(data)}</script></head><body><p>Live.</p></body></html>"
    )
    assert ([one.name for one in found.authors], found.issued) == (authors, issued)


@pytest.mark.parametrize(
    ("language", "body", "issued"),
    [
        (
            "en",
            '<article><time datetime="2024-03-05T10:00">5 March</time><p>Words.</p></article>',
            "2024-03-05",
        ),
        (
            "de",
            '<article><p class="byline">Von Ann Lee, 5. März 2024</p><p>Wörter.</p></article>',
            "2024-03-05",
        ),
        ("fr", '<p class="published">Publié le 5 mars 2024 à 10h30 par Ann Lee</p>', "2024-03-05"),
        ("es", '<span itemprop="datePublished">5 de marzo de 2024</span>', "2024-03-05"),
        ("it", '<div class="post-date">martedì 5 marzo 2024</div>', "2024-03-05"),
        ("pt", '<span class="date">5 de março de 2024 às 10:00</span>', "2024-03-05"),
        ("pl", '<span class="date">5 marca 2024 r.</span>', "2024-03-05"),
        ("ru", '<span class="date">5 марта 2024 г., 10:00</span>', "2024-03-05"),
        ("uk", '<span class="date">5 березня 2024 року</span>', "2024-03-05"),
        ("nl", '<span class="date">dinsdag 5 maart 2024</span>', "2024-03-05"),
        ("en-US", '<span class="date">03/04/2024</span>', "2024-03-04"),
        ("en", '<meta itemprop="datePublished" content="Tue, 05 Mar 2024 10:00:00 GMT">', "2024-03-05"),
        (
            "en",
            '<aside><time datetime="2020-01-02"></time></aside><div class="comments"><time datetime="2021-01-02"></time></div>',
            None,
        ),
    ],
)
def test_a_page_is_dated_by_what_stands_beside_its_headline(
    language: str, body: str, issued: str | None
) -> None:
    page = f'<html lang="{language}"><head><title>Quay</title></head><body>{body}<p>Words.</p></body></html>'
    assert read_bytes(page.encode(), name="page.html").metadata.issued == issued


def test_a_date_that_is_two_days_is_kept_as_the_year_and_said() -> None:
    page = '<html lang="en"><body><span class="date">03/04/2020</span><p>Words</p></body></html>'
    found = read_bytes(page.encode(), name="page.html").metadata
    assert found.issued == "2020"
    assert "3 April or 4 March 2020" in found.notes[0]
