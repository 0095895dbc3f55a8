"""The rest of the sentence that a wording stands in, in the same quotation, across a reporting clause that breaks it off."""

from onrecord.matching import sentences
from onrecord.matching.outcome import Span
from onrecord.matching.speech import Speech

# Of a sentence, on each side.
_MOST = 400
_STOPS = (".", "!", "?", "。")


def before(speech: Speech, start: int, cue: str = "") -> str:
    """The sentence before `start`."""
    text = speech.text
    low, _ = speech.limits_at(start)
    begins = sentences.rest_before(text, start, max(low, start - _MOST))
    front = text[begins:start]
    number = speech.pair_at(start)
    if begins > low or not number or not _goes_on(speech, number - 1, cue):
        return front
    low, high = speech.pairs[number - 1].inside
    begins = sentences.rest_before(text, high, max(low, high - _MOST))
    return f"{text[begins:high]} {front}"


def after(speech: Speech, last: Span, cue: str = "") -> str:
    """The sentence after a span."""
    text = speech.text
    inside = max(last.start, last.end - 1)
    _, high = speech.limits_at(inside)
    high = max(high, last.end)
    end = sentences.rest_after(text, last.end, min(high, last.end + _MOST))
    behind = text[last.end : end]
    number = speech.pair_at(inside)
    ended = behind.rstrip().endswith(_STOPS)
    if end < high or number is None or ended or not _goes_on(speech, number, cue):
        return behind
    low, high = speech.pairs[number + 1].inside
    end = sentences.rest_after(text, low, min(high, low + _MOST))
    return f"{behind} {text[low:end]}"


def _goes_on(speech: Speech, number: int, cue: str) -> bool:
    """Whether the sentence of a quotation goes on in the next: “…,” she said, “…”, but not “…,” she said. “…”"""
    if speech.goes_on(number):
        return True
    clause = speech.clause_between(number, cue)
    return clause is not None and not speech.text[slice(*clause)].rstrip().endswith(_STOPS)
