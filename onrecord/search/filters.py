"""The conditions a search can be narrowed by, as SQL with bound parameters."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import lookup, speakers
from onrecord.db.models import Tag
from onrecord.db.words import FORMS, STATUSES
from onrecord.errors import NotFoundError, UsageError
from onrecord.text import edtf


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What a hit must be. Speakers by slug or name, sources by citekey, dates in EDTF; None: anything."""

    by: str | None = None
    via: str | None = None
    source: str | None = None
    form: str | None = None
    since: str | None = None
    until: str | None = None
    tag: str | None = None
    language: str | None = None
    status: str | None = None
    unverified: bool = False


@dataclass
class Conditions:
    """SQL conditions on attributions `a`, statements `st` and sources `so`, and their parameters."""

    clauses: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)

    def add(self, clause: str, **parameters: object) -> None:
        self.clauses.append(clause)
        self.parameters.update(parameters)


# The attribution's own date, else the statement's, else its source's; an open end is NULL and reaches for ever.
DATE_KNOWN = "(a.said IS NOT NULL OR st.said IS NOT NULL OR so.issued IS NOT NULL)"


def day(end: str) -> str:
    """The SQL of the first (`min`) or last (`max`) day that an attribution is dated by."""
    return (
        f"CASE WHEN a.said IS NOT NULL THEN a.said_{end} WHEN st.said IS NOT NULL THEN st.said_{end} "
        f"ELSE so.issued_{end} END"
    )


def conditions(session: Session, filters: Filters) -> Conditions:
    """NotFoundError for a speaker, source or tag that is not there; InputError for a date that is none."""
    found = Conditions()
    if filters.by is not None:
        found.add(f"a.speaker_id IN ({_ids(session, filters.by)})")
    if filters.via is not None:
        ids = _ids(session, filters.via)
        found.add(f"a.id IN (SELECT attribution_id FROM relays WHERE speaker_id IN ({ids}))")
    if filters.source is not None:
        found.add("a.source_id = :in_source", in_source=lookup.source(session, filters.source).id)
    if filters.form is not None:
        found.add("a.form = :form", form=_known(filters.form, FORMS, "form"))
    if filters.status is not None:
        found.add("a.status = :status", status=_known(filters.status, STATUSES, "status"))
    if filters.since is not None:
        found.add(
            f"{DATE_KNOWN} AND coalesce({day('max')}, 9e18) >= :since",
            since=edtf.parse(filters.since).earliest,
        )
    if filters.until is not None:
        found.add(
            f"{DATE_KNOWN} AND coalesce({day('min')}, -9e18) <= :until",
            until=edtf.parse(filters.until).latest,
        )
    if filters.tag is not None:
        found.add(
            "a.statement_id IN (SELECT statement_id FROM statement_tags WHERE tag_id = :tag)",
            tag=_tag(session, filters.tag),
        )
    if filters.language is not None:
        found.add("coalesce(st.language, so.language) = :language", language=filters.language)
    if filters.unverified:
        found.add("(a.check_result IS NULL OR a.check_result NOT IN ('exact', 'typographic', 'elided'))")
    return found


def _ids(session: Session, name: str) -> str:
    return ", ".join(str(one) for one in speakers.same_as(session, speakers.find(session, name)))


def _tag(session: Session, name: str) -> int:
    found = session.scalar(select(Tag.id).where(Tag.name == " ".join(name.split())))
    if found is None:
        raise NotFoundError(f"There is no tag {name!r}. See: onrecord list tags")
    return found


def _known(value: str, words: tuple[str, ...], what: str) -> str:
    if value not in words:
        raise UsageError(f"{value!r} is not a {what}. Choose from: {', '.join(words)}.")
    return value
