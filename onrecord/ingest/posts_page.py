"""Posts on pages of social networks, as X, Mastodon, Bluesky and Telegram lay them out or describe them."""

import re
from collections.abc import Iterator

from onrecord.ingest.posts import Post, post
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HANDLE = lazy(r"@[\w.-]+(?:@[\w.-]+)?")
# "Ann Lee (@ann@town.social)", "Ann Lee (@ann) on X": what networks call a post for whoever links to it.
_CALLED = lazy(r"(?P<name>[^\n]{1,100}?) \((?P<handle>@[\w.-]+(?:@[\w.-]+)?)\)(?: on (?:X|Twitter|Threads))?")
_OF_X = lazy(r"(?s)[“\"](?P<words>.*)[”\"]")
_BLOCK_END, _BREAK = "\n\n", "\n"


def posts_on(tree: "HtmlElement") -> list[Post]:
    """The posts that a page shows, each once and in its order; [] for a page of anything else."""
    for found in (_of_x, _of_telegram, _of_telegram_export, _of_mastodon, _of_bluesky, _described):
        if posts := list(dict.fromkeys(found(tree))):
            return posts
    return []


def _of_x(tree: "HtmlElement") -> Iterator[Post]:
    for article in tree.xpath("//article[@data-testid='tweet']"):
        who = _line(article, ".//*[@data-testid='User-Name']")
        handle = _HANDLE.search(who)
        name = who[: handle.start()] if handle else who
        words = article.xpath(".//*[@data-testid='tweetText']")
        if words:
            address = _first(article, ".//a[.//time]/@href")
            yield from _made(
                name.strip(" ·"),
                handle[0] if handle else "",
                words[0],
                _first(article, ".//time/@datetime"),
                f"https://x.com{address}" if address.startswith("/") else address,
                language=words[0].get("lang") or "",
                network="X",
            )


def _of_telegram(tree: "HtmlElement") -> Iterator[Post]:
    for message in tree.xpath(f"//*[{_has('tgme_widget_message')}]"):
        name = _line(message, f".//*[{_has('tgme_widget_message_owner_name')}]")
        words = message.xpath(f".//*[{_has('tgme_widget_message_text')}]")
        if words:
            number = message.get("data-post") or ""
            address = f"https://t.me/{number}" if number else ""
            dated = f".//a[{_has('tgme_widget_message_date')}]//time/@datetime"
            yield from _made(
                name, number.partition("/")[0], words[0], _first(message, dated), address, network="Telegram"
            )


def _of_telegram_export(tree: "HtmlElement") -> Iterator[Post]:
    name = ""
    for message in tree.xpath(f"//*[{_has('message')} and starts-with(@id, 'message')]"):
        name = _line(message, f".//*[{_has('from_name')}]") or name  # who goes on is not named again
        words = message.xpath(f".//*[{_has('text')}]")
        if words:
            date = _first(message, f".//*[{_has('date')}]/@title").partition(" ")[0]
            yield from _made(name, "", words[0], date, "", network="Telegram")


def _of_mastodon(tree: "HtmlElement") -> Iterator[Post]:
    for status in tree.xpath(
        f"//*[{_has('detailed-status')} or {_has('status')} or {_has('h-entry')}]"
        f"[.//*[{_has('status__content')} or {_has('e-content')}]]"
    ):
        words = status.xpath(f".//*[{_has('status__content')} or {_has('e-content')}]")[0]
        name = _line(status, f".//*[{_has('display-name__html')} or {_has('p-name')}]")
        handle = _line(status, f".//*[{_has('display-name__account')}]")
        # A weblog's entry, too, may be an h-entry; only a network's account is called @somebody.
        if name and _HANDLE.match(handle):
            address = _first(status, f".//a[{_has('u-url')} or {_has('detailed-status__datetime')}]/@href")
            date = _first(status, ".//time/@datetime") or _first(
                status, ".//data[@class='dt-published']/@value"
            )
            yield from _made(name, handle, words, date, address, network="Mastodon")


def _of_bluesky(tree: "HtmlElement") -> Iterator[Post]:
    words = tree.xpath("//*[@id='bsky_post_text']")
    if words:
        date = _line(tree, "//*[@id='bsky_post_indexedat']")
        name, handle = _line(tree, "//*[@id='bsky_display_name']"), _line(tree, "//*[@id='bsky_handle']")
        yield from _made(name, handle, words[0], date, _meta(tree, "og:url"), network="Bluesky")
        return
    for element in tree.xpath(
        "//*[starts-with(@data-testid, 'postThreadItem-by-') or starts-with(@data-testid, 'feedItem-by-')]"
    ):
        handle = element.get("data-testid").partition("-by-")[2]
        words = element.xpath(".//*[@data-testid='postText']")
        name = next(
            (
                text
                for link in element.xpath(".//a[contains(@href, '/profile/')]")
                if (text := _text(link)).strip()
            ),
            "",
        )
        if words:
            yield from _made(
                name.split("\n")[0].partition("@")[0], handle, words[0], "", "", network="Bluesky"
            )


def _described(tree: "HtmlElement") -> Iterator[Post]:
    """The one post of a page that only programs show: what it says of itself for whoever links to it."""
    called = _CALLED.fullmatch(_meta(tree, "og:title").strip())
    site, words = _meta(tree, "og:site_name"), _meta(tree, "og:description").strip()
    if not called or not words or _meta(tree, "og:type") in ("profile", "website"):
        return
    network = next(
        (one for one in ("Mastodon", "Bluesky", "Threads") if one in site),
        "X" if site.startswith(("X", "Twitter")) else "",
    )
    language = (tree.get("lang") or "") if network == "X" else ""
    whole = _OF_X.fullmatch(words) if network == "X" else None
    described = post(
        called["name"],
        called["handle"],
        whole["words"] if whole else words,
        _meta(tree, "og:published_time") or _meta(tree, "article:published_time"),
        _meta(tree, "og:url"),
        language=language,
        network=network or site,
    )
    if described is not None:
        yield described


def _made(
    name: str, handle: str, words: "HtmlElement", date: str, url: str, *, language: str = "", network: str
) -> Iterator[Post]:
    made = post(name, handle, _text(words), date, url, language=language, network=network)
    if made is not None:
        yield made


def _text(element: "HtmlElement") -> str:
    """The words of an element, with signs that stand there as pictures, and its breaks."""
    text = re.sub(r"\n{3,}", _BLOCK_END, "".join(_pieces(element)))
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _pieces(element: "HtmlElement") -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "img":
            yield child.get("alt") or ""
        elif child.tag == "br":
            yield _BREAK
        else:
            yield from _pieces(child)
            yield _BLOCK_END if child.tag in ("p", "div", "blockquote") else ""
        yield child.tail or ""


def _line(element: "HtmlElement", path: str) -> str:
    found = element.xpath(path)
    return " ".join(_text(found[0]).split()) if found else ""


def _first(element: "HtmlElement", path: str) -> str:
    return next(iter(map(str, element.xpath(path))), "")


def _meta(tree: "HtmlElement", name: str) -> str:
    return _first(tree, f"//meta[@property='{name}' or @name='{name}']/@content")


def _has(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
