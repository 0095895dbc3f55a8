"""Files of every kind that were cut, mixed up and overwritten: each is read, or refused in one sentence."""

import base64
import io
import json
import random
import re
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes
from onrecord.text import edtf

WORDS = "“The bridge will hold,” Mara Quill said. “Wir öffnen die Fähre.” Мост выдержит. 橋は持つ。"

HTML = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On bridges</title>
<meta name="author" content="Mara Quill"><meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://bridge.example/a"><script type="application/ld+json">
{{"@type":"NewsArticle","@context":"https://schema.org","headline":"On bridges","datePublished":"2024-03-05",
"author":[{{"@type":"Person","name":"Mara Quill"}}],"isPartOf":{{"@type":"Newspaper","name":"The Quay"}}}}</script></head>
<body><article><h1>On bridges</h1><p>{WORDS}</p><blockquote><p>It <q>holds</q>.</p></blockquote><table><tr><td>a<td>b</table>
<ul><li>one<li>two</ul><pre>x  y</pre><p>It rained on the day of the opening.</p></article></body></html>"""
TEI = f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>On bridges</title>
<author>Ira Vance</author></titleStmt><publicationStmt><date when="1911-03-04"/></publicationStmt></fileDesc><profileDesc>
<particDesc><listPerson><person xml:id="q"><persName>Mara Quill</persName></person></listPerson></particDesc></profileDesc>
</teiHeader><text><body><pb n="117"/><head>Day one</head><p>She: <said who="#q">The bridge holds.</said> {WORDS}</p>
<sp who="#q #z"><speaker>Oduya.</speaker><p>Will <sic>ti</sic> it?</p></sp></body></text></TEI>"""
VTT = f"WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:03.000 align:start\n<v Mara Quill>{WORDS}</v>\n\n00:12:05.000 --> 00:12:07.000\n>> ODUYA: Will it?\n"
SRT = f"1\r\n00:00:01,000 --> 00:00:03,000\r\n{WORDS}\r\n\r\n2\r\n01:00:03,500 --> 01:00:05,000\r\nODUYA: Will it?\r\n"
MAIL = (
    'From: =?utf-8?q?Mara_Quill?= <mara@bridge.example>, "B, C" <b@c.example>\r\nTo: x@y.example\r\n'
    "Subject: =?utf-8?b?QnLDvGNrZQ==?= again\r\nDate: Wed, 26 Jul 2023 23:30:00 +0900\r\nMessage-ID: <1@bridge.example>\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset="utf-8"\r\n'
    f"Content-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(WORDS.encode()).decode()}\r\n--b\r\n"
    "Content-Type: application/octet-stream; name=\"a.bin\"\r\nContent-Disposition: attachment; filename*=utf-8''%e2%82%ac.bin\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n=00=01\r\n--b--\r\n"
)
MARKDOWN = f'---\ntitle: "On bridges"\nauthor: [Mara Quill, Tom]\ndate: 2024-03-05\n---\n\n# On bridges\n\n{WORDS} [a](b)\n\n> - *x* `y`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>z</div>\n'
TRANSCRIPT = f"Hearing of 4 April\n\nQUILL: {WORDS}\n\nIt is new.\n\nODUYA: Will it?\n\nQUILL: Yes.\n"
TEXT = f"On bridges\nBy Mara Quill, 5 March 2024\n\n{WORDS}\n\nIt rained.\n"


def docx() -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{WORDS}</w:t><w:br/></w:r></w:p></w:body></w:document>'
    notes = f'<w:footnotes xmlns:w="{word}"><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    core = '<c xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>On bridges</d:title><d:creator>Mara; Tom</d:creator></c>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (
            ("word/document.xml", body),
            ("word/footnotes.xml", notes),
            ("docProps/core.xml", core),
        ):
            archive.writestr(name, part)
    return out.getvalue()


def pdf() -> bytes:
    content = (
        b"BT /F1 12 Tf 72 700 Td (The bridge will hold, said Mara Quill.) Tj 0 -14 Td (It rained.) Tj ET"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >>] >> >>",
        b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (On bridges) /Author (Mara Quill; Tom) >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    made, offsets = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return made + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer\n<< /Size 7 /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(made))
    )


SAMPLES = {
    "a.html": HTML.encode(),
    "latin.html": HTML.replace("utf-8", "iso-8859-1").encode("cp1252", "ignore"),
    "wide.html": HTML.encode("utf-16"),
    "a.tei": TEI.encode(),
    "a.vtt": VTT.encode(),
    "a.srt": SRT.encode(),
    "a.eml": MAIL.encode(),
    "a.md": MARKDOWN.encode(),
    "a.txt": TEXT.encode(),
    "hearing.txt": TRANSCRIPT.encode(),
    "a.docx": docx(),
    "a.pdf": pdf(),
}
_NASTY = [
    *(
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\r",
        b"\n\n",
        b"\t",
        b" ",
        b"<",
        b">",
        b"&",
        b"&#0;",
    ),
    *(
        b'"',
        b"'",
        b"{",
        b"[",
        b"]",
        b"}",
        b":",
        b";",
        b",",
        b"--",
        b"-->",
        b"<!--",
        b"=?",
        b"?=",
        b"%00",
        b"=",
        b"\\",
        b"<q>",
        b"---\n",
    ),
    *(
        b"99999999999999999999",
        b"-1",
        b"00:00:00.000 --> ",
        b"null",
        b"\xe2\x80\xae",
        b"(" * 60,
        b"[" * 60,
        b"<a>" * 60,
        b"endobj",
    ),
    *(
        b"Content-Type: text/html; charset=\xe9\n",
        b"+9999",
        b"charset=utf-7",
        b"<v >",
        b"{\\",
        b"<!DOCTYPE x",
        b"\x1b[2J",
    ),
]


def mutated(data: bytes, choose: random.Random) -> bytes:
    """`data` with a few pieces cut out, doubled, moved or overwritten."""
    for _ in range(choose.choice((1, 1, 2, 3, 8))):
        if not data:
            break
        start = choose.randrange(len(data))
        end = min(len(data), start + choose.choice((0, 1, 1, 2, 5, 30, 400)))
        match choose.randrange(6):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + choose.choice(_NASTY) + data[end:]
            case 2:
                data = data[:start] + data[start:end] * 3 + data[end:]
            case 3:
                data = data[:start] + choose.randbytes(end - start) + data[end:]
            case 4:
                other = choose.randrange(len(data))
                data = data[:other] + data[start:end] + data[other:]
            case _:
                data = (
                    data[:start]
                    if choose.random() < 0.3
                    else data[:start] + choose.choice(_NASTY) + data[start:]
                )
    return data


def check(document: Document, data: bytes) -> None:
    """What everything that is read keeps to."""
    text = document.text
    text.encode()
    assert text.strip() and "\0" not in text and "\r" not in text
    assert document.original == data
    assert [one.start for one in document.places] == sorted(one.start for one in document.places)
    assert all(
        0 <= one.start <= len(text) and one.value and one.value.isprintable() for one in document.places
    )
    ends = [0, *(turn.end for turn in document.turns)]
    assert all(
        end <= turn.start < turn.end <= len(text) for turn, end in zip(document.turns, ends, strict=False)
    )
    assert all(note.isprintable() for note in document.notes)
    json.dumps([one.as_json() for one in document.damaged])
    stated = document.metadata
    assert stated.issued is None or edtf.parse(stated.issued).text == stated.issued
    for value in (
        stated.title,
        stated.publisher,
        stated.container_title,
        *(one.name for one in stated.authors),
    ):
        assert value is None or (value.strip() and not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", value))


def read(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name=name)
    except InputError as error:
        assert error.message.isprintable()
        return
    check(document, data)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_read_whole(name: str) -> None:
    document = read_bytes(SAMPLES[name], name=name)
    check(document, SAMPLES[name])
    assert "bridge" in document.text


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(choose=st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_or_refused(name: str, choose: random.Random) -> None:
    read(mutated(SAMPLES[name], choose), name)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_cut_anywhere_is_read_or_refused(name: str) -> None:
    data = SAMPLES[name]
    for end in range(1, len(data), max(1, len(data) // 40)):
        read(data[:end], name)


# --- what a page says of itself, in any shape -----------------------------------------------------------------------

_KEYS = st.sampled_from(
    ["@type", "@id", "@graph", "mainEntity", "name", "headline", "author", "publisher", "isPartOf", "datePublished", "url",
     "inLanguage", "mainEntityOfPage", "familyName", "givenName", "alternateName"]
)  # fmt: skip
_LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
    st.sampled_from(["NewsArticle", "Person", "Newspaper", "WebPage", "https://bridge.example/a", "2024-03-05", "en", "&amp;#0;", "\ud800"]),
)  # fmt: skip
_SHAPES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=25,
)


@settings(deadline=None)
@given(_SHAPES.map(lambda shape: {"@type": "NewsArticle", **shape} if isinstance(shape, dict) else shape))
def test_json_ld_of_any_shape(shape: Any) -> None:
    page = HTML.replace("</head>", f'<script type="application/ld+json">{json.dumps(shape)}</script></head>')
    read(page.replace('"@context"', '"@type":"Thing","x"', 1).encode("utf-8", "surrogatepass"), "a.html")
