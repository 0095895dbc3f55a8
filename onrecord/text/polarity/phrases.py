"""Text as words to be matched by the phrases of a table, each with its place in the text."""

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache

from onrecord.model.record import record
from onrecord.text.patterns import lazy
from onrecord.text.polarity.table import Table

# Marks that are written over or under letters belong to their word; so do the Arabic ones, and the kashida.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640"
# A hyphen inside a word parts it and is none itself: a-t-elle, no-one.
_WORD = lazy(rf"[^\W_][\w{_MARKS}]*['’ʼ]?|(?<!\w)[^\w\s]|(?![-‑]\w)[^\w\s]")
_NOT_ARABIC = lazy("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_NEVER = r"(?!)"
# So many lines are looked through for some phrases before all of them are compiled.
_OFTEN = 60
# Shorter words stand in too many others to tell anything as pieces of them.
_LONG = 4
# "didn't" is "didn" and "'t" to the pattern of a word; "cannot" is one.
_CONTRACTED = lazy(r"(?i)([^\W\d_]+?)(n['’ʼ]t|(?<=can)not)(?![\w'’ʼ])")
# Around and between the words of a line; no word holds it.
SPACE = " "


@record()
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
    words: list[str] = []
    places: list[tuple[int, int]] = []
    index = 0
    plain = text.lower() if text.isascii() else text
    # To look for contractions takes longer than all the rest, and few texts have one.
    if "t" in plain and ("n't" in plain or not text.isascii() or "cannot" in plain):
        for match in _CONTRACTED.finditer(text):
            _add_words(plain, index, match.start(), words, places)
            words += [_folded(match[1]), "not"]
            places += [match.span(1), match.span(2)]
            index = match.end()
    _add_words(plain, index, len(text), words, places)
    starts, place = [], 1
    for word in words:
        starts.append(place)
        place += len(word) + 1
    return Line(SPACE + SPACE.join(words) + SPACE, tuple(starts), tuple(places))


def _add_words(plain: str, start: int, end: int, words: list[str], places: list[tuple[int, int]]) -> None:
    """Adds the words of a text; of one in ASCII, `plain` is in lower case."""
    found = list(_WORD.finditer(plain, start, end))
    places += [one.span() for one in found]
    words += [one[0] for one in found] if plain.isascii() else [_folded(one[0]) for one in found]


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("ʼ", "'")
    return _NOT_ARABIC.sub("", plain).replace("ё", "е")


@lru_cache(maxsize=20_000)
def _letters(character: str) -> str:
    """What a character is in a line of a text without spaces: mostly one letter, of white space nothing."""
    plain = unicodedata.normalize("NFKC", character).casefold()
    return "".join([letter for letter in plain if not letter.isspace()])


def unspaced(text: str) -> Line:
    """The letters of a text that is written without spaces, or whose spaces mean little."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        for letter in _letters(character):
            letters.append(letter)
            places.append((index, index + 1))
    return Line(SPACE + "".join(letters) + SPACE, tuple(range(1, len(letters) + 1)), tuple(places))


def folded(text: str) -> str:
    """A text as its line would be, but for the spaces: whatever word of the line is looked for stands in it."""
    return _folded(text).replace("n't", " not")


class Hints:
    """What a text holds something of wherever one of some phrases stands in it: pieces of words, and short words as they are."""

    def __init__(self, *several: "Phrases") -> None:
        pieces = frozenset().union(*(phrases.pieces for phrases in several))
        self._words = frozenset().union(*(phrases.short_words for phrases in several))
        # Without those in which another stands, which is shorter.
        self._pieces: list[str] = []
        for piece in sorted(pieces, key=len):
            if not any(map(piece.__contains__, self._pieces)):
                self._pieces.append(piece)

    def may_be_in(self, text: str) -> bool:
        """False only where none of the phrases stands in a folded text."""
        return any(map(text.__contains__, self._pieces)) or self._short.search(text) is not None

    @cached_property
    def _short(self) -> re.Pattern[str]:
        if not self._words:
            return re.compile(_NEVER)
        every = "|".join(map(re.escape, sorted(self._words)))
        # "cannot" is two words of a line.
        return re.compile(rf"(?<![^\W_])(?:(?:{every})(?![^\W_])|cannot)")


class Phrases:
    """Finds any of some phrases in a line, as one compiled pattern would; longer ones come first.

    To compile all the phrases of a language takes longer than to read a cue: the first few lines are looked through for
    those alone whose words occur in them, which are few.
    """

    def __init__(self, phrases: str, table: Table) -> None:
        self._phrases, self._table = phrases, table
        self._asked = 0
        self._some: dict[tuple[int, ...], re.Pattern[str]] = {}

    def finditer(self, line: str) -> Iterator[re.Match[str]]:
        return self._for(line).finditer(line)

    def search(self, line: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._for(line).search(line, start, end)

    def match(self, line: str, start: int) -> re.Match[str] | None:
        return self._for(line).match(line, start)

    def sub(self, new: Callable[[re.Match[str]], str], line: str) -> str:
        return self._for(line).sub(new, line)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Pieces of which, or of `short_words`, a line with any of the phrases holds one: of each phrase, those of its longest word."""
        return frozenset(piece for piece, whole in self._keys if not whole)

    @cached_property
    def short_words(self) -> frozenset[str]:
        """Words that a line with any of the phrases holds as they are, where it holds none of the `pieces`."""
        return frozenset(piece for piece, whole in self._keys if whole)

    @cached_property
    def _keys(self) -> frozenset[tuple[str, bool]]:
        """A piece of each form of the longest word of each phrase, and whether that is the whole of a short word."""
        parted = not self._table.joined and not self._table.prefix
        keys = set()
        for words, pieces in zip(self._listed, self._pieces, strict=True):
            forms = [word.split("/") for word in words if word != "…"]
            if not forms:
                continue
            # Of words of one length the last: "at no", "as if".
            longest = max(reversed(range(len(forms))), key=lambda number: min(map(len, pieces[number])))
            keys |= {
                (piece, parted and "*" not in form and len(piece) < _LONG and piece.isalpha())
                for form, piece in zip(forms[longest], pieces[longest], strict=True)
            }
        return frozenset(keys)

    @cached_property
    def pattern(self) -> str:
        """All of them, to be a part of another pattern."""
        return self._pattern(self._listed)

    def _for(self, line: str) -> re.Pattern[str]:
        """A pattern that finds in this line whatever all of them would."""
        self._asked += 1
        if self._asked > _OFTEN:
            return self._whole
        some = tuple(number for number, words in enumerate(self._pieces) if _occur(words, line))
        if some not in self._some:
            self._some[some] = re.compile(self._pattern([self._listed[number] for number in some]))
        return self._some[some]

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def _listed(self) -> list[list[str]]:
        listed = [phrase.split() for phrase in self._phrases.split(",") if phrase.strip()]
        return sorted(listed, key=lambda words: (-len(words), -sum(map(len, words))))

    @cached_property
    def _pieces(self) -> list[list[list[str]]]:
        """Of each word of each phrase, something of each of its forms that a line must hold."""
        fold: Callable[[str], str] = str if self._table.joined else _folded
        return [
            [[_longest_piece(fold(form)) for form in word.split("/")] for word in words if word != "…"]
            for words in self._listed
        ]

    def _pattern(self, listed: Sequence[list[str]]) -> str:
        if not listed:
            return _NEVER
        if self._table.joined:
            return "|".join(_joined(words) for words in listed)
        gap = _gap(self._table)
        every = "|".join(_spaced(words, gap, self._table.prefix) for words in listed)
        return f"(?<= )(?:{every})(?= )"


def _longest_piece(form: str) -> str:
    return max(form.split("*"), key=len) if "*" in form else form


def _occur(words: Sequence[Sequence[str]], line: str) -> bool:
    """Whether a line holds a piece of each word."""
    for pieces in words:  # a loop, as this is where the time goes
        for piece in pieces:
            if piece in line:
                break
        else:
            return False
    return True


class Vocabulary:
    """All the words of a table, to say quickly of most lines that no phrase stands in them."""

    def __init__(self, table: Table) -> None:
        # A word inside a longer one, and one with a letter before it, are not looked for here.
        self._anything = table.joined or bool(table.prefix)
        fields = (one for one in table.__dict__.values() if isinstance(one, str))
        forms = _folded(" ".join(fields)).replace(",", " ").replace("/", " ").split()
        self._words = {form for form in forms if "*" not in form}
        starred = {form for form in forms if "*" in form}
        self._beginnings = tuple(one[:-1] for one in starred if one.index("*") == len(one) - 1)
        self._pieces = [_longest_piece(one) for one in starred if one.index("*") < len(one) - 1]

    def may_occur(self, line: Line) -> bool:
        """False only where no phrase of the table stands in the line."""
        words = line.text.split()
        return (
            self._anything
            or not self._words.isdisjoint(words)
            or any(word.startswith(self._beginnings) for word in words)
            or any(piece in line.text for piece in self._pieces)
        )


def _gap(table: Table) -> str:
    """Up to four words in one clause."""
    openers = "|".join(re.escape(word.strip()) for word in table.that.split(",") if word.strip())
    ahead = rf"(?!(?:{openers}) )" if openers else ""
    return rf"(?:{ahead}(?:\w[^ ]*|,) ){{0,4}}?"


def _spaced(words: list[str], gap: str, prefix: str) -> str:
    text = ""
    for index, word in enumerate(words):
        if word == "…":
            text += gap
            continue
        forms = "|".join(re.escape(_folded(form)).replace(r"\*", "[^ ]*") for form in word.split("/"))
        before = f"[{prefix}]?" if prefix else ""
        text += f"{before}(?:{forms})" + (SPACE if index + 1 < len(words) else "")
    return text


def _joined(words: list[str]) -> str:
    return "".join(
        ".{0,8}?" if word == "…" else "(?:" + "|".join(map(re.escape, word.split("/"))) + ")"
        for word in words
    )
