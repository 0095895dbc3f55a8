"""The rows of what a name names, or once named: so that the history of a thing can be asked for after it was removed."""

from __future__ import annotations

from onrecord.errors import NotFoundError
from onrecord.history.parts import former, rows_of
from onrecord.names import find_target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.history.parts import Rows
    from onrecord.names import Kind

_NAMED: tuple[tuple[Kind, str, str], ...] = (
    ("statement", "statements", "key"),
    ("claim", "claims", "key"),
    ("source", "sources", "citekey"),
    ("speaker", "speakers", "slug"),
    ("tag", "tags", "name"),
)


def rows_named(reader: Reader, name: str, kind: Kind | None = None) -> Rows:
    """The rows of what is called so, with all that belongs to it; of what was, where nothing is.

    NotFoundError, AmbiguousError as `find_target` has them.
    """
    try:
        target = find_target(reader, name, kind=kind)
    except NotFoundError:
        rows = _gone(reader, name, kind)
        if rows is None:
            raise
        return rows
    if target.kind == "attribution":
        from onrecord.statements.queries import attribution_ids

        return rows_of(reader, target.table, attribution_ids(reader, target.name))
    return rows_of(reader, target.table, [target.row])


def _gone(reader: Reader, name: str, kind: Kind | None) -> Rows | None:
    in_source = "@" in name.partition("/")[0]
    if "/" in name and not in_source and (rows := _gone_of_two(reader, name)):
        return rows
    if in_source:
        key, _, citekey = name.partition("@")
        statements, sources = (
            _ever(reader, "statements", "key", key),
            _ever(reader, "sources", "citekey", citekey),
        )
        ids = [
            row
            for statement in statements
            for source in sources
            for row in former(reader, "attributions", statement_id=statement, source_id=source)
        ]
        if ids:
            return rows_of(reader, "attributions", ids)
    for one, table, column in _NAMED:
        if kind in (None, one) and (ids := former(reader, table, **{column: name})):
            return rows_of(reader, table, ids)
    return None


def _gone_of_two(reader: Reader, name: str) -> Rows | None:
    """A stance, a link, a verdict or an office that was removed."""
    first, _, second = name.partition("/")
    speaker, _, citekey = second.partition("@")
    claims = _ever(reader, "claims", "key", first)
    others = _ever(reader, "claims", "key", second.partition(".")[0])
    pairs: list[tuple[str, dict[str, int | None]]] = [
        ("stances", {"statement_id": one, "claim_id": other})
        for one in _ever(reader, "statements", "key", first)
        for other in others
    ]
    pairs += [("claim_links", {"from_id": claim, "to_id": other}) for claim in claims for other in others]
    sources: list[int | None] = [*_ever(reader, "sources", "citekey", citekey)] if citekey else [None]
    pairs += [
        ("statement_links", {"from_id": one, "to_id": other})
        for one in _ever(reader, "statements", "key", first)
        for other in _ever(reader, "statements", "key", second.partition(".")[0])
    ]
    pairs += [
        ("reviews", {"claim_id": claim, "reviewer_id": other, "source_id": source})
        for claim in claims
        for other in _ever(reader, "speakers", "slug", speaker)
        for source in sources
    ]
    for slug in _ever(reader, "speakers", "slug", first):
        from onrecord.text.slugs import slugify

        ids = [
            row
            for row in former(reader, "offices", speaker_id=slug)
            if any(
                slugify(title) == second.partition(".")[0]
                for title in reader.column(
                    "SELECT json_extract(before, '$.title') FROM changes WHERE table_name = 'offices' "
                    "AND row_id = ? AND before IS NOT NULL",
                    (row,),
                )
            )
        ]
        if ids:
            return rows_of(reader, "offices", ids)
    for table, values in pairs:
        if ids := former(reader, table, **values):
            return rows_of(reader, table, ids)
    return None


def _ever(reader: Reader, table: str, column: str, name: str) -> list[int]:
    """The rows that are called so, or were."""
    return [
        *reader.column(f"SELECT id FROM {table} WHERE {column} = ?", (name,)),
        *former(reader, table, **{column: name}),
    ]
