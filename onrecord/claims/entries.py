"""Stances, links and verdicts one by one, each by a name that can be typed.

A stance is KEY/CLAIM, a link CLAIM/CLAIM, or KEY/KEY between statements (.1 and .2 where two claims are linked in two ways), a verdict CLAIM/REVIEWER, or
CLAIM/REVIEWER@CITEKEY where it stands in a source. Each part may be abbreviated as it may be by itself.
"""

from __future__ import annotations

from onrecord.claims.queries import claim_id
from onrecord.db.reader import Reader, array
from onrecord.errors import AmbiguousError, Hint, NotFoundError, OnrecordError
from onrecord.model.claim_records import LinkEntry, StanceEntry, VerdictEntry, VerdictRecord
from onrecord.sources.queries import source_id
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import links as statement_links
from onrecord.statements.queries import split_ordinal, statement_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_AMONG = "IN (SELECT value FROM json_each(?))"

_STANCES = """
SELECT stances.id, s.key || '/' || c.key, s.key, s.text, c.key, c.text, stances.stance, stances.note FROM stances
  JOIN statements AS s ON s.id = stances.statement_id JOIN claims AS c ON c.id = stances.claim_id"""

_LINKS = """
SELECT l.id, a.key || '/' || b.key || CASE WHEN (SELECT count(*) FROM claim_links AS twin WHERE twin.from_id = l.from_id
       AND twin.to_id = l.to_id) > 1 THEN '.' || (SELECT count(*) FROM claim_links AS twin WHERE twin.from_id = l.from_id
       AND twin.to_id = l.to_id AND twin.id <= l.id) ELSE '' END, a.key, a.text, l.kind, b.key, b.text
  FROM claim_links AS l JOIN claims AS a ON a.id = l.from_id JOIN claims AS b ON b.id = l.to_id"""

_VERDICTS = """
SELECT r.id, c.key || '/' || sp.slug || CASE WHEN so.id IS NULL THEN '' ELSE '@' || so.citekey END, c.key, c.text,
       r.reviewer_id, r.verdict, r.rating, r.worst, r.best, r.published, so.citekey
  FROM reviews AS r JOIN claims AS c ON c.id = r.claim_id JOIN speakers AS sp ON sp.id = r.reviewer_id
  LEFT JOIN sources AS so ON so.id = r.source_id"""


def stances(reader: Reader, ids: Sequence[int] | None = None) -> list[StanceEntry]:
    """Every stance, or those with these numbers, in the order of recording."""
    return [StanceEntry(*row[1:]) for row in _rows(reader, _STANCES, "stances.id", ids)]


def links(reader: Reader, ids: Sequence[int] | None = None) -> list[LinkEntry]:
    """Every link, or those with these numbers, in the order of recording."""
    return [LinkEntry(*row[1:]) for row in _rows(reader, _LINKS, "l.id", ids)]


def verdicts(reader: Reader, ids: Sequence[int] | None = None) -> list[VerdictEntry]:
    """Every verdict, or those with these numbers, in the order of recording."""
    rows = _rows(reader, _VERDICTS, "r.id", ids)
    reviewers = speaker_queries.speaker_refs(reader, {row[4] for row in rows})
    return [
        VerdictEntry(ref, claim, text, VerdictRecord(reviewers[reviewer], *rest))
        for _, ref, claim, text, reviewer, *rest in rows
    ]


def _rows(reader: Reader, sql: str, column: str, ids: Sequence[int] | None) -> list[tuple[Any, ...]]:
    if ids is None:
        return reader.rows(f"{sql} ORDER BY {column}")
    return reader.rows(f"{sql} WHERE {column} {_AMONG} ORDER BY {column}", (array(ids),))


def stance_id(reader: Reader, ref: str) -> int:
    """The stance KEY/CLAIM. NotFoundError, AmbiguousError."""
    statement, claim = _parts(ref)
    row: int | None = reader.value(
        "SELECT id FROM stances WHERE statement_id = ? AND claim_id = ?",
        (statement_id(reader, statement), claim_id(reader, claim)),
    )
    if row is None:
        raise NotFoundError(f"{statement} takes no stance on {claim}.", hint=Hint("list_stances"))
    return row


def link_id(reader: Reader, ref: str) -> int:
    """The link CLAIM/CLAIM; a contradiction holds in both directions. NotFoundError, AmbiguousError."""
    first, rest = _parts(ref)
    second, ordinal = split_ordinal(rest)
    first_id, other = claim_id(reader, first), claim_id(reader, second)
    there = "SELECT id FROM claim_links WHERE from_id = ? AND to_id = ?"
    ids = reader.column(f"{there} ORDER BY id", (first_id, other))
    ids = ids or reader.column(f"{there} AND kind = 'contradicts'", (other, first_id))
    if ordinal is not None:
        ids = ids[ordinal - 1 : ordinal] if ordinal else []
    if not ids:
        raise NotFoundError(f"There is no link {ref!r}.", hint=Hint("list_links"))
    if len(ids) > 1:
        raise AmbiguousError(
            f"{ref!r} names two links.", [f"{link.ref} {link.kind}" for link in links(reader, ids)]
        )
    return int(ids[0])


def verdict_id(reader: Reader, ref: str) -> int:
    """The verdict CLAIM/REVIEWER, or CLAIM/REVIEWER@CITEKEY. NotFoundError, AmbiguousError."""
    claim, rest = _parts(ref)
    reviewer, _, citekey = rest.partition("@")
    owner = claim_id(reader, claim)
    ids = reader.column(
        "SELECT r.id FROM reviews AS r JOIN speakers AS sp ON sp.id = r.reviewer_id WHERE claim_id = ? AND slug = ? ORDER BY r.id",
        (owner, reviewer),
    ) or reader.column(
        f"SELECT id FROM reviews WHERE claim_id = ? AND reviewer_id {_AMONG} ORDER BY id",
        (owner, array(speaker_queries.same_as(reader, speaker_queries.speaker_id(reader, reviewer)))),
    )
    if citekey:
        source = source_id(reader, citekey)
        ids = [
            one for one in ids if reader.value("SELECT source_id FROM reviews WHERE id = ?", (one,)) == source
        ]
    elif len(ids) > 1:
        told = [
            one for one in ids if reader.value("SELECT source_id FROM reviews WHERE id = ?", (one,)) is None
        ]
        ids = told if len(told) == 1 else ids
    if not ids:
        raise NotFoundError(f"There is no verdict {ref!r}.", hint=Hint("list_verdicts"))
    if len(ids) > 1:
        raise AmbiguousError(
            f"{ref!r} names several verdicts.", [verdict.ref for verdict in verdicts(reader, ids)]
        )
    return int(ids[0])


def entry(reader: Reader, ref: str) -> tuple[str, int]:
    """The table ("stances", "claim_links", "statement_links", "reviews") and the number of what `ref` names.

    NotFoundError, AmbiguousError.
    """
    first, _, second = ref.partition("/")
    try:
        statement_id(reader, first)
    except AmbiguousError:
        raise
    except OnrecordError:
        pass
    else:
        if _is_statement(reader, second):
            return "statement_links", statement_links.link_id(reader, ref)
        return "stances", stance_id(reader, ref)
    try:
        claim_id(reader, first)
    except AmbiguousError:
        raise
    except OnrecordError:
        raise NotFoundError(
            f"Nothing is called {ref!r}: {first!r} is no statement and no claim.", hint=Hint("find_statement")
        ) from None
    try:
        return "claim_links", link_id(reader, ref)
    except AmbiguousError:
        raise
    except OnrecordError:
        return "reviews", verdict_id(reader, ref)


def any_link(reader: Reader, ref: str) -> tuple[str, int]:
    """The table and the number of the link that `ref` names, between statements or between claims. Errors as `entry`."""
    if _is_statement(reader, ref.partition("/")[0]):
        return "statement_links", statement_links.link_id(reader, ref)
    return "claim_links", link_id(reader, ref)


def _is_statement(reader: Reader, name: str) -> bool:
    """Whether a part of a name (its number behind it does not count) is the key of a statement, or begins one."""
    try:
        statement_id(reader, split_ordinal(name)[0])
    except AmbiguousError:
        raise
    except OnrecordError:
        return False
    return True


def ref_of(reader: Reader, table: str, number: int) -> str:
    """The name of a stance, a link or a verdict."""
    if table == "statement_links":
        return statement_links.links(reader, [number])[0].ref
    sql, column = {
        "stances": (_STANCES, "stances.id"),
        "claim_links": (_LINKS, "l.id"),
        "reviews": (_VERDICTS, "r.id"),
    }[table]
    ref: str = _rows(reader, sql, column, [number])[0][1]
    return ref


def _parts(ref: str) -> tuple[str, str]:
    first, slash, second = ref.partition("/")
    if not (first and slash and second):
        raise NotFoundError(f"{ref!r} has no two names with a / between them.")
    return first, second
