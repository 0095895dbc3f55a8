"""Articles in a made-up language, as many as are wanted, and a draft that quotes some of them.

Words are as unequally frequent as those of English (Zipf), so that most of the words of a quotation stand in every other
article. Everything follows from a seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.search.data import VOCABULARY, vocabulary, zipf
from onrecord.db import new_file
from onrecord.db import store as stores
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source

SEED = 20_261_127
PARAGRAPHS = 18
WORDS = (20, 60)
QUOTED_WORDS = (9, 22)
# Operations of this many articles each, as a desk takes in its archive.
TOGETHER = 500
PEOPLE = ("Laura Whitfield", "Thomas Grady", "Ingrid Dahl", "Olof Ek", "Marta Salas", "Viktor Almgren")


@dataclass(frozen=True)
class Said:
    """A quotation: its words, and who says it."""

    words: tuple[str, ...]
    person: str


class Archive:
    """The articles one after the other; `said` keeps some of what is quoted in them."""

    def __init__(self, number: int) -> None:
        self._chance = random.Random(SEED)
        self._words = vocabulary(self._chance)
        self._often = zipf(VOCABULARY)
        self._number = number
        self.said: list[Said] = []

    def texts(self) -> Iterator[str]:
        for number in range(self._number):
            paragraphs = [self._paragraph() for _ in range(PARAGRAPHS)]
            for place in (3, 9):
                said = Said(tuple(self._some(*QUOTED_WORDS)), self._chance.choice(PEOPLE))
                paragraphs[place] = f"“{_sentence(said.words)},” said {said.person}. {paragraphs[place]}"
                if number % max(1, self._number // 20) == 0:
                    self.said.append(said)
            yield "\n\n".join(paragraphs) + "\n"

    def _paragraph(self) -> str:
        words = self._some(*WORDS)
        cut = len(words) // 2
        return f"{_sentence(words[:cut])}. {_sentence(words[cut:])}."

    def _some(self, least: int, most: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._often, k=self._chance.randint(least, most))

    def draft(self, quotations: int) -> str:
        """Half of them as they stand, a quarter altered in one word, a quarter that stand nowhere."""
        lines = []
        for number in range(quotations):
            said = self.said[number * 2 % len(self.said)]
            words = list(said.words)
            if number % 4 == 1:
                words[len(words) // 2] = self._words[number + 4_000]
            elif number % 4 == 3:
                words = self._some(*QUOTED_WORDS)
            lines.append(f"“{_sentence(words)},” said {said.person}.")
        return "\n\n".join(lines) + "\n"


def _sentence(words: list[str] | tuple[str, ...]) -> str:
    return f"{words[0].capitalize()} {' '.join(words[1:])}"


def make(path: Path, number: int) -> Archive:
    """A database with so many articles, each the stored copy of a source."""
    archive = Archive(number)
    new_file.create(path)
    texts = enumerate(archive.texts())
    for first in range(0, number, TOGETHER):
        with stores.writing(path, f"articles from {first} on") as store:
            for at in range(first, min(first + TOGETHER, number)):
                _, text = next(texts)
                citekey = f"article-{at}"
                read = read_bytes(text.encode(), name=f"{citekey}.txt")
                add_source(store, SourceFields(title=f"Article {at}", citekey=citekey), read)
    return archive
