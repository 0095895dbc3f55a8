"""Loading a file: batch by batch, each in a transaction of its own and all in one operation of the history.

Interrupted, what was filed stays and what was under way leaves no trace; the same command then finds the first part known
and goes on. Undoing the operation takes everything back.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.db import history
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.errors import InputError, OnrecordError
from onrecord.exchange.bulk import packed
from onrecord.exchange.bulk.batch import Filed, Filing
from onrecord.exchange.bulk.lines import Line, Rows, damaged, is_damage
from onrecord.exchange.bulk.lines import rows as json_lines
from onrecord.exchange.bulk.said import Said
from onrecord.exchange.bulk.unread import begun
from onrecord.ingest import charsets
from onrecord.model.record import record
from onrecord.text import digests
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

BATCH = 50_000
# Lines with bytes that cannot be read that are named one by one.
_NOTED = 20
# Kinds of reasons to refuse a line, and lines that are named of each.
_KINDS, _LINES = 20, 5
_OTHERS = "it has other faults."
_VARYING = lazy(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\d+")

Read = Callable[[dict[str, Any]], Iterator[Said]]


@record()
class Reason:
    """Why lines were refused: the reason of the first, how many there are like it, and the numbers of the first few."""

    first: str
    count: int
    lines: tuple[int, ...]


@record(kw_only=True)
class Loaded:
    """How far a file has come: of all its lines so far that are not empty, without a heading, what became of the attributions in them.

    `remarks` are what a person should know of the names of speakers that the last batch made.
    `damaged` lines hold bytes that cannot be read; `noted` are the first of them, with the fields. `encoding` is what a file
    was read as that is not UTF-8. `reasons` are the kinds of reasons of what was refused, the first that came first.
    """

    lines: int
    bytes: int
    size: int | None
    added: int
    known: int
    refused: int
    remarks: tuple[str, ...] = ()
    damaged: int = 0
    noted: tuple[tuple[int, tuple[str, ...]], ...] = ()
    encoding: str | None = None
    reasons: tuple[Reason, ...] = ()


class Loading:
    """Loads files into a database, as one operation that is called `command`.

    `rejects` gets every refused line as a JSON line with the file, the line's number and the reason. `strict`: the first
    refused line ends it, and nothing of its batch is kept. `rehearse`: nothing is kept at all.
    """

    def __init__(
        self,
        path: Path,
        command: str,
        *,
        rejects: BinaryIO | None = None,
        strict: bool = False,
        rehearse: bool = False,
    ) -> None:
        self._path, self._command = path, command
        self._rejects, self._strict, self._rehearse = rejects, strict, rehearse
        self._operation: int | None = None

    def standing(self) -> tuple[int | None, int]:
        """What is recorded for good: the operation (None: nothing is), and how many attributions it has."""
        if self._operation is None:
            return None, 0
        with readers.opened(str(self._path)) as reader:
            added = reader.value(
                "SELECT sum(last_row_id - row_id + 1) FROM changes "
                "WHERE operation_id = ? AND table_name = 'attributions' AND kind = 'insert'",
                (self._operation,),
            )
        return (self._operation, int(added)) if added else (None, 0)

    def load(
        self, file: str, standard_input: BinaryIO, read: Read, rows: Rows = json_lines
    ) -> Iterator[Loaded]:
        """How far it has come, after every batch. InputError: the file cannot be read, or, `strict`, a line.

        `rows` divides a file, `read` says what a row of it means.
        """
        digests.expect_many()
        done = Loaded(lines=0, bytes=0, size=None, added=0, known=0, refused=0)
        with ExitStack() as held:
            stream, counted, size = held.enter_context(packed.opened(file, standard_input))
            held.enter_context(_uncollected())
            store = held.enter_context(
                stores.writing(self._path, self._command, rehearse=True)
                if self._rehearse
                else stores.loading(self._path)
            )
            stream, codec = _begun(stream, file)
            for batch in _batches(rows(stream, file, codec), read):
                with nullcontext() if self._rehearse else store.transaction():
                    recording = (
                        None
                        if self._rehearse
                        else history.begin(store.connection, self._command, self._operation)
                    )
                    filed = Filing(store.connection).file(batch)
                    if filed.refused and self._strict:
                        line, reason = filed.refused[0]
                        raise InputError(
                            f"{one_line(file)}, line {line.number}: {reason} "
                            f"Nothing from line {batch[0][0].number} on was taken."
                        )
                    if recording is not None and recording.finish():
                        self._operation = recording.operation
                self._reject(file, filed)
                refused = {line.number for line, _ in filed.refused}
                marked = [
                    (line.number, line.damaged)
                    for line, _ in batch
                    if line.damaged and line.number not in refused
                ]
                done = Loaded(
                    lines=done.lines + len(batch),
                    bytes=counted.count,
                    size=size,
                    added=done.added + filed.added,
                    known=done.known + filed.known,
                    refused=done.refused + len(filed.refused),
                    remarks=filed.remarks,
                    damaged=done.damaged + len(marked),
                    noted=(*done.noted, *marked)[:_NOTED],
                    encoding=charsets.shown(codec) if codec not in (None, "utf-8") else None,
                    reasons=_reasons(done.reasons, filed),
                )
                yield done
        if not done.lines:
            raise InputError(f"{one_line(file)} holds no line.")

    def _reject(self, file: str, filed: Filed) -> None:
        if self._rejects is None:
            return
        for line, reason in filed.refused:
            told = {
                "file": file,
                "line": line.number,
                "reason": reason,
                "content": line.text.decode("utf-8", "backslashreplace").rstrip("\r\n"),
            }
            self._rejects.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
        self._rejects.flush()


def _reasons(before: Sequence[Reason], filed: Filed) -> tuple[Reason, ...]:
    """Those so far with those of a batch: what differs in a number or a name is one kind."""
    kinds = {_VARYING.sub("…", one.first): one for one in before}
    for line, reason in filed.refused:
        kind = _VARYING.sub("…", reason)
        known = kinds.get(kind)
        if known is None and len(kinds) >= _KINDS:
            kind = _OTHERS
            known = kinds.get(kind)
        kinds[kind] = Reason(
            known.first if known else reason if kind != _OTHERS else _OTHERS,
            known.count + 1 if known else 1,
            (*known.lines, line.number)[:_LINES] if known else (line.number,),
        )
    return tuple(kinds.values())


def _begun(stream: BinaryIO, file: str) -> tuple[BinaryIO, str | None]:
    try:
        return begun(stream, file)
    except Exception as error:
        if not is_damage(error):
            raise
        raise damaged(file, 0, error) from None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for circular garbage, which lines do not make, and which takes a tenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _batches(
    rows: Iterator[tuple[Line, dict[str, Any] | str]], read: Read
) -> Iterator[list[tuple[Line, Sequence[Said] | str]]]:
    batch: list[tuple[Line, Sequence[Said] | str]] = []
    held = 0
    for line, found in rows:
        says = found if isinstance(found, str) else _read(found, read)
        batch.append((line, says))
        held += 1 if isinstance(says, str) else len(says)
        if held >= BATCH:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _read(line: dict[str, Any], read: Read) -> Sequence[Said] | str:
    try:
        return list(read(line))
    except OnrecordError as error:
        return error.message
