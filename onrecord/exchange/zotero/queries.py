"""What is remembered of a Zotero: in the record of each source which item it is and what that last was, and in the history
when a library was read and how far it had come.

Both stand in the database and nowhere beside it: what `undo` takes back is forgotten with it, a copy of the file knows as
much as the file, and nothing can be out of step. The history's part is a remark behind the command line, as a shell reads
it: `onrecord import zotero: # zotero users/4711 at 1234 2024-03-14T08:30:00Z`.
"""

from __future__ import annotations

import json

from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.db.reader import Reader
    from onrecord.exchange.zotero.scope import Scope
    from onrecord.model.records import Json

_READ = lazy(r"(?a) # zotero (\S+) at (\d{1,15}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")


@record(kw_only=True)
class Remembered:
    """What the database knows of a part of a Zotero.

    `items` are the ids of sources by the keys of items; `waiting` those of which something could not be taken, `without_files`
    those whose files were not asked for; `removed` were taken in once and removed here by somebody. `annotations` are
    those of quotations, with their sources. `version` and `at`
    are those of the last reading, None where there was none.
    """

    items: Mapping[str, int]
    annotations: Mapping[str, int]
    waiting: frozenset[str]
    without_files: frozenset[str]
    removed: frozenset[str]
    version: int | None
    at: str | None


def remark(scope: Scope, version: int, moment: str) -> str:
    """What the history is to remember of a reading."""
    return f" # zotero {scope.name} at {version} {moment}"


def states(custom: Json | None) -> dict[str, Json]:
    """The states that the record of a source (its CSL item) holds of items, by library and key."""
    held: object = custom
    for name in ("custom", "zotero", "from"):
        held = held.get(name) if isinstance(held, dict) else None
    found = held if isinstance(held, dict) else {}
    return {link: state for link, state in found.items() if isinstance(state, dict)}


def remembered(reader: Reader, scope: Scope) -> Remembered:
    """What is known of the library that `scope` is a part of."""
    items: dict[str, int] = {}
    annotations: dict[str, int] = {}
    waiting, without_files = set(), set()
    before = f"{scope.library}/"
    for source, written in reader.rows("SELECT id, csl FROM sources WHERE csl LIKE '%\"zotero\"%'"):
        for link, state in states(json.loads(written)).items():
            key = link.removeprefix(before)
            if key == link:
                continue
            items[key] = source
            annotations |= _quoting(state.get("annotations"), source)
            if state.get("waiting"):
                waiting.add(key)
            if "files" not in state:
                without_files.add(key)
    version, moment = _last(reader, scope)
    return Remembered(
        items=items,
        annotations=annotations,
        waiting=frozenset(waiting),
        without_files=frozenset(without_files),
        removed=frozenset(_removed(reader, before) - items.keys()),
        version=version,
        at=moment,
    )


def _quoting(annotations: object, source: int) -> dict[str, int]:
    held = annotations if isinstance(annotations, dict) else {}
    return {key: source for key, state in held.items() if isinstance(state, dict) and state.get("statement")}


def _last(reader: Reader, scope: Scope) -> tuple[int | None, str | None]:
    """How far the last reading came, of this part or of the whole library."""
    for command in reader.column(
        "SELECT command FROM operations AS o WHERE command LIKE '%# zotero %' AND undoes_id IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM operations WHERE undoes_id = o.id) ORDER BY id DESC"
    ):
        # What was typed stands in quotation marks where it holds such signs, and ends with one.
        match = _READ.search(command)
        if match and command.endswith(match[0]) and match[1] in (scope.name, scope.library):
            return int(match[2]), match[3]
    return None, None


def _removed(reader: Reader, before: str) -> set[str]:
    """Items whose sources somebody removed; what was undone was not."""
    return {
        link.removeprefix(before)
        for row in reader.column(
            "SELECT c.before FROM changes AS c JOIN operations AS o ON o.id = c.operation_id "
            "WHERE c.table_name = 'sources' AND c.kind = 'delete' AND o.undoes_id IS NULL "
            "AND c.before LIKE '%zotero%' AND NOT EXISTS (SELECT 1 FROM operations WHERE undoes_id = o.id)"
        )
        for link in states(_item(json.loads(row).get("csl")))
        if link.startswith(before)
    }


def _item(written: object) -> Json | None:
    made = json.loads(written) if isinstance(written, str) else written
    return made if isinstance(made, dict) else None
