"""The index that a copy in files is searched by, in the browser: words by their first letters, statements by blocks.

Files below `search/`, all JSON. `about.json`: the number of `statements`, how many a `block` has, and the `shards`.
`words-SHARD.json`: each word with the numbers of the statements that have it, as differences. `quotes-N.json`: the
statements of block N, as the fields of `Line` but the year. `lists.json`: for each statement who, which source,
what year and what form, as numbers of the names beside them. Words are folded as everywhere (`text.wordfold`), in the
browser by `folding.js`; characters of scripts that have no spaces between words are words each.
"""

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onrecord.model.records import Quote
from onrecord.pages import chips, links
from onrecord.pages.doubts import doubts_of
from onrecord.publish.host import file_of
from onrecord.text import wordfold
from onrecord.text.clean import visible
from onrecord.text.patterns import lazy

FOLDER = "search"
BLOCK = 200
# A word is looked for in the shard of its first letters.
LETTERS = 2
# Of a wording: longer ones are cut for the list of what was found.
LONGEST = 600
_PARTS = lazy(f"[{wordfold.UNSPACED}]|[^{wordfold.UNSPACED}]+")

Put = Callable[[str, str], None]


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order."""
    found = wordfold.words(text)
    return found if text.isascii() else [part for word in found for part in _PARTS.findall(word)]


def shard(word: str) -> str:
    """The name of the shard with a word: its first letters, in hexadecimal."""
    return "-".join(f"{ord(letter):x}" for letter in word[:LETTERS])


class Line(NamedTuple):
    """A statement as the list of what was found shows it.

    `others` are other wordings of it, each with a source that has it and the page of that; `known` is the best-known one where
    `text` is another.
    """

    page: str
    text: str
    speaker: str
    speaker_page: str
    source: str
    source_page: str
    said: str
    form: str
    checked: tuple[str, str]
    doubts: tuple[tuple[str, str, str], ...]
    others: tuple[tuple[str, str, str], ...]
    known: str
    year: str

    @classmethod
    def of(cls, quotes: Sequence[Quote], printed: Callable[[str], str]) -> "Line":
        """Of the attributions of a statement; `printed` gives a date in words."""
        first = quotes[0]
        others = {quote.shown: quote for quote in reversed(quotes) if quote.shown != first.shown}
        return cls(
            file_of(links.quote_at(first.key)),
            _cut(first.shown),
            visible(first.speaker.name),
            file_of(links.speaker_at(first.speaker.slug)),
            *_source(first),
            printed(first.said) if first.said else "",
            first.form,
            _badge(first.check_result or "not checked"),
            tuple((*_badge(value), visible(reason)) for value, reason in doubts_of(first)),
            tuple((_cut(text), *_source(quote)) for text, quote in others.items()),
            _cut(first.best_known or ""),
            found[0] if first.said and (found := re.findall(r"\d{4}", first.said)) else "",
        )


def _cut(wording: str) -> str:
    text = " ".join(visible(wording).split())
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def _source(quote: Quote) -> tuple[str, str]:
    """What its source is called, and the page of that."""
    title = visible(quote.source.title or quote.source.citekey)
    return title, file_of(links.source_at(quote.source.citekey))


def _badge(value: str) -> tuple[str, str]:
    """What a badge says, and how it looks."""
    return value.replace("_", " "), chips.badge_kind(value)


class Writing:
    """Writes the index, statement by statement; `put` writes a file of the copy."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._words: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        self._columns = {name: _Column() for name in ("speaker", "source", "year", "form")}
        self._block: list[Line] = []
        self._number = 0

    def add(self, line: Line, quotes: Iterable[Quote]) -> None:
        """A statement with all its attributions: it is found by their wordings, names and sources."""
        texts = {text for quote in quotes for text in _searched(quote)}
        # What is shown is made visible; what is looked for never holds what cannot be seen.
        for word in {word for text in texts for word in (*words(text), *words(visible(text)))}:
            self._words[word].append(self._number)
        for name, column in self._columns.items():
            column.add(getattr(line, name))
        self._block.append(line)
        self._number += 1
        if len(self._block) == BLOCK:
            self._write_block()

    def finish(self) -> None:
        """Writes what is left."""
        if self._block:
            self._write_block()
        shards: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for word in sorted(self._words):
            held = self._words[word]
            shards[shard(word)][word] = [
                now - before for before, now in zip([0, *held[:-1]], held, strict=True)
            ]
        for name, found in shards.items():
            self._put(f"{FOLDER}/words-{name}.json", _json(found))
        self._put(
            f"{FOLDER}/lists.json",
            _json({name: [column.names, column.numbers] for name, column in self._columns.items()}),
        )
        about = {"statements": self._number, "block": BLOCK, "shards": sorted(shards)}
        self._put(f"{FOLDER}/about.json", _json(about))

    def _write_block(self) -> None:
        number = (self._number - 1) // BLOCK
        self._put(f"{FOLDER}/quotes-{number}.json", _json([line[:-1] for line in self._block]))
        self._block = []


class _Column:
    """One value a statement, as the number of its name among `names`."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.numbers: list[int] = []
        self._known: dict[str, int] = {}

    def add(self, name: str) -> None:
        number = self._known.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        self.numbers.append(number)


def _searched(quote: Quote) -> Iterable[str]:
    found = (quote.text, quote.statement_text, quote.exact, quote.speaker.name, quote.named_as, quote.source.title,
             quote.source.citekey, quote.source.container_title, *quote.tags)  # fmt: skip
    return (one for one in found if one)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
