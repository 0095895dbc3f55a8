"""The option for the engine of extraction, and a sign of life while it looks."""

from __future__ import annotations

from onrecord.cli.spec import option
from onrecord.extract import ENGINES, LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.extract import Proposal
    from onrecord.ingest.document import Document

LANGUAGE = option(
    "--lang",
    help=f"The language of the text, if detected wrongly: {', '.join(LANGUAGES)}. Default: detected.",
    complete=LANGUAGES,
    metavar="CODE",
    hidden=("--language",),
)
ENGINE = option(
    "--engine",
    help=f"One of: {', '.join(ENGINES)}, llm (sends the text to the model of ONRECORD_LLM_URL). Default: nlp where onrecord[nlp] is installed, else rules.",
    complete=(*ENGINES, "llm"),
)


def found_in(
    read: Document, engine: str | None, *, author: str | None, issued: str | None, language: str | None = None
) -> tuple[list[Proposal], str]:
    """The proposals of a document, and what made them: `extract.document.proposed_of`, with a sign of life."""
    from onrecord.cli.progress import waiting
    from onrecord.extract.document import proposed_of

    with waiting("Looking for statements …"):
        return proposed_of(read, engine, author=author, issued=issued, language=language)
