"""Who a page shows as its author: rel=author, itemprop=author, a line of the class "byline" or "author" beside the headline."""

from collections.abc import Iterable, Iterator

from onrecord.ingest.document import Author
from onrecord.ingest.plain import clean
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ELSEWHERE = frozenset(
    ("aside", "nav", "footer", "blockquote", "figure", "form", "script", "style", "template")
)
_OTHERS = lazy(
    r"(?i)comment|related|teaser|sidebar|widget|promo|recommend|more-from|most-read|newsletter|caption",
)
_NAME = lazy(
    r"(?i)(?:^|\s)(?:[\w-]*(?:__|-|_))?(?:by-?line|author|authors|autor|auteur|autore|verfasser)(?:-?name|-?link)?s?(?:\s|$)",
)
_BY = lazy(
    r"(?i)^\W*(?:(?:written|reported|posted|words|story|text|foto|photographs?)?\s*by|von|par|por|di|da|door|av|af|przez|автор|text)\s*:?\s+|^\W*(?:author|autor|auteur|autore|автор)\s*:\s*",
)
_BETWEEN = lazy(r"\s*(?:,|&|;|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b|\bog\b|\bи\b)\s*")
_ENDS = lazy(r"\s*[|·•–—]\s*|\s{2,}|\n|\d|\b(?:Published|Updated|Posted|on|Am|am|le|el|il)\b(?=\s*\d)")
_LONGEST = 200
_MOST_WORDS = 5
# A page with more of them lists articles.
_MOST = 6


def shown(tree: "HtmlElement", titles: Iterable[str] = ()) -> list[Author]:
    """The authors, in the order of the page; [] where it shows none, or so many that it is a list of articles.

    Of several articles it is those of the one that is called as the page is: by `titles`.
    """
    called = {_key(title) for title in titles} - {""}
    for elements in (
        [
            one
            for one in tree.iter("a", "span", "address", "div", "p")
            if "author" in (one.get("rel") or "").lower().split()
        ],
        [one for one in tree.iter() if (one.get("itemprop") or "").lower() == "author"],
        [
            one
            for one in tree.iter("p", "div", "span", "address", "a", "li")
            if _NAME.search(one.get("class") or "")
        ],
    ):
        own = _of_one_article([element for element in elements if _belongs(element)], called)
        names = list(dict.fromkeys(name for one in own for name in _names(one)))
        if 0 < len(names) <= _MOST:
            return [Author(name) for name in names]
    return []


def _of_one_article(elements: "list[HtmlElement]", called: set[str]) -> "list[HtmlElement]":
    """The elements of the page, or of its only article with that title; all, where that does not tell."""
    within = [next(element.iterancestors("article"), None) for element in elements]
    articles = list(dict.fromkeys(one for one in within if one is not None))
    if len(articles) < 2:
        return elements
    if outside := [element for element, one in zip(elements, within, strict=True) if one is None]:
        return outside
    named = [
        one for one in articles if any(_key(h.text_content()) in called for h in one.iter("h1", "h2", "h3"))
    ]
    if len(named) != 1:
        return elements
    return [element for element, one in zip(elements, within, strict=True) if one is named[0]]


def _key(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))


def _belongs(element: "HtmlElement") -> bool:
    """Whether it is of the page itself: not of a comment, a teaser or an article within or beside the one."""
    articles = 0
    for above in (element, *element.iterancestors()):
        told = f"{above.get('class') or ''} {above.get('id') or ''}"
        if above.tag in _ELSEWHERE or (above.tag not in ("body", "html") and _OTHERS.search(told)):
            return False
        articles += above.tag == "article"
    return articles < 2


def _names(element: "HtmlElement") -> Iterator[str]:
    named = [one for one in element.iter() if (one.get("itemprop") or "").lower() == "name"] or [element]
    for one in named:
        text = one.get("content") or "\n".join(map(str, one.itertext()))
        line = _BY.sub("", " ".join(text.split("\n")[0].split()) if one.get("content") else _first_line(text))
        line = _ENDS.split(line.strip(), maxsplit=1)[0]
        for name in _BETWEEN.split(line):
            cleaned = clean(name, _LONGEST)
            words = (cleaned or "").split()
            if (
                cleaned
                and 0 < len(words) <= _MOST_WORDS
                and not cleaned[0].islower()
                and any(map(str.isalpha, cleaned))
            ):
                yield cleaned.strip(" ,.:|")


def _first_line(text: str) -> str:
    """The words up to the first break that is followed by something else than a name: "By", "Ann Lee", "| 5 March"."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    head = lines[:1]
    while len(head) < len(lines) and (
        _BY.fullmatch(f"{' '.join(head)} ") or head[-1].endswith((",", "and", "und", "et"))
    ):
        head.append(lines[len(head)])
    return " ".join(head)
