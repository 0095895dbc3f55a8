"""Quotations in languages whose frames are few and fixed: what stands before the opening mark and behind the closing one."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from onrecord.extract.abroad import bare, filling
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon, lexicon
from onrecord.extract.abroad.told import Told
from onrecord.text.patterns import lazy

Range = tuple[int, int]

# How far on both sides of a quotation is looked, in characters.
_REACH = 110
_STOPS = lazy(r"[。！？\n]|(?<=[^\d\s.])[.!?؟](?=\s)")
_UP_TO = " … "
_MOST_NEARER = 8
_LONGEST_PAPER = 3
_LONGEST_GESTURE = 8
_LONGEST_CALLED = 24
_ENDED = tuple(".!?。！？،,，")
# What stands in front of the name of a paper, a station or a work.
_CALLED = {
    "ar": lazy(
        r"(?:صحيفة|قناة|وكالة|مجلة|موقع|إذاعة|كتاب|رواية|رواية|فيلم|مسلسل|برنامج|حزب|حركة|منصة|أغنية|ديوان|مسرحية)\s*\Z"
    ),
    "ko": lazy(r"(?:드라마|영화|소설|책|시집|앨범|노래|곡|뮤지컬|연극|프로그램|예능|웹툰|잡지)\s*\Z"),
    "ja": lazy(r"(?:映画|小説|ドラマ|雑誌|楽曲|新曲|漫画|絵本|舞台|番組|著書|詩集|連載)\Z"),
    "zh": lazy(
        r"(?:电影|電影|小说|小說|歌曲|专辑|專輯|节目|節目|话剧|話劇|电视剧|電視劇|品牌|名为|名為|题为|題為)\Z"
    ),
    "tr": lazy(r"(?:adlı|isimli)\s*\Z"),
}
_NEXT_WORD = lazy(r"[\s、，,]+")
# Where the clause of somebody else ends.
_CONTRASTS = {
    "ko": lazy(r"(?:지만|으나|는데|반면|[하히]자|[했혔렸섰]고,|[했혔렸섰]으며,),?\s"),
    "ja": lazy(r"(?:のに対し(?:て)?|一方(?:で)?|が|に対し(?:て)?)、"),
    "zh": lazy("[，；](?=而|但|不过|不過|然而)(?:而|但是?|不过|不過|然而)|[，；]"),
    "tr": lazy(r"(?:derken|iken|[ıiuü]rken|[ae]rken|ken|ancak|ama|ise de),?\s"),
}
# What may stand between the clause of saying and the quotation that goes on.
_JOINING = " ，,:：、道"


def reports_of(text: str, words: Laid, known: Lexicon, reports: list[Told]) -> list[Told]:
    """What a paragraph reports: beside what is `reports`, each quotation with whoever is named before or behind it."""
    reports = [_inner(text, words, known, report) or report for report in reports]
    taken = {index for report in reports for piece in report.pieces for index in range(*piece)}
    last_end = body_start(text, words, known)
    places = _speech(text, words)
    for number, index in enumerate(places):
        if index in taken:
            continue
        pair = words.quotes[index]
        following = words.quotes[places[number + 1]].start if number + 1 < len(places) else words.end
        report = _report(
            text, words, known, index, max(last_end, pair.start - _REACH), min(following, pair.end + _REACH)
        )
        before, last_end = last_end, pair.end
        if report is not None:
            reports.append(report)
        elif number and reports and (told := reports[-1]).pieces[-1][1] - 1 == places[number - 1]:
            # “…”李明说，“…”: it goes on behind the clause.
            ends = max(words.ends[last - 1] for _, last in (told.cue, told.speaker or told.cue))
            clause = told.speaker if told.speaker and told.cue[0] in words.quotes else told.cue
            if before <= words.starts[clause[0]] and _joins(text[ends : pair.start], known):
                told.pieces.append((index, index + 1))
    return sorted(reports, key=lambda each: each.cue)


def _joins(between: str, known: Lexicon) -> bool:
    """Whether no more than a gesture stands between the clause and the quotation that goes on: "小蒋摆了摆手，"."""
    rest = between.strip(_JOINING)
    gesture = known.table.joined and len(rest) <= _LONGEST_GESTURE and between[-1:] in ("，", "：", "、")
    return not rest or (gesture and not _STOPS.search(rest))


def body_start(text: str, words: Laid, known: Lexicon) -> int:
    """Where a paragraph begins behind its dateline: "新华社北京3月12日电（记者…）"."""
    pattern = _dateline(known.code)
    match = pattern.match(text, words.start, words.end) if pattern is not None else None
    return match.end() if match is not None else words.start


@cache
def _dateline(code: str) -> re.Pattern[str] | None:
    entry = lexicon(code).table.dateline
    return re.compile(entry) if entry else None


def _speech(text: str, words: Laid) -> list[int]:
    """The quotations of a paragraph, as words, without names of works and papers: 告诉《江南晚报》, قال لـ"المدى": «…»."""
    places = [
        index for index in sorted(words.quotes) if words.quotes[index].opening.family != "double bracket"
    ]
    named = {
        index
        for index, following in pairwise(places)
        if text[words.quotes[index].end : words.quotes[following].start].strip() in (":", "：")
        and len(text[slice(*words.quotes[index].inside)].split()) <= _LONGEST_PAPER
    }
    named |= {index for index in places if _is_called(text, words, index)}
    return [index for index in places if index not in named]


def _is_called(text: str, words: Laid, index: int) -> bool:
    """Whether a short quotation is the name of what stands in front of it: صحيفة «المرسى»."""
    pair = words.quotes[index]
    before = _CALLED.get(words.code)
    inside = text[slice(*pair.inside)]
    short = (
        len(inside.split()) <= _LONGEST_PAPER and len(inside) <= _LONGEST_CALLED and inside[-1:] not in _ENDED
    )
    return (
        short
        and before is not None
        and before.search(text, max(words.start, pair.start - 12), pair.start) is not None
    )


def _inner(text: str, words: Laid, known: Lexicon, outer: Told) -> Told | None:
    """The quotation in what somebody passes on, with its own speaker: "据潮汐社报道，王立说：“…”"."""
    if outer.frame != "according to" or outer.speaker is None or len(outer.pieces) != 1:
        return None
    first, last = outer.pieces[0]
    index = next((index for index in range(first, last) if index in words.quotes), None)
    if index is None or index == first:
        return None
    report = _report(
        text, words, known, index, words.starts[first], min(words.end, words.quotes[index].end + _REACH)
    )
    if report is None or report.speaker is None or report.speaker[0] < first:
        return None
    report.passed_on_by = outer
    return report


def _report(text: str, words: Laid, known: Lexicon, index: int, low: int, high: int) -> Told | None:
    pair = words.quotes[index]
    stops = [stop.end() for stop in _STOPS.finditer(text, low, pair.start)]
    low = stops[-1] if stops else low
    if known.code in _CONTRASTS and (ends := [*_CONTRASTS[known.code].finditer(text, low, pair.start)]):
        # "검찰은 …고 밝혔지만 김 씨 측은 “…”": who is named behind it speaks.
        nearer = _framed(text, words, known, index, ends[-1].end(), high)
        if nearer is not None and nearer.speaker is not None and nearer.speaker[0] < index:
            return nearer
    return _framed(text, words, known, index, low, high)


def _framed(text: str, words: Laid, known: Lexicon, index: int, low: int, high: int) -> Told | None:
    """The report of a quotation that one of the frames gives, with what stands from `low` to `high` around it."""
    pair = words.quotes[index]
    left = _without_mentions(text[low : pair.start])
    for before, behind in _frames(known.code, filling.is_vowelled(text, words.start, words.end, known)):
        head = before.search(left) if before is not None else None
        tail = behind.match(text, pair.end, high) if behind is not None else None
        if (before is not None and head is None) or (behind is not None and tail is None):
            continue
        if head is not None:
            head = _nearest(before, head, left, known)
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
        frame, sure = ("inverted", 0.75) if cue[0] < cue[1] else ("before a colon", 0.6)
        said = words_at(words, *cue) or (index, index + 1)
        report = Told([(index, index + 1)], None, said, frame, sure, language=known.code)
        if name_speaker(text, words, known, report, name or (0, 0)):
            return report
    return None


_MENTIONED = lazy(r"([\"“”«„])([^\"“”«»„\n]{1,30})([\"“”»“])")


def _without_mentions(left: str) -> str:
    """What stands before a quotation, with the marks around names of papers and the like made letters: لـ"المدى"."""
    return _MENTIONED.sub(r"_\2_", left)


def _nearest(
    pattern: re.Pattern[str] | None, head: re.Match[str], left: str, known: Lexicon
) -> re.Match[str]:
    """The match nearer to the quotation that names a person, where the first one does not: "파업이 … 마동철 위원장은 “…”"."""
    if pattern is None or "name" not in head.re.groupindex or bare.is_personal(head["name"] or "", known):
        return head
    if not head["name"]:
        return head
    starts = [stop.end() for stop in _NEXT_WORD.finditer(left, head.end("name"))]
    for start in starts[:_MOST_NEARER]:
        # The masked beginning keeps every place where it is.
        later = pattern.search("\n" * start + left[start:], start - 1)
        if later is not None and later["name"] and bare.is_personal(later["name"], known):
            return later
    return head


def name_speaker(text: str, words: Laid, known: Lexicon, report: Told, name: Range) -> bool:
    """Gives a report the speaker whose name stands at `name`; False where that names nobody who could speak."""
    place = bare.name_in(text, known, *name) if name[0] < name[1] else name
    printed = text[slice(*place)]
    if not printed or bare.is_pronoun(printed, known):
        report.dropped = True
        return True
    who = None if bare.is_nobody(printed, known) else words_at(words, *place)
    if who is None and not bare.is_nobody(printed, known):
        who = _past_name(text, words, *place)
    report.speaker, report.called = who, bare.called(printed, known)
    return who is not None


def _past_name(text: str, words: Laid, start: int, end: int) -> Range | None:
    """The words in front of a name in marks: صحيفة «المرسى»."""
    inside = range(bisect_left(words.starts, start), bisect_left(words.starts, end))
    marked = next((words.starts[index] for index in inside if index in words.quotes), None)
    return words_at(words, start, start + len(text[start:marked].rstrip())) if marked is not None else None


def words_at(words: Laid, start: int, end: int) -> Range | None:
    """The words that `text[start:end]` has a part in; None where there are none, or where one is a quotation."""
    first, last = bisect_right(words.starts, start) - 1, bisect_left(words.ends, end) + 1
    if start >= end or first < 0 or last > len(words) or any(k in words.quotes for k in range(first, last)):
        return None
    return first, last


@cache
def _frames(code: str, vowelled: bool) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """The frames of a language: what stands before, and what stands behind."""
    table = lexicon(code).table
    frames = []
    for entry in table.frames:
        before, _, behind = filling.filled(entry, table, vowelled=vowelled).partition(_UP_TO)
        frames.append(
            (
                re.compile(before + r"\Z") if before.strip() else None,
                re.compile(behind) if behind.strip() else None,
            )
        )
    return tuple(frames)
