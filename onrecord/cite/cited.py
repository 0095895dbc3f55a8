"""Quotations cited: in a style, as records, or as a newspaper attributes them."""

from __future__ import annotations

from onrecord.cite.by_source import Work, by_source
from onrecord.cite.order import GROUPS, SORTS, grouped_quotes, sorted_by_style, sorted_quotes
from onrecord.errors import ConflictError, Hint, UsageError
from onrecord.formats import CITED as FORMATS
from onrecord.formats import FORMATS as ALL
from onrecord.formats import WAYS, Citing
from onrecord.model.light import import_module
from onrecord.model.records import Quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from onrecord.cite.formats.rendered import Rendering

__all__ = [
    "FORMATS",
    "GROUPS",
    "NEWS",
    "SORTS",
    "WAYS",
    "Work",
    "bibliography",
    "chosen",
    "citations",
    "citations_alone",
    "cite",
    "cite_bytes",
    "cited_as",
    "records",
]

# The style that is not a CSL style: sentences as newspapers attribute (`onrecord.cite.news`).
NEWS = "news"
_ENDINGS = {one.name: one.extensions for one in ALL if one.citing}


def cite(
    quotes: Sequence[Quote],
    *,
    style: str = "apa",
    format: str = "text",
    as_: str | None = None,
    locale: str | None = None,
    sort: str | None = None,
    force: bool = False,
) -> str:
    """Cites `quotes`; no line end follows the last line.

    `style` is the id or the title of a CSL style, or the path of a .csl file, and `locale` a CSL locale instead of
    its own; only the formats that are `styled` ask for them. `as_` is one of `WAYS`, None for the way that the
    format is mostly used in. `sort` is one of `SORTS`; None: the quotations as given, the bibliography as the style
    sorts it. ConflictError: the wording of a quotation failed verification, unless `force`; then it carries a mark.
    InputError: the style is not there or cannot be used. UsageError: there is no such format, way, locale or
    order, they do not go together, or the format is no text (`cite_bytes`).
    """
    found, _ = chosen(format, as_)
    if found.binary:
        raise UsageError(f"{format} is not text: write it to a file.")
    return cite_bytes(
        quotes, style=style, format=format, as_=as_, locale=locale, sort=sort, force=force
    ).decode()


def cite_bytes(
    quotes: Sequence[Quote],
    *,
    style: str = "apa",
    format: str = "text",
    as_: str | None = None,
    locale: str | None = None,
    sort: str | None = None,
    group_by: str | None = None,
    force: bool = False,
) -> bytes:
    """`cite` for any format, text in UTF-8. `group_by` is one of `GROUPS`, for documents and the style `NEWS`."""
    citing, way = chosen(format, as_)
    news = style == NEWS and citing.styled and way not in ("card", "bibliography")
    styled = citing.styled and way != "card"
    if sort == "style" and (news or not styled):
        raise UsageError(
            f"{NEWS if news else format} knows no style, so it cannot be sorted by one.",
            hint=Hint("sort_otherwise"),
        )
    if group_by is not None and not (way == "document" or news):
        raise UsageError("Only documents, and the style news, have groups.", hint=Hint("cite_document"))
    _refuse_failed(quotes, force=force)
    ordered = _linked(sorted_quotes(quotes, sort))
    if not ordered:
        return b"[]" if format == "csljson" else b""
    groups = grouped_quotes(ordered, group_by) if group_by is not None else [("", ordered)]
    if news:
        return _news(groups, format, way, locale)
    if way == "card":
        return _bytes(_writer("formats.card:write")(ordered, format))
    if citing.records:
        return "".join(records(by_source(ordered), format)).encode()
    if not styled:
        return _bytes(_writer(citing.writer)(ordered, way))
    return _styled(groups, style, format, way, locale, sort)


def citations(
    quotes: Sequence[Quote], ways: Sequence[str], *, style: str = "apa", format: str = "text"
) -> dict[str, str]:
    """`quotes` cited in several `ways` of a `styled` text format at once, for one run of the engine; failed wordings with
    their mark. Errors as in `cite`.
    """
    _refuse_ways(ways, format)
    from onrecord.cite import kept_styles
    from onrecord.cite.formats.rendered import rendering

    made = rendering(_linked(quotes), kept_styles.load(style))
    return {way: _written(made, format, way).decode() for way in ways}


def citations_alone(
    quotes: Sequence[Quote], ways: Sequence[str], *, style: str = "apa", format: str = "text"
) -> list[dict[str, str]]:
    """What `citations` gives for each of `quotes` alone, for one run of the engine where they come to hundreds."""
    _refuse_ways(ways, format)
    from onrecord.cite import kept_styles
    from onrecord.cite.formats.rendered import each_alone

    return [
        {way: _written(made, format, way).decode() for way in ways}
        for made in each_alone(_linked(quotes), kept_styles.load(style))
    ]


def _refuse_ways(ways: Sequence[str], format: str) -> None:
    formats = [chosen(format, way)[0] for way in ways]
    if any(citing.binary or not citing.styled for citing in formats) or "card" in ways:
        raise UsageError(f"{format} is not written in several ways at once.")


def records(works: Iterable[Work], format: str) -> Iterator[str]:
    """A bibliography of `works` as records for other programs, piece by piece, without a line end after the last.

    `format`: "bibtex", "biblatex", "ris", "csljson" or "yaml"; UsageError for any other. No work is held once its
    piece is given.
    """
    format_of = FORMATS.get(format)
    if format_of is None or not format_of.records:
        able = ", ".join(name for name, citing in FORMATS.items() if citing.records)
        raise UsageError(f"{format!r} is not a format of records. Formats: {able}.")
    writer: Callable[[Iterable[Work]], Iterator[str]] = _writer(format_of.writer)
    return writer(works)


def bibliography(
    works: Sequence[Work], *, style: str = "apa", format: str = "text", locale: str | None = None
) -> bytes:
    """The list of `works` in a style, sorted as it sorts, or as records; no line end follows the last line.

    Errors as in `cite`; UsageError too for the formats that describe quotations and not works.
    """
    citing_way, _ = chosen(format, "bibliography")
    if citing_way.records:
        return "".join(records(works, format)).encode()
    if not citing_way.styled:
        able = [name for name, citing in FORMATS.items() if citing.styled or citing.records]
        raise UsageError(f"{format} has no bibliography of whole works. Formats: {', '.join(able)}.")
    from onrecord.cite import kept_styles
    from onrecord.cite.formats import rendered

    return _written(rendered.bibliography(works, kept_styles.load(style, locale)), format, "bibliography")


def _styled(
    groups: Sequence[tuple[str, Sequence[Quote]]],
    style: str,
    format: str,
    way: str,
    locale: str | None,
    sort: str | None,
) -> bytes:
    from onrecord.cite import kept_styles, text

    chosen_style = kept_styles.load(style, locale)
    if sort == "style":
        groups = [(heading, sorted_by_style(several, chosen_style)) for heading, several in groups]
    quotes = [quote for _, several in groups for quote in several]
    if not way:
        return text.write(quotes, chosen_style, entries_as_given=sort not in (None, "style")).encode()
    from onrecord.cite.formats.rendered import rendering

    rendered = rendering(
        quotes, chosen_style, entries_as_given=sort not in (None, "style") and way != "document"
    )
    if way == "document":
        from onrecord.cite.formats import document

        sizes = [(heading, len(several)) for heading, several in groups]
        return document.write(rendered, sizes, format, chosen_style.language)
    return _written(rendered, format, way)


def _news(groups: Sequence[tuple[str, Sequence[Quote]]], format: str, way: str, locale: str | None) -> bytes:
    if locale is not None and not locale.startswith("en"):
        raise UsageError(f"The style {NEWS} is English: it knows no locale {locale!r}.")
    from onrecord.cite import news

    return news.write(groups, format, whole=way == "document")


def _written(rendering: Rendering, format: str, way: str) -> bytes:
    return _bytes(_writer(FORMATS[format].writer)(rendering, way))


def _bytes(written: str | bytes) -> bytes:
    return written.encode() if isinstance(written, str) else written


def _writer(reference: str) -> Callable[..., Any]:
    module, _, function = reference.partition(":")
    writer: Callable[..., Any] = getattr(import_module(f"onrecord.cite.{module}"), function)
    return writer


def _refuse_failed(quotes: Sequence[Quote], *, force: bool) -> None:
    failed = [f"{quote.ref} ({quote.check_result})" for quote in quotes if quote.failed]
    if failed and not force:
        raise ConflictError(
            f"The wording of {', '.join(failed)} could not be verified in the source.",
            hint=Hint("cite_marked"),
        )


def _linked(quotes: Sequence[Quote]) -> Sequence[Quote]:
    """`quotes` with the addresses of recordings at the moment that is cited."""
    if all(quote.locator_label != "timestamp" for quote in quotes):
        return quotes
    from onrecord.cite import moments

    return moments.linked(quotes)


def chosen(format: str, as_: str | None) -> tuple[Citing, str]:
    """How the format is cited, and the way; UsageError: there is none of that name, or they do not go together."""
    chosen_format = FORMATS.get(format)
    if chosen_format is None:
        raise UsageError(f"{format!r} is not a format. Formats: {', '.join(FORMATS)}.")
    if as_ is None:
        return chosen_format, chosen_format.default
    if as_ not in WAYS:
        raise UsageError(f"{as_!r} is not a way to cite. Ways: {', '.join(WAYS)}.")
    if as_ not in chosen_format.ways:
        others = ", ".join(name for name, citing in FORMATS.items() if as_ in citing.ways)
        raise UsageError(
            f"{format} has no {as_}.",
            hint=Hint("cite_another_way", ways=" or ".join(chosen_format.ways), way=as_, formats=others),
        )
    return chosen_format, as_


def cited_as(file: str | None, asked: str | None) -> str:
    """The name of the format of an output: the one `asked` for, else what the end of the file's name says, else text.

    None is no file. UsageError: nothing tells the format, or a file of such a name does not hold the one asked for.
    """
    if file is None:
        return asked or "text"
    from onrecord.outputs.endings import ending, refuse_misnamed

    end = ending(file)
    if asked is not None:
        binary = chosen(asked, None)[0].binary
        # Anything that is text may stand in a file that says only that.
        own = _ENDINGS[asked] if binary else (*_ENDINGS[asked], *_ENDINGS["text"])
        refuse_misnamed(file, asked, own, [known for endings in _ENDINGS.values() for known in endings])
        return asked
    fitting = next((name for name, endings in _ENDINGS.items() if end in endings), None)
    if end and fitting is None:
        raise UsageError(
            f"Nothing tells the format of a file that ends in .{end[:80]}.",
            hint=Hint("say_format", formats=", ".join(FORMATS)),
        )
    return fitting or "text"
