"""Wordings put right, and the bytes of drafts in which they stand: the words of the source, and all else the writer's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.check import html, latex, markdown
from onrecord.check.change import Unplaced
from onrecord.check.draft import Draft
from onrecord.check.escaped import escaped
from onrecord.check.mended import put_right
from onrecord.check.places import changes
from onrecord.text.fold import fold


@pytest.mark.parametrize(
    ("draft", "source", "right"),
    [
        ("rebuild the old bridge next spring,", "rebuild the bridge next year.", "rebuild the bridge next year,"),
        ("We will … build the bridge next spring", "We will, God willing, rebuild the bridge next year.",
         "We will … rebuild the bridge next year"),
        ("We [the council] will... rebuild it next spring.", "We will, God willing, rebuild it next year",
         "We [the council] will... rebuild it next year."),
        ("[The council] will […] rebuild the [old] bridge next spring.",
         "We will, God willing, rebuild the bridge next year",
         "[The council] will […] rebuild the [old] bridge next year."),
        ("call[ed] for an eind to it", "call for an end to it", "call[ed] for an end to it"),
        ("we will rebuild it", "We will rebuild it", "[w]e will rebuild it"),
        ("It was safe, and don't use it", "It was never safe, and don’t you use it",
         "It was never safe, and don't you use it"),
        ("nobody shoud use “it”", "nobody should use ‘it’", "nobody should use “it”"),
        ("It was never safe - nobody knew", "It was never safe – nobody knew", "It was never safe – nobody knew"),
        ("Wait... and see", "Wait… and see", "Wait… and see"),
        ("We want building now", "We want re\u00ad\nbuilding now", "We want rebuilding now"),
        ("the office is open", "the oﬀice is shut", "the office is shut"),
        ("市议会将在夏天之前开放五座新图书馆。", "市议会将在夏天之前开放\n三座新图书馆", "市议会将在夏天之前开放三座新图书馆。"),
        ("Мы не восстановим мост весной.", "Мы восстановим мост осенью", "Мы восстановим мост осенью."),
        ("لن نبني الجسر", "سوف نبني الجسر", "سوف نبني الجسر"),
    ],
)  # fmt: skip
def test_the_words_are_the_sources_and_the_signs_the_writers(draft: str, source: str, right: str) -> None:
    assert put_right(draft, source) == right


def test_marks_of_the_source_do_not_end_the_quotation() -> None:
    assert put_right("he shoud go", "he should ‘go’ home now", outer="‘").endswith("“go” home now")
    assert (
        put_right("he shoud call it good", "he should “call it good”", outer='"') == "he should ‘call it good"
    )
    assert put_right("she said it", "she said “no” to it", outer="‘") == "she said “no” to it"


def test_what_readers_take_for_a_dash_stays() -> None:
    assert put_right("It was -- they say... -- safe", "It was – they say… — safe", smart=True) == (
        "It was -- they say... — safe"
    )


def test_a_word_keeps_its_space_behind_one_that_comes_in_front_of_it() -> None:
    assert put_right("the the", "桥 the") == "桥 the"


WORDS = st.sampled_from(
    "the bridge will be rebuilt, and; nobody knows-it (why) 12 Über мост 桥 it's *bold* a_b & <i> 5% {x}".split()
)


@given(st.lists(WORDS, min_size=2, max_size=12), st.lists(WORDS, min_size=2, max_size=12))
def test_without_brackets_the_words_become_those_of_the_source(one: list[str], two: list[str]) -> None:
    mended = put_right(" ".join(one), " ".join(two))
    assert [fold(word).text for word in _bare(mended)] == [fold(word).text for word in _bare(" ".join(two))]


def _bare(text: str) -> list[str]:
    for mark in "[]":
        text = text.replace(mark, "")
    return "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()


@pytest.mark.parametrize("notation", ["text", "markdown", "html", "latex"])
@given(st.lists(WORDS, min_size=1, max_size=10), st.lists(WORDS, min_size=1, max_size=10))
def test_a_change_changes_the_words_and_no_other_byte(notation: str, one: list[str], two: list[str]) -> None:
    old, new = " ".join(one), " ".join(two)
    source = f"Before “{escaped(old, notation)}”, she said, and after.\n"
    draft = _read(source, notation)
    at = draft.text.index("“") + 1
    there = draft.text[at : draft.text.index("”")]
    assert there == old
    made = source
    for edit in reversed(changes(draft, at, old, new)):
        made = made[: edit.start] + escaped(edit.new, notation) + made[edit.end :]
    again = _read(made, notation).text
    assert " ".join(again[again.index("“") + 1 : again.index("”")].split()) == new
    assert made.startswith("Before “")
    assert made.endswith("”, she said, and after.\n")


def _read(source: str, notation: str) -> Draft:
    if notation == "text":
        return Draft(source, source)
    return {"markdown": markdown.read, "html": html.read, "latex": latex.read}[notation](source)


@pytest.mark.parametrize(
    ("source", "new", "made"),
    [
        ("“the **old** bridge”", "the **new** bridge", "“the **new** bridge”"),
        ("“caf&eacute; is shut”", "tea is shut", "“tea is shut”"),
        ("“the *old* bridge”", "the bridge", "“the bridge”"),
        ("> “the old\n> bridge”", "the new dam", "> “the new\n> dam”"),
    ],
)
def test_markup_around_the_words_stays(source: str, new: str, made: str) -> None:
    draft = markdown.read(source)
    at, end = draft.text.index("“") + 1, draft.text.index("”")
    for edit in reversed(changes(draft, at, draft.text[at:end], new.replace("*", ""))):
        source = source[: edit.start] + edit.new + source[edit.end :]
    assert source == made


def test_words_with_markup_within_are_left_to_a_person() -> None:
    draft = markdown.read("“re**build** it”")
    with pytest.raises(Unplaced):
        changes(draft, 1, "rebuild it", "repair it")
