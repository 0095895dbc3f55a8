"""What stands between two fragments of a wording: words of the same quotation, a reporting clause, or somebody else's."""

from onrecord.matching import sentences
from onrecord.matching.outcome import Span
from onrecord.matching.prepared import Prepared
from onrecord.model.record import record

Range = tuple[int, int]


@record()
class Gap:
    """`left`: ranges of the speaker's words that were left out; `clauses`: reporting clauses in between.

    `crosses`: a sentence without a full stop, where what was left out leads out of the quotation.
    """

    left: tuple[Range, ...] = ()
    clauses: tuple[Range, ...] = ()
    crosses: str | None = None


def between(source: Prepared, span: Span, other: Span, cue: str = "") -> Gap:
    """What stands between two spans in this order. `cue`: a word of saying that is known otherwise."""
    speech, text = source.speech, source.text
    end, start = _last_word(text, span), _first_word(text, other)
    here, there = speech.pair_at(end), speech.pair_at(start)
    if here is None and there is None:
        return _outside(source, span.end, other.start, end, start)
    if here is None or there is None:
        return Gap(crosses="it goes from a quotation into the words around it")
    if here == there:
        return _inside(source, span.end, other.start)
    left: list[Range] = []
    clauses: list[Range] = []
    offset = span.end
    for number in range(here, there):
        clause = speech.clause_between(number, cue)
        if clause is None and not speech.goes_on(number):
            return Gap(crosses="it goes from one quotation into another")
        left.append((offset, max(offset, speech.pairs[number].inside[1])))
        clauses += [clause] if clause else []
        offset = speech.pairs[number + 1].inside[0]
    left.append((min(offset, other.start), other.start))
    return Gap(_with_words(text, left), tuple(clauses))


def together(source: Prepared, span: Span, other: Span, cue: str = "") -> Gap:
    """The same for two quoted parts of a mixed quotation: words around the marks may stand between them, but no end of a
    sentence and no other paragraph, unless there is nothing but a reporting clause."""
    gap = between(source, span, other, cue)
    if gap.crosses is None:
        return Gap()
    speech, text = source.speech, source.text
    if speech.paragraph_at(span.end - 1) != speech.paragraph_at(other.start):
        return Gap(crosses="its parts stand in different paragraphs")
    if any(end < other.start for end in sentences.ends(text, span.end, other.start)):
        return Gap(crosses="its parts stand in different sentences")
    return Gap()


def _outside(source: Prepared, left: int, right: int, end: int, start: int) -> Gap:
    """Between words that stand in no marks: a speech, a transcript, a block quotation, or the author's own text."""
    speech = source.speech
    if not speech.same_turn(speech.paragraph_at(end), speech.paragraph_at(start)):
        return Gap(crosses="it goes from one paragraph into another")
    if speech.changes_inside(left, right):
        return Gap(crosses="somebody else speaks in between")
    if any(left <= mark < right for mark in speech.lone):
        return Gap(crosses="a quotation begins or ends in between")
    return _inside(source, left, right)


def _inside(source: Prepared, left: int, right: int) -> Gap:
    # What sets a clause off may have been taken for the edge of the fragment.
    reach = (max(0, left - 3), min(len(source.text), right + 3))
    clauses = [
        (first, last)
        for first, last in source.speech.incises_in(*reach)
        if _with_words(source.text, [(max(first, left), min(last, right))])
        and not _with_words(source.text, [(first, left)])
        and not _with_words(source.text, [(right, last)])
    ]
    ranges: list[Range] = []
    offset = left
    for first, last in clauses:
        ranges.append((offset, max(offset, first)))
        offset = last
    ranges.append((min(offset, right), right))
    return Gap(_with_words(source.text, ranges), tuple(clauses))


def _with_words(text: str, ranges: list[Range]) -> tuple[Range, ...]:
    return tuple(
        (start, end) for start, end in ranges if start < end and any(map(str.isalnum, text[start:end]))
    )


def _last_word(text: str, span: Span) -> int:
    return next((at for at in range(span.end - 1, span.start, -1) if text[at].isalnum()), span.start)


def _first_word(text: str, span: Span) -> int:
    return next((at for at in range(span.start, span.end) if text[at].isalnum()), span.start)
