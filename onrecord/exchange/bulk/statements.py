"""Statements, one a line, in the words of `onrecord search --json`; more than these fields may be there.

`text`, and one of `source` (a citekey) and `url`, must be there. `speaker` missing or null: nobody is named. Besides:
`wikidata_id`, `kind`, `form`, `polarity`, `said`, `language`, `locator_label` with `locator`, `cue`, `prefix`, `suffix`, `tags`,
`source_title`, `container_title`, `issued`, `source_type`. `fields` reads lines with other names into these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.exchange.bulk.said import Said, Work
from onrecord.model.vocabulary import FORMS, POLARITIES, SOURCE_TYPES, SPEAKER_KINDS
from onrecord.text import languages


def read(line: dict[str, Any]) -> Iterator[Said]:
    """What a line says. InputError: a field is missing, or not what it must be."""
    text = _text(line, "text")
    url, citekey = _text(line, "url"), _text(line, "source")
    if text is None:
        raise InputError("it has no text.")
    if url is None and citekey is None:
        raise InputError("it has neither source nor url.")
    label, locator = _text(line, "locator_label"), _text(line, "locator")
    if (label is None) != (locator is None):
        raise InputError("locator_label and locator come both or neither.")
    tags = line.get("tags") or []
    if not isinstance(tags, list) or not all(isinstance(tag, str) and tag.strip() for tag in tags):
        raise InputError("its tags are not a list of words.")
    qid = _text(line, "wikidata_id")
    yield Said(
        text=text,
        speaker=_text(line, "speaker"),
        qids=(qid,) if qid else (),
        kind=_among(kind, SPEAKER_KINDS, "kind") if (kind := _text(line, "kind")) else None,
        form=_among(_text(line, "form") or "direct", FORMS, "form"),
        polarity=_among(_text(line, "polarity") or "asserted", POLARITIES, "polarity"),
        said=_text(line, "said"),
        language=languages.kept(_text(line, "language")),
        locator_label=label,
        locator=locator,
        cue=_text(line, "cue"),
        prefix=_text(line, "prefix"),
        suffix=_text(line, "suffix"),
        tags=tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags)),
        work=Work(
            url=url,
            citekey=citekey,
            title=_text(line, "source_title"),
            container=_text(line, "container_title"),
            issued=_text(line, "issued"),
            type=_among(
                _text(line, "source_type") or ("webpage" if url else "document"), SOURCE_TYPES, "source_type"
            ),
        ),
    )


def _text(line: dict[str, Any], name: str) -> str | None:
    value = line.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f"its {name} is not text.")
    return value.strip() or None if value else None


def _among(value: str, words: tuple[str, ...], name: str) -> str:
    if value not in words:
        raise InputError(f"its {name} is none of: {', '.join(words)}.")
    return value
