"""How much of half-remembered words a wording holds: equal or similar words, in order or out of it, each by its weight.

The order is that of the aligner (`align`). A word that is spelled otherwise, or in another form, counts a little less than the
same one; so does one that stands in another order. Words are folded as a search folds them; in scripts that put no
spaces between words, every character is one.
"""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text import wordfold
from onrecord.text.align import align
from onrecord.text.clean import normalized

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a word counts: the same word in its order, one that is spelled otherwise, one that stands elsewhere.
_SAME, _SIMILAR, _ELSEWHERE = 1.0, 0.85, 0.8
# Of two wordings that hold the same, the one that holds less besides is meant.
_BESIDES = 0.12
# A shorter word has no other spelling: most of those would be other words.
_SHORTEST = 4
# Letters that two forms of a word begin with.
_STEM = 4


@record()
class Recalled:
    """`share` of the weight of the given words that a wording holds, 0 to 1; `score` orders wordings.

    `words` is how many different ones it holds, `size` their bytes in UTF-8: a sign of a script that has many tells more.
    """

    share: float
    score: float
    words: int
    size: int


def units(text: str) -> list[str]:
    """What is compared of a text: its folded words, in scripts without spaces its characters."""
    words = wordfold.words(text)
    if not wordfold.is_unspaced(text):
        return words
    found: list[str] = []
    for word in words:
        if wordfold.is_unspaced(word):
            found += word
        else:
            found.append(word)
    return found


def recalled(
    wanted: Sequence[str],
    weights: Mapping[str, float],
    wording: Sequence[str],
    spellings: Mapping[str, Sequence[str]] | None = None,
) -> Recalled:
    """How much of the words of `wanted`, each of the weight it has, `wording` holds; both as `units` has them.

    `spellings` are other ways to spell some of the words, known to mean the same.
    """
    held = set(wording)
    keys = [
        word if word in held else _similar(word, held, (spellings or {}).get(word, ())) for word in wanted
    ]
    pairs = align(keys, wording)
    if not pairs:
        return Recalled(0.0, 0.0, 0, 0)
    credit = dict.fromkeys((i for i, _ in pairs), _SAME)
    first, last = _stretch(keys, pairs, len(wording))
    # Each word of the stretch stands for one of those that were given.
    spare = [wording[j] for j in range(first, last) if j not in {j for _, j in pairs}]
    for i, key in enumerate(keys):
        if i not in credit and key in spare:
            spare.remove(key)
            credit[i] = _ELSEWHERE
    total = sum(weights[word] for word in wanted)
    common = sum(
        weights[word] * credit.get(i, 0.0) * (_SAME if word == keys[i] else _SIMILAR)
        for i, word in enumerate(wanted)
    )
    share = common / total if total else 0.0
    besides = 1 - len(credit) / max(len(wording), len(credit))
    there = {keys[i] for i in credit}
    size = sum(len(word.encode()) for word in there)
    return Recalled(share, share * (1 - _BESIDES * besides), len(there), size)


def _stretch(keys: Sequence[str], pairs: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """The part of a wording in which words out of order are looked for: about as many as were given, around those in order."""
    slack = len(keys)
    return max(0, pairs[0][1] - slack), min(length, pairs[-1][1] + 1 + slack)


def _similar(word: str, held: set[str], spellings: Sequence[str]) -> str:
    """The word of `held` that may be this one spelled otherwise or in another form, of several the likest; else itself."""
    known = next((spelling for spelling in spellings if spelling in held), None)
    letters = _letters(word)
    if known is not None or len(letters) < _SHORTEST or word.isdigit():
        return known or word
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    others = {_letters(one): one for one in sorted(held) if not one.isdigit()}
    long = [other for other in others if len(other) >= _SHORTEST]
    found = extractOne(letters, long, scorer=OSA.distance, score_cutoff=_most_apart(len(letters)))
    alike = found[0] if found is not None else None
    alike = alike or next(
        (one for one in long if one[:_STEM] == letters[:_STEM] and _same_stem(letters, one)), None
    )
    return others[alike] if alike is not None else word


def _letters(word: str) -> str:
    """A word with its Korean syllables taken apart, as their last letters go with what follows."""
    return word if word.isascii() else normalized("NFD", word)


def _most_apart(letters: int) -> int:
    """Letters that may be other ones in a word of so many."""
    return 1 if letters < 7 else 2


def _same_stem(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    same = next((at for at in range(shorter) if word[at] != other[at]), shorter)
    return same >= 0.6 * max(len(word), len(other)) and shorter - same <= 3
