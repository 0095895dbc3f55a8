"""When a web page says it appeared: what it states for machines, else what stands beside its headline."""

from __future__ import annotations

from onrecord.text import dates
from onrecord.text.date_digits import Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

# Elements whose dates are those of other texts, and names of classes that say the same.
_ELSEWHERE = frozenset(["aside", "nav", "footer", "form", "iframe", "blockquote"])
_OTHERS = ("comment", "related", "sidebar", "recommend", "footer", "widget", "modified", "updated")
_SAYING = ("byline", "dateline", "pubdate", "pub-date", "published", "publish", "posted", "entry-date", "post-date", "article-date", "timestamp", "date")  # fmt: skip
_MOST = 5000
_LONGEST = 200


def issued(tree: HtmlElement, stated: Iterable[str], language: str | None) -> Written | None:
    """The date of a page: the first of `stated` that is one, then microdata, `<time>`, and the lines of bylines.

    What is sure goes before what is in doubt. `language` is that of the page, with its region where it states one.
    """
    doubtful: Written | None = None
    for read in (
        *(dates.read(value, language) for value in stated),
        *_of_elements(tree, language),
    ):
        if read is None or read.edtf is None or "/" in read.edtf:
            continue
        if not read.doubt:
            return read
        doubtful = doubtful or read
    return doubtful


def _of_elements(tree: HtmlElement, language: str | None) -> Iterator[Written | None]:
    items: list[HtmlElement] = []
    times: list[HtmlElement] = []
    lines: list[HtmlElement] = []
    for number, element in enumerate(tree.iter("time", "span", "p", "div", "abbr", "li", "a", "small", "em")):
        if number > 10 * _MOST or len(times) + len(lines) > _MOST:
            break
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if "datepublished" in (element.get("itemprop") or "").lower().split():
            items.append(element)
        elif element.tag == "time":
            times.append(element)
        elif names != " " and any(word in names for word in _SAYING):
            lines.append(element)
    for element in (*items[:10], *times[:20]):
        if not _is_elsewhere(element):
            yield dates.read(element.get("content") or element.get("datetime") or _words(element), language)
            yield dates.read(_words(element), language)
    for element in lines[:20]:
        if not _is_elsewhere(element):
            found = dates.in_line(_words(element), language)
            yield found.written if found else None


def _words(element: HtmlElement) -> str:
    text = " ".join(element.text_content().split())
    return text if len(text) <= _LONGEST else ""


def _is_elsewhere(element: HtmlElement) -> bool:
    for depth, one in enumerate((element, *element.iterancestors())):
        if depth > 50 or one.tag in _ELSEWHERE:
            return True
        names = f"{one.get('class') or ''} {one.get('id') or ''} {one.get('itemprop') or ''}".lower()
        if one.tag not in ("html", "body") and any(word in names for word in _OTHERS):
            return True
    return False
