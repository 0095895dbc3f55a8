"""Sources: adding them, with their stored copies and their creators."""

from __future__ import annotations

from onrecord.db.rows import Source
from onrecord.errors import ConflictError, Hint, InputError, UsageError
from onrecord.model.record import record, replace
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.sources import keys
from onrecord.sources import queries as source_queries
from onrecord.sources.copies import store_text, text_hash
from onrecord.speakers.write import find_or_add_speaker
from onrecord.text import dates, languages, names, slugs
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store
    from onrecord.ingest.document import Author, Document, Metadata
    from onrecord.model.records import SourceRecord
    from onrecord.sources.likeness import Likeness


@record(kw_only=True)
class SourceFields:
    """What somebody says of a source. None or empty: what the document states, else nothing.

    An author in braces, as in BibTeX, is an organisation, and so is one whose name plainly is: "{Quay}", "Ministry of Transport". `citekey_format` is a
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
    # What the file is called, without its ending; and that it is another work, whatever it is like.
    stem: str = ""
    as_new: bool = False


@record()
class NamedAuthor:
    """An author and the speaker that is."""

    name: str
    slug: str
    created: bool


@record()
class AddedSource:
    """What adding did. Where `created` is false, no source was added: `because` says what was there, or the text was `attached`
    to one that had none. `near` are citekeys of sources without a text that this may be."""

    record: SourceRecord
    created: bool
    authors: tuple[NamedAuthor, ...] = ()
    because: str | None = None
    attached: bool = False
    near: tuple[str, ...] = ()


def add_source(
    store: Store, fields: SourceFields, document: Document | None, *, fetched: bool = False
) -> AddedSource:
    """Adds a source, with the document's text as its first snapshot where there is one.

    What was added before, the same content or the same record, is named and left as it is. A document that is sure to be a source
    without a text becomes its copy. ConflictError where
    the address is known but its content has changed; InputError for a date, type, address or citekey that cannot
    be used.
    """
    stated = document.metadata if document else None
    filled, captured = _filled(fields, document)
    if document and (known := _with_text(store, document.text)):
        return _nothing_added(store, known, "the same text is stored already")
    near: tuple[str, ...] = ()
    if document and not filled.as_new and filled.citekey is None:
        like = _like(store, filled, document)
        if like.sure is not None:
            return _attached(store, like.sure, document)
        near = tuple(store.get(Source, one).citekey for one in like.maybe)
    url_key = _url_key(filled.url) if filled.url else None
    dated = dates.typed(filled.issued) if filled.issued else None
    authors = makers(store, filled.authors, stated.authors if stated and not fields.authors else ())
    known = _with_address(store, url_key) or _same_record(store, filled, authors)
    if known and document is None:
        return _nothing_added(store, known, "it is recorded already")
    if known:
        raise ConflictError(
            f"{filled.url or filled.title} is recorded as {known.citekey}, with another text or none.",
            hint=Hint("add_another_copy", citekey=known.citekey),
        )
    source_id = store.insert(
        "sources",
        citekey=_citekey(store, filled, authors),
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
        accessed=_today() if fetched else document.captured[:10] if document and document.captured else None,
        language=languages.kept(filled.language),
        csl={"ISBN": stated.isbn} if stated and stated.isbn else None,
    )
    set_authors(store, source_id, authors)
    if document:
        store_text(store, store.get(Source, source_id), document, captured)
    return AddedSource(
        source_queries.source_records(store, [source_id])[source_id],
        True,
        tuple([NamedAuthor(author.speaker.name, author.speaker.slug, author.created) for author in authors]),
        near=near,
    )


def _like(store: Store, filled: SourceFields, document: Document) -> Likeness:
    from onrecord.sources.likeness import Described, likeness

    authors = filled.authors or tuple([author.name for author in document.metadata.authors])
    return likeness(
        store,
        Described(
            title=filled.title,
            authors=authors,
            issued=filled.issued,
            url=filled.url,
            stem=filled.stem,
            text=document.text,
        ),
    )


def _attached(store: Store, number: int, document: Document) -> AddedSource:
    store_text(store, store.get(Source, number), document)
    return AddedSource(source_queries.source_records(store, [number])[number], False, attached=True)


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def set_authors(store: Store, source_id: int, authors: Sequence[Maker]) -> None:
    """Records the authors of a source that has none, in this order."""
    for position, author in enumerate(authors, 1):
        store.insert(
            "creators",
            source_id=source_id,
            position=position,
            role="author",
            speaker_id=author.speaker.id,
            named_as=author.printed,
        )


def _with_text(store: Store, text: str) -> Source | None:
    return store.one(
        Source,
        "id = (SELECT source_id FROM snapshots WHERE sha256 = ? ORDER BY id LIMIT 1)",
        (text_hash(text),),
    )


def _with_address(store: Store, url_key: str | None) -> Source | None:
    return None if url_key is None else store.one(Source, "url_key = ?", (url_key,))


def _nothing_added(store: Store, known: Source, because: str) -> AddedSource:
    return AddedSource(source_queries.source_records(store, [known.id])[known.id], False, because=because)


# What is one line of text, in the order in which it is checked, and what it is called.
_LINES = {
    "url": "the address",
    "title": "the title",
    "container_title": "the container",
    "publisher": "the publisher",
    "issued": "the date",
    "archive_url": "the archive's address",
    "language": "the language",
}


def _filled(fields: SourceFields, document: Document | None) -> tuple[SourceFields, str | None]:
    """What the user says, completed with what the page states, every value checked; and when an archive made its copy.

    The address of an archive's copy is that of the copy; the page's own is the one that the copy is of.
    """
    stated = document.metadata if document else None
    if fields.type is not None and fields.type not in SOURCE_TYPES:
        raise UsageError(f"{fields.type!r} is not a CSL type. Types: {', '.join(SOURCE_TYPES)}.")
    lines = {name: _line(fields, stated, name, what) for name, what in _LINES.items()}
    stated_type = stated.type if stated else None
    filled = replace(
        fields, type=fields.type or stated_type or ("webpage" if lines["url"] else "document"), **lines
    )
    for address in (filled.url, filled.archive_url):
        if address and not _is_web_url(address):
            raise InputError(f"{address!r} is not a web address: it must begin with http:// or https://.")
    if document is None and not (filled.title or filled.authors or filled.url):
        raise UsageError(
            "A source without a file needs at least a title, an author or a web address.",
            hint=Hint("describe_source"),
        )
    return _unwrapped(filled, document)


def _unwrapped(filled: SourceFields, document: Document | None) -> tuple[SourceFields, str | None]:
    """With the page's own address in place of that of an archive's copy, which stands beside it; and when that was made."""
    fetched = document.origin.url if document and document.origin else None
    if not filled.url:
        return filled, None
    from onrecord.text.wrapped import meant

    page, copy = meant(filled.url), meant(fetched or filled.url)
    archive = filled.archive_url or page.archive or copy.archive
    return replace(
        filled, url=page.url, archive_url=archive if archive != page.url else None
    ), page.at or copy.at


def _line(fields: SourceFields, stated: Metadata | None, name: str, what: str) -> str | None:
    value = getattr(fields, name)
    if value is None:
        # No page states where an archive keeps it.
        value = getattr(stated, name, None)
    return None if value is None else " ".join(check_input(value, what).split()) or None


@record()
class Maker:
    """An author: the name as printed, the speaker that is, and whether it was made just now."""

    printed: str
    speaker: Speaker
    created: bool


def makers(store: Store, typed: Sequence[str], stated: Sequence[Author] = ()) -> list[Maker]:
    """The speakers that authors are, each once: those given (in braces an organisation), else those stated."""
    wanted = [_from_option(author) for author in typed] or [
        (_printed(author), "organisation" if author.organisation else "person") for author in stated
    ]
    authors: list[Maker] = []
    for name, kind in wanted:
        who = find_or_add_speaker(store, name, create=True, kind=kind)
        if who.speaker.id not in {author.speaker.id for author in authors}:
            printed = names.parse_author(name).name if kind == "person" else name
            is_slug = name == who.speaker.slug
            authors.append(Maker(who.speaker.name if is_slug else printed, who.speaker, who.created))
    return authors


def _from_option(typed: str) -> tuple[str, str]:
    name = check_input(typed, "an author")
    if not name:
        raise InputError("An author's name cannot be empty.")
    if name.startswith("{") and name.endswith("}"):
        return name[1:-1].strip(), "organisation"
    from onrecord.text.organisations import is_organisation

    return name, "organisation" if is_organisation(name) else "person"


def _printed(author: Author) -> str:
    if author.family and author.given:
        return f"{author.family}, {author.given}"
    return author.name


def _same_record(store: Store, filled: SourceFields, authors: Sequence[Maker]) -> Source | None:
    """A source of the same title, date, type, address and authors, unless a citekey of its own was asked for."""
    if filled.citekey is not None or filled.title is None:
        return None
    candidates = store.all(
        Source,
        "title = ? AND issued IS ? AND type = ? AND url IS ?",
        (filled.title, filled.issued, filled.type, filled.url),
    )
    wanted = [author.speaker.id for author in authors]
    for candidate in candidates:
        creators = store.column(
            "SELECT speaker_id FROM creators WHERE source_id = ? ORDER BY position", (candidate.id,)
        )
        if creators == wanted:
            return candidate
    return None


def _citekey(store: Store, filled: SourceFields, authors: Sequence[Maker]) -> str:
    def taken(citekey: str) -> bool:
        return source_queries.owner_of(store, citekey) is not None

    if filled.citekey is not None:
        if not slugs.is_citekey(filled.citekey):
            raise InputError(
                f"{filled.citekey!r} cannot be a citekey: use letters, digits and - _ : + /, "
                "without spaces, @ or a dot and digits at the end."
            )
        if taken(filled.citekey):
            raise ConflictError(f"The citekey {filled.citekey} is taken.", hint=Hint("choose_citekey"))
        return filled.citekey
    speakers = [author.speaker for author in authors]
    return keys.made(filled, speakers, filled.citekey_format, taken, stem=filled.stem)


# What knows addresses is loaded for those who have one.
def _url_key(url: str) -> str:
    from onrecord.text.urls import url_key

    return url_key(url)


def _is_web_url(address: str) -> bool:
    from onrecord.text.urls import is_web_url

    return is_web_url(address)
