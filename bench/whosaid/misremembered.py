"""Wordings as people misremember them, and wordings that are on no record; made from a seed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.search.data import statements

SEED = 19_410_603
# What becomes of a wording: as many of each kind.
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Version:
    """A wording as somebody remembers it, how it was made, and the statement it is of (0: of none)."""

    kind: str
    text: str
    statement: int


def versions(texts: dict[int, str], number: int) -> list[Version]:
    """So many misremembered versions of statements."""
    chance = random.Random(SEED)
    words = [word for text in list(texts.values())[:2_000] for word in text.split()]
    kinds = list(_KINDS)
    made = []
    for at in range(number):
        one = chance.choice(list(texts)) if at == 0 else chance.randrange(1, len(texts) + 1)
        kind = kinds[at % len(kinds)]
        made.append(Version(kind, " ".join(_KINDS[kind](texts[one].split(), words, chance)), one))
    return made


def _dropped(said: list[str], _: list[str], chance: random.Random) -> list[str]:
    """Two words of five forgotten."""
    return [word for word in said if chance.random() > 0.4]


def _replaced(said: list[str], words: list[str], chance: random.Random) -> list[str]:
    """Three words of ten are other ones."""
    return [chance.choice(words) if chance.random() < 0.3 else word for word in said]


def _swapped(said: list[str], _: list[str], chance: random.Random) -> list[str]:
    """In another order: parts of three words shuffled."""
    parts = [said[at : at + 3] for at in range(0, len(said), 3)]
    chance.shuffle(parts)
    return [word for part in parts for word in part]


def _misspelled(said: list[str], _: list[str], chance: random.Random) -> list[str]:
    """A letter wrong in every third word."""
    return [_misspell(word, chance) if chance.random() < 0.33 else word for word in said]


def _misspell(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    wrong: list[Callable[[], str]] = [
        lambda: word[:at] + chance.choice(LETTERS) + word[at + 1 :],
        lambda: word[:at] + word[at + 1 :] or word,
        lambda: word[:at] + chance.choice(LETTERS) + word[at:],
        lambda: word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
    ]
    return chance.choice(wrong)()


def _part(said: list[str], words: list[str], chance: random.Random) -> list[str]:
    """Eight words in a row, one of them another one."""
    first = chance.randrange(max(1, len(said) - 8))
    kept = said[first : first + 8]
    kept[chance.randrange(len(kept))] = chance.choice(words)
    return kept


def _all_at_once(said: list[str], words: list[str], chance: random.Random) -> list[str]:
    """A fifth forgotten, a fifth other words, one in seven misspelled, and the halves changed round."""
    kept = [word for word in said if chance.random() > 0.2]
    kept = [chance.choice(words) if chance.random() < 0.2 else word for word in kept]
    kept = [_misspell(word, chance) if chance.random() < 0.15 else word for word in kept]
    return kept[len(kept) // 2 :] + kept[: len(kept) // 2]


_KINDS: dict[str, Callable[[list[str], list[str], random.Random], list[str]]] = {
    "words dropped": _dropped,
    "words replaced": _replaced,
    "another order": _swapped,
    "misspelled": _misspelled,
    "eight words of it": _part,
    "all at once": _all_at_once,
}


def unrecorded(texts: dict[int, str], number: int) -> Iterator[Version]:
    """So many wordings that are on no record: new ones of the same words, half of them with stretches of recorded ones."""
    chance = random.Random(SEED + 1)
    words = [word for text in list(texts.values())[:2_000] for word in text.split()]
    for at in range(number):
        made = chance.choices(words, k=chance.randint(8, 30))
        if at % 2:
            borrowed = texts[chance.randrange(1, len(texts) + 1)].split()
            first = chance.randrange(max(1, len(borrowed) - 4))
            made[:4] = borrowed[first : first + 4]
        yield Version("four words borrowed" if at % 2 else "new", " ".join(made), 0)


def texts_of(number: int) -> dict[int, str]:
    """The statements of `bench.search`, by id."""
    return {one: text for batch in statements(number) for one, text, *_ in batch}
