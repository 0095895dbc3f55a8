"""Text fragments: read from addresses, followed to their place, and made so that they lead back to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.fragments import Page, TextDirective, parse, with_directives
from onrecord.text.pointing import core_of, pointer

ADDRESS = "https://example.org/a?b=c"


@pytest.mark.parametrize(
    ("fragment", "plain", "wanted"),
    [
        ("#:~:text=one%20word", "", [TextDirective("one word")]),
        ("#part:~:text=a,b", "#part", [TextDirective("a", "b")]),
        ("#:~:text=he%20said-,We%20go,-%20home", "", [TextDirective("We go", None, "he said", "home")]),
        ("#:~:text=p-,s,e,-x", "", [TextDirective("s", "e", "p", "x")]),
        ("#:~:text=a%2Cb%2Dc%26d", "", [TextDirective("a,b-c&d")]),
        ("#:~:text=one&text=two&other=3", "", [TextDirective("one"), TextDirective("two")]),
        ("#:~:text=%D0%BC%D0%B8%D1%80", "", [TextDirective("мир")]),
        ("#%3A~%3Atext=mail", "", [TextDirective("mail")]),
        ("#:~:text=", "", []),
        ("#:~:text=a,b,c", "", []),
        ("#:~:text=-,a", "", []),
        ("#:~:text=a-", "", []),
        ("#:~:text=,a", "", []),
        ("#:~:text=%20", "", []),
        ("#part", "#part", []),
        ("", "", []),
    ],
)
def test_addresses_are_read(fragment: str, plain: str, wanted: list[TextDirective]) -> None:
    assert parse(ADDRESS + fragment) == (ADDRESS + plain, tuple(wanted))


TERM = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
TERMS = TERM.filter(lambda term: not any("\ud800" <= one <= "\udfff" for one in term))


@given(
    st.lists(
        st.builds(TextDirective, TERMS, st.none() | TERMS, st.none() | TERMS, st.none() | TERMS), max_size=3
    )
)
def test_what_is_written_is_read_again(wanted: list[TextDirective]) -> None:
    made = with_directives(f"{ADDRESS}#top:~:text=old", tuple(wanted))
    assert parse(made) == (f"{ADDRESS}#top", tuple(wanted))
    assert made.isascii() and not any(one.isspace() for one in made)


PAGE = (
    "The quick brown fox jumped over the lazy dog. a a b b b c\n\nfoo foo foo bar bar bar\n\n"
    "search Two words ending in flatten\n\nmatch suffix2 prefix match suffix3 matchEnd suffix4 matchEnd suffix5\n\n"
    "She said: “Don’t go to the Café.” He’d gone"
)


# The behaviour that the specification asks of browsers.
@pytest.mark.parametrize(
    ("directive", "words"),
    [
        ("jumped", "jumped"),
        ("u-,mped", None),
        ("ju-,mped", "mped"),
        ("foo%20foo-,bar", "bar"),
        ("a%20a-,b", "b"),
        ("quick%20brown-,brown%20fox", None),
        ("quick%20brown-,fox", "fox"),
        ("fox-,jum,over", None),
        ("fox-,jum", None),
        ("fox-,jum,-ped", "jum"),
        ("brown-,jumped", None),
        ("jum", None),
        ("umped", None),
        ("brown,fox", "brown fox"),
        ("brown,quick", None),
        ("quick,bro", None),
        ("quick,bro,-wn", "quick bro"),
        ("quick,ro,-wn", None),
        ("The-,quick,fox,-brown", None),
        ("quick,-bro", None),
        ("qu,-ick", "qu"),
        ("b%20b,-c", "b b"),
        ("foo%20foo,-bar", "foo foo"),
        ("prefix-,match,matchEnd,-suffix5", "match suffix3 matchEnd suffix4 matchEnd"),
        ("prefix-,match,-suffix3", "match"),
        ("don't%20go", "Don’t go"),
        ("CAFE", "Café"),
        ("dog.%20a,bar", "dog. a a b b b c\n\nfoo foo foo bar"),
        ("c%20foo", None),
        ("c-,foo", "foo"),
    ],
)
def test_they_are_followed_as_browsers_do(directive: str, words: str | None) -> None:
    [wanted] = parse(f"{ADDRESS}#:~:text={directive}")[1]
    place = Page(PAGE).find(wanted)
    assert (place and PAGE[slice(*place)]) == words


def test_the_later_of_two_equal_places_takes_its_surroundings_along() -> None:
    text = "We will go home now, he said.\n\nShe replied: “We will go home now, they said.”\n"
    start = text.rindex("We will")
    wanted = pointer(text, start, start + len("We will go home now"))
    assert wanted is not None and (wanted.prefix or wanted.suffix)
    assert Page(text).find(wanted) == (start, start + len("We will go home now"))


def test_what_goes_over_paragraphs_is_a_range_and_what_is_like_an_earlier_place_is_none() -> None:
    text = "First part of it.\n\nSecond part of it, longer.\n\nEnd."
    wanted = pointer(text, 0, text.index("End") - 2)
    assert wanted is not None and wanted.end is not None and "\n" not in wanted.start + wanted.end
    assert pointer("ha ha ha ha ha", 6, 8) is not None
    assert pointer("… —", 0, 3) is None
    twice = "Over and over.\n\n" * 300
    assert pointer(twice, 16 * 150, 16 * 150 + 13) is None


WORDS = st.sampled_from(
    ["the", "talks", "failed", "don’t", "mother-in-law", "3.5", "Москва", "война", "ё", "Straße", "ﬁn", "和平", "平和，", "café",
     "cafe\u0301", "السلام", "한국", "ไทย", "“", "”", "—", "a\u00adb", "U.S.", "a,b", "&", "100%", "\n\n", "\n", " | "]
)  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.data())
def test_a_fragment_that_is_made_leads_back_to_the_very_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wanted = pointer(text, start, end)
    if wanted is None:
        return
    [again] = parse(with_directives(ADDRESS, (wanted,)))[1]
    assert Page(text).find(again) == core_of(text, start, end)
    assert not any("\n" in (term or "") for term in (wanted.start, wanted.end, wanted.prefix, wanted.suffix))


@given(
    st.lists(st.text("abcdefgh", min_size=2, max_size=5), min_size=30, max_size=60, unique=True), st.data()
)
def test_words_that_stand_once_are_always_found_by_one(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, 29))
    last = data.draw(st.integers(first, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join([*words[:first], ""]))
    assert pointer(text, start, start + len(" ".join(words[first : last + 1]))) is not None


@given(
    st.text(max_size=60),
    st.builds(TextDirective, TERMS, st.none() | TERMS, st.none() | TERMS, st.none() | TERMS),
)
def test_any_directive_is_answered(text: str, wanted: TextDirective) -> None:
    place = Page(text).find(wanted)
    assert place is None or 0 <= place[0] < place[1] <= len(text)
