"""RIS taken in, as it was published and as programs write it."""

from io import BytesIO

import pytest
from cite.factories import by, person, quote, source
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cite import csl
from onrecord.cite.cited import cite
from onrecord.errors import InputError
from onrecord.exchange.bibliography.ris import looks_like, read
from onrecord.exchange.entries import Entry, Refused, SourceEntry
from onrecord.text import edtf

LIBRARY = """TY  - JOUR
ID  - ek2001
AU  - Ek, Olof
AU  - van der Berg, Jan, Jr.
A1  - Harbour Board,
TI  - Fog and
  the harbour
T2  - Coastal Review
JA  - Coast. Rev.
PY  - 2001
DA  - 2001/03/05/
VL  - 12
IS  - 3
SP  - 7
EP  - 19
SN  - 1234-5679
DO  - 10.1234/fog
KW  - fog
KW  - ferries
N1  - read twice
XX  - kept
ER  -

TY  - BOOK
BT  - Harbours
AU  - Lind
PY  - 1999///spring
SN  - 978-0
Y2  - 31/12/2001
ER  -
TY  - NEWS
TI  - No end
"""


def entries(data: bytes) -> list[Entry]:
    return list(read(BytesIO(data), "library.ris"))


def items(data: bytes) -> list[dict[str, object]]:
    return [one.csl for one in entries(data) if isinstance(one, SourceEntry)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_library(line_end: str, encoding: str) -> None:
    article, book, news = items(LIBRARY.replace("\n", line_end).encode(encoding))
    assert article == {
        "type": "article-journal",
        "id": "ek2001",
        "author": [
            {"family": "Ek", "given": "Olof"},
            {"family": "van der Berg", "given": "Jan", "suffix": "Jr."},
            {"literal": "Harbour Board"},
        ],
        "title": "Fog and the harbour",
        "container-title": "Coastal Review",
        "container-title-short": "Coast. Rev.",
        "issued": {"date-parts": [[2001, 3, 5]]},
        "volume": "12",
        "issue": "3",
        "page": "7-19",
        "ISSN": "1234-5679",
        "DOI": "10.1234/fog",
        "keyword": "fog, ferries",
        "note": "read twice\nXX: kept",
    }
    assert (book["title"], book["ISBN"], book["accessed"]) == (
        "Harbours",
        "978-0",
        {"date-parts": [[2001, 12, 31]]},
    )
    assert book["issued"] == {"date-parts": [[1999]], "season": 1}
    assert (news["type"], news["title"]) == ("article-newspaper", "No end")


def test_the_family_name_comes_first_where_the_name_has_it_so() -> None:
    (item,) = items(b"TY  - BOOK\nTI  - Fog\nAU  - Deng Xiaoping\nAU  - Lee Kuan Yew\nER  - \n")
    assert item["author"] == [{"family": "Deng", "given": "Xiaoping"}, {"family": "Lee Kuan Yew"}]


@pytest.mark.parametrize("nobody", ["Staff", "Staff Reporters,", "NEWSROOM"])
def test_a_desk_is_no_author_and_stays_in_the_note(nobody: str) -> None:
    (item,) = items(f"TY  - NEWS\nTI  - Fog\nA1  - {nobody}\nAU  - Staff, Ann\nER  - \n".encode())
    assert item["author"] == [{"family": "Staff", "given": "Ann"}]
    assert item["note"] == f"A1: {nobody}"


def test_the_encoding_of_older_programs() -> None:
    assert items("TY  - BOOK\nTI  - Über “Fähren”\nER  - ".encode("cp1252"))[0]["title"] == "Über “Fähren”"


def test_what_stands_in_no_record_is_refused() -> None:
    first, second = entries(b"TI  - Lost\nER  - \nTY  - BOOK\nTI  - Kept\n")
    assert isinstance(first, Refused) and "TY is missing" in first.reason and first.where == "line 1"
    assert isinstance(second, SourceEntry) and second.where == "line 3"
    with pytest.raises(InputError, match="no line begins with TY"):
        entries(b"@book{x}")
    assert looks_like(LIBRARY.encode("utf-16")) and not looks_like(b"@book{TY  - }")


@given(st.text(), st.text(), st.text(), st.text())
def test_what_onrecord_writes_comes_back(title: str, family: str, given_name: str, container: str) -> None:
    writer = person("x", family=family, given=given_name)
    work = source(title=title, container_title=container, creators=by(writer), url=None)
    (back,) = items(cite([quote(source=work)], format="ris").encode("utf-8", "surrogatepass"))
    wanted = csl.item(work)
    for variable in ("title", "container-title", "issued", "type", "id", "language"):
        assert back.get(variable) == wanted.get(variable)
    if "," not in family + given_name and csl.clean(family) and csl.clean(given_name):
        assert back.get("author") == wanted.get("author")


@given(st.binary() | st.text(alphabet=st.sampled_from("TYER AUPY01/ -\n,")).map(str.encode))
def test_any_bytes_give_entries_or_one_sentence(data: bytes) -> None:
    try:
        assert entries(data)
    except InputError as error:
        assert error.message


def test_what_goes_on_for_ever_costs_no_more_for_being_long() -> None:
    # Quadratic work on either would take minutes.
    (item,) = items(b"TY  - BOOK\nTI  - Fog\n" + b"and fog\n" * 400_000)
    assert str(item["title"]).count("fog") == 400_000
    assert not looks_like(b"\n" * 65_536 + b"AU  - ")
    assert looks_like("\ufeffTY  - BOOK".encode())


@pytest.mark.parametrize(
    "name",
    [
        *(
            "World Fog Organization",
            "Kementerian Laut",
            "Bundesministerium der Häfen",
            "Ministère de la Brume",
            "海洋府",
            "국방부",
        ),
        *(
            "وزارة الموانئ",
            "Министерство гаваней",
            "Urząd Portu",
            "Sveriges Riksbank",
            "Ministry of Ports, Tallvik",
        ),
    ],
)
def test_an_organisation_without_a_comma_is_not_turned_round(name: str) -> None:
    record = f"TY  - RPRT\nAU  - {name}\nTI  - Fog\nER  -\n"
    assert items(record.encode())[0]["author"] == [{"literal": name}]


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        *(
            ("Robert Parish", "Parish", "Robert"),
            ("Parish, Robert", "Parish", "Robert"),
            ("Ek AB", "Ek", "AB"),
        ),
        *(
            ("Ek, Olof, 1950-", "Ek", "Olof"),
            ("Ek, Olof, PhD", "Ek", "Olof"),
            ("Ek, Olof (1901-1980)", "Ek", "Olof"),
        ),
    ],
)
def test_a_person_is_one_without_what_libraries_put_behind(name: str, family: str, given: str) -> None:
    record = f"TY  - BOOK\nAU  - {name}\nTI  - Fog\nER  -\n"
    assert items(record.encode())[0]["author"] == [{"family": family, "given": given}]


@pytest.mark.parametrize(
    ("day", "issued"),
    [
        ("MAR 5", [[2004, 3, 5]]),
        ("MAR-APR", [[2004, 3], [2004, 4]]),
        ("SPR", [[2004, 21]]),
        ("No. 3", [[2004]]),
    ],
)
def test_web_of_science_has_the_day_apart_from_its_year(day: str, issued: list[list[int]]) -> None:
    record = f"TY  - JOUR\nTI  - Fog\nDA  - {day}\nPY  - 2004\nER  -\n"
    date = items(record.encode())[0]["issued"]
    assert isinstance(date, dict)
    assert edtf.from_csl_date(date) == edtf.from_csl_date({"date-parts": issued})


def test_several_names_in_one_line_are_several() -> None:
    record = "TY  - BOOK\nAU  - Ek, Olof; Lund, Ida\nTI  - Fog\nER  -\n"
    assert items(record.encode())[0]["author"] == [
        {"family": "Ek", "given": "Olof"},
        {"family": "Lund", "given": "Ida"},
    ]


@pytest.mark.parametrize("written", ["doi: 10.1234/fog", "10.1234/fog", "https://doi.org/10.1234/fog"])
def test_a_doi_for_the_type_of_work_is_one(written: str) -> None:
    [item] = items(f"TY  - JOUR\nTI  - Fog\nM3  - {written}\nER  -\n".encode())
    assert csl.cleaned(item)["DOI"] == "10.1234/fog" and "genre" not in item
