"""When a statement was said, from the words around it.

A date counts that stands beside the report ("said on Tuesday", "in an interview on July 26"), else one that opens
the sentence ("On July 26, …"), else, as an inference, one that an earlier sentence of the paragraph set in one of
these two ways. Never a date inside the words reported, never one that belongs to something else in the sentence
("elected in 2016", "after Friday's storm", "the July 26 attack"). Two dates that contradict each other are none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from onrecord.extract import datewords, layout
from onrecord.extract.datewords import Basis, Found, When
from onrecord.extract.paragraph import Paragraph
from onrecord.model.record import record
from onrecord.text.patterns import lazy

# What is looked at around a statement, in characters, and how many dates; more makes no report.
_REACH = 600
_MOST = 12
# A date that merely opens an earlier sentence counts for the paragraph when it is news.
_NEWS = timedelta(days=45)
# How far, in characters, a printed year tells which time a text is about.
_STORY = 1500

_SAYING = lazy(
    r"(?i)\b(?:said|told|tells?|says|saying|telling|spoke|spoken|speaking|wrote|written|writing|writes|read|reads|"
    r"(?:announc|argu|declar|acknowledg|not|stat|observ|promis|propos|conced|describ|denounc|accus|criticis|criticiz|"
    r"emphasis|emphasiz|reiterat|prais|urg|pledg|quot|releas|issu|tweet|post|add|assert|claim|complain|confirm|contend|"
    r"explain|insist|maintain|mention|predict|proclaim|reaffirm|remark|report|respond|reveal|suggest|testif|warn|"
    r"caution|comment|conclud|recall|ask|answer|call|condemn|demand|address|interview|stress|vow|"
    r"publish|repeat|den|repl|admit)(?:ed|ied|ing|ying|ted))\b",
)
_OCCASION = (
    r"(?:(?:news|press)\s+)?(?:conferences?|briefings?|interviews?|statements?|speech(?:es)?|address(?:es)?|letters?|posts?|tweets?|"
    r"articles?|reports?|remarks|hearings?|testimony|debates?|rall(?:y|ies)|messages?|telegrams?|e-?mails?|editorials?|receptions?|"
    r"meetings?|sermons?|broadcasts?|releases?|memos?|toasts?)"
)
_AT_AN_OCCASION = lazy(rf"\b{_OCCASION}\b")
# In front of a date: what makes it the date of something else.
_OF_ELSE = lazy(
    r"(?i)\b(?:since|until|till|before|after|by|from|to|through|for|of|between|next|every|each|than|toward|towards|against|"
    r"following|preceding|ahead\s+of|as\s+of|the|this|that|last|an?|its|his|her|their|our|my|your|through|throughout|within|beyond|"
    r"effective|until|due|starting|beginning|ending)\s+(?:on\s+|in\s+)?$",
)
_OF_OCCASION = lazy(rf"(?i)\b{_OCCASION}\s+(?:of|from|dated)\s+$|\bdated\s+$")
_POSSESSIVE = lazy(r"['’](?:s\b|\s)")
_ON_OCCASION = lazy(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}{_OCCASION}\b")
_IN_A = lazy(r"(?i)\b(?:an?|the|his|her|their|its)\s+$")
_AND = lazy(r"\b(?:and|but)\b")
_BETWEEN_DATES = lazy(r"(?i),?\s+(?:and|or|to|through|until)\s+(?:(?:on|in)\s+)?")
_AT = lazy(r"(?i)\b(?:at|in|during)\s+$")
_IN = lazy(r"(?:\b[Ii]n\s+|\()$")
# What opens a clause of its own, about something else than the report.
_CLAUSE = lazy(
    r"(?i)\b(?:who|whom|whose|which|where|since|because|until|before|after|following|although|though|if|unless|"
    r"when(?!\s+(?:asked|questioned|pressed|speaking))|while(?!\s+speaking)|born|elected|founded|appointed|killed|signed|"
    r"will|would|shall|should|may|might|could|expected|scheduled|planned|plans|set\s+to|due\s+to)\b",
)
_NOW = lazy(
    r"\b(?:says|tells|writes|adds|notes|argues|explains|recalls|insists|warns|thinks|believes|reports|points|estimates|shows|"
    r"suggests|claims|asks|states|maintains|hopes|expects|finds|describes|calls)\b"
)
_ACCORDING = lazy(r"\b[Aa]ccording\s+to\b")
_BREAK = lazy(r"[,;:—–()\[\]\n“”«»\"]|--|\s-\s")
_OPENING = lazy(
    r"[\s“\"«(‘'—–-]*(?:(?:[Oo]n|[Ii]n|[Ee]arly|[Ll]ate|[Aa]lso|[Tt]hen|[Aa]nd|[Bb]ut|[Ee]arlier)\s+){0,3}"
)
_THEN_SAYING = lazy(r"[,\s]{1,3}(?:\w+ly\s+)?$")
_WITH_A_CAPITAL = frozenset(["md", "dm", "my", "wd"])


@record()
class _Anchor:
    """A date that an earlier sentence sets, for those after it."""

    position: int
    paragraph: int
    when: When
    reported: bool


def said_at(text: str, start: int, end: int, *, issued: str | None) -> tuple[str, Basis] | None:
    """When the statement at `text[start:end]` was said, as `Dates.said` tells it."""
    return Dates(text, issued, [(start, end)]).said(start, end)


class Dates:
    """When the statements of one text were said.

    `issued` is the date of publication, EDTF of level 0, or None; `contents` are the stretches of the text that
    are reported words: dates inside them are not when anything was said; `laid_out` its paragraphs, where somebody has
    them already. Making it costs time linear in the text,
    and every question a time that does not depend on the text.
    """

    def __init__(
        self,
        text: str,
        issued: str | None,
        contents: Iterable[tuple[int, int]] = (),
        laid_out: Iterable[Paragraph] = (),
    ) -> None:
        self._text = text
        self._laid_out = {words.start: words for words in laid_out}
        self._issued = datewords.issued_on(issued)
        self._paragraphs = list(layout.paragraphs_of(text))
        self._paragraph_starts = [start for start, _ in self._paragraphs]
        self._found = list(datewords.find(text))
        self._starts = [entry.start for entry in self._found]
        self._reported = _joined(contents)
        self._reported_starts = [start for start, _ in self._reported]
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        self._in_marks: dict[int, tuple[list[int], list[int]]] = {}
        self._anchors: list[_Anchor] = []
        self._whens: list[When | None] = []
        self._set_anchors()
        self._anchor_positions = [entry.position for entry in self._anchors]

    def said(
        self, start: int, end: int, reporting: tuple[int, int] | None = None
    ) -> tuple[str, Basis] | None:
        """When `text[start:end]` was said: an EDTF date of level 0 or 1, and what it rests on; None where in doubt.

        `reporting` is where the words stand that report it (the speaker and the cue), where that is known.
        """
        number = self._paragraph_at(start)
        if number is None or number not in self._sentences:
            return None
        first, last = self._paragraphs[number]
        end = min(end, last)
        low, high = self._sentence_around(number, start, end)
        near = [*self._among(max(low, start - _REACH), start), *self._among(end, min(high, end + _REACH))]
        ranked: dict[int, list[When]] = {}
        for nearby in near:
            expression, when = self._found[nearby], self._whens[nearby]
            if when is None or self._is_reported(expression):
                continue
            rank = self._rank(expression, low, high, (start, end), reporting)
            if rank is not None:
                ranked.setdefault(rank, []).append(when)
        if ranked:
            best = ranked[min(ranked)]
            return (
                (best[0].edtf, best[0].basis) if len({expression.edtf for expression in best}) == 1 else None
            )
        outside = self._text[max(low, start - _REACH) : start] + self._text[end : min(high, end + _REACH)]
        return None if _NOW.search(outside) else self._earlier(number, max(first, low))

    def _earlier(self, paragraph: int, before: int) -> tuple[str, Basis] | None:
        number = bisect_left(self._anchor_positions, before) - 1
        if number < 0 or (anchor := self._anchors[number]).paragraph != paragraph or anchor.when.day is None:
            return None
        if not anchor.reported and not (
            self._issued and timedelta(0) <= self._issued.last - anchor.when.day <= _NEWS
        ):
            return None
        return anchor.when.edtf, "inferred"

    def _set_anchors(self) -> None:
        """Goes through the dates once, in order: what each comes to, and which set the time for what follows."""
        told: tuple[int, int] | None = None  # the year last printed, and where
        for expression in self._found:
            number = self._paragraph_at(expression.start)
            self._whens.append(None)
            if number is None:
                continue
            if number not in self._sentences:
                self._lay_out(number)
            printed = datewords.year_of(expression)
            if printed is not None:
                told = printed, expression.start
            elif (
                expression.kind in ("md", "dm")
                and told is not None
                and self._is_another_time(told, expression.start)
            ):
                continue  # "9 April" in a story of 1912
            when = datewords.when(expression, self._issued) or self._after_another(expression, number)
            self._whens[-1] = when
            if when is None or when.day is None or self._is_reported(expression):
                continue
            low, high = self._sentence_around(number, expression.start, expression.end)
            rank = self._rank(expression, low, high, None, None)
            if rank is not None:
                self._anchors.append(_Anchor(expression.start, number, when, rank == 0))

    def _is_another_time(self, told: tuple[int, int], position: int) -> bool:
        """Whether the text tells of years ago, so that a day without a year is not one of the year of publication."""
        year, where = told
        return self._issued is not None and year < self._issued.year - 1 and position - where < _STORY

    def _after_another(self, expression: Found, number: int) -> When | None:
        """ "The same day", "the next day"; a date without a year where only the paragraph has one."""
        if expression.kind in ("same", "next") and self._anchors:
            day = self._anchors[-1].when.day
            return datewords.day_after(day, expression.kind == "next") if day else None
        if expression.kind in ("md", "dm") and self._issued is None and self._anchors:
            last = self._anchors[-1]
            if last.paragraph == number and last.when.day:
                day = last.when.day
                near = datewords.when(expression, datewords.Issued(day.year, 12, date(day.year, 12, 31)))
                return When(near.edtf, near.day, "inferred") if near else None
        return None

    # --- the layout --------------------------------------------------------------------------------------------

    def _paragraph_at(self, position: int) -> int | None:
        number = bisect_right(self._paragraph_starts, position) - 1
        return number if number >= 0 and position < self._paragraphs[number][1] else None

    def _lay_out(self, number: int) -> None:
        first, last = self._paragraphs[number]
        words = self._laid_out.get(first) or layout.paragraph(self._text, first, last)
        self._sentences[number] = [
            (words.starts[low], words.ends[high - 1]) for low, high in words.sentences if low < high
        ]
        inside = [words.quotes[index].inside for index in sorted(words.quotes)]
        self._in_marks[number] = [start for start, _ in inside], [end for _, end in inside]

    def _sentence_around(self, number: int, start: int, end: int) -> tuple[int, int]:
        sentences = self._sentences[number]
        if not sentences:
            return start, end
        first = max(0, bisect_right(sentences, (start, len(self._text))) - 1)
        last = max(first, bisect_right(sentences, (max(start, end - 1), len(self._text))) - 1)
        return sentences[first][0], max(sentences[last][1], end)

    def _among(self, low: int, high: int) -> Sequence[int]:
        first, past = bisect_left(self._starts, low), bisect_left(self._starts, high)
        return range(first, past) if past - first <= _MOST else ()

    def _is_reported(self, expression: Found) -> bool:
        index = bisect_right(self._reported_starts, expression.start) - 1
        if index >= 0 and expression.start < self._reported[index][1]:
            return True
        number = self._paragraph_at(expression.start)
        if number is None:
            return False
        starts, ends = self._in_marks[number]
        index = bisect_right(starts, expression.start) - 1
        return index >= 0 and expression.start < ends[index]

    # --- what a date belongs to --------------------------------------------------------------------------------

    def _rank(
        self,
        expression: Found,
        low: int,
        high: int,
        content: tuple[int, int] | None,
        reporting: tuple[int, int] | None,
    ) -> int | None:
        """0 for a date beside the report, 1 for one that opens the sentence; None for one of something else."""
        text = self._text
        opening = _OPENING.match(text, low, expression.start)
        opens = opening is not None and opening.end() == expression.start
        # A capital inside a sentence is a newspaper's or a programme's: USA Today.
        if not opens and expression.kind not in _WITH_A_CAPITAL and text[expression.start].isupper():
            return None
        left, right = self._clause(expression, low, high, content)
        before = text[left : expression.start]
        leading = text[max(low, expression.start - 40) : expression.start]
        following = text[expression.end : min(high, expression.end + 60)]
        occasion = _ON_OCCASION.match(following)
        if occasion and (_AT.search(leading) or _IN_A.search(leading)):
            return None if _CLAUSE.search(before) else 0
        if _POSSESSIVE.match(following) or self._one_of_two(expression):
            return None
        if expression.kind == "my" and not _IN.search(leading):
            return None
        if _OF_ELSE.search(leading) and not _OF_OCCASION.search(leading):
            return None
        if _CLAUSE.search(before):
            return None
        if reporting and reporting[0] <= expression.start < reporting[1]:
            return 0
        if _SAYING.search(before) or _AT_AN_OCCASION.search(before) or _says_next(following):
            return 0
        says = _SAYING.search(text, expression.end, right)
        # "took office in March and said": the month is that of the first verb.
        if says and not (expression.kind in ("my", "y") and _AND.search(text, expression.end, says.start())):
            return 0
        if reporting and (
            0 <= expression.start - reporting[1] <= 4 or 0 <= reporting[0] - expression.end <= 2
        ):
            return 0
        if not opens or expression.kind == "today":  # which opens many a sentence about nowadays
            return None
        return None if _ACCORDING.search(text, expression.end, min(high, expression.end + _REACH)) else 1

    def _one_of_two(self, expression: Found) -> bool:
        """Whether it is joined to another date: "on Monday and Tuesday"."""
        number = bisect_left(self._starts, expression.start)
        near = self._found[max(0, number - 1) : number + 2]
        return any(_BETWEEN_DATES.fullmatch(self._text, a.end, b.start) for a, b in pairwise(near))

    def _clause(
        self, expression: Found, low: int, high: int, content: tuple[int, int] | None
    ) -> tuple[int, int]:
        """The stretch around a date up to the next commas and the like, and up to the words reported."""
        left, right = max(low, expression.start - 200), min(high, expression.end + 200)
        if content:
            if content[1] <= expression.start:
                left = max(left, content[1])
            if content[0] >= expression.end:
                right = min(right, content[0])
        for match in _BREAK.finditer(self._text, left, expression.start):
            left = match.end()
        after = _BREAK.search(self._text, expression.end, right)
        return left, after.start() if after else right


def _says_next(follows: str) -> bool:
    """Whether a verb of saying comes right after, as in "Kang, on July 26, told …"."""
    match = _SAYING.search(follows)
    return bool(match and _THEN_SAYING.fullmatch(follows[: match.start()]))


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif start < end:
            joined.append((start, end))
    return joined
