"""The small stand-ins of `collections`, `contextlib` and `functools` do what the originals do."""

import contextlib
import functools
import io
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from onrecord.model import light


def _told(manager: Callable[..., Any], raised: BaseException | None, inside: str) -> list[str]:
    """What happens around a block that raises, under a manager that deals with it as `inside` says."""
    log: list[str] = []

    @manager
    def steps(first: int) -> Iterator[int]:
        log.append("in")
        if inside == "nothing":
            return
        try:
            yield first
            if inside == "again":
                yield first
        except Exception as error:
            log.append(type(error).__name__)
            if inside == "other":
                raise KeyError("other") from error
            if inside == "again":
                yield first
            if inside != "swallow":
                raise
        finally:
            log.append("out")

    try:
        with steps(3) as value:
            log.append(str(value))
            if raised is not None:
                raise raised
        log.append("after")
    except BaseException as error:  # noqa: BLE001  (whatever it is, it is the same)
        log.append(repr(error))
    return log


@pytest.mark.parametrize("inside", ["plain", "swallow", "other", "again", "nothing"])
@pytest.mark.parametrize(
    "raised",
    [None, ValueError("x"), StopIteration(1), RuntimeError("r"), KeyboardInterrupt(), GeneratorExit()],
    ids=repr,
)
def test_a_context_manager_ends_as_the_original_does(raised: BaseException | None, inside: str) -> None:
    assert _told(light.contextmanager, raised, inside) == _told(contextlib.contextmanager, raised, inside)


def test_suppress_closing_and_redirection() -> None:
    file = io.StringIO()
    with light.closing(file) as same, light.redirect_stdout(same):
        print("here")
        assert file.getvalue() == "here\n"
    assert file.closed and sys.stdout is not file
    with light.suppress(KeyError, OSError):
        raise FileNotFoundError
    with pytest.raises(ValueError, match="kept"), light.suppress(KeyError):
        raise ValueError("kept")


def test_what_is_kept_is_kept_as_functools_keeps_it() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        """Twice the number."""
        asked.append(number)
        return 2 * number

    for kept, original in (
        (light.cache(double), functools.cache(double)),
        (light.lru_cache(maxsize=2)(double), functools.lru_cache(maxsize=2)(double)),
    ):
        asked.clear()
        assert [kept(number) for number in (1, 2, 1, 3, 2)] == [2, 4, 2, 6, 4]
        first = list(asked)
        asked.clear()
        assert [original(number) for number in (1, 2, 1, 3, 2)] == [2, 4, 2, 6, 4]
        assert first == asked
        assert tuple(kept.cache_info()) == tuple(original.cache_info())
        assert (kept.__name__, kept.__doc__) == ("double", "Twice the number.")
