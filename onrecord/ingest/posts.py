"""Posts of social networks: each is the words of whoever posts it, and says so itself."""

from __future__ import annotations

from onrecord.ingest.document import Author, Metadata, Reading, Turn
from onrecord.ingest.plain import clean, in_one_line, stored_form
from onrecord.model.record import record
from onrecord.text import dates

EXTRACTOR = "posts"
_LONGEST_TITLE = 80
_NETWORKS = (
    ("bsky.app", "Bluesky"),
    ("at://", "Bluesky"),
    ("x.com/", "X"),
    ("twitter.com/", "X"),
    ("t.me/", "Telegram"),
    ("/@", "Mastodon"),
    ("/statuses/", "Mastodon"),
)


@record()
class Post:
    """One post: who posts it, under which name of the network, its words in paragraphs, and its date as given."""

    author: str
    handle: str
    words: str
    date: str = ""
    url: str = ""
    language: str = ""
    network: str = ""


def read_posts(posts: list[Post], url: str | None = None) -> Reading:
    """The words of posts, each a turn of whoever posts it; where several people do, each is named above their words."""
    several = len({post.author for post in posts}) > 1
    pieces: list[str] = []
    turns: list[Turn] = []
    start = 0
    for post in posts:
        if several:
            head = f"{post.author} ({post.handle})" if post.handle else post.author
            pieces.append(f"{head}\n\n")
            start += len(pieces[-1])
        turns.append(Turn(start, start + len(post.words), post.author))
        pieces.append(f"{post.words}\n\n")
        start += len(pieces[-1])
    text = "".join(pieces).rstrip("\n") + "\n"
    first = posts[0]
    written = dates.read(first.date, first.language or None) if first.date else None
    own = url or first.url or None
    metadata = Metadata(
        title=_title(first.words),
        authors=(Author(first.author),),
        container_title=first.network or _network(own or ""),
        issued=written.edtf if written else None,
        url=own if own and own.startswith(("https://", "http://")) else None,
        language=first.language or None,
        type="post",
    )
    return Reading(text, EXTRACTOR, metadata, (), tuple(turns))


def post(
    author: object,
    handle: object,
    words: object,
    date: object = "",
    url: object = "",
    *,
    language: object = "",
    network: str = "",
) -> Post | None:
    """A post of what a network gives; None where it has no words, or nobody posts it."""
    called = clean(str(handle or ""), 200) or ""
    name = clean(str(author or ""), 200) or called
    said = stored_form(str(words or "")).strip()
    if not name or not any(one.isalnum() for one in said):
        return None
    spoken = str(language or "").partition("-")[0].lower()
    return Post(
        name,
        f"@{called.lstrip('@')}" if called else "",
        "\n\n".join(part.strip() for part in said.split("\n\n") if part.strip()),
        in_one_line(date)[:60],
        in_one_line(url)[:2000],
        spoken if spoken.isascii() and spoken.isalpha() and len(spoken) in (2, 3) else "",
        network,
    )


def _network(url: str) -> str | None:
    return next((name for part, name in _NETWORKS if part in url), None)


def _title(words: str) -> str:
    """The first words of a post, which is what has no title is called by."""
    line = in_one_line(words.partition("\n\n")[0])
    if len(line) <= _LONGEST_TITLE:
        return line
    return f"{line[:_LONGEST_TITLE].rpartition(' ')[0] or line[:_LONGEST_TITLE]} …"
