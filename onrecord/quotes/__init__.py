"""Quotations: recording, editing, removing and tagging statements and their attributions.

What is named here is loaded when it is asked for: a tag needs nothing of what looks a wording up.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.quotes.adding import AddedQuote, QuoteFields, RelayFields, add
    from onrecord.quotes.editing import Edits, edit
    from onrecord.quotes.placement import At
    from onrecord.quotes.printed import wording_at
    from onrecord.quotes.removing import remove_attribution, remove_statement
    from onrecord.quotes.tagging import tag

__all__ = [
    "AddedQuote",
    "At",
    "Edits",
    "QuoteFields",
    "RelayFields",
    "add",
    "edit",
    "remove_attribution",
    "remove_statement",
    "tag",
    "wording_at",
]

_WHERE = {
    "AddedQuote": "adding", "QuoteFields": "adding", "RelayFields": "adding", "add": "adding", "Edits": "editing",
    "edit": "editing", "At": "placement", "wording_at": "printed", "remove_attribution": "removing",
    "remove_statement": "removing", "tag": "tagging",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"onrecord.quotes.{_WHERE[name]}"), name)
