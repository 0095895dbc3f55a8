"""What shall change of a statement or of one of its attributions."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.model.vocabulary import FORMS, MEDIA, POLARITIES, RANKS, SAID_BASES, STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.statements.fields import RelayFields


@record(kw_only=True)
class Edits:
    """What shall change; None leaves it as it is, an empty text takes it away where it may be missing."""

    text: str | None = None
    language: str | None = None
    place: str | None = None
    occasion: str | None = None
    medium: str | None = None
    note: str | None = None
    by: str | None = None
    form: str | None = None
    polarity: str | None = None
    quoted: tuple[str, ...] = ()
    cue: str | None = None
    named_as: str | None = None
    via: tuple[RelayFields, ...] | None = None
    original: str | None = None
    said: str | None = None
    said_basis: str | None = None
    locator: str | None = None
    translator: str | None = None
    quoted_from: str | None = None
    status: str | None = None
    reason: str | None = None
    rank: str | None = None
    rank_reason: str | None = None
    unverified: bool = False
    accept: str | None = None


OF_THE_STATEMENT = ("note",)
OF_THE_OCCURRENCE = ("language", "place", "occasion", "medium", "cue", "named_as", "rank_reason")
NOT_OF_THE_ATTRIBUTION = frozenset({"text", "unverified", *OF_THE_STATEMENT})
VOCABULARIES = {
    "form": FORMS,
    "polarity": POLARITIES,
    "medium": MEDIA,
    "said_basis": SAID_BASES,
    "status": STATUSES,
    "rank": RANKS,
}
