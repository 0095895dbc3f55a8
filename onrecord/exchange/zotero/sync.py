"""Items of a running Zotero taken in: new ones as from a file, known ones brought up to date where nobody edited them here."""

from __future__ import annotations

from onrecord.cite import csl
from onrecord.db.rows import Source
from onrecord.errors import InputError, OnrecordError
from onrecord.exchange.annotations.values import nodes, text
from onrecord.exchange.entries import QuoteEntry, Refused, SourceEntry
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.taking import Taker
from onrecord.exchange.taking.described import COLUMNS, columns, described, makers, set_creators
from onrecord.exchange.zotero import items, marks, queries
from onrecord.exchange.zotero.annotations import Annotations
from onrecord.exchange.zotero.files import Files
from onrecord.model.vocabulary import CREATOR_ROLES
from onrecord.sources import queries as source_queries
from onrecord.text.amounts import many
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from onrecord.db.store import Store
    from onrecord.exchange.zotero.local import Zotero
    from onrecord.exchange.zotero.queries import Remembered
    from onrecord.exchange.zotero.reading import Reading
    from onrecord.exchange.zotero.scope import Scope
    from onrecord.model.records import Json

_SHOWN = 60


class Sync:
    """Takes what was read into the database, in one transaction. `files`: those of attachments become stored copies."""

    def __init__(
        self,
        store: Store,
        scope: Scope,
        known: Remembered,
        *,
        by: str | None = None,
        citekey_format: str | None = None,
        zotero: Zotero | None = None,
    ) -> None:
        self._store = store
        self._known = known
        self._library = scope.library
        self._taker = Taker(store, "Zotero", by, citekey_format)
        self._annotations = Annotations(store, self._taker)
        self._files = Files(store, zotero, scope.path) if zotero else None
        self._sources = dict(known.items)

    def take(self, item: Json) -> Iterator[Outcome]:
        """What became of an item and of what is below it."""
        key = text(item.get("key")) or ""
        where = _where(item)
        try:
            entry = SourceEntry(where=where, csl=items.csl_item(item))
        except InputError as error:
            yield Outcome(did="refused", where=where, what="source", reason=error.message)
            return
        try:
            with self._store.savepoint():
                yield from list(self._item(item, key, entry))
        except OnrecordError as error:
            yield Outcome(did="refused", where=where, what="source", reason=error.message, hint=error.hint)

    def missing(self, reading: Reading) -> Iterator[Outcome]:
        """What is recorded and is not in Zotero any more: it stays."""
        for number in sorted({self._sources[one] for one in reading.gone if one in self._sources}):
            name = self._store.get(Source, number).citekey
            yield _noted(f"{name} is not in Zotero any more; it stays here.")
        if reading.gone_annotations:
            yield _noted(
                f"{many(len(reading.gone_annotations), 'annotation')} of quotations here are not in Zotero any more; the quotations stay."
            )
        if reading.removed:
            yield _noted(
                f"{many(len(reading.removed), 'item')} whose sources were removed here were left out; taking everything brings them back."
            )
        if self._annotations.unquoting:
            yield _noted(
                f"{many(self._annotations.unquoting, 'annotation')} that quote nothing (notes, images, drawings) were left out."
            )

    def _item(self, item: Json, key: str, entry: SourceEntry) -> Iterator[Outcome]:
        number = self._sources.get(key)
        link = f"{self._library}/{key}"
        if number is None:
            done = self._taker.take(entry)
            yield from done
            taken = next((one for one in done if one.what == "source" and one.did != "refused"), None)
            if taken is None or taken.name is None:
                return
            number = source_queries.source_id(self._store, taken.name)
            before: Json = queries.states(self._store.get(Source, number).csl).get(link, {})
            theirs = marks.of_item(csl.cleaned(entry.csl))
            # What stood here before is somebody's, wherever it is not what Zotero says.
            ours = marks.of_item(self._record(number)) if taken.did == "added" else theirs
            state = before | marks.first(theirs, ours)
        else:
            before = queries.states(self._store.get(Source, number).csl).get(link, {})
            state, outcome = self._updated(number, entry, before)
            yield outcome
        self._sources[key] = number
        state["version"] = item.get("version")
        state.pop("waiting", None)
        if self._files is not None:
            held = state.get("files")
            state["files"], noted = self._files.store(
                number, item, held if isinstance(held, dict) else {}, entry.where
            )
            yield from noted
        kept, done, waiting = self._annotations.take(
            number, self._marked(item, entry), state.get("annotations")
        )
        yield from done
        if kept:
            state["annotations"] = kept
        if waiting:
            state["waiting"] = True
        if state != before:
            self._remember(number, link, state)

    def _marked(self, item: Json, entry: SourceEntry) -> list[tuple[Json, QuoteEntry | Refused]]:
        """The annotations of an item, as they came and as they are taken."""
        return [
            (node, items.quotation(node, entry, f"{entry.where}, attachment {number}, annotation {place}"))
            for number, attachment in enumerate(nodes(item.get("attachments")), 1)
            for place, node in enumerate(nodes(attachment.get("annotations")), 1)
        ]

    def _updated(self, number: int, entry: SourceEntry, before: Json) -> tuple[Json, Outcome]:
        """Brings a source up to date; what is to be remembered of the item, and what became of it."""
        remark = self._taker.link(entry, number)
        theirs = csl.cleaned(entry.csl)
        ours = self._record(number)
        compared = marks.Compared(before, marks.of_item(theirs), marks.of_item(ours))
        if compared.to_take:
            self._change(number, theirs, compared.to_take)
        source = self._store.get(Source, number)
        outcome = Outcome(
            did="conflict" if compared.conflicts else "changed" if compared.to_take else "known",
            where=entry.where,
            what="source",
            name=source.citekey,
            reason="; ".join(
                filter(
                    None,
                    [
                        *[
                            f"{_called(conflict)} was edited here and changed in Zotero: kept is {_told(ours.get(conflict))}, Zotero has {_told(theirs.get(conflict))}"
                            for conflict in compared.conflicts
                        ],
                        f"changed: {', '.join(map(_called, compared.to_take))}" if compared.to_take else None,
                        remark,
                    ],
                )
            )
            or None,
        )
        return before | compared.state(marks.of_item(self._record(number))), outcome

    def _change(self, number: int, theirs: Json, variables: list[str]) -> None:
        stored = dict(self._store.get(Source, number).csl or {})
        for variable in variables:
            if variable in theirs:
                stored[variable] = theirs[variable]
            else:
                stored.pop(variable, None)
        row: dict[str, Any] = {"csl": stored}
        said = columns(self._store, described(theirs), number)
        for variable in variables:
            if variable in COLUMNS:
                row[COLUMNS[variable]] = said[COLUMNS[variable]]
        if "issued" in variables:
            row |= {name: said[name] for name in ("issued_min", "issued_max")}
        if "URL" in variables:
            row["url_key"] = said["url_key"]
        roles = [variable for variable in variables if variable in CREATOR_ROLES]
        for role in roles:
            self._store.execute("DELETE FROM creators WHERE source_id = ? AND role = ?", (number, role))
        set_creators(self._store, number, makers(self._store, {role: theirs.get(role) for role in roles}))
        self._store.update("sources", number, **row)

    def _record(self, number: int) -> Json:
        return csl.item(source_queries.source_records(self._store, [number])[number])

    def _remember(self, number: int, link: str, state: Json) -> None:
        stored = dict(self._store.get(Source, number).csl or {})
        custom = dict(held) if isinstance(held := stored.get("custom"), dict) else {}
        zotero = dict(held) if isinstance(held := custom.get("zotero"), dict) else {}
        zotero["from"] = {**queries.states(stored), link: state}
        custom["zotero"] = zotero
        self._store.update("sources", number, csl=stored | {"custom": custom})


def _where(item: Json) -> str:
    title = text(item.get("citationKey")) or text(item.get("title")) or ""
    return (
        f"{one_line(str(item.get('key')))} ({one_line(title)[:80]})"
        if title
        else one_line(str(item.get("key")))
    )


def _noted(reason: str) -> Outcome:
    return Outcome(did="noted", where="", what="text", reason=reason)


def _called(variable: str) -> str:
    return {"author": "the authors", "issued": "the date", "URL": "the address", "keyword": "the tags"}.get(
        variable, f"the {variable.replace('-', ' ')}"
    )


def _told(value: object) -> str:
    """A value for a sentence."""
    if value in (None, "", [], {}):
        return "nothing"
    if isinstance(value, list):
        value = ", ".join(csl.full_name(one) for one in value if isinstance(one, dict))
    if isinstance(value, dict):
        from onrecord.text import dates

        value = dates.of_csl(value) or value.get("literal") or value.get("raw")
    shown = one_line(str(value))
    return f"“{shown[:_SHOWN]}…”" if len(shown) > _SHOWN else f"“{shown}”"
