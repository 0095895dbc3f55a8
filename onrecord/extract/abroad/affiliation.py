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
            and begins(words, lexicon, index, len(words))
        ):
            return index
        if lexicon.code == "nl" and _is_of_party(words, lexicon, first, index):
            return index
    return last


def _is_of_party(words: Laid, lexicon: Lexicon, first: int, index: int) -> bool:
    """Whether "van" stands behind a given name and a family name: "Tom de Graaff van Burgerbelang"; "Jan Peter van Dam" is a name."""
    return (
        words.low[index] == "van"
        and words.upper[index - 1]
        and words.low[index - 1] not in lexicon.given_names
        and words.upper[index + 1]
        and any(words.low[k] in lexicon.given_names for k in range(first, index - 1))
    )


_MEDIA = (
    "agentur", "zeitung", "blatt", "anzeiger", "rundfunk", "magazin", "sender", "dpa", "ndr", "wdr", "mdr", "zdf", "ard", "afp", "funk"
)  # fmt: skip
_OF_THE_PRESS = ("redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "journalist", "chef")


def without_told(words: Laid, lexicon: Lexicon, first: int, last: int) -> int:
    """Where a German noun phrase ends in front of the medium that is told it: "eine Sprecherin der Nachrichtenagentur"."""
    if lexicon.code != "de" or not words.low[last - 1].endswith(_MEDIA):
        return last
    for index in range(first + 1, last - 1):
        if words.low[index] in ("der", "dem") and index - first <= _NEAR:
            by_trade = index == first or words.low[index - 1].endswith(_OF_THE_PRESS)
            return last if by_trade or not lexicon.is_role(words.low[index - 1]) else index
    return last
