"""Speakers: whoever says something, and the names they go by."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from onrecord.db.base import Base, Id, folded_copy, index_of_some, of_sqlite, one_of, restricted
from onrecord.model.vocabulary import NAME_KINDS, SPEAKER_KINDS


class Speaker(Base):
    """A person, organisation, group or office that says something; authors of sources are speakers too.

    `unnamed` marks a source that nobody named ("a senior official"): never found by name, never merged by
    a machine. `merged_into_id` says that this is the same speaker as another; its attributions stay with it.
    """

    __tablename__ = "speakers"

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    family: Mapped[str | None]
    given: Mapped[str | None]
    kind: Mapped[str]
    unnamed: Mapped[bool] = mapped_column(default=False, server_default="0")
    description: Mapped[str | None]
    wikidata_id: Mapped[str | None] = mapped_column(unique=True)
    merged_into_id: Mapped[int | None] = mapped_column(restricted("speakers.id"))

    __table_args__ = (
        one_of("kind", SPEAKER_KINDS),
        CheckConstraint("slug <> '' AND name <> ''", name="named"),
        *of_sqlite("unnamed IN (0, 1)", "unnamed"),
        CheckConstraint("merged_into_id <> id", name="not_merged_into_itself"),
        *of_sqlite("wikidata_id GLOB 'Q[1-9]*'", "wikidata_id", elsewhere="wikidata_id ~ '^Q[1-9]'"),
        index_of_some(None, "merged_into_id", where="merged_into_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )


class SpeakerName(Base):
    """A name a speaker goes by. `name_key` is folded and romanised: equal keys are spellings of one name."""

    __tablename__ = "speaker_names"

    id: Mapped[Id]
    speaker_id: Mapped[int] = mapped_column(restricted("speakers.id"))
    name: Mapped[str]
    name_folded: Mapped[str | None] = folded_copy()
    name_key: Mapped[str] = mapped_column(index=True)
    language: Mapped[str | None]
    script: Mapped[str | None]
    kind: Mapped[str]

    __table_args__ = (
        UniqueConstraint("speaker_id", "name"),
        one_of("kind", NAME_KINDS),
        CheckConstraint("name <> ''", name="named"),
        {"sqlite_autoincrement": True},
    )


class Office(Base):
    """An office that a speaker held, from when until when (EDTF; NULL: nobody says), by which source (NULL: as somebody stated)."""

    __tablename__ = "offices"

    id: Mapped[Id]
    speaker_id: Mapped[int] = mapped_column(restricted("speakers.id"), index=True)
    title: Mapped[str]
    title_key: Mapped[str] = mapped_column(index=True)
    since: Mapped[str | None]
    since_min: Mapped[int | None]
    since_max: Mapped[int | None]
    until: Mapped[str | None]
    until_min: Mapped[int | None]
    until_max: Mapped[int | None]
    source_id: Mapped[int | None] = mapped_column(restricted("sources.id"))
    note: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("title <> ''", name="title"),
        CheckConstraint("since_min <= since_max", name="since_order"),
        CheckConstraint("until_min <= until_max", name="until_order"),
        CheckConstraint("since_min <= until_max", name="order"),
        index_of_some(None, "source_id", where="source_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )
