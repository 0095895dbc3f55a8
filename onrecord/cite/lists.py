"""Many works at once: each alone, or all in one list that is sorted, numbered and told apart as the style says.

Long lists are made in pieces by two processes. Three runs keep one list right across its pieces: one finds the
order; one makes the citations by which works are told apart, so that those of one group get the letters that they
would get in the whole list; the last makes the entries, and every piece sees the work before it and all works of
the groups that it has a part in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from onrecord.cite import csl, variants
from onrecord.cite.engine_style import Style
from onrecord.cite.inlines import plain
from onrecord.cite.pandoc import Cite, Trees, once, trees
from onrecord.model.records import Json

WORKERS = 2
# Items in a piece: a process costs 0.1 s to start, and its memory grows with what it holds.
PIECE = 400

Formatter = Callable[[object], str]
Made = TypeVar("Made")


def citations(items: Sequence[Json], style: Style, written: Formatter, cites: Sequence[Cite]) -> list[str]:
    """A citation of every item, each as if it were the only one; `cites` says how, item by item."""
    prepared, numbered = variants.alone(style), _numbered(style, items, [1] * len(items))

    def made(places: Sequence[int]) -> list[str]:
        tree = trees(
            [numbered[place] for place in places],
            [(number, cites[place]) for number, place in enumerate(places)],
            prepared,
        )
        return [
            once(written(citation), items[place].get("issued"))
            for citation, place in zip(tree.citations, places, strict=True)
        ]

    return [line for lines in _in_pieces(made, range(len(items))) for line in lines]


def entries_alone(
    items: Sequence[Json], style: Style, written: Formatter, cites: Sequence[Cite]
) -> list[str]:
    """The entry of every item as if it were the only one; where the style has none, its citation."""
    prepared, numbered = variants.alone(style), _numbered(style, items, [1] * len(items))

    def made(places: Sequence[int]) -> dict[int, str]:
        tree = trees([numbered[place] for place in places], [], prepared, all_entries=True)
        return _lines(tree, places, items, written)

    texts: dict[int, str] = {}
    for lines in _in_pieces(made, range(len(items))) if variants.has_entries(style) else ():
        texts.update(lines)
    without = [place for place in range(len(items)) if place not in texts]
    instead = citations([items[place] for place in without], style, written, [cites[one] for one in without])
    texts.update(zip(without, instead, strict=True))
    return [texts[place] for place in range(len(items))]


def bibliography(items: Sequence[Json], style: Style, written: Formatter) -> list[str]:
    """One list of all items; those for which the style has no entry are not in it.

    Pandoc's own way of telling names apart would reach into the entries ("Ash, Ana, Bo Berg, et al." where the
    style says "Ash, Ana, et al."), so short lists are made like long ones.
    """
    if not variants.has_entries(style):
        return []
    with ThreadPoolExecutor(WORKERS) as pool:
        sorting = pool.submit(_order, items, style)
        groups = _groups(items, style) if variants.adds_year_suffixes(style) else {}
        order = sorting.result()
    ranks = {place: rank for rank, place in enumerate(order)}
    members = defaultdict(list)
    for place, group in groups.items():
        members[group].append(place)
    numbers = [ranks[place] + 1 for place in range(len(items))]
    shown = [members[groups[place]][0] if place in groups else place for place in range(len(items))]
    numbered = _numbered(style, items, numbers, shown)
    prepared = variants.piece(style)

    def made(ranked: Sequence[int]) -> list[str]:
        own = [order[rank] for rank in ranked]
        wanted = set(own).union(*(members[groups[place]] for place in own if place in groups))
        if ranked[0]:
            wanted.add(order[ranked[0] - 1])
        places = sorted(wanted)
        tree = trees([numbered[place] for place in places], [], prepared, all_entries=True)
        lines = _lines(tree, places, items, written)
        return [lines[place] for place in own if place in lines]

    return [line for lines in _in_pieces(made, range(len(items))) for line in lines]


def _order(items: Sequence[Json], style: Style) -> list[int]:
    """The places of the items as the style sorts them."""
    if len(items) == 1 or not variants.sorts_entries(style):
        return list(range(len(items)))
    # A style asks of a title for its short form, of a name for its type; the others are only weight.
    kept = variants.sorting_variables(style) | {"id", "type", "language", "title-short", "shortTitle"}
    slim = [{name: value for name, value in item.items() if name in kept} for item in items]
    tree = trees(slim, [], variants.order_only(style), all_entries=True)
    return [place for place, _ in tree.entries]


def _groups(items: Sequence[Json], style: Style) -> dict[int, str]:
    """The group of every item that shares its citation, with all names and all that tells names apart, with others."""
    adds_given_names = 'disambiguate-add-givenname="true"' in style.xml
    first_only = 'givenname-disambiguation-rule="primary-name' in style.xml
    initials = adds_given_names and "-with-initials" in style.xml
    all_names = 'disambiguate-add-names="true"' in style.xml
    names = [
        tuple(_given_names(item, initials=initials)[: 1 if first_only else None] if adds_given_names else ())
        for item in items
    ]
    # The engine is asked only about those that may come out alike: what it costs grows with their number.
    by_likeness = defaultdict(list)
    for place, item in enumerate(items):
        for likeness in _likenesses(item, all_names=all_names):
            by_likeness[(*likeness, names[place])].append(place)
    alike = sorted({place for several in by_likeness.values() if len(several) > 1 for place in several})
    chosen = [items[place] for place in alike]
    texts = citations(chosen, variants.with_all_names(style), _as_text, [Cite(id="")] * len(chosen))
    by_text = defaultdict(list)
    for place, text in zip(alike, texts, strict=True):
        by_text[(text, names[place])].append(place)
    several = [places for places in by_text.values() if len(places) > 1]
    return {place: f"g{number}" for number, places in enumerate(several) for place in places}


def _as_text(tree: object) -> str:
    return plain(tree, commas_inside_quotes=False)


def _likenesses(item: Json, *, all_names: bool) -> Iterable[tuple[str, str]]:
    """What works that could be cited alike have in common: the year, and the names of one role, or a title.

    Without `all_names` a citation may leave out all names but the first.
    """
    issued = item.get("issued")
    year = (csl.year(issued) or "") if isinstance(issued, dict) else ""
    people = _people(item)
    for several in people:
        families = [str(name.get("family") or name.get("literal") or "").casefold() for name in several]
        yield year, "\0".join(families if all_names else families[:1])
    if not people:
        for variable in ("title", "title-short", "container-title", "publisher"):
            if item.get(variable):
                yield year, str(item[variable]).casefold()
        yield year, ""


def _people(item: Json) -> list[list[Json]]:
    found = [item.get(variable) for variable in ("author", *sorted(csl.NAME_VARIABLES - {"author"}))]
    return [names for names in found if isinstance(names, list) and names]


def _given_names(item: Json, *, initials: bool) -> list[str]:
    people = _people(item)
    names = [str(name.get("given", "")).casefold() for name in people[0]] if people else []
    return ["".join(word[0] for word in name.split()) for name in names] if initials else names


def _numbered(
    style: Style, items: Sequence[Json], numbers: Sequence[int], groups: Sequence[int] | None = None
) -> list[Json]:
    number, group = variants.spare_variables(style)
    return [
        {**item, number: str(numbers[place])} | ({group: f"g{groups[place]}"} if groups else {})
        for place, item in enumerate(items)
    ]


def _lines(tree: Trees, places: Sequence[int], items: Sequence[Json], written: Formatter) -> dict[int, str]:
    found = {places[number]: written(entry) for number, entry in tree.entries}
    return {place: once(line, items[place].get("issued")) for place, line in found.items() if line}


def _in_pieces(make: Callable[[Sequence[int]], Made], places: Sequence[int]) -> list[Made]:
    pieces = [places[first : first + PIECE] for first in range(0, len(places), PIECE)]
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(make, pieces))
