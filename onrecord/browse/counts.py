"""Counting for Datasette's tables: what it asks of the whole view `quotes`, asked of the tables behind it.

Datasette counts rows and values anew for each page. Through the view that means joining five tables for every
quotation; each column comes from one of them.
"""

from collections.abc import Mapping

from onrecord.text.patterns import lazy

# An attribution a row, and every join of the view finds exactly one row.
_ALL = lazy(r"select count\(\*\) from \[?quotes\]?")
# datasette.facets.ColumnFacet, of a table or view without conditions.
_VALUES = lazy(
    r"select \[?(?P<column>\w+)\]? as value, count\(\*\) as count from \( "
    r"select (?P<columns>[^()]*) from \[?quotes\]? \) "
    r"where \[?(?P=column)\]? is not null group by \[?(?P=column)\]? order by count desc, value limit (?P<limit>\d+)"
)
_EVERYTHING = lazy(r"select count\(\*\) from |select .+ as value, count\(\*\) as count from \(")
_WHO = (
    "SELECT {name} AS value, sum(number) AS count FROM (SELECT speaker_id, count(*) AS number FROM attributions "
    "GROUP BY speaker_id) AS counted JOIN speakers AS printed ON printed.id = speaker_id "
    "JOIN speakers AS who ON who.id = coalesce(printed.merged_into_id, printed.id)"
)
_WHERE = (
    "SELECT {name} AS value, sum(number) AS count FROM (SELECT source_id, count(*) AS number FROM attributions "
    "GROUP BY source_id) AS counted JOIN sources ON sources.id = source_id"
)
_ITSELF = "SELECT {name} AS value, count(*) AS count FROM attributions"
_FROM: Mapping[str, tuple[str, str]] = {
    "speaker": (_WHO, "who.name"),
    "speaker_slug": (_WHO, "who.slug"),
    "speaker_id": (_WHO, "who.id"),
    "source": (_WHERE, "sources.citekey"),
    "source_id": (_WHERE, "sources.id"),
    "title": (_WHERE, "sources.title"),
    "issued": (_WHERE, "sources.issued"),
    **{
        column: (_ITSELF, column)
        for column in (
            "form",
            "polarity",
            "status",
            "check_result",
            "rank",
            "cue",
            "status_reason",
            "language",
            "medium",
        )
    },
}


def is_counting(sql: str) -> bool:
    """Whether Datasette counts rows or values with `sql`: the answer is short, and the same until the file changes."""
    return _EVERYTHING.match(_in_one_line(sql)) is not None


def sooner(sql: str) -> str | None:
    """SQL that gives the same rows, where Datasette counts the whole of `quotes`; else None."""
    line = _in_one_line(sql)
    if _ALL.fullmatch(line):
        return "SELECT count(*) FROM attributions"
    match = _VALUES.fullmatch(line)
    if match is None or match["column"] not in _FROM:
        return None
    tables, name = _FROM[match["column"]]
    return (
        f"{tables.format(name=name)} WHERE {name} IS NOT NULL GROUP BY {name} "
        f"ORDER BY count DESC, value LIMIT {match['limit']}"
    )


def _in_one_line(sql: str) -> str:
    return " ".join(sql.split())
