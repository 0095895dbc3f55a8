"""The clauses of the words in front of a quotation."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.check.clause_words import LANGUAGES
from onrecord.model.record import record
from onrecord.text import polarity
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Between clauses whatever the words around it are.
HARD = lazy(r"[;:；：()—–]|\s-+\s|\.\.\.|…")
# In front of what opens a clause in a language that sets commas there.
STOPS = tuple(",،;:—–-(")
_SO_CALLED = lazy(
    r"(?i)\b(?:so[- ]called|soi-disant|so ?genannte[nrsm]?|llamad[oa]s?|cosiddett[oaie]|chamad[oa]s?|så kallade?|så kallat|tak zwan\w+|takzvan\w+|так называем\w+|так зван\w+)\b"
)
_QUOTE = lazy(r"[“”«»„\"‹›]|‘\s*’|‚\s*‘|'\s*'")


@record()
class Clause:
    """A clause of the words in front of a quotation: its text with the word that opens it, what kind of word that is ("that",
    "relative", "other", "joins", "as", "" for a comma or a stop), and where in them it begins."""

    text: str
    opener: str
    start: int


def clauses_of(before: str, languages: Sequence[str]) -> list[Clause]:
    """The clauses of the words in front of a quotation, in order; the last holds it."""
    bare = _QUOTE.sub(lambda match: " " * len(match[0]), before)
    # "So-called" calls nobody anything.
    bare = _SO_CALLED.sub(lambda match: " " * len(match[0]), bare)
    edges = {0: ""}
    for match in HARD.finditer(bare):
        edges[match.end()] = ""
    for language in languages:
        edges.update(_opened(bare, language))
    for match in re.finditer(r"[,،]\s*", bare):
        edges.setdefault(match.end(), "")
    clauses: list[Clause] = []
    starts = sorted(edges)
    for start, end in zip(starts, [*starts[1:], len(bare)], strict=True):
        text = bare[start:end]
        if not any(map(str.isalpha, text)):
            continue
        opener = edges[start]
        previous = clauses[-1] if clauses else None
        if previous is not None and opener == "joins" and is_of_nobody(previous.text, languages):
            clauses[-1] = Clause(bare[previous.start : end], previous.opener, previous.start)
        else:
            clauses.append(Clause(text, opener, start))
    return clauses


def _opened(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Where words stand that open a clause, and of which kind they are."""
    commas = LANGUAGES[language].commas
    for match in LANGUAGES[language].joining.finditer(text):
        behind_stop = not text[: match.start()].strip() or text[: match.start()].rstrip().endswith(STOPS)
        for kind, words in _kinds(language):
            word = match[0].lower().replace(" ", "_")
            if f"{word}," in words and behind_stop:
                yield match.start(), kind
                break
            if word in words and (behind_stop or not commas or kind == "joins"):
                yield match.start(), kind
                break


@lru_cache(maxsize=32)
def _kinds(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    known = LANGUAGES[language]
    # "Que" behind a comma goes with a noun.
    return tuple(
        (kind, frozenset(getattr(known, kind).split())) for kind in ("relative", "that", "joins", "other")
    )


def is_of_nobody(clause: str, languages: Sequence[str]) -> bool:
    """Whether what is joined to a clause has its subject, of whom nothing is told: "Nobody read it and called it …"."""
    for language in languages:
        lexicon = polarity.lexicon(language)
        line = lexicon.line(clause)
        if lexicon.nobody.match(line.text, 1) and LANGUAGES[language].nobody.match(clause.strip()):
            return True
    return False
