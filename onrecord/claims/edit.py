"""Changing and removing stances, links and verdicts that are on record."""

from __future__ import annotations

from onrecord.claims import entries
from onrecord.claims.verdicts import VerdictFields, check_scale
from onrecord.db.rows import Claim, ClaimLink, Review, Stance
from onrecord.errors import ConflictError, Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.model.vocabulary import CLAIM_LINKS, STANCES
from onrecord.sources import queries as source_queries
from onrecord.speakers.write import find_speaker
from onrecord.text import dates
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from onrecord.db.store import Store


def edit_stance(
    store: Store, number: int, *, stance: str | None = None, note: str | None = None
) -> list[str]:
    """Changes what a statement says of a claim, or the note of that; returns what changed. An empty note takes it away."""
    if stance is None and note is None:
        raise UsageError("Nothing to change.", hint=Hint("say_stance_edit"))
    if stance is not None and stance not in STANCES:
        raise UsageError(f"{stance!r} is not a stance. Choose from: {', '.join(STANCES)}.")
    row: dict[str, Any] = {} if stance is None else {"stance": stance}
    if note is not None:
        row["note"] = check_input(note, "the note") or None
    return _changed(store, "stances", store.get(Stance, number), row)


def edit_link(store: Store, number: int, kind: str | None) -> list[str]:
    """Changes how a claim bears on another; returns what changed. ConflictError where it does so already."""
    if kind is None:
        raise UsageError("Nothing to change.", hint=Hint("say_link_edit"))
    if kind not in CLAIM_LINKS:
        raise UsageError(f"{kind!r} is not a link. Choose from: {', '.join(CLAIM_LINKS)}.")
    link = store.get(ClaimLink, number)
    twin = store.value(
        "SELECT id FROM claim_links WHERE kind = ?1 AND id <> ?2 AND ((from_id = ?3 AND to_id = ?4) "
        "OR (?1 = 'contradicts' AND from_id = ?4 AND to_id = ?3))",
        (kind, number, link.from_id, link.to_id),
    )
    if twin is not None:
        [other] = entries.links(store, [twin])
        raise ConflictError(f"{other.ref} says so already.")
    return _changed(store, "claim_links", link, {"kind": kind})


@record(kw_only=True)
class VerdictEdits:
    """What shall change of a verdict; None leaves it as it is, an empty text takes it away (but for `by` and `verdict`)."""

    by: str | None = None
    verdict: str | None = None
    source: str | None = None
    rating: str | None = None
    worst: str | None = None
    best: str | None = None
    published: str | None = None


def edit_verdict(store: Store, number: int, edits: VerdictEdits) -> list[str]:
    """Changes a verdict; returns what changed.

    InputError: a date, a rating or a scale that cannot be one; ConflictError: this reviewer gave another verdict there.
    """
    if all(value is None for value in vars(edits).values()):
        raise UsageError("Nothing to change.", hint=Hint("say_verdict_edit"))
    review = store.get(Review, number)
    row: dict[str, Any] = {}
    if edits.verdict is not None:
        row["verdict"] = " ".join(check_input(edits.verdict, "the verdict").split())
        if not row["verdict"]:
            raise InputError("The verdict is empty: give the reviewer's own words, such as “False”.")
    if edits.by is not None:
        row["reviewer_id"] = find_speaker(store, edits.by).id
    if edits.source is not None:
        row["source_id"] = source_queries.source_id(store, edits.source) if edits.source else None
    if edits.published is not None:
        row["published"] = dates.typed(edits.published).text if edits.published else None
    for name in ("rating", "worst", "best"):
        if (given := getattr(edits, name)) is not None:
            row[name] = _number(given, name)
    scale = {name: row.get(name, getattr(review, name)) for name in ("rating", "worst", "best")}
    check_scale(VerdictFields(by="", verdict="", **scale))
    owner = {name: row.get(name, getattr(review, name)) for name in ("reviewer_id", "source_id")}
    twin = store.value(
        "SELECT id FROM reviews WHERE claim_id = ? AND reviewer_id = ? AND source_id IS ? AND id <> ?",
        (review.claim_id, owner["reviewer_id"], owner["source_id"], number),
    )
    if twin is not None:
        [other] = entries.verdicts(store, [twin])
        raise ConflictError(f"{other.ref} is on record already: change or remove that.")
    return _changed(store, "reviews", review, row)


def _number(typed: str, name: str) -> float | None:
    if not typed:
        return None
    try:
        number = float(typed)
    except ValueError:
        number = float("nan")
    if not abs(number) < 1e15:
        raise InputError(f"{typed!r} is not a number: --{name} takes one, such as 2 or 3.5.")
    return number


def remove_stance(store: Store, number: int) -> list[str]:
    """Removes a stance; returns what was removed, in words."""
    [gone] = entries.stances(store, [number])
    store.delete("stances", number)
    return [f"stance {gone.ref} ({gone.stance})"]


def remove_link(store: Store, number: int) -> list[str]:
    """Removes a link; returns what was removed, in words."""
    [gone] = entries.links(store, [number])
    store.delete("claim_links", number)
    return [f"link {gone.ref} ({gone.kind})"]


def remove_verdict(store: Store, number: int) -> list[str]:
    """Removes a verdict; returns what was removed, in words."""
    [gone] = entries.verdicts(store, [number])
    store.delete("reviews", number)
    return [f"verdict {gone.ref} ({gone.verdict.verdict})"]


def remove_verdicts(store: Store, column: str, owner: int) -> list[str]:
    """Removes the verdicts whose `column` ("claim_id", "source_id" or "reviewer_id") names `owner`."""
    numbers = store.column(f"SELECT id FROM reviews WHERE {column} = ? ORDER BY id", (owner,))
    return [words for number in numbers for words in remove_verdict(store, number)]


def remove_ties(store: Store, claim: Claim) -> list[str]:
    """Removes what depends on a claim: the stances on it, its links with other claims, its verdicts."""
    among = "SELECT id FROM {} WHERE {} ORDER BY id"
    stances = store.column(among.format("stances", "claim_id = ?"), (claim.id,))
    links = store.column(among.format("claim_links", "?1 IN (from_id, to_id)"), (claim.id,))
    return [
        *(words for number in stances for words in remove_stance(store, number)),
        *(words for number in links for words in remove_link(store, number)),
        *remove_verdicts(store, "claim_id", claim.id),
    ]


def _changed(store: Store, table: str, before: Stance | ClaimLink | Review, row: dict[str, Any]) -> list[str]:
    differs = {name: value for name, value in row.items() if value != getattr(before, name)}
    if differs:
        store.update(table, before.id, **differs)
    named = {"reviewer_id": "reviewer", "source_id": "source"}
    return [named.get(name, name) for name in differs]
