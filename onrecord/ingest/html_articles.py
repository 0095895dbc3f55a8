"""Which articles a page is made of, where it has several."""

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What stands beside articles, or below them.
_BESIDE = lazy(
    r"(?i)comment|related|teaser|promo|recommend|sidebar|newsletter|carousel|most-read|see-also|read-more",
)
_EMPHASIS = frozenset(("b", "strong", "em", "i", "u", "cite", "q", "mark", "span"))
# Letters that an article tells at least (a sign of Chinese or Japanese says what some letters say), and by how much one is
# longer than what only points to others.
_LEAST_TOLD, _A_SIGN, _MOST_TIMES = 35, 3, 8
_FIRST_SIGN = "\u3000"


def articles_in(tree: "HtmlElement") -> list["HtmlElement"]:
    """The articles of a page that has several, in its order; [] for a page of one, whatever is offered beside it."""
    texts = []
    for article in tree.xpath(
        "//article[not(ancestor::article or ancestor::aside or ancestor::nav or ancestor::footer)]"
    ):
        around = (article, *article.iterancestors())
        if any(_BESIDE.search(f"{one.get('class', '')} {one.get('id', '')}") for one in around):
            continue
        told = sum(_weight(one) for one in article.iter("p", "li", "blockquote", "div"))
        if told >= _LEAST_TOLD:
            texts.append((told, article))
    most = max((told for told, _ in texts), default=0)
    articles = [article for told, article in texts if told * _MOST_TIMES >= most]
    return articles if len(articles) > 1 else []


def _weight(element: "HtmlElement") -> int:
    """How much a paragraph tells, in letters; what links to somewhere else tells nothing."""
    words = "".join((element.text or "", *((child.tail or "") for child in element)))
    words += "".join(child.text_content() for child in element if child.tag in _EMPHASIS)
    return sum(_A_SIGN if word >= _FIRST_SIGN else 1 for word in words if word.isalpha())
