"""The source that a bullet of Wikiquote names: a citation template as a CSL item, running words as a title.

Parameters: https://en.wikipedia.org/wiki/Template:Citation_Style_documentation.
"""

from onrecord.exchange.annotations.beneath import split_place
from onrecord.exchange.annotations.wikitext import Plain, Template
from onrecord.model.records import Json
from onrecord.text import dates
from onrecord.text.patterns import lazy
from onrecord.text.urls import is_web_url

_TYPES = {
    "book": "book", "web": "webpage", "news": "article-newspaper", "journal": "article-journal",
    "magazine": "article-magazine", "interview": "interview", "speech": "speech", "thesis": "thesis",
    "report": "report", "av media": "motion_picture", "tweet": "post", "encyclopedia": "entry-encyclopedia",
    "press release": "document", "episode": "broadcast", "podcast": "broadcast", "conference": "paper-conference",
}  # fmt: skip
_CONTAINERS = ("work", "website", "newspaper", "journal", "magazine", "periodical", "encyclopedia")
_YEAR = lazy(r"\((-?\d{4})\)")
# "Interview with the Post (12 May 2019)"
_DATED = lazy(r"(?P<title>.*\w.*?)\s*\((?P<date>-?\d{4}(?:-\d\d){0,2}|[^()]{0,30}\d{4})\)\s*\.?")
_LONGEST_TITLE = 500


def cited(plain: Plain) -> Template | None:
    """The first citation template."""
    return next((template for template in plain.templates if _kind(template) is not None), None)


def item_of(plain: Plain) -> Json | None:
    """The CSL item of what is named; None where nothing is."""
    template = cited(plain)
    if template is not None:
        return _item(template)
    named = " ".join((plain.text or " ".join(plain.footnotes)).split())
    if not any(character.isalnum() for character in named):
        return None
    named, _ = split_place(named)
    item: Json = {"type": "document", "title": named[:_LONGEST_TITLE]}
    years = _YEAR.findall(named)
    if dated := _DATED.fullmatch(named):
        item["title"] = dated["title"][:_LONGEST_TITLE]
        if when := _issued(dated["date"]):
            item["issued"] = when
        else:
            item["title"] = named[:_LONGEST_TITLE]
    if "issued" not in item and len(years) == 1:
        item["issued"] = {"date-parts": [[int(years[0])]]}
    addresses = [address for address in dict.fromkeys(plain.addresses) if is_web_url(address)]
    if len(addresses) == 1:
        item |= {"type": "webpage", "URL": addresses[0]}
    return item


def place_in(plain: Plain) -> tuple[str, str] | None:
    """Label and value of the place that a citation template, or the end of running words names."""
    template = cited(plain)
    if template is not None:
        page = _of(template, "page", "pages", "p", "pp")
        return ("page", page) if page else None
    return split_place(" ".join(plain.text.split()))[1]


def _kind(template: Template) -> str | None:
    if template.name == "citation":
        return "document"
    if template.name.startswith("cite "):
        return _TYPES.get(template.name.removeprefix("cite "), "document")
    return None


def _of(template: Template, *names: str) -> str | None:
    return next(
        (value for name in names if (value := " ".join(template.parameters.get(name, "").split()))), None
    )


def _item(template: Template) -> Json:
    url, date = _of(template, "url"), _of(template, "date", "year")
    item: Json = {
        "type": _kind(template),
        "title": _of(template, "title", "chapter"),
        "container-title": _of(template, *_CONTAINERS),
        "publisher": _of(template, "publisher"),
        "publisher-place": _of(template, "location", "place"),
        "volume": _of(template, "volume"),
        "issue": _of(template, "issue", "number"),
        "ISBN": _of(template, "isbn"),
        "DOI": _of(template, "doi"),
        "language": _of(template, "language"),
        "URL": url if url and is_web_url(url) else None,
        "author": _authors(template),
        "issued": _issued(date) if date else None,
    }
    return {name: value for name, value in item.items() if value}


def _authors(template: Template) -> list[Json]:
    authors: list[Json] = []
    for number in ("", "1", "2", "3", "4", "5", "6", "7", "8", "9"):
        family, given = _of(template, f"last{number}"), _of(template, f"first{number}")
        if family:
            authors.append({"family": family, **({"given": given} if given else {})})
        elif name := _of(template, f"author{number}"):
            authors.append({"literal": name})
    return authors


def _issued(date: str) -> Json | None:
    """A date as editors of all languages write it; None for every other, which nobody could read safely."""
    found = dates.read(date)
    return dates.csl(date) if found and found.edtf else None
