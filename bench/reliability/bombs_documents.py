"""Bombs that are documents and drafts: markup that nests, repeats, or is made for patterns that look twice."""

import base64
import json

from bench.reliability.bomb import Bomb, attributes, checked, ingested

_SAID = "“The pier will hold,” said Ida Lund on Monday. "


def bombs() -> list[Bomb]:
    """All of this file."""
    return [*_html(), *_markdown(), *_mail(), *_captions(), *_xml(), *_converted(), *_plain(), *_drafts()]


def page(body: str, head: str = "") -> str:
    """A page of the web."""
    return f"<!doctype html><html><head><title>Pier</title>{head}</head><body><article>{body}</article></body></html>"


def _html() -> list[Bomb]:
    def article(inner: str) -> str:
        return page("", f'<script type="application/ld+json">{inner}</script>') + _SAID

    return [
        ingested("html, 100,000 attributes", "a.html", lambda: page(f"<p {attributes(100_000)}>x</p>")),
        ingested("html, one attribute of 20 MB", "a.html", lambda: page(f'<p title="{"x " * 10_000_000}">x</p>')),
        ingested("html, 200,000 deep", "a.html", lambda: page("<div>" * 200_000 + "x")),
        ingested("html, tables in tables", "a.html", lambda: page("<table><tr><td>" * 30_000 + "x")),
        ingested("html, tables in tables, closed", "a.html", lambda: page("<table><tr><td>a" * 120 + "</table>" * 120)),
        ingested("html, quotations in quotations", "a.html", lambda: page("<blockquote>" * 200 + _SAID + "</blockquote>" * 200)),
        ingested("html, q in q", "a.html", lambda: page("<p>" + "<q>a" * 100_000)),
        ingested("html, lists in lists", "a.html", lambda: page("<ul><li>x" * 100_000)),
        ingested("html, formatting that is never closed", "a.html", lambda: page("<p><b><i><u><font color=x>a" * 5_000)),
        ingested("html, formatting closed crosswise", "a.html", lambda: page("<b><i>x</b>y</i>" * 5_000)),
        ingested("html, 5,000 paragraphs", "a.html", lambda: page("<p>x" * 5_000)),
        ingested("html, 5,000 links", "a.html", lambda: page("<a href=x>x</a> " * 5_000)),
        ingested("html, 50,000 ends of lines", "a.html", lambda: page("<p>x" + "<br>" * 50_000)),
        ingested("html, a comment without end", "a.html", lambda: page("<p>x</p><!--" + " -" * 5_000_000)),
        ingested("html, 500,000 beginnings of comments", "a.html", lambda: "<!-- <!doctype html" * 500_000),
        ingested("html, 9,000 entities", "a.html", lambda: page("<p>" + "&amp;&#x41;&notanentity" * 3_000)),
        ingested("html, 10,000 fields of metadata", "a.html", lambda: page(_SAID, '<meta name="author" content="Ida Lund">' * 10_000)),
        ingested("html, an author of 1 MB", "a.html", lambda: page(_SAID, f'<meta name="author" content="{"Ida and " * 125_000}">')),
        ingested("html, a title of 500 KB", "a.html", lambda: page(_SAID, f"<title>{'a | b - ' * 60_000}</title>")),
        ingested("html, 2,000 times of day", "a.html", lambda: page("<time datetime='2024-01-01'>1 January 2024</time> " * 2_000)),
        ingested("html, JSON-LD 200,000 deep", "a.html", lambda: article('{"author":' * 200_000)),
        ingested("html, JSON-LD of 20,000 authors", "a.html", lambda: article(
            json.dumps({"@type": "NewsArticle", "author": [{"@type": "Person", "name": f"Ida {one}"} for one in range(20_000)]}))),
        ingested("html, JSON-LD graph in a ring", "a.html", lambda: article(json.dumps({"@graph": [
            {"@id": str(one), "@type": "NewsArticle", "isPartOf": {"@id": str((one + 1) % 30_000)}} for one in range(30_000)]}))),
        ingested("html, 5,000 pieces of JSON-LD", "a.html", lambda: page(
            _SAID, '<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 5_000)),
        ingested("html, a number of 1,000,000 digits", "a.html", lambda: article('{"@type":"NewsArticle","datePublished":' + "9" * 1_000_000 + "}")),
        ingested("html, 2,000 small articles", "a.html", lambda: page("</article><article><p>x</p>" * 2_000)),
        ingested("html, classes that look like comments", "a.html", lambda: page('<div class="comment sidebar byline author"><p>By Ida</p></div>' * 2_000)),
        ingested("html, 1,000 quotations", "a.html", lambda: page(f"<p>{_SAID}</p>" * 1_000)),
    ]  # fmt: skip


def _markdown() -> list[Bomb]:
    aliases = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + one)}: &{chr(98 + one)} [{', '.join([f'*{chr(97 + one)}'] * 9)}]\n" for one in range(9)
    )
    return [
        ingested(f"md, {what}", "a.md", made)
        for what, made in (
            ("100,000 brackets", lambda: "x\n\n" + "[" * 100_000),
            ("20,000 links that are none", lambda: "x\n\n" + "[a](" * 20_000),
            ("50,000 images in images", lambda: "x\n\n" + "![" * 50_000 + "](x)" * 50_000),
            ("30,000 stars", lambda: "x\n\n" + "*a **a " * 10_000),
            ("underscores inside words", lambda: "x\n\n" + "_a__b_" * 15_000),
            ("backticks of every length", lambda: "x\n\n" + "".join("a" + "`" * one for one in range(600))),
            ("quotations 50,000 deep", lambda: "x\n\n" + "> " * 50_000 + "a"),
            ("lists 5,000 deep", lambda: "x\n\n" + "- " * 5_000 + "a"),
            ("lists by columns", lambda: "x\n\n" + "".join(" " * one + "* a\n" for one in range(2_000))),
            ("30,000 beginnings of tags", lambda: "x\n\n" + "<a " * 30_000),
            ("20,000 comments", lambda: "x\n\n" + "<!-- a " * 20_000),
            ("10,000 references", lambda: "".join(f"[a{one}]: /b\n" for one in range(10_000)) + "\nx [a1]"),
            ("one reference 20,000 times", lambda: f"[a]: /{'b' * 10_000}\n\n" + "[a] " * 20_000),
            (
                "a table that is filled up",
                lambda: "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "|a\n" * 10_000,
            ),
            ("a heading of 200 KB", lambda: "# " + "a # " * 50_000),
            ("lines under headings", lambda: "a\n=\n" * 10_000),
            ("front matter that grows", lambda: f"---\n{aliases}---\n\nx\n"),
            ("front matter 50,000 deep", lambda: f"---\na: {'[' * 50_000}\n---\n\nx\n"),
            ("20,000 entities", lambda: "x\n\n" + "&amp;&#65;" * 10_000),
            ("addresses that never end", lambda: "x\n\n" + "http://a.b/" * 20_000),
            ("50,000 escapes", lambda: "x\n\n" + "\\*" * 50_000),
            ("20,000 rules", lambda: "x\n\n" + "* * *\n" * 20_000),
        )
    ]


def _mail() -> list[Bomb]:
    plain = "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + _SAID
    start = "From: Ida <ida@quay.example>\r\nTo: x@y.example\r\nSubject: Pier\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\nMIME-Version: 1.0"
    nested = "".join(
        f'\r\nContent-Type: multipart/mixed; boundary="{one}"\r\n\r\n--{one}' for one in range(20_000)
    )
    inside = "\r\nContent-Type: message/rfc822\r\n\r\nX: y" * 20_000
    many = '\r\nContent-Type: multipart/mixed; boundary="b"\r\n'
    return [
        ingested(f"mail, {what}", "a.eml", made)
        for what, made in (
            ("a subject of 140 KB", lambda: start.replace("Pier", "=?utf-8?q?a?=\r\n " * 8_000) + plain),
            ("a subject of brackets", lambda: start.replace("Pier", "(" * 15_000) + plain),
            ("a sender in brackets", lambda: start.replace("Ida <", "(" * 15_000 + "Ida <") + plain),
            ("100,000 senders", lambda: start.replace("From: ", "From: " + "a@b.example, " * 100_000) + plain),
            ("1,500 senders", lambda: start.replace("From: ", "From: " + "a@b.example, " * 1_500) + plain),
            ("a sender of backslashes", lambda: start.replace("From: ", 'From: "' + "\\" * 19_000 + '" ') + plain),
            ("50,000 headers", lambda: start + "\r\nX: y" * 50_000 + plain),
            ("a header of 8 MB", lambda: start + "\r\nX: " + "y " * 4_000_000 + plain),
            ("a header of 100,000 lines", lambda: start + "\r\nX: y" + "\r\n y" * 100_000 + plain),
            ("parts 20,000 deep", lambda: start + nested),
            ("messages in messages", lambda: start + inside + plain),
            ("20,000 parts", lambda: start + many + "\r\n--b\r\n\r\nx" * 20_000 + "\r\n--b--"),
            ("a type of 50,000 parameters", lambda: start + plain.replace("plain;", "plain; " + "".join(f"a*{n}=b; " for n in range(50_000)))),
            ("a charset in 1,800 pieces", lambda: start + plain.replace("charset=utf-8", "; ".join(f"charset*{n}*=a" for n in range(1_800)))),
            ("a type of quotation marks", lambda: start + plain.replace("plain;", "plain; " + '"' * 100_000)),
            ("a line of 10 MB that looks like an end", lambda: start + many + "\r\n--" + "b-" * 5_000_000),
            ("base64 of 2 MB of spaces", lambda: start + plain.replace("\r\n\r\n", "\r\nContent-Transfer-Encoding: base64\r\n\r\n") + base64.encodebytes(b" " * 2_000_000).decode()),
            ("quoted-printable of 1 MB", lambda: start + plain.replace("\r\n\r\n", "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n") + "=41=" * 250_000),
            ("html 100,000 deep", lambda: start + plain.replace("plain", "html") + "<div>" * 100_000 + "x"),
            ("a date of brackets", lambda: start.replace("Mon,", "(" * 15_000) + plain),
        )
    ] + [
        ingested("mhtml, parts 20,000 deep", "a.mhtml", lambda: start + nested),
        ingested("mhtml, 10,000 parts", "a.mhtml", lambda: start + many.replace("mixed", "related") + "\r\n--b\r\nContent-Type: text/html\r\n\r\nx" * 10_000),
    ]  # fmt: skip


def _captions() -> list[Bomb]:
    cue = "00:00:01.000 --> 00:00:02.000\nx\n\n"
    return [
        ingested("vtt, 8,000 cues", "a.vtt", lambda: "WEBVTT\n\n" + cue * 8_000),
        ingested("vtt, a voice of 500 KB", "a.vtt", lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n<v " + "Ida " * 125_000 + ">x\n"),
        ingested("vtt, 20,000 voices", "a.vtt", lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v Ida>x" * 20_000),
        ingested("vtt, marks that are never closed", "a.vtt", lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<c.a" * 100_000),
        ingested("vtt, 50,000 arrows", "a.vtt", lambda: "WEBVTT\n\n" + "--> " * 50_000),
        ingested("srt, 5,000 speakers", "a.srt", lambda: "".join(
            f"{one}\n00:00:01,000 --> 00:00:02,000\nPERSON {one}: x\n\n" for one in range(5_000))),
        ingested("json of a transcriber, 5,000 pieces", "a.json", lambda: json.dumps(
            {"text": "x", "segments": [{"start": 1, "end": 2, "text": "x"}] * 5_000})),
    ]  # fmt: skip


def _xml() -> list[Bomb]:
    entities = "".join(f"<!ENTITY e{n + 1} '" + f"&e{n};" * 10 + "'>" for n in range(12))
    laughs = f'<!DOCTYPE TEI [<!ENTITY e0 "words">{entities}]>'
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
    quadratic = '<!DOCTYPE TEI [<!ENTITY a "' + "x" * 100_000 + '">]><TEI>' + "&a;" * 100_000
    alto = '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page>'
    line = '<TextLine><String CONTENT="x"/></TextLine>'
    scan = "<div class='ocr_page'>" + "<span class='ocr_line'>x</span>" * 10_000
    return [
        ingested("tei, entities of entities", "a.tei", lambda: laughs + "<TEI>&e12;</TEI>"),
        ingested("tei, one entity 100,000 times", "a.tei", lambda: quadratic),
        ingested("tei, 49 MB of paragraphs", "a.tei", lambda: tei + "<p>x</p>" * 6_000_000 + "</body></text></TEI>"),
        ingested("tei, 200 deep, 100 times", "a.tei", lambda: tei + ("<div>" * 200 + "<p>x</p>" + "</div>" * 200) * 100 + "</body></text></TEI>"),
        ingested("tei, 5,000 speakers", "a.tei", lambda: tei + "".join(
            f"<sp who='#p{one}'><speaker>P {one}</speaker><p>x</p></sp>" for one in range(5_000)) + "</body></text></TEI>"),
        ingested("tei, 100,000 namespaces", "a.tei", lambda: f"<TEI {attributes(100_000, 'xmlns:n')}/>"),
        ingested("tei, 50,000 instructions", "a.tei", lambda: tei + "<?x y?>" * 50_000 + "<p>x</p></body></text></TEI>"),
        ingested("fb2, 10,000 sections", "a.fb2", lambda: '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body>'
                 + "<section><p>x</p></section>" * 10_000 + "</body></FictionBook>"),
        ingested("alto, 10,000 lines", "a.xml", lambda: alto + line * 10_000 + "</Page></Layout></alto>"),
        ingested("hocr, 10,000 lines", "a.hocr", lambda: page(scan)),
        ingested("akoma ntoso, 5,000 speeches", "a.xml", lambda: '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><debateBody>'
                 + "<speech by='#a'><from>A</from><p>x</p></speech>" * 5_000 + "</debateBody></debate></akomaNtoso>"),
    ]  # fmt: skip


def _converted() -> list[Bomb]:
    return [
        ingested("org, 4,000 stars", "a.org", lambda: "* a\n" * 2_000 + "*a /b _c " * 2_000),
        ingested("textile, brackets", "a.textile", lambda: "h1. a\n\n" + "[" * 2_000 + "*_a" * 2_000),
        ingested("mediawiki, templates in templates", "a.mediawiki", lambda: "== a ==\n" + "{{a|" * 2_000),
        ingested("mediawiki, tables in tables", "a.mediawiki", lambda: "== a ==\n" + "{|\n|\n" * 1_000),
        ingested("docbook, sections", "a.xml", lambda: '<article xmlns="http://docbook.org/ns/docbook"><title>a</title>' + "<section><title>x</title>" * 200),
        ingested("jats, 5,000 paragraphs", "a.xml", lambda: '<article xmlns:xlink="x" article-type="x"><front><article-meta/></front><body>'
                 + "<p>x</p>" * 5_000 + "</body></article>"),
    ]  # fmt: skip


def _plain() -> list[Bomb]:
    marks = "a" + "\u0301\u0323" * 100_000
    return [
        ingested(f"txt, {what}", "a.txt", made)
        for what, made in (
            ("a letter under 200,000 marks", lambda: f"{_SAID}{marks} {_SAID}"),
            ("one line of 600 KB", lambda: "ab " * 200_000),
            ("one word of 2 MB", lambda: "a" * 2_000_000),
            ("2,000,000 ends of lines", lambda: "x" + "\n" * 2_000_000 + "y"),
            ("2,000,000 spaces", lambda: "x" + " " * 2_000_000 + "y"),
            ("50,000 opening marks", lambda: "“" * 50_000 + _SAID),
            ("30,000 opening marks with words", lambda: "“a " * 30_000),
            ("50,000 straight marks", lambda: '"a ' * 50_000),
            ("100,000 brackets", lambda: "([" * 50_000),
            ("a sentence of 20,000 commas", lambda: "“It holds,” said Ida Lund, " + "the pilot, " * 20_000 + "on Monday."),
            ("a name of 30,000 words", lambda: "“It holds,” said " + "Ida " * 30_000 + "."),
            ("who says that who says", lambda: "Ida said that Bo said that " * 3_000 + "it holds."),
            ("50,000 initials", lambda: "“It holds,” said " + "A. " * 50_000 + "Lund."),
            ("3,000 dashes of speech", lambda: "– It holds, – said Ida.\n" * 3_000),
            ("10,000 speakers", lambda: "".join(f"PERSON {one}: x\n" for one in range(10_000))),
            ("50,000 colons", lambda: "A: " * 50_000),
            ("5,000 questions and answers", lambda: "Q. Will it?\nA. It will.\n" * 5_000),
            ("numbers of lines", lambda: "".join(f"{one % 25 + 1}  x\n" for one in range(20_000))),
            ("an ellipsis of 200,000 dots", lambda: "“It” " + "." * 200_000 + " “holds,” said Ida."),
            ("soft hyphens", lambda: "“" + "\u00ad\n" * 100_000 + "It holds,” said Ida."),
            ("letters of every script", lambda: "".join(map(chr, [*range(0xA0, 0xD800), *range(0xE000, 0x30000)]))),
            ("Chinese without a full stop", lambda: "李明说“桥会坚持”" * 2_000),
            ("turning round", lambda: "\u202e\u2066“It holds,” said Ida.\u2069" * 1_500),
            ("100 KB of quotations", lambda: _SAID * 2_000),
        )
    ] + [
        ingested("rtf, groups 1,000,000 deep", "a.rtf", lambda: r"{\rtf1 x" + "{" * 1_000_000),
        ingested("rtf, binary without end", "a.rtf", lambda: r"{\rtf1 x\bin999999999999 x" * 100_000),
        ingested("rtf, 100,000 letters by number", "a.rtf", lambda: r"{\rtf1\uc1 " + r"\u1046?" * 100_000 + "}"),
        ingested("rtf, 20,000 fields", "a.rtf", lambda: r"{\rtf1 x" + r"{\field{\*\fldinst x}{\fldrslt y}}" * 20_000 + "}"),
    ]  # fmt: skip


def _drafts() -> list[Bomb]:
    return [
        checked("draft, 500 quotations", "a.md", lambda: "".join(f"“The pier {one} will hold” [@a{one}].\n\n" for one in range(500))),
        checked("draft, 10,000 keys", "a.md", lambda: "x [" + "; ".join(f"@a{one}" for one in range(10_000)) + "]"),
        checked("draft, 20,000 brackets", "a.md", lambda: "[@" * 20_000),
        checked("draft, 20,000 opening marks", "a.md", lambda: "“a " * 20_000),
        checked("draft, LaTeX 100,000 deep", "a.tex", lambda: r"\textquote{" * 100_000),
        checked("draft, 100,000 \\cite", "a.tex", lambda: r"\cite[" * 100_000),
        checked("draft, LaTeX comments and ends", "a.tex", lambda: r"\begin{quote}" * 50_000 + "%" * 100_000),
        checked("draft, html 100,000 deep", "a.html", lambda: page("<q>" * 100_000)),
        checked("draft, backticks", "a.md", lambda: "".join("a" + "`" * one for one in range(2_500))),
    ]  # fmt: skip
