"""Who made the documents of a text, as far as it says so: "a report by the board", "the board published a report"."""

from collections.abc import Sequence

from onrecord.extract import noun_phrases, subjects
from onrecord.extract.cast import runs_in
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import DOCUMENTS, ISSUED
from onrecord.extract.words import DETERMINERS, POSSESSIVES, TIMES

Range = tuple[int, int]

_MADE = frozenset(
    "published publishes released releases issued issues wrote writes written sent sends signed posted submitted "
    "presented unveiled filed commissioned drafted circulated".split()
)
_BY = frozenset(["by", "from"])
_FURTHEST = 5


class Issuers:
    """Where the text says who made a report, a letter, a study; `kind` is the word for the document."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._by_kind: dict[str, list[tuple[int, Paragraph, Range]]] = {}
        for words in paragraphs:
            for index, word in enumerate(words.low):
                if (word in DOCUMENTS or word in ISSUED) and (who := _issuer_at(words, index)) is not None:
                    self._by_kind.setdefault(word, []).append((words.starts[index], words, who))

    def before(self, kind: str, position: int) -> tuple[Paragraph, Range] | None:
        """The words that name who made the document of this kind that was spoken of last before a position of the text."""
        known = [mention for mention in self._by_kind.get(kind, ()) if mention[0] < position]
        return (known[-1][1], known[-1][2]) if known else None


def _issuer_at(words: Paragraph, index: int) -> Range | None:
    """Who made the document of which word `index` speaks."""
    low = words.low
    if index + 2 < len(low) and low[index + 1] in _BY:
        begin = index + 2 + (low[index + 2] in DETERMINERS)
        run = next(iter(runs_in(words, begin, min(begin + 8, len(low)))), None)
        return run if run is not None and run[0] == begin and low[begin] not in TIMES else None
    sentence = words.sentence_at(index)[0]
    first = index
    while first > sentence and first > index - _FURTHEST and low[first - 1] not in DETERMINERS:
        if low[first - 1].endswith(("'s", "s'")):
            start = noun_phrases.phrase_start(words, first, sentence)
            named = start is not None and any(words.upper[start:first]) and low[first - 1] not in TIMES
            return (start, first) if named and start is not None else None
        if low[first - 1] == QUOTE or not low[first - 1][0].isalnum():
            return None
        first -= 1
    verb = first - 2
    if first <= sentence or low[first - 1] not in DETERMINERS or verb <= sentence:
        return None
    if low[first - 1] in POSSESSIVES - {"its", "his", "her", "their"}:
        return None
    if low[verb] == "in":
        verb -= 1
    if low[verb] not in _MADE:
        return None
    subject = subjects.before(words, verb, sentence)
    return (subject.first, subject.last) if subject is not None else None
