"""Posts of social networks: the words of whoever posts them, from JSON and from pages."""

import json
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.posts_json import posts_in
from onrecord.ingest.read import read_bytes

WORDS = "The pier stays shut.\n\nNobody asked us first."
MASTODON = {
    "id": "9",
    "created_at": "2024-01-11T09:12:00.000Z",
    "language": "de",
    "url": "https://elbe.example/@hilde/9",
    "content": "<p>Der Hafen bleibt offen,<br>auch im Winter.</p><p>Das gilt.</p>",
    "account": {"acct": "hilde", "display_name": "Hilde Brandt"},
}
BLUESKY = {
    "thread": {
        "post": {
            "uri": "at://did:plc:abc/app.bsky.feed.post/3kx",
            "author": {"handle": "mairead.example", "displayName": "Mairéad Ní Bhroin"},
            "record": {"text": WORDS, "createdAt": "2024-05-06T10:00:00.000Z", "langs": ["en-IE"]},
        }
    }
}
X = {
    "data": [{"id": "5", "author_id": "1", "text": WORDS, "created_at": "2024-02-20T08:00:00.000Z"}],
    "includes": {"users": [{"id": "1", "name": "Orla Finn", "username": "orlafinn"}]},
}
X_OLD = {
    "full_text": WORDS,
    "id_str": "7",
    "created_at": "Tue Feb 20 08:00:00 +0000 2024",
    "user": {"name": "Orla Finn", "screen_name": "orlafinn"},
}
X_PAGE = {
    "core": {"user_results": {"result": {"legacy": {"name": "Orla Finn", "screen_name": "orlafinn"}}}},
    "legacy": {"full_text": WORDS, "created_at": "Tue Feb 20 08:00:00 +0000 2024"},
}
TELEGRAM = {
    "name": "Гавань",
    "messages": [
        {"type": "service", "from": "Гавань", "text": ""},
        {"type": "message", "from": "Гавань", "from_id": "channel1", "date": "2024-02-03T19:20:11",
         "text": ["Причал закрыт до ", {"type": "bold", "text": "утра"}, "."]},
    ],
}  # fmt: skip
NOTE = {
    "type": "Note",
    "attributedTo": "https://fjord.example/users/siv",
    "published": "2023-11-02T10:00:00Z",
    "content": "<p>Brua er stengt.</p>",
}


@pytest.mark.parametrize(
    ("given", "author", "words", "issued"),
    [
        (MASTODON, "Hilde Brandt", "Der Hafen bleibt offen,\nauch im Winter.\n\nDas gilt.", "2024-01-11"),
        (BLUESKY, "Mairéad Ní Bhroin", WORDS, "2024-05-06"),
        (X, "Orla Finn", WORDS, "2024-02-20"),
        (X_OLD, "Orla Finn", WORDS, "2024-02-20"),
        (X_PAGE, "Orla Finn", WORDS, "2024-02-20"),
        (TELEGRAM, "Гавань", "Причал закрыт до утра.", "2024-02-03"),
        (NOTE, "siv", "Brua er stengt.", "2023-11-02"),
    ],
    ids=["mastodon", "bluesky", "x", "x-old", "x-page", "telegram", "activitypub"],
)
def test_a_post_is_its_authors_own_words(given: object, author: str, words: str, issued: str) -> None:
    read = read_bytes(json.dumps(given).encode(), name="post.json")
    assert read.text == f"{words}\n"
    assert [(read.text[turn.start : turn.end], turn.speaker) for turn in read.turns] == [(words, author)]
    assert [one.name for one in read.metadata.authors] == [author]
    assert (read.metadata.issued, read.metadata.type) == (issued, "post")


def test_each_of_several_is_given_their_own_words() -> None:
    answer = {
        **MASTODON,
        "content": "<p>Nein.</p>",
        "account": {"acct": "bo@fjord.example", "display_name": "Bo Quist"},
    }
    shared = {
        "content": "",
        "account": {"acct": "uwe", "display_name": "Uwe Pohl"},
        "reblog": {**NOTE, **MASTODON},
    }
    for text in (
        json.dumps({"ancestors": [], "descendants": [shared, answer]}),
        f"{json.dumps(shared)}\n{json.dumps(answer)}\n",
    ):
        read = read_bytes(text.encode(), name="thread.json")
        assert [turn.speaker for turn in read.turns] == ["Hilde Brandt", "Bo Quist"]
        assert [read.text[turn.start : turn.end] for turn in read.turns][1] == "Nein."
        assert "Bo Quist (@bo@fjord.example)\n\nNein." in read.text
        assert "Uwe" not in read.text


HEAD = "<!doctype html><html lang=en><head><title>p</title>{}</head><body>{}</body></html>"
PAGES = {
    "x": HEAD.format(
        "",
        "<main><article data-testid='tweet'><div data-testid='User-Name'><a><span>Orla Finn</span></a><a>@orlafinn</a></div>"
        "<div data-testid='tweetText' lang=en><span>The sea is not a menu </span><img alt='🌊' src=w.png></div>"
        "<a href='/orlafinn/status/5'><time datetime='2024-02-20T08:00:00Z'>8:00</time></a><span>12 Views</span></article></main>",
    ),
    "telegram": HEAD.format(
        "",
        "<div class='tgme_widget_message js-w' data-post='orla/5'><a class='tgme_widget_message_owner_name'><span>Orla Finn</span></a>"
        "<div class='tgme_widget_message_text'>The sea is not a menu 🌊</div>"
        "<a class='tgme_widget_message_date'><time datetime='2024-02-20T08:00:00Z'>8:00</time></a></div>",
    ),
    "telegram-export": HEAD.format(
        "",
        "<div class='message default' id='message5'><div class='pull_right date details' title='20.02.2024 08:00:00'>08:00</div>"
        "<div class='from_name'>Orla Finn</div><div class='text'>The sea is not a menu 🌊</div></div>",
    ),
    "mastodon": HEAD.format(
        "",
        "<div class='detailed-status'><strong class='display-name__html'>Orla Finn</strong>"
        "<span class='display-name__account'>@orla@sea.example</span><div class='status__content e-content'><p>The sea is not a menu 🌊</p></div>"
        "<time datetime='2024-02-20T08:00:00Z'>20 Feb</time></div>",
    ),
    "described": HEAD.format(
        "<meta property='og:site_name' content='Mastodon'><meta property='og:type' content='article'>"
        "<meta property='og:title' content='Orla Finn (@orla@sea.example)'><meta property='og:description' content='The sea is not a menu 🌊'>"
        "<meta property='og:published_time' content='2024-02-20T08:00:00Z'>",
        "<noscript>Turn on JavaScript.</noscript>",
    ),
    "bluesky": HEAD.format(
        "",
        "<noscript><p id='bsky_display_name'>Orla Finn</p><p id='bsky_handle'>orla.example</p><p id='bsky_post_text'>The sea is not a menu 🌊</p>"
        "<p id='bsky_post_indexedat'>2024-02-20T08:00:00.000Z</p></noscript>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("network", PAGES)
def test_a_page_of_a_post_is_the_post(network: str) -> None:
    read = read_bytes(PAGES[network].encode(), name="post.html")
    assert read.text == "The sea is not a menu 🌊\n"
    assert [turn.speaker for turn in read.turns] == ["Orla Finn"]
    assert read.metadata.issued == "2024-02-20"


def test_other_pages_and_other_json_are_read_as_ever() -> None:
    page = HEAD.format(
        "<meta property='og:title' content='Orla Finn (@orla)'><meta property='og:type' content='profile'>"
        "<meta property='og:description' content='Posts of a sailor'>",
        "<p>What Orla Finn has posted of late, and to whom she answered.</p>",
    )
    assert read_bytes(page.encode(), name="a.html").turns == ()
    other = '{"name": "Orla Finn", "handle": 5, "content": "<p>Words</p>"}'
    assert read_bytes(other.encode(), name="a.json").text == other


@pytest.mark.parametrize("name", ["post.json", "post.html"])
def test_the_words_of_a_post_are_direct_and_checked(run: Run, tmp_path: Path, name: str) -> None:
    file, database = tmp_path / name, tmp_path / "a.db"
    file.write_text(PAGES["x"] if name.endswith("html") else json.dumps(X), encoding="utf-8")
    wording = "The sea is not a menu" if name.endswith("html") else "Nobody asked us first."
    run("init", "--db", database)
    run("add", "source", file, "--citekey", "p", "--db", database)
    added = run("add", "quote", wording, "--by", "Orla Finn", "--in", "p", "--json", "--db", database)
    assert '"direct"' in added.stdout and '"exact"' in added.stdout
    checked = run("verify", "--all", "--json", "--db", database)
    assert '"exact"' in checked.stdout and checked.returncode == 0


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "account content text full_text user author record handle type from from_id reblog legacy core "
                "data includes users id username author_id attributedTo display_name screen_name created_at".split()
            ),
            inner | st.just("Note") | st.just("message"),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(VALUES)
def test_any_json_gives_posts_with_words_or_none(value: object) -> None:
    for post in posts_in(json.dumps({"handle": value, "account": value})):
        assert post.author.strip() and any(one.isalnum() for one in post.words)
