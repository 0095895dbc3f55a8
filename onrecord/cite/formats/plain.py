"""Plain text to paste."""

import textwrap

from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Rendering, as_text

WIDTH = 76


def write(made: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        return "\n".join(map(as_text, made.entries))
    if as_ == "citation":
        return "\n".join(as_text(one.citation + one.doubts()) for one in made.quotes)
    if as_ == "note":
        return "\n".join(as_text(one.whole_note()) for one in made.quotes)
    if as_ == "inline":
        sentences = [as_text(one.sentence()) for one in made.quotes]
        notes = [one for one in made.quotes if one.in_notes]
        if notes:
            sentences = [f"{said}[{number}]" for number, said in enumerate(sentences, 1)]
        return "\n\n".join(sentences + [f"[{one.number}] {as_text(one.whole_note())}" for one in notes])
    blocks = []
    for one in made.quotes:
        lines = textwrap.wrap(
            clean(one.quote.shown), WIDTH - 4, break_long_words=False, break_on_hyphens=False
        )
        below = f"— {speaker_line(one.quote)}"
        citation = as_text(one.citation + one.doubts())
        blocks.append("\n".join(f"    {line}" for line in [*lines, below, citation]))
    return "\n\n".join(blocks)
