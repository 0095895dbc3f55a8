"""Where turns of a transcript begin, line by line: a name, a time, or both, in any order and on one line or two."""

import re
from collections.abc import Iterator

from onrecord.ingest.labels import LONGEST_NAME, is_name, is_placeholder, label_at, part_in
from onrecord.model.record import record, replace
from onrecord.text.patterns import lazy

LINE = lazy(r"[^\n]+")
_TIME = r"(?:(?P<hours{0}>\d{{1,3}}):)?(?P<minutes{0}>\d{{1,2}}):(?P<seconds{0}>[0-5]\d)(?:[.,]\d{{1,3}})?(?![\d:])"
# What somebody is, or is called: "Holm, Greta (Amt)", "Ann Lee (she/her)".
_OF = r"(?:[ \t]{0,3}\((?!\d)[^()\n]{1,60}\))?"
_OFFICE_BEHIND = lazy(_OF)
# "[00:01.000 --> 00:04.000]", "(00:14)", "00:00:14": in front of a name, or of words.
_BEFORE = lazy(
    rf"(?P<bracket>[\[(])?{_TIME.format('')}(?:[ \t]*(?:-->|[-–—])[ \t]*{_TIME.format('_to')})?[\])]?[ \t]*(?:[-–—|:][ \t]+)?"
)
_LONG_NAME = rf"[^\W\d_][^:：\[\]()<>\n\t!?;؟；！？。，、؛،|\"“”]{{0,{LONGEST_NAME}}}"
_NAME = rf"{_LONG_NAME}?"
# Behind a name: "Ann Lee (00:14):", "[Ann Lee] 10:01:22", "Ann Lee  0:14", with the words on the next line or behind a colon.
_BEHIND = lazy(
    rf"(?P<open>\[)?(?P<name>{_NAME})(?:{_OF}|[ \t]+[-–—][ \t]+[^\n:()\[\]\d]{{2,40}}(?=[ \t]+[\[(]\d))(?P<close>\])?(?P<gap>(?::|,|[ \t]*[-–—|])?[ \t]+)"
    rf"(?P<bracket>[\[(])?{_TIME.format('')}[\])]?(?P<colon>[ \t]*[:|])?[ \t]*(?P<words>(?=\S)|$)"
)
# A time on a line of its own; programs that give its end too need no two digits for the seconds.
_TIME_ALONE = lazy(rf"(?P<bracket>[\[(])?{_TIME.format('')}[\])]?[ \t]*$")
_RANGE_ALONE = lazy(
    r"(?P<bracket>[\[(])?(?P<hours>\d{1,3}):(?P<minutes>\d{1,2}):(?P<seconds>[0-5]?\d)(?:[.,]\d{1,3})?"
    r"[ \t]*-->[ \t]*\d{1,3}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?[\])]?[ \t]*$"
)
_ALONE = lazy(rf"(?P<name>{_NAME}){_OF}[ \t]*(?P<colon>[:：]?)[ \t]*$")
# "Ann Lee — words", "Ann Lee. – words", "Ann Lee | words".
_DASHED = lazy(rf"(?P<name>{_NAME})(?:\.?[ \t]+[–—][ \t]*|[ \t]+\|[ \t]+)(?=\S)")
_CHAT = lazy(rf"From[ \t]+(?P<name>{_NAME})(?:[ \t]+to[ \t]+[^:\n]{{1,60}})?[ \t]*:[ \t]*")
_CHANGE = lazy(r">{1,3}[ \t]*")
_PART = lazy(
    r"[ \t]{0,40}(?P<name>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0590-\u065f\u0900-\u0eff]){0,14}[0-9]{0,3})(?:[ \t]?[.:：)][ \t]*|[ \t]{2,}|\t[ \t]*)(?=[^\s:：])"
)
_LONGEST_LETTERS = 2
# Without these no pattern of a time, a label or a dash matches: most lines have none, and need not be tried with all.
_BEFORE_TIME = "[("
_CLOCK = lazy(r"\d:[0-5]\d")
_LABELLED = lazy(r"[:：\[(【（]")
_CIRCLES = "○◯〇◆◎●"
_WITH_DASH = lazy(r"[–—|]")
# Minutes of parliaments in Japan and Korea: "○佐藤健一君　", "○国務大臣（鈴木一郎君）　", "◯위원장 김민수  "; the wide space of talks in print.
_CIRCLED = lazy(
    r"["
    + _CIRCLES
    + r"][ \t]*(?P<name>[^\W\d_][^\n:：「」。、（）()\u3000]{0,30}?)(?:[（(](?P<person>[^\n()（）]{2,20})[)）])?(?:\u3000+|[ \t]{2,}|[ \t]*$)"
)
_SPACED = lazy(r"(?P<name>[^\W\d_a-zA-Z][^\s:：「」。、（）()]{0,9})\u3000+(?=\S)")
_CALLED = lazy(r"(?:君|さん|氏)$")
_OFFICE = lazy(
    r"君$|さん$|氏$|議員|委員|議長|大臣|長官|[局部課次]長|参考人|公述人|証人|위원|의원|의장|장관|차관|국장|총리|증인|참고인"
)
# "BY MS. LEE:" says whose the questions are that follow.
_NO_HEAD = lazy(r"BY ")


# A line of these alone is blank: white space, and what shows nothing.
_NOTHING = " \t\u00a0\u3000\u00ad\u200b\ufeff"


@record()
class Head:
    """The beginning of a turn: its line, its words, its speaker, and the time of it as it is cited.

    `certain`: the layout is one that only transcripts have.
    """

    line: int
    words: int
    speaker: str
    kind: str
    time: str | None
    certain: bool


def heads_in(text: str, marked: frozenset[str]) -> Iterator[Head]:
    """The lines that can be the head of a turn. `marked` are the names that the format emphasises at the head of a paragraph."""
    waiting: tuple[int, re.Match[str]] | None = None
    held: Head | None = None  # a name on a line of its own, below which its time may stand
    for line in LINE.finditer(text):
        start, end = line.span()
        if not line[0].strip(_NOTHING):
            continue
        if held is not None:
            below = _time_alone(line[0]) if start == held.words + 1 and not line[0][0].isspace() else None
            yield _timed(held, held.line, below, words=end) if below else held
            held = None
            if below:
                continue
        if line[0][0].isspace():
            head = _part(text, start, end) or _indented(text, start, end)
            waiting = None
            if head:
                yield head
            continue
        if alone := _time_alone(line[0]):
            waiting = start, alone
            continue
        read = _read(text, start, end, marked)
        if read is not None and waiting is not None and read.time is None:
            read = _timed(read, *waiting)
        waiting = None
        if read is not None and read.kind == "alone":
            held = read
        elif read is not None:
            yield read
    if held is not None:
        yield held


def _read(text: str, start: int, end: int, marked: frozenset[str]) -> Head | None:
    """The head that a line is, or begins with."""
    read = _head(text, start, end) or _marked(text, start, end, marked) or _part(text, start, end)
    line = text[start:end]
    if read is None and _fits(line) and (named := _ALONE.match(text, start, end)):
        return _alone(named, start, marked)
    return read


def times_in(text: str) -> Iterator[tuple[int, str]]:
    """The times that stand on a line of their own, each with the place of its line."""
    for line in LINE.finditer(text):
        if alone := _time_alone(line[0]):
            yield line.start(), cited(alone)


def _time_alone(line: str) -> re.Match[str] | None:
    if not _may_begin_with_time(line):
        return None
    return _RANGE_ALONE.match(line) or _TIME_ALONE.match(line)


def _may_begin_with_time(line: str) -> bool:
    return line[0] in _BEFORE_TIME or line[0].isdecimal()


def _fits(line: str) -> bool:
    """Whether a line is short enough to be a name and nothing else."""
    return len(line.partition("(")[0].rstrip(" \t:：")) <= LONGEST_NAME + 1


def cited(time: re.Match[str]) -> str:
    """A time as it is cited: "00:12:05"."""
    return f"{int(time['hours'] or 0):02}:{int(time['minutes']):02}:{int(time['seconds']):02}"


def _timed(head: Head, line: int, time: re.Match[str], *, words: int | None = None) -> Head:
    """A head below the line with its time, or above it; then `words` is where that line ends."""
    ranged = "-->" in time[0]
    if head.kind in ("alone", "marked") or ranged:
        return replace(
            head,
            line=line,
            words=head.words if words is None else words,
            time=cited(time),
            certain=True,
            kind="timed" if ranged or time["bracket"] else "apart",
        )
    return replace(head, line=line, time=cited(time))


def _head(text: str, start: int, end: int) -> Head | None:
    line = text[start:end]
    index, time, bracket = start, None, False
    if _may_begin_with_time(line) and (before := _BEFORE.match(text, start, end)):
        index, time, bracket = before.end(), cited(before), bool(before["bracket"])
    if change := _CHANGE.match(text, index, end):
        index = change.end()
    if (
        time is None
        and _CLOCK.search(line)
        and (behind := _BEHIND.match(text, index, end))
        and (kind := _kind(behind, end))
    ):
        return Head(start, behind.end(), " ".join(behind["name"].split()), kind, cited(behind), True)
    if time is not None and (chat := _CHAT.match(text, index, end)):
        return Head(start, chat.end(), " ".join(chat["name"].split()), "timed", time, True)
    label = label_at(text, index, end) if _LABELLED.search(line) else None
    # "Departure: 10:30" is a line of a timetable.
    if label is not None and any(character.isalpha() for character in text[label.end : end]):
        certain = label.kind == "placeholder" or time is not None
        kind = "timed" if bracket else label.kind
        return Head(start, label.end, label.name, kind, time, certain)
    if _WITH_DASH.search(line) and (dashed := _DASHED.match(text, index, end)):
        name = " ".join(dashed["name"].split())
        if is_name(name) and (" " in name or time is not None):
            kind = "timed" if bracket else "apart" if time else "name"
            return Head(start, dashed.end(), name, kind, time, time is not None)
    if line[0] in _CIRCLES and (circled := _CIRCLED.match(text, index, end)):
        return _circled(circled, time)
    if "\u3000" in line and (spaced := _SPACED.match(text, index, end)):
        return Head(start, spaced.end(), spaced["name"], "name", time, time is not None)
    if time is not None and (named := _ALONE.match(text, index, end)):
        name = " ".join(named["name"].split())
        if (is_name(name) and (" " in name or named["colon"] or bracket)) or is_placeholder(name):
            return Head(start, end, name, "timed" if bracket else "apart", time, True)
    return None


def _circled(match: re.Match[str], time: str | None) -> Head | None:
    """A circle stands in front of whoever speaks, and in front of any item of a list."""
    called = " ".join((match["person"] or match["name"]).split())
    name = _CALLED.sub("", called).strip()
    certain = _OFFICE.search(f"{match['name']} {called}") is not None
    if not name or (not certain and not is_name(name)):
        return None
    return Head(match.start(), match.end(), name, "timed" if certain else "name", time, certain)


def _kind(behind: re.Match[str], end: int) -> str | None:
    """How sure a name with a time behind it is the head of a turn; None where it is none."""
    name = " ".join(behind["name"].split())
    if not (is_name(name) or is_placeholder(name)) or bool(behind["open"]) != bool(behind["close"]):
        return None
    gap = behind["gap"].strip()
    if gap == ":":
        return "timed" if behind["bracket"] else None
    if behind.end() < end and not (behind["colon"] or behind["open"] or (gap == "|" and behind["bracket"])):
        return None
    if gap == "," and not behind["bracket"]:
        return None
    if behind["bracket"] or behind["open"]:
        return "timed"
    if len(behind["gap"]) > 1 or behind["colon"]:
        return "apart"
    # "John 3:16" is a verse.
    return "beside" if " " in name else None


def _alone(named: re.Match[str], start: int, marked: frozenset[str]) -> Head | None:
    """A name on a line of its own, with a colon or without."""
    name = " ".join(named["name"].split())
    if is_placeholder(name) and len(name) > _LONGEST_LETTERS:
        return Head(start, named.end(), name, "placeholder", None, part_in(name) is None)
    if not is_name(name) or _NO_HEAD.match(name):
        return None
    if name in marked:
        kind = "marked"
    elif named["colon"]:
        kind = "capitals" if name.isupper() else "name"
    else:
        kind = "alone"
    return Head(start, named.end(), name, kind, None, False)


def _marked(text: str, start: int, end: int, marked: frozenset[str]) -> Head | None:
    """An emphasised name in front of words, with nothing between them but a stop or a dash: only the format tells."""
    for length in range(min(end - start, LONGEST_NAME + 10), 1, -1) if marked else ():
        name = text[start : start + length]
        if name not in marked or (start + length < end and text[start + length].isalnum()):
            continue
        index = start + length
        office = _OFFICE_BEHIND.match(text, index, end)
        index = office.end() if office else index
        while index < end and text[index] in " \t.:：,-–—|\u00a0":
            index += 1
        label = " ".join(name.strip(" .:").split())
        timed = _BEFORE.match(text, index, end)
        time = cited(timed) if timed and (timed["bracket"] or " " in name.strip()) else None
        index = timed.end() if timed and time else index
        if index < end and (is_name(label) or is_placeholder(label)):
            return Head(start, index, label, "timed" if time else "marked", time, time is not None)
    return None


def _indented(text: str, start: int, end: int) -> Head | None:
    """A name in capitals behind a margin, as courts print whoever speaks between questions."""
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    label = label_at(text, at, end)
    if label is None or label.kind != "capitals":
        return None
    return Head(start, label.end, label.name, "indented", None, False)


def _part(text: str, start: int, end: int) -> Head | None:
    """ "Q." and "A.", "Frage:" and "Antwort:", "Q1 " …: whether they are heads, only the whole text tells."""
    match = _PART.match(text, start, end)
    if match is None or part_in(match["name"]) is None:
        return None
    return Head(start, match.end(), match["name"], "part", None, False)
