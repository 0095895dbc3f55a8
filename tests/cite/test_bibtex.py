"""BibTeX: biber and pandoc read every file, and read what was meant."""

from collections.abc import Callable

import pytest
from cite.conftest import Reader
from cite.factories import BRANDT, HNA, by, organisation, person, quote, source, via
from cite.nasty import NASTY
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cite import csl
from onrecord.cite.cited import cite
from onrecord.cite.csl import clean
from onrecord.model.records import Quote

Biber = Callable[[str], dict[str, dict[str, str]]]


def nasty_quotes() -> list[Quote]:
    """Every nasty text as every field of a source and its quotation."""
    return [
        quote(
            text,
            key=f"key{number}",
            speaker=organisation(text),
            status="disputed",
            status_reason=text,
            source=source(
                f"n{number}",
                title=text,
                container_title=text,
                publisher=text,
                csl={
                    "volume": text,
                    "note": text,
                    "DOI": text,
                    "translator": [{"family": text, "given": text}],
                },
                creators=by(organisation(text), person(text, text, text), HNA),
            ),
        )
        for number, text in enumerate(NASTY)
    ]


def as_read(text: str) -> str:
    """What must come back. Pandoc drops a brace without its fellow, and sets quotation marks its own way."""
    return "".join(clean(text).translate(str.maketrans("", "", "{}“”‘’")).split())


def test_an_entry_is_whole() -> None:
    made = cite(
        [
            quote("The quay {will} open.", via=[via(HNA)], key="aaaaaaaaaa"),
            quote("It is 5% done.", speaker=BRANDT, locator=("page", "3"), key="bbbbbbbbbb"),
        ],
        format="bibtex",
    )
    assert made == (
        "@article{brandt-2021,\n"
        "  entrysubtype = {magazine},\n"
        "  author = {Brandt, Mirela},\n"
        "  title = {{The ferry that the harbour forgot}},\n"
        "  journal = {Coastal Review},\n"
        "  year = {2021},\n"
        "  month = mar,\n"
        "  day = {14},\n"
        "  url = {https://coastal.example/ferry},\n"
        "  langid = {english},\n"
        "  annote = {“The quay \\{will\\} open.” — Irina Vassilenko, via HNA, para. 12; "
        "“It is 5\\% done.” — Mirela Brandt, p. 3},\n"
        "}"
    )


def test_doubt_stands_in_the_note() -> None:
    made = cite([quote(status="misattributed", status_reason="Okoro said it")], format="bibtex")
    note = "[“The quay will open again before the autumn storms.” (Irina Vassilenko): Misattributed: Okoro said it.]"
    assert f"  note = {{{note}}},\n" in made


def test_pandoc_reads_every_nasty_text_as_it_was(read_back: Reader) -> None:
    read = read_back(cite(nasty_quotes(), format="bibtex"), "bibtex")
    assert [item["id"] for item in read] == [f"n{number}" for number in range(len(NASTY))]
    for text, item in zip(NASTY, read, strict=True):
        assert as_read(str(item["title"])) == as_read(text)
        authors = item["author"]
        assert isinstance(authors, list)
        assert len(authors) == 3
        assert as_read(authors[0]["literal"]) == as_read(text)
        assert authors[2] == {"literal": "HNA"}


def test_biber_reads_every_nasty_text(biber: Biber) -> None:
    entries = biber(cite(nasty_quotes(), format="bibtex"))
    assert list(entries) == [f"n{number}" for number in range(len(NASTY))]
    for fields in entries.values():
        assert {"author", "title", "journaltitle", "note", "annotation"} <= fields.keys()
        assert fields["author"].endswith("{HNA}")


def test_addresses_stay_as_they_are(read_back: Reader, biber: Biber) -> None:
    address = "https://example.org/a_b%20c?x=1&y=$2#z~é"
    made = cite([quote(source=source(url=f"{address}{{\\}}"))], format="bibtex")
    expected = f"{address.replace('é', '%C3%A9')}%7B%5C%7D"
    assert read_back(made, "bibtex")[0]["URL"] == expected
    assert biber(made)["brandt-2021"]["url"] == expected


@pytest.mark.parametrize(
    ("issued", "parts", "circa"),
    [
        ("2021-03-14", [[2021, 3, 14]], None),
        ("2021-03", [[2021, 3]], None),
        ("2021", [[2021]], None),
        ("0987", [[987]], None),
        ("2021-03/2021-04", [[2021, 3], [2021, 4]], None),
        ("1850~", [[1850]], True),
        ("-0043", [[-44]], None),
    ],
)
def test_dates_come_back(read_back: Reader, issued: str, parts: list[list[int]], circa: bool | None) -> None:
    date = read_back(cite([quote(source=source(issued=issued))], format="bibtex"), "bibtex")[0]["issued"]
    assert isinstance(date, dict)
    assert date["date-parts"] == parts
    assert date.get("circa") == circa


@pytest.mark.parametrize(
    ("family", "given_name"),
    [
        ("Brandt", "Mirela"),
        ("de la Cruz", "Ana"),
        ("O’Hara-Lund", "K. J."),
        ("Smith, Jr", "A"),
        ("and", "Or and"),
    ],
)
def test_names_come_back(read_back: Reader, family: str, given_name: str) -> None:
    one = person(f"{given_name} {family}", family, given_name)
    item = read_back(cite([quote(source=source(creators=by(one, HNA)))], format="bibtex"), "bibtex")[0]
    authors = item["author"]
    assert isinstance(authors, list)
    assert csl.person(authors[0]) == (family, given_name, "")
    assert authors[1] == {"literal": "HNA"}


def test_a_key_comes_once() -> None:
    made = cite([quote(), quote(), quote("Another.", key="bbbbbbbbbb")], format="bibtex")
    assert made.count("@article{brandt-2021,") == 1
    assert made.count("The quay will open") == 1


@settings(max_examples=15, deadline=None)  # a process each
@given(st.lists(st.text(max_size=60), min_size=1, max_size=12))
def test_no_text_breaks_the_file(read_back: Reader, texts: list[str]) -> None:
    quotes = [
        quote(
            text,
            key=f"key{number}",
            status="disputed",
            status_reason=text,
            source=source(
                f"s{number}", title=text, creators=by(organisation(text), person(text, text, text), HNA)
            ),
        )
        for number, text in enumerate(texts)
    ]
    read = read_back(cite(quotes, format="bibtex"), "bibtex")
    assert [item["id"] for item in read] == [f"s{number}" for number in range(len(texts))]
    for item in read:
        authors = item["author"]
        assert isinstance(authors, list)
        assert authors[-1] == {"literal": "HNA"}
