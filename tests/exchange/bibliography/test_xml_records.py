"""Bibliographies in XML: EndNote's and MODS; any other XML is refused by the name of what it is."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.bibliography import xml_records
from onrecord.exchange.entries import SourceEntry

ENDNOTE = """<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type><contributors>
<authors><author><style face="normal">Lund, Ida</style></author><author>Harbour Board,</author></authors></contributors><titles>
<title><style face="normal">Piers and </style><style face="italic">tides</style></title><secondary-title>Coast Review</secondary-title>
</titles><pages>3-9</pages><volume>4</volume><number>2</number><dates><year>2021</year></dates><electronic-resource-num>10.1/x
</electronic-resource-num><keywords><keyword>piers</keyword></keywords></record></records></xml>"""
MODS = """<?xml version="1.0"?><modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="lund2021"><titleInfo><nonSort>The</nonSort>
<title>piers</title><subTitle>a history</subTitle></titleInfo><name type="personal"><namePart type="family">Lund</namePart>
<namePart type="given">Ida</namePart><role><roleTerm>aut</roleTerm></role></name><name type="corporate"><namePart>Harbour Board</namePart>
</name><originInfo><publisher>Quay</publisher><dateIssued>2021-05</dateIssued></originInfo><relatedItem type="host"><titleInfo><title>Coast
</title></titleInfo><part><detail type="volume"><number>4</number></detail><extent><start>3</start><end>9</end></extent></part></relatedItem>
<identifier type="isbn">9780000000002</identifier></mods></modsCollection>"""


def work(text: str) -> dict[str, object]:
    found = formats.to_read("a.xml", text.encode())
    [entry] = formats.load(found.reader or "")(io.BytesIO(text.encode()), "a.xml")
    assert isinstance(entry, SourceEntry)
    return entry.csl


def test_endnote() -> None:
    assert work(ENDNOTE) == {
        "type": "article-journal", "title": "Piers and <i>tides</i>", "container-title": "Coast Review", "page": "3-9", "volume": "4",
        "issue": "2", "DOI": "10.1/x", "issued": {"date-parts": [[2021]]}, "keyword": "piers",
        "author": [{"family": "Lund", "given": "Ida"}, {"literal": "Harbour Board"}],
    }  # fmt: skip


def test_mods() -> None:
    assert work(MODS) == {
        "id": "lund2021", "type": "chapter", "title": "The piers: a history", "publisher": "Quay", "container-title": "Coast",
        "issued": {"date-parts": [[2021, 5]]}, "ISBN": "9780000000002", "volume": "4", "page": "3-9",
        "author": [{"family": "Lund", "given": "Ida"}, {"literal": "Harbour Board"}],
    }  # fmt: skip


@pytest.mark.parametrize("root", ["rss", "opml", "svg:svg", "feed"])
def test_other_xml_is_refused_by_its_name(root: str) -> None:
    with pytest.raises(InputError, match=f"it is XML of <{root}>"):
        formats.to_read("a.xml", f'<?xml version="1.0"?>\n<!-- x --><{root} a="b"/>'.encode())


@given(st.binary(max_size=200), st.integers(0, 900), st.booleans())
def test_what_is_cut_or_overwritten_is_refused_in_a_sentence(noise: bytes, at: int, cut: bool) -> None:
    for text, reader in ((ENDNOTE, xml_records.read_endnote), (MODS, xml_records.read_mods)):
        data = text.encode()[:at] + noise + (b"" if cut else text.encode()[at:])
        try:
            list(reader(io.BytesIO(data), "a file"))
        except InputError as error:
            assert error.message.startswith("a file")


def test_the_year_of_a_copyright_is_no_guess_and_what_is_coded_goes_first() -> None:
    dated = "<dateIssued>c1998</dateIssued>"
    assert work(MODS.replace("<dateIssued>2021-05</dateIssued>", dated))["issued"] == {"date-parts": [[1998]]}
    both = f'{dated}<dateIssued encoding="marc">1997</dateIssued>'
    assert work(MODS.replace("<dateIssued>2021-05</dateIssued>", both))["issued"] == {"date-parts": [[1997]]}
    ends = "".join(
        f'<dateIssued encoding="marc" point="{point}">{year}</dateIssued>'
        for point, year in (("start", "1997"), ("end", "9999"))
    )
    issued = work(MODS.replace("<dateIssued>2021-05</dateIssued>", ends))["issued"]
    assert isinstance(issued, dict)
    assert issued["raw"] == "1997/.."


@pytest.mark.parametrize(
    "written", ["Ek, Olof, 1950-", "Ek, Olof, 1901-1980.", "Ek, Olof (b. 1950)", "Olof Ek"]
)
def test_a_person_of_mods_is_one_without_the_years_of_a_life(written: str) -> None:
    named = MODS.replace(
        '<namePart type="family">Lund</namePart>\n<namePart type="given">Ida</namePart>',
        f"<namePart>{written}</namePart>",
    )
    assert work(named)["author"] == [{"family": "Ek", "given": "Olof"}, {"literal": "Harbour Board"}]


@pytest.mark.parametrize(
    ("day", "issued"),
    [("Mar 5", [2021, 3, 5]), ("5 March", [2021, 3, 5]), ("March", [2021, 3]), ("Vol. 3", [2021])],
)
def test_a_day_of_endnote_is_one_of_its_year(day: str, issued: list[int]) -> None:
    dated = f"<year>2021</year><pub-dates><date>{day}</date></pub-dates>"
    assert work(ENDNOTE.replace("<year>2021</year>", dated))["issued"] == {"date-parts": [issued]}
