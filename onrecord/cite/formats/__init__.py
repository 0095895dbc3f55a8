"""The formats of citations and the ways to cite in each; their writers are loaded when they are used."""

from __future__ import annotations

from onrecord.errors import Hint, UsageError
from onrecord.model.record import record

WAYS = ("citation", "bibliography", "note", "blockquote", "inline", "card", "document")

_PROSE = ("blockquote", "citation", "bibliography", "note", "inline")
_PAPER = (*_PROSE, "document")
_RECORDS = ("bibliography",)


@record()
class Format:
    """A format: the ways it has, the default first; whether the citation engine writes it; whether it is bytes.

    `default` "" is the quotation with its citation, and the bibliography below. `endings` are those of the names of its
    files, without the dot.
    """

    name: str
    ways: tuple[str, ...]
    default: str
    endings: tuple[str, ...]
    styled: bool = False
    binary: bool = False


_ALL = (
    Format("text", (*_PAPER, "card"), "", ("txt", "text"), styled=True),
    Format("html", (*_PAPER, "card"), "blockquote", ("html", "htm", "xhtml"), styled=True),
    Format("markdown", (*_PAPER, "card"), "blockquote", ("md", "markdown", "mkd", "qmd", "rmd"), styled=True),
    Format("latex", _PAPER, "blockquote", ("tex", "ltx", "latex"), styled=True),
    Format("rtf", _PAPER, "blockquote", ("rtf",), styled=True),
    Format("docx", _PAPER, "blockquote", ("docx",), styled=True, binary=True),
    Format("odt", _PAPER, "blockquote", ("odt",), styled=True, binary=True),
    Format("bibtex", _RECORDS, "bibliography", ("bib", "bibtex")),
    Format("biblatex", _RECORDS, "bibliography", ("biblatex", "bib")),
    Format("ris", _RECORDS, "bibliography", ("ris",)),
    Format("csljson", _RECORDS, "bibliography", ("json", "csljson")),
    Format("yaml", _RECORDS, "bibliography", ("yaml", "yml")),
    Format("wikipedia", _PROSE, "blockquote", ("wiki", "wikitext", "mediawiki")),
    Format("wikidata", ("citation",), "citation", ("qs", "quickstatements")),
    Format("tei", _PROSE, "blockquote", ("xml", "tei")),
    Format("jsonld", ("citation", "bibliography"), "citation", ("jsonld", "json")),
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
            f"{format} has no {as_}.",
            hint=Hint("cite_another_way", ways=" or ".join(found.ways), way=as_, formats=others),
        )
    return found, as_


def named(file: str | None, asked: str | None) -> str:
    """The name of the format of an output: the one `asked` for, else what the end of the file's name says, else text.

    None is no file. UsageError: nothing tells the format, or a file of such a name does not hold the one asked for.
    """
    if file is None:
        return asked or "text"
    from onrecord.outputs.endings import ending, refuse_misnamed

    end = ending(file)
    fitting = [one for one in _ALL if end in one.endings]
    if asked is not None:
        found, _ = chosen(asked, None)
        # Anything that is text may stand in a file that says only that.
        own = found.endings if found.binary else (*found.endings, *FORMATS["text"].endings)
        refuse_misnamed(file, asked, own, [known for one in _ALL for known in one.endings])
        return asked
    if end and not fitting:
        raise UsageError(
            f"Nothing tells the format of a file that ends in .{end[:80]}.",
            hint=Hint("say_format", formats=", ".join(FORMATS)),
        )
    return fitting[0].name if fitting else "text"
