"""Transcripts: paragraphs that begin with a name, with a name and a time as programs write them, or with "Q." and "A."."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from onrecord.ingest.document import Place, Turn
from onrecord.ingest.interview import marked_interview
from onrecord.ingest.labels import is_name, is_placeholder, part_in
from onrecord.ingest.narration import own_words
from onrecord.ingest.narration_words import CREDIT, FURNITURE
from onrecord.ingest.talk_words import PAIRS
from onrecord.ingest.transcript_heads import LINE, Head, heads_in, times_in
from onrecord.ingest.transcript_names import fullest, legends, named, with_short
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.patterns import lazy

# What programs write under a transcript.
_IMPRINT = lazy(
    r"(?im)(?:(?:Transcribed by|Transcript by|Transcription by|Transkribiert (?:von|mit))\s+\S|Meeting ended (?:after|at)\b"
    r"|This (?:editable )?transcript was (?:computer|automatically) generated"
    r"|[^\n]{2,60} stopped transcription[ \t]*$|\[?End of (?:transcript|recording|interview)\b)",
)
_ENDS_SENTENCE = lazy(r"[.!?…:;。！？؟۔।][\"”’»)\]」』）]*[ \t]*$")
# "Ann Lee, mayor:", "Holm, Greta (Amt):": who it is stands in front of the comma, and what they are behind it.
_WITH_ROLE = lazy(
    r"(?m)^(?P<name>[^\W\d_][^:：()\[\]<>\n,!?;.“”\"]{0,60}),[ \t]*(?P<role>[^:：()\[\]<>\n,!?;“”\"]{1,50}?)"
    r"(?P<of>[ \t]*\([^()\n:]{1,40}\))?[ \t\u00a0\u202f]?[:：](?:[ \t]+|$)"
)
_NO_ROLE = frozenset(
    "i we you he she it they this that there ich wir du sie er es das je nous vous il elle on yo nosotros io noi eu nós ik wij jag vi ja my я мы".split()
)
_LONGEST_ROLE = 5
# A paragraph that whoever made the transcript put in between: "[The recording breaks off here.]", "Note: …".
_ASIDE = lazy(r"[ \t]*(?:\[[^\[\]\n]{1,300}\]|\([^()\n]{1,300}\))[.!?]?[ \t]*")
_NOTE = lazy(
    r"(?i)[ \t]*[*\[(]{0,2}(?:note|notes|editor[’']s note|source|sources|hinweis|anmerkung(?: der redaktion)?|anm\. ?d\. ?red\.?|quelle|note de la rédaction"
    r"|ndlr|nota(?: del? (?:editor|redacción|redazione|redação))?|fuente|fonte|opmerking|noot(?: van de redactie)?|bron|uwaga|od redakcji|źródło|anmärkning|källa"
    r"|примечание(?: редакции)?|источник|编者按|编者注|来源|注|編集部注|出典)[ \t\u00a0]?[:：]",
)
_LEAST_TURNS = 3
_LEAST_SHARE = 0.5
_LEAST_TIMED = 2
# Lines above the turns (a title, who takes part), and how long a line is that a margin breaks.
_MOST_ABOVE, _WRAPPED = 15, 40
# Names on lines of their own, without anything else that tells.
_LEAST_ALONE = 4
_SHARE_ALONE, _SHARE_MARKED, _SHARE_ASKED = 0.3, 0.15, 0.33


def turns_in(text: str) -> tuple[Turn, ...]:
    """The turns of a text that is a transcript; none for any other text."""
    return transcript_in(text)[0]


def transcript_in(
    text: str, marked: frozenset[str] = frozenset()
) -> tuple[tuple[Turn, ...], tuple[Place, ...]]:
    """The turns of a text that is a transcript, and the times it gives for them; none for any other text.

    A transcript has two turns with times or with labels that programs give, or three by capitals or by names that come
    again, which are at least half of its paragraphs, or follow one another but for what continues them. `marked` are
    the names that the format emphasises at the head of a paragraph.
    """
    candidates = _below_title(
        text, [head for head in heads_in(text, marked) if not _is_note(text, head.line)]
    )
    if len(candidates) < _LEAST_TIMED:
        return marked_interview(text), ()
    lines = _Paragraphs(text)
    for reading in _readings(text, candidates, lines):
        heads, explained = legends(text, reading)
        heads = _with_roles(text, heads) if heads else heads
        turns = _own_turns(text, heads, explained) if heads else ()
        if turns:
            places = {head.line: head.time for head in heads if head.time}
            if places:
                places = dict(times_in(text)) | places
            return turns, tuple(Place(line, "timestamp", places[line]) for line in sorted(places))
    if heads := _emphasised([head for head in candidates if head.speaker in marked], lines):
        return _own_turns(text, heads, {}), ()
    return marked_interview(text), ()


def _is_note(text: str, start: int) -> bool:
    """Whether a line begins as a note, or tells who took the pictures: "Source: …", "Photo: Ann Lee"."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else None]
    return bool(_NOTE.match(line) or CREDIT.match(line) or FURNITURE.match(line))


def _below_title(text: str, heads: list[Head]) -> list[Head]:
    """Without a title that looks like a turn ("Ann Lee: A bridge in spring"): the first line, which alone ends as no sentence does."""
    if len(heads) <= _LEAST_TURNS or text[: heads[0].line].strip() or heads[0].kind != "name":
        return heads
    lines = [text[head.words : end if (end := text.find("\n", head.words)) >= 0 else None] for head in heads]
    ends = [bool(line.strip()) and _ENDS_SENTENCE.search(line) is not None for line in lines]
    is_title = bool(lines[0].strip()) and not ends[0] and sum(ends[1:]) * 3 >= len(ends[1:]) * 2
    return heads[1:] if is_title else heads


class _Paragraphs:
    """Where the paragraphs of a text begin; lines that a margin breaks are one."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        before = ""
        for line in LINE.finditer(text):
            if not any(one.isalpha() for one in line[0]):
                continue
            goes_on = text[line.start() - 2 : line.start()] != "\n\n" and len(before) > _WRAPPED
            if not (goes_on and not _ENDS_SENTENCE.search(before)):
                self.starts.append(line.start())
            before = line[0].strip()

    def make(self, heads: list[Head], share: float, least: int = _LEAST_TURNS) -> bool:
        """Whether these are enough heads, and this share of the paragraphs, a few above the first turn left aside."""
        if len(heads) < least:
            return False
        above = min(bisect_left(self.starts, heads[0].line), _MOST_ABOVE)
        return len(heads) >= share * (len(self.starts) - above)


def _readings(text: str, candidates: list[Head], lines: _Paragraphs) -> Iterator[list[Head]]:
    """The heads that make a transcript of the text, as far as they do; the surest first."""
    timed = [head for head in candidates if head.certain]
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
        all_of_them = not times and lines.make(candidates, _LEAST_SHARE)
        yield [
            head
            for head in candidates
            if head.certain
            or (head.speaker in names and head.kind not in ("alone", "marked"))
            or (all_of_them and head.kind not in ("alone", "part", "indented"))
            or (not times and head.kind in ("capitals", "bracketed"))
        ]
    if questions := _questions(candidates, lines):
        yield questions
    for kinds, come_again in (
        (("placeholder", "bracketed", "capitals"), False),
        (("placeholder", "name"), True),
    ):
        heads = [head for head in candidates if head.kind in kinds]
        if not come_again:
            called = {head.speaker for head in candidates if head.kind == "name"}
            full = with_short(called, {head.speaker for head in heads})
            heads = [
                head
                for head in candidates
                if head.kind in kinds or (head.kind == "name" and head.speaker in full)
            ]
        if lines.make(heads, _LEAST_SHARE) and (not come_again or _come_again(heads)):
            yield heads
    heads = [head for head in candidates if head.kind not in ("alone", "part", "marked", "indented")]
    if lines.make(heads, _LEAST_SHARE) and _come_again(heads):
        yield heads
    yield from _alone(text, candidates, lines)


def _questions(candidates: list[Head], lines: _Paragraphs) -> list[Head]:
    """Questions and answers that follow one another, and whoever else is named between them."""
    labels = {_letter(head.speaker) for head in candidates if head.kind in ("part", "name", "capitals")}
    for first, second in PAIRS:
        keys = {first, second}
        if not keys <= labels:
            continue
        heads = [
            head
            for head in candidates
            if (head.kind in ("part", "name", "capitals") and _letter(head.speaker) in keys)
            or head.kind in ("capitals", "placeholder", "indented")
        ]
        pair = [_letter(head.speaker) for head in heads if _letter(head.speaker) in keys]
        follow = sum(one == first and then == second for one, then in pairwise(pair))
        if len(pair) >= _LEAST_TURNS and follow * 3 >= len(pair) and lines.make(heads, _SHARE_ASKED):
            return heads
    return []


def _alone(text: str, candidates: list[Head], lines: _Paragraphs) -> Iterator[list[Head]]:
    """Names on lines of their own, or emphasised in front of the words: each comes again, and words stand below."""
    for kinds, share in (
        (("marked", "placeholder", "name", "capitals"), _SHARE_MARKED),
        (("alone", "marked"), _SHARE_ALONE),
    ):
        heads = [head for head in candidates if head.kind in kinds]
        again = {speaker for speaker, times in Counter(head.speaker for head in heads).items() if times > 1}
        heads = [
            head for head in heads if head.speaker in again or (head.kind == "marked" and " " in head.speaker)
        ]
        changes = sum(one.speaker != then.speaker for one, then in pairwise(heads))
        enough = _LEAST_TURNS if kinds[0] == "marked" else _LEAST_ALONE
        if (
            lines.make(heads, share, enough)
            and any(head.kind == kinds[0] for head in heads)
            and len(again) > 1
            and _come_again(heads)
            and changes * 2 >= len(heads) - 1
            and _are_sentences(text, heads)
        ):
            yield heads


def _emphasised(heads: list[Head], lines: _Paragraphs) -> list[Head]:
    """A short talk: full names with a colon, emphasised in front of every paragraph, one of them with a known given name."""
    heads = [head for head in heads if head.kind in ("name", "capitals") and " " in head.speaker]
    given = MALE_NAMES | FEMALE_NAMES
    if (
        len({head.speaker for head in heads}) < _LEAST_TIMED
        or lines.starts[-len(heads) :] != [head.line for head in heads]
        or not any(head.speaker.split()[0].lower() in given for head in heads)
    ):
        return []
    return heads


def _are_sentences(text: str, heads: list[Head]) -> bool:
    """Whether most of what stands below the names ends as sentences do; results and addresses do not."""
    ends = [*(following.line for _, following in pairwise(heads)), len(text)]
    said = [text[head.words : end].strip() for head, end in zip(heads, ends, strict=True)]
    return sum(bool(_ENDS_SENTENCE.search(one)) for one in said) * 3 >= len(said) * 2


def _come_again(heads: list[Head]) -> bool:
    """Whether most names come again. Those who ask for several papers ("AFP记者", "路透社记者") are one part in a talk."""
    names = {"" if part_in(head.speaker) == "question" else head.speaker for head in heads}
    names = fullest(names)
    return len(names) * 2 <= len(heads) + (len(heads) < _LEAST_ALONE)


def _letter(label: str) -> str:
    return label.rstrip("0123456789 .").casefold()


def _with_roles(text: str, heads: list[Head]) -> list[Head]:
    """The heads, and between them the lines that begin with a name and a role, in no sentence that a margin breaks."""
    names = {head.speaker for head in heads}
    found: list[Head] = []
    for match in _WITH_ROLE.finditer(text, heads[0].line):
        above = text[text.rfind("\n", 0, max(0, match.start() - 1)) + 1 : match.start()].strip()
        name, role = (" ".join(match[part].split()) for part in ("name", "role"))
        words = role.split()
        if (
            (above and not _ENDS_SENTENCE.search(above))
            or not is_name(name)
            or len(words) > _LONGEST_ROLE
            or words[0].strip("’'").casefold() in _NO_ROLE
        ):
            continue
        turned = f"{role} {name}"
        if turned in names or (match["of"] and " " not in name and len(words) == 1 and is_name(role)):
            name = turned
        if " " in name or any(name in known.split() for known in names):
            found.append(Head(match.start(), match.end(), name, "name", None, False))
    read = {head.line: head for head in heads}
    # "Holm, Greta (Amt):" is a head of its own already, with the comma in its name.
    read |= {head.line: head for head in found if head.line not in read or "," in read[head.line].speaker}
    return [read[line] for line in sorted(read)]


def _own_turns(text: str, heads: list[Head], explained: dict[str, str]) -> tuple[Turn, ...]:
    """The turns without narration between them and below; in layouts that only transcripts have stands none."""
    turns = tuple(_turns(text, heads, explained))
    return turns if 2 * sum(head.certain for head in heads) >= len(heads) else own_words(text, turns)


def _turns(text: str, heads: list[Head], explained: dict[str, str]) -> Iterator[Turn]:
    """From each head to the next, without white space at the end and without what a program wrote under it all."""
    last = len(text)
    if imprint := _IMPRINT.search(text, heads[-1].words):
        last = imprint.start() if text[imprint.start() - 1 : imprint.start()] in ("\n", "") else last
    ends = [*(following.line for _, following in pairwise(heads)), last]
    for head, end, name in zip(heads, ends, named(text, heads, explained), strict=True):
        start = head.words
        while start < end and text[start].isspace():
            start += 1
        end = _without_headings(text, start, end) if head.kind == "part" else end
        for since, until in _said(text, start, end):
            if name is not None:
                yield Turn(since, until, name, head.speaker if name != head.speaker else None)
            else:
                yield Turn(since, until, head.speaker, unnamed=True)


def _said(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is said between two places: up to a note, and without the lines that stand in brackets."""
    since = until = start
    for line in LINE.finditer(text, start, end):
        if line[0].isspace():
            continue
        aside = _ASIDE.fullmatch(line[0]) is not None
        note = line.start() > start and _NOTE.match(line[0]) is not None
        if (aside or note) and since < until:
            yield since, until
        if note:
            return
        if aside:
            since = until = line.end()
            continue
        since = line.start() + len(line[0]) - len(line[0].lstrip()) if since == until else since
        until = line.start() + len(line[0].rstrip())
    if since < until:
        yield since, until


def _without_headings(text: str, start: int, end: int) -> int:
    """Where the words end above headings in capitals ("CROSS-EXAMINATION", "BY MR. LEE:")."""
    lines = [line.span() for line in LINE.finditer(text, start, end) if line[0].strip()]
    while (
        len(lines) > 1
        and text[slice(*lines[-1])].isupper()
        and text[slice(*lines[-1])].rstrip()[-1] not in ".!?"
    ):
        end = lines.pop()[0]
    return end
