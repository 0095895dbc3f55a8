"""Wikitext as plain text, in one pass over its characters; templates, links and tags may nest as they like.

Markup: https://www.mediawiki.org/wiki/Help:Formatting and Help:Templates. Nothing is expanded, nothing fetched.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from onrecord.model.record import record
from onrecord.text.patterns import lazy

# What begins or ends something; everything between is text.
_TOKEN = lazy(r"(?s)\{\{|\}\}|\[\[|\]\]|\||'{2,5}|<!--.*?(?:-->|\Z)|<[^<>]{0,400}>|\[(?=https?://)|\]")
_ADDRESS = lazy(r"https?://[^\s|\]}<]+")
_TAG = lazy(r"<\s*(/?)\s*([a-zA-Z]+)[^<>]*?(/?)\s*>")
# Their content belongs to the page, not to the sentence.
_APART = {"gallery", "math", "timeline"}
# Deeper templates are left out: it bounds how often the text inside is copied.
_DEEPEST = 40
_BEGUN_BY = {"}}": "{{", "]]": "[[", "]": "[", "</ref>": "<ref>"}
_BREAKS = {"br", "p", "div", "blockquote", "poem"}
_NOT_TEXT = ("file:", "image:", "category:")
# Templates that only dress their text, and which of their parameters it is.
_DRESSING = {
    "w": -1, "nowrap": 0, "smallcaps": 0, "small": 0, "small caps": 0, "lang": 1, "sic": 0, "italic": 0, "ill": 0,
    "abbr": 0, "lang-fr": 0, "lang-de": 0, "lang-la": 0, "lang-ru": 0, "foreign": 1, "center": 0, "mono": 0,
}  # fmt: skip


@record()
class Template:
    """A template: its name in lower case, its parameters as plain text; unnamed ones are named "1", "2" …"""

    name: str
    parameters: dict[str, str]


@dataclass
class Plain:
    """A stretch of wikitext: what is read of it, its templates in order, the addresses it links to."""

    text: str
    templates: list[Template] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)


@dataclass
class _Open:
    """What has begun and not ended: "{{", "[[", "[", "<ref>" or "" for the text itself; a part for each |."""

    mark: str
    parts: list[list[str]]


def plain(wikitext: str) -> Plain:
    """Wikitext read. What is never closed is text; what is closed without having begun is left out."""
    reading = _Reading()
    index = 0
    for token in _TOKEN.finditer(wikitext):
        reading.text(wikitext[index : token.start()])
        reading.token(token[0])
        index = token.end()
    reading.text(wikitext[index:])
    return reading.end()


class _Reading:
    """Wikitext as it is read. `apart` is the tag in which nothing is read; `ignored` counts what is too deep to be opened."""

    def __init__(self) -> None:
        self.found = Plain("")
        self.opened = [_Open("", [[]])]
        self.apart = ""
        self.ignored = 0

    def text(self, between: str) -> None:
        if not self.apart and not self.ignored:
            self.opened[-1].parts[-1].append(between)

    def token(self, mark: str) -> None:
        tag = _TAG.fullmatch(mark)
        if self.apart:
            if tag and tag[1] and tag[2].lower() == self.apart:
                self.apart = ""
            return
        if tag:
            mark = self._tag(mark, tag)
        if mark in ("{{", "[[", "[", "<ref>"):
            if len(self.opened) > _DEEPEST:
                self.ignored += 1
            else:
                self.opened.append(_Open(mark, [[]]))
        elif mark in _BEGUN_BY:
            if self.ignored:
                self.ignored -= 1
            else:
                _close(mark, self.opened, self.found)
        elif mark == "|":
            if not self.ignored and self.opened[-1].mark in ("{{", "[["):
                self.opened[-1].parts.append([])
            else:
                self.text("|")

    def _tag(self, mark: str, tag: re.Match[str]) -> str:
        """What a tag does; a footnote's is a mark like any other, in its plain form."""
        name = tag[2].lower()
        if name in _APART and not tag[1] and not tag[3]:
            self.apart = name
        elif name == "ref" and not tag[3]:
            return "</ref>" if tag[1] else "<ref>"
        elif name in _BREAKS:
            self.text("\n")
        return mark

    def end(self) -> Plain:
        while len(self.opened) > 1:
            last = self.opened.pop()
            self.opened[-1].parts[-1] += [part for pieces in last.parts for part in pieces]
        self.found.text = _tidy("".join(self.opened[0].parts[0]))
        self.found.addresses += _ADDRESS.findall(self.found.text)
        return self.found


def _close(mark: str, opened: list[_Open], page: Plain) -> None:
    if opened[-1].mark != _BEGUN_BY[mark]:
        # "[sic]" is text; a closing brace without its opening one is not.
        if mark == "]":
            opened[-1].parts[-1].append("]")
        return
    parts = ["".join(pieces) for pieces in opened.pop().parts]
    match mark:
        case "}}":
            text = _template(parts, page)
        case "]]":
            text = _link(parts)
        case "]":
            text = _outside("|".join(parts), page)
        case _:
            page.footnotes.append(_tidy("|".join(parts)))
            text = ""
    opened[-1].parts[-1].append(text)


def _link(parts: list[str]) -> str:
    if parts[0].strip().lower().startswith(_NOT_TEXT):
        return ""
    shown = parts[-1].strip()
    return shown if len(parts) > 1 and shown else parts[0].partition("#")[0].rpartition(":")[2].strip()


def _outside(content: str, page: Plain) -> str:
    address, _, shown = content.partition(" ")
    page.addresses.append(address)
    return shown.strip()


def _template(parts: list[str], page: Plain) -> str:
    name = " ".join(parts[0].replace("_", " ").split()).lower()
    parameters: dict[str, str] = {}
    unnamed: list[str] = []
    for part in parts[1:]:
        key, equals, value = part.partition("=")
        if equals and re.fullmatch(r"\s*[\w -]{1,40}\s*", key):
            parameters[key.strip().lower()] = _tidy(value)
        else:
            unnamed.append(_tidy(part))
    parameters |= {
        str(number): value for number, value in enumerate(unnamed, 1) if str(number) not in parameters
    }
    page.templates.append(Template(name, parameters))
    if name in _DRESSING and unnamed:
        wanted = _DRESSING[name]
        return unnamed[wanted] if -1 <= wanted < len(unnamed) else unnamed[-1]
    return ""


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n".join(lines).strip()
