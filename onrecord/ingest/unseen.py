"""What a page's markup holds and no reader sees: hidden elements, templates, what is struck through."""

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRUCK = ("del", "s", "strike")
_LINE_THROUGH = lazy(r"(?i)text-decoration(?:-line)?\s*:[^;]*line-through")
_NOT_SHOWN = lazy(r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b")
# A page that is saved while a banner lies over it, or before its scripts have run, may hide all that it says.
_MOST_HIDDEN = 2


def drop_unseen(tree: "HtmlElement") -> None:
    """Takes out what is struck through, which nobody says any more, and what is not shown."""
    for element in list(tree.iter(*_STRUCK)):
        element.drop_tree()
    for element in tree.xpath("//*[@style]"):
        if _is_there(element) and _LINE_THROUGH.search(element.get("style", "")):
            element.drop_tree()
    for element in list(tree.iter("template")):
        if _is_there(element):
            element.drop_tree()
    hidden = [
        element
        for element in tree.xpath("//body//*[@hidden or @style or @aria-hidden='true']")
        if element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _NOT_SHOWN.search(element.get("style", ""))
    ]
    whole = _letters(tree) if hidden else 0
    for element in hidden:
        if _is_there(element) and _letters(element) * _MOST_HIDDEN <= whole:
            element.drop_tree()


def _is_there(element: "HtmlElement") -> bool:
    return element.getparent() is not None and element.tag not in ("html", "body")


def _letters(element: "HtmlElement") -> int:
    return sum(
        len("".join(text.split()))
        for text in element.xpath(".//text()[not(parent::script or parent::style or parent::title)]")
    )
