"""Which source on record a document is likely to be: so that a text goes to the work that waits for it.

Sure are an identifier or address in common, and title and author in common where nothing contradicts. All else is said and
left to a person: a review of a book has its title and its author too.
"""

from __future__ import annotations

import re

from onrecord.model.record import record
from onrecord.text import edtf, names, urls
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.reader import Reader

# So much of a text is its head, where it says what it is, in characters.
HEAD = 5_000
MOST_NAMED = 3
_DOI = lazy(r"(?i)\b10\.\d{4,9}/[^\s\"'<>“”]+[^\s\"'<>“”.,;:)\]]")
_ISBN = lazy(r"(?i)\bISBN(?:-1[03])?:?\s*((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dX])")
_SHORTEST_TITLE = 12


@record(kw_only=True)
class Described:
    """A document: what it says of itself, what it is called as a file, and its text."""

    title: str | None
    authors: tuple[str, ...]
    issued: str | None
    url: str | None
    stem: str
    text: str


@record()
class Likeness:
    """Ids of the sources that a document is sure to be (one, or none) and of those that it may be."""

    sure: int | None = None
    maybe: tuple[int, ...] = ()


def likeness(reader: Reader, described: Described) -> Likeness:
    """What a document is like, among the sources without a stored text."""
    sure: dict[int, None] = {}
    maybe: dict[int, None] = {}
    head = described.text[:HEAD]
    folded_head = _folded(head)
    dois = {found.lower() for found in _DOI.findall(head)}
    isbns = {_isbn(found) for found in _ISBN.findall(head)}
    wanted = _folded(described.title or "")
    place = urls.url_key(described.url) if described.url and urls.is_web_url(described.url) else None
    for number, citekey, title, issued, url_key, doi, isbn in reader.rows(_WAITING):
        if place is not None and url_key == place:
            sure[number] = None
            continue
        same_doi = bool(doi) and len(dois) == 1 and _doi(doi) in dois
        same_isbn = bool(isbn) and any(_isbn(one) in isbns for one in str(isbn).split(",") if _isbn(one))
        theirs = _folded(title or "")
        long = len(theirs) >= _SHORTEST_TITLE
        same_title = bool(theirs) and theirs == wanted
        shown = long and theirs in folded_head
        called = described.stem.casefold() == citekey.casefold()
        if not (same_doi or same_isbn or same_title or (called and shown)):
            begins = long and folded_head.startswith(theirs)
            if called or (begins and _same_people(set(_families(reader, number)), described.authors, head)):
                maybe[number] = None
            continue
        families = set(_families(reader, number))
        by = _same_people(families, described.authors, head)
        contradicted = _contradicts(issued, described.issued)
        named = same_title or shown
        if contradicted or by is False:
            maybe[number] = None
        elif same_doi or (same_isbn and (named or called)) or (named and by and (same_title or called)):
            sure[number] = None
        else:
            maybe[number] = None
    if len(sure) == 1:
        return Likeness(next(iter(sure)))
    return Likeness(None, tuple([*sure, *maybe][:MOST_NAMED]))


_WAITING = """
SELECT id, citekey, title, issued, url_key, CASE WHEN csl IS NOT NULL THEN json_extract(csl, '$.DOI') END,
       CASE WHEN csl IS NOT NULL THEN json_extract(csl, '$.ISBN') END
  FROM sources WHERE id NOT IN (SELECT source_id FROM snapshots) ORDER BY id"""


def _same_people(families: set[str], authors: Sequence[str], head: str) -> bool | None:
    """Whether authors and creators have a name in common: None where the document names none and its head neither."""
    if not families:
        return None
    stated = {word for author in authors for word in names.name_words(author)}
    if stated:
        return any(set(family.split()) <= stated for family in families)
    words = set(names.name_words(head))
    return True if any(set(family.split()) <= words for family in families) else None


def _families(reader: Reader, number: int) -> Iterator[str]:
    for name, family in reader.rows(
        "SELECT coalesce(c.named_as, s.name), s.family FROM creators AS c JOIN speakers AS s ON s.id = c.speaker_id "
        "WHERE c.source_id = ?",
        (number,),
    ):
        key = names.name_key(family or names.parse_author(name).family or name)
        if key:
            yield key


def _contradicts(issued: str | None, other: str | None) -> bool:
    """Whether two dates cannot be of one work: none reaches into the other's year."""
    if not issued or not other:
        return False
    one, two = edtf.parse(issued), edtf.parse(other)
    return one.text[:4].isdigit() and two.text[:4].isdigit() and one.text[:4] != two.text[:4]


def _folded(text: str) -> str:
    return "".join([letter for letter in text.casefold() if letter.isalnum()])


def _doi(text: object) -> str:
    return re.sub(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)+", "", str(text).strip()).lower()


def _isbn(text: str) -> str:
    """Nine digits that both ways to write an ISBN have in common; "" for what is none."""
    digits = re.sub(r"[^0-9Xx]", "", text)
    return digits[-10:-1] if len(digits) in (10, 13) else ""
