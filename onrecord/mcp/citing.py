"""The tool `cite`."""

from __future__ import annotations

from onrecord.db import reader as readers
from onrecord.mcp.answer import Answer, data
from onrecord.mcp.told import quote_head, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.mcp.asking import Asking


def run(
    asking: Asking,
    answer: Answer,
    *,
    keys: Sequence[str],
    style: str,
    format: str,
    way: str | None = None,
    locale: str | None = None,
) -> None:
    """Citations as `onrecord cite` writes them. A style is one that is installed: nobody names a file from here."""
    from onrecord.cite import cited
    from onrecord.errors import UsageError
    from onrecord.statements import queries

    if style.endswith(".csl") or "/" in style or "\\" in style:
        raise UsageError("Name a style that is installed; files of styles are not read here.")
    with readers.opened(asking.path) as reader:
        ids = [
            queries.attribution_ids(reader, key.strip().removeprefix("@"))[0] for key in dict.fromkeys(keys)
        ]
        quotes = queries.quotes(reader, ids)
    asking.go_on()
    citation = cited.cite(quotes, style=style, format=format, as_=way, locale=locale)
    heads = [line for quote in quotes for line in (quote_head(quote), standing(quote))]
    answer.put(*heads)
    answer.put(data(citation))
    if answer.full:
        answer.close("Not all of it: give a larger max_chars, or fewer keys.")
