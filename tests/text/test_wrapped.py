"""The page that an address of an archive, a proxy or a cache is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import urls
from onrecord.text.wrapped import meant

PAGE = "https://quay.example/fog?id=7"


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (f"https://web.archive.org/web/20210402101112/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"http://www.web.archive.org:80/web/20210402101112if_/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"https://web.archive.org/web/20210402id_/{PAGE}", "2021-04-02"),
        ("https://web.archive.org/web/20210402101112/https:/quay.example/fog?id=7", "2021-04-02T10:11:12Z"),
        ("https://web.archive.org/web/20210402101112/https%3A%2F%2Fquay.example%2Ffog%3Fid%3D7", "2021-04-02T10:11:12Z"),
        (f"https://web.archive.org/web/2021/{PAGE}", None),
        (f"https://web.archive.org/web/2021*/{PAGE}", None),
        (f"https://web.archive.org/web/{PAGE}", None),
        (f"https://web.archive.org/{PAGE}", None),
        (f"https://web.archive.org/web/20219902101112/{PAGE}", None),
        (f"https://wayback.archive-it.org/1234/20210402101112/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20210402101112/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"https://arquivo.pt/wayback/20210402101112/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"https://archive.ph/20210402101112/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"https://archive.today/2021.04.02-101112/{PAGE}", "2021-04-02T10:11:12Z"),
        (f"http://archive.is/2021.04.02/{PAGE}", "2021-04-02"),
        (f"https://archive.li/newest/{PAGE}", None),
        (f"https://archive.vn/o/x1Y2z/{PAGE}", None),
        (f"https://archive.fo/20210402101112/https://via.hypothes.is/{PAGE}", "2021-04-02T10:11:12Z"),
    ],
)  # fmt: skip
def test_a_copy_is_of_a_page_and_was_made_at_a_time(given: str, at: str | None) -> None:
    found = meant(given)
    assert (found.url, found.archive, found.at) == (PAGE, given, at)
    assert urls.url_key(given) == urls.url_key(PAGE)


@pytest.mark.parametrize(
    "given",
    [
        f"https://via.hypothes.is/{PAGE}",
        "https://via.hypothes.is/quay.example/fog?id=7&via.open_sidebar=1#annotations:x1-Y2z_3",
        "https://via.hypothes.is/?url=https%3A%2F%2Fquay.example%2Ffog%3Fid%3D7",
        "https://hyp.is/x1Y2z3AbEeK/quay.example/fog?id=7",
        "https://hyp.is/go?url=https%3A%2F%2Fquay.example%2Ffog%3Fid%3D7&group=__world__",
        "https://www.google.com/amp/s/quay.example/fog?id=7",
        "https://www.google.co.uk/amp/s/quay.example/fog?id=7",
        "https://quay-example.cdn.ampproject.org/c/s/quay.example/fog?id=7&amp_js_v=0.1&usqp=mq331",
        "https://quay-example.cdn.ampproject.org/v/s/quay.example/fog?id=7",
        "https://webcache.googleusercontent.com/search?q=cache:x1Y2z3Ab:https://quay.example/fog%3Fid%3D7+fog+ferry&hl=en",
        "https://webcache.googleusercontent.com/search?q=cache:https://quay.example/fog%3Fid%3D7",
    ],
)
def test_what_only_stands_around_a_page_is_the_page(given: str) -> None:
    assert (meant(given).url, meant(given).archive) == (PAGE, None)


@pytest.mark.parametrize(
    "given",
    ["https://perma.cc/AB12-CD34", "https://archive.ph/x1Y2z", "https://ghostarchive.org/archive/AbC1d"],
)
def test_an_archive_that_does_not_tell_of_what(given: str) -> None:
    assert (meant(given).url, meant(given).archive) == (given, given)


def test_an_archived_film() -> None:
    found = meant("https://ghostarchive.org/varchive/youtube/20210402/dQw4w9WgXcQ")
    assert (found.url, found.at) == ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "2021-04-02")


@pytest.mark.parametrize(
    "given",
    [
        PAGE,
        "https://archive.org/details/fog_1984",
        "https://archive.org/download/1984/fog.pdf",
        "https://web.archive.org/",
        "https://web.archive.org/web/20210402101112/",
        "https://archive.today/",
        "https://quay.example/web/20210402101112/https://elsewhere.example/",
        "https://m.quay.example/fog",
        "https://quay.example/amp/fog",
        "https://amp.quay.example/fog?outputType=amp",
        "https://via.hypothes.is/",
        "https://hyp.is/x1Y2z3AbEeK",
        "https://www.google.com/search?q=fog",
        "https://notgoogle.example/amp/s/quay.example/",
        "https://evil.example/?u=https://web.archive.org/web/2021/https://quay.example/",
        "http://[::1",
    ],
)
def test_all_others_mean_themselves(given: str) -> None:
    assert (meant(given).url, meant(given).archive) == (given, None)


@given(st.sampled_from(["web.archive.org/web/2021", "archive.ph", "via.hypothes.is", "hyp.is", "www.google.com/amp", "x.cdn.ampproject.org/c"]),
       st.text(max_size=30))  # fmt: skip
def test_any_address_means_an_address(host: str, rest: str) -> None:
    given = f"https://{host}/{rest}"
    found = meant(given).url
    assert found == given or urls.is_web_url(found)
    if urls.is_web_url(given):
        urls.url_key(given)


def test_who_came_from_where_is_no_part_of_the_page() -> None:
    tracked = "utm_source=a&gclid=b&srsltid=c&igsh=d&mc_cid=e&wt_mc=f&at_campaign=g&_ga=h&ttclid=i&gad_source=1&pk_kwd=j&cmpid=k"
    assert urls.url_key(f"{PAGE}&{tracked}") == urls.url_key(PAGE)
    assert urls.url_key(f"{PAGE}&page=2&source=x&clid=y") != urls.url_key(PAGE)


@pytest.mark.parametrize(
    "given",
    [
        "https://doi.org/https://doi.org/10.5555/a(b).1",
        "http://dx.doi.org/doi:10.5555/a(b).1",
        "https://doi.org/https%3A%2F%2Fdoi.org%2F10.5555%2Fa(b).1",
        "https://www.doi.org/http://dx.doi.org/https://doi.org/10.5555/a(b).1",
    ],
)
def test_a_doi_in_an_address_in_an_address_is_one(given: str) -> None:
    assert meant(given).url == "https://doi.org/10.5555/a(b).1"
    assert urls.url_key(given) == urls.url_key("https://doi.org/10.5555/a(b).1")


def test_what_is_no_doi_behind_a_resolver_stays() -> None:
    for address in (
        "https://doi.org/https://quay.example/fog",
        "https://doi.org/10.5555/a",
        "http://dx.doi.org/10.5555/a",
    ):
        assert meant(address).url == address
