"""RIS: a value never becomes a field or a record, and pandoc reads what was meant."""

import pytest
from cite.conftest import Reader
from cite.factories import BRANDT, HNA, by, organisation, person, quote, source, via
from cite.nasty import NASTY
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cite.cited import cite
from onrecord.cite.csl import clean
from onrecord.model.records import Quote
from onrecord.text.markup import plain


def nasty_quote(text: str, number: int = 0) -> Quote:
    return quote(
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
            url=f"https://example.org/{text}",
            csl={"volume": text, "note": text, "page": text, "DOI": text},
            creators=by(organisation(text), person(text, text, text)),
        ),
    )


def test_a_record_is_whole() -> None:
    made = cite(
        [
            quote(via=[via(HNA)], status="disputed", status_reason="two witnesses differ", key="aaaaaaaaaa"),
            quote("It is 5% done.", speaker=BRANDT, locator=("page", "3"), key="bbbbbbbbbb"),
        ],
        format="ris",
    )
    assert made == (
        "TY  - MGZN\n"
        "ID  - brandt-2021\n"
        "AU  - Brandt, Mirela\n"
        "TI  - The ferry that the harbour forgot\n"
        "T2  - Coastal Review\n"
        "LA  - en\n"
        "UR  - https://coastal.example/ferry\n"
        "PY  - 2021\n"
        "DA  - 2021/03/14/\n"
        "N1  - “The quay will open again before the autumn storms.” — Irina Vassilenko, via HNA, para. 12 "
        "[Attribution disputed: two witnesses differ.]\n"
        "N1  - “It is 5% done.” — Mirela Brandt, p. 3\n"
        "ER  - "
    )


def test_pandoc_reads_every_nasty_record(read_back: Reader) -> None:
    quotes = [nasty_quote(text, number) for number, text in enumerate(NASTY)]
    read = read_back(cite(quotes, format="ris"), "ris")
    assert [item["id"] for item in read] == [f"n{number}" for number in range(len(NASTY))]
    assert [item["type"] for item in read] == ["article-magazine"] * len(NASTY)
    for text, item in zip(NASTY, read, strict=True):
        assert str(item["title"]).split() == plain(clean(text)).split()


def test_an_organisation_stays_one_name(read_back: Reader) -> None:
    agency = organisation("Northern Harbour Agency")
    item = read_back(cite([quote(source=source(creators=by(agency, BRANDT)))], format="ris"), "ris")[0]
    assert item["author"] == [{"family": "Northern Harbour Agency"}, {"family": "Brandt", "given": "Mirela"}]


@pytest.mark.parametrize(
    ("issued", "lines"),
    [
        ("2021-03-14", ["PY  - 2021", "DA  - 2021/03/14/"]),
        ("2021-03", ["PY  - 2021", "DA  - 2021/03//"]),
        ("2021", ["PY  - 2021", "DA  - 2021///"]),
        ("1850~", ["N1  - Date: ca. 1850"]),
        ("-0043", ["N1  - Date: 44 B.C.E."]),
        (None, []),
    ],
)
def test_dates_are_given_as_ris_has_them_or_in_words(issued: str | None, lines: list[str]) -> None:
    made = cite([quote("Words.", source=source(issued=issued))], format="ris").split("\n")
    assert [line for line in made if line[:2] in ("PY", "DA") or "Date:" in line] == lines


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_a_line_of_its_own(text: str) -> None:
    made = cite([nasty_quote(text), nasty_quote("plain", 1)], format="ris")
    lines = [line for line in made.splitlines() if line]
    assert all(line[2:6] == "  - " for line in lines)
    assert [line[:2] for line in lines].count("TY") == 2
    assert [line[:2] for line in lines].count("ER") == 2
    assert lines.count("ID  - n0") == 1
