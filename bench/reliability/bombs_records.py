"""Bombs that are files of records: bibliographies, tables, JSON, annotations, and databases of other programs."""

import json
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bench.reliability.bomb import Bomb, imported


def bombs() -> list[Bomb]:
    """All of this file."""
    return [*_bibtex(), *_ris(), *_json(), *_tables(), *_annotations(), *_xml(), *_databases(), *_notes()]


def entry(fields: str, kind: str = "misc") -> str:
    """A BibTeX entry."""
    return f"@{kind}{{a, title = {{Pier}}, {fields}}}\n"


def _bibtex() -> list[Bomb]:
    doubled = "@string{s0 = {xxxxxxxxxx}}\n" + "".join(
        f"@string{{s{n + 1} = s{n} # s{n}}}\n" for n in range(60)
    )
    itself = "@string{s = s # s}\n" * 100
    many = (
        "@string{s = {"
        + "x" * 900_000
        + "}}\n"
        + "".join(f"@misc{{a{n}, title = s}}\n" for n in range(5_000))
    )
    ring = "".join(f"@book{{a{n}, crossref = {{a{(n + 1) % 300}}}}}\n" for n in range(300))
    chain = (
        "".join(f"@book{{a{n}, crossref = {{a{n + 1}}}}}\n" for n in range(300))
        + "@book{a300, title={x}, author={Ida Lund}}"
    )
    heirs = (
        "@book{top, title={x}, note={"
        + "y" * 500_000
        + "}}\n"
        + "".join(f"@inbook{{a{n}, crossref={{top}}}}\n" for n in range(300))
    )
    data = (
        "".join(f"@xdata{{x{n}, xdata={{x{n + 1},x{n + 1}}}}}\n" for n in range(40))
        + "@book{a, xdata={x0}, title={x}}"
    )
    return [
        imported(f"bib, {what}", "a.bib", made)
        for what, made in (
            ("macros that double sixty times", lambda: doubled + "@misc{a, title = s60}"),
            ("a macro of itself", lambda: itself + "@misc{a, title = s}"),
            ("a macro of 1 MB in 5,000 entries", lambda: many),
            ("a macro joined 100,000 times", lambda: "@string{s={xxxxxxxxxx}}\n" + entry("note = " + " # ".join(["s"] * 100_000))),
            ("cross references in a ring", lambda: ring),
            ("cross references in a chain", lambda: chain),
            ("one parent of 300", lambda: heirs),
            ("xdata that double forty times", lambda: data),
            ("braces 200,000 deep", lambda: entry("note = " + "{" * 200_000 + "}" * 200_000)),
            ("braces that are never closed", lambda: "@misc{a, title={" * 100_000),
            ("quotation marks that are never closed", lambda: '@misc{a, title="' * 100_000),
            ("1,000,000 signs of entries", lambda: "@" * 1_000_000),
            ("a line of comments", lambda: "%" * 1_000_000 + "@" * 100_000),
            ("1,000 authors", lambda: entry("author = {" + " and ".join(f"Lund, Ida {n}" for n in range(1_000)) + "}")),
            ("an author of 1,000,000 commas", lambda: entry("author = {" + "," * 1_000_000 + "}")),
            ("an author of 200,000 words", lambda: entry("author = {" + "de la " * 100_000 + "Lund}")),
            ("accents in accents", lambda: entry("note = {" + "\\'{" * 100_000 + "e" + "}" * 100_000 + "}")),
            ("1,000,000 backslashes", lambda: entry("note = {" + "\\" * 1_000_000 + "a}")),
            ("100,000 commands", lambda: entry("note = {" + "\\textit{\\emph{a}} " * 100_000 + "}")),
            ("500,000 dollar signs", lambda: entry("note = {" + "$a^b$ " * 250_000 + "}")),
            ("100,000 fields", lambda: entry(", ".join(f"f{n} = {{x}}" for n in range(100_000)))),
            ("a key of 5 MB", lambda: "@misc{" + "a" * 5_000_000 + ", title={x}}"),
            ("a key of spaces", lambda: "@misc{a" + " \t" * 1_000_000 + "{, title={x}}"),
            ("a number of 1,000,000 digits", lambda: entry("year = " + "9" * 1_000_000)),
            ("a title of 5 MB", lambda: "@misc{a, title={" + "Pier " * 1_000_000 + "}}"),
            ("marks under a letter", lambda: "@misc{a, title={a" + "\u0301\u0323" * 500_000 + "}, author={a" + "\u0323\u0301" * 100_000 + "}}"),
        )
    ]  # fmt: skip


def _ris() -> list[Bomb]:
    book = "TY  - BOOK\nTI  - Pier\n"
    return [
        imported("ris, 10,000 authors", "a.ris", lambda: book + "AU  - Lund, Ida\n" * 10_000 + "ER  - \n"),
        imported("ris, 300 empty works, 100,000 beginnings", "a.ris", lambda: "TY  - BOOK\n" * 1_000),
        imported("ris, a note of 1,000,000 lines", "a.ris", lambda: book + "N1  - x\n" + "y\n" * 1_000_000 + "ER  - \n"),
        imported("ris, a line of 20 MB", "a.ris", lambda: book + "N1  - " + "x " * 10_000_000 + "\nER  - \n"),
        imported("ris, a date of slashes", "a.ris", lambda: book + "PY  - " + "/" * 1_000_000 + "\nER  - \n"),
    ]  # fmt: skip


def _json() -> list[Bomb]:
    def item(**more: object) -> str:
        return json.dumps([{"id": "a", "type": "book", "title": "Pier", **more}])

    person = {"family": "Lund", "given": "Ida"}
    return [
        imported("csljson, 200,000 deep", "a.json", lambda: '[{"id":"a","type":"book","title":' + "[" * 200_000),
        imported("csljson, 900 deep", "a.json", lambda: '[{"id":"a","type":"book","x":' + '{"y":[' * 450 + "1" + "]}" * 450 + "}]"),
        imported("csljson, 3,000 authors", "a.json", lambda: item(author=[person] * 3_000)),
        imported("csljson, a number of 1,000,000 digits", "a.json", lambda: '[{"id":"a","type":"book","volume":' + "9" * 1_000_000 + "}]"),
        imported("csljson, an exponent", "a.json", lambda: '[{"id":"a","type":"book","volume":1e999999999,"issued":{"date-parts":[[1e999999]]}}]'),
        imported("csljson, a name twice 500,000 times", "a.json", lambda: '[{"id":"a",' + '"type":"book",' * 500_000 + '"title":"x"}]'),
        imported("csljson, 50,000 fields", "a.json", lambda: item(**{f"f{n}": "x" for n in range(50_000)})),
        imported("csljson, a title of marks", "a.json", lambda: item(title="<i>" * 300_000)),
        imported("csljson, 500,000 escapes", "a.json", lambda: '[{"id":"a","type":"book","title":"' + "\\ud800" * 500_000 + '"}]'),
        imported("csljson, a note of colons", "a.json", lambda: item(note="{:a: b}\n" * 300_000)),
        imported("csljson, a date of 1,000,000 parts", "a.json", lambda: item(issued={"date-parts": [[1] * 1_000_000]})),
        imported("csljson, 10,000,000 spaces", "a.json", lambda: "[" + " " * 10_000_000 + "]"),
        imported("csljson, 2,000,000 empty items", "a.json", lambda: '[{"id":"a","type":"book"},' + "{}," * 2_000_000 + "{}]"),
        imported("jsonl, 100,000 deep", "a.jsonl", lambda: '{"format":' + "[" * 100_000),
        imported("jsonl, a line of 100 MB", "a.jsonl", lambda: '{"quotation":"' + "x" * 100_000_000),
        imported("jsonl, brackets line by line", "a.jsonl", lambda: ("[" * 100_000 + "\n") * 50),
        imported("statements, 100,000 sources in one", "a.jsonl", lambda: json.dumps(
            {"text": "It holds.", "speaker": "Ida", "source": {"title": "x", "author": [person] * 100_000}}), "--format", "statements"),
        imported("statements, a speaker of 5 MB", "a.jsonl", lambda: json.dumps(
            {"text": "It holds.", "speaker": "Ida " * 1_250_000, "source": "x"}), "--format", "statements"),
        imported("statements, marks under a letter", "a.jsonl", lambda: json.dumps(
            {"text": "a" + "\u0301\u0323" * 300_000, "speaker": "Ida", "source": "x"}), "--format", "statements"),
        imported("zotero, 10,000 creators", "a.json", lambda: json.dumps({"items": [
            {"key": "A", "itemType": "book", "title": "x", "creators": [{"creatorType": "author", "firstName": "I", "lastName": "L"}] * 10_000}]})),
        imported("schemaorg, 900 deep", "a.jsonld", lambda: '{"@context":"https://schema.org","@type":"Quotation","text":"It holds.","isPartOf":'
                 + '{"@type":"Article","isPartOf":' * 900 + "1" + "}" * 901),
        imported("schemaorg, a graph in a ring", "a.jsonld", lambda: json.dumps({"@context": "https://schema.org", "@graph": [
            {"@id": f"#{n}", "@type": "Quotation", "text": "It holds.", "isPartOf": {"@id": f"#{(n + 1) % 300}"}} for n in range(300)]})),
        imported("schemaorg, one node referred to 300 times", "a.jsonld", lambda: json.dumps({"@context": "https://schema.org", "@graph": [
            {"@id": "#a", "@type": "Article", "name": "x" * 100_000},
            *({"@id": f"#q{n}", "@type": "Quotation", "text": f"It holds {n}.", "isPartOf": {"@id": "#a"}} for n in range(300))]})),
        imported("schemaorg, html with 20,000 pieces", "a.html", lambda: '<html><script type="application/ld+json">'
                 + '{"@context":"https://schema.org","@type":"ClaimReview"}</script><script type="application/ld+json">' * 20_000 + "{}</script>"),
    ]  # fmt: skip


def _tables() -> list[Bomb]:
    head = "text,speaker,source\n"
    return [
        imported("csv, a cell of 50 MB", "a.csv", lambda: head + '"' + "x" * 50_000_000),
        imported("csv, 200,000 columns", "a.csv", lambda: ",".join(f"c{n}" for n in range(200_000)) + "\n" + "x," * 200_000),
        imported("csv, 10,000,000 commas", "a.csv", lambda: head + "," * 10_000_000),
        imported("csv, quotation marks", "a.csv", lambda: head + '"' * 5_000_001),
        imported("csv, 2,000,000 empty lines", "a.csv", lambda: head + "\n" * 2_000_000 + "It holds,Ida,log\n"),
        imported("csv, a speaker of brackets", "a.csv", lambda: head + f"It holds,{'(' * 1_000_000},log\n"),
        imported("csv, one date of 1 MB", "a.csv", lambda: "text,speaker,source,said\nIt holds,Ida,log," + "1" * 1_000_000 + "\n"),
        imported("readwise, a highlight of 20 MB", "a.csv", lambda:
                 'Highlight,Book Title,Book Author,Note\n"' + "x " * 10_000_000),
        imported("instapaper, 1,000,000 columns", "a.csv", lambda: "URL,Title,Selection,Folder,Timestamp,Tags\n" + "x," * 1_000_000),
    ]  # fmt: skip


def _annotations() -> list[Bomb]:
    clipping = "Pier (Ida Lund)\n- Your Highlight on page 1 | Added on Monday, 1 January 2024 10:00:00\n\nIt holds\n==========\n"
    note = json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": []})
    one = {
        "type": "Annotation",
        "target": {
            "source": "https://a.example/",
            "selector": [{"type": "TextQuoteSelector", "exact": "It holds"}] * 200_000,
        },
    }
    deep = '{"type":"TextPositionSelector","start":0,"end":1,"refinedBy":' * 800 + "1" + "}" * 800
    refined = (
        '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","target":{"source":"https://a.example/","selector":'
        + deep
        + "}}"
    )
    made: list[tuple[str, str, Callable[[], str]]] = [
        ("kindle, a book of 5 MB", "My Clippings.txt", lambda: clipping.replace("Pier (", "Pier (" * 1_000_000)),
        ("kindle, 500,000 separators", "My Clippings.txt", lambda: clipping + "==========\n" * 500_000),
        ("web annotations, 200,000 selectors", "a.jsonld", lambda: note.replace('"items": []', '"items": ' + json.dumps([one]))),
        ("web annotations, refined 800 times", "a.jsonld", lambda: refined),
        ("hypothesis, 10,000 targets", "a.json", lambda: json.dumps({"total": 1, "rows": [
            {"id": "a", "uri": "https://a.example/", "user": "acct:x@y", "created": "2024-01-01T00:00:00Z", "text": "", "tags": [],
             "target": [{"source": "https://a.example/", "selector": [{"type": "TextQuoteSelector", "exact": "x"}]}] * 10_000}]})),
        ("wikiquote, templates in templates", "a.wikitext", lambda: "== Quotes ==\n* " + "{{a|" * 100_000),
        ("wikiquote, stars", "a.wikitext", lambda: "== Quotes ==\n" + "".join("*" * (n % 200 + 1) + " x\n" for n in range(100_000))),
        ("wikiquote, apostrophes", "a.wikitext", lambda: "== Quotes ==\n* " + "'" * 1_000_000 + "x"),
        ("wikiquote, links in links", "a.wikitext", lambda: "== Quotes ==\n* " + "[[a|" * 100_000 + "x"),
        ("wikiquote, comments and refs", "a.wikitext", lambda: "== Quotes ==\n* x" + "<ref>" * 100_000 + "<!--" * 100_000),
        ("wikiquote, 20,000 headings", "a.wikitext", lambda: "== Quotes ==\n" + "=== a ===\n" * 20_000 + "* x\n"),
    ]  # fmt: skip
    return [imported(name, file, how) for name, file, how in made]


def _xml() -> list[Bomb]:
    codes = "<Code guid='c' name='x'>" * 200 + "</Code>" * 200
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#">'
    ring = "".join(
        f'<bib:Book rdf:about="#i{n}"><dc:title>x</dc:title><dcterms:isPartOf rdf:resource="#i{(n + 1) % 300}"/></bib:Book>'
        for n in range(300)
    )
    wiki = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><page><title>Ida Lund</title><ns>0</ns><revision><text>== Quotes ==\n* '
    return [
        imported("mods, entities", "a.mods", lambda: '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><modsCollection xmlns="http://www.loc.gov/mods/v3"><mods>&b;</mods></modsCollection>'),
        imported("mods, 10,000 names in one", "a.mods", lambda: '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>x</title></titleInfo>'
                 + "<name type='personal'><namePart>Ida Lund</namePart></name>" * 10_000 + "</mods></modsCollection>"),
        imported("endnote, styles in styles", "a.xml", lambda: "<xml><records><record><ref-type name='Book'>6</ref-type><titles><title>"
                 + "<style>x" * 200 + "</style>" * 200 + "</title></titles></record></records></xml>"),
        imported("endnote, a title of 2 MB", "a.xml", lambda: "<xml><records><record><titles><title>" + "x " * 1_000_000 + "</title></titles></record></records></xml>"),
        imported("wikiquote, a page of 30 MB", "a.xml", lambda: wiki + "x " * 15_000_000 + "</text></revision></page></mediawiki>"),
        imported("wikiquote, a page of 600 KB of braces", "a.xml", lambda: wiki + "{{a|[[" * 100_000 + "</text></revision></page></mediawiki>"),
        imported("zotero rdf, parts in a ring", "a.rdf", lambda: rdf + ring + "</rdf:RDF>"),
        imported("qde, codes in codes", "a.qde", lambda: f'<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>{codes}</Codes></CodeBook></Project>'),
        imported("qde, 100,000 codings of one stretch", "a.qde", lambda: '<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource name="a"><PlainTextContent>It holds.</PlainTextContent>'
                 '<PlainTextSelection startPosition="0" endPosition="9">' + '<Coding><CodeRef targetGUID="c"/></Coding>' * 100_000 + "</PlainTextSelection></TextSource></Sources></Project>"),
        imported("qde, 300 stretches of 1 MB", "a.qde", lambda: f'<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource name="a"><PlainTextContent>{"It holds. " * 100_000}</PlainTextContent>'
                 + '<PlainTextSelection startPosition="0" endPosition="999990"/>' * 300 + "</TextSource></Sources></Project>"),
    ]  # fmt: skip


# A view in place of a table, that never ends, or grows.
_ENDLESS = "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT {columns} FROM a"


def _database(*statements: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        with closing(sqlite3.connect(path)) as db:
            for one in statements:
                db.execute(one)
            db.commit()
        return path.read_bytes()


def _view(table: str, columns: str) -> str:
    named = ", ".join(f"n AS {one}" for one in columns.split())
    return f"CREATE VIEW {table} AS {_ENDLESS.format(columns=named)}"


def _databases() -> list[Bomb]:
    apple = "ZANNOTATIONASSETID ZANNOTATIONSELECTEDTEXT ZANNOTATIONNOTE ZANNOTATIONLOCATION ZANNOTATIONDELETED ZANNOTATIONCREATIONDATE ZANNOTATIONSTYLE ZFUTUREPROOFING5 ZPLABSOLUTEPHYSICALLOCATION ZPLLOCATIONRANGESTART ZANNOTATIONTYPE ZANNOTATIONUUID Z_PK ZANNOTATIONREPRESENTATIVETEXT ZANNOTATIONMODIFICATIONDATE"
    return [
        imported("apple books, a view without end", "a.sqlite", lambda: _database(_view("ZAEANNOTATION", apple))),
        imported("apple books, a generated column", "a.sqlite", lambda: _database(
            f"CREATE TABLE ZAEANNOTATION({', '.join(one for one in apple.split() if one != 'ZANNOTATIONSELECTEDTEXT')}, "
            "ZANNOTATIONSELECTEDTEXT AS (hex(zeroblob(400000000))))",
            "INSERT INTO ZAEANNOTATION(ZANNOTATIONASSETID, ZANNOTATIONDELETED) VALUES ('a', 0)")),
        imported("citavi, views without end", "a.ctv6", lambda: _database(
            _view("Reference", "ID Title ReferenceType Year"), _view("KnowledgeItem", "ID Text CoreStatement QuotationType ReferenceID"))),
        imported("sqlite, a view of itself, wide", "a.sqlite", lambda: _database(
            "CREATE TABLE t0(x)", "INSERT INTO t0 VALUES (1)",
            *(f"CREATE VIEW t{n} AS SELECT a.x FROM t{n - 1} a, t{n - 1} b" for n in range(1, 12)),
            "CREATE VIEW ZAEANNOTATION AS SELECT x AS ZANNOTATIONASSETID, x AS ZANNOTATIONSELECTEDTEXT FROM t11")),
    ]  # fmt: skip


def _notes() -> list[Bomb]:
    aliases = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + one)}: &{chr(98 + one)} [{', '.join([f'*{chr(97 + one)}'] * 9)}]\n" for one in range(9)
    )
    made: dict[str, Callable[[], str]] = {
        "front matter that grows": lambda: f"---\n{aliases}onrecord: i\n---\n",
        "front matter 50,000 deep": lambda: f"---\na: {'[' * 50_000}\n---\n",
        "front matter of 500 KB": lambda: "---\n" + "a: b\n" * 100_000 + "---\n",
        "front matter without end": lambda: "---\n" * 1_000_000,
    }
    return [
        Bomb(f"notes, {name}", ("import", "vault", "--format", "notes"), {"vault/a.md": how})
        for name, how in made.items()
    ]
