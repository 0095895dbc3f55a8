"""Posts as networks give them to programs: the JSON of Mastodon and its kin, Bluesky, X, Telegram and Reddit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from onrecord.errors import InputError
from onrecord.ingest.html import plain_text
from onrecord.ingest.posts import Post, post

_MOST_POSTS = 100_000
# Without one of these no JSON says who posts something; what is large is not taken apart in vain.
_TELLING = (
    *(
        '"account"',
        '"attributedTo"',
        '"handle"',
        '"screen_name"',
        '"author_id"',
        '"created_utc"',
        '"from_id"',
    ),
)
_Node = Mapping[str, object]


def posts_in(source: str) -> list[Post]:
    """The posts of JSON as Mastodon and its kin, Bluesky, X, Telegram and Reddit give it, each once; [] for any other text."""
    if not source.lstrip("\ufeff \r\n\t").startswith(("{", "[")) or not any(
        key in source for key in _TELLING
    ):
        return []
    try:
        given = _loaded(source)
        users = {str(value["id"]): value for value in _dicts(given) if "username" in value and "id" in value}
        found = (made for node in _dicts(given) if (made := _read(node, users)) is not None)
        return list(dict.fromkeys(made for made, _ in zip(found, range(_MOST_POSTS), strict=False)))
    except (ValueError, RecursionError):
        return []


def _loaded(source: str) -> object:
    """The value that a text is, or those of its lines. ValueError, RecursionError."""
    try:
        return json.loads(source.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise
    return [json.loads(line) for line in source.lstrip("\ufeff").split("\n") if line.strip()]


def _dicts(value: object) -> Iterator[_Node]:
    """All objects in a value, from the outside in and in its order; of what is shared the shared one alone."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            shared = next(
                (item[key] for key in ("reblog", "retweeted_status") if isinstance(item.get(key), dict)), None
            )
            if shared is not None:
                waiting.append(shared)
                continue
            yield item
            waiting += reversed(item.values())
        elif isinstance(item, list):
            waiting += reversed(item)


def _read(node: _Node, users: Mapping[str, _Node]) -> Post | None:
    """The post that an object is, in one of the shapes in which networks give them."""
    account, user, author = _node(node, "account"), _node(node, "user"), _node(node, "author")
    if account and isinstance(node.get("content"), str):
        return post(
            account.get("display_name"),
            account.get("acct") or account.get("username"),
            _of_markup(node["content"]),
            node.get("created_at"),
            node.get("url") or node.get("uri"),
            language=node.get("language"),
            network="Mastodon",
        )
    if node.get("type") == "Note" and node.get("attributedTo") and isinstance(node.get("content"), str):
        by = node["attributedTo"]
        known = by if isinstance(by, dict) else {}
        called = known.get("preferredUsername") or str(by).rstrip("/").rpartition("/")[2]
        return post(known.get("name"), called, _of_markup(node["content"]), node.get("published"), node.get("url") or node.get("id"))  # fmt: skip
    told = _node(node, "record") or _node(node, "value")
    if "handle" in author and isinstance(told.get("text"), str):
        spoken = told.get("langs")
        return post(
            author.get("displayName"),
            author["handle"],
            told["text"],
            told.get("createdAt"),
            _bluesky(str(node.get("uri") or ""), author["handle"]),
            language=spoken[0] if isinstance(spoken, list) and spoken else "",
            network="Bluesky",
        )
    legacy = _node(node, "legacy")
    if isinstance(legacy.get("full_text"), str):
        who = _node(_node(_node(node, "core"), "user_results"), "result")
        user, node = {**_node(who, "legacy"), **_node(who, "core")}, legacy
    words = node.get("full_text") or node.get("text")
    if user.get("screen_name") and isinstance(words, str):
        called = user["screen_name"]
        address = f"https://x.com/{called}/status/{node['id_str']}" if node.get("id_str") else ""
        return post(user.get("name"), called, words, node.get("created_at"), address, language=node.get("lang"), network="X")  # fmt: skip
    by = users.get(str(node.get("author_id")))
    if by is not None and isinstance(words, str):
        address = f"https://x.com/{by['username']}/status/{node.get('id')}"
        return post(by.get("name"), by["username"], words, node.get("created_at"), address, language=node.get("lang"), network="X")  # fmt: skip
    if node.get("type") == "message" and node.get("from") and "text" in node:
        return post(node["from"], "", _of_telegram(node["text"]), node.get("date"), network="Telegram")
    if isinstance(node.get("author"), str) and "created_utc" in node:
        return post(
            node["author"], f"u/{node['author']}", node.get("selftext") or node.get("body"), network="Reddit"
        )
    return None


def _node(node: _Node, key: str) -> _Node:
    value = node.get(key)
    return value if isinstance(value, dict) else {}


def _of_markup(content: object) -> str:
    try:
        return plain_text(str(content))
    except InputError:
        return ""


def _of_telegram(text: object) -> str:
    """A text of Telegram: a string, or pieces of which some are links, mentions and the like."""
    if not isinstance(text, list):
        return str(text or "")
    return "".join(str(one.get("text") or "") if isinstance(one, dict) else str(one) for one in text)


def _bluesky(uri: str, handle: object) -> str:
    number = uri.rpartition("/")[2]
    return f"https://bsky.app/profile/{handle}/post/{number}" if uri.startswith("at://") and number else ""
