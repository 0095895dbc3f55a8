"""Where a second clause of a sentence begins whose subject has an insertion behind it: "…, but Maria Lind, his deputy, replied"."""

from onrecord.extract.lexicon import CUES
from onrecord.extract.noun_phrases import RELATIVE
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.words import DETERMINERS, FINITE, POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS

# Words that join one clause to another, never two names.
_OF_CLAUSES = frozenset("but yet while whereas so though although whilst".split())
_OF_NAMES = frozenset(["and", "or", "nor"])
# Verbs whose past no ending tells.
_IRREGULAR = frozenset(
    "went left came took gave stood sat rose fell won lost ran met kept held shook began broke got made found led put paid "
    "lay slept spoke threw drew drove knew saw heard felt grew hung hit cut let bought sold built sent spent wept woke wrote "
    "read fought caught taught swore quit bent bit blew chose flew forgot hid rode rang sang sank struck swept tore wore".split()
)


def begin(words: Paragraph, first: int, comma: int) -> int | None:
    """Where the last clause between word `first` and the comma before its verb begins, if another comes before it."""
    for index in range(comma - 2, first, -1):
        word = words.low[index]
        if word not in _OF_CLAUSES and word not in _OF_NAMES:
            continue
        end = next((k for k in range(index + 1, comma) if words.low[k] in (",", QUOTE)), comma)
        if end >= comma or words.low[end] == QUOTE or not _is_name(words, index + 1, end):
            continue
        behind_comma = words.low[index - 1] == ","
        if (word in _OF_CLAUSES and behind_comma) or _has_verb(words, first, index):
            return index + 1
    return None


def _is_name(words: Paragraph, first: int, end: int) -> bool:
    """Whether the words may be a subject by themselves."""
    if first >= end or words.low[first] in PREPOSITIONS:
        return False
    head = words.upper[first] or words.low[first] in DETERMINERS or words.low[first] in POSSESSIVES
    verbs = any(
        not words.upper[k] and (words.low[k] in FINITE or words.low[k] in SUBJECT_PRONOUNS)
        for k in range(first, end)
    )
    return head and not verbs


def _has_verb(words: Paragraph, first: int, end: int) -> bool:
    """Whether a main clause begins at word `first`: its verb stands before the first comma, behind no "who"."""
    for index in range(first, end):
        word = words.low[index]
        if word == "," or word in RELATIVE:
            return False
        if words.upper[index]:
            continue
        if word in FINITE or word in _IRREGULAR or CUES.get(word, ("", ""))[1] in ("past", "s"):
            return True
        if word.endswith("ed") and index > first and word not in DETERMINERS:
            return True
    return False
