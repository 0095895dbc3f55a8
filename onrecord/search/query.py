"""What somebody typed into a search, as terms. Whatever is typed means something: there is no syntax to get wrong.

Words are ANDed, each in any of its forms; what stands in any quotation marks is taken as it is, "several words" as a
phrase; `word*` is a beginning; `-word` must not occur. In scripts that put no spaces between words, anything may stand
inside a longer run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from onrecord.frozen import record

_QUOTES = '"“”„«»'
_MARKS = frozenset(f"{_QUOTES}-*")
# Compiled when first needed: plain words need neither.
_PIECE = rf"(?P<minus>-?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<word>[^\s{_QUOTES}]+))(?P<star>\*?)"
# Thai, Lao, Myanmar, Khmer, kana and Han ideographs, with those of the supplementary planes.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


@record()
class Term:
    """One thing to look for: a word, or the words of a phrase in their order.

    `prefix`: the last may go on. `inflected`: other forms of the word will do. `inside`: the letters as typed, where
    they are of a script without spaces and may stand inside a longer run ("" elsewhere).
    """

    words: tuple[str, ...]
    prefix: bool = False
    inflected: bool = False
    inside: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.words)


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
        prefix = star or text.endswith("*")
        term = Term(
            words,
            prefix=prefix,
            inflected=not quoted and len(words) == 1 and not prefix,
            inside=text.strip("-*").strip() if _is_unspaced(text) else "",
        )
        chosen = unwanted if minus or text.startswith("-") else wanted
        if term not in chosen:
            chosen.append(term)
    return Query(tuple(wanted), tuple(unwanted))


def _pieces(typed: str) -> Iterator[tuple[bool, str, bool, bool]]:
    """What was typed, piece by piece: whether a minus stands before it, its text, whether it is quoted, a star after it."""
    if _MARKS.isdisjoint(typed):
        for word in typed.split():
            yield False, word, False, False
        return
    for found in re.finditer(_PIECE, typed):
        phrase = found["phrase"]
        yield bool(found["minus"]), phrase or found["word"] or "", phrase is not None, bool(found["star"])


def _is_unspaced(text: str) -> bool:
    return not text.isascii() and re.search(_UNSPACED, text) is not None


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as the index has them: folded, without case and diacritics."""
    return tuple(fold_token(found[0]) for found in _TOKEN.finditer(text))


def token_spans(text: str) -> list[tuple[int, int, str]]:
    """The words of a text with their places: start, end, folded word."""
    return [(found.start(), found.end(), fold_token(found[0])) for found in _TOKEN.finditer(text)]


def fold_token(word: str) -> str:
    """A word as FTS5's unicode61 with remove_diacritics=2 has it."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(one for one in decomposed if not unicodedata.combining(one)))


def fts(term: Term) -> str:
    """The term in FTS5's own syntax: every word quoted, so that none is taken for an operator."""
    phrase = " ".join(word.replace('"', "") for word in term.words)
    return f'"{phrase}"{"*" if term.prefix else ""}'
