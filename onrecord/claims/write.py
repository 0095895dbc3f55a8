"""Claims: propositions in neutral words, what statements say of them, and how they bear on each other."""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.db.rows import Claim, Stance, Statement
from onrecord.errors import ConflictError, Hint, InputError, NotFoundError, UsageError
from onrecord.model.claim_records import ClaimRecord
from onrecord.model.vocabulary import CLAIM_LINKS, STANCES
from onrecord.statements import queries as statement_queries
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store


def add_claim(store: Store, text: str, note: str | None = None) -> tuple[ClaimRecord, bool]:
    """Adds a claim; False where it is recorded already."""
    wording = _wording(text)
    known = store.value("SELECT id FROM claims WHERE text = ?", (wording,))
    if known is not None:
        return claim_queries.claim_record(store, known), False
    checked = check_input(note, "the note") if note else None
    made = store.insert("claims", key=_new_key(store, wording), text=wording, note=checked)
    return claim_queries.claim_record(store, made), True


def _wording(text: str) -> str:
    wording = " ".join(check_input(text, "the claim").split())
    if not any(character.isalnum() for character in wording):
        raise InputError("The claim holds no letter or digit.")
    return wording


def _new_key(store: Store, wording: str) -> str:
    from onrecord.text import fold, slugs  # of a new claim alone, and long to load

    # The prefix keeps claims and statements apart on the command line.
    length = 6
    while True:
        key = "c-" + slugs.statement_key(fold.identity_fold(wording), "", None, length=length)
        if store.value("SELECT 1 FROM claims WHERE key = ?", (key,)) is None:
            return key
        length += 1


def find_claim(store: Store, wanted: str) -> Claim:
    """The claim with this key, or an unambiguous beginning of it, or this very wording."""
    return store.get(Claim, claim_queries.claim_id(store, wanted))


def take_stance(
    store: Store, key: str, claim_name: str, stance: str | None, note: str | None = None
) -> Claim:
    """Records what a statement says of a claim, instead of what it said before; None takes it away. The claim."""
    if stance is not None and stance not in STANCES:
        raise UsageError(f"{stance!r} is not a stance. Choose from: {', '.join(STANCES)}.")
    statement = store.get(Statement, statement_queries.statement_of(store, key))
    claim = find_claim(store, claim_name)
    known = store.one(Stance, "statement_id = ? AND claim_id = ?", (statement.id, claim.id))
    checked = (check_input(note, "the note") or None) if note is not None else None
    if stance is None:
        if known is None:
            raise NotFoundError(f"{statement.key} takes no stance on {claim.key}.")
        store.delete("stances", known.id)
    elif known is None:
        store.insert("stances", statement_id=statement.id, claim_id=claim.id, stance=stance, note=checked)
    else:
        store.update("stances", known.id, stance=stance, note=checked if note is not None else known.note)
    return claim


def link_claims(store: Store, first: str, second: str, kind: str) -> Claim:
    """Records that `first` contradicts or supports `second`, and returns the first. A contradiction holds in both directions."""
    if kind not in CLAIM_LINKS:
        raise UsageError(f"{kind!r} is not a link. Choose from: {', '.join(CLAIM_LINKS)}.")
    claim, other = find_claim(store, first), find_claim(store, second)
    if claim.id == other.id:
        raise ConflictError("A claim cannot be linked to itself.")
    pairs = [(claim.id, other.id)] + ([(other.id, claim.id)] if kind == "contradicts" else [])
    if not any(_linked(store, pair, kind) for pair in pairs):
        store.insert("claim_links", from_id=claim.id, to_id=other.id, kind=kind)
    return claim


def _linked(store: Store, pair: tuple[int, int], kind: str) -> bool:
    row = store.value("SELECT 1 FROM claim_links WHERE from_id = ? AND to_id = ? AND kind = ?", (*pair, kind))
    return row is not None


def edit_claim(store: Store, claim: Claim, *, text: str | None = None, note: str | None = None) -> list[str]:
    """Changes the wording or the note of a claim; returns what changed. Its key stays. An empty note takes it away.

    ConflictError where another claim is worded so.
    """
    if text is None and note is None:
        raise UsageError("Nothing to change.", hint=Hint("say_claim_edit"))
    row: dict[str, str | None] = {}
    if text is not None:
        row["text"] = _wording(text)
        other = store.value("SELECT key FROM claims WHERE text = ? AND id <> ?", (row["text"], claim.id))
        if other is not None:
            raise ConflictError(f"That is the wording of claim {other} already.")
    if note is not None:
        row["note"] = check_input(note, "the note") or None
    differs = {name: value for name, value in row.items() if value != getattr(claim, name)}
    if differs:
        store.update("claims", claim.id, **differs)
    return list(differs)


def record_of_claim(store: Store, claim: Claim) -> ClaimRecord:
    """The claim, who asserts, denies and questions it, and the claims it bears on."""
    return claim_queries.claim_record(store, claim.id)


def remove_claim(store: Store, claim: Claim) -> list[str]:
    """Removes a claim. ConflictError while statements, other claims or verdicts are linked to it."""
    from onrecord.claims import entries

    among = "SELECT id FROM {} WHERE {} ORDER BY id"
    stances = entries.stances(store, store.column(among.format("stances", "claim_id = ?"), (claim.id,)))
    links = entries.links(
        store, store.column(among.format("claim_links", "?1 IN (from_id, to_id)"), (claim.id,))
    )
    verdicts = entries.verdicts(store, store.column(among.format("reviews", "claim_id = ?"), (claim.id,)))
    needed = [f"the stance {stance.ref}" for stance in stances]
    needed += [f"the link {link.ref}" for link in links]
    needed += [f"the verdict {verdict.ref}" for verdict in verdicts]
    if needed:
        shown = ", ".join(needed[:5]) + (f" and {len(needed) - 5} more" if len(needed) > 5 else "")
        raise ConflictError(f"{claim.key} is needed by {shown}.", hint=Hint("remove_cascade"))
    store.delete("claims", claim.id)
    return [f"claim {claim.key}"]
