"""Dialogue behind dashes: —No vamos a cerrar —dijo la alcaldesa—. Mañana abrimos."""

from onrecord.extract.abroad.laying import DASHES, Laid
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, PARTICIPLE, Lexicon
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.abroad.subjects import is_bare_noun
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
    index = start = begin + 1
    speaking = True
    while index < len(low):
        if (
            low[index] in DASHES
            and speaking
            and (cue := _cue(words, lexicon, index + 1) or _unknown(words, phrases, index + 1)) is not None
        ):
            speech.append((start, index))
            if told is None:
                told = _told(phrases, lexicon, cue, index)
            speaking = False
        elif low[index] in DASHES and not speaking:
            start, speaking = index + 1, True
        elif not speaking and low[index - 1] in ".!?…" and words.upper[index]:
            break  # the reporter's next sentence
        elif (
            lexicon.code == "fr"
            and speaking
            and low[index] in ",?!"
            and (cue := _cue(words, lexicon, index + 1, near=1 + _is_reflexive(words, index + 1))) is not None
        ):
            speech.append((start, index + (low[index] != ",")))
            if told is None:
                told = _told(phrases, lexicon, cue, index)
            index = max(cue[1], told.speaker[1] if told is not None and told.speaker else cue[1]) - 1
            while index + 1 < len(low) and low[index + 1] not in ",.":
                index += 1
            if (
                low[index + 1 : index + 2] == [","]
                and index + 2 < len(low)
                and lexicon.is_role(low[index + 2])
            ):
                index = (
                    next((k for k in range(index + 2, len(low)) if low[k] in ",."), len(low)) - 1
                )  # ", mère de deux élèves"
            start, index = index + 2, index + 1
        index += 1
    if told is None:
        return None
    if speaking and start < len(low):
        speech.append((start, len(low)))
        index = len(low)
    told.ends = index
    told.pieces = [piece for piece in (_trimmed(words, *piece) for piece in speech) if piece is not None]
    return [told] if told.pieces else None


def _unknown(words: Laid, phrases: Phrases, index: int) -> Range | None:
    """A verb that no table has, with a role or a given name right behind it."""
    low, lexicon = words.low, words.lexicon
    if (
        index + 1 >= len(low)
        or words.upper[index]
        or not low[index][0].isalpha()
        or low[index] in lexicon.skipped
    ):
        return None
    if (
        low[index]
        in lexicon.prepositions | lexicon.conjunctions | lexicon.that | lexicon.articles | lexicon.pronouns
    ):
        return None
    after, behind = index + 1, low[index + 1]
    if behind in lexicon.reflexives and index + 2 < len(low):
        after, behind = index + 2, low[index + 2]  # "zarzeka się Jan Lis"
    somebody = lexicon.is_role(behind) or (words.upper[after] and behind in lexicon.given_names)
    return (index, index + 1) if somebody and phrases.begins(after, len(low)) else None


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


def _cue(words: Laid, lexicon: Lexicon, index: int, near: int = _NEAR) -> Range | None:
    """The verb of saying with which the reporter takes over at word `index`."""
    low = words.low
    for ahead in range(index, min(index + near, len(low))):
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


def _is_reflexive(words: Laid, index: int) -> bool:
    return index < len(words.low) and words.low[index] in words.lexicon.reflexives


def _told(phrases: Phrases, lexicon: Lexicon, cue: Range, begin: int) -> Told:
    end = next(
        (
            index
            for index in range(cue[1], len(phrases.low))
            if phrases.low[index] in DASHES or phrases.low[index] in ".!?…"
        ),
        len(phrases.low),
    )
    inside = next(
        (index for index in range(cue[0] + 1, cue[1]) if phrases.low[index] in lexicon.pronouns), None
    )
    who = (inside, inside + 1) if inside is not None else None
    if who is None and cue[0] > begin + 1:
        who = phrases.before(cue[0], begin + 1)
    who = who or phrases.after(cue[1], end)
    if who is None and lexicon.code in ("pl", "ru", "uk") and cue[1] < end:
        begin = cue[1] + (phrases.low[cue[1]] in lexicon.reflexives)
        alone = begin < end and (begin + 1 == end or not phrases.is_word(begin + 1))
        who = (begin, begin + 1) if alone and is_bare_noun(phrases.words, lexicon, begin) else None
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
