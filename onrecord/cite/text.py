"""Citations to paste: each quotation with its citation in the text or its note, then the list of works."""

from __future__ import annotations

from onrecord.cite import archived, csl
from onrecord.cite.attribution import cited_works, doubts, prefix, quotation_line
from onrecord.cite.engine_style import Style
from onrecord.cite.occasions import my_translation
from onrecord.cite.pandoc import Cite, render
from onrecord.model.records import Quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def write(quotes: Sequence[Quote], style: Style, *, entries_as_given: bool = False) -> str:
    """For every quotation its line, its citation and its doubts; below, the bibliography of all of them.

    `entries_as_given`: in the order in which the works are first cited, not in the style's.
    """
    cites = asked(quotes, style)
    rendered = render(csl.items(quotes), cites, style)
    blocks = []
    for quote, citation in zip(quotes, rendered.citations, strict=True):
        lines = [quotation_line(quote, style.language), citation, *(f"[{doubt}]" for doubt in doubts(quote))]
        blocks.append("\n".join(filter(None, lines)))
    if rendered.entries:
        entries = dict(rendered.entries)
        cited = [cite.id for cite in cites] if entries_as_given else entries
        sources = {quote.source.citekey: quote.source for quote in quotes}
        blocks.append(
            "\n".join(
                " ".join(filter(None, [entries[key], archived.sentence(sources[key], style.language)]))
                for key in dict.fromkeys(cited)
                if key in entries
            )
        )
    return "\n\n".join(blocks)


def asked(quotes: Sequence[Quote], style: Style) -> list[Cite]:
    """What the engine is asked for: the citation of every quotation, its chain before it and its place after."""
    notes = _notes_of_works(quotes, style) if style.is_note else {}
    return [
        Cite(
            id=quote.source.citekey,
            prefix=prefix(quote, style, notes),
            label=quote.locator_label,
            locator=csl.clean(quote.locator) if quote.locator else None,
            after=my_translation(quote, style.language),
        )
        for quote in quotes
    ]


def _notes_of_works(quotes: Sequence[Quote], style: Style) -> dict[str, str]:
    """The notes of the works cited at second hand. They are no part of the bibliography, so they have their own run."""
    works = {work.citekey: work for quote in quotes for work in cited_works(quote)}
    if not works:
        return {}
    rendered = render([csl.item(work) for work in works.values()], [Cite(id=key) for key in works], style)
    return dict(zip(works, rendered.citations, strict=True))
