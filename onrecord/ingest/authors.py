"""What stands where the author should be, made into authors: lists taken apart, desks and accounts left out.

A page, a PDF or a header says "By Ann Lee and Bo Quist", "Ann Lee, CNN", "Lee, Ann; Quist, Bo", "admin", "<a href=…>Ann
Lee</a>" or "Ministry of Ports and Harbours". Nothing is made up: where it cannot be told how a value divides, it stays whole.
"""

from __future__ import annotations

import re
from html import unescape

from onrecord.ingest.author_line import by_picture_dropped, undated, without_office
from onrecord.ingest.author_words import (
    AND,
    BY,
    DEGREES,
    DESK,
    EASTERN_PLACE,
    NOBODY,
    NOT_BY,
    PARTICLES,
    ROLE,
    SUFFIX,
    WITH,
)
from onrecord.ingest.document import Author, Metadata
from onrecord.ingest.plain import clean
from onrecord.model.record import replace
from onrecord.text.given_names import GIVEN_NAMES
from onrecord.text.organisations import is_organisation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST = 300
_MOST = 100

_TAG = re.compile(r"<[^<>]{0,2000}>")
_MAIL_OF = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)|(?P<before>[^<>@]+?)\s*<\S+@\S+>")
_MAIL = re.compile(r"\S*@\S*|(?:https?:)?//\S+|www\.\S+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*")
_BETWEEN = re.compile(
    r"\s*(?:[;|•·／]|\s[-–—/]\s|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|\u3001|(?<=[\u3400-\u9fff가-힣])・(?=[\u3400-\u9fff])|\.\s+(?=\w+\s?:))\s*"
)
_BEHIND_NAME = re.compile(r"(?<=\w)\s+(?:in|for|at|from|aus|für|à|pour|para|per|w|dla|voor|uit)\s+\S.*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[-\s]?){1,3}")
_EDGES = " \t,;:|·•–—-/*"
_ORDER_MARKS = re.compile(r"(?<=[^\W\d_])(?:[\d¹²³⁴⁵⁶⁷⁸⁹*†‡§]+(?:,\s?[\d*†‡§]+)*)(?=\s|,|;|$)")
_AND_OTHERS = re.compile(
    r"(?i)[\s,]+(?:et al\.?|and others|u\.\s?a\.|и др\.|та ін\.|i in\.|e altri|y otros|e outros|en anderen)$"
)
_FULL_IN_ITSELF = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)


def settled(metadata: Metadata) -> Metadata:
    """Metadata as a reader made it, with usable authors and title: for every format, whatever its reader knows of names."""
    site = tuple(name for name in (metadata.container_title, metadata.publisher) if name)
    authors = usable(metadata.authors, site=site)
    title = usable_title(metadata.title) if metadata.title else None
    return replace(metadata, authors=authors, title=title)


def usable(stated: Iterable[Author], *, site: Sequence[str] = ()) -> tuple[Author, ...]:
    """The authors among what is stated, each once. `site` are the names that the page or its paper goes by."""
    own = {_key(name) for name in site} - {""}
    found: list[Author] = []
    for author in stated:
        found += _read(author, own)
        if len(found) > _MOST:
            break
    return tuple(dict.fromkeys(found[:_MOST]))


def usable_title(title: str) -> str | None:
    """A title without what a program put in front of it ("Microsoft Word - report.doc"); None where nothing else is."""
    found = _PROGRAM.fullmatch(title)
    if found:
        title = _FILE_ENDING.sub("", found["rest"]).strip()
    return None if _NO_TITLE.fullmatch(title) else title or None


_PROGRAM = re.compile(
    r"(?:Microsoft\s+(?:Office\s+)?(?:Word|PowerPoint|Excel|Publisher)|(?:Libre|Open)Office|WordPerfect|Adobe\s+(?:InDesign|PageMaker))\s+[-–]\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_FILE_ENDING = re.compile(r"\.(?:docx?|rtf|odt|pptx?|xlsx?|pub|indd|wpd|pages|txt|pdf)$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"\W*(?:anonymous|untitled(?:[ -]?\d+)?|untitled document|unspecified|no title|document ?\d*|dokument ?\d*|title|titel|null|none|undefined"
    r"|(?:microsoft )?(?:power ?point|word|excel)?(?: presentation| document)?|presentation ?\d*|präsentation ?\d*|slide ?\d+|unbenannt(?:es dokument)?"
    r"|sans titre|sin título|senza titolo|sem título|bez nazwy|без названия|без назви|naamloos)\W*",
    re.IGNORECASE,
)


def _read(author: Author, own: set[str]) -> Iterator[Author]:
    family, given = author.family, author.given
    if family and given:
        name = _plain(author.name)
        if name and not _is_nobody(name) and not is_organisation(name):
            yield replace(author, name=name)
        elif name and is_organisation(name):
            yield Author(name, organisation=True)
        return
    for value in _parts(author.name):
        if author.organisation:
            name = _plain(value)
            if name and not _is_nobody(name) and not _is_address(name):
                yield replace(author, name=name)
            continue
        yield from _in_a_line(value, own, family)


def _parts(value: str) -> list[str]:
    """A value without markup, in its parts: elements of markup divide names as semicolons do."""
    if "<" in value or "&lt;" in value.lower():
        value = unescape(value)
        if _TAG.search(value) and not _MAIL_OF.fullmatch(value.strip()):
            return [part for part in _TAG.sub(" ; ", value).split(" ; ") if part.strip(_EDGES)]
    return [value]


def _in_a_line(value: str, own: set[str], family: str | None) -> Iterator[Author]:
    line = _plain(value)
    if line is None:
        return
    found = _MAIL_OF.fullmatch(line)
    if found:
        line = (found["name"] or found["before"]).strip()
    before = None
    for cut, part in _pieces(undated(_AND_OTHERS.sub("", line))):
        if NOT_BY.fullmatch(part) or EASTERN_PLACE.fullmatch(part):
            continue
        part = without_office(_without_by(part))
        if before and cut != ";" and _is_affiliation(part):
            continue
        before = part
        for name, told in _divided(part):
            made = _made(name, told, own, family)
            if made is not None:
                yield made


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """What stands between semicolons, dashes and the like, each with what stands in front of it ("": the beginning)."""
    cut, start = "", 0
    for found in _BETWEEN.finditer(line):
        yield cut, line[start : found.start()]
        cut, start = found[0].strip(), found.end()
    yield cut, line[start:]


def _made(
    name: str, family_given: tuple[str, str] | None, own: set[str], family: str | None
) -> Author | None:
    """The author of one name, or nobody."""
    name = without_office(name.strip(_EDGES))
    if not name or len(name) > _LONGEST or _is_nobody(name) or _is_address(name):
        return None
    organisation = is_organisation(name)
    if _key(name) in own and not (organisation and _is_public(name)):
        return None
    if organisation:
        return Author(name, organisation=True)
    if family_given:
        return Author(f"{family_given[1]} {family_given[0]}", *family_given)
    return Author(name, family)


def _without_by(part: str) -> str:
    for _ in range(2):
        found = BY.match(part)
        if not found or not part[found.end() :].strip():
            break
        part = part[found.end() :]
    return part.strip(_EDGES)


def _divided(line: str) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """The names of a line without semicolons, with (family, given) where the line has them that way round."""
    line = by_picture_dropped(line)
    line = _BRACKETS.sub(" ", line).strip(_EDGES) or line
    if (helped := WITH.search(line)) and helped.start() and is_organisation(helped["whom"]):
        line = line[: helped.start()]
    bare = _BEHIND_NAME.sub("", line)
    if bare != line and "," not in bare and _is_known_person(bare) and not AND.search(line[len(bare) :]):
        line = bare
    if "," not in line and _is_nobody(line):
        return
    pieces = [piece.strip() for piece in re.split(r"\s*[,，]\s*", line) if piece.strip()]
    if pieces and is_organisation(pieces[0]) and not _person_and_agency(pieces[0]):
        yield from _organisation_first(pieces, line)
        return
    pieces = [piece for piece in pieces if not DEGREES.fullmatch(piece)] or pieces
    if len(pieces) == 3 and _is_family(pieces[0]) and _is_given(pieces[1]) and SUFFIX.fullmatch(pieces[2]):
        yield ", ".join(pieces), None  # names like that are taken apart where they are kept
        return
    if pairs := _pairs_joined(line):
        yield from pairs
        return
    if len(pieces) > 2 and _leads(pieces):
        yield _turned(pieces[0], pieces[1])
        pieces = pieces[2:]
    turned = _turned_round(pieces)
    if turned is not None:
        for name, told in turned:
            yield (name, told)
        return
    person_seen = False
    for piece in pieces:
        piece = re.sub(r"(?i)^(?:and|und|et|y|e|ed|i|oraz|и|і|та|en|with)\s+(?=\S)", "", piece)
        if SUFFIX.fullmatch(piece):
            continue
        if NOT_BY.fullmatch(piece) or (person_seen and _is_affiliation(piece)):
            continue
        for name in _joined(piece):
            yield name, None
            person_seen = person_seen or not is_organisation(name)


def _is_known_person(name: str) -> bool:
    """Two or three words, of which the first is a known given name."""
    words = name.split()
    return len(words) in (2, 3) and _has_given(words[0]) and _reads_like_a_person(name)


def _has_given(name: str) -> bool:
    return any(part in GIVEN_NAMES for word in name.casefold().split() for part in (word, *word.split("-")))


def _pairs_joined(line: str) -> list[tuple[str, tuple[str, str]]] | None:
    """ "García Márquez, Gabriel and Vargas Llosa, Mario", "Lee, Ann, Quist, Bo and Dahl, Cy": pairs turned round throughout."""
    joined = [part for part in AND.split(line) if part.strip(_EDGES)]
    if len(joined) < 2:
        return None
    found: list[tuple[str, tuple[str, str]]] = []
    for part in joined:
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) < 2 or len(pieces) % 2:
            return None
        for family, given in zip(pieces[::2], pieces[1::2], strict=True):
            if not (_may_be_turned(family, given) or (_is_family(family) and _is_given(given))):
                return None
            found.append(_turned(family, given))
    return found


def _may_be_turned(family: str, given: str) -> bool:
    """ "García Márquez, Gabriel": two family names, and behind the comma a known given name or initials."""
    words = family.split()
    if not (2 <= len(words) <= 4 and _reads_like_a_person(family)) or is_organisation(family):
        return False
    if _has_given(words[0]) and not (" y " in family or words[0].casefold() in PARTICLES):
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.[ -]?){1,3}", given):
        return True
    return len(given.split()) < 4 and _is_given(given) and _has_given(given.split()[0])


def _person_and_agency(piece: str) -> bool:
    """ "Ann Lee and the Associated Press" """
    first, *rest = AND.split(piece)
    return (
        len(rest) == 1
        and len(first.split()) in (2, 3)
        and _reads_like_a_person(first)
        and not is_organisation(first)
        and (rest[0].startswith("the ") or rest[0].isupper())
    )


def _leads(pieces: list[str]) -> bool:
    """ "Lee, Ann, and Bo Quist": the first turned round, the others not, as bibliographies have it."""
    return (
        all(len(piece.split()) == 1 for piece in pieces[:2])
        and _is_family(pieces[0])
        and _is_given(pieces[1])
        and AND.match(f" {pieces[-1]}") is not None
        and all(len(piece.split()) > 1 and _reads_like_a_person(piece) for piece in pieces[2:-1])
    )


def _organisation_first(pieces: list[str], line: str) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """ "Ministry of Agriculture, Fisheries and Food" is one; what reads like a person behind it is another author."""
    kept, people = [pieces[0]], []
    for piece in pieces[1:]:
        if len(piece.split()) > 1 and _reads_like_a_person(piece) and not AND.search(piece):
            people.append(piece)
        else:
            kept.append(piece)
    whole = line if not people else ", ".join(kept)
    yield from ((one, None) for one in _organisations(whole))
    yield from ((person, None) for person in people)


def _organisations(whole: str) -> list[str]:
    """One, or two that are joined: "Ministry of Health and Department of Transport"."""
    parts = [part for part in AND.split(whole) if part]
    return (
        parts
        if len(parts) > 1 and all(len(part.split()) > 2 and is_organisation(part) for part in parts)
        else [whole]
    )


def _joined(piece: str) -> list[str]:
    """The names that "and" joins, where each reads like one; else the piece whole."""
    parts = [part.strip() for part in AND.split(piece) if part.strip()]
    if len(parts) < 2:
        bare = _BEHIND_NAME.sub("", piece)
        return [bare if _reads_like_a_person(bare) and " " in bare else piece]
    names = [_BEHIND_NAME.sub("", _without_by(part)) for part in parts]
    if all((_reads_like_a_person(name) and len(name.split()) > 1) or _is_nobody(name) for name in names):
        return names
    if len(names) == 2 and len(names[0].split()) == 1 and len(names[1].split()) == 2 and _has_given(names[0]):
        first, (_, family) = names[0], names[1].split()
        if _reads_like_a_person(first) and _reads_like_a_person(names[1]):
            return [f"{first} {family}", names[1]]
    if all(is_organisation(name) or (_reads_like_a_person(name) and len(name.split()) > 1) for name in names):
        return names
    return [piece]


def _turned_round(pieces: list[str]) -> list[tuple[str, tuple[str, str]]] | None:
    """ "Lee, Ann", "Lee, Ann, Quist, Bo", "Lee A, Quist B", "Lee, Ann, and Bo Quist"; None where it is no such list."""
    if len(pieces) == 2 and ((_is_family(pieces[0]) and _is_given(pieces[1])) or _may_be_turned(*pieces)):
        rest = AND.split(pieces[1])
        if len(rest) == 1:
            return [_turned(pieces[0], pieces[1])]
    if len(pieces) > 3 and len(pieces) % 2 == 0:
        pairs = [
            (re.sub(r"(?i)^(?:and|und|et|y|e|&)\s+", "", one), two)
            for one, two in zip(pieces[::2], pieces[1::2], strict=True)
        ]
        if all(len(one.split()) == 1 and _is_family(one) and _is_given(two) for one, two in pairs):
            return [_turned(*pair) for pair in pairs]
    behind = [one.rpartition(" ") for one in pieces]
    if any(not family or family.isupper() for family, _, _ in behind):
        return None
    if all(
        family and _is_family(family) and re.fullmatch(r"[A-Z]{1,3}|(?:[A-Z]\.[ -]?){1,3}", initials)
        for family, _, initials in behind
    ):
        return [_turned(family, initials) for family, _, initials in behind]
    return None


def _turned(family: str, given: str) -> tuple[str, tuple[str, str]]:
    return f"{given} {family}", (family, given)


def _is_family(name: str) -> bool:
    """One word, or some that begin with a particle: "van der Berg"."""
    words = name.split()
    if _FULL_IN_ITSELF.fullmatch(name):
        return False
    return _reads_like_a_person(name) and (len(words) == 1 or words[0].casefold() in PARTICLES)


def _is_given(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 4 or (is_organisation(name) and not _INITIALS.fullmatch(name)):
        return False
    return _reads_like_a_person(name) and not ROLE.fullmatch(name) and not DESK.fullmatch(name)


def _is_affiliation(piece: str) -> bool:
    """Whether what stands behind a name and a comma says where somebody is from, and is no other name."""
    if is_organisation(piece) or ROLE.fullmatch(piece) or _DOMAIN.fullmatch(piece) or DESK.fullmatch(piece):
        return True
    if _is_nobody(piece) or DEGREES.fullmatch(piece):
        return True
    words = " ".join(AND.split(piece)).split()
    if len(words) > 1 and _MEDIA.search(words[-1]) and not _has_given(words[0]):
        return True
    if any(word.islower() and word not in PARTICLES for word in words):
        return True
    if _FULL_IN_ITSELF.fullmatch(piece):
        return False
    return len(piece.split()) == 1 and not AND.search(piece)


def _reads_like_a_person(name: str) -> bool:
    """One to six words that begin with capitals, but for particles; scripts without capitals pass."""
    words = name.split()
    if not 1 <= len(words) <= 6:
        return False
    return all(
        word.casefold() in PARTICLES
        or (word[0].isalpha() and not word[0].islower())
        or (word[0] in "'’" and len(word) > 2)
        or word[:2].casefold() in ("d'", "d’", "o'", "l'")
        for word in words
    ) and not all(word.casefold() in PARTICLES for word in words)


def _is_nobody(name: str) -> bool:
    key = re.sub(
        r"(?i)^(?:the|die|der|das|la|le|el|il|de|a|an|from)\s+|[.:]+$", "", name.strip(" \t-–—*")
    ).casefold()
    bare = key.strip("()[]<>\"'“” ")
    if name.casefold() in NOBODY or key in NOBODY or bare in NOBODY:
        return True
    if not any(letter.isalpha() for letter in name) or DESK.fullmatch(name):
        return True
    without = _without_by(name)
    return without != name.strip(_EDGES) and _is_nobody(without)


def _is_public(name: str) -> bool:
    """Whether an organisation is more than the paper or site itself: a ministry signs what it publishes."""
    return not _MEDIA.search(name) and len(name.split()) > 1


_MEDIA = re.compile(
    r"(?i)\b(?:news\w*|times|post|courier|herald|gazette|tribune|journal|daily|weekly|magazine|wire|press|media|radio|television|tv|broadcasting"
    r"|zeitung|nachrichten|rundfunk|journal|diario|periódico|giornale|jornal|gazeta|газета|вести|новости|новини|krant|dagblad|review|observer|sentinel"
    r"|guardian|telegraph|chronicle|mail|star|mirror|examiner|globe|dispatch|bulletin|blog|online|channel|network)\b"
)


def _is_address(value: str) -> bool:
    return (
        _MAIL.fullmatch(value.strip()) is not None
        or re.match(r"\s*(?:https?:)?//|\s*www\.", value, re.IGNORECASE) is not None
    )


def _plain(value: str) -> str | None:
    line = clean(_ORDER_MARKS.sub("", unescape(value)), _LONGEST * 4)
    return line or None


def _key(name: str) -> str:
    """What the spellings of a site's name have in common: "The Eastport Courier", "eastportcourier.example"."""
    name = name.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").strip("/@ ")
    name = re.sub(r"^(?:the|die|der|das|la|le|el|il)\s+", "", name)
    if _DOMAIN.fullmatch(name):
        name = name.rpartition(".")[0]
    return "".join(letter for letter in name if letter.isalnum())
