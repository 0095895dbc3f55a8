"""Markdown to readable text: links and emphasis reduced to their words, one blank line between blocks."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading, Turn
from onrecord.ingest.labels import as_label
from onrecord.ingest.metadata import clean, primary_language
from onrecord.ingest.transcript import transcript_in
from onrecord.text import dates
from onrecord.text.patterns import lazy

_FRONT_MATTER = lazy(r"---[ \t]*\n(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = lazy(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*))?")
_ITEM = lazy(r"[ \t]*-[ \t]+(?P<value>.*)")
_OTHER_YAML = lazy(r"[ \t]+\S.*|#.*|[ \t]*|\S+:.*|[\]}]")

_MAX_FRONT_MATTER = 20_000
# Without one of these, what stands between the rules may be a dialogue ("Anna: No.") and is part of the text.
_READ_FIELDS = {"title", "author", "authors", "date", "lang", "language"}

# markdown-it leaves out, without a word, what is nested deeper than this; Python's own limit raises first.
_NESTING = 100_000


def read_markdown(source: str, *, name: str, url: str | None = None) -> Reading:
    """The readable text, the metadata (those of a simple YAML front matter; a title also from a heading of level 1 at
    the very beginning), and the turns of a transcript.

    InputError: it is nested too deeply to be read.
    """
    fields, body = _split_front_matter(source)
    try:
        tokens = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").parse(body)
        blocks = [block for block in _blocks(tokens) if block.strip()]
    except RecursionError:
        raise InputError(f"{name} nests lists, quotations or emphasis too deeply to be read.") from None
    title = _first(fields, "title")
    if title is None and len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title = clean(_inline(tokens[1].children or []))
    names = (clean(value) for key in ("author", "authors") for value in fields.get(key, ()))
    metadata = Metadata(
        title=title,
        authors=tuple(Author(name) for name in names if name),
        issued=dates.of_edtf(_first(fields, "date")),
        url=url,
        language=primary_language(_first(fields, "lang") or _first(fields, "language") or ""),
    )
    text = "\n\n".join(blocks) + "\n"
    turns, places = transcript_in(text, frozenset(_labels(tokens)))
    if not turns and any(mark in source for mark in ("**", "__", "## ")):
        turns = _interview(source, text, title)
    quoted: tuple[Turn, ...] = ()
    if any(token.type == "blockquote_open" for token in tokens):
        from onrecord.ingest.html_markup import block_quotations
        from onrecord.ingest.quoted_blocks import placed

        quoted = placed(text, block_quotations(as_html(source)))
    return Reading(text, f"markdown-it {version('markdown-it-py')}", metadata, places, turns, blocks=quoted)


def _interview(source: str, text: str, title: str | None) -> tuple[Turn, ...]:
    """The answers of an interview whose questions are emphasised, or headings."""
    from onrecord.ingest.html_markup import parsed
    from onrecord.ingest.interview import asked_in, interview_in, titles_of

    tree = parsed(as_html(source))
    if tree is None:
        return ()
    return interview_in(text, asked_in(tree), [*titles_of(tree), *([title] if title else ())])


def as_html(source: str) -> str:
    """The markup that a Markdown text stands for; "" where it is nested too deeply."""
    try:
        return str(MarkdownIt("commonmark").render(_split_front_matter(source)[1]))
    except RecursionError:
        return ""


def _first(fields: dict[str, list[str]], key: str) -> str | None:
    return next((value for value in map(clean, fields.get(key, ())) if value), None)


def _split_front_matter(source: str) -> tuple[dict[str, list[str]], str]:
    match = _FRONT_MATTER.match(source, 0, _MAX_FRONT_MATTER)
    if not match:
        return {}, source
    fields: dict[str, list[str]] = {}
    key: str | None = None
    for line in match["fields"].split("\n"):
        field, item = _FIELD.fullmatch(line), _ITEM.fullmatch(line)
        if field:
            key = field["key"].lower()
            fields[key] = _scalars(field["value"] or "")
        elif item and key:
            fields[key] += _scalars(item["value"])
        elif not _OTHER_YAML.fullmatch(line):
            return {}, source
    return (fields, source[match.end() :]) if _READ_FIELDS & fields.keys() else ({}, source)


def _scalars(value: str) -> list[str]:
    """The strings of a plain, quoted or [listed] YAML value; nothing for a value of another kind."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [scalar for part in value[1:-1].split(",") for scalar in _scalars(part)]
    if len(value) > 1 and value[0] == value[-1] == '"':
        return [value[1:-1].replace('\\"', '"').replace("\\\\", "\\")]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return [value[1:-1].replace("''", "'")]
    value = re.sub(r"\s+#.*", "", value)
    return [] if not value or value[0] in "[{|>&*!%@`\"'" or re.match(r"[\w-]+:\s", value) else [value]


def _blocks(tokens: list[Token]) -> Iterator[str]:
    cells: list[str] | None = None
    rows: list[str] = []
    for token in tokens:
        match token.type:
            case "tr_open":
                cells = []
            case "tr_close":
                rows.append(" | ".join(cells or []))
                cells = None
            case "table_close":
                yield "\n".join(rows)
                rows = []
            case "inline" if cells is not None:
                cells.append(_inline(token.children or []))
            case "inline":
                yield _inline(token.children or [])
            case "fence" | "code_block":
                yield token.content.strip("\n")
            case "html_block":
                yield _text_of_html(token.content)
            case _:
                pass


def _labels(tokens: list[Token]) -> Iterator[str]:
    """The names that are emphasised at the head of a paragraph, and headings that are names."""
    for before, token in pairwise(tokens):
        if token.type != "inline":
            continue
        children = [child for child in token.children or [] if child.content or child.type != "text"]
        if before.type == "heading_open" and (label := as_label(_inline(children))):
            yield label
        elif len(children) > 2 and children[0].type in ("strong_open", "em_open"):
            closing = next((index for index, child in enumerate(children) if child.nesting < 0), 0)
            if label := as_label(_inline(children[:closing])):
                yield label


def _inline(children: list[Token]) -> str:
    pieces: list[str] = []
    for token in children:
        match token.type:
            case "text" | "text_special" | "code_inline":
                pieces.append(token.content)
            case "softbreak":
                pieces.append(" ")
            case "hardbreak":
                pieces.append("\n")
            case "html_inline" if re.match(r"<br\b", token.content, re.IGNORECASE):
                pieces.append("\n")
            case _:
                pass
    return "".join(pieces).strip()


def _text_of_html(markup: str) -> str:
    from onrecord.ingest.html import plain_text

    return plain_text(markup)
