"""Snapshots: what a source said. Captures: when and where it was seen to say so. Checks: what stood there."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, one_of, restricted
from onrecord.model.vocabulary import CHECK_RESULTS


class Snapshot(Base):
    """A stored, hashed text of a source. It is never changed: a trigger refuses every UPDATE.

    `sha256` is over the UTF-8 of `text`; `original` holds the bytes it was read from, zlib-compressed;
    `captured_at` is when it was first captured, UTC in ISO 8601. `places` are the locators of the text, [start, label, value] in ascending order,
    each from that code point up to the next one's; NULL where paragraphs are the only ones.
    """

    __tablename__ = "snapshots"

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(restricted("sources.id"))
    captured_at: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    media_type: Mapped[str]
    text: Mapped[str]
    extractor: Mapped[str]
    original: Mapped[bytes | None] = mapped_column(deferred=True)
    places: Mapped[list[list[int | str]] | None] = mapped_column(JSON(none_as_null=True))

    __table_args__ = (
        UniqueConstraint("source_id", "sha256"),
        # The target of the composite key that keeps an attribution's snapshot with its own source.
        UniqueConstraint("id", "source_id"),
        CheckConstraint("text <> ''", name="text"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        {"sqlite_autoincrement": True},
    )


class Capture(Base):
    """That a source was looked at on a day: a page that goes from A to B and back to A is three captures of two snapshots.

    `snapshot_id` is the text that it had, or NULL where it gave none that could be stored; `reason` then says why.
    `captured_at` is UTC in ISO 8601, `url` where it was fetched from, `status` the HTTP status, `etag` and
    `last_modified` what the server calls this state of the page, `original_sha256` is over the bytes that came.
    """

    __tablename__ = "captures"

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(restricted("sources.id"), index=True)
    snapshot_id: Mapped[int | None]
    captured_at: Mapped[str]
    url: Mapped[str | None]
    archive_url: Mapped[str | None]
    status: Mapped[int | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    original_sha256: Mapped[str | None]
    reason: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["snapshot_id", "source_id"], ["snapshots.id", "snapshots.source_id"]),
        CheckConstraint("(snapshot_id IS NULL) = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("length(original_sha256) = 64", name="original_sha256"),
        {"sqlite_autoincrement": True},
    )


class Check(Base):
    """What a verification found of an attribution in a stored text: a log, whose rows are never changed.

    A row is written when a verification finds something else than the one before; `attributions.checked_at` says
    when that was last seen to be so. The rows go with the attribution, and with the stored text.
    """

    __tablename__ = "checks"

    id: Mapped[Id]
    attribution_id: Mapped[int] = mapped_column(ForeignKey("attributions.id", ondelete="CASCADE"), index=True)
    snapshot_id: Mapped[int | None] = mapped_column(
        ForeignKey("snapshots.id", ondelete="CASCADE"), index=True
    )
    outcome: Mapped[str]
    at: Mapped[str]

    __table_args__ = (one_of("outcome", CHECK_RESULTS), {"sqlite_autoincrement": True})
