"""Whether the sense hangs on words: a negation, a condition, a reservation, or who is said to have said it.

A lexicon, not a parser: it finds too much rather than too little.
"""

import re
from collections.abc import Sequence

from onrecord.matching.lexicon import LANGUAGES, Words, found

# Contracted in English (don't), elided in French (n'est, qu'aucun) and Italian (nessun'altra).
_NEGATING_PART = re.compile(r'n"t\Z|\An"\w|\Aqu"aucun|\Anessun"')
# "Without hesitation" says how somebody spoke, and not that he did not.
_WITHOUT = frozenset(
    "without ohne sans sin senza sem zonder utan uten uden bez без ilman nélkül χωρίς δίχως fără sense بدون دون בלי ללא".split()
)
# The month.
_MAY = "may"


def holds_negation(text: str, languages: Sequence[str] = LANGUAGES) -> bool:
    """Whether `text` holds a word of negation in one of the languages."""
    return bool(_negations(Words(text), languages))


def hangs_on(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The words of `text` on which the sense of what stands around it may hang, in their order, folded."""
    words = Words(text)
    entries = [*_negations(words, languages), *found("sense", words, languages)]
    if _MAY in entries and re.search(r"\bMay\b", words.printed) and not re.search(r"\bmay\b", words.printed):
        entries.remove(_MAY)
    return tuple(dict.fromkeys(entries))


def is_negated(clause: str, languages: Sequence[str]) -> bool:
    """Whether a reporting clause says that somebody did not say it: "she did not say", but not "she denied"."""
    words = Words(clause)
    negations = set(_negations(words, languages)) - _WITHOUT
    return bool(negations.difference(found("saying", words, languages)))


def _negations(words: Words, languages: Sequence[str]) -> list[str]:
    contracted = [word for _, word, _ in words.each if _NEGATING_PART.search(word)]
    return [*found("negation", words, languages), *contracted]
