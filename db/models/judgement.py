"""What people decided, so that they are not asked again: whether two speakers are one, and which of two sources is right."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, one_of, restricted
from onrecord.model.vocabulary import CONFLICTS, DECISIONS, JUDGEMENTS


class Judgement(Base):
    """That two speakers are the same, are not, or that nobody can tell. It merges nobody."""

    __tablename__ = "judgements"

    id: Mapped[Id]
    first_id: Mapped[int] = mapped_column(restricted("speakers.id"))
    second_id: Mapped[int] = mapped_column(restricted("speakers.id"), index=True)
    judgement: Mapped[str]
    reason: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        one_of("judgement", JUDGEMENTS),
        CheckConstraint("first_id <> second_id", name="two_speakers"),
        {"sqlite_autoincrement": True},
    )


class Decision(Base):
    """Which of two attributions that disagree about something is right, or that both may stand, and why."""

    __tablename__ = "decisions"

    id: Mapped[Id]
    first_id: Mapped[int] = mapped_column(restricted("attributions.id"))
    second_id: Mapped[int] = mapped_column(restricted("attributions.id"), index=True)
    about: Mapped[str]
    decision: Mapped[str]
    reason: Mapped[str]

    __table_args__ = (
        UniqueConstraint("first_id", "second_id", "about"),
        one_of("about", CONFLICTS),
        one_of("decision", DECISIONS),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint("first_id <> second_id", name="two_attributions"),
        {"sqlite_autoincrement": True},
    )
