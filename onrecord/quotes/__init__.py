"""Quotations: recording, editing, removing and tagging statements and their attributions."""

from onrecord.quotes.adding import AddedQuote, QuoteFields, RelayFields, add
from onrecord.quotes.editing import Edits, edit
from onrecord.quotes.placement import At, wording_at
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
