"""Authors in a line right below the headline that nothing in the markup calls a byline: "Автор: …", "Por …", "文：…", "By …"."""

from __future__ import annotations

from onrecord.ingest.author_line import undated, without_office
from onrecord.ingest.author_names import is_nobody
from onrecord.ingest.author_words import BY, EASTERN_BY, EASTERN_ROLE, NOT_BY, PARTICLES
from onrecord.ingest.document import Author
from onrecord.ingest.plain import clean
from onrecord.text.given_names import GIVEN_NAMES
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LINES = ("p", "div", "span", "address", "li", "small", "em", "h2", "h3", "h4", "h5", "time")
_BLOCKS = frozenset(("p", "div", "section", "article", "ul", "ol", "table", "header", "figure", "blockquote"))
# Lines looked at below the headline, and elements on the way to them.
_MOST_LINES, _MOST_ELEMENTS = 4, 60
_LONGEST_LINE = 120
_BETWEEN = " \t\u3000,;|·•–—-/:："
_AND = lazy(r"\s*(?:,|&|、|・|\b(?:and|und|et|y|e|i|и|та|en|og|och)\b)\s*")
# "Special to the Times", "Especial para O Farol", "Special to The Post": whoever stands before it is no member of the staff.
_SPECIAL = lazy(
    r"(?i)[\s,|–—-]*\b(?:special(?:ly)? (?:to|for)|especial para|spécial pour|exclusiv(?:e|o) (?:to|for|para))\s+.+$"
)
# Behind a name, where it was written: "Por Ana Reis, em Lisboa".
_PLACE = lazy(r"(?:,\s*|\s+[-–—|]\s+)(?:(?:em|de|da|do|in|aus|à|en|из|от|w|z)\s+)[^\W\d_].{0,40}$")
_EASTERN = lazy(
    r"[\u3400-\u9fff\u3041-\u30ff\u3005\uac00-\ud7a3]{2,6}(?:[ \u3000・][\u3400-\u9fff\u30a1-\u30ff]{1,8})?"
)
_IN_MARKS = lazy(r"^[【（(\[]\s*(?P<name>[^【】（）()\[\]]{2,40})\s*[】）)\]]$")
_MOST_WORDS = 5
_PAPERS = ("新聞", "新闻", "新聞社", "日報", "日报", "通信", "通讯", "社", "신문", "일보", "뉴스")


def below_headline(tree: HtmlElement) -> list[Author]:
    """The authors of the first lines below the first <h1>; [] where none of these is a byline."""
    for line in _lines(tree):
        if names := _named(line):
            return [Author(name) for name in names]
    return []


def _lines(tree: HtmlElement) -> Iterator[str]:
    """The short lines below the headline, up to the first paragraph."""
    headline = next(tree.iter("h1"), None)
    count = 0
    for number, element in enumerate(headline.xpath("following::*") if headline is not None else ()):
        if number > _MOST_ELEMENTS or count >= _MOST_LINES:
            return
        if element.tag not in _LINES or any(
            child.tag in _BLOCKS for child in element.iter() if child is not element
        ):
            continue
        for line in _parted(element):
            if len(line) > _LONGEST_LINE or line.endswith((".", "。", "!", "?", "…", "”", "»")):
                return
            count += 1
            yield line


def _parted(element: HtmlElement) -> Iterator[str]:
    pieces = [element.text or ""]
    for child in element:
        pieces += ["\n"] if child.tag == "br" else [child.text_content()]
        pieces.append(child.tail or "")
    for line in "".join(pieces).split("\n"):
        if words := " ".join(line.split()):
            yield words


def _named(line: str) -> list[str]:
    """The names of a line that says "by", or that holds a name and a date and nothing else."""
    if NOT_BY.match(line):
        return []
    bare = _SPECIAL.sub("", line)
    special = bare != line
    without_date = undated(bare)
    dated = without_date != bare
    rest = without_date.strip(_BETWEEN)
    if marked := _IN_MARKS.match(rest):
        rest = marked["name"]
        eastern = _EASTERN.fullmatch(without_office(rest))
        return [without_office(rest)] if eastern and not is_organisation(rest) else []
    by = BY.match(rest) or EASTERN_BY.match(rest) or _WRITTEN.match(rest)
    rest = _PLACE.sub("", rest[by.end() :] if by else rest).strip(_BETWEEN)
    told = by is not None or special or dated or EASTERN_ROLE.search(rest) is not None
    if not told or not rest:
        return []
    names = [without_office(name.strip()) for name in _AND.split(rest) if name.strip()]
    sure = all(_is_name(name, said=by is not None) for name in names)
    return [name for one in names if (name := clean(one))] if sure else []


_WRITTEN = lazy(r"(?:執筆|著者?|筆者|写真・文|作者|撰文|기자|글쓴이|글|Текст|Автор)\s*[:：・／]\s*")


def _is_name(name: str, *, said: bool) -> bool:
    if is_nobody(name) or is_organisation(name):
        return False
    if _EASTERN.fullmatch(name):
        return said or (len(name.replace(" ", "")) <= 5 and not name.endswith(_PAPERS))
    words = name.split()
    # "New Haven, 5 March": beside a date alone, a place stands as often as a name.
    if not said and name[0] < "\u0250" and words[0].casefold() not in GIVEN_NAMES:
        return False
    return (
        2 <= len(words) <= _MOST_WORDS
        and all(
            (word[0].isupper() and (len(word) == 1 or not word.isupper() or name.isupper()))
            or word in PARTICLES
            for word in words
        )
        and all(
            word.replace(".", "").replace("-", "").replace("’", "").replace("'", "").isalpha()
            for word in words
        )
    )
