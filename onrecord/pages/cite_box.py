"""The cite box: a quotation in a citation style and a format to choose, in pieces to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import settings
from onrecord.cite.catalogue import Entry, common, folded, search_shipped
from onrecord.cite.cited import citations, citations_alone, cite
from onrecord.cite.style_files import shipped
from onrecord.errors import OnrecordError, UsageError
from onrecord.formats import CITED
from onrecord.formats import FORMATS as ALL
from onrecord.model.records import Json, Quote

# What the form asks for, by the names of its fields.
ASKED = ("style", "other", "format")
DEFAULT_STYLE = "apa"
DEFAULT_FORMAT = "text"
# Those of `onrecord cite` that can be shown and copied, with the names that their users know.
FORMATS: Mapping[str, str] = {one.name: one.title for one in ALL if one.citing and not one.citing.document}
_WAYS = {
    "blockquote": "Block quotation with its citation",
    "citation": "Citation in the text",
    "bibliography": "Entry in the list of works",
}
# How many styles are offered for what somebody typed.
MOST_FOUND = 20
_LONGEST_QUERY = 100


@dataclass(frozen=True)
class Asked:
    """What the form asks for. `found` are the styles that `other` may mean, where it names none alone."""

    style: str
    format: str
    other: str = ""
    found: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Piece:
    """Something to copy: what it is, and its text."""

    id: str
    label: str
    text: str


def usual_style(database: str) -> str:
    """The style that is settled for a database, where it is one of the package's; else `DEFAULT_STYLE`."""
    try:
        stated = settings.stated("style", database)
    except OnrecordError:
        return DEFAULT_STYLE  # a reader of the page can do nothing about the file of settings
    return DEFAULT_STYLE if stated is None else _shipped(str(stated.value)) or DEFAULT_STYLE


def _shipped(name: str) -> str | None:
    """The id of the package's style that is called so; None where there is none."""
    if shipped(name) is not None:
        return name
    from onrecord.cite import styles  # for an alias: mla, Chicago

    known = styles.meant(name) or name.lower()
    return known if shipped(known) is not None else None


def asked(values: Mapping[str, str | None], usual: str = DEFAULT_STYLE) -> Asked:
    """What `style`, `other` (words of a style's name; wins) and `format` ask for; `usual` is the style where nothing is said.

    UsageError: it is not to be had.

    A style is asked for by its name alone: `cite` would also open a file, and an address is anybody's to write.
    """
    named = values.get("style") or usual
    format_ = values.get("format") or DEFAULT_FORMAT
    other = " ".join((values.get("other") or "")[:_LONGEST_QUERY].split())
    style = _shipped(named)
    if style is None:
        raise UsageError(f"{named[:80]!r} is not a citation style. Leave it out for {usual}.")
    if format_ not in FORMATS:
        raise UsageError(f"{format_[:80]!r} is not one of the formats here: {', '.join(FORMATS)}.")
    if not other:
        return Asked(style, format_)
    styles = find_styles(other)
    exactly = [one for one in styles if folded(other) in (folded(one.id), folded(one.title))]
    if exactly or len(styles) == 1:
        return Asked((exactly or styles)[0].id, format_)
    return Asked(style, format_, other, tuple(styles[:MOST_FOUND]))


def find_styles(query: str) -> list[Entry]:
    """The shipped styles in whose names every word of `query` stands, the likeliest first."""
    return search_shipped(query[:_LONGEST_QUERY])


@cache
def menu() -> tuple[Entry, ...]:
    """The styles used most."""
    return tuple(common())


def pieces(quote: Quote, wanted: Asked) -> tuple[Piece, ...]:
    """`quote` as it was asked for. A wording that failed verification carries its mark."""
    if CITED[wanted.format].styled:
        return _pieces(citations([quote], list(_WAYS), style=wanted.style, format=wanted.format))
    text = cite([quote], style=wanted.style, format=wanted.format, force=True)
    return (Piece("record", FORMATS[wanted.format], text),)


def pieces_of_each(quotes: Sequence[Quote], style: str) -> list[tuple[Piece, ...]]:
    """What `pieces` gives for each of `quotes` in a style, as text."""
    return [
        _pieces(made) for made in citations_alone(quotes, list(_WAYS), style=style, format=DEFAULT_FORMAT)
    ]


def _pieces(made: Mapping[str, str]) -> tuple[Piece, ...]:
    return tuple(Piece(way, _WAYS[way], text) for way, text in made.items() if text)


def as_json(wanted: Asked, pieces: tuple[Piece, ...]) -> Json:
    """What the box shows, for its script."""
    return {
        "style": wanted.style,
        "format": wanted.format,
        "other": wanted.other,
        "found": [{"id": one.id, "title": one.title} for one in wanted.found],
        "pieces": [{"id": piece.id, "label": piece.label, "text": piece.text} for piece in pieces],
    }
