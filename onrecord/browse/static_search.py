"""The index that a static copy is searched by, in the browser: words by their first letters, statements by blocks.

Files below `search/`, all JSON. `about.json`: the number of `statements`, how many a `block` has, and the `shards`.
`words-SHARD.json`: each word with the numbers of the statements that have it, as differences. `quotes-N.json`: the
statements of block N, as the fields of `Line` but the year. `lists.json`: for each statement who, which source,
what year and what form, as numbers of the names beside them. `finding.js` folds words as `words` does, and a test holds
the two against each other: compatibility characters, marks and case are gone, ß is ss, and ideographs and kana, which
have no spaces between words, are words each.
"""

import json
import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onrecord.browse import cells, links
from onrecord.browse.doubts import doubts
from onrecord.browse.static_place import file_of
from onrecord.records import Quote
from onrecord.text.clean import visible

FOLDER = "search"
BLOCK = 200
# A word is looked for in the shard of its first letters.
LETTERS = 2
# Of a wording: longer ones are cut for the list of what was found.
LONGEST = 600
_WHOLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORDS = re.compile(f"[{_WHOLE}]|(?:(?![{_WHOLE}])[^\\W_])+")

Put = Callable[[str, str], None]


def folded(text: str) -> str:
    """`text` without marks, case and compatibility characters."""
    plain = unicodedata.normalize("NFKD", text).lower()
    # Lower case may make marks of its own (İ); NFKD takes them apart again.
    bare = "".join(
        [
            one
            for one in unicodedata.normalize("NFKD", plain)
            if unicodedata.category(one) not in ("Mn", "Me", "Mc")
        ]
    )
    return bare.replace("ß", "ss").replace("ς", "σ").replace("ı", "i")


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order."""
    return _WORDS.findall(folded(text))


def shard(word: str) -> str:
    """The name of the shard with a word: its first letters, in hexadecimal."""
    return "-".join(f"{ord(letter):x}" for letter in word[:LETTERS])


class Line(NamedTuple):
    """A statement as the list of what was found shows it."""

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
    year: str

    @classmethod
    def of(cls, quotes: Sequence[Quote], printed: Callable[[str], str]) -> "Line":
        """Of the attributions of a statement; `printed` gives a date in words."""
        first = quotes[0]
        text = " ".join(visible(first.shown).split())
        return cls(
            file_of(links.quote_at(first.key)),
            text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …",
            visible(first.speaker.name),
            file_of(links.speaker_at(first.speaker.slug)),
            visible(first.source.title or first.source.citekey),
            file_of(links.source_at(first.source.citekey)),
            printed(first.said) if first.said else "",
            first.form,
            _badge(first.check_result or "not checked"),
            tuple((*_badge(value), visible(reason)) for value, reason in doubts(first)),
            found[0] if first.said and (found := re.findall(r"\d{4}", first.said)) else "",
        )


def _badge(value: str) -> tuple[str, str]:
    """What a badge says, and how it looks."""
    return value.replace("_", " "), cells.badge_kind(value)


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
        for word in {word for text in texts for word in words(text)}:
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
    found = (quote.text, quote.exact, quote.speaker.name, quote.named_as, quote.source.title, quote.source.citekey,
             quote.source.container_title, *quote.tags)  # fmt: skip
    return (visible(one) for one in found if one)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
