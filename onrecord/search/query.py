"""What somebody typed into a search, as terms. Whatever is typed means something: there is no syntax to get wrong.

Words are ANDed, each in any of its forms; what stands in any quotation marks is taken as it is, "several words" as a
phrase; `word*` is a beginning; `-word` must not occur. In scripts that put no spaces between words, anything may stand
inside a longer run; a Korean word may go on, as particles are written onto it. `text.wordfold` says which words are the same.
"""

from __future__ import annotations

import unicodedata

from onrecord.model.record import record, replace
from onrecord.text import wordfold
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


_QUOTES = '"“”„«»'
_MARKS = frozenset(f"{_QUOTES}-*")
_PIECE = lazy(
    rf"(?P<minus>-?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<word>[^\s{_QUOTES}]+))(?P<star>\*?)"
)
# One syllable begins too many words.
_KOREAN = lazy("[\uac00-\ud7a3]{2}$")


@record()
class Term:
    """One thing to look for: a word, or the words of a phrase in their order, folded.

    `prefix`: the last may go on. `inflected`: other forms of the word will do. `inside`: the words are of a script without
    spaces and may stand inside a longer run. `typed`: the words as they were typed ("": as they are).
    """

    words: tuple[str, ...]
    prefix: bool = False
    inflected: bool = False
    inside: bool = False
    typed: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def unfolded(self) -> str:
        return self.typed or self.text


@record()
class Query:
    """All of `wanted` must be found, nothing of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


def parse(typed: str) -> Query:
    """Reads what was typed; never an error. Without anything to look for, the query means everything."""
    readable = "".join(" " if unicodedata.category(one) in ("Cc", "Cs") else one for one in typed)
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for minus, text, quoted, star in _pieces(readable):
        words = tokens(text)
        if not words:
            continue
        prefix = star or text.endswith("*") or (not quoted and _goes_on(words))
        term = Term(
            words,
            prefix=prefix,
            inflected=not quoted and len(words) == 1 and not prefix,
            inside=any(map(wordfold.is_unspaced, words)),
            typed="" if text.isascii() else text.strip("-*").strip(),
        )
        chosen = unwanted if minus or text.startswith("-") else wanted
        if all(replace(term, typed=one.typed) != one for one in chosen):
            chosen.append(term)
    return Query(tuple(wanted), tuple(unwanted))


def _pieces(typed: str) -> Iterator[tuple[bool, str, bool, bool]]:
    """What was typed, piece by piece: whether a minus stands before it, its text, whether it is quoted, a star after it."""
    if _MARKS.isdisjoint(typed):
        for word in typed.split():
            yield False, word, False, False
        return
    for match in _PIECE.finditer(typed):
        phrase = match["phrase"]
        yield bool(match["minus"]), phrase or match["word"] or "", phrase is not None, bool(match["star"])


def _goes_on(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and not words[0].isascii() and _KOREAN.search(words[0]) is not None


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as the index has them."""
    return tuple(wordfold.words(text))


def fts(term: Term) -> str:
    """The term in FTS5's own syntax: every word quoted, so that none is taken for an operator."""
    phrase = " ".join(word.replace('"', "") for word in term.words)
    return f'"{phrase}"{"*" if term.prefix else ""}'
