"""Correcting what is recorded of a source. Its stored copies never change, and its quotations stay where they are."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from onrecord import finding, lookup, sources
from onrecord.db.models import CitekeyAlias, Creator, Source
from onrecord.db.reader import of
from onrecord.db.words import SOURCE_TYPES
from onrecord.errors import ConflictError, InputError, UsageError
from onrecord.records import SourceRecord
from onrecord.text import edtf, slugs, urls
from onrecord.text.clean import check_input


@dataclass(frozen=True, kw_only=True)
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


def correct(session: Session, citekey: str, given: Corrections) -> tuple[SourceRecord, list[str]]:
    """Changes a source; returns its record and what changed, in words.

    ConflictError: the new citekey or address is another source's. InputError for a date, address or citekey that
    cannot be used, UsageError for a type that is none, and where nothing is asked for.
    """
    asked = [one.name for one in fields(given) if getattr(given, one.name) is not None]
    if not asked:
        raise UsageError("Nothing to change: give at least one option, such as --title or --date.")
    source = lookup.source(session, citekey)
    before = lookup.source_records(session, [source.id])[source.id]
    for name in _LINES:
        if (value := getattr(given, name)) is not None:
            setattr(source, name, " ".join(check_input(value, f"the {name}").split()) or None)
    special: dict[str, Callable[[Session, Source, str], None]] = {
        "citekey": _citekey,
        "type": _type,
        "issued": _issued,
        "accessed": _accessed,
        "url": _url,
        "archive_url": _archive,
    }
    for name, change in special.items():
        if (value := getattr(given, name)) is not None:
            change(session, source, value)
    if given.authors is not None:
        _authors(session, source, given.authors)
    session.flush()
    after = lookup.source_records(session, [source.id])[source.id]
    was, now = before.as_json(), after.as_json()
    changed = [f"{name.replace('_', ' ')}" for name in now if now[name] != was[name]]
    return after, changed


def _citekey(session: Session, source: Source, value: str) -> None:
    if not slugs.is_citekey(value):
        raise InputError(
            f"{value!r} cannot be a citekey: use letters, digits and - _ : + /, without spaces, @ or a dot and "
            "digits at the end."
        )
    owner = finding.owner_of(of(session), value)
    if owner not in (None, source.id):
        raise ConflictError(f"The citekey {value} is taken. Choose another.")
    session.execute(delete(CitekeyAlias).where(CitekeyAlias.citekey == value))
    source.citekey = value


def _type(_: Session, source: Source, value: str) -> None:
    if value not in SOURCE_TYPES:
        raise UsageError(f"{value!r} is not a CSL type. Types: {', '.join(SOURCE_TYPES)}.")
    source.type = value


def _issued(_: Session, source: Source, value: str) -> None:
    date = edtf.parse(value) if value else None
    source.issued = date.text if date else None
    source.issued_min = date.earliest if date else None
    source.issued_max = date.latest if date else None


def _accessed(_: Session, source: Source, value: str) -> None:
    source.accessed = edtf.parse(value).text if value else None


def _url(session: Session, source: Source, value: str) -> None:
    key = urls.url_key(value) if value else None
    other = (
        session.scalar(select(Source.citekey).where(Source.url_key == key, Source.id != source.id))
        if key
        else None
    )
    if other is not None:
        raise ConflictError(f"That address is recorded as {other}.")
    source.url, source.url_key = value.strip() or None, key


def _archive(_: Session, source: Source, value: str) -> None:
    if value and not urls.is_web_url(value):
        raise InputError(f"{value!r} is not a web address: it must begin with http:// or https://.")
    source.archive_url = value.strip() or None


def _authors(session: Session, source: Source, given: tuple[str, ...]) -> None:
    session.execute(delete(Creator).where(Creator.source_id == source.id, Creator.role == "author"))
    named = sources.makers(session, [name for name in given if name.strip() not in ("", "{}")])
    for position, author in enumerate(named, 1):
        session.add(
            Creator(
                source_id=source.id,
                position=position,
                role="author",
                speaker_id=author.speaker.id,
                named_as=author.printed,
            )
        )
