"""What Whisper, WhisperX and whisper.cpp write as JSON, as the captions that they write of the same."""

import html
import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from onrecord.ingest.plain import in_one_line

# A recording of a hundred days, in seconds: what is later is no time.
_LONGEST = 8_640_000.0


def as_captions(source: str) -> str | None:
    """The segments as WebVTT, each with its speaker where it has one; None where the text is no such JSON.

    A segment whose words have several speakers (WhisperX) is several captions.
    """
    if not source.lstrip("\ufeff \r\n\t").startswith("{") or (
        '"segments"' not in source and '"transcription"' not in source
    ):
        return None
    try:
        given = json.loads(source)
    except (ValueError, RecursionError):
        return None
    segments = given.get("segments", given.get("transcription")) if isinstance(given, dict) else None
    if not isinstance(segments, list) or not segments:
        return None
    cues: list[str] = []
    for segment in segments:
        if not isinstance(segment, dict) or not isinstance(segment.get("text"), str):
            return None
        cues += [_cue(*part) for part in _parts(segment)]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def _parts(segment: Mapping[str, object]) -> Iterator[tuple[float, float, str, str]]:
    """Start and end in seconds, speaker ("" for none) and words."""
    start, end = _time(segment, "start", "from"), _time(segment, "end", "to")
    speaker, words = in_one_line(segment.get("speaker")), segment.get("words")
    text = in_one_line(segment["text"])
    if isinstance(words, list) and words:
        told = [word for word in words if isinstance(word, dict) and isinstance(word.get("word"), str)]
        speakers = {in_one_line(word.get("speaker")) or speaker for word in told}
        # Only where the words are the text: languages without spaces have theirs put together in another way.
        if len(speakers) > 1 and in_one_line(" ".join(word["word"] for word in told)) == text:
            for name, group in groupby(told, key=lambda word: in_one_line(word.get("speaker")) or speaker):
                part = list(group)
                first = _time(part[0], "start", "from") or start
                last = _time(part[-1], "end", "to") or end
                yield first, last, name, " ".join(in_one_line(word["word"]) for word in part)
            return
    yield start, end, speaker, text


def _time(times: Mapping[str, object], key: str, in_thousandths: str) -> float:
    offsets = times.get("offsets")
    value = times.get(key)
    if isinstance(offsets, dict):
        found = offsets.get(in_thousandths)
        value = found / 1000 if isinstance(found, int | float) else None
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _LONGEST
    return float(value) if usable and isinstance(value, int | float) else 0.0


def _cue(start: float, end: float, speaker: str, text: str) -> str:
    voice = f"<v {html.escape(speaker)}>" if speaker else ""
    return (
        f"{_clock(start)} --> {_clock(end)}\n{voice}{html.escape(text, quote=False).replace('{', '&#123;')}"
    )


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{int(seconds * 1000) % 1000:03}"
