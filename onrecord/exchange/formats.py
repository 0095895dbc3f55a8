"""The formats of records, by name and by the end of a file's name; their modules are loaded when they are used."""

from __future__ import annotations

import re
from importlib import import_module

from onrecord.errors import NO_NAME, Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.outputs import endings
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

# How much of a file its format may be told by, in bytes.
HEAD = 65_536
# The element that an XML file is.
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}\?>\s*(?:<!--[\s\S]{0,5000}?-->\s*|<!DOCTYPE[^>\[]{0,500}>\s*|<\?[^>]{0,500}\?>\s*){0,20}<([^\s<>/]{1,80})"
)


@record(kw_only=True)
class Format:
    """A format. `reader` and `writer` are "module:function" within `onrecord.exchange`, None where it has none.

    `extensions` are without the dot, the longest first; several formats may share one ("json"): then the content
    decides, by `signature`, which is "module:function" of a `(bytes) -> bool` over the first 64 KiB. The first of
    `FORMATS` that says yes is taken, else the first that has no signature.

    A reader is an `entries.Reader`, a writer a `selection.Writer`. The file of a `folder` format is a folder: its
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
    reader: str | None = None
    writer: str | None = None
    signature: str | None = None
    folder: bool = False
    database: bool = False
    whole: bool = False
    bulk: bool = False
    rows: str | None = None


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
        name="bibtex",
        title="BibTeX",
        extensions=("bib", "bibtex"),
        reader="bibliography.bibtex:read",
        writer="bibliographies:bibtex",
        signature="bibliography.bibtex:looks_like",
    ),
    # Without a signature: what ends in .bib and does not look like anything is told by the reader.
    Format(
        name="biblatex",
        title="BibLaTeX",
        extensions=("bib", "biblatex"),
        reader="bibliography.bibtex:read",
        writer="bibliographies:biblatex",
    ),
    Format(
        name="ris",
        title="RIS",
        extensions=("ris",),
        reader="bibliography.ris:read",
        writer="bibliographies:ris",
        signature="bibliography.ris:looks_like",
    ),
    Format(
        name="csljson",
        title="CSL-JSON",
        extensions=("json",),
        reader="bibliography.csljson:read",
        writer="bibliographies:csljson",
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
    Format(name="yaml", title="CSL YAML", extensions=("yaml", "yml"), writer="bibliographies:yaml"),
    Format(
        name="webannotation",
        title="W3C Web Annotations, JSON-LD",
        extensions=("annotations.jsonld", "jsonld", "json"),
        reader="annotations.web:read",
        writer="annotations.web:write",
        signature="annotations.web:looks_like",
    ),
    Format(
        name="hypothesis",
        title="Annotations of Hypothesis, JSON",
        extensions=("hypothesis.json", "json"),
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
        title="What Instapaper and Pocket export, CSV",
        extensions=("csv",),
        reader="annotations.reading_lists:read",
        signature="annotations.reading_lists:looks_like",
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
        reader="annotations.schemaorg:read",
        writer="annotations.schemaorg_graph:write",
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
        reader="bulk.statements:read",
        signature="bulk.statements:looks_like",
        bulk=True,
    ),
    Format(
        name="statements-csv",
        title="Statements, one a row of CSV, by the million",
        extensions=("statements.csv", "csv"),
        reader="bulk.cells:read",
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


def load(reference: str) -> Callable[..., Any]:
    """The function that "module:function" means."""
    module, _, function = reference.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(f"onrecord.exchange.{module}"), function)
    return loaded


def readable(formats: Sequence[Format] = FORMATS) -> list[Format]:
    """The formats that can be imported."""
    return [one for one in formats if one.reader]


def writable(formats: Sequence[Format] = FORMATS) -> list[Format]:
    """The formats that can be exported to."""
    return [one for one in formats if one.writer]


def to_read(
    name: str, head: bytes | None, asked: str | None = None, formats: Sequence[Format] = FORMATS
) -> Format:
    """The format of a file: the one asked for, else by the end of its name, else by its first bytes.

    `head` None: it is a folder. UsageError: the format asked for cannot be read. InputError: nothing tells the
    format.
    """
    among = readable(formats)
    if asked is not None:
        return _asked(asked, among, "read")
    among = [one for one in among if one.folder == (head is None)]
    ending = _ending(name, among)
    fitting = [one for one in among if ending in one.extensions] if ending else among
    if ending and len(fitting) == 1:
        return fitting[0]
    if head is None and len(fitting) == 1:
        return fitting[0]
    for one in fitting:
        if one.signature and head is not None and load(one.signature)(head[:HEAD]):
            return one
    plain = next((one for one in fitting if not one.signature), None) if ending else None
    if plain is not None:
        return plain
    root = _ROOT.match(head or b"")
    what = f": it is XML of <{one_line(root[1].decode('utf-8', 'replace'))}>" if root else ""
    raise InputError(
        f"Nothing tells the format of {one_line(name) or 'standard input'}{what}.",
        hint=Hint("say_which_format", formats=", ".join(one.name for one in readable(formats))),
    )


def to_write(name: str, asked: str | None = None, formats: Sequence[Format] = FORMATS) -> Format:
    """The format to write: the one asked for, else the first with the end of the file's name.

    UsageError: it cannot be written, nothing tells it, or files whose names end so hold something else.
    """
    among = writable(formats)
    if asked is not None:
        found = _asked(asked, among, "written")
        if not found.folder:
            known = {endings.ending(f"x.{end}") for one in formats for end in one.extensions}
            endings.refuse_misnamed(
                name, found.name, [endings.ending(f"x.{end}") for end in found.extensions], known
            )
        return found
    if not name:
        raise UsageError(NO_NAME)
    ending = _ending(name, among)
    fitting = next((one for one in among if ending in one.extensions), None)
    if fitting is None:
        raise UsageError(
            f"Nothing tells the format of {one_line(name)}.",
            hint=Hint("say_which_format", formats=", ".join(one.name for one in among)),
        )
    return fitting


def _asked(asked: str, among: Sequence[Format], done: str) -> Format:
    found = next((one for one in among if one.name == asked.lower()), None)
    if found is None:
        names = ", ".join(one.name for one in among)
        raise UsageError(f"{asked!r} is not a format that can be {done}. Formats: {names}.")
    return found


def _ending(name: str, among: Sequence[Format]) -> str | None:
    """The longest of the extensions that the name ends in."""
    lower = name.lower()
    fitting = [end for one in among for end in one.extensions if lower.endswith(f".{end}")]
    return max(fitting, key=len, default=None)
