"""Which of two works an item tells: when two items are one work, and when they are two.

Two items are one work only where they differ in nothing that both tell. What is compared is folded first: typography,
case, "Vol. 3" and "3", "2nd" and "2" make no difference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from onrecord.cite import csl
from onrecord.errors import InputError
from onrecord.model.records import Json
from onrecord.text import dates, edtf, fold, names, urls
from onrecord.text.doi import bare
from onrecord.text.patterns import lazy

# Where a work stands within another, or which of its like it is. What tells one of these tells more than a record
# without it, and that could be of any of several works.
_PLACES = (
    "container-title", "volume", "issue", "number", "collection-number", "page", "edition", "section", "chapter-number",
    "part-number", "supplement-number", "version", "event-title", "reviewed-title", "archive_location", "volume-title", "part-title",
)  # fmt: skip
_NUMBERS = ("issue", "number", "collection-number")
# Told by some files and not by others, of one and the same work.
_TRIMMINGS = ("publisher", "collection-title")
# Besides the authors, who tell two translations or two letters apart.
_ROLES = (
    "translator",
    "recipient",
    "interviewer",
    "editor",
    "container-author",
    "director",
    "reviewed-author",
)
_TELLING_ROLES = ("translator", "recipient", "interviewer", "reviewed-author")
_PARTS = frozenset(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"))
_WHOLES = frozenset(("book", "classic", "periodical", "report", "thesis"))
# What every work is that a file says nothing else of.
_UNTOLD_TYPE = "document"

# "91-1 234 5678" is one number, "9789112345678 9112345678" are two.
_ISBN = lazy(r"(?:[0-9][\s-]*){9,12}[0-9Xx](?![0-9])")
_ORDINAL = lazy(r"(\d+)(?:st|nd|rd|th|e|er|re|ème|a|ª|o|º)?")
# "de", "de-AT"; a language in words is not compared.
_LANGUAGE = lazy(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?$")
_TAG = lazy(r"(?i)</?[a-z]+[^<>]{0,80}>")
_SUBTITLE = lazy(r"\s*[:–—]\s+|\s+[-|·•]\s+|(?<=[?!.])\s+")
_WORD = lazy(r"[^\W_]+")
_LABELS = frozenset(
    "vol volume no nr number num issue p pp page pages pg s ed edn edition aufl auflage bd band heft t tome iss pt part".split()
)
_NTH = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}
_SMALL = frozenset(
    "a an and at d de del der des di die do du el for für i in in l la le les of on the und y".split()
)


_Name = tuple[str, ...]


@dataclass(frozen=True)
class Identity:
    """What an item tells of which work it is; what it does not tell is None or not there.

    `title` is folded, `whole_title` as it stands; `authors` and `people` are the words of their names; `address` is a `urls.url_key`.
    """

    type: str | None
    title: str | None
    whole_title: str
    issued: str | None
    authors: tuple[_Name, ...]
    dois: frozenset[str]
    isbns: frozenset[str]
    address: str | None
    told: dict[str, str] = field(default_factory=dict)
    people: dict[str, tuple[_Name, ...]] = field(default_factory=dict)


def identity(item: Json) -> Identity:
    """What a cleaned CSL item tells."""
    title = str(item.get("title") or "")
    issued = item.get("issued")
    url = item.get("URL")
    told = {
        variable: plain
        for variable in (*_PLACES, *_TRIMMINGS)
        if (plain := _plain(variable, item.get(variable)))
    }
    when = dates.of_csl(issued) if isinstance(issued, dict) else None
    if language := _LANGUAGE.match(str(item.get("language") or "").lower()):
        told["language"] = language[1]
    if when is None and isinstance(issued, dict):
        told |= (
            {"issued": plain}
            if (plain := _plain("issued", issued.get("literal") or issued.get("raw")))
            else {}
        )
    type_ = str(item.get("type") or _UNTOLD_TYPE)
    return Identity(
        type=None if type_ == _UNTOLD_TYPE else type_,
        title=folded(title) or None,
        whole_title=title,
        issued=when,
        authors=_names_of(item.get("author")),
        dois=frozenset([one for one in [doi(item)] if one]),
        isbns=frozenset(isbns(item)),
        address=_address(url) if isinstance(url, str) else None,
        told=told,
        people={role: words for role in _ROLES if (words := _names_of(item.get(role)))},
    )


def doi(item: Json) -> str | None:
    """The DOI of an item without what stands before it and without escapes, in lower case."""
    given = item.get("DOI")
    # What is no DOI is kept as it stands; BibTeX holds its spaces and signs as escapes.
    return unquote(bare(csl.clean(given))).lower() or None if isinstance(given, str) else None


def isbns(item: Json) -> Iterator[str]:
    """The ISBNs of an item, each with 13 digits, so that the two ways to write one are the same."""
    given = item.get("ISBN")
    for number in _ISBN.findall(given) if isinstance(given, str) else ():
        digits = re.sub(r"[^0-9Xx]", "", number).upper()
        yield _thirteen(digits) if len(digits) == 10 else digits


def folded(title: str) -> str:
    """A title without what makes it no other: typography, case, markup."""
    # Exports leave out of a title what no reader could use, too.
    return fold.identity_fold(_TAG.sub("", csl.clean(title)))


def differs(work: Identity, other: Identity, *, certain: bool) -> bool:
    """Whether the two differ in anything that both tell, so that they are two works.

    `certain`: they have a DOI, an ISBN, an address or a key in common. Then another way to write the names of people,
    journals and publishers, a date, and a title without its subtitle make no difference.
    """
    if _differ_in_kind(work.type, other.type, certain=certain) or _differ_in_title(
        work, other, certain=certain
    ):
        return True
    if work.dois and other.dois and work.dois.isdisjoint(other.dois):
        return True
    if work.isbns and other.isbns and work.isbns.isdisjoint(other.isbns):
        return True
    if not certain and work.address and other.address and work.address != other.address:
        return True
    if certain and work.authors and other.authors and not _may_be_of(work.authors, other.authors):
        return True
    if not certain and any(
        not _may_be_of(work.people[role], other.people[role])
        for role in work.people.keys() & other.people.keys()
    ):
        return True
    return any(
        _differ_in(variable, work, other, certain=certain)
        for variable in work.told.keys() & other.told.keys()
    )


def tells_more(work: Identity, other: Identity) -> bool:
    """Whether `one` says more exactly than `other` which work it is: a volume, pages, a recipient that `other` has not."""
    return bool(told_besides(work, other))


def told_besides(work: Identity, other: Identity) -> list[str]:
    """What of it `one` says and `other` does not, in words: "edition", "volume", "recipient"."""
    more = (work.told.keys() - other.told.keys()) & set(_PLACES)
    people = (work.people.keys() - other.people.keys()) & set(_TELLING_ROLES)
    return sorted(name.replace("-", " ").replace("_", " ") for name in more | people)


def shares_anything(work: Identity, other: Identity) -> bool:
    """Whether there is anything that both tell, or nothing that either tells."""
    both = (
        (work.title, other.title),
        (work.authors, other.authors),
        (work.dois, other.dois),
        (work.isbns, other.isbns),
        (work.address, other.address),
    )
    return any(a and b for a, b in both) or not any(a or b for a, b in both)


def may_be_of_one_day(day: str | None, other: str | None) -> bool:
    """Whether two dates (EDTF) can be those of one work: one of them may be less exact, or not told."""
    if day is None or other is None or day == other:
        return True
    a, b = edtf.parse(day), edtf.parse(other)
    return all(
        before is None or after is None or before <= after
        for before, after in ((a.earliest, b.latest), (b.earliest, a.latest))
    )


def agreement(work: Identity, other: Identity) -> int:
    """How much the two say alike, less what only one of them says."""
    pairs = [
        (work.title, other.title),
        (work.issued, other.issued),
        (work.address, other.address),
        (work.dois or None, other.dois or None),
        (work.isbns or None, other.isbns or None),
        *((work.told.get(name), other.told.get(name)) for name in work.told.keys() | other.told.keys()),
    ]
    told = [pair for pair in pairs if pair != (None, None)]
    return sum(1 if a == b else -1 for a, b in told)


def _differ_in_kind(kind: str | None, other: str | None, *, certain: bool) -> bool:
    if kind is None or other is None or kind == other:
        return False
    if not certain:
        return True
    # Programs have other types for the same work; a chapter is never its book.
    return (kind in _PARTS and other in _WHOLES) or (kind in _WHOLES and other in _PARTS)


def _differ_in_title(work: Identity, other: Identity, *, certain: bool) -> bool:
    if work.title is None or other.title is None or work.title == other.title:
        return False
    if not certain:
        return True
    short, long = sorted((work, other), key=lambda each: len(each.whole_title))
    return folded(_SUBTITLE.split(long.whole_title, maxsplit=1)[0]) != short.title


def _differ_in(variable: str, work: Identity, other: Identity, *, certain: bool) -> bool:
    a, b = work.told[variable], other.told[variable]
    if a == b:
        return False
    if variable == "page":
        # Some files tell the first page only.
        first, second = a.split(), b.split()
        return not (first[0] == second[0] and 1 in (len(first), len(second)))
    if variable in _NUMBERS:
        numbers, others = _numbers(work), _numbers(other)
        # Formats have other names for a number: what one calls the issue is the number of another.
        renamed = numbers.keys() != others.keys()
        return not renamed or (b not in numbers.values() and a not in others.values())
    if certain and variable in ("container-title", "publisher", "collection-title"):
        return not (_abbreviates(a, b) or _abbreviates(b, a))
    if variable == "language":
        # A translation keeps its title more often than a catalogue has the language wrong, but for what has a key.
        return not certain
    # Each database has shelves of its own, and a date in words is said in many.
    return not (certain and variable in ("archive_location", "issued"))


def _numbers(work: Identity) -> dict[str, str]:
    return {name: work.told[name] for name in _NUMBERS if name in work.told}


def _abbreviates(short: str, long: str) -> bool:
    """Whether the words of `short` begin words of `long`, in their order, or its letters all of them: "J Chem", "PNAS"."""
    words, wanted = [word for word in long.split() if word not in _SMALL], short.split()
    if "".join(word[0] for word in words) == short.replace(" ", "") and len(words) > 1:
        return True
    place = 0
    for word in (word for word in wanted if word not in _SMALL):
        while place < len(words) and not words[place].startswith(word):
            place += 1
        if place == len(words):
            return False
        place += 1
    return True


def _plain(variable: str, value: object) -> str:
    if not isinstance(value, str | int | float):
        return ""
    words = _WORD.findall(folded(str(value)))
    if variable in ("container-title", "publisher", "collection-title", "event-title", "reviewed-title"):
        return " ".join(words)
    kept = [_number(word) for word in words if word not in _LABELS]
    return " ".join(kept or words)


def _number(word: str) -> str:
    """ "03", "3rd" and "third" are 3."""
    match = _ORDINAL.fullmatch(word)
    return match[1].lstrip("0") or "0" if match else _NTH.get(word, word)


def _names_of(people: object) -> tuple[_Name, ...]:
    listed = people if isinstance(people, list) else []
    said = [names.name_words(csl.full_name(one)) for one in listed if isinstance(one, dict)]
    return tuple([words for words in said if words])


def _may_be_of(some: tuple[_Name, ...], others: tuple[_Name, ...]) -> bool:
    """Whether anybody of the one list can be somebody of the other: lists are cut short, and names to initials."""
    return any(_may_be_one(one, other) for one in some for other in others)


def _may_be_one(name: _Name, other: _Name) -> bool:
    short, long = sorted((name, other), key=len)
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        fits = [each for each in left if each == word or (1 in (len(each), len(word)) and each[0] == word[0])]
        if not fits:
            return False
        left.remove(max(fits, key=lambda each: each == word))
    return any(len(word) > 1 and word in long for word in short) or short == long


def _address(url: str) -> str | None:
    try:
        return urls.url_key(url)
    except InputError:
        return None


def _thirteen(ten: str) -> str:
    """The ISBN-13 of an ISBN-10: 978, its digits without the last, and the check digit of these (ISO 2108)."""
    digits = f"978{ten[:9]}"
    if not digits.isdigit():
        return ten
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"
