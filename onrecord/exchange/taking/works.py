"""From a CSL-JSON item to a source: the one it is already, else a new one that keeps the item whole."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict

from onrecord.cite import csl
from onrecord.db.rows import Source
from onrecord.errors import InputError
from onrecord.exchange.lines import is_too_deep
from onrecord.exchange.taking.described import (
    Described,
    check_makers,
    columns,
    described,
    entry_of,
    makers,
    names_in,
    set_creators,
)
from onrecord.exchange.taking.identity import (
    agreement,
    differs,
    doi,
    folded,
    identity,
    isbns,
    may_be_of_one_day,
    shares_anything,
    tells_more,
    told_besides,
)
from onrecord.exchange.taking.keys import Keys, asked_for
from onrecord.exchange.taking.people import tidy
from onrecord.model.record import record
from onrecord.sources import keys
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.text import slugs, urls

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store
    from onrecord.exchange.entries import SourceEntry
    from onrecord.exchange.taking.described import Maker
    from onrecord.exchange.taking.identity import Identity
    from onrecord.model.records import Json


@record()
class Work:
    """A source, and whether it was made just now.

    `asked` is the key that the file gives it, where that is not its citekey, and `is_lost_key` that this does not find it;
    `remark` says what became of all its keys.
    """

    source: Source
    created: bool
    asked: str | None = None
    is_lost_key: bool = False
    remark: str | None = None


class Works:
    """The sources that are there, and what they can be known by besides their citekeys.

    `citekey_format` is a formula (`text.citekeys`) for those that come without a usable key.
    """

    def __init__(self, store: Store, citekey_format: str | None = None) -> None:
        self._store = store
        self._keys = Keys(store)
        self._citekey_format = citekey_format
        self._by_mark: defaultdict[str, list[int]] = defaultdict(list)
        self._fresh: list[str] = []
        # Items of this file: hundreds of quotations come from one book.
        self._by_item: dict[bytes, int] = {}
        self._fresh_items: list[bytes] = []
        # What a source tells of itself, and what the items of this file tell that were taken for it: two of these that
        # differ are two works, though its record tells too little to say so.
        self._told: dict[int, list[Identity]] = {}
        self._fresh_told: list[int] = []
        # The sources that this file has named so far.
        self._met: set[int] = set()
        rows = store.connection.execute("SELECT id, title, issued, url, csl FROM sources")
        for source, title, issued, url, stored in rows:
            self._remember(source, title, issued, url, json.loads(stored) if stored else {})
        self._fresh.clear()

    def work(self, entry: SourceEntry) -> Work:
        """The source of an entry. AmbiguousError where a maker of a new one could be several known speakers.

        It is a known one with the same citekey, DOI, address, or ISBN and title, else with the same type, title, date and
        authors, that differs in nothing that both tell (`identity`). Nothing of a known one is changed.
        """
        if is_too_deep(entry.csl):
            raise InputError("The item is nested too deeply.")
        written = hashlib.sha256(repr(entry.csl).encode("utf-8", "surrogatepass")).digest()
        if written in self._by_item:
            return Work(self._store.get(Source, self._by_item[written]), False)
        work = self._with_keys(self._work(entry), entry)
        self._met.add(work.source.id)
        self._by_item[written] = work.source.id
        self._fresh_items.append(written)
        return work

    def _work(self, entry: SourceEntry) -> Work:
        item = csl.cleaned(entry.csl)
        fields = described(item)
        check_makers(item)
        told = identity(item | {"type": fields.type})
        if (known := self._known(item, told)) is not None:
            self._told[known.id].append(told)
            self._fresh_told.append(known.id)
            return Work(known, False)
        remark = self._may_be(item, told, fields)
        return Work(self._add(entry, item, fields, makers(self._store, item)), True, remark=remark)

    def _may_be(self, item: Json, told: Identity, fields: Described) -> str | None:
        """In words, which known source a new one may be after all: one that tells less, and differs in nothing that it tells."""
        for number in (
            self._by_mark.get(_record(told.title, told.issued, fields.url), ()) if told.title else ()
        ):
            there = self._tellings(number)[0]
            untold = told_besides(told, there)
            if (
                untold
                and not told_besides(there, told)
                and not any(differs(each, told, certain=False) for each in self._tellings(number))
                and self._has_same_authors(number, item, told)
            ):
                citekey = self._store.value("SELECT citekey FROM sources WHERE id = ?", (number,))
                return f"{citekey} may be the same work: it tells no {' and no '.join(untold)}"
        for number in self._by_mark.get(_title(told.title), ()) if told.title and told.authors else ():
            there = self._tellings(number)[0]
            if (
                (there.issued is None) != (told.issued is None)
                and not any(differs(each, told, certain=False) for each in self._tellings(number))
                and self._has_same_authors(number, item, told)
            ):
                citekey = self._store.value("SELECT citekey FROM sources WHERE id = ?", (number,))
                return f"{citekey} may be the same work: {'it' if there.issued is None else 'this one'} tells no date"
        return None

    def _with_keys(self, work: Work, entry: SourceEntry) -> Work:
        """Keeps the keys that the file gives."""
        source, given = work.source, asked_for(_identifier(entry.csl))
        keys = [one for one in dict.fromkeys((given, *map(csl.clean, entry.aliases))) if one]
        remarks = [work.remark, *(self._keys.keep(source, key, created=work.created) for key in keys)]
        asked = given if given and given != source.citekey else None
        is_lost = asked is not None and self._keys.owner(asked) != source.id
        return Work(source, work.created, asked, is_lost, "; ".join(filter(None, remarks)) or None)

    def link(self, entry: SourceEntry, source: int) -> Work:
        """Takes an entry for this source, whatever it tells: it was known as it before."""
        written = hashlib.sha256(repr(entry.csl).encode("utf-8", "surrogatepass")).digest()
        self._by_item[written] = source
        self._met.add(source)
        return self._with_keys(Work(self._store.get(Source, source), False), entry)

    def keep(self) -> None:
        """What was made so far stays."""
        self._fresh.clear()
        self._fresh_items.clear()
        self._fresh_told.clear()

    def drop(self) -> None:
        """What was made since is not there after all: the entry that it was made for was refused."""
        for mark in self._fresh:
            self._by_mark[mark].pop()
        for item in self._fresh_items:
            del self._by_item[item]
        for number in self._fresh_told:
            # Read again when it is asked for: its id may become that of another.
            self._told.pop(number, None)
            self._met.discard(number)
        self.keep()

    def _known(self, item: Json, told: Identity) -> Source | None:
        certain = dict.fromkeys(self._certain(told), False)
        by_key = self._keys.owner(asked_for(_identifier(item)))
        if by_key is not None:
            certain.setdefault(by_key, True)
        fitting = [
            one
            for one, only_by_key in certain.items()
            if self._fits(one, told, certain=True)
            and not (only_by_key and self._is_of_another_time(one, told))
        ]
        if not fitting:
            fitting = [
                one
                for one in self._by_mark.get(_record(told.title, told.issued, described(item).url), ())
                if self._fits(one, told, certain=False) and self._has_same_authors(one, item, told)
            ]
        best = self._best(fitting, told)
        return self._store.get(Source, best) if best is not None else None

    def _certain(self, told: Identity) -> Iterator[int]:
        """The sources with the same address, DOI, or ISBN and title."""
        if told.address:
            yield from self._store.column("SELECT id FROM sources WHERE url_key = ?", (told.address,))
        for mark in _numbers(told.dois, told.isbns if told.title else ()):
            for one in self._by_mark.get(mark, ()):
                if mark.startswith("doi:") or self._tellings(one)[0].title:
                    yield one

    def _fits(self, source: int, told: Identity, *, certain: bool) -> bool:
        tellings = self._tellings(source)
        if any(differs(one, told, certain=certain) for one in tellings):
            return False
        # What a record does not say, nothing would say any more.
        return shares_anything(tellings[0], told) if certain else not tells_more(told, tellings[0])

    def _is_of_another_time(self, source: int, told: Identity) -> bool:
        return not may_be_of_one_day(self._tellings(source)[0].issued, told.issued)

    def _has_same_authors(self, source: int, item: Json, told: Identity) -> bool:
        """Whether the authors are those of the source, by any of their names."""
        creators = self._store.column(
            "SELECT coalesce(sp.merged_into_id, sp.id) FROM creators AS c JOIN speakers AS sp ON sp.id = c.speaker_id "
            "WHERE c.source_id = ? AND c.role = 'author' ORDER BY c.position",
            (source,),
        )
        made_by = list(dict.fromkeys(creators))
        named = [
            speaker_queries.named(self._store, tidy(entry_of(name).name))
            for role, name in names_in(item)
            if role == "author"
        ]
        # Whoever is named twice is one author.
        each = [ids for place, ids in enumerate(named) if ids not in named[:place]]
        if not made_by and not each and told.title is None:
            return self._is_written_alike(source, item)
        return len(made_by) == len(each) and all(one in ids for one, ids in zip(made_by, each, strict=True))

    def _is_written_alike(self, source: int, item: Json) -> bool:
        stored = csl.cleaned(self._store.get(Source, source).csl or {})
        return stored | {"id": ""} == item | {"id": ""}

    def _best(self, fitting: list[int], told: Identity) -> int | None:
        """The one that says most alike; None where several do that are not alike themselves.

        Of those the only one that the file has named before, so that what was taken for it is again when the file comes again.
        """
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        said = {one: agreement(self._tellings(one)[0], told) for one in fitting}
        most = max(said.values())
        best = [one for one in fitting if said[one] == most]
        first = self._tellings(best[0])[0]
        if all(self._tellings(one)[0] == first for one in best):
            return best[0]
        met = [one for one in best if one in self._met]
        return met[0] if len(met) == 1 else None

    def _tellings(self, source: int) -> list[Identity]:
        if source not in self._told:
            record = source_queries.source_records(self._store, [source])[source]
            self._told[source] = [identity(csl.item(record))]
        return self._told[source]

    def _add(self, entry: SourceEntry, item: Json, fields: Described, made_by: list[Maker]) -> Source:
        store = self._store
        archive_url = (
            entry.archive_url
            if entry.archive_url and urls.is_web_url(entry.archive_url)
            else fields.archive_url
        )
        stored = _storable(entry.csl, item)
        source = store.insert(
            "sources",
            citekey=self._citekey(item, fields, [one.speaker for one in made_by if one.role == "author"]),
            **columns(store, fields),
            archive_url=archive_url,
            csl=stored,
        )
        set_creators(store, source, made_by)
        self._remember(source, fields.title, fields.issued, fields.url, stored)
        self._fresh_told.append(source)
        return store.get(Source, source)

    def _citekey(self, item: Json, fields: Described, authors: list[Speaker]) -> str:
        asked = slugs.as_citekey(asked_for(_identifier(item)))
        if asked:
            return slugs.unique(asked, self._keys.is_taken)
        return keys.made(fields, authors, self._citekey_format, self._keys.is_taken)

    def _remember(
        self, row_id: int, title: str | None, issued: str | None, url: str | None, item: Json
    ) -> None:
        number = doi(item)
        for mark in (
            *_numbers([number] if number else [], isbns(item)),
            _record(folded(title or ""), issued, url),
            *([_title(folded(title))] if title else []),
        ):
            self._by_mark[mark].append(row_id)
            self._fresh.append(mark)


def _numbers(dois: Iterable[str], isbns: Iterable[str]) -> Iterator[str]:
    yield from (f"doi:{one}" for one in dois)
    yield from (f"isbn:{isbn}" for isbn in isbns)


def _identifier(item: Json) -> str:
    """The `id` of an item, in one line; a number is one too."""
    given = item.get("id")
    return csl.clean(str(given)) if isinstance(given, str | int) and not isinstance(given, bool) else ""


def _record(title: str | None, issued: str | None, url: str | None) -> str:
    """What works may be known by that have no number: title and date; without a title the address."""
    return f"record:{issued or ''}:{title or url or ''}"


def _title(folded_title: str) -> str:
    return f"title:{folded_title}"


def _storable(raw: Json, cleaned: Json) -> Json:
    """The item as it came, where JSON can hold it; else without what nobody could read."""
    try:
        json.dumps(raw, allow_nan=False)
    except (ValueError, TypeError):
        return cleaned
    return raw
