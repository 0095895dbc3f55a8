"""Figures in digits and words, with their units and dates: what a writer's bracket may explain and not change."""

from functools import cache

from onrecord.matching.lexicon import Words, read_words
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

# A kind of figure ("number", "month", "currency") and its value: "3", "May", "€".
Value = tuple[str, str]
# What one word may stand for: "mars" is a month in one language and "billion" two numbers in two.
Meaning = frozenset[Value]

_DIGITS = lazy(r"\d+")
_SIGNS = lazy(r"[%‰％€$£¥₽₴₺₪₹]")
_MINUS = lazy(r"(?<![\w)])[-−](?=\s?\d)")
_SAME_SIGN = {"％": "%", "₽": "rouble", "₺": "lira"}
_SHARES = "%‰％"
# Behind a figure these make it another.
_SCALES = frozenset(
    [
        ("share", "%"),
        *(("number", one) for one in "100 1000 10000 1000000 100000000 1000000000 1000000000000".split()),
    ]
)
# A number that loses one of these is another.
_KEPT = ("share", "currency", "sign")


@cache
def _meanings() -> dict[str, Meaning]:
    meanings: dict[str, set[Value]] = {}
    kind = ""
    for line in read_words("figures").splitlines()[1:]:
        value, *words = line.split()
        if value.startswith("["):
            kind = value.strip("[]")
        for word in words:
            meanings.setdefault(word.replace("_", " "), set()).add((kind, value))
    return {word: frozenset(values) for word, values in meanings.items()}


def figures(text: str) -> list[Meaning]:
    """The figures of a text, its units, months and days, in their order."""
    meanings = _meanings()
    words = Words(text)
    read = [
        (match.start(), _one("number", match[0].lstrip("0") or "0"))
        for match in _DIGITS.finditer(words.folded)
    ]
    for match in _SIGNS.finditer(words.folded):
        kind = "share" if match[0] in _SHARES else "currency"
        read.append((match.start(), _one(kind, _SAME_SIGN.get(match[0], match[0]))))
    read += [(match.start(), _one("sign", "−")) for match in _MINUS.finditer(words.folded)]
    for at, word, parts in words.each:
        read += [(at, meanings[one]) for one in ((word,) if word in meanings else parts) if one in meanings]
    for word, meaning in meanings.items():
        if (" " in word and f" {word} " in words.spaced) or (is_unspaced(word[0]) and word in words.folded):
            read.append((words.folded.find(word), meaning))
    return [meaning for _, meaning in sorted(read, key=lambda pair: pair[0])]


def changes(own: str, replaced: str) -> bool:
    """Whether a bracket with the writer's `own` words puts another figure in the place of one that it replaces."""
    mine, theirs = _by_kind(figures(own)), _by_kind(figures(replaced))
    for kind, there in theirs.items():
        here = mine.get(kind, [])
        if not here:
            if kind in _KEPT and "number" in mine:
                return True
        elif not (_covered(here, there) and _covered(there, here)):
            return True
    return False


def joins(own: str, before: str, after: str) -> bool:
    """Whether a bracket makes another figure of that right before it, or takes the place of the one right behind it in the
    source: "three [hundred]", "4 [June]" for "4 May"."""
    mine = figures(own)
    if not mine:
        return False
    last, following = figures(" ".join(before.split()[-1:])), figures(" ".join(after.split()[:1]))
    if last and mine[0] & _SCALES and not (following and following[0] & mine[0]):
        return True
    here, there = _by_kind(mine), _by_kind(following)
    return any(kind in here and not _covered(there[kind], here[kind]) for kind in there)


def contradicts(own: str, left: str) -> bool:
    """Whether a bracket beside an ellipsis gives a figure that is none of those of its kind that were left out."""
    mine, theirs = _by_kind(figures(own)), _by_kind(figures(left))
    return any(not _covered(mine[kind], theirs[kind]) for kind in mine if kind in theirs)


def opposite(own: str, beside: str) -> bool:
    """Whether one says that something rises, or is more, and the other that it falls, or is less."""
    mine, theirs = _by_kind(figures(own)), _by_kind(figures(beside))
    return any(
        kind in mine and kind in theirs and not _covered(mine[kind], theirs[kind])
        for kind in ("direction", "amount")
    )


def _one(kind: str, value: str) -> Meaning:
    return frozenset([(kind, value)])


def _by_kind(meanings: list[Meaning]) -> dict[str, list[Meaning]]:
    by_kind: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        for kind in dict(meaning):
            by_kind.setdefault(kind, []).append(meaning)
    return by_kind


def _covered(some: list[Meaning], others: list[Meaning]) -> bool:
    return all(any(one & other for other in others) for one in some)
