"""The files of attachments as stored copies of their works."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from onrecord.db.rows import Source
from onrecord.errors import InputError, OnrecordError
from onrecord.exchange.annotations.values import nodes, text
from onrecord.exchange.outcomes import Outcome
from onrecord.ingest.read import read_file
from onrecord.sources.copies import add_snapshot
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.exchange.zotero.local import Zotero
    from onrecord.model.records import Json

_LOCAL = ("", "localhost", "127.0.0.1")


class Files:
    """Asks Zotero where the files of attachments are, and stores them: each again when Zotero has another one."""

    def __init__(self, store: Store, zotero: Zotero, path: str) -> None:
        self._store = store
        self._zotero = zotero
        self._path = path

    def store(self, source: int, item: Json, held: Json, where: str) -> tuple[Json, list[Outcome]]:
        """Which file of each attachment is stored now (`held`: before), by the attachment's key, and what became of new ones."""
        kept, done = dict(held), []
        for attachment in nodes(item.get("attachments")):
            key = text(attachment.get("key"))
            if key is None or text(attachment.get("linkMode")) == "linked_url":
                continue
            which = text(attachment.get("md5")) or str(attachment.get("version") or 0)
            if kept.get(key) == which:
                continue
            place = f"{where}, {one_line(text(attachment.get('title')) or key)[:80]}"
            address = self._zotero.file_of(self._path, key)
            if address is None:
                done.append(_noted(place, "Zotero has no file of it on this computer."))
                continue
            try:
                with self._store.savepoint():
                    citekey = self._store.get(Source, source).citekey
                    added = add_snapshot(self._store, citekey, read_file(_local_path(address)))
            except OnrecordError as error:
                done.append(_noted(place, error.message))
            else:
                if added.new_text:
                    done.append(Outcome(did="added", where=place, what="copy", name=citekey))
            kept[key] = which
        return kept, done


def _local_path(address: str) -> str:
    """The path of a file on this computer. InputError: the address is none of such a file."""
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "file" or (parts.netloc or "").lower() not in _LOCAL or "\0" in unquote(parts.path):
        raise InputError(f"{one_line(address)[:120]} is not a file on this computer.")
    return url2pathname(parts.path)


def _noted(where: str, reason: str) -> Outcome:
    return Outcome(did="noted", where=where, what="copy", reason=reason)
