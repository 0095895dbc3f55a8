"""What is remembered of an item or an annotation to see what became of it: a short digest of everything it said.

`base` is what Zotero had when it was last read, `here` what then stood in the database where that was something else. So
whatever differs from `base` in Zotero was changed there, and what differs from `here` was changed here.
"""

from __future__ import annotations

import json

from onrecord.cite import csl
from onrecord.text import dates
from onrecord.text.digests import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.records import Json

    Marks = Mapping[str, str]

_OWN = ("id", "custom")


def of_item(item: Json) -> dict[str, str]:
    """The marks of a cleaned CSL item by its variables; two ways to write one thing have one mark."""
    return {
        variable: mark(_plain(variable, value)) for variable, value in item.items() if variable not in _OWN
    }


def mark(value: object) -> str:
    """The mark of a value of JSON."""
    return sha256(json.dumps(value, sort_keys=True).encode()).hex()[:10] if value not in (None, "") else ""


def _plain(variable: str, value: object) -> object:
    if variable in csl.NAME_VARIABLES and isinstance(value, list):
        return [csl.full_name(one) for one in value]
    if variable in csl.DATE_VARIABLES and isinstance(value, dict):
        return dates.of_csl(value) or value
    return str(value) if isinstance(value, str | int | float) else value


class Compared:
    """Three tellings of the same: Zotero's last one, Zotero's now, and that of the database."""

    def __init__(self, state: Json, theirs: Marks, ours: Marks) -> None:
        self._base, self._here = _marks(state.get("base")), _marks(state.get("here"))
        self._theirs, self._ours = theirs, ours
        changed = [
            one
            for one in sorted(self._base.keys() | theirs.keys())
            if self._base.get(one, "") != theirs.get(one, "") != ours.get(one, "")
        ]
        self.conflicts = [one for one in changed if self._was_edited(one)]
        self.to_take = [one for one in changed if one not in self.conflicts]

    def state(self, ours: Marks) -> Json:
        """What to remember; `ours` is what the database tells now."""
        here = {
            one: kept
            for one in self._theirs.keys() | ours.keys()
            if (
                kept := self._stood(one)
                if one in self.conflicts or self._was_edited(one)
                else ours.get(one, "")
            )
            != self._theirs.get(one, "")
        }
        return {"base": dict(self._theirs), **({"here": here} if here else {})}

    def _stood(self, key: str) -> str:
        return self._here.get(key, self._base.get(key, ""))

    def _was_edited(self, key: str) -> bool:
        return self._ours.get(key, "") != self._stood(key)


def first(theirs: Marks, ours: Marks) -> Json:
    """What to remember of what was just taken in, or was known before."""
    here = {
        one: ours.get(one, "") for one in _union(theirs, ours) if ours.get(one, "") != theirs.get(one, "")
    }
    return {"base": dict(theirs), **({"here": here} if here else {})}


def _union(*several: Iterable[str]) -> set[str]:
    return set().union(*several)


def _marks(value: object) -> dict[str, str]:
    return (
        {name: one for name, one in value.items() if isinstance(one, str)} if isinstance(value, dict) else {}
    )
