"""What a plain text states above its first paragraph, and that nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.byline import stated
from onrecord.ingest.read import read_bytes

BODY = "The ferry did not sail on Monday, and nobody at the harbour office would say why it had stayed in port.\n"


@pytest.mark.parametrize(
    ("head", "title", "author", "issued"),
    [
        ("05.03.2024 Author: Berit Quist\n\nFerries and fog\n\n", "Ferries and fog", "Berit Quist", "2024-03-05"),
        ("Ferries and fog\n\nBy Berit Quist\n5 March 2024\n\n", "Ferries and fog", "Berit Quist", "2024-03-05"),
        ("Ferries and fog\nby Jan van der Berg | March 5th, 2024\n\n", "Ferries and fog", "Jan van der Berg", "2024-03-05"),
        ("Published: 2024-03-05\n\n", None, None, "2024-03-05"),
        ("Author: Берит Квист\n\n", None, "Берит Квист", None),
        ("Ferries and fog\n\n", None, None, None),
        ("By the sea\n\n", None, None, None),
        ("By Land and Sea\n\n", None, None, None),
        ("By Berit Quist and Jan van der Berg\n\n", None, "Berit Quist, Jan van der Berg", None),
        ("31.02.2024\n\n", None, None, None),
        ("05/03/2024\n\n", None, None, None),
        ("In March 2024 it was foggy\n\n", None, None, None),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_what_stands_above_the_text(
    head: str, title: str | None, author: str | None, issued: str | None
) -> None:
    found = stated(head + BODY)
    assert (found.title, found.issued) == (title, issued)
    assert ", ".join(one.name for one in found.authors) == (author or "")


@pytest.mark.parametrize(
    ("head", "title", "author", "container", "issued"),
    [
        ("Ferries and fog\n\nBy Berit Quist\nThe Quay Mercury, 5 March 2024\n\n", "Ferries and fog", "Berit Quist", "The Quay Mercury", "2024-03-05"),
        ("Ferries and fog\nBy Berit Quist\nEastport Courier | 2024-03-05\n\n", "Ferries and fog", "Berit Quist", "Eastport Courier", "2024-03-05"),
        ("By Berit Quist, The Quay Mercury, 5 March 2024\n\n", None, "Berit Quist", "The Quay Mercury", "2024-03-05"),
        ("Ferries and fog\n\nBy Berit Quist\nNew Haven, 5 March 2024\n\n", "Ferries and fog", "Berit Quist", None, None),
        ("Ferries and fog\n\nBy Staff\n\n", "Ferries and fog", "", None, None),
        ("Ferries and fog\n\nBy Our Correspondent\n5 March 2024\n\n", "Ferries and fog", "", None, "2024-03-05"),
    ],
)  # fmt: skip
def test_a_paper_beside_the_author(
    head: str, title: str, author: str, container: str | None, issued: str | None
) -> None:
    found = stated(head + BODY)
    assert (found.title, found.container_title, found.issued) == (title, container, issued)
    assert ", ".join(one.name for one in found.authors) == author


def test_a_date_or_a_name_in_the_text_is_not_one_of_it() -> None:
    assert stated(BODY + "\nBy Berit Quist\n5 March 2024\n").authors == ()
    assert stated("“Nobody sails.”\nBy Berit Quist\n").authors == ()


def test_a_file_of_text_has_it() -> None:
    read = read_bytes(
        b"5 March 2024, by Berit Quist\r\n\r\nFerries and fog\r\n\r\n" + BODY.encode(), name="x.txt"
    )
    assert (read.metadata.title, read.metadata.issued) == ("Ferries and fog", "2024-03-05")


@given(st.text(alphabet=st.sampled_from("By Author:1234.-\n aA“”é|") | st.characters()))
def test_no_text_at_all_makes_it_fail(text: str) -> None:
    found = stated(text)
    assert all(one.name.strip() for one in found.authors)
