"""Drafts from files and standard input, by the reader of their format."""

from __future__ import annotations

from pathlib import PurePath

from onrecord.check import html, latex, markdown
from onrecord.check.draft import Draft
from onrecord.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from onrecord.ingest.document import Document

# A book has fewer characters.
LONGEST = 20_000_000
_MARKED_UP = ("text/plain", "text/markdown", "text/html")
_OFFICE = ("wordprocessingml.document", "opendocument.text")
_LATEX = (".tex", ".ltx", ".latex")


def read_file(path: str) -> Draft:
    """The draft in a file. InputError: it cannot be read."""
    from onrecord.ingest.read import read_file as read

    return _draft(read(path), path)


def read_stdin(stream: BinaryIO) -> Draft:
    """The draft on standard input: text, Markdown, HTML or LaTeX by what it looks like, or a file of another format."""
    from onrecord.ingest.read import read_stdin as read

    return _draft(read(stream), "standard input")


def of_text(text: str, name: str) -> Draft:
    """A draft in Markdown or LaTeX that was read already. InputError: it is too long."""
    from onrecord.drafts.keys import kind_of

    source = text.replace("\r\n", "\n").replace("\r", "\n")
    return _marked_up(_short_enough(source), kind_of(name, source), None, text.encode(), "utf-8")


def _short_enough(source: str) -> str:
    if len(source) > LONGEST:
        raise InputError(f"The draft is longer than {LONGEST // 1_000_000} million characters: split it.")
    return source


def _draft(read: Document, name: str) -> Draft:
    from onrecord.drafts.keys import kind_of
    from onrecord.ingest.decode import decode

    author = read.metadata.authors[0].name if len(read.metadata.authors) == 1 else None
    if read.media_type == "message/rfc822":
        return _of_mail(read, author, name)
    if read.media_type not in _MARKED_UP:
        from onrecord.check.set_apart import paragraphs_apart

        draft = _of_text(read.text, author, paragraphs_apart(read, name))
        if read.media_type.endswith(_OFFICE):
            from onrecord.check.office import Office

            draft.office, draft.data = Office(read, name), read.original
            draft.editable = not draft.office.locked
        return draft
    markup = read.media_type == "text/html"
    decoded = decode(read.original, name=name, markup=markup)
    source = _short_enough(decoded.text)
    ending = PurePath(name).suffix.lower()
    if markup:
        notation = "html"
    elif ending in _LATEX or (not ending and kind_of("", source) == "latex"):
        notation = "latex"
    else:
        notation = "markdown" if read.media_type == "text/markdown" else "text"
    return _marked_up(source, notation, author, read.original, decoded.encoding)


def _of_mail(read: Document, author: str | None, name: str) -> Draft:
    from onrecord.check.mails import blanked, note_on, of_others

    split = of_others(read, name)

    def made(source: str) -> Draft:
        others, own = split(source)
        return Draft(
            blanked(source, others),
            source,
            blocks=own,
            editable=False,
            author=author,
            again=made,
            notes=(note_on(source, others),) if others else (),
        )

    return made(read.text)


def _of_text(text: str, author: str | None, apart: list[tuple[int, int]] | None) -> Draft:
    """The draft of a format whose files cannot be changed here; `apart`: the paragraphs of its block quotations."""
    from onrecord.check.set_apart import ranges

    return Draft(
        text,
        text,
        blocks=ranges(text, apart or []),
        editable=False,
        author=author,
        again=lambda other: _of_text(other, author, apart),
        tells_blocks=apart is not None,
    )


def _marked_up(source: str, notation: str, author: str | None, data: bytes, encoding: str) -> Draft:
    if notation == "html":
        draft = html.read(source)
    elif notation == "latex":
        draft = latex.read(source)
    else:
        # A text may cite, and quote in blocks, as Markdown does; its lines may be paragraphs.
        if notation == "markdown":
            draft = markdown.read(source)
        else:
            from onrecord.check.set_apart import indented

            draft = markdown.read(source, soft=False, apart=indented(source))
    draft.author, draft.notation, draft.data, draft.encoding = author, notation, data, encoding
    draft.again = lambda other: _marked_up(other, notation, author, data, encoding)
    return draft
