"""Quotebank's JSON lines, as published with the corpus (Vaucher et al., WSDM 2021; doi.org/10.5281/zenodo.4277311).

Quotation-centric: a quotation a line, with every address that it was found at. Article-centric: an article a line, with
its quotations. The speaker is the corpus's likeliest one; "None" is its word for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.exchange.bulk.said import Said, Work

NOBODY = "None"


def looks_like(head: bytes) -> bool:
    """Whether lines are Quotebank's."""
    return b'"quoteID"' in head or (b'"articleID"' in head and b'"quotations"' in head)


def read(line: dict[str, Any]) -> Iterator[Said]:
    """What a line says. InputError: it lacks what it must have."""
    day = _day(line.get("date"))
    if "quotations" in line:
        yield from _article(line, day)
        return
    urls = line.get("urls")
    if not isinstance(urls, list) or not urls:
        raise InputError("it has no urls.")
    speaker, qids = _named(line.get("speaker")), _qids(line.get("qids"))
    addresses = [_url(one) for one in urls]
    text = _text(line)
    for url in dict.fromkeys(addresses) if len(addresses) > 1 else addresses:
        # The date is that of the first occurrence: of the others only the quotation's own is known.
        yield Said(text, speaker, Work(url), qids, said=day, language="en")


def _article(line: dict[str, Any], day: str | None) -> Iterator[Said]:
    title = line.get("title")
    work = Work(
        url=_url(line.get("url")),
        title=title if isinstance(title, str) else None,
        issued=day,
        type="article-newspaper",
    )
    named = line.get("names")
    if named is not None and not isinstance(named, list):
        raise InputError("its names are not a list.")
    ids = {
        name: _qids(one.get("ids"))
        for one in named or ()
        if isinstance(one, dict) and isinstance(name := one.get("name"), str)
    }
    quotations = line["quotations"]
    if not isinstance(quotations, list):
        raise InputError("its quotations are not a list.")
    for quotation in quotations:
        if not isinstance(quotation, dict):
            raise InputError("one of its quotations is not an object.")
        # What this article makes likeliest, not what all others do.
        name = quotation.get("localTopSpeaker") or quotation.get("globalTopSpeaker")
        yield Said(
            text=_text(quotation),
            speaker=_named(name),
            qids=ids.get(name, ()) if isinstance(name, str) else (),
            language="en",
            work=work,
            prefix=_context(quotation.get("leftContext")),
            suffix=_context(quotation.get("rightContext")),
        )


def _text(line: dict[str, Any]) -> str:
    text = line.get("quotation")
    if not isinstance(text, str) or not text.strip():
        raise InputError("it has no quotation.")
    return text


def _named(name: object) -> str | None:
    if not isinstance(name, str) or not name.strip():
        raise InputError("it says of nobody, not even None, that they said it.")
    return None if name == NOBODY else name.strip()


def _qids(values: object) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


def _url(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError("it has no url.")
    return value.strip()


def _day(value: object) -> str | None:
    """The day of "2019-05-01 12:00:00"."""
    return value.strip()[:10] if isinstance(value, str) and value.strip() else None


def _context(value: object) -> str | None:
    return value[-200:].strip() or None if isinstance(value, str) else None
