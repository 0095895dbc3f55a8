"""What changed between two texts."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.revision import Change, revision

WORDS = st.sampled_from(["the", "ferry", "sails", "at", "dawn.", "no", "霧", "港口", "“stop”", "x"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), max_size=6).map("\n\n".join)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(one.kind, old[slice(*one.old)], new[slice(*one.new)]) for one in revision(old, new)]


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    [change] = [one for one in revision(old, new) if one.kind == "changed"]
    return [
        (one.kind, (new[slice(*one.new)] if one.kind != "removed" else old[slice(*one.old)]).strip())
        for one in change.pieces
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a\n\nb", "a\n\nb", ["same", "same"]),
        ("a\n\nb", "a\n\n\n  b  ", ["same", "same"]),
        ("a b c d", "", ["removed"]),
        ("", "a b c d", ["added"]),
        ("one\n\ntwo\n\nthree", "one\n\nthree", ["same", "removed", "same"]),
        ("one\n\nthree", "one\n\ntwo\n\nthree", ["same", "added", "same"]),
        (
            "first words here\n\nthe ferry sails at dawn",
            "first words here\n\nthe ferry sails at noon",
            ["same", "changed"],
        ),
        ("the ferry sails at dawn", "nobody swims", ["added", "removed"]),
    ],
)
def test_paragraphs(old: str, new: str, expected: list[str]) -> None:
    assert [kind for kind, _, _ in told(old, new)] == expected


def test_words() -> None:
    assert pieces("It cost 84 million in all.", "It cost 91 million in all.") == [
        ("same", "It cost"), ("removed", "84"), ("added", "91"), ("same", "million in all."),
    ]  # fmt: skip


def test_characters_of_scripts_without_spaces() -> None:
    assert pieces("港口将开放到五月。", "港口不开放到五月。") == [
        ("same", "港口"), ("removed", "将"), ("added", "不"), ("same", "开放到五月。"),
    ]  # fmt: skip


def whole(text: str, changes: tuple[Change, ...], side: str) -> str:
    return "".join(text[slice(*getattr(one, side))] for one in changes if one.kind != _OTHER[side])


_OTHER = {"old": "added", "new": "removed"}


@given(old=TEXTS, new=TEXTS)
def test_every_word_of_both_texts_is_told_once_and_in_order(old: str, new: str) -> None:
    changes = revision(old, new)
    assert whole(old, changes, "old").split() == old.split() or sorted(whole(old, changes, "old")) == sorted(
        old.replace("\n", "")
    )
    assert "".join(whole(new, changes, "new").split()) == "".join(new.split())
    for change in changes:
        if change.kind == "same":
            assert old[slice(*change.old)].split() == new[slice(*change.new)].split()
        for piece in change.pieces:
            if piece.kind == "same":
                assert old[slice(*piece.old)].split() == new[slice(*piece.new)].split()
        if change.kind == "changed":
            left = "".join(old[slice(*one.old)] for one in change.pieces)
            right = "".join(new[slice(*one.new)] for one in change.pieces)
            assert left == old[slice(*change.old)]
            assert right == new[slice(*change.new)]


def test_a_hundred_thousand_words_that_all_repeat_are_aligned_word_by_word() -> None:
    dice = Random(1)
    old = " ".join(f"w{dice.randrange(5000)}" for _ in range(100_000))
    words = old.split()
    words[500], words[99_000] = "CHANGED", "TOO"
    assert [text for kind, text in pieces(old, " ".join(words)) if kind == "added"] == ["CHANGED", "TOO"]
