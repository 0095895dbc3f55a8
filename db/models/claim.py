"""Claims: propositions that can be true or false, and what statements say of them."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, index_of_some, one_of, restricted
from onrecord.model.vocabulary import CLAIM_LINKS, STANCES


class Claim(Base):
    """A proposition in neutral words."""

    __tablename__ = "claims"

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str] = mapped_column(unique=True)
    note: Mapped[str | None]

    __table_args__ = (CheckConstraint("text <> ''", name="text"), {"sqlite_autoincrement": True})


class Stance(Base):
    """That a statement asserts, denies or questions a claim."""

    __tablename__ = "stances"

    id: Mapped[Id]
    statement_id: Mapped[int] = mapped_column(restricted("statements.id"))
    claim_id: Mapped[int] = mapped_column(restricted("claims.id"), index=True)
    stance: Mapped[str]
    note: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("statement_id", "claim_id"),
        one_of("stance", STANCES),
        {"sqlite_autoincrement": True},
    )


class ClaimLink(Base):
    """That two claims contradict each other, or that one supports the other."""

    __tablename__ = "claim_links"

    id: Mapped[Id]
    from_id: Mapped[int] = mapped_column(restricted("claims.id"))
    to_id: Mapped[int] = mapped_column(restricted("claims.id"), index=True)
    kind: Mapped[str]

    __table_args__ = (
        UniqueConstraint("from_id", "to_id", "kind"),
        one_of("kind", CLAIM_LINKS),
        CheckConstraint("from_id <> to_id", name="two_claims"),
        {"sqlite_autoincrement": True},
    )


class Review(Base):
    """Somebody's verdict on a claim, as a source gives it or as it was told (no source).

    The rating stands on the reviewer's own scale from `worst` to `best`; `published` is EDTF.
    """

    __tablename__ = "reviews"

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(restricted("claims.id"))
    reviewer_id: Mapped[int] = mapped_column(restricted("speakers.id"), index=True)
    source_id: Mapped[int | None] = mapped_column(restricted("sources.id"))
    verdict: Mapped[str]
    rating: Mapped[float | None]
    best: Mapped[float | None]
    worst: Mapped[float | None]
    published: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("claim_id", "reviewer_id", "source_id"),
        # NULLs count as different there: a verdict without a source is one too.
        index_of_some("uq_reviews_told", "claim_id", "reviewer_id", where="source_id IS NULL", unique=True),
        index_of_some(None, "source_id", where="source_id IS NOT NULL"),
        CheckConstraint("verdict <> ''", name="verdict"),
        CheckConstraint("worst < best", name="scale"),
        CheckConstraint("rating IS NULL OR (worst IS NOT NULL AND best IS NOT NULL)", name="rated"),
        CheckConstraint("rating BETWEEN worst AND best", name="rating"),
        {"sqlite_autoincrement": True},
    )
