"""Subtitles to a readable text: WebVTT (W3C) and SubRip, with times as places and speakers as turns."""

import html
import re
from collections.abc import Iterator, Sequence

from onrecord.errors import InputError
from onrecord.ingest.document import Metadata, Place, Reading, Turn
from onrecord.ingest.plain import in_one_line
from onrecord.model.record import record

# Hours and thousandths may be lacking, and the end altogether; what follows it on its line are settings.
_CLOCK = r"(?:([0-9]{1,9}):)?([0-9]{1,2}):([0-9]{2})(?:[.,]([0-9]{1,3}))?(?![0-9])"
_TIMING = re.compile(rf"^[ \t]*{_CLOCK}[ \t]*-->[ \t]*(?:{_CLOCK})?.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)*[ \t]+([^>]+)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]{0,200}>|\{\\[^}]{0,100}\}|<\d[\d:.]*>", re.IGNORECASE)
_NAME = r"[A-Z][A-Z.'’-]*[A-Z.](?: [A-Z][A-Z.'’-]*){0,4}"
_PREFIX = re.compile(rf"(?:>>\s*)?({_NAME}):\s+(?=\S)")
_CHANGE = re.compile(r">>\s*")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*$")
# A paragraph is closed at the next end of a sentence after so many characters, or a silence of so many seconds.
_LONG, _SILENCE = 600, 4.0


@record()
class _Cue:
    start: float
    end: float
    label: str
    speaker: str | None
    changes: bool
    text: str


def read_subtitles(source: str, *, name: str, url: str | None) -> Reading:
    """The words of the cues, put together to paragraphs; a new speaker begins a new one.

    InputError: there is no cue with words in it.
    """
    pieces: list[str] = []
    places: list[Place] = []
    turns: list[Turn] = []
    length = 0
    turn: tuple[str, int] | None = None
    before: _Cue | None = None
    paragraph = 0

    def close() -> None:
        if turn is not None and turn[1] < length:
            turns.append(Turn(turn[1], length, turn[0]))

    for cue in _cues(source):
        new_speaker = cue.changes or (cue.speaker is not None and (turn is None or cue.speaker != turn[0]))
        if before is not None:
            done = bool(_ENDS_SENTENCE.search(before.text))
            rests = cue.start - before.end >= _SILENCE or (done and length - paragraph >= _LONG)
            if new_speaker or (rests and turn is None):
                close()
                turn = None
                pieces.append("\n\n")
                length += 2
                paragraph = length
            else:
                pieces.append(" ")
                length += 1
        if new_speaker and cue.speaker is not None:
            turn = (cue.speaker, length)
        places.append(Place(length, "timestamp", cue.label))
        pieces.append(cue.text)
        length += len(cue.text)
        before = cue
    close()
    if not pieces:
        raise InputError(f"{name} holds subtitles without words.")
    return Reading("".join(pieces) + "\n", "subtitles", Metadata(url=url), tuple(places), tuple(turns))


def _cues(source: str) -> Iterator[_Cue]:
    found = list(_TIMING.finditer(source))
    last_text = ""
    for at, timing in enumerate(found):
        after = found[at + 1].start() if at + 1 < len(found) else len(source)
        body = source[timing.end() : after]
        # A cue ends at a blank line; behind it stands the number or the name of the next one.
        body = re.split(r"\n[ \t]*\n", body.strip("\n"), maxsplit=1)[0]
        start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
        voice = _VOICE.search(body)
        words = in_one_line(html.unescape(_TAG.sub("", body)))
        speaker = in_one_line(html.unescape(voice[1])) if voice else None
        changes = bool(_CHANGE.match(words))
        if prefix := _PREFIX.match(words):
            speaker, words = prefix[1], words[prefix.end() :]
        words = _CHANGE.sub("", words, count=1) if changes else words
        # Rolling captions repeat the line before.
        if not words or words == last_text or not any(character.isalnum() for character in words):
            continue
        last_text = words
        label = f"{int(timing[1] or 0):02}:{int(timing[2]):02}:{timing[3]}"
        # A cue that ends before it begins ends where it begins.
        yield _Cue(start, max(start, end), label, speaker, changes, words)


def _seconds(clock: Sequence[str | None]) -> float:
    """Hours, minutes, seconds and a fraction as written; 0 where none is."""
    hours, minutes, seconds = (int(part or 0) for part in clock[:3])
    return hours * 3600 + minutes * 60 + seconds + int((clock[3] or "0").ljust(3, "0")) / 1000
