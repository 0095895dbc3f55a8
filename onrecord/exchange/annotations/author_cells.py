"""The authors of a cell or a title line, as programs for readers write them: one string for one or several."""

from onrecord.model.records import Json
from onrecord.text.names import parse_author
from onrecord.text.patterns import lazy

# "@ada on Twitter": where somebody posts is no part of the name.
_ON_A_SITE = lazy(r"(?i)(@\S{1,60})\s+(?:on|auf|sur|en|su)\s+\S.{0,40}")
_LISTED = lazy(r"\s*(?:;|&|、|，|,?\s(?:and|und|et|y|e|og|och|en|и)\s)\s*")
_PARTICLES = frozenset("al bin da de del della den der di dos du el la le ten ter van von zu zum".split())


def authors(cell: str) -> list[Json]:
    """The names as CSL has them. What may be one organisation ("Marks and Sons") stays one literal."""
    name = " ".join(cell.split())
    if posted := _ON_A_SITE.fullmatch(name):
        return [{"literal": posted[1]}]
    parts = [part for part in _LISTED.split(name) if part]
    if len(parts) > 1 or name.count(",") > 1:
        plain = [one for part in parts for one in _by_commas(part)]
        certain = ";" in name and all(plain)
        if len(plain) > 1 and (certain or all(_is_person(one) for one in plain)):
            return [_author(one) for one in plain]
        return [{"literal": name}]
    both = _by_commas(name)
    return [_author(one) for one in both] if len(both) > 1 else [_author(name)]


def _by_commas(part: str) -> list[str]:
    """ "Ann Lee, Bo Quist" is two, and "Lee, Ann" is one."""
    pieces = [piece.strip() for piece in part.split(",")]
    return pieces if len(pieces) > 1 and all(_is_person(piece) for piece in pieces) else [part]


def _is_person(name: str) -> bool:
    """Whether it is written as the name of a person is: several words, each with a capital, or "family, given"."""
    words = name.replace(",", " ").split()
    return len(words) > 1 and all(word in _PARTICLES or not word[:1].islower() for word in words)


def _author(name: str) -> Json:
    person = parse_author(name)
    if person.family and person.given:
        return {"family": person.family, "given": person.given}
    return {"literal": name}
