"""A style as the citation engine gets it."""

from __future__ import annotations

from onrecord.model.record import record

# The locator labels that pandoc's citeproc knows; it reads the others as words.
KNOWN_LABELS = (
    "book", "chapter", "column", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph",
    "part", "section", "sub-verbo", "verse", "volume",
)  # fmt: skip


# A variable that hardly a style prints; where one does, it is not prepared so far.
FILLER = "annote"


@record()
class Style:
    """A style as the citation engine gets it.

    `xml` is the style with one more form of each locator term, `locator_mark(label)`, by which a locator can be
    given its label whatever the language of the style. `time_words` is what the style itself puts before a time
    code ("at"); `plain_times`: it prints one like a page. `fills`: items get a
    word that is not seen as `FILLER`. `numbers`: works are cited by numbers, which are `raised` or stand in the line; `framed`: brackets stand around a citation as a whole. `language` is the style's, en-US where it has none.
    """

    id: str
    xml: str
    is_note: bool
    names_only: bool
    language: str
    commas_inside_quotes: bool
    time_words: str
    plain_times: bool
    fills: bool
    numbers: bool
    raised: bool
    framed: bool


def locator_mark(label: str) -> str:
    """The term that stands for a locator label in the prepared style."""
    return f"onrecord{label.replace('-', '')}"
