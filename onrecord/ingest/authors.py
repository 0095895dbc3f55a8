"""What stands where the author should be, made into authors: lists taken apart, desks and accounts left out.

A page, a PDF or a header says "By Ann Lee and Bo Quist", "Ann Lee, CNN", "Lee, Ann; Quist, Bo", "admin", "<a href=…>Ann
Lee</a>" or "Ministry of Ports and Harbours". Nothing is made up: where it cannot be told how a value divides, it stays whole.
"""

from __future__ import annotations

import re
from html import unescape

from onrecord.ingest.author_line import undated, without_office
from onrecord.ingest.author_list import divided, one_by_one
from onrecord.ingest.author_names import (
    DOMAIN,
    EDGES,
    is_address,
    is_affiliation,
    is_nobody,
    is_public,
    without_by,
)
from onrecord.ingest.author_words import EASTERN_PLACE, NOT_BY
from onrecord.ingest.document import Author, Metadata
from onrecord.ingest.plain import clean
from onrecord.ingest.titles import usable_title
from onrecord.model.record import replace
from onrecord.text.names import without_life
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST = 300
_MOST = 100

_TAG = lazy(r"<[^<>]{0,2000}>")
_MAIL_OF = lazy(r"\S+@\S+\s*\((?P<name>[^()]+)\)|(?P<before>[^<>@]+?)\s*<\S+@\S+>")
_BETWEEN = lazy(
    r"\s*(?:[;|•·／]|\s[-–—/]\s|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|\u3001|(?<=[\u3400-\u9fff가-힣])・(?=[\u3400-\u9fff])|\.\s+(?=\w+\s?:))\s*"
)
_ORDER_MARKS = lazy(r"(?<=[^\W\d_])(?:[\d¹²³⁴⁵⁶⁷⁸⁹*†‡§]+(?:,\s?[\d*†‡§]+)*)(?=\s|,|;|$)")
_AND_OTHERS = lazy(
    r"(?i)[\s,]+(?:et al\.?|and others|u\.\s?a\.|и др\.|та ін\.|i in\.|e altri|y otros|e outros|en anderen)$"
)


def settled(metadata: Metadata) -> Metadata:
    """Metadata as a reader made it, with usable authors and title: for every format, whatever its reader knows of names."""
    site = tuple(name for name in (metadata.container_title, metadata.publisher) if name)
    authors = usable(metadata.authors, site=site)
    title = usable_title(metadata.title) if metadata.title else None
    return replace(metadata, authors=authors, title=title)


def usable(stated: Iterable[Author], *, site: Sequence[str] = ()) -> tuple[Author, ...]:
    """The authors among what is stated, each once. `site` are the names that the page or its paper goes by."""
    own = {_key(name) for name in site} - {""}
    authors: list[Author] = []
    for author in stated:
        authors += _read(author, own)
        if len(authors) > _MOST:
            break
    return tuple(dict.fromkeys(authors[:_MOST]))


def _read(author: Author, own: set[str]) -> Iterator[Author]:
    family, given = author.family, author.given
    if family and given:
        name = _plain(author.name)
        if name and not is_nobody(name) and not is_organisation(name):
            yield replace(author, name=name)
        elif name and is_organisation(name):
            yield Author(name, organisation=True)
        return
    for value in _parts(author.name):
        if author.organisation:
            name = _plain(value)
            if name and not is_nobody(name) and not is_address(name):
                yield replace(author, name=name)
            continue
        yield from _in_a_line(value, own, family)


def _parts(value: str) -> list[str]:
    """A value without markup, in its parts: elements of markup divide names as semicolons do."""
    if "<" in value or "&lt;" in value.lower():
        value = unescape(value)
        if _TAG.search(value) and not _MAIL_OF.fullmatch(value.strip()):
            return [part for part in _TAG.sub(" ; ", value).split(" ; ") if part.strip(EDGES)]
    return [value]


def _in_a_line(value: str, own: set[str], family: str | None) -> Iterator[Author]:
    line = _plain(value)
    if line is None:
        return
    match = _MAIL_OF.fullmatch(line)
    if match:
        line = (match["name"] or match["before"]).strip()
    before = None
    for cut, part in _pieces(undated(_AND_OTHERS.sub("", line))):
        if NOT_BY.fullmatch(part) or EASTERN_PLACE.fullmatch(part):
            continue
        part = without_office(without_by(one_by_one(part)))
        if before and cut != ";" and is_affiliation(part):
            continue
        before = part
        for name, told in divided(part):
            made = _made(name, told, own, family)
            if made is not None:
                yield made


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """What stands between semicolons, dashes and the like, each with what stands in front of it ("": the beginning)."""
    cut, start = "", 0
    for match in _BETWEEN.finditer(line):
        yield cut, line[start : match.start()]
        cut, start = match[0].strip(), match.end()
    yield cut, line[start:]


def _made(
    name: str, family_given: tuple[str, str] | None, own: set[str], family: str | None
) -> Author | None:
    """The author of one name, or nobody."""
    name = without_office(name.strip(EDGES))
    if not name or len(name) > _LONGEST or is_nobody(name) or is_address(name):
        return None
    organisation = is_organisation(name)
    if _key(name) in own and not (organisation and is_public(name)):
        return None
    if organisation:
        return Author(name, organisation=True)
    if family_given:
        return Author(f"{family_given[1]} {family_given[0]}", *family_given)
    return Author(name, family)


def _plain(value: str) -> str | None:
    line = clean(_ORDER_MARKS.sub("", without_life(unescape(value).strip())), _LONGEST * 4)
    return line or None


def _key(name: str) -> str:
    """What the spellings of a site's name have in common: "The Eastport Courier", "eastportcourier.example"."""
    name = name.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").strip("/@ ")
    name = re.sub(r"^(?:the|die|der|das|la|le|el|il)\s+", "", name)
    if DOMAIN.fullmatch(name):
        name = name.rpartition(".")[0]
    return "".join(letter for letter in name if letter.isalnum())
