"""From a source to a CSL-JSON item (CSL 1.0.2, csl-data.json).

What was imported stays: the stored item is the base, what the table says wins over it, and what no reader could
use (nulls, control characters, lone surrogates, names and dates of the wrong shape) is left out.
"""

from __future__ import annotations

import math

from onrecord.errors import InputError
from onrecord.model.records import CreatorRecord, Json, Quote, SourceRecord, SpeakerRef
from onrecord.text import edtf, names
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


NAME_VARIABLES = frozenset((
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor",
    "curator", "director", "editor", "editorial-director", "executive-producer", "guest", "host",
    "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer",
    "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
))  # fmt: skip
DATE_VARIABLES = frozenset((
    "accessed", "available-date", "event-date", "issued", "original-date", "submitted",
))  # fmt: skip

_UNTITLED = "[untitled]"
# Their line ends mean something.
_TEXTS = ("abstract", "annote", "note")
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
# Controls, lone surrogates, code points that are no characters, and the overrides, embeddings and isolates that
# reorder what stands around them. The plain marks LRM and RLM stay.
_UNUSABLE = lazy(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# Spaces and whatever some program takes for a line end; no-break spaces are typography and stay.
_BREAKS = lazy("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
_SPACES = lazy(" {2,}")


def item(source: SourceRecord) -> Json:
    """The CSL-JSON item of a source; its id is the citekey. It holds no empty value."""
    entry: Json = {"id": source.citekey, "type": source.type}
    for variable, value in (source.csl or {}).items():
        cleaned = _cleaned(variable, value)
        if variable not in entry and cleaned not in (None, "", [], {}):
            entry[clean(variable)] = cleaned
    columns = {
        "title": source.title,
        "container-title": source.container_title,
        "publisher": source.publisher or _publisher(source.creators),
        "URL": source.url or source.archive_url,
        "language": source.language,
    }
    entry.update({variable: clean(text) for variable, text in columns.items() if text and clean(text)})
    for variable, date in (("issued", source.issued), ("accessed", source.accessed)):
        if date:
            entry[variable] = _date(date)
        elif _says_none(entry.get(variable)):
            del entry[variable]
    for role in {creator.role for creator in source.creators} & NAME_VARIABLES:
        creators = [creator for creator in source.creators if creator.role == role]
        if not _are_stored(entry.get(role), creators):
            entry[role] = [_creator(creator) for creator in creators]
    return entry


def _date(written: str) -> Json:
    """A recorded date; another program may have written one that is no EDTF, which stands as it is."""
    try:
        return edtf.csl_date(edtf.parse(written))
    except InputError:
        return {"literal": clean(written)}


def _says_none(date: object) -> bool:
    """Whether a date in words is "0000" or another of those with which a program says that there is none."""
    words = date.get("literal") if isinstance(date, dict) else None
    return isinstance(words, str) and words[:4] == "0000"


def cleaned(raw: Json) -> Json:
    """A CSL-JSON item of anybody's without what no engine could use; without a type it is a "document"."""
    kept = {clean(variable): _cleaned(variable, value) for variable, value in raw.items() if clean(variable)}
    made = {variable: value for variable, value in kept.items() if value not in (None, "", [], {})}
    return {"type": "document", **made, "id": str(made.get("id", ""))}


def items(quotes: Iterable[Quote]) -> list[Json]:
    """The items of the sources of `quotes`, each once, in the order in which they first come."""
    sources = {quote.source.citekey: quote.source for quote in quotes}
    return [item(source) for source in sources.values()]


def clean(text: str) -> str:
    """One line without control characters, bidi controls, lone surrogates and code points that are no characters."""
    if text.isprintable() and "  " not in text:  # nearly all there is; both are looked for in C
        return text.strip()
    # Taking something out from between two spaces leaves two.
    return _SPACES.sub(" ", _UNUSABLE.sub("", _BREAKS.sub(" ", text))).strip()


def with_notes(item: Json, notes: Sequence[str]) -> Json:
    """`item` with sentences added to its `note`, where no program finds variables in them ("{:DOI: …}")."""
    notes = [note for note in notes if note]
    if not notes:
        return item
    added = clean(" ".join(notes)).replace("{:", "{ :")
    # A line of its own: what stands in lines such as "DOI: …" is read to the end of the line.
    return {**item, "note": f"{item['note']}\n{added}" if item.get("note") else added}


def person(name: Json) -> tuple[str, str, str]:
    """Family name with its particles, given name, suffix of a CSL name; all empty for a literal one."""
    parts = {part: str(name.get(part, "")) for part in _NAME_PARTS}
    family = f"{parts['non-dropping-particle']} {parts['family']}".strip()
    given = f"{parts['given']} {parts['dropping-particle']}".strip()
    return family, given, parts["suffix"]


def full_name(name: Json) -> str:
    """A CSL name in reading order."""
    if literal := name.get("literal"):
        return str(literal)
    family, given, suffix = person(name)
    if given and family and not (given + family).isascii():
        from onrecord.text import name_order

        return " ".join(filter(None, (name_order.in_order(family, given), suffix)))
    return " ".join(part for part in (given, family, suffix) if part)


def with_title(item: Json) -> Json:
    """An item that a style can name: one without a title and without anybody who made it is called by what it appeared in, by its
    site, or as untitled."""
    if item.get("title") or any(item.get(one) for one in NAME_VARIABLES):
        return item
    container = str(item.get("container-title") or "")
    site = str(item.get("URL") or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    kept = {variable: value for variable, value in item.items() if variable != "container-title"}
    return {**kept, "title": container or str(item.get("publisher") or "") or site or _UNTITLED}


def for_styles(name: Json) -> Json:
    """A CSL name in one piece where styles would turn round or shorten what is never so written."""
    family, given, suffix = person(name)
    from onrecord.text import name_order

    whole = name_order.unparted(family, given)
    if whole:
        return {"literal": " ".join(filter(None, (whole, suffix)))}
    return (
        {**name, "given": " ".join(f"{letter}." for letter in given)} if _is_initials(given, family) else name
    )


def _is_initials(given: str, family: str) -> bool:
    """Whether a given name is nothing but initials, as Web of Science and PubMed write them: the "AB" of "Lee, AB"."""
    return (
        2 <= len(given) <= 3
        and given.isalpha()
        and given.isupper()
        and any(map(str.islower, family.split()[-1]))
    )


def for_notes(name: Json) -> Json:
    """The same where the style prints names as they are read, as notes do: the family name stays first where it is."""
    family, given, suffix = person(name)
    if family and given and not name.get("literal"):
        from onrecord.text import name_order

        ordered = name_order.in_order(family, given)
        if ordered != f"{given} {family}":
            return {"literal": " ".join(filter(None, (ordered, suffix)))}
    return for_styles(name)


def printed_name(speaker: SpeakerRef, named_as: str | None) -> str:
    """The full name for running text; what is unnamed as the source prints it."""
    return clean(named_as if speaker.unnamed and named_as else speaker.name)


def short_name(speaker: SpeakerRef, named_as: str | None) -> str:
    """The name for citations in parentheses: a person's family name, else the full one."""
    if speaker.kind == "person" and not speaker.unnamed and speaker.family:
        return clean(speaker.family)
    return printed_name(speaker, named_as)


def year(date: Json) -> str | None:
    """The year of a CSL date as APA prints it: "2023", "ca. 44 B.C.E.", "1850–1855"; None where it has none."""
    parts = date.get("date-parts")
    if not isinstance(parts, list):
        return None
    years = [int(part[0]) for part in parts if part and int(part[0])]
    if not years:
        return None
    shown = "–".join(dict.fromkeys(f"{-year} B.C.E." if year < 0 else str(year) for year in years))
    return f"ca. {shown}" if date.get("circa") else shown


def _publisher(creators: Sequence[CreatorRecord]) -> str | None:
    return next(
        (creator.named_as or creator.speaker.name for creator in creators if creator.role == "publisher"),
        None,
    )


def _are_stored(stored: object, creators: Sequence[CreatorRecord]) -> bool:
    """Whether the stored item names these very people: its names know particles and suffixes."""
    return isinstance(stored, list) and list(dict.fromkeys(map(full_name, stored))) == [
        creator.named_as for creator in creators
    ]


def _creator(creator: CreatorRecord) -> Json:
    speaker, printed = creator.speaker, creator.named_as
    # A person without a family name is one whose name has no parts, or was said to have none.
    whole = speaker.family is None and printed in (None, speaker.name)
    if speaker.kind != "person" or speaker.unnamed or whole:
        return {"literal": clean(printed or speaker.name)}
    family, given, suffix = speaker.family, speaker.given, None
    name = printed or speaker.name
    author = names.parse_author(name)
    if not _same_words(name, family, given) or (author.given and name.startswith(f"{author.family} ")):
        # The work's own spelling of its author ("Shoigu") is what a reader finds on it.
        if author.family and (printed or author.suffix):
            family, given = author.family, author.given
        suffix = author.suffix
    if not family:
        return {"literal": clean(name)}
    made = {"family": family, "given": given or "", "suffix": suffix or ""}
    return for_styles({part: clean(text) for part, text in made.items() if clean(text)})


def _same_words(name: str, family: str | None, given: str | None) -> bool:
    said = f"{given or ''} {family or ''}".replace(",", " ")
    return sorted(name.replace(",", " ").split()) == sorted(said.split()) or (
        not name.isascii() and name.replace(" ", "") == f"{family or ''}{given or ''}".replace(" ", "")
    )


def _cleaned(variable: str, value: object) -> object:
    if variable in NAME_VARIABLES:
        return _cleaned_names(value)
    if variable in DATE_VARIABLES:
        return _cleaned_date(value)
    if variable in ("custom", "categories"):
        return _cleaned_tree(value)
    if variable in _TEXTS and isinstance(value, str):
        return "\n".join(map(clean, value.splitlines())).strip()
    if variable == "DOI" and isinstance(value, str):
        from onrecord.text import doi

        return doi.bare(clean(value))
    return _cleaned_scalar(value)


def _cleaned_scalar(value: object) -> str | int | float | None:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return str(value).lower()
    return value if isinstance(value, int | float) else None


def _cleaned_names(value: object) -> list[Json]:
    names = []
    for name in value if isinstance(value, list) else []:
        if isinstance(name, dict):
            kept = {part: clean(name[part]) for part in _NAME_PARTS if isinstance(name.get(part), str)}
            kept = {part: text for part, text in kept.items() if text}
            if "family" in kept or "literal" in kept:
                names.append(dict[str, object](kept))
            elif "given" in kept:
                names.append({"literal": kept["given"]})
    return names


def _cleaned_date(value: object) -> Json | None:
    if isinstance(value, str):
        return {"literal": clean(value)} if clean(value) else None
    if not isinstance(value, dict):
        return None
    date: Json = {}
    parts = value.get("date-parts")
    ranges = [_numbers(part) for part in parts[:2]] if isinstance(parts, list) else []
    if len(ranges) == 2 and any(ranges[0]) and not any(ranges[1]):
        ranges.pop()  # zeros for "no end"
    if ranges and all(ranges):
        date["date-parts"] = ranges
    for key in ("season", "circa", "literal", "raw"):
        kept = value.get(key)
        if isinstance(kept, bool | int):
            date[key] = kept
        elif isinstance(kept, str) and clean(kept):
            date[key] = clean(kept)
    return date if {"date-parts", "literal", "raw"} & date.keys() else None


def _numbers(part: object) -> list[int]:
    """Year, month and day up to the first that there is not: 1999, 0, 0 is 1999, and 1994, 11, 31 November 1994."""
    numbers: list[int] = []
    for value in part[:3] if isinstance(part, list) else []:
        digits = str(value).removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
            break
        number, place = int(value), len(numbers)
        if place == 1 and not (1 <= number <= 12 or number in edtf.SEASONS):
            break
        if place == 2 and not (
            numbers[1] <= 12 and 1 <= number <= edtf.days_in_month(numbers[0] + (numbers[0] < 0), numbers[1])
        ):
            break
        numbers.append(number)
    return numbers


def _cleaned_tree(value: object) -> object:
    if isinstance(value, dict):
        kept = {clean(str(key)): _cleaned_tree(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one is not None}
    if isinstance(value, list):
        return [one for one in map(_cleaned_tree, value) if one is not None]
    return value if isinstance(value, bool) else _cleaned_scalar(value)
