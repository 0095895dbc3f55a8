"""What `cite` cites: quotations and sources by their names, or all quotations that conditions leave; and their citations."""

from __future__ import annotations

from onrecord.cite.cited import NEWS, Work, bibliography, chosen, cite_bytes
from onrecord.cli.plain import print_json, remark
from onrecord.errors import Hint, NotFoundError, OnrecordError, UsageError
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.cli.outlet import Outlet
    from onrecord.db.reader import Reader
    from onrecord.model.records import Quote, SourceRecord


@record()
class Asked:
    """How to cite: see `onrecord.cite.cite_bytes`."""

    style: str
    format: str
    as_: str | None
    locale: str | None
    sort: str | None
    group_by: str | None
    force: bool


@record()
class Chosen:
    """Quotations and sources to cite; `selected`: by conditions, which makes a document of them."""

    quotes: Sequence[Quote]
    sources: Sequence[SourceRecord] = ()
    selected: bool = False


def named(reader: Reader, keys: Sequence[str] | None) -> Chosen:
    """What KEYs and citekeys name. NotFoundError, AmbiguousError: nothing, or several things, are called so."""
    from onrecord.statements import queries as statements

    references = list(keys or ())
    if "-" in references:
        from onrecord.cli.reading_input import named as names

        references = names(references)
        if not references:
            raise NotFoundError("Standard input names nothing to cite: nothing was found there.")
    if not references:
        raise UsageError(
            "Say what to cite: one or more KEYs, or a choice such as --in CITEKEY, --by SPEAKER or --all."
        )
    attributions: list[int] = []
    works: list[int] = []
    for reference in references:
        source = statements.source_meant(reader, reference)
        if source is not None:
            works.append(source)
        else:
            attributions.append(_attribution(reader, reference))
    attributions = _with_originals(reader, attributions)
    if not works:
        return Chosen(statements.pointed(reader, statements.quotes(reader, attributions)))
    from onrecord.sources.queries import source_records

    records = source_records(reader, works)
    return Chosen(
        statements.pointed(reader, statements.quotes(reader, attributions)),
        [records[work] for work in dict.fromkeys(works)],
    )


def _with_originals(reader: Reader, attributions: Sequence[int]) -> list[int]:
    """The attributions, and before one of a translation that of its original, as it is cited, where that is not among them."""
    from onrecord.statements.links import originals
    from onrecord.statements.queries import cited_first

    pairs = originals(reader, attributions)
    there = {statement for statement, _ in pairs.values()}
    together: list[int] = []
    for attribution in attributions:
        _, original = pairs[attribution]
        if original is not None and original not in there:
            there.add(original)
            together += cited_first(reader, [original])
            remark("Cited with the original that it is recorded as a translation of.", done=True)
        together.append(attribution)
    return together


def selected(reader: Reader, conditions: Mapping[str, object], asked: Asked) -> Chosen:
    """All quotations that fit, in the order of their sources and as they stand there, unless another order is asked for."""
    from onrecord import search
    from onrecord.cite.order import sorted_quotes
    from onrecord.search import Filters
    from onrecord.statements import queries as statements

    ids = search.attribution_ids(reader, "", Filters(**conditions))  # type: ignore[arg-type]
    quotes = statements.pointed(reader, statements.quotes(reader, ids))
    return Chosen(sorted_quotes(quotes, "source") if asked.sort is None else quotes, selected=True)


def tell_citations(cited: Chosen, asked: Asked, outlet: Outlet, *, as_json: bool) -> None:
    """Writes what was asked for to where it goes."""
    way = _way(cited, asked)
    binary = chosen(asked.format, way)[0].binary
    if binary and as_json:
        raise UsageError(f"{asked.format} does not go into JSON: write it to a file with -o FILE.")
    if binary and outlet.copy:
        raise UsageError(f"{asked.format} does not go on the clipboard: write it to a file with -o FILE.")
    if cited.selected and not cited.quotes:
        raise NotFoundError("No quotation on record fits that.", hint=Hint("find_statement"))
    if cited.sources:
        _tell_sources(cited, asked, outlet, as_json=as_json)
    elif as_json:
        _tell_as_json(cited.quotes, asked)
    else:
        outlet.put(_made(cited.quotes, asked, way), binary=binary)
        if cited.selected and outlet.output is not None:
            remark(_counted(cited.quotes, works=chosen(asked.format, way)[1] == "bibliography"))


def _counted(quotes: Sequence[Quote], *, works: bool) -> str:
    """How many were cited; a bibliography has the works that they stand in."""
    count = len(quotes)
    told = f"{count:,} quotation{'s' * (count != 1)}"
    if not works:
        return f"{told}."
    number = len({quote.source.citekey for quote in quotes})
    return f"{number:,} work{'s' * (number != 1)}, of {told}."


def _way(cited: Chosen, asked: Asked) -> str | None:
    """What was chosen by conditions, or goes under headings, is a document where the format has any."""
    if (
        asked.as_ is None
        and (cited.selected or asked.group_by)
        and "document" in chosen(asked.format, None)[0].ways
    ):
        return "document"
    return asked.as_


def _made(quotes: Sequence[Quote], asked: Asked, way: str | None) -> bytes:
    return cite_bytes(
        quotes, style=asked.style, format=asked.format, as_=way, locale=asked.locale, sort=asked.sort,
        group_by=asked.group_by, force=asked.force,
    )  # fmt: skip


def _tell_as_json(quotes: Sequence[Quote], asked: Asked) -> None:
    from onrecord.cite.order import sorted_quotes

    if asked.group_by:
        raise UsageError("--json has no groups: leave out --group-by.")
    print_json(
        {
            **quote.as_json(),
            "style": asked.style,
            "format": asked.format,
            "citation": _made([quote], asked, asked.as_).decode(),
        }
        for quote in sorted_quotes(quotes, asked.sort)
    )


def _tell_sources(cited: Chosen, asked: Asked, outlet: Outlet, *, as_json: bool) -> None:
    """Sources have no wording: they are listed as works, quotations beside them by their own."""
    from onrecord.cite.by_source import by_source

    if asked.as_ not in (None, "bibliography") or asked.sort or asked.group_by:
        raise UsageError(
            f"{cited.sources[0].citekey} is a source, which is cited as an entry of a bibliography: leave out --as, --sort and "
            "--group-by."
        )
    style = asked.style
    if style == NEWS and chosen(asked.format, "bibliography")[0].styled:
        style = "apa"
        quoted_with = f"onrecord cite --in {cited.sources[0].citekey} --style news"
        remark(
            f"The style news attributes quotations; works are listed in APA. To cite the quotations: {quoted_with}"
        )

    def made(works: Sequence[Work]) -> bytes:
        return bibliography(works, style=style, format=asked.format, locale=asked.locale)

    quoted = {work.source.citekey: work for work in by_source(cited.quotes)}
    works = [*quoted.values(), *(Work(source) for source in cited.sources if source.citekey not in quoted)]
    if as_json:
        print_json(
            {
                **work.source.as_json(),
                "style": style,
                "format": asked.format,
                "citation": made([work]).decode(),
            }
            for work in works
        )
    else:
        outlet.put(made(works), binary=chosen(asked.format, "bibliography")[0].binary)


def _attribution(reader: Reader, name: str) -> int:
    from onrecord.statements import queries as statements

    wanted = name.removeprefix("@")
    try:
        return statements.attribution_ids(reader, wanted)[0]
    except NotFoundError as error:
        if "@" in wanted:
            raise
        from onrecord.drafts.references import near

        raise _nothing(reader, wanted, near(reader, wanted)) from error


def _nothing(reader: Reader, name: str, near: Sequence[str]) -> NotFoundError:
    from onrecord.names import find_target

    shown = name[:80]
    try:
        target = find_target(reader, name) if name else None
    except OnrecordError:
        target = None
    if target is not None and target.kind == "speaker":
        return NotFoundError(f"{shown} is a speaker: cite what was said with --by {target.name}.")
    if target is not None and target.kind == "claim":
        return NotFoundError(f"{shown} is a claim, which nobody is cited for: cite a statement about it.")
    if not name:
        return NotFoundError("The name is empty: cite a KEY, a citekey, or KEY@CITEKEY.")
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    return NotFoundError(
        f"Nothing to cite is called {shown!r}: no statement and no source.{meant}",
        hint=Hint("find_statement"),
    )
