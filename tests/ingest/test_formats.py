"""Files that are not plain text: each is made by the programs that people use, and read back."""

import base64
import email.message
import io
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools import program

from onrecord.errors import InputError
from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes

SPEECH = "“The bridge will hold,” Mara Quill said."
MORE = "It rained on the day of the opening, and nobody stayed for the soup."


def refused(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as raised:
        read_bytes(data, name=name)
    message = str(raised.value)
    assert "\n" not in message
    assert name in message
    return message


def place_of(document: Document, words: str) -> tuple[str, str]:
    """The locator that holds where the words stand."""
    at = document.text.index(words)
    place = [place for place in document.places if place.start <= at][-1]
    return place.label, place.value


def said_by(document: Document) -> list[tuple[str, str]]:
    return [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns]


# --- PDF -------------------------------------------------------------------------------------------------------


def small_pdf(*pages: str, labels: str = "", info: str = "", trailer: str = "") -> bytes:
    """A PDF written by hand, with one line of text a page."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {labels} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * at} 0 R' for at in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode(),
    ]
    for at, page in enumerate(pages):
        content = f"BT /F1 12 Tf 72 700 Td ({page}) Tj ET".encode("cp1252") if page else b""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return out.getvalue()


def test_pages_of_a_pdf_are_places() -> None:
    document = read_bytes(
        small_pdf(
            "The first page.", "The second page.", info="/Title (On bridges) /Author (Mara Quill; Tom Oduya)"
        ),
        name="a.pdf",
    )
    assert document.media_type == "application/pdf"
    assert place_of(document, "first") == ("page", "1")
    assert place_of(document, "second") == ("page", "2")
    assert document.metadata.title == "On bridges"
    assert [author.name for author in document.metadata.authors] == ["Mara Quill", "Tom Oduya"]
    assert document.metadata.issued is None


def test_printed_page_numbers_win() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 117 >>] >>"
    document = read_bytes(small_pdf("The foreword.", "The article.", labels=labels), name="a.pdf")
    assert place_of(document, "foreword") == ("page", "i")
    assert place_of(document, "article") == ("page", "117")


def test_a_pdf_printed_by_a_browser(tmp_path: Path) -> None:
    chromium = program("chromium")
    page = tmp_path / "a.html"
    page.write_text(f"<meta charset=utf-8><p>{SPEECH}</p><p>{MORE}</p>", encoding="utf-8")
    printed = tmp_path / "a.pdf"
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}", page.as_uri()],
        check=True,
        capture_output=True,
    )
    document = read_bytes(printed.read_bytes(), name="a.pdf")
    assert SPEECH in document.text
    assert MORE in " ".join(document.text.split())


def test_pdfs_that_cannot_be_read_say_why() -> None:
    assert "scanned" in refused(small_pdf("", ""), "scan.pdf")
    assert "damaged" in refused(b"%PDF-1.7\n...", "a.pdf")
    assert "damaged" in refused(small_pdf("words")[:200], "a.pdf")


def test_a_pdf_with_a_password() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(small_pdf("Secret words."))))
    writer.encrypt("open sesame", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "password" in refused(out.getvalue(), "a.pdf")


# --- Word ------------------------------------------------------------------------------------------------------


def docx(markdown: str, tmp_path: Path) -> bytes:
    file = tmp_path / "a.docx"
    pypandoc.convert_text(markdown, "docx", format="markdown", outputfile=str(file))
    return file.read_bytes()


def test_a_word_document(tmp_path: Path) -> None:
    source = f"---\ntitle: On bridges\nauthor: Mara Quill\n---\n\n# Heading\n\n{SPEECH}\n\n{MORE}[^1]\n\n[^1]: A note.\n"
    document = read_bytes(docx(source, tmp_path), name="a.docx")
    paragraphs = document.text.strip().split("\n\n")
    assert SPEECH in paragraphs
    assert MORE in paragraphs
    assert "Heading" in paragraphs
    assert paragraphs[-1].strip() == "A note."
    assert document.metadata.title == "On bridges"
    assert [author.name for author in document.metadata.authors] == ["Mara Quill"]


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_word_documents_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    whole = docx(SPEECH, tmp_path)
    assert "damaged" in refused(whole[: len(whole) // 2], "a.docx")
    assert "not well-formed" in refused(zipped({"word/document.xml": b"<w:document>"}), "a.docx")
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
    assert "declares entities" in refused(zipped({"word/document.xml": bomb}), "a.docx")
    empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    assert "no readable text" in refused(zipped({"word/document.xml": empty}), "a.docx")


# --- e-mail ----------------------------------------------------------------------------------------------------


def letter() -> email.message.EmailMessage:
    message = email.message.EmailMessage()
    message["From"] = "Mara Quill <mara@bridge.example>"
    message["To"] = "editor@gazette.example"
    message["Subject"] = "The bridge – again"
    message["Date"] = "Wed, 26 Jul 2023 23:30:00 +0900"
    message["Message-ID"] = "<1@bridge.example>"
    return message


def test_an_email() -> None:
    message = letter()
    message.set_content(f"Dear editor,\n\n{SPEECH}\n")
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="a.bin")
    document = read_bytes(message.as_bytes(), name="a.eml")
    assert SPEECH in document.text
    metadata = document.metadata
    assert (metadata.title, metadata.issued, metadata.type) == (
        "The bridge – again",
        "2023-07-26",
        "personal_communication",
    )
    assert [author.name for author in metadata.authors] == ["Mara Quill"]
    assert document.notes == ("1 attachment left out",)


def test_an_email_of_html_alone_and_one_known_by_its_headers() -> None:
    message = letter()
    message.set_content(f"<p>{SPEECH}</p><script>alert(1)</script>", subtype="html")
    document = read_bytes(message.as_bytes(), name="standard input")
    assert document.media_type == "message/rfc822"
    assert document.text.strip() == SPEECH


def test_emails_that_cannot_be_read_say_why() -> None:
    empty = letter()
    empty.set_content(" \n")
    assert "without a readable text" in refused(empty.as_bytes(), "a.eml")


HEADERS = "From: Mara Quill <mara@bridge.example>\nDate: {date}\nSubject: {subject}\n"
GERMAN = "Die Brücke hält, sagte die Baurätin. Später öffnen wir auch die Fähre über die Förde."


def sent(
    body: bytes,
    *,
    content: str = "",
    date: str = "Wed, 26 Jul 2023 23:30:00 +0900",
    subject: str = "x",
    headers: str = "utf-8",
) -> Document:
    return read_bytes(
        f"{HEADERS.format(date=date, subject=subject)}{content}\n".encode(headers) + body, name="a.eml"
    )


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n",
        "Content-Type: text/plain\nContent-Transfer-Encoding: 7bit\n",
        "Content-Type: text/plain; charset=iso-8859-1\n",
        "Content-Type: text/plain; charset=no-such-thing\n",
        'Content-Type: text/plain; charset="utf-8\n',
    ],
)
def test_the_letters_of_an_email_survive_what_it_says_of_itself(content: str) -> None:
    assert sent(GERMAN.encode(), content=content).text.strip() == GERMAN


def test_an_email_in_latin_1_has_its_quotation_marks() -> None:
    content = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n"
    assert sent("“It holds” – €5".encode("cp1252"), content=content).text == "“It holds” – €5\n"
    coded = content.replace("8bit", "quoted-printable")
    assert sent(b"=93It hol=\nds=94 =96 =805", content=coded).text == "“It holds” – €5\n"


@pytest.mark.parametrize(
    ("declared", "encoding", "word"),
    [
        ("gb2312", "gb18030", "朱镕基"),
        ("GB2312", "gb18030", "髙"),
        ("iso-8859-1", "cp1252", "“Kai” – €5"),
        ("ks_c_5601-1987", "cp949", "똠방"),
    ],
)
def test_headers_are_in_the_larger_encoding_that_is_meant(declared: str, encoding: str, word: str) -> None:
    coded = base64.b64encode(word.encode(encoding)).decode()
    mail = f"From: ek@quay.example\r\nTo: b@quay.example\r\nSubject: =?{declared}?B?{coded}?=\r\nDate: Tue, 5 Mar 2024 09:00:00 +0100\r\n\r\nFog.\r\n"
    assert read_bytes(mail.encode(), name="a.eml").metadata.title == word


def test_damage_in_an_email_is_marked_and_named() -> None:
    content = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {}\n"
    document = sent(b"Br=C3=BCcke, F=FChre", content=content.format("quoted-printable"))
    assert document.text == "Brücke, F\ufffdhre\n"
    assert [(one.line, one.column, one.data) for one in document.damaged] == [(1, 10, b"\xfc")]
    assert "line 1, column 10 (byte FC)" in document.notes[0]
    coded = base64.encodebytes(GERMAN.encode())
    assert sent(coded, content=content.format("base64")).notes == ()
    cut = sent(coded.strip()[:-7], content=content.format("base64"))
    assert GERMAN.startswith(cut.text.strip(" \n\ufffd"))
    assert "base64 that is damaged" in cut.notes[-1]
    broken = sent(coded[:20] + b"!\x00" + coded[20:], content=content.format("base64"))
    assert broken.text.strip() == GERMAN
    assert "base64 that is damaged" in broken.notes[-1]


@pytest.mark.parametrize("headers", ["utf-8", "latin-1", "cp1252"])
def test_headers_written_as_they_are(headers: str) -> None:
    content = "Content-Type: text/plain; charset=iso-8859-1\n"
    document = sent(b"x", subject="Die Brücke, die Fähre", content=content, headers=headers)
    assert document.metadata.title == "Die Brücke, die Fähre"


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("Wed, 26 Jul 2023 23:30:00 +9999", "2023-07-26"),
        ("Wed, 26 Jul 2023 23:30:00 -2400", "2023-07-26"),
        ("Wed, 26 Jul 2023 99:30:00 +0100", "2023-07-26"),
        ("Wed, 26 Jul 2023 23:30:00 +" + "9" * 5000, "2023-07-26"),
        ("Wed, 99 Jul 2023 23:30:00 +0000", None),
        ("Wed, 26 Jul 99999 23:30:00 +0000", None),
        ("in July", None),
        ("", None),
    ],
)
def test_a_date_that_is_none_does_not_keep_an_email_from_being_read(date: str, issued: str | None) -> None:
    document = sent(SPEECH.encode(), date=date)
    assert (document.text.strip(), document.metadata.issued) == (SPEECH, issued)


def test_headers_without_end_do_not_keep_an_email_from_being_read() -> None:
    subject = "Re: " * 20_000
    assert sent(SPEECH.encode(), subject=subject).text.strip() == SPEECH
    many = "".join(f"X-{number}: {'(' * 200}\n" for number in range(2_000))
    assert sent(SPEECH.encode(), content=many).text.strip() == SPEECH


def test_an_article_with_lines_like_headers_is_a_text() -> None:
    text = "Subject: bridges\nWeather: fine\n\nIt rained.\n"
    assert read_bytes(text.encode(), name="a.txt").media_type == "text/plain"
    assert read_bytes(text.encode(), name="notes").media_type == "text/plain"


# --- subtitles -------------------------------------------------------------------------------------------------

VTT = """WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:03.000
<v Mara Quill>The bridge <i>will</i> hold.</v>

00:00:03.500 --> 00:00:05.000 align:start
<v Mara Quill>It is &amp; stays new.

00:12:05.000 --> 00:12:07.000
<v Tom Oduya>Will it?
"""
SRT = "1\r\n00:00:01,000 --> 00:00:03,000\r\nThe bridge\r\nwill hold.\r\n\r\n2\r\n01:00:03,500 --> 01:00:05,000\r\n>> ODUYA: Will it?\r\n"


def test_webvtt_has_times_and_speakers() -> None:
    document = read_bytes(VTT.encode(), name="a.vtt")
    assert document.text == "The bridge will hold. It is & stays new.\n\nWill it?\n"
    assert place_of(document, "It is") == ("timestamp", "00:00:03")
    assert place_of(document, "Will it?") == ("timestamp", "00:12:05")
    assert said_by(document) == [
        ("Mara Quill", "The bridge will hold. It is & stays new."),
        ("Tom Oduya", "Will it?"),
    ]


def test_subrip() -> None:
    document = read_bytes(SRT.encode(), name="a.srt")
    assert document.text == "The bridge will hold.\n\nWill it?\n"
    assert place_of(document, "Will it?") == ("timestamp", "01:00:03")
    assert said_by(document) == [("ODUYA", "Will it?")]
    assert read_bytes(SRT.encode(), name="standard input").media_type == "text/vtt"


def test_subtitles_without_words_are_refused() -> None:
    assert "without words" in refused(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n", "a.vtt")


_WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
_SENTENCES = st.lists(
    st.lists(_WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=12, unique=True
)


@settings(deadline=None)
@given(_SENTENCES, st.lists(st.sampled_from(["Ann", "Bo Li"]), min_size=12, max_size=12))
def test_every_word_of_a_subtitle_stands_in_the_text_at_its_time(cues: list[str], names: list[str]) -> None:
    source = "WEBVTT\n\n" + "".join(
        f"00:{at:02}:01.000 --> 00:{at:02}:02.000\n<v {name}>{cue}</v>\n\n"
        for at, (cue, name) in enumerate(zip(cues, names, strict=False))
    )
    document = read_bytes(source.encode(), name="a.vtt")
    assert document.text.split() == " ".join(cues).split()
    for at, place in enumerate(document.places):
        assert place.value == f"00:{at:02}:01"
        assert document.text[place.start :].startswith(cues[at])
    ends = [0, *(turn.end for turn in document.turns)]
    assert all(turn.start >= end for turn, end in zip(document.turns, ends, strict=False))


# --- transcripts -----------------------------------------------------------------------------------------------


def test_a_transcript_has_turns() -> None:
    text = (
        "Hearing of 4 April\n\nQUILL: It will hold.\n\nWe know it is new.\n\nODUYA: Will it?\n\nQUILL: Yes.\n"
    )
    document = read_bytes(text.encode(), name="a.txt")
    assert document.text == text
    assert said_by(document) == [
        ("QUILL", "It will hold.\n\nWe know it is new."),
        ("ODUYA", "Will it?"),
        ("QUILL", "Yes."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{SPEECH}\n\nNote: {MORE}\n\n{MORE}\n",
        "Note: one thing.\n\nWarning: another.\n\nNote: a third.\n",
        "Ingredients: salt.\n\nMethod: stir it.\n\nTime: an hour.\n",
        f"MORE: {MORE}\n\n{SPEECH}\n\n{MORE}\n\n{SPEECH}\n\n{MORE}\n",
    ],
)
def test_prose_with_colons_is_no_transcript(text: str) -> None:
    assert read_bytes(text.encode(), name="a.txt").turns == ()


# --- TEI -------------------------------------------------------------------------------------------------------

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en-GB"><teiHeader><fileDesc>
<titleStmt><title>On bridges</title><author>Ira Vance</author></titleStmt>
<publicationStmt><publisher>Quay Press</publisher><date when="1911-03-04"/></publicationStmt></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="q"><persName>Mara Quill</persName></person></listPerson></particDesc></profileDesc>
</teiHeader><text><body><pb n="117"/><head>Day one</head>
<p>She rose: <said who="#q">The <choice><sic>brigde</sic><corr>bridge</corr></choice> will hold.</said> They sat.</p>
<pb n="118"/><sp><speaker>Oduya.</speaker><p>Will it?</p></sp></body></text></TEI>"""


def test_tei() -> None:
    document = read_bytes(TEI.encode(), name="a.xml", media_type="application/tei+xml")
    assert document.text == "Day one\n\nShe rose: The bridge will hold. They sat.\n\nWill it?\n"
    assert said_by(document) == [("Mara Quill", "The bridge will hold."), ("Oduya", "Will it?")]
    assert place_of(document, "She rose") == ("page", "117")
    assert place_of(document, "Will it") == ("page", "118")
    metadata = document.metadata
    assert (metadata.title, metadata.issued, metadata.publisher, metadata.language) == (
        "On bridges",
        "1911-03-04",
        "Quay Press",
        "en",
    )
    assert read_bytes(TEI.encode(), name="a.xml").media_type == "application/tei+xml"


def test_tei_that_pandoc_writes() -> None:
    source = pypandoc.convert_text(
        f"# A heading\n\n{SPEECH}\n\n{MORE}\n", "tei", format="markdown", extra_args=["-s"]
    )
    document = read_bytes(source.encode(), name="a.tei")
    assert MORE in document.text


def test_tei_with_a_stray_byte_is_read_and_the_place_named() -> None:
    document = read_bytes(TEI.encode().replace(b"They sat", b"Sie sa\xdfen, \xc3\xbcber Nacht"), name="a.xml")
    assert "Sie sa\ufffden, über Nacht" in document.text
    assert "(byte DF)" in document.notes[0]
    latin = TEI.replace("UTF-8", "ISO-8859-1").replace("They sat", "“They sat” – café")
    assert "“They sat” – café" in read_bytes(latin.encode("cp1252"), name="a.xml").text


def test_tei_with_entities_of_its_own_is_refused() -> None:
    bomb = TEI.replace("<TEI ", '<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<TEI ', 1)
    assert "declares entities" in refused(bomb.encode(), "a.tei")
    assert "not well-formed" in refused(TEI[:-8].encode(), "a.tei")


# --- pages that keep something back ----------------------------------------------------------------------------


def test_the_beginning_of_a_closed_page_is_said_to_be_one() -> None:
    page = f"<html><body><article><p>{SPEECH}</p><p>{MORE}</p><p>Subscribe now to continue reading.</p></article></body></html>"
    assert "paywall" in " ".join(read_bytes(page.encode(), name="a.html").notes)
    whole = page.replace("Subscribe now to continue reading.", MORE)
    assert read_bytes(whole.encode(), name="a.html").notes == ()


# --- bombs -----------------------------------------------------------------------------------------------------

_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_DATA, (200_000_000, 200_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
from onrecord.errors import InputError
from onrecord.ingest.read import read_file
try:
    read_file(sys.argv[1])
except InputError as error:
    print(error)
"""


def refused_within_limits(file: Path) -> str:
    """What the reader says in a process that may use 2 s of processor time and 200 MB."""
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_zip_bomb_is_refused_in_little_time_and_memory(tmp_path: Path) -> None:
    file = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(b"<a/>" * 250_000)
    assert file.stat().st_size < 1_000_000
    assert "unpacks to more than" in refused_within_limits(file)


def test_an_xml_bomb_is_refused_in_little_time_and_memory(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    file = tmp_path / "bomb.tei"
    file.write_text(f'<!DOCTYPE TEI [<!ENTITY e0 "words">{entities}]><TEI>&e12;</TEI>', encoding="utf-8")
    assert "declares entities" in refused_within_limits(file)
    file.write_text("<TEI>" + "<a>" * 400_000, encoding="utf-8")
    assert "more than 100,000 elements outside its text" in refused_within_limits(file)


def test_a_pdf_bomb_is_refused_in_little_time_and_memory(tmp_path: Path) -> None:
    content = zlib.compress(b"BT (words) Tj ET " * 6_000_000, 9)
    plain = small_pdf("words")
    stream = plain.index(b"<< /Length")
    end = plain.index(b"endstream", stream)
    bomb = (
        plain[:stream]
        + b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(content), content)
        + plain[end:]
    )
    file = tmp_path / "bomb.pdf"
    file.write_bytes(bomb)
    assert file.stat().st_size < 1_000_000
    assert file.name in refused_within_limits(file)
