"""Quotations in languages whose frames are few and fixed: what stands before the opening mark and behind the closing one."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon, lexicon
from onrecord.extract.abroad.told import Told
from onrecord.text.patterns import lazy

Range = tuple[int, int]

# How far on both sides of a quotation is looked, in characters.
_REACH = 110
_STOPS = lazy(r"[。！？\n]|(?<=[^\d\s.])[.!?؟](?=\s)")
_UP_TO = " … "


def reports_of(text: str, words: Laid, known: Lexicon) -> list[Told]:
    """What a paragraph reports: each quotation with whoever is named before or behind it."""
    found: list[Told] = []
    last_end = words.start
    places = sorted(words.quotes)
    for number, at in enumerate(places):
        pair = words.quotes[at]
        following = words.quotes[places[number + 1]].start if number + 1 < len(places) else words.end
        report = _report(
            text, words, known, at, max(last_end, pair.start - _REACH), min(following, pair.end + _REACH)
        )
        last_end = pair.end
        if report is not None:
            found.append(report)
    return found


def _report(text: str, words: Laid, known: Lexicon, at: int, low: int, high: int) -> Told | None:
    pair = words.quotes[at]
    stops = [found.end() for found in _STOPS.finditer(text, low, pair.start)]
    low = stops[-1] if stops else low
    left = text[low : pair.start]
    for before, behind in _frames(known.code):
        head = before.search(left) if before is not None else None
        tail = behind.match(text, pair.end, high) if behind is not None else None
        if (before is not None and head is None) or (behind is not None and tail is None):
            continue
        matches = [(match, offset) for match, offset in ((head, low), (tail, 0)) if match is not None]
        cue, name = (
            next(
                (
                    (match.start(group) + offset, match.end(group) + offset)
                    for match, offset in matches
                    if group in match.re.groupindex and (match[group] or group == "cue")
                ),
                None,
            )
            for group in ("cue", "name")
        )
        if cue is None:
            continue
        frame, sure = ("inverted", 0.8) if cue[0] < cue[1] else ("before a colon", 0.6)
        said = _words_at(words, *cue) or (at, at + 1)
        report = Told([(at, at + 1)], None, said, frame, sure, language=known.code)
        who = _words_at(words, *_bare(text, known, *name)) if name is not None else None
        if who is None or all(text[words.starts[k] : words.ends[k]] in known.pronouns for k in range(*who)):
            report.dropped = True
        else:
            report.speaker = who
        return report
    return None


def _words_at(words: Laid, start: int, end: int) -> Range | None:
    first, last = bisect_right(words.starts, start) - 1, bisect_left(words.ends, end) + 1
    if start >= end or first < 0 or last > len(words) or any(k in words.quotes for k in range(first, last)):
        return None
    return first, last


def _bare(text: str, known: Lexicon, start: int, end: int) -> Range:
    """The name without roles before it and titles behind it."""
    if known.table.joined:
        return _bare_joined(text, known, start, end)
    parts = [(found.start(), found.end()) for found in re.finditer(r"\S+", text[start:end])]
    words = [text[start + first : start + last].strip("،,") for first, last in parts]
    first, last = 0, len(words)
    last = next((at for at in range(1, last) if words[at] in known.conjunctions), last)
    roles, suffixes = set(known.table.roles.split()), set(known.table.suffixes.split())
    organisations = tuple(known.table.organisations.split())
    while (
        last - first > 1
        and words[last - 1] in roles | suffixes
        and not words[last - 2].endswith(organisations)
    ):
        last -= 1
    # Behind the last role, unless nothing is left.
    heads = [at for at in range(first, last - 1) if words[at] in roles]
    if heads:
        first = heads[-1] + 1
    if known.code == "ar":
        while last - first > 1 and words[first].startswith("ال"):
            first += 1
    if known.code == "ko" and last - first > 1 and not words[last - 2].endswith(organisations):
        first = last - 1
    if known.code == "tr" and last - first > 3:
        first = last - 2
    return (start + parts[first][0], start + parts[last - 1][1]) if last > first else (start, end)


def _bare_joined(text: str, known: Lexicon, start: int, end: int) -> Range:
    name = text[start:end]
    if known.code == "ja" and "の" in name[:-2]:
        start += name.rindex("の", 0, len(name) - 2) + 1
    for suffix in sorted(known.table.suffixes.split(), key=len, reverse=True):
        if text[start:end].endswith(suffix) and end - start - len(suffix) >= 2:
            end -= len(suffix)
            break
    name = text[start:end]
    heads = [
        at + len(role)
        for role in known.table.roles.split()
        if (at := name.rfind(role)) >= 0 and len(name) - at - len(role) >= 2
    ]
    return start + max(heads, default=0), end


@cache
def _frames(code: str) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """The frames of a language: what stands before, and what stands behind."""
    table = lexicon(code).table
    verbs = sorted((verb.replace("_", " ") for verb in table.says.split()), key=len, reverse=True)
    found = []
    for entry in table.frames:
        filled = (
            entry.replace("NAME", f"(?P<name>{table.name_pattern})")
            .replace("BETWEEN", table.between)
            .replace("SAYS", f"(?P<cue>{'|'.join(map(re.escape, verbs))})")
        )
        before, _, behind = filled.partition(_UP_TO)
        found.append(
            (
                re.compile(before + r"\Z") if before.strip() else None,
                re.compile(behind) if behind.strip() else None,
            )
        )
    return tuple(found)
