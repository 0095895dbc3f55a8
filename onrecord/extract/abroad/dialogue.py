"""Dialogue behind dashes: —No vamos a cerrar —dijo la alcaldesa—. Mañana abrimos."""

from onrecord.extract.abroad.laying import DASHES, Laid
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, PARTICIPLE, Lexicon
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.abroad.told import Told, gender_of
from onrecord.extract.paragraph import QUOTE

Range = tuple[int, int]

_LANGUAGES = frozenset("es pt pl ru uk fr it ca ro".split())
# How far behind a dash the verb of saying may stand: "Анна тихо сказала".
_NEAR = 4
_STOPS = frozenset(",.!?…;:")


def reports_of(text: str, words: Laid, lexicon: Lexicon) -> list[Told] | None:
    """The report of a paragraph in which words behind a dash have a clause of saying; None for any other paragraph."""
    low = words.low
    begin = _begin(words) if lexicon.code in _LANGUAGES else None
    if begin is None:
        return None
    phrases = Phrases(words, lexicon)
    speech: list[Range] = []
    told: Told | None = None
    at = start = begin + 1
    speaking = True
    while at < len(low):
        if (
            low[at] in DASHES
            and speaking
            and (cue := _cue(words, lexicon, at + 1) or _unknown(words, phrases, at + 1)) is not None
        ):
            speech.append((start, at))
            if told is None:
                told = _told(phrases, lexicon, cue, at)
            speaking = False
        elif low[at] in DASHES and not speaking:
            start, speaking = at + 1, True
        elif not speaking and low[at - 1] in ".!?…" and words.upper[at]:
            break  # the reporter's next sentence
        elif (
            lexicon.code == "fr"
            and speaking
            and low[at] in ",?!"
            and (cue := _cue(words, lexicon, at + 1, near=1 + _is_reflexive(words, at + 1))) is not None
        ):
            speech.append((start, at + (low[at] != ",")))
            if told is None:
                told = _told(phrases, lexicon, cue, at)
            at = max(cue[1], told.speaker[1] if told is not None and told.speaker else cue[1]) - 1
            while at + 1 < len(low) and low[at + 1] not in ",.":
                at += 1
            if low[at + 1 : at + 2] == [","] and at + 2 < len(low) and lexicon.is_role(low[at + 2]):
                at = (
                    next((k for k in range(at + 2, len(low)) if low[k] in ",."), len(low)) - 1
                )  # ", mère de deux élèves"
            start, at = at + 2, at + 1
        at += 1
    if told is None:
        return None
    if speaking and start < len(low):
        speech.append((start, len(low)))
        at = len(low)
    told.ends = at
    told.pieces = [piece for piece in (_trimmed(words, *piece) for piece in speech) if piece is not None]
    return [told] if told.pieces else None


def _unknown(words: Laid, phrases: Phrases, at: int) -> Range | None:
    """A verb that no table has, with a role or a given name right behind it."""
    low, lexicon = words.low, words.lexicon
    if at + 1 >= len(low) or words.upper[at] or not low[at][0].isalpha() or low[at] in lexicon.skipped:
        return None
    if (
        low[at]
        in lexicon.prepositions | lexicon.conjunctions | lexicon.that | lexicon.articles | lexicon.pronouns
    ):
        return None
    behind = low[at + 1]
    somebody = lexicon.is_role(behind) or (words.upper[at + 1] and behind in lexicon.given)
    return (at, at + 1) if somebody and phrases.begins(at + 1, len(low)) else None


def _begin(words: Laid) -> int | None:
    """The dash with which speech begins: at the head of the paragraph, or behind a full sentence."""
    low = words.low
    for first, _ in words.sentences:
        if (
            low[first] in DASHES
            and first + 2 < len(low)
            and first + 1 not in words.quotes
            and words.low[first + 1][0] not in ",.;"
        ):
            return first
    return None


def _cue(words: Laid, lexicon: Lexicon, at: int, near: int = _NEAR) -> Range | None:
    """The verb of saying with which the reporter takes over at word `at`."""
    low = words.low
    for ahead in range(at, min(at + near, len(low))):
        kind = lexicon.kind(low[ahead])
        if low[ahead] in _STOPS or low[ahead] in DASHES or low[ahead] == QUOTE:
            return None
        if kind & FINITE and not words.upper[ahead]:
            return ahead, ahead + 1
        if kind & AUXILIARY:
            for behind in range(ahead + 1, min(ahead + 4, len(low))):
                if lexicon.kind(low[behind]) & PARTICIPLE:
                    return ahead, behind + 1
    return None


def _is_reflexive(words: Laid, at: int) -> bool:
    return at < len(words.low) and words.low[at] in words.lexicon.reflexives


def _told(phrases: Phrases, lexicon: Lexicon, cue: Range, begin: int) -> Told:
    end = next(
        (
            at
            for at in range(cue[1], len(phrases.low))
            if phrases.low[at] in DASHES or phrases.low[at] in ".!?…"
        ),
        len(phrases.low),
    )
    inside = next((at for at in range(cue[0] + 1, cue[1]) if phrases.low[at] in lexicon.pronouns), None)
    who = (inside, inside + 1) if inside is not None else None
    if who is None and cue[0] > begin + 1:
        who = phrases.before(cue[0], begin + 1)
    who = who or phrases.after(cue[1], end)
    report = Told([], who, cue, "dialogue", 0.9, language=lexicon.code, form="direct")
    if who is None:
        report.dropped, report.gender = True, gender_of(phrases.low[cue[1] - 1], lexicon.code)
    return report


def _trimmed(words: Laid, first: int, last: int) -> Range | None:
    while first < last and (words.low[first] in DASHES or words.low[first] in ",."):
        first += 1
    while last > first and (words.low[last - 1] in DASHES or words.low[last - 1] in ",;:"):
        last -= 1
    return (first, last) if last > first else None
