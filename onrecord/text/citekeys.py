"""Citekeys by a formula, in the language of Better BibTeX for Zotero: `auth.lower + '-' + year`.

A formula is one or more alternatives parted by `|`; the first that gives something is taken. An alternative joins
functions and texts with `+`; filters follow a function with a dot. The functions and filters are those of Better
BibTeX's documentation that a source without a library around it can answer.
"""

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import TypeVar

from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.text.patterns import lazy
from onrecord.text.romanised import romanised

LONGEST_FORMULA = 1_000
LONGEST_KEY = 100
MOST_PARENTHESES = 50

_TOKEN = lazy(
    r"\s*(?:(?P<name>[A-Za-z]\w*)|(?P<number>\d{1,4})|(?P<text>'[^']*'|\"[^\"]*\")|(?P<mark>[|+.,()]))"
)
_SKIPPED = frozenset(
    "a ab aboard about above across after against al along amid among an and anti around as at before behind below "
    "beneath beside besides between beyond but by d da das de del dell dello dei degli della delle dem den der des despite "
    "die do down du during ein eine einem einen einer eines el en et except for from gli i il in inside into is l la las "
    "le les like lo los near nor of off on onto or over past per plus round save since so some sur than the through to "
    "toward towards un una unas under une unlike uno unos until up upon van versus via von while with within without yet "
    "zu zum".split()
)


@record(kw_only=True)
class Facts:
    """What a key can be made of: family names of the authors in order, and what the source says of itself.

    `issued` begins with a year, a month and a day as far as they are known (ISO 8601).
    """

    authors: Sequence[str] = ()
    title: str = ""
    container: str = ""
    publisher: str = ""
    issued: str = ""
    type: str = ""
    language: str = ""


def make(formula: str, facts: Facts) -> str:
    """The key that `formula` gives; "" where it gives nothing. InputError: the formula cannot be read."""
    for alternative in _Parser(formula).alternatives():
        if key := _fit("".join(part(facts) for part in alternative)):
            return key
    return ""


def unique(key: str, taken: Callable[[str], bool]) -> str:
    """`key`, or with a, b … z, aa … the first that is not taken, as Better BibTeX numbers them."""
    if not taken(key):
        return key
    return next(candidate for number in count() if not taken(candidate := key + _letters(number)))


def _letters(number: int) -> str:
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
        if number == 0:
            return letters
        number -= 1


def _fit(whole: str) -> str:
    """In letters, digits and the marks that BibTeX, LaTeX and pandoc all bear inside a key."""
    key = re.sub(r"[^A-Za-z0-9_:+/.-]", "", romanised(whole))[:LONGEST_KEY]
    return re.sub(r"(?:\.\d+|[^A-Za-z0-9])+$", "", re.sub(r"^[^A-Za-z0-9]+", "", key))


# --- what a formula says ---------------------------------------------------------------------------------------

Part = Callable[[Facts], str]
Argument = str | int
Made = TypeVar("Made")


class _Parser:
    """A formula, read from left to right; every error says where."""

    def __init__(self, formula: str) -> None:
        if len(formula) > LONGEST_FORMULA:
            raise InputError(f"The citekey format is longer than {LONGEST_FORMULA} characters.")
        if formula.count("(") > MOST_PARENTHESES:
            raise InputError(f"The citekey format has more than {MOST_PARENTHESES} parentheses.")
        self.formula = formula
        self.tokens = self._tokens()
        self.at = 0

    def alternatives(self) -> list[list[Part]]:
        alternatives = [self._alternative()]
        while self._take("|"):
            alternatives.append(self._alternative())
        if self.at < len(self.tokens):
            raise self._wrong(f"{self._here()!r} is not expected here")
        return alternatives

    def _alternative(self) -> list[Part]:
        parts = [self._filtered()]
        while self._take("+"):
            parts.append(self._filtered())
        return parts

    def _filtered(self) -> Part:
        kind, value, _ = self._next("a function such as auth, or a text in quotation marks")
        if kind == "text":
            part = _always(value[1:-1])
        elif kind == "name":
            part = self._call(value, _FUNCTIONS, "function")
        elif value == "(":
            part = _joined(self._alternative())
            self._expect(")")
        else:
            self.at -= 1
            raise self._wrong(f"a function such as auth is expected, not {value!r}")
        while self._take("."):
            kind, value, _ = self._next("a filter such as lower")
            if kind != "name":
                self.at -= 1
                raise self._wrong(f"a filter such as lower is expected, not {value!r}")
            part = _then(part, self._call(value, _FILTERS, "filter"))
        return part

    def _call(self, name: str, known: dict[str, Callable[..., Made]], what: str) -> Made:
        function = known.get(name.lower())
        if function is None:
            self.at -= 1
            raise self._wrong(f"there is no {what} {name}. There are: {', '.join(known)}")
        arguments: list[Argument] = []
        if self._take("("):
            while not self._take(")"):
                kind, value, _ = self._next("a number, a text or )")
                if kind not in ("number", "text"):
                    self.at -= 1
                    raise self._wrong(f"a number or a text is expected, not {value!r}")
                arguments.append(int(value) if kind == "number" else value[1:-1])
                if not self._take(","):
                    self._expect(")")
                    break
        try:
            return function(*arguments)
        except TypeError:
            raise self._wrong(f"{name} does not take {len(arguments)} such arguments") from None

    def _tokens(self) -> list[tuple[str, str, int]]:
        tokens, index = [], 0
        text = self.formula.rstrip()
        while index < len(text):
            token = _TOKEN.match(text, index)
            if token is None:
                index += len(text[index:]) - len(text[index:].lstrip())
                raise InputError(
                    f"The citekey format cannot be read at character {index + 1}: {text[index : index + 10]!r}."
                )
            tokens.append(
                (str(token.lastgroup), token[str(token.lastgroup)], token.start(str(token.lastgroup)))
            )
            index = token.end()
        return tokens

    def _next(self, expected: str) -> tuple[str, str, int]:
        if self.at >= len(self.tokens):
            raise self._wrong(f"{expected} is expected")
        self.at += 1
        return self.tokens[self.at - 1]

    def _take(self, mark: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at][:2] == ("mark", mark):
            self.at += 1
            return True
        return False

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            raise self._wrong(f"{mark} is expected")

    def _here(self) -> str:
        return self.tokens[self.at][1]

    def _wrong(self, why: str) -> InputError:
        place = self.tokens[self.at][2] + 1 if self.at < len(self.tokens) else len(self.formula) + 1
        return InputError(f"The citekey format cannot be read at character {place}: {why}.")


def _always(text: str) -> Part:
    return lambda _: text


def _joined(parts: Sequence[Part]) -> Part:
    return lambda facts: "".join(part(facts) for part in parts)


def _then(part: Part, filter_: Callable[[str], str]) -> Part:
    return lambda facts: filter_(part(facts))


def _number(value: Argument) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _text(value: Argument) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


# --- functions -------------------------------------------------------------------------------------------------


def _auth(letters: Argument = 0, place: Argument = 1) -> Part:
    size, number = _number(letters), _number(place)

    def part(facts: Facts) -> str:
        name = facts.authors[number - 1] if 1 <= number <= len(facts.authors) else ""
        return name[:size] if size else name

    return part


def _authors(most: Argument = 0) -> Part:
    size = _number(most)

    def part(facts: Facts) -> str:
        shown = list(facts.authors[:size] if size else facts.authors)
        return "".join([*shown, "EtAl" if len(shown) < len(facts.authors) else ""])

    return part


def _auth_et_al() -> Part:
    return lambda facts: "".join(facts.authors) if len(facts.authors) <= 2 else f"{facts.authors[0]}EtAl"


def _significant(title: str) -> list[str]:
    words = re.findall(r"[^\W_]+", re.sub("['’ʼ]", "", title))
    return [word for word in words if word.lower() not in _SKIPPED] or words


def _short_title(words: Argument = 3, capitals: Argument = 0) -> Part:
    size, upper = _number(words), _number(capitals)
    return lambda facts: "".join(
        _capital(word) if place < upper else word
        for place, word in enumerate(_significant(facts.title)[:size])
    )


def _date(pattern: Argument = "%Y-%m-%d") -> Part:
    wanted = _text(pattern)

    def part(facts: Facts) -> str:
        year, month, day = [*re.findall(r"\d+", facts.issued)[:3], "", "", ""][:3]
        values = {"%Y": year, "%y": year[-2:], "%m": month, "%d": day}
        return re.sub("%[Yymd]", lambda match: values[match[0]], wanted) if year else ""

    return part


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


_FUNCTIONS: dict[str, Callable[..., Part]] = {
    "auth": _auth,
    "authors": _authors,
    "authetal": _auth_et_al,
    "authorlast": lambda: lambda facts: facts.authors[-1] if facts.authors else "",
    "title": lambda: lambda facts: "".join(map(_capital, re.findall(r"[^\W_]+", facts.title))),
    "shorttitle": _short_title,
    "veryshorttitle": lambda words=1, capitals=0: _short_title(words, capitals),
    "year": lambda: _date("%Y"),
    "shortyear": lambda: _date("%y"),
    "month": lambda: _date("%m"),
    "day": lambda: _date("%d"),
    "date": _date,
    "journal": lambda: lambda facts: facts.container,
    "publicationtitle": lambda: lambda facts: facts.container,
    "publisher": lambda: lambda facts: facts.publisher,
    "type": lambda: lambda facts: facts.type,
    "language": lambda: lambda facts: facts.language,
}


# --- filters ---------------------------------------------------------------------------------------------------


def _substring(start: Argument, length: Argument = LONGEST_KEY) -> Callable[[str], str]:
    first, size = _number(start), _number(length)
    return lambda key: key[max(0, first - 1) : max(0, first - 1) + size]


def _select(start: Argument, length: Argument = LONGEST_KEY) -> Callable[[str], str]:
    first, size = _number(start), _number(length)
    return lambda key: " ".join(key.split()[max(0, first - 1) : max(0, first - 1) + size])


def _replace(old: Argument, new: Argument) -> Callable[[str], str]:
    before, after = _text(old), _text(new)
    return lambda key: key.replace(before, after) if before else key


def _prefix(text: Argument) -> Callable[[str], str]:
    given = _text(text)
    return lambda key: given + key if key else ""


def _postfix(text: Argument) -> Callable[[str], str]:
    given = _text(text)
    return lambda key: key + given if key else ""


def _condense(separator: Argument = "") -> Callable[[str], str]:
    given = _text(separator)
    return lambda key: given.join(key.split())


_FILTERS: dict[str, Callable[..., Callable[[str], str]]] = {
    "lower": lambda: str.lower,
    "upper": lambda: str.upper,
    "capitalize": lambda: lambda key: " ".join(map(_capital, key.split())),
    "transliterate": lambda: romanised,
    "ascii": lambda: romanised,
    "nopunct": lambda: lambda key: re.sub(r"[^\w\s]", "", key),
    "skipwords": lambda: lambda key: " ".join(_significant(key)),
    "abbr": lambda: lambda key: "".join(word[0] for word in key.split()),
    "substring": _substring,
    "select": _select,
    "replace": _replace,
    "prefix": _prefix,
    "postfix": _postfix,
    "condense": _condense,
}
