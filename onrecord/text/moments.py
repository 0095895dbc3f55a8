"""Addresses of the very words: of recordings at a moment (YouTube's t=, Vimeo's #t=, the media fragments of files: W3C Media
Fragments URI), of pages at a passage (text fragments)."""

from onrecord.text.patterns import lazy

_TIME = lazy(r"(?a)(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,]\d{1,3})?")
_FILE = lazy(r"(?i)\.(?:mp3|mp4|m4a|m4b|m4v|mov|mkv|ogg|oga|ogv|opus|wav|webm|flac|aac|weba|m3u8)$")
_YOUTUBE = frozenset(("youtube.com", "youtu.be", "youtube-nocookie.com"))
# Hosts whose players begin at a parameter, by what they call it; an end of its own they do not know.
_PARAMETERS = {
    **dict.fromkeys(_YOUTUBE, "t"),
    "open.spotify.com": "t",
    "podcasts.apple.com": "t",
    "dailymotion.com": "start",
    "archive.org": "start",
    "ted.com": "t",
    "rumble.com": "start",
}
_FRAGMENTS = ("vimeo.com", "player.vimeo.com", "soundcloud.com")
_RECORDINGS = lazy(
    r"(?i)youtu\.be/.|youtube[^/]*/(?:watch|live/|shorts/|embed/|v/|clip/)|open\.spotify\.com/(?:[\w-]+/)?(?:episode|track)/"
    r"|podcasts\.apple\.com/|dailymotion\.com/video/|archive\.org/(?:details|embed)/|ted\.com/talks/|rumble\.com/."
    r"|vimeo\.com/(?:.*/)?\d|soundcloud\.com/[^/]+/."
)


def at_moment(url: str | None, label: str | None, locator: str | None) -> str | None:
    """The address of a recording at the moment that a locator gives; None for other addresses and other locators.

    A time that the address has already is replaced.
    """
    if not url or label != "timestamp" or not locator:
        return None
    begins, _, ends = locator.replace("–", "-").partition("-")
    start, end = _seconds(begins), _seconds(ends)
    if start is None:
        return None
    from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("music.")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https"):
        return None
    if _FILE.search(parts.path):
        until = f",{end}" if end is not None and end > start else ""
        return urlunsplit(parts._replace(fragment=f"t={start}{until}"))
    if not _RECORDINGS.match(f"{host}{parts.path}"):
        return None
    if host in _FRAGMENTS:
        unit = "s" if host.endswith("vimeo.com") else ""
        return urlunsplit(parts._replace(fragment=f"t={start}{unit}"))
    name = "start" if host in _YOUTUBE and parts.path.startswith("/embed/") else _PARAMETERS.get(host)
    if name is None:
        return None
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in ("t", "start")]
    return urlunsplit(parts._replace(query=urlencode([*kept, (name, str(start))]), fragment=""))


def at_words(url: str | None, label: str | None, locator: str | None, passage: str | None) -> str | None:
    """The address of the words: of a recording at its moment, else of a page at its `passage` ("text=…"); else None."""
    if not url:
        return None
    there = at_moment(url, label, locator) if label == "timestamp" else None
    if there is not None or not passage or not url.lower().startswith(("http://", "https://")):
        return there
    plain = url.strip().partition(":~:")[0]
    return f"{plain}{'' if '#' in plain else '#'}:~:{passage}"


def _seconds(time: str) -> int | None:
    match = _TIME.fullmatch(time.strip())
    if match is None:
        return None
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
