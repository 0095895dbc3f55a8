"""What a plain text says of itself in the lines above its first paragraph: a byline with author or date, a title."""

from collections.abc import Iterator

from onrecord.ingest.author_names import is_medium, is_nobody
from onrecord.ingest.document import Author, Metadata
from onrecord.ingest.labels import is_placeholder, label_at
from onrecord.ingest.plain import clean
from onrecord.text import dates
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

# How many lines, blank ones not counted, may stand above the first paragraph, and how long one may be.
_LINES = 8
_LONGEST_LINE = 200
_LONGEST_NAME = 80

_AUTHOR = lazy(
    r"(?i)(?:(?:author|autor|auteur|autore|auteur|автор|written by|بقلم|كتبت?)\s*:\s*|(?:by|von|par|por|di|da|door|przez|af|av)[:\s]\s*)(?P<name>\S.*)",
)
# A firm or a title: "By Land and Sea".
_TWO_WORDS = lazy(r"\w+ (?:and|und|et) \w+")
# What papers are called: a few words with capitals, "The Eastport Courier", "Revista de la Mar".
_ARTICLE = lazy("(?:The|Die|Der|Das|La|Le|El|Il|De) [^ ]+")
_PAPER = lazy(
    r"(?:The |Die |Der |Das |La |Le |El |Il |De )?[^\W\d_a-z][\w’'&.-]*(?: (?:of|de|la|le|der|des|die|and|und|&|[^\W\d_a-z][\w’'.-]*)){0,5}"
)
_AND = lazy(r"\s*(?:,|&|\b(?:and|und|et|y|e|и)\b)\s*")
_PARTICLES = frozenset("al bin da de del den der des di do dos du el ibn la le ten ter van von zu".split())
_BEFORE_DATE = lazy(
    r"(?i)(?:date|published|posted|updated|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|опубликовано|опубліковано|opublikowano)"
    r"\s*(?:on|am|le|el|il|op|em|:)?\s*$",
)
_ENDS_NO_TITLE = (".", "!", ":", ",", ";", "”", '"', "。", "：", "；", "，", "؛", "،", "।", "۔")
_BETWEEN = " \t,;|·•–—-/"


def stated(text: str) -> Metadata:
    """Title, author and date of issue, where a byline stands above the text; else nothing.

    A byline is a line of nothing but an author ("Author: NAME", "By NAME", "By Staff"), a date, or both; the paper may stand
    between them, or with the date in the line below the author. The title is the first other line above the text, and only
    where there is a byline: a text that begins with a short line is no header.
    """
    authors: tuple[str, ...] = ()
    issued = title = container = None
    signed = False
    for line in _head(text):
        if signed and (paper := _paper(line)) is not None and not (container or issued):
            container, issued = paper
            continue
        whole = _with_paper(line)
        names = whole[:2] if whole is not None else _byline(line)
        if whole is not None:
            container = container or whole[2]
        if names is None:
            title = title or clean(line)
        else:
            authors, issued = authors or names[0], issued or names[1]
            signed = signed or names[1] is None
    if not (authors or issued or signed):
        return Metadata()
    return Metadata(
        title=title, authors=tuple(map(Author, authors)), container_title=container, issued=issued
    )


def _paper(line: str) -> tuple[str, str] | None:
    """(paper, date) of a line that is nothing else: "The Eastport Courier, 14 March 2024"."""
    when, rest = _dated(line)
    name = clean(rest.strip(_BETWEEN), _LONGEST_NAME)
    if not when or not name or not _PAPER.fullmatch(name):
        return None
    # A place stands before a date as well: "New Haven, 14 March 2024".
    if not (is_medium(name) or _ARTICLE.match(name)):
        return None
    return name, when


def _with_paper(line: str) -> tuple[tuple[str, ...], str | None, str] | None:
    """(authors, date, paper) of "By Jo Penn, The Eastport Courier, 3 May 2024"."""
    before, comma, rest = line.partition(",")
    found = _byline(before) if comma else None
    paper = _paper(rest) if found is not None and found[0] and found[1] is None else None
    return (found[0], paper[1], paper[0]) if found is not None and paper is not None else None


def _head(text: str) -> Iterator[str]:
    """The lines above the first that reads like a paragraph."""
    lines = (line.strip() for line in text[: _LINES * (_LONGEST_LINE + 80)].split("\n"))
    for number, line in enumerate(filter(None, lines)):
        if number == _LINES or len(line) > _LONGEST_LINE:
            return
        if line.endswith(_ENDS_NO_TITLE) and _byline(line) is None:
            return
        if (label := label_at(line)) is not None and is_placeholder(label.name):
            return
        yield line


def _byline(line: str) -> tuple[tuple[str, ...], str | None] | None:
    """(authors, date) of a line that is nothing else."""
    when, rest = _dated(line)
    rest = rest.strip(_BETWEEN)
    if not rest:
        return ((), when) if when else None
    match = _AUTHOR.fullmatch(rest)
    plain = match is not None and not _TWO_WORDS.fullmatch(match["name"])
    if match and plain and is_organisation(match["name"]) and len(match["name"]) <= _LONGEST_NAME:
        return (match["name"],), when
    if match and is_nobody(match["name"].strip()):
        return (), when  # "By Staff": a byline that names nobody
    names = [clean(name, _LONGEST_NAME) for name in _AND.split(match["name"])] if match else []
    if not names or not all(name and _is_name(name) for name in names):
        return None
    return tuple(filter(None, names)), when


def _is_name(name: str) -> bool:
    """Two to six words with capitals, but for particles ("van der", "de")."""
    words = name.split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() or word in _PARTICLES for word in words)


def _dated(line: str) -> tuple[str | None, str]:
    """The one date of a line as EDTF, and what else stands in the line."""
    found = dates.in_line(line)
    if found and found.written.edtf and not found.written.doubt:
        return found.written.edtf, f"{_BEFORE_DATE.sub('', line[: found.start])} {line[found.end :]}"
    return None, line
