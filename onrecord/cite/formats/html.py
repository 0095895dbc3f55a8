"""HTML: `<blockquote cite>` in a `<figure>`, with its citation in the `<figcaption>` (HTML Standard 4.4.4)."""

from onrecord.cite import moments
from onrecord.cite.attribution import speaker_line
from onrecord.cite.csl import clean
from onrecord.cite.formats.rendered import Cited, Line, Rendering
from onrecord.cite.markup import plain_html, write_line


def write(rendering: Rendering, as_: str) -> str:
    """`as_`: see `onrecord.formats.WAYS`."""
    if as_ == "bibliography":
        lines = [f"  <li>{_line(entry)}</li>" for entry in rendering.entries]
        return "\n".join(['<ul class="bibliography">', *lines, "</ul>"])
    if as_ == "citation":
        return "\n".join(
            f"<span>{_line(quote.citation + quote.doubts())}</span>" for quote in rendering.quotes
        )
    if as_ == "note":
        return "\n".join(map(_note, rendering.quotes))
    if as_ == "inline":
        return "\n".join(map(_paragraph, rendering.quotes))
    return "\n".join(map(_figure, rendering.quotes))


def _line(line: Line) -> str:
    return write_line(line, "html")


def _figure(cited: Cited) -> str:
    quote = cited.quote
    address = moments.address(quote)
    cite = (
        f' cite="{plain_html(clean(address))}"' if address.lower().startswith(("http://", "https://")) else ""
    )
    language = f' lang="{plain_html(clean(quote.language))}"' if quote.language else ""
    caption = f"— {plain_html(speaker_line(quote))} {_line(cited.citation + cited.doubts())}"
    if cited.in_notes:
        caption = f"— {plain_html(speaker_line(quote))}. {_line(cited.whole_note())}"
    return (
        f"<figure>\n  <blockquote{cite}{language}>\n    <p>{plain_html(clean(quote.shown))}</p>\n  </blockquote>\n"
        f"  <figcaption>{caption}</figcaption>\n</figure>"
    )


def _paragraph(cited: Cited) -> str:
    if not cited.in_notes:
        return f"<p>{_line(cited.sentence())}</p>"
    mark = f'<sup><a href="#note-{plain_html(cited.label)}" role="doc-noteref">{cited.number}</a></sup>'
    return f"<p>{_line(cited.sentence())}{mark}</p>\n{_note(cited)}"


def _note(cited: Cited) -> str:
    return f'<p id="note-{plain_html(cited.label)}" role="doc-footnote">{_line(cited.whole_note())}</p>'
