"""The formats of citations and the ways to cite in each; their writers are loaded when they are used."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.frozen import record

WAYS = ("citation", "bibliography", "note", "blockquote", "inline", "card")

_PROSE = ("blockquote", "citation", "bibliography", "note", "inline")
_RECORDS = ("bibliography",)


@record()
class Format:
    """A format: the ways it has, the default first; whether the citation engine writes it; whether it is bytes.

    `default` "" is the quotation with its citation, and the bibliography below.
    """

    name: str
    ways: tuple[str, ...]
    default: str
    styled: bool = False
    binary: bool = False


_ALL = (
    Format("text", (*_PROSE, "card"), "", styled=True),
    Format("html", (*_PROSE, "card"), "blockquote", styled=True),
    Format("markdown", (*_PROSE, "card"), "blockquote", styled=True),
    Format("latex", _PROSE, "blockquote", styled=True),
    Format("rtf", _PROSE, "blockquote", styled=True),
    Format("docx", _PROSE, "blockquote", styled=True, binary=True),
    Format("bibtex", _RECORDS, "bibliography"),
    Format("biblatex", _RECORDS, "bibliography"),
    Format("ris", _RECORDS, "bibliography"),
    Format("csljson", _RECORDS, "bibliography"),
    Format("yaml", _RECORDS, "bibliography"),
    Format("wikipedia", _PROSE, "blockquote"),
    Format("wikidata", ("citation",), "citation"),
    Format("tei", _PROSE, "blockquote"),
    Format("jsonld", ("citation", "bibliography"), "citation"),
)
FORMATS = {one.name: one for one in _ALL}


def chosen(format: str, as_: str | None) -> tuple[Format, str]:
    """The format and the way; UsageError: there is none of that name, or they do not go together."""
    found = FORMATS.get(format)
    if found is None:
        raise UsageError(f"{format!r} is not a format. Formats: {', '.join(FORMATS)}.")
    if as_ is None:
        return found, found.default
    if as_ not in WAYS:
        raise UsageError(f"{as_!r} is not a way to cite. Ways: {', '.join(WAYS)}.")
    if as_ not in found.ways:
        others = ", ".join(one.name for one in _ALL if as_ in one.ways)
        raise UsageError(
            f"{format} has no {as_}: use --as {' or '.join(found.ways)}, or for a {as_} --format {others}."
        )
    return found, as_
