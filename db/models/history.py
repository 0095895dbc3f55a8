"""History: which operation changed which row, and what stood there before."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, index_of_some, of_sqlite, one_of, restricted
from onrecord.model.vocabulary import CHANGE_KINDS, STAMP_KINDS


class Operation(Base):
    """One unit of work of one command: all of it happened, or none.

    `open` is true only inside the transaction that performs it; the triggers find their operation by it.
    """

    __tablename__ = "operations"

    id: Mapped[Id]
    at: Mapped[str]
    by: Mapped[str]
    command: Mapped[str]
    undoes_id: Mapped[int | None] = mapped_column(restricted("operations.id"))
    open: Mapped[bool] = mapped_column(default=False, server_default="0")

    __table_args__ = (
        *of_sqlite("open IN (0, 1)", "open"),
        index_of_some("uq_operations_open", "open", where="open = 1", elsewhere="open", unique=True),
        index_of_some(None, "undoes_id", where="undoes_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )


class Change(Base):
    """A row that an operation inserted, updated or deleted.

    An insert stands for the range of ids `row_id` to `last_row_id`. `before` and `after` are the whole row as a
    JSON object, `before_blob` the one column that JSON cannot hold. `operation_id` is NULL where another
    program than onrecord wrote.
    """

    __tablename__ = "changes"

    id: Mapped[Id]
    operation_id: Mapped[int | None] = mapped_column(restricted("operations.id"), index=True)
    kind: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[int]
    last_row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
    before_blob: Mapped[bytes | None]

    __table_args__ = (
        one_of("kind", CHANGE_KINDS),
        CheckConstraint("row_id <= last_row_id", name="range"),
        Index(None, "table_name", "row_id"),
        {"sqlite_autoincrement": True},
    )


class Seal(Base):
    """The digest of what one operation changed, chained to the one before: whoever rewrites an earlier row breaks all later ones.

    `content` is the digest of the changes `first_change` to `last_change`, their operations, and the rows that they inserted as
    they were then; `digest` that of the seal before and of `content`.
    """

    __tablename__ = "seals"

    id: Mapped[Id]
    first_change: Mapped[int]
    last_change: Mapped[int]
    content: Mapped[str]
    digest: Mapped[str]

    __table_args__ = (
        UniqueConstraint("last_change"),
        CheckConstraint("first_change <= last_change", name="range"),
        {"sqlite_autoincrement": True},
    )


class SealOpening(Base):
    """That a redaction took out what a seal was made of: what is left has another digest, which the redaction's own seal covers."""

    __tablename__ = "seal_openings"

    id: Mapped[Id]
    seal_id: Mapped[int] = mapped_column(restricted("seals.id"), index=True)
    operation_id: Mapped[int] = mapped_column(restricted("operations.id"), index=True)
    content: Mapped[str]

    __table_args__ = ({"sqlite_autoincrement": True},)


class Stamp(Base):
    """What somebody trusted said of a seal's digest: that it was there at a time."""

    __tablename__ = "stamps"

    id: Mapped[Id]
    seal_id: Mapped[int] = mapped_column(restricted("seals.id"), index=True)
    kind: Mapped[str]
    authority: Mapped[str]
    at: Mapped[str]
    token: Mapped[bytes]

    __table_args__ = (one_of("kind", STAMP_KINDS), {"sqlite_autoincrement": True})
