"""Sources: adding them, with their stored copies and their creators."""

import hashlib
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import finding, lookup, speakers
from onrecord.db.clock import now
from onrecord.db.models import Capture, Creator, Snapshot, Source
from onrecord.db.reader import of
from onrecord.db.rows import Speaker
from onrecord.db.words import SOURCE_TYPES
from onrecord.errors import ConflictError, InputError, UsageError
from onrecord.ingest import Author, Document, Metadata
from onrecord.records import SourceRecord
from onrecord.text import citekeys, edtf, names, slugs, urls
from onrecord.text.clean import check_input


@dataclass(frozen=True, kw_only=True)
class SourceFields:
    """What somebody says of a source. None or empty: what the document states, else nothing.

    An author in braces, as in BibTeX, is an organisation: "{Korean Central News Agency}". `citekey_format` is a
    formula (`text.citekeys`) for the citekey, where none is given.
    """

    type: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    issued: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None
    citekey: str | None = None
    citekey_format: str | None = None


@dataclass(frozen=True)
class NamedAuthor:
    """An author and the speaker that is."""

    name: str
    slug: str
    created: bool


@dataclass(frozen=True)
class AddedSource:
    """What adding did. Where `created` is false, nothing was added: `because` says what was there."""

    record: SourceRecord
    created: bool
    authors: tuple[NamedAuthor, ...] = ()
    because: str | None = None


def add(
    session: Session, fields: SourceFields, document: Document | None, *, fetched: bool = False
) -> AddedSource:
    """Adds a source, with the document's text as its first snapshot where there is one.

    What was added before, the same content or the same record, is named and left as it is. ConflictError where
    the address is known but its content has changed; InputError for a date, type, address or citekey that cannot
    be used.
    """
    stated = document.metadata if document else Metadata()
    filled = _filled(fields, stated, stored=document is not None)
    if document and (known := _with_text(session, document.text)):
        return _nothing_added(session, known, "the same text is stored already")
    url_key = urls.url_key(filled.url) if filled.url else None
    dated = edtf.parse(filled.issued) if filled.issued else None
    authors = makers(session, filled.authors, stated.authors if not fields.authors else ())
    known = _with_address(session, url_key) or _same_record(session, filled, authors)
    if known and document is None:
        return _nothing_added(session, known, "it is recorded already")
    if known:
        raise ConflictError(
            f"{filled.url or filled.title} is recorded as {known.citekey}, with another text or none. "
            f"Keep this copy too with: onrecord add snapshot {known.citekey} …"
        )
    source = Source(
        citekey=_citekey(session, filled, authors),
        type=filled.type or "document",
        title=filled.title,
        container_title=filled.container_title,
        publisher=filled.publisher,
        issued=dated.text if dated else None,
        issued_min=dated.earliest if dated else None,
        issued_max=dated.latest if dated else None,
        url=filled.url,
        url_key=url_key,
        archive_url=filled.archive_url,
        accessed=date.today().isoformat() if fetched else None,
        language=filled.language,
    )
    session.add(source)
    session.flush()
    for position, author in enumerate(authors, 1):
        session.add(
            Creator(
                source_id=source.id,
                position=position,
                role="author",
                speaker_id=author.speaker.id,
                named_as=author.printed,
            )
        )
    if document:
        _store(session, source, document)
    session.flush()
    return AddedSource(
        record(session, source),
        True,
        tuple(NamedAuthor(one.speaker.name, one.speaker.slug, one.created) for one in authors),
    )


@dataclass(frozen=True)
class AddedCopy:
    """What storing a copy did: its number, whether its text is new, and whether a capture was recorded."""

    source: SourceRecord
    number: int
    new_text: bool
    captured: bool


def add_snapshot(
    session: Session,
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
    source = lookup.source(session, citekey)
    at = _moment(captured)
    archive_url = _archive(archive_url)
    digest = text_hash(document.text)
    known = session.scalars(
        select(Snapshot).where(Snapshot.source_id == source.id, Snapshot.sha256 == digest)
    ).one_or_none()
    new_text = known is None
    again = captured is not None or archive_url is not None
    if known is None:
        known = _store(session, source, document, at, archive_url)
    elif again or known is not lookup.newest_snapshot(session, source.id):
        _capture(session, source, known, document, at, archive_url)
        again = True
    session.flush()
    kept = record(session, source)
    number = [copy.sha256 for copy in kept.snapshots].index(digest) + 1
    return AddedCopy(kept, number, new_text, new_text or again)


def add_failed_capture(session: Session, citekey: str, url: str, status: int | None, reason: str) -> bool:
    """Records that a source was looked at and gave no text; False where that was so the last time already."""
    source = lookup.source(session, citekey)
    last = session.scalars(
        select(Capture)
        .where(Capture.source_id == source.id)
        .order_by(Capture.captured_at.desc(), Capture.id.desc())
        .limit(1)
    ).one_or_none()
    if last is not None and (last.status, last.reason) == (status, reason):
        return False
    session.add(
        Capture(
            source_id=source.id,
            captured_at=now(),
            url=url,
            status=status,
            reason=check_input(reason, "the reason"),
        )
    )
    session.flush()
    return True


def _moment(given: str | None) -> str:
    """A time in UTC, as it is stored. InputError for what is none, or lies ahead."""
    if given is None:
        return now()
    moment = None
    with suppress(ValueError):
        moment = datetime.fromisoformat(given.strip())
    if moment is None:
        raise InputError(f"{given!r} is no day or time: write 2024-03-14, or 2024-03-14T08:30:00Z.")
    moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    if moment > datetime.now(UTC):
        raise InputError(f"{given!r} lies ahead: give the day on which the copy was made.")
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _archive(given: str | None) -> str | None:
    if given is not None and not urls.is_web_url(given):
        raise InputError(f"{given!r} is not a web address: it must begin with http:// or https://.")
    return given


def record(session: Session, source: Source) -> SourceRecord:
    """The record of one source."""
    return lookup.source_records(session, [source.id])[source.id]


def text_hash(text: str) -> str:
    """SHA-256 over the UTF-8 of a text, in hexadecimal: what a snapshot is known by."""
    return hashlib.sha256(text.encode()).hexdigest()


def _store(
    session: Session,
    source: Source,
    document: Document,
    at: str | None = None,
    archive_url: str | None = None,
) -> Snapshot:
    snapshot = Snapshot(
        source_id=source.id,
        captured_at=at or now(),
        sha256=text_hash(document.text),
        media_type=document.media_type,
        text=document.text,
        extractor=document.extractor,
        original=zlib.compress(document.original),
        places=[[place.start, place.label, place.value] for place in document.places] or None,
    )
    session.add(snapshot)
    session.flush()
    _capture(session, source, snapshot, document, snapshot.captured_at, archive_url or source.archive_url)
    return snapshot


def _capture(
    session: Session,
    source: Source,
    snapshot: Snapshot,
    document: Document,
    at: str,
    archive_url: str | None,
) -> None:
    origin = document.origin
    session.add(
        Capture(
            source_id=source.id,
            snapshot_id=snapshot.id,
            captured_at=at,
            url=origin.url if origin else source.url,
            archive_url=archive_url,
            status=origin.status if origin else None,
            etag=origin.etag if origin else None,
            last_modified=origin.last_modified if origin else None,
            original_sha256=hashlib.sha256(document.original).hexdigest(),
        )
    )


def _with_text(session: Session, text: str) -> Source | None:
    return session.scalars(
        select(Source).join(Snapshot).where(Snapshot.sha256 == text_hash(text)).order_by(Snapshot.id).limit(1)
    ).one_or_none()


def _with_address(session: Session, url_key: str | None) -> Source | None:
    if url_key is None:
        return None
    return session.scalars(select(Source).where(Source.url_key == url_key)).one_or_none()


def _nothing_added(session: Session, known: Source, because: str) -> AddedSource:
    return AddedSource(record(session, known), False, because=because)


def _filled(fields: SourceFields, stated: Metadata, *, stored: bool) -> SourceFields:
    """What the user says, completed with what the page states, every value checked."""

    def checked(given: str | None, otherwise: str | None, what: str) -> str | None:
        value = given if given is not None else otherwise
        if value is None:
            return None
        one_line = " ".join(check_input(value, what).split())
        return one_line or None

    if fields.type is not None and fields.type not in SOURCE_TYPES:
        raise UsageError(f"{fields.type!r} is not a CSL type. Types: {', '.join(SOURCE_TYPES)}.")
    url = checked(fields.url, stated.url, "the address")
    filled = replace(
        fields,
        type=fields.type or stated.type or ("webpage" if url else "document"),
        title=checked(fields.title, stated.title, "the title"),
        container_title=checked(fields.container_title, stated.container_title, "the container"),
        publisher=checked(fields.publisher, stated.publisher, "the publisher"),
        issued=checked(fields.issued, stated.issued, "the date"),
        url=url,
        archive_url=checked(fields.archive_url, None, "the archive's address"),
        language=checked(fields.language, stated.language, "the language"),
    )
    for address in (filled.url, filled.archive_url):
        if address and not urls.is_web_url(address):
            raise InputError(f"{address!r} is not a web address: it must begin with http:// or https://.")
    if not stored and not (filled.title or filled.authors or filled.url):
        raise UsageError("A source without a file needs at least a --title, an --author or a --url.")
    return filled


@dataclass(frozen=True)
class Maker:
    """An author: the name as printed, the speaker that is, and whether it was made just now."""

    printed: str
    speaker: Speaker
    created: bool


def makers(session: Session, given: Sequence[str], stated: Sequence[Author] = ()) -> list[Maker]:
    """The speakers that authors are, each once: those given (in braces an organisation), else those stated."""
    wanted = [_from_option(one) for one in given] or [
        (_printed(author), "organisation" if author.organisation else "person") for author in stated
    ]
    made: list[Maker] = []
    for name, kind in wanted:
        found = speakers.find_or_create(session, name, create=True, kind=kind)
        if found.speaker.id not in {author.speaker.id for author in made}:
            printed = names.parse_author(name).name if kind == "person" else name
            is_slug = name == found.speaker.slug
            made.append(Maker(found.speaker.name if is_slug else printed, found.speaker, found.created))
    return made


def _from_option(given: str) -> tuple[str, str]:
    name = check_input(given, "an author")
    if not name:
        raise InputError("An author's name cannot be empty.")
    if name.startswith("{") and name.endswith("}"):
        return name[1:-1].strip(), "organisation"
    return name, "person"


def _printed(author: Author) -> str:
    if author.family and author.given:
        return f"{author.family}, {author.given}"
    return author.name


def _same_record(session: Session, filled: SourceFields, authors: Sequence[Maker]) -> Source | None:
    """A source of the same title, date, type, address and authors, unless a citekey of its own was asked for."""
    if filled.citekey is not None or filled.title is None:
        return None
    candidates = session.scalars(
        select(Source).where(
            Source.title == filled.title,
            Source.issued.is_not_distinct_from(filled.issued),
            Source.type == filled.type,
            Source.url.is_not_distinct_from(filled.url),
        )
    )
    for candidate in candidates:
        made_by = session.scalars(
            select(Creator.speaker_id).where(Creator.source_id == candidate.id).order_by(Creator.position)
        )
        if list(made_by) == [author.speaker.id for author in authors]:
            return candidate
    return None


def _citekey(session: Session, filled: SourceFields, authors: Sequence[Maker]) -> str:
    def taken(citekey: str) -> bool:
        return finding.owner_of(of(session), citekey) is not None

    if filled.citekey is not None:
        if not slugs.is_citekey(filled.citekey):
            raise InputError(
                f"{filled.citekey!r} cannot be a citekey: use letters, digits and - _ : + /, "
                "without spaces, @ or a dot and digits at the end."
            )
        if taken(filled.citekey):
            raise ConflictError(f"The citekey {filled.citekey} is taken. Choose another with --citekey.")
        return filled.citekey
    year = filled.issued[:4] if filled.issued and filled.issued[:4].isdigit() else None
    who = [author.speaker.family or author.speaker.name for author in authors]
    if filled.citekey_format and (made := citekeys.make(filled.citekey_format, _facts(filled, who))):
        return citekeys.unique(made, taken)
    return slugs.unique(slugs.citekey(who, year, filled.title), taken)


def _facts(filled: SourceFields, authors: Sequence[str]) -> citekeys.Facts:
    return citekeys.Facts(
        authors=authors,
        title=filled.title or "",
        container=filled.container_title or "",
        publisher=filled.publisher or "",
        issued=filled.issued or "",
        type=filled.type or "",
        language=filled.language or "",
    )
