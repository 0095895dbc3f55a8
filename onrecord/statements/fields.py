"""What somebody says of a quotation that is to be recorded."""

from __future__ import annotations

from onrecord.errors import Hint, UsageError
from onrecord.model.record import record
from onrecord.model.vocabulary import FORMS, MEDIA, POLARITIES, STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.statements.place import At


@record(kw_only=True)
class RelayFields:
    """A hop as given: who passed the statement on, with which words, citing which source.

    `named_as` is the name as printed; without it, `speaker` where that is a name and not the slug.
    """

    speaker: str
    cue: str | None = None
    cited_source: str | None = None
    named_as: str | None = None


@record(kw_only=True)
class QuoteFields:
    """What somebody says of a quotation. `via` runs from the hop nearest to the speaker outwards.

    `polarity` is what the source has the speaker do with the words; None: what the cue expresses. `polarity_basis` goes
    with one that is given: "stated" where a person decided so.

    `original` is the work of the speaker's own that the source quotes.

    `kind` and `via_kind` are for speakers that `new_speaker` lets be made; None: a person says it, an
    organisation passes it on. `accept` is why an elided or inverted wording may pass. `at` is the place where it stands, where that is known: then nothing is looked for, and
    `text` is for the reader of an error only.
    """

    text: str
    by: str
    source: str
    form: str | None = None
    polarity: str | None = None
    polarity_basis: str | None = "stated"
    quoted: tuple[str, ...] = ()
    cue: str | None = None
    named_as: str | None = None
    via: tuple[RelayFields, ...] = ()
    original: str | None = None
    said: str | None = None
    said_basis: str | None = None
    place: str | None = None
    occasion: str | None = None
    medium: str | None = None
    locator: str | None = None
    translator: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    status: str = "sourced"
    reason: str | None = None
    of: str | None = None
    quoted_from: str | None = None
    page_index: int | None = None
    unverified: bool = False
    accept: str | None = None
    new_speaker: bool = False
    kind: str | None = None
    via_kind: str | None = None
    unnamed: bool = False
    at: At | None = None


def check(fields: QuoteFields) -> None:
    """UsageError for a word that is none of a vocabulary, and for words that do not go together."""
    for value, known, what in (
        (fields.form, FORMS, "form"),
        (fields.polarity, POLARITIES, "polarity"),
        (fields.medium, MEDIA, "medium"),
        (fields.status, STATUSES, "status"),
    ):
        if value is not None and value not in known:
            raise UsageError(f"{value!r} is not a {what}. Choose from: {', '.join(known)}.")
    if fields.status != "sourced" and not (fields.reason or "").strip():
        raise UsageError(
            f"The status {fields.status} needs a reason: it is printed wherever this is cited.",
            hint=Hint("give_reason"),
        )
    if fields.unnamed and not fields.new_speaker:
        raise UsageError("Only a new speaker can be said to be unnamed.", hint=Hint("make_unnamed"))
