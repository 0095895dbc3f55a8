"""What people collected in Apple Books, Citavi and programs for qualitative analysis: each quotation with its work and place."""

import io
import random
import sqlite3
import zipfile
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest.test_mutations import mutated

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations import apple_books, qda
from onrecord.exchange.bibliography import citavi
from onrecord.exchange.entries import Entry, Noted, QuoteEntry, Refused, SourceEntry

READERS = {"applebooks": apple_books.read, "citavi": citavi.read, "refiqda": qda.read}


def read(name: str, data: bytes, called: str = "a file") -> list[Entry]:
    return list(READERS[name](io.BytesIO(data), called))


def quotes(entries: list[Entry]) -> list[QuoteEntry]:
    return [one for one in entries if isinstance(one, QuoteEntry)]


def reasons(entries: list[Entry]) -> list[str]:
    return [one.reason for one in entries if isinstance(one, Refused)]


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, part in parts.items():
            archive.writestr(path, part)
    return out.getvalue()


# --- REFI-QDA ----------------------------------------------------------------------------------------------------

TEXT = "\ufeffOn piers.\r\n\r\n😀 Ida Lund: “The pier will stand.”\r\n\r\nIt rained.\r\n"
SAID = "“The pier will stand.”"


def project(text: str, start: int, end: int, name: str = "", more: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><Project name="p" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="C1" name="Trust" isCodable="true">'
        '<Code guid="c2" name="in  builders" isCodable="true"/></Code></Codes></CodeBook><Sources>'
        f'<TextSource guid="s" name="Hearing, day 1" plainTextPath="{text}"><PlainTextSelection guid="q" name="{name}" startPosition="{start}" endPosition="{end}">'
        '<Description>Sure?</Description><Coding guid="k"><CodeRef targetGUID="c1"/></Coding><Coding guid="l"><CodeRef targetGUID="C2"/></Coding><NoteRef targetGUID="n"/>'
        f"</PlainTextSelection>{more}</TextSource>"
        '<PDFSource guid="d" name="Report" path="internal://d.pdf"><PDFSelection guid="e" page="1" name="box"/></PDFSource>'
        '<AudioSource guid="a" name="Call"><Transcript guid="t" plainTextPath="internal://t.txt"><SyncPoint guid="y1" position="0" timeStamp="65000"/><SyncPoint guid="y2" position="6" timeStamp="70000"/>'
        '<TranscriptSelection guid="z" fromSyncPoint="y1" toSyncPoint="y2"><Coding><CodeRef targetGUID="c1"/></Coding></TranscriptSelection></Transcript></AudioSource>'
        '</Sources><Notes><Note guid="N" name="m"><PlainTextContent>Compare day 2.</PlainTextContent></Note></Notes></Project>'
    ).encode()


def qdpx(start: int, end: int, name: str = "") -> bytes:
    return zipped(
        {"project.qde": project("internal://s.txt", start, end, name), "Sources/s.txt": TEXT.encode(), "sources/t.txt": b"We saw it."}
    )  # fmt: skip


AT = TEXT[1:].index(SAID)


@pytest.mark.parametrize(
    ("by", "name"), [(0, ""), (0, SAID[:12] + "..."), (1, SAID), (-2, SAID[:9])], ids=["plain", "named", "utf16", "lf"]
)  # fmt: skip
def test_coded_stretches_are_tagged_quotations(by: int, name: str) -> None:
    found = read("refiqda", qdpx(AT + by, AT + by + len(SAID), name))
    said, timed = quotes(found)
    assert said.source and said.source.csl == {"type": "document", "title": "Hearing, day 1"}
    assert (said.text, said.tags, said.note) == (SAID, ("Trust", "in builders"), "Sure?\nCompare day 2.")
    assert (said.locator_label, said.locator) == ("paragraph", "2") and (said.prefix or "").endswith(
        "Ida Lund: "
    )
    assert (timed.text, timed.locator_label, timed.locator) == ("We saw", "timestamp", "00:01:05")
    assert reasons(found) == ["It marks a place and not its words."]
    assert any(isinstance(one, Noted) for one in found) == (by != 0)


def test_projects_without_their_texts_and_codebooks() -> None:
    assert reasons(read("refiqda", project("relative://s.txt", 0, 3)))[0].startswith(
        "Its text is not in the project"
    )
    assert reasons(read("refiqda", qdpx(9_000, 9_001)))[0] == "Its place is not in the text."
    codebook = (
        b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="x"/></Codes></CodeBook>'
    )
    with pytest.raises(InputError, match="a codebook with 1 codes"):
        read("refiqda", codebook)
    for name, data in (
        ("p.qdpx", qdpx(0, 1)),
        ("p.qde", project("", 0, 1)),
        ("b.qdc", codebook),
        ("b.xml", codebook),
    ):
        assert formats.to_read(name, data).name == "refiqda"


# --- Citavi ------------------------------------------------------------------------------------------------------

RANGE = "&lt;sp&gt;&lt;n&gt;12&lt;/n&gt;&lt;os&gt;12&lt;/os&gt;&lt;/sp&gt;{}&lt;os&gt;12-13&lt;/os&gt;"
A, B, C = ("a" * 8 + "-0000-0000-0000-" + one * 12 for one in "123")


def item(number: int, kind: int, text: str, pages: str = "", more: str = "") -> str:
    return (
        f'<KnowledgeItem id="k{number}"><ReferenceID>{A}</ReferenceID><CoreStatement>Piers stand</CoreStatement><Text>{text}</Text>'
        f"<PageRange>{pages}</PageRange><QuotationType>{kind}</QuotationType>{more}</KnowledgeItem>"
    )


CITAVI = (
    '\ufeff<?xml version="1.0" encoding="utf-8"?><CitaviExchangeData Version="6.3.0.0"><Categories><Category id="g"><Name>Harbours</Name></Category></Categories>'
    '<Persons><Person id="p"><FirstName>Ida</FirstName><MiddleName>M.</MiddleName><LastName>Lund</LastName></Person><Person id="o"><LastName>Harbour Board</LastName></Person></Persons>'
    '<Keywords><Keyword id="w"><Name>pier</Name></Keyword></Keywords><Publishers><Publisher id="v"><Name>Quay Press</Name></Publisher></Publishers><References>'
    f'<Reference id="{A}"><ReferenceType>Contribution</ReferenceType><Title>On piers</Title><Subtitle>A study</Subtitle><CitationKey>Lund2011</CitationKey><PageRange>{RANGE.format("")}</PageRange></Reference>'
    f'<Reference id="{B}"><ReferenceType>BookEdited</ReferenceType><Title>Coasts</Title><Year>2011</Year></Reference><Reference id="{C}"/></References>'
    f"<ReferenceAuthors><OnetoN>{A.upper()};p</OnetoN></ReferenceAuthors><ReferenceEditors><OnetoN>{B};o</OnetoN></ReferenceEditors>"
    f"<ReferencePublishers><OnetoN>{B};v</OnetoN></ReferencePublishers><ReferenceReferences><OnetoN>{B};{A}</OnetoN></ReferenceReferences><KnowledgeItems>"
    + item(1, 1, "The pier will stand.", RANGE.format("")) + item(2, 2, "Piers are said to stand.", RANGE.format("&lt;nt&gt;Margin&lt;/nt&gt;"))
    + item(3, 4, "I doubt it.") + item(4, 5, "{\\rtf1\\ansi Es h\\'e4lt.}", "", "<PageRangeNumber>7</PageRangeNumber>") + item(5, 1, "")
    + "</KnowledgeItems><KnowledgeItemKeywords><OnetoN>k1;w</OnetoN></KnowledgeItemKeywords><KnowledgeItemCategories><OnetoN>k1;g</OnetoN></KnowledgeItemCategories></CitaviExchangeData>"
).encode()  # fmt: skip


def check_citavi(found: list[Entry]) -> None:
    works = [one.csl for one in found if isinstance(one, SourceEntry)]
    assert works[0] == {
        "id": "Lund2011", "type": "chapter", "title": "On piers: A study", "author": [{"family": "Lund", "given": "Ida M."}], "page": "12-13",
        "container-title": "Coasts", "editor": [{"literal": "Harbour Board"}], "publisher": "Quay Press", "issued": {"date-parts": [[2011]]},
    }  # fmt: skip
    direct, indirect, marked = quotes(found)
    assert (direct.text, direct.form, direct.locator_label, direct.locator) == (
        "The pier will stand.",
        "direct",
        "page",
        "12-13",
    )
    assert (direct.tags, direct.note) == (("pier", "Harbours"), "Piers stand")
    assert (indirect.form, indirect.locator_label) == ("indirect", "paragraph")
    assert (marked.text, marked.locator) == ("Es hält.", "7")
    assert reasons(found) == [
        "It has neither a title nor an author.",
        "It is a comment, and quotes nothing.",
        "It has no words.",
    ]


def test_a_project_of_citavi() -> None:
    check_citavi(read("citavi", CITAVI))
    check_citavi(read("citavi", zipped({"p.ctv6": CITAVI})))
    check_citavi(read("citavi", citavi_database()))
    assert (
        formats.to_read("p.xml", CITAVI).name
        == formats.to_read("p.ctv6bak", zipped({"p": CITAVI})).name
        == "citavi"
    )
    with pytest.raises(InputError, match="export it as XML"):
        read("citavi", b"\1\0\0\0 SQL Server CE")


def database(*lines: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    for line in lines:
        connection.executescript(line)
    return connection.serialize()


def citavi_database() -> bytes:
    """The same project as the program keeps it: a table a kind, with ids of its own."""
    from onrecord.exchange.bibliography.citavi import _RELATIONS, _TAGS, _of_xml

    whole = _of_xml(io.BytesIO(CITAVI), "a file")
    connection = sqlite3.connect(":memory:")
    for kind, fields in _TAGS.items():
        connection.execute(
            f'CREATE TABLE "{kind}" (ID, {", ".join(f"{one!r}" for one in fields if one not in ("Doi", "Isbn"))})'
        )
        for id_, row in whole.table(kind).items():
            values = {"ID": id_.encode(), **row}
            values |= {one: row[one].encode() for one in ("ReferenceID",) if one in row}
            connection.execute(
                f'INSERT INTO "{kind}" ({", ".join(values)}) VALUES ({", ".join("?" * len(values))})',
                tuple(values.values()),
            )
    for relation, (table, one, other) in _RELATIONS.items():
        connection.execute(f'CREATE TABLE "{table}" ("{one}", "{other}", "Index" INTEGER)')
        for first, others in whole._relations.get(relation, {}).items():
            connection.executemany(
                f'INSERT INTO "{table}" VALUES (?, ?, ?)',
                [(first.encode(), each.encode(), at) for at, each in enumerate(others)],
            )
    return connection.serialize()


# --- Apple Books -------------------------------------------------------------------------------------------------

LIBRARY = database(
    "CREATE TABLE ZBKLIBRARYASSET (Z_PK INTEGER PRIMARY KEY, ZASSETID, ZTITLE, ZAUTHOR, ZLANGUAGE);"
    "INSERT INTO ZBKLIBRARYASSET VALUES (1, 'A1', 'On piers', 'Ida Lund & Bo Quist', 'en');"
)  # fmt: skip
HIGHLIGHTS = database(
    "CREATE TABLE ZAEANNOTATION (Z_PK INTEGER PRIMARY KEY, ZANNOTATIONASSETID, ZANNOTATIONSELECTEDTEXT, ZANNOTATIONREPRESENTATIVETEXT, ZANNOTATIONNOTE,"
    " ZANNOTATIONDELETED INTEGER, ZFUTUREPROOFING5, ZPLLOCATIONRANGESTART INTEGER);"
    "INSERT INTO ZAEANNOTATION VALUES (1, 'A1', 'It rained.', NULL, NULL, 0, 'Preface', 9), (2, 'A1', 'The pier will stand.', 'x', 'Sure?', 0, 'Chapter 3: Ebb', 5),"
    " (3, 'A1', 'gone', NULL, NULL, 1, NULL, 1), (4, 'B', 'Whose?', NULL, NULL, 0, NULL, 1), (5, 'A1', NULL, NULL, NULL, 0, NULL, 1), (6, 'A1', NULL, NULL, 'Hm.', 0, NULL, 1);"
)  # fmt: skip
MAIL = (
    'From: me@quay.example\nDate: Tue, 14 Feb 2023 10:30:00 +0100\nMessage-ID: <1@q>\nMIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n<html><body>'
    '<h1 class="booktitle">On piers</h1><h2 class="bookauthor">Ida Lund</h2><div class="annotation"><div class="annotationchapter">Chapter 3</div>'
    '<p class="annotationrepresentativetext">“The pier will stand.”</p><p class="annotationnote">Sure?</p></div>'
    '<div class="annotation"><p class="annotationrepresentativetext yellow">It rained.</p></div></body></html>'
).encode()  # fmt: skip
COPIED = (
    "“The pier will stand.”\n\nExcerpt From\nOn piers\nIda Lund\nhttps://books.apple.com/book/id1\nThis material may be protected by copyright.\n\n"
    "“Es hält.”\n\nAuszug aus: Ida Lund. „Über Piere.“ Apple Books. \n\n“She said “no”, twice.”\n\nExtrait de\n\n"
).encode()  # fmt: skip


def test_the_database_with_the_library_beside_it(tmp_path: Path) -> None:
    for folder, name, content in (
        ("AEAnnotation", "AEAnnotation_v1_local.sqlite", HIGHLIGHTS),
        ("BKLibrary", "BKLibrary-1.sqlite", LIBRARY),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(content)
    found = read("applebooks", HIGHLIGHTS, str(tmp_path / "AEAnnotation" / "AEAnnotation_v1_local.sqlite"))
    first, second = quotes(found)
    assert (first.text, first.note, first.locator_label, first.locator) == (
        "The pier will stand.",
        "Sure?",
        "chapter",
        "3",
    )
    assert first.source and first.source.csl["title"] == "On piers" and first.source.csl["author"] == [
        {"family": "Lund", "given": "Ida"}, {"family": "Quist", "given": "Bo"},
    ]  # fmt: skip
    assert second.locator == "Preface"
    assert sorted(reasons(found)) == [
        "It is a remark on no words.",
        "Nothing says which book it is from: put BKLibrary….sqlite beside it.",
    ]
    assert len(quotes(read("applebooks", HIGHLIGHTS, str(tmp_path / "alone.sqlite")))) == 0
    with pytest.raises(InputError, match="holds no highlights"):
        read("applebooks", LIBRARY)


def test_what_is_shared_as_mail_and_what_was_copied() -> None:
    for data in (MAIL, MAIL.partition(b"\n\n")[2]):
        first, second = quotes(read("applebooks", data))
        assert (first.text, first.note, first.locator) == (
            "The pier will stand.",
            "Sure?",
            "3",
        ) and second.text == "It rained."
    found = read("applebooks", COPIED)
    first, second = quotes(found)
    assert (first.text, second.text) == ("The pier will stand.", "Es hält.") and second.source
    assert second.source.csl == {
        "type": "book",
        "title": "Über Piere",
        "author": [{"family": "Lund", "given": "Ida"}],
    }
    assert reasons(found) == ["Nothing says which book it is from."]
    for name, data in (
        ("a.sqlite", HIGHLIGHTS),
        ("a.eml", MAIL),
        ("a.html", MAIL.partition(b"\n\n")[2]),
        ("a.txt", COPIED),
    ):
        assert formats.to_read(name, data).name == "applebooks"


# --- bad input ---------------------------------------------------------------------------------------------------

SAMPLES = {
    "refiqda": [qdpx(AT, AT + 5), project("internal://s", 0, 2)], "citavi": [CITAVI, citavi_database(), zipped({"p": CITAVI})],
    "applebooks": [HIGHLIGHTS, MAIL, COPIED],
}  # fmt: skip


def taken_or_refused(name: str, data: bytes) -> None:
    try:
        for one in read(name, data):
            assert isinstance(one, SourceEntry) or one.where or isinstance(one, Noted)
    except InputError as error:
        assert error.message.isprintable() and "a file" in error.message


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(choose=st.randoms(use_true_random=False))
def test_a_damaged_file_is_taken_or_refused(name: str, choose: random.Random) -> None:
    taken_or_refused(name, mutated(choose.choice(SAMPLES[name]), choose))


@pytest.mark.parametrize("name", SAMPLES)
def test_empty_cut_and_foreign_files_are_refused(name: str) -> None:
    for data in (
        b"",
        b" \n",
        SAMPLES[name][0][:60],
        b"PK\x03\x04",
        b"SQLite format 3\0" + bytes(600),
        b"\xff\xfe<\0",
        b"<a>" * 100_000,
    ):
        with pytest.raises(InputError):
            read(name, data)


def test_a_schema_that_is_no_text_is_damaged() -> None:
    with pytest.raises(InputError, match="a file is a damaged SQLite database"):
        read("applebooks", HIGHLIGHTS.replace(b"ZANNOTATIONASSETID, ", b'ZANNOT"\xb9\x8a(ASSETI,', 1))


def test_a_view_that_never_ends_is_no_table() -> None:
    endless = database(
        "CREATE VIEW ZAEANNOTATION AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS Z_PK FROM n;"
    )
    with pytest.raises(InputError, match="holds no highlights"):
        read("applebooks", endless)


def test_they_come_into_a_database(database: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.ctv6"
    path.write_bytes(citavi_database())
    done = run("import", path, "--db", database, code=1)
    assert "5 added" in done.stdout, done.stdout
    (tmp_path / "p.qdpx").write_bytes(qdpx(AT, AT + len(SAID)))
    run("import", tmp_path / "p.qdpx", "--by", "Ida Lund", "--db", database, code=1)
    assert SAID.strip("“”") in run("search", "stand", "--db", database).stdout
