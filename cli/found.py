"""How a search is asked and its answer told; without rich and Typer, so that an answer is there at once."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.cli.plain import is_terminal, print_blocks, print_json, print_quotes, remark, say
from onrecord.cli.terminal import Run
from onrecord.search import Hit, Piece, Results
from onrecord.text.clean import visible


def as_typed(words: Sequence[str]) -> str:
    """The words of a command line as a query."""
    return " ".join(map(_as_typed, words))


def _as_typed(word: str) -> str:
    """The shell took the quotation marks off a phrase; here they are again."""
    if any(character.isspace() for character in word.strip()) and not any(mark in word for mark in '"“”«»'):
        minus, rest = ("-", word[1:]) if word.startswith("-") else ("", word)
        return f'{minus}"{rest}"'
    return word


def tell_number(number: int, *, as_json: bool) -> None:
    """How many there are."""
    if as_json:
        print_json([{"count": number}])
    else:
        say(str(number))


def tell(results: Results, offset: int, *, as_json: bool) -> None:
    """A page of hits."""
    if as_json:
        print_json(_as_json(hit) for hit in results.hits)
    elif is_terminal():
        print_blocks([(hit.quote, _runs(hit.snippet), _runs(hit.best_known)) for hit in results.hits])
        _tell_rest(results, offset)
    else:
        print_quotes([hit.quote for hit in results.hits])


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        **hit.quote.as_json(),
        "score": hit.score,
        "snippet": [{"text": piece.text, "marked": piece.marked} for piece in hit.snippet],
    }


def _runs(pieces: Sequence[Piece]) -> list[Run]:
    return [(visible(piece.text), "bold reverse" if piece.marked else "") for piece in pieces]


def _tell_rest(results: Results, offset: int) -> None:
    last = offset + len(results.hits)
    if not results.hits:
        remark("Nothing found." if not results.total else f"Nothing after number {results.total}.")
    elif results.total > last:
        remark(f"{offset + 1} to {last} of {results.total}. More: --offset {last}")
