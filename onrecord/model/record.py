"""Records that cost next to nothing to define: immutable ones, and those that are changed while something is put together.

A command that answers at once defines some thirty kinds of records before it has read a row. As frozen dataclasses
they take longer than all the rest of it together: `dataclasses` imports `inspect`, and writes and compiles methods for
every class. Here the methods are the same for all, and type checkers see dataclasses (PEP 681).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**_):
        return lambda function: function


@dataclass_transform(frozen_default=True)
def record(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """Makes a class with annotated fields a record: equal by value, hashable, not to be changed.

    Fields may have defaults, which must be immutable. `kw_only`: values are given by name only.
    """

    def made(cls: type[T]) -> type[T]:
        fields = _with_fields(cls)
        if kw_only:
            fields._positional = 0
        fields.__init__, fields.__eq__, fields.__hash__, fields.__repr__ = _init, _eq, _hash, _repr
        fields.__setattr__, fields.__delattr__ = _setattr, _delattr
        return cls

    return made


def _with_fields(cls: type[T]) -> Any:
    """The class, told which fields it has: those of the class that it is made from first."""
    fields: Any = cls  # whose attributes are made here
    before, own, attributes = getattr(cls, "_fields", ()), cls.__annotations__, cls.__dict__
    names = fields._fields = tuple(dict.fromkeys((*before, *own)) if before else own)
    fields._all = frozenset(names)
    defaults = {name: attributes[name] for name in names if name in attributes}
    fields._defaults = fields._defaults | defaults if before else defaults
    fields._positional = len(names)
    return cls


class _Fresh:
    """Stands as the default of a field that every record has one of its own of."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def fresh(*, default_factory: Callable[[], T]) -> T:
    """The default of a field of what is `mutable`: made anew for each."""
    return _Fresh(default_factory)  # type: ignore[return-value]


@dataclass_transform(field_specifiers=(fresh,))
def mutable(cls: type[T]) -> type[T]:
    """Makes a class with annotated fields one whose fields may be changed, while something is put together: equal by value."""
    fields = _with_fields(cls)
    fields._fresh = {
        name: value.make for name, value in fields._defaults.items() if isinstance(value, _Fresh)
    }
    for name in fields._fresh:
        if name in cls.__dict__:
            delattr(cls, name)
    fields.__init__, fields.__eq__, fields.__repr__, fields.__hash__ = _init_changeable, _eq, _repr, None
    return cls


def replace(value: T, /, **changes: Any) -> T:
    """A copy of a record with other values in some fields."""
    instance: Any = value
    return type(value)(**{**{name: instance.__dict__[name] for name in instance._fields}, **changes})


def as_json(value: object, *without: str) -> dict[str, Any]:
    """The fields of a record by their names, as JSON has them: records in them likewise, several of anything as a list."""
    instance: Any = value
    return {name: _json(instance.__dict__[name]) for name in instance._fields if name not in without}


class Told:
    """A record that is told as JSON by its fields; one that is told otherwise says so itself."""

    def as_json(self) -> dict[str, Any]:
        return as_json(self)


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    return value.as_json() if hasattr(value, "as_json") else value


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    state = self.__dict__
    if args and not kwargs and len(args) == self._positional:
        state.update(zip(self._fields, args, strict=True))
        return
    state.update(self._defaults)
    if args:
        if len(args) > self._positional:
            raise TypeError(f"{type(self).__name__} takes {self._positional} values without a name")
        state.update(zip(self._fields, args, strict=False))
        if kwargs and not kwargs.keys().isdisjoint(self._fields[: len(args)]):
            raise TypeError(f"{type(self).__name__} was given a field twice")
    state.update(kwargs)
    if state.keys() != self._all:
        wrong = sorted(state.keys() ^ self._all)
        raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(wrong)}")


def _init_changeable(self: Any, *args: Any, **kwargs: Any) -> None:
    _init(self, *args, **kwargs)
    state = self.__dict__
    for name, make in self._fresh.items():
        if isinstance(state[name], _Fresh):
            state[name] = make()


def _eq(self: Any, other: Any) -> bool:
    if type(self) is not type(other):
        return False
    # What a property has cached stands beside the fields.
    return all(self.__dict__[name] == other.__dict__[name] for name in self._fields)


def _hash(self: Any) -> int:
    return hash(tuple([self.__dict__[name] for name in self._fields]))


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._fields)
    return f"{type(self).__qualname__}({fields})"


def _setattr(self: Any, name: str, value: object) -> None:
    raise AttributeError(f"{type(self).__name__} is a record: {name} cannot be changed")


def _delattr(self: Any, name: str) -> None:
    raise AttributeError(f"{type(self).__name__} is a record: {name} cannot be taken away")
