"""Bombs of one thing again and again: openers of every kind of mark, scripts that alternate, names that nearly fit, rows of nothing."""

import base64
import gzip
import io
import json
import plistlib
import zipfile

from bench.reliability.bomb import Bomb, checked, imported, ingested, zipped
from bench.reliability.bombs_archives import docx, epub, odt, pdf
from bench.reliability.bombs_documents import page

_SAID = "“The pier will hold,” said Ida Lund on Monday. "


def bombs() -> list[Bomb]:
    """All of this file."""
    return [*_documents(), *_texts(), *_files(), *_records(), *_drafts()]


def _documents() -> list[Bomb]:
    safari = {
        "WebMainResource": {
            "WebResourceData": b"<p>x",
            "WebResourceMIMEType": "text/html",
            "WebResourceURL": "https://a.example/",
        }
    }
    head = "From: Ida <ida@quay.example>\r\nSubject: Pier\r\nMIME-Version: 1.0\r\n"
    files = {f"{'d/' * 200}{number}.xml": "" for number in range(3_000)}
    return [
        ingested("webarchive, 500,000 further pages", "a.webarchive", lambda: plistlib.dumps(
            {**safari, "WebSubresources": [{"WebResourceData": b"x"}] * 200_000}, fmt=plistlib.FMT_BINARY)),
        ingested("webarchive, lists 100,000 deep", "a.webarchive", lambda: b"bplist00" + b"\xa1\x09" * 100_000),
        ingested("webarchive, a page of 200 MB of spaces", "a.webarchive", lambda: plistlib.dumps(
            {"WebMainResource": {**safari["WebMainResource"], "WebResourceData": b" " * 60_000_000}}, fmt=plistlib.FMT_BINARY)),
        ingested("mhtml, 4,000 beginnings of one part", "a.mhtml", lambda: head
                 + 'Content-Type: multipart/related; boundary="b"\r\n' + "\r\n--b\r\nContent-Location: https://a.example/\r\nContent-Type: text/html\r\n\r\n<p>x" * 4_000),
        ingested("mhtml, a page in base64 of lines of one letter", "a.mhtml", lambda: head
                 + "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + "\r\n".join(base64.b64encode(b"<p>word " * 100_000).decode())),
        ingested("wacz, folders 200 deep", "a.wacz", lambda: zipped({**files, "archive/a.warc.gz": gzip.compress(b"WARC/1.0\r\n\r\n"), "pages/pages.jsonl": "{}"})),
        ingested("wacz, a list of pages of one line", "a.wacz", lambda: zipped(
            {"archive/a.warc.gz": gzip.compress(b"WARC/1.0\r\n\r\n"), "pages/pages.jsonl": '{"url":"' + "a" * 40_000_000})),
        ingested("docx, names of 60 KB", "a.docx", lambda: zipped({f"word/{'n' * 60_000}{number}.xml": "" for number in range(100)} | {
            "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'})),
        ingested("docx in LZMA, 200 MB", "a.docx", _lzma),
        ingested("docx, 20,000 styles", "a.docx", lambda: docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 20_000, styles="<x>" + "".join(
            f'<y z="{number}"/>' for number in range(100_000)) + "</x>")),
        ingested("odt, 100,000 styles of one another", "a.odt", lambda: odt("".join(
            f'<text:p text:style-name="P{number}">x</text:p>' for number in range(50_000)))),
        ingested("epub, 50,000 links in a chapter", "a.epub", lambda: epub({"a.xhtml":
                 f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{"<a href=&quot;#x&quot;>x</a> ".replace("&quot;", chr(34)) * 50_000}</p></body></html>'})),
        ingested("pdf, 300 pages of one long content", "a.pdf", lambda: pdf(
            b"BT /F1 9 Tf 9 9 Td " + b"(word) Tj 0 -9 Td " * 2_000 + b"ET", b"", {2: b"<< /Type /Pages /Count 300 /Kids [%s] >>" % (b"3 0 R " * 300)})),
        ingested("pdf, a name of 5 MB", "a.pdf", lambda: pdf(b"/" + b"a" * 5_000_000 + b" Do")),
        ingested("pdf, numbers of 1,000,000 digits", "a.pdf", lambda: pdf(b"9" * 1_000_000 + b" 0 Td " + b"BT (x) Tj ET")),
        ingested("html, classes of 1 MB", "a.html", lambda: page(f'<p class="{"byline author " * 70_000}">{_SAID}</p>')),
        ingested("html, 20,000 empty quotations", "a.html", lambda: page("<blockquote></blockquote>" * 20_000)),
        ingested("html, 10,000 lists of definitions", "a.html", lambda: page("<dl><dt>Q</dt><dd>x</dd></dl>" * 4_000)),
        ingested("html, ruby in ruby", "a.html", lambda: page("<p>" + "<ruby>桥<rt>" * 5_000)),
        ingested("html, a base64 image of 3 MB", "a.html", lambda: page(f'{_SAID}<img src="data:image/png;base64,{"A" * 3_000_000}">')),
        ingested("tei, notes in notes", "a.tei", lambda: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>x'
                 + "<note>y" * 240 + "</note>" * 240 + "</p></body></text></TEI>"),
        ingested("fb2, 50,000 epigraphs", "a.fb2", lambda: '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body>'
                 + "<epigraph><p>x</p></epigraph>" * 20_000 + "</body></FictionBook>"),
        ingested("alto, a line of 30,000 words", "a.xml", lambda: '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><TextLine>'
                 + '<String CONTENT="word" HPOS="1" WIDTH="2"/><SP/>' * 30_000 + "</TextLine></Page></Layout></alto>"),
    ]  # fmt: skip


def _lzma() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    return out.getvalue()


def _texts() -> list[Bomb]:
    both = "She said она сказала sagte 他说 قالت "
    return [
        ingested(f"txt, {name}", "a.txt", made)
        for name, made in (
            ("scripts that alternate by letter", lambda: "aя桥ا" * 50_000),
            ("scripts that alternate by word", lambda: both * 2_000),
            ("directions that alternate", lambda: "\u202ea\u202cb\u2067c\u2069" * 20_000),
            ("1,000,000 vowel signs", lambda: "क" + "\u093f" * 500_000),
            ("1,000,000 joiners", lambda: "a" + "\u200d" * 1_000_000 + "b"),
            ("Hangul in pieces", lambda: "\u1112\u1161\u11ab" * 50_000),
            ("letters of formulas", lambda: "𝐓𝐡𝐞 𝐩𝐢𝐞𝐫 " * 20_000),
            ("openers of every kind", lambda: "“‘«‹„‚「『《〈\"'``,,<<" * 4_000),
            ("closers of every kind", lambda: "”’»›“‘」』》〉\"'''>>" * 4_000),
            ("quotations in quotations", lambda: "“It ‘is " * 5_000 + "so’ said Ida,” " * 5_000),
            ("dashes at the head of lines", lambda: "— \n" * 30_000 + "— It holds, — said Ida."),
            ("commas and said", lambda: ", said " * 20_000),
            ("capitals in a row", lambda: "Ida Lund Bo Quist " * 8_000),
            ("titles in a row", lambda: "Mr. Dr. Prof. Sir " * 8_000 + "Ida said it holds."),
            ("dates in a row", lambda: "5 March 2024, " * 10_000 + "Ida said it holds."),
            ("numbers with stops", lambda: "1.2.3.4.5." * 20_000),
            ("addresses of mail", lambda: "a.b.c.d@" * 20_000),
            ("heads of a transcript that nearly fit", lambda: "".join(f"[00:{n % 60:02}:0] Ida L.: x\n" for n in range(8_000))),
            ("times alone", lambda: "00:01:02\n" * 20_000),
            ("questions without answers", lambda: "Q: \n" * 20_000),
            ("blank lines and one letter", lambda: "a\n\n" * 40_000),
            ("form feeds", lambda: "a\f" * 50_000),
            ("ends of lines of every kind", lambda: "a\r\n\rb\x85c\u2028d\u2029" * 10_000),
            ("according to according to", lambda: "According to Ida, according to Bo, " * 3_000),
            ("brackets of an editor", lambda: "“It [the pier] " * 4_000 + "holds,” said Ida."),
            ("ellipses", lambda: "“It … holds […] ” " * 4_000),
            ("French spaces", lambda: "«\u00a0Oui\u202f!\u00a0» " * 4_000),
            ("Spanish dashes", lambda: "—Sí —dijo Ida—. " * 3_000),
            ("Japanese quotations without an end", lambda: "「橋は" * 20_000),
            ("Arabic without spaces", lambda: "قالتإن" * 20_000),
        )
    ]  # fmt: skip


def _files() -> list[Bomb]:
    cue = "00:00:01.000 --> 00:00:02.000"
    return [
        ingested("vtt, 30,000 notes", "a.vtt", lambda: "WEBVTT\n\n" + "NOTE x\n\n" * 30_000 + f"{cue}\nx\n"),
        ingested("vtt, settings of 1 MB", "a.vtt", lambda: f"WEBVTT\n\n{cue} {'align:start ' * 80_000}\nx\n"),
        ingested("vtt, a word that rolls on", "a.vtt", lambda: "WEBVTT\n\n" + "".join(f"{cue}\n{'word ' * (n % 40)}\n\n" for n in range(3_000))),
        ingested("vtt, times inside a word", "a.vtt", lambda: f"WEBVTT\n\n{cue}\n" + "w<00:00:01.000>" * 40_000),
        ingested("srt, arrows that nearly fit", "a.srt", lambda: "1\n00:00:01,000 -> 00:00:02,000\nx\n\n" * 10_000 + f"1\n{cue}\nx\n"),
        ingested("rtf, 100,000 controls that nobody knows", "a.rtf", lambda: r"{\rtf1 x" + r"\unknown123 " * 100_000 + "}"),
        ingested("rtf, tables of colours", "a.rtf", lambda: r"{\rtf1{\colortbl" + r"\red1\green2\blue3;" * 60_000 + "}It holds.}"),
        ingested("json of posts, 20,000 in a thread", "a.json", lambda: json.dumps({"content": "<p>x</p>" * 20_000, "url": "https://a.example/@i/1",
                 "created_at": "2024-01-01T00:00:00Z", "account": {"acct": "ida", "display_name": "Ida " * 1_000}})),
    ]  # fmt: skip


def _records() -> list[Bomb]:
    clipping = "Pier (Ida Lund)\n- Your Highlight on page 1 | Added on Monday, 1 January 2024 10:00:00\n\n"
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "x",
        "author": {"name": "Quay"},
        "url": "https://a.example/",
    }
    return [
        imported("hypothesis csv, a tag of 1 MB", "a.csv", lambda:
                 f'Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n2024-01-01,i,x,https://a.example/,P,Annotation,q,c,"{"a, " * 300_000}"\n'),
        imported("bookmarks, 200,000 folders", "a.html", lambda: "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n" + "<DL><p><DT><H3>x</H3>\n" * 60_000),
        imported("bookmarks, 50,000 links that are none", "a.html", lambda: "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n" + '<DT><A HREF="x:y">x</A>\n' * 50_000),
        imported("claimreview, feeds in feeds", "a.json", lambda: '{"@type":"DataFeed","dataFeedElement":[' * 450 + json.dumps(review) + "]}" * 450),
        imported("claimreview, one of 100,000 claims", "a.json", lambda: json.dumps(
            {"@context": "https://schema.org", **review, "itemReviewed": [{"@type": "Claim", "appearance": [{"url": "https://b.example/"}] * 20}] * 5_000})),
        imported("clippings, a title of brackets", "My Clippings.txt", lambda: clipping.replace("(Ida Lund)", "(" * 100_000) + "It holds\n==========\n"),
        imported("clippings, a note of 1,000,000 ends of lines", "My Clippings.txt", lambda: clipping + "\n" * 1_000_000 + "x\n==========\n"),
        imported("refer, 20,000 authors", "a.enw", lambda: "%0 Book\n%T Pier\n" + "%A Lund, Ida\n" * 1_000 + "%K x\n" * 100_000),
        imported("medline, lines that go on", "a.nbib", lambda: "PMID- 1\nTI  - Pier\n" + "      going on\n" * 300_000),
        imported("wikiquote, 100,000 bullets", "a.wiki", lambda: "= Ida Lund =\n== Quotes ==\n" + "*" * 100_000 + " x\n" + "* [[a|b]]\n" * 200),
        imported("wikiquote, templates that never end", "a.wiki", lambda: "= Ida Lund =\n== Quotes ==\n* " + "{{q|[[a|" * 40_000),
        imported("ris, tags that nearly fit", "a.ris", lambda: "TY  - BOOK\nTI  - x\n" + "AB -  y\nA  - z\n" * 100_000 + "ER  - \n"),
        imported("bib, comments that nearly begin an entry", "a.bib", lambda: "@ misc (\n" * 100_000 + "@misc{a, title={x}}"),
        imported("mods, relations in relations", "a.xml", lambda: '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>x</title></titleInfo>'
                 + "<relatedItem type='host'>" * 240 + "</relatedItem>" * 240 + "</mods>"),
    ]  # fmt: skip


def _drafts() -> list[Bomb]:
    return [
        checked(f"draft, {name}", file, made)
        for name, file, made in (
            ("links that are none", "a.md", lambda: "[a](" * 20_000),
            ("footnotes of one another", "a.md", lambda: "".join(f"[^{n}]: x[^{n + 1}]\n\n" for n in range(4_000))),
            ("stars and underscores", "a.md", lambda: "*_**__" * 10_000 + "“It holds”"),
            ("a table of 10,000 cells", "a.md", lambda: "|a" * 10_000 + "\n" + "|-" * 10_000 + "\n"),
            ("divs of pandoc", "a.md", lambda: ":::: {.x}\n" * 10_000),
            ("escapes", "a.tex", lambda: r"\{\}\%\&" * 50_000 + "``It holds''"),
            ("accents", "a.tex", lambda: r"\'{\`{\^{" * 20_000),
            ("openers of LaTeX", "a.tex", lambda: "``" * 40_000 + "`" * 20_001),
            ("mathematics without end", "a.tex", lambda: "$$" * 20_000 + "$" + r"\[\(" * 20_000),
            ("verbatim without end", "a.tex", lambda: r"\verb|" * 40_000),
            ("comments without end", "a.html", lambda: "<!--" * 100_000 + "“It holds”"),
            ("quotations in paragraphs", "a.html", lambda: "<p><q>It holds" * 4_000),
            ("entities that are none", "a.html", lambda: "&amp&lt&#x;&#99999999;“It” " * 20_000),
            ("a mail quoted 5,000 deep", "a.txt", lambda: ">" * 5_000 + " It holds\n" + "> On Monday, Ida wrote:\n" * 5_000),
            ("years in brackets", "a.md", lambda: "(Lund 2024, p. 1; " * 10_000),
        )
    ]  # fmt: skip
