"""Statements: something said or written, in its best-known wording, and its tags."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, folded_copy, one_of, restricted
from onrecord.model.vocabulary import STATEMENT_LINKS


class Statement(Base):
    """What was said. Who said it, where that stands, and how each source words, dates and places it are its attributions.

    `text` is the best-known wording, `said` its best-known date.

    `key` is the public name, frozen when the row is made. `text_key` is a digest of the folded wording:
    equal wordings have equal keys, and whoever looks one up compares the wordings as well.
    """

    __tablename__ = "statements"

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    text_folded: Mapped[str | None] = folded_copy()
    text_key: Mapped[str] = mapped_column(index=True)
    said: Mapped[str | None]
    said_min: Mapped[int | None]
    said_max: Mapped[int | None]
    note: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("text <> ''", name="text"),
        CheckConstraint("said_min <= said_max", name="said_order"),
        {"sqlite_autoincrement": True},
    )


class StatementLink(Base):
    """How one statement bears on another: another wording of it, a part, a translation; that it corrects or retracts it."""

    __tablename__ = "statement_links"

    id: Mapped[Id]
    from_id: Mapped[int] = mapped_column(restricted("statements.id"))
    to_id: Mapped[int] = mapped_column(restricted("statements.id"), index=True)
    kind: Mapped[str]

    __table_args__ = (
        UniqueConstraint("from_id", "to_id", "kind"),
        one_of("kind", STATEMENT_LINKS),
        CheckConstraint("from_id <> to_id", name="two_statements"),
        {"sqlite_autoincrement": True},
    )


class Tag(Base):
    """A word somebody files statements under."""

    __tablename__ = "tags"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)

    __table_args__ = (CheckConstraint("name <> ''", name="named"), {"sqlite_autoincrement": True})


class StatementTag(Base):
    """That a statement carries a tag."""

    __tablename__ = "statement_tags"

    id: Mapped[Id]
    statement_id: Mapped[int] = mapped_column(restricted("statements.id"))
    tag_id: Mapped[int] = mapped_column(restricted("tags.id"), index=True)

    __table_args__ = (UniqueConstraint("statement_id", "tag_id"), {"sqlite_autoincrement": True})
