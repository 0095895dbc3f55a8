"""Text as words to be matched by the phrases of a table, each with its place in the text."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.text.polarity.table import Table

# Marks that are written over or under letters belong to their word; so do the Arabic ones, and the kashida.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640"
# A hyphen inside a word parts it and is none itself: a-t-elle, no-one.
_WORD = re.compile(rf"[^\W_][\w{_MARKS}]*['’ʼ]?|(?<!\w)[^\w\s]|(?![-‑]\w)[^\w\s]")
_NOT_ARABIC = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_NEVER = re.compile(r"(?!)")
# "didn't" is "didn" and "'t" to the pattern of a word; "cannot" is one.
_CONTRACTED = re.compile(r"([^\W\d_]+?)(n['’ʼ]t|(?<=can)not)(?![\w'’ʼ])", re.IGNORECASE)
# Around and between the words of a line; no word holds it.
SPACE = " "


@dataclass(frozen=True, slots=True)
class Line:
    """Words with one space around each, and where each of them stands in the text that they come from."""

    text: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def part_of(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the original text as a stretch of the line; empty where no word stands in it."""
        first = bisect_right([place[1] for place in self.places], start)
        last = bisect_left([place[0] for place in self.places], end)
        if first >= last:
            at = self.starts[first] if first < len(self.starts) else len(self.text)
            return at, at
        return self.starts[first], self.starts[last] - 1 if last < len(self.starts) else len(self.text) - 1

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the line as a stretch of the original text."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_left(self.starts, end) - 1
        return self.places[max(first, 0)][0], self.places[max(last, first, 0)][1]


def spaced(text: str) -> Line:
    """The words of a text that is written with spaces."""
    words: list[tuple[str, int, int]] = []
    at = 0
    for found in _CONTRACTED.finditer(text):
        words += _words(text, at, found.start())
        words += [(_folded(found[1]), *found.span(1)), ("not", *found.span(2))]
        at = found.end()
    words += _words(text, at, len(text))
    starts, place = [], 1
    for word, _, _ in words:
        starts.append(place)
        place += len(word) + 1
    line = SPACE + SPACE.join(word for word, _, _ in words) + SPACE
    return Line(line, tuple(starts), tuple((start, end) for _, start, end in words))


def _words(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    return [(_folded(found[0]), *found.span()) for found in _WORD.finditer(text, start, end)]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("ʼ", "'")
    return _NOT_ARABIC.sub("", plain).replace("ё", "е")


def unspaced(text: str) -> Line:
    """The letters of a text that is written without spaces, or whose spaces mean little."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).casefold():
            if not letter.isspace():
                letters.append(letter)
                places.append((at, at + 1))
    return Line(SPACE + "".join(letters) + SPACE, tuple(range(1, len(letters) + 1)), tuple(places))


def pattern(phrases: str, table: Table) -> re.Pattern[str]:
    """What finds any of some phrases in a line. Longer ones come first."""
    listed = [phrase.split() for phrase in phrases.split(",") if phrase.strip()]
    if not listed:
        return _NEVER
    listed.sort(key=lambda words: (-len(words), -sum(map(len, words))))
    if table.joined:
        return re.compile("|".join(_joined(words) for words in listed))
    gap = _gap(table)
    every = "|".join(_spaced(words, gap, table.prefix) for words in listed)
    return re.compile(f"(?<= )(?:{every})(?= )")


def _gap(table: Table) -> str:
    """Up to four words in one clause."""
    openers = "|".join(re.escape(word.strip()) for word in table.that.split(",") if word.strip())
    ahead = rf"(?!(?:{openers}) )" if openers else ""
    return rf"(?:{ahead}(?:\w[^ ]*|,) ){{0,4}}?"


def _spaced(words: list[str], gap: str, prefix: str) -> str:
    made = ""
    for at, word in enumerate(words):
        if word == "…":
            made += gap
            continue
        forms = "|".join(re.escape(_folded(form)).replace(r"\*", "[^ ]*") for form in word.split("/"))
        before = f"[{prefix}]?" if prefix else ""
        made += f"{before}(?:{forms})" + (SPACE if at + 1 < len(words) else "")
    return made


def _joined(words: list[str]) -> str:
    return "".join(
        ".{0,8}?" if word == "…" else "(?:" + "|".join(map(re.escape, word.split("/"))) + ")"
        for word in words
    )
