"""The citation engine: pandoc's citeproc, run as a process of its own without network, with bounded memory and time.

Documents go in and come back as pandoc's JSON tree, so that nothing in a name or title is ever read as markup.
"""

from __future__ import annotations

import json
import subprocess

from onrecord import pandoc
from onrecord.cite.csl import NAME_VARIABLES, for_notes, for_styles, with_title
from onrecord.cite.engine_style import FILLER, KNOWN_LABELS, Style, locator_mark
from onrecord.cite.inlines import NOTHING, Node, plain, shielded, with_title_marks
from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.model.records import Json
from onrecord.text.locator_forms import format_locator
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Thousands of items in one run: then memory matters more than time.
MANY = 3_000
BASE_SECONDS = 30
SECONDS_FOR_EACH = 0.1

_TITLES = ("title", "title-short", "container-title", "reviewed-title")
_LATIN = lazy("[A-Za-z]")


@record(kw_only=True)
class Cite:
    """One citation: the id of an item, the words before it ("KCNA, as cited in"), the place in the source, the words
    after it ("my translation")."""

    id: str
    prefix: str = ""
    label: str | None = None
    locator: str | None = None
    after: str = ""


@record()
class Rendered:
    """One line for every citation, in the order asked, and the bibliography: (item id, entry), as the style sorts."""

    citations: list[str]
    entries: list[tuple[str, str]]


def render(items: Sequence[Json], cites: Sequence[Cite], style: Style) -> Rendered:
    """Formats citations, and the bibliography of the items they cite, in one run.

    Every citation is made as if it were the first, so each can stand alone; an item for which the style has no
    entry (a personal communication in APA) has none here. InputError: the style asks for too much, or the engine
    cannot use it. OnrecordError: pandoc is not there.
    """
    places = {str(item["id"]): number for number, item in enumerate(items)}
    tree = trees(items, [(places[cite.id], cite) for cite in cites], style)
    inside = style.commas_inside_quotes
    entries = [
        (str(items[number]["id"]), once(text, items[number].get("issued")))
        for number, entry in tree.entries
        if (text := plain(entry, commas_inside_quotes=inside))
    ]
    return Rendered([plain(citation, commas_inside_quotes=inside) for citation in tree.citations], entries)


@record()
class Trees:
    """What the engine gives: the inlines of every citation, and (place of the item, blocks) of every entry."""

    citations: list[object]
    entries: list[tuple[int, object]]


def trees(
    items: Sequence[Json], cites: Sequence[tuple[int, Cite]], style: Style, *, all_entries: bool = False
) -> Trees:
    """One run over `items`: citations, each of the item at its place, and entries of what is cited.

    `all_entries`: entries of all items. Errors: see `render`.
    """
    # Identifiers of its own: a citekey is free text to us, an anchor to pandoc.
    library = [_for_engine(item, f"s{number}", style) for number, item in enumerate(items)]
    blocks: list[Node] = []
    for number, cite in cites:
        blocks += [_new_chapter(), {"t": "Para", "c": [_cite(cite, f"s{number}", style)]}]
    done = _run(library, blocks, style, all_entries=all_entries)
    citations = [_opened(block["c"]) for block in done if block.get("t") == "Para"]
    entries = [
        (int(number.removeprefix("s")), entry)
        for block in done
        if block.get("t") == "Div"
        for number, entry in _entries(block)
    ]
    return Trees(citations, entries)


def _for_engine(item: Json, number: str, style: Style) -> Json:
    entry = {name: value for name, value in with_title(item).items() if name != "custom"} | {"id": number}
    for name in _named_twice(entry):
        del entry[name]
    if style.fills:
        entry[FILLER] = NOTHING
    entry |= {name: with_title_marks(title) for name in _TITLES if isinstance(title := entry.get(name), str)}
    fitted = for_notes if style.is_note else for_styles
    for role in NAME_VARIABLES & entry.keys():
        if isinstance(people := entry[role], list):
            entry[role] = [fitted(person) if isinstance(person, dict) else person for person in people]
    if "language" not in entry and not _LATIN.search(str(entry.get("title", ""))):
        # Else it is taken for English, and a title in Cyrillic gets capitals.
        entry["language"] = "und"
    return entry


def _named_twice(item: Json) -> list[str]:
    """The variables that would print a name once more: a paper that is its own publisher, or its own author."""
    names = []
    paper = str(item.get("container-title") or "").casefold()
    if paper and str(item.get("publisher") or "").casefold() == paper:
        names.append("publisher")
    match item.get("author"):
        case [{"literal": str() as name}] if paper and name.casefold() == paper:
            names.append("container-title")
    return names


def once(entry: str, date: object) -> str:
    """A date in words ("the 1850s") stands for the year and again for the rest of the date in some styles."""
    words = date.get("literal") if isinstance(date, dict) else None
    return entry.replace(f"{words}, {words}", str(words)) if words else entry


def _cite(cite: Cite, number: str, style: Style) -> Node:
    suffix = _suffix(cite, style)
    if cite.after:
        # The MLA Handbook (6.75) parts them with a semicolon, the others with a comma.
        suffix += f"{'; ' if style.names_only else ', '}{shielded(cite.after)}"
    return {"t": "Cite", "c": [[_citation(number, cite.prefix, suffix)], []]}


def _citation(id: str, prefix: str, suffix: str) -> Json:
    return {
        "citationId": id,
        "citationPrefix": _words(prefix),
        "citationSuffix": _words(suffix),
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }


def _suffix(cite: Cite, style: Style) -> str:
    """The locator in the braces by which pandoc takes all of it as one, whatever it looks like."""
    if cite.label is None or cite.locator is None:
        return ""
    value = shielded(cite.locator)
    if cite.label == "timestamp":
        time = value.replace("-", "–")
        label = locator_mark("page") if style.plain_times else style.time_words
        return f"{{{f'{label} {time}'.strip()}}}"
    if cite.label in KNOWN_LABELS:
        return f"{{{locator_mark(cite.label)} {value}}}"
    return f"{{{shielded(format_locator(cite.label, cite.locator))}}}"


def _words(text: str) -> list[Node]:
    nodes: list[Node] = []
    for word in text.split(" "):
        nodes += [{"t": "Space"}, {"t": "Str", "c": word}]
    return nodes[1:] if text else []


def _new_chapter() -> Node:
    """A heading after which the style takes every citation for the first: no "ibid.", no shortened note."""
    return {"t": "Header", "c": [1, ["", ["reset-citation-positions"], []], []]}


def _opened(inlines: object) -> object:
    """The content of the note, in a style that cites in notes; else the inlines themselves."""
    for inline in inlines if isinstance(inlines, list) else []:
        match inline:
            case {"t": "Note", "c": content}:
                return content
            case {"t": "Cite", "c": [_, within]}:
                return _opened(within)
    return inlines


def _entries(references: Node) -> list[tuple[str, object]]:
    pairs: list[tuple[str, object]] = []
    match references:
        case {"c": [_, [*entries]]}:
            for entry in entries:
                match entry:
                    case {"t": "Div", "c": [[str() as anchor, *_], content]}:
                        pairs.append((anchor.removeprefix("ref-"), content))
    return pairs


def _run(library: list[Json], blocks: list[Node], style: Style, *, all_entries: bool) -> list[Node]:
    every = {"t": "Cite", "c": [[_citation("*", "", "")], []]}
    meta = {"nocite": {"t": "MetaInlines", "c": [every]}} if all_entries else {}
    document = {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks}
    limit = BASE_SECONDS + SECONDS_FOR_EACH * (len(blocks) + len(library) * all_entries)
    try:
        done = pandoc.run(
            ["--from=json", "--to=json", "--citeproc", "--csl=style.csl", "--bibliography=items.json"],
            json.dumps(document).encode(),
            seconds=limit,
            files={"style.csl": style.xml, "items.json": json.dumps(library)},
            in_place=len(library) > MANY,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"The style {style.id} took longer than {limit:.0f} seconds: cite fewer quotations, or use another style."
        ) from error
    if done.returncode != 0:
        if b"Heap exhausted" in done.stderr:
            raise InputError(f"The style {style.id} needs more than 1500 MB of memory: use another style.")
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise InputError(f"Pandoc could not format citations in the style {style.id}: {said[:300]}")
    return list(pandoc.tree(done)["blocks"])
