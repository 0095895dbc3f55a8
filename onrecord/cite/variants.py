"""Forms of a style for long lists and for entries that stand alone.

The engine looks at every pair of citations to tell them apart, so a list of thousands is made in pieces. What is
known only of the whole list (numbers, order, which works share an author and a year) is then given to the pieces.
"""

from collections.abc import Callable
from xml.etree import ElementTree

from onrecord.cite.csl import NAME_VARIABLES
from onrecord.cite.engine_style import Style
from onrecord.model.light import lru_cache
from onrecord.model.record import replace
from onrecord.model.records import Json

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{_NAMESPACE}}}"
_TELLING_APART = ("disambiguate-add-year-suffix", "disambiguate-add-names", "disambiguate-add-givenname")
# Variables of CSL that hardly a style prints: one it does not mention carries the number, one the group.
_SPARE = (
    "scale",
    "references",
    "call-number",
    "PMCID",
    "source",
    "keyword",
    "dimensions",
    "abstract",
)


def spare_variables(style: Style) -> tuple[str, str]:
    """Two variables that the style does not mention: for the number of an item, and for its group."""
    free = [one for one in _SPARE if f'"{one}"' not in style.xml and f"{one} " not in style.xml]
    return (free[0], free[1])


def adds_year_suffixes(style: Style) -> bool:
    """Whether the style tells works of one author and year apart by letters."""
    citation = ElementTree.fromstring(style.xml).find(f"{_CSL}citation")
    return citation is not None and citation.get("disambiguate-add-year-suffix") == "true"


def sorts_entries(style: Style) -> bool:
    """Whether the bibliography has an order of its own."""
    return ElementTree.fromstring(style.xml).find(f"{_CSL}bibliography/{_CSL}sort") is not None


def has_entries(style: Style) -> bool:
    """Whether the style makes a bibliography at all."""
    return ElementTree.fromstring(style.xml).find(f"{_CSL}bibliography") is not None


def sorting_variables(style: Style) -> set[str]:
    """The variables that the order of the bibliography can depend on."""
    root = ElementTree.fromstring(style.xml)
    macros = {one.get("name"): one for one in root.iterfind(f"{_CSL}macro")}
    variables: set[str] = set()
    open_ = root.findall(f"{_CSL}bibliography/{_CSL}sort")
    while open_:
        for element in open_.pop().iter():
            for attribute in ("variable", "is-numeric", "is-uncertain-date"):
                variables.update(element.get(attribute, "").split())
            if (name := element.get("macro")) in macros:
                open_.append(macros.pop(name))
    return variables


@lru_cache(maxsize=16)
def alone(style: Style) -> Style:
    """The style for works that stand alone: nothing to tell apart, no author left out, no order."""

    def change(root: ElementTree.Element) -> None:
        _number_by(root, spare_variables(style)[0])
        _tell_nothing_apart(root)
        for element in root.iter():
            if element.attrib.pop("disambiguate", None):
                # A condition that is never true: the engine would compare with the others in the piece.
                numeric = element.get("is-numeric", "")
                element.set("is-numeric", f"{numeric} onrecord-never".strip())
        for part in (root.find(f"{_CSL}citation"), root.find(f"{_CSL}bibliography")):
            if part is not None:
                part.attrib.pop("subsequent-author-substitute", None)
                _drop(part, "sort")

    return _changed(style, change)


def shares_a_name(item: Json) -> bool:
    """Whether two people of a work have one family name, so that a style may tell them apart within the work itself."""
    families = [
        str(person.get("family") or person.get("literal") or "").casefold()
        for role in NAME_VARIABLES & item.keys()
        if isinstance(people := item[role], list)
        for person in people
        if isinstance(person, dict)
    ]
    return len(families) != len(set(families))


def order_only(style: Style) -> Style:
    """The style with its order and entries of one letter: thousands of works are sorted in a second."""

    def change(root: ElementTree.Element) -> None:
        _tell_nothing_apart(root)
        for part in (root.find(f"{_CSL}citation"), root.find(f"{_CSL}bibliography")):
            if part is not None:
                part.attrib.pop("subsequent-author-substitute", None)
                _drop(part, "layout")
                ElementTree.SubElement(
                    ElementTree.SubElement(part, f"{_CSL}layout"), f"{_CSL}text", value="x"
                )

    return _changed(style, change)


def with_all_names(style: Style) -> Style:
    """The style with every name in a citation: equal ones stay equal whatever names are added."""

    def change(root: ElementTree.Element) -> None:
        citation = root.find(f"{_CSL}citation")
        if citation is not None and citation.get("disambiguate-add-names") == "true":
            citation.set("et-al-min", "999")
            citation.set("et-al-subsequent-min", "999")

    return _changed(style, change)


def piece(style: Style) -> Style:
    """The style for a part of a list: numbers are given, and works of one group get letters after the year."""
    number, group = spare_variables(style)

    def change(root: ElementTree.Element) -> None:
        _number_by(root, number)
        citation = root.find(f"{_CSL}citation")
        if citation is None:
            return
        suffixes = citation.get("disambiguate-add-year-suffix") == "true"
        _tell_nothing_apart(root)
        _drop(citation, "layout")
        layout = ElementTree.SubElement(citation, f"{_CSL}layout")
        if suffixes:
            citation.set("disambiguate-add-year-suffix", "true")
            ElementTree.SubElement(layout, f"{_CSL}text", variable=group)
            ElementTree.SubElement(layout, f"{_CSL}text", variable="year-suffix")
        else:
            ElementTree.SubElement(layout, f"{_CSL}text", variable=number)

    return _changed(style, change)


def _changed(style: Style, change: Callable[[ElementTree.Element], None]) -> Style:
    root = ElementTree.fromstring(style.xml)
    change(root)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix(_CSL)
    root.set("xmlns", _NAMESPACE)
    return replace(style, xml=ElementTree.tostring(root, encoding="unicode"))


def _number_by(root: ElementTree.Element, variable: str) -> None:
    for element in root.iter():
        for attribute in ("variable", "is-numeric"):
            names = element.get(attribute, "").split()
            if "citation-number" in names:
                element.set(
                    attribute, " ".join(variable if name == "citation-number" else name for name in names)
                )


def _tell_nothing_apart(root: ElementTree.Element) -> None:
    citation = root.find(f"{_CSL}citation")
    if citation is not None:
        for attribute in _TELLING_APART:
            citation.attrib.pop(attribute, None)


def _drop(part: ElementTree.Element, name: str) -> None:
    for child in part.findall(f"{_CSL}{name}"):
        part.remove(child)
