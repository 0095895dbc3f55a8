"""Subtitles to a readable text: WebVTT (W3C) and SubRip, with times as places and speakers as turns."""

import re
from collections.abc import Iterable, Iterator

from onrecord.errors import InputError
from onrecord.ingest.cues import Cue, Line, cues_in, rolls
from onrecord.ingest.document import Metadata, Place, Reading, Turn
from onrecord.ingest.labels import Label, is_name, label_at
from onrecord.model.record import record
from onrecord.text.patterns import lazy

_CHANGE = lazy(r"(?:^|(?<=\s))(?:[>＞]{2,3}|[≫⋙])\s*")
_DASH = lazy(r"[-‐‒–—―−－]\s?(?=[^\s\W_]|[\"“«¿¡([])")
# "- Hello. - Hi.": a dash behind a sentence, in front of what can begin one.
_DASH_INSIDE = lazy(r"(?:(?<=[.!?…\"”’»)\]♪]\s)|(?<=[。！？」])\s?)[-‐‒–—―−－]\s?(?=[^\s\W\d_]|[\"“«¿¡([])")
_ENDS_SENTENCE = lazy(r"[.!?…。！？][\"”’»)\]]*$")
_AFTER_SENTENCE = lazy(r"[.!?…][\"”’»)\]]*\s+")
# A paragraph is closed at the next end of a sentence after so many characters, or a silence of so many seconds.
_LONG, _SILENCE = 600, 4.0
# After so many seconds and a full stop, whoever was named before is not taken to speak any more.
_ANOTHER_SCENE = 15.0


# Who speaks, in brackets and without a colon; round ones hold remarks, too, unless in capitals.
_IN_BRACKETS = lazy(
    r"(?:\[(?P<square>[^\W\d_][^\[\]\n:]{1,40})\]|\((?P<round>[^\W\d_](?:(?![a-z])[^()\n:]){1,40})\))[ \t]*(?=[^\s\[(])"
)
_SOUND = lazy(
    r"(?i)\w*(?:music|musik|musique|música|musica|muziek|applau\w*|aplau\w*|laugh\w*|lachen|rires?|risas|risate|chuckl\w*|cheer\w*|sigh\w*"
    r"|cough\w*|crosstalk|inaudible|unintelligible|silence|pause|noise|song|phone|beep\w*|bell|gasp\w*|sob\w*|whisper\w*|shout\w*|scream\w*"
    r"|speak\w*|sing\w*|play\w*|groan\w*|grunt\w*|translat\w*|redacted|censored|foreign|beifall|gelächter|geräusch\w*|[a-z]{3,}ing)"
)


@record()
class _Said:
    """Words of one voice in a cue. `changes`: somebody else begins; `tagged`: the voice is marked up, and ends with its mark."""

    cue: Cue
    speaker: str | None
    changes: bool
    tagged: bool
    text: str


@record()
class _Habits:
    """How a file names its speakers: the names it puts in front of words, and whether it does so in every cue."""

    names: frozenset[str]
    every_cue: bool


def read_subtitles(source: str, *, name: str, url: str | None) -> Reading:
    """The words of the cues, put together to paragraphs; a new speaker begins a new one.

    InputError: there is no cue with words in it.
    """
    pieces: list[str] = []
    places: list[Place] = []
    turns: list[Turn] = []
    length = 0
    turn: tuple[str, int, bool] | None = None
    before: _Said | None = None
    paragraph = 0

    def close() -> None:
        if turn is not None and turn[1] < length:
            turns.append(Turn(turn[1], length, turn[0]))

    repeat = rolls(source)
    habits = _habits(cues_in(source, rolls=repeat))
    for said in _said(cues_in(source, rolls=repeat), habits.names):
        same = turn is not None and (said.speaker or "").casefold() == turn[0].casefold()
        another = said.changes or (said.speaker is not None and not same)
        if before is not None:
            gap = said.cue.start - before.cue.end
            done = bool(_ENDS_SENTENCE.search(before.text))
            rests = gap >= _SILENCE or (done and length - paragraph >= _LONG)
            ends = turn is not None and said.speaker is None and not _goes_on(before, said, turn[2], habits)
            # What the same voice says in another scene is another statement, at another time.
            ends = ends or (turn is not None and done and gap >= _ANOTHER_SCENE)
            if another or ends or (rests and turn is None):
                close()
                turn = None
                pieces.append("\n\n")
                length += 2
                paragraph = length
            else:
                pieces.append(" ")
                length += 1
        if turn is None and said.speaker is not None:
            turn = (said.speaker, length, said.tagged)
        elif turn is not None and said.speaker is not None:
            turn = (turn[0], turn[1], said.tagged)
        if before is None or before.cue is not said.cue:
            places.append(Place(length, "timestamp", said.cue.label))
        pieces.append(said.text)
        length += len(said.text)
        before = said
    close()
    if not pieces:
        raise InputError(f"{name} holds subtitles without words.")
    return Reading("".join(pieces) + "\n", "subtitles", Metadata(url=url), tuple(places), tuple(turns))


def _goes_on(before: _Said, said: _Said, tagged: bool, habits: _Habits) -> bool:
    """Whether words without a name are those of whoever was named before."""
    if before.cue is said.cue:
        return not tagged
    gap = said.cue.start - before.cue.end
    unfinished = gap < _SILENCE and not _ENDS_SENTENCE.search(before.text) and said.text[0].islower()
    if tagged or habits.every_cue:
        return unfinished
    return unfinished or gap < _ANOTHER_SCENE


def _habits(every: Iterable[Cue]) -> _Habits:
    """Names in capitals, in brackets and behind ">>" are taken as such; others where half the cues have one, or they come again."""
    cues = labelled = repeats = 0
    times: dict[str, int] = {}
    last: str | None = None
    for cue in every:
        cues += 1
        heads = [label for line in cue.lines if line.opens and (label := _label(" ".join(line.words)))]
        labelled += bool(heads)
        repeats += bool(heads) and heads[0].name == last
        last = heads[-1].name if heads else None
        for label in heads:
            times[label.name] = times.get(label.name, 0) + 1
    most = labelled >= 2 and labelled * 2 >= cues
    again = {name for name, count in times.items() if count > 1 and (" " in name or name[0] > "\u2e80")}
    names = frozenset(times if most else again)
    return _Habits(names, labelled * 2 >= cues and repeats > 0)


def _label(words: str) -> Label | None:
    marked = _CHANGE.match(words) or _DASH.match(words)
    return _labelled(words, marked.end() if marked else 0)


def _labelled(words: str, start: int, end: int | None = None) -> Label | None:
    """The label at a place; in captions also "[Ann Lee] words" and "(ANN) words", where sounds stand as well: "[Music]"."""
    label = label_at(words, start) if end is None else label_at(words, start, end)
    match = None if label else _IN_BRACKETS.match(words, start, len(words) if end is None else end)
    if match is None:
        return label
    name = match["square"] or match["round"]
    sounds = any(_SOUND.fullmatch(word) for word in name.split())
    return None if sounds or not is_name(name) else Label(name, match.end(), "name")


def _said(cues: Iterable[Cue], names: frozenset[str]) -> Iterator[_Said]:
    for cue in cues:
        finished = True
        dashes = _dashed(cue)
        for index, line in enumerate(cue.lines):
            words = " ".join(line.words)
            for said in _pieces(
                cue, line, words, names, begins=not index or finished, dashed=index in dashes
            ):
                if any(character.isalnum() for character in said.text):
                    yield said
            finished = bool(_ENDS_SENTENCE.search(words))


def _dashed(cue: Cue) -> frozenset[int]:
    """The lines of a cue that begin with the dash of a dialogue."""
    lines = [" ".join(line.words) for line in cue.lines]
    found = [index for index, line in enumerate(lines) if cue.lines[index].opens and _DASH.match(line)]
    return frozenset(
        at for at in found if len(found) > 1 or not at or _ENDS_SENTENCE.search(lines[at - 1])
    ) - frozenset(at for at in found if len(found) == 1 and lines[at][1:].lstrip()[:1].islower())


def _pieces(
    cue: Cue, line: Line, words: str, names: frozenset[str], *, begins: bool, dashed: bool
) -> Iterator[_Said]:
    """A line, cut where ">>", a dash or a name says that somebody else speaks."""
    reached = 0
    changes = False
    if dashed and (dash := _DASH.match(words)):
        reached, changes = dash.end(), True
    while reached < len(words):
        if change := _CHANGE.match(words, reached) or (
            _dash_inside(words, reached, reached) if reached and not line.voice else None
        ):
            reached, changes = change.end(), True
        label = _labelled(words, reached) if begins or changes else None
        if label is not None and not _believed(label, names, line.voice, changes):
            label = None
        start = label.end if label is not None else reached
        end = _next_voice(words, start, names, line.voice)
        text = words[start:end].strip()
        if text:
            speaker = line.voice if label is None or _same(label.name, line.voice) else label.name
            tagged = line.voice is not None and speaker == line.voice
            yield _Said(cue, speaker, changes, tagged, text)
        reached, changes, begins = end, False, True


def _next_voice(words: str, start: int, names: frozenset[str], voice: str | None) -> int:
    """Where the next ">>" stands, or the next name behind the end of a sentence."""
    change = _CHANGE.search(words, start)
    end = change.start() if change is not None else len(words)
    if voice is None and (dash := _dash_inside(words, start, end)):
        end = dash.start()
    for stop in _AFTER_SENTENCE.finditer(words, start, end):
        label = _labelled(words, stop.end(), end)
        if label is not None and label.kind != "name" and _believed(label, names, voice, False):
            return stop.end()
        if label is not None and label.name in names and voice is None:
            return stop.end()
    return end


def _dash_inside(words: str, start: int, end: int) -> re.Match[str] | None:
    """The first dash between `start` and `end` (the same: right there) behind which somebody else begins."""
    match = _DASH_INSIDE.match(words, start) if start == end else _DASH_INSIDE.search(words, start, end)
    while match is not None and words[match.end()].islower():
        match = _DASH_INSIDE.search(words, match.end(), end) if start != end else None
    return match


def _believed(label: Label, names: frozenset[str], voice: str | None, changes: bool) -> bool:
    if voice is not None:
        return label.kind == "capitals" or _same(label.name, voice)
    return label.kind != "name" or changes or label.name in names


def _same(name: str, voice: str | None) -> bool:
    return voice is not None and name.casefold() == voice.casefold()
