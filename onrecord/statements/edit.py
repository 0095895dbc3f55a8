"""Changing what is recorded of a statement or of one of its attributions."""

from __future__ import annotations

from onrecord.db.rows import Attribution, Statement
from onrecord.errors import Hint, UsageError
from onrecord.statements import queries as statement_queries
from onrecord.statements.edits import NOT_OF_THE_ATTRIBUTION, OF_THE_STATEMENT, VOCABULARIES
from onrecord.statements.rules import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.statements.edits import Edits


def edit_quote(store: Store, reference: str, edits: Edits) -> list[str]:
    """Changes the statement or attribution that `reference` names; returns what changed, in words.

    A KEY means the statement, and its attribution too where it has just one. A new wording is looked up again in
    every source that gives the old one: WordingError where it is not there.
    """
    changed = [
        name for name, value in vars(edits).items() if name != "unverified" and value not in (None, ())
    ]
    if not changed:
        raise UsageError("Nothing to change.", hint=Hint("say_edit"))
    for name, words in VOCABULARIES.items():
        value = getattr(edits, name)
        if value and value not in words:
            raise UsageError(f"{value!r} is not a {name}. Choose from: {', '.join(words)}.")
    statement = store.get(Statement, statement_queries.statement_of(store, reference))
    for name in OF_THE_STATEMENT:
        value = getattr(edits, name)
        if value is not None:
            store.update("statements", statement.id, **{name: optional(value, name)})
    if edits.text is not None:
        from onrecord.statements.edit_attribution import reword

        reword(store, statement, edits)
    if set(changed) - NOT_OF_THE_ATTRIBUTION:
        from onrecord.statements.edit_attribution import edit_attribution

        attribution = store.get(Attribution, statement_queries.one_attribution(store, reference))
        edit_attribution(store, attribution, store.get(Statement, statement.id), edits)
    return changed
