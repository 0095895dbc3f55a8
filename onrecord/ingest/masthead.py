"""What a page shows of itself at its top: the name of the paper or site, and its headline."""

from __future__ import annotations

from onrecord.ingest.plain import clean
from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_MASTHEAD = lazy(
    r"(?i)(?:^|[\s_-])(?:masthead|nameplate|site-?(?:title|name|logo|branding)|blog-?(?:title|name)|brand(?:ing)?|logo|paper-?name|publication-?(?:name|title))(?:$|[\s_-])"
)
_INSIDE = frozenset({"article", "main", "footer", "aside", "nav"})
_NO_NAME = lazy(
    r"(?i)\W*(?:home(?: ?page)?|logo|menu|skip to.*|search|login|log in|sign in|subscribe|start(?:seite)?|accueil|inicio)\W*"
)
_LOGO = lazy(
    r"(?i)\s*[-–|]?\s*\b(?:logo|home ?page|home)\b\.?\s*$|^\s*(?:logo(?: of| de| der)?|go to|back to)\s+"
)
_LONGEST = 80
_LOOKED_AT = 5_000
# Between the headline and the name of the paper in <title>.
_DIVIDED = lazy(r"\s+[|–—·•»«:-]\s+|\s*\|\s*")


@record()
class Masthead:
    """The names that the head of a page shows, in their order, and its main headings."""

    names: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


def read(tree: HtmlElement) -> Masthead:
    """The masthead of a parsed page; nothing is taken from its article, its navigation or its foot."""
    headings = tuple(filter(None, (clean(one.text_content()) for one in list(tree.iter("h1"))[:5])))
    return Masthead(tuple(name for name in _names(tree) if name not in headings), headings)


def divided(title: str, headings: Sequence[str]) -> tuple[str, str | None]:
    """The <title> of a page as (headline, name of the site), where the page shows the headline by itself too."""
    line = clean(title) or ""
    known = {_folded(heading) for heading in headings} - {""}
    for cut in _DIVIDED.finditer(line):
        before, after = line[: cut.start()], line[cut.end() :]
        if _folded(before) in known:
            return before, after if len(after) <= _LONGEST and not _DIVIDED.search(after) else None
        if _folded(after) in known:
            return after, before if len(before) <= _LONGEST and not _DIVIDED.search(before) else None
    return title, None


def _names(tree: HtmlElement) -> Iterator[str]:
    body = next(tree.iter("body"), None)
    if body is None:
        return
    for number, element in enumerate(body.iter()):
        if number > _LOOKED_AT:
            return
        if not isinstance(element.tag, str):
            continue
        told = " ".join(filter(None, (element.get("class"), element.get("id"))))
        publisher = element.get("itemprop") == "publisher"
        if not publisher and not _MASTHEAD.search(told):
            continue
        if not publisher and any(ancestor.tag in _INSIDE for ancestor in element.iterancestors()):
            continue
        name = _name_of(element)
        if name:
            yield name


def _name_of(element: HtmlElement) -> str | None:
    named = next((one for one in element.iter() if one.get("itemprop") == "name"), None)
    if named is not None:
        return _usable(named.get("content") or named.text_content())
    images = [one for one in (element, *element.iter("img")) if one.get("alt")]
    text = _usable(element.text_content())
    return text or next(
        filter(None, (_usable(_LOGO.sub("", image.get("alt") or "")) for image in images)), None
    )


def _usable(text: str) -> str | None:
    line = clean(text, _LONGEST)
    if not line or _NO_NAME.fullmatch(line) or not any(letter.isalpha() for letter in line):
        return None
    return line


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
