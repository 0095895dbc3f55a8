"""Who speaks in what somebody passes on: "Según El Faro, Ana Ruiz dijo: «…»" are the words of Ana Ruiz, as El Faro has them."""

from onrecord.extract.abroad.frames import Frames
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE

_NO_SPEECH = ("according to", "subjunctive")
# How many words may stand before the clause of whoever speaks: days, places.
_FURTHEST = 5


def read(text: str, words: Laid, known: Lexicon, reports: list[Told]) -> list[Told]:
    """The reports, each that passes on what somebody said replaced by one of that, which knows who passes it on."""
    return [_inner(text, words, known, report) or report for report in reports]


def _inner(text: str, words: Laid, known: Lexicon, report: Told) -> Told | None:
    pieces = report.pieces
    if report.speaker is None or len(pieces) != 1:
        return None
    first, last = pieces[0]
    low, _ = words.sentence_at(report.cue[0])
    # "Wie der Hafenbote berichtet, sagte …", "Comme l'a rapporté Le Phare, …"
    leads = words.low[low] in known.as_ or words.low[report.cue[0] - 1] in known.as_
    if first < report.cue[1] or not (leads or report.frame == "according to"):
        return None
    if words.low[first] == QUOTE:
        last = words.sentence_at(first)[1]  # "Según El Faro, «…», dijo Ana Ruiz"
    inside = Frames(text, words, known, first, last).reports()
    if not inside or inside[0].frame in _NO_SPEECH or not inside[0].pieces:
        return None
    inner = inside[0]
    if inner.speaker is None:
        return _parted(words, known, report, inner)
    begins = min(inner.speaker[0], inner.cue[0], inner.pieces[0][0])
    if begins > first + _FURTHEST or words.low[inner.speaker[0]] in known.pronouns | known.relatives:
        return None
    inner.passed_on_by = report
    return inner


def _parted(words: Laid, known: Lexicon, report: Told, inner: Told) -> Told | None:
    """ "Według gazety Latarnia Jan Kowalski powiedział: …": without a comma the name was taken for one with who passes it on."""
    if report.speaker is None or inner.cue[0] != report.pieces[0][0]:
        return None
    begin, end = report.speaker
    given = next((at for at in range(begin + 1, end - 1) if words.low[at] in known.given_names), None)
    if given is None:
        return None
    inner.speaker, inner.dropped = (given, end), False
    report.speaker = (begin, given)
    inner.passed_on_by = report
    return inner
