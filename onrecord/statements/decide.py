"""What somebody decides where sources disagree: which attribution to prefer, which to deprecate, or that both may stand."""

from __future__ import annotations

from onrecord.db.rows import Attribution
from onrecord.errors import ConflictError, Hint, InputError
from onrecord.model.record import Told, record
from onrecord.statements import queries as statement_queries
from onrecord.statements.conflicts import conflicts, every_conflict
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store


@record()
class Decided(Told):
    """What was decided: of which attribution or statement, how it ranks now, why, what it settles, and whose rank was taken back."""

    ref: str
    rank: str | None
    reason: str
    about: tuple[str, ...]
    before: tuple[str, ...]


def prefer(store: Store, reference: str, reason: str, about: str | None = None) -> Decided:
    """Prefers an attribution to the others of its statement, and remembers that it is right where these disagree with it.

    A decision for another one of them is replaced. `about`: the conflicts about this alone. InputError without a reason;
    NotFoundError, AmbiguousError.
    """
    because = _reason(reason)
    chosen = statement_queries.one_attribution(store, reference)
    ref = statement_queries.references(store, [chosen])[chosen]
    statement = store.get(Attribution, chosen).statement_id
    before = _preferred(store, statement, but=chosen)
    for other in before:
        store.update("attributions", other, rank="normal", rank_reason=None)
    store.update("attributions", chosen, rank="preferred", rank_reason=because)
    # Only now: what was deprecated was in no conflict.
    settled = []
    for conflict in every_conflict(store, ref.partition("@")[0]):
        if about not in (None, conflict.about):
            continue
        for pair in conflict.pairs:
            if chosen in pair:
                decision = "first" if pair[0] == chosen else "second"
                _remember(store, pair, conflict.about, decision, because)
                settled.append(conflict.about)
    return Decided(ref, "preferred", because, tuple(dict.fromkeys(settled)), tuple(before.values()))


def deprecate(store: Store, reference: str, reason: str) -> Decided:
    """Deprecates an attribution: it is out of every conflict, and the reason is printed wherever it is cited."""
    because = _reason(reason)
    chosen = statement_queries.one_attribution(store, reference)
    ref = statement_queries.references(store, [chosen])[chosen]
    settled = [
        conflict.about
        for conflict in conflicts(store, ref.partition("@")[0])
        if any(chosen in pair for pair in conflict.open)
    ]
    edit_quote(store, ref, Edits(rank="deprecated", rank_reason=because))
    return Decided(ref, "deprecated", because, tuple(dict.fromkeys(settled)), ())


def let_stand(store: Store, reference: str, reason: str, about: str | None = None) -> Decided:
    """Remembers that all sides of the conflicts of a statement may stand, whatever was decided of them before.

    What was preferred is preferred no more, unless it is still right about something else. ConflictError: sources do not disagree.
    """
    because = _reason(reason)
    statement = statement_queries.statement_of(store, reference)
    key = str(store.value("SELECT key FROM statements WHERE id = ?", (statement,)))
    settled = []
    for conflict in every_conflict(store, key):
        if about in (None, conflict.about):
            for pair in conflict.pairs:
                _remember(store, pair, conflict.about, "both", because)
            settled.append(conflict.about)
    if not settled:
        raise ConflictError(f"Sources do not disagree on {key}.", hint=Hint("list_conflicts"))
    before = {
        number: ref for number, ref in _preferred(store, statement).items() if not _is_right(store, number)
    }
    for other in before:
        store.update("attributions", other, rank="normal", rank_reason=None)
    return Decided(key, None, because, tuple(dict.fromkeys(settled)), tuple(before.values()))


def _is_right(store: Store, attribution: int) -> bool:
    """Whether a decision says that this attribution is right."""
    return bool(
        store.rows(
            "SELECT 1 FROM decisions WHERE (first_id = ?1 AND decision = 'first') OR (second_id = ?1 AND decision = 'second') LIMIT 1",
            (attribution,),
        )
    )


def _preferred(store: Store, statement: int, *, but: int | None = None) -> dict[int, str]:
    """The attributions of a statement that are preferred, each with its reference."""
    ids = store.column(
        "SELECT id FROM attributions WHERE statement_id = ? AND rank = 'preferred' AND id IS NOT ?",
        (statement, but),
    )
    return statement_queries.references(store, ids)


def _reason(typed: str) -> str:
    reason = check_input(typed, "the reason") if typed else ""
    if not reason.strip():
        raise InputError("A decision needs a reason: it is kept with it.", hint=Hint("give_reason"))
    return reason


def _remember(store: Store, pair: tuple[int, int], about: str, decision: str, reason: str) -> None:
    """Keeps what was decided of two attributions, in place of what was decided before."""
    known = store.value(
        "SELECT id FROM decisions WHERE about = ?1 AND (first_id, second_id) IN (VALUES (?2, ?3), (?3, ?2))",
        (about, *pair),
    )
    if known is not None:
        store.delete("decisions", known)
    store.insert(
        "decisions", first_id=pair[0], second_id=pair[1], about=about, decision=decision, reason=reason
    )
