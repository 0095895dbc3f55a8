"""Addresses that stand around another one: those of web archives, of annotation proxies, of AMP caches.

Where an address tells of which page it is, that page's own address is the true one; an archive's is kept beside it, with
the time of the copy where the address tells that too. Nothing is fetched, and what only a page could say is not guessed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


@record()
class Meant:
    """The address of the page that is meant; `archive` is that of a kept copy of it, made `at` (2021-04-02T10:11:12Z, or its day).

    Where only the archive knows the page, `url` is the archive's own address.
    """

    url: str
    archive: str | None = None
    at: str | None = None


# Who keeps copies in the manner of the Wayback Machine: …/20210402101112if_/https://…
_WAYBACK = frozenset((
    "wayback.archive.org", "wayback.archive-it.org", "web-archive.archive-it.org",
    "webarchive.loc.gov", "webarchive.nationalarchives.gov.uk", "webarchive.org.uk", "arquivo.pt", "wayback.vefsafn.is",
    "vefsafn.is", "webarchive.library.columbia.edu", "perma-archives.org", "webarchiv.cz", "wayback.webarchiv.cz",
    "webarchive.bac-lac.gc.ca", "webarchive.parliament.uk", "haw.nsk.hr", "langzeitarchivierung.bib-bvb.de",
))  # fmt: skip
_TODAY = frozenset(f"archive.{end}" for end in ("today", "ph", "is", "li", "vn", "fo", "md"))
_HIDDEN = frozenset(
    (
        "perma.cc",
        "ghostarchive.org",
        "conifer.rhizome.org",
        "webrecorder.io",
        "megalodon.jp",
        "webcitation.org",
    )
)
_PROXIES = frozenset(
    ("via.hypothes.is", "via3.hypothes.is", "hyp.is", "viahtml.hypothes.is", "viahtml3.hypothes.is")
)
_CACHES = frozenset(("webcache.googleusercontent.com", "cc.bingj.com"))

# The pattern of a copy: 4 to 14 digits with what they are for (a picture, a frame), or * for all copies there are.
_COPY = lazy(
    r"(?a)(?:/[^/.:]{1,40}){0,3}/(?:(\d{4,14})(?:[a-z]{2}_)?|\d{0,14}\*|newest|latest|oldest)/(?=\S)"
)
_COPY_TODAY = lazy(r"(?a)/(\d{4})\.(\d\d)\.(\d\d)-?(\d{0,6})/(?=\S)")
_BEHIND_CODE = lazy(r"(?a)/o/[A-Za-z0-9]{3,8}/(?=\S)")
_UNDATED = lazy(r"(?a)/(?:web/)?(?=https?:/)")
_SCHEME = lazy(r"(?i)https?:/{0,2}(?=[^/\s])")
_HOST = lazy(r"(?:[^\s/?#@:.]+\.)+[^\s/?#@:.]{2,}(?::\d{1,5})?(?:[/?#]\S*)?")
_ANNOTATED = lazy(r"(?a)#annotations:[\w:.-]+$")


def meant(url: str) -> Meant:
    """What an http(s) address means; one that stands around no other means itself.

    >>> meant("https://web.archive.org/web/20210402101112/https://quay.example/fog").url
    'https://quay.example/fog'
    """
    wrapped = Meant(url)
    for _ in range(4):  # a copy of a proxy's page of an AMP cache
        inner = _unwrapped(wrapped.url)
        if inner is None or inner.url == wrapped.url:
            break
        wrapped = Meant(inner.url, wrapped.archive or inner.archive, wrapped.at or inner.at)
    if wrapped.archive is None and (archive := _hidden(wrapped.url)):
        return Meant(wrapped.url, archive, wrapped.at)
    return wrapped


def is_of_archive(url: str) -> bool:
    """Whether an address is that of a web archive's copy."""
    return meant(url).archive is not None


def same_archive(host: str) -> str:
    """One name for the hosts of one archive, which has many."""
    return "archive.today" if host in _TODAY else host


def _unwrapped(url: str) -> Meant | None:
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".").removeprefix("www.").lower()
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https"):
        return None
    behind = url.strip().partition("://")[2]
    behind = behind[len(behind.partition("/")[0]) :]
    return _reader(host)(behind, url.strip())


def _reader(host: str) -> Callable[[str, str], Meant | None]:
    if host in ("archive.org", "web.archive.org"):
        return _internet_archive
    if host in _WAYBACK:
        return _wayback
    if host in _TODAY:
        return _today
    if host in _PROXIES:
        return _proxy
    if host in _CACHES:
        return _cache
    if host in ("doi.org", "dx.doi.org"):
        return _doubled_doi
    if host == "ghostarchive.org":
        return _video
    if host.endswith((".cdn.ampproject.org", ".bing-amp.com")) or host in (
        "cdn.ampproject.org",
        "bing-amp.com",
    ):
        return _amp
    if re.fullmatch(r"google\.[a-z]{2,3}(?:\.[a-z]{2})?", host):
        return _google
    return lambda *_: None


def _internet_archive(behind: str, url: str) -> Meant | None:
    # Its other addresses are of books and films: archive.org/details/…
    return _wayback(behind, url) if behind.startswith(("/web/", "/http:", "/https:")) else None


def _wayback(behind: str, url: str) -> Meant | None:
    undated = _UNDATED.match(behind)
    copy = undated or _COPY.match(behind)
    inner = _address(behind[copy.end() :], "http") if copy else None
    digits = copy[1] if copy and not undated else None
    return Meant(inner, url, _moment(digits)) if inner else None


def _today(behind: str, url: str) -> Meant | None:
    if match := _COPY_TODAY.match(behind):
        inner, at = _address(behind[match.end() :], "http"), _moment("".join(match.groups()))
        return Meant(inner, url, at) if inner else None
    if match := _BEHIND_CODE.match(behind):
        inner = _address(behind[match.end() :], "http")
        return Meant(inner, url) if inner else None
    if match := _COPY.match(behind):
        inner = _address(behind[match.end() :], "http")
        return Meant(inner, url, _moment(match[1])) if inner else None
    return None


def _proxy(behind: str, _: str) -> Meant | None:
    path, _, query = behind.partition("?")
    asked = {name: values[0] for name, values in parse_qs(query.partition("#")[0]).items()}
    if (given := asked.get("url")) and path.strip("/") in ("", "go", "proxy", "video", "video/youtube"):
        inner = _address(given, "https")
        return Meant(inner) if inner else None
    rest = behind.lstrip("/")
    # hyp.is/ANNOTATION/HOST/…: the annotation's name has no dot.
    first, slash, after = rest.partition("/")
    if slash and "." not in first and not _SCHEME.match(rest):
        rest = after
    inner = _address(_ANNOTATED.sub("", _without_via(rest)), "https")
    return Meant(inner) if inner else None


def _without_via(rest: str) -> str:
    """Without the proxy's own parameters (`via.open_sidebar=1`)."""
    before, mark, query = rest.partition("?")
    if not mark or "via." not in query:
        return rest
    query, hash_, fragment = query.partition("#")
    kept = [pair for pair in query.split("&") if not pair.startswith("via.")]
    return before + (f"?{'&'.join(kept)}" if kept else "") + hash_ + fragment


def _cache(behind: str, _: str) -> Meant | None:
    asked = parse_qs(urlsplit(behind).query)
    query = (asked.get("q") or asked.get("u") or [""])[0]
    if not query.lower().startswith("cache:"):
        inner = _address(query, "http") if _SCHEME.match(query) else None
        return Meant(inner) if inner else None
    words = query[len("cache:") :].split()
    word = words[0] if words else ""
    code, colon, after = word.partition(":")
    inner = _address(
        after if colon and "." not in code and code.lower() not in ("http", "https") else word, "http"
    )
    return Meant(inner) if inner else None


def _video(behind: str, url: str) -> Meant | None:
    match = re.match(r"/varchive/(?:youtube/)?(?:(\d{8})/)?([\w-]{11})(?:[/?#]|$)", behind, re.ASCII)
    return Meant(f"https://www.youtube.com/watch?v={match[2]}", url, _moment(match[1])) if match else None


def _doubled_doi(behind: str, url: str) -> Meant | None:
    """`https://doi.org/https://doi.org/10.5555/x`, `https://doi.org/doi:10.5555/x`: programs put theirs before whatever is there."""
    if not re.match(r"(?i)/+(?:https?(?::|%3a)|(?:dx\.)?doi\.org|doi:|info:doi|urn:doi)", behind):
        return None
    from onrecord.text.doi import bare

    found = bare(url)
    return (
        Meant("https://doi.org/" + quote(found, safe="/:;()-._~!*'+$&=@,"))
        if found.startswith("10.")
        else None
    )


def _amp(behind: str, _: str) -> Meant | None:
    match = re.match(r"/(?:[a-z]{1,3}/)?(?:(s)/)?(?=[^/]+\.)", behind)
    inner = _address(behind[match.end() :], "https" if match[1] else "http") if match else None
    return Meant(_plain_query(inner)) if inner else None


def _google(behind: str, _: str) -> Meant | None:
    if match := re.match(r"/amp/(?:(s)/)?(?=[^/]+\.)", behind):
        inner = _address(behind[match.end() :], "https" if match[1] else "http")
        return Meant(_plain_query(inner)) if inner else None
    if behind.startswith("/url?"):
        asked = parse_qs(urlsplit(behind).query)
        given = (asked.get("q") or asked.get("url") or [""])[0]
        inner = _address(given, "http") if _SCHEME.match(given) else None
        return Meant(inner) if inner else None
    return None


def _plain_query(url: str) -> str:
    """Without what the caches of AMP add (`amp_js_v`, `amp_gsa`, `usqp`, `_gsa`)."""
    parts = urlsplit(url)
    if "amp_" not in parts.query and "usqp" not in parts.query:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not pair[0].startswith("amp_") and pair[0] != "usqp"]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _hidden(url: str) -> str | None:
    """An archive's address that does not tell of what it is a copy: perma.cc/AB12-CD34, archive.ph/x1Y2z."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").lower()
    except ValueError:
        return None
    place = parts.path.strip("/")
    if host in _TODAY:
        return url if re.fullmatch(r"(?:wip/)?[A-Za-z0-9]{4,8}", place) else None
    return url if host in _HIDDEN and place else None


def _address(text: str, scheme: str) -> str | None:
    """The address that stands in another; without a scheme it has `scheme`. None where it is none."""
    text = text.strip()
    if re.match(r"(?i)https?%3a", text):
        text = unquote(text)
    if match := _SCHEME.match(text):
        text = text[: match.end()].lower().rstrip("/") + "//" + text[match.end() :]
    elif _HOST.fullmatch(text):
        text = f"{scheme}://{text}"
    else:
        return None
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return None
    return text if "." in host.strip(".") and not re.search(r"[\s\x00-\x1f\x7f]", text) else None


def _moment(digits: str | None) -> str | None:
    """The time that the digits of an address tell, or the day; None where it is no day, or they tell less."""
    if not digits or len(digits) < 8:
        return None
    try:
        day = datetime.strptime(digits[:8], "%Y%m%d").replace(tzinfo=UTC)
        if len(digits) < 12:
            return day.strftime("%Y-%m-%d")
        at = datetime.strptime(digits[:14].ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at.year > 1990 else None
