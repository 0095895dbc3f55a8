"""Proposals: statements that extraction found in a stored text, waiting for a person's decision or having had it."""

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, index_of_some, of_sqlite, one_of, restricted
from onrecord.model.vocabulary import FORMS, POLARITIES, PROPOSAL_STATES, SAID_BASES, SPEAKER_KINDS


class Proposal(Base):
    """One statement that a stored text seems to give to somebody.

    `stretches` are its places, [start, end] pairs of code points in ascending order, several where it is
    interrupted. `place_key` and `text_key` are the place and the folded wording as they were first proposed, and stay
    when a person moves the place: reading the source again proposes nothing twice. `speaker` is the name to find or
    make the speaker by (NULL: the text does not say), `speaker_slug` the known speaker that a person chose,
    `named_as` the name as printed, `speaker_start` and `speaker_end` where the words for the speaker stand. `via` is a
    list of objects (speaker, slug, named_as, cue, kind, unnamed), nearest to the speaker first. `attribution_id` is
    what came of it.
    """

    __tablename__ = "proposals"

    id: Mapped[Id]
    snapshot_id: Mapped[int] = mapped_column(restricted("snapshots.id"))
    place_key: Mapped[str]
    text_key: Mapped[str] = mapped_column(index=True)
    stretches: Mapped[list[list[int]]] = mapped_column(JSON)
    form: Mapped[str]
    polarity: Mapped[str] = mapped_column(default="asserted", server_default="asserted")
    speaker: Mapped[str | None]
    speaker_slug: Mapped[str | None]
    named_as: Mapped[str | None]
    speaker_start: Mapped[int | None]
    speaker_end: Mapped[int | None]
    speaker_kind: Mapped[str]
    unnamed: Mapped[bool]
    cue: Mapped[str | None]
    via: Mapped[list[dict[str, object]]] = mapped_column(JSON)
    said: Mapped[str | None]
    said_basis: Mapped[str | None]
    confidence: Mapped[float]
    reason: Mapped[str]
    engine: Mapped[str]
    state: Mapped[str] = mapped_column(default="open", server_default="open")
    attribution_id: Mapped[int | None] = mapped_column(restricted("attributions.id"))

    __table_args__ = (
        UniqueConstraint("snapshot_id", "place_key"),
        one_of("form", FORMS),
        one_of("polarity", POLARITIES),
        one_of("speaker_kind", SPEAKER_KINDS),
        one_of("said_basis", SAID_BASES),
        one_of("state", PROPOSAL_STATES),
        *of_sqlite("json_valid(stretches)", "stretches"),
        *of_sqlite("json_valid(via)", "via"),
        *of_sqlite("unnamed IN (0, 1)", "unnamed"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("speaker <> ''", name="speaker"),
        CheckConstraint("(speaker_start IS NULL) = (speaker_end IS NULL)", name="speaker_place"),
        CheckConstraint("(state = 'accepted') = (attribution_id IS NOT NULL)", name="accepted"),
        index_of_some(None, "attribution_id", where="attribution_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )
