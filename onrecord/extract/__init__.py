"""Proposing attributed statements: who says what in a text. No database here.

`extract` gives `Proposal`s. Its rules are for English; quotation marks are read in every script.
"""

from onrecord.errors import UsageError
from onrecord.extract.engine import propose
from onrecord.extract.proposal import Form, Hop, Mention, Proposal
from onrecord.model.polarities import NOT_ASSERTED

ENGINES = ("rules", "nlp")

__all__ = ["ENGINES", "NOT_ASSERTED", "Form", "Hop", "Mention", "Proposal", "extract"]


def extract(
    text: str, *, engine: str = "rules", author: str | None = None, issued: str | None = None
) -> list[Proposal]:
    """The attributed statements of `text`, in its order.

    `author` is who says "I" in it; `issued` (EDTF level 0) is what "yesterday" and "July 26" are counted from.
    `engine` is "rules", or "nlp" for the rules together with a syntactic parse (the extra `onrecord[nlp]`).
    UsageError: there is no such engine. InputError: the extra is not installed.
    """
    if engine not in ENGINES:
        raise UsageError(f"There is no engine {engine}; choose rules or nlp.")
    if engine == "nlp":
        from onrecord.extract.nlp import joint  # it loads a parser

        return joint.propose(text, author, issued)
    return propose(text, author, issued)
