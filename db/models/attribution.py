"""Attributions: one source reporting that a speaker made a statement, where exactly, and through whom."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, folded_copy, index_of_some, of_sqlite, one_of, restricted
from onrecord.model.vocabulary import CHECK_RESULTS, FORMS, MEDIA, POLARITIES, RANKS, SAID_BASES, STATUSES


class Attribution(Base):
    """A statement, as one source gives it to a speaker.

    `wording` is how this source words it, in one line (NULL: as the statement has it), `exact` the same as printed, `prefix` and `suffix` what stands around it
    (NULL without a stored text). `said`, `language`, `place`, `occasion` and `medium` are as *this* source has them; `said` is
    EDTF. `polarity` is what the source has the speaker do with the words; `polarity_basis` is "stated" where a person
    decided so, NULL where it was only assumed. `check_result` and `checked_at` are the last verification (NULL: never
    checked), `accepted_reason` why a person lets a wording pass that verification does not. `page_index` is the page of
    the file, counted from 0, where it is known beside the printed page number. Doubt (`status`, `rank`) always carries
    its reason.
    """

    __tablename__ = "attributions"

    id: Mapped[Id]
    statement_id: Mapped[int] = mapped_column(restricted("statements.id"), index=True)
    speaker_id: Mapped[int] = mapped_column(restricted("speakers.id"), index=True)
    source_id: Mapped[int] = mapped_column(restricted("sources.id"), index=True)
    form: Mapped[str]
    polarity: Mapped[str] = mapped_column(default="asserted", server_default="asserted")
    polarity_basis: Mapped[str | None]
    wording: Mapped[str | None]
    wording_folded: Mapped[str | None] = folded_copy()
    exact: Mapped[str | None]
    prefix: Mapped[str | None]
    suffix: Mapped[str | None]
    locator_label: Mapped[str | None]
    locator: Mapped[str | None]
    named_as: Mapped[str | None]
    cue: Mapped[str | None]
    said: Mapped[str | None]
    said_min: Mapped[int | None]
    said_max: Mapped[int | None]
    said_basis: Mapped[str | None]
    language: Mapped[str | None]
    place: Mapped[str | None]
    occasion: Mapped[str | None]
    medium: Mapped[str | None]
    snapshot_id: Mapped[int | None]
    check_result: Mapped[str | None]
    checked_at: Mapped[str | None]
    accepted_reason: Mapped[str | None]
    rank: Mapped[str] = mapped_column(default="normal", server_default="normal")
    rank_reason: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="sourced", server_default="sourced")
    status_reason: Mapped[str | None]
    translator_id: Mapped[int | None] = mapped_column(restricted("speakers.id"))
    quoted_from_id: Mapped[int | None] = mapped_column(restricted("attributions.id"))
    page_index: Mapped[int | None]

    __table_args__ = (
        ForeignKeyConstraint(["snapshot_id", "source_id"], ["snapshots.id", "snapshots.source_id"]),
        one_of("form", FORMS),
        one_of("polarity", POLARITIES),
        one_of("polarity_basis", ("stated",)),
        one_of("medium", MEDIA),
        one_of("said_basis", SAID_BASES),
        one_of("check_result", CHECK_RESULTS),
        one_of("rank", RANKS),
        one_of("status", STATUSES),
        CheckConstraint("(locator_label IS NULL) = (locator IS NULL)", name="locator_pair"),
        CheckConstraint("said_min <= said_max", name="said_order"),
        CheckConstraint("(check_result IS NULL) = (checked_at IS NULL)", name="checked"),
        CheckConstraint("wording <> ''", name="wording"),
        CheckConstraint("accepted_reason <> ''", name="accepted_reason"),
        CheckConstraint("rank <> 'deprecated' OR coalesce(rank_reason, '') <> ''", name="rank_reason"),
        CheckConstraint("status = 'sourced' OR coalesce(status_reason, '') <> ''", name="status_reason"),
        CheckConstraint("quoted_from_id <> id", name="not_quoted_from_itself"),
        index_of_some(None, "snapshot_id", "source_id", where="snapshot_id IS NOT NULL"),
        # Most are in English: a search steps through the others.
        index_of_some(None, "language", where="language <> 'en'"),
        index_of_some("ix_attributions_worded", "statement_id", where="wording IS NOT NULL"),
        index_of_some(None, "translator_id", where="translator_id IS NOT NULL"),
        index_of_some(None, "quoted_from_id", where="quoted_from_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )


class Span(Base):
    """A stretch of the snapshot that the statement stands in, in code points, end exclusive.

    Interrupted, elided and mixed wordings have several; `quoted` tells those in quotation marks.
    """

    __tablename__ = "spans"

    id: Mapped[Id]
    attribution_id: Mapped[int] = mapped_column(restricted("attributions.id"))
    position: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    quoted: Mapped[bool]

    __table_args__ = (
        UniqueConstraint("attribution_id", "position"),
        CheckConstraint('0 <= start AND start < "end"', name="range"),
        *of_sqlite("quoted IN (0, 1)", "quoted"),
        {"sqlite_autoincrement": True},
    )


class Relay(Base):
    """A hop between the speaker and the source ("according to KCNA"); hop 1 is nearest to the speaker."""

    __tablename__ = "relays"

    id: Mapped[Id]
    attribution_id: Mapped[int] = mapped_column(restricted("attributions.id"))
    hop: Mapped[int]
    speaker_id: Mapped[int] = mapped_column(restricted("speakers.id"), index=True)
    cue: Mapped[str | None]
    named_as: Mapped[str | None]
    cited_source_id: Mapped[int | None] = mapped_column(restricted("sources.id"))

    __table_args__ = (
        UniqueConstraint("attribution_id", "hop"),
        CheckConstraint("hop >= 1", name="hop"),
        index_of_some(None, "cited_source_id", where="cited_source_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )
