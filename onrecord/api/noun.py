"""What the nouns of a database have in common."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from onrecord.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from typing import Protocol

    from onrecord.db.store import Store

    class Transactions(Protocol):
        """What a noun needs of its database."""

        def reader(self) -> AbstractContextManager[Store]:
            """The store to read from."""

        def writer(self, command: str, *, many: bool = False) -> AbstractContextManager[Store]:
            """The store to write to, in an operation of that name."""


P = ParamSpec("P")
F = TypeVar("F")
N = TypeVar("N", int, str)
R = TypeVar("R")


def several(name: str, values: Sequence[str]) -> Sequence[str]:
    """Values that were given as a list or a tuple. UsageError for a text: it would be taken letter by letter."""
    if isinstance(values, str):
        raise UsageError(f"{name} takes several values: give a list or a tuple, such as [{values!r}].")
    return values


def checked(fields: F) -> F:
    """The same, refused where a field of several values was given a text."""
    for name, annotation in type(fields).__annotations__.items():
        if "tuple[" in annotation and isinstance(value := getattr(fields, name), str):
            several(name, value)
    return fields


class Noun:
    """The operations on one noun, in the transactions of its database."""

    def __init__(self, database: Transactions) -> None:
        self._database = database


def records(
    what: str, fields: Callable[P, F], operation: Callable[[Store, F], R]
) -> Callable[Concatenate[Noun, P], R]:
    """A method that takes what `fields` takes, and records it with `operation`; the history calls it "python: `what`"."""

    @wraps(fields)
    def method(noun: Noun, /, *args: P.args, **options: P.kwargs) -> R:
        with noun._database.writer(f"python: {what}") as store:
            return operation(store, checked(fields(*args, **options)))

    method.__doc__ = f"{operation.__doc__}\n\nOptions, of `{fields.__name__}`: {fields.__doc__}"
    return method


def changes(
    what: str, fields: Callable[P, F], operation: Callable[[Store, N, F], R]
) -> Callable[Concatenate[Noun, N, P], R]:
    """The same of an operation that needs the name, or the number, of what it changes first."""

    @wraps(fields)
    def method(noun: Noun, name: N, /, *args: P.args, **options: P.kwargs) -> R:
        with noun._database.writer(f"python: {what} {name}") as store:
            return operation(store, name, checked(fields(*args, **options)))

    method.__doc__ = f"{operation.__doc__}\n\nOptions, of `{fields.__name__}`: {fields.__doc__}"
    return method
