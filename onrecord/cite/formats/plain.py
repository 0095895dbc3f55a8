"""Plain text to paste."""

import textwrap

from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Rendering, as_text

WIDTH = 76


def write(rendering: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        return "\n".join(map(as_text, rendering.entries))
    if as_ == "citation":
        return "\n".join(as_text(quote.citation + quote.doubts()) for quote in rendering.quotes)
    if as_ == "note":
        return "\n".join(as_text(quote.whole_note()) for quote in rendering.quotes)
    if as_ == "inline":
        sentences = [as_text(quote.sentence()) for quote in rendering.quotes]
        notes = [quote for quote in rendering.quotes if quote.in_notes]
        if notes:
            sentences = [f"{said}[{number}]" for number, said in enumerate(sentences, 1)]
        return "\n\n".join(sentences + [f"[{note.number}] {as_text(note.whole_note())}" for note in notes])
    blocks = []
    for quote in rendering.quotes:
        lines = textwrap.wrap(
            clean(quote.quote.shown), WIDTH - 4, break_long_words=False, break_on_hyphens=False
        )
        below = f"— {speaker_line(quote.quote)}"
        citation = as_text(quote.citation + quote.doubts())
        blocks.append("\n".join(f"    {line}" for line in [*lines, below, citation]))
    return "\n\n".join(blocks)
