"""Whether what stands where an author should be is a person's name, an affiliation, an address, or nobody's."""

from __future__ import annotations

import re

from onrecord.ingest.author_words import AND, BY, DEGREES, DESK, NOBODY, PARTICLES, ROLE
from onrecord.text.given_names import GIVEN_NAMES
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

EDGES = " \t,;:|·•–—-/*"
DOMAIN = lazy(r"(?a)[\w-]+(?:\.[\w-]+)+")
_MAIL = lazy(r"(?i)\S*@\S*|(?:https?:)?//\S+|www\.\S+")
# "wp_editor2", "siteadmin", "user-42"
_ACCOUNT = lazy(
    r"(?i)(?:wp|web|site|blog|cms|user|admin|editor|author|redac\w*|redaktion|test|root|guest|staff|news|press|team|content|writer|info|contact|marketing)"
    r"(?:[_.-]?(?:admin|editor|user|author|team|master|writer|account|desk|\d+))*[_.-]?(?:admin|editor|user|author|team|master|writer|account|desk|\d+|[_-])"
)
_INITIALS = lazy(r"(?:[^\W\d_]\.?[-\s]?){1,3}")
_FULL_IN_ITSELF = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}")
_MEDIA = lazy(
    r"(?i)\b(?:news\w*|times|post|courier|herald|gazette|tribune|journal|daily|weekly|magazine|wire|press|media|radio|television|tv|broadcasting"
    r"|zeitung|nachrichten|rundfunk|journal|diario|periódico|giornale|jornal|gazeta|газета|вести|новости|новини|krant|dagblad|review|observer|sentinel"
    r"|guardian|telegraph|chronicle|mail|star|mirror|examiner|globe|dispatch|bulletin|blog|online|channel|network)\b"
)


def is_known_person(name: str) -> bool:
    """Two or three words, of which the first is a known given name."""
    words = name.split()
    return len(words) in (2, 3) and has_given(words[0]) and reads_like_a_person(name)


def has_given(name: str) -> bool:
    return any(part in GIVEN_NAMES for word in name.casefold().split() for part in (word, *word.split("-")))


def is_family(name: str) -> bool:
    """One word, or some that begin with a particle: "van der Berg"."""
    words = name.split()
    if _FULL_IN_ITSELF.fullmatch(name):
        return False
    return reads_like_a_person(name) and (len(words) == 1 or words[0].casefold() in PARTICLES)


def is_given(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 4 or (is_organisation(name) and not _INITIALS.fullmatch(name)):
        return False
    return reads_like_a_person(name) and not ROLE.fullmatch(name) and not DESK.fullmatch(name)


def is_affiliation(piece: str) -> bool:
    """Whether what stands behind a name and a comma says where somebody is from, and is no other name."""
    if is_organisation(piece) or ROLE.fullmatch(piece) or DOMAIN.fullmatch(piece) or DESK.fullmatch(piece):
        return True
    if is_nobody(piece) or DEGREES.fullmatch(piece):
        return True
    words = " ".join(AND.split(piece)).split()
    if len(words) > 1 and _MEDIA.search(words[-1]) and not has_given(words[0]):
        return True
    if any(word.islower() and word not in PARTICLES for word in words):
        return True
    if _FULL_IN_ITSELF.fullmatch(piece):
        return False
    return len(piece.split()) == 1 and not AND.search(piece)


def reads_like_a_person(name: str) -> bool:
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


def is_nobody(name: str) -> bool:
    key = re.sub(
        r"(?i)^(?:the|die|der|das|la|le|el|il|de|a|an|from)\s+|[.:]+$",
        "",
        name.strip(" \t-–—*").replace("_", " "),
    ).casefold()
    bare = key.strip("()[]<>\"'“” ")
    if name.casefold() in NOBODY or key in NOBODY or bare in NOBODY:
        return True
    if not any(letter.isalpha() for letter in name) or DESK.fullmatch(name) or _ACCOUNT.fullmatch(name):
        return True
    without = without_by(name)
    return without != name.strip(EDGES) and is_nobody(without)


def is_medium(name: str) -> bool:
    """Whether a name has a word in it that papers, agencies and broadcasters are called by."""
    return _MEDIA.search(name) is not None


def is_public(name: str) -> bool:
    """Whether an organisation is more than the paper or site itself: a ministry signs what it publishes."""
    return not _MEDIA.search(name) and len(name.split()) > 1


def is_address(value: str) -> bool:
    return (
        _MAIL.fullmatch(value.strip()) is not None
        or re.match(r"\s*(?:https?:)?//|\s*www\.", value, re.IGNORECASE) is not None
    )


def _begins_with_family(part: str) -> bool:
    """ "von der Leyen, Ursula": what says "by" elsewhere ("Von Anna Schmidt") is part of a family name in front of a given one."""
    family, comma, behind = AND.split(part, maxsplit=1)[0].partition(",")
    words = [word for word in family.split() if word.casefold() not in PARTICLES]
    given = behind.partition(",")[0].strip()
    return (
        bool(comma)
        and family.split()[:1] != words[:1]
        and len(words) == 1
        and not has_given(words[0])
        and not is_nobody(words[0])
        and is_given(given)
        # "von der" begins no byline but that of a desk.
        and (len(family.split()) > 2 or has_given(given.split()[0]) or _INITIALS.fullmatch(given) is not None)
    )


def without_by(part: str) -> str:
    for _ in range(2):
        match = BY.match(part)
        if not match or not part[match.end() :].strip() or _begins_with_family(part):
            break
        part = part[match.end() :]
    return part.strip(EDGES)
