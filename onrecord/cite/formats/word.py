"""Documents for word processors (docx, odt, RTF), written by pandoc from its JSON tree with real footnotes."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from onrecord import pandoc
from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering, words
from onrecord.cite.inlines import Node
from onrecord.cite.markup import safe_address
from onrecord.errors import InputError
from onrecord.text.patterns import lazy

SECONDS = 120
_NOTHING: Mapping[str, object] = MappingProxyType({})

_LETTER = lazy(rb"\\\\|\\u(-?\d+)[^ \d]")
_NODES = {
    "emph": "Emph", "strong": "Strong", "sup": "Superscript", "sub": "Subscript", "smallcaps": "SmallCaps",
    "underline": "Underline",
}  # fmt: skip


def write(rendering: Rendering, as_: str, format: str) -> bytes:
    """The document; `format` "docx", "odt" or "rtf", `as_` as in `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        blocks = [paragraph(inlines(entry)) for entry in rendering.entries]
    elif as_ == "citation":
        blocks = [paragraph(inlines(quote.citation + quote.doubts())) for quote in rendering.quotes]
    elif as_ == "note":
        blocks = [
            paragraph([*inlines(words(f"— {speaker_line(quote.quote)}")), _note(quote)])
            for quote in rendering.quotes
        ]
    elif as_ == "inline":
        blocks = [
            paragraph([*inlines(quote.sentence()), *([_note(quote)] if quote.in_notes else [])])
            for quote in rendering.quotes
        ]
    else:
        blocks = [block for quote in rendering.quotes for block in block_quotation(quote)]
    return converted(blocks, format, ("--standalone", f"--to={format}"))


def rtf(rendering: Rendering, as_: str) -> bytes:
    """A document in RTF."""
    return write(rendering, as_, "rtf")


def docx(rendering: Rendering, as_: str) -> bytes:
    """A document for Word."""
    return write(rendering, as_, "docx")


def odt(rendering: Rendering, as_: str) -> bytes:
    """A document for LibreOffice."""
    return write(rendering, as_, "odt")


def inlines(line: Line) -> list[Node]:
    """Characters with their marks as pandoc's inlines."""
    written: list[Node] = []
    for marks, several in groupby(line, key=lambda character: character[1]):
        nodes: list[Node] = []
        text = "".join(one for one, _ in several)
        for number, word in enumerate(text.split(" ")):
            nodes += [{"t": "Space"}] if number else []
            nodes += [{"t": "Str", "c": word}] if word else []
        for mark in reversed(marks):
            if mark.startswith("link:"):
                if not safe_address(mark.removeprefix("link:")):
                    continue
                nodes = [{"t": "Link", "c": [["", [], []], nodes, [mark.removeprefix("link:"), ""]]}]
            elif mark in _NODES:
                nodes = [{"t": _NODES[mark], "c": nodes}]
        written += nodes
    return written


def paragraph(content: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": content}


def _note(cited: Cited) -> Node:
    return {"t": "Note", "c": [paragraph(inlines(cited.whole_note()))]}


def block_quotation(quotation: Cited) -> list[Node]:
    """The wording, and below it who said it with the citation or its note."""
    who = inlines(words(f"— {speaker_line(quotation.quote)}" + " " * (not quotation.in_notes)))
    cited = [_note(quotation)] if quotation.in_notes else inlines(quotation.citation + quotation.doubts())
    wording = inlines(words(clean(quotation.quote.shown)))
    return [{"t": "BlockQuote", "c": [paragraph(wording), paragraph([*who, *cited])]}]


def converted(
    blocks: Sequence[Node], format: str, options: Sequence[str], meta: Mapping[str, object] = _NOTHING
) -> bytes:
    """What pandoc writes of blocks with these options. InputError: it cannot."""
    document = {"pandoc-api-version": [1, 23, 1], "meta": dict(meta), "blocks": list(blocks)}
    try:
        done = pandoc.run(
            ["--from=json", *options, "--output=-"],
            json.dumps(document).encode(),
            seconds=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"The document took longer than {SECONDS} seconds: cite fewer quotations."
        ) from error
    if done.returncode != 0:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise InputError(f"Pandoc could not write the document: {said[:300]}")
    return _plain_rtf(done.stdout) if format == "rtf" else done.stdout


def _plain_rtf(written: bytes) -> bytes:
    """Pandoc's RTF in the form of the specification (1.9.1), which every reader takes.

    A footnote is no destination that may be skipped, and the number of a letter is ended by a space: some readers
    take the first character after it for its end, and lose one more.
    """
    # In text a backslash is doubled, so that neither stands in any.
    made = written.replace(b"{\\*\\footnote", b"{\\footnote")
    return _LETTER.sub(lambda match: b"\\u%b ?" % match[1] if match[1] else match[0], made)
