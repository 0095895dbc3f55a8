"""How the statements found are spread over speakers, sources, forms, years, tags, status and verification."""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import UsageError
from onrecord.model.light import lru_cache
from onrecord.model.record import Told, record
from onrecord.search.filters import VERIFIED, day
from onrecord.search.plans import Plan, where
from onrecord.search.sqlite import FACETS
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    # An attribution that fits: the columns of `_FOUND`.
    Found = tuple[Any, ...]


@record()
class Value(Told):
    """A value of a facet: a slug, a citekey, a word, a year or a tag (None: none), its name, the statements with it.

    Of `verified` the values are "yes" and "no".
    """

    value: str | None
    name: str | None
    count: int


_STATEMENT, _SPEAKER, _SOURCE, _FORM, _STATUS, _VERIFIED, _DAY = range(7)  # columns of `_FOUND`
_FOUND = f"""
SELECT a.statement_id, a.speaker_id, a.source_id, a.form, a.status,
       CASE WHEN a.{VERIFIED} THEN 'yes' ELSE 'no' END, coalesce({day("min")}, {day("max")})
  FROM attributions AS a
  JOIN statements AS st ON st.id = a.statement_id
  JOIN sources AS so ON so.id = a.source_id
 WHERE {{where}}
"""
_SPEAKERS = """
SELECT printed.id, who.slug, who.name FROM speakers AS printed
  JOIN speakers AS who ON who.id = coalesce(printed.merged_into_id, printed.id)
 WHERE printed.id IN (SELECT value FROM json_each(?))"""
_SOURCES = "SELECT id, citekey, title FROM sources WHERE id IN (SELECT value FROM json_each(?))"
_TAGS = """
SELECT statement_tags.statement_id, tags.name FROM statement_tags JOIN tags ON tags.id = statement_tags.tag_id
 WHERE statement_tags.statement_id IN (SELECT value FROM json_each(?))"""


def values(reader: Reader, planned: Plan, facets: Sequence[str]) -> dict[str, Sequence[Value]]:
    """Every value of each facet among the attributions that fit, with the number of statements that have it.

    A statement with several attributions that fit counts once for each value they have. The year is that of the
    first day (where it is not known, the last) of the date that date filters mean. Years are in their order, other
    values most frequent first. UsageError for an unknown facet.
    """
    for facet in facets:
        if facet not in _FACETS:
            raise UsageError(f"{facet!r} is not a facet. Choose from: {', '.join(FACETS)}.")
    # What was found is looked for once, whatever is counted of it.
    found = reader.rows(_FOUND.format(where=where(planned.clauses)), planned.parameters)
    return {facet: _FACETS[facet](reader, found) for facet in facets}


def _column(place: int) -> Callable[[Reader, Sequence[Found]], list[Value]]:
    def count(_: Reader, rows: Sequence[Found]) -> list[Value]:
        return _frequent(_counted((str(row[place]), row[_STATEMENT]) for row in rows), {})

    return count


def _speakers(reader: Reader, rows: Sequence[Found]) -> list[Value]:
    known = reader.rows(_SPEAKERS, (array({row[_SPEAKER] for row in rows}),))
    slugs = {one: slug for one, slug, _ in known}
    names = {slug: name for _, slug, name in known}
    return _frequent(_counted((slugs[row[_SPEAKER]], row[_STATEMENT]) for row in rows), names)


def _sources(reader: Reader, rows: Sequence[Found]) -> list[Value]:
    known = reader.rows(_SOURCES, (array({row[_SOURCE] for row in rows}),))
    citekeys = {one: citekey for one, citekey, _ in known}
    titles = {citekey: title for _, citekey, title in known}
    return _frequent(_counted((citekeys[row[_SOURCE]], row[_STATEMENT]) for row in rows), titles)


def _tags(reader: Reader, rows: Sequence[Found]) -> list[Value]:
    statements = {row[_STATEMENT] for row in rows}
    tagged = reader.rows(_TAGS, (array(statements),))
    counted = _counted((tag, statement) for statement, tag in tagged)
    if untagged := len(statements) - len({statement for statement, _ in tagged}):
        counted[None] = untagged
    return _frequent(counted, {})


def _years(_: Reader, rows: Sequence[Found]) -> list[Value]:
    counted = _counted((_year(row[_DAY]), row[_STATEMENT]) for row in rows)
    in_order = sorted(counted.items(), key=lambda pair: (pair[0] is None, int(pair[0] or 0)))
    return [Value(value, None, number) for value, number in in_order]


_FACETS: Mapping[str, Callable[[Reader, Sequence[Found]], list[Value]]] = {
    "speaker": _speakers,
    "source": _sources,
    "form": _column(_FORM),
    "year": _years,
    "tag": _tags,
    "status": _column(_STATUS),
    "verified": _column(_VERIFIED),
}


def _counted(pairs: Iterable[tuple[str | None, int]]) -> dict[str | None, int]:
    """How many statements have each value, of pairs of a value and a statement."""
    counted: dict[str | None, int] = {}
    for value, _ in set(pairs):
        counted[value] = counted.get(value, 0) + 1
    return counted


def _frequent(counted: Mapping[str | None, int], names: Mapping[str, str | None]) -> list[Value]:
    """The values, most frequent first, equally frequent ones by name, what has none last."""
    in_order = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or ""))
    return [Value(value, names.get(value or ""), number) for value, number in in_order]


@lru_cache(maxsize=50_000)
def _year(number: int | None) -> str | None:
    return None if number is None else str(edtf.from_day_number(number)[0])
