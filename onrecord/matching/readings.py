"""What a wording says at one place of a source: which of the outcomes that is, and what was left out or replaced there."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from onrecord.matching import edges, figures, gaps, rest
from onrecord.matching.lexicon import is_known, languages_of, lexicon
from onrecord.matching.outcome import FROM_BEST_TO_WORST, Chain, Outcome, Replaced, Span
from onrecord.matching.prepared import Prepared
from onrecord.matching.sense import adds_scope, hangs_on, negated_by_affix
from onrecord.matching.wording import Bracket, Joint, Wording
from onrecord.text.fold import count_unspaced
from onrecord.text.patterns import lazy

# A writer may change the ending of a word, and no more: "call[ed]".
MOST_ENDING = 3
_ENGLISH_ENDINGS = frozenset(["", "s", "es", "d", "ed", "ing", "'s", "e", "en", "n", "y", "ies", "ied"])
# More fragments than this must be three words long on average: else it is picked together word by word.
MOST_SHORT_FRAGMENTS = 3
_LEAST_WORDS = 3
# Brackets stand for no more words than stand outside of them, or than this.
MOST_REPLACED = 3
# Before the first fragment, as many words of its sentence as a bracket there may stand for.
_MOST_BEFORE = 6

_AND = (
    "en:and fr:et de:und es:y es:e it:e it:ed pt:e nl:en sv:och da:og no:og pl:i pl:a cs:a ru:и uk:і uk:та uk:й tr:ve fi:ja hu:és "
    "el:και ro:și ro:iar ca:i zh:而且 zh:并且 sk:a hr:i sr:и sl:in bg:и mk:и be:і et:ja lv:un lt:ir is:og sq:dhe eu:eta af:en ga:agus "
    "gl:e id:dan vi:và az:və eo:kaj fa:و ur:اور ka:და hy:և kk:және"
)
_INTERJECTED = frozenset("no nein non nej nei nie ne нет ні hayır לא لا ei nem όχι nu não nee".split())
_CLAUSE_END = lazy(r"[,;:—–，、；：،]")
# Remarks of the writer's, which stand for nothing.
_REMARKS = ("sic", "!", "?", "…")
# On each side of a wording, what its language is told by.
_WIDE = 750
UNKNOWN = "the sense may hang on the missing words: their language is not one whose negations are known"


class Reading:
    """`chain`: the place, one span a fragment, more where a fragment is broken off. `why`: sentences for the reader."""

    def __init__(self, chain: Chain, outcome: Outcome = Outcome.exact) -> None:
        self.chain = chain
        self.outcome = outcome
        self.left_out: list[str] = []
        self.replaced: list[Replaced] = []
        self.clauses: list[str] = []
        self.hangs_on: list[str] = []
        self.why: list[str] = []

    def worsen(self, outcome: Outcome, *why: str) -> None:
        if FROM_BEST_TO_WORST.index(outcome) > FROM_BEST_TO_WORST.index(self.outcome):
            self.outcome = outcome
        self.why += [one for one in why if one not in self.why]

    @property
    def cover(self) -> Span:
        return Span(self.chain[0].start, self.chain[-1].end)


def read(source: Prepared, wording: Wording, chain: Chain, parts: Sequence[Chain], cue: str) -> Reading:
    """The reading of a wording whose fragments stand at `chain`, broken off as `parts` says, one chain a fragment."""
    reading = Reading(tuple(span for part in parts for span in part))
    text = source.text
    plain = all(
        len(part) == 1 and text[part[0].start : part[0].end] == fragment.raw
        for part, fragment in zip(parts, wording.fragments, strict=True)
    )
    if not plain:
        reading.worsen(Outcome.typographic)
    reach = Span(max(0, chain[0].start - 100), chain[-1].end + 100)
    languages = tuple(
        dict.fromkeys(
            (*languages_of(text[reach.start : reach.end]), *source.speech.languages_at(chain[0].start))
        )
    )
    wide = text[max(0, chain[0].start - _WIDE) : chain[-1].end + _WIDE]
    look = _Look(source, languages, cue, reading, known=not wording or is_known(wide))
    for part in parts:
        for one, other in pairwise(part):
            look.broken_off(one, other)
    for number, joint in enumerate(wording.joints[1:-1]):
        look.joint(joint, chain[number], chain[number + 1])
    for number, span in enumerate(chain):
        look.completed(wording.joints[number].glued_right, wording.joints[number + 1].glued_left, span)
    look.beginning(wording.joints[0], chain[0])
    look.end(wording.joints[-1], chain[-1])
    _picked(wording, reading)
    _outweighed(wording, reading)
    return reading


@lru_cache(maxsize=64)
def _coordinated(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Where a clause begins that stands for itself: behind "and" after a comma, or at the very beginning or end."""
    # "Ja" is "and" in Finnish, and "if" in Latvian.
    turning = frozenset().union(*(lexicon(language)["sense"].words for language in languages))
    given = [one[3:] for one in _AND.split() if one[:2] in languages]
    words = "|".join(one for one in given if one not in turning) or "and"
    return re.compile(rf"[,;:—–-]\s+(?:{words})\b|;|\A\W*(?:{words})\b|\b(?:{words})\W*\Z")


class _Look:
    def __init__(
        self, source: Prepared, languages: tuple[str, ...], cue: str, reading: Reading, *, known: bool
    ) -> None:
        self.known = known
        self.source = source
        self.text = source.text
        self.languages = languages
        self.cue = cue
        self.reading = reading

    def broken_off(self, span: Span, other: Span) -> None:
        """A fragment that goes on behind a reporting clause, or in the next paragraph of a quotation."""
        gap = gaps.between(self.source, span, other, self.cue)
        if gap.crosses or gap.left:
            self.reading.worsen(Outcome.stitched, gap.crosses or "it leaves words out without saying so")
        self._clauses(gap)

    def joint(self, joint: Joint, span: Span, other: Span) -> None:
        """What stands between two fragments."""
        if joint.mixed and not joint.ellipsis and not joint.brackets:
            crosses = gaps.together(self.source, span, other, self.cue).crosses
            if crosses:
                self.reading.worsen(Outcome.stitched, crosses)
            return
        gap = gaps.between(self.source, span, other, self.cue)
        if gap.crosses:
            self.reading.worsen(Outcome.stitched, gap.crosses)
            self.reading.left_out.append(self._shown(span.end, other.start))
            return
        self._clauses(gap)
        left = [self._shown(*range_) for range_ in gap.left]
        if joint.ellipsis:
            self._left_out(left, broken_off=bool(gap.clauses))
        if joint.brackets:
            own = " ".join(bracket.words for bracket in joint.brackets)
            if joint.ellipsis and figures.contradicts(own, " ".join(left)):
                self.reading.worsen(Outcome.altered, f"[{own}] changes the figure that is left out")
            beside = (self.text[span.start : span.end], self.text[other.start : other.end])
            self._bracketed(joint.brackets, "" if joint.ellipsis else " ".join(left), beside)

    def completed(self, first: Bracket | None, last: Bracket | None, span: Span) -> None:
        """The brackets that a word of the fragment begins or ends in: they show the letter, and the word, of the source."""
        for bracket, there in (
            (first, self.text[span.start : span.start + len(first.words)] if first else ""),
            (last, edges.letters_before(self.text, span.end) if last else ""),
        ):
            if bracket is not None:
                self.reading.worsen(Outcome.bracketed)
                self.reading.replaced.append(Replaced(f"[{bracket.words}]", there))

    def beginning(self, joint: Joint, first: Span) -> None:
        """An ellipsis or bracket before the first fragment: it speaks for the beginning of the sentence."""
        if not joint:
            return
        before = self._rest_before(first.start)
        glued = joint.glued_right
        if joint.ellipsis:
            self.reading.worsen(Outcome.elided)
        if joint.brackets:
            shown = before if not glued and 0 < _count(before) <= _MOST_BEFORE else ""
            self._bracketed(joint.brackets, shown, (before, self.text[first.start : first.end]))
        if not glued or glued.words[:1].isupper():
            self._edge(_coordinated(self.languages).split(before)[-1])

    def end(self, joint: Joint, last: Span) -> None:
        """The same after the last fragment."""
        if not joint or joint.glued_left:
            if joint.brackets:
                self._bracketed(joint.brackets, "")
            return
        if joint.ellipsis:
            self.reading.worsen(Outcome.elided)
        after = self._rest_after(last)
        if joint.brackets:
            self._bracketed(joint.brackets, "", (self.text[last.start : last.end], after))
        left = _coordinated(self.languages).split(after)[0]
        # A bracket stands for what is next to it, an ellipsis for all that is left.
        self._edge(left if joint.ellipsis else _CLAUSE_END.split(left)[0])

    def _rest_before(self, start: int) -> str:
        return " ".join(rest.before(self.source.speech, start, self.cue).split())

    def _rest_after(self, last: Span) -> str:
        return " ".join(rest.after(self.source.speech, last, self.cue).split())

    def _edge(self, rest: str) -> None:
        if any(map(str.isalpha, rest)) and not self.known:
            self.reading.left_out.append(" ".join(rest.split()))
            self.reading.worsen(Outcome.inverted, UNKNOWN)
        words = hangs_on(rest, self.languages)
        if not words:
            return
        alone = re.findall(r"[^\W_]+", rest)
        set_apart = rest.rstrip().endswith((",", ".", "!", "،")) and alone[0].lower() in _INTERJECTED
        if len(alone) == 1 and (set_apart or alone[0].lower() in self._conjunctions()):
            return  # "No, …" and "But …"
        self.reading.left_out.append(" ".join(rest.split()))
        self._hangs(words)

    def _conjunctions(self) -> frozenset[str]:
        return frozenset().union(*(lexicon(language)["and"].words for language in self.languages))

    def _left_out(self, left: Sequence[str], *, broken_off: bool) -> None:
        self.reading.left_out += left
        if left or not broken_off:
            self.reading.worsen(Outcome.elided)
        if left and not self.known:
            self.reading.worsen(Outcome.inverted, UNKNOWN)
        for one in left:
            words = hangs_on(one, self.languages)
            if words:
                self._hangs(words)

    def _bracketed(
        self, brackets: Sequence[Bracket], replaced: str, beside: tuple[str, str] = ("", "")
    ) -> None:
        """`beside`: the source before and behind the place, where the bracket replaces nothing."""
        shown = [one for one in brackets if one.words and not one.glued_left and not one.glued_right]
        if replaced and not shown:
            self.reading.worsen(Outcome.altered, "it leaves words out without saying so")
        self.reading.worsen(Outcome.bracketed)
        own = " ".join(one.words for one in shown)
        self.reading.replaced += [
            Replaced(f"[{bracket.words}]", replaced if bracket is shown[-1] else "") for bracket in shown
        ]
        if replaced and not self.known:
            self.reading.worsen(Outcome.inverted, UNKNOWN)
        before, after = hangs_on(replaced, self.languages), hangs_on(own, self.languages)
        if set(before) != set(after):
            self._hangs(tuple(one for one in (*before, *after) if (one in before) != (one in after)))
        if figures.changes(own, replaced):
            self.reading.worsen(Outcome.altered, f"[{own}] changes the figure in “{replaced}”")
        elif figures.opposite(own, replaced):
            self.reading.worsen(Outcome.altered, f"[{own}] says the opposite of “{replaced}”")
        elif own and not replaced:
            self._next_to(own, *beside)
        if negated := negated_by_affix(replaced, own):
            self._hangs(negated)

    def _next_to(self, own: str, before: str, after: str) -> None:
        """A bracket of which nothing says what it stands for, if for anything: as likely as not for as many words beside it."""
        if figures.joins(own, before, after):
            self.reading.worsen(Outcome.altered, f"[{own}] changes the figure beside it")
        count = _count(own)
        for beside in (" ".join(before.split()[-count:]), " ".join(after.split()[:count])):
            if own.lower() not in _REMARKS and (negated := negated_by_affix(beside, own)):
                self._hangs(negated)
            opposite = figures.opposite(own, beside)
            if opposite:
                self.reading.worsen(Outcome.altered, f"[{own}] says the opposite of “{beside}”")
        if adds := adds_scope(own):
            self._hangs(adds)

    def _clauses(self, gap: gaps.Gap) -> None:
        clauses = [self._shown(*clause).strip(" ,.;:–—-") for clause in gap.clauses]
        if clauses:
            self.reading.worsen(Outcome.interrupted)
            self.reading.clauses += clauses

    def _hangs(self, words: Sequence[str]) -> None:
        self.reading.hangs_on += [word for word in words if word not in self.reading.hangs_on]
        self.reading.worsen(Outcome.inverted)

    def _shown(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


def _picked(wording: Wording, reading: Reading) -> None:
    fragments = wording.fragments
    if len(fragments) <= MOST_SHORT_FRAGMENTS or not any(joint.ellipsis for joint in wording.joints):
        return
    words = sum(_count(fragment.raw) for fragment in fragments)
    if words < _LEAST_WORDS * len(fragments):
        reading.worsen(Outcome.altered, "it is picked together word by word")


def _outweighed(wording: Wording, reading: Reading) -> None:
    replaced = sum(_count(one.text) for one in reading.replaced)
    most = max(MOST_REPLACED, sum(_count(fragment.raw) for fragment in wording.fragments))
    if replaced > most and reading.outcome is not Outcome.inverted:
        reading.worsen(Outcome.altered, "its brackets stand for more words than it has outside of them")


def _count(text: str) -> int:
    return max(len(text.split()), count_unspaced(text) // 2)


def ending_is_same_word(stem: str, rest: str, typed: str, languages: Sequence[str]) -> bool:
    """Whether `stem[given]` is a form of the word `stem` + `rest`: "call[ed]" of "calls", but not "pea[s]" of "peace"."""
    endings = (rest.lower(), typed.lower().replace("’", "'"))
    if "en" in languages:
        known = all(ending in _ENGLISH_ENDINGS for ending in endings)
    else:
        known = all(len(ending) <= MOST_ENDING for ending in endings)
    same = known and len(stem) > max(1, len(rest) - 1)
    return same and not hangs_on(f"{stem}{rest} {stem}{typed}", languages)
