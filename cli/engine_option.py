"""The option for the engine of extraction, and a sign of life while it looks."""

from __future__ import annotations

from onrecord.cli.spec import language, option
from onrecord.extract import ENGINES, LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.extract import Proposal
    from onrecord.ingest.document import Document

LANGUAGE = language(
    f"The language of the text, if detected wrongly: {', '.join(LANGUAGES)}. Default: detected.",
    complete=LANGUAGES,
)
ENGINE = option(
    "--engine",
    help=f"One of: {', '.join(ENGINES)}, llm (sends the text to the model of ONRECORD_LLM_URL). Default: nlp where onrecord[nlp] is installed, else rules.",
    complete=(*ENGINES, "llm"),
)


def found_in(
    read: Document, engine: str | None, *, author: str | None, issued: str | None, language: str | None = None
) -> tuple[list[Proposal], str]:
    """The proposals of a document, and what made them: `extract.document.proposed_of`, with a sign of life; a language without
    rules is told."""
    from onrecord.cli.plain import remark
    from onrecord.cli.progress import waiting
    from onrecord.extract.abroad.telling import without_rules
    from onrecord.extract.document import proposed_of

    with waiting("Looking for statements …"):
        proposed = proposed_of(read, engine, author=author, issued=issued, language=language)
    if language is None and (seems := without_rules(read.text)):
        remark(
            f"The text seems to be in {seems}, which extraction has no rules for: quotations are proposed by their marks, "
            "mostly without a speaker. If it is in another language, give --lang."
        )
    return proposed


def supported(language: str | None) -> str | None:
    """A language as it is given for a source, where extraction has rules for it."""
    return language if language and language.lower().partition("-")[0] in LANGUAGES else None
