"""Does a wording stand in a source? The matching contract, in the order in which it is tried."""

from collections.abc import Iterable, Sequence

from onrecord.errors import InputError
from onrecord.matching import bridged, chains, edges, places, readings
from onrecord.matching.chains import MOST_PLACES
from onrecord.matching.context import Context
from onrecord.matching.nearest import nearest
from onrecord.matching.outcome import FROM_BEST_TO_WORST, VERIFIED, Chain, Match, Outcome, Span
from onrecord.matching.places import Needle, Places
from onrecord.matching.prepared import Prepared
from onrecord.matching.readings import Reading
from onrecord.matching.speech import BREAKS
from onrecord.matching.wording import Joint, Wording, in_a_row, taken_apart
from onrecord.text import marks

_MOST_CHAINS = 300
# Marks and stops at the edges of a place.
_BESIDE = 16
_STOPS = ".,。，、،"
_ASKS = tuple("?!？！؟;:；：")


class Asked:
    """Where to look, and what is known of the place: it decides between several."""

    def __init__(
        self, source: Prepared, prefix: str, suffix: str, within: Span | None, chain: Chain, cue: str
    ) -> None:
        self.source = source
        self.context = Context(prefix, suffix)
        self.within = within or Span(0, len(source.text))
        self.at = Span(chain[0].start, chain[-1].end) if chain else None
        self.cue = cue

    def near_its_place(self) -> Span:
        """Where it was recorded, with marks and stops that may stand beside it, as far as the part to look in goes."""
        if self.at is None:
            return self.within
        start, end = (
            max(self.within.start, self.at.start - _BESIDE),
            min(self.within.end, self.at.end + _BESIDE),
        )
        return Span(start, max(start, end))

    def anywhere(self) -> "Asked":
        asked = Asked(self.source, "", "", None, (), self.cue)
        asked.context, asked.at = self.context, self.at
        return asked


def find(
    source: Prepared,
    wording: str,
    *,
    prefix: str = "",
    suffix: str = "",
    within: Span | None = None,
    chain: Chain = (),
    cue: str = "",
) -> Match:
    """How one wording, quoted directly, stands in `source`.

    `prefix` and `suffix` are what stood before and after it when it was recorded, and `chain` is where it was recorded in
    this very text: where there are several places, they decide if exactly one fits. Only places inside `within` count.
    `cue` is a word that reports speech here. InputError: the wording holds no letter and no digit outside of brackets, or
    too many ellipses.
    """
    needle = Needle(wording)
    asked = Asked(source, prefix, suffix, within, chain, cue)
    return _found(asked, [needle]) or _not_found(asked, [needle])


def find_fragments(
    source: Prepared,
    fragments: Sequence[str],
    *,
    prefix: str = "",
    suffix: str = "",
    within: Span | None = None,
    chain: Chain = (),
    cue: str = "",
) -> Match:
    """How the quoted fragments of a mixed quotation stand in `source`: in this order, close together.

    The outcome is that of the fragment that matches worst. `prefix` stands before the first fragment, `suffix`
    after the last. InputError: there is no fragment, or one without letters and digits.
    """
    if not fragments:
        raise InputError("No fragment was given: say which parts of the wording are quoted.")
    needles = [Needle(fragment) for fragment in fragments]
    asked = Asked(source, prefix, suffix, within, chain, cue)
    return _found(asked, needles) or _not_found(asked, needles)


def _found(asked: Asked, needles: Sequence[Needle]) -> Match | None:
    """What was found where all of the wording's words stand, verified or not; None where they do not."""
    if len(needles) == 1:
        literal = _literal(asked, needles[0])
        if literal is not None:
            return literal
    wording = in_a_row([_taken_apart(asked, needle, alone=len(needles) == 1) for needle in needles])
    candidates, complete = _candidates(asked, wording)
    return _decided(asked, candidates, complete=complete) if candidates else None


def _literal(asked: Asked, needle: Needle) -> Match | None:
    """Where the wording stands as it is, ellipses and brackets and all, and cuts no word: at its own place, else anywhere."""
    ways = ((Outcome.exact, places.exact), (Outcome.typographic, places.typographic))
    if asked.at is not None:
        near = asked.near_its_place()
        for outcome, look in ways:
            for span in look(asked.source, needle, near).spans:
                if edges.is_whole(asked.source.text, span) and _same_place(asked, span):
                    return Match(outcome, spans=(span,))
    for outcome, look in ways:
        there = look(asked.source, needle, asked.within)
        whole = [span for span in there.spans if edges.is_whole(asked.source.text, span)]
        if whole:
            found = [Reading((span,), outcome) for span in whole[: _MOST_CHAINS + 1]]
            return _decided(asked, found, complete=there.complete and len(whole) <= _MOST_CHAINS)
    return None


def _taken_apart(asked: Asked, needle: Needle, *, alone: bool) -> Wording:
    wording = taken_apart(marks.strip_outer_marks(needle.raw) if alone else needle.raw)
    if alone or not wording or not _either(asked.source, needle, asked.within).spans:
        return wording
    return Wording((needle,), (Joint(), Joint()))


def _either(source: Prepared, needle: Needle, within: Span) -> Places:
    """Folded places and those equal code point for code point, which may end inside a letter."""
    folded, exact = places.typographic(source, needle, within), places.exact(source, needle, within)
    spans = sorted({*folded.spans, *exact.spans})
    return Places(spans, folded.complete and exact.complete)


def _candidates(asked: Asked, wording: Wording) -> tuple[list[Reading], bool]:
    """Every way to place the fragments, each with its reading."""
    look = _Fragments(asked, wording)
    columns, complete = chains.columns(asked.source, wording.fragments, look.places, asked.within)
    limits = [
        chains.ELLIPSIS if joint.ellipsis or joint.mixed else chains.BRACKET for joint in wording.joints[1:-1]
    ]
    whole: list[Reading] = []
    for chain in chains.chains(asked.source.text, columns, limits):
        if len(whole) == _MOST_CHAINS:
            return whole, False
        parts = [look.parts.get((number, span), (span,)) for number, span in enumerate(chain)]
        whole.append(readings.read(asked.source, wording, chain, parts, asked.cue))
    return whole, complete


class _Fragments:
    """Looks the fragments of a wording up, whole words only, but for what a bracket completes."""

    def __init__(self, asked: Asked, wording: Wording) -> None:
        self.source = asked.source
        self.wording = wording
        self.parts: dict[tuple[int, Span], Chain] = {}

    def places(self, number: int, within: Span) -> Places:
        needle = self.wording.fragments[number]
        standing = _either(self.source, needle, within)
        spans = [whole for span in standing.spans if (whole := self._whole(number, span)) is not None]
        spans += self._lowered(number, within)
        if not spans:
            for bare in self._bare(number, needle):
                spans = [
                    whole
                    for span in _either(self.source, bare, within).spans
                    if (whole := self._whole(number, span)) is not None and self._stops(whole)
                ]
                spans = spans or [
                    span
                    for span in bridged.pressed(self.source, bare, within)
                    if edges.is_whole(self.source.text, span) and self._ends_alike(needle, bare, span)
                ]
                if spans or self._broken(number, bare, within, spans, stops=bare is not needle):
                    break
        return Places(sorted(set(spans)), standing.complete)

    def _lowered(self, number: int, within: Span) -> list[Span]:
        """Where the wording begins a sentence, and its writer has put words in front and a small letter: "[The school] has"
        of "Has"."""
        joint, raw = self.wording.joints[number], self.wording.fragments[number].raw
        raised = raw[:1].upper() + raw[1:]
        if (
            not joint.brackets
            or joint.ellipsis
            or joint.glued_right
            or raised == raw
            or len(raised) != len(raw)
        ):
            return []
        if not joint.brackets[-1].words[:1].isupper():
            return []
        text = self.source.text
        return [
            span
            for span in _either(self.source, Needle(raised), within).spans
            if edges.is_whole(text, span) and self._begins(span)
        ]

    def _begins(self, span: Span) -> bool:
        """Whether the span begins its quotation, its paragraph or a sentence."""
        before = self.source.text[self.source.speech.limits_at(span.start)[0] : span.start].rstrip()
        return not before or before.endswith((".", "!", "?", "…", "؟"))

    def _bare(self, number: int, needle: Needle) -> Iterable[Needle]:
        """The wording, and what is left of it without a stop that its writer may have set at the end of a quotation."""
        yield needle
        bare = needle.raw.rstrip(BREAKS + " ")
        if number == len(self.wording.fragments) - 1 and set(needle.raw[len(bare) :]) & set(_STOPS):
            yield Needle(bare)

    def _ends_alike(self, needle: Needle, bare: Needle, span: Span) -> bool:
        """Whether a stop that the writer set at the end, inside the marks or behind them, stands for nothing else."""
        if bare is not needle:
            return self._stops(span)
        ends = set(needle.raw[-3:]) & set(_STOPS)
        return not ends or not self.source.text[span.end : span.end + 2].lstrip().startswith(_ASKS)

    def _broken(self, number: int, needle: Needle, within: Span, spans: list[Span], *, stops: bool) -> bool:
        for chain in bridged.places(self.source, needle, within):
            cover = Span(chain[0].start, chain[-1].end)
            if edges.is_whole(self.source.text, cover) and (not stops or self._stops(cover)):
                self.parts[number, cover] = chain
                spans.append(cover)
        return bool(spans)

    def _stops(self, span: Span) -> bool:
        """Whether the quotation, or a paragraph without marks, ends behind the span, but for a stop or comma."""
        text = self.source.text
        _, high = self.source.speech.limits_at(span.end - 1)
        return edges.is_whole(text, span) and not text[span.end : high].strip(BREAKS + " \n")

    def _whole(self, number: int, span: Span) -> Span | None:
        """The span with what the brackets at its ends complete; None where it cuts a word."""
        text = self.source.text
        before, after = self.wording.joints[number], self.wording.joints[number + 1]
        start, end = span.start, span.end
        if before.glued_right:
            letters = edges.letters_before(text, start)
            start -= len(letters)
            if letters.casefold() != before.glued_right.words.casefold():
                return None
        if after.glued_left:
            rest = edges.letters_after(text, end)
            stem = edges.letters_before(text, end)
            languages = self.source.speech.languages_at(start)
            if not readings.ending_is_same_word(stem, rest, after.glued_left.words, languages):
                return None
            end += len(rest)
        whole = Span(start, end)
        return whole if edges.is_whole(text, whole) else None


def _decided(asked: Asked, candidates: Sequence[Reading], *, complete: bool) -> Match:
    """The one reading that the place, the surroundings, or their number decides for; else ambiguous."""
    chosen = _chosen(asked, candidates, complete=complete)
    if chosen is None:
        verified = [candidate for candidate in candidates if candidate.outcome in VERIFIED] or candidates
        shown = tuple(one.chain for one in verified[:MOST_PLACES])
        warnings: tuple[str, ...] = ()
        if len(verified) > MOST_PLACES:
            warnings = (f"there are more than {MOST_PLACES} places; the first are given",)
        elif not complete:
            warnings = ("it stands there more often than could be looked at",)
        return Match(Outcome.ambiguous, places=shown, warnings=warnings)
    if chosen.outcome is Outcome.altered:
        return Match(
            Outcome.altered,
            left_out=tuple(chosen.left_out),
            replaced=tuple(chosen.replaced),
            warnings=tuple(chosen.why),
        )
    return Match(
        chosen.outcome,
        spans=chosen.chain,
        left_out=tuple(chosen.left_out),
        replaced=tuple(chosen.replaced),
        clauses=tuple(chosen.clauses),
        hangs_on=tuple(chosen.hangs_on),
        warnings=tuple(chosen.why),
    )


def _chosen(asked: Asked, candidates: Sequence[Reading], *, complete: bool) -> Reading | None:
    if asked.at is not None:
        there = [candidate for candidate in candidates if _same_place(asked, candidate.cover)]
        if len(there) == 1:
            return there[0]
    verified = [candidate for candidate in candidates if candidate.outcome in VERIFIED]
    if not verified:
        worst = min(candidates, key=lambda candidate: FROM_BEST_TO_WORST.index(candidate.outcome))
        alike = [candidate for candidate in candidates if candidate.outcome is worst.outcome]
        return worst if len(alike) == 1 or worst.outcome is not Outcome.inverted else _fitting(asked, alike)
    exact = [one for one in verified if one.outcome is Outcome.exact]
    best = exact or verified
    if len(best) == 1 and complete:
        return best[0]
    return _fitting(asked, best) or _tightest(best) if complete else None


def _fitting(asked: Asked, candidates: Sequence[Reading]) -> Reading | None:
    text = asked.source.text
    if not asked.context:
        return None
    fitting = [
        candidate
        for candidate in candidates
        if asked.context.fits_before(text, candidate.cover.start)
        and asked.context.fits_after(text, candidate.cover.end)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _tightest(candidates: Sequence[Reading]) -> Reading | None:
    """Of readings that differ only in how much a bracket stands for, that with the least."""
    if any(candidate.outcome is not Outcome.bracketed for candidate in candidates):
        return None
    lengths = sorted(
        (sum(len(other.text) for other in candidate.replaced), number)
        for number, candidate in enumerate(candidates)
    )
    overlap = all(
        candidate.cover.start < other.cover.end and other.cover.start < candidate.cover.end
        for candidate in candidates
        for other in candidates
    )
    return candidates[lengths[0][1]] if overlap and lengths[0][0] < lengths[1][0] else None


def _same_place(asked: Asked, cover: Span) -> bool:
    """Whether a place is the recorded one, but for marks and stops at its ends."""
    if asked.at is None:
        return False
    text = asked.source.text
    starts, ends = sorted((cover.start, asked.at.start)), sorted((cover.end, asked.at.end))
    overlap = starts[1] < ends[0]
    return overlap and not any(map(str.isalnum, text[slice(*starts)] + text[slice(*ends)]))


def _not_found(asked: Asked, needles: Sequence[Needle]) -> Match:
    whole = Span(0, len(asked.source.text))
    elsewhere = asked.within != whole and _found(asked.anywhere(), needles)
    warnings = ("it stands in the source, but not in the part given",) if elsewhere else ()
    if len(needles) == 1:
        return _altered(asked, needles[0], warnings)
    alone = [_found(asked, [needle]) or _altered(asked, needle, ()) for needle in needles]
    failed = [match for match in alone if not match.verified and match.outcome is not Outcome.ambiguous]
    if not failed:
        apart = "its parts stand in the source, but not in this order and close together"
        return Match(Outcome.altered, warnings=(*warnings, apart))
    worst = max(failed, key=lambda match: FROM_BEST_TO_WORST.index(match.outcome))
    return Match(worst.outcome, nearest=worst.nearest, diff=worst.diff, warnings=(*warnings, *worst.warnings))


def _altered(asked: Asked, needle: Needle, warnings: tuple[str, ...]) -> Match:
    """Altered where something near it stands, or where it stands inside words; else absent."""
    source = asked.source
    cut = [
        sentence
        for span in _either(source, needle, asked.within).spans[:MOST_PLACES]
        for sentence in edges.cuts(source.text, span)
    ]
    warnings = (*warnings, *dict.fromkeys(cut))
    passage = nearest(source, needle, asked.within)
    if passage is None:
        return Match(Outcome.altered if cut else Outcome.absent, warnings=warnings)
    return Match(Outcome.altered, nearest=passage.span, diff=passage.diff, warnings=warnings)
