"""From a CSL-JSON item to a source: the one it is already, else a new one that keeps the item whole."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onrecord.cite import csl
from onrecord.db.models import Creator, Source, Speaker
from onrecord.db.words import CREATOR_ROLES, SOURCE_TYPES
from onrecord.errors import InputError
from onrecord.exchange.entries import NameEntry, SourceEntry
from onrecord.exchange.lines import is_too_deep
from onrecord.exchange.taking.people import speaker_of
from onrecord.records import Json
from onrecord.text import citekeys, edtf, fold, slugs, urls

_NOT_IN_CITEKEYS = re.compile(r"[^\w:+/.-]+")
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


@dataclass(frozen=True)
class Work:
    """A source, and whether it was made just now."""

    source: Source
    created: bool


@dataclass(frozen=True)
class _Fields:
    type: str
    title: str | None
    container_title: str | None
    publisher: str | None
    issued: str | None
    url: str | None
    accessed: str | None
    language: str | None


class Works:
    """The sources that are there, and what they can be known by besides their citekeys.

    `citekey_format` is a formula (`text.citekeys`) for those that come without a usable key.
    """

    def __init__(self, session: Session, citekey_format: str | None = None) -> None:
        self._session = session
        self._citekey_format = citekey_format
        self._by_mark: defaultdict[str, list[int]] = defaultdict(list)
        self._fresh: list[str] = []
        # Items of this file: hundreds of quotations come from one book.
        self._by_item: dict[bytes, int] = {}
        self._fresh_items: list[bytes] = []
        rows = session.execute(
            select(Source.id, Source.type, Source.title, Source.issued, Source.csl).execution_options(
                yield_per=1000
            )
        )
        for one, type_, title, issued, stored in rows:
            self._remember(one, type_, title, issued, stored or {})
        self._fresh.clear()

    def work(self, entry: SourceEntry) -> Work:
        """The source of an entry. AmbiguousError where a maker could be several known speakers.

        It is the known one with the same citekey and record, the same address, DOI or ISBN, or the same type, title,
        date and authors. Nothing of a known one is changed.
        """
        if is_too_deep(entry.csl):
            raise InputError("The item is nested too deeply.")
        written = hashlib.sha256(repr(entry.csl).encode("utf-8", "surrogatepass")).digest()
        if written in self._by_item:
            return Work(self._session.get_one(Source, self._by_item[written]), False)
        work = self._work(entry)
        self._by_item[written] = work.source.id
        self._fresh_items.append(written)
        return work

    def _work(self, entry: SourceEntry) -> Work:
        item = csl.cleaned(entry.csl)
        fields = _fields(item)
        makers = [
            (role, name, speaker_of(self._session, _name(name), kind=_kind(name)))
            for role, name in _names(item)
        ]
        authors = [maker.id for role, _, maker in makers if role == "author"]
        if (known := self._known(item, fields, authors)) is not None:
            return Work(known, False)
        return Work(self._add(entry, item, fields, makers), True)

    def keep(self) -> None:
        """What was made so far stays."""
        self._fresh.clear()
        self._fresh_items.clear()

    def drop(self) -> None:
        """What was made since is not there after all: the entry that it was made for was refused."""
        for mark in self._fresh:
            self._by_mark[mark].pop()
        for item in self._fresh_items:
            del self._by_item[item]
        self.keep()

    def _known(self, item: Json, fields: _Fields, authors: list[int]) -> Source | None:
        session = self._session
        by_key = session.scalars(select(Source).where(Source.citekey == str(item["id"]))).one_or_none()
        if by_key is not None and self._same(by_key, fields, authors):
            return by_key
        if fields.url:
            key = urls.url_key(fields.url)
            by_address = session.scalars(select(Source).where(Source.url_key == key)).one_or_none()
            if by_address is not None and _agree(by_address.title, fields.title):
                return by_address
        for mark in _marks(fields.type, fields.title, fields.issued, item):
            for one in self._by_mark.get(mark, ()):
                candidate = session.get_one(Source, one)
                if mark.startswith("doi:") or self._same(candidate, fields, authors, mark):
                    return candidate
        return None

    def _same(self, source: Source, fields: _Fields, authors: list[int], mark: str = "") -> bool:
        if source.type != fields.type or not _agree(source.title, fields.title):
            return False
        if mark.startswith("isbn:"):
            return source.title is not None and fields.title is not None
        if source.issued != fields.issued or (source.title is None) != (fields.title is None):
            return False
        made_by = self._session.scalars(
            select(func.coalesce(Speaker.merged_into_id, Speaker.id))
            .join(Creator, Creator.speaker_id == Speaker.id)
            .where(Creator.source_id == source.id, Creator.role == "author")
            .order_by(Creator.position)
        )
        return list(made_by) == list(dict.fromkeys(authors))

    def _add(
        self, entry: SourceEntry, item: Json, fields: _Fields, makers: list[tuple[str, Json, Speaker]]
    ) -> Source:
        session = self._session
        url_key = urls.url_key(fields.url) if fields.url else None
        if url_key and session.scalar(select(Source.id).where(Source.url_key == url_key)) is not None:
            # Another work at the same address, such as a chapter of a book: only the first is known by it.
            url_key = None
        dated = edtf.parse(fields.issued) if fields.issued else None
        archive_url = entry.archive_url if entry.archive_url and urls.is_web_url(entry.archive_url) else None
        stored = _storable(entry.csl, item)
        source = Source(
            citekey=self._citekey(item, fields, [maker for role, _, maker in makers if role == "author"]),
            type=fields.type,
            title=fields.title,
            container_title=fields.container_title,
            publisher=fields.publisher,
            issued=fields.issued,
            issued_min=dated.earliest if dated else None,
            issued_max=dated.latest if dated else None,
            url=fields.url,
            url_key=url_key,
            archive_url=archive_url,
            accessed=fields.accessed,
            language=fields.language,
            csl=stored,
        )
        session.add(source)
        session.flush()
        seen: set[tuple[str, int]] = set()
        for role, name, maker in makers:
            if (role, maker.id) in seen:
                continue
            seen.add((role, maker.id))
            session.add(
                Creator(
                    source_id=source.id,
                    position=sum(1 for other, _ in seen if other == role),
                    role=role,
                    speaker_id=maker.id,
                    named_as=csl.full_name(name),
                )
            )
        session.flush()
        self._remember(source.id, source.type, source.title, source.issued, stored)
        return source

    def _citekey(self, item: Json, fields: _Fields, authors: list[Speaker]) -> str:
        def taken(citekey: str) -> bool:
            return self._session.scalar(select(Source.id).where(Source.citekey == citekey)) is not None

        asked = str(item["id"])
        if "://" in asked:
            asked = ""
        if not slugs.is_citekey(asked):
            asked = re.sub(r"^\W+|\W+$", "", _NOT_IN_CITEKEYS.sub("-", asked))[:100]
            asked = re.sub(r"\.(?=\d+$)", "-", asked)
        who = [one.family or one.name for one in authors]
        if not slugs.is_citekey(asked) and self._citekey_format:
            facts = citekeys.Facts(
                authors=who,
                title=fields.title or "",
                container=fields.container_title or "",
                publisher=fields.publisher or "",
                issued=fields.issued or "",
                type=fields.type,
                language=fields.language or "",
            )
            if made := citekeys.make(self._citekey_format, facts):
                return citekeys.unique(made, taken)
        if not slugs.is_citekey(asked):
            year = fields.issued[:4] if fields.issued and fields.issued[:4].isdigit() else None
            asked = slugs.citekey(who, year, fields.title)
        return slugs.unique(asked, taken)

    def _remember(self, one: int, type_: str, title: str | None, issued: str | None, item: Json) -> None:
        for mark in _marks(type_, title, issued, item):
            self._by_mark[mark].append(one)
            self._fresh.append(mark)


def _marks(type_: str, title: str | None, issued: str | None, item: Json) -> Iterator[str]:
    """What a work may be known by: its DOI, its ISBNs, its type with title and date."""
    if isinstance(doi := item.get("DOI"), str) and doi.strip():
        yield "doi:" + _DOI.sub("", doi.strip()).lower()
    if isinstance(isbn := item.get("ISBN"), str):
        # "91-1 234 5678" is one number, "9789112345678 9112345678" are two.
        for number in re.findall(r"(?:[0-9][\s-]*){9,12}[0-9Xx](?![0-9])", isbn):
            yield f"isbn:{re.sub(r'[^0-9Xx]', '', number).upper()}"
    yield f"record:{type_}:{issued or ''}:{_folded(title or '')}"


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two titles are not those of two works: equal but for typography, or one of them not known."""
    return one is None or other is None or _folded(one) == _folded(other)


def _folded(title: str) -> str:
    # Exports leave out of a title what no reader could use: that makes it no other title.
    return fold.identity_fold(csl.clean(title))


def _fields(item: Json) -> _Fields:
    def text(variable: str) -> str | None:
        value = item.get(variable)
        return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None

    url = text("URL")
    type_ = text("type")
    return _Fields(
        type=type_ if type_ in SOURCE_TYPES else "document",
        title=text("title"),
        container_title=text("container-title"),
        publisher=text("publisher"),
        issued=_date(item.get("issued")),
        url=url if url and _is_address(url) else None,
        accessed=_date(item.get("accessed")),
        language=text("language"),
    )


def _is_address(url: str) -> bool:
    if not urls.is_web_url(url):
        return False
    try:
        urls.url_key(url)
    except InputError:
        return False
    return True


def _date(value: object) -> str | None:
    return edtf.from_csl_date(value) if isinstance(value, dict) else None


def _names(item: Json) -> Iterator[tuple[str, Json]]:
    for role in CREATOR_ROLES:
        people = item.get(role) if role in csl.NAME_VARIABLES else None
        for name in people if isinstance(people, list) else ():
            yield role, name


def _name(name: Json) -> NameEntry:
    if literal := name.get("literal"):
        return NameEntry(name=str(literal))
    family, given, _ = csl.person(name)
    return NameEntry(name=csl.full_name(name), family=family, given=given or None)


def _kind(name: Json) -> str:
    return "organisation" if name.get("literal") else "person"


def _storable(raw: Json, cleaned: Json) -> Json:
    """The item as it came, where JSON can hold it; else without what nobody could read."""
    try:
        json.dumps(raw, allow_nan=False)
    except (ValueError, TypeError):
        return cleaned
    return raw
