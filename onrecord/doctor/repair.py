"""Mending what can be mended: after a copy of the file beside it, and in one operation where rows are changed."""

from __future__ import annotations

from pathlib import Path

from onrecord.db import files, look, schema
from onrecord.db.history import adopt_rows
from onrecord.db.migrate import schema as parts_of
from onrecord.db.observations import keep_in
from onrecord.db.reports import explaining
from onrecord.db.store import writing
from onrecord.doctor import history, texts, words
from onrecord.doctor.examine import faults
from onrecord.text.namekeys import name_key
from onrecord.text.names import script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store
    from onrecord.doctor.kinds import Fault

_PARTS = frozenset(("table", "view", "index", "trigger-gone", "trigger-changed"))
_BENEATH = frozenset(("index-entries", "ids", "version", "fulltext", "folded", "open-operation"))
_COPIES = frozenset(("said-days", "issued-days", "text-key", "name-key", "url-key"))


def plan(faults: Sequence[Fault]) -> list[str]:
    """What would be done, a phrase each."""
    return list(dict.fromkeys(fault.kind.mends for fault in faults if fault.kind.mends))


def repair(path: Path, noticed: Sequence[Fault], command: str) -> Path | None:
    """Mends what of `noticed` can be mended, and gives the copy of the file as it was; None where there was nothing to do.

    What changes rows is one operation of the history, called `command`. DatabaseError: it cannot be mended; then what
    was mended before stands, and the copy has what stood there.
    """
    kinds = frozenset(one.kind.name for one in noticed if one.kind.mends)
    if not kinds:
        return None
    backup = _copied(path)
    if "application" in kinds:
        with explaining(path):
            look.mark(path)
        # Only now can be asked what else there is.
        repair(path, faults(path), command)
        return backup
    expected = parts_of(files.SCHEMA_VERSION)
    with explaining(path):
        if kinds & _BENEATH:
            look.mend(path, expected, kinds)
    if kinds & _PARTS:
        schema.upgrade(path, repair=True)
    with writing(path, command) as store:
        _mend_rows(store, kinds)
    return backup


def _copied(path: Path) -> Path:
    """A copy beside the file, whatever is wrong with it."""
    from onrecord.db.restore import copied_aside

    with explaining(path, "nothing was changed"):
        return copied_aside(path, "before-repair")


def _mend_rows(store: Store, kinds: frozenset[str]) -> None:
    if kinds & _COPIES:
        for kind, table, row, values in list(words.wrong_copies(store)):
            if kind in kinds:
                store.update(table, row, **values)
    if "preferred-name" in kinds:
        for speaker, name in store.rows(
            "SELECT id, name FROM speakers WHERE NOT EXISTS (SELECT 1 FROM speaker_names WHERE speaker_id = speakers.id "
            "AND speaker_names.name = speakers.name)"
        ):
            has = store.value(
                "SELECT 1 FROM speaker_names WHERE speaker_id = ? AND kind = 'preferred'", (speaker,)
            )
            store.insert(
                "speaker_names",
                speaker_id=speaker,
                name=name,
                name_key=name_key(name),
                script=script_of(name),
                kind="alias" if has else "preferred",
            )
    if "unrecorded-row" in kinds:
        adopt_rows(
            store.connection,
            [
                where
                for kind, where in history.seen(store)
                if kind == "unrecorded-row" and not isinstance(where, str)
            ],
        )
    if "outcome" in kinds:
        outcomes: dict[str, list[int]] = {}
        for row, outcome in texts.outcomes(store):
            outcomes.setdefault(outcome, []).append(row)
        keep_in(store.connection, outcomes)
