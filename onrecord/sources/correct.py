"""Correcting what is recorded of a source. Its stored copies never change, and its quotations stay where they are."""

from __future__ import annotations

from onrecord.db.rows import Source
from onrecord.errors import ConflictError, Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.sources import queries as source_queries
from onrecord.sources.add import makers, set_authors
from onrecord.text import dates, languages, slugs, urls
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from onrecord.db.store import Store
    from onrecord.model.records import SourceRecord


@record(kw_only=True)
class Corrections:
    """What shall change; None leaves it as it is, an empty text takes it away where it may be missing.

    `authors` replace all of them; empty braces ("{}") leave none.
    """

    citekey: str | None = None
    type: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    container_title: str | None = None
    publisher: str | None = None
    issued: str | None = None
    accessed: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None


_LINES = ("title", "container_title", "publisher", "language")


def correct_source(store: Store, citekey: str, corrections: Corrections) -> tuple[SourceRecord, list[str]]:
    """Changes a source; returns its record and what changed, in words.

    ConflictError: the new citekey or address is another source's. InputError for a date, address or citekey that
    cannot be used, UsageError for a type that is none, and where nothing is asked for.
    """
    wanted = {name: value for name, value in vars(corrections).items() if value is not None}
    if not wanted:
        raise UsageError("Nothing to change.", hint=Hint("say_correction"))
    source = store.get(Source, source_queries.source_id(store, citekey))
    before = source_queries.source_records(store, [source.id])[source.id]
    row: dict[str, Any] = {
        name: " ".join(check_input(wanted[name], f"the {name}").split()) or None
        for name in _LINES
        if name in wanted
    }
    if row.get("language"):
        row["language"] = languages.kept(row["language"])
    for name, column_values in _SPECIAL.items():
        if name in wanted:
            row |= column_values(store, source, wanted[name])
    store.update("sources", source.id, **row)
    if corrections.authors is not None:
        _replace_authors(store, source, corrections.authors)
    after = source_queries.source_records(store, [source.id])[source.id]
    was, now = before.as_json(), after.as_json()
    return after, [name.replace("_", " ") for name in now if now[name] != was[name]]


def _citekey(store: Store, source: Source, value: str) -> dict[str, object]:
    if not slugs.is_citekey(value):
        raise InputError(
            f"{value!r} cannot be a citekey: use letters, digits and - _ : + /, without spaces, @ or a dot and "
            "digits at the end."
        )
    if source_queries.owner_of(store, value) not in (None, source.id):
        raise ConflictError(f"The citekey {value} is taken. Choose another.")
    store.execute("DELETE FROM citekey_aliases WHERE citekey = ?", (value,))
    return {"citekey": value}


def _type(_: Store, __: Source, value: str) -> dict[str, object]:
    if value not in SOURCE_TYPES:
        raise UsageError(f"{value!r} is not a CSL type. Types: {', '.join(SOURCE_TYPES)}.")
    return {"type": value}


def _issued(_: Store, __: Source, value: str) -> dict[str, object]:
    date = dates.typed(value) if value else None
    return {
        "issued": date.text if date else None,
        "issued_min": date.earliest if date else None,
        "issued_max": date.latest if date else None,
    }


def _accessed(_: Store, __: Source, value: str) -> dict[str, object]:
    return {"accessed": dates.typed(value).text if value else None}


def _url(store: Store, source: Source, value: str) -> dict[str, object]:
    key = urls.url_key(value) if value else None
    other = store.value("SELECT citekey FROM sources WHERE url_key = ? AND id <> ?", (key, source.id))
    if other is not None:
        raise ConflictError(f"That address is recorded as {other}.")
    if not value:
        return {"url": None, "url_key": None}
    from onrecord.text.wrapped import meant

    page = meant(value.strip())
    kept = (
        {"archive_url": page.archive}
        if page.archive not in (None, page.url) and not source.archive_url
        else {}
    )
    return {"url": page.url, "url_key": key, **kept}


def _archive(_: Store, __: Source, value: str) -> dict[str, object]:
    if value and not urls.is_web_url(value):
        raise InputError(f"{value!r} is not a web address: it must begin with http:// or https://.")
    return {"archive_url": value.strip() or None}


# What is more than a line of text, in the order in which it is checked: the columns that it gives.
_SPECIAL: dict[str, Callable[[Store, Source, str], dict[str, object]]] = {
    "citekey": _citekey,
    "type": _type,
    "issued": _issued,
    "accessed": _accessed,
    "url": _url,
    "archive_url": _archive,
}


def _replace_authors(store: Store, source: Source, authors: tuple[str, ...]) -> None:
    store.execute("DELETE FROM creators WHERE source_id = ? AND role = 'author'", (source.id,))
    named = makers(store, [name for name in authors if name.strip() not in ("", "{}")])
    set_authors(store, source.id, named)
