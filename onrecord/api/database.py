"""A database as Python code sees it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from onrecord.api.claims import Claims
from onrecord.api.history import History
from onrecord.api.noun import several
from onrecord.api.proposals import Proposals
from onrecord.api.sources import Sources
from onrecord.api.speakers import Speakers
from onrecord.api.statements import Statements
from onrecord.db import files
from onrecord.db.store import reading, writing
from onrecord.errors import ConflictError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.store import Store
    from onrecord.exchange.outcomes import Outcome
    from onrecord.search import Filters, Results
    from onrecord.statements.verify import Check
    from onrecord.views.whosaid import Meant


class Database:
    """A database file. Each call is a transaction of its own, unless it stands in `operation` or `snapshot`.

    Between calls nothing is held open, so there is nothing to close. A `Database` belongs to one thread: open one for each.

    `speakers`, `sources`, `statements`, `claims`, `proposals` and `history` carry the operations on each. Everything raises
    `onrecord.errors.OnrecordError` or one of its kinds, and what raised has changed nothing.
    """

    def __init__(self, path: Path) -> None:
        files.check(path)
        self.path = path
        self._store: Store | None = None
        self._writes = False
        self._thread = get_ident()
        self.speakers = Speakers(self)
        self.sources = Sources(self)
        self.statements = Statements(self)
        self.claims = Claims(self)
        self.proposals = Proposals(self)
        self.history = History(self)

    def __repr__(self) -> str:
        return f"onrecord.open({str(self.path)!r})"

    # --- transactions ----------------------------------------------------------------------------------------------

    @contextmanager
    def operation(self, command: str, *, rehearse: bool = False, many: bool = False) -> Iterator[Database]:
        """What is done inside is one operation of the history, called `command`: kept whole at the end, or not at all.

        With `rehearse` nothing is kept: it is a way to see what would happen. `many`: rows may go by the million, and how
        the pages of the file were before is kept in memory. ConflictError: one is open already.
        """
        self._refuse_other_threads()
        if self._store is not None:
            inside = "An operation is open already" if self._writes else "A snapshot is being read"
            raise ConflictError(f"{inside}: an operation stands alone.")
        with writing(self.path, command, rehearse=rehearse, many=many) as store:
            self._store, self._writes = store, True
            try:
                yield self
            finally:
                self._store, self._writes = None, False

    @contextmanager
    def snapshot(self) -> Iterator[Database]:
        """What is read inside is one state of the database, whatever others write meanwhile."""
        self._refuse_other_threads()
        if self._store is not None:
            yield self
            return
        with reading(self.path) as store:
            self._store = store
            try:
                yield self
            finally:
                self._store = None

    @contextmanager
    def reader(self) -> Iterator[Store]:
        """The store to read from: that of the transaction one is in, else one of its own. It runs SQL: `rows`, `value` …"""
        with self.snapshot():
            assert self._store is not None
            yield self._store

    @contextmanager
    def writer(self, command: str, *, many: bool = False) -> Iterator[Store]:
        """The store to write to: that of the operation one is in, else an operation of its own, called `command`."""
        self._refuse_other_threads()
        if self._store is not None:
            if not self._writes:
                raise ConflictError(
                    "Nothing can be written inside `snapshot`: it is one state of the database."
                )
            # What fails is taken back alone: somebody may go on after the error.
            with self._store.savepoint():
                yield self._store
            return
        with self.operation(command, many=many):
            assert self._store is not None
            yield self._store

    def _refuse_other_threads(self) -> None:
        if get_ident() != self._thread:
            raise ConflictError(
                "This database was opened in another thread. Open it in each thread that uses it."
            )

    # --- what concerns several nouns -------------------------------------------------------------------------------

    def search(
        self,
        words: str = "",
        *,
        sort: str = "relevance",
        limit: int = 20,
        offset: int = 0,
        filters: Filters | None = None,
    ) -> Results:
        """The statements that fit `words`, in the syntax of the command line: a page of hits, and the number of all.

        `filters` narrow them: `onrecord.Filters(by="Ingrid Dahl", since="2024")`.
        """
        from onrecord import search

        with self.reader() as reader:
            return search.search(reader, words, filters, sort=sort, limit=limit, offset=offset)

    def whosaid(self, words: str, *, limit: int = 5) -> list[Meant]:
        """The quotations that half-remembered `words` may be of, the likeliest first, each with everybody it is given to."""
        from onrecord.views.whosaid import who_said

        with self.reader() as reader:
            return who_said(reader, words, limit)

    def verify(self, *keys: str, sources: Sequence[str] = (), copy: int | None = None) -> list[Check]:
        """Checks statements (KEY or KEY@CITEKEY), those of `sources`, or all, against the stored text of their sources.

        What is found against the newest copies is kept beside the records, as `onrecord verify` does; inside `snapshot` it
        is not. `copy` asks that stored copy of each source instead, and keeps nothing.
        """
        from onrecord.statements import verify
        from onrecord.statements.judge import judge

        sources = several("sources", sources)
        keeps = copy is None and (self._store is None or self._writes)
        with self.writer("python: verify") if keeps else self.reader() as store:
            asked = keys or sources
            ids = verify.named(store, keys, sources) if asked else list(verify.checkable(store))
            if keeps:
                return judge(store, ids, everything=not asked)
            return list(verify.check(store, ids, copy=copy))

    def cite(
        self,
        *keys: str,
        style: str = "apa",
        format: str = "text",
        as_: str | None = None,
        locale: str | None = None,
        sort: str | None = None,
        force: bool = False,
    ) -> str:
        """Cites statements, as `onrecord cite` does. ConflictError: a wording failed verification, unless `force`."""
        from onrecord.cite.cited import cite

        quotes = [self.statements.quote(key) for key in keys]
        return cite(quotes, style=style, format=format, as_=as_, locale=locale, sort=sort, force=force)

    def export(
        self, path: str | os.PathLike[str], *names: str, format: str | None = None, force: bool = False
    ) -> None:
        """Writes what `names` name (KEYs, citekeys, claims, speakers), or everything, to a file: whole or not at all.

        The end of the file's name decides the format, unless `format` does; `force` replaces a file that is there.
        """
        from onrecord.exchange.transfer import export

        with self.reader() as reader:
            export(reader, names, _file(path), BytesIO(), format=format, force=force)

    def import_file(
        self, path: str | os.PathLike[str], *, format: str | None = None, by: str | None = None
    ) -> list[Outcome]:
        """Takes the records of a file in; what became of each. Nothing known is changed, and what is refused says why."""
        from onrecord.exchange.transfer import bulk_format, import_file

        file = _file(path)
        if bulk_format(file, format) is not None:
            raise UsageError(
                f"{file} holds statements by the million, which only the command `import` loads."
            )
        with self.writer(f"python: import {file}") as store:
            return list(import_file(store, file, BytesIO(), format=format, by=by))

    def remove(self, name: str) -> list[str]:
        """Removes what is called so, of any noun (`onrecord.names` says how each is named); what was removed, in words.

        ConflictError while other records need it.
        """
        from onrecord.names import find_target
        from onrecord.remove import remove_target

        with self.writer(f"python: remove {name}") as store:
            return remove_target(store, find_target(store, name))


def _file(path: str | os.PathLike[str]) -> str:
    """A file's name, also of one called "-", which the operations take for a stream."""
    name = os.fspath(path)
    return "./-" if name == "-" else name


def open_database(path: str | os.PathLike[str] | None = None, *, create: bool = False) -> Database:
    """Opens a database: the file at `path`, or the one that the command line would use in this folder.

    With `create` a file that is not there is made. DatabaseError: it is not there, is none of onrecord's, or its tables are
    older or newer than this version's (`onrecord migrate` brings older ones up to date).
    """
    place = Path(files.locate(os.fspath(path) if path is not None else None, os.environ, Path.cwd()))
    if create and not os.path.lexists(place):
        from onrecord.db.new_file import create as make

        make(place)
    return Database(place)
