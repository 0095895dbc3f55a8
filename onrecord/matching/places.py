"""Where one uninterrupted wording stands in a source: code point for code point, or folded."""

from collections.abc import Callable
from functools import cached_property

from onrecord.errors import InputError
from onrecord.matching.outcome import Span
from onrecord.matching.prepared import Prepared, squeeze
from onrecord.text.fold import Folded, fold, is_combining
from onrecord.text.patterns import lazy
from onrecord.text.signs import MARKS

# A longer wording is no quotation any more, and would only cost time.
MOST_CHARACTERS = 200_000
# A wording that stands more often is not told apart by its surroundings: it is ambiguous.
MOST_LOOKED_AT = 10_000
# Folded characters compared joint by joint where lines end inside words; only a text made of such lines needs more.
MOST_COMPARED = 2_000_000

_JOINT = lazy("[ -]+")
_NO_LETTERS = frozenset(MARKS + "\u0640")
_SHOWN = 60


class Needle:
    """A wording to look for. InputError: it holds no letter and no digit, or is longer than a quotation can be.

    Its folded form has three parts. `core` runs from the first letter or digit to the last; what stands around
    it, `lead` and `tail`, is compared with the source's own characters there, since an ellipsis, a dash or a run
    of marks may be cut by the wording's edge.
    """

    def __init__(self, raw: str) -> None:
        if not holds_words(raw):
            raise InputError(
                f"The wording {_shown(raw)} holds no letter and no digit: there are no words to look for."
                if raw.strip()
                else "The wording is empty: give the words to look for."
            )
        if len(raw) > MOST_CHARACTERS:
            raise InputError(
                f"The wording has {len(raw):,} characters, and more than {MOST_CHARACTERS:,} are too many for one quotation. "
                "Take a shorter part of it."
            )
        self.raw = raw

    @cached_property
    def folded(self) -> Folded:
        return fold(self.raw)

    @cached_property
    def _core(self) -> tuple[int, int]:
        text = self.folded.text
        start = next(i for i, character in enumerate(text) if character.isalnum())
        end = next(i for i in range(len(text), 0, -1) if text[i - 1].isalnum())
        while end < len(text) and is_combining(text[end]):
            end += 1
        return start, end

    @cached_property
    def core(self) -> str:
        start, end = self._core
        return self.folded.text[start:end]

    @cached_property
    def lead(self) -> str:
        return _lead(self.raw[: self.folded.original(*self._core)[0]])

    @cached_property
    def tail(self) -> str:
        return _tail(self.raw[self.folded.original(*self._core)[1] :])

    @cached_property
    def squeezed(self) -> str:
        return squeeze(self.core)

    @cached_property
    def joints(self) -> dict[int, frozenset[str]]:
        return _joints(self.folded, *self._core)

    @cached_property
    def has_break(self) -> bool:
        return self.folded.has_break(*self._core)


class Places:
    """Places in ascending order. `complete` is False where there were more than could be looked at."""

    def __init__(self, spans: list[Span], complete: bool = True) -> None:
        self.spans = spans
        self.complete = complete


def holds_words(text: str) -> bool:
    """Whether it holds a letter or digit: an apostrophe that Unicode counts among the letters, or a tatweel, is none."""
    return any(character.isalnum() and character not in _NO_LETTERS for character in text)


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def exact(source: Prepared, needle: Needle, within: Span) -> Places:
    """Where the wording's code points stand, overlapping places included."""
    spans: list[Span] = []
    length = len(needle.raw)
    start = source.text.find(needle.raw, within.start, within.end)
    while start >= 0:
        if len(spans) == MOST_LOOKED_AT:
            return Places(spans, complete=False)
        spans.append(Span(start, start + length))
        start = source.text.find(needle.raw, start + 1, within.end)
    return Places(spans)


def typographic(source: Prepared, needle: Needle, within: Span) -> Places:
    """Where the wording stands once both are folded; a place never ends between a letter and its marks."""
    folded = source.folded
    start, end = folded.folded_offset(within.start), folded.folded_offset(within.end)
    breaks = needle.has_break or folded.has_break(start, end)
    candidates = _squeezed_candidates if breaks else _candidates
    spans: list[Span] = []
    looked_at = 0

    def look(first: int, last: int) -> bool:
        nonlocal looked_at
        looked_at += 1
        if _between_letters(folded, first, last):
            span = _with_edges(source.text, needle, *folded.original(first, last))
            if span is not None and within.start <= span.start and span.end <= within.end:
                spans.append(span)
        return looked_at < MOST_LOOKED_AT

    complete = candidates(source, needle, start, end, look)
    return Places(spans, complete)


def _between_letters(folded: Folded, first: int, last: int) -> bool:
    """Whether the range ends neither before the marks of its last letter nor inside a letter that stands for several."""
    text = folded.text
    if last < len(text) and is_combining(text[last]):
        return False
    inside_last = last < len(text) and text[last].isalnum() and text[last - 1].isalnum()
    if inside_last and folded.original(last, last + 1)[0] < folded.original(last - 1, last)[1]:
        return False
    inside_first = first > 0 and text[first - 1].isalnum() and text[first].isalnum()
    return not (inside_first and folded.original(first - 1, first)[1] > folded.original(first, first + 1)[0])


def frequency(source: Prepared, needle: Needle, within: Span) -> int:
    """About how often the wording stands in the source; cheap."""
    text = source.folded.text
    start, end = source.folded.folded_offset(within.start), source.folded.folded_offset(within.end)
    return text.count(needle.core, start, end)


_Look = Callable[[int, int], bool]


def _candidates(source: Prepared, needle: Needle, start: int, end: int, look: _Look) -> bool:
    text, core = source.folded.text, needle.core
    place = text.find(core, start, end)
    while place >= 0:
        if not look(place, place + len(core)):
            return False
        place = text.find(core, place + 1, end)
    return True


def _squeezed_candidates(source: Prepared, needle: Needle, start: int, end: int, look: _Look) -> bool:
    """Candidates where a line end on either side can be read so that the words agree."""
    folded, squeezed = source.folded, source.squeezed
    wanted = needle.squeezed
    limit = squeezed.offset_from(end)
    place = squeezed.text.find(wanted, squeezed.offset_from(start), limit)
    compared = 0
    while place >= 0:
        first = squeezed.folded_offset(place)
        last = squeezed.folded_offset(place + len(wanted) - 1) + 1
        same = folded.text.startswith(needle.core, first) and len(needle.core) == last - first
        if not same and (needle.has_break or folded.has_break(first, last)):
            compared += last - first
            same = _agree(_joints(folded, first, last), needle.joints)
        if (same and not look(first, last)) or compared > MOST_COMPARED:
            return False
        place = squeezed.text.find(wanted, place + 1, limit)
    return True


def _joints(folded: Folded, start: int, end: int) -> dict[int, frozenset[str]]:
    """What stands between the letters of `folded.text[start:end]`: by squeezed offset, every reading of it."""
    joints: dict[int, frozenset[str]] = {}
    squeezed_away = 0
    for joint in _JOINT.finditer(folded.text, start, end):
        readings = {joint[0]}
        if folded.has_break(*joint.span()):
            for offset in range(*joint.span()):
                if offset in folded.breaks:
                    plain, *others = folded.breaks[offset].value
                    head = joint[0][: offset - joint.start()]
                    rest = joint[0][offset - joint.start() + len(plain) :]
                    readings |= {head + other + rest for other in others}
        joints[joint.start() - start - squeezed_away] = frozenset(readings)
        squeezed_away += len(joint[0])
    return joints


def _agree(meanings: dict[int, frozenset[str]], other: dict[int, frozenset[str]]) -> bool:
    nothing = frozenset([""])
    return all(meanings.get(at, nothing) & other.get(at, nothing) for at in meanings.keys() | other.keys())


def _lead(raw: str) -> str:
    return fold(raw + "x").text[:-1].lstrip()


def _tail(raw: str) -> str:
    return fold("0" + raw).text[1:].rstrip()


def _with_edges(text: str, needle: Needle, start: int, end: int) -> Span | None:
    """The span of the core widened by the source's own characters for `lead` and `tail`, if they are there."""
    if needle.lead:
        nearest = max(0, start - 4 * len(needle.lead) - 16)
        first = start
        while first > nearest and not text[first - 1].isalnum():
            first -= 1
            if _lead(text[first:start]) == needle.lead:
                break
        else:
            return None
        start = first
    if needle.tail:
        furthest = min(len(text), end + 4 * len(needle.tail) + 16)
        last = end
        while last < furthest and not text[last].isalnum():
            last += 1
            if _tail(text[end:last]) == needle.tail and (last == len(text) or not is_combining(text[last])):
                break
        else:
            return None
        end = last
    return Span(start, end)
