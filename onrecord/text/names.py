"""Names of people and organisations: their parts, and the script they are written in. Their keys are in `namekeys`."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text.clean import normalized
from onrecord.text.namekeys import is_numeral, name_key, name_words, parts
from onrecord.text.patterns import lazy
from onrecord.text.scripts import is_odd, said_of, script_of

__all__ = ["PersonName", "keys_of", "name_key", "name_words", "oddities", "parse_author", "script_of"]

_PARTICLES = frozenset(
    [
        "af",
        "al",
        "ap",
        "av",
        "bin",
        "bint",
        "da",
        "dal",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "op",
        "ter",
        "van",
        "vom",
        "von",
        "zu",
        "zum",
        "zur",
    ]
)
_SUFFIX = lazy(
    r"(?i)(?:Jn?r|Sn?r|2nd|3rd|II|III|IV|VI{1,3}|IX|PhD|Ph\.D|MD|M\.D|DPhil|LLD|Esq|p[èe]re|fils)\.?"
)
# Behind a name, with or without a comma: "Lee, Ann, PhD" and "Ann Lee MP" are Ann Lee.
_DEGREE = lazy(r"(?i)(?:PhD|Ph\.D|MD|M\.D|DPhil|D\.Phil|LLD|LL\.D|Esq)\.?")
_POST_NOMINAL = lazy(
    r"P[hH]\.?\s?D\.?|M\.?D\.|D\.?Phil\.?|LL\.?[DMB]\.?|Esq\.?|Ed\.?D\.?|Psy\.?D\.?|Dr\.?\s?h\.?\s?c\.|M\.?B\.?A\.?|M\.?Sc\.?|B\.?Sc\.?|"
    r"MD|MP|MSP|MEP|MLA|MdB|MdL|MdEP|MdA|TD|MHR|[OCMKD]BE|O\.B\.E\.|C\.B\.E\.|M\.B\.E\.|KCB|KCMG|CMG|QC|KC|FRS|FBA|FRSE|FRCP|RN|CPA|CFA|DDS|DVM"
)
# The years of a life, as libraries put them behind a name: "Quist, Bo, 1950-", "Lee, Ann (1901–1980)", "Dune, Cora, b. 1911".
_LIFE = lazy(
    r"(?i)[,\s]+(?:\((?:(?:b|d|fl|ca?|born|died|active)\.?\s*)?\d{3,4}\??\s*(?:[-–—]\s*(?:ca?\.\s*)?(?:\d{3,4}\??)?)?\)"
    r"|(?:(?:b|d|fl|ca?|born|died|active)\.?\s*)?\d{3,4}\??\s*[-–—]\s*(?:(?:ca?\.\s*)?\d{3,4}\??)?|[-–—]\s?\d{3,4}"
    r"|(?:b|d|fl|born|died|active)\.?\s*\d{3,4}\??)[.,]?"
)
# "Dahl, Ingrid, Dr."
_TITLE_BEHIND = lazy(r"(?i),\s*(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev|hon)\.?$")
# "Lee AB": a family name and two or three initials, as in lists of medical papers.
_INITIALS = lazy(r"[A-Z]{2,3}")
# Rulers with two given names; others with a numeral behind two names have a family name ("Ann Lee II").
_RULERS_OF_TWO_NAMES = frozenset(
    "john paul/johannes paul/jean paul/juan pablo/giovanni paolo/jan pawel/joao paulo/"
    "frederick william/friedrich wilhelm/frederick augustus/friedrich august/victor emmanuel/vittorio emanuele/"
    "gustav adolf/gustaf adolf/gustavus adolphus/carl gustaf/karl gustav/charles albert/franz joseph/louis philippe".split(
        "/"
    )
)
# Rulers of whom there was a tenth; Malcolm X is one of a kind.
_TENTH = frozenset(
    "alfonso benedict benoit boniface carlos charles christian clement gregory innocent john karl konstantin leo leon louis "
    "ludwig pie pio pius ramesses ramses stephen carl constantine johannes urban".split()
)
# Before a given name, of which they are no part; and before the name of somebody who has no other.
_HONORIFICS = frozenset(
    "sir dame dr prof professor rt right hon honourable honorable mr mrs ms miss rev revd".split()
)
_OF_ONE_NAME = frozenset("pope queen princess emperor empress sultan patriarch".split())
# "Ibn Khaldun" is not a Khaldun.
_SONS = frozenset(("ibn", "ebn", "abu", "abū", "bint"))
_BEFORE_EPITHETS = frozenset("the der die den el la il le de o a".split())
_BEHIND_NUMBERS = frozenset("of the von de di du d' af av van".split())
# "Kim Jong-un": one syllable, then a given name of two joined by a hyphen, the second in lower case.
_FAMILY_FIRST = lazy(r"[A-Z][a-z]?[aeiouy]+[a-z]{0,2} [A-Z][a-z]+-[a-z]+")


@record()
class PersonName:
    """A name in reading order, and its parts where they can be told."""

    name: str
    family: str | None
    given: str | None
    suffix: str | None = None


def parse_author(text: str) -> PersonName:
    """ "Family, Given", or a plain name whose family name is told by position, particles, script and a few conventions.

    "Family, Given, Jr." is read too; degrees and offices behind a name ("PhD", "MP", "OBE") are no part of it. Rulers,
    people with an epithet ("Charles II", "Pliny the Elder") and names that cannot be parted have no family name: the
    whole counts as one.
    """
    from onrecord.text import name_order

    text = without_additions(" ".join(text.split()))
    family, given, suffix = _by_commas(text)
    if family and given and not _SUFFIX.fullmatch(given):
        both = f"{family} {given}"
        order = both if _FAMILY_FIRST.fullmatch(both) else name_order.in_order(family, given)
        return PersonName(" ".join(f"{order} {suffix}".split()), family, given, suffix or None)
    words = family.split()
    if len(words) < 2:
        family, given = name_order.split(text) or (text, "")
        return PersonName(text, family or None, given or None)
    if _FAMILY_FIRST.fullmatch(family):
        return PersonName(text, words[0], words[1])
    if first := name_order.family_words(words):
        return PersonName(text, " ".join(words[:first]), " ".join(words[first:]))
    if _ends_in_initials(words):
        return PersonName(text, " ".join(words[:-1]), words[-1])
    plain = _without_epithet(words)
    if len(words) == 2 and words[0].lower() in _OF_ONE_NAME | _SONS:
        return PersonName(text, text, None)
    if name_order.is_whole(words) or _has_no_family_name(words) or (plain != words and len(plain) == 1):
        return PersonName(text, text, None)
    words = plain
    first = len(words) - 1
    while first > 1 and (_SUFFIX.fullmatch(words[first]) or words[first - 1].lower() in _PARTICLES):
        first -= 1
    if len(words) == 2 and _SUFFIX.fullmatch(words[1]):
        return PersonName(text, words[0], None, words[1])
    names = [word for word in words[first:] if not _SUFFIX.fullmatch(word)]
    behind = [word for word in words[first:] if _SUFFIX.fullmatch(word)] if names else []
    behind += [given] if given else []
    called = words[:first]
    while len(called) > 1 and called[0].lower().strip(".") in _HONORIFICS:
        called = called[1:]
    return PersonName(text, " ".join(names) or words[-1], " ".join(called) or None, " ".join(behind) or None)


def keys_of(text: str, person: PersonName | None = None) -> set[str]:
    """The keys by which whoever is called so is found: of the name as it is written, and as a person's put in order.

    `person` is what `parse_author` makes of it, for whoever knows that already.
    """
    return {name_key(text), name_key((person or parse_author(text)).name)} - {""}


def without_additions(name: str) -> str:
    """A name without what libraries and title pages put behind it: the years of a life, degrees, offices."""
    before = None
    while before != name:
        before = name
        name = _without_post_nominals(without_life(name))
        name = _TITLE_BEHIND.sub("", name) if name.count(",") > 1 else name
    return name


def without_life(name: str) -> str:
    """A name without the years of a life behind it: "Quist, Bo, 1950-"."""
    if not any(map(str.isdigit, name)):
        return name
    life = max(_LIFE.finditer(name), key=lambda match: match.end(), default=None)
    return name[: life.start()] if life and life.end() == len(name) and life.start() > 1 else name


def _without_post_nominals(name: str) -> str:
    """A name without the degrees and offices at its end; one in capitals throughout keeps those without a comma."""
    while True:
        before, mark, last = name.rpartition(",")
        if mark and (_POST_NOMINAL.fullmatch(last.strip()) or _DEGREE.fullmatch(last.strip())):
            rest = before.strip()
        else:
            before, mark, last = name.rpartition(" ")
            rest = before.rstrip(" ,")
            if not (mark and _POST_NOMINAL.fullmatch(last) and any(map(str.islower, rest)) and " " in rest):
                return name
        if not rest:
            return name
        name = rest


def _by_commas(text: str) -> tuple[str, str, str]:
    """Family name, given name and suffix, as far as commas tell: "King, Martin Luther, Jr." or BibTeX's "King, Jr., …"."""
    family, *rest = (part.strip() for part in text.split(","))
    if len(rest) == 2 and all(rest):
        for suffix, given in (rest, rest[::-1]):
            if _SUFFIX.fullmatch(suffix):
                return family, given, "" if _DEGREE.fullmatch(suffix) else suffix
    return family, ", ".join(rest), ""


def _ends_in_initials(words: list[str]) -> bool:
    """Whether these are a family name and initials: "Lee AB", "van der Berg JH"; not "Ann Lee II", nor names in capitals."""
    *family, last = words
    return (
        _INITIALS.fullmatch(last) is not None
        and not (is_numeral(last) and set(last) <= set("IVX"))
        and not _SUFFIX.fullmatch(last)
        and not _POST_NOMINAL.fullmatch(last)
        and all(word.lower() in _PARTICLES for word in family[:-1])
        and family[-1][:1].isupper()
        and any(map(str.islower, family[-1]))
    )


def _has_no_family_name(words: list[str]) -> bool:
    """Whether these are the name of a ruler ("Charles II", "Queen Elizabeth I of England"), or one with an epithet."""
    if len(words) > 2 and words[0].lower() in _OF_ONE_NAME | {"king", "prince"}:
        words = words[1:]
    for at, word in enumerate(words[1:], 1):
        if _is_number_of(words[:at], word) and (
            at == len(words) - 1 or words[at + 1].lower() in _BEHIND_NUMBERS
        ):
            return at == 1 or " ".join(name_words(" ".join(words[:at]))) in _RULERS_OF_TWO_NAMES
    return len(words) > 2 and words[1].lower() in ("the", "of")


def _is_number_of(before: list[str], word: str) -> bool:
    """Whether a word counts those of a name. A single letter may be an initial, or a name: "Malcolm X"."""
    number = normalized("NFKC", word)
    if not (number.isupper() and is_numeral(number)):
        return False
    return len(number) > 1 or number in "IV" or (number == "X" and name_key(before[0]) in _TENTH)


def _without_epithet(words: list[str]) -> list[str]:
    """ "William Pitt the Younger" is a Pitt, "Lucas Cranach der Ältere" a Cranach; "Karl der Dritte" has no family name."""
    if len(words) > 2 and words[-2].lower() in _BEFORE_EPITHETS and words[-3].lower() not in _PARTICLES:
        return words[:-2] if _counted(" ".join(words[-3:])) else words
    return words[:-1] if len(words) > 1 and not words[-1].isascii() and _counted(" ".join(words)) else words


def _counted(name: str) -> bool:
    """Whether a number or "the Younger", in one language or another, is told of those of a name."""
    # Its lists of words are not needed for most names.
    from onrecord.text.ordinals import counted

    return bool(counted(name).number)


def oddities(name: str) -> str | None:
    """What to remark of a name of which a word mixes scripts, or passes for another in some other way; else None.

    "“Кim” mixes Cyrillic and Latin letters".
    """
    if name.isascii():  # no letter passes for another
        return None
    return "; ".join(dict.fromkeys(said_of(part) for part in parts(name) if is_odd(part))) or None


def kept_as_printed(name: str) -> str | None:
    """The remark on a name with `oddities` that is taken up all the same; None for a name without."""
    said = oddities(name)
    return f"The name is kept as printed and matches no other spelling: {said}" if said else None
