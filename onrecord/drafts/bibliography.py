"""The bibliography of a draft: of exactly the works that it cites."""

from collections.abc import Iterator

from onrecord.cite import cited
from onrecord.cite.cited import Work
from onrecord.db.reader import Reader
from onrecord.drafts import keys
from onrecord.drafts.references import Found, resolve
from onrecord.errors import ConflictError, Hint, InputError
from onrecord.model.record import replace

# How many unknown keys are named in one message.
_NAMED = 10


def cited_in(reader: Reader, draft: str, *, name: str) -> Found:
    """What a draft cites; `name` is its file's, and tells LaTeX from Markdown. InputError: it cites nothing."""
    kind = keys.kind_of(name, draft)
    cited = keys.find(draft, kind)
    if not cited:
        how = "\\cite{key}" if kind == "latex" else "[@key]"
        raise InputError(f"{name} cites nothing: no {how} in it, read as {kind}.")
    return resolve(reader, cited)


def of(
    resolved: Found,
    *,
    style: str,
    format: str,
    locale: str | None,
    partial: bool = False,
    force: bool = False,
) -> bytes:
    """The bibliography in a style, or as records under the keys that the draft has.

    InputError: keys stand for nothing, unless `partial`. ConflictError: a quotation failed verification, unless
    `force`; then its doubt stands in the entry.
    """
    if resolved.unknown and not partial:
        more = f" … and {len(resolved.unknown) - _NAMED} more" if len(resolved.unknown) > _NAMED else ""
        lines = "; ".join(map(str, resolved.unknown[:_NAMED]))
        raise InputError(f"{lines[:1].upper()}{lines[1:]}{more}", hint=Hint("cite_partially"))
    failed = [quote.ref for quote in resolved.quotes.values() if quote.failed]
    if failed and not force:
        raise ConflictError(
            f"The wording of {', '.join(failed)} could not be verified in the source.",
            hint=Hint("cite_marked"),
        )
    works = resolved.works()
    if format in ("bibtex", "ris", "csljson", "yaml"):
        works = list(_under_their_keys(resolved, works))
    return cited.bibliography(works, style=style, format=format, locale=locale)


def _under_their_keys(resolved: Found, works: list[Work]) -> Iterator[Work]:
    """A record for each key that the draft has: only biblatex knows several keys of one work."""
    for work in works:
        if work.source.citekey in resolved.sources or not work.aliases:
            yield Work(work.source, work.quotes)
        for alias in work.aliases:
            quotes = (resolved.quotes[alias],) if alias in resolved.quotes else work.quotes
            yield Work(replace(work.source, citekey=alias), quotes)
