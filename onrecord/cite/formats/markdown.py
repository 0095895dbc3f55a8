"""Markdown: a quotation with a footnote, as pandoc, GitHub and Obsidian write them (`[^key]`)."""

from onrecord.cite import moments
from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering
from onrecord.cite.markup import plain_markdown, write_line


def write(made: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        return "\n\n".join(map(_line, made.entries))
    if as_ == "citation":
        return "\n\n".join(_line(one.citation + one.doubts()) for one in made.quotes)
    notes = [f"[^{one.label}]: {_line(one.whole_note())}" for one in made.quotes]
    if as_ == "note":
        return "\n\n".join(notes)
    if as_ == "inline":
        sentences = [_line(one.sentence()) + f"[^{one.label}]" * one.in_notes for one in made.quotes]
        return "\n\n".join(
            sentences + [note for note, one in zip(notes, made.quotes, strict=True) if one.in_notes]
        )
    return "\n\n".join([*map(_block, made.quotes), *notes])


def _line(line: Line) -> str:
    return write_line(line, "markdown")


def _block(one: Cited) -> str:
    wording = plain_markdown(clean(one.quote.shown))
    speaker = plain_markdown(speaker_line(one.quote))
    if one.quote.passage and (there := clean(moments.link(one.quote) or "")):
        # Percent-encoded but for what Markdown would read in an address.
        speaker = f"[{speaker}]({there.replace('(', '%28').replace(')', '%29')})"
    return f"> {wording}[^{one.label}]\n>\n> — {speaker}"
