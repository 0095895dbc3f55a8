"""What holds for every text and every wording."""

import unicodedata
from collections.abc import Iterable

from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.matching import VERIFIED, Match, Outcome, Prepared, Span, find, find_fragments
from onrecord.matching.edges import is_whole
from onrecord.matching.places import holds_words
from onrecord.text.fold import fold

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab aab .-\n“”’'\"…\u00ad\u200be\u0301ᄀ\u1161x\u0302中文😀אב"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=60,
)
VOCABULARY = [
    "harbour",
    "ferry",
    "naïve",
    "don’t",
    "мирный",
    "1,000",
    "U.S",
    "Ångström",
    "we",
    "a",
    "ärger",
    "vote",
]
PLAIN_WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=3, max_size=12)

# Ways to print one and the same thing.
SPACES = st.sampled_from([" ", "\n", "\u00a0", "  ", "\u2009", "\t", " \r\n"])
MARKS = st.sampled_from(['"', "“", "”", "'", "‘", "’", "„", "''", "``", "「", "″"])
DASHES = st.sampled_from(["-", "–", "—", "--", "\u2011", "---"])
ELLIPSES = st.sampled_from(["…", "...", ". . .", " …", "... "])


@st.composite
def _printed_word(draw: st.DrawFn, word: str) -> str:
    word = draw(st.sampled_from([word, word.replace("’", "'"), unicodedata.normalize("NFD", word)]))
    at = draw(st.integers(1, max(1, len(word) - 1)))
    inside = at < len(word) and word[at - 1].isalpha() and word[at].isalpha()
    broken = draw(st.sampled_from(["", "", "", "\u00ad", "\u200b", "-\n", "\u00ad\n"])) if inside else ""
    return word[:at] + broken + word[at:] + draw(st.sampled_from(["", "", "", "\u200b"]))


@st.composite
def two_prints(draw: st.DrawFn) -> tuple[str, str]:
    """One wording printed twice, with different typography."""
    kinds = {" ": SPACES, "q": MARKS, "-": DASHES, "…": ELLIPSES}
    prints = ["", ""]
    for word in draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=7)):
        gaps = draw(st.sampled_from([" ", " ", " ", " q", "q ", " - ", "-", "… ", ", ", ". q", "q q"]))
        for side in (0, 1):
            prints[side] += draw(_printed_word(word))
            prints[side] += "".join(draw(kinds[gap]) if gap in kinds else gap for gap in gaps)
    return prints[0], prints[1]


def words(text: str) -> list[str]:
    """The words of a text without line breaks inside words, whatever its typography."""
    kept = (one if one.isalnum() or one == '"' else " " for one in fold(text).joined())
    return "".join(kept).replace('" ', " ").replace(' "', " ").strip('"').split()


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def stands(wording: list[str], source: list[str]) -> bool:
    return any(source[at : at + len(wording)] == wording for at in range(len(source)))


def at(source: Prepared, span: Span) -> str:
    return source.text[span.start : span.end]


@given(ANY_TEXT, st.data())
def test_any_substring_is_exact_where_it_cuts_nothing_and_ambiguous_where_that_is_so_more_than_once(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wording = text[start:end]
    assume(holds_words(wording))
    match = find(Prepared(text), wording)
    places = [Span(at, at + len(wording)) for at in range(len(text)) if text.startswith(wording, at)]
    whole = [span for span in places if is_whole(text, span)]
    if len(whole) == 1:
        assert match.outcome is Outcome.exact
        assert match.spans == (whole[0],)
    elif whole:
        assert match.outcome is Outcome.ambiguous
        assert match.places == tuple((span,) for span in whole[:20])
        assert match.spans == ()
    else:
        assert match.outcome is not Outcome.exact


@given(ANY_TEXT, st.data())
def test_the_recorded_place_and_surroundings_lead_back_to_the_place_or_leave_it_open(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    assume(holds_words(text[start:end]) and is_whole(text, span))
    match = find(
        Prepared(text), text[start:end], prefix=text[max(0, start - 8) : start], suffix=text[end : end + 8]
    )
    assert match.outcome in (Outcome.exact, Outcome.ambiguous)
    if match.outcome is Outcome.exact:
        assert match.spans == (span,)
    known = find(Prepared(text), text[start:end], chain=(span,))
    assert (known.outcome, known.spans) == (Outcome.exact, (span,))


@given(two_prints(), PLAIN_WORDS, PLAIN_WORDS)
def test_any_typographic_rewriting_is_typographic(
    prints: tuple[str, str], before: list[str], after: list[str]
) -> None:
    printed, typed = prints
    source = Prepared(f"{' '.join(before)} {printed} {' '.join(after)}")
    match = find(source, typed)
    assert match.outcome in (Outcome.exact, Outcome.typographic, Outcome.ambiguous)
    for chain in (match.spans,) if match.spans else match.places:
        assert letters(at(source, chain[0])) == letters(typed)


@given(PLAIN_WORDS, PLAIN_WORDS, PLAIN_WORDS, st.data())
def test_a_dropped_added_or_changed_word_is_never_verified(
    before: list[str], quoted: list[str], after: list[str], data: st.DataObject
) -> None:
    source = [*before, *quoted, *after]
    place = data.draw(st.integers(0, len(quoted) - 1))
    other = data.draw(st.sampled_from([*VOCABULARY, "unheard", "naive", "We"]))
    changed = data.draw(
        st.sampled_from(
            [
                quoted[:place] + quoted[place + 1 :],
                [*quoted[:place], other, *quoted[place:]],
                [*quoted[:place], other, *quoted[place + 1 :]],
            ]
        )
    )
    assume(not stands(words(" ".join(changed)), words(" ".join(source))))
    match = find(Prepared(" ".join(source)), " ".join(changed))
    assert match.outcome not in VERIFIED and match.outcome is not Outcome.ambiguous
    assert match.spans == ()


@given(PLAIN_WORDS, PLAIN_WORDS, PLAIN_WORDS, st.sampled_from(["…", "...", "[…]", "[...]", "(…)", ". . ."]))
def test_what_an_ellipsis_leaves_out_is_shown(
    first: list[str], middle: list[str], last: list[str], ellipsis: str
) -> None:
    source = Prepared(" ".join(["Begin", *first, *middle, *last, "end"]))
    match = find(source, f"Begin {' '.join(first)} {ellipsis} {' '.join(last)} end")
    assert match.outcome is (Outcome.inverted if "don’t" in middle else Outcome.elided)
    assert match.left_out == (" ".join(middle),)
    assert [at(source, span) for span in match.spans] == [
        " ".join(["Begin", *first]),
        " ".join([*last, "end"]),
    ]


@given(st.lists(PLAIN_WORDS, min_size=2, max_size=4))
def test_fragments_in_order_are_found_together_and_out_of_order_are_not(parts: list[list[str]]) -> None:
    fragments = [f"part{number} {' '.join(part)}" for number, part in enumerate(parts)]
    source = Prepared("He said “" + "” and then “".join(fragments) + "”.")
    match = find_fragments(source, fragments)
    assert match.outcome is Outcome.exact
    assert [at(source, span) for span in match.spans] == fragments
    assert find_fragments(source, fragments[::-1]).outcome is Outcome.altered


@given(ANY_TEXT, ANY_TEXT)
def test_whatever_is_asked_the_answer_is_consistent(text: str, wording: str) -> None:
    assume(holds_words(wording))
    try:
        match: Match = find(Prepared(text), wording)
    except InputError as error:
        assert "bracket" in error.message
        return
    assert bool(match.spans) == (match.verified or match.outcome in (Outcome.inverted, Outcome.stitched))
    assert bool(match.places) == (match.outcome is Outcome.ambiguous)
    assert (match.nearest is not None) == bool(match.diff)
    assert match.outcome is Outcome.altered or not match.diff
    for span in [*match.spans, *(span for chain in match.places for span in chain)]:
        assert 0 <= span.start < span.end <= len(text)
    if match.outcome is Outcome.exact:
        assert text[match.spans[0].start : match.spans[0].end] == wording


@given(two_prints(), PLAIN_WORDS)
def test_a_diff_holds_the_words_of_both_sides(prints: tuple[str, str], others: list[str]) -> None:
    source = Prepared(f"Then {prints[0]} {' '.join(others)} once.")
    typed = f"{prints[1]} unheard {' '.join(others)}"
    match = find(source, typed)
    if match.diff:
        assert match.nearest is not None
        assert _solid(part.given for part in match.diff) == _solid([typed])
        assert _solid(part.source for part in match.diff) == _solid([at(source, match.nearest)])


def _solid(texts: Iterable[str]) -> str:
    return "".join("".join(texts).replace("\u00ad", "").replace("\u200b", "").split())
