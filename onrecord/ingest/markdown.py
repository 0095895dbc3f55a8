"""Markdown to readable text: links and emphasis reduced to their words, one blank line between blocks."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

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
# In characters, and in paragraphs and items: their tokens take many times as much memory.
_LARGEST, _MOST_BLOCKS = 12_000_000, 80_000
# What stands further in than this, stands as far in for whoever reads it; each column is counted for each line.
_FURTHEST = lazy(r"(?m)^( {200}) +")
_BLOCK = lazy(r"(?m)\n\n|^[ \t]*(?:[-*+>#|]|\d{1,9}[.)])")
# How many marks and lines an interview has at most that is looked for.
_MOST_MARKS = 60_000


def read_markdown(source: str, *, name: str, url: str | None = None) -> Reading:
    """The readable text, the metadata (those of a simple YAML front matter; a title also from a heading of level 1 at
    the very beginning), and the turns of a transcript.

    InputError: it is nested too deeply, or too long, to be read.
    """
    if len(source) > _LARGEST or sum(1 for _ in _BLOCK.finditer(source)) > _MOST_BLOCKS:
        raise InputError(
            f"{name} holds more than {_LARGEST // 1_000_000} MB or {_MOST_BLOCKS:,} paragraphs of Markdown; split it."
        )
    source = _FURTHEST.sub(r"\1", source)
    fields, body = _split_front_matter(source)
    read = _Read()
    try:
        for token in _tokens(body):
            read.token(token)
    except RecursionError:
        raise InputError(f"{name} nests lists, quotations or emphasis too deeply to be read.") from None
    title = _first(fields, "title") or read.title
    names = (clean(value) for key in ("author", "authors") for value in fields.get(key, ()))
    metadata = Metadata(
        title=title,
        authors=tuple(Author(name) for name in names if name),
        issued=dates.of_edtf(_first(fields, "date")),
        url=url,
        language=primary_language(_first(fields, "lang") or _first(fields, "language") or ""),
    )
    text = "\n\n".join(block for block in read.blocks if block.strip()) + "\n"
    turns, places = transcript_in(text, frozenset(read.labels))
    short = sum(map(source.count, "\n*_`[<")) <= _MOST_MARKS
    if not turns and short and any(mark in source for mark in ("**", "__", "## ")):
        turns = _interview(source, text, title)
    quoted: tuple[Turn, ...] = ()
    if read.quotes and short:
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


def _tokens(body: str) -> Iterator[Token]:
    """The tokens of blocks, each with the words and marks in it, which are made only then and are gone with it."""
    blocks = (
        MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable(["inline", "text_join"])
    )
    within = MarkdownIt("commonmark", {"maxNesting": _NESTING})
    definitions: dict[str, Any] = {}
    for token in blocks.parse(body, definitions):
        # Tables are filled up with cells of nothing, thousands of them.
        if token.type == "inline" and token.content:
            yield within.parseInline(token.content, definitions)[0]
        else:
            yield token


class _Read:
    """What is gathered of the tokens, one after the other."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        # The names that are emphasised at the head of a paragraph, and headings that are names.
        self.labels: set[str] = set()
        self.quotes = False
        self.title: str | None = None
        self._cells: list[str] | None = None
        self._rows: list[str] = []
        self._before: Token | None = None

    def token(self, token: Token) -> None:
        match token.type:
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._rows.append(" | ".join(self._cells or []))
                self._cells = None
            case "table_close":
                self.blocks.append("\n".join(self._rows))
                self._rows = []
            case "inline":
                self._words(token)
            case "fence" | "code_block":
                self.blocks.append(token.content.strip("\n"))
            case "html_block":
                self.blocks.append(_text_of_html(token.content))
            case "blockquote_open":
                self.quotes = True
            case _:
                pass
        self._before = token

    def _words(self, token: Token) -> None:
        words = _inline(token.children or [])
        (self.blocks if self._cells is None else self._cells).append(words)
        before = self._before
        heads = before is not None and before.type == "heading_open"
        if before is not None and heads and before.tag == "h1" and not before.level and not self.blocks[:-1]:
            self.title = clean(words)
        children = [child for child in token.children or [] if child.content or child.type != "text"]
        label = as_label(words) if heads else None
        if label is None and len(children) > 2 and children[0].type in ("strong_open", "em_open"):
            closing = next((index for index, child in enumerate(children) if child.nesting < 0), 0)
            label = as_label(_inline(children[:closing]))
        if label:
            self.labels.add(label)


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
