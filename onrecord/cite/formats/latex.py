r"""LaTeX: `\blockquote[{cite}]{…}` of csquotes (its manual, 3.5), which puts the citation in parentheses itself."""

from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering, as_text
from onrecord.cite.markup import plain_latex, write_line


def write(made: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        return "\n\n".join(map(_line, made.entries))
    if as_ == "citation":
        return "\n\n".join(_line(one.citation + one.doubts()) for one in made.quotes)
    if as_ == "note":
        return "\n".join(map(_footnote, made.quotes))
    if as_ == "inline":
        return "\n\n".join(_line(one.sentence()) + _footnote(one) * one.in_notes for one in made.quotes)
    return "\n\n".join(map(_block, made.quotes))


def _line(line: Line) -> str:
    return write_line(line, "latex")


def _footnote(one: Cited) -> str:
    return f"\\footnote{{{_line(one.whole_note())}}}"


def _block(one: Cited) -> str:
    who, wording = plain_latex(speaker_line(one.quote)), plain_latex(clean(one.quote.shown))
    shown = as_text(one.citation)
    if one.in_notes:
        block = f"\\blockquote{{{wording}{_footnote(one)}}}"
    elif shown.startswith("(") and shown.find(")") == len(shown) - 1:
        block = f"\\blockquote[{{{_line(one.citation[1:-1] + one.doubts())}}}]{{{wording}}}"
    else:
        block = f"\\blockquote{{{wording} {_line(one.citation + one.doubts())}}}"
    return f"{who}:\n{block}"
