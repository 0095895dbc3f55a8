"""The cues of WebVTT and SubRip: their times, and their words with the voice that each is marked up as."""

import html
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.ingest.plain import in_one_line
from onrecord.model.record import record, replace
from onrecord.text.patterns import lazy

# Hours and thousandths may be lacking, and the end altogether; what follows it on its line are settings.
_CLOCK = r"(?:([0-9]{1,9}):)?([0-9]{1,2}):([0-9]{2})(?:[.,]([0-9]{1,3}))?(?![0-9])"
_TIMING = lazy(rf"(?m)^[ \t]*{_CLOCK}[ \t]*-->[ \t]*(?:{_CLOCK})?.*$")
_BLANK_LINE = lazy(r"\n[ \t]*\n")
_VOICE = lazy(r"(?i)<v(?:\.[^\s>.]*)*[ \t]+([^>]{1,1000})>|(</v>)")
_TAG = lazy(r"(?i)</?[a-z][^>]{0,200}>|\{\\[^}]{0,100}\}|<\d[\d:.]*>")
_TIME_IN_LINE = lazy(r"<\d{1,2}:\d[\d:.]*>")
# Captions roll where two cues do, and a third of the pairs; those of one pair do where it does.
_LEAST_ROLLING, _SHARE_ROLLING = 2, 3
# Cues further apart, in seconds, do not repeat one another: somebody says the same again.
_APART, _AT_ONCE = 1.5, 0.1


@record()
class Line:
    """What stands on one line of a cue and is marked up as one voice; `opens` where no other piece stands before it on the line."""

    words: tuple[str, ...]
    voice: str | None
    opens: bool


@record()
class Cue:
    """Seconds from the beginning, the time as it is cited ("00:12:05"), and the lines that hold words."""

    start: float
    end: float
    label: str
    lines: tuple[Line, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All the words, in order."""
        return tuple(word for line in self.lines for word in line.words)


def cues_in(source: str, *, rolls: bool) -> Iterator[Cue]:
    """The cues with words in them, where a cue is shown twice at once the first; `rolls` leaves out what captions show again."""
    before: Cue | None = None
    for cue in _written(source):
        shown = cue
        if before is not None:
            gap = cue.start - before.end
            again = _repeated(before, cue) if rolls and gap < _APART else 0
            if gap < _AT_ONCE and cue.words == before.words:
                again = len(cue.words)
            shown = _without(cue, again)
        before = cue
        if any(character.isalnum() for word in shown.words for character in word):
            yield shown


def rolls(source: str) -> bool:
    """Whether the captions roll or grow, so that cues show again what the ones before them did."""
    if _TIME_IN_LINE.search(source):
        return True
    pairs = rolling = 0
    for before, cue in pairwise(_written(source)):
        pairs += 1
        again = _repeated(before, cue)
        grows = again and (len(before.lines) > 1 or len(cue.lines) > 1 or again < len(cue.words))
        rolling += bool(grows) and cue.start - before.end < _APART
    return rolling == pairs > 0 or (rolling >= _LEAST_ROLLING and rolling * _SHARE_ROLLING >= pairs)


def _repeated(before: Cue, cue: Cue) -> int:
    """How many words at the head of a cue are the last lines of the one before."""
    words = cue.words
    for first in range(len(before.lines)):
        shown = tuple(word for line in before.lines[first:] for word in line.words)
        if words[: len(shown)] == shown:
            return len(shown)
    return 0


def _without(cue: Cue, count: int) -> Cue:
    lines = []
    for line in cue.lines:
        left = line.words[count:]
        count = max(0, count - len(line.words))
        if left:
            # What grows on a line goes on with what stood there.
            lines.append(replace(line, words=left, opens=line.opens and len(left) == len(line.words)))
    return replace(cue, lines=tuple(lines))


def _written(source: str) -> Iterator[Cue]:
    """The cues as they stand in the file, each with at least one word."""
    timing = _TIMING.search(source)
    while timing is not None:
        following = _TIMING.search(source, timing.end())
        body = source[timing.end() : following.start() if following else len(source)].strip("\n")
        # A cue ends at a blank line; behind it stands the number or the name of the next one.
        blank = _BLANK_LINE.search(body)
        body = body[: blank.start()] if blank else body
        start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
        lines = tuple(_lines(body))
        if lines:
            label = f"{int(timing[1] or 0):02}:{int(timing[2]):02}:{timing[3]}"
            # A cue that ends before it begins ends where it begins.
            yield Cue(start, max(start, end), label, lines)
        timing = following


def _lines(body: str) -> Iterator[Line]:
    voice: str | None = None
    for written in body.split("\n"):
        if "<" not in written and "{" not in written:
            if words := _words(written):
                yield Line(words, voice, True)
            continue
        start, opens = 0, True
        for mark in [*_VOICE.finditer(written), None]:
            words = _words(_TAG.sub("", written[start : mark.start() if mark else None]))
            if words:
                yield Line(words, voice, opens)
                opens = False
            if mark is not None:
                voice = in_one_line(html.unescape(mark[1])) or None if mark[1] else None
                start = mark.end()


def _words(written: str) -> tuple[str, ...]:
    if "&" in written or not (written.isascii() and written.isprintable()):
        written = in_one_line(html.unescape(written))
    return tuple(written.split())


def _seconds(clock: Sequence[str | None]) -> float:
    """Hours, minutes, seconds and a fraction as written; 0 where none is."""
    hours, minutes, seconds = (int(part or 0) for part in clock[:3])
    return hours * 3600 + minutes * 60 + seconds + int((clock[3] or "0").ljust(3, "0")) / 1000
