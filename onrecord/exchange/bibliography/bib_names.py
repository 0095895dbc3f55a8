"""Name lists of BibTeX and BibLaTeX as CSL names.

Source: BibTeX's "First von Last", "von Last, First" and "von Last, Jr, First" (N. Markey, "Tame the BeaST", 2009, part
11), and the extended name format of biblatex ("family=…, given=…", manual, section 3.6).
"""

import re

from onrecord.cite import csl
from onrecord.exchange.bibliography.plain_names import several
from onrecord.model.records import Json
from onrecord.text.latex import decode
from onrecord.text.names import parse_author, without_additions
from onrecord.text.organisations import is_written_organisation
from onrecord.text.patterns import lazy

_AND = lazy(r"(?is)[{}]|\\.|(?<=\s)and(?=\s|$)")
_MARKS = lazy(r"(?s)[{}]|\\.|,")
_SPACES = lazy(r"(?s)[{}]|\\[^\W\d_]+|\\.|[\s~]+")
_EXTENDED = lazy(r'(?i)\s*"?(family|given|prefix|suffix)(?:-i)?\s*=')
# "Ministry of Ports", "Department for Fish, Food": what an office is for may go on behind an "and".
_OFFICE_FOR = lazy(r"[^\W\d_]\S*(?: \S+){0,4} (?:of|for)(?: [^\s{}]+){1,6}")
# What offices are for; nobody is called so.
_FIELDS = frozenset(
    "affairs agriculture commerce communities culture defence defense development education energy engineering environment finance "
    "fisheries food forestry health housing industry innovation justice labor labour medicine planning prevention research safety "
    "science sciences security services sport sports statistics technology tourism trade training transport transportation welfare".split()
)
_ONE_WORD = lazy(r"[^\W\d_a-z][^\W\d_]+")
# A brace that groups, and is none of an accent's: "{Ministry of Ports}", not "f{\\"u}r".
_GROUP = lazy(r"(?<!\\[a-zA-Z'`^~=.\"])\{(?!\\)|\\[a-zA-Z]{2,}\{")
_BEFORE_INITIALS = lazy(
    r"((?:(?:van|von|de|der|den|la|di|du|le) )*[^\W\d_a-z][^\W\d_]*[a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*) (?!(?:I{2,3}|IV|VI{1,3}|IX|MD|JR|SR)$)([A-Z]{1,3})"
)
_PEER = lazy(r"(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess|Earl|Countess|Dame|Sir) [^\W\d_]\S*")
_PARTS = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}


def names(written: str) -> tuple[list[Json], bool]:
    """The names of a list, and whether it ends in "and others"."""
    names_read: list[Json] = []
    others = False
    pieces = [
        name
        for part in _split(f" {written} ", _AND)
        for name in (several(part) if "," in part and not _GROUP.search(part) else [part])
    ]
    pieces = [piece.strip(" \t\r\n") for piece in pieces]
    for piece in _together(_with_commas(pieces)):
        if not piece:
            continue
        if piece == "others":
            others = True
        elif name := _name(piece):
            names_read.append(name)
    return names_read, others


def _with_commas(pieces: list[str]) -> list[str]:
    """The pieces, where all are written as PubMed does, as BibTeX does: "Lee AB and Dune J" as "Lee, AB" and "Dune, J"."""
    written = [piece for piece in pieces if piece and piece != "others"]
    if not all(map(_BEFORE_INITIALS.fullmatch, written)) or not any(
        piece[-2:].isupper() for piece in written
    ):
        return pieces
    return [_BEFORE_INITIALS.sub(r"\1, \2", piece) for piece in pieces]


def _together(pieces: list[str]) -> list[str]:
    """The pieces, with one organisation that was written without braces in one: "Ministry of Ports and Harbours"."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _goes_on(joined[-1], piece):
            joined[-1] = f"{joined[-1]} and {piece}"
        else:
            joined.append(piece)
    return joined


def _goes_on(before: str, piece: str) -> bool:
    """Whether a piece is more of what the office before it is for, or that is but the first word of its name."""
    if before.casefold() in _FIELDS:
        return is_written_organisation(piece) and " " in piece  # "Food and Fog Organization"
    more = _ONE_WORD.fullmatch(piece) or piece.rpartition(" ")[2].casefold() in _FIELDS
    return (
        _OFFICE_FOR.fullmatch(before) is not None
        and is_written_organisation(before)
        and bool(more)
        and piece != "others"
        and "," not in piece
        and (not is_written_organisation(piece) or piece.casefold() in _FIELDS)
    )


def _split(written: str, marks: re.Pattern[str]) -> list[str]:
    """What stands between the separators that are in no braces."""
    parts, begin, depth = [], 0, 0
    for match in marks.finditer(written):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
        elif mark in ("\\{", "\\}"):
            # To BibTeX they are braces like all others.
            depth = max(0, depth + (1 if mark == "\\{" else -1))
        elif not mark.startswith("\\") and not depth:
            parts.append(written[begin : match.start()])
            begin = match.end()
    return [*parts, written[begin:]]


def _name(written: str) -> Json | None:
    if _is_one_group(written):
        return _without_empty({"literal": _said(written)})
    parts = _split(written, _MARKS)
    if "=" not in written and not _GROUP.search(written):
        if is_written_organisation(whole := _said(written)):
            return {"literal": whole}
        if len(parts) > 1 and (plain := without_additions(whole)) != whole:
            parts = _split(plain, _MARKS)
    if _EXTENDED.match(written):
        return _extended(parts)
    if len(parts) == 1:
        return _in_reading_order(parts[0])
    if len(parts) == 3 and parse_author(_said(written)).suffix == (last := _said(parts[2])) and last:
        parts = [parts[0], parts[2], parts[1]]  # "Lee, Harold, III"
    particle, family = _particles(parts[0])
    suffix = ", ".join(filter(None, map(_said, parts[1:-1])))
    return _without_empty(
        {"family": family, "given": _said(parts[-1]), "non-dropping-particle": particle, "suffix": suffix}
    )


def _is_one_group(written: str) -> bool:
    depth = 0
    for match in re.finditer(r"[{}]", written):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return written.startswith("{") and match.end() == len(written)
    return False


def _particles(written: str) -> tuple[str, str]:
    """ "von der Heide": the particles are the words in lower case before the last."""
    words = _words(written)
    last = max((place for place, word in enumerate(words[:-1]) if _is_low(word)), default=-1)
    if last < 0 or not _is_low(words[0]):
        return "", _said(written)
    return _said(" ".join(words[: last + 1])), _said(" ".join(words[last + 1 :]))


def _in_reading_order(written: str) -> Json | None:
    words = _words(written)
    read = " ".join(map(_said, words))
    if len(words) == 2 and _PEER.fullmatch(read):
        return _without_empty({"literal": read})
    low = [place for place, word in enumerate(words[:-1]) if _is_low(word)]
    if len(words) > 1 and not low and "{" not in written:
        person = parse_author(read)
        if person.family and (person.suffix or read.startswith(f"{person.family} ") or not person.given):
            # "Xi Jinping", "Lee Hsien Loong", "Harold Lee III"
            return _without_empty({"family": person.family, "given": person.given, "suffix": person.suffix})
    first = low[0] if low else len(words) - 1
    after = low[-1] + 1 if low else len(words) - 1
    return _without_empty(
        {
            "family": _said(" ".join(words[after:])),
            "given": _said(" ".join(words[:first])),
            "non-dropping-particle": _said(" ".join(words[first:after])),
        }
    )


def _words(written: str) -> list[str]:
    return [word for word in _split(written, _SPACES) if word]


def _is_low(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter outside of braces is in lower case."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letter = next((character for character in _said(word[:200]) if character.isalpha()), "")
    return letter.islower()


def _extended(parts: list[str]) -> Json | None:
    name_parts: Json = {}
    for part in parts:
        name, _, value = part.strip(" \t\r\n").strip('"').partition("=")
        if variable := _PARTS.get(name.strip().lower()):
            name_parts[variable] = _said(value.strip().strip('"'))
    return _without_empty(name_parts)


def _without_empty(name: Json) -> Json | None:
    kept = {part: value for part, value in name.items() if value}
    if not kept.keys() & {"family", "literal"}:
        return {"literal": " ".join(map(str, kept.values()))} if kept else None
    return kept


def _said(written: str) -> str:
    return csl.clean(decode(written))
