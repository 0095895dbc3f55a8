"""Proposing attributed statements: who says what in a text. No database here.

`extract` gives `Proposal`s. Each paragraph is read by the rules of its language; quotation marks are read in every script.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import UsageError
from onrecord.extract.abroad.lexicon import CODES
from onrecord.extract.engine import propose
from onrecord.extract.proposal import Form, Hop, Mention, Proposal
from onrecord.model.polarities import NOT_ASSERTED

ENGINES = ("rules", "nlp")
LANGUAGES = ("en", *CODES)
# In characters; of longer texts the program may hold much else that others want freed.
_LONGEST_UNCOLLECTED = 2_000_000

__all__ = ["ENGINES", "LANGUAGES", "NOT_ASSERTED", "Form", "Hop", "Mention", "Proposal", "extract"]


def extract(
    text: str,
    *,
    engine: str = "rules",
    author: str | None = None,
    issued: str | None = None,
    language: str | None = None,
) -> list[Proposal]:
    """The attributed statements of `text`, in its order.

    `author` is who says "I" in it; `issued` (EDTF level 0) is what "yesterday" and "July 26" are counted from.
    `language` is what the text is in, as two letters; None: each paragraph is in the one that its words tell.
    `engine` is "rules", or "nlp" for the rules together with a syntactic parse (the extra `onrecord[nlp]`).
    UsageError: there is no such engine, or no such language. InputError: the extra is not installed.
    """
    if engine not in ENGINES:
        raise UsageError(f"There is no engine {engine}; choose rules or nlp.")
    if engine == "nlp":
        from onrecord.extract.nlp import joint  # it loads a parser

        return joint.propose(text, author, issued, _known(language))
    with _no_collection(text):
        return propose(text, author, issued, _known(language))


@contextmanager
def _no_collection(text: str) -> Iterator[None]:
    """Leaves the garbage collector out while a text of ordinary length is read.

    Rules make many small objects and no cycles, so there is nothing for it to find; looking took a fifth of the time.
    """
    if not gc.isenabled() or len(text) > _LONGEST_UNCOLLECTED:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _known(language: str | None) -> str | None:
    """A language as extraction calls it; UsageError where it has no rules for that."""
    code = language.lower().split("-")[0] if language else None
    if code is not None and code not in LANGUAGES:
        raise UsageError(f"{language!r} is not a supported language. Languages: {', '.join(LANGUAGES)}.")
    return code
