"""Statements and their attributions: from what people type to ids, and from ids to records, in plain SQL.

A statement is named by its key, or by an unambiguous beginning of it (as git does with commits); one of its
attributions by KEY@CITEKEY, or KEY@CITEKEY.2 where a source gives the statement twice.
"""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import AmbiguousError, Hint, NotFoundError
from onrecord.model.light import defaultdict
from onrecord.model.records import Quote, RelayRecord, SpanRecord
from onrecord.sources.queries import grouped, owner_of, source_id, source_records
from onrecord.speakers.queries import speaker_refs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any


SHORTEST_ABBREVIATION = 4
_KEY_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz234567")
_AMONG = "IN (SELECT value FROM json_each(?))"

# Of the attributions of a statement, joined with their sources: the one to cite comes first.
_CITING_ORDER = """
    CASE a.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END,
    coalesce(a.said_min, so.issued_min, so.issued_max) ASC NULLS LAST, a.id"""


# --- names to ids ----------------------------------------------------------------------------------------------


def statement_id(reader: Reader, key: str) -> int:
    """The statement that `key` names or abbreviates; NotFoundError or AmbiguousError otherwise."""
    wanted = key.lower()
    found = reader.value("SELECT id FROM statements WHERE key = ?", (wanted,))
    if found is not None:
        return int(found)
    if len(wanted) < SHORTEST_ABBREVIATION or not _KEY_LETTERS.issuperset(wanted):
        raise _no_statement(reader, key, Hint("find_key", letters=SHORTEST_ABBREVIATION))
    several = reader.rows(
        "SELECT id, key FROM statements WHERE key >= ? AND key < ? ORDER BY key LIMIT 6",
        (wanted, wanted + "\uffff"),
    )
    if not several:
        raise _no_statement(reader, key, Hint("find_statement"))
    if len(several) > 1:
        raise AmbiguousError(
            f"{key!r} abbreviates several keys. Write one more letter.", [one for _, one in several]
        )
    return int(several[0][0])


def source_meant(reader: Reader, name: str) -> int | None:
    """The source that a name means where KEYs are expected, @smith-2023 too; a key of a statement comes before a citekey."""
    name = name.removeprefix("@")
    if not name or "@" in name or reader.value("SELECT 1 FROM statements WHERE key = ?", (name.lower(),)):
        return None
    return owner_of(reader, name)


def _no_statement(reader: Reader, name: str, hint: Hint) -> NotFoundError:
    """That no statement is called so; and what else is, for whoever names a source where a statement is wanted."""
    for noun, table, column in (
        ("source", "sources", "citekey"),
        ("speaker", "speakers", "slug"),
        ("claim", "claims", "key"),
    ):
        if reader.value(f"SELECT 1 FROM {table} WHERE {column} = ?", (name,)):
            return NotFoundError(f"{name} is a {noun}; wanted is a statement.", hint=Hint("find_statement"))
    return NotFoundError(f"There is no statement {name!r}.", hint=hint)


def statement_of(reader: Reader, reference: str) -> int:
    """The statement that KEY names, or KEY@CITEKEY by an attribution that it has; errors as `attribution_ids` has them."""
    key, at, _ = reference.partition("@")
    if at:
        attribution_ids(reader, reference)
    return statement_id(reader, key)


def attribution_ids(reader: Reader, reference: str) -> list[int]:
    """The attributions that KEY, KEY@CITEKEY or KEY@CITEKEY.2 names, the one to cite first.

    That is the preferred one, else the earliest: by its own date, its source's, the order of recording.
    """
    key, at, place = reference.partition("@")
    if at and not place:
        # As KEY@$SOURCE without the variable: the whole statement is not what was meant.
        raise NotFoundError(
            f"{reference!r} names no source after the @. Is the variable set that it comes from?"
        )
    statement = statement_id(reader, key)
    ids = reader.column(
        f"SELECT a.id FROM attributions AS a JOIN sources AS so ON so.id = a.source_id WHERE a.statement_id = ? "
        f"ORDER BY {_CITING_ORDER}",
        (statement,),
    )
    if not place:
        return ids
    citekey, ordinal = split_ordinal(place)
    if ordinal is not None and owner_of(reader, citekey) is None and owner_of(reader, place) is not None:
        citekey, ordinal = place, None  # another program's key may end so
    among = reader.column(
        "SELECT id FROM attributions WHERE statement_id = ? AND source_id = ? ORDER BY id",
        (statement, source_id(reader, citekey)),
    )
    if not among:
        full = reader.value("SELECT key FROM statements WHERE id = ?", (statement,))
        raise NotFoundError(f"{full} has no attribution in {citekey}.", hint=Hint("show", name=full))
    if ordinal is None:
        return [found for found in ids if found in among]
    if not 1 <= ordinal <= len(among):
        full = reader.value("SELECT key FROM statements WHERE id = ?", (statement,))
        raise NotFoundError(
            f"{full} has {len(among)} attribution{'s' * (len(among) != 1)} in {citekey}, no number {ordinal}."
        )
    return [among[ordinal - 1]]


def one_attribution(reader: Reader, reference: str) -> int:
    """The one attribution that `reference` names; AmbiguousError where a KEY has several."""
    ids = attribution_ids(reader, reference)
    if len(ids) != 1:
        raise AmbiguousError(
            f"{reference} has {len(ids)} attributions. Name one.",
            [quote.ref for quote in quotes(reader, ids)],
        )
    return ids[0]


def citing(reader: Reader, statements: Iterable[int]) -> list[tuple[int, int]]:
    """The attributions of statements, as pairs of both: in the order of the statements' ids, of each the one to cite first."""
    return reader.rows(
        "SELECT a.statement_id, a.id FROM attributions AS a JOIN sources AS so ON so.id = a.source_id "
        f"WHERE a.statement_id {_AMONG} ORDER BY a.statement_id, {_CITING_ORDER}",
        (array(statements),),
    )


def split_ordinal(place: str) -> tuple[str, int | None]:
    """CITEKEY.2 as (CITEKEY, 2); a citekey never ends in a dot and digits."""
    citekey, dot, digits = place.rpartition(".")
    if dot and citekey and digits.isascii() and digits.isdigit() and len(digits) <= 6:
        return citekey, int(digits)
    return place, None


def cited_first(
    reader: Reader, statements: Sequence[int], speakers: Iterable[int] | None = None
) -> list[int]:
    """Of each statement the attribution to cite, of those to `speakers` where these are given.

    A statement that has none is left out.
    """
    # Statements lead to few attributions, a speaker to any number: the + keeps the index of speakers out of it.
    narrowed = "" if speakers is None else f"AND +a.speaker_id {_AMONG}"
    rows = reader.rows(
        "SELECT a.statement_id, a.id FROM attributions AS a JOIN sources AS so ON so.id = a.source_id "
        f"WHERE a.statement_id {_AMONG} {narrowed} ORDER BY {_CITING_ORDER}",
        (array(statements),) if speakers is None else (array(statements), array(speakers)),
    )
    best: dict[int, int] = {}
    for statement, attribution in rows:
        best.setdefault(statement, attribution)
    return [best[statement] for statement in statements if statement in best]


# --- ids to records --------------------------------------------------------------------------------------------


_QUOTED = f"""
SELECT a.*, st.key, st.text, st.said AS statement_said, st.said_min AS statement_min, st.said_max AS statement_max, st.note,
       sn.sha256, (SELECT max(captured_at) FROM captures WHERE captures.source_id = a.source_id
          AND captures.snapshot_id = a.snapshot_id) AS seen
  FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id
  LEFT JOIN snapshots AS sn ON sn.id = a.snapshot_id
 WHERE a.id {_AMONG}"""
_RELAYS = f"""
SELECT attribution_id, speaker_id, named_as, cue, cited_source_id FROM relays WHERE attribution_id {_AMONG}
 ORDER BY hop"""
_SPANS = (
    f'SELECT attribution_id, start, "end", quoted FROM spans WHERE attribution_id {_AMONG} ORDER BY position'
)


def quotes(reader: Reader, ids: Sequence[int]) -> list[Quote]:
    """The records of the attributions with these ids, in this order; unknown ids are left out."""
    asked = (array(ids),)
    attributions = reader.dicts(_QUOTED, asked)
    relays = grouped(reader.rows(_RELAYS, asked))
    spans = grouped(reader.rows(_SPANS, asked))
    hops = [hop for several in relays.values() for hop in several]
    sources = source_records(
        reader,
        {attribution["source_id"] for attribution in attributions} | {hop[4] for hop in hops if hop[4]},
    )
    speakers = speaker_refs(
        reader,
        {attribution["speaker_id"] for attribution in attributions}
        | {attribution["translator_id"] for attribution in attributions if attribution["translator_id"]}
        | {hop[1] for hop in hops},
    )
    origins = [attribution["quoted_from_id"] for attribution in attributions if attribution["quoted_from_id"]]
    refs = references(reader, [*ids, *origins])
    tags = tags_of(reader, {attribution["statement_id"] for attribution in attributions})
    days = {attribution["id"]: _days(attribution) for attribution in attributions}
    offices = _offices(reader, days.values())
    records = {
        attribution["id"]: Quote(
            key=attribution["key"],
            ref=refs[attribution["id"]],
            text=attribution["wording"] or attribution["text"],
            statement_text=attribution["text"] if attribution["wording"] else None,
            speaker=speakers[attribution["speaker_id"]],
            form=attribution["form"],
            polarity=attribution["polarity"],
            polarity_basis=attribution["polarity_basis"],
            source=sources[attribution["source_id"]],
            via=tuple(
                [
                    RelayRecord(
                        speaker=speakers[speaker],
                        named_as=named_as,
                        cue=cue,
                        cited_source=sources[cited] if cited else None,
                    )
                    for _, speaker, named_as, cue, cited in relays[attribution["id"]]
                ]
            ),
            # Where no other wording is kept for this source, it is that of the statement.
            exact=attribution["wording"] or attribution["text"]
            if attribution["exact"] is None and attribution["form"] != "indirect"
            else attribution["exact"],
            prefix=attribution["prefix"],
            suffix=attribution["suffix"],
            locator_label=attribution["locator_label"],
            locator=attribution["locator"],
            named_as=attribution["named_as"],
            office=offices.get(days[attribution["id"]]),
            cue=attribution["cue"],
            # Whoever did not say it did not say it on that day either.
            said=attribution["said"]
            or (attribution["statement_said"] if attribution["status"] != "misattributed" else None),
            said_basis=attribution["said_basis"],
            place=attribution["place"],
            occasion=attribution["occasion"],
            medium=attribution["medium"],
            language=attribution["language"],
            note=attribution["note"],
            tags=tags[attribution["statement_id"]],
            status=attribution["status"],
            status_reason=attribution["status_reason"],
            rank=attribution["rank"],
            rank_reason=attribution["rank_reason"],
            check_result=attribution["check_result"],
            checked_at=attribution["checked_at"],
            accepted_reason=attribution["accepted_reason"],
            translator=speakers[attribution["translator_id"]] if attribution["translator_id"] else None,
            quoted_from=refs[attribution["quoted_from_id"]] if attribution["quoted_from_id"] else None,
            page_index=attribution["page_index"],
            spans=tuple(
                [
                    SpanRecord(start=start, end=end, quoted=bool(quoted))
                    for _, start, end, quoted in spans[attribution["id"]]
                ]
            ),
            snapshot=attribution["sha256"],
            seen=attribution["seen"],
        )
        for attribution in attributions
    }
    return [records[one] for one in ids if one in records]


def _days(row: Mapping[str, Any]) -> tuple[int, int | None, int | None]:
    """Who said it, and the first and the last day on which that was."""
    if row["said"]:
        return row["speaker_id"], row["said_min"], row["said_max"]
    known = row["status"] != "misattributed"
    return (
        row["speaker_id"],
        row["statement_min"] if known else None,
        row["statement_max"] if known else None,
    )


def _offices(
    reader: Reader, days: Iterable[tuple[int, int | None, int | None]]
) -> Mapping[tuple[int, int | None, int | None], str]:
    """The office that a speaker held when that was said; where none is on record nothing has to be loaded."""
    if reader.value("SELECT 1 FROM offices LIMIT 1") is None:
        return {}
    from onrecord.speakers.offices import held

    return held(reader, days)


def pointed(reader: Reader, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """`quotes`, those that stand on a web page with their `passage`; what finds it is loaded only where there may be any."""
    if not any(quote.source.url and quote.snapshot and quote.spans for quote in quotes):
        return quotes
    from onrecord.statements import passages

    return passages.pointed(reader, quotes)


def references(reader: Reader, ids: Sequence[int]) -> dict[int, str]:
    """KEY@CITEKEY of each attribution, with its number where the source gives the statement twice."""
    rows = reader.rows(
        f"""
        SELECT a.id, a.statement_id, a.source_id, st.key, so.citekey
          FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id
          JOIN sources AS so ON so.id = a.source_id
         WHERE a.id {_AMONG}""",
        (array(ids),),
    )
    earlier = _earlier(reader, {statement for _, statement, *_ in rows})
    return {
        one: f"{key}@{citekey}" + (f".{earlier[one] + 1}" if one in earlier else "")
        for one, _, _, key, citekey in rows
    }


def _earlier(reader: Reader, statements: Iterable[int]) -> dict[int, int]:
    """Of attributions that are not the first of their statement in their source: how many come before. Each is looked at once."""
    counted: defaultdict[tuple[int, int], int] = defaultdict(int)
    rows: dict[int, int] = {}
    for row, statement, source in reader.rows(
        f"SELECT id, statement_id, source_id FROM attributions WHERE statement_id {_AMONG} ORDER BY id",
        (array(statements),),
    ):
        if before := counted[statement, source]:
            rows[row] = before
        counted[statement, source] += 1
    return rows


def tags_of(reader: Reader, statement_ids: Iterable[int]) -> defaultdict[int, tuple[str, ...]]:
    """The tags of each statement, in alphabetical order."""
    tags: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = reader.rows(
        "SELECT statement_tags.statement_id, tags.name FROM statement_tags JOIN tags ON tags.id = statement_tags.tag_id "
        f"WHERE statement_tags.statement_id {_AMONG} ORDER BY tags.name",
        (array(set(statement_ids)),),
    )
    for owner, name in rows:
        tags[owner] += (name,)
    return tags


def tags(reader: Reader) -> list[tuple[str, int]]:
    """Every tag with the number of statements that carry it."""
    return reader.rows(
        "SELECT tags.name, count(statement_tags.id) FROM tags "
        "LEFT JOIN statement_tags ON statement_tags.tag_id = tags.id GROUP BY tags.id ORDER BY tags.name"
    )
