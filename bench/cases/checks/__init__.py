"""What is right in each case, by its name: a check yields in words whatever is wrong, and nothing where all is right."""

from collections.abc import Callable, Iterable

from bench.cases.checks import authors, bibliographies, citing, pages, searching, turns
from bench.cases.trial import Trial

Check = Callable[[Trial], Iterable[str]]

CHECKS: dict[str, Check] = {
    **authors.CHECKS,
    **bibliographies.CHECKS,
    **citing.CHECKS,
    **pages.CHECKS,
    **searching.CHECKS,
    **turns.CHECKS,
}
