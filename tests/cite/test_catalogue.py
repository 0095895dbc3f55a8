"""The list of styles that is shipped says what the styles say."""

from pathlib import Path

import pytest

from onrecord.cite import catalogue, style_list


def test_the_list_is_that_of_the_pinned_package() -> None:
    # After another version of it was pinned: python -m onrecord.cite.catalogue
    assert Path(style_list.FILE).read_text("utf-8") == catalogue.listing_text()


@pytest.mark.parametrize(
    "words", ["", "nature", "médica peruana", "author date history", "zürcher", "a-b", "nothing is called so"]
)
def test_a_search_finds_the_same_in_the_list_and_in_the_files(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = catalogue.search(words)
    monkeypatch.setattr(style_list, "installed_version", lambda: "another")
    assert [entry.as_json() for entry in catalogue.search(words)] == [entry.as_json() for entry in listed]
    assert bool(listed) == (words != "nothing is called so")


def test_what_is_printed_of_all_is_what_a_search_for_nothing_finds() -> None:
    lines = (catalogue.printed() or "").split("\n")
    assert lines == ["\t".join(entry.cells()) for entry in catalogue.search("")]
    assert all(" ".join(cell.split()) == cell for line in lines for cell in line.split("\t"))
