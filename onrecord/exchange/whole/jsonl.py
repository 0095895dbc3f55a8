"""Whole records as JSON Lines: one row a line, as an object whose `type` says of which table."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring as quoted

from onrecord.errors import InputError
from onrecord.exchange.lines import lines
from onrecord.exchange.whole.closure import chosen_rows
from onrecord.exchange.whole.dump import columns
from onrecord.exchange.whole.tables import VERSION
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from onrecord.db.store import Store
    from onrecord.exchange.outcomes import Outcome
    from onrecord.exchange.selection import Selection
    from onrecord.exchange.whole.restore import Restorer

HEADER = "onrecord"
# What some program takes for a line end or obeys, and halves of characters, which UTF-8 cannot hold.
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ESCAPED = lazy("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def looks_like(head: bytes) -> bool:
    """Whether a file begins as these do."""
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"type"\s*:\s*"onrecord"', head) is not None


def write(selection: Selection, out: BinaryIO) -> None:
    """Every row that is selected, parents first, after a line that says what this is."""
    out.write(_line({"type": HEADER, "version": VERSION}))
    for kind, fields in columns(selection.reader, chosen_rows(selection)):
        # Field by field: most of what is written are strings, which are quoted in C.
        told = [_told(name, values) for name, values in fields.items()]
        start = f'{{"type":{quoted(kind.name)}'
        out.writelines(_safe(f"{start}{''.join(parts)}}}") for parts in zip(*told, strict=True))


def _told(name: str, values: Sequence[object]) -> list[str]:
    """The part of each line that has a field; nothing where it is NULL."""
    start = f",{quoted(name)}:"
    return [
        start + quoted(value) if type(value) is str else "" if value is None else start + _written(value)
        for value in values
    ]


def _line(row: dict[str, object]) -> bytes:
    return _safe(_written(row))


def _safe(text: str) -> bytes:
    if not text.isprintable():  # few lines are not, and all of them are looked at in C
        text = _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f"{text}\n".encode()


def restore(store: Store, stream: BinaryIO, name: str) -> Iterator[Outcome]:
    """Takes the rows in; InputError where the file is none of these, or of a newer onrecord."""
    from onrecord.exchange.outcomes import Outcome
    from onrecord.exchange.whole.restore import Restorer

    restorer: Restorer | None = None
    for number, line in lines(stream, name):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            if restorer is None:
                raise _foreign(name) from None
            why = "it is nested too deeply" if isinstance(error, RecursionError) else f"{error}"
            yield Outcome(did="refused", where=where, what="row", reason=f"it is not JSON: {why}.")
            continue
        if restorer is None:
            restorer = Restorer(store, check_header(row, name))
            continue
        if not isinstance(row, dict):
            yield Outcome(did="refused", where=where, what="row", reason="it is not a JSON object.")
            continue
        yield restorer.take(row.pop("type", None), row, where)
    if restorer is None:
        raise _foreign(name)
    yield from restorer.finish()


def check_header(row: object, name: str) -> int:
    """The version of the rows; InputError where the first row does not say that these are onrecord's, in a version that is known."""
    if not isinstance(row, dict) or row.get("type") != HEADER:
        raise _foreign(name)
    version = row.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise InputError(f"{one_line(name)} was written by a newer onrecord. Update, then import it.")
    return version


def _foreign(name: str) -> InputError:
    return InputError(
        f'{one_line(name)} is not an export of whole records: its first row is not of the type "{HEADER}".'
    )
