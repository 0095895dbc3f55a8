"""HTML to the text that a reader sees, one blank line between paragraphs."""

import logging
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version

from onrecord.errors import InputError
from onrecord.ingest.document import Reading
from onrecord.ingest.html_articles import articles_in
from onrecord.ingest.html_markup import (
    drop_menus,
    is_crowded,
    labels_in,
    posts_in,
    quotations_of,
    sign_quotations,
)
from onrecord.ingest.interview import asked_in, interview_in, titles_of, without_emphasised
from onrecord.ingest.metadata import page_metadata
from onrecord.ingest.posts import read_posts
from onrecord.ingest.posts_page import posts_on
from onrecord.ingest.quoted_blocks import placed
from onrecord.ingest.transcript import transcript_in
from onrecord.ingest.unseen import drop_unseen
from onrecord.ingest.xml import MOST_TAGS
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Both vocabularies: HTML's own, and the TEI-like one of trafilatura's result.
_BLOCKS = {
    "html", "body", "p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "address",
    "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "head", "blockquote", "quote", "pre", "figure", "figcaption",
    "ul", "ol", "dl", "dt", "dd", "li", "list", "item", "table", "caption", "details", "summary", "form",
    "fieldset", "legend", "hr", "center", "menu", "dir", "search", "frameset", "noframes",
}  # fmt: skip
_ROWS = {"tr", "row"}
_CELLS = {"td", "th", "cell"}
_BREAKS = {"br", "lb"}
_SPACE = lazy(r"[ \t\n\f\r]+")
_BLANK_LINE = lazy(r"\n[ \n]*\n")
_UNSEEN = {
    "script", "style", "noscript", "template", "title", "svg", "math", "iframe", "object", "video", "audio",
    "canvas", "select", "option", "datalist", "button", "textarea", "meta", "link", "base", "graphic",
}  # fmt: skip

# Stands for the end of a block while the pieces are put together; HTML cannot hold it.
_BLOCK_END = "\0"
_MARK = "quotation-mark"

# Above one of these, the heuristics take more than some seconds; the whole text of the page is taken instead.
_MAX_ELEMENTS, _MAX_MARKUP = 40_000, 4_000_000
# Of that many elements a page has some text, unless it is made to take long.
_MANY_ELEMENTS, _LEAST_TEXT = 10_000, 3
# What is read at all: text takes many times its own size.
_LARGEST = 16_000_000
_EMBEDDED = lazy(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]*")
# What was run together is looked for among so many blocks of the page (one that it may begin with counts as many), is made
# of so many, and so many may have been left out of its midst.
_MOST_TRIES, _A_TRY, _MOST_PARTS, _MOST_LEFT_OUT = 100_000, 200, 2_000, 20
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")


def read_html(source: str, *, name: str, url: str | None) -> Reading:
    """The text of a page, what it says of itself, and the turns of a transcript.

    The main text is found by trafilatura, favouring recall; where it finds none, it is the text of the body.
    InputError: there is none, or its elements are nested too deeply to be read whole.
    """
    source = _of_bearable_size(source, name)
    tree = parsed_html(source, name)
    if posted := posts_on(tree):
        return read_posts(posted, url)
    metadata = page_metadata(tree, url=url)
    _spell_out(tree)
    page = _text_blocks(tree)
    posts = posts_in(tree)
    labels = labels_in(tree) if posts is None else frozenset()
    quoted = quotations_of(tree)
    asked, titles = (asked_in(tree), titles_of(tree)) if posts is None else (frozenset(), [])
    drop_menus(tree)
    articles = _articles(tree)  # before the search for the main text, which takes a tree apart
    main = _main_blocks(tree) if posts is None and len(source) <= _MAX_MARKUP else []
    if not page and not main:
        raise InputError(
            f"{name} holds no readable text; if a browser shows some, save the page from there and add that file."
        )
    blocks = _as_on_page(main, page) if main else page if posts is None else _text_blocks(posts)
    blocks = _of_articles(*articles, blocks) if main else blocks
    extractor = f"trafilatura {version('trafilatura')}" if main else f"lxml {version('lxml')}"
    text = "\n\n".join(blocks) + "\n"
    # What stands beside the posts of a live page are the hours of the day.
    turns, places = transcript_in(text, labels) if posts is None else ((), ())
    turns = without_emphasised(text, turns, asked) or interview_in(text, asked, titles)
    return Reading(text, extractor, metadata, places, turns, blocks=placed(text, quoted))


def plain_text(markup: str) -> str:
    """All the text of a piece of HTML, as `read_html` lays it out; "" where there is none."""
    if not markup.strip():
        return ""
    tree = parsed_html(markup, "the HTML in the text")
    return "\n\n".join(seen_blocks(tree))


def seen_blocks(tree: "HtmlElement") -> list[str]:
    """The blocks of text that a reader sees of a tree, which is changed."""
    _spell_out(tree)
    return _text_blocks(tree)


def parsed_html(source: str, name: str) -> "HtmlElement":
    """The tree of a page, whatever its markup.

    InputError: it is empty, its elements are nested too deeply, or one of them has thousands of attributes.
    """
    from lxml import etree, html

    if is_crowded(source):
        raise InputError(f"{name} has an element with thousands of attributes; it is not read.")

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        tree = html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise InputError(f"{name} holds no readable text.") from None
    # At its limits (256 levels, 10 million characters in one piece) libxml2 leaves out the rest without a word.
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise InputError(
            f"{name} nests its elements too deeply, or holds too long a piece of text, to be read whole."
        )
    return tree


def _of_bearable_size(source: str, name: str) -> str:
    """The page, without the images and fonts in it where it is large. InputError: it takes too much memory all the same."""
    if len(source) > _MAX_MARKUP:
        source = _EMBEDDED.sub("data:", source)
    if len(source) > _LARGEST or source.count("<") > MOST_TAGS:
        raise InputError(
            f"{name} is a page of more than {_LARGEST // 1_000_000} MB or {MOST_TAGS:,} tags; split it, or save the text alone and add that."
        )
    return source


def _spell_out(tree: "HtmlElement") -> None:
    drop_unseen(tree)
    sign_quotations(tree)
    _spell_out_quotation_marks(tree)


def _spell_out_quotation_marks(tree: "HtmlElement") -> None:
    """Browsers print the marks of <q>, which the markup does not hold; a quotation must not lose them."""
    from lxml import etree

    for element in list(tree.iter("q")):
        inner = sum(1 for _ in element.iterancestors("q")) % 2
        # Elements, because lxml refuses to write a text that holds a control character, which pages can.
        opening, closing = etree.Element(_MARK), etree.Element(_MARK)
        opening.text, closing.text = ("‘", "’") if inner else ("“", "”")
        element.addprevious(opening)
        element.append(closing)
    etree.strip_tags(tree, "q", _MARK)


def _main_blocks(tree: "HtmlElement") -> list[str]:
    elements = sum(1 for _ in tree.iter())
    if elements > _MAX_ELEMENTS or (
        elements > _MANY_ELEMENTS and len(tree.text_content()) < _LEAST_TEXT * elements
    ):
        return []
    # Its warnings are about its own heuristics and would reach the user's terminal.
    for logger in _LOGGERS:
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, favor_recall=True, include_comments=False, include_tables=True, include_links=False
        )
    except Exception:  # noqa: BLE001 - what hostile markup makes of heuristics has no common type
        return []
    return [] if found is None or isinstance(found, dict) or found.body is None else _text_blocks(found.body)


def _as_on_page(kept: list[str], page: list[str]) -> list[str]:
    """The kept blocks as the page has them, and between them those that stand there more often than once.

    trafilatura evens out white space and invisible characters, and drops a paragraph that it has seen already:
    the second "No." of an interview, a speech's refrain. Both lists are walked from their ends, so that a
    headline repeated above the text stays out.
    """
    page_keys = [_key(block) for block in page]
    kept = _parted(kept, page, page_keys)
    kept_keys = [_key(block) for block in kept]
    on_page = Counter(page_keys)
    missing = on_page - Counter(kept_keys)
    known = set(kept_keys)
    last = len(kept) - 1
    backwards: list[str] = []
    for block, key in zip(reversed(page), reversed(page_keys), strict=True):
        while last >= 0 and kept_keys[last] not in on_page:
            backwards.append(kept[last])
            last -= 1
        if last < 0:
            break
        if key == kept_keys[last]:
            backwards.append(block)
            last -= 1
        elif key in known and missing[key] > 0 and backwards:
            backwards.append(block)
            missing[key] -= 1
    return kept[: last + 1] + backwards[::-1]


def _articles(tree: "HtmlElement") -> tuple[list[str], list[list[str]]]:
    """The heading of a page, and the blocks of each of its articles where it has several."""
    articles = [_text_blocks(one) for one in articles_in(tree)]
    above = [block for one in tree.iter("h1") for block in _text_blocks(one)] if articles else []
    return above[:1], articles


def _of_articles(heading: list[str], articles: list[list[str]], found: list[str]) -> list[str]:
    """What a page of several articles says, whole: what was `found` of it lacks one, or the hours and authors of all.

    It is what was found, where that holds them all and something more.
    """
    if not articles:
        return found
    known = {_key(block) for block in found}
    inside = {_key(block) for blocks in articles for block in blocks}
    lacking = any(_key(max(blocks, key=len, default="")) not in known for blocks in articles)
    if not lacking and not known <= inside | {_key(block) for block in heading}:
        return found
    return [
        *(block for block in heading if _key(block) not in inside),
        *(block for blocks in articles for block in blocks),
    ]


def _parted(kept: list[str], page: list[str], page_keys: list[str]) -> list[str]:
    """The kept blocks, where one holds several of the page's as these.

    trafilatura runs the paragraphs of a short page, and of one with several articles, into one.
    """
    on_page = frozenset(page_keys)
    found: list[str] = []
    at, tries = 0, 0
    for block in kept:
        key = _key(block)
        parts: list[int] = []
        if key not in on_page and tries < _MOST_TRIES:
            for start in range(at, len(page)):
                tries += 1
                if not (page_keys[start] and key.startswith(page_keys[start])):
                    continue
                tries += _A_TRY
                if parts := _parts_from(start, key, page_keys):
                    break
        if parts:
            found += [page[part] for part in parts]
            at = parts[-1] + 1
        else:
            found.append(block)
    return found


def _parts_from(start: int, key: str, page_keys: list[str]) -> list[int]:
    """Which blocks of the page, from one on and but for a few between, make up a key; none where they do not."""
    parts: list[int] = []
    done = left_out = 0
    for at in range(start, min(len(page_keys), start + _MOST_PARTS)):
        if page_keys[at] and key.startswith(page_keys[at], done):
            parts.append(at)
            done += len(page_keys[at])
            if done == len(key):
                return parts
        else:
            left_out += 1
            if left_out > _MOST_LEFT_OUT:
                break
    return []


def _key(block: str) -> str:
    letters = "".join(block.split())
    return letters if letters.isprintable() else "".join(filter(str.isprintable, letters))


def _text_blocks(tree: "HtmlElement") -> list[str]:
    """The blocks of a tree: paragraphs, headings, list items, tables."""
    blocks = []
    for run in "".join(_pieces(tree)).split(_BLOCK_END):
        for part in _BLANK_LINE.split(run):
            lines = (_SPACE.sub(" ", line).strip(" ") for line in part.strip("\n ").split("\n"))
            blocks.append("\n".join(lines))
    return [block for block in blocks if block.strip()]


def _pieces(tree: "HtmlElement") -> Iterator[str]:
    """The seen text in reading order: white space collapsed, \\n for a break, `_BLOCK_END` around every block."""
    from lxml import etree

    preformatted = 0
    in_row = 0
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in _UNSEEN or element.get("hidden") is not None:
            unseen += 1 if event == "start" else -1
        elif not unseen:
            if tag in _ROWS and not any(part.tag in _BLOCKS for part in element.iter()):
                in_row += 1 if event == "start" else -1
                yield "\n" if event == "end" else ""
            elif tag in _CELLS and in_row:
                if event == "start" and element.getprevious() is not None:
                    yield " | "
            elif tag in _BLOCKS or tag in _ROWS or tag in _CELLS:
                yield _BLOCK_END
            elif tag in _BREAKS and event == "start":
                yield " " if in_row else "\n"
            preformatted += (tag == "pre") * (1 if event == "start" else -1)
        text = element.text if event == "start" else element.tail if element is not tree else None
        if text and not unseen:
            yield text if preformatted else _SPACE.sub(" ", text)
