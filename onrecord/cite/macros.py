"""How much a CSL style asks for when its macros are put in: macros call one another, and thirty lines can stand for a thousand million."""

from onrecord.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CSL = "{http://purl.org/net/xbiblio/csl}"
# The longest of the published styles (Chicago's, with notes) has 1,700,000 elements so, in calls of some dozen.
_MOST_ELEMENTS, _DEEPEST = 5_000_000, 100


def refuse_endless(name: str, root: "Element") -> None:
    """InputError: macros of the style call themselves, or put in more than any style needs."""
    macros = {macro.get("name", ""): macro for macro in root.iter(f"{_CSL}macro")}
    sizes: dict[str, int] = {}
    calling: list[str] = []

    def size(element: "Element") -> int:
        total = 0
        for part in element.iter():
            total += 1
            called = part.get("macro") if part.tag in (f"{_CSL}text", f"{_CSL}key") else None
            if called is None or called not in macros:
                continue
            if called in calling:
                raise InputError(f"{name} is a CSL style whose macro {called[:80]!r} calls itself.")
            if called not in sizes:
                if len(calling) == _DEEPEST:
                    raise InputError(f"{name} is a CSL style whose macros call one another too deeply.")
                calling.append(called)
                sizes[called] = size(macros[called])
                calling.pop()
            total += sizes[called]
            if total > _MOST_ELEMENTS:
                raise InputError(
                    f"{name} is a CSL style whose macros put in more than {_MOST_ELEMENTS:,} elements; it is not used."
                )
        return total

    for part in root:
        if part.tag in (f"{_CSL}citation", f"{_CSL}bibliography"):
            size(part)
