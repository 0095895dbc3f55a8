"""Tags: words that somebody files statements under."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord.db.models import Statement, StatementTag, Tag
from onrecord.errors import InputError, NotFoundError
from onrecord.text.clean import check_input


def tag(
    session: Session, statement: Statement, add: Sequence[str], remove: Sequence[str] = ()
) -> tuple[str, ...]:
    """Puts tags on a statement and takes tags off it; returns those it then has, in alphabetical order."""
    for name in add:
        found = _tag(session, name)
        carried = session.scalar(
            select(StatementTag.id).where(
                StatementTag.statement_id == statement.id, StatementTag.tag_id == found.id
            )
        )
        if carried is None:
            session.add(StatementTag(statement_id=statement.id, tag_id=found.id))
            session.flush()
    for name in remove:
        link = session.scalars(
            select(StatementTag)
            .join(Tag, Tag.id == StatementTag.tag_id)
            .where(StatementTag.statement_id == statement.id, Tag.name == _tidy(name))
        ).one_or_none()
        if link is None:
            raise NotFoundError(f"{statement.key} does not carry the tag {name!r}.")
        session.delete(link)
    session.flush()
    return tuple(
        session.scalars(
            select(Tag.name)
            .join(StatementTag, StatementTag.tag_id == Tag.id)
            .where(StatementTag.statement_id == statement.id)
            .order_by(Tag.name)
        )
    )


def _tag(session: Session, given: str) -> Tag:
    name = _tidy(given)
    if not name:
        raise InputError("A tag cannot be empty.")
    found = session.scalars(select(Tag).where(Tag.name == name)).one_or_none()
    if found is None:
        found = Tag(name=name)
        session.add(found)
        session.flush()
    return found


def _tidy(given: str) -> str:
    return " ".join(check_input(given, "a tag").split())
