r"""LaTeX: `\blockquote[{cite}]{…}` of csquotes (its manual, 3.5), which puts the citation in parentheses itself."""

from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering, as_text
from onrecord.cite.markup import plain_latex, write_line


def write(rendering: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        return "\n\n".join(map(_line, rendering.entries))
    if as_ == "citation":
        return "\n\n".join(_line(quote.citation + quote.doubts()) for quote in rendering.quotes)
    if as_ == "note":
        return "\n".join(map(_footnote, rendering.quotes))
    if as_ == "inline":
        return "\n\n".join(
            _line(quote.sentence()) + _footnote(quote) * quote.in_notes for quote in rendering.quotes
        )
    return "\n\n".join(map(_block, rendering.quotes))


def _line(line: Line) -> str:
    return write_line(line, "latex")


def _footnote(cited: Cited) -> str:
    return f"\\footnote{{{_line(cited.whole_note())}}}"


def _block(cited: Cited) -> str:
    who, wording = plain_latex(speaker_line(cited.quote)), plain_latex(clean(cited.quote.shown))
    shown = as_text(cited.citation)
    if cited.in_notes:
        block = f"\\blockquote{{{wording}{_footnote(cited)}}}"
    elif shown.startswith("(") and shown.find(")") == len(shown) - 1:
        block = f"\\blockquote[{{{_line(cited.citation[1:-1] + cited.doubts())}}}]{{{wording}}}"
    else:
        block = f"\\blockquote{{{wording} {_line(cited.citation + cited.doubts())}}}"
    return f"{who}:\n{block}"
