"""What operations changed, in the words of people: what only serves the search and the comparison of dates is left out."""

from __future__ import annotations

from onrecord.db.naming import called, name_of, names_of, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.reader import Reader
    from onrecord.history.queries import ChangeRecord, OperationRecord

_DONE = {"insert": "added", "update": "changed", "delete": "removed"}
# Columns that are computed of others.
_COMPUTED = ("_min", "_max", "_folded", "_key", "sha256")
# What a program needs to find a wording again, and the number of a page in the file.
_UNSEEN = ("prefix", "suffix", "page_index", "stretches", "places")
_POINTS_AT = {
    "attribution_id": "attributions",
    "quoted_from_id": "attributions",
    "statement_id": "statements",
    "speaker_id": "speakers",
    "translator_id": "speakers",
    "reviewer_id": "speakers",
    "merged_into_id": "speakers",
    "source_id": "sources",
    "cited_source_id": "sources",
    "snapshot_id": "snapshots",
    "claim_id": "claims",
    "tag_id": "tags",
}
_FIELDS = {
    "accepted_reason": "accepted because",
    "check_result": "check",
    "container_title": "in",
    "csl": "further fields",
    "exact": "as printed",
    "extractor": "read by",
    "merged_into_id": "same as",
    "rank_reason": "rank because",
    "snapshot_id": "recorded from",
    "slug": "name here",
    "status_reason": "status because",
    "wikidata_id": "Wikidata",
}
# Values that are words of onrecord's own.
_WORDS = ("check_result", "polarity", "medium", "outcome")
# What says something itself, and where.
_SAYS = {"statements": "text", "claims": "text", "sources": "title", "speakers": "name"}
# Parts that come with a whole: with it they are no news.
_PART_OF = {"captures": "snapshots", "spans": "attributions"}
# So many rows of a range are named.
_NAMED = 5


def summary(reader: Reader, record: OperationRecord) -> str:
    """What was changed, in one line: "added tag weather, changed 2 sources: a-2024, b-2024"."""
    told = [f"{_DONE[kind]} {what}" for kind, what, _ in _together(reader, record.changes)]
    return ", ".join(dict.fromkeys(told))


def fields(reader: Reader, record: OperationRecord) -> list[tuple[str, str, str, str, str]]:
    """A line a field that differs: what was done, to what, which field, before, after."""
    rows = []
    for kind, what, change in _together(reader, record.changes):
        seen = [] if change is None else [*_seen(reader, change)]
        if not seen and change is not None:
            seen = [("", "", _said(reader, change))]
        rows += [(_DONE[kind], what, *one) for one in seen or [("", "", "")]]
    return rows


def _together(
    reader: Reader, changes: Sequence[ChangeRecord]
) -> Iterator[tuple[str, str, ChangeRecord | None]]:
    """What was done, to what, and the change where it is of one row; rows of a kind that came or went together as one."""
    wholes = {(change.kind, change.table) for change in changes}
    went: dict[str, tuple[list[int], int]] = {}
    for change in changes:
        if (change.kind, _PART_OF.get(change.table)) in wholes:
            continue
        if change.kind == "delete":
            ids, _ = went.get(change.table, ([], 0))
            ids = [*ids, *range(change.first, change.last + 1)[:_NAMED]][: _NAMED + 1]
            went[change.table] = ids, went.get(change.table, ([], 0))[1] + change.last - change.first + 1
            continue
        number = change.last - change.first + 1
        yield change.kind, _rows(reader, change, number), change if number == 1 else None
    for table, (ids, count) in went.items():
        named = [called(reader, table, row) for row in ids[:_NAMED]]
        if count <= _NAMED:
            yield from (("delete", one, None) for one in named)
            continue
        bare = [one.removeprefix(f"{noun_of(table)} ") for one in named]
        yield "delete", f"{count:,} {noun_of(table, count)}: {', '.join(bare)} …", None


def _rows(reader: Reader, change: ChangeRecord, number: int) -> str:
    if number == 1:
        return called(reader, change.table, change.first)
    names = names_of(reader, change.table, change.first, change.last, most=_NAMED)
    distinct = list(dict.fromkeys(names))
    named = f": {', '.join(distinct)}{' …' if number > len(names) else ''}" if names else ""
    return f"{number:,} {noun_of(change.table, number)}{named}"


def _seen(reader: Reader, change: ChangeRecord) -> Iterator[tuple[str, str, str]]:
    for field, before, after in change.fields:
        if field.endswith(_COMPUTED) or field in _UNSEEN or field == "id":
            continue
        table = _POINTS_AT.get(field)
        words = field in _WORDS
        yield (
            _FIELDS.get(field) or field.removesuffix("_id").replace("_", " "),
            _shown(reader, table, before, words),
            _shown(reader, table, after, words),
        )


def _said(reader: Reader, change: ChangeRecord) -> str:
    column = _SAYS.get(change.table)
    if column is None:
        return ""
    return str(reader.value(f"SELECT {column} FROM {change.table} WHERE id = ?", (change.first,)) or "")


def _shown(reader: Reader, table: str | None, value: object, words: bool) -> str:
    if value is None:
        return ""
    if table is not None and isinstance(value, int) and (name := name_of(reader, table, value)):
        return name.removeprefix("of ")
    return str(value).replace("_", " ") if words else str(value)
