"""Authors that a page shows beside its headline, and what kind of page that makes it."""

import pytest

from onrecord.ingest.read import read_bytes

BODY = "<p>Divers brought up a bell from the wreck off Skarn Point, and the museum means to show it before the winter storms.</p>"


def stated(byline: str, *, after: str = "", head: str = "") -> tuple[list[str], str | None, str | None]:
    page = (
        f"<!doctype html><html lang=en><head><title>Quay | The Review</title>{head}</head><body><article><h1>Quay</h1>"
        f"{byline}{BODY}</article>{after}</body></html>"
    )
    found = read_bytes(page.encode(), name="a.html").metadata
    return [author.name for author in found.authors], found.issued, found.type


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ('<p>Words: <a href="/people/mae" rel="author">Mae Orrin</a> — <time datetime="2024-03-05">5 March</time></p>', ["Mae Orrin"]),
        (
            '<p><a rel="author" href="/a">Ann Lee</a> and <a rel="author nofollow" href="/b">Bo Quist</a>, <time datetime="2024-03-05">today</time></p>',
            ["Ann Lee", "Bo Quist"],
        ),
        (
            '<div itemprop="author" itemscope><span itemprop="name">Ann Lee</span> <i>harbour editor</i></div><time datetime="2024-03-05">today</time>',
            ["Ann Lee"],
        ),
        ('<p class="byline">By Ann Lee and Bo Quist</p><time datetime="2024-03-05">today</time>', ["Ann Lee", "Bo Quist"]),
        ('<div class="article__author">Von Ann Lee</div><time datetime="2024-03-05">heute</time>', ["Ann Lee"]),
        ('<span class="author-name">Ann Lee</span> <time datetime="2024-03-05">today</time>', ["Ann Lee"]),
    ],
)  # fmt: skip
def test_a_dated_page_with_a_byline_is_an_article(byline: str, names: list[str]) -> None:
    assert stated(byline) == (names, "2024-03-05", "article-newspaper")


def test_a_weblog_says_so() -> None:
    byline = '<p class="byline">By Ann Lee</p><time datetime="2024-03-05">today</time>'
    assert stated(byline, head='<meta name="generator" content="WordPress 6.4">')[2] == "post-weblog"


@pytest.mark.parametrize(
    "after",
    [
        '<section class="comments"><article><span class="author">Bo Quist</span> No.</article></section>',
        '<aside><a rel="author" href="/b">Bo Quist</a></aside>',
        '<div class="related-stories"><p class="byline">By Bo Quist</p></div>',
        "".join(f'<div><p class="byline">By Bo Quist {letter}</p></div>' for letter in "ABCDEFGH"),
    ],
)
def test_who_wrote_something_else_on_the_page_is_no_author(after: str) -> None:
    assert stated("", after=after)[0] == []


def test_what_the_page_states_comes_first() -> None:
    meta = '<meta name="author" content="Ida Holm">'
    assert stated('<p class="byline">By Ann Lee</p>', head=meta)[0] == ["Ida Holm"]


def test_of_several_articles_the_one_that_is_called_as_the_page_is_has_its_author() -> None:
    other = f"<article><h1>Fog</h1><p class='byline'>By Cora Dune</p>{BODY}</article>"
    assert stated("<p class='byline'>By Ann Lee</p>", after=other)[0] == ["Ann Lee"]
    named = '<meta property="og:title" content="Fog">'
    assert stated("<p class='byline'>By Ann Lee</p>", after=other, head=named)[0] == ["Cora Dune"]


@pytest.mark.parametrize("account", ["wp_editor2", "siteadmin", "user-42", "webmaster"])
def test_accounts_are_nobody(account: str) -> None:
    assert stated("", head=f'<meta name="author" content="{account}">')[0] == []


def test_the_years_of_a_life_are_no_part_of_a_name() -> None:
    head = '<meta name="DC.creator" content="Quist, Bo, 1950-"><meta name="DC.creator" content="Lee, Ann, 1901-1980">'
    assert stated("", head=head)[0] == ["Bo Quist", "Ann Lee"]


@pytest.mark.parametrize(
    "written",
    [
        "Haber: Ayla Demir / Fotoğraf: Bora Kaya",
        "Guest author: Ayla Demir",
        "Gastautor: Ayla Demir",
        "Contributor: Ayla Demir",
    ],
)
def test_what_stands_before_a_guest_and_beside_a_photographer(written: str) -> None:
    assert stated("", head=f'<meta name="author" content="{written}">')[0] == ["Ayla Demir"]
