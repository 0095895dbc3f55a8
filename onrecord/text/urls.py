"""Web addresses: which are the same page."""

import re
from datetime import date
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from onrecord.errors import InputError
from onrecord.text.patterns import lazy

# Who came from where: of no page a part. The one list of them.
_TRACKING = lazy(
    r"(?i)utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|at_(?:medium|campaign|custom\d|format|link_\w+|ptr_name)|"
    r"(?:fb|g|d|tt|tw|y|ys)clid|msclkid|gbraid|wbraid|gclsrc|gad_source|srsltid|mc_[ce]id|igshid|igsh|"
    r"_hsenc|_hsmi|__hs\w+|hsctatracking|mkt_tok|ref_src|ref_url|li_fat_id|_ga|_gl|oly_(?:anon|enc)_id|vero_(?:id|conv)|"
    r"s_cid|ns_(?:campaign|mchannel|source|linkname)|wt_?(?:mc|zmc)(?:_\w+)?|xtor|cmpid|icid|guccounter|guce_\w+|smid|sr_share"
)
# Hosts that have other addresses within theirs, roughly: most addresses are spared the look.
_MAY_WRAP = lazy(
    r"(?i)archi[vw]|vefsafn|arquivo|hypothes\.is|hyp\.is|//(?:www\.)?google\.|googleusercontent|bingj|ampproject|bing-amp|haw\.nsk|langzeit|doi\.org/+(?:http|dx|doi|info|urn)"
)
# Where a recording begins is no part of which one it is; a fragment is none anyway.
_VIDEOS, _MOMENT = (
    ("youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"),
    ("t", "start", "time_continue"),
)
_PORTS = {"http": 80, "https": 443}


def is_web_url(text: str) -> bool:
    """Whether `text` is an http or https address with a host."""
    try:
        parts = urlsplit(text.strip())
        return (
            parts.scheme.lower() in _PORTS
            and bool((parts.hostname or "").strip("."))
            and not re.search(r"[\s\x00-\x1f]", text.strip())
        )
    except ValueError:
        return False


# The Wayback Machine and its kin write the time of the copy before the address (20210402101112); archive.today does so
# too, or with dots and a hyphen (2021.04.02-101112).
_ARCHIVED_ON = lazy(r"(?a)/(\d{4})\.?(\d{2})\.?(\d{2})(?:-?\d{4,6})?(?:[a-z]{2}_)?/https?:")


def archived_on(url: str) -> str | None:
    """The day on which a web archive made the copy at `url`, as its address says (ISO 8601); None where it does not."""
    match = _ARCHIVED_ON.search(url)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def url_key(url: str) -> str:
    """What equal addresses have in common: no scheme, www., default port, fragment, tracking, trailing slash.

    The address of an archive's copy, a proxy or a cache has the key of the page that it is of (`wrapped.meant`).
    InputError where `url` is not an http or https address.
    """
    if not is_web_url(url):
        raise InputError(f"{url!r} is not a web address: it must begin with http:// or https://.")
    if _MAY_WRAP.search(url):
        from onrecord.text import wrapped

        url = inner if is_web_url(inner := wrapped.meant(url).url) else url
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
        port = parts.port
    except (UnicodeError, ValueError):
        raise InputError(f"{url!r} is not a web address: its host or port cannot be.") from None
    place = host if port in (None, _PORTS[parts.scheme.lower()]) else f"{host}:{port}"
    path = quote(unquote_to_bytes(parts.path), safe="/~!$&'()*+,;=:@-._").rstrip("/")
    query = urlencode(
        [
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(name) and not (host in _VIDEOS and name in _MOMENT)
        ]
    )
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"{place}{path}{f'?{query}' if query else ''}{fragment}"
