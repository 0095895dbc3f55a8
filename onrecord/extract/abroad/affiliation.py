"""Where somebody named in full comes from: "Piotr Lis z Instytutu Ekonomii", "Mario Rossi dell'Università di Pisa"."""

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon

# How far behind the preposition the word for the organisation stands.
_NEAR = 4


def begins(words: Laid, lexicon: Lexicon, index: int, end: int) -> bool:
    """Whether a preposition at word `index` leads to an organisation."""
    if words.upper[index] or words.low[index] not in lexicon.of | lexicon.from_where:
        return False
    for ahead in range(index + 1, min(end, index + 1 + _NEAR)):
        if not (words.low[ahead][0].isalpha()):
            return False
        if lexicon.is_organisation(words.low[ahead]):
            return True
        if words.low[ahead] in lexicon.prepositions and words.low[ahead] not in lexicon.articles:
            return False
    return False


def without(words: Laid, lexicon: Lexicon, first: int, last: int) -> int:
    """Where a noun phrase ends in front of where somebody, who is named in full in it, comes from."""
    for index in range(first + 2, last - 1):
        full = words.upper[index - 1] and words.upper[index - 2]
        if (
            full
            and not lexicon.is_organisation(words.low[index - 1])
            and not lexicon.is_organisation(words.low[index - 2])
            and begins(words, lexicon, index, last)
        ):
            return index
    return last
