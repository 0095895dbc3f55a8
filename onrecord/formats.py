"""The formats, each once: what cites, reads, writes and shows in it. Their modules are named here and loaded when used."""

from __future__ import annotations

from onrecord.model.record import record

_PROSE = ("blockquote", "citation", "bibliography", "note", "inline")
_PAPER = (*_PROSE, "document")
WAYS = ("citation", "bibliography", "note", "blockquote", "inline", "card", "document")


@record()
class Citing:
    """How `cite` writes a format: its ways of `WAYS`, the one it is mostly used in, and its writer.

    `default` "" is the quotation with its citation, and the bibliography below. `writer` is "module:function" within
    `onrecord.cite`. It takes (`Rendering`, way) where the citation engine writes it (`styled`), the works where it
    has `records` of them, else (quotations, way). `document`: it is for a word processor alone; `binary`: it is no text.
    """

    writer: str
    ways: tuple[str, ...]
    default: str
    styled: bool = False
    records: bool = False
    document: bool = False
    binary: bool = False


@record()
class PageFile:
    """A format as pages offer it: the end of the address or of the file's name, what people call it, its media type."""

    extension: str
    name: str
    media_type: str


@record(kw_only=True)
class Format:
    """A format. `reader`, `writer`, `pieces` and `signature` are "module:function" within `onrecord.exchange`.

    `extensions` are without the dot; several formats may share one ("json"): to write, the first of `FORMATS` is
    taken; to read, the content decides by `signature`, a `(bytes) -> bool` over the first 64 KiB: the first that says
    yes, else the first that has none.

    A reader is an `entries.Reader`. What is selected is written by `pieces`, a `selection.Pieces`, where it is text,
    or else by `writer`, a `selection.Writer`. The file of a `folder` format is a folder: its
    reader takes the folder's `Path` instead of a stream and a name, its writer the `Path` of an empty one, whose files then
    take their places in the folder that was meant. That of a
    `database` format takes the path of a file that it brings up to date, or makes. The reader
    of a `whole` format takes a store first and gives `outcomes.Outcome`s: it puts the rows in itself. That of a `bulk`
    format is a `bulk.load.Read`: it takes a row, and `bulk.load` does the rest; `rows` divides a file that is no JSON
    lines into rows (`bulk.lines.Rows`).
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    citing: Citing | None = None
    page: PageFile | None = None
    reader: str | None = None
    pieces: str | None = None
    writer: str | None = None
    signature: str | None = None
    folder: bool = False
    database: bool = False
    whole: bool = False
    bulk: bool = False
    rows: str | None = None


def _styled(writer: str, default: str = "blockquote", *, card: bool = False) -> Citing:
    return Citing(f"formats.{writer}", (*_PAPER, "card") if card else _PAPER, default, styled=True)


def _document(writer: str, *, binary: bool) -> Citing:
    return Citing(f"formats.word:{writer}", _PAPER, "blockquote", styled=True, document=True, binary=binary)


def _works(module: str) -> Citing:
    return Citing(f"{module}:write", ("bibliography",), "bibliography", records=True)


FORMATS: tuple[Format, ...] = (
    Format(
        name="jsonl",
        title="onrecord's whole records, JSON Lines",
        extensions=("jsonl", "ndjson"),
        reader="whole.jsonl:restore",
        writer="whole.jsonl:write",
        signature="whole.jsonl:looks_like",
        whole=True,
    ),
    Format(
        name="csv",
        title="onrecord's whole records, CSV",
        extensions=("csv",),
        reader="whole.cells:restore",
        writer="whole.cells:write",
        signature="whole.cells:looks_like",
        whole=True,
    ),
    Format(
        name="text",
        title="Plain text",
        extensions=("txt", "text"),
        citing=_styled("plain:write", "", card=True),
    ),
    Format(
        name="html",
        title="HTML",
        extensions=("html", "htm", "xhtml"),
        citing=_styled("html:write", card=True),
    ),
    Format(
        name="markdown",
        title="Markdown",
        extensions=("md", "markdown", "mkd", "qmd", "rmd"),
        citing=_styled("markdown:write", card=True),
        page=PageFile("md", "Markdown", "text/markdown; charset=utf-8"),
        pieces="pieces:block_quotations",
    ),
    Format(name="latex", title="LaTeX", extensions=("tex", "ltx", "latex"), citing=_styled("latex:write")),
    Format(name="rtf", title="RTF", extensions=("rtf",), citing=_document("rtf", binary=False)),
    Format(name="docx", title="Word", extensions=("docx",), citing=_document("docx", binary=True)),
    Format(name="odt", title="OpenDocument text", extensions=("odt",), citing=_document("odt", binary=True)),
    Format(
        name="bibtex",
        title="BibTeX",
        extensions=("bib", "bibtex"),
        citing=_works("bibtex"),
        page=PageFile("bib", "BibTeX", "application/x-bibtex; charset=utf-8"),
        reader="bibliography.bibtex:read",
        pieces="pieces:bibtex",
        signature="bibliography.bibtex:looks_like",
    ),
    # Without a signature: what ends in .bib and does not look like anything is told by the reader.
    Format(
        name="biblatex",
        title="BibLaTeX",
        extensions=("biblatex", "bib"),
        citing=_works("formats.biblatex"),
        reader="bibliography.bibtex:read",
        pieces="pieces:biblatex",
    ),
    Format(
        name="ris",
        title="RIS",
        extensions=("ris",),
        citing=_works("ris"),
        page=PageFile("ris", "RIS", "application/x-research-info-systems; charset=utf-8"),
        reader="bibliography.ris:read",
        pieces="pieces:ris",
        signature="bibliography.ris:looks_like",
    ),
    Format(
        name="refer",
        title="EndNote's tagged text (Refer)",
        extensions=("enw", "refer"),
        reader="bibliography.tagged:read_refer",
        signature="bibliography.tagged:is_refer",
    ),
    Format(
        name="medline",
        title="MEDLINE, as PubMed has it",
        extensions=("nbib", "medline"),
        reader="bibliography.tagged:read_medline",
        signature="bibliography.tagged:is_medline",
    ),
    Format(
        name="csljson",
        title="CSL-JSON",
        extensions=("json", "csljson"),
        citing=_works("csljson"),
        page=PageFile("csljson", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
        reader="bibliography.csljson:read",
        pieces="pieces:csljson",
        signature="bibliography.csljson:looks_like",
    ),
    Format(
        name="zotero",
        title="Zotero's items, JSON (Better BibTeX or its web service)",
        extensions=("json",),
        reader="zotero.library:read",
        signature="zotero.library:looks_like",
    ),
    Format(
        name="zoterordf",
        title="Zotero RDF",
        extensions=("rdf",),
        reader="zotero.graph:read",
        signature="zotero.graph:looks_like",
    ),
    Format(
        name="yaml",
        title="CSL YAML",
        extensions=("yaml", "yml"),
        citing=_works("formats.yaml"),
        pieces="pieces:yaml",
    ),
    Format(
        name="wikipedia",
        title="Wikipedia",
        extensions=("wiki", "wikitext", "mediawiki"),
        citing=Citing("formats.wikipedia:write", _PROSE, "blockquote"),
    ),
    Format(
        name="wikidata",
        title="Wikidata",
        extensions=("qs", "quickstatements"),
        citing=Citing("formats.wikidata:write", ("citation",), "citation"),
    ),
    Format(
        name="tei",
        title="TEI",
        extensions=("xml", "tei"),
        citing=Citing("formats.tei:write", _PROSE, "blockquote"),
    ),
    # One quotation, or several, without what bears on them: `schemaorg` has that too.
    Format(
        name="jsonld",
        title="JSON-LD",
        extensions=("jsonld", "json"),
        citing=Citing("formats.jsonld:write", ("citation", "bibliography"), "citation"),
    ),
    Format(
        name="webannotation",
        title="W3C Web Annotations, JSON-LD",
        extensions=("annotations.jsonld", "jsonld", "json"),
        reader="annotations.web:read",
        pieces="annotations.web:pieces",
        signature="annotations.web:looks_like",
    ),
    Format(
        name="hypothesis",
        title="Annotations of Hypothesis, JSON or CSV",
        extensions=("hypothesis.json", "json", "csv"),
        reader="annotations.hypothesis:read",
        signature="annotations.hypothesis:looks_like",
    ),
    Format(
        name="readwise",
        title="Highlights of Readwise, CSV",
        extensions=("readwise.csv", "csv"),
        reader="annotations.readwise:read",
        signature="annotations.readwise:looks_like",
    ),
    Format(
        name="kindle",
        title="Highlights of a Kindle: My Clippings.txt, its notebook as HTML or CSV",
        extensions=("html", "htm", "csv"),
        reader="annotations.kindle:read",
        signature="annotations.kindle:looks_like",
    ),
    Format(
        name="readinglist",
        title="What Instapaper and Pocket export, CSV or HTML; bookmarks",
        extensions=("csv", "html", "htm"),
        reader="annotations.reading_lists:read",
        signature="annotations.reading_lists:looks_like",
    ),
    Format(
        name="applebooks",
        title="Highlights of Apple Books: its database, what it shares as mail or text",
        extensions=("sqlite", "eml", "html", "htm"),
        reader="annotations.apple_books:read",
        signature="annotations.apple_books:looks_like",
    ),
    Format(
        name="citavi",
        title="A project of Citavi: ctv6, ctv5, or its XML",
        extensions=("ctv6", "ctv5", "ctv4", "ctv6bak", "ctv5bak", "ctb", "ctx", "xml"),
        reader="bibliography.citavi:read",
        signature="bibliography.citavi:looks_like",
    ),
    Format(
        name="refiqda",
        title="A project of REFI-QDA (ATLAS.ti, MAXQDA, NVivo …)",
        extensions=("qdpx", "qde", "qdc", "xml"),
        reader="annotations.qda:read",
        signature="annotations.qda:looks_like",
    ),
    Format(
        name="endnotexml",
        title="EndNote XML",
        extensions=("xml",),
        reader="bibliography.xml_records:read_endnote",
        signature="bibliography.xml_records:is_endnote",
    ),
    Format(
        name="mods",
        title="MODS, XML",
        extensions=("mods", "xml"),
        reader="bibliography.xml_records:read_mods",
        signature="bibliography.xml_records:is_mods",
    ),
    Format(
        name="wikiquote",
        title="Pages of Wikiquote, wikitext or XML",
        extensions=("wikitext", "wiki", "xml"),
        reader="annotations.wikiquote:read",
        signature="annotations.wikiquote:looks_like",
    ),
    Format(
        name="schemaorg",
        title="Quotations, claims and fact-checks of schema.org, JSON-LD, HTML or a DataFeed; the Fact Check Tools API",
        extensions=("schema.jsonld", "jsonld", "jsonl", "ndjson", "json", "html", "htm"),
        page=PageFile("jsonld", "JSON-LD", "application/ld+json"),
        reader="annotations.schemaorg:read",
        pieces="annotations.schemaorg_graph:pieces",
        signature="annotations.schemaorg:looks_like",
    ),
    Format(
        name="notes",
        title="A folder of Markdown notes, as Obsidian keeps them",
        extensions=(),
        reader="notes.reader:restore",
        writer="notes.writer:write",
        folder=True,
        whole=True,
    ),
    Format(
        name="quotebank",
        title="Quotebank's JSON lines, by the million",
        extensions=("jsonl", "ndjson", "json"),
        reader="bulk.quotebank:read",
        signature="bulk.quotebank:looks_like",
        bulk=True,
    ),
    Format(
        name="statements",
        title="Statements, one a JSON line, by the million",
        extensions=("statements.jsonl", "jsonl", "ndjson"),
        reader="bulk.fields:read",
        signature="bulk.fields:looks_like",
        bulk=True,
    ),
    Format(
        name="statements-csv",
        title="Statements, one a row of CSV, by the million",
        extensions=("statements.csv", "csv"),
        reader="bulk.fields:read",
        signature="bulk.cells:looks_like",
        bulk=True,
        rows="bulk.cells:rows",
    ),
    Format(
        name="sqlite",
        title="A flat copy in SQLite, for Datasette",
        extensions=("db", "sqlite", "sqlite3"),
        writer="flat:update",
        database=True,
    ),
    Format(
        name="table",
        title="A table of statements for spreadsheets, CSV",
        extensions=("statements.csv",),
        writer="table:write",
    ),
)
# What `cite` writes, by name.
CITED = {one.name: one.citing for one in FORMATS if one.citing}
