"""EndNote's tagged text and MEDLINE taken in."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange.bibliography.tagged import is_medline, is_refer, read_medline, read_refer
from onrecord.exchange.entries import SourceEntry

REFER = """%0 Newspaper Article
%A Ek, Olof
%A van der Berg, Jan, Jr.
%A Harbour Board,
%T Fog and the harbour
%J Coastal Review
%D 2001
%8 March 5
%P 7-19
%@ 1234-5679
%R 10.1234/fog
%K fog
ferries
%U https://coastal.example/fog
%X It was seen

from the pier.
%1 shelf 4
%G German

%0 Book
%E Lind, Ane
%T Harbours
%D 1999
%I Quay Press
%C Tallvik
%7 2nd
%@ 978-0-306-40615-7
"""
UNTYPED = "%A Ane Lind\n%T Harbours\n%D 1999\n%I Quay Press\n\n%A Olof Ek\n%T Fog\n%J Coastal Review\n%V 3\n"
MEDLINE = """
PMID- 123456
OWN - NLM
STAT- MEDLINE
DP  - 2021 Mar 14
TI  - Fog in harbours of the north: a study of what the
      keepers of lights wrote.
PG  - 123-8
LID - 10.5555/fog.1 [doi]
AB  - Keepers wrote every night.
FAU - Ek, Olof
AU  - Ek O
FAU - Lind, Ane
AU  - Lind A
CN  - Harbour Board
LA  - eng
PT  - Journal Article
JT  - Journal of fog
TA  - J Fog
VI  - 12
IP  - 3
IS  - 1234-5679 (Electronic)
IS  - 1234-5687 (Print)
MH  - Fog
GR  - A 1

PMID- 7
TI  - [Light in the U.K.].
AU  - van Dyk JP
DP  - 1998 Dec-1999 Jan
TA  - J Fog
"""


def items(reader: object, data: bytes) -> list[dict[str, object]]:
    assert callable(reader)
    return [one.csl for one in reader(BytesIO(data), "library") if isinstance(one, SourceEntry)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_refer_with_types(line_end: str) -> None:
    article, book = items(read_refer, REFER.replace("\n", line_end).encode("utf-8-sig"))
    assert article == {
        "type": "article-newspaper",
        "author": [
            {"family": "Ek", "given": "Olof"},
            {"family": "van der Berg", "given": "Jan", "suffix": "Jr."},
            {"literal": "Harbour Board"},
        ],
        "title": "Fog and the harbour",
        "container-title": "Coastal Review",
        "issued": {"date-parts": [[2001, 3, 5]]},
        "page": "7-19",
        "ISSN": "1234-5679",
        "DOI": "10.1234/fog",
        "keyword": "fog, ferries",
        "URL": "https://coastal.example/fog",
        "abstract": "It was seen from the pier.",
        "language": "German",
        "note": "%1: shelf 4",
    }
    assert book == {
        "type": "book",
        "editor": [{"family": "Lind", "given": "Ane"}],
        "title": "Harbours",
        "issued": {"date-parts": [[1999]]},
        "publisher": "Quay Press",
        "publisher-place": "Tallvik",
        "edition": "2nd",
        "ISBN": "978-0-306-40615-7",
    }


def test_refer_without_types() -> None:
    book, article = items(read_refer, UNTYPED.encode())
    assert (book["type"], book["author"]) == ("book", [{"family": "Lind", "given": "Ane"}])
    assert (article["type"], article["container-title"], article["volume"]) == (
        "article-journal",
        "Coastal Review",
        "3",
    )


def test_medline() -> None:
    article, other = items(read_medline, MEDLINE.encode())
    assert article == {
        "type": "article-journal",
        "PMID": "123456",
        "title": "Fog in harbours of the north: a study of what the keepers of lights wrote",
        "author": [
            {"family": "Ek", "given": "Olof"},
            {"family": "Lind", "given": "Ane"},
            {"literal": "Harbour Board"},
        ],
        "issued": {"date-parts": [[2021, 3, 14]]},
        "page": "123-128",
        "DOI": "10.5555/fog.1",
        "abstract": "Keepers wrote every night.",
        "language": "eng",
        "container-title": "Journal of fog",
        "volume": "12",
        "issue": "3",
        "ISSN": "1234-5679",
        "keyword": "Fog",
        "note": "GR: A 1",
    }
    assert other == {
        "type": "article-journal",
        "PMID": "7",
        "title": "Light in the U.K.",
        "author": [{"family": "van Dyk", "given": "JP"}],
        "issued": {"date-parts": [[1998, 12], [1999, 1]]},
        "container-title": "J Fog",
    }


def test_each_is_told_by_its_beginning() -> None:
    assert is_refer(REFER.encode("utf-8-sig")) and is_refer(UNTYPED.encode()) and is_medline(MEDLINE.encode())
    assert not is_refer(MEDLINE.encode()) and not is_medline(REFER.encode()) and not is_refer(b"%PDF-1.7")
    for reader in (read_refer, read_medline):
        with pytest.raises(InputError, match="is not"):
            items(reader, b"Fog.\n")


@given(st.text(st.sampled_from("%0AT-PMIDU \n\r\x85Ek,."), max_size=200) | st.text(max_size=200))
def test_no_text_raises_anything_else(text: str) -> None:
    for reader in (read_refer, read_medline):
        with suppress(InputError):
            items(reader, text.encode("utf-8", "replace"))
