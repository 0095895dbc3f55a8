"""BibTeX and BibLaTeX taken in, as people and reference managers write them, and as onrecord itself does."""

from io import BytesIO

import pytest
from cite.factories import by, organisation, person, quote, source
from cite.nasty import NASTY
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cite import csl
from onrecord.cite.cited import cite
from onrecord.errors import InputError
from onrecord.exchange.bibliography.bib_entries import Broken, RawEntry
from onrecord.exchange.bibliography.bib_entries import entries as raw_entries
from onrecord.exchange.bibliography.bib_names import names
from onrecord.exchange.bibliography.bibtex import looks_like, read
from onrecord.exchange.entries import Entry, Refused, SourceEntry
from onrecord.model.records import Json
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.text import edtf

# As JabRef writes: a comment on the encoding, groups, a string, its own fields.
JABREF = r"""% Encoding: UTF-8

@String{cr = "Coastal Review"}

@Article{Ek2001,
  author    = {Ek, Olof and van der Berg, Jan and {Harbour Board} and Lind, Jr., Anna and others},
  title     = "F{\"o}g and the {NASA} harbour",
  journal   = cr # " Weekly",
  year      = 2001,
  month     = mar,
  day       = {5},
  number    = {3},
  pages     = {7--19},
  groups    = {Harbours},
  timestamp = {2021-03-04},
  url       = {https://coastal.example/a\_b},
}

@Comment{jabref-meta: databaseType:bibtex;}
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Harbours\;0\;1\;\;\;\;;
}
"""
# As Better BibTeX writes.
BETTER = r"""@online{lindFerriesComeBack2023,
  title = {Ferries Come Back},
  shorttitle = {Ferries},
  author = {Lind, Eva},
  date = {2023-05-06},
  origdate = {1998},
  url = {https://coastal.example/ferries},
  urldate = {2023-06-01},
  langid = {british},
  organization = {Coastal Courier},
  abstract = {They are “back”.},
  keywords = {ferries,quays},
  file = {/home/lind/storage/ABC/page.html}
}

@incollection{okoroQuay1999,
  title = {The Quay},
  author = {Okoro, Tobias},
  crossref = {allQuays},
  pages = {12–14},
}

@book{allQuays,
  title = {All Quays},
  subtitle = {A Guide},
  editor = {family=Moe, given=Ada, prefix=van, useprefix=true},
  publisher = {Quay \& Sons},
  date = {198X},
  series = {Guides}, number = {7},
}

@xdata{shared, location = {Tallvik}}
@report{tide, xdata = {shared}, title = {Tide}, type = {techreport}, date = {2020-03/2020-04}, eprint = {2001.00001}, eprinttype = {arXiv}}
"""


def entries(text: str | bytes) -> list[Entry]:
    return list(read(BytesIO(text if isinstance(text, bytes) else text.encode()), "library.bib"))


def items(text: str | bytes) -> list[Json]:
    return [one.csl for one in entries(text) if isinstance(one, SourceEntry)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_library_of_jabref(line_end: str, encoding: str) -> None:
    data = JABREF.replace("\n", line_end).encode(encoding)
    assert looks_like(data)
    assert items(data) == [
        {
            "type": "article-journal",
            "id": "Ek2001",
            "author": [
                {"family": "Ek", "given": "Olof"},
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
                {"literal": "Harbour Board"},
                {"family": "Lind", "given": "Anna", "suffix": "Jr."},
            ],
            "title": "Fög and the NASA harbour",
            "container-title": "Coastal Review Weekly",
            "issue": "3",
            "page": "7-19",
            "issued": {"date-parts": [[2001, 3, 5]]},
            "URL": "https://coastal.example/a_b",
            "custom": {
                "bibtex": {"author-and-others": "yes", "groups": "Harbours", "timestamp": "2021-03-04"}
            },
        }
    ]


def test_a_library_of_better_bibtex() -> None:
    found = entries(BETTER)
    assert [one.remark for one in found if isinstance(one, SourceEntry)] == [
        "its file was not read",
        None,
        None,
        None,
    ]
    online, part, book, report = items(BETTER)
    assert online == {
        "type": "webpage",
        "id": "lindFerriesComeBack2023",
        "author": [{"family": "Lind", "given": "Eva"}],
        "title": "Ferries Come Back",
        "title-short": "Ferries",
        "publisher": "Coastal Courier",
        "abstract": "They are “back”.",
        "keyword": "ferries,quays",
        "issued": {"date-parts": [[2023, 5, 6]]},
        "original-date": {"date-parts": [[1998]]},
        "accessed": {"date-parts": [[2023, 6, 1]]},
        "URL": "https://coastal.example/ferries",
        "language": "en-GB",
    }
    assert (part["type"], part["title"], part["container-title"]) == (
        "chapter",
        "The Quay",
        "All Quays: A Guide",
    )
    assert part["publisher"] == "Quay & Sons" and part["page"] == "12-14"
    assert (
        part["editor"]
        == book["editor"]
        == [{"family": "Moe", "given": "Ada", "non-dropping-particle": "van"}]
    )
    assert book["issued"] == {"literal": "the 1980s", "raw": "198X"} and book["collection-number"] == "7"
    assert report["genre"] == "Technical report" and report["publisher-place"] == "Tallvik"
    assert report["issued"] == {"date-parts": [[2020, 3], [2020, 4]]}
    assert report["URL"] == "https://arxiv.org/abs/2001.00001"


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = {2001}, month = {October}, day = 4", {"date-parts": [[2001, 10, 4]]}),
        ('year = 2001, month = "10~" # jan', {"date-parts": [[2001, 1, 10]]}),
        ("year = 2001, month = {Spring}", {"date-parts": [[2001]], "season": 1}),
        ("year = {c. 1850}", {"date-parts": [[1850]], "circa": True}),
        ("year = {2001--2003}", {"date-parts": [[2001], [2003]]}),
        ("year = {in press}", {"literal": "in press"}),
        ("date = {1850~}", {"date-parts": [[1850]], "circa": True}),
        ("date = {2021-03-14/2021-03-16}, year = 2021", {"date-parts": [[2021, 3, 14], [2021, 3, 16]]}),
        ("date = {2020-21}", {"date-parts": [[2020]], "season": 1}),
        ("date = {2020/}", {"literal": "from 2020", "raw": "2020/"}),
        ("date = {around Easter}", {"literal": "around Easter"}),
        ("date = {2020-02-31}", {"literal": "2020-02-31"}),
    ],
)  # fmt: skip
def test_dates(fields: str, issued: Json) -> None:
    assert items(f"@book{{a, title = {{T}}, {fields}}}")[0]["issued"] == issued


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Ada Moe", [{"family": "Moe", "given": "Ada"}]),
        ("Moe", [{"family": "Moe"}]),
        ("Jan van der Berg", [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}]),
        ("von Berg, Sr, Jan", [{"family": "Berg", "given": "Jan", "suffix": "Sr", "non-dropping-particle": "von"}]),
        ("{Sand and Sea, Inc.} AND Ek, Olof", [{"literal": "Sand and Sea, Inc."}, {"family": "Ek", "given": "Olof"}]),
        ("{de la Cruz}, Ana", [{"family": "de la Cruz", "given": "Ana"}]),
        (r"{\O}st, \'Eva~M.", [{"family": "Øst", "given": "Éva\u00a0M."}]),
        ('"family=Moe, Jr", given=Ada', [{"family": "Moe", "given": "Ada"}]),
        ("김정은 and Шойгу, Сергей", [{"family": "김정은"}, {"family": "Шойгу", "given": "Сергей"}]),
        ("Deng Xiaoping and Moe, Ada", [{"family": "Deng", "given": "Xiaoping"}, {"family": "Moe", "given": "Ada"}]),
        ("Moon Jae In and Xiaoping, Deng", [{"family": "Moon", "given": "Jae In"}, {"family": "Xiaoping", "given": "Deng"}]),
        ("Lee Kuan Yew", [{"family": "Lee Kuan Yew"}]),
        ("Moe, Ada, Jr. and Ek, Olof, II", [{"family": "Moe", "given": "Ada", "suffix": "Jr."}, {"family": "Ek", "given": "Olof", "suffix": "II"}]),
        ("and and Ada Moe and", [{"family": "Moe", "given": "Ada"}]),
        ("{}", []),
    ],
)  # fmt: skip
def test_names(written: str, found: list[Json]) -> None:
    assert names(written) == (found, False)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("World Fog Organization", [{"literal": "World Fog Organization"}]),
        ('Bundesministerium f{\\"u}r H{\\"a}fen', [{"literal": "Bundesministerium für Häfen"}]),
        ("Ministry of Ports and Harbours", [{"literal": "Ministry of Ports and Harbours"}]),
        (
            "Ministry of Ports and Olof Ek",
            [{"literal": "Ministry of Ports"}, {"family": "Ek", "given": "Olof"}],
        ),
        (
            "Institute of Fog and Board of Ropes",
            [{"literal": "Institute of Fog"}, {"literal": "Board of Ropes"}],
        ),
        ("Robert Parish", [{"family": "Parish", "given": "Robert"}]),
        ("Food and Fog Organization", [{"literal": "Food and Fog Organization"}]),
        ("Department of Health and Human Services", [{"literal": "Department of Health and Human Services"}]),
        ("Ek, Olof; Lund, Ida", [{"family": "Ek", "given": "Olof"}, {"family": "Lund", "given": "Ida"}]),
        ("Ek AB and Lund C", [{"family": "Ek", "given": "AB"}, {"family": "Lund", "given": "C"}]),
        (
            "Ek, Olof, 1950- and Lund, Ida",
            [{"family": "Ek", "given": "Olof"}, {"family": "Lund", "given": "Ida"}],
        ),
    ],
)
def test_organisations_without_braces_and_names_of_other_catalogues(written: str, found: list[Json]) -> None:
    assert items(f"@book{{a, author = {{{written}}}, title = {{Fog}}}}")[0]["author"] == found


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ("@book{b, title = {Open, year = 1999}\n", 2, "Line 4: It is not closed."),
        ("@book{b, title = {Open,\n year = 1999\n", 2, "A brace is not closed."),
        ('@book{b, title = "Open, year = 1999}\n', 2, "A quotation mark is not closed."),
        ("@book{b,\n title {No sign}}\n", 2, "Line 3: After 'title' an = is missing."),
        ("@book{b, title = {T}}, year = {1999}}\n", 2, "A closing brace ends it before its last field."),
        ("@book b, title = {T}\n", 2, "After its type a { is missing."),
        ("@book{b, title = }\n", 2, "a value is expected"),
        ("@set{b, entryset = {a,c}}\n", 2, "It is a set of other entries"),
        ("@string{x = {y}\n", 2, "It is not closed."),
        ("@book{}\n", 2, "It is empty."),
    ],
)  # fmt: skip
def test_one_broken_entry_is_told_and_the_next_one_read(broken: str, line: int, reason: str) -> None:
    found = entries(f"@misc{{a, title = {{First}}}}\n{broken}\n@misc{{c, title = {{Last}}}}\n")
    assert [one.csl["id"] for one in found if isinstance(one, SourceEntry)] == ["a", "c"]
    (refused,) = (one for one in found if isinstance(one, Refused))
    assert refused.where.split(" (")[0] == f"line {line}" and reason in refused.reason


def test_what_people_leave_out() -> None:
    text = "@misc{title = {Without a key}}\n@misc{two words\n title = {No comma} year = 1999, note = ,}\n@misc(p, title = {P(1)})"
    first, second, third = items(text)
    assert "id" not in first and first["title"] == "Without a key"
    assert second == {
        "id": "two words",
        "type": "document",
        "title": "No comma",
        "issued": {"date-parts": [[1999]]},
    }
    assert third == {"id": "p", "type": "document", "title": "P(1)"}
    assert items("% @misc{out, title = {Out}}\nme@example.org @misc{in, title = {In}}")[0]["id"] == "in"


def test_who_inherits_from_itself_gets_nothing() -> None:
    first, second = items(
        "@inbook{a, crossref = {b}, title = {A}}\n@book{b, crossref = {a}, xdata = {b}, year = 1999}"
    )
    assert first["issued"] == {"date-parts": [[1999]]} and "title" in second


def test_what_is_no_bibtex() -> None:
    with pytest.raises(InputError, match="is not BibTeX: it holds no entry"):
        entries("Nothing at all.")
    assert not looks_like(b"TY  - BOOK\nAB  - x\n@book{forged, title={x}}\nER  - \n")
    assert not looks_like(b'[{"title": "\n@book{x, "}]') and not looks_like(b"")


def test_a_macro_does_not_grow_for_ever() -> None:
    doubled = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))
    found = list(raw_entries(f"@string{{a0 = {{0123456789}}}}\n{doubled}@misc{{k, title = a39}}"))
    assert any(isinstance(one, Broken) and "than 1,000,000 characters" in one.reason for one in found)
    assert isinstance(found[-1], RawEntry) and len(found[-1].fields["title"]) < 2_000_000


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@pytest.mark.parametrize("type", SOURCE_TYPES)
def test_every_type_comes_back(type: str, format: str) -> None:
    work = source(type=type, csl={"genre": "Logbook"} if type in ("report", "thesis") else {})
    (back,) = items(cite([quote(source=work)], format=format))
    wanted = csl.item(work)
    back.pop("annote")
    assert back == wanted


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "issued", ["2021-03-14", "2021-03", "2021", "0987", "-0043", "1850~", "198X", "2021?", "2021%", "2020/..", "../2020",
               "2021-22", "2021-03-14/2021-04", "2021-03-14T10:20:30Z"],
)  # fmt: skip
def test_every_date_comes_back(issued: str, format: str) -> None:
    (back,) = items(cite([quote(source=source(issued=issued))], format=format))
    date = back["issued"]
    assert isinstance(date, dict) and edtf.from_csl_date(date) == issued


def test_the_kept_copy_comes_back_as_one() -> None:
    kept = "https://web.archive.org/web/20210402090000/https://coastal.example/ferry"
    work = source(archive_url=kept, csl={"note": "Read twice."})
    (back,) = entries(cite([quote(source=work)], format="biblatex"))
    assert isinstance(back, SourceEntry)
    assert back.archive_url == kept and back.csl["note"] == "Read twice."
    # BibTeX has only the note for it.
    (item,) = items(cite([quote(source=work)], format="bibtex"))
    assert item["note"] == f"Read twice. Archived 2021-04-02 at {kept}"


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@given(text=st.sampled_from(NASTY) | st.text(), family=st.text(), given_name=st.text())
def test_what_onrecord_writes_comes_back(format: str, text: str, family: str, given_name: str) -> None:
    work = source(
        title=text, container_title=text, publisher=text, creators=by(person("x", family, given_name), organisation(text)),
        csl={"note": text, "volume": text}, url=None, type="article-journal",
    )  # fmt: skip
    (back,) = items(cite([quote(source=work)], format=format))
    wanted = csl.item(work)
    for variable in ("id", "type", "title", "container-title", "publisher", "volume", "issued", "language"):
        assert back.get(variable) == wanted.get(variable)
    assert back.get("note") == (csl.clean(str(wanted["note"])) if "note" in wanted else None)
    # With more commas than biber bears, a name is written in one piece.
    if (
        csl.clean(family)
        and csl.clean(given_name)
        and csl.clean(text)
        and f"{family}{given_name}".count(",") < 2
    ):
        assert back.get("author") == wanted.get("author")


@given(st.binary() | st.text(alphabet=st.sampled_from('@book{},="#()\\% \nat0')).map(str.encode))
def test_any_bytes_give_entries_or_one_sentence(data: bytes) -> None:
    looks_like(data)
    try:
        assert all(isinstance(one, SourceEntry | Refused) for one in entries(data))
    except InputError as error:
        assert error.message


@pytest.mark.parametrize(
    "piece", ["@a{", "@a{b,c={", '@a{b,c="', "\n@book{b, c={", "{", "}", "@", "%", "@comment{", "@string{a=", "\n", "\n@"]
)  # fmt: skip
def test_what_goes_on_for_ever_costs_no_more_for_being_long(piece: str) -> None:
    # Quadratic work on any of them would take minutes.
    for _ in raw_entries(piece * 100_000):
        pass
