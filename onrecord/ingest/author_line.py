"""A line of authors without what else stands in it: dates, accounts, offices, and those who took the pictures."""

from __future__ import annotations

from onrecord.ingest.author_words import EASTERN_BY, EASTERN_ROLE, NOT_BY, TITLES
from onrecord.text.patterns import lazy

_ACCOUNT = lazy(r"\s+[(]?@[\w.]+[)]?")
_BEFORE_DATE = lazy(
    r"(?i)[\s,|·•–—-]*(?:\b(?:on|published|updated|posted|date|am|vom|le|el|il|op|den|veröffentlicht|publié|publicado|pubblicato|опубликовано)"
    r"(?:\s+(?:on|am|le|el|il|op))?\s*:?\s*)?$"
)
_ITS_WORK = lazy(r"\s*[(\[](?P<work>[^()\[\]]*)[)\]]\s*$")
_BETWEEN = lazy(r"\s*[,;&+]\s*|\s+(?:and|und|et|y|e|i|og|och|en|и|і)\s+")


def undated(line: str) -> str:
    """The line without a date ("By Ann Lee | May 3, 2020") and without accounts ("Ann Lee @annlee")."""
    line = _ACCOUNT.sub("", line)
    if not any(map(str.isdecimal, line)):
        return line
    from onrecord.text import dates

    found = dates.in_line(line)
    if not found:
        return line
    rest = f"{_BEFORE_DATE.sub('', line[: found.start])} {line[found.end :]}".strip()
    return rest if any(map(str.isalpha, rest)) else line


def without_office(name: str) -> str:
    """A name without "Dr.", "記者" or "기자" beside it."""
    bare = EASTERN_ROLE.sub("", name)
    for words in (TITLES, EASTERN_BY):
        match = words.match(bare)
        bare = bare[match.end() :] if match and len(bare) > match.end() else bare
    return bare


def by_picture_dropped(line: str) -> str:
    """The line without names behind which it says "(Fotos)", "(photos)": "Ann Lee (Text) und Bo Quist (Fotos)"."""
    if "(" not in line and "[" not in line:
        return line
    kept: list[str] = []
    start = 0
    for match in [*_BETWEEN.finditer(line), None]:
        part = line[start : match.start() if match else len(line)]
        its = _ITS_WORK.search(part)
        if not (its and NOT_BY.fullmatch(its["work"])):
            kept.append(part)
        start = match.end() if match else start
    dropped = len(kept) <= len(_BETWEEN.findall(line))
    return ", ".join(kept) if kept and dropped else line
