"""onrecord timeline"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file
from onrecord.cli.plain import for_stream, is_terminal, one_field, print_json, remark
from onrecord.cli.plots import FORCE, PLOT, SHADES, draw, shortened, stacked
from onrecord.cli.spec import Command, option
from onrecord.cli.terminal import width
from onrecord.errors import UsageError
from onrecord.views.timeline import BY, SERIES_MOST, timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.views.timeline import Timeline

# Lines that a screen has room for.
_LINES = 24
_LONGEST = 30
COMMAND = Command(
    option("--group-by", help=f"What to count by: {', '.join(BY)}.", default="dated", complete=BY),
    option(
        "--series",
        help="How many speakers, sources, forms or outcomes to show separately; the rest are summed up.",
        kind="whole",
        default=SERIES_MOST,
        least=1,
        most=20,
    ),
    PLOT,
    FORCE,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord timeline  ·  onrecord timeline --group-by speaker --series 3 --plot speakers.svg",
)


def run(
    *, group_by: str, series: int, plot: str | None, force: bool, database: str | None, as_json: bool
) -> None:
    """Show statements over time, by kind of date, speaker, form, outcome of the check, or source.

    The periods are days, weeks, months, quarters, years … as the time span and the dates allow. In a pipe each period is a line:
    the period, then its count in each series.
    """
    if group_by not in BY:
        raise UsageError(f"{group_by!r} is nothing to count by. Choose from: {', '.join(BY)}.")
    with asking(database) as reader:
        years = timeline(reader, group_by, series=series)
        shown = years
        if is_terminal() and len(years.periods) > _LINES:
            shown = timeline(reader, group_by, series=series, most=_LINES)
    if plot is not None:
        draw(plot, lambda: _svg(years), force=force, database=database_file(database))
    if as_json:
        print_json(years.as_json())
        return
    for line in _drawn(shown) if is_terminal() else _listed(years):
        print(line)
    for told in _left_out(years):
        remark(told)


def _listed(line: Timeline) -> Iterator[str]:
    yield "\t".join(["when", *map(one_field, line.series)])
    for period in line.periods:
        yield "\t".join([period.when, *map(str, period.counts)])


def _drawn(line: Timeline) -> Iterator[str]:
    import sys

    if not line.periods:
        return
    margin = max(len(one.words) for one in line.periods)
    most = max(one.total for one in line.periods)
    columns = max(width() - margin - len(f"{most:,}") - 3, 10)
    for period in line.periods:
        drawn = stacked(period.counts, most, columns)
        number = f" {period.total:,}" if period.total else ""
        yield for_stream(f"{period.words:>{margin}} {drawn}{number}", sys.stdout)
    if len(line.series) > 1:
        names = [
            f"{SHADES[index % len(SHADES)]} {shortened(name, _LONGEST)}"
            for index, name in enumerate(line.series)
        ]
        yield ""
        yield for_stream("   ".join(names), sys.stdout)


def _left_out(line: Timeline) -> Iterator[str]:
    if not line.periods and not line.undated:
        yield "Nothing is recorded yet."
    if line.undated:
        yield f"Without any date: {line.undated:,}."
    if line.rough:
        yield f"Dated only roughly, and left out: {line.rough:,}."


def _svg(line: Timeline) -> str:
    from onrecord.pages import drawing
    from onrecord.pages.time_line import picture

    drawn = picture(line.periods, line.series)
    if drawn is None:
        raise UsageError("There is no time to draw: fewer than two periods have a statement.")
    title = "Statements over time" if line.by == "dated" else f"Statements over time, by {line.by}"
    return drawing.time_line(drawn, title, tuple(_left_out(line)))
