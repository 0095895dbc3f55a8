"""onrecord stats"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file
from onrecord.cli.plain import for_stream, is_terminal, one_field, print_json
from onrecord.cli.plots import FORCE, PLOT, bar, draw, padded, shortened
from onrecord.cli.spec import Command
from onrecord.cli.terminal import painted, width
from onrecord.text.clean import width as letters
from onrecord.views.stats import stats

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.views.stats import Stats

_NAMES = 40
COMMAND = Command(
    PLOT,
    FORCE,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord stats  ·  onrecord stats --json  ·  onrecord stats --plot overview.png",
)


def run(*, plot: str | None, force: bool, database: str | None, as_json: bool) -> None:
    """Show what is on record in numbers: how much, in which forms, how sure, by whom, from where, over which time.

    Bars count attributions (one source attributing a statement to one speaker). In a pipe each number is a line: section, name,
    number.
    """
    with asking(database) as reader:
        figures = stats(reader)
    if plot is not None:
        draw(plot, lambda: _svg(figures), force=force, database=database_file(database))
    if as_json:
        print_json(figures.as_json())
    elif is_terminal():
        _print(figures)
    else:
        for section, rows in _sections(figures):
            for name, number in rows:
                print("\t".join((one_field(section), one_field(name), str(number))))


def _sections(figures: Stats) -> Sequence[tuple[str, Sequence[tuple[str, int]]]]:
    counted = [(name, number) for name, number in figures.counts.items() if name != "operations"]
    further = [
        ("attributions to unnamed speakers", figures.unnamed),
        ("claims without a verdict", figures.without_verdict),
        ("statements without any date", figures.time.undated),
    ]
    return [("On record", [*counted, *further]), *figures.sections]


def _print(figures: Stats) -> None:
    import sys

    for index, (section, rows) in enumerate(_sections(figures)):
        if not rows:
            continue
        if index:
            print()
        print(painted([(section, "bold underline")]))
        most = max(number for _, number in rows)
        names = [shortened(name, _NAMES) for name, _ in rows]
        margin = max(map(letters, names))
        digits = len(f"{most:,}")
        columns = min(max(width() - margin - digits - 4, 8), 50)
        for name, (_, number) in zip(names, rows, strict=True):
            drawn = f" {bar(number, most, columns)}" if index else ""
            print(for_stream(f"{padded(name, margin)}  {number:>{digits},}{drawn}", sys.stdout))
    if figures.time.periods:
        first, last = figures.time.periods[0].words, figures.time.periods[-1].words
        print()
        print(for_stream(f"From {first} to {last}: onrecord timeline", sys.stdout))


def _svg(figures: Stats) -> str:
    from onrecord.pages import drawing

    return drawing.bars([section for section in figures.sections if section[1]], "On record")
