"""HTML: `<blockquote cite>` in a `<figure>`, with its citation in the `<figcaption>` (HTML Standard 4.4.4)."""

from onrecord.cite import moments
from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering
from onrecord.cite.markup import plain_html, write_line


def write(made: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        lines = [f"  <li>{_line(entry)}</li>" for entry in made.entries]
        return "\n".join(['<ul class="bibliography">', *lines, "</ul>"])
    if as_ == "citation":
        return "\n".join(f"<span>{_line(one.citation + one.doubts())}</span>" for one in made.quotes)
    if as_ == "note":
        return "\n".join(map(_note, made.quotes))
    if as_ == "inline":
        return "\n".join(map(_paragraph, made.quotes))
    return "\n".join(map(_figure, made.quotes))


def _line(line: Line) -> str:
    return write_line(line, "html")


def _figure(one: Cited) -> str:
    quote = one.quote
    address = moments.address(quote)
    cite = (
        f' cite="{plain_html(clean(address))}"' if address.lower().startswith(("http://", "https://")) else ""
    )
    language = f' lang="{plain_html(clean(quote.language))}"' if quote.language else ""
    caption = f"— {plain_html(speaker_line(quote))} {_line(one.citation + one.doubts())}"
    if one.in_notes:
        caption = f"— {plain_html(speaker_line(quote))}. {_line(one.whole_note())}"
    return (
        f"<figure>\n  <blockquote{cite}{language}>\n    <p>{plain_html(clean(quote.shown))}</p>\n  </blockquote>\n"
        f"  <figcaption>{caption}</figcaption>\n</figure>"
    )


def _paragraph(one: Cited) -> str:
    if not one.in_notes:
        return f"<p>{_line(one.sentence())}</p>"
    mark = f'<sup><a href="#note-{plain_html(one.label)}" role="doc-noteref">{one.number}</a></sup>'
    return f"<p>{_line(one.sentence())}{mark}</p>\n{_note(one)}"


def _note(one: Cited) -> str:
    return f'<p id="note-{plain_html(one.label)}" role="doc-footnote">{_line(one.whole_note())}</p>'
