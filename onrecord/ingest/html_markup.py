"""What markup says and words alone do not: signatures of block quotations, the posts of a live page."""

from collections.abc import Iterator

from onrecord.ingest.document import Turn
from onrecord.ingest.embedded_posts import sign_posts
from onrecord.ingest.interview import asked_in, interview_in, titles_of, without_emphasised
from onrecord.ingest.labels import as_label
from onrecord.ingest.posts import read_posts
from onrecord.ingest.posts_page import posts_on
from onrecord.ingest.transcript import transcript_in
from onrecord.ingest.unseen import drop_unseen
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DASHES = "—–-―‒~"
_EMPHASIS = frozenset(("b", "strong", "em", "i", "u", "cite", "dfn", "mark"))
_NAMES = lazy(r"(?i)speaker|(?:^|[\s_-])(?:name|author|who|interviewer|question)")
_LONGEST_LABEL = 80
# Those of one element are each compared with all before them; no page has a hundred.
_MOST_ATTRIBUTES = 3_000
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ATTRIBUTES, _TAG = lazy(_ATTRIBUTE), lazy(rf"<[A-Za-z][^\s/>]*+((?:{_ATTRIBUTE})*+)")
# Fewer articles side by side are teasers beside the one.
_LEAST_POSTS = 2


def is_crowded(source: str) -> bool:
    """Whether an element has more attributes than a page has, so that it would take long to read."""
    if len(source) < 2 * _MOST_ATTRIBUTES:
        return False
    longest = (found[1] for found in _TAG.finditer(source) if len(found[1]) > 2 * _MOST_ATTRIBUTES)
    return any(sum(1 for _ in _ATTRIBUTES.finditer(one)) > _MOST_ATTRIBUTES for one in longest)


def sign_quotations(tree: "HtmlElement") -> None:
    """Makes a paragraph, “— Name”, of the signature of a block quotation, which no browser leaves out."""
    sign_posts(tree)
    signatures = tree.xpath(
        "//blockquote//footer | //blockquote/cite | //figure[.//blockquote]/figcaption | //blockquote/p[count(*)=1]/cite"
    )
    for element in signatures:
        holder = element.getparent()
        if element.tag == "cite" and holder is not None and holder.tag == "p":
            if (holder.text or "").strip(f" \n\t{_DASHES}") or (element.tail or "").strip():
                continue
            holder.text = None
        words = " ".join(element.text_content().split())
        if not words:
            continue
        element.tag = "p" if element.tag != "cite" or holder is None or holder.tag != "p" else element.tag
        for child in list(element):
            child.drop_tree()
        element.text = words if words[0] in _DASHES else f"— {words}"
    # Figures are pictures to whatever looks for the main text of a page, and left out.
    for figure in tree.xpath("//figure[.//blockquote]"):
        figure.tag = "div"


def labels_in(tree: "HtmlElement") -> frozenset[str]:
    """The names that are emphasised at the head of a paragraph, or stand on a line of their own as headings do."""
    labels: set[str | None] = set()
    for element in tree.iter("p", "li", "dd", "div", "td", "blockquote", "span"):
        first = element
        while not (first.text or "").strip() and len(first) and first.tag not in _EMPHASIS:
            first = first[0]
        if first.tag in _EMPHASIS or (first is element and _NAMES.search(element.get("class", ""))):
            labels.add(as_label(first.text_content()[:_LONGEST_LABEL]))
    for element in tree.iter("dt", "h2", "h3", "h4", "h5", "h6"):
        labels.add(as_label(element.text_content()[:_LONGEST_LABEL]))
    return frozenset(label for label in labels if label)


def drop_menus(tree: "HtmlElement") -> None:
    """Takes out navigation that is links and nothing else: on a short page it would pass for its text."""
    for menu in tree.xpath("//nav | //*[@role='navigation']"):
        words = len("".join(menu.text_content().split()))
        linked = sum(len("".join(one.text_content().split())) for one in menu.iter("a"))
        if menu.getparent() is not None and linked * 5 >= words * 4:
            menu.drop_tree()


def posts_in(tree: "HtmlElement") -> "HtmlElement | None":
    """What holds the posts of a page that is written while something happens; None for any other page."""
    marked = tree.xpath(
        "//script[@type='application/ld+json' and contains(., 'LiveBlogPosting')]"
    ) or tree.xpath(
        "//*[contains(@class, 'liveblog') or contains(@class, 'live-blog') or contains(@itemtype, 'LiveBlogPosting')]"
    )
    posts = tree.findall(".//article") if marked else []
    if len(posts) < _LEAST_POSTS:
        return None
    holder = posts[0].getparent()
    while holder is not None and any(post not in holder.iter("article") for post in posts[-1:]):
        holder = holder.getparent()
    while holder is not None and holder.find(".//h1") is None and holder.tag not in ("main", "body"):
        holder = holder.getparent()
    return holder


def turns_and_quotations(source: str, text: str) -> tuple[tuple[Turn, ...], list[tuple[str, str | None]]]:
    """The turns of a page that was read as `text`, and its block quotations; none of a page that cannot be read.

    The page is not read again: what its words are and where they stand is known.
    """
    tree = parsed(source)
    if tree is None:
        return (), []
    if posted := posts_on(tree):
        read = read_posts(posted)
        return (read.turns if read.text == text else ()), []
    if posts_in(tree) is not None:
        return (), quotations_of(tree)
    asked = asked_in(tree)
    turns = without_emphasised(text, transcript_in(text, labels_in(tree))[0], asked) or interview_in(
        text, asked, titles_of(tree)
    )
    return turns, quotations_of(tree)


def block_quotations(source: str) -> list[tuple[str, str | None]]:
    """The block quotations of a page, letters and digits only, each with the signature that stands in or below it.

    Quotations in one another count once, as the outer one. [] for a page that cannot be read.
    """
    tree = parsed(source)
    return [] if tree is None else quotations_of(tree)


def parsed(source: str) -> "HtmlElement | None":
    """A page without what is struck through, its quotations signed; None where it cannot be read."""
    from lxml import etree, html

    if is_crowded(source):
        return None
    try:
        tree = html.document_fromstring(
            source.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=False)
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    drop_unseen(tree)
    sign_quotations(tree)
    return tree


def quotations_of(tree: "HtmlElement") -> list[tuple[str, str | None]]:
    """The block quotations of a tree whose quotations are signed, as `block_quotations` gives them."""
    quotations: list[tuple[str, str | None]] = []
    for block in tree.xpath("//blockquote[not(ancestor::blockquote)]"):
        lines = [" ".join(one.text_content().split()) for one in block.iter("p", "cite")]
        lines += [" ".join(line.split()) for line in _last_lines(block)]
        after = block.getnext()
        if after is not None and after.tag in ("p", "figcaption"):
            lines.append(" ".join(after.text_content().split()))
        signature = next(
            (line.lstrip(f"{_DASHES} ") for line in lines if line[:1] and line[0] in _DASHES), None
        )
        quotations.append(("".join(one for one in block.text_content() if one.isalnum()), signature))
    return quotations


def _last_lines(block: "HtmlElement") -> Iterator[str]:
    """The last line of each paragraph that has several."""
    for element in (block, *block.iter("p")):
        broken = [child for child in element if child.tag == "br"]
        if broken:
            rest = [sibling.text_content() for sibling in broken[-1].itersiblings()]
            yield " ".join([broken[-1].tail or "", *rest])
        elif "\n" in element.text_content().strip():
            yield element.text_content().strip().rpartition("\n")[2]
