"""Annotations of a running Zotero as quotations: new ones recorded, known ones brought up to date where nobody edited them."""

from __future__ import annotations

from onrecord.db.rows import Attribution, Statement
from onrecord.errors import OnrecordError
from onrecord.exchange.annotations.values import text
from onrecord.exchange.entries import QuoteEntry, Refused
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.zotero.marks import Compared, first, mark
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.tag import tag_statement
from onrecord.text import locators

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from onrecord.db.store import Store
    from onrecord.exchange.taking import Taker
    from onrecord.model.records import Json

_CALLED = {"text": "the wording", "page": "the page", "note": "the note"}


class Annotations:
    """Takes the annotations of items in. `unquoting` counts those that quote nothing."""

    def __init__(self, store: Store, taker: Taker) -> None:
        self._store = store
        self._taker = taker
        self.unquoting = 0

    def take(
        self, source: int, marked: Sequence[tuple[Json, QuoteEntry | Refused]], held: object
    ) -> tuple[dict[str, Json], list[Outcome], bool]:
        """What is to be remembered of each by its key, what became of them, and whether one waits for something.

        `held` is what was remembered before.
        """
        kept: dict[str, Json] = dict(held) if isinstance(held, dict) else {}
        done: list[Outcome] = []
        waiting = False
        for annotation, entry in marked:
            key = text(annotation.get("key")) or ""
            before = kept.get(key)
            if isinstance(entry, Refused):
                self.unquoting += before is None
                kept.setdefault(key, {})
            elif isinstance(before, dict) and before.get("statement"):
                outcomes, kept[key] = self._updated(source, str(before["statement"]), entry, before)
                done += outcomes
            else:
                outcomes = self._taker.take(entry)
                done += outcomes
                recorded = next(
                    (
                        outcome.name
                        for outcome in outcomes
                        if outcome.what == "quotation" and outcome.did != "refused"
                    ),
                    None,
                )
                if recorded is None:
                    waiting = True
                else:
                    kept[key] = self._first(source, recorded.partition("@")[0], entry)
        return kept, done, waiting

    def _first(self, source: int, statement: str, entry: QuoteEntry) -> Json:
        """What is to be remembered of one that was just taken."""
        recorded = self._recorded(source, statement)
        theirs = _theirs(entry)
        # The wording follows the stored text; a note that was there is somebody's.
        ours = _ours(*recorded) | {"note": theirs["note"]} if recorded else {}
        return {"statement": statement, "tags": list(entry.tags), **first(theirs, ours)}

    def _updated(self, source: int, key: str, entry: QuoteEntry, before: Json) -> tuple[list[Outcome], Json]:
        recorded = self._recorded(source, key)
        if recorded is None:  # somebody removed it
            return [], before
        statement, attributions = recorded
        theirs = _theirs(entry)
        compared = Compared(before, theirs, _ours(statement, attributions))
        failed: dict[str, str] = {}
        for field in compared.to_take:
            try:
                with self._store.savepoint():
                    self._take(field, statement, attributions, entry)
            except OnrecordError as error:
                failed[field] = error.message
        was = before.get("tags")
        old = [one for one in was if isinstance(one, str)] if isinstance(was, list) else []
        tags = self._tags(statement, old, entry.tags)
        taken = [_CALLED[one] for one in compared.to_take if one not in failed] + (
            ["the tags"] if tags else []
        )
        now = self._recorded(source, key) or recorded
        state = {"statement": key, "tags": list(entry.tags), **compared.state(_ours(*now))}
        outcome = Outcome(
            did="conflict" if compared.conflicts or failed else "changed" if taken else "known",
            where=entry.where,
            what="quotation",
            name=key,
            reason="; ".join(self._reasons(compared.conflicts, failed, taken)) or None,
        )
        return [outcome], state

    def _reasons(
        self, conflicts: Sequence[str], failed: dict[str, str], taken: Sequence[str]
    ) -> Iterator[str]:
        for conflict in conflicts:
            yield f"{_CALLED[conflict]} was edited here and changed in Zotero: what stands here is kept"
        for one, why in failed.items():
            yield f"{_CALLED[one]} was changed in Zotero and is kept as it is: {why}"
        if taken:
            yield f"changed: {', '.join(taken)}"

    def _recorded(self, source: int, key: str) -> tuple[Statement, list[Attribution]] | None:
        """The statement and what this source has of it; None where it is not there any more."""
        statement = self._store.one(Statement, "key = ?", (key,))
        if statement is None:
            return None
        attributions = self._store.all(
            Attribution, "statement_id = ? AND source_id = ?", (statement.id, source)
        )
        return (statement, attributions) if attributions else None

    def _take(
        self, what: str, statement: Statement, attributions: Sequence[Attribution], entry: QuoteEntry
    ) -> None:
        """Takes what Zotero has now. OnrecordError where that cannot be."""
        if what == "note":
            self._store.update("statements", statement.id, note=entry.note)
        elif what == "page":
            given = f"{entry.locator_label} {entry.locator}" if entry.locator else None
            locator = locators.parse_locator(given) if given else None
            row: dict[str, Any] = {
                "locator_label": locator.label if locator else None,
                "locator": locator.value if locator else None,
                "page_index": entry.page_index,
            }
            for attribution in attributions:
                self._store.update("attributions", attribution.id, **row)
        else:
            every = self._store.value(
                "SELECT count(*) FROM attributions WHERE statement_id = ?", (statement.id,)
            )
            if every > len(attributions):
                raise OnrecordError("other sources have the same words.")
            edit_quote(self._store, statement.key, Edits(text=entry.text, unverified=True))

    def _tags(self, statement: Statement, before: Sequence[str], now: Sequence[str]) -> bool:
        """Adds the tags that were added in Zotero, and takes off those that were taken off there."""
        carried = tag_statement(self._store, statement.id, ())
        add = [one for one in now if one not in before and one not in carried]
        remove = [one for one in before if one not in now and one in carried]
        tag_statement(self._store, statement.id, add, remove)
        return bool(add or remove)


def _theirs(entry: QuoteEntry) -> dict[str, str]:
    return {
        "text": mark(" ".join(entry.text.split())),
        "page": mark(entry.locator),
        "note": mark(entry.note),
    }


def _ours(statement: Statement, attributions: Sequence[Attribution]) -> dict[str, str]:
    wording = attributions[0].wording or statement.text
    return {
        "text": mark(" ".join(wording.split())),
        "page": mark(attributions[0].locator),
        "note": mark(statement.note),
    }
