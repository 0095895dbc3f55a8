"""Records of how statements bear on one another."""

from __future__ import annotations

from onrecord.model.record import Told, record

# What a link says read from its first statement to its second, and the other way round.
WORDS = {
    "variant_of": ("is another wording of", "has another wording in"),
    "excerpt_of": ("is a part of", "has a part in"),
    "translation_of": ("is a translation of", "is translated in"),
    "corrects": ("corrects", "is corrected by"),
    "retracts": ("retracts", "is retracted by"),
}


@record()
class StatementLinkEntry(Told):
    """How a statement bears on another, by itself. `ref` names it: KEY/KEY, with .1 and .2 where there are several."""

    ref: str
    statement: str
    statement_text: str
    kind: str
    other: str
    other_text: str


@record()
class LinkedStatement(Told):
    """A statement that another one is linked with, seen from that one: `words` say how it bears on this one.

    `outgoing`: the link goes from the other one to this.
    """

    ref: str
    kind: str
    outgoing: bool
    words: str
    key: str
    text: str
    speaker: str
    speaker_slug: str
    language: str | None
    citation: str
