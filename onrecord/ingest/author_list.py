"""A line of names taken apart: where one ends, and which of its words are the family name."""

from __future__ import annotations

import re

from onrecord.ingest.author_line import by_picture_dropped
from onrecord.ingest.author_names import (
    EDGES,
    has_given,
    is_affiliation,
    is_family,
    is_given,
    is_known_person,
    is_nobody,
    reads_like_a_person,
    without_by,
)
from onrecord.ingest.author_words import AND, DEGREES, NOT_BY, PARTICLES, SUFFIX, WITH
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = lazy(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*")
# Chinese names stand whole; in Japanese bylines a space stands within one.
_CHINESE = lazy(
    r"(?:(?:本报|新华社|见习|实习)?记者|通讯员|作者|撰文|编辑|文)[:：\s]\s*(?P<names>[\u3400-\u9fff]{2,4}(?:[ \u3000]+[\u3400-\u9fff]{2,4}){1,5})"
)
_BEHIND_NAME = lazy(r"(?<=\w)\s+(?:in|for|at|from|aus|für|à|pour|para|per|w|dla|voor|uit)\s+\S.*")


def divided(line: str) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """The names of a line without semicolons, with (family, given) where the line has them that way round."""
    line = by_picture_dropped(line)
    line = _BRACKETS.sub(" ", line).strip(EDGES) or line
    if (helped := WITH.search(line)) and helped.start() and is_organisation(helped["whom"]):
        line = line[: helped.start()]
    bare = _BEHIND_NAME.sub("", line)
    if bare != line and "," not in bare and is_known_person(bare) and not AND.search(line[len(bare) :]):
        line = bare
    if "," not in line and is_nobody(line):
        return
    pieces = [piece.strip() for piece in re.split(r"\s*[,，،]\s*", line) if piece.strip()]
    if pieces and is_organisation(pieces[0]) and not _person_and_agency(pieces[0]):
        yield from _organisation_first(pieces, line)
        return
    pieces = [piece for piece in pieces if not DEGREES.fullmatch(piece)] or pieces
    if len(pieces) == 3 and is_family(pieces[0]) and is_given(pieces[1]) and SUFFIX.fullmatch(pieces[2]):
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
    for piece in _with_suffixes(pieces):
        piece = re.sub(r"(?i)^(?:and|und|et|y|e|ed|i|oraz|и|і|та|en|with)\s+(?=\S)", "", piece)
        if SUFFIX.fullmatch(piece):
            continue
        if NOT_BY.fullmatch(piece) or (person_seen and is_affiliation(piece)):
            continue
        for name in _joined(piece):
            yield name, None
            person_seen = person_seen or not is_organisation(name)


def one_by_one(line: str) -> str:
    """A Chinese byline of several names, with commas between them."""
    match = _CHINESE.fullmatch(line.strip())
    return ", ".join(match["names"].split()) if match else line


def _with_suffixes(pieces: list[str]) -> list[str]:
    """ "Martin Luther King", "Jr." is one name."""
    names: list[str] = []
    for piece in pieces:
        if (
            names
            and SUFFIX.fullmatch(piece)
            and len(names[-1].split()) > 1
            and not is_organisation(names[-1])
        ):
            names[-1] += f" {piece}"
        else:
            names.append(piece)
    return names


def _pairs_joined(line: str) -> list[tuple[str, tuple[str, str]]] | None:
    """ "García Márquez, Gabriel and Vargas Llosa, Mario", "Lee, Ann, Quist, Bo and Dahl, Cy": pairs turned round throughout."""
    joined = [part for part in AND.split(line) if part.strip(EDGES)]
    if len(joined) < 2:
        return None
    pairs: list[tuple[str, tuple[str, str]]] = []
    for part in joined:
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) < 2 or len(pieces) % 2:
            return None
        for family, given in zip(pieces[::2], pieces[1::2], strict=True):
            if not (_may_be_turned(family, given) or (is_family(family) and is_given(given))):
                return None
            pairs.append(_turned(family, given))
    return pairs


def _may_be_turned(family: str, given: str) -> bool:
    """ "García Márquez, Gabriel": two family names, and behind the comma a known given name or initials."""
    words = family.split()
    if not (2 <= len(words) <= 4 and reads_like_a_person(family)) or is_organisation(family):
        return False
    if has_given(words[0]) and not (" y " in family or words[0].casefold() in PARTICLES):
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.[ -]?){1,3}", given):
        return True
    return len(given.split()) < 4 and is_given(given) and has_given(given.split()[0])


def _person_and_agency(piece: str) -> bool:
    """ "Ann Lee and the Associated Press" """
    first, *rest = AND.split(piece)
    return (
        len(rest) == 1
        and len(first.split()) in (2, 3)
        and reads_like_a_person(first)
        and not is_organisation(first)
        and (rest[0].startswith("the ") or rest[0].isupper())
    )


def _leads(pieces: list[str]) -> bool:
    """ "Lee, Ann, and Bo Quist": the first turned round, the others not, as bibliographies have it."""
    return (
        all(len(piece.split()) == 1 for piece in pieces[:2])
        and is_family(pieces[0])
        and is_given(pieces[1])
        and AND.match(f" {pieces[-1]}") is not None
        and all(len(piece.split()) > 1 and reads_like_a_person(piece) for piece in pieces[2:-1])
    )


def _organisation_first(pieces: list[str], line: str) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """ "Ministry of Agriculture, Fisheries and Food" is one; what reads like a person behind it is another author."""
    kept, people = [pieces[0]], []
    for piece in pieces[1:]:
        if len(piece.split()) > 1 and reads_like_a_person(piece) and not AND.search(piece):
            people.append(piece)
        else:
            kept.append(piece)
    whole = line if not people else ", ".join(kept)
    yield from ((organisation, None) for organisation in _organisations(whole))
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
        return [bare if reads_like_a_person(bare) and " " in bare else piece]
    names = [_BEHIND_NAME.sub("", without_by(part)) for part in parts]
    if all((reads_like_a_person(name) and len(name.split()) > 1) or is_nobody(name) for name in names):
        return names
    if len(names) == 2 and len(names[0].split()) == 1 and len(names[1].split()) == 2 and has_given(names[0]):
        first, (_, family) = names[0], names[1].split()
        if reads_like_a_person(first) and reads_like_a_person(names[1]):
            return [f"{first} {family}", names[1]]
    if all(is_organisation(name) or (reads_like_a_person(name) and len(name.split()) > 1) for name in names):
        return names
    return [piece]


def _turned_round(pieces: list[str]) -> list[tuple[str, tuple[str, str]]] | None:
    """ "Lee, Ann", "Lee, Ann, Quist, Bo", "Lee A, Quist B", "Lee, Ann, and Bo Quist"; None where it is no such list."""
    if len(pieces) == 2 and ((is_family(pieces[0]) and is_given(pieces[1])) or _may_be_turned(*pieces)):
        rest = AND.split(pieces[1])
        if len(rest) == 1:
            return [_turned(pieces[0], pieces[1])]
    if len(pieces) > 3 and len(pieces) % 2 == 0:
        pairs = [
            (re.sub(r"(?i)^(?:and|und|et|y|e|&)\s+", "", piece), two)
            for piece, two in zip(pieces[::2], pieces[1::2], strict=True)
        ]
        if all(is_family(one) and is_given(two) for one, two in pairs):
            return [_turned(*pair) for pair in pairs]
    behind = [piece.rpartition(" ") for piece in pieces]
    if any(not family or family.isupper() for family, _, _ in behind):
        return None
    if all(
        family and is_family(family) and re.fullmatch(r"[A-Z]{1,3}|(?:[A-Z]\.[ -]?){1,3}", initials)
        for family, _, initials in behind
    ):
        return [_turned(family, initials) for family, _, initials in behind]
    return None


def _turned(family: str, given: str) -> tuple[str, tuple[str, str]]:
    return f"{given} {family}", (family, given)
