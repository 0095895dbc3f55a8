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
    """Show what is on record in numbers: how much, in which form, how sure, by whom, from where, over which time.

    Bars count attributions (one source giving a statement to one speaker). In a pipe each number is a line: section, name, number.
    """
    with asking(database) as reader:
        found = stats(reader)
    if plot is not None:
        draw(plot, lambda: _svg(found), force=force, database=database_file(database))
    if as_json:
        print_json(found.as_json())
    elif is_terminal():
        _print(found)
    else:
        for section, rows in _sections(found):
            for name, number in rows:
                print("\t".join((one_field(section), one_field(name), str(number))))


def _sections(found: Stats) -> Sequence[tuple[str, Sequence[tuple[str, int]]]]:
    counted = [(name, number) for name, number in found.counts.items() if name != "operations"]
    further = [
        ("attributions to unnamed speakers", found.unnamed),
        ("claims without a verdict", found.without_verdict),
        ("statements without any date", found.time.undated),
    ]
    return [("On record", [*counted, *further]), *found.sections]


def _print(found: Stats) -> None:
    import sys

    for at, (section, rows) in enumerate(_sections(found)):
        if not rows:
            continue
        if at:
            print()
        print(painted([(section, "bold underline")]))
        most = max(number for _, number in rows)
        names = [shortened(name, _NAMES) for name, _ in rows]
        margin = max(map(letters, names))
        digits = len(f"{most:,}")
        columns = min(max(width() - margin - digits - 4, 8), 50)
        for name, (_, number) in zip(names, rows, strict=True):
            drawn = f" {bar(number, most, columns)}" if at else ""
            print(for_stream(f"{padded(name, margin)}  {number:>{digits},}{drawn}", sys.stdout))
    if found.time.periods:
        first, last = found.time.periods[0].words, found.time.periods[-1].words
        print()
        print(for_stream(f"From {first} to {last}: onrecord timeline", sys.stdout))


def _svg(found: Stats) -> str:
    from onrecord.pages import drawing

    return drawing.bars([section for section in found.sections if section[1]], "On record")
