"""Sources: the published or unpublished things a reader can go to, and who made them."""

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, folded_copy, index_of_some, of_sqlite, one_of, restricted
from onrecord.model.vocabulary import CREATOR_ROLES, SOURCE_TYPES


class Source(Base):
    """A thing that can be cited. `csl` keeps what of an imported CSL item has no column of its own.

    `issued` is EDTF as written; `issued_min` and `issued_max` are its first and last day as proleptic
    Gregorian day numbers. `url_key` is the normalised address: one address, one source.
    """

    __tablename__ = "sources"

    id: Mapped[Id]
    citekey: Mapped[str] = mapped_column(unique=True)
    type: Mapped[str]
    title: Mapped[str | None]
    title_folded: Mapped[str | None] = folded_copy()
    container_title: Mapped[str | None]
    container_title_folded: Mapped[str | None] = folded_copy()
    publisher: Mapped[str | None]
    issued: Mapped[str | None]
    issued_min: Mapped[int | None]
    issued_max: Mapped[int | None]
    url: Mapped[str | None]
    url_key: Mapped[str | None] = mapped_column(unique=True)
    archive_url: Mapped[str | None]
    accessed: Mapped[str | None]
    language: Mapped[str | None]
    csl: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))

    __table_args__ = (
        one_of("type", SOURCE_TYPES),
        CheckConstraint("citekey <> ''", name="citekey"),
        CheckConstraint("issued_min <= issued_max", name="issued_order"),
        *of_sqlite("csl IS NULL OR json_valid(csl)", "csl"),
        index_of_some(None, "language", where="language IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )


class Creator(Base):
    """A speaker's part in making a source, in the order in which the source names them."""

    __tablename__ = "creators"

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(restricted("sources.id"))
    position: Mapped[int]
    role: Mapped[str]
    speaker_id: Mapped[int] = mapped_column(restricted("speakers.id"), index=True)
    named_as: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("source_id", "role", "position"),
        one_of("role", CREATOR_ROLES),
        {"sqlite_autoincrement": True},
    )


class CitekeyAlias(Base):
    """Another citekey that a source goes by: the one that an imported file has for it, say. It is no other source's citekey."""

    __tablename__ = "citekey_aliases"

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(restricted("sources.id"), index=True)
    citekey: Mapped[str] = mapped_column(unique=True)

    __table_args__ = (CheckConstraint("citekey <> ''", name="citekey"), {"sqlite_autoincrement": True})
