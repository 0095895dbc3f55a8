"""A plugin of sqlite-utils: onrecord's own SQL functions in every `sqlite-utils` command.

    sqlite-utils onrecord.db "select name from speaker_names where name_key = onrecord_name_key('Шойгу')"

`onrecord_fold` is what the full text has of a wording, `onrecord_name_key` what the spellings of a name have in common,
`onrecord_earliest` and `onrecord_latest` the first and last day of an EDTF date as the tables keep them (proleptic
Gregorian day numbers; NULL for an open end, and for what is no date).
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import hookimpl

from onrecord.errors import OnrecordError
from onrecord.text import edtf
from onrecord.text.namekeys import name_key
from onrecord.text.wordfold import copy_of


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Makes the functions known to a connection."""
    for name, function in (
        ("onrecord_fold", _folded),
        ("onrecord_name_key", lambda name: None if name is None else name_key(str(name))),
        ("onrecord_earliest", lambda date: _days(date)[0]),
        ("onrecord_latest", lambda date: _days(date)[1]),
    ):
        conn.create_function(name, 1, function, deterministic=True)


def _folded(text: object) -> str | None:
    return None if text is None else copy_of(str(text)) or str(text)


def _days(date: object) -> tuple[int | None, int | None]:
    if date is None:
        return None, None
    try:
        parsed = edtf.parse(str(date))
    except OnrecordError:
        return None, None
    return parsed.earliest, parsed.latest
