"""Posts of social networks inside other pages: each a block quotation that its author signs."""

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DASHES = "—–-―‒~"
# As the networks' own snippets of markup are called, and those of what draws them anew.
_EMBEDS = lazy(
    r"(?i)(?:^|\s)(?:twitter-(?:tweet|video)|bluesky-embed|mastodon-embed|fb-xfbml-parse-ignore|instagram-media"
    r"|tiktok-embed|text-post-media|truthsocial-embed|telegram-post)(?=\s|$)"
)
# What stands for a picture, or leads to it.
_LINKS = lazy(
    r"(?i)\s*(?:https?://t\.co/\S+|(?:https?://)?pic\.(?:twitter|x)\.com/\S+|\[image or embed\]"
    r"|view (?:this )?(?:post )?on \w+|voir (?:cette publication )?sur \w+|ansehen auf \w+|ver esta publicación en \w+|♬.*)\s*"
)
# "Posted by Ann Lee on Tuesday, March 5, 2024", "A post shared by Ann Lee (@annlee)"
_POSTED = lazy(
    r"(?i)(?:posted by|(?:a )?(?:post|reel|video) shared by|publiée? par|(?:une publication )?partagée? par|publicado por"
    r"|(?:una publicación )?compartida (?:por|de)|(?:um post )?compartilhado por|(?:ein )?(?:von|beitrag geteilt von)|gepostet von)\s+"
    r"(?P<who>[^\n(@]{2,80}?)\s*(?:\((?:@[\w.]+)?\))?\s*(?:(?:on|le|am|el|em|il)\s+.*)?"
)
_BLOCKS = frozenset(
    ("p", "div", "section", "footer", "cite", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4")
)
_LONGEST = 200


def sign_posts(tree: "HtmlElement") -> None:
    """Makes a paragraph, "— Name (@handle)", of what stands below the words of an embedded post or of any block quotation."""
    for block in tree.xpath("//blockquote"):
        if block.getparent() is None:
            continue
        if _EMBEDS.search(block.get("class", "")):
            _drop_links(block)
            _sign_posted(block)
        _sign_tail(block)


def _drop_links(block: "HtmlElement") -> None:
    for link in list(block.iter("a")):
        if link.getparent() is not None and _LINKS.fullmatch(link.text_content() or " "):
            link.drop_tree()
    for paragraph in list(block.iter("p")):
        if not len(paragraph) and _LINKS.fullmatch(paragraph.text or " "):
            paragraph.drop_tree()


def _sign_posted(block: "HtmlElement") -> None:
    """ "Posted by Ann Lee on Tuesday" """
    for paragraph in reversed(list(block.iter("p"))):
        posted = _POSTED.fullmatch(" ".join(paragraph.text_content().split()))
        if posted is not None:
            _set(paragraph, f"— {posted['who'].strip()}")
            return
    tail = _tail(block)
    posted = _POSTED.fullmatch(tail)
    if posted is not None:
        _move_tail(block, f"— {posted['who'].strip()}")


def _sign_tail(block: "HtmlElement") -> None:
    """ "<p>…</p>— Ann Lee (@annlee) <a>March 5, 2024</a>": the words behind the last paragraph."""
    tail = _tail(block)
    if tail[:1] and tail[0] in _DASHES and any(map(str.isalpha, tail)) and len(tail) <= _LONGEST:
        _move_tail(block, f"— {tail.lstrip(_DASHES + ' ')}")


def _last_paragraph(block: "HtmlElement") -> "HtmlElement | None":
    return next((child for child in reversed(block) if child.tag in _BLOCKS), None)


def _tail(block: "HtmlElement") -> str:
    """What stands behind the last paragraph of a block, in one line."""
    last = _last_paragraph(block)
    if last is None:
        return ""
    behind = [last.tail or ""]
    for sibling in last.itersiblings():
        behind += [sibling.text_content(), sibling.tail or ""]
    return " ".join("".join(behind).split())


def _move_tail(block: "HtmlElement", words: str) -> None:
    last = _last_paragraph(block)
    if last is None:
        return
    for sibling in list(last.itersiblings()):
        block.remove(sibling)
    last.tail = None
    signature = block.makeelement("p", {})
    signature.text = words
    block.append(signature)


def _set(paragraph: "HtmlElement", words: str) -> None:
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.text = words
