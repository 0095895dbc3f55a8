"""What is in a database: in numbers, over time, and what came last."""

from __future__ import annotations

from onrecord.model.light import defaultdict
from onrecord.model.record import record
from onrecord.statements import queries as statement_queries
from onrecord.views.timeline import timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from onrecord.db.reader import Reader
    from onrecord.model.records import Quote
    from onrecord.views.timeline import Timeline

    T = TypeVar("T")


@record()
class Often:
    """A speaker (slug, name) or a source (citekey, title), and how many attributions it has."""

    key: str
    name: str | None
    attributions: int


@record()
class Spread:
    """How the statements are spread: over time (series as those of a portrait), speakers, sources; and how sure they are.

    `time` are the statements over time. `checked` has the number of attributions by what comparing them
    with the stored text gave (None: not compared), `status` by status; the most frequent come first.
    """

    time: Timeline
    speakers: tuple[Often, ...]
    sources: tuple[Often, ...]
    checked: Mapping[str | None, int]
    status: Mapping[str, int]


_COUNTED = (
    "statements", "attributions", "speakers", "sources", "snapshots", "proposals", "claims", "operations",
)  # fmt: skip
_OUTCOMES = "SELECT check_result, status, count(*) FROM attributions GROUP BY check_result, status"
# How many attributions there are by a column with an index: the index alone is read.
_SPEAKERS = """
SELECT speakers.slug, speakers.name, sum(counted.number) AS total
  FROM (SELECT speaker_id, count(*) AS number FROM attributions GROUP BY speaker_id) AS counted
  JOIN speakers AS printed ON printed.id = counted.speaker_id
  JOIN speakers ON speakers.id = coalesce(printed.merged_into_id, printed.id)
 GROUP BY speakers.id ORDER BY total DESC, speakers.slug LIMIT ?"""
_SOURCES = """
SELECT sources.citekey, sources.title, counted.number
  FROM sources JOIN (SELECT source_id, count(*) AS number FROM attributions GROUP BY source_id) AS counted
       ON counted.source_id = sources.id
 ORDER BY counted.number DESC, sources.citekey LIMIT ?"""


def spread(reader: Reader, most: int = 8) -> Spread:
    """Looks through everything: a second or two for each million attributions. The lists have `most` entries each."""
    checked: defaultdict[str | None, int] = defaultdict(int)
    status: defaultdict[str, int] = defaultdict(int)
    for result, value, number in reader.rows(_OUTCOMES):
        checked[result] += number
        status[value] += number
    return Spread(
        timeline(reader),
        tuple([Often(*row) for row in reader.rows(_SPEAKERS, (most,))]),
        tuple([Often(*row) for row in reader.rows(_SOURCES, (most,))]),
        _frequent(checked),
        _frequent(status),
    )


def _frequent(counted: Mapping[T, int]) -> dict[T, int]:
    """The most frequent first."""
    return dict(sorted(counted.items(), key=lambda pair: -pair[1]))


def recent(reader: Reader, most: int) -> list[Quote]:
    """The statements recorded last, the very last first, each as it is cited."""
    statements = reader.column(
        "SELECT DISTINCT statement_id FROM attributions ORDER BY statement_id DESC LIMIT ?", (most,)
    )
    return statement_queries.quotes(reader, statement_queries.cited_first(reader, statements))


def counts(reader: Reader) -> dict[str, int]:
    """The number of rows of each table that people think in."""
    return {table: int(reader.value(f"SELECT count(*) FROM {table}")) for table in _COUNTED}
