"""A whole document of quotations, for reading and printing: under headings where they are grouped, their sources below.

One tree for every format that pandoc writes; its Markdown would let pass what is markup to some reader, so that ours is used.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats import word
from onrecord.cite.formats.rendered import Cited, Line, Rendering, words
from onrecord.cite.inlines import Node
from onrecord.cite.markup import plain_markdown, write_line

TITLE = "Quotations"
SOURCES = "Sources"

# Without pandoc's own typography: every mark stays as it was recorded.
_WRITERS: dict[str, tuple[str, ...]] = {
    "text": ("--to=plain-smart", "--wrap=none"),
    "html": ("--standalone", "--to=html5-smart", "--wrap=none", "--shift-heading-level-by=1"),
    "latex": ("--standalone", "--to=latex-smart-auto_identifiers", "--wrap=none"),
    "docx": ("--standalone", "--to=docx"),
    "odt": ("--standalone", "--to=odt"),
    "rtf": ("--standalone", "--to=rtf"),
}


def write(rendering: Rendering, groups: Sequence[tuple[str, int]], format: str, language: str) -> bytes:
    """The quotations as block quotations; `groups` are headings with how many quotations follow each, "" for none."""
    if format == "markdown":
        return _markdown(rendering, groups)
    blocks: list[Node] = []
    start = 0
    for heading, number in groups:
        blocks += _heading(heading) if heading else []
        blocks += [
            block
            for quote in rendering.quotes[start : start + number]
            for block in word.block_quotation(quote)
        ]
        start += number
    if rendering.entries:
        blocks += _heading(SOURCES)
        blocks += [word.paragraph(word.inlines(entry)) for entry in rendering.entries]
    return written(blocks, format, language)


def write_sentences(groups: Sequence[tuple[str, Sequence[Line]]], format: str) -> bytes:
    """A paragraph a sentence, in English."""
    blocks: list[Node] = []
    for heading, lines in groups:
        blocks += _heading(heading) if heading else []
        blocks += [word.paragraph(word.inlines(line)) for line in lines]
    return written(blocks, format, "en")


def written(blocks: Sequence[Node], format: str, language: str) -> bytes:
    """The document of these blocks under its title. InputError: pandoc cannot write it."""
    title = {"t": "MetaInlines", "c": word.inlines(words(TITLE))}
    meta: Node = {"lang": {"t": "MetaString", "c": language}}
    if format == "text":  # which has a title for its first heading
        blocks = [*_heading(TITLE), *blocks]
    else:
        meta["title"] = title
    made = word.converted(blocks, format, _WRITERS[format], meta)
    return made if format in ("docx", "odt") else made.rstrip(b"\n")


def _heading(text: str) -> list[Node]:
    return [{"t": "Header", "c": [1, ["", [], []], word.inlines(words(text))]}]


def _markdown(rendering: Rendering, groups: Sequence[tuple[str, int]]) -> bytes:
    parts = [f"# {TITLE}"]
    start = 0
    for heading, number in groups:
        parts += [f"## {plain_markdown(heading)}"] if heading else []
        parts += [_markdown_quotation(quote) for quote in rendering.quotes[start : start + number]]
        start += number
    if rendering.entries:
        parts += [f"## {SOURCES}", *(write_line(entry, "markdown") for entry in rendering.entries)]
    notes = [quote for quote in rendering.quotes if quote.in_notes]
    parts += [f"[^{note.label}]: {write_line(note.whole_note(), 'markdown')}" for note in notes]
    return "\n\n".join(parts).encode()


def _markdown_quotation(quotation: Cited) -> str:
    who = plain_markdown(f"— {speaker_line(quotation.quote)}")
    cited = (
        f"[^{quotation.label}]"
        if quotation.in_notes
        else f" {write_line(quotation.citation + quotation.doubts(), 'markdown')}"
    )
    return f"> {plain_markdown(clean(quotation.quote.shown))}\n>\n> {who}{cited}"
