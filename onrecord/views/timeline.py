"""Statements over time: how many belong to each period, by what they are counted by.

The day of a statement is that of `dates`. Where nearly all are dated to the day, the week, the month, the periods are as short as that, and
the few that are dated only roughly are counted apart.
"""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.model.light import defaultdict
from onrecord.model.record import record
from onrecord.text.periods import MOST, periods
from onrecord.views.dates import DAY, ONLY_PUBLISHED, SPAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Json
    from onrecord.text.periods import Period

    # Day (None: no date), series, days that the date spans, statements.
    Counted = tuple[int | None, int | str, int | None, int]

# What a statement is counted by. Said then or only published then; the form, outcome, source or speaker of its attributions.
BY = ("dated", "speaker", "form", "outcome", "source")
DATED = ("Said then", "Published then, not dated itself")
OTHERS, UNCHECKED = "others", "not checked"
SERIES_MOST = 5

_SERIES = {
    "speaker": "coalesce(sp.merged_into_id, sp.id)",
    "form": "a.form",
    "outcome": f"coalesce(a.check_result, '{UNCHECKED}')",
    "source": "a.source_id",
}
# The names of series that are numbers, and what tells two of the same name apart.
_NAMES = {
    "speaker": "SELECT id, name, slug FROM speakers WHERE id IN (SELECT value FROM json_each(?))",
    "source": "SELECT id, citekey, citekey FROM sources WHERE id IN (SELECT value FROM json_each(?))",
}
# So much of what is dated may be dated more roughly than the periods are long.
_ROUGH = 0.1
_LENGTHS = (1, 7, 31, 92, 366)


@record()
class Timeline:
    """Periods without a gap; `series` are the names of their counts, those with most statements first.

    `undated` statements have no date, `rough` ones a date that is longer than the periods. A statement counts in each series that it is
    in (direct in one source, indirect in another).
    """

    by: str
    series: tuple[str, ...]
    periods: tuple[Period, ...]
    undated: int
    rough: int

    @property
    def total(self) -> int:
        """How many are in the picture."""
        return sum(period.total for period in self.periods)

    def as_json(self) -> Json:
        return {
            "by": self.by,
            "series": list(self.series),
            "periods": [
                {"when": period.when, "words": period.words, "counts": list(period.counts)}
                for period in self.periods
            ],
            "undated": self.undated,
            "dated_roughly": self.rough,
        }


def timeline(reader: Reader, by: str = "dated", *, series: int = SERIES_MOST, most: int = MOST) -> Timeline:
    """Statements over time by one of BY: of speakers and sources the `series` most frequent and the others; at most `most` periods."""
    rows: list[Counted] = reader.rows(_query(by))
    names = DATED if by == "dated" else None
    numbers: dict[int | str, int] = {0: 0, 1: 1} if names else _numbered(rows, series)
    counted: defaultdict[tuple[int, int, int], int] = defaultdict(int)
    undated = 0
    for day, which, span, number in rows:
        if day is None:
            undated += number
        else:
            counted[day, numbers.get(which, series), span or _LENGTHS[-1]] += number
    exact = _exact(counted)
    kept: defaultdict[tuple[int, int], int] = defaultdict(int)
    for (day, which, span), number in counted.items():
        if span <= exact:
            kept[day, which] += number
    named = names or _named(reader, by, numbers, [which for _, which in kept])
    return Timeline(
        by,
        named,
        periods(kept, len(named), exact=exact, most=most),
        undated,
        sum(counted.values()) - sum(kept.values()),
    )


def _query(by: str) -> str:
    if by == "dated":
        columns, group = f"{ONLY_PUBLISHED} AS series", ""
    else:
        columns, group = f"{_SERIES[by]} AS series", f", {_SERIES[by]}"
    people = "JOIN speakers AS sp ON sp.id = a.speaker_id" if by == "speaker" else ""
    return f"""
SELECT day, series, span, count(*)
  FROM (SELECT {DAY} AS day, {SPAN} AS span, {columns}
          FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id
          JOIN sources AS so ON so.id = a.source_id {people} GROUP BY a.statement_id{group}) AS said
 GROUP BY day, series, span"""


def _numbered(rows: Sequence[Counted], most: int) -> dict[int | str, int]:
    """The most frequent series with their places."""
    totals: defaultdict[int | str, int] = defaultdict(int)
    for _, which, _, number in rows:
        totals[which] += number
    first = sorted(totals, key=lambda which: (-totals[which], str(which)))[:most]
    return {which: place for place, which in enumerate(first)}


def _named(reader: Reader, by: str, numbers: Mapping[int | str, int], used: Sequence[int]) -> tuple[str, ...]:
    named = [str(which) for which in numbers]
    if by in _NAMES:
        rows = reader.rows(_NAMES[by], (array([which for which in numbers if isinstance(which, int)]),))
        found = {one: told_apart(name, key, [name for _, name, _ in rows]) for one, name, key in rows}
        named = [found[int(which)] for which in numbers]
    others = max(used, default=-1) >= len(numbers)
    return (*named, OTHERS) if others else tuple(named)


def told_apart(name: str, key: str, names: Sequence[str]) -> str:
    """The name; with its key where it is several times among `names`."""
    return f"{name} ({key})" if names.count(name) > 1 else name


def _exact(counted: Mapping[tuple[int, int, int], int]) -> int:
    """The shortest length of a date that all but a few have."""
    whole = sum(counted.values())
    for length in _LENGTHS:
        if sum(number for (_, _, span), number in counted.items() if span > length) <= _ROUGH * whole:
            return length
    return max(span for _, _, span in counted)
