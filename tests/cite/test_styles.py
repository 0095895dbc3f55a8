"""Styles: from the installed package or a file, and never from the network."""

import subprocess
from pathlib import Path

import pytest
from cite.factories import BRANDT, HNA, quote, via

from onrecord.cite import style_files, styles
from onrecord.cite.cited import cite
from onrecord.cite.style_aliases import ALIASES
from onrecord.cite.style_files import installed_folder
from onrecord.errors import InputError

OWN = """<?xml version="1.0" encoding="utf-8"?>
<csl:style xmlns:csl="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <csl:info><csl:title>Own</csl:title><csl:id>http://example.org/own</csl:id>
  <csl:updated>2024-01-01T00:00:00+00:00</csl:updated></csl:info>
  {macros}
  <csl:citation><csl:layout prefix="[" suffix="]">{layout}</csl:layout></csl:citation>
</csl:style>
"""
NAME_AND_PLACE = (
    '<csl:names variable="author"/> <csl:label variable="locator" prefix=" "/><csl:text variable="locator"/>'
)


def own(folder: Path, macros: str = "", layout: str = NAME_AND_PLACE) -> Path:
    path = folder / "own.csl"
    path.write_text(OWN.format(macros=macros, layout=layout), "utf-8")
    return path


def test_a_file_of_ones_own_is_used_whatever_its_prefix(tmp_path: Path) -> None:
    made = cite([quote(via=[via(HNA)])], style=str(own(tmp_path)))
    assert made.split("\n")[1] == "[HNA, as cited in Mirela Brandt paragraph12]"
    assert len(made.split("\n")) == 2  # no bibliography in this style, and none invented


def test_a_file_in_the_current_folder_goes_before_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(tmp_path).rename(tmp_path / "apa.csl")
    monkeypatch.chdir(tmp_path)
    assert styles.load("apa.csl").id == "own"
    assert styles.load("apa").id == "apa"


def test_a_dependent_style_is_its_parent_without_asking_the_network(tmp_path: Path) -> None:
    dependent = tmp_path / "mine.csl"
    dependent.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE"><info>'
        '<link href="http://127.0.0.1:9/styles/apa" rel="independent-parent"/></info></style>',
        "utf-8",
    )
    style = styles.load(str(dependent))
    assert (style.id, style.language) == ("apa", "de-DE")
    assert "independent-parent" not in style.xml
    assert "(HNA, zitiert nach Brandt, 2021, Abs. 12)" in cite([quote(via=[via(HNA)])], style=str(dependent))
    assert styles.load("nature-physics").id == "nature"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("appa", "There is no citation style 'appa'. Did you mean apa"),
        ("chicago-notes-bibliographie", "Did you mean chicago-notes-bibliography"),
        ("Modern Language", "modern-language-association"),
        ("chicaog", "Did you mean chicago?"),
        ("lancet", "Did you mean the-lancet"),
        ("../styles/apa", "There is no citation style '../styles/apa'."),
        ("", "There is no citation style ''."),
        ("a\0b", "There is no citation style"),
        ("x" * 300, "There is no citation style"),
    ],
)
def test_an_unknown_style_is_named_with_those_near_it(name: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        cite([quote()], style=name)
    assert message in caught.value.message


@pytest.mark.parametrize("name", ["foo", "my style", "blurb", "no such style", "zz", "x" * 300])
def test_nothing_is_suggested_for_what_is_near_to_nothing(name: str) -> None:
    with pytest.raises(InputError) as caught:
        styles.load(name)
    assert caught.value.message == f"There is no citation style {name[:80]!r}."
    assert caught.value.hint is not None and caught.value.hint.step == "find_style"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not a CSL style"),
        (b"\xff\xfe\x00", "is not a CSL style"),
        (b"<html/>", "its first element is not <style>"),
        (b'<style xmlns="http://purl.org/net/xbiblio/csl"/>', "is not a whole CSL style"),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><info/><citation/></style>',
            "Pandoc could not format citations",
        ),
        (b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>", "is not a CSL style"),
        (b" " * 1_000_001, "larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_style_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "broken.csl"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        cite([quote()], style=str(path))
    assert message in caught.value.message
    assert "\n" not in caught.value.message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.csl").mkdir()
    for name in ("missing.csl", "folder.csl"):
        with pytest.raises(InputError, match=r"There is no file|is a folder"):
            styles.load(str(tmp_path / name))


def test_the_three_styles_keep_their_own_ways() -> None:
    apa, chicago, mla = map(styles.load, ("apa", "chicago-notes-bibliography", "modern-language-association"))
    assert (chicago.is_note, apa.is_note, mla.is_note) == (True, False, False)
    assert (mla.names_only, apa.names_only) == (True, False)
    assert chicago.time_words == "at"
    assert mla.plain_times


def calls(name: str, *called: str) -> str:
    inside = "".join(f'<csl:text macro="{one}"/>' for one in called)
    return f'<csl:macro name="{name}">{inside}</csl:macro>'


@pytest.mark.parametrize(
    ("macros", "message"),
    [
        (calls("m0", "m0"), "macro 'm0' calls itself"),
        (calls("m0", "a") + calls("a", "b") + calls("b", "a"), "macro 'a' calls itself"),
        (
            "".join(calls(f"m{n}", *[f"m{n + 1}"] * 2) for n in range(30)),
            "put in more than 5,000,000 elements",
        ),
        ("".join(calls(f"m{n}", f"m{n + 1}") for n in range(5_000)), "call one another too deeply"),
    ],
    ids=["itself", "a ring", "doubling", "a chain"],
)
def test_macros_without_end_are_refused_before_anything_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, macros: str, message: str
) -> None:
    monkeypatch.setattr("onrecord.pandoc.run", lambda *_, **__: pytest.fail("pandoc was started"))
    with pytest.raises(InputError, match=message):
        cite([quote(speaker=BRANDT)], style=str(own(tmp_path, macros, '<csl:text macro="m0"/>')))


def test_a_style_that_eats_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = subprocess.CompletedProcess(
        ["pandoc"], 251, b"", b"pandoc: Heap exhausted; the heap is 1500 MB."
    )
    monkeypatch.setattr("onrecord.pandoc.run", lambda *_, **__: stopped)
    with pytest.raises(InputError, match="needs more than 1500 MB"):
        cite([quote(speaker=BRANDT)], style=str(own(tmp_path)))


def test_macros_may_be_called_often_and_be_missing(tmp_path: Path) -> None:
    macros = "".join(calls(f"m{n}", *[f"m{n + 1}"] * 2) for n in range(9)) + calls("m9", "none")
    assert styles.load(str(own(tmp_path, macros, f'<csl:text macro="m0"/>{NAME_AND_PLACE}'))).id == "own"


def test_no_published_style_is_refused() -> None:
    folder = Path(installed_folder())
    largest = sorted(folder.glob("*.csl"), key=lambda path: path.stat().st_size)[-40:]
    assert largest and all(styles.load(path.stem).xml for path in largest)


def test_a_style_is_found_by_its_title_too() -> None:
    assert styles.load("APA Style  7th edition").id == "apa"
    assert styles.load("mla handbook 9th edition (in-text citations)").id == "modern-language-association"
    assert styles.load("Nature Physics").id == "nature"  # a dependent one


def test_those_used_most_are_suggested_first() -> None:
    assert styles.suggested("")[0] == "apa"
    assert set(styles.suggested("")) == set(style_files.COMMON)  # all of them are there
    chicago = styles.suggested("chicago")
    assert chicago[:2] == ["chicago-notes-bibliography", "chicago-author-date"]
    assert len(chicago) > 2 and all(one.startswith("chicago") for one in chicago)
    assert styles.suggested("*") == []


@pytest.mark.parametrize("alias", sorted(ALIASES))
def test_an_alias_stands_for_a_style_that_is_there(alias: str) -> None:
    assert style_files.shipped(alias) is None
    assert style_files.shipped(ALIASES[alias])
    assert styles.meant(alias.upper()) == ALIASES[alias]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("MLA", "modern-language-association"),
        ("Chicago", "chicago-notes-bibliography"),
        ("turabian", "chicago-notes-bibliography"),
        ("Chicago-Author-Date", "chicago-author-date"),
        ("Chicago author-date", "chicago-author-date"),
        ("APA 7th", "apa"),
        ("MLA 9", "modern-language-association"),
        ("mla (9th edition)", "modern-language-association"),
        ("ISO 690", "iso690-author-date-en"),
        ("Harvard style", "harvard-cite-them-right"),
    ],
)
def test_a_style_is_known_by_its_alias_and_in_any_case(name: str, id: str) -> None:
    assert styles.load(name).id == id


@pytest.mark.parametrize("name", ["apa", "APA", "mla-x", "", "../mla", "chicago/author-date", "mla\n"])
def test_what_is_no_alias_stands_for_nothing_else(name: str) -> None:
    assert styles.meant(name) is None


def test_the_file_of_a_dependent_style_is_that_of_its_parent() -> None:
    file = styles.file_of("nature-physics")
    assert file is not None
    assert file.name == "nature.csl"
    assert styles.file_of("no-such-style") is None


def test_a_file_that_is_not_there_is_told_as_a_file() -> None:
    with pytest.raises(InputError, match=r"no style file 'own\.csl' here"):
        styles.load("own.csl")
