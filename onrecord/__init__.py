"""onrecord: a quotation and claims database.

Who said what, when, according to whom, and where it stands in the source.

    import onrecord

    database = onrecord.open("onrecord.db")
    for hit in database.search("harbour", filters=onrecord.Filters(since="2024")).hits:
        print(hit.quote.speaker.name, hit.quote.text)

`open` gives a `Database`; everything that onrecord raises is an `OnrecordError`. The names below are loaded when they are
first used: a command that needs none of them starts without them.
"""

from __future__ import annotations

# A constant, not importlib.metadata: reading it must cost nothing at start-up. A test compares it with pyproject.toml.
__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.api.database import Database
    from onrecord.api.database import open_database as open
    from onrecord.errors import (
        AmbiguousError,
        ConflictError,
        DatabaseError,
        InputError,
        NotFoundError,
        OnrecordError,
        UsageError,
        WordingError,
    )
    from onrecord.search.filters import Filters
    from onrecord.sources.add import SourceFields
    from onrecord.statements.fields import RelayFields

__all__ = [
    "AmbiguousError",
    "ConflictError",
    "Database",
    "DatabaseError",
    "Filters",
    "InputError",
    "NotFoundError",
    "OnrecordError",
    "RelayFields",
    "SourceFields",
    "UsageError",
    "WordingError",
    "open",
]

_ELSEWHERE = {
    "Database": "onrecord.api.database:Database",
    "Filters": "onrecord.search.filters:Filters",
    "RelayFields": "onrecord.statements.fields:RelayFields",
    "SourceFields": "onrecord.sources.add:SourceFields",
    "open": "onrecord.api.database:open_database",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from onrecord.model.light import import_module

    module, _, attribute = _ELSEWHERE.get(name, f"onrecord.errors:{name}").partition(":")
    return getattr(import_module(module), attribute)
