"""Who speaks in what somebody passes on: "Según El Faro, Ana Ruiz dijo: «…»" are the words of Ana Ruiz, as El Faro has them."""

from onrecord.extract.abroad.frames import Frames
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE
from onrecord.model.record import replace

_NO_SPEECH = ("according to", "subjunctive")
_CITES = frozenset(
    "zitierte zitiert cité cita cite citó citou citato citeerde citeert цитировал цитировала cytował cytowała".split()
)
_CARRIED = frozenset(
    [("zitiert", "nach"), ("zitiert", "von"), ("cité", "par"), ("citée", "par"), ("citado", "por"), ("citada", "por"),
     ("citato", "da"), ("citata", "da"), ("geciteerd", "door"), ("cytowany", "przez"), ("cytowana", "przez")]
)  # fmt: skip
# How many words may stand before the clause of whoever speaks: days, places.
_FURTHEST = 5


def read(text: str, words: Laid, known: Lexicon, reports: list[Told]) -> list[Told]:
    """The reports, each that passes on what somebody said replaced by one of that, which knows who passes it on."""
    read_on = [_cited(words, known, _inner(text, words, known, report) or report) for report in reports]
    return [_carried(words, known, report) for report in _recalled(text, words, known, read_on)]


def _carried(words: Laid, known: Lexicon, report: Told) -> Told:
    """ "« … », a dit Ann Lee, citée par Le Phare": who passes it on is named behind the speaker."""
    low = words.low
    beside = report.frame in ("inverted", "tag") and report.speaker is not None and not report.passed_on_by
    if report.speaker is None or not beside or not any(low[first] == QUOTE for first, _ in report.pieces):
        return report
    comma = max(report.cue[1], report.speaker[1])
    _, high = words.sentence_at(report.cue[0])
    if comma + 3 >= high or low[comma] != "," or (low[comma + 1], low[comma + 2]) not in _CARRIED:
        return report
    phrases = Phrases(words, known)
    who = phrases.read(comma + 3, high) if phrases.begins(comma + 3, high) else None
    if who is not None and any(words.upper[who[0] : who[1]]):
        report.passed_on_by = Told([], who, (comma + 1, comma + 3), "according to", 0.9, language=known.code)
        report.passed_on_by.oblique = known.code == "de"
    return report


def _cited(words: Laid, known: Lexicon, report: Told) -> Told:
    """ "Ann Lee zitierte Otto Kern: „…“": the words of Otto Kern, as Ann Lee has them."""
    low = words.low
    colon = report.pieces[0][0] - 1 if report.pieces else 0
    if report.speaker is None or low[colon] != ":" or low[colon + 1] != QUOTE:
        return report
    cites = next((k for k in range(report.speaker[1], colon) if low[k] in _CITES), None)
    if cites is None:
        return report
    first = cites + 1 + (low[cites + 1] == "a" and known.code == "es")
    phrases = Phrases(words, known)
    who = phrases.read(first, colon) if phrases.begins(first, colon) else None
    if who is None or who[1] != colon or not all(words.upper[who[0] : who[1]]):
        return report
    return replace(report, speaker=who, passed_on_by=report)


def _recalled(text: str, words: Laid, known: Lexicon, reports: list[Told]) -> list[Told]:
    """ "« … », avait lancé X en 1958, a rappelé Ann Lee": the words of X, as Ann Lee has them, and no words "X en 1958" of hers."""
    kept: list[Told] = []
    for report in reports:
        told = kept[-1] if kept else None
        first, last = report.pieces[0] if len(report.pieces) == 1 else (0, 0)
        if (
            told is None
            or report.frame != "inverted"
            or not told.pieces
            or words.low[told.pieces[-1][0]] != QUOTE
            or not told.pieces[-1][1] < told.cue[1] == first < last <= report.cue[0]
            or not (told.speaker is None or told.speaker[0] >= first)
        ):
            kept.append(report)
            continue
        if told.speaker is None:
            name = first + (words.low[first] in known.particles)
            end = next((k for k in range(name, last) if not words.upper[k]), last)
            if end == name:
                kept.append(report)
                continue
            told.speaker, told.dropped = (first, end), False
            told.called = text[slice(*words.range_of((first, end)))]
        told.passed_on_by = report
    return kept


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
