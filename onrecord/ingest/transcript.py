"""Plain transcripts: paragraphs that begin with a name, "NAME: words", or with a name and a time, as programs write them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.ingest.document import Place, Turn
from onrecord.ingest.labels import LONGEST_NAME, Label, is_name, is_placeholder, label_at
from onrecord.model.record import record

_LINE = re.compile(r"[^\n]+")
_TIME = r"(?:(?P<hours{0}>\d{{1,3}}):)?(?P<minutes{0}>\d{{1,2}}):(?P<seconds{0}>[0-5]\d)(?:[.,]\d{{1,3}})?(?![\d:])"
# "[00:01.000 --> 00:04.000]", "(00:14)", "00:00:14": in front of a name, or of words.
_BEFORE = re.compile(
    rf"(?P<bracket>[\[(])?{_TIME.format('')}(?:[ \t]*(?:-->|[-–—])[ \t]*{_TIME.format('_to')})?[\])]?[ \t]*(?:[-–—|][ \t]+)?"
)
# Behind a name: "Ann Lee (00:14):", "[Ann Lee] 10:01:22", "Ann Lee  0:14", with the words on the next line or behind a colon.
_BEHIND = re.compile(
    rf"(?P<open>\[)?(?P<name>[^\W\d_][^:：\[\]()<>\n\t!?;\"“”]{{0,{LONGEST_NAME}}}?)(?P<close>\])?(?P<gap>:?[ \t]+)"
    rf"(?P<bracket>[\[(])?{_TIME.format('')}[\])]?(?P<colon>[ \t]*:)?[ \t]*(?P<words>(?=\S)|$)"
)
_CHANGE = re.compile(r">{1,3}[ \t]*")
# What programs write under a transcript.
_IMPRINT = re.compile(r"(?:Transcribed by|Transcript by|Transcription by)\s+\S", re.IGNORECASE)
_LEAST_TURNS = 3
_LEAST_SHARE = 0.5
_LEAST_TIMED = 2


@record()
class _Head:
    """The beginning of a turn: its line, its words, its speaker, and the time of it as it is cited.

    `certain`: the layout is one that only transcripts have.
    """

    line: int
    words: int
    speaker: str
    kind: str
    time: str | None
    certain: bool


def turns_in(text: str) -> tuple[Turn, ...]:
    """The turns of a text that is a transcript; none for any other text."""
    return transcript_in(text)[0]


def transcript_in(text: str) -> tuple[tuple[Turn, ...], tuple[Place, ...]]:
    """The turns of a text that is a transcript, and the times it gives for them; none for any other text.

    A transcript has two turns with times or with labels that programs give, or three by capitals or by names that come
    again, which are at least half of its paragraphs, or follow one another but for what continues them.
    """
    found = list(_heads(text))
    lines = sum(1 for line in _LINE.finditer(text) if not line[0].isspace())
    for heads in _readings(found, lines):
        turns = tuple(_turns(text, heads))
        if turns:
            return turns, tuple(Place(head.line, "timestamp", head.time) for head in heads if head.time)
    return (), ()


def _readings(found: list[_Head], lines: int) -> Iterator[list[_Head]]:
    """The heads that make a transcript of the text, as far as they do; the surest first."""
    timed = [head for head in found if head.certain]
    names = {head.speaker for head in timed}
    # A programme of a day has times beside its items, too.
    sure = (
        len(names) * 3 <= len(timed) * 2
        or any(is_placeholder(name) for name in names)
        or all(head.kind == "timed" for head in timed)
        or ((timed[0].time or "") < "00:01:00" and all(head.kind in ("timed", "apart") for head in timed))
    )
    if len(timed) >= _LEAST_TIMED and sure:
        times = any(head.time for head in timed)
        all_of_them = not times and len(found) >= _LEAST_SHARE * lines
        yield [
            head
            for head in found
            if head.certain
            or head.speaker in names
            or all_of_them
            or (not times and head.kind in ("capitals", "bracketed"))
        ]
    for kinds, come_again in (
        (("placeholder", "bracketed", "capitals"), False),
        (("placeholder", "name"), True),
    ):
        heads = [head for head in found if head.kind in kinds]
        speakers = {head.speaker for head in heads}
        if len(heads) < _LEAST_TURNS or len(heads) < _LEAST_SHARE * lines:
            continue
        if not come_again or len(speakers) <= len(heads) // 2:
            yield heads
    if found and len(found) >= _LEAST_TURNS and len(found) >= _LEAST_SHARE * lines:
        known = {head.speaker for head in found}
        if len(known) <= len(found) // 2:
            yield found


def _heads(text: str) -> Iterator[_Head]:
    for line in _LINE.finditer(text):
        if not line[0].isspace() and (head := _head(text, line.start(), line.end())):
            yield head


def _head(text: str, start: int, end: int) -> _Head | None:
    at, time, bracket = start, None, False
    if before := _BEFORE.match(text, start, end):
        at, time, bracket = before.end(), _cited(before), bool(before["bracket"])
    if change := _CHANGE.match(text, at, end):
        at = change.end()
    if time is None and (behind := _BEHIND.match(text, at, end)) and (kind := _kind(behind, end)):
        return _Head(start, behind.end(), " ".join(behind["name"].split()), kind, _cited(behind), True)
    label: Label | None = label_at(text, at, end)
    # "Departure: 10:30" is a line of a timetable.
    if label is None or not any(character.isalpha() for character in text[label.end : end]):
        return None
    certain = label.kind == "placeholder" or time is not None
    kind = "timed" if bracket else label.kind
    return _Head(start, label.end, label.name, kind, time, certain)


def _kind(behind: re.Match[str], end: int) -> str | None:
    """How sure a name with a time behind it is the head of a turn; None where it is none."""
    name = " ".join(behind["name"].split())
    if not (is_name(name) or is_placeholder(name)) or bool(behind["open"]) != bool(behind["close"]):
        return None
    if behind["gap"].startswith(":"):
        return "timed" if behind["bracket"] else None
    if behind.end() < end and not (behind["colon"] or behind["open"]):
        return None
    if behind["bracket"] or behind["open"]:
        return "timed"
    if len(behind["gap"]) > 1 or behind["colon"]:
        return "apart"
    # "John 3:16" is a verse.
    return "beside" if " " in name else None


def _cited(time: re.Match[str]) -> str:
    return f"{int(time['hours'] or 0):02}:{int(time['minutes']):02}:{time['seconds']}"


def _turns(text: str, heads: list[_Head]) -> Iterator[Turn]:
    """From each head to the next, without white space at the end and without what a program wrote under it all."""
    last = len(text)
    for line in _LINE.finditer(text, heads[-1].words):
        if _IMPRINT.match(line[0]):
            last = line.start()
            break
    ends = [*(following.line for _, following in pairwise(heads)), last]
    for head, end in zip(heads, ends, strict=True):
        start = head.words
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Turn(start, end, head.speaker)
