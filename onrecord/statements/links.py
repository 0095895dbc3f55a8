"""Links between statements: one is another wording, a part or a translation of the other, or corrects or retracts it.

A link is KEY/KEY (.1 and .2 where two statements are linked in several ways). It goes from the variant, the part, the translation,
the correction to what that is one of, or corrects.
"""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import AmbiguousError, ConflictError, Hint, NotFoundError, UsageError
from onrecord.model.statement_links import WORDS, LinkedStatement, StatementLinkEntry
from onrecord.model.vocabulary import STATEMENT_LINKS
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store

_AMONG = "IN (SELECT value FROM json_each(?))"
_LINKS = """
SELECT l.id, a.key || '/' || b.key || CASE WHEN (SELECT count(*) FROM statement_links AS twin WHERE twin.from_id = l.from_id
       AND twin.to_id = l.to_id) > 1 THEN '.' || (SELECT count(*) FROM statement_links AS twin WHERE twin.from_id = l.from_id
       AND twin.to_id = l.to_id AND twin.id <= l.id) ELSE '' END, a.key, a.text, l.kind, b.key, b.text
  FROM statement_links AS l JOIN statements AS a ON a.id = l.from_id JOIN statements AS b ON b.id = l.to_id"""


def links(reader: Reader, ids: Sequence[int] | None = None) -> list[StatementLinkEntry]:
    """Every link, or those with these numbers, in the order of recording."""
    if ids is None:
        rows = reader.rows(f"{_LINKS} ORDER BY l.id")
    else:
        rows = reader.rows(f"{_LINKS} WHERE l.id {_AMONG} ORDER BY l.id", (array(ids),))
    return [StatementLinkEntry(*row[1:]) for row in rows]


def link_id(reader: Reader, ref: str) -> int:
    """The link KEY/KEY. NotFoundError, AmbiguousError."""
    first, slash, rest = ref.partition("/")
    if not (first and slash and rest):
        raise NotFoundError(f"{ref!r} has no two names with a / between them.")
    second, ordinal = statement_queries.split_ordinal(rest)
    pair = statement_queries.statement_id(reader, first), statement_queries.statement_id(reader, second)
    ids = reader.column("SELECT id FROM statement_links WHERE from_id = ? AND to_id = ? ORDER BY id", pair)
    if ordinal is not None:
        ids = ids[ordinal - 1 : ordinal] if ordinal else []
    if not ids:
        raise NotFoundError(f"There is no link {ref!r}.", hint=Hint("list_links"))
    if len(ids) > 1:
        named = [f"{link.ref} {link.kind}" for link in links(reader, ids)]
        raise AmbiguousError(f"{ref!r} names several links.", named)
    return int(ids[0])


def linked_with(reader: Reader, statement: int) -> list[LinkedStatement]:
    """The statements that this one is linked with, in the order of recording the links."""
    rows = reader.rows(
        "SELECT id, from_id, to_id, kind FROM statement_links WHERE ?1 IN (from_id, to_id) ORDER BY id",
        (statement,),
    )
    others = [to if one == statement else one for _, one, to, _ in rows]
    entries = {
        row[0]: entry for row, entry in zip(rows, links(reader, [row[0] for row in rows]), strict=True)
    }
    cited = statement_queries.cited_first(reader, list(dict.fromkeys(others)))
    quotes = {quote.key: quote for quote in statement_queries.quotes(reader, cited)}
    pairs = []
    for number, one, _, kind in rows:
        entry = entries[number]
        outgoing = one == statement
        key = entry.other if outgoing else entry.statement
        if key not in quotes:
            continue  # nobody is said to have said it any more
        quote = quotes[key]
        pairs.append(
            LinkedStatement(
                ref=entry.ref,
                kind=kind,
                outgoing=outgoing,
                words=WORDS[kind][not outgoing],
                key=key,
                text=quote.shown,
                speaker=quote.speaker.name,
                speaker_slug=quote.speaker.slug,
                language=quote.language or quote.source.language,
                citation=quote.source.citekey,
            )
        )
    return pairs


def originals(reader: Reader, attributions: Sequence[int]) -> dict[int, tuple[int, int | None]]:
    """Of each attribution its statement, and the statement that this is recorded as a translation of, if any."""
    rows = reader.rows(
        "SELECT a.id, a.statement_id, (SELECT min(to_id) FROM statement_links AS l WHERE l.from_id = a.statement_id "
        f"AND l.kind = 'translation_of') FROM attributions AS a WHERE a.id {_AMONG}",
        (array(attributions),),
    )
    return {one: (statement, original) for one, statement, original in rows}


def link_statements(store: Store, first: str, second: str, kind: str) -> StatementLinkEntry:
    """Records how `first` bears on `second`; the same link again changes nothing.

    ConflictError where they are one, and where the second bears so on the first already.
    """
    _check(kind)
    statement, other = (
        statement_queries.statement_of(store, first),
        statement_queries.statement_of(store, second),
    )
    if statement == other:
        raise ConflictError("A statement cannot be linked to itself.")
    _refuse_circle(store, statement, other, kind)
    same = store.value(
        "SELECT id FROM statement_links WHERE from_id = ? AND to_id = ? AND kind = ?",
        (statement, other, kind),
    )
    number = (
        same
        if same is not None
        else store.insert("statement_links", from_id=statement, to_id=other, kind=kind)
    )
    [entry] = links(store, [number])
    return entry


def edit_link(store: Store, number: int, kind: str | None) -> list[str]:
    """Changes how a statement bears on another; returns what changed. ConflictError where it does so already."""
    if kind is None:
        raise UsageError("Nothing to change.", hint=Hint("say_link_edit"))
    _check(kind)
    from onrecord.db.rows import StatementLink  # most of those who ask for links change none

    link = store.get(StatementLink, number)
    if link.kind == kind:
        return []
    twin = store.value(
        "SELECT id FROM statement_links WHERE from_id = ? AND to_id = ? AND kind = ?",
        (link.from_id, link.to_id, kind),
    )
    if twin is not None:
        [other] = links(store, [twin])
        raise ConflictError(f"{other.ref} says so already.")
    _refuse_circle(store, link.from_id, link.to_id, kind)
    store.update("statement_links", number, kind=kind)
    return ["kind"]


def remove_link(store: Store, number: int) -> list[str]:
    """Removes a link; returns what was removed, in words."""
    [gone] = links(store, [number])
    store.delete("statement_links", number)
    return [f"link {gone.ref} ({gone.kind})"]


def links_of(reader: Reader, statements: Sequence[int]) -> list[int]:
    """The numbers of the links that these statements are in."""
    among = array(statements)
    return reader.column(
        "SELECT id FROM statement_links WHERE from_id IN (SELECT value FROM json_each(?1)) "
        "OR to_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        (among,),
    )


def _check(kind: str) -> None:
    if kind not in STATEMENT_LINKS:
        raise UsageError(
            f"{kind!r} is not a link between statements. Choose from: {', '.join(STATEMENT_LINKS)}."
        )


def _refuse_circle(store: Store, statement: int, other: int, kind: str) -> None:
    back = store.column(
        "SELECT id FROM statement_links WHERE from_id = ? AND to_id = ? AND kind = ?",
        (other, statement, kind),
    )
    for link in links(store, back):
        raise ConflictError(f"{link.ref} says it the other way round: {link.kind}. Remove that first.")
