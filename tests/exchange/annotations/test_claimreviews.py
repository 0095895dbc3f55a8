"""Fact-checks come in with who made the claim, when and where, whatever shape the feed and the rating have."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from exchange.annotations.test_annotations import JSON
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange.annotations import json_items
from onrecord.exchange.annotations.claimreviews import rating
from onrecord.exchange.annotations.json_items import Item, items
from onrecord.exchange.annotations.schemaorg import read
from onrecord.exchange.entries import ClaimEntry, Entry, Noted, Refused, SourceEntry

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://facts.example/lighthouse",
    "claimReviewed": "The lighthouse has been dark since 1990.",
    "author": {"@type": "Organization", "name": "Coast Facts"},
    "datePublished": "2023-05-02T09:00:00Z",
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Falsk"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Olof Ek", "sameAs": "https://www.wikidata.org/wiki/Q7"},
        "datePublished": "2023-04-30",
        "firstAppearance": {"@type": "NewsArticle", "name": "Dark nights", "url": "https://paper.example/1"},
        "appearance": ["https://paper.example/1", {"@type": "CreativeWork", "url": "https://post.example/2"}],
    },
}


def entries(document: object) -> list[Entry]:
    return list(read(io.BytesIO(json.dumps(document).encode()), "a file"))


def claim(document: object) -> ClaimEntry:
    [found] = [one for one in entries(document) if isinstance(one, ClaimEntry)]
    return found


def made(document: object) -> list[tuple[object, ...]]:
    return [
        (quote.speaker.name if quote.speaker else "", quote.said, quote.source and quote.source.csl.get("URL"), stance)
        for stance, quote in claim(document).stances
    ]  # fmt: skip


def test_who_made_it_where_and_when() -> None:
    assert made(REVIEW) == [
        ("Olof Ek", "2023-04-30", "https://paper.example/1", "asserts"),
        ("Olof Ek", "2023-04-30", "https://post.example/2", "asserts"),
    ]
    assert all(quote.form == "indirect" for _, quote in claim(REVIEW).stances)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        # The review itself says who, where it names no place.
        ({"author": "Olof Ek"}, [("Olof Ek", None, "https://facts.example/lighthouse", "asserts")]),
        # An older way: what was reviewed is the work.
        (
            {"@type": "CreativeWork", "url": "https://old.example/3", "author": [{"name": "Ida Lund"}, {"name": "Olof Ek"}]},
            [("Ida Lund", None, "https://old.example/3", "asserts"), ("Olof Ek", None, "https://old.example/3", "asserts")],
        ),
        ({"appearance": {"url": "https://post.example/2"}}, [("an unnamed speaker", None, "https://post.example/2", "asserts")]),
        (
            {"appearance": {"url": "https://post.example/2", "author": {"name": "Ida Lund"}}},
            [("Ida Lund", None, "https://post.example/2", "asserts")],
        ),
        ({}, []),
    ],
)  # fmt: skip
def test_other_ways_to_say_who_made_it(item: dict[str, Any], expected: list[tuple[object, ...]]) -> None:
    assert made({**REVIEW, "itemReviewed": {"@type": "Claim", **item}}) == expected


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({"ratingValue": "2", "alternateName": "Mostly false"}, ("Mostly false", 2.0, 1.0, 5.0)),
        ({"ratingValue": "2,5", "bestRating": 10, "worstRating": "0"}, ("2,5", 2.5, 0.0, 10.0)),
        ({"ratingValue": "Falso"}, ("Falso", None, None, None)),
        ({"ratingValue": 3}, ("3", 3.0, 1.0, 5.0)),
        ({"ratingValue": "3/4"}, ("3/4", 3.0, 1.0, 4.0)),
        ({"ratingValue": -1, "bestRating": -1, "worstRating": -1, "alternateName": "未证实"}, ("未证实", None, None, None)),
        ({"ratingValue": 9, "name": "Off"}, ("Off", None, None, None)),
        ("False", ("False", None, None, None)),
        ({"ratingExplanation": "Nobody counted."}, ("Nobody counted.", None, None, None)),
        ({}, (None, None, None, None)),
        (None, (None, None, None, None)),
        ({"ratingValue": True}, (None, None, None, None)),
    ],
)  # fmt: skip
def test_ratings_of_every_shape(given_: object, expected: tuple[object, ...]) -> None:
    found = rating(given_)
    assert (found.verdict, found.value, found.worst, found.best) == expected


def test_without_a_rating_the_claim_is_kept_and_the_report_says_so() -> None:
    found = entries({**REVIEW, "reviewRating": None})
    assert isinstance(found[0], SourceEntry) and found[0].csl["URL"] == "https://facts.example/lighthouse"
    assert isinstance(found[1], ClaimEntry) and found[1].stances and not found[1].reviews
    assert found[2] == Noted(where="node 1", reason="it says not what was found: no verdict is recorded")


def test_a_form_of_a_page_leaves_markup_sites_and_languages_beside_the_words() -> None:
    found = claim(
        REVIEW
        | {
            "claimReviewed": "<p>The <em>old</em> lamp<br>&amp; horn &lt; 3 km</p>",
            "reviewRating": {"ratingValue": 1, "alternateName": {"@value": "Falsk", "@language": "sv"}},
            "itemReviewed": {"@type": "Claim", "author": {"name": "Olof Ek, Instagram"}},
        }
    )
    assert found.text == "The old lamp & horn < 3 km"
    assert [one.verdict for one in found.reviews] == ["Falsk"]
    assert [quote.speaker and quote.speaker.name for _, quote in found.stances] == ["Olof Ek"]


@pytest.mark.parametrize("name", ["Facebook, Twitter", "Olof Ek, Tallvik", "Ek, Olof"])
def test_other_names_stay_as_they_are(name: str) -> None:
    [(_, quote)] = claim(REVIEW | {"itemReviewed": {"@type": "Claim", "author": {"name": name}}}).stances
    assert quote.speaker and quote.speaker.name == name


def test_a_feed_lines_and_answers_of_the_api_are_the_same_reviews() -> None:
    feed = {
        "@type": "DataFeed",
        "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}, {"item": None}],
    }
    assert entries(feed) == entries(REVIEW) == entries([REVIEW])
    lines = "\n".join(json.dumps(REVIEW) for _ in range(3)).encode()
    assert [one.text for one in read(io.BytesIO(lines), "a") if isinstance(one, ClaimEntry)] == [
        REVIEW["claimReviewed"]
    ] * 3
    answer = {
        "claims": [
            {
                "text": "The lighthouse has been dark since 1990.",
                "claimant": "Olof Ek",
                "claimDate": "2023-04-30T00:00:00Z",
                "claimReview": [
                    {"publisher": {"name": "Coast Facts", "site": "facts.example"}, "url": "https://facts.example/l",
                     "title": "No, it shone", "reviewDate": "2023-05-02T00:00:00Z", "textualRating": "Falsk", "languageCode": "sv"},
                    {"publisher": {"site": "other.example"}, "url": "https://other.example/l", "textualRating": "Untrue"},
                ],
            }
        ],
        "nextPageToken": "x",
    }  # fmt: skip
    found = [one for one in entries(answer) if isinstance(one, ClaimEntry)]
    assert [(one.reviews[0].reviewer.name, one.reviews[0].verdict) for one in found] == [
        ("Coast Facts", "Falsk"),
        ("other.example", "Untrue"),
    ]
    assert [quote.said for one in found for _, quote in one.stances] == ["2023-04-30"] * 2
    page = {
        "claimReviewMarkupPages": [
            {"pageUrl": "https://facts.example/l", "publishDate": "2023-05-02", "claimReviewAuthor": {"name": "Coast Facts"},
             "claimReviewMarkups": [{"claimReviewed": "It is dark.", "claimAuthor": {"name": "Olof Ek"}, "claimFirstAppearance":
             "https://paper.example/1", "rating": {"ratingValue": 1, "worstRating": 1, "bestRating": 7, "textualRating": "Falsk"}}]}
        ]
    }  # fmt: skip
    assert made(page) == [("Olof Ek", None, "https://paper.example/1", "asserts")]
    assert claim(page).reviews[0].best == 7


def test_a_broken_element_is_refused_and_the_next_one_read() -> None:
    data = (
        b'{"dataFeedElement": [\n'
        + json.dumps(REVIEW).encode()
        + b',\n{"@type": oops},\n'
        + json.dumps(REVIEW).encode()
        + b"]}"
    )
    found = list(read(io.BytesIO(data), "a"))
    assert [one.where for one in found if isinstance(one, Refused)] == ["line 3"]
    assert sum(isinstance(one, ClaimEntry) for one in found) == 2


def test_media_reviews_are_kept() -> None:
    media = {
        "@context": "https://schema.org", "@type": "MediaReview", "url": "https://facts.example/photo", "author": {"name": "Coast Facts"},
        "mediaAuthenticityCategory": "MissingContext", "itemReviewed": {"@type": "MediaReviewItem", "interpretedAsClaim":
        {"@type": "Claim", "text": "The pier burns."}, "mediaItemAppearance": [{"contentUrl": "https://post.example/9.jpg"}]},
    }  # fmt: skip
    found = claim(media)
    assert (found.text, found.reviews[0].verdict) == ("The pier burns.", "Missing context")
    source, noted = entries({**media, "itemReviewed": {"@type": "MediaReviewItem"}})
    assert isinstance(source, SourceEntry) and isinstance(noted, Noted)
    assert "'MissingContext'" in str(source.csl["custom"])


def test_importing_showing_and_again(database: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps(REVIEW) + "\n")
    assert "7 added, 0 known already, 0 refused" in run("import", path, "--db", database).stdout
    assert "0 added, 3 known already" in run("import", path, "--db", database).stdout.replace(
        "4 known", "3 known"
    )
    key = run("list", "claims", "--db", database).stdout.split()[0]
    shown = run("show", key, "--db", database).stdout
    assert "For (1)" in shown and "Olof Ek · 2023-04-30" in shown and "Coast Facts: Falsk" in shown


@pytest.mark.parametrize("piece", [1, 7, 1 << 20])
@given(st.lists(JSON, max_size=6), st.dictionaries(st.text(max_size=3), JSON, max_size=3))
@settings(max_examples=50)
def test_items_are_what_json_says(piece: int, elements: list[object], around: dict[str, object]) -> None:
    around.pop("list", None)
    document = {**around, "list": elements}
    for ascii_only, indent in ((True, None), (False, 1)):
        data = json.dumps(document, ensure_ascii=ascii_only, indent=indent).encode("utf-8", "replace")
        expected = json.loads(data)
        scanner = json_items._Scanner(
            (data.decode()[at : at + piece] for at in range(0, len(data.decode()), piece)),
            "a",
            frozenset(("list",)),
        )
        found = [one for one in scanner.items() if isinstance(one, Item)]
        assert [one.value for one in found if one.within] == expected["list"]
        rest = {name: value for name, value in expected.items() if name != "list"}
        assert [one.value for one in found if not one.within] == ([rest] if rest else [])


@pytest.mark.parametrize("data", [b'{"a":', b'{"a": ', b"[", b'[{"a": 1},', b'{"a": {"b":', b'{"list": ['])
def test_what_ends_where_a_value_is_due_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="ends in the middle"):
        list(items(io.BytesIO(data), "a file", frozenset(("list",))))


@given(st.binary() | st.builds(lambda cut: json.dumps([REVIEW]).encode()[:cut], st.integers(0, 900)))
def test_what_is_cut_or_no_json_is_refused_in_a_sentence(data: bytes) -> None:
    try:
        list(items(io.BytesIO(data), "a file", frozenset()))
        list(read(io.BytesIO(data), "a file"))
    except InputError as error:
        assert error.message.startswith("a file")


@given(
    JSON, st.sampled_from(["itemReviewed", "reviewRating", "author", "claimReviewed", "url", "datePublished"])
)
def test_any_value_in_any_field_is_taken_or_refused(value: object, field: str) -> None:
    try:
        entries({**REVIEW, field: value})
    except InputError as error:
        assert error.message.startswith("a file")


def test_a_long_file_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_items, "_SMALL", 1000)
    monkeypatch.setattr(json_items, "_PIECE", 64)
    feed = json.dumps({"dataFeedElement": [{"item": REVIEW}] * 5}).encode()
    assert sum(isinstance(one, ClaimEntry) for one in read(io.BytesIO(feed), "a")) == 5
    with pytest.raises(InputError, match="ends in the middle"):
        list(read(io.BytesIO(feed[:-20]), "a"))
    monkeypatch.setattr(json_items, "LONGEST", 500)
    with pytest.raises(InputError, match="longer than"):
        list(read(io.BytesIO(json.dumps([{"a": "x" * 4000}]).encode()), "a"))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Multiple sources",
            "Facebook posts",
            "Social media users",
            "Viral post",
            "WhatsApp message",
            "Posts on Facebook",
            "Unknown",
        ),
        *(
            "Usuarios de redes sociales",
            "Publicações no Facebook",
            "Publicaciones virales en Facebook",
            "Internautes",
            "Beiträge auf Facebook",
            "Utenti social",
        ),
        *(
            "Пользователи соцсетей",
            "Sosyal medya kullanıcıları",
            "Pengguna media sosial",
            "網傳",
            "مستخدمو مواقع التواصل",
            "सोशल मीडिया पोस्ट",
        ),
    ],
)
def test_who_is_named_by_a_site_or_a_number_alone_is_nobody_by_name(name: str) -> None:
    item = {**REVIEW["itemReviewed"], "author": {"@type": "Person", "name": name}}
    speakers = [quote.speaker for _, quote in claim({**REVIEW, "itemReviewed": item}).stances]
    assert [(one.name, one.unnamed) for one in speakers if one] == [(name, True)] * 2


@pytest.mark.parametrize(
    "name", ["Olof Ek", "Ann Page", "Donald Post", "Ministry of Ports", "Source Group", "Line Dahl", "X Lund"]
)
def test_names_with_such_words_stay_names(name: str) -> None:
    item = {**REVIEW["itemReviewed"], "author": {"@type": "Person", "name": name}}
    assert not any(
        quote.speaker.unnamed for _, quote in claim({**REVIEW, "itemReviewed": item}).stances if quote.speaker
    )
