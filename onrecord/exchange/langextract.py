"""LangExtract's documents: {"extractions": [{"extraction_class", "extraction_text", "char_interval", "attributes", …}]}.

Classes and attributes are named by whoever wrote the prompt. A quotation is what a class is called so, or what has a
speaker among its attributes; other classes say something of the quotation that they share a group with.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from onrecord.exchange.annotations.values import nodes, text
from onrecord.model.records import Json

_QUOTATIONS = (
    "quot",
    "statement",
    "utterance",
    "speech",
    "dialog",
    "said",
    "claim",
    "wording",
    "zitat",
    "cita",
)
_SPEAKERS = ("speaker", "person", "character", "source", "who", "said by", "attributed to", "by")
_CUES = ("cue", "verb", "reporting verb")


def quotations(extractions: list[object]) -> Iterator[tuple[int, Json | None]]:
    """The extractions as plain objects, each with its number from 1; None for what is no quotation (a place, a date).

    One that is not an object is given as an empty one. Speakers and cues that are extractions of their own are given with the
    quotation of their group.
    """
    numbered = list(enumerate(extractions, 1))
    for _, members in groupby(numbered, key=lambda pair: _group(*pair)):
        group = [(number, one if isinstance(one, dict) else {}) for number, one in members]
        beside: Json = {}
        if any(_is_quotation(one) for _, one in group):
            for _, one in group:
                if not _is_quotation(one) and (role := _role(one)) is not None:
                    beside.setdefault(role, text(one.get("extraction_text")))
        for number, proposal in group:
            if proposal and not _is_quotation(proposal):
                yield number, None
                continue
            words = {"text": proposal.get("extraction_text"), "char_interval": proposal.get("char_interval")}
            yield number, {**beside, **_attributes(proposal), **words}


def _attributes(item: Json) -> Json:
    return {key: value for node in nodes(item.get("attributes")) for key, value in node.items() if value}


def _is_quotation(item: Json) -> bool:
    name = _class(item)
    if any(part in name for part in _QUOTATIONS):
        return True
    told = {key.lower().replace("_", " ") for key in _attributes(item)}
    return bool(told & {"speaker", "said by", "attributed to"})


def _role(item: Json) -> str | None:
    name = _class(item)
    return "speaker" if name in _SPEAKERS else "cue" if name in _CUES else None


def _class(item: Json) -> str:
    return (text(item.get("extraction_class")) or "").lower().replace("_", " ")


def _group(number: int, value: object) -> object:
    group = value.get("group_index") if isinstance(value, dict) else None
    return ("group", group) if isinstance(group, int) else ("alone", number)
