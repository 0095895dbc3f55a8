"""Storing what a source said: its copies, and that it was looked at."""

from __future__ import annotations

from onrecord.db.clock import now
from onrecord.db.kept_rows import Capture
from onrecord.db.observations import newest_copy
from onrecord.db.rows import Source
from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.sources import queries as source_queries
from onrecord.text.clean import check_input
from onrecord.text.digests import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.ingest.document import Document
    from onrecord.model.records import SourceRecord
    from onrecord.text.wrapped import Meant


@record()
class AddedCopy:
    """What storing a copy did: its number, whether its text is new, and whether a capture was recorded."""

    source: SourceRecord
    number: int
    new_text: bool
    captured: bool


def add_snapshot(
    store: Store,
    citekey: str,
    document: Document,
    *,
    captured: str | None = None,
    archive_url: str | None = None,
) -> AddedCopy:
    """Records that a source had this text when it was `captured` (a date or a time in UTC; by default now).

    A text that is stored already is not stored again. Where the source was last seen to have it anyway, that is
    recorded once more only if `captured` or `archive_url` is given.
    """
    source = store.get(Source, source_queries.source_id(store, citekey))
    from_archive = _from_archive(document) if captured is None or archive_url is None else None
    if from_archive and archive_url is None:
        archive_url = from_archive.archive
    if from_archive and captured is None:
        captured = from_archive.at
    moment = _moment(document.captured if captured is None else captured)
    archive_url = _archive(archive_url)
    digest = text_hash(document.text)
    known = store.value(
        "SELECT id FROM snapshots WHERE source_id = ? AND sha256 = ?",
        (source.id, digest),
    )
    again = captured is not None or archive_url is not None
    if known is None:
        store_text(store, source, document, moment, archive_url)
    elif again or known != store.value(f"SELECT {newest_copy('?1')}", (source.id,)):
        _capture(store, source, known, document, moment, archive_url)
        again = True
    kept = source_queries.source_records(store, [source.id])[source.id]
    number = [copy.sha256 for copy in kept.snapshots].index(digest) + 1
    return AddedCopy(kept, number, known is None, known is None or again)


def add_failed_capture(store: Store, citekey: str, url: str, status: int | None, reason: str) -> bool:
    """Records that a source was looked at and gave no text; False where that was so the last time already."""
    source_id = source_queries.source_id(store, citekey)
    before = store.all(Capture, "source_id = ?", (source_id,), order="captured_at DESC, id DESC LIMIT 1")
    if before and (before[0].status, before[0].reason) == (status, reason):
        return False
    store.insert(
        "captures",
        source_id=source_id,
        captured_at=now(),
        url=url,
        status=status,
        reason=check_input(reason, "the reason"),
    )
    return True


def _from_archive(document: Document) -> Meant | None:
    """The archive's copy that a document was fetched from; None where it was not."""
    if document.origin is None or not document.origin.url:
        return None
    from onrecord.text.wrapped import meant

    found = meant(document.origin.url)
    return found if found.archive else None


def _moment(captured: str | None) -> str:
    """A time in UTC, as it is stored. InputError for what is none, or lies ahead."""
    if captured is None:
        return now()
    from contextlib import suppress
    from datetime import UTC, datetime

    moment = None
    with suppress(ValueError):
        moment = datetime.fromisoformat(captured.strip())
    if moment is None:
        raise InputError(f"{captured!r} is not a day or a time: write 2024-03-14, or 2024-03-14T08:30:00Z.")
    moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    if moment > datetime.now(UTC):
        raise InputError(f"{captured!r} lies ahead: give the day on which the copy was made.")
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _archive(address: str | None) -> str | None:
    if address is None:
        return None
    from onrecord.text.urls import is_web_url

    if not is_web_url(address):
        raise InputError(f"{address!r} is not a web address: it must begin with http:// or https://.")
    return address


def text_hash(text: str) -> str:
    """SHA-256 over the UTF-8 of a text, in hexadecimal: what a snapshot is known by."""
    return sha256(text.encode()).hex()


def store_text(
    store: Store,
    source: Source,
    document: Document,
    moment: str | None = None,
    archive_url: str | None = None,
) -> None:
    """Stores a text that the source has not yet, as captured at `moment` (by default now)."""
    import zlib

    captured_at = _moment(moment) if moment else document.captured or now()
    snapshot_id = store.insert(
        "snapshots",
        source_id=source.id,
        captured_at=captured_at,
        sha256=text_hash(document.text),
        media_type=document.media_type,
        text=document.text,
        extractor=document.extractor,
        original=zlib.compress(document.original),
        places=[[place.start, place.label, place.value] for place in document.places] or None,
    )
    _capture(store, source, snapshot_id, document, captured_at, archive_url or source.archive_url)


def _capture(
    store: Store, source: Source, snapshot_id: int, document: Document, moment: str, archive_url: str | None
) -> None:
    origin = document.origin
    store.insert(
        "captures",
        source_id=source.id,
        snapshot_id=snapshot_id,
        captured_at=moment,
        url=origin.url if origin else source.url,
        archive_url=archive_url,
        status=origin.status if origin else None,
        etag=origin.etag if origin else None,
        last_modified=origin.last_modified if origin else None,
        original_sha256=sha256(document.original).hex(),
    )
