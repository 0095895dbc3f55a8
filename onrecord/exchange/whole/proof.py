"""Whether wordings from a file that are said to be verified stand where they are said to stand."""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from onrecord import verify
from onrecord.db.clock import now
from onrecord.db.models import Attribution, Snapshot, Span, Statement
from onrecord.text import fold

_SAID_VERIFIED = ("exact", "typographic", "elided")
_ELLIPSIS = re.compile(r"\[…\]|\(…\)|…|\[?\.\.\.\]?")
_NO_WORDS = re.compile(r"[\W_]+")
BATCH = 500


def disproved(session: Session, ids: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """Those of the attributions that are not what they are said to be: reference, said, found; the latter is kept.

    Only what does not stand word for word at its own place in its own copy is looked for again.
    """
    for first in range(0, len(ids), BATCH):
        doubtful = _doubtful(session, ids[first : first + BATCH])
        for one, found in zip(doubtful, verify.check(session, list(doubtful)), strict=True):
            if str(found.outcome) != doubtful[one]:
                session.execute(
                    update(Attribution)
                    .where(Attribution.id == one)
                    .values(check_result=str(found.outcome), checked_at=now())
                )
                yield found.quote.ref, doubtful[one], str(found.outcome)


def _doubtful(session: Session, ids: Sequence[int]) -> dict[int, str]:
    spans: dict[int, list[tuple[int, int, bool]]] = {}
    for owner, start, end, quoted in session.execute(
        select(Span.attribution_id, Span.start, Span.end, Span.quoted)
        .where(Span.attribution_id.in_(ids))
        .order_by(Span.attribution_id, Span.position)
    ):
        spans.setdefault(owner, []).append((start, end, quoted))
    rows = session.execute(
        select(
            Attribution.id,
            Attribution.form,
            Attribution.exact,
            Attribution.check_result,
            Attribution.snapshot_id,
            Statement.text,
        )
        .join(Statement, Statement.id == Attribution.statement_id)
        .where(Attribution.id.in_(ids), Attribution.check_result.in_(_SAID_VERIFIED))
        .order_by(Attribution.snapshot_id, Attribution.id)
    )
    doubtful: dict[int, str] = {}
    held: tuple[int | None, str] = (None, "")
    for one, form, exact, said, snapshot_id, wording in rows:
        if snapshot_id is not None and snapshot_id != held[0]:
            held = (
                snapshot_id,
                session.scalar(select(Snapshot.text).where(Snapshot.id == snapshot_id)) or "",
            )
        text = held[1] if snapshot_id is not None else ""
        if not _stands(text, spans.get(one, ()), form, exact, wording):
            doubtful[one] = said or ""
    return doubtful


def _stands(
    text: str, spans: Sequence[tuple[int, int, bool]], form: str, exact: str | None, wording: str
) -> bool:
    if not spans or spans[-1][1] > len(text):
        return False
    if form == "mixed":
        quoted = [_words(text[start:end]) for start, end, is_quoted in spans if is_quoted]
        return bool(quoted) and all(one and one in _words(wording) for one in quoted)
    if len(spans) == 1 and exact is not None and text[spans[0][0] : spans[0][1]] == exact:
        return True
    there = "".join(_words(text[start:end]) for start, end, _ in spans)
    return bool(there) and there == _words(_ELLIPSIS.sub(" ", exact or wording))


def _words(text: str) -> str:
    return _NO_WORDS.sub("", fold.identity_fold(text))
