"""DOIs: every way to write one gives the same."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.doi import bare

DOIS = (
    "10.1000/xyz_1",
    "10.1002/(SICI)1097-0258(19980815)17:15",
    "10.1000/abc_def<1>2.0.CO;2-X",
    "10.1000.10/123",
)
BEFORE = (
    "", "doi:", "DOI: ", "doi ", "https://doi.org/", "http://dx.doi.org/", "doi.org/", "https://www.doi.org/",
    "https://doi.org/https://doi.org/", "https://doi.org/doi:", "urn:doi:", "info:doi/", "doi:https://dx.doi.org/",
)  # fmt: skip


@pytest.mark.parametrize("doi", DOIS)
@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("behind", ["", ".", ",", ").", ";", "”", "  "])
def test_what_stands_before_and_behind_is_no_part(doi: str, before: str, behind: str) -> None:
    assert bare(before + doi + behind) == doi


@pytest.mark.parametrize("doi", DOIS)
@pytest.mark.parametrize("safe", ["/", ""])
def test_escapes_are_undone(doi: str, safe: str) -> None:
    assert bare(f"https://doi.org/{quote(doi, safe=safe)}") == doi
    assert bare(quote(doi, safe=safe)) == doi


def test_an_address_may_end_in_what_a_page_added() -> None:
    assert bare("https://doi.org/10.1000/xyz?utm_source=letter&x=1#abstract") == "10.1000/xyz"
    assert bare("(https://doi.org/10.1000/xyz)") == "10.1000/xyz"


@pytest.mark.parametrize(
    "other", ["", "forthcoming", "https://doi.org/", "https://quay.example/10.1000", "doi:", "100%"]
)
def test_what_is_no_doi_stands_as_it_is(other: str) -> None:
    assert bare(other) == other


@given(st.text())
def test_a_bare_one_stays_as_it_is(text: str) -> None:
    assert bare(bare(text)) == bare(text)
