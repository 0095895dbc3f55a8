"""What the citation engine gives for quotations, as characters with their marks, for the writers of prose."""

from collections import Counter
from collections.abc import Sequence

from onrecord.cite import archived, csl, text
from onrecord.cite.attribution import cited_works, doubt_notes, doubts
from onrecord.cite.by_source import Work, by_source
from onrecord.cite.engine_style import Style
from onrecord.cite.formats.sentences import sentence
from onrecord.cite.inlines import Char, characters
from onrecord.cite.pandoc import Cite, Trees, trees
from onrecord.cite.variants import alone, shares_a_name, spare_variables
from onrecord.model.record import record
from onrecord.model.records import Json, Quote, SourceRecord
from onrecord.text.locator_forms import format_locator
from onrecord.text.patterns import lazy

Line = list[Char]

_NUMBER = lazy(r"\s*[\[(]?\d+[\].)]*\s*")


@record()
class Cited:
    """A quotation with its citation and its note. `number` counts from 1, `label` names its note.

    `note` is the style's own where it cites in notes, else the whole entry after the chain and before the place.
    Neither holds the doubts.
    """

    quote: Quote
    number: int
    label: str
    citation: Line
    note: Line
    in_notes: bool
    language: str

    def doubts(self) -> Line:
        """What is in doubt, in brackets, with a space before; mostly empty."""
        return words("".join(f" [{doubt}]" for doubt in doubts(self.quote)))

    def whole_note(self) -> Line:
        """The note with what is in doubt."""
        return self.note + self.doubts()

    def sentence(self) -> Line:
        """The quotation in a sentence: with its citation, or where the style cites in notes up to the note."""
        line = sentence(self.quote, self.language)
        if self.in_notes:
            return words(line.whole)
        # A raised number follows its word; "as cited in" before it does not.
        raised = all("sup" in marks and not one.isalpha() for one, marks in self.citation)
        return words(line.before + " " * (not raised)) + self.citation + words(line.after) + self.doubts()


@record()
class Rendering:
    """Quotations in the order given, and the list of their sources with what is in doubt."""

    quotes: list[Cited]
    entries: list[Line]


def words(text: str) -> Line:
    """Text without marks."""
    return [(one, ()) for one in text]


def as_text(line: Line) -> str:
    """A line without its marks."""
    return "".join(one for one, _ in line)


def rendering(quotes: Sequence[Quote], style: Style, *, entries_as_given: bool = False) -> Rendering:
    """Citations and entries in one run of the engine. A source for which the style has no entry is listed as it is cited alone.

    `entries_as_given`: the entries stand in the order in which their sources are first cited, not the style's.
    """
    cites = text.asked(quotes, style)
    items = csl.items(quotes)
    places = _places(items)
    in_style = trees(items, [(places[cite.id], cite) for cite in cites], style)
    return _rendering(quotes, cites, items, in_style, style, entries_as_given=entries_as_given)


def _places(items: Sequence[Json]) -> dict[str, int]:
    return {str(item["id"]): place for place, item in enumerate(items)}


def _rendering(
    quotes: Sequence[Quote],
    cites: Sequence[Cite],
    items: Sequence[Json],
    in_style: Trees,
    style: Style,
    *,
    entries_as_given: bool = False,
) -> Rendering:
    """What the engine gave for `quotes`, which were asked for as `cites`, from `items`."""
    places = _places(items)
    inside = style.commas_inside_quotes
    citations = [characters(one, commas_inside_quotes=inside) for one in in_style.citations]
    entries = _entries(in_style, items, style)
    cited = []
    known: Counter[str] = Counter()
    for number, (quote, cite, citation) in enumerate(zip(quotes, cites, citations, strict=True), 1):
        entry = entries.get(places[cite.id])
        note = _bare(citation) if style.is_note or entry is None else _note(quote, cite, entry, style)
        note = note + _kept_copy(quote.source, style.language)
        known[quote.key] += 1
        label = f"{quote.key}-{known[quote.key]}" if known[quote.key] > 1 else quote.key
        cited.append(Cited(quote, number, label, citation, note, style.is_note, style.language))
    order = sorted(entries) if entries_as_given else list(entries)
    listed = {place: list(entries[place]) for place in order}
    listed |= _cited_alone([place for place in range(len(items)) if place not in listed], items, style)
    for work in by_source(quotes):
        listed[places[work.source.citekey]] += _beside(work, style)
    return Rendering(cited, list(listed.values()))


def each_alone(quotes: Sequence[Quote], style: Style) -> list[Rendering]:
    """What `rendering` gives for every one of `quotes` alone, in one run of the engine: a run takes longer to start than to cite.

    Where it would not be the same (names to be told apart in a work, works cited at second hand in notes, a work without
    an entry), it is made alone.
    """
    found: list[Rendering | None] = [None] * len(quotes)
    items = [csl.item(quote.source) for quote in quotes]
    places = [
        place
        for place, quote in enumerate(quotes)
        if not (shares_a_name(items[place]) or (style.is_note and cited_works(quote)))
    ]
    number, _ = spare_variables(style)
    cites = [text.asked([quotes[place]], style)[0] for place in places]
    in_style = trees(
        [{**items[place], number: "1"} for place in places], list(enumerate(cites)), alone(style)
    )
    entries = dict(in_style.entries)
    for index, place in enumerate(places):
        if index in entries:
            own = Trees([in_style.citations[index]], [(0, entries[index])])
            found[place] = _rendering([quotes[place]], [cites[index]], [items[place]], own, style)
    return [made or rendering([quote], style) for made, quote in zip(found, quotes, strict=True)]


def bibliography(works: Sequence[Work], style: Style) -> Rendering:
    """The list of `works` as the style sorts it, and no quotations. Those for which it has no entry follow, as they are cited alone."""
    items = [csl.item(work.source) for work in works]
    entries = _entries(trees(items, [], style, all_entries=True), items, style) if items else {}
    entries |= _cited_alone([place for place in range(len(items)) if place not in entries], items, style)
    return Rendering([], [entry + _beside(works[place], style) for place, entry in entries.items()])


def _entries(in_style: Trees, items: Sequence[Json], style: Style) -> dict[int, Line]:
    """The entries by the places of their items, in the style's order."""
    inside = style.commas_inside_quotes
    entries = {
        place: _once(characters(entry, commas_inside_quotes=inside), items[place].get("issued"))
        for place, entry in in_style.entries
    }
    return {place: entry for place, entry in entries.items() if entry}


def _cited_alone(places: Sequence[int], items: Sequence[Json], style: Style) -> dict[int, Line]:
    """Citations of whole works by the places of their items. Chicago and MHRA have no entries for some types of work."""
    if not places:
        return {}
    in_style = trees(
        [items[place] for place in places],
        [(number, Cite(id=str(items[place]["id"]))) for number, place in enumerate(places)],
        style,
    )
    inside = style.commas_inside_quotes
    return {
        place: _bare(_once(characters(citation, commas_inside_quotes=inside), items[place].get("issued")))
        for place, citation in zip(places, in_style.citations, strict=True)
    }


def _beside(work: Work, style: Style) -> Line:
    """What no style says: where a copy is kept, and what is in doubt about the quotations."""
    notes = "".join(f" {note}" for quote in work.quotes for note in doubt_notes(quote))
    return _kept_copy(work.source, style.language) + words(notes)


def _note(quote: Quote, cite: Cite, entry: Line, style: Style) -> Line:
    if 'variable="citation-number"' in style.xml and (number := _NUMBER.match(as_text(entry))):
        entry = entry[number.end() :]
    chain = words(f"{cite.prefix} " if cite.prefix else "")
    place = format_locator(cite.label, cite.locator) if cite.label and cite.locator else ""
    added = ", ".join(filter(None, (place, cite.after)))
    if not added:
        return chain + entry
    body = entry[:-1] if as_text(entry).endswith(".") else entry
    return chain + body + words(f" ({added}).")


def _bare(citation: Line) -> Line:
    """A citation without the parentheses that it has in a text."""
    shown = as_text(citation)
    if shown.startswith("(") and shown.find(")") == len(shown) - 1:
        return [*citation[1:-1], *words(".")]
    return citation


def _kept_copy(source: SourceRecord, language: str) -> Line:
    """Where a copy of the page is kept, its address a link, with a space before; mostly empty."""
    said = archived.sentence(source, language)
    address = source.archive_url or ""
    if not said.endswith(address) or not said:
        return words(f" {said}" if said else "")
    cut = len(said) - len(address)
    return words(f" {said[:cut]}") + [(one, (f"link:{address}",)) for one in address]


def _once(entry: Line, date: object) -> Line:
    """A date in words ("the 1850s") stands for the year and again for the rest of the date in some styles."""
    said = str(date.get("literal") or "") if isinstance(date, dict) else ""
    start = as_text(entry).find(f"{said}, {said}") if said else -1
    return entry if start < 0 else entry[: start + len(said)] + entry[start + 2 * len(said) + 2 :]
