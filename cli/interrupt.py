"""Ctrl-C, and being told to end: whoever is at work says what stands and how to go on."""

from __future__ import annotations

import sys
from time import monotonic

from onrecord.model.light import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Iterator
    from types import FrameType

else:
    # What `signal` makes enumerations of, for which it loads `enum`.
    import _signal as signal

# A signal that comes twice at once, to the process and to its group, was sent by one key.
_TOGETHER = 1.0

_got: int | None = None
_at = 0.0
_said: str | None = None


def catch() -> None:
    """From now on SIGINT, SIGTERM and SIGHUP raise KeyboardInterrupt, once; a second one ends the process at once.

    What the starter of the process ignores (nohup, a job in the background) stays ignored.
    """
    for number, usual in (
        (signal.SIGINT, signal.default_int_handler),
        (signal.SIGTERM, signal.SIG_DFL),
        (signal.SIGHUP, signal.SIG_DFL),
    ):
        if signal.getsignal(number) is usual:
            signal.signal(number, _stop)


def release() -> None:
    """From now on they mean what they always mean: for what has a way of its own to end."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    global _got, _at
    if _got is not None:
        if monotonic() - _at > _TOGETHER:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        return
    _got, _at = number, monotonic()
    raise KeyboardInterrupt


def got() -> int | None:
    """The number of the signal that was caught. Then whatever else went wrong came of it."""
    return _got


@contextmanager
def standing(sentence: Callable[[], str]) -> Iterator[None]:
    """Where what is done within is stopped, `sentence` says what stands and how to go on. The innermost one is said."""
    global _said
    try:
        yield
    except BaseException as error:
        if _said is None and (_got is not None or isinstance(error, KeyboardInterrupt)):
            _said = sentence()
        raise


def said(otherwise: str) -> str:
    """What is to be said of being stopped."""
    return _said if _said is not None else otherwise


def tell(sentence: str) -> int:
    """Says it, and gives the exit code: 128 and the number of the signal, as shells have it."""
    from onrecord.cli.plain import for_stream

    print(for_stream(f"Stopped; {sentence}" if sentence else "Stopped.", sys.stderr), file=sys.stderr)
    return 128 + (_got or signal.SIGINT)
