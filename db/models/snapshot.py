"""Snapshots: what a source said on the day it was captured."""

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, restricted


class Snapshot(Base):
    """A stored, hashed text of a source. It is never changed: a trigger refuses every UPDATE.

    `sha256` is over the UTF-8 of `text`; `original` holds the bytes it was read from, zlib-compressed;
    `captured_at` is UTC in ISO 8601. `places` are the locators of the text, [start, label, value] in ascending order,
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
