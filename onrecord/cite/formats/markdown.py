"""Markdown: a quotation with a footnote, as pandoc, GitHub and Obsidian write them (`[^key]`)."""

from onrecord.cite import moments
from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering
from onrecord.cite.markup import plain_markdown, write_line


def write(rendering: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        return "\n\n".join(map(_line, rendering.entries))
    if as_ == "citation":
        return "\n\n".join(_line(quote.citation + quote.doubts()) for quote in rendering.quotes)
    notes = [f"[^{quote.label}]: {_line(quote.whole_note())}" for quote in rendering.quotes]
    if as_ == "note":
        return "\n\n".join(notes)
    if as_ == "inline":
        sentences = [
            _line(quote.sentence()) + f"[^{quote.label}]" * quote.in_notes for quote in rendering.quotes
        ]
        return "\n\n".join(
            sentences + [note for note, quote in zip(notes, rendering.quotes, strict=True) if quote.in_notes]
        )
    return "\n\n".join([*map(_block, rendering.quotes), *notes])


def _line(line: Line) -> str:
    return write_line(line, "markdown")


def _block(cited: Cited) -> str:
    wording = plain_markdown(clean(cited.quote.shown))
    speaker = plain_markdown(speaker_line(cited.quote))
    if cited.quote.passage and (there := clean(moments.link(cited.quote) or "")):
        # Percent-encoded but for what Markdown would read in an address.
        speaker = f"[{speaker}]({there.replace('(', '%28').replace(')', '%29')})"
    return f"> {wording}[^{cited.label}]\n>\n> — {speaker}"
