"""Whether two names are of the same speaker, and who says words in a stored copy."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.speakers import queries as speakers
from onrecord.text import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.mcp.evidence import Stored
    from onrecord.model.records import Quote

# In code points: how much of a copy is read around the words to tell who says them.
_AROUND = 3_000
_PRONOUNS = frozenset("he she they it we i you him her them us me who".split())


@record()
class Said:
    """Who says words by their source, as far as that can be told, and whether they are asserted."""

    speaker: str | None
    polarity: str


def same(reader: Reader, given: str, name: str, slug: str | None = None) -> bool | None:
    """Whether `given` names the speaker called `name`; None where that cannot be told ("she", "the mayor").

    Somebody who is named is not taken for one whom a source only describes.
    """
    if not set(names.keys_of(given)).isdisjoint(names.keys_of(name)):
        return True
    if not _is_name(given):
        return None
    if not _is_name(name):
        return False
    meant = _known(reader, given)
    if slug is not None:
        number = reader.value("SELECT coalesce(merged_into_id, id) FROM speakers WHERE slug = ?", (slug,))
        other = {number}
    else:
        other = _known(reader, name)
    if meant and other:
        return not meant.isdisjoint(other)
    # Of somebody who is not on record: "Mayor Dahl" may be Ingrid Dahl.
    return not set(names.name_words(given)).isdisjoint(names.name_words(name))


def of_quote(reader: Reader, given: str, quote: Quote) -> bool | None:
    """The same for the speaker of a recorded quotation, by its name or as the source prints it."""
    printed = same(reader, given, quote.named_as, quote.speaker.slug) if quote.named_as else False
    return printed or same(reader, given, quote.speaker.name, quote.speaker.slug)


def _known(reader: Reader, name: str) -> set[int]:
    return set(speakers.named(reader, name) or speakers.with_family_name(reader, name))


def _is_name(text: str) -> bool:
    """Whether a speaker is named and not only described; scripts without capitals are taken at their word."""
    if text.strip().casefold() in _PRONOUNS:
        return False
    words = [word for word in text.split() if word[:1].isalpha()]
    return any(not word[0].islower() for word in words[-2:]) and bool(words)


def said(reader: Reader, stored: Stored) -> Said | None:
    """What the source makes of the words at the place that was found; None where it gives them to nobody."""
    spans = stored.match.spans
    if not spans:
        return None
    first, last = spans[0].start, spans[-1].end
    return _proposed(reader, stored.snapshot, first, last) or _extracted(stored.text, first, last)


def _proposed(reader: Reader, snapshot: int, first: int, last: int) -> Said | None:
    """By what was proposed of this copy."""
    for place, speaker, polarity in reader.rows(
        "SELECT place_key, speaker, polarity FROM proposals WHERE snapshot_id = ?", (snapshot,)
    ):
        bounds = [int(one) for stretch in place.split(",") for one in stretch.split("-")]
        if min(bounds) < last and first < max(bounds) and speaker:
            return Said(speaker, polarity)
    return None


def _extracted(text: str, first: int, last: int) -> Said | None:
    """By reading what stands around."""
    from onrecord.extract import extract

    low = text.rfind("\n\n", 0, max(0, first - _AROUND)) + 1
    high = text.find("\n\n", min(len(text), last + _AROUND))
    for one in extract(text[low : high if high >= 0 else len(text)]):
        if one.start + low < last and first < one.end + low:
            return Said(one.speaker.canonical if one.speaker else None, one.polarity)
    return None
