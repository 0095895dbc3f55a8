"""Plain transcripts: paragraphs that begin with a name and a colon, "NAME: words"."""

import re

from onrecord.ingest.document import Turn

_LINE = re.compile(r"[^\n]+")
_CAPITALS = re.compile(
    r"(?:>>\s*)?([A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.'’-]*[A-ZÀ-ÞА-Я.](?: [A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.'’-]*){0,4}):[ \t]+(?=\S)"
)
_NAME = re.compile(r"([A-ZÀ-ÞА-Я][\w.'’-]+(?: [A-ZÀ-ÞА-Я][\w.'’-]+){0,3}):[ \t]+(?=\S)")
# Headings of forms and letters that look like names.
_NO_NAMES = frozenset(
    "note notes warning subject date time to from cc re source sources editor's tags author title copyright update abstract "
    "keywords summary example contents location address phone".split()
)
_LEAST_TURNS = 3
_LEAST_SHARE = 0.5


def turns_in(text: str) -> tuple[Turn, ...]:
    """The turns of a text that is a transcript; none for any other text.

    A transcript has at least three turns, by capitals or by names that come again, and they are at least half of its
    paragraphs, or follow one another but for what continues them.
    """
    for pattern, again in ((_CAPITALS, False), (_NAME, True)):
        found = _turns(text, pattern)
        names = [turn.speaker for turn in found]
        lines = sum(1 for line in _LINE.finditer(text) if not line[0].isspace())
        if len(found) < _LEAST_TURNS or len(found) < _LEAST_SHARE * lines:
            continue
        if again and len(set(names)) > len(names) // 2:
            continue
        return tuple(found)
    return ()


def _turns(text: str, pattern: re.Pattern[str]) -> list[Turn]:
    found: list[Turn] = []
    open_turn: tuple[int, str] | None = None
    end = 0
    for line in _LINE.finditer(text):
        if line[0].isspace():
            continue
        head = pattern.match(text, line.start(), line.end())
        if head is not None and head[1].lower() not in _NO_NAMES:
            if open_turn is not None:
                found.append(Turn(open_turn[0], end, open_turn[1]))
            open_turn = (head.end(), head[1])
        end = line.start() + len(line[0].rstrip())
    if open_turn is not None and open_turn[0] < end:
        found.append(Turn(open_turn[0], end, open_turn[1]))
    return [turn for turn in found if turn.start < turn.end]
