"""What every system is asked, and how often."""

import resource
import time
from collections.abc import Callable, Mapping
from pathlib import Path

RUNS, LIMIT = 20, 20
SLOW_MS, SLOW_RUNS = 5_000, 3
CLASSES = (
    "rare word", "1 % word", "common word", "stopword", "two common words", "phrase", "speaker + common word",
    "date + common word",
)  # fmt: skip
# Of the clock, or of the processor, where a machine does other things meanwhile.
CLOCKS: Mapping[str, Callable[[], float]] = {"clock": time.perf_counter, "processor": lambda: _processor()}
chosen = ["clock"]
Times = Mapping[str, list[float]]  # milliseconds by class; classes that a system cannot answer are not there


def runs_after(first: float) -> int:
    """How often a search is measured whose first run took so many milliseconds."""
    return RUNS if first <= SLOW_MS else SLOW_RUNS


def timed(actions: Mapping[str, Callable[[], object]]) -> Times:
    """Every action once to warm up, and then as often as it is measured."""
    return {name: _times(action) for name, action in actions.items()}


def _times(action: Callable[[], object]) -> list[float]:
    first = _milliseconds(action)
    return [_milliseconds(action) for _ in range(runs_after(first))]


def _milliseconds(action: Callable[[], object]) -> float:
    now = CLOCKS[chosen[0]]
    started = now()
    action()
    return (now() - started) * 1000


def _processor() -> float:
    """Seconds of the processor that this process and those it waited for have taken."""
    waited_for = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + waited_for.ru_utime + waited_for.ru_stime


def made_before(path: Path) -> bool:
    """Whether data were made here, to the end, by an earlier run."""
    return _mark(path).exists()


def say_made(path: Path) -> None:
    _mark(path).touch()


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.name}.made")
