"""Where the block quotations of a draft stand that its format keeps apart otherwise than by signs in the text."""

from __future__ import annotations

from onrecord.check.signed import is_signature
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.ingest.document import Document

# First and last paragraph of a block, counted from 0, end exclusive.
Apart = list[tuple[int, int]]
_PARAGRAPH = lazy(r"(?m)(?:^[^\n]*\S[^\n]*(?:\n|\Z))+")
_INDENTED = lazy(r"(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+\Z")
_SHIFTED = lazy(r"(?: {2}|\t)[^\n]*(?:\n {2}[^\n]*)*\n?\Z")
# Code, tables and lists are indented too.
_NO_WORDS = lazy(r"[={}$<>\\|#`_~]|\S {3,}\S|\s--?\w|\A\s*(?:[-*+•]|\d+[.)])\s")
_ENDS = tuple('.!?…”"»“’。！？」؟।')
_FEWEST_WORDS = 4
# Formats that pandoc reads, by their names there.
_CONVERTED = {
    "text/x-org": "org",
    "text/asciidoc": "asciidoc",
    "text/x-textile": "textile",
    "text/x-wiki": "mediawiki",
    "application/docbook+xml": "docbook",
    "application/jats+xml": "jats",
}


def paragraphs_apart(read: Document, name: str) -> Apart | None:
    """The block quotations of a file among the paragraphs of its text; None: its format does not tell them, or is not asked."""
    if read.media_type.endswith("wordprocessingml.document"):
        from onrecord.ingest.docx import set_apart
    elif read.media_type.endswith("opendocument.text"):
        from onrecord.ingest.odt import set_apart
    elif read.media_type == "application/rtf":
        from onrecord.ingest.rtf import set_apart
    elif read.media_type == "application/epub+zip":
        return _of_book(read, name)
    elif read.media_type in _CONVERTED:
        from onrecord.ingest.converted import markup_of

        return _in_pages(read, [markup_of(read.original, _CONVERTED[read.media_type], name=name)], name)
    else:
        return None
    return _runs(set_apart(read.original, name))


def _runs(paragraphs: Iterable[tuple[str, bool]]) -> Apart:
    runs: Apart = []
    number = 0
    for words, apart in paragraphs:
        after = number + words.count("\n\n") + 1
        if apart and runs and runs[-1][1] == number:
            runs[-1] = runs[-1][0], after
        elif apart:
            runs.append((number, after))
        number = after
    return runs


def _of_book(read: Document, name: str) -> Apart:
    from onrecord.ingest.decode import decode
    from onrecord.ingest.zipped import unzipped

    with unzipped(read.original, name, "an EPUB book") as archive:
        parts = [
            archive.part(path) for path in archive.paths if path.lower().endswith((".xhtml", ".html", ".htm"))
        ]
    return _in_pages(read, [decode(part, name=name, markup=True).text for part in parts if part], name)


def _in_pages(read: Document, pages: Iterable[str], name: str) -> Apart:
    """The block quotations of pages of HTML from which a text was made."""
    from onrecord.ingest.html import parsed_html
    from onrecord.ingest.quoted_blocks import placed

    ranges: set[tuple[int, int]] = set()
    for page in pages:
        if "blockquote" not in page:
            continue
        quoted: list[tuple[str, str | None]] = [
            ("".join(filter(str.isalnum, str(element.text_content()))), None)
            for element in parsed_html(page, name).iter("blockquote")
            if next(element.iterancestors("blockquote"), None) is None
        ]
        for block in placed(read.text, quoted):
            first = read.text.count("\n\n", 0, block.start)
            ranges.add((first, first + read.text.count("\n\n", block.start, block.end) + 1))
    return sorted(ranges)


def ranges(text: str, apart: Apart) -> list[tuple[int, int]]:
    """Where these paragraphs stand in the text."""
    starts = [0]
    for paragraph in text.split("\n\n"):
        starts.append(starts[-1] + len(paragraph) + 2)
    return [(starts[first], starts[last] - 2) for first, last in apart if last < len(starts)]


def indented(source: str) -> frozenset[int]:
    """Where the lines of a plain text begin that are block quotations by their indentation.

    Where most of a text is indented, it is no sign, unless somebody signs what is.
    """
    paragraphs = list(_PARAGRAPH.finditer(source))
    deep = [bool(_INDENTED.match(paragraph_lines[0])) for paragraph_lines in paragraphs]
    telling = sum(deep) * 2 <= len(paragraphs)
    starts: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        words = paragraph[0]
        if not _SHIFTED.match(words) or is_signature(words) or _NO_WORDS.search(words):
            continue
        signed = number + 1 < len(paragraphs) and is_signature(paragraphs[number + 1][0])
        introduced = number > 0 and paragraphs[number - 1][0].rstrip().endswith((":", "："))
        whole = words.rstrip().endswith(_ENDS) or introduced
        last = words.rstrip().rpartition("\n")[2]
        if (
            signed
            or is_signature(last)
            or (deep[number] and telling and whole and len(words.split()) >= _FEWEST_WORDS)
        ):
            start = paragraph.start()
            for line in words.splitlines(keepends=True):
                starts.add(start)
                start += len(line)
    return frozenset(starts)
