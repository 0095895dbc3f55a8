"""A time line as a picture: bars that the server draws as SVG, so that it needs no script and no other server.

Across, everything is a percentage, so that the picture fits any screen while its words keep their size; downwards it
is in pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.text.periods import Period

HEIGHT = 140
# Below the bars, for the names of periods; above, for the largest number.
FOOT, HEAD = 26, 18
# Of each bar; and how wide one gets at most, in per cent.
GAP, WIDEST = 0.15, 6
# The name of a year, in characters.
SHORT = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: per cent across, pixels down, and the number of its series."""

    x: float
    width: float
    y: float
    height: float
    series: int


@dataclass(frozen=True, slots=True)
class Tick:
    """The name of a period under the bars: where, how it is anchored there, and whether small screens leave it out."""

    x: float
    anchor: str
    words: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The bars of a time line with its axis; `periods` and `series` are for the table behind it."""

    periods: tuple[Period, ...]
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    most: int
    total: int

    @property
    def used(self) -> list[tuple[int, str]]:
        """The series that have a bar: number and name."""
        drawn = {bar.series for bar in self.bars}
        return [(number, name) for number, name in enumerate(self.series) if number in drawn]

    @property
    def height(self) -> int:
        return HEAD + HEIGHT + FOOT

    @property
    def ground(self) -> int:
        """Where the bars stand, in pixels from above."""
        return HEAD + HEIGHT


def picture(periods: Sequence[Period], series: Sequence[str]) -> Picture | None:
    """The picture of a time line; None where fewer than two periods would make it say nothing."""
    if len(periods) < 2:
        return None
    most = max(period.total for period in periods)
    step = 100 / len(periods)
    width = min(step * (1 - GAP), WIDEST)
    bars = []
    for place, period in enumerate(periods):
        below = 0
        for number, count in enumerate(period.counts):
            if count:
                below += count
                top = HEAD + HEIGHT * (1 - below / most)
                bars.append(
                    Bar(
                        round(step * (place + 0.5) - width / 2, 3),
                        round(width, 3),
                        round(top, 1),
                        round(HEIGHT * count / most, 1),
                        number,
                    )
                )
    return Picture(
        tuple(periods),
        tuple(series),
        tuple(bars),
        tuple(_ticks(periods, step)),
        most,
        sum(period.total for period in periods),
    )


def _ticks(periods: Sequence[Period], step: float) -> list[Tick]:
    """The first and the last period, and of many some between: more where their names are short."""
    last = len(periods) - 1
    short = all(len(periods[at].words) <= SHORT for at in (0, last))
    parts = 0 if last < 8 else 4 if short else 2
    between = [round(last * part / parts) for part in range(1, parts)]
    return [
        Tick(0, "start", periods[0].words, False),
        *(Tick(round(step * (at + 0.5), 2), "middle", periods[at].words, True) for at in between),
        Tick(100, "end", periods[last].words, False),
    ]
